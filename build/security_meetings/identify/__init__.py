"""Stage identify: the rows of the records get the ids that the ledger has for them, or new ones."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from security_meetings.documents import Article
from security_meetings.identifiers import make_free_id
from security_meetings.identify.article_ids import identify_articles
from security_meetings.identify.changes import describe_changes, settle_ledger
from security_meetings.identify.claims import FIRST, STANDS, Claim, Judge
from security_meetings.identify.footprints import Footprint, read_footprints
from security_meetings.identify.matching import Matches, match_claims
from security_meetings.identify.renaming import rename_rows
from security_meetings.identify.texts import Texts
from security_meetings.ledger import LEDGER_TABLES, Account, Entry, Key, Ledger, follow_changes, known_accounts
from security_meetings.problems import Problem
from security_meetings.results import Records

__all__ = ["ByHand", "Identified", "describe_changes", "identify_records", "settle_ledger"]

WITHDRAWN = "no longer coded from the articles"
MERGED = "found to be one with the row of the new id"
LISTED = "the person was listed in the register"


@dataclass(frozen=True, slots=True, kw_only=True)
class ByHand:
    """The rows that corrections add and withdraw, by table and id."""

    added: frozenset[Key] = frozenset()
    withdrawn: frozenset[Key] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Identified:
    """Records with lasting ids, the ledger that now has them all, and what stands against an id."""

    records: Records
    ledger: Ledger
    problems: tuple[Problem, ...] = ()


@dataclass(slots=True, kw_only=True)
class Numbering:
    """The ledger while it is brought up to date, table after table."""

    version: str
    by_hand: ByHand
    texts: Texts
    entries: dict[Key, Entry]
    accounts: dict[Key, tuple[Account, ...]] = field(default_factory=dict)
    fresh: set[Key] = field(default_factory=set)

    def ledger(self) -> Ledger:
        """Return the ledger as it stands."""
        return Ledger(entries=tuple(self.entries.values()), accounts=dict(self.accounts))


def identify_records(
    records: Records, articles: Sequence[Article], ledger: Ledger, version: str, by_hand: ByHand
) -> Identified:
    """Return the records with lasting ids and the ledger brought up to date; `version` is the one being made."""
    numbering = Numbering(
        version=version,
        by_hand=by_hand,
        texts=Texts(articles=articles, accounts=known_accounts(ledger)),
        entries=ledger.by_key(),
        accounts=dict(ledger.accounts),
    )
    found = identify_articles(records.articles, ledger, version)
    numbering.entries |= found.entries
    numbering.accounts |= found.accounts
    for table_name in LEDGER_TABLES[1:]:
        rows = read_footprints(records, articles, table_name)
        records = rename_rows(records, {table_name: number_rows(table_name, rows, numbering)})
    return Identified(records=records, ledger=numbering.ledger(), problems=found.problems)


def number_rows(table_name: str, rows: Sequence[Footprint], numbering: Numbering) -> dict[str, str]:
    """Return the lasting id of every row of a table by its provisional one, and bring the ledger up to date."""
    ledger = numbering.ledger()
    judge = Judge(table_name=table_name, ledger=ledger, texts=numbering.texts, parents=find_parents(numbering))
    claims = judge.judge_all([e for e in ledger.of_table(table_name) if may_be_given(e, numbering)], rows)
    order = {key: place for place, key in enumerate(numbering.entries)}
    matches = match_claims([claim for claim in claims if may_be_held(claim, numbering)], order)
    ids = {row_id: claim.entry.row_id for row_id, claim in matches.held.items()}
    taken = {entry.row_id for entry in ledger.of_table(table_name)}
    for row in rows:
        if row.row_id not in ids and not row.is_fixed:
            ids[row.row_id] = make_free_id(row.row_id, taken)
            taken.add(ids[row.row_id])
            add_entry((table_name, ids[row.row_id]), row, find_origin(row, claims, matches), numbering)
    for row in rows:
        key = (table_name, ids.get(row.row_id, row.row_id))
        if key in numbering.entries:
            numbering.entries[key] = replace(
                numbering.entries[key], change=None, new_id=None, change_version=None, reason=None
            )
            numbering.accounts[key] = row.accounts
    retire_ids(table_name, claims, {**ids, **{row.row_id: row.row_id for row in rows if row.is_fixed}}, numbering)
    return ids


def find_parents(numbering: Numbering) -> Mapping[str, frozenset[str]]:
    """Return for each meeting of the ledger those that its participants may belong to: its heir, what split off it."""
    split = defaultdict(set)
    for key in numbering.fresh:
        if key[0] == "meetings":
            split[numbering.entries[key].split_from].add(key[1])
    return {
        row_id: frozenset({follow_changes(numbering.entries, "meetings", row_id), *split[row_id]})
        for table_name, row_id in numbering.entries
        if table_name == "meetings"
    }


def may_be_given(entry: Entry, numbering: Numbering) -> bool:
    """Return whether an id may stand for a row again: no version has given it up, or a correction withdraws the row."""
    parents = {("meetings", account.parent_id) for account in numbering.accounts.get(entry.key, ())}
    is_withdrawn = entry.key in numbering.by_hand.withdrawn or bool(parents & numbering.by_hand.withdrawn)
    return is_withdrawn or not entry.is_given_up(numbering.version)


def may_be_held(claim: Claim, numbering: Numbering) -> bool:
    """Return whether a row may take an id: not one of the register's people, and of a row added by hand only its words."""
    if claim.row.is_fixed:
        return claim.row.row_id == claim.entry.row_id
    return claim.tie == STANDS or claim.entry.key not in numbering.by_hand.added


def add_entry(key: Key, row: Footprint, origin: str | None, numbering: Numbering) -> None:
    """Add a new id to the ledger, with what it was first coded from."""
    first = row.accounts[0] if row.accounts else None
    numbering.entries[key] = Entry(
        table_name=key[0], row_id=key[1], version=numbering.version, first=first, split_from=origin
    )
    numbering.fresh.add(key)


def find_origin(row: Footprint, claims: Sequence[Claim], matches: Matches) -> str | None:
    """Return the id that stood at the words of a new row and stays with another one, None where there is none."""
    staying = {claim.entry.key for claim in matches.held.values()}
    told = [
        claim
        for claim in claims
        if claim.row.row_id == row.row_id and claim.tie == STANDS and claim.entry.key in staying
    ]
    return max(told, key=lambda claim: claim.nearness).entry.row_id if told else None


def retire_ids(table_name: str, claims: Sequence[Claim], ids: Mapping[str, str], numbering: Numbering) -> None:
    """Give up the ids of a table that no row has any more: merged where their words are another row's, else withdrawn."""
    in_use = set(ids.values())
    for key, entry in list(numbering.entries.items()):
        if key[0] != table_name or key[1] in in_use or key in numbering.by_hand.added:
            continue
        if entry.is_given_up(numbering.version):
            continue
        mine = [claim for claim in claims if claim.entry.key == key and claim.tie >= FIRST]
        heir = max(mine, key=lambda claim: (claim.tie, claim.nearness), default=None)
        if heir is None:
            told = replace(entry, change="withdrawn", new_id=None, reason=WITHDRAWN)
        elif heir.row.is_fixed:
            told = replace(entry, change="renamed", new_id=heir.row.row_id, reason=LISTED)
        else:
            told = replace(entry, change="merged", new_id=ids[heir.row.row_id], reason=MERGED)
        numbering.entries[key] = replace(told, change_version=numbering.version)
