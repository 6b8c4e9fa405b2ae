"""The days that one date expression tells, supposed that the text was published on a given day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from security_meetings.documents import DateMention
from security_meetings.edtf_bounds import month_length
from security_meetings.extract.date_spans import BASES, Anchors, DaySpan, day_span, edtf_span
from security_meetings.records import Basis, Status

_YEAR_PARTS = {"early": (1, 4), "mid": (5, 8), "late": (9, 12)}
_MONTH_PARTS = {"early": (1, 10), "mid": (11, 20), "late": (21, 31)}
# A day without a year whose weekday fits none of so many years is a misprint, not a date long past.
_FITTING_YEARS = 3
_LEAP_YEARS = 9


def solve_mention(mention: DateMention, anchors: Anchors) -> DaySpan | None:
    """Return the days that one expression tells, None where its anchor is missing."""
    try:
        match mention.kind:
            case "day":
                return _solve_day(mention, anchors)
            case "month":
                return _solve_month(mention, anchors)
            case "year":
                return _solve_year(mention, mention.year, "stated")
            case "weekday":
                return _solve_weekday(mention, anchors)
            case "offset":
                return _solve_offset(mention, anchors)
            case "shift":
                return _solve_shift(mention, anchors)
            case "interval":
                return _solve_interval(mention, anchors)
    except (OverflowError, ValueError):
        # A day that there is not: 29 February of a common year, or beyond the calendar.
        return None


def _solve_day(mention: DateMention, anchors: Anchors) -> DaySpan | None:
    month, day = mention.month, mention.day
    if month is None and mention.unit == "month":
        return _day_of_relative_month(mention, anchors)
    if month is None or day is None:
        return None
    if mention.year is not None:
        return _one_day(date(mention.year, month, day), "stated")
    if mention.unit == "year":
        return None if anchors.publication is None else _relative_day(mention, anchors.publication.year)
    if anchors.is_year_sure:
        days = [found for year in anchors.years if (found := _day_of(year, mention)) is not None]
        return _one_day(days[0], "inferred") if len(days) == 1 else None
    if anchors.day is None:
        return _day_of_named_year(mention, anchors)
    return _nearest_day(mention, anchors.day, anchors.status)


def _one_day(day: date, basis: Basis) -> DaySpan:
    return day_span(day, day, basis)


def _day_of_relative_month(mention: DateMention, anchors: Anchors) -> DaySpan | None:
    """Return the day of the month of publication or of one so many months from it ("the 17th of this month")."""
    if anchors.publication is None or mention.day is None:
        return None
    number = anchors.publication.year * 12 + anchors.publication.month - 1 + mention.amount
    return _one_day(date(number // 12, number % 12 + 1, mention.day), "relative")


def _relative_day(mention: DateMention, year: int) -> DaySpan:
    return _one_day(date(year + mention.amount, mention.month or 1, mention.day or 1), "relative")


def _day_of(year: int, mention: DateMention) -> date | None:
    """Return a month's day in a year, None where the year lacks it or its weekday is another one."""
    month, day = mention.month or 1, mention.day or 1
    if not date.min.year <= year <= date.max.year or day > month_length(year, month):
        return None
    found = date(year, month, day)
    return found if mention.weekday in (None, found.weekday()) else None


def _day_of_named_year(mention: DateMention, anchors: Anchors) -> DaySpan | None:
    if mention.weekday is None:
        return None
    for years in (anchors.years, {year + side for year in anchors.years for side in (-1, 1)}):
        days = [found for year in years if (found := _day_of(year, mention)) is not None]
        if days:
            return _one_day(max(days), "inferred")
    return None


def _nearest_day(mention: DateMention, anchor: date, status: Status) -> DaySpan | None:
    is_leap_day = (mention.month, mention.day) == (2, 29)
    reach = _LEAP_YEARS if is_leap_day else _FITTING_YEARS
    years = range(anchor.year - reach, anchor.year + reach + 1)
    days = [found for year in years if (found := _day_of(year, mention)) is not None]
    fitting = [day for day in days if _is_on_side(day, day, anchor, status)]
    if not fitting:
        return None
    return _one_day(min(fitting, key=lambda day: abs((day - anchor).days)), "inferred")


def _is_on_side(first: date, last: date, anchor: date, status: Status) -> bool:
    """Return whether something can be past (held) or ahead (planned); what is cancelled may be either."""
    if status == "held":
        return first <= anchor
    return last >= anchor if status == "planned" else True


def _solve_month(mention: DateMention, anchors: Anchors) -> DaySpan | None:
    if mention.month is None:
        return None
    if mention.year is not None:
        return _month_part(mention.year, mention, "stated")
    if mention.unit == "year":
        if anchors.publication is None:
            return None
        return _month_part(anchors.publication.year + mention.amount, mention, "relative")
    anchor = anchors.day
    if anchor is None:
        return None
    spans = [_month_part(year, mention, "inferred") for year in range(anchor.year - 1, anchor.year + 2)]
    if mention.direction:
        spans = [span for span in spans if (span.first > anchor if mention.direction > 0 else span.last < anchor)]
    else:
        spans = [span for span in spans if _is_on_side(span.first, span.last, anchor, anchors.status)]
    return min(spans, key=lambda span: _distance(span, anchor)) if spans else None


def _distance(span: DaySpan, day: date) -> int:
    return max((span.first - day).days, (day - span.last).days, 0)


def _month_part(year: int, mention: DateMention, basis: Basis) -> DaySpan:
    month = mention.month or 1
    if mention.part is None:
        return edtf_span(f"{year:04}-{month:02}", basis)
    begin, finish = _MONTH_PARTS[mention.part]
    return day_span(date(year, month, begin), date(year, month, min(finish, month_length(year, month))), basis)


def _solve_year(mention: DateMention, year: int | None, basis: Basis) -> DaySpan | None:
    if year is None:
        return None
    if mention.month is not None:
        return (
            _one_day(date(year, mention.month, mention.day), basis)
            if mention.day
            else _month_part(year, mention, basis)
        )
    if mention.quarter is not None:
        return edtf_span(f"{year:04}-{3 * mention.quarter - 2:02}/{year:04}-{3 * mention.quarter:02}", basis)
    if mention.part is not None:
        begin, finish = _YEAR_PARTS[mention.part]
        return edtf_span(f"{year:04}-{begin:02}/{year:04}-{finish:02}", basis)
    return edtf_span(f"{year:04}", basis)


def _solve_weekday(mention: DateMention, anchors: Anchors) -> DaySpan | None:
    weekday = mention.weekday
    if weekday is None:
        return None
    if mention.day is not None:
        return _numbered_day(mention, anchors.day)
    if mention.unit == "week":
        anchor = anchors.publication
        return (
            None
            if anchor is None
            else _one_day(_monday(anchor) + timedelta(weeks=mention.amount, days=weekday), "weekday")
        )
    anchor = anchors.day
    if anchor is None:
        return None
    if mention.direction < 0:
        return _one_day(anchor - timedelta(days=(anchor.weekday() - weekday - 1) % 7 + 1), "weekday")
    if mention.direction > 0:
        return _one_day(anchor + timedelta(days=(weekday - anchor.weekday() - 1) % 7 + 1), "weekday")
    if anchors.status == "held":
        return _one_day(anchor - timedelta(days=(anchor.weekday() - weekday) % 7), "weekday")
    return _one_day(anchor + timedelta(days=(weekday - anchor.weekday()) % 7), "weekday")


def _numbered_day(mention: DateMention, near: date | None) -> DaySpan | None:
    """Return the day of so high a number in its month that lies next to another ("today (16)", told on the 17th)."""
    if near is None or mention.day is None:
        return None
    number = near.year * 12 + near.month - 1
    months = [(months // 12, months % 12 + 1) for months in (number - 1, number, number + 1)]
    days = [date(year, month, mention.day) for year, month in months if mention.day <= month_length(year, month)]
    fitting = [day for day in days if mention.weekday in (None, day.weekday())]
    nearest = min(fitting, key=lambda day: abs((day - near).days), default=None)
    return None if nearest is None else _one_day(nearest, "stated")


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _solve_offset(mention: DateMention, anchors: Anchors) -> DaySpan | None:
    publication = anchors.publication
    if publication is None:
        return None
    if mention.day is not None:
        return _numbered_day(mention, publication + timedelta(days=mention.amount))
    if mention.unit != "week":
        return _moved(mention, publication, publication)
    first = _monday(publication) + timedelta(weeks=mention.amount)
    last = first + timedelta(days=6)
    if anchors.status == "held":
        bound = min(day for day in (publication, anchors.attribution, date.max) if day is not None)
        last = min(last, bound) if bound >= first else last
    return day_span(first, last, "relative")


def _moved(mention: DateMention, first: date, last: date) -> DaySpan | None:
    """Return the day, month or year that lies so many units from other days, None where these leave it open."""
    match mention.unit:
        case "day":
            move = timedelta(days=mention.amount)
            return day_span(first + move, last + move, "relative")
        case "week":
            begin, finish = (_monday(day) + timedelta(weeks=mention.amount) for day in (first, last))
            return day_span(begin, finish + timedelta(days=6), "relative")
        case "month":
            if (first.year, first.month) != (last.year, last.month):
                return None
            number = first.year * 12 + first.month - 1 + mention.amount
            return _month_part(number // 12, replace(mention, month=number % 12 + 1), "relative")
        case "year":
            return _solve_year(mention, first.year + mention.amount, "relative") if first.year == last.year else None
        case None:
            return None


def _solve_shift(mention: DateMention, anchors: Anchors) -> DaySpan | None:
    return None if anchors.reference is None else _moved(mention, *anchors.reference)


def _solve_interval(mention: DateMention, anchors: Anchors) -> DaySpan | None:
    if mention.first is None or mention.last is None:
        return None
    first = solve_mention(mention.first, anchors)
    last = None if first is None else _solve_end(mention.last, first, anchors)
    if first is None or last is None or last.last < first.first:
        return None
    basis = max(first.basis, last.basis, key=BASES.index)
    if len(first.edtf) == len("YYYY-MM-DD") and len(last.edtf) == len(first.edtf):
        return day_span(first.first, last.last, basis, is_duration=mention.unit == "day")
    return edtf_span(f"{_edge(first.edtf, 0)}/{_edge(last.edtf, -1)}", basis)


def _edge(edtf: str, place: int) -> str:
    return edtf.split("/")[place]


def _solve_end(mention: DateMention, first: DaySpan, anchors: Anchors) -> DaySpan | None:
    """Return the end of an interval: a weekday or a date without a year is the next one after its beginning."""
    is_open = mention.year is None and mention.unit is None and mention.kind in ("day", "month", "weekday")
    if not is_open or anchors.is_year_sure:
        return solve_mention(mention, anchors)
    ahead = replace(anchors, publication=first.first, attribution=None, status="planned")
    return solve_mention(replace(mention, direction=0), ahead)
