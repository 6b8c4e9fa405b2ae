"""Site furniture: lines that a page carries around and inside its story."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Literal

from security_meetings.annotate.datestamps import StampWords, compile_stamps
from security_meetings.annotate.lines import (
    PROSE_WORDS,
    bare_line,
    ends_sentence,
    find_words,
    is_prose,
    normalise_line,
    split_chunks,
)
from security_meetings.vocabularies import Vocabulary

FurnitureKind = Literal["plain", "caption", "heading", "link", "closing"]

# Shapes of codes, captchas, signatures, hashtags and rules; what they say is no language's.
CODE_SHAPES = re.compile(
    r"\d+ ?[+\-−–×x*÷/] ?\d+ ?=.*"  # 3 + 4 =
    r"|[\d\s.,:*/#()+\-–|%]+"  # 9417**2050
    r"|[A-Za-z]{1,8}(?:/[A-Za-z]{1,4})?/(?:\d{1,9})?(?:/\d{1,4})?"  # MNA/6353312, SH/
    r"|/{1,4} ?[A-Za-z]{1,12}(?:[/\-]\w{1,12})?/?"  # ///nCa
    r"|(?:#[\w\-]+[,;\s]*)+"  # #Iran, #ECO
    r"|[-=_*#~.•·—–|<>!?\s]+"
    r"|[a-z]{2,5}(?:[/.][a-z]{2,5}){1,5}"  # initials of the desk: sc/jlp, fk.hb
    r"|\S+@\S+\.\S+"
    r"|(?:https?://|www\.)\S+"
    r"|@\w+"
    r"|\(?[A-Z]{2,5}\)?-{0,2}/?[A-Z]{0,3}"  # initials of the desk
)
MARKETS = re.compile(r"[▲▼△▽↑↓]")
SIGNATURE = re.compile(
    r"\s(?:/{2,4} ?[A-Za-z][\w .]{0,30}(?:, [\w ,.]{4,30})?|[A-Z]{2,6}/\d{4,9}|\d{3,6}\*{1,2}\d{3,6})\s*$"
)
LINK_MARK = re.compile(r"\s*[:|►▶»>–—]|\s-\s")
STOP = re.compile(r"[.!?][\"”’»)\]]*(?:\s+|$)")
YEAR_WORD = re.compile(r"\b(?:19|20)\d\d\b")

SHORT_CUE_WORDS = 30
CUED_PROSE_WORDS = 25
FURNITURE_WORDS = 70
TAIL_CODE = r"[A-Z]{2,6}/\d{4,9}|\d{3,6}\*{1,2}\d{3,6}|/{2,4} ?[A-Za-z]|-{3,} "


@dataclass(frozen=True, slots=True, eq=False)
class FurnitureCues:
    """The cues of the codebook, as sets and patterns over normalised lines."""

    lines: frozenset[str]
    starts: re.Pattern[str]
    firm_starts: re.Pattern[str]
    contains: re.Pattern[str]
    firm_contains: re.Pattern[str]
    headings: frozenset[str]
    heading_starts: re.Pattern[str]
    closings: frozenset[str]
    signatures: frozenset[str]
    bar_words: frozenset[str]
    caption_starts: re.Pattern[str]
    caption_marks: re.Pattern[str]
    tails: re.Pattern[str]
    stamps: StampWords
    date_labels: frozenset[str]
    calendar: re.Pattern[str]


@cache
def compile_furniture(vocabulary: Vocabulary) -> FurnitureCues:
    """Return the cues of codebook/furniture.toml, ready for use."""
    cues = vocabulary.codebook("furniture")
    dates = vocabulary.codebook("date_words")
    names = [name.casefold() for key in ("months", "weekdays") for row in dates[key].values() for name in row]
    return FurnitureCues(
        lines=frozenset(bare_line(cue) for cue in cues["lines"]),
        starts=_starting(cues["starts"]),
        firm_starts=_starting(cues["firm_starts"]),
        contains=re.compile("|".join(map(re.escape, cues["contains"]))),
        firm_contains=re.compile("|".join(map(re.escape, cues["firm_contains"]))),
        headings=frozenset(cues["link_headings"]),
        heading_starts=_starting(cues["link_headings"]),
        closings=frozenset([*cues["closing_headings"], *cues["signature_headings"]]),
        signatures=frozenset(cues["signature_headings"]),
        bar_words=frozenset(cues["bar_words"]),
        caption_starts=_starting(cues["caption_starts"]),
        caption_marks=re.compile("|".join(map(re.escape, cues["caption_marks"]))),
        tails=re.compile(rf"(?<=[.!?”\"’»)\]])\s+(?={TAIL_CODE}|(?i:{_any(cues['tails'])})(?![^\W_]))"),
        stamps=compile_stamps(vocabulary),
        date_labels=frozenset(vocabulary.codebook("header_words")["published_labels"]),
        calendar=re.compile(rf"\b(?:{_any(names)})\b"),
    )


def _any(cues: Iterable[str]) -> str:
    return "|".join(map(re.escape, sorted(cues, key=lambda cue: (-len(cue), cue))))


def _starting(cues: Iterable[str]) -> re.Pattern[str]:
    stripped = sorted({cue.strip() for cue in cues}, key=lambda cue: (-len(cue), cue))
    return re.compile("|".join(re.escape(cue) + (r"(?![^\W_])" if cue[-1].isalpha() else "") for cue in stripped))


def find_furniture(text: str, cues: FurnitureCues) -> FurnitureKind | None:
    """Return which kind of furniture a line is, or None where no cue and no shape tells that it is any.

    `heading` opens a list of links, `link` is a heading with its link on one line, `closing` opens comments and forms,
    `caption` tells of a picture and names a day.
    """
    if len(find_words(text)) > FURNITURE_WORDS and is_prose(text):
        return None
    line, bare = normalise_line(text).lstrip("-–—•*►▶>» "), bare_line(text)
    if bare in cues.closings or re.sub(r"[\d\W]+", " ", bare).strip() in cues.closings:
        return "closing"
    if bare in cues.headings:
        return "heading"
    if bare in cues.lines or CODE_SHAPES.fullmatch(text) or MARKETS.search(text):
        return "plain"
    caption = _find_caption(line, text, cues)
    if caption is not None:
        return caption
    heading = cues.heading_starts.match(line)
    if heading is not None and LINK_MARK.match(line, heading.end()):
        return "link"
    if cues.firm_starts.match(line):
        return "plain"
    is_short = len(find_words(text)) <= SHORT_CUE_WORDS
    if is_short and cues.firm_contains.search(line):
        return "plain"
    if is_prose(text):
        return None
    if is_short and (cues.starts.match(line) or cues.contains.search(line)):
        return "plain"
    return "plain" if _is_bar(text, cues) else None


def _find_caption(line: str, text: str, cues: FurnitureCues) -> FurnitureKind | None:
    begins = cues.caption_starts.match(line)
    marked = cues.caption_marks.search(line) if len(text) <= 400 else None
    if begins is None and marked is None:
        return None
    dated = cues.calendar.search(line) is not None or YEAR_WORD.search(line) is not None
    told = find_words(text[begins.end() if begins else 0 :])
    if begins is None and not dated and is_prose(text) and len(told) > SHORT_CUE_WORDS:
        return None
    return "caption" if dated and len(told) >= 6 else "plain"


def _is_bar(text: str, cues: FurnitureCues) -> bool:
    chunks = [bare_line(chunk) for chunk in split_chunks(text)]
    pieces = [chunk for chunk in chunks if chunk]
    if len(pieces) >= 2 and sum(piece in cues.bar_words for piece in pieces) * 2 >= len(pieces):
        return True
    words = [word.casefold() for word in find_words(text)]
    return len(words) >= 2 and all(word in cues.bar_words for word in words)


def find_tail(text: str, cues: FurnitureCues) -> int | None:
    """Return where, within a line of prose, furniture follows the last sentence; None where none does."""
    signature = SIGNATURE.search(text)
    if signature is not None and ends_sentence(text[: signature.start()]):
        return signature.start() + 1
    last_prose = _end_of_prose(text, cues)
    tail = next((match.end() for match in cues.tails.finditer(text) if match.end() >= last_prose), None)
    stamp = cues.stamps.stamps.search(text, last_prose)
    if stamp is None or not 0 < last_prose < len(text):
        return tail
    before, after = bare_line(text[last_prose : stamp.start()]), text[stamp.end() :].lstrip()
    is_note = (not before or before in cues.date_labels) and not after[:1].islower()
    return last_prose if is_note else tail


def _end_of_prose(text: str, cues: FurnitureCues) -> int:
    """Return the end of the last stretch between two stops that reads as a sentence and begins with no cue."""
    tails = {match.end() for match in cues.tails.finditer(text)}
    end, start = 0, 0
    for stop in STOP.finditer(text):
        piece = text[start : stop.start() + 1]
        count = len(find_words(piece))
        is_told = start not in tails or (count >= CUED_PROSE_WORDS and not text[stop.start() - 1].isspace())
        if is_told and count >= PROSE_WORDS and is_prose(piece):
            end = stop.end()
        start = stop.end()
    return end
