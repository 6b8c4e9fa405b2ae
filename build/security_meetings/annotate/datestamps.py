"""Dates of the lines around a story, in all the forms in which pages print them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from security_meetings.vocabularies import Vocabulary

TIME = r"\d{1,2}[:.]\d\d(?:[:.]\d\d)?(?: ?[ap]\.?m\b\.?)?|\b\d{1,2} ?[ap]\.?m\b\.?|\b\d{4} ?(?=GMT|UTC|hrs|hours|IST)"
# The first word of the story may stand right behind the year: "17 June 2025The Minister".
YEAR_END = r"(?:\b|(?=(?-i:[A-Z][a-z\W])))"
ZONE = r"\(?\b(?:GMT|UTC)(?: ?[+\-–]\d{1,2}(?::?\d\d)?)?\)?|[+\-]\d\d:?\d\d\b"


@dataclass(frozen=True, slots=True, kw_only=True)
class Stamp:
    """A day as a page prints it; `year` is None where none is told."""

    start: int
    end: int
    month: int
    day: int
    year: int | None = None
    is_numeric: bool = False

    @property
    def day_told(self) -> date | None:
        """Return the calendar day, or None where there is no year or no such day."""
        if self.year is None:
            return None
        try:
            return date(self.year, self.month, self.day)
        except ValueError:
            return None

    def month_first(self) -> Stamp:
        """Return the day of figures read month first, where both readings give a day."""
        is_open = self.is_numeric and self.day <= 12
        return replace(self, month=self.day, day=self.month) if is_open else self


@dataclass(frozen=True, slots=True, eq=False)
class StampWords:
    """The patterns of dates, times and the words that stand beside them."""

    stamps: re.Pattern[str]
    yearless: re.Pattern[str]
    beside: re.Pattern[str]
    months: dict[str, int]
    american: re.Pattern[str]


@cache
def compile_stamps(vocabulary: Vocabulary) -> StampWords:
    """Return the patterns for the month and day names of the vocabulary."""
    words, calendar = vocabulary.codebook("date_words"), vocabulary.codebook("header_words")["calendar"]
    months = _numbers(words["months"])
    foreign = _numbers(words["foreign_months"])
    weekdays = [name for names in words["weekdays"].values() for name in names]
    jalali = [name for names in words["jalali_months"].values() for name in names]
    # In ASCII: to a pattern that minds no case, the dotless i of Turkish is an i.
    month = "(?a:" + _any_of(months) + ")"
    weekday = r"(?:(?:" + _any_of(weekdays) + r")\b\.?,? +)?"
    # A day may stand right behind the time: "13:329/07/2025".
    apart = r"(?:(?<![\d./\-])|(?<=\d:\d\d))"
    day = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?"
    year = r"(?:(?:19|20)\d\d)"
    forms = [
        rf"{weekday}(?P<m1>{month})\b\.?[ /\-]?,? ?(?P<d1>{day})(?:,? *| ?/ ?|-)(?P<y1>{year}){YEAR_END}",
        rf"{weekday}(?P<d2>{day})(?: of)?(?:[ \-/.]|\. )?(?P<m2>{month})\b\.?,?[ \-/]*(?P<y2>{year}){YEAR_END}",
        rf"{weekday}\b(?P<y3>{year})(?P<s3>[\-/.])(?P<m3>\d{{1,2}})(?P=s3)(?P<d3>\d{{1,2}})(?!\d)",
        rf"{weekday}(?<![\d./\-])(?P<da>\d{{1,2}}) (?P<sa>[/.\-]) (?P<ma>\d{{1,2}}) (?P=sa) (?P<ya>{year})(?![\d/\-])",
        rf"{weekday}{apart}(?P<d4>\d{{1,2}})(?P<s4>[\-/.])(?P<m4>\d{{1,2}})(?P=s4)(?P<y4>{year}|\d\d)(?![\d/\-])",
        rf"{weekday}(?P<m8>{month})\b\.? (?P<d8>\d{{1,2}})/(?P<y8>\d\d)(?![\d/])",
        rf"\b(?P<y9>{year}) \| (?P<d9>{day}) (?P<m9>{month})\b",
        rf"{weekday}\b(?P<y5>{year}),? +(?P<m5>{month})\b\.? +(?P<d5>{day})\b",
        rf"\b(?P<dc>{day})°? (?:de )?(?P<mc>(?a:{_any_of(foreign)}))(?: del?)?,? (?P<yc>{year}){YEAR_END}",
    ]
    bare = [
        rf"{weekday}(?P<m6>{month})\b\.?[ \-](?P<d6>{day})\b(?!:)",
        rf"{weekday}\b(?P<d7>{day})(?: of)?[ \-](?P<m7>{month})\b\.?",
    ]
    return StampWords(
        stamps=re.compile("|".join(forms), re.IGNORECASE),
        yearless=re.compile("|".join(bare), re.IGNORECASE),
        beside=re.compile("|".join(_beside(month, year, weekdays, jalali, calendar["companions"])), re.IGNORECASE),
        months=foreign | months,
        american=re.compile(r"\b(?:" + "|".join(calendar["month_first_zones"]) + r")\b"),
    )


def _beside(
    month: str, year: str, weekdays: Sequence[str], jalali: Sequence[str], companions: Sequence[str]
) -> list[str]:
    return [
        TIME,
        ZONE,
        rf"\b(?:{_any_of(jalali)})\b,? ?\d{{0,4}}",
        rf"\b{month},? {year}\b",
        rf"\b(?:{_any_of(weekdays)})\b",
        rf"\b(?:{_any_of(companions)})\b",
    ]


def _numbers(book: Mapping[str, Sequence[str]]) -> dict[str, int]:
    return {name.casefold(): int(number) for number, names in book.items() for name in names}


def _any_of(names: Iterable[str]) -> str:
    return "|".join(map(re.escape, sorted(names, key=lambda name: (-len(name), name))))


def find_stamps(text: str, start: int, end: int, words: StampWords) -> tuple[Stamp, ...]:
    """Return all days with a year that stand between two offsets."""
    found = (_read_stamp(match, words) for match in words.stamps.finditer(text, start, end))
    return tuple(stamp for stamp in found if stamp is not None)


def match_stamp(text: str, start: int, end: int, words: StampWords) -> Stamp | None:
    """Return the day that begins at an offset, with its year or without one."""
    for pattern in (words.stamps, words.yearless):
        match = pattern.match(text, start, end)
        stamp = None if match is None else _read_stamp(match, words)
        if stamp is not None:
            return stamp
    return None


def without_stamps(text: str, words: StampWords) -> str:
    """Return what a line says besides dates, times, weekdays and the words that go with them."""
    left = words.stamps.sub(" ", text)
    left = words.yearless.sub(" ", left)
    return words.beside.sub(" ", left)


def _read_stamp(match: re.Match[str], words: StampWords) -> Stamp | None:
    told = {key[0]: value for key, value in match.groupdict().items() if value is not None and key[0] != "s"}
    day = int(re.sub(r"\D", "", told["d"]))
    named = words.months.get(told["m"].casefold())
    month = int(told["m"]) if named is None else named
    year = int(told["y"]) if "y" in told else None
    if year is not None and year < 100:
        year += 2000
    # Day first is the world's habit; only where it gives no month is the other order meant.
    is_swapped = month > 12 >= day
    if is_swapped:
        day, month = month, day
    is_numeric = match.groupdict().get("s4") in {"/", "-"} and not is_swapped
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    return Stamp(start=match.start(), end=match.end(), year=year, month=month, day=day, is_numeric=is_numeric)
