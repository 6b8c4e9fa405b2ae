"""Days from one to another with their EDTF, and the days from which date expressions are reckoned."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from security_meetings.documents import DateMention
from security_meetings.edtf_bounds import edtf_bounds
from security_meetings.records import Basis, DateTold, Status

Days = tuple[date, date]

# From the strongest to the weakest.
BASES: tuple[Basis, ...] = ("stated", "weekday", "relative", "inferred", "supplied", "other_article")


@dataclass(frozen=True, slots=True, kw_only=True)
class DaySpan:
    """Days from the first to the last, as EDTF; `is_duration`: the event took all of them, else it was within them."""

    first: date
    last: date
    edtf: str
    basis: Basis
    is_duration: bool = False

    def within(self, other: DaySpan) -> bool:
        """Return whether all days are among those of another span."""
        return other.first <= self.first and self.last <= other.last


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchors:
    """The days from which expressions are reckoned; `years` are named in the text, maybe sure to hold."""

    publication: date | None
    attribution: date | None
    reference: Days | None
    status: Status
    years: tuple[int, ...]
    is_year_sure: bool = False

    @property
    def day(self) -> date | None:
        """Return the day from which weekdays and missing years are reckoned."""
        if self.status == "held" and self.attribution is not None:
            return self.attribution
        return self.publication


def nothing_told() -> DateTold:
    """Return the date of an event of which no time is told."""
    return DateTold(edtf=None)


def span_told(span: DaySpan, has_conflict: bool) -> DateTold:
    """Return a span as it is published."""
    start, end = edtf_bounds(span.edtf)
    is_day = span.first == span.last
    return DateTold(
        edtf=span.edtf,
        start=start,
        end=end,
        interval_type=None if is_day else "duration" if span.is_duration and not has_conflict else "uncertain",
        basis=span.basis,
        has_conflict=has_conflict,
    )


def day_span(first: date, last: date, basis: Basis, *, is_duration: bool = False) -> DaySpan:
    """Return the span from one day to another, written in days."""
    edtf = first.isoformat() if first == last else f"{first.isoformat()}/{last.isoformat()}"
    return DaySpan(first=first, last=last, edtf=edtf, basis=basis, is_duration=is_duration and first != last)


def edtf_span(edtf: str, basis: Basis) -> DaySpan:
    """Return the span of a bounded EDTF date."""
    first, last = edtf_bounds(edtf)
    if first is None or last is None:
        raise ValueError(f"without bounds: {edtf!r}")
    return DaySpan(first=first, last=last, edtf=edtf, basis=basis)


def yearless_edtf(mention: DateMention) -> str | None:
    """Return the EDTF of a day, or of days in a row, of which no year is told; None for everything else."""
    if mention.kind == "interval" and mention.first is not None and mention.last is not None:
        first, last = yearless_edtf(mention.first), yearless_edtf(mention.last)
        return None if first is None or last is None else f"{first}/{last}"
    if mention.kind != "day" or mention.year is not None or mention.unit is not None:
        return None
    return f"XXXX-{mention.month:02}-{mention.day:02}"
