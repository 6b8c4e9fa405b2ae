"""One date of several accounts: the most precise that no account contradicts, else the interval between, in conflict."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from security_meetings.records import DateTold

SLACK_DAYS = 3


def days_of(told: DateTold) -> tuple[date, date] | None:
    """Return the earliest and latest day of a date, or None."""
    return (told.start, told.end) if told.start is not None and told.end is not None else None


def day_of_year(told: DateTold) -> str | None:
    """Return month and day of a single day, of a known or an unknown year."""
    if told.edtf is None or "/" in told.edtf or len(told.edtf) != 10:
        return None
    return told.edtf[5:]


def gap_between(one: DateTold, other: DateTold) -> int | None:
    """Return how many days lie between two dates, 0 where they overlap, None where that cannot be told."""
    mine, theirs = days_of(one), days_of(other)
    if mine is None or theirs is None:
        if day_of_year(one) is not None and day_of_year(other) is not None:
            return 0 if day_of_year(one) == day_of_year(other) else 365
        return None
    return days_between(mine, theirs)


def days_between(one: tuple[date, date], other: tuple[date, date]) -> int:
    """Return how many days lie between two spans of days, 0 where they overlap."""
    return max((other[0] - one[1]).days, (one[0] - other[1]).days, 0)


def unite_dates(dates: Sequence[DateTold]) -> DateTold:
    """Return the one date of several accounts, given in the order of the reports."""
    told = [d for d in dates if d.edtf is not None]
    if not told:
        return DateTold(edtf=None)
    dated = [d for d in told if days_of(d) is not None]
    if not dated:
        return told[0]
    precise = min(dated, key=lambda d: ((d.end or date.max) - (d.start or date.min)).days)
    if all(gap_between(precise, other) == 0 for other in dated):
        conflict = any(d.has_conflict for d in dated if days_of(d) == days_of(precise))
        return precise if conflict == precise.has_conflict else with_conflict(precise)
    finest = [d for d in dated if not any(is_within(other, d) for other in dated)]
    start = min(d.start for d in finest if d.start is not None)
    end = max(d.end for d in finest if d.end is not None)
    return DateTold(
        edtf=f"{start.isoformat()}/{end.isoformat()}",
        start=start,
        end=end,
        interval_type="uncertain",
        basis=precise.basis,
        has_conflict=True,
    )


def is_within(one: DateTold, other: DateTold) -> bool:
    """Return whether a date lies within a coarser one, which it makes more precise."""
    inner, outer = days_of(one), days_of(other)
    return inner is not None and outer is not None and inner != outer and outer[0] <= inner[0] and inner[1] <= outer[1]


def with_conflict(told: DateTold) -> DateTold:
    """Return a date marked as one on which the reports do not agree."""
    return DateTold(
        edtf=told.edtf,
        start=told.start,
        end=told.end,
        interval_type=told.interval_type,
        basis=told.basis,
        has_conflict=True,
    )
