"""Header and headline that stand on one line with the story."""

from __future__ import annotations

import re

from security_meetings.annotate.datelines import Dateline, parse_dateline
from security_meetings.annotate.head_words import HeadWords
from security_meetings.annotate.headlines import Piece
from security_meetings.annotate.lines import Line, find_words, is_prose, normalise_line

REACH = 420
TITLE_WORDS = 4
GAP = re.compile(r"[\s,|\-–—:.()\[\]]*")
INNER_STOP = re.compile(r"[.!?][”\"’)]? +(?=[A-Z“\"])")
PART_START = re.compile(r"(?<=[\s|])[A-Z(\[/]")
KEY_VALUE = re.compile(r" ?(?=[\w\-/]*\d)[\w\-/]*+")
COUNTED_KEY = re.compile(r"\d+ ([^\W\d_]+)")
KEY_REACH = 30
LABEL_REACH = 40
OPENING_QUOTES = frozenset("“\"‘'«")


def read_glued_head(text: str, line: Line, words: HeadWords) -> tuple[Piece, ...]:
    """Return the header and headline at the head of the story's first line; none where the line is all story."""
    own = parse_dateline(text, line.start, line.end, words.datelines)
    if own is not None and (own.place is not None or own.agency is not None):
        return ()
    start = line.start + find_head_end(line, words)
    header = (Piece(kind="header", start=line.start, end=start),) if start > line.start else ()
    dateline = _find_inner_dateline(text, start, line, words)
    if dateline is None:
        # A day before all else is the story's date prefix, kept with its dateline.
        return () if own is not None else header
    if len(find_words(text[start : dateline.start])) < TITLE_WORDS:
        return (Piece(kind="header", start=line.start, end=dateline.start),)
    return (*header, Piece(kind="title", start=start, end=dateline.start))


def find_head_end(line: Line, words: HeadWords) -> int:
    """Return the length of the menus, days and numbered keys at the head of a line, 0 where it has none."""
    stamps = words.datelines.stamps.stamps
    stop = INNER_STOP.search(line.text, 0, REACH)
    limit = REACH if stop is None else stop.start()
    end = _skip_bits(line.text, 0, words)
    for stamp in stamps.finditer(line.text, end, limit):
        is_labelled = _ends_with_label(line.text[max(0, stamp.start() - LABEL_REACH) : stamp.start()], words)
        if is_labelled or not any(word[0].islower() for word in find_words(line.text[end : stamp.start()])):
            end = max(end, _skip_bits(line.text, stamp.start(), words))
    opens = line.text[end : end + 1]
    return end if opens.isupper() or opens in OPENING_QUOTES else 0


def _ends_with_label(before: str, words: HeadWords) -> bool:
    labels = list(words.date_labels.finditer(normalise_line(before)))
    return bool(labels) and not find_words(
        words.datelines.stamps.beside.sub(" ", normalise_line(before)[labels[-1].end() :])
    )


def _skip_bits(text: str, start: int, words: HeadWords) -> int:
    """Return where the days, times and numbered keys end that begin at an offset; the offset where none does."""
    stamps = words.datelines.stamps
    position, is_told = start, False
    while position < len(text):
        at = GAP.match(text, position)
        begin = position if at is None else at.end()
        firm = stamps.stamps.match(text, begin) or _match_key(text, begin, words)
        found = firm or stamps.beside.match(text, begin)
        if found is None or found.end() == position:
            return begin if is_told else start
        is_told = is_told or firm is not None
        position = found.end()
    return start


def _match_key(text: str, begin: int, words: HeadWords) -> re.Match[str] | None:
    key = words.key_line.match(text[begin : begin + KEY_REACH].casefold())
    if key is not None:
        return KEY_VALUE.match(text, begin + key.end())
    count = COUNTED_KEY.match(text, begin)
    return count if count is not None and count[1].casefold() in words.keys else None


def _find_inner_dateline(text: str, start: int, line: Line, words: HeadWords) -> Dateline | None:
    limit = min(line.end, start + REACH)
    stop = INNER_STOP.search(text, start, limit)
    for match in PART_START.finditer(text, max(start - 1, line.start), limit):
        if stop is not None and match.start() > stop.start() + LABEL_REACH:
            return None
        if match.start() < start:
            continue
        dateline = parse_dateline(text, match.start(), line.end, words.datelines)
        if dateline is not None and _opens_story(text, dateline, line, words):
            return dateline
    return None


def _opens_story(text: str, dateline: Dateline, line: Line, words: HeadWords) -> bool:
    """Return whether a story begins after a dateline that was found within a line."""
    if dateline.mark not in {"dash", "colon", "bracket", "stop"} or dateline.place is None:
        return False
    opens = text[dateline.end : dateline.end + 1]
    if not (opens.isupper() or opens in OPENING_QUOTES) or not is_prose(text[dateline.end : line.end]):
        return False
    place = text[slice(*dateline.place)]
    if dateline.stamp is not None or dateline.agency is not None:
        return dateline.mark != "stop" or place.isupper()
    return dateline.mark in {"dash", "colon"} and place.isupper()
