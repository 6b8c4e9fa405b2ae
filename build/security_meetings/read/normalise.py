"""From the raw text to the reading text, with the raw characters behind each reading character."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

# Byte-order mark, zero-width characters, soft hyphen, marks of direction: seen by nobody, in the way of every rule.
UNSEEN = frozenset(
    "\u00ad\u061c\u180e\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff"
)
LINE_ENDS = frozenset("\r\v\f\x85\u2028\u2029")
SPACES = frozenset("\t\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000")
_SPECIAL = re.compile("[" + "".join(sorted(UNSEEN | LINE_ENDS | SPACES)) + "]")
# No script puts more marks on a letter (Unicode's Stream-Safe Format); a longer run is one piece, not looked into.
LONGEST_LETTER = 31
_CLOSING_JAMO = range(0x1160, 0x1200)

Piece = tuple[str, int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingText:
    """The reading text; `starts[i]`, `ends[i]` bound the raw characters behind `text[i]`.

    Both are None where the two texts are the same.
    `starts` has one more item than the text, the end of the last character, the place of an empty span there.
    """

    text: str
    starts: tuple[int, ...] | None = None
    ends: tuple[int, ...] | None = None


def normalise_text(raw_text: str) -> ReadingText:
    """Return the reading text of a raw text: composed letters, ordinary spaces and line feeds, nothing unseen."""
    if _SPECIAL.search(raw_text) is None and unicodedata.is_normalized("NFC", raw_text):
        return ReadingText(text=raw_text)
    pieces = [piece for letter in _split_letters(list(_read_characters(raw_text))) for piece in _compose(letter)]
    last_end = pieces[-1][2] if pieces else 0
    return ReadingText(
        text="".join(text for text, _, _ in pieces),
        starts=(*(start for text, start, _ in pieces for _ in text), last_end),
        ends=tuple(end for text, _, end in pieces for _ in text),
    )


def _read_characters(raw_text: str) -> Iterator[Piece]:
    index = 0
    while index < len(raw_text):
        character, start = raw_text[index], index
        index += 2 if raw_text.startswith("\r\n", index) else 1
        if character in UNSEEN:
            continue
        if character in LINE_ENDS:
            character = "\n"
        elif character in SPACES:
            character = " "
        yield character, start, index


def _split_letters(characters: list[Piece]) -> Iterator[list[Piece]]:
    letter: list[Piece] = []
    for piece in characters:
        if letter and not _joins_the_letter_before(piece[0]):
            yield letter
            letter = []
        letter.append(piece)
    if letter:
        yield letter


def _joins_the_letter_before(character: str) -> bool:
    return unicodedata.category(character).startswith("M") or ord(character) in _CLOSING_JAMO


def _compose(letter: list[Piece]) -> Iterator[Piece]:
    """Yield the composed letter in the smallest pieces of which each is the composition of its own raw characters."""
    whole = _nfc(letter)
    if len(letter) > LONGEST_LETTER:
        yield whole, letter[0][1], letter[-1][2]
        return
    while letter:
        size = next(size for size in range(1, len(letter) + 1) if _nfc(letter[:size]) + _nfc(letter[size:]) == whole)
        text = _nfc(letter[:size])
        yield text, letter[0][1], letter[size - 1][2]
        letter, whole = letter[size:], whole[len(text) :]


def _nfc(pieces: list[Piece]) -> str:
    return unicodedata.normalize("NFC", "".join(text for text, _, _ in pieces))
