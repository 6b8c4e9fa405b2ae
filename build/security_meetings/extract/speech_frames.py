"""Frames of talking by itself: "X told Y", "X and Y discussed it", what several sides did by video link."""

from __future__ import annotations

from security_meetings.documents import Node
from security_meetings.extract.cues import Cues
from security_meetings.extract.frame_parts import is_remote, make_frame, objects_of
from security_meetings.extract.frames import Discourse, Frame, agent_persons, heads_persons, subject_persons
from security_meetings.extract.graph import Graph


def discuss_frames(graph: Graph, node: Node, cues: Cues, discourse: Discourse) -> list[Frame]:
    """Return the frames of "X discussed it with Y", "X and Y discussed it"."""
    subjects = subject_persons(graph, node.index, discourse)
    others = heads_persons(graph, graph.deep_complements(node.index, ("with",)), discourse)
    if node.relation in ("pcomp", "acl") or (node.relation == "conj" and graph.nodes[node.head].relation == "pcomp"):
        return []
    for head in objects_of(graph, node):
        others += [
            p for p in heads_persons(graph, graph.complements(head.index, ("with",)), discourse) if p not in others
        ]
    if len(set(subjects) | set(others)) < 2 or not subjects:
        return []
    persons = list(dict.fromkeys([*subjects, *others]))
    frame = make_frame(
        graph, node, cues, rule_id="meetings.discussed-with", form="talks", persons=persons, is_weak=True
    )
    return [frame]


def tell_frames(graph: Graph, node: Node, cues: Cues, discourse: Discourse) -> list[Frame]:
    """Return the frames of "X told Y": weak, since a telling alone is an encounter only of two sides."""
    subjects = subject_persons(graph, node.index, discourse)
    others = heads_persons(graph, objects_of(graph, node), discourse)
    if len(subjects) != 1 or len(others) != 1 or subjects == others:
        return []
    frame = make_frame(
        graph, node, cues, rule_id="meetings.told", form="talks", persons=[*subjects, *others], is_weak=True
    )
    return [frame] if frame.realis == "held" else []


def remote_frames(graph: Graph, node: Node, cues: Cues, discourse: Discourse) -> list[Frame]:
    """Return the frames of what several sides did by video or phone ("was gone through by X and Y by video link")."""
    if not is_remote(graph, node, cues):
        return []
    persons = subject_persons(graph, node.index, discourse)
    persons += [p for p in agent_persons(graph, node.index, discourse) if p not in persons]
    if len({discourse.states.get(p) for p in persons} - {None}) < 2:
        return []
    return [make_frame(graph, node, cues, rule_id="meetings.done-remotely", form="call", persons=persons)]
