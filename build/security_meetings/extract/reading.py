"""The frames of a whole article read in order, with what one sentence lends to the next: speakers, scenes, days, margins."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from security_meetings.documents import Document, Node, PlaceMention, Sentence
from security_meetings.extract.attendance_frames import INCLUDING
from security_meetings.extract.cues import Cues
from security_meetings.extract.frames import Discourse, Frame
from security_meetings.extract.graph import VERB_TAGS, Graph
from security_meetings.extract.listings import listing_frames
from security_meetings.extract.noun_frames import noun_frames
from security_meetings.extract.places import Setting
from security_meetings.extract.postponements import put_off
from security_meetings.extract.repairs import persons_before
from security_meetings.extract.scenes import (
    add_only_setting,
    add_sequel_day,
    date_signing,
    dateline_city,
    set_scene,
    statement_frames,
)
from security_meetings.extract.settings import find_setting
from security_meetings.extract.verb_frames import verb_frames

SPEECH_REACH = 60
BESIDE = ("meetings.joined-by", "meetings.accompanied-by", "meetings.delegation-led-by")
LONG_TIMES = ("week", "month", "year", "decade")
PAIRING = re.compile(r",?(?: ?(?:on|for|from|of) [^,.;:()]{3,28})?,? ?(?:and|&)")


def find_frames(document: Document, cues: Cues) -> tuple[list[Frame], list[int]]:
    """Return the frames of all parsed sentences of a document, in order of the text, and the persons who speak in it."""
    discourse = begin_discourse(document, cues)
    frames: list[Frame] = []
    statements: list[Frame] = []
    pairs = coordinated_pairs(document)
    parsed = {parse.sentence.index for parse in document.parses}
    unread = [sentence for sentence in document.sentences if sentence.index not in parsed]
    for parse in document.parses:
        graph = Graph(parse)
        while unread and unread[0].index < graph.sentence.index:
            discourse.note_subject(subject_of_unread(document, unread.pop(0), cues))
        while pairs and pairs[0][0] < graph.sentence.start:
            discourse.note_parties(pairs.pop(0)[1])
        found, statement = read_nodes(graph, cues, discourse)
        found = put_off(graph, without_doubles(found), cues)
        tell_calls(found, discourse, cues)
        add_sequel_day(graph, found, document, cues)
        add_only_setting(graph, found, dateline_city(document), last_city(document, frames, graph.sentence.start))
        date_signing(graph, found, frames, cues)
        statements += statement_frames(graph, cues)
        link_margins(graph, found, frames, cues)
        cancel_with_reference(found)
        set_scene(graph, found, discourse, cues)
        discourse.statement = statement
        frames += found
    return [*frames, *listing_frames(document, cues), *statements], speakers_of(document, cues)


def begin_discourse(document: Document, cues: Cues) -> Discourse:
    """Return the discourse of a document before its first sentence, with what is known of its persons."""
    discourse = Discourse()
    discourse.sides_told = named_sides(document)
    discourse.roles = {person.key: person.role for person in document.persons if person.role}
    discourse.states = {person.key: person.country_code or person.organization_id for person in document.persons}
    titles = [zone for zone in document.zones if zone.kind == "title"]
    headlines = [document.text[zone.start : zone.end].lower() for zone in titles]
    discourse.is_on_phone = any(
        cues.remote.search(line) or any(phrase in line for phrase in cues.of("remote", "titles")) for line in headlines
    )
    return discourse


def read_nodes(graph: Graph, cues: Cues, discourse: Discourse) -> tuple[list[Frame], Setting]:
    """Return the frames of one sentence, node by node, and where and when its main statement was made."""
    statement = Setting()
    found: list[Frame] = []
    for node in graph.nodes:
        made = verb_frames(graph, node, cues, discourse) or noun_frames(graph, node, cues, discourse)
        found += made
        note_discourse(graph, node.index, discourse)
        if node.lemma in cues.of("verbs", "saying") and node.relation == "ROOT":
            statement = find_setting(graph, node.index)
        for frame in made:
            if frame.is_reference or frame.realis == "unreal":
                continue
            if frame.form == "session" and frame.organization_id and frame.organization_span:
                discourse.session_body = (frame.organization_id, frame.organization_span)
            if not discourse.parties or not is_background(graph, frame):
                discourse.note_parties(frame.persons)
            discourse.last_form = frame.form
            discourse.is_on_phone = discourse.is_on_phone or (frame.form == "call" and frame.realis == "held")
            note_guest(frame, discourse)
            note_delegation(frame, discourse)
    return found, statement


def last_city(document: Document, frames: Sequence[Frame], start: int) -> PlaceMention | None:
    """Return the city in which somebody met last before an offset, else the one named last, or None."""
    for frame in reversed(frames):
        for place in frame.setting.places:
            if place.kind == "city" and frame.realis != "unreal":
                return place
    return next((p for p in reversed(document.places) if p.kind == "city" and p.end <= start), None)


def tell_calls(found: Sequence[Frame], discourse: Discourse, cues: Cues) -> None:
    """Make calls of what was spoken without a place under the headline of a call, or after one ("a similar conversation")."""
    for frame in found:
        is_spoken = frame.node.lemma in cues.of("remote", "spoken")
        if (
            frame.form == "talks"
            and is_spoken
            and not frame.is_reference
            and not frame.setting.places
            and discourse.is_on_phone
        ):
            frame.form = "call"


def is_background(graph: Graph, frame: Frame) -> bool:
    """Return whether a frame stands in a clause about something else ("the statement which X and Y signed in May")."""
    path = [frame.node, *graph.above(frame.node.index)]
    return frame.form == "signing" and any(node.relation in ("relcl", "acl") for node in path)


def subject_of_unread(document: Document, sentence: Sentence, cues: Cues) -> list[int]:
    """Return who is spoken of in a sentence that was not parsed: the speaker, else the first person, as a list of one or none."""
    inside = [a for a in document.actors if sentence.start <= a.start < sentence.end]
    for actor in inside:
        around = document.text[max(actor.start - 12, sentence.start) : actor.start]
        after = document.text[actor.end : actor.end + SPEECH_REACH]
        words = [*around.split()[-1:], *after.replace(",", " ").split()[:3]]
        if any(word.lower() in cues.of("verbs", "said") for word in words):
            return [actor.person]
    return [actor.person for actor in inside[:1]]


def named_sides(document: Document) -> list[tuple[int, int, str]]:
    """Return the spans of all states and bodies that a document names, in order of the text."""
    found = [
        (place.start, place.end, place.country_code)
        for place in document.places
        if place.kind in ("country", "demonym", "seat") and place.country_code
    ]
    found += [(body.start, body.end, body.organization_id) for body in document.organizations]
    return sorted(found)


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


def coordinated_pairs(document: Document) -> list[tuple[int, list[int]]]:
    """Return the pairs of persons joined by "and" in the text, with their places, for talks told without parties."""
    pairs = []
    for one, other in pairwise(document.actors):
        between = document.text[one.end : other.start].strip().lower()
        if PAIRING.fullmatch(between) and one.person != other.person:
            states = {document.persons[one.person].country_code, document.persons[other.person].country_code}
            if len(states) == 2:
                pairs.append((one.start, [one.person, other.person]))
    return pairs


def note_discourse(graph: Graph, at: int, discourse: Discourse) -> None:
    """Remember the subject of a verb once the verb was read."""
    node = graph.nodes[at]
    if node.organization_id is not None:
        discourse.last_body = (node.organization_id, node.start, node.end)
    for person in node.persons:
        state = discourse.states.get(person)
        if state is not None:
            discourse.latest_of[state] = person
    if node.tag in VERB_TAGS:
        subjects = graph.below(at, ("nsubj", "nsubjpass"))
        if not subjects and node.relation == "ROOT":
            subjects = persons_before(graph.nodes, at)
        discourse.note_subject(p for s in subjects for p in s.persons[:1])
        pair = [p for s in subjects for joined in graph.joined(s.index) for p in joined.persons]
        if len(set(pair)) > 1 and len({discourse.states.get(p) for p in pair} - {None}) < 2:
            discourse.companions = list(dict.fromkeys(pair))
        if len(pair) == 2 and discourse.states.get(pair[0]) != discourse.states.get(pair[1]):
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


def note_delegation(frame: Frame, discourse: Discourse) -> None:
    """Remember who belongs to "the delegation": who led it, and who was with its head."""
    if frame.rule_id == "meetings.delegation-led-by" and frame.node.lemma not in INCLUDING:
        discourse.delegation = list(frame.persons)
    elif frame.form == "attendance" and frame.rule_id in BESIDE:
        discourse.delegation += [person for person in frame.persons if person not in discourse.delegation]


def link_margins(graph: Graph, frames: Sequence[Frame], before: Sequence[Frame], cues: Cues) -> None:
    """Tie an encounter "on the sidelines of" a session of the same sentence to that session, "on its sidelines" to the last."""
    sessions = [frame for frame in frames if frame.form == "session"]
    for session in sessions:
        above = tuple(graph.above(session.node.index))
        is_beside = any(node.text.lower() in cues.of("margins", "words") for node in above)
        if not is_beside and not any(is_soon(graph, node) for node in above):
            continue
        keep_own_days(graph, session)
        tie_to(session, frames)
    told = [frame for frame in before if is_occasion(frame)]
    if not sessions and told and any(node.text.lower() in cues.of("margins", "only") for node in graph.nodes):
        tie_to(told[-1], frames)


def is_occasion(frame: Frame) -> bool:
    """Return whether others may have met on the margins of what a frame tells: a session, or talks of three and more."""
    if frame.realis == "unreal" or frame.is_reference:
        return False
    return frame.form == "session" or (frame.form == "talks" and len(frame.persons) > 2)


def is_soon(graph: Graph, link: Node) -> bool:
    """Return whether a word ties an encounter to the time right after or before a session, and not "a year after" it."""
    return link.text.lower() in ("after", "before") and graph.nodes[link.head].lemma not in LONG_TIMES


def keep_own_days(graph: Graph, session: Frame) -> None:
    """Leave to a session, on whose margins others met, the days that its own words tell."""
    own = {node.date for node in graph.subtree(session.node.index)}
    session.setting.dates = [date for date in session.setting.dates if date in own]


def tie_to(session: Frame, frames: Sequence[Frame]) -> None:
    """Tie the encounters of a sentence to a session; its days are not theirs."""
    for frame in frames:
        if (
            frame is not session
            and frame.form in ("talks", "call", "signing")
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
