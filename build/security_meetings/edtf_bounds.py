"""The days that an EDTF date allows: as much of EDTF level 1 as the published tables use."""

from __future__ import annotations

import calendar
import re
from datetime import date

_POINT = re.compile(r"(\d{4}|XXXX)(?:-(\d{2}|XX)(?:-(\d{2}|XX))?)?[?~%]?")
_SEASONS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 2)}

Bounds = tuple[date | None, date | None]


def edtf_bounds(edtf: str) -> Bounds:
    """Return the earliest and the latest day that an EDTF date allows, None where it leaves them open.

    A day of an unknown year (`XXXX-05-02`) has no bounds. Seasons are those of the north, winter ends in the next year.
    Raises ValueError for anything that is not EDTF as used here.
    """
    if "/" not in edtf:
        return _point_bounds(edtf)
    parts = edtf.split("/")
    if len(parts) != 2 or all(part in ("", "..") for part in parts):
        raise ValueError(f"not an EDTF interval: {edtf!r}")
    first = None if parts[0] in ("", "..") else _point_bounds(parts[0])[0]
    last = None if parts[1] in ("", "..") else _point_bounds(parts[1])[1]
    if first is not None and last is not None and last < first:
        raise ValueError(f"the EDTF interval ends before it begins: {edtf!r}")
    return first, last


def is_valid_edtf(edtf: str) -> bool:
    """Return whether a text is EDTF as used in the published tables."""
    try:
        edtf_bounds(edtf)
    except ValueError:
        return False
    return True


def month_length(year: int, month: int) -> int:
    """Return the number of days of a month."""
    return calendar.monthrange(year, month)[1]


def _point_bounds(edtf: str) -> Bounds:
    match = _POINT.fullmatch(edtf)
    if match is None or not edtf.isascii():
        raise ValueError(f"not an EDTF date: {edtf!r}")
    year, month, day = match.groups()
    if year == "XXXX":
        return _check_yearless(edtf, month, day)
    if int(year) == 0:
        raise ValueError(f"no such year: {edtf!r}")
    if month is None or (month == "XX" and day in (None, "XX")):
        return date(int(year), 1, 1), date(int(year), 12, 31)
    if month == "XX":
        raise ValueError(f"a day of an unknown month: {edtf!r}")
    return _month_bounds(edtf, int(year), int(month), day)


def _check_yearless(edtf: str, month: str | None, day: str | None) -> Bounds:
    # 2000 was a leap year, so that 29 February passes.
    if month in (None, "XX"):
        raise ValueError(f"neither year nor month: {edtf!r}")
    if int(month or 0) in _SEASONS and day is None:
        return None, None
    _month_bounds(edtf, 2000, int(month or 0), day)
    return None, None


def _month_bounds(edtf: str, year: int, month: int, day: str | None) -> Bounds:
    if month in _SEASONS and day is None:
        begin, end = _SEASONS[month]
        end_year = year if begin < end else year + 1
        if end_year > date.max.year:
            raise ValueError(f"no such year: {edtf!r}")
        return date(year, begin, 1), date(end_year, end, month_length(end_year, end))
    if not 1 <= month <= 12:
        raise ValueError(f"no such month: {edtf!r}")
    length = month_length(year, month)
    if day in (None, "XX"):
        return date(year, month, 1), date(year, month, length)
    if not 1 <= int(day or 0) <= length:
        raise ValueError(f"no such day: {edtf!r}")
    return date(year, month, int(day or 0)), date(year, month, int(day or 0))
