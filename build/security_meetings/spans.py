"""Sets of spans of a text: how much they share, and what is in one and not in the other."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

Span = tuple[int, int]


def unite(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Return the spans in order, those that touch or overlap as one."""
    united: list[Span] = []
    for start, end in sorted(spans):
        if united and start <= united[-1][1]:
            united[-1] = (united[-1][0], max(united[-1][1], end))
        else:
            united.append((start, end))
    return tuple(united)


def measure(spans: Iterable[Span]) -> int:
    """Return how many characters the spans cover together."""
    return sum(end - start for start, end in unite(spans))


def shared(one: Iterable[Span], other: Iterable[Span]) -> int:
    """Return how many characters are covered by both."""
    mine, theirs = unite(one), unite(other)
    return sum(max(0, min(a[1], b[1]) - max(a[0], b[0])) for a in mine for b in theirs)


def likeness(one: Sequence[Span], other: Sequence[Span]) -> float:
    """Return the share of all covered characters that both cover: 1 for the same spans, 0 for none in common."""
    both = shared(one, other)
    return both / (measure(one) + measure(other) - both) if both else 0.0


def subtract(one: Iterable[Span], other: Iterable[Span]) -> tuple[Span, ...]:
    """Return what the first covers and the second does not."""
    left = list(unite(one))
    for start, end in unite(other):
        left = [piece for a, b in left for piece in ((a, min(b, start)), (max(a, end), b)) if piece[0] < piece[1]]
    return tuple(left)


def shift(spans: Iterable[Span], by: int) -> tuple[Span, ...]:
    """Return the spans moved by a number of characters; what would begin before the text is left out."""
    return tuple((start + by, end + by) for start, end in spans if start + by >= 0)
