"""What the dates of an article are measured against."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from security_meetings.documents import DateMention
from security_meetings.edtf_bounds import month_length

LEAP_YEAR = 2000


@dataclass(slots=True, kw_only=True)
class Calendar:
    """What dates are measured against: the publication days, the years named in the text, the day of a dateline without one."""

    published: tuple[date, date] | None
    years_named: tuple[int, ...]
    weekdays_told: Mapping[int, DateMention] = field(default_factory=dict)
    dateline_day: DateMention | None = None
    mentions: Sequence[DateMention] = ()

    def read(self, dates: Sequence[DateMention]) -> list[DateMention]:
        """Return date expressions with a bare weekday read as the day of that weekday that the text dates.

        Only where there is no publication day to read it from: "on Tuesday" after "on Tuesday April 22"; "today" is then
        the day of a dateline that tells no year.
        """
        if self.published is not None:
            return list(dates)
        return [
            self.weekdays_told.get(d.weekday, d)
            if d.kind == "weekday" and d.weekday is not None
            else self.day_without_year(d)
            for d in dates
        ]

    def day_without_year(self, mention: DateMention) -> DateMention:
        """Return "today" or "later in the day" as a day without a year, reckoned from the dateline; else the mention."""
        line, told = self.dateline_day, mention
        if mention.kind == "shift" and mention.unit == "day" and mention.amount == 0:
            before = [d for d in self.mentions if d.end <= mention.start and d.kind != "shift"]
            told = before[-1] if before else mention
        if line is None or line.month is None or line.day is None or told.kind != "offset" or told.unit != "day":
            return mention
        days = {_moved(year, line.month, line.day, told.amount) for year in (LEAP_YEAR, LEAP_YEAR + 1)}
        if len(days) != 1:
            return mention
        month, day = days.pop()
        return replace(told, kind="day", month=month, day=day, amount=0, unit=None)


def _moved(year: int, month: int, day: int, days: int) -> tuple[int, int]:
    """Return month and day so many days from a day."""
    moved = date(year, month, min(day, month_length(year, month))) + timedelta(days=days)
    return moved.month, moved.day
