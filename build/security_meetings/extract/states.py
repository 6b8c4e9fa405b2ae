"""States that a text leaves open: guessed from the place, the visit, the outlet, or the two states it is about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from security_meetings.documents import Document
from security_meetings.extract.frames import Frame

LEAST_MENTIONS = 2


class StateGuesser:
    """Knows the states told of persons, and guesses those that are not, each once for the whole article."""

    def __init__(self, document: Document, outlet_country: str | None) -> None:
        self.document = document
        self.outlet_country = outlet_country
        self.states = {person.key: person.country_code for person in document.persons}
        self.bodies = {person.key: person.organization_id for person in document.persons}
        self.guessed: dict[int, str] = {}
        self.visits: dict[int, str] = {}
        # The state of a city that several states have may be left open.
        counts = Counter(place.country_code for place in document.places if place.country_code)
        in_title = [
            p.country_code
            for p in document.places
            if any(z.kind == "title" and z.start <= p.start < z.end for z in document.zones)
        ]
        self.titled = list(dict.fromkeys(in_title)) if len(set(in_title)) == 2 else []
        self.main = [code for code, count in counts.most_common(3) if count >= LEAST_MENTIONS]

    def side(self, person: int) -> str | None:
        """Return the state or body for which a person stands."""
        return self.states.get(person) or self.bodies.get(person)

    def note_visit(self, frame: Frame) -> None:
        """Remember the state that a visitor went to."""
        place = next((p for p in frame.setting.places if p.kind in ("city", "country")), None)
        if place is not None:
            for person in frame.persons:
                self.visits[person] = place.country_code

    def guess(self, frame: Frame) -> None:
        """Give the persons of a frame whose state is not told the most likely one, where another side is known."""
        known = {self.side(person) for person in frame.persons} - {None}
        for person in frame.persons:
            if self.side(person) is not None or not known:
                continue
            if len(known) > 1:
                code = self.state_of_neighbour(frame, person)
            else:
                code = next((c for c in self.candidates(frame) if c and c not in known), None)
            if code is not None:
                self.states[person] = code
                self.guessed[person] = code

    def state_of_neighbour(self, frame: Frame, person: int) -> str | None:
        """Return the state of the person named right before, who stands on the same side where both sides are known."""
        at = frame.persons.index(person)
        return self.states.get(frame.persons[at - 1]) if at else None

    def candidates(self, frame: Frame) -> Sequence[str | None]:
        """Return the states that may be meant, the likeliest first."""
        places = [p.country_code for p in frame.setting.places if p.kind in ("city", "country")]
        visits = [self.visits.get(person) for person in frame.persons]
        beside = [self.side(person) for person in frame.listed if person not in frame.persons]
        return [
            *beside,
            *self.titled,
            *([] if frame.form == "call" or frame.margins is not None else places),
            *visits,
            self.outlet_country,
            *self.main,
        ]
