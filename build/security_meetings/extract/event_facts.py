"""What an assembled event tells: its place, host, type and date, each with the words behind it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from security_meetings.documents import Document, Evidence, PlaceMention
from security_meetings.extract.calendar import Calendar
from security_meetings.extract.date_solver import solve_date
from security_meetings.extract.durations import lengthen
from security_meetings.extract.event import Event
from security_meetings.extract.frames import Frame
from security_meetings.extract.states import StateGuesser
from security_meetings.records import DateTold


@dataclass(slots=True, kw_only=True)
class Setting:
    """What is known around an article: its persons' states, seats of bodies, its dateline."""

    document: Document
    calendar: Calendar
    guesser: StateGuesser
    seats: dict[str, str]
    dateline: PlaceMention | None = None
    is_away: bool = True
    guests: Mapping[int, tuple[int, int]] = field(default_factory=dict)
    stays: Sequence[PlaceMention] = ()

    def side(self, person: int) -> str | None:
        """Return the state or body for which a person stands."""
        return self.guesser.side(person)

    def sides(self, event: Event) -> set[str | None]:
        """Return the states and bodies that an event is between, None for a person whose side is not known."""
        return {self.side(person) for person in event.persons} | set(event.sides)


def solve_event(event: Event, setting: Setting, reference: tuple[date, date] | None) -> DateTold:
    """Return the date of an event from all expressions told of it."""
    reported = [d for frame in event.frames for d in frame.setting.reported]
    latest = None
    if reported:
        told = solve_date(
            reported, published=setting.calendar.published, status="held", years_named=setting.calendar.years_named
        )
        latest = (told.start, told.end) if told.start and told.end else None
    told = solve_date(
        setting.calendar.read(event.dates()),
        published=setting.calendar.published,
        status="held" if is_over(event) else event.status,
        years_named=setting.calendar.years_named,
        reference=reference,
        latest=latest,
    )
    return lengthen(told, [frame.setting for frame in event.frames])


def is_over(event: Event) -> bool:
    """Return whether the day of what was cancelled has gone by ("which should have taken place on Monday")."""
    return event.status == "cancelled" and any(frame.setting.is_past for frame in event.frames)


def meeting_type(event: Event, sides: int) -> str:
    """Return the code of the meeting's type."""
    if event.form == "visit":
        return "visit"
    if event.form == "session":
        is_of_two = event.organization_id is None and len(event.sides) == 2 and sides <= 2
        return "bilateral_meeting" if is_of_two else "multilateral_meeting"
    if event.form == "signing":
        return "signing_ceremony"
    if sides > 2:
        return "multilateral_meeting"
    return "phone_call" if event.form == "call" else "bilateral_meeting"


def evidence_of_frame(document: Document, column: str, frame: Frame) -> Evidence:
    """Return the word that a frame hangs on as evidence of a column."""
    return document.evidence(column, frame.rule_id, frame.node.start, frame.node.end)
