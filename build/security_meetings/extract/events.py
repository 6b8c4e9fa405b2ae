"""Assembly: the frames of one article brought together, one event for each encounter that it tells of."""

from __future__ import annotations

from collections.abc import Sequence

from security_meetings.documents import Document
from security_meetings.extract.calendar import Calendar
from security_meetings.extract.event import Event
from security_meetings.extract.frames import Frame
from security_meetings.extract.loose_meetings import NEAR_SENTENCES, LooseMeetings, is_loose
from security_meetings.extract.matching import cannot_be_off
from security_meetings.extract.states import StateGuesser

MINISTERIAL = frozenset(["foreign_minister", "interior_minister", "defence_minister", "justice_minister"])
SPOKESMEN = MINISTERIAL | {"deputy_minister", "special_envoy", "security_council_secretary"}
SESSION_WORDS = ("meeting", "session", "summit", "conference", "forum", "event", "gathering", "round", "consultation")

SESSIONS_ONLY = (
    "summit",
    "conference",
    "forum",
    "assembly",
    "council",
    "commission",
    "committee",
    "congress",
    "symposium",
)


class Assembler(LooseMeetings):
    """Takes the frames in order and joins each to an event told before, or begins a new one."""

    def __init__(self, document: Document, calendar: Calendar, guesser: StateGuesser) -> None:
        super().__init__(document, calendar, guesser)
        self.event_of: dict[int, Event] = {}
        self.put_off: Event | None = None
        self.leader: Frame | None = None

    def read(self, frames: Sequence[Frame]) -> list[Event]:
        """Return the events of all frames, in order of the text."""
        for frame in sorted(frames, key=lambda f: (f.sentence, f.form == "attendance")):
            if frame.realis == "unreal" or frame.form == "statement":
                continue
            event = self.place(frame)
            if event is not None:
                self.event_of[id(frame)] = event
        for frame in frames:
            if frame.margins is not None and id(frame) in self.event_of:
                self.event_of[id(frame)].margins = self.event_of.get(id(frame.margins))
        for frame in frames:
            if frame.form == "statement":
                self.add_statement(frame)
        self.open_loose([frame for frame in frames if id(frame) not in self.event_of and is_loose(frame)])
        return self.events

    def add_speakers(self, speakers: Sequence[int]) -> None:
        """Add to a session that the article is about the officials of its body, and holders of its office, who speak there."""
        if not self.events or self.events[0].status != "held":
            return
        session = self.events[0]
        if not session.is_session:
            self.add_spokesmen(session, speakers)
            return
        persons = self.document.persons
        offices = {persons[p].office_type for p in session.persons} & MINISTERIAL
        for speaker in speakers:
            is_official = (
                persons[speaker].organization_id is not None
                and persons[speaker].organization_id == session.organization_id
            )
            if speaker not in session.persons and (is_official or persons[speaker].office_type in offices):
                session.persons.append(speaker)

    def add_spokesmen(self, event: Event, speakers: Sequence[int]) -> None:
        """Add to a session told by its sides alone the ministers, deputies and envoys of the sides who speak in the text."""
        if event.persons or len(event.sides) < 2 or not any(frame.is_series for frame in event.frames):
            return
        persons = self.document.persons
        event.persons += [
            speaker
            for speaker in speakers
            if persons[speaker].office_type in SPOKESMEN and self.guesser.side(speaker) in event.sides
        ]

    def place(self, frame: Frame) -> Event | None:
        """Return the event that a frame tells of; None where it tells of none."""
        if frame.form == "visit":
            self.guesser.note_visit(frame)
        self.guesser.guess(frame)
        if frame.form == "attendance":
            return self.join_attendance(frame)
        if frame.is_series:
            return self.join_series(frame)
        if frame.is_reference:
            return self.join_reference(frame)
        if frame.form == "session":
            return self.join_session(frame)
        if frame.form == "visit":
            return self.new_event(frame) if frame.persons else None
        if self.are_counterparts(frame.persons) and not frame.is_weak:
            return self.join_talks(frame)
        if len(self.sides(frame.persons)) < 2 and not self.has_open_side(frame):
            return self.join_reference(frame) if len(frame.persons) == 1 else None
        return self.join_talks(frame)

    def add_frame(self, event: Event, frame: Frame) -> Event:
        """Return the event with one more frame: held wins over planned, a stronger form over a weaker one."""
        if frame.is_weak and event.dates():
            frame.setting.dates = []
        event.frames.append(frame)
        for person in frame.persons:
            if person not in event.persons:
                event.persons.append(person)
        event.hosts += [host for host in frame.hosts if host not in event.hosts]
        if frame.realis == "held" and not frame.is_reference and not frame.is_weak:
            event.status = "held" if event.status == "planned" else event.status
        if event.form == "signing" and frame.form in ("talks", "call"):
            event.form = frame.form
        event.organization_id = event.organization_id or frame.organization_id
        return event

    def join_talks(self, frame: Frame) -> Event | None:
        """Return the event of the same parties that a frame tells again, else a new one."""
        for event in reversed(self.events):
            if event.form == "visit" or (event.form == "session" and not self.is_signed_there(event, frame)):
                continue
            if self.is_same(event, frame):
                return self.add_frame(event, frame)
        if self.are_counterparts(frame.persons) and not frame.is_weak:
            event = self.new_event(frame)
            event.least_sides = len(set(frame.persons))
            return event
        if not self.sides(frame.persons) or (frame.is_weak and len(self.sides(frame.persons)) < 2):
            return None
        return self.new_event(frame)

    def is_signed_there(self, event: Event, frame: Frame) -> bool:
        """Return whether those who sign are those of a session told right before."""
        is_near = frame.sentence - event.frames[-1].sentence <= NEAR_SENTENCES
        is_whose = set(frame.persons) == set(event.persons) or (event.lead.is_collective and not event.persons)
        return frame.form == "signing" and is_near and is_whose and len(self.sides(frame.persons)) > 1

    def join_reference(self, frame: Frame) -> Event | None:
        """Return the latest event that a short reference can mean, with the reference's setting added."""
        for event in self.latest_first(frame.node.lemma in SESSION_WORDS and not frame.persons):
            if event.form == "visit" or event.lead.sentence > frame.sentence or cannot_be_off(event, frame):
                continue
            fits = set(frame.persons) <= set(event.persons) or (event.is_session and frame.node.lemma in SESSION_WORDS)
            is_call = frame.form == "call" and event.form == "talks" and not event.places() and bool(frame.persons)
            fits = (
                fits
                and ((frame.form == "call") <= (event.form == "call") or is_call)
                and (event.is_session <= (frame.node.lemma in SESSION_WORDS))
                and (event.is_session >= (frame.node.lemma in SESSIONS_ONLY))
            )
            if fits and is_call and not self.contradicts(event, frame):
                event.form = "call"
            if fits and not self.contradicts(event, frame) and (frame.realis == "held" or event.status == frame.realis):
                reference = frame
                if event.is_session or not set(frame.persons) <= set(event.persons):
                    reference.persons = [] if not event.is_session else frame.persons
                return self.add_frame(event, reference)
            if fits and frame.realis == "cancelled":
                event.status = "cancelled"
                self.put_off = event
                return self.add_frame(event, frame)
        return self.new_day(frame) or self.open_event(frame)

    def new_day(self, frame: Frame) -> Event | None:
        """Return the new event on the day to which the one cancelled last was put off, or None."""
        before = self.put_off
        if before is None or frame.realis != "planned" or before.frames[-1].sentence != frame.sentence:
            return None
        frame.persons = list(before.persons)
        event = self.new_event(frame)
        event.form, event.sides, event.organization_id = before.form, list(before.sides), before.organization_id
        return event

    def join_series(self, frame: Frame) -> Event | None:
        """Return the event of a session told by its sides, or the new one that goes on with a session told before."""
        if len(frame.sides) < 2:
            known = None if frame.is_another else self.join_reference(frame)
            if known is not None:
                return known
            known_events = [e for e in reversed(self.events) if len(self.sides_of(e)) > 1 or e.is_session]
            alike = [e for e in known_events if any(f.node.lemma == frame.node.lemma for f in e.frames)]
            if not known_events:
                return None
            before = [*alike, *known_events][0]
            frame.sides = tuple(sorted(self.sides_of(before)))
            if before.organization_id is not None and before.is_session:
                frame.form, frame.organization_id = "session", before.organization_id
        else:
            for event in reversed(self.events):
                same = set(frame.sides) == self.sides_of(event) and event.form in ("talks", "session")
                is_one = (event.status == "planned") == (frame.realis == "planned") and not frame.is_another
                if same and is_one and not self.contradicts(event, frame):
                    return self.add_frame(event, frame)
        event = self.new_event(frame)
        event.sides = list(frame.sides)
        return event

    def latest_first(self, sessions_first: bool) -> list[Event]:
        """Return the events, the latest first, sessions before or after all others."""
        latest = list(reversed(self.events))
        return [e for e in latest if e.is_session == sessions_first] + [
            e for e in latest if e.is_session != sessions_first
        ]

    def open_event(self, frame: Frame) -> Event | None:
        """Return a new event for a reference that takes up nothing: with the mate of the one named, or still without parties."""
        if frame.mate is not None and frame.persons:
            frame.persons = list(dict.fromkeys([frame.mate, *frame.persons]))
            self.guesser.guess(frame)
            return self.new_event(frame) if len(self.sides(frame.persons)) > 1 else None
        if frame.parties and frame.realis == "held" and frame.form != "session":
            frame.persons = list(frame.parties)
            return self.new_event(frame) if len(self.sides(frame.persons)) > 1 else None
        if frame.is_asserted and not frame.persons and (frame.setting.dates or frame.setting.places):
            return self.new_event(frame)
        return None

    def join_session(self, frame: Frame) -> Event:
        """Return the event of the same session told before, else a new one."""
        for event in self.events:
            if (
                event.is_session
                and event.organization_id == frame.organization_id
                and not self.contradicts(event, frame)
            ) and (frame.organization_id is not None or frame.is_collective):
                return self.add_frame(event, frame)
        return self.new_event(frame)

    def join_attendance(self, frame: Frame) -> Event | None:
        """Return the session (or talks) that somebody is said to have attended, with that person added."""
        self.tell_leaders(frame)
        for event in reversed(self.events):
            is_ahead = event.status == "planned" and frame.realis == "held" and event.lead.sentence == frame.sentence
            if event.is_session and not is_ahead and not self.contradicts(event, frame):
                self.guess_attendants(frame, event)
                return self.add_frame(event, frame)
        for event in reversed(self.events):
            is_near = frame.sentence - event.frames[-1].sentence <= NEAR_SENTENCES
            is_open = event.form == "talks" or (event.form == "call" and len(event.sides) > 1)
            if is_open and is_near and not (self.contradicts(event, frame) or self.is_of_others(event, frame)):
                self.guess_attendants(frame, event)
                return self.add_frame(event, frame)
        sides = self.sides(frame.persons)
        is_summit = len(sides) > 1 and frame.node.lemma in (
            *SESSION_WORDS,
            "talk",
            "talks",
            "consultations",
            "dialogue",
        )
        is_set = bool(frame.setting.dates and frame.setting.places) or (is_summit and len(sides) > 2)
        if len(set(frame.persons)) > 1 and (is_set or (is_summit and frame.setting.dates)):
            frame.form = "talks"
            return self.new_event(frame)
        if frame.rule_id == "meetings.delegation-led-by" and sides and "at" in frame.links:
            frame.form = "talks"
            return self.new_event(frame)
        return self.open_sides(frame) if frame.rule_id == "meetings.delegation-led-by" else None

    def is_of_others(self, event: Event, frame: Frame) -> bool:
        """Return whether those who attended stand for none of the sides that a session is told to be between."""
        told = self.sides(frame.persons)
        return len(event.sides) > 1 and bool(told) and not told & self.sides_of(event)

    def open_sides(self, frame: Frame) -> Event | None:
        """Return the talks of two delegations whose heads alone are told, once the second is; the first is kept in mind."""
        for person in frame.persons:
            if self.guesser.side(person) is None and len(frame.country_codes) == 1 and len(frame.persons) == 1:
                self.guesser.states[person] = frame.country_codes[0]
        first, self.leader = self.leader, frame
        if first is None or frame.sentence - first.sentence > 1:
            return None
        persons = list(dict.fromkeys([*first.persons, *frame.persons]))
        if len(self.sides(persons)) < 2:
            return None
        first.persons, first.form = persons, "talks"
        return self.add_frame(self.new_event(first), frame)

    def guess_attendants(self, frame: Frame, event: Event) -> None:
        """Give persons who attended talks the state told of their delegation, else the one state among the parties."""
        states = [s for s in sorted(self.sides(event.persons)) if len(s) == 3 and s.isalpha() and s.isupper()]
        states = [] if event.is_session else states
        told = [*frame.country_codes, *(states if len(states) == 1 else [])]
        for person in frame.persons:
            if self.guesser.side(person) is None and told:
                self.guesser.states[person] = told[0]
                self.guesser.guessed[person] = told[0]
