"""The Gregorian days of dates of the Iranian (Jalali) calendar."""

from __future__ import annotations

from datetime import date, timedelta

# From 1210 to 1633 eight leap years fall in every 33 years (Birashk's arithmetic in the form of Borkowski, 1996).
_RUN_START = 1210
_RUN_LENGTH = 33
# 1 Farvardin 1210 fell on 21 March 1831.
_EPOCH = date(1831, 3, 21)
_FIRST_YEAR, _LAST_YEAR = 1210, 1633


def is_jalali_leap_year(year: int) -> bool:
    """Return whether a Jalali year from 1210 to 1633 has 366 days."""
    place = (year - _RUN_START) % _RUN_LENGTH
    return place % 4 == 0 and place != _RUN_LENGTH - 1


def jalali_month_length(year: int, month: int) -> int:
    """Return the number of days of a Jalali month."""
    if month <= 6:
        return 31
    return 30 if month < 12 or is_jalali_leap_year(year) else 29


def gregorian_date(year: int, month: int, day: int) -> date:
    """Return the Gregorian day of a Jalali date; ValueError where there is no such day or no sure rule for its year."""
    if not (_FIRST_YEAR <= year <= _LAST_YEAR and 1 <= month <= 12 and 1 <= day <= jalali_month_length(year, month)):
        raise ValueError(f"no Jalali day known as {year}-{month}-{day}")
    leaps = sum(is_jalali_leap_year(earlier) for earlier in range(_FIRST_YEAR, year))
    days = 365 * (year - _FIRST_YEAR) + leaps + min(month - 1, 6) * 31 + max(month - 7, 0) * 30 + day - 1
    return _EPOCH + timedelta(days=days)
