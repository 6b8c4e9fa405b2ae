"""Frames that hang on a verb: met, received, spoke with, called on, visited, signed, attended."""

from __future__ import annotations

from security_meetings.documents import Node
from security_meetings.extract.attendance_frames import (
    attend_frames,
    cancel_frames,
    lead_frames,
    present_frames,
    take_part_frames,
)
from security_meetings.extract.cues import Cues
from security_meetings.extract.frame_parts import (
    Maker,
    is_remote,
    make_frame,
    objects_of,
    split_separate,
)
from security_meetings.extract.frames import (
    Discourse,
    Frame,
    agent_persons,
    heads_persons,
    subject_persons,
)
from security_meetings.extract.graph import SUBJECTS, VERB_TAGS, Graph
from security_meetings.extract.hosting_frames import host_frames
from security_meetings.extract.realis import means
from security_meetings.extract.receiving_frames import receive_frames
from security_meetings.extract.session_frames import bring_frames, gather_frames
from security_meetings.extract.settings import find_setting
from security_meetings.extract.speech_frames import discuss_frames, remote_frames, tell_frames
from security_meetings.extract.visit_frames import arrive_frames, expected_frames, visit_frames

WITH = ("with", "to")
PAPER_LINKS = ("to", "under", "on", "upon", "at", "below", "beneath", "in")


def verb_frames(graph: Graph, node: Node, cues: Cues, discourse: Discourse) -> list[Frame]:
    """Return the frames that one verb makes, mostly one or none."""
    if node.tag not in VERB_TAGS and node.relation not in ("ROOT", "relcl", "advcl", "acl"):
        return []
    if is_welcome(graph, node, cues):
        persons = [*subject_persons(graph, node.index, discourse), *agent_persons(graph, node.index, discourse)]
        discourse.note_parties([*persons, *heads_persons(graph, objects_of(graph, node), discourse)])
        return []
    for group, maker in MAKERS:
        if group == "" or means(node, cues.of("verbs", group)):
            frames = maker(graph, node, cues, discourse)
            if frames:
                return frames
    return []


def is_welcome(graph: Graph, node: Node, cues: Cues) -> bool:
    """Return whether a verb tells of a welcome at an airport, which is no encounter."""
    if node.lemma not in cues.of("welcome", "verbs"):
        return False
    below = graph.subtree(node.index, stop=("conj", "ccomp", "advcl"))
    return any(n.lemma in cues.of("welcome", "places") for n in below)


def meet_frames(graph: Graph, node: Node, cues: Cues, discourse: Discourse) -> list[Frame]:
    """Return the frames of "X met Y", "X and Y met", "X met with Y and Z separately"."""
    subjects = subject_persons(graph, node.index, discourse)
    if any(child.relation == "nsubjpass" for child in graph.below(node.index, SUBJECTS)):
        hosts = agent_persons(graph, node.index, discourse)
        if not hosts and node.lemma != "closet":
            return []
        if hosts:
            return [
                make_frame(graph, node, cues, rule_id="meetings.was-met-by", form="talks", persons=[*hosts, *subjects])
            ]
    heads = [*objects_of(graph, node), *graph.deep_complements(node.index, ("with",))]
    others = heads_persons(graph, heads, discourse)
    if node.lemma == "closet" and not others:
        return []
    if node.lemma == "sit" and not (others or graph.has_particle(node.index, ("down", "together"))):
        return []
    if not others and (len(subjects) < 2 or heads):
        return []
    rule_id = "meetings.met" if others else "meetings.parties-met"
    return split_separate(graph, node, cues, discourse, subjects, others, rule_id)


def speak_frames(graph: Graph, node: Node, cues: Cues, discourse: Discourse) -> list[Frame]:
    """Return the frames of "X spoke with Y", "X talked to Y", "X and Y spoke by phone"."""
    subjects = subject_persons(graph, node.index, discourse)
    others = heads_persons(
        graph, [*graph.complements(node.index, ("to",)), *graph.deep_complements(node.index, ("with",))], discourse
    )
    if not others and len(subjects) < 2:
        return []
    if not others and not is_remote(graph, node, cues):
        return [
            make_frame(
                graph, node, cues, rule_id="meetings.parties-spoke", form="talks", persons=subjects, is_weak=True
            )
        ]
    frames = split_separate(graph, node, cues, discourse, subjects, others, "meetings.spoke-with")
    if discourse.last_form == "call" and graph.has_particle(node.index, ("also", "then", "later")):
        for frame in frames:
            frame.form = "call"
    return frames


def call_frames(graph: Graph, node: Node, cues: Cues, discourse: Discourse) -> list[Frame]:
    """Return the frames of "X phoned Y", "X rang up Y"."""
    subjects = subject_persons(graph, node.index, discourse)
    others = heads_persons(graph, objects_of(graph, node), discourse)
    if not subjects or not others:
        return []
    return [make_frame(graph, node, cues, rule_id="meetings.phoned", form="call", persons=[*subjects, *others])]


def call_on_frames(graph: Graph, node: Node, cues: Cues, discourse: Discourse) -> list[Frame]:
    """Return the frames of "X called on Y"; with a clause after it ("called on Y to stop") it is a demand."""
    if is_demand(graph, node, cues):
        return []
    subjects = subject_persons(graph, node.index, discourse)
    others = heads_persons(graph, graph.complements(node.index, ("on", "upon")), discourse)
    is_separate = any(n.text.lower() in cues.of("references", "separate") for n in graph.subtree(node.index))
    if subjects and len(others) > 1 and is_separate:
        return split_separate(graph, node, cues, discourse, subjects, others, "meetings.called-on")
    if others and not any(child.relation == "acl" for child in graph.below(node.index, ("acl",))):
        return [
            make_frame(
                graph,
                node,
                cues,
                rule_id="meetings.called-on",
                form="talks",
                persons=[*subjects, *others],
                hosts=others,
            )
        ]
    dialled = heads_persons(graph, objects_of(graph, node), discourse)
    if subjects and dialled and is_plain_call(graph, node):
        return [make_frame(graph, node, cues, rule_id="meetings.phoned", form="call", persons=[*subjects, *dialled])]
    return []


def is_demand(graph: Graph, node: Node, cues: Cues) -> bool:
    """Return whether "called on Y to stop" asks for something, and is no call in a city or with talk for its purpose."""
    if graph.below(node.index, ("ccomp", "oprd")):
        return True
    purposes = graph.below(node.index, ("xcomp",))
    purposes += [
        clause
        for clause in graph.below(node.index, ("advcl",))
        if any(child.text.lower() == "to" for child in graph.below(clause.index, ("aux",)))
    ]
    is_talk = any(clause.lemma in cues.of("courtesy", "purposes") for clause in purposes)
    return bool(purposes) and not (is_talk or find_setting(graph, node.index).places)


def is_plain_call(graph: Graph, node: Node) -> bool:
    """Return whether "called" means a phone call: it has an object and no complement that names it."""
    return not graph.below(node.index, ("oprd", "attr", "acomp", "xcomp", "ccomp", "prt"))


def see_frames(graph: Graph, node: Node, cues: Cues, discourse: Discourse) -> list[Frame]:
    """Return the frames of "X will see Y in Kabul": only planned, or with a day."""
    subjects = subject_persons(graph, node.index, discourse)
    others = heads_persons(graph, objects_of(graph, node), discourse)
    is_mutual = any(n.text.lower() == "other" for n in objects_of(graph, node))
    if is_mutual and len(subjects) > 1 and not any(n.lemma in ("summit", "forum") for n in graph.nodes):
        others = subjects[1:]
    if not subjects or not others:
        return []
    frames = split_separate(graph, node, cues, discourse, subjects, others, "meetings.saw")
    return [frame for frame in frames if frame.realis == "planned" or frame.setting.dates]


def sign_frames(graph: Graph, node: Node, cues: Cues, discourse: Discourse) -> list[Frame]:
    """Return the frames of "X and Y signed an agreement", "was signed by X and Y"."""
    if not means(node, cues.of("verbs", "sealing")) and not any(
        n.lemma in cues.of("nouns", "instruments") for n in [*objects_of(graph, node), *graph.subject_heads(node.index)]
    ):
        return []
    persons = subject_persons(graph, node.index, discourse)
    persons = [*persons, *agent_persons(graph, node.index, discourse)]
    persons += heads_persons(graph, graph.complements(node.index, ("with", "between")), discourse)
    if len(set(persons)) < 2:
        return []
    return [
        make_frame(graph, node, cues, rule_id="meetings.signed", form="signing", persons=list(dict.fromkeys(persons)))
    ]


def signature_frames(graph: Graph, node: Node, cues: Cues, discourse: Discourse) -> list[Frame]:
    """Return the frames of "X and Y put their signatures to a pact", "the pact bears the signatures of X and Y"."""
    hands = [n for n in objects_of(graph, node) if n.text.lower() in cues.of("nouns", "signatures")]
    if not hands:
        return []
    papers = [n for hand in (node, *hands) for n in graph.complements(hand.index, PAPER_LINKS)]
    # "the premier, at whose house A and B put": whoever stands before a second subject is no signer.
    signers = heads_persons(graph, graph.subject_heads(node.index)[-1:], discourse)
    if not signers:
        papers = graph.subject_heads(node.index)
        signers = heads_persons(graph, [n for hand in hands for n in graph.complements(hand.index, ("of",))], discourse)
    is_paper = any(n.lemma in cues.of("nouns", "instruments") for n in papers)
    if not is_paper or len(set(signers)) < 2:
        return []
    return [make_frame(graph, node, cues, rule_id="meetings.signed", form="signing", persons=signers)]


MAKERS: tuple[tuple[str, Maker], ...] = (
    ("cancelling", cancel_frames),
    ("leading", lead_frames),
    ("present", present_frames),
    ("taking", take_part_frames),
    ("attending", attend_frames),
    ("gathering", gather_frames),
    ("bringing", bring_frames),
    ("mutual", meet_frames),
    ("spoken", speak_frames),
    ("receiving", receive_frames),
    ("hosting", host_frames),
    ("calling_on", call_on_frames),
    ("calling", call_frames),
    ("visiting", visit_frames),
    ("signing", sign_frames),
    ("undersigning", signature_frames),
    ("discussing", discuss_frames),
    ("telling", tell_frames),
    ("seeing", see_frames),
    ("expecting", expected_frames),
    ("arriving", arrive_frames),
    ("", remote_frames),
)
