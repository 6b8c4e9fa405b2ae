"""The frames of a whole article read in order, with what one sentence lends to the next: speakers, scenes, days, margins."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from security_meetings.documents import Document, PlaceMention
from security_meetings.extract.cues import Cues
from security_meetings.extract.frames import Discourse, Frame
from security_meetings.extract.graph import VERB_TAGS, Graph
from security_meetings.extract.listings import listing_frames
from security_meetings.extract.noun_frames import noun_frames
from security_meetings.extract.places import Setting
from security_meetings.extract.settings import find_setting
from security_meetings.extract.verb_frames import verb_frames

SEQUEL_REACH = 800
SPEECH_REACH = 60


def find_frames(document: Document, cues: Cues) -> tuple[list[Frame], list[int]]:
    """Return the frames of all parsed sentences of a document, in order of the text, and the persons who speak in it."""
    discourse = Discourse()
    discourse.sides_told = named_sides(document)
    discourse.roles = {person.key: person.role for person in document.persons if person.role}
    discourse.states = {person.key: person.country_code or person.organization_id for person in document.persons}
    states = {person.key: person.country_code for person in document.persons}
    frames: list[Frame] = []
    pairs = coordinated_pairs(document)
    here = dateline_city(document)
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
            if node.lemma in cues.of("verbs", "saying") and node.relation == "ROOT":
                statement = find_setting(graph, node.index)
            for frame in made:
                if not frame.is_reference and frame.realis != "unreal":
                    discourse.note_parties(frame.persons)
                    discourse.last_form = frame.form
                    note_guest(frame, discourse)
        found = without_doubles(found)
        add_sequel_day(graph, found, document, cues)
        cities = [p for p in document.places if p.kind == "city" and p.end <= graph.sentence.start]
        add_only_setting(graph, found, here, cities[-1] if cities else None)
        statements += statement_frames(graph, cues)
        link_margins(graph, found, frames, cues)
        cancel_with_reference(found)
        set_scene(graph, found, discourse, cues)
        discourse.statement = statement
        frames += found
    return [*frames, *listing_frames(document, cues), *statements], speakers_of(document, cues)


def named_sides(document: Document) -> list[tuple[int, int, str]]:
    """Return the spans of all states and bodies that a document names, in order of the text."""
    found = [
        (place.start, place.end, place.country_code)
        for place in document.places
        if place.kind in ("country", "demonym", "seat") and place.country_code
    ]
    found += [(body.start, body.end, body.organization_id) for body in document.organizations]
    return sorted(found)


def dateline_city(document: Document) -> PlaceMention | None:
    """Return the city named in the dateline, which is what "here" means."""
    lines = [zone for zone in document.zones if zone.kind == "dateline"]
    return document.dateline if lines else None


def add_only_setting(
    graph: Graph, found: Sequence[Frame], here: PlaceMention | None, before: PlaceMention | None
) -> None:
    """Give the only encounter of a sentence the only day and city of the sentence, where the parse hung them elsewhere."""
    told = [f for f in found if f.is_series or (not f.is_reference and (f.persons or f.organization_id))]
    if len(told) != 1 or told[0].form in ("visit", "attendance"):
        return
    setting = told[0].setting
    cities = [
        n.place
        for n in graph.nodes
        if n.place is not None and n.place.kind == "city" and graph.nodes[n.head].text.lower() in ("in", "at")
    ]
    days = [n.date for n in graph.nodes if n.date is not None]
    if not setting.places and told[0].form != "call":
        if (
            not cities
            and before is not None
            and any(n.text.lower() == "there" and n.relation == "advmod" for n in graph.nodes)
        ):
            setting.places.append(before)
        if len(cities) == 1:
            setting.places.append(cities[0])
        elif not cities and before is not None and is_same_city(graph):
            setting.places.append(before)
        elif here is not None and any(n.text.lower() == "here" for n in graph.nodes):
            setting.places.append(here)
    if not setting.dates and not setting.reported and len(days) == 1 and days[0].kind in ("day", "weekday", "offset"):
        setting.dates.append(days[0])


def without_doubles(found: list[Frame]) -> list[Frame]:
    """Return the frames of a sentence without a noun ("in separate meetings") between persons whom a verb tells of one by one."""
    told = [
        frame for frame in found if frame.node.tag in VERB_TAGS and not frame.is_reference and len(frame.persons) > 1
    ]
    persons = {person for frame in told for person in frame.persons}
    return [
        frame
        for frame in found
        if frame.node.tag in VERB_TAGS
        or frame.rule_id != "meetings.talks-with"
        or len(told) < 2
        or not set(frame.persons) <= persons
    ]


def is_same_city(graph: Graph) -> bool:
    """Return whether something is said to be in the city told last ("in the city", "in the same town", "in the capital")."""
    for node in graph.nodes:
        words = {graph.nodes[child].text.lower() for child in graph.children[node.index]}
        is_city = node.lemma in ("city", "town", "capital") and node.place is None
        if (
            is_city
            and words & {"the", "same", "this", "that"}
            and graph.nodes[node.head].text.lower() in ("in", "to", "from")
        ):
            return not graph.below(node.index, ("prep", "amod", "compound", "poss")) or "same" in words
    return False


def add_sequel_day(graph: Graph, found: Sequence[Frame], document: Document, cues: Cues) -> None:
    """Give talks told with "Later, …" and no day the day that was told last before them."""
    opening = document.text[graph.sentence.start : graph.sentence.end].lower()
    is_sequel = any(opening.startswith((f"{word} ", f"{word},")) for word in cues.of("sequels", "words"))
    if not is_sequel and not any(f" {word} " in opening for word in cues.of("sequels", "within")):
        return
    before = [
        d
        for d in document.dates
        if (d.kind in ("day", "weekday") or (d.kind in ("offset", "shift") and d.unit == "day"))
        and graph.sentence.start - SEQUEL_REACH < d.end <= graph.sentence.start
    ]
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
        is_source = (
            node.relation == "pobj"
            and above.text.lower() == "to"
            and graph.nodes[above.head].text.lower() == "according"
        )
        is_speaker = node.relation == "nsubj" and above.lemma in cues.of("verbs", "saying")
        if not is_source and not is_speaker:
            continue
        setting = find_setting(graph, node.index)
        if setting.dates and any(place.kind == "city" for place in setting.places):
            made.append(
                Frame(
                    sentence=graph.sentence.index,
                    node=node,
                    rule_id="meetings.statement-occasion",
                    form="statement",
                    realis="held",
                    persons=list(node.persons),
                    setting=setting,
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
        if not frame.setting.dates or not scene.dates:
            frame.setting.places = frame.setting.places or list(scene.places)
        frame.setting.dates = frame.setting.dates or list(scene.dates)
    if told:
        return
    if any(node.tag == "VERB" and node.lemma == "meet" for node in graph.nodes):
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
        subjects = graph.below(at, ("nsubj", "nsubjpass"))
        discourse.note_subject(p for s in subjects for p in s.persons[:1])
        pair = [p for s in subjects for joined in graph.joined(s.index) for p in joined.persons]
        if len(pair) == 2 and states.get(pair[0]) != states.get(pair[1]):
            discourse.note_parties(pair)


def speakers_of(document: Document, cues: Cues) -> list[int]:
    """Return the persons whose words an article gives ("X said"), in order of the text."""
    spoken = cues.of("verbs", "said")
    found = []
    for mention in document.actors:
        after = document.text[mention.end : mention.end + SPEECH_REACH].replace(",", " ").split()[:4]
        if any(word.lower() in spoken for word in after):
            found.append(mention.person)
    return list(dict.fromkeys(found))


def note_guest(frame: Frame, discourse: Discourse) -> None:
    """Remember who came as a guest: a visitor, or the one who was received."""
    if frame.form == "visit" and frame.persons:
        discourse.guest = frame.persons[0]
    elif frame.hosts:
        discourse.guest = next((p for p in frame.persons if p not in frame.hosts), discourse.guest)


def link_margins(graph: Graph, frames: Sequence[Frame], before: Sequence[Frame], cues: Cues) -> None:
    """Tie an encounter "on the sidelines of" a session of the same sentence to that session, "on its sidelines" to the last."""
    sessions = [frame for frame in frames if frame.form == "session"]
    for session in sessions:
        words = {node.text.lower() for node in graph.above(session.node.index)}
        if not words & cues.of("margins", "words") and not words & {"after", "before"}:
            continue
        tie_to(session, frames)
    told = [frame for frame in before if frame.form == "session" and frame.realis != "unreal"]
    if not sessions and told and any(node.text.lower() in cues.of("margins", "only") for node in graph.nodes):
        tie_to(told[-1], frames)


def tie_to(session: Frame, frames: Sequence[Frame]) -> None:
    """Tie the encounters of a sentence to a session; its days are not theirs."""
    for frame in frames:
        if (
            frame is not session
            and frame.form in ("talks", "call")
            and frame.margins is None
            and not frame.is_reference
        ):
            frame.margins = session
            frame.setting.dates = [d for d in frame.setting.dates if d not in session.setting.dates]


def cancel_with_reference(found: list[Frame]) -> None:
    """Cancel what a sentence tells of parties where it says of the meeting as such that it will not take place."""
    off = [frame for frame in found if frame.realis == "cancelled" and not frame.persons]
    told = [frame for frame in found if frame.realis == "planned" and len(frame.persons) > 1 and not frame.is_reference]
    if off and len(told) == 1:
        told[0].realis = "cancelled"
        found[:] = [frame for frame in found if frame not in off]
