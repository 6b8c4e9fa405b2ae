"""Which of the lines above a story is its headline."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from security_meetings.annotate.issuers import IssuerWords
from security_meetings.annotate.lines import bare_line, find_words, is_prose, normalise_line
from security_meetings.vocabularies import Vocabulary

HeadKind = Literal["header", "title", "dateline", "body", "caption", "furniture", "candidate"]

TITLE_TAG = re.compile(r"\s[\[(](\w[\w ]{1,18})[\])]$")
COLON_END = re.compile(r":[\s_\W]*$")
DIGIT = re.compile(r"\d")
# Names side by side, and where somebody is reached.
ROW = re.compile(r"\S\s+[|·•]\s+\S")
ADDRESS = re.compile(r"\bP\. ?O\. ?Box\b|\b(?:Tel|Telephone|Phone|Fax)\b\W{0,3}\d?|\+\d{2,3}[ -]\d", re.IGNORECASE)
BLANK_LINE = re.compile(r"\n\s*\n")
TITLE_WORDS = 4
OFFICE_WORDS = 14
RUN_ON_WORDS = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A stretch of the text and what it is; a `candidate` may be the headline."""

    kind: HeadKind
    start: int
    end: int

    def of_kind(self, kind: HeadKind) -> Piece:
        """Return the same stretch as another kind."""
        return replace(self, kind=kind)


@dataclass(frozen=True, slots=True, eq=False)
class HeadlineWords:
    """What tells a headline from the other lines above a story."""

    verbs: frozenset[str]
    kinds: frozenset[str]
    tickers: frozenset[str]
    slogan: re.Pattern[str]
    bodies: frozenset[str]
    joints: frozenset[str]
    tags: frozenset[str]
    issuers: IssuerWords


@cache
def compile_headlines(vocabulary: Vocabulary, issuers: IssuerWords) -> HeadlineWords:
    """Return the words of codebook/header_words.toml by which headlines are known."""
    book = vocabulary.codebook("header_words")
    words = book["headline"]
    year, slogans = r"(?:19|20)\d\d", "|".join(map(re.escape, words["slogans"]))
    return HeadlineWords(
        verbs=frozenset(words["verbs"]),
        kinds=frozenset(words["kinds"]),
        tickers=frozenset(words["tickers"]),
        slogan=re.compile(
            rf"(?:(?:{slogans}) {year}|{year})\s*+[-–—:.]?\s*+(?:[«\"“]|(?:is )?(?:the )?(?:{slogans})\b)"
        ),
        bodies=issuers.heads - frozenset(vocabulary.codebook("actor_words")["heads"]),
        joints=frozenset(words["joints"]),
        tags=frozenset(book["not_agencies"]),
        issuers=issuers,
    )


def is_office_title(line: str, words: HeadlineWords) -> bool:
    """Return whether a line begins as the name of an office does and tells nothing that happened.

    "DEPARTMENT OF HOMELAND AND TRIBAL AFFAIRS" does; "Ministry of Defence hosts envoys" tells something.
    """
    told = [word.casefold() for word in find_words(line)]
    if not 2 <= len(told) <= OFFICE_WORDS or is_prose(line) or ":" in line:
        return False
    if set(told) & (words.verbs | words.kinds):
        return False
    small = words.issuers.places_between | {"of", "the", "and", "for", "de", "da", "du", "la"}
    is_named = all(word[:1].isupper() or word in small for word in find_words(line))
    # The head stands first or before "of": "Executive Office of the President", "National Security Agency of Togo".
    heads = [place for place, word in enumerate(told[:-1]) if word in words.bodies]
    has_head = any(told[place + 1] in {"of", "for"} and place <= 3 for place in heads)
    ends_so = told[-1] in words.bodies and all(word in words.issuers.words for word in told[:-1])
    return is_named and (has_head or ends_so)


def is_slogan(line: str, words: HeadlineWords) -> bool:
    """Return whether a line is the motto of a year, as in "2024 - Year of Youth"."""
    return words.slogan.match(normalise_line(line)) is not None


def choose_title(text: str, pieces: Sequence[Piece], words: HeadlineWords) -> list[Piece]:
    """Return the pieces with the headline as `title`, and every other candidate as `header`."""
    joined = _join_run_on(text, pieces, words)
    open_pieces = [piece for piece in joined if piece.kind == "candidate" and not _is_never(text, piece, words)]
    sizes = {piece: len(find_words(text[piece.start : piece.end])) for piece in open_pieces}
    title = _pick(text, open_pieces, sizes, words)
    chosen: list[Piece] = []
    for piece in joined:
        if piece.kind == "candidate":
            # A second headline is one only right under the first.
            is_deck = bool(chosen) and chosen[-1].kind == "title" and sizes.get(piece, 0) >= TITLE_WORDS
            piece = piece.of_kind("title" if piece is title or is_deck else "header")
        chosen += _split_tag(text, piece, words) if piece.kind == "title" else [piece]
    return chosen


def _is_never(text: str, piece: Piece, words: HeadlineWords) -> bool:
    line = text[piece.start : piece.end]
    return is_slogan(line, words) or is_office_title(line, words)


def _pick(text: str, pieces: Sequence[Piece], sizes: dict[Piece, int], words: HeadlineWords) -> Piece | None:
    full = [piece for piece in pieces if sizes[piece] >= TITLE_WORDS]
    full = [piece for piece in full if not _is_weak(text[piece.start : piece.end], words)] or full
    told = {piece: bare_line(text[piece.start : piece.end]) for piece in full}
    if len(full) > 1 and any(told[piece] != told[full[0]] and told[piece] in told[full[0]] for piece in full[1:]):
        # The page's own name for itself, with the headline in it, stands above the headline.
        full = full[1:]
    return full[0] if full else max(pieces, key=lambda piece: sizes[piece], default=None)


def _is_weak(line: str, words: HeadlineWords) -> bool:
    """Return whether a line gives way to any other: it announces something, runs in a ticker, or is a row or an address."""
    if ADDRESS.search(line) or (ROW.search(line) and not {w.casefold() for w in find_words(line)} & words.verbs):
        return True
    label = bare_line(line.partition(":")[0]) if ":" in line else ""
    return COLON_END.search(line) is not None or label in words.tickers


def _join_run_on(text: str, pieces: Sequence[Piece], words: HeadlineWords) -> list[Piece]:
    """Return the pieces with the lines of a headline made one that was broken in the middle of a phrase."""
    joined: list[Piece] = []
    for piece in pieces:
        last = joined[-1] if joined else None
        is_open = last is not None and last.kind == "candidate" and piece.kind in {"candidate", "header"}
        if last is not None and is_open and _runs_on(text, last, piece, words):
            joined[-1] = replace(last, end=piece.end)
        else:
            joined.append(piece)
    return joined


def _runs_on(text: str, first: Piece, second: Piece, words: HeadlineWords) -> bool:
    between = text[first.end : second.start]
    before, after = find_words(text[first.start : first.end]), find_words(text[second.start : second.end])
    is_next = "\n" in between and BLANK_LINE.search(between) is None
    if not is_next or not before or not after or DIGIT.search(text, second.start, second.end):
        return False
    if len(before) + len(after) > 2 * RUN_ON_WORDS:
        return False
    breaks_off = before[-1].casefold() in words.joints or text[first.start : first.end].rstrip().endswith(",")
    return breaks_off or (after[0].islower() and after[0] in words.joints)


def _split_tag(text: str, title: Piece, words: HeadlineWords) -> list[Piece]:
    """Return a headline without the tag behind it, such as "[UPDATED]", and the tag."""
    tag = TITLE_TAG.search(text, title.start, title.end)
    if tag is None or bare_line(tag[1]) not in words.tags:
        return [title]
    return [replace(title, end=tag.start()), Piece(kind="header", start=tag.start(), end=title.end)]
