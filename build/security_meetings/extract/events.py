"""Assembly: the frames of one article brought together, one event for each encounter that it tells of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise

from security_meetings.documents import DateMention, Document, PlaceMention
from security_meetings.extract.cues import Cues
from security_meetings.extract.date_solver import solve_date
from security_meetings.extract.frames import Discourse, Frame
from security_meetings.extract.graph import VERB_TAGS, Graph
from security_meetings.extract.noun_frames import noun_frames
from security_meetings.extract.settings import Setting, find_setting
from security_meetings.extract.states import StateGuesser
from security_meetings.extract.verb_frames import verb_frames
from security_meetings.records import DateTold, Status

MINISTERIAL = frozenset(["foreign_minister", "interior_minister", "defence_minister", "justice_minister"])
SEQUEL_REACH = 800
NEAR_SENTENCES = 6
SESSION_WORDS = ("meeting", "session", "summit", "conference", "forum", "event", "gathering", "round", "consultation")
SAYING = (
    "say",
    "state",
    "add",
    "note",
    "stress",
    "tell",
    "announce",
    "declare",
    "remark",
    "underline",
    "emphasize",
    "emphasise",
)


@dataclass(slots=True, kw_only=True)
class Calendar:
    """What dates are measured against: the publication days and the years named in the text."""

    published: tuple[date, date] | None
    years_named: tuple[int, ...]


@dataclass(slots=True)
class Event:
    """One encounter of an article while it is put together."""

    frames: list[Frame]
    form: str
    status: Status
    persons: list[int]
    hosts: list[int] = field(default_factory=list)
    organization_id: str | None = None
    margins: Event | None = None

    @property
    def lead(self) -> Frame:
        """Return the frame that the event was first coded from."""
        return self.frames[0]

    @property
    def is_session(self) -> bool:
        """Return whether the event is a session, to which persons are added by attending."""
        return self.form == "session"

    def dates(self) -> list[DateMention]:
        """Return all dates told of the event, once each."""
        return list(dict.fromkeys(d for frame in self.frames for d in frame.setting.dates))

    def places(self) -> list[tuple[PlaceMention, Frame]]:
        """Return all places told of the event, with their frames, most direct first."""
        return [(place, frame) for frame in self.frames for place in frame.setting.places]


def find_frames(document: Document, cues: Cues) -> tuple[list[Frame], list[int]]:
    """Return the frames of all parsed sentences of a document, in order of the text, and the persons who speak in it."""
    discourse = Discourse()
    states = {person.key: person.country_code for person in document.persons}
    frames: list[Frame] = []
    pairs = coordinated_pairs(document)
    here = dateline_city(document)
    speakers: set[int] = set()
    statements: list[Frame] = []
    for parse in document.parses:
        graph = Graph(parse)
        while pairs and pairs[0][0] < graph.sentence.start:
            discourse.note_parties(pairs.pop(0)[1])
        statement = Setting()
        found: list[Frame] = []
        for node in graph.nodes:
            made = verb_frames(graph, node, cues, discourse) or noun_frames(graph, node, cues, discourse)
            found += made
            note_discourse(graph, node.index, discourse, states)
            if node.lemma in SAYING:
                speakers.update(p for s in graph.below(node.index, ("nsubj",)) for p in s.persons)
            if node.lemma in SAYING and node.relation == "ROOT":
                statement = find_setting(graph, node.index)
            for frame in made:
                if not frame.is_reference and frame.realis != "unreal":
                    discourse.note_parties(frame.persons)
                    note_guest(frame, discourse)
        add_sequel_day(graph, found, document, cues)
        add_only_setting(graph, found, here)
        statements += statement_frames(graph, cues)
        link_margins(graph, found, cues)
        set_scene(graph, found, discourse, cues)
        discourse.statement = statement
        frames += found
    return [*frames, *statements], [person for person in discourse.subjects if person in speakers]


def dateline_city(document: Document) -> PlaceMention | None:
    """Return the city named in the dateline, which is what "here" means."""
    lines = [zone for zone in document.zones if zone.kind == "dateline"]
    return document.dateline if lines else None


def add_only_setting(graph: Graph, found: Sequence[Frame], here: PlaceMention | None) -> None:
    """Give the only encounter of a sentence the only day and city of the sentence, where the parse hung them elsewhere."""
    told = [frame for frame in found if not frame.is_reference and (frame.persons or frame.organization_id)]
    if len(told) != 1 or told[0].form in ("visit", "attendance"):
        return
    setting = told[0].setting
    cities = [n.place for n in graph.nodes if n.place is not None and n.place.kind == "city"
              and graph.nodes[n.head].text.lower() in ("in", "at")]
    days = [n.date for n in graph.nodes if n.date is not None]
    if not setting.places and told[0].form != "call":
        if len(cities) == 1:
            setting.places.append(cities[0])
        elif here is not None and any(n.text.lower() == "here" for n in graph.nodes):
            setting.places.append(here)
    if not setting.dates and not setting.reported and len(days) == 1 and days[0].kind in ("day", "weekday", "offset"):
        setting.dates.append(days[0])


def add_sequel_day(graph: Graph, found: Sequence[Frame], document: Document, cues: Cues) -> None:
    """Give talks told with "Later, …" and no day the day that was told last before them."""
    opening = document.text[graph.sentence.start : graph.sentence.end].lower()
    if not any(opening.startswith(f"{word} ") or opening.startswith(f"{word},") for word in cues.of("sequels", "words")):
        return
    before = [d for d in document.dates if d.kind in ("day", "weekday") and graph.sentence.start - SEQUEL_REACH < d.end <= graph.sentence.start]
    for frame in found:
        if frame.persons and not frame.is_reference and not frame.setting.dates and before:
            frame.setting.dates = before[-1:]


def statement_frames(graph: Graph, cues: Cues) -> list[Frame]:
    """Return where and when persons spoke ("said in Bishkek on Thursday", "according to X in Bishkek on Thursday")."""
    made = []
    for node in graph.nodes:
        if len(node.persons) != 1:
            continue
        above = graph.nodes[node.head]
        is_source = node.relation == "pobj" and above.text.lower() == "to" and graph.nodes[above.head].text.lower() == "according"
        is_speaker = node.relation == "nsubj" and above.lemma in SAYING
        if not is_source and not is_speaker:
            continue
        setting = find_setting(graph, node.index)
        if setting.dates and any(place.kind == "city" for place in setting.places):
            made.append(
                Frame(
                    sentence=graph.sentence.index, node=node, rule_id="meetings.statement-occasion", form="statement",
                    realis="held", persons=list(node.persons), setting=setting,
                )
            )
    return made


def coordinated_pairs(document: Document) -> list[tuple[int, list[int]]]:
    """Return the pairs of persons joined by "and" in the text, with their places, for talks told without parties."""
    pairs = []
    for one, other in pairwise(document.actors):
        between = document.text[one.end : other.start].strip().lower()
        if between in ("and", ", and", "& ") and one.person != other.person:
            states = {document.persons[one.person].country_code, document.persons[other.person].country_code}
            if len(states) == 2:
                pairs.append((one.start, [one.person, other.person]))
    return pairs


def set_scene(graph: Graph, found: Sequence[Frame], discourse: Discourse, cues: Cues) -> None:
    """Give frames without a place or day those of the scene: a sentence before that only tells where and when.

    A remark "made in a meeting" takes the day and place of the statement of the sentence before.
    """
    own = [frame for frame in found if not frame.is_reference and frame.realis != "unreal"]
    told = [frame for frame in own if frame.persons or frame.organization_id]
    remarks = any(node.lemma in cues.of("verbs", "remarking") and node.relation == "dobj" for node in graph.nodes)
    for frame in told:
        scene = discourse.statement if remarks else discourse.scene
        if not remarks and discourse.scene_paragraph != graph.sentence.paragraph:
            continue
        if frame.form == "call":
            continue
        frame.setting.dates = frame.setting.dates or list(scene.dates)
        frame.setting.places = frame.setting.places or list(scene.places)
    if told:
        return
    scene = Setting()
    for node in graph.nodes:
        if node.relation == "ROOT" or node.lemma in cues.encounter_nouns:
            at = find_setting(graph, node.index)
            scene.dates += [d for d in at.dates if d not in scene.dates]
            scene.places += [p for p in at.places if p not in scene.places and p.kind == "city"]
    if scene.places:
        discourse.scene, discourse.scene_paragraph = scene, graph.sentence.paragraph


def note_discourse(graph: Graph, at: int, discourse: Discourse, states: dict[int, str | None]) -> None:
    """Remember the subject of a verb once the verb was read."""
    node = graph.nodes[at]
    if node.organization_id is not None:
        discourse.last_body = (node.organization_id, node.start, node.end)
    for person in node.persons:
        state = states.get(person)
        if state is not None:
            discourse.latest_of[state] = person
    if node.tag in VERB_TAGS:
        subjects = graph.below(at, ("nsubj",))
        discourse.note_subject(p for s in subjects for p in s.persons[:1])
        pair = [p for s in subjects for joined in graph.joined(s.index) for p in joined.persons]
        if len(pair) == 2 and states.get(pair[0]) != states.get(pair[1]):
            discourse.note_parties(pair)


def note_guest(frame: Frame, discourse: Discourse) -> None:
    """Remember who came as a guest: a visitor, or the one who was received."""
    if frame.form == "visit" and frame.persons:
        discourse.guest = frame.persons[0]
    elif frame.hosts:
        discourse.guest = next((p for p in frame.persons if p not in frame.hosts), discourse.guest)


def link_margins(graph: Graph, frames: Sequence[Frame], cues: Cues) -> None:
    """Tie an encounter "on the sidelines of" a session of the same sentence to that session."""
    sessions = [frame for frame in frames if frame.form == "session"]
    for session in sessions:
        words = {node.text.lower() for node in graph.above(session.node.index)}
        if not words & cues.of("margins", "words") and not words & {"after", "before"}:
            continue
        for frame in frames:
            if frame is not session and frame.form in ("talks", "call") and frame.margins is None:
                frame.margins = session
                frame.setting.dates = [d for d in frame.setting.dates if d not in session.setting.dates]


class Assembler:
    """Takes the frames in order and joins each to an event told before, or begins a new one."""

    def __init__(self, document: Document, calendar: Calendar, guesser: StateGuesser) -> None:
        self.document = document
        self.calendar = calendar
        self.events: list[Event] = []
        self.event_of: dict[int, Event] = {}
        self.guesser = guesser

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
        return self.events

    def add_statement(self, frame: Frame) -> None:
        """Add a statement's day to the one encounter of the speaker in that city, though it may contradict the day told."""
        cities = {place.city for place in frame.setting.places if place.city}
        fitting = [
            event
            for event in self.events
            if event.form == "talks" and event.status == "held" and set(frame.persons) <= set(event.persons)
            and cities & {place.city for place, _ in event.places() if place.city}
        ]
        if len(fitting) == 1:
            fitting[0].frames.append(frame)

    def add_speakers(self, speakers: Sequence[int]) -> None:
        """Add to a session that the article is about the officials of its body, and holders of its office, who speak there."""
        if not self.events or not self.events[0].is_session or self.events[0].status != "held":
            return
        session = self.events[0]
        persons = self.document.persons
        offices = {persons[p].office_type for p in session.persons} & MINISTERIAL
        for speaker in speakers:
            is_official = (
                persons[speaker].organization_id is not None
                and persons[speaker].organization_id == session.organization_id
            )
            if speaker not in session.persons and (is_official or persons[speaker].office_type in offices):
                session.persons.append(speaker)

    def place(self, frame: Frame) -> Event | None:
        """Return the event that a frame tells of; None where it tells of none."""
        if frame.form == "visit":
            self.guesser.note_visit(frame)
        self.guesser.guess(frame)
        if frame.form == "attendance":
            return self.join_attendance(frame)
        if frame.is_reference:
            return self.join_reference(frame)
        if frame.form == "session":
            return self.join_session(frame)
        if frame.form == "visit":
            return self.new_event(frame) if frame.persons else None
        if len(self.sides(frame.persons)) < 2 and not self.has_open_side(frame.persons):
            return self.join_reference(frame) if len(frame.persons) == 1 else None
        return self.join_talks(frame)

    def sides(self, persons: Sequence[int]) -> set[str]:
        """Return the states and bodies that persons stand for."""
        return {self.guesser.side(p) or "" for p in persons} - {""}

    def has_open_side(self, persons: Sequence[int]) -> bool:
        """Return whether somebody among at least two persons has a state that is not told."""
        return len(set(persons)) > 1 and any(self.guesser.side(p) is None for p in persons)

    def new_event(self, frame: Frame) -> Event:
        """Return a new event begun by a frame."""
        status: Status = "held" if frame.realis == "unreal" else frame.realis
        event = Event(
            [frame], frame.form, status, list(dict.fromkeys(frame.persons)), list(frame.hosts), frame.organization_id
        )
        self.events.append(event)
        return event

    def add_frame(self, event: Event, frame: Frame) -> Event:
        """Return the event with one more frame: held wins over planned, a stronger form over a weaker one."""
        event.frames.append(frame)
        for person in frame.persons:
            if person not in event.persons:
                event.persons.append(person)
        event.hosts += [host for host in frame.hosts if host not in event.hosts]
        if frame.realis == "held" and not frame.is_reference:
            event.status = "held" if event.status == "planned" else event.status
        if event.form == "signing" and frame.form in ("talks", "call"):
            event.form = frame.form
        event.organization_id = event.organization_id or frame.organization_id
        return event

    def join_talks(self, frame: Frame) -> Event | None:
        """Return the event of the same parties that a frame tells again, else a new one."""
        for event in reversed(self.events):
            if event.form in ("visit", "session"):
                continue
            if self.is_same(event, frame):
                return self.add_frame(event, frame)
        if frame.is_weak and len(self.sides(frame.persons)) < 2:
            return None
        return self.new_event(frame)

    def is_same(self, event: Event, frame: Frame) -> bool:
        """Return whether a frame tells of an event: parties within parties, one kind, no contradiction of time or place."""
        mine, theirs = set(frame.persons), set(event.persons)
        if frame.form == "signing" or event.form == "signing":
            if len(mine & theirs) < 1 or not self.sides(list(mine)) & self.sides(list(theirs)):
                return False
            if not (mine <= theirs or theirs <= mine) and self.sides(list(mine)) != self.sides(list(theirs)):
                return False
        elif not (mine <= theirs or (theirs <= mine and self.sides(list(mine)) == self.sides(list(theirs)))):
            return False
        if (frame.form == "call") != (event.form == "call") and not (frame.is_weak or event.lead.is_weak):
            return False
        if frame.realis == "planned" and event.status == "held" and not frame.is_weak:
            return False
        return not self.contradicts(event, frame)

    def contradicts(self, event: Event, frame: Frame) -> bool:
        """Return whether day or city of a frame and an event exclude each other."""
        mine = self.solve(frame.setting.dates, frame.realis == "planned")
        for other in event.frames:
            theirs = self.solve(other.setting.dates, event.status == "planned")
            if mine and theirs and (mine[1] < theirs[0] or theirs[1] < mine[0]):
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
            list(dates), published=self.calendar.published, status=status, years_named=self.calendar.years_named
        )

    def join_reference(self, frame: Frame) -> Event | None:
        """Return the latest event that a short reference can mean, with the reference's setting added."""
        for event in sorted(
            reversed(self.events),
            key=lambda e: e.is_session != (frame.node.lemma in SESSION_WORDS and not frame.persons),
        ):
            if event.form == "visit" or event.lead.sentence > frame.sentence:
                continue
            fits = set(frame.persons) <= set(event.persons) or (event.is_session and frame.node.lemma in SESSION_WORDS)
            fits = (
                fits
                and (frame.form == "call") <= (event.form == "call")
                and (event.is_session <= (frame.node.lemma in SESSION_WORDS))
            )
            if fits and not self.contradicts(event, frame) and (frame.realis == "held" or event.status == frame.realis):
                reference = frame
                if event.is_session or not set(frame.persons) <= set(event.persons):
                    reference.persons = [] if not event.is_session else frame.persons
                return self.add_frame(event, reference)
            if fits and frame.realis == "cancelled":
                event.status = "cancelled"
                return self.add_frame(event, frame)
        return self.open_event(frame)

    def open_event(self, frame: Frame) -> Event | None:
        """Return a new event for a reference that takes up nothing: with the mate of the one named, or still without parties."""
        if frame.mate is not None and frame.persons:
            frame.persons = list(dict.fromkeys([frame.mate, *frame.persons]))
            self.guesser.guess(frame)
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
            ):
                if frame.organization_id is not None or frame.is_collective:
                    return self.add_frame(event, frame)
        return self.new_event(frame)

    def join_attendance(self, frame: Frame) -> Event | None:
        """Return the session (or talks) that somebody is said to have attended, with that person added."""
        for event in reversed(self.events):
            if event.is_session and not self.contradicts(event, frame):
                self.guess_attendants(frame, event)
                return self.add_frame(event, frame)
        for event in reversed(self.events):
            if event.form == "talks" and frame.sentence - event.frames[-1].sentence <= NEAR_SENTENCES:
                self.guess_attendants(frame, event)
                return self.add_frame(event, frame)
        return None

    def guess_attendants(self, frame: Frame, event: Event) -> None:
        """Give persons who attended talks the state told of their delegation, else the one state among the parties."""
        states = [s for s in sorted(self.sides(event.persons)) if len(s) == 3 and s.isalpha() and s.isupper()]
        states = [] if event.is_session else states
        told = [*frame.country_codes, *(states if len(states) == 1 else [])]
        for person in frame.persons:
            if self.guesser.side(person) is None and told:
                self.guesser.states[person] = told[0]
                self.guesser.guessed[person] = told[0]
