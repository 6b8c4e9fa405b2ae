"""The date that expressions of a text tell of one event, by the coding rules for `date`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import product

from security_meetings.documents import DateMention
from security_meetings.edtf_bounds import edtf_bounds
from security_meetings.extract.date_readings import solve_mention
from security_meetings.extract.date_spans import (
    BASES,
    Anchors,
    Days,
    DaySpan,
    day_span,
    nothing_told,
    span_told,
    yearless_edtf,
)
from security_meetings.records import Basis, DateTold, Status

Tenure = tuple[date | None, date | None]

# A publication known no better than to the year is the longest that can anchor a weekday or a missing year.
_LONGEST_ANCHOR = 366


@dataclass(frozen=True, slots=True, kw_only=True)
class _Solution:
    """What the expressions tell for one supposed publication day."""

    span: DaySpan
    has_conflict: bool


def solve_date(
    expressions: Sequence[DateMention],
    *,
    published: Days | None,
    status: Status,
    years_named: Sequence[int] = (),
    reference: Days | None = None,
    latest: Days | None = None,
) -> DateTold:
    """Return the date that the expressions tell of one event.

    `published` is the first and last possible day of publication, `reference` the day of the event that "the next day"
    refers to, `latest` the day of an attribution ("IRNA reported on Sunday"), already solved: the event is no later,
    and its weekdays are read from there. Every possible publication day is tried; what they do not agree on becomes
    an interval. Where nothing can be told, `edtf` is None.
    """
    told = sorted(set(expressions), key=_order)
    solutions: list[_Solution] = []
    for anchors in _anchor_days(published, latest, reference, status, tuple(years_named)):
        solution = _solve_for(told, anchors)
        if solution is not None:
            solutions.append(solution)
    # A publication day on which the expressions contradict each other is no likely one while there are others.
    consistent = [solution for solution in solutions if not solution.has_conflict] or solutions
    if consistent:
        return span_told(_united([solution.span for solution in consistent]), consistent[0].has_conflict)
    yearless = {edtf for mention in told if (edtf := yearless_edtf(mention)) is not None}
    return DateTold(edtf=yearless.pop(), basis="stated") if len(yearless) == 1 else nothing_told()


def bound_by_tenures(told: DateTold, tenures: Sequence[Tenure]) -> DateTold:
    """Return a date whose first and last possible day lie within all tenures; its EDTF stays as told.

    A date of which nothing is told stays without bounds; one that no day of the common tenure fits stays as it is.
    """
    if told.edtf is None or not tenures:
        return told
    first = max((start for start, _ in tenures if start is not None), default=None)
    last = min((end for _, end in tenures if end is not None), default=None)
    if first is not None and last is not None and last < first:
        return told
    if told.edtf.startswith("XXXX"):
        return _bound_yearless(told, told.edtf, first, last)
    start = max((day for day in (told.start, first) if day is not None), default=None)
    end = min((day for day in (told.end, last) if day is not None), default=None)
    if start is not None and end is not None and end < start:
        return told
    return replace(told, start=start, end=end)


def _bound_yearless(told: DateTold, edtf: str, first: date | None, last: date | None) -> DateTold:
    """Return a date of an unknown year bounded by the first and the last year in which it meets the tenure."""
    if first is None and last is None:
        return told
    low = (first or last or date.min).year
    high = (last or first or date.max).year
    # With one end of the tenure open the nearest leap year may be eight years from it.
    low, high = (low - 8, high) if first is None else (low, high + 8 if last is None else high)
    fitting: list[tuple[date, date]] = []
    for year in range(max(low, date.min.year), min(high, date.max.year) + 1):
        try:
            start, end = edtf_bounds(edtf.replace("XXXX", f"{year:04}"))
        except ValueError:
            continue
        if start is None or end is None or (first is not None and end < first) or (last is not None and start > last):
            continue
        fitting.append((max(start, first) if first else start, min(end, last) if last else end))
    if not fitting:
        return told
    return replace(told, start=fitting[0][0] if first else None, end=fitting[-1][1] if last else None)


def _order(mention: DateMention) -> tuple[int, int, str]:
    return mention.start, mention.end, mention.rule_id


def _anchor_days(
    published: Days | None, latest: Days | None, reference: Days | None, status: Status, years: tuple[int, ...]
) -> list[Anchors]:
    """Return every pair of a possible publication day and a possible day of the attribution, which is no later."""
    pairs = [
        (publication, attribution)
        for publication, attribution in product(_each_day(published), _each_day(latest))
        if publication is None or attribution is None or attribution <= publication
    ]
    return [
        Anchors(
            publication=publication or attribution,
            attribution=attribution,
            reference=reference,
            status=status,
            years=years,
        )
        for publication, attribution in pairs or product(_each_day(published), [None])
    ]


def _each_day(days: Days | None) -> list[date | None]:
    if days is None or (days[1] - days[0]).days >= _LONGEST_ANCHOR:
        return [None]
    return [days[0] + timedelta(days=number) for number in range((days[1] - days[0]).days + 1)]


def _solve_for(told: Sequence[DateMention], anchors: Anchors) -> _Solution | None:
    yearless = [mention for mention in told if yearless_edtf(mention) is not None]
    dated = (solve_mention(mention, anchors) for mention in told if mention not in yearless)
    spans = {span for span in dated if span is not None}
    nearest = {mention: solve_mention(mention, anchors) for mention in yearless}
    for mention, span in nearest.items():
        # The other expressions may tell the year: "in 2014" in one place and "on 22 April" in another.
        if span is None or not all(span.within(other) for other in spans):
            span = _placed_within(mention, spans, anchors) or span
        spans = spans if span is None else spans | {span}
    return _combined(sorted(spans, key=_span_order)) if spans else None


def _span_order(span: DaySpan) -> tuple[int, date, date, int, str]:
    return (span.last - span.first).days, span.first, span.last, BASES.index(span.basis), span.edtf


def _placed_within(mention: DateMention, spans: Iterable[DaySpan], anchors: Anchors) -> DaySpan | None:
    """Return the day of a mention without a year in the one year that the other expressions leave for it."""
    years = {year for span in spans for year in range(span.first.year, span.last.year + 1)}
    placed = {solve_mention(mention, replace(anchors, years=(year,), is_year_sure=True)) for year in years}
    fitting = [day for day in placed if day is not None and all(day.within(span) for span in spans)]
    return fitting[0] if len(fitting) == 1 else None


def _combined(spans: Sequence[DaySpan]) -> _Solution:
    """Combine what several expressions tell: days they share, else the interval between those that contradict."""
    lasting = [span for span in spans if span.is_duration]
    if lasting:
        # A day told within an event of several days is no narrower account of that event.
        spans = [span for span in spans if span in lasting or not any(span.within(longer) for longer in lasting)]
    first, last = max(span.first for span in spans), min(span.last for span in spans)
    if first <= last:
        return _Solution(span=_named(first, last, spans), has_conflict=False)
    finest = [span for span in spans if not any(other.within(span) and not span.within(other) for other in spans)]
    return _Solution(span=_hull(finest), has_conflict=True)


def _named(first: date, last: date, spans: Sequence[DaySpan]) -> DaySpan:
    """Return the span of these days as one of the expressions tells it, by the strongest basis, else as days."""
    same = [span for span in spans if (span.first, span.last) == (first, last)]
    if same:
        strongest = min(same, key=_span_order)
        return replace(strongest, is_duration=any(span.is_duration for span in same))
    return day_span(first, last, _weakest(spans))


def _hull(spans: Sequence[DaySpan]) -> DaySpan:
    first = min(spans, key=lambda span: (span.first, -span.last.toordinal(), span.edtf))
    last = max(spans, key=lambda span: (span.last, -span.first.toordinal(), span.edtf))
    basis = _weakest(spans)
    if (first.first, first.last) == (last.first, last.last):
        return replace(first, basis=basis, is_duration=False)
    if "/" in first.edtf or "/" in last.edtf or len(first.edtf) != len(last.edtf):
        return day_span(first.first, last.last, basis)
    return DaySpan(first=first.first, last=last.last, edtf=f"{first.edtf}/{last.edtf}", basis=basis)


def _united(spans: Sequence[DaySpan]) -> DaySpan:
    if all((span.first, span.last, span.edtf) == (spans[0].first, spans[0].last, spans[0].edtf) for span in spans):
        return replace(spans[0], basis=_weakest(spans))
    return _hull(spans)


def _weakest(spans: Sequence[DaySpan]) -> Basis:
    return max((span.basis for span in spans), key=BASES.index)
