"""What the dates of an article are measured against."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from security_meetings.documents import DateMention


@dataclass(slots=True, kw_only=True)
class Calendar:
    """What dates are measured against: the publication days and the years named in the text."""

    published: tuple[date, date] | None
    years_named: tuple[int, ...]
    weekdays_told: Mapping[int, DateMention] = field(default_factory=dict)

    def read(self, dates: Sequence[DateMention]) -> list[DateMention]:
        """Return date expressions with a bare weekday read as the day of that weekday that the text dates.

        Only where there is no publication day to read it from: "on Tuesday" after "on Tuesday April 22".
        """
        if self.published is not None:
            return list(dates)
        return [
            self.weekdays_told.get(d.weekday, d) if d.kind == "weekday" and d.weekday is not None else d for d in dates
        ]
