"""Whether a frame tells of an event told before: the same parties, kind and realis, no other day, no other place."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from security_meetings.documents import DateMention, Document
from security_meetings.extract.calendar import Calendar
from security_meetings.extract.date_solver import solve_date
from security_meetings.extract.event import Event
from security_meetings.extract.frames import Frame
from security_meetings.extract.states import StateGuesser
from security_meetings.records import DateTold, Status

SINGLE_OFFICES = frozenset(
    ["head_of_state", "head_of_government", "foreign_minister", "interior_minister", "defence_minister"]
)


class Matcher:
    """Compares frames with events by what the article tells of persons, states and days."""

    def __init__(self, document: Document, calendar: Calendar, guesser: StateGuesser) -> None:
        self.document = document
        self.calendar = calendar
        self.guesser = guesser

    def are_counterparts(self, persons: Sequence[int]) -> bool:
        """Return whether two persons hold an office that a state has once, and so stand for two states, told or not."""
        offices = {person.key: person.office_type for person in self.document.persons if person.name}
        held = [office for person in dict.fromkeys(persons) if (office := offices.get(person)) in SINGLE_OFFICES]
        return len(held) > len(set(held)) and all(self.guesser.side(person) is None for person in persons)

    def sides(self, persons: Sequence[int]) -> set[str]:
        """Return the states and bodies that persons stand for."""
        return {self.guesser.side(p) or "" for p in persons} - {""}

    def has_open_side(self, frame: Frame) -> bool:
        """Return whether a state is not told of somebody, who is no minister met in the other's own state."""
        untold = [person for person in frame.persons if self.guesser.side(person) is None]
        known = self.sides(frame.persons)
        is_home = any(place.kind == "city" and place.country_code in known for place in frame.setting.places)
        offices = {person.key: person.office_type for person in self.document.persons}
        is_own = is_home and all(str(offices.get(person)).endswith("_minister") for person in untold)
        return len(set(frame.persons)) > 1 and bool(untold) and not is_own

    def is_same(self, event: Event, frame: Frame) -> bool:
        """Return whether a frame tells of an event: parties within parties, one kind, no contradiction of time or place."""
        mine, theirs = set(frame.persons), set(event.persons)
        if frame.rule_id == "meetings.separate-counterparts" and mine != theirs:
            return False
        is_one_sentence = frame.sentence == event.lead.sentence and len(mine) > 1 and (mine <= theirs or theirs <= mine)
        if is_one_sentence and theirs and frame.setting.dates and frame.setting.dates == event.lead.setting.dates:
            return frame.realis == event.status and (frame.form == "call") == (event.form == "call")
        is_near = frame.sentence - event.lead.sentence <= 2 and frame.realis == event.status
        is_taken_up = frame.node.lemma == event.lead.node.lemma and frame.sentence - event.lead.sentence <= 2
        if not theirs and (
            set(event.sides) != self.sides(list(mine))
            or not (frame.setting.dates or event.status == "planned" or is_taken_up or is_near)
        ):
            return False
        if frame.form == "signing" or event.form == "signing":
            if frame.is_sequel and frame.form != "signing" and not (mine <= theirs or theirs <= mine):
                return False
            if len(mine & theirs) < 1 or not self.sides(list(mine)) & self.sides(list(theirs)):
                return False
            if not (mine <= theirs or theirs <= mine) and self.sides(list(mine)) != self.sides(list(theirs)):
                return False
        elif not (mine <= theirs or (theirs <= mine and self.sides(list(mine)) == self.sides_of(event))):
            return False
        if event.form == "call" and any(place.city for place in frame.setting.places):
            return False
        if (frame.form == "call") != (event.form == "call") and not (frame.is_weak or event.lead.is_weak):
            return False
        if frame.realis == "planned" and event.status == "held" and not frame.is_weak:
            return False
        if frame.is_weak and mine == theirs and not frame.setting.places:
            return True
        return not self.contradicts(event, frame)

    def contradicts(self, event: Event, frame: Frame) -> bool:
        """Return whether day or city of a frame and an event exclude each other."""
        mine = self.solve(frame.setting.dates, frame.realis == "planned")
        for other in event.frames:
            theirs = self.solve(other.setting.dates, event.status == "planned")
            if mine and theirs and (mine[1] < theirs[0] or theirs[1] < mine[0]):
                return True
        if event.dates() and any(d.kind == "shift" and d.unit == "day" and d.amount for d in frame.setting.dates):
            return True
        is_of_day = any(d.kind in ("day", "weekday", "offset") for d in event.dates())
        if is_of_day and any(d.kind == "shift" and d.unit == "year" and d.amount for d in frame.setting.dates):
            return True
        cities = {p.city for p in frame.setting.places if p.city}
        known = {p.city for p, _ in event.places() if p.city}
        if cities and known and not cities & known:
            return True
        countries = {p.country_code for p in frame.setting.places} - {""}
        known_countries = {p.country_code for p, _ in event.places()} - {""}
        return bool(countries and known_countries and not countries & known_countries)

    def solve(self, dates: Sequence[DateMention], is_planned: bool) -> tuple[date, date] | None:
        """Return the days that date expressions allow by themselves, or None."""
        told = self.told(dates, "planned" if is_planned else "held")
        return (told.start, told.end) if told.start and told.end else None

    def told(self, dates: Sequence[DateMention], status: Status) -> DateTold:
        """Return the date that expressions tell."""
        return solve_date(
            self.calendar.read(dates),
            published=self.calendar.published,
            status=status,
            years_named=self.calendar.years_named,
        )

    def sides_of(self, event: Event) -> set[str]:
        """Return the states and bodies that an event is between, by its persons or as told."""
        return self.sides(event.persons) | set(event.sides)


def cannot_be_off(event: Event, frame: Frame) -> bool:
    """Return whether "it was called off" means something else: the encounter was held, or is not what was told last."""
    is_near = frame.sentence - event.frames[-1].sentence <= 1
    is_open = event.status != "held" or event.lead.sentence == frame.sentence
    return frame.rule_id == "meetings.cancelled" and not (is_near and is_open)
