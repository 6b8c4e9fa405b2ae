"""Meetings told by their name alone ("the talks in Baku"), and by those who, it is said elsewhere, were there."""

from __future__ import annotations

from collections.abc import Sequence

from security_meetings.documents import Document
from security_meetings.extract.calendar import Calendar
from security_meetings.extract.event import Event
from security_meetings.extract.frames import Frame
from security_meetings.extract.matching import Matcher
from security_meetings.extract.states import StateGuesser
from security_meetings.records import Status

NEAR_SENTENCES = 6


class LooseMeetings(Matcher):
    """Holds the events of an article, and begins those that no frame tells together with their parties."""

    def __init__(self, document: Document, calendar: Calendar, guesser: StateGuesser) -> None:
        super().__init__(document, calendar, guesser)
        self.events: list[Event] = []

    def tell_leaders(self, frame: Frame) -> None:
        """Give the head of "a Thai delegation" the state told of the delegation, where none is told of him or her."""
        if frame.rule_id != "meetings.delegation-led-by" or len(frame.country_codes) != 1 or len(frame.persons) != 1:
            return
        for person in frame.persons:
            if self.guesser.side(person) is None:
                self.guesser.states[person] = frame.country_codes[0]
                self.guesser.guessed[person] = frame.country_codes[0]

    def new_event(self, frame: Frame) -> Event:
        """Return a new event begun by a frame."""
        status: Status = "held" if frame.realis == "unreal" else frame.realis
        event = Event(
            [frame], frame.form, status, list(dict.fromkeys(frame.persons)), list(frame.hosts), frame.organization_id
        )
        event.sides = list(frame.sides)
        self.events.append(event)
        return event

    def add_statement(self, frame: Frame) -> None:
        """Add a statement's day to the one encounter of the speaker in that city, though it may contradict the day told."""
        cities = {place.city for place in frame.setting.places if place.city}
        fitting = [
            event
            for event in self.events
            if event.form == "talks"
            and event.status == "held"
            and set(frame.persons) <= set(event.persons)
            and cities & {place.city for place, _ in event.places() if place.city}
        ]
        if len(fitting) == 1:
            fitting[0].frames.append(frame)

    def open_loose(self, frames: Sequence[Frame]) -> None:
        """Begin an event for a meeting told by its name alone and, apart from it, by those who were there."""
        group: list[Frame] = []
        for frame in [*frames, None]:
            is_next = frame is not None and group and frame.sentence - group[-1].sentence <= NEAR_SENTENCES
            if frame is None or (group and not (is_next and not self.contradicts(self.loose_event(group), frame))):
                event = self.loose_event(group) if group else None
                if event is not None and self.is_told_apart(event):
                    self.keep_loose(event)
                group = []
            if frame is not None:
                group.append(frame)
        self.events.sort(key=lambda event: event.lead.sentence)

    def keep_loose(self, event: Event) -> None:
        """Add a loose event, to the one told otherwise between the same persons where there is such."""
        for known in self.events:
            is_alike = set(known.persons) == set(event.persons) and known.form == event.form
            if is_alike and not any(self.contradicts(known, frame) for frame in event.frames):
                known.frames += event.frames
                return
        event.lead.is_weak = True
        self.events.append(event)

    def loose_event(self, group: Sequence[Frame]) -> Event:
        """Return the event that frames without parties of their own tell together."""
        named = next((frame for frame in group if frame.is_reference), group[0])
        frames = [named, *(frame for frame in group if frame is not named)]
        persons = list(dict.fromkeys(person for frame in group for person in frame.persons))
        return Event(frames, "talks", "planned" if named.realis == "planned" else "held", persons)

    def is_told_apart(self, event: Event) -> bool:
        """Return whether persons of two sides are told as present at a meeting that is named with its day or place."""
        is_present = any(frame.form == "attendance" for frame in event.frames)
        is_named = any(frame.is_reference for frame in event.frames)
        is_set = bool(event.dates() or event.places())
        is_only = not any(other.form != "visit" for other in self.events)
        return is_present and is_named and (is_set or is_only) and len(self.sides(event.persons)) > 1


def is_loose(frame: Frame) -> bool:
    """Return whether a frame tells of a meeting by its name alone, or of somebody's presence at it."""
    is_named = frame.is_reference and frame.form in ("talks", "session", "call") and not frame.is_series
    return frame.realis in ("held", "planned") and (is_named or frame.form == "attendance")
