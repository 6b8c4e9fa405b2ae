"""Claims: which row may carry an id on, judged by the words that both were coded from."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from security_meetings.identify.footprints import Footprint
from security_meetings.identify.texts import Texts
from security_meetings.ledger import Account, Entry, Key, Ledger, follow_changes
from security_meetings.spans import likeness, shared, subtract

# How an id is tied to a row: by the words it stands at, by those it was first coded from, by any word of the evidence.
STANDS, FIRST, TOUCHES = 2, 1, 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """An id and a row that may carry it on: how they are tied, and how near they are."""

    entry: Entry
    row: Footprint
    tie: int
    nearness: tuple[float, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Weight:
    """What ties an id to a row in one text: how, how much of the anchor and of the other words, and whether one code."""

    tie: int
    fit: float = 0.0
    beside: float = 0.0
    code: float = 0.0


@dataclass(frozen=True, kw_only=True)
class Judge:
    """Weighs the claims of the ids of one table.

    `parents` gives for a meeting of the ledger those in which its participants may stand now.
    """

    table_name: str
    ledger: Ledger
    texts: Texts
    parents: Mapping[str, frozenset[str]] = field(default_factory=dict)

    @cached_property
    def entries(self) -> Mapping[Key, Entry]:
        """Return the entries by table and id."""
        return self.ledger.by_key()

    @cached_property
    def stands(self) -> Mapping[Key, Mapping[str, Account]]:
        """Return where each id stood after the last build, by text of this build."""
        found: dict[Key, dict[str, Account]] = {}
        for entry in self.ledger.of_table(self.table_name):
            located = (self.texts.locate(account) for account in self.ledger.accounts.get(entry.key, ()))
            found[entry.key] = {account.text_sha256: account for account in located if account is not None}
        return found

    @cached_property
    def rivals(self) -> Mapping[str, Sequence[tuple[str, Account]]]:
        """Return by text the accounts of all ids in use, each with its id."""
        found: dict[str, list[tuple[str, Account]]] = defaultdict(list)
        for entry in self.ledger.of_table(self.table_name):
            for sha256, account in self.stands[entry.key].items() if entry.change is None else ():
                found[sha256].append((entry.row_id, account))
        return found

    def judge_all(self, entries: Iterable[Entry], rows: Sequence[Footprint]) -> list[Claim]:
        """Return all claims of ids on rows."""
        by_text: dict[str, list[Footprint]] = defaultdict(list)
        by_id = {row.row_id: row for row in rows}
        for row in rows:
            for sha256 in dict.fromkeys(account.text_sha256 for account in row.accounts):
                by_text[sha256].append(row)
        claims = []
        for entry in entries:
            first = self._first(entry)
            texts = [*self.stands[entry.key], *([first.text_sha256] if first else [])]
            near = {row.row_id: row for sha256 in texts for row in by_text[sha256]}
            near |= {entry.row_id: by_id[entry.row_id]} if entry.row_id in by_id else {}
            found = (self.judge(entry, row) for row in near.values())
            claims += [claim for claim in found if claim is not None]
        return claims

    def judge(self, entry: Entry, row: Footprint) -> Claim | None:
        """Return the claim of an id on a row, None where nothing ties them."""
        stands = self.stands[entry.key]
        parents = {account.parent_id for account in self.ledger.accounts.get(entry.key, ())}
        is_exact = row.row_id == entry.row_id
        is_near = not row.parent_id or any(row.parent_id in self.parents.get(parent, ()) for parent in parents)
        if not (is_near or is_exact):
            return None
        there = {account.text_sha256: account for account in reversed(row.accounts)}
        mine = [sha256 for sha256 in stands if sha256 in there]
        heir = follow_changes(self.entries, *entry.key)
        free = [sha256 for sha256 in mine if not self._is_of_another(heir, stands[sha256], there[sha256])]
        found = {sha256: self._weigh(stands[sha256], there[sha256], row) for sha256 in free}
        weights = {sha256: weight for sha256, weight in found.items() if weight is not None}
        first = self._first(entry)
        stale = likeness(first.anchor, there[first.text_sha256].anchor) if first and first.text_sha256 in there else 0.0
        if not (weights or stale or is_exact):
            return None
        origin = entry.first.text_sha256 if entry.first else ""
        ties = [weight.tie for weight in weights.values()] + [FIRST] * (is_exact or stale > 0)
        return Claim(
            entry=entry,
            row=row,
            tie=max(ties),
            nearness=(
                float(row.parent_id in parents),
                weights[origin].fit if origin in weights else 0.0,
                *(sum(getattr(weight, name) for weight in weights.values()) for name in ("fit", "beside", "code")),
                float(is_exact),
                stale,
            ),
        )

    def _first(self, entry: Entry) -> Account | None:
        """Return the words an id was first coded from, where they are in a text in which it no longer stands."""
        located = self.texts.locate(entry.first) if entry.first and self.table_name != "threats_mentioned" else None
        return located if located and located.text_sha256 not in self.stands[entry.key] else None

    def _weigh(self, stood: Account, there: Account, row: Footprint) -> Weight | None:
        """Return what ties an id to a row in one text, None where nothing does."""
        fit, same_code = likeness(stood.anchor, there.anchor), stood.code == there.code
        match self.table_name:
            case "participants":
                is_strong = fit > 0 or same_code
            case "threats_mentioned":
                is_strong = fit > 0 and same_code
            case _:
                is_strong = fit > 0
        if not is_strong:
            return Weight(tie=TOUCHES) if shared(stood.anchor, row.own.get(there.text_sha256, ())) else None
        return Weight(tie=STANDS, fit=fit, beside=likeness(stood.beside, there.beside), code=float(same_code))

    def _is_of_another(self, heir: str, stood: Account, there: Account) -> bool:
        """Return whether a row has what tells an id of the same words apart from this one, and not the reverse."""
        return any(
            other != heir
            and shared(rival.anchor, stood.anchor)
            and _tells(rival, stood, there)
            and not _tells(stood, rival, there)
            for other, rival in self.rivals[there.text_sha256]
        )


def _tells(one: Account, other: Account, there: Account) -> bool:
    """Return whether a row has words that one account has and the other has not, or, where there are none, its code."""
    mine = subtract((*one.anchor, *one.beside), (*other.anchor, *other.beside))
    if mine:
        return shared(mine, (*there.anchor, *there.beside)) > 0
    return one.code != other.code and one.code == there.code
