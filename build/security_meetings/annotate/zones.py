"""The zones of a text: what is story, headline, dateline and caption, and what is the page around it."""

from __future__ import annotations

from collections.abc import Sequence

from security_meetings.annotate.datelines import parse_dateline
from security_meetings.annotate.furniture import find_furniture
from security_meetings.annotate.glued import INNER_STOP, read_glued_head
from security_meetings.annotate.head_words import HeadWords, compile_head
from security_meetings.annotate.header import (
    classify_head_line,
    find_stamped,
    is_byline,
    is_date_line,
    is_header_line,
    read_head,
)
from security_meetings.annotate.headlines import Piece
from security_meetings.annotate.lines import (
    Line,
    ends_sentence,
    ends_with_stop,
    find_words,
    is_bulleted,
    is_prose,
    split_lines,
)
from security_meetings.annotate.page_lines import is_cut_headline
from security_meetings.annotate.story import read_story
from security_meetings.documents import Zone
from security_meetings.vocabularies import Vocabulary

HEADLINE_WORDS = 20
TITLE_WORDS = 4
LONE_STORY_WORDS = 12
LONG_HEADLINE_WORDS = 45
DECK_LINES = 4


def split_zones(text: str, vocabulary: Vocabulary) -> tuple[Zone, ...]:
    """Return the zones of a reading text, in order; together they hold everything but white space."""
    words = compile_head(vocabulary)
    lines = split_lines(text)
    first = find_story(text, lines, words)
    head = read_head(text, lines[:first], words)
    story = list(lines[first:])
    if story and not any(piece.kind == "title" for piece in head):
        glued = read_glued_head(text, story[0], words)
        head = (*head, *glued)
        if glued:
            story[0] = story[0].part(glued[-1].end, story[0].end)
    return _join_zones(text, [*head, *read_story(text, story, words)])


def find_story(text: str, lines: Sequence[Line], words: HeadWords) -> int:
    """Return the index of the line with which the story begins, the number of lines where there is no story."""
    for index, line in enumerate(lines):
        if is_header_line(line.text, words) or find_furniture(line.text, words.furniture) is not None:
            continue
        if is_cut_headline(lines, index) or _is_long_headline(text, lines, index, words):
            continue
        if _announces_list(lines, index) or _follows_dateline(text, lines, index, words):
            return index
        if is_prose(line.text) and not _is_punctuated_headline(text, lines, index, words):
            return index
    bare = [
        index
        for index, line in enumerate(lines)
        if len(find_words(line.text)) >= LONE_STORY_WORDS
        and classify_head_line(text, line, words)[-1].kind == "candidate"
    ]
    return bare[-1] if bare else len(lines)


def _announces_list(lines: Sequence[Line], index: int) -> bool:
    """Return whether a line ends with a colon and items of a list follow it."""
    is_followed = index + 1 < len(lines) and is_bulleted(lines[index + 1].text)
    return is_followed and lines[index].text.endswith(":") and len(find_words(lines[index].text)) > TITLE_WORDS


def _follows_dateline(text: str, lines: Sequence[Line], index: int, words: HeadWords) -> bool:
    """Return whether an item of a list follows a line that is a dateline alone: the story tells first what it holds."""
    if not index or not is_bulleted(lines[index].text) or len(find_words(lines[index].text)) <= TITLE_WORDS:
        return False
    before = lines[index - 1]
    dateline = parse_dateline(text, before.start, before.end, words.datelines)
    return dateline is not None and dateline.place is not None and dateline.end >= before.end


def _is_punctuated_headline(text: str, lines: Sequence[Line], index: int, words: HeadWords) -> bool:
    """Return whether a line that reads as a sentence is the headline: a day, a byline or a dateline follows it."""
    line = lines[index]
    if len(find_words(line.text)) > HEADLINE_WORDS or INNER_STOP.search(line.text):
        return False
    if parse_dateline(text, line.start, line.end, words.datelines) is not None:
        return False
    earlier = [piece for before in lines[:index] for piece in classify_head_line(text, before, words)]
    if any(
        piece.kind == "candidate" and len(find_words(text[piece.start : piece.end])) > TITLE_WORDS for piece in earlier
    ):
        return False
    following = next(
        (after for after in lines[index + 1 :] if find_furniture(after.text, words.furniture) is None), None
    )
    if following is None:
        return False
    if is_date_line(following.text, words) or is_byline(following.text, words):
        return True
    if is_header_line(following.text, words) and find_stamped(following.text, words):
        return True
    dateline = parse_dateline(text, following.start, following.end, words.datelines)
    if dateline is not None:
        return dateline.agency is not None or dateline.stamp is not None or ends_with_stop(line.text)
    return not ends_with_stop(line.text) and is_prose(following.text)


def _is_long_headline(text: str, lines: Sequence[Line], index: int, words: HeadWords) -> bool:
    """Return whether a long first line without a stop is the headline: the day follows it, above the story."""
    line = lines[index]
    is_open = not ends_sentence(line.text) and INNER_STOP.search(line.text) is None
    if not is_open or not HEADLINE_WORDS < len(find_words(line.text)) <= LONG_HEADLINE_WORDS:
        return False
    if parse_dateline(text, line.start, line.end, words.datelines) is not None:
        return False
    if not all(is_header_line(before.text, words) for before in lines[:index]):
        return False
    for after in lines[index + 1 : index + 1 + DECK_LINES]:
        if is_date_line(after.text, words) or (is_header_line(after.text, words) and find_stamped(after.text, words)):
            return True
        if ends_with_stop(after.text):
            return False
    return False


def _join_zones(text: str, pieces: Sequence[Piece]) -> tuple[Zone, ...]:
    zones: list[Zone] = []
    for piece in pieces:
        inner = text[piece.start : piece.end]
        start = piece.start + len(inner) - len(inner.lstrip())
        end = piece.start + len(inner.rstrip())
        if start >= end or piece.kind == "candidate":
            continue
        if zones and zones[-1].kind == piece.kind and piece.kind != "title":
            start = zones.pop().start
        zones.append(Zone(kind=piece.kind, start=start, end=end))
    return tuple(zones)
