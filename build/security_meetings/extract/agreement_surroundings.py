"""What is known around the instruments of one article, and the days that it tells of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from security_meetings.documents import DateMention, Document
from security_meetings.extract.agreement_parties import PartyFinder
from security_meetings.extract.agreement_words import AgreementWords
from security_meetings.extract.date_solver import solve_date
from security_meetings.records import DateTold, MeetingMention


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What is known around the instruments of one article."""

    document: Document
    meetings: Sequence[MeetingMention]
    words: AgreementWords
    finder: PartyFinder
    published: tuple[date, date] | None
    years: tuple[int, ...] = field(default=())


def solve(dates: Sequence[DateMention], around: Surroundings) -> DateTold:
    """Return the date that expressions tell of a signing."""
    return solve_date(
        dates,
        published=around.published,
        status="held",
        years_named=around.years,
        reference=reference_of(around),
    )


def reference_of(around: Surroundings) -> tuple[date, date] | None:
    """Return the day of the first dated meeting, for "the same day"."""
    days = [(m.date.start, m.date.end) for m in around.meetings if m.status == "held" and m.date.start and m.date.end]
    return next(((start, end) for start, end in days if start and end), None)
