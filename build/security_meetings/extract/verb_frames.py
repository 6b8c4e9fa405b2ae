"""Frames that hang on a verb: met, received, spoke with, called on, visited, signed, attended."""

from __future__ import annotations

from collections.abc import Callable

from security_meetings.documents import Node
from security_meetings.extract.cues import Cues
from security_meetings.extract.frames import (
    DELEGATIONS,
    Discourse,
    Form,
    Frame,
    agent_persons,
    heads_persons,
    node_persons,
    subject_persons,
)
from security_meetings.extract.graph import OBJECTS, SUBJECTS, VERB_TAGS, Graph
from security_meetings.extract.realis import judge_realis
from security_meetings.extract.settings import find_setting

Maker = Callable[[Graph, Node, Cues, Discourse], list[Frame]]
WITH = ("with", "to")
INCLUDING = ("include", "comprise")
CHAIRING = ("chair", "co-chair", "lead", "head", "preside")


def verb_frames(graph: Graph, node: Node, cues: Cues, discourse: Discourse) -> list[Frame]:
    """Return the frames that one verb makes, mostly one or none."""
    if node.tag not in VERB_TAGS and node.relation not in ("ROOT", "relcl", "advcl", "acl"):
        return []
    if is_welcome(graph, node, cues):
        persons = [*subject_persons(graph, node.index, discourse), *agent_persons(graph, node.index, discourse)]
        discourse.note_parties([*persons, *heads_persons(graph, objects_of(graph, node), discourse)])
        return []
    for group, maker in MAKERS:
        if node.lemma in cues.of("verbs", group):
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


def meet_frames(graph: Graph, node: Node, cues: Cues, discourse: Discourse) -> list[Frame]:
    """Return the frames of "X met Y", "X and Y met", "X met with Y and Z separately"."""
    subjects = subject_persons(graph, node.index, discourse)
    if any(child.relation == "nsubjpass" for child in graph.below(node.index, SUBJECTS)):
        hosts = agent_persons(graph, node.index, discourse)
        if not hosts:
            return []
        return [make_frame(graph, node, cues, rule_id="meetings.was-met-by", form="talks", persons=[*hosts, *subjects])]
    heads = [*objects_of(graph, node), *graph.deep_complements(node.index, ("with",))]
    others = heads_persons(graph, heads, discourse)
    if node.lemma == "sit" and not graph.has_particle(node.index, ("down",)):
        return []
    if not others and (len(subjects) < 2 or heads):
        return []
    rule_id = "meetings.met" if others else "meetings.parties-met"
    return split_separate(graph, node, cues, subjects, others, rule_id)


def split_separate(
    graph: Graph, node: Node, cues: Cues, subjects: list[int], others: list[int], rule_id: str
) -> list[Frame]:
    """Return one frame, or one for each of several counterparts where they were met one by one."""
    near = graph.subtree(node.index, stop=("ccomp", "advcl", "relcl"))
    words = {n.text.lower() for n in near}
    is_separate = bool(words & (cues.of("references", "separate") - {"bilateral"})) or ";" in words
    if len(others) > 1 and (is_separate or len(others) > 2):
        return [
            make_frame(
                graph, node, cues, rule_id="meetings.separate-counterparts", form="talks", persons=[*subjects, other]
            )
            for other in others
        ]
    return [
        make_frame(graph, node, cues, rule_id=rule_id, form="talks", persons=list(dict.fromkeys([*subjects, *others])))
    ]


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
    return split_separate(graph, node, cues, subjects, others, "meetings.spoke-with")


def receive_frames(graph: Graph, node: Node, cues: Cues, discourse: Discourse) -> list[Frame]:
    """Return the frames of "X received Y" and "Y was received by X"."""
    subjects = subject_persons(graph, node.index, discourse)
    if any(child.relation == "nsubjpass" for child in graph.below(node.index, SUBJECTS)) or (
        node.relation == "acl" and graph.complements(node.index, ("by",))
    ):
        hosts, guests = agent_persons(graph, node.index, discourse), subjects
    else:
        objects = objects_of(graph, node)
        objects += [n for head in objects for n in graph.complements(head.index, ("with",))]
        hosts, guests = subjects, heads_persons(graph, [*objects, *graph.complements(node.index, ("with",))], discourse)
        if hosts and not guests and not objects_of(graph, node):
            guests = [p for p in later_persons(graph, node) if p not in hosts]
    if not hosts or not guests:
        return []
    if len(guests) > 1 and any(n.text.lower() in cues.of("references", "separate") for n in graph.subtree(node.index)):
        return [
            make_frame(
                graph, node, cues, rule_id="meetings.received", form="talks", persons=[*hosts, guest], hosts=hosts
            )
            for guest in guests
        ]
    return [
        make_frame(graph, node, cues, rule_id="meetings.received", form="talks", persons=[*hosts, *guests], hosts=hosts)
    ]


def later_persons(graph: Graph, node: Node) -> list[int]:
    """Return the persons below a verb and after it, for an object that hangs elsewhere ("received in Ashgabat the chief")."""
    below = graph.subtree(node.index, stop=("ccomp", "advcl", "relcl", "conj"))
    return [p for n in below if n.index > node.index and n.relation not in ("poss",) for p in n.persons]


def call_frames(graph: Graph, node: Node, cues: Cues, discourse: Discourse) -> list[Frame]:
    """Return the frames of "X phoned Y", "X rang up Y"."""
    subjects = subject_persons(graph, node.index, discourse)
    others = heads_persons(graph, objects_of(graph, node), discourse)
    if not subjects or not others:
        return []
    return [make_frame(graph, node, cues, rule_id="meetings.phoned", form="call", persons=[*subjects, *others])]


def call_on_frames(graph: Graph, node: Node, cues: Cues, discourse: Discourse) -> list[Frame]:
    """Return the frames of "X called on Y"; with a clause after it ("called on Y to stop") it is a demand."""
    if graph.below(node.index, ("xcomp", "ccomp", "oprd")):
        return []
    subjects = subject_persons(graph, node.index, discourse)
    others = heads_persons(graph, graph.complements(node.index, ("on", "upon")), discourse)
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


def is_plain_call(graph: Graph, node: Node) -> bool:
    """Return whether "called" means a phone call: it has an object and no complement that names it."""
    return not graph.below(node.index, ("oprd", "attr", "acomp", "xcomp", "ccomp", "prt"))


def see_frames(graph: Graph, node: Node, cues: Cues, discourse: Discourse) -> list[Frame]:
    """Return the frames of "X will see Y in Kabul": only planned, or with a day."""
    subjects = subject_persons(graph, node.index, discourse)
    others = heads_persons(graph, objects_of(graph, node), discourse)
    if not subjects or not others:
        return []
    frame = make_frame(graph, node, cues, rule_id="meetings.saw", form="talks", persons=[*subjects, *others])
    return [frame] if frame.realis == "planned" or frame.setting.dates else []


def visit_frames(graph: Graph, node: Node, cues: Cues, discourse: Discourse) -> list[Frame]:
    """Return the frames of "X visited Iran" and "X visited Y"."""
    subjects = subject_persons(graph, node.index, discourse)
    objects = objects_of(graph, node)
    others = heads_persons(graph, objects, discourse)
    if subjects and others:
        return [
            make_frame(
                graph,
                node,
                cues,
                rule_id="meetings.visited-person",
                form="talks",
                persons=[*subjects, *others],
                hosts=others,
            )
        ]
    places = [
        n.place
        for head in objects
        for n in graph.joined(head.index)
        if n.place is not None and n.place.kind != "demonym"
    ]
    if not subjects or not places:
        return []
    frame = make_frame(graph, node, cues, rule_id="meetings.visited-place", form="visit", persons=subjects[:1])
    frame.setting.places = [*places, *frame.setting.places]
    return [frame]


def arrive_frames(graph: Graph, node: Node, cues: Cues, discourse: Discourse) -> list[Frame]:
    """Return the frames of "X arrived in Dushanbe for a visit", "X travelled to Iran"."""
    subjects = subject_persons(graph, node.index, discourse)
    heads = graph.complements(node.index, ("in", "to", "at", "for"))
    if graph.has_particle(node.index, ("home", "back")) or node.lemma in ("leave", "depart"):
        heads += graph.complements(node.index, ("from",))
    places = [
        n.place
        for head in heads
        for n in graph.joined(head.index)
        if n.place is not None and n.place.kind in ("city", "country")
    ]
    if not subjects or not places or (node.lemma == "be" and not graph.complements(node.index, ("for", "on"))):
        return []
    frame = make_frame(graph, node, cues, rule_id="meetings.arrived", form="visit", persons=subjects[:1], is_weak=True)
    frame.setting.places = [*places, *[p for p in frame.setting.places if p not in places]]
    return [frame]


def sign_frames(graph: Graph, node: Node, cues: Cues, discourse: Discourse) -> list[Frame]:
    """Return the frames of "X and Y signed an agreement", "was signed by X and Y"."""
    persons = subject_persons(graph, node.index, discourse)
    persons = [*persons, *agent_persons(graph, node.index, discourse)]
    persons += heads_persons(graph, graph.complements(node.index, ("with", "between")), discourse)
    if len(set(persons)) < 2:
        return []
    return [
        make_frame(graph, node, cues, rule_id="meetings.signed", form="signing", persons=list(dict.fromkeys(persons)))
    ]


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


def discuss_frames(graph: Graph, node: Node, cues: Cues, discourse: Discourse) -> list[Frame]:
    """Return the frames of "X discussed it with Y", "X and Y discussed it"."""
    subjects = subject_persons(graph, node.index, discourse)
    others = heads_persons(graph, graph.deep_complements(node.index, ("with",)), discourse)
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


def take_part_frames(graph: Graph, node: Node, cues: Cues, discourse: Discourse) -> list[Frame]:
    """Return the frames of "X took part in the session"."""
    if not any(n.lemma == "part" for n in graph.below(node.index, OBJECTS)):
        return []
    heads = [*graph.complements(node.index, ("in",))]
    heads += [n for part in graph.below(node.index, OBJECTS) for n in graph.complements(part.index, ("in",))]
    persons = subject_persons(graph, node.index, discourse)
    nouns = [head for head in heads if head.lemma in cues.encounter_nouns and not head.persons]
    if not persons or not nouns:
        return []
    return [make_frame(graph, nouns[0], cues, rule_id="meetings.took-part", form="attendance", persons=persons)]


def lead_frames(graph: Graph, node: Node, cues: Cues, discourse: Discourse) -> list[Frame]:
    """Return the frames of "the Turkish side was headed by X", "the delegation included Y": persons for talks told elsewhere."""
    subjects = graph.subject_heads(node.index)
    passive = bool(graph.below(node.index, ("nsubjpass", "agent")))
    sides = subjects if passive or node.lemma in INCLUDING else objects_of(graph, node)
    is_state = node.lemma == "represent" and passive and any(side.place is not None for side in sides)
    if not is_state and not any(side.lemma in DELEGATIONS for side in sides):
        return []
    persons = agent_persons(graph, node.index, discourse) if passive else subject_persons(graph, node.index, discourse)
    if node.lemma in INCLUDING:
        persons = heads_persons(graph, objects_of(graph, node), discourse)
    persons += [p for p in heads_persons(graph, participation_heads(graph, node), discourse) if p not in persons]
    if not persons:
        return []
    frame = make_frame(graph, node, cues, rule_id="meetings.delegation-led-by", form="attendance", persons=persons)
    states = [
        n.place.country_code
        for side in sides
        for n in graph.below(side.index, ("amod", "compound", "poss"))
        if n.place is not None
    ]
    states += [side.place.country_code for side in sides if side.place is not None]
    frame.country_codes = tuple(states[:1])
    return [frame]


def present_frames(graph: Graph, node: Node, cues: Cues, discourse: Discourse) -> list[Frame]:
    """Return the frames of "X and Y were there as guests", "Z was also present"."""
    words = {n.text.lower() for n in graph.below(node.index, ("advmod", "acomp", "attr"))}
    persons = subject_persons(graph, node.index, discourse)
    if not words & {"there", "present"} or not persons:
        return []
    return [make_frame(graph, node, cues, rule_id="meetings.was-present", form="attendance", persons=persons)]


def participation_heads(graph: Graph, node: Node) -> list[Node]:
    """Return who stands after "with the participation of" below a verb."""
    return [
        head
        for n in graph.subtree(node.index, stop=("ccomp", "advcl", "relcl"))
        if n.lemma in ("participation", "attendance", "presence")
        for head in graph.complements(n.index, ("of",))
    ]


def cancel_frames(graph: Graph, node: Node, cues: Cues, discourse: Discourse) -> list[Frame]:
    """Return the frame of "it was called off", which cancels what was told last."""
    subjects = graph.subject_heads(node.index)
    is_off = node.lemma not in ("call", "put") or graph.has_particle(node.index, ("off",))
    if not is_off or not any(s.text.lower() in ("it", "this", "which", "that") for s in subjects):
        return []
    frame = make_frame(graph, node, cues, rule_id="meetings.cancelled", form="talks", persons=[])
    frame.is_reference, frame.realis = True, "cancelled"
    return [frame]


def attend_frames(graph: Graph, node: Node, cues: Cues, discourse: Discourse) -> list[Frame]:
    """Return the frames of "X attended the summit", "also attended by X": persons for a session told elsewhere."""
    heads = [*objects_of(graph, node), *graph.complements(node.index, ("in", "at", "over"))]
    is_passive = bool(graph.below(node.index, ("nsubjpass", "agent")))
    persons = (
        agent_persons(graph, node.index, discourse) if is_passive else subject_persons(graph, node.index, discourse)
    )
    if is_passive:
        heads = graph.subject_heads(node.index)
        joined = heads_persons(graph, heads, discourse)
        if persons and joined:
            return [
                make_frame(graph, node, cues, rule_id="meetings.joined-by", form="talks", persons=[*joined, *persons])
            ]
    if node.lemma == "speak" and not any(h.lemma in cues.of("nouns", "session") for h in heads):
        return []
    nouns = [head for head in heads if head.lemma in cues.encounter_nouns and not head.persons]
    if len(persons) > 1 and node.lemma in CHAIRING and is_passive:
        nouns = nouns or [node]
    if not persons or not nouns:
        return []
    form: Form = "talks" if len(persons) > 1 and node.lemma in CHAIRING else "attendance"
    frame = make_frame(graph, nouns[0], cues, rule_id="meetings.attended", form=form, persons=persons)
    return [frame]


def gather_frames(graph: Graph, node: Node, cues: Cues, discourse: Discourse) -> list[Frame]:
    """Return the frames of "the interior ministers of the ECO states gathered in Tehran"."""
    heads = graph.subject_heads(node.index)
    parties = heads_persons(graph, heads, discourse)
    if len(parties) > 1:
        return [make_frame(graph, node, cues, rule_id="meetings.parties-gathered", form="talks", persons=parties)]
    body = next(
        (
            (n.organization_id, n)
            for head in heads
            for n in graph.subtree(head.index, stop=("relcl", "acl"))
            if n.organization_id
        ),
        None,
    )
    if body is None or not any(
        head.lemma
        in ("minister", "leader", "head", "state", "chief", "president", "member", "secretary", "official", "ministers")
        or head.persons
        for head in heads
    ):
        return []
    frame = make_frame(graph, node, cues, rule_id="meetings.gathered", form="session", persons=[])
    frame.organization_id, frame.organization_span = body[0], (body[1].start, body[1].end)
    return [frame]


MAKERS: tuple[tuple[str, Maker], ...] = (
    ("cancelling", cancel_frames),
    ("leading", lead_frames),
    ("present", present_frames),
    ("taking", take_part_frames),
    ("attending", attend_frames),
    ("gathering", gather_frames),
    ("mutual", meet_frames),
    ("spoken", speak_frames),
    ("receiving", receive_frames),
    ("calling_on", call_on_frames),
    ("calling", call_frames),
    ("visiting", visit_frames),
    ("signing", sign_frames),
    ("discussing", discuss_frames),
    ("telling", tell_frames),
    ("seeing", see_frames),
    ("arriving", arrive_frames),
)


def statement_frame(graph: Graph, node: Node, cues: Cues, discourse: Discourse) -> Frame | None:
    """Return where and when a person spoke ("said in Bishkek on Thursday"), for the occasion of an encounter."""
    persons = node_persons(graph, node, discourse)
    setting = find_setting(graph, node.index)
    if len(persons) != 1 or not setting.places or not setting.dates:
        return None
    return Frame(
        sentence=graph.sentence.index,
        node=node,
        rule_id="meetings.statement-occasion",
        form="statement",
        realis="held",
        persons=persons,
        setting=setting,
    )
