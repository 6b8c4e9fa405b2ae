"""Clusters: mentions of several articles joined greedily, best pair first, one mention of an article in each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

Told = TypeVar("Told")
Judge = Callable[[Told, Told], tuple[float, tuple[str, ...]]]


@dataclass(frozen=True, slots=True)
class Join:
    """Why two mentions were joined: their positions, the score and the reasons."""

    one: int
    other: int
    score: float
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Cluster(Generic[Told]):
    """Mentions of one thing, in the order of the reports, with the join that brought each but the first."""

    members: tuple[int, ...]
    joins: tuple[Join, ...]


def join_mentions(
    mentions: Sequence[Told], articles: Sequence[str], candidates: Sequence[tuple[int, int]], judge: Judge[Told]
) -> list[Cluster[Told]]:
    """Return the clusters of mentions, each pair of which is judged: a score of 0 forbids, the best pairs join first.

    A cluster never holds two mentions of one article, and never two that are judged to be different things.
    """
    judged = {pair: judge(mentions[pair[0]], mentions[pair[1]]) for pair in candidates}
    owner = list(range(len(mentions)))
    members = {at: [at] for at in owner}
    joins: dict[int, list[Join]] = {at: [] for at in owner}
    for (one, other), (score, reasons) in sorted(judged.items(), key=lambda item: (-item[1][0], item[0])):
        mine, theirs = owner[one], owner[other]
        if score <= 0 or mine == theirs:
            continue
        both = [(a, b) for a in members[mine] for b in members[theirs]]
        if any(articles[a] == articles[b] for a, b in both):
            continue
        if any(judged.get((min(a, b), max(a, b)), (1.0, ()))[0] < 0 for a, b in both):
            continue
        low, high = sorted((mine, theirs))
        for at in members[high]:
            owner[at] = low
        members[low] += members.pop(high)
        joins[low] += [*joins.pop(high), Join(min(one, other), max(one, other), score, reasons)]
    return [Cluster(tuple(sorted(members[at])), tuple(joins[at])) for at in sorted(members)]
