"""The lines above a story: brand, menus, dates, bylines, and which of them is the headline."""

from __future__ import annotations

import re
from collections.abc import Sequence

from security_meetings.annotate.datelines import is_place_line, parse_dateline
from security_meetings.annotate.datestamps import without_stamps
from security_meetings.annotate.furniture import find_furniture
from security_meetings.annotate.head_words import HeadWords
from security_meetings.annotate.headlines import HeadKind, Piece, choose_title
from security_meetings.annotate.issuers import is_issuer_line
from security_meetings.annotate.lines import (
    Line,
    bare_line,
    find_words,
    is_menu,
    is_prose,
    normalise_line,
    split_chunks,
)
from security_meetings.annotate.outlet_names import find_brand, match_outlet, match_own_line
from security_meetings.annotate.page_lines import is_cut_headline, is_page_line

# Marks with white space before them are looked for where that begins: else a long gap is read once for each space.
BRAND_SUFFIX = re.compile(r"(?<!\s)\s+[|–—·•-]\s+(?=[^|–—·•]{2,60}$)")
BRAND_MARK = re.compile(r"(?<!\s)\s+[|–—·•/\-]\s+")
PATH_MARK = re.compile(r"(?<!\s)\s*[›»→]\s*|(?<!\s)\s+(?:>{1,2}|/|::)\s+")
LABEL_MARK = re.compile(r" ?[,&/|] ?| and ")
SPACED_HYPHEN = re.compile(r" - ")
WRITER_MARK = re.compile(r"(?<!\s)\s+[\-–—|]\s+|(?<!\s)\s*,\s*")
LABEL_CHUNKS = re.compile(r"(?<!\s)\s+[\-–—|·•]\s+|,\s+")
LABEL_NUMBER = re.compile(r"\b(?:no|nr|num|number|n)?\s?[.:°º#№]{0,5}\s?\d[\d/.\-]{0,40}+(?: of)?$", re.IGNORECASE)
DIGIT = re.compile(r"\d")
NUMBER = re.compile(r"\d[\d.,:%]*")
TITLE_WORDS = 4
LABEL_REST_WORDS = 4
BYLINE_WORDS = 9
LONG_BYLINE_WORDS = 25
KEY_REACH = 40
DATE_LINE_LENGTH = 400
HEAD_LINE_LENGTH = 1000


def read_head(text: str, lines: Sequence[Line], words: HeadWords) -> tuple[Piece, ...]:
    """Return the pieces of the lines above the story, the headline among them as `title`."""
    pieces: list[Piece] = []
    for index, line in enumerate(lines):
        is_cut = is_cut_headline(lines, index)
        pieces += (_whole(line, "header"),) if is_cut else classify_head_line(text, line, words)
    if pieces and is_place_line(text[pieces[-1].start : pieces[-1].end], words.datelines):
        pieces[-1] = pieces[-1].of_kind("dateline")
    return tuple(choose_title(text, pieces, words.headlines))


def classify_head_line(text: str, line: Line, words: HeadWords) -> tuple[Piece, ...]:
    """Return what one line above the story is, in parts where a date or a brand stands beside a headline."""
    whole = _whole(line, "header")
    mark = words.heading_mark.match(line.text)
    if mark is not None:
        first = Piece(kind="header", start=line.start, end=line.start + mark.end())
        return first, *classify_head_line(text, line.part(first.end, line.end), words)
    if find_furniture(line.text, words.furniture) == "caption":
        return (whole.of_kind("caption"),)
    dateline = parse_dateline(text, line.start, line.end, words.datelines)
    is_whole = dateline is not None and dateline.end >= line.end
    if dateline is not None and is_whole and dateline.place is not None:
        return (whole.of_kind("dateline"),)
    branded = _split_brand(line, words)
    if branded is not None:
        return branded
    numbered = _split_number(line, words)
    if numbered is not None:
        return numbered
    if is_header_line(line.text, words):
        return _split_label(line, words) or (whole,)
    if is_whole:
        return (whole.of_kind("dateline"),)
    if len(line.text) <= HEAD_LINE_LENGTH and find_stamped(line.text, words):
        return _split_stamp(line, words)
    if dateline is not None and dateline.agency is not None:
        head = Piece(kind="dateline", start=line.start, end=dateline.end)
        return head, Piece(kind="candidate", start=dateline.end, end=line.end)
    found = find_furniture(line.text, words.furniture)
    if found is not None:
        return (whole.of_kind("caption" if found == "caption" else "furniture"),)
    return (whole.of_kind("candidate"),)


def _whole(line: Line, kind: HeadKind) -> Piece:
    return Piece(kind=kind, start=line.start, end=line.end)


def is_header_line(line: str, words: HeadWords) -> bool:
    """Return whether a line is brand, menu, date, byline or label, with no headline in it."""
    bare, normal = bare_line(line), normalise_line(line)
    if is_prose(line) and not normal.startswith(words.attributions):
        return False
    if normal.startswith(words.attributions):
        # What is attributed may begin on the same line.
        return not is_prose(line.partition(":")[2])
    if bare in words.labels or _is_label_row(bare, words) or is_page_line(line):
        return True
    if (
        words.key_line.match(normal)
        or words.numbered_key.fullmatch(normal)
        or match_outlet(line, words.datelines.outlets)
    ):
        return True
    if is_date_line(line, words) or is_byline(line, words) or is_unlisted_brand(line, words):
        return True
    if is_issuer_line(line, words.issuers) or _is_path(line, words) or _is_brand_row(line, words):
        return True
    if match_own_line(line, words.brand_intros, words.datelines.outlets) or _is_numbered_label(line, words):
        return True
    if is_menu(line) and _is_header_menu(line, words):
        return True
    numbers = NUMBER.findall(line)
    return len(numbers) >= 3 and len(numbers) >= len(find_words(line))


def _is_header_menu(line: str, words: HeadWords) -> bool:
    chunks = split_chunks(line)
    known = sum(bare_line(chunk) in words.labels or len(find_words(chunk)) <= 2 for chunk in chunks)
    return known * 2 > len(chunks) or find_stamped(line, words)


def _is_label_row(bare: str, words: HeadWords) -> bool:
    """Return whether a bare line is a few labels in a row: "politics, world and economy"."""
    parts = LABEL_MARK.split(SPACED_HYPHEN.sub("-", bare))
    if len(parts) > 1:
        return all(part in words.labels for part in parts)
    told = bare.split()
    sections = [word for word in told if word not in words.issuers.codes]
    return len(told) > 2 and len(sections) > 1 and all(word in words.labels for word in told)


def _is_numbered_label(line: str, words: HeadWords) -> bool:
    """Return whether a line is the kind and number of a text: "Press Office - Bulletin No. 214"."""
    told = [without_stamps(chunk, words.datelines.stamps).rstrip() for chunk in LABEL_CHUNKS.split(line)]
    numbered = [LABEL_NUMBER.search(chunk) for chunk in told]
    if not any(numbered) or len(find_words(line)) > BYLINE_WORDS:
        return False
    rests = [chunk if number is None else chunk[: number.start()] for chunk, number in zip(told, numbered, strict=True)]
    left = [bare_line(rest) for rest in rests]
    return any(left) and all(not rest or rest in words.labels or rest in words.headlines.kinds for rest in left)


def _is_path(line: str, words: HeadWords) -> bool:
    """Return whether a line is the way to a page: "Home > Defence > Talks with neighbours"."""
    chunks = [bare_line(chunk) for chunk in PATH_MARK.split(line) if find_words(chunk)]
    if len(chunks) < 2:
        return False
    if chunks[0] in words.path_roots or match_outlet(chunks[0], words.datelines.outlets) is not None:
        return True
    return len(chunks) >= 4 or (len(chunks) == 3 and chunks[0] in words.labels)


def _is_brand_row(line: str, words: HeadWords) -> bool:
    """Return whether a line holds names of outlets alone: "La Nueva / EFE"."""
    chunks = [chunk for chunk in BRAND_MARK.split(line) if find_words(chunk)]
    outlets = words.datelines.outlets
    return len(chunks) >= 2 and all(match_outlet(c, outlets) or is_unlisted_brand(c, words) for c in chunks)


def find_stamped(line: str, words: HeadWords) -> bool:
    """Return whether a line holds a day with its year."""
    return DIGIT.search(line) is not None and words.datelines.stamps.stamps.search(line) is not None


def is_date_line(line: str, words: HeadWords) -> bool:
    """Return whether a line is a date or a time, with its label or a section's name at most."""
    is_dated = DIGIT.search(line) is not None or words.furniture.calendar.search(line.casefold()) is not None
    if not is_dated or len(line) > DATE_LINE_LENGTH:
        return False
    left = without_stamps(line, words.datelines.stamps)
    if left == line:
        return False
    normal = normalise_line(left)
    is_labelled = words.date_labels.search(normal) is not None
    rest = find_words(words.date_labels.sub(" ", normal))
    if find_stamped(line, words) and is_labelled and not is_prose(line):
        return len(rest) <= 3 * BYLINE_WORDS
    dayless = words.datelines.stamps.stamps.sub(" ", line)
    is_label = any(_are_labels(kept, words) for kept in (left, dayless))
    return not rest or (len(rest) <= 4 and is_label) or len(rest) <= 1


def _are_labels(text: str, words: HeadWords) -> bool:
    return all(bare_line(chunk) in words.labels for chunk in split_chunks(text) if find_words(chunk))


def is_branded(line: Line, words: HeadWords) -> bool:
    """Return whether a line is an outlet's name and a day: "Oslo Daily | 9 May 2021 2:28 PM"."""
    has_day = find_stamped(line.text, words)
    chunks = [chunk for chunk in split_chunks(line.text) if find_words(without_stamps(chunk, words.datelines.stamps))]
    return has_day and len(chunks) == 1 and match_outlet(chunks[0], words.datelines.outlets) is not None


def is_byline(line: str, words: HeadWords) -> bool:
    """Return whether a line names who wrote the text."""
    told = find_words(line)
    stamp = words.datelines.stamps.stamps.search(line)
    is_dated = stamp is not None and stamp.end() >= len(line.rstrip(" .)"))
    if is_dated and len(told) <= LONG_BYLINE_WORDS and line[:3].casefold() == "by ":
        return not is_prose(line)
    if not told or len(told) > BYLINE_WORDS or line.rstrip().endswith((".", "?", "!")):
        return False
    normal = normalise_line(line)
    if normal.endswith(words.byline_ends) and len(told) <= 5:
        return True
    if not normal.startswith(words.byline_starts):
        return False
    start = next(cue for cue in words.byline_starts if normal.startswith(cue))
    rest = told[len(find_words(start)) :]
    is_named = all(word[:1].isupper() or word in words.name_particles for word in rest)
    return is_named or normal.endswith(words.byline_ends)


def is_unlisted_brand(line: str, words: HeadWords) -> bool:
    """Return whether a short line is made like the name of a news outlet that no list knows."""
    told = [word.casefold() for word in find_words(line)]
    if not 1 <= len(told) <= 4 or bare_line(line) in words.not_brands or bare_line(line) in words.labels:
        return False
    return told[-1] in words.brand_words and all(word[:1].isupper() for word in find_words(line))


def _split_brand(line: Line, words: HeadWords) -> tuple[Piece, ...] | None:
    for mark in BRAND_SUFFIX.finditer(line.text):
        suffix = line.text[mark.end() :]
        if match_outlet(suffix, words.datelines.outlets) and len(find_words(line.text[: mark.start()])) >= TITLE_WORDS:
            title = Piece(kind="candidate", start=line.start, end=line.start + mark.start())
            return title, Piece(kind="header", start=line.start + mark.start(), end=line.end)
    return None


def _split_label(line: Line, words: HeadWords) -> tuple[Piece, ...] | None:
    """Return label and headline of a line such as "PRESS RELEASE: Minister meets envoy"."""
    mark = line.text.find(":")
    if mark < 0 or bare_line(line.text[:mark]) not in words.labels or find_stamped(line.text, words):
        return None
    rest = line.text[mark + 1 :]
    if len(find_words(rest)) < LABEL_REST_WORDS or find_brand(rest, 0, words.datelines.outlets) is not None:
        return None
    start = line.start + mark + 1
    return Piece(kind="header", start=line.start, end=start), Piece(kind="candidate", start=start, end=line.end)


def _split_number(line: Line, words: HeadWords) -> tuple[Piece, ...] | None:
    """Return the whole of a line such as "No: 12, 5 May 2024, Regarding the Attack in Kabul" as a headline."""
    key = words.key_line.match(normalise_line(line.text[:KEY_REACH]))
    if key is None or not line.text[key.end() :].lstrip()[:1].isdigit():
        return None
    first, comma, rest = line.text[key.end() :].partition(",")
    told = find_words(without_stamps(rest, words.datelines.stamps))
    is_headline = bool(comma) and not find_words(first) and len(told) >= TITLE_WORDS and not is_menu(line.text)
    return (Piece(kind="candidate", start=line.start, end=line.end),) if is_headline else None


def _split_stamp(line: Line, words: HeadWords) -> tuple[Piece, ...]:
    """Return day and headline of a line that holds both, the whole as a headline where the day stands within it."""
    stamps = list(words.datelines.stamps.stamps.finditer(line.text))
    first, last = stamps[0], stamps[-1]
    before, after = line.text[: first.start()], line.text[last.end() :]
    beside = words.datelines.stamps.beside
    if not find_words(beside.sub(" ", before)) and len(find_words(after)) >= LABEL_REST_WORDS:
        clock = re.match(rf"(?:[\s,|\-–—.]*(?:{beside.pattern}))*[\s|,\-–—:.]*", after, re.IGNORECASE)
        cut = line.start + last.end() + (0 if clock is None else clock.end())
        if _is_writer(line.text[cut - line.start :], words):
            return (Piece(kind="header", start=line.start, end=line.end),)
        return Piece(kind="header", start=line.start, end=cut), Piece(kind="candidate", start=cut, end=line.end)
    if not find_words(beside.sub(" ", after)) and before.rstrip()[-1:] in {"|", "-", "–", "—", "·", "•"}:
        cut = line.start + len(before.rstrip(" |-–—·•"))
        return Piece(kind="candidate", start=line.start, end=cut), Piece(kind="header", start=cut, end=line.end)
    return (Piece(kind="candidate", start=line.start, end=line.end),)


def _is_writer(text: str, words: HeadWords) -> bool:
    """Return whether what stands after a day is place, outlet and writer: "Oslo - Nordic News, Anna Berg"."""
    parts = [part for part in WRITER_MARK.split(text) if find_words(part)]
    known = [match_outlet(part, words.datelines.outlets) is not None for part in parts]
    return any(known) and all(
        is_known or len(find_words(part)) <= 3 for part, is_known in zip(parts, known, strict=True)
    )
