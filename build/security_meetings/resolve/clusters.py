"""Clusters: mentions of several articles joined greedily, best pair first, one mention of an article in each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
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
    """Return the clusters of mentions, of which each candidate pair is judged: a score above 0 joins, the best pairs first.

    A cluster never holds two mentions of one article, and never two that are judged to be different things.
    """
    told: dict[tuple[int, int], tuple[float, tuple[str, ...]]] = {}

    def ask(one: int, other: int) -> tuple[float, tuple[str, ...]]:
        pair = min(one, other), max(one, other)
        if pair not in told:
            told[pair] = judge(mentions[pair[0]], mentions[pair[1]])
        return told[pair]

    fitting = [(pair, ask(*pair)) for pair in candidates if ask(*pair)[0] > 0]
    doubtful = find_doubtful({pair: score for pair, (score, _) in fitting}, lambda a, b: ask(a, b)[0] < 0)
    owner = list(range(len(mentions)))
    members = {at: [at] for at in owner}
    joins: dict[int, list[Join]] = {at: [] for at in owner}
    for (one, other), (score, reasons) in sorted(fitting, key=lambda item: (-item[1][0], item[0])):
        mine, theirs = owner[one], owner[other]
        if mine == theirs or (one, other) in doubtful:
            continue
        if any(articles[a] == articles[b] or ask(a, b)[0] < 0 for a in members[mine] for b in members[theirs]):
            continue
        low, high = sorted((mine, theirs))
        for at in members[high]:
            owner[at] = low
        members[low] += members.pop(high)
        joins[low] += [*joins.pop(high), Join(min(one, other), max(one, other), score, reasons)]
    return [Cluster(tuple(sorted(members[at])), tuple(joins[at])) for at in sorted(members)]


def find_doubtful(
    scores: Mapping[tuple[int, int], float], excludes: Callable[[int, int], bool]
) -> set[tuple[int, int]]:
    """Return the pairs of a mention that fits equally well to two others which exclude each other: it joins neither."""
    mates: dict[int, list[tuple[float, int]]] = defaultdict(list)
    for (one, other), score in scores.items():
        mates[one].append((score, other))
        mates[other].append((score, one))
    doubtful = set()
    for at, told in mates.items():
        best = max(score for score, _ in told)
        equals = [mate for score, mate in told if score == best]
        if any(excludes(a, b) for index, a in enumerate(equals) for b in equals[index + 1 :]):
            doubtful |= {(min(at, mate), max(at, mate)) for mate in equals}
    return doubtful
