"""The day on which a text says that it was published."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from security_meetings.annotate.datelines import parse_dateline
from security_meetings.annotate.datestamps import Stamp, find_stamps, without_stamps
from security_meetings.annotate.furniture import find_furniture
from security_meetings.annotate.head_words import HeadWords, compile_head
from security_meetings.annotate.header import is_branded, is_date_line
from security_meetings.annotate.lines import Line, bare_line, find_words, normalise_line, zone_lines
from security_meetings.documents import Zone
from security_meetings.vocabularies import Vocabulary

RULES = {
    "label": "articles.published-label",
    "header": "articles.published-header",
    "dateline": "articles.published-dateline",
    "prefix": "articles.published-prefix",
    "year-beside": "articles.published-dateline-year",
    "end-label": "articles.published-end-label",
    "end-note": "articles.published-end-note",
    "issued": "articles.published-issued",
    "today": "articles.published-today",
    "updated": "articles.published-updated",
}
ORDER = tuple(RULES)
LONE_YEAR = re.compile(r"(?<![\d./\-])(?:19|20)\d\d(?![\d/\-])")
SIGNED = re.compile(r"^/{2,4}")
LABEL_REACH = 45
ZONE_REACH = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedTold:
    """The publication day as told: where it stands, and by which kind of statement."""

    day: date
    how: str
    start: int
    end: int
    stamp: Stamp
    distance: int = 0

    @property
    def rule_id(self) -> str:
        """Return the rule that read the statement."""
        return RULES[self.how]


def find_published(
    text: str, zones: Sequence[Zone], vocabulary: Vocabulary, country_code: str | None = None
) -> PublishedTold | None:
    """Return the publication day where header, dateline or end note state it with a year, else None.

    A day in figures is read as the state of the outlet writes it, day first where no outlet is known.
    """
    words = compile_head(vocabulary)
    is_month_first = country_code in vocabulary.codebook("header_words")["calendar"]["month_first"]
    anchor = _find_anchor(zones)
    told = [
        *_from_header(text, zones, anchor, words),
        *_from_numbered_title(text, zones, words),
        *_from_datelines(text, zones, words),
        *_from_end_notes(text, zones, words),
        *_from_story(text, zones, words),
    ]
    told = [
        swapped
        for one in told
        for swapped in (
            _told(text, one.stamp.month_first(), one.how, one.distance)
            if is_month_first or _is_in_american_zone(text, one.stamp, words)
            else [one]
        )
    ]
    return min(told, key=lambda one: (ORDER.index(one.how), one.distance, one.start), default=None)


def _is_in_american_zone(text: str, stamp: Stamp, words: HeadWords) -> bool:
    """Return whether a zone of North America stands beside a day in its line, with nothing but the time between."""
    stamps = words.datelines.stamps
    before = text[max(0, stamp.start - ZONE_REACH) : stamp.start].split("\n")[-1]
    after = text[stamp.end : stamp.end + ZONE_REACH].split("\n")[0]
    behind, ahead = stamps.american.search(after), [*stamps.american.finditer(before)][-1:]
    between = [after[: behind.start()]] if behind is not None else []
    between += [before[zone.end() :] for zone in ahead]
    return any(not find_words(stamps.beside.sub(" ", rest)) for rest in between)


def _find_anchor(zones: Sequence[Zone]) -> int:
    """Return where headline or story begin: of several days in a header the nearest one is the text's own."""
    kinds = ("title", "dateline", "body")
    return next((zone.start for kind in kinds for zone in zones if zone.kind == kind), 0)


def _told(text: str, stamp: Stamp, how: str, distance: int = 0) -> Iterator[PublishedTold]:
    if stamp.day_told is not None:
        yield PublishedTold(
            day=stamp.day_told, how=how, start=stamp.start, end=stamp.end, stamp=stamp, distance=distance
        )


def _label_of(text: str, start: int, stamp: Stamp, words: HeadWords) -> str | None:
    before = normalise_line(text[max(start, stamp.start - LABEL_REACH) : stamp.start])
    labels = list(words.date_labels.finditer(before))
    if not labels:
        return None
    return "updated" if words.updated_labels.fullmatch(labels[-1].group()) else "label"


def _from_header(text: str, zones: Sequence[Zone], anchor: int, words: HeadWords) -> Iterator[PublishedTold]:
    for line in zone_lines(text, zones, "header"):
        left = line.start
        for stamp in find_stamps(text, line.start, line.end, words.datelines.stamps):
            how = _label_of(text, left, stamp, words) or "header"
            yield from _told(text, stamp, how, abs(stamp.start - anchor))
            left = stamp.end


def _from_numbered_title(text: str, zones: Sequence[Zone], words: HeadWords) -> Iterator[PublishedTold]:
    """Yield the day of a headline such as "No: 12, 5 May 2024, Regarding the Attack in Kabul"."""
    title = next((zone for zone in zones if zone.kind == "title"), None)
    if title is None or words.key_line.match(normalise_line(text[title.start : title.start + LABEL_REACH])) is None:
        return
    for stamp in find_stamps(text, title.start, min(title.end, title.start + LABEL_REACH), words.datelines.stamps):
        yield from _told(text, stamp, "header")


def _from_datelines(text: str, zones: Sequence[Zone], words: HeadWords) -> Iterator[PublishedTold]:
    for zone in zones:
        if zone.kind != "dateline":
            continue
        dateline = parse_dateline(text, zone.start, zone.end, words.datelines)
        if dateline is None or dateline.stamp is None:
            dateline = parse_dateline(text, zone.start, len(text), words.datelines)
        if dateline is None or dateline.stamp is None:
            continue
        stamp = dateline.stamp
        if stamp.year is not None:
            is_prefix = dateline.place is None and dateline.agency is None
            yield from _told(text, stamp, "prefix" if is_prefix else "dateline")
        else:
            yield from _from_lone_year(text, zones, stamp, words)


def _from_lone_year(text: str, zones: Sequence[Zone], stamp: Stamp, words: HeadWords) -> Iterator[PublishedTold]:
    """Yield a dateline's day with the year of a header line that tells no more than month and year."""
    for line in zone_lines(text, zones, "header"):
        years = LONE_YEAR.findall(line.text)
        rest = without_stamps(LONE_YEAR.sub(" ", line.text), words.datelines.stamps)
        names = [word for word in find_words(rest) if word.casefold() not in words.datelines.stamps.months]
        if len(set(years)) == 1 and len(names) <= 1:
            yield from _told(text, replace(stamp, year=int(years[0])), "year-beside")


def _from_end_notes(text: str, zones: Sequence[Zone], words: HeadWords) -> Iterator[PublishedTold]:
    story_end = max((zone.end for zone in zones if zone.kind in {"body", "title"}), default=0)
    for line in zone_lines(text, zones, "furniture"):
        if line.start < story_end:
            continue
        kind = find_furniture(line.text, words.furniture)
        if kind in {"heading", "closing"} and bare_line(line.text) not in words.furniture.signatures:
            return
        if kind == "link":
            continue
        for stamp in find_stamps(text, line.start, line.end, words.datelines.stamps):
            label = _label_of(text, line.start, stamp, words)
            if label is not None:
                yield from _told(text, stamp, "end-label" if label == "label" else label)
            elif is_date_line(line.text, words) or _is_signed(text, line, stamp, words) or is_branded(line, words):
                yield from _told(text, stamp, "end-note")


def _from_story(text: str, zones: Sequence[Zone], words: HeadWords) -> Iterator[PublishedTold]:
    """Yield the day that the story calls today, or on which it says that it was issued."""
    for line in zone_lines(text, zones, "body"):
        for stamp in find_stamps(text, line.start, line.end, words.datelines.stamps):
            before, after = text[line.start : stamp.start], text[stamp.end : line.end]
            if words.issued.match(normalise_line(before)) and not find_words(after):
                yield from _told(text, stamp, "issued")
            elif words.today.search(before.casefold()) and (before.rstrip()[-1:] in {"(", ","} or not before):
                yield from _told(text, stamp, "today")


def _is_signed(text: str, line: Line, stamp: Stamp, words: HeadWords) -> bool:
    if SIGNED.match(line.text):
        return True
    dateline = parse_dateline(text, line.start, line.end, words.datelines)
    return dateline is not None and dateline.stamp == stamp and dateline.end >= line.end
