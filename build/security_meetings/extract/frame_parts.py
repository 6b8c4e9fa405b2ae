"""What makers of frames share: a frame with its realis and setting, objects, and lists of separate meetings."""

from __future__ import annotations

from collections.abc import Callable

from security_meetings.documents import Node
from security_meetings.extract.cues import Cues
from security_meetings.extract.frames import Discourse, Form, Frame
from security_meetings.extract.graph import OBJECTS, VERB_TAGS, Graph
from security_meetings.extract.realis import judge_realis
from security_meetings.extract.settings import find_setting

LEADING = (
    "hold",
    "have",
    "conduct",
    "pay",
    "make",
    "begin",
    "start",
    "continue",
    "conclude",
    "wrap",
    "finish",
    "take",
    "undertake",
    "end",
    "give",
    "complete",
    "open",
    "participate",
    "engage",
    "sit",
    "enter",
    "lead",
    "chair",
    "close",
    "attend",
    "join",
    "co-chair",
    "host",
    "resume",
    "be",
    "carry",
    "go",
)
Maker = Callable[[Graph, Node, Cues, Discourse], list[Frame]]


def make_frame(
    graph: Graph,
    node: Node,
    cues: Cues,
    *,
    rule_id: str,
    form: Form,
    persons: list[int],
    hosts: list[int] | None = None,
    is_weak: bool = False,
) -> Frame:
    """Return a frame with its realis and setting; a remote encounter is a call."""
    if form == "talks" and is_remote(graph, node, cues):
        form = "call"
    return Frame(
        sentence=graph.sentence.index,
        node=node,
        rule_id=rule_id,
        form=form,
        realis=judge_realis(graph, node.index, cues),
        persons=persons,
        hosts=hosts or [],
        is_weak=is_weak,
        setting=find_setting(graph, node.index),
    )


def is_remote(graph: Graph, node: Node, cues: Cues) -> bool:
    """Return whether the words next to an encounter say that it was by phone or video."""
    near = graph.subtree(node.index, stop=("ccomp", "advcl", "relcl", "conj", "pcomp"))
    words = " ".join(n.text for n in near)
    return bool(cues.remote.search(words))


def objects_of(graph: Graph, node: Node) -> list[Node]:
    """Return the objects of a verb, relative pronouns replaced by what they stand for."""
    return [graph.antecedent(child) for child in graph.below(node.index, OBJECTS)]


def split_separate(
    graph: Graph, node: Node, cues: Cues, discourse: Discourse, subjects: list[int], others: list[int], rule_id: str
) -> list[Frame]:
    """Return one frame, or one for each of several counterparts where they were met one by one."""
    near = graph.subtree(node.index, stop=("ccomp", "advcl", "relcl"))
    words = {n.text.lower() for n in near}
    is_separate = bool(words & (cues.of("references", "separate") - {"bilateral"})) or ";" in words
    states = {discourse.states.get(other) for other in others} - {None}
    is_one_group = any(len(set(others) & set(n.persons)) > 1 and set(others) <= set(n.persons) for n in graph.nodes)
    in_turn = [] if is_separate else told_in_turn(graph, node, cues, others)
    if len(others) > 1 and not in_turn and (is_separate or (len(others) > 2 and len(states) > 1 and not is_one_group)):
        in_turn = [[other] for other in others]
    if in_turn:
        return separate_frames(graph, node, cues, "talks", subjects, in_turn)
    return [
        make_frame(graph, node, cues, rule_id=rule_id, form="talks", persons=list(dict.fromkeys([*subjects, *others])))
    ]


def separate_frames(
    graph: Graph, node: Node, cues: Cues, form: Form, subjects: list[int], groups: list[list[int]]
) -> list[Frame]:
    """Return a frame for each group of counterparts that were met one by one; each knows who is listed with it."""
    frames = [
        make_frame(graph, node, cues, rule_id="meetings.separate-counterparts", form=form, persons=[*subjects, *group])
        for group in groups
    ]
    for frame in frames:
        frame.listed = tuple(person for group in groups for person in group)
    return frames


def told_in_turn(graph: Graph, node: Node, cues: Cues, others: list[int]) -> list[list[int]]:
    """Return counterparts in the groups in which they were met one after the other ("first with X, then with Y"), else none."""
    groups: list[list[int]] = [[]]
    is_next = False
    for here in graph.nodes[node.index + 1 :]:
        is_next = is_next or here.text.lower() in cues.of("references", "order")
        if here.tag in VERB_TAGS and not here.persons:
            break
        told = [person for person in here.persons if person in others]
        if told and is_next and groups[-1]:
            groups.append([])
        if told:
            groups[-1] += told
            is_next = False
    return groups if len(groups) > 1 and sorted(p for group in groups for p in group) == sorted(set(others)) else []


def later_persons(graph: Graph, node: Node) -> list[int]:
    """Return the persons below a verb and after it, for an object that hangs elsewhere ("received in Ashgabat the chief")."""
    below = graph.subtree(node.index, stop=("ccomp", "advcl", "relcl", "conj"))
    return [p for n in below if n.index > node.index and n.relation not in ("poss",) for p in n.persons]
