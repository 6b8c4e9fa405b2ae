"""The lines of a text and their shape: what looks like prose, like a menu, like a headline."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from security_meetings.documents import Zone, ZoneKind

WORD = re.compile(r"[^\W\d_]+(?:['’\-][^\W\d_]+)*")
TOKEN = re.compile(r"\S+")
SENTENCE_END = re.compile(r"(?:[.!?…]|\.\))[\"”’»'“)\]*]*$")
FULL_STOP = re.compile(r"(?<!\.\.)\.[\"”’»'“)\]*]*$")
SEPARATOR = re.compile(r"(?<! ) *[|·•▪│‖»]+ *|(?<! ) +[/>›] +|(?<! ) *\t+ *|(?<=\S) {2,}(?=\S)")
BULLET = re.compile(r"[\-–—•*·▪►▶»>→○●■□◦✓]+ ?(?=\S)|\d{1,2}[.)]? (?=\S)|\(\d{1,2}\) ")
MARKS_AROUND = re.compile(r"^[\W_]+|[\W_]+$")
# A dotted capital I becomes two letters in lower case.
QUOTES = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "`": "'", "“": '"', "”": '"', "İ": "i"})

PROSE_WORDS = 4
LONG_WORDS = 24
WRAPPED_SHARE = 0.3
WRAPPED_BREAKS = 4
WRAPPED_WIDTH = 40
WRAPPED_LEAST = 0.6
WRAPPED_MOST = 1.4


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line of the text without the white space around it; `after_blank` where an empty line stands before it."""

    start: int
    end: int
    text: str
    after_blank: bool = False

    def part(self, start: int, end: int) -> Line:
        """Return the part of the line between two offsets of the whole text, trimmed."""
        inner = self.text[start - self.start : end - self.start]
        left = len(inner) - len(inner.lstrip())
        stripped = inner.strip()
        return Line(start=start + left, end=start + left + len(stripped), text=stripped, after_blank=self.after_blank)


def split_lines(text: str) -> tuple[Line, ...]:
    """Return the lines that are not empty; the lines of a hard-wrapped paragraph are one."""
    lines: list[Line] = []
    offset, after_blank = 0, False
    for row in text.split("\n"):
        stripped = row.strip()
        if stripped:
            start = offset + row.index(stripped[0])
            lines.append(Line(start=start, end=start + len(stripped), text=stripped, after_blank=after_blank))
        after_blank = not stripped
        offset += len(row) + 1
    return _join_wrapped(text, lines) if _is_wrapped(lines) else tuple(lines)


def _is_wrapped(lines: list[Line]) -> bool:
    breaks = [(a, b) for a, b in pairwise(lines) if not b.after_blank]
    running = _running_rows(lines)
    return len(breaks) >= WRAPPED_BREAKS and len(running) >= WRAPPED_SHARE * len(breaks)


def _running_rows(lines: list[Line]) -> list[Line]:
    """Return the lines that are broken off within a sentence, which goes on in the next."""
    return [
        a
        for a, b in pairwise(lines)
        if not b.after_blank
        and len(a.text) >= WRAPPED_WIDTH
        and b.text[:1].islower()
        and not SENTENCE_END.search(a.text)
    ]


def _join_wrapped(text: str, lines: list[Line]) -> tuple[Line, ...]:
    # A headline or an address may be far longer than the rows of the paragraphs are.
    width = median(len(line.text) for line in _running_rows(lines))
    joined: list[Line] = []
    last_row = ""
    for line in lines:
        is_row = WRAPPED_LEAST * width <= len(last_row) and (len(last_row) <= WRAPPED_MOST * width or "://" in last_row)
        row = line.text
        if joined and not line.after_blank and is_row:
            previous = joined.pop()
            line = Line(
                start=previous.start,
                end=line.end,
                text=text[previous.start : line.end],
                after_blank=previous.after_blank,
            )
        joined.append(line)
        last_row = row
    return tuple(joined)


def zone_lines(text: str, zones: Sequence[Zone], kind: ZoneKind) -> Iterator[Line]:
    """Yield the lines, or the parts of lines, that lie in zones of one kind."""
    inside = [zone for zone in zones if zone.kind == kind]
    at = 0
    for line in split_lines(text) if inside else ():
        while at < len(inside) and inside[at].end <= line.start:
            at += 1
        reach = at
        while reach < len(inside) and inside[reach].start < line.end:
            yield line.part(max(line.start, inside[reach].start), min(line.end, inside[reach].end))
            reach += 1


def normalise_line(text: str) -> str:
    """Return a line in lower case, with plain apostrophes and one space between its words."""
    return " ".join(text.translate(QUOTES).casefold().split())


def bare_line(text: str) -> str:
    """Return a normalised line without the marks around it, to be compared with a list."""
    return MARKS_AROUND.sub("", normalise_line(text))


def find_words(text: str) -> list[str]:
    """Return the words of a text, numbers left out."""
    return WORD.findall(text)


def split_chunks(text: str) -> list[str]:
    """Return what stands between the separators of a menu line; one chunk where there is no separator."""
    return [chunk for chunk in SEPARATOR.split(text) if chunk.strip()]


def ends_sentence(text: str) -> bool:
    """Return whether a line ends as a sentence does, quotes and brackets after the stop allowed."""
    return SENTENCE_END.search(text) is not None


def ends_with_stop(text: str) -> bool:
    """Return whether a line ends with one full stop: no question, call or ellipsis."""
    return FULL_STOP.search(text) is not None


def is_bulleted(text: str) -> bool:
    """Return whether a line begins as an item of a list."""
    return BULLET.match(text) is not None


def is_menu(text: str) -> bool:
    """Return whether a line is a row of short pieces, as menus, paths and tool bars are."""
    chunks = split_chunks(text)
    if len(chunks) < 2:
        return False
    lengths = [len(find_words(chunk)) for chunk in chunks]
    if len(chunks) == 2:
        return max(lengths) <= 4 and any(mark in text for mark in "|›>»")
    return sum(lengths) <= 3.5 * len(chunks) and not (ends_with_stop(text) and max(lengths) >= 8)


def is_prose(text: str) -> bool:
    """Return whether a line reads as a sentence or more of running text."""
    words = find_words(text)
    if len(words) < PROSE_WORDS or is_menu(text):
        return False
    lower = sum(word[:1].islower() for word in words)
    if ends_sentence(text):
        return lower >= 2 or lower * 3 >= len(words)
    return len(words) >= LONG_WORDS and lower * 2 >= len(words)
