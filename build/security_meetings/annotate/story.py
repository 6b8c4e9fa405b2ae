"""The lines from the first sentence on: story, and the furniture inside and below it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import accumulate

from security_meetings.annotate.datelines import Dateline, parse_dateline
from security_meetings.annotate.furniture import FurnitureKind, find_furniture, find_tail
from security_meetings.annotate.head_words import HeadWords
from security_meetings.annotate.header import is_byline, is_date_line, is_header_line
from security_meetings.annotate.headlines import HeadKind, Piece
from security_meetings.annotate.lines import Line, ends_sentence, ends_with_stop, find_words, is_bulleted, is_prose

SITE_LINE = re.compile(r"(?:[\w\-]{1,30}\.){1,3}[A-Za-z]{2,4}\b", re.ASCII)

SENTENCE_WORDS = 6
LONG_SENTENCE_WORDS = 25
TEASER_LENGTH = 280
DATELINE_LINES = 3
EARLY_PROSE = 400
STORY_SHARE = 0.5
LIST_ENDS = (":", ";", ",")


def read_story(text: str, lines: Sequence[Line], words: HeadWords) -> tuple[Piece, ...]:
    """Return the pieces of the lines from the first line of the story on."""
    kinds = _settle_tail(lines, _classify_lines(lines, words))
    pieces: list[Piece] = []
    seen, has_dateline = 0, False
    for line, kind in zip(lines, kinds, strict=True):
        if kind != "body":
            pieces.append(Piece(kind=kind, start=line.start, end=line.end))
            continue
        start, end = line.start, line.end
        if seen < DATELINE_LINES and not has_dateline:
            is_lead = seen == 0 or (seen == 1 and _is_only_dated(text, line, lines, words))
            dateline = _read_dateline(text, line, is_lead, words)
            if dateline is not None:
                has_dateline, start = True, dateline.end
                pieces.append(Piece(kind="dateline", start=line.start, end=start))
        seen += 1
        tail = find_tail(text[start:end], words.furniture)
        cut = end if tail is None else start + tail
        pieces.append(Piece(kind="body", start=start, end=cut))
        pieces.append(Piece(kind="furniture", start=cut, end=end))
    return tuple(pieces)


def _read_dateline(text: str, line: Line, is_first: bool, words: HeadWords) -> Dateline | None:
    dateline = parse_dateline(text, line.start, line.end, words.datelines)
    if dateline is None or is_first:
        return dateline
    is_firm = dateline.place is not None and (dateline.agency is not None or dateline.stamp is not None)
    return dateline if is_firm and dateline.mark != "end" else None


def _is_only_dated(text: str, line: Line, lines: Sequence[Line], words: HeadWords) -> bool:
    """Return whether a line begins with a day and its year before a dash, and no other does, as those of a timeline do."""
    days = [_date_prefix(text, other, words) for other in lines]
    return _date_prefix(text, line, words) and days.count(True) == 1


def _date_prefix(text: str, line: Line, words: HeadWords) -> bool:
    if not line.text[:1].isdigit():
        return False
    dateline = parse_dateline(text, line.start, line.end, words.datelines)
    stamp = None if dateline is None else dateline.stamp
    return dateline is not None and stamp is not None and stamp.year is not None and dateline.mark == "dash"


def _classify_lines(lines: Sequence[Line], words: HeadWords) -> list[HeadKind]:
    found = [find_furniture(line.text, words.furniture) for line in lines]
    prose = [len(line.text) if is_prose(line.text) and not found[i] else 0 for i, line in enumerate(lines)]
    told = [0, *accumulate(prose)]
    last_prose = max((i for i, size in enumerate(prose) if size), default=0)
    kinds: list[HeadKind] = []
    while (index := len(kinds)) < len(lines):
        kind = found[index]
        if kind == "closing" and told[index] >= STORY_SHARE * told[-1]:
            kinds += ["furniture"] * (len(lines) - index)
        elif kind in {"heading", "link"}:
            stop = _end_of_links(lines, found, index, kind, told[index] >= STORY_SHARE * told[-1])
            kinds += ["furniture"] * (stop - index)
        elif kind is not None:
            kinds.append("caption" if kind == "caption" else "furniture")
        else:
            kinds.append(_classify_line(lines[index], told[index], index > last_prose, words))
    return kinds


def _classify_line(line: Line, prose_before: int, is_below: bool, words: HeadWords) -> HeadKind:
    """Return the kind of a line without a cue: dates and bylines are header above and furniture below the story."""
    if is_prose(line.text):
        return "body"
    is_note = is_date_line(line.text, words) or is_byline(line.text, words)
    if is_below and (is_note or SITE_LINE.match(line.text) or is_header_line(line.text, words)):
        return "furniture"
    if is_note and 0 < prose_before <= EARLY_PROSE:
        return "header"
    return "body"


def _end_of_links(
    lines: Sequence[Line], found: Sequence[FurnitureKind | None], index: int, kind: FurnitureKind, is_late: bool
) -> int:
    """Return the index of the line with which the story goes on after a heading of links."""
    after = range(index + 1, len(lines))
    if kind == "link":
        return next((i for i in after if found[i] is not None or not is_bulleted(lines[i].text)), len(lines))
    if is_late and _is_teaser_list(lines[index + 1 :]):
        return len(lines)
    return next((i for i in after if found[i] is not None or _resumes(lines[i])), len(lines))


def _resumes(line: Line) -> bool:
    """Return whether a line under a heading of links is a sentence of the story and no link."""
    if is_bulleted(line.text) or not is_prose(line.text):
        return False
    return ends_with_stop(line.text) or len(find_words(line.text)) >= LONG_SENTENCE_WORDS


def _is_teaser_list(lines: Sequence[Line]) -> bool:
    """Return whether headlines and single short sentences take turns, as in a list of stories with teasers."""
    sentences = [index for index, line in enumerate(lines) if _resumes(line)]
    alone = all(index > 0 and index - 1 not in sentences for index in sentences)
    return len(sentences) >= 2 and alone and all(len(lines[index].text) <= TEASER_LENGTH for index in sentences)


def _settle_tail(lines: Sequence[Line], kinds: list[HeadKind]) -> list[HeadKind]:
    """Return the kinds with headlines below the last sentence made furniture, a list that the story announces kept."""
    story = [i for i, kind in enumerate(kinds) if kind == "body" and _is_story_line(lines[i])]
    if not story:
        return kinds
    last = story[-1]
    after = [i for i in range(last + 1, len(lines)) if kinds[i] == "body"]
    direct = [i for place, i in enumerate(after) if i == last + 1 + place]
    announced = lines[last].text.endswith((*LIST_ENDS, "?"))
    bulleted = bool(direct) and all(is_bulleted(lines[i].text) and _has_small_word(lines[i]) for i in direct)
    kept = direct if announced or bulleted or _is_lone_sentence(lines, direct) else []
    dropped = set(after) - set(kept)
    return ["furniture" if i in dropped else kind for i, kind in enumerate(kinds)]


def _is_lone_sentence(lines: Sequence[Line], indices: Sequence[int]) -> bool:
    """Return whether a single line follows that may be a sentence without its stop."""
    return len(indices) == 1 and len(find_words(lines[indices[0]].text)) >= SENTENCE_WORDS


def _has_small_word(line: Line) -> bool:
    """Return whether a line is more than names and numbers, as an address is."""
    return any(word.islower() for word in find_words(line.text))


def _is_story_line(line: Line) -> bool:
    return is_prose(line.text) or ends_sentence(line.text) or line.text.endswith(LIST_ENDS)
