"""Frames of hosting told by a plain verb: "had Y over for talks", "had Y as a guest", "played host to Y"."""

from __future__ import annotations

from security_meetings.documents import Node
from security_meetings.extract.cues import Cues
from security_meetings.extract.frame_parts import make_frame, objects_of
from security_meetings.extract.frames import Discourse, Frame, heads_persons, subject_persons
from security_meetings.extract.graph import Graph


def host_frames(graph: Graph, node: Node, cues: Cues, discourse: Discourse) -> list[Frame]:
    """Return the frame of a host who "had Y as a guest", "had Y over" or "played host to Y"."""
    objects = objects_of(graph, node)
    titles = cues.of("nouns", "hosting")
    if any(n.lemma in titles and not n.persons for n in objects):
        heads = [n for head in [node, *objects] for n in graph.complements(head.index, ("to",))]
    elif is_guest(graph, node, objects, cues):
        heads = objects
    else:
        return []
    hosts = subject_persons(graph, node.index, discourse)
    guests = [p for p in heads_persons(graph, heads, discourse) if p not in hosts]
    if not hosts or not guests:
        return []
    frame = make_frame(
        graph, node, cues, rule_id="meetings.had-as-guest", form="talks", persons=[*hosts, *guests], hosts=hosts
    )
    frame.hosts = [] if node.lemma == "take" else hosts
    return [frame]


def is_guest(graph: Graph, node: Node, objects: list[Node], cues: Cues) -> bool:
    """Return whether the object of "have" is there as a guest, or over for something, or was taken aside."""
    if node.lemma == "take":
        return graph.has_particle(node.index, ("aside",))
    if node.lemma != "have":
        return False
    roles = graph.complements(node.index, ("as",))
    roles += [n for head in objects for n in graph.complements(head.index, ("as",))]
    if any(n.lemma in cues.of("nouns", "guests") for n in roles):
        return True
    return graph.has_particle(node.index, ("over",)) and bool(graph.complements(node.index, ("for", "to")))
