"""Whether a text holds a long stretch of another one: both with any white space as one space, whatever is around."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

# A stretch of twice that length surely holds a whole piece that begins at a multiple of it.
_PIECE = 75
# Above so many characters only those of the raw texts are kept, and every place of the other text is looked at.
_MANY = 5_000_000
_WORD = re.compile(r"\S+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """Words of a raw text found again elsewhere: half-open, counted in characters of the raw text."""

    article_id: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Plain:
    """A text with one space for any white space; `breaks` and `shifts` lead back to the places in the raw one."""

    text: str
    breaks: tuple[int, ...]
    shifts: tuple[int, ...]

    def place(self, at: int) -> int:
        """Return where a character of the plain text stands in the raw one."""
        return at + self.shifts[bisect_right(self.breaks, at) - 1]


@dataclass(slots=True)
class StretchFinder:
    """Raw texts, ready to be looked for in others."""

    raw_texts: Mapping[str, str]
    longest: int
    plain: dict[str, Plain] = field(default_factory=dict)
    pieces: dict[str, list[tuple[str, int]]] = field(default_factory=lambda: defaultdict(list))
    step: int = _PIECE

    def __post_init__(self) -> None:
        own_step = 1
        if sum(map(len, self.raw_texts.values())) > _MANY:
            own_step, self.step = _PIECE, 1
        for article_id, raw_text in self.raw_texts.items():
            plain = make_plain(raw_text)
            self.plain[article_id] = plain
            for at in range(0, len(plain.text) - _PIECE + 1, own_step):
                self.pieces[plain.text[at : at + _PIECE]].append((article_id, at))

    def find(self, text: str) -> Iterator[Stretch]:
        """Yield the stretches of raw texts of more than `longest` characters that stand in a text, each once."""
        plain, at = " ".join(text.split()), 0
        seen: set[Stretch] = set()
        while at <= len(plain) - _PIECE:
            reach = at + self.step
            for article_id, place in self.pieces.get(plain[at : at + _PIECE], ()):
                found, end = self._grow(plain, at, article_id, place)
                if found.end - found.start > self.longest:
                    reach = max(reach, end)
                    if found not in seen:
                        seen.add(found)
                        yield found
            at = reach

    def _grow(self, text: str, at: int, article_id: str, place: int) -> tuple[Stretch, int]:
        """Return the stretch around a piece that is in both, and where it ends in the text."""
        own = self.plain[article_id]
        before = 0
        while before < min(at, place) and text[at - before - 1] == own.text[place - before - 1]:
            before += 1
        after = _PIECE
        while at + after < len(text) and place + after < len(own.text) and text[at + after] == own.text[place + after]:
            after += 1
        stretch = Stretch(article_id=article_id, start=own.place(place - before), end=own.place(place + after - 1) + 1)
        return stretch, at + after


def make_plain(raw_text: str) -> Plain:
    """Return a raw text with one space for any white space."""
    words: list[str] = []
    breaks, shifts, length = [0], [0], 0
    for match in _WORD.finditer(raw_text):
        at = length + (1 if words else 0)
        breaks.append(at)
        shifts.append(match.start() - at)
        words.append(match.group())
        length = at + len(match.group())
    return Plain(" ".join(words), tuple(breaks), tuple(shifts))
