"""Frames of receiving: "X received Y", "Y was received by X", a call or a visit received."""

from __future__ import annotations

from security_meetings.documents import Node
from security_meetings.extract.attendance_frames import hosting_alone, persons_together
from security_meetings.extract.cues import Cues
from security_meetings.extract.frame_parts import later_persons, make_frame, objects_of
from security_meetings.extract.frames import Discourse, Frame, agent_persons, heads_persons, subject_persons
from security_meetings.extract.graph import SUBJECTS, Graph

WELCOMING = ("welcome", "greet")


def is_for_talks(graph: Graph, node: Node, cues: Cues) -> bool:
    """Return whether somebody is welcomed for talks or to a city, and not only greeted."""
    heads = graph.deep_complements(node.index, ("for", "to"))
    heads += [n for head in objects_of(graph, node) for n in graph.complements(head.index, ("for", "to"))]
    return any(head.lemma in cues.encounter_nouns or head.place is not None for head in heads)


def call_parties(graph: Graph, node: Node, call: Node, discourse: Discourse) -> list[int]:
    """Return who rang or came, after "from" or "by" ("received a telephone call from X", "a courtesy call by X")."""
    heads = [n for head in (call, node) for n in graph.complements(head.index, ("from", "by"))]
    return heads_persons(graph, heads, discourse)


def is_paid(graph: Graph, call: Node, cues: Cues) -> bool:
    """Return whether a call is one in person: a visit, or a call of courtesy or farewell."""
    words = {n.text.lower() for n in graph.below(call.index, ("amod", "compound", "nmod", "poss"))}
    return call.lemma != "call" or bool(words & cues.of("remote", "paid"))


def receive_frames(graph: Graph, node: Node, cues: Cues, discourse: Discourse) -> list[Frame]:
    """Return the frames of "X received Y" and "Y was received by X"."""
    subjects = subject_persons(graph, node.index, discourse)
    if node.lemma in WELCOMING and not is_for_talks(graph, node, cues):
        return []
    calls = [n for n in objects_of(graph, node) if n.lemma in ("call", *cues.of("nouns", "visit")) and not n.persons]
    callers = [p for call in calls for p in call_parties(graph, node, call, discourse)]
    if subjects and callers and node.lemma not in WELCOMING:
        persons = [*subjects, *callers]
        if is_paid(graph, calls[0], cues):
            return [
                make_frame(
                    graph, node, cues, rule_id="meetings.courtesy-call", form="talks", persons=persons, hosts=subjects
                )
            ]
        return [make_frame(graph, node, cues, rule_id="meetings.call-from", form="call", persons=persons)]
    hosts, guests = hosts_and_guests(graph, node, discourse, subjects)
    if not hosts or not guests:
        return hosting_alone(graph, node, cues, subjects) if not guests else []
    if len(guests) > 1 and any(n.text.lower() in cues.of("references", "separate") for n in graph.subtree(node.index)):
        return [
            make_frame(
                graph, node, cues, rule_id="meetings.received", form="talks", persons=[*hosts, guest], hosts=hosts
            )
            for guest in guests
        ]
    persons = [*hosts, *guests]
    frame = make_frame(graph, node, cues, rule_id="meetings.received", form="talks", persons=persons, hosts=hosts)
    if node.lemma in WELCOMING and not frame.setting.places:
        heads = graph.deep_complements(node.index, ("to",))
        heads += [n for head in objects_of(graph, node) for n in graph.complements(head.index, ("to",))]
        frame.setting.places += [head.place for head in heads if head.place is not None]
    return [frame]


def hosts_and_guests(
    graph: Graph, node: Node, discourse: Discourse, subjects: list[int]
) -> tuple[list[int], list[int]]:
    """Return who received and who was received."""
    if any(child.relation == "nsubjpass" for child in graph.below(node.index, SUBJECTS)) or (
        node.relation == "acl" and graph.complements(node.index, ("by",))
    ):
        hosts, guests = agent_persons(graph, node.index, discourse), subjects
        beside = persons_together(graph, node, discourse)
        guests = [*guests, *(p for p in beside if p not in hosts and p not in guests)]
    else:
        objects = objects_of(graph, node)
        objects += [n for head in objects for n in graph.complements(head.index, ("with",))]
        hosts, guests = subjects, heads_persons(graph, [*objects, *graph.complements(node.index, ("with",))], discourse)
        if hosts and not guests and not objects_of(graph, node):
            guests = [p for p in later_persons(graph, node) if p not in hosts]
    return hosts, guests
