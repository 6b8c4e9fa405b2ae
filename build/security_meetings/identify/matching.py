"""Matching: each id keeps the row nearest to it, each row the oldest of the ids that claim it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from security_meetings.identify.claims import Claim
from security_meetings.ledger import Key


@dataclass(frozen=True, slots=True, kw_only=True)
class Matches:
    """The claims that hold, by provisional id of the row, and all claims of each id, the nearest first."""

    held: Mapping[str, Claim]
    wishes: Mapping[Key, Sequence[Claim]]


def match_claims(claims: Iterable[Claim], order: Mapping[Key, int]) -> Matches:
    """Return the one-to-one matching in which no id and row would both rather have each other.

    An id prefers the row that is nearest; a row prefers the id that is tied to its words more firmly, of equals one in
    use, of these the older. `order` gives the age of each id. The outcome does not depend on the order of the claims.
    """
    wishes: dict[Key, list[Claim]] = defaultdict(list)
    for claim in claims:
        wishes[claim.entry.key].append(claim)
    for wished in wishes.values():
        wished.sort(key=lambda claim: (-claim.tie, *(-part for part in claim.nearness), claim.row.row_id))
    held: dict[str, Claim] = {}
    waiting = sorted(wishes, key=order.__getitem__, reverse=True)
    asked: dict[Key, int] = defaultdict(int)
    while waiting:
        key = waiting.pop()
        if asked[key] == len(wishes[key]):
            continue
        claim = wishes[key][asked[key]]
        asked[key] += 1
        rival = held.get(claim.row.row_id)
        if rival is None or _rank(claim, order) < _rank(rival, order):
            held[claim.row.row_id] = claim
            if rival is not None:
                waiting.append(rival.entry.key)
        else:
            waiting.append(key)
    return Matches(held=held, wishes=wishes)


def _rank(claim: Claim, order: Mapping[Key, int]) -> tuple[int, bool, int]:
    return -claim.tie, claim.entry.change is not None, order[claim.entry.key]
