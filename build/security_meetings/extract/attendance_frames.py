"""Frames of attendance: persons who took part in, led a delegation to, or cancelled what is told elsewhere."""

from __future__ import annotations

from dataclasses import replace

from security_meetings.documents import Node, PlaceMention
from security_meetings.extract.cues import Cues
from security_meetings.extract.frame_parts import make_frame, objects_of
from security_meetings.extract.frames import (
    DELEGATIONS,
    Discourse,
    Form,
    Frame,
    agent_persons,
    heads_persons,
    subject_persons,
)
from security_meetings.extract.graph import OBJECTS, Graph
from security_meetings.extract.places import Setting
from security_meetings.extract.realis import means

SHARES = ("part", "participation")
INCLUDING = ("include", "comprise")
BARE_ATTENDING = ("attend", "participate")
CHAIRING = frozenset(["chair", "co-chair", "lead", "head", "preside", "open", "inaugurate", "convene", "launch"])


def take_part_frames(graph: Graph, node: Node, cues: Cues, discourse: Discourse) -> list[Frame]:
    """Return the frames of "X took part in the session"."""
    parts = [n for head in graph.below(node.index, OBJECTS) for n in graph.joined(head.index) if n.lemma in SHARES]
    if not parts:
        return []
    heads = [*graph.complements(node.index, ("in",))]
    heads += [n for part in parts for n in graph.complements(part.index, ("in",))]
    persons = subject_persons(graph, node.index, discourse)
    persons += [p for p in persons_together(graph, node, discourse) if p not in persons]
    nouns = [head for head in heads if head.lemma in cues.encounter_nouns and not head.persons]
    nouns = nouns if heads else [node]
    if not persons or not nouns:
        return []
    return [make_frame(graph, nouns[0], cues, rule_id="meetings.took-part", form="attendance", persons=persons)]


def chairing_noun(graph: Graph, node: Node, cues: Cues, discourse: Discourse) -> list[Frame]:
    """Return the frame of "under the chairmanship of Y", "under Y's co-chairmanship": who presided over what is told around."""
    above = graph.nodes[node.head]
    if node.lemma not in cues.of("nouns", "chairing") or node.relation != "pobj" or above.text.lower() != "under":
        return []
    heads = [*graph.below(node.index, ("poss",)), *graph.complements(node.index, ("of",))]
    persons = heads_persons(graph, heads, discourse)
    if not persons:
        return []
    return [make_frame(graph, node, cues, rule_id="meetings.chaired-by", form="attendance", persons=persons)]


def persons_together(graph: Graph, node: Node, discourse: Discourse) -> list[int]:
    """Return who stands after "together with" or "along with" behind a verb."""
    found: list[int] = []
    for link in graph.nodes[node.index :]:
        is_together = link.text.lower() == "with" and graph.nodes[link.index - 1].text.lower() in ("together", "along")
        if is_together:
            found += heads_persons(graph, graph.below(link.index, ("pobj",)), discourse)
    return found


def lead_frames(graph: Graph, node: Node, cues: Cues, discourse: Discourse) -> list[Frame]:
    """Return the frames of "the Turkish side was headed by X", "the delegation included Y": persons for talks told elsewhere."""
    subjects = graph.subject_heads(node.index)
    passive = bool(graph.below(node.index, ("nsubjpass", "agent")))
    sides = subjects if passive or node.lemma in INCLUDING else objects_of(graph, node)
    if not any(side.lemma in DELEGATIONS for side in sides) and node.lemma not in INCLUDING:
        shared = take_part_frames(graph, node, cues, discourse)
        if shared:
            return shared
        chaired = attend_frames(graph, node, cues, discourse)
        if chaired:
            return chaired
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
    in_order = sides_in_order(graph, sides, frame)
    if in_order:
        return in_order
    heads = [*sides, node]
    is_at = any(n.lemma in cues.encounter_nouns for head in heads for n in graph.complements(head.index, ("at", "in")))
    frame.links = ("at",) if is_at else ()
    return [frame, *other_sides(graph, node, frame), *journey_frames(graph, node, cues, sides, persons)]


def sides_in_order(graph: Graph, sides: list[Node], frame: Frame) -> list[Frame]:
    """Return a frame for each side of "the Indian and Nepali delegations were led by X and Y, respectively", else none."""
    if len(sides) != 1 or not sides[0].text.lower().endswith("s"):
        return []
    below = graph.subtree(sides[0].index, stop=("prep", "relcl", "acl"))
    states = list(dict.fromkeys(n.place.country_code for n in below if n.place is not None))
    if len(states) < 2 or len(states) != len(frame.persons):
        return []
    return [
        replace(frame, persons=[person], country_codes=(state,), setting=Setting())
        if at
        else replace(frame, persons=[person], country_codes=(state,))
        for at, (person, state) in enumerate(zip(frame.persons, states, strict=True))
    ]


def other_sides(graph: Graph, node: Node, first: Frame) -> list[Frame]:
    """Return the frames of the sides that share a verb with the first ("…, and the Thai side by X", "Iran's by Y")."""
    found = []
    for at, link in enumerate(graph.nodes):
        if at <= node.index + 1 or link.text.lower() != "by" or set(graph.nodes[at - 1].persons):
            continue
        persons = next((n.persons for n in graph.nodes[at + 1 : at + 4] if n.persons), ())
        near = [n.place for n in graph.nodes[max(at - 4, node.index) : at] if n.place is not None]
        states = [place.country_code for place in near if place.country_code]
        if persons and states and not set(persons) & set(first.persons):
            found.append(replace(first, persons=list(persons), country_codes=tuple(states[-1:]), setting=Setting()))
    return found


def present_frames(graph: Graph, node: Node, cues: Cues, discourse: Discourse) -> list[Frame]:
    """Return the frames of "X and Y were there as guests", "Z was also present"."""
    words = {n.text.lower() for n in graph.below(node.index, ("advmod", "acomp", "attr"))}
    words |= {n.text.lower() for n in graph.complements(node.index, ("in",))}
    persons = subject_persons(graph, node.index, discourse)
    is_among = is_among_attendants(graph, node, cues)
    there = [n for n in graph.complements(node.index, ("at",)) if n.lemma in cues.encounter_nouns and not n.persons]
    if there and persons and not words & {"present"}:
        return [make_frame(graph, there[0], cues, rule_id="meetings.was-present", form="attendance", persons=persons)]
    is_first = graph.nodes[0].text.lower() in ("present", "attending", "participating", "joining", "accompanying")
    if is_among or is_first or "attendance" in words:
        after = graph.below(node.index, ("nsubj", "attr", "dobj"))
        persons = heads_persons(graph, [n for n in after if n.index > node.index], discourse) or persons
        persons += [p for p in heads_persons(graph, objects_of(graph, graph.nodes[0]), discourse) if p not in persons]
    if not (words & {"there", "present", "attendance"} or is_among or is_first) or not persons:
        return []
    return [make_frame(graph, node, cues, rule_id="meetings.was-present", form="attendance", persons=persons)]


def is_among_attendants(graph: Graph, node: Node, cues: Cues) -> bool:
    """Return whether a verb tells who was among the participants, the speakers, those who attended."""
    first = graph.nodes[0]
    return (
        first.text.lower() == "among"
        and first.head == node.index
        and any(n.lemma in cues.of("references", "attendants") for n in graph.below(first.index, ("pobj", "pcomp")))
    )


def participation_heads(graph: Graph, node: Node) -> list[Node]:
    """Return who stands after "with the participation of" below a verb."""
    return [
        head
        for n in graph.subtree(node.index, stop=("ccomp", "advcl", "relcl"))
        if n.lemma in ("participation", "attendance", "presence")
        for head in graph.complements(n.index, ("of",))
    ]


def places_of_journey(graph: Graph, node: Node, cues: Cues) -> list[PlaceMention]:
    """Return where somebody went to attend ("left for Istanbul to attend the session")."""
    above = graph.verb_above(node.index)
    if above is None or above.lemma not in cues.of("verbs", "arriving") or node.relation not in ("advcl", "xcomp"):
        return []
    heads = graph.complements(above.index, ("for", "to", "in"))
    return [head.place for head in heads if head.place is not None and head.place.kind == "city"]


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
        if node.lemma == "accompany":
            return (
                [make_frame(graph, node, cues, rule_id="meetings.accompanied-by", form="attendance", persons=persons)]
                if persons
                else []
            )
        if persons and joined and not means(node, CHAIRING):
            return [joined_frame(graph, node, cues, discourse, joined, persons)]
    if node.lemma == "speak" and not any(h.lemma in cues.of("nouns", "session") for h in heads):
        return []
    nouns = [head for head in heads if head.lemma in cues.encounter_nouns and not head.persons]
    if node.lemma in BARE_ATTENDING and not heads and not is_passive:
        nouns = [node]
    is_chaired = means(node, CHAIRING)
    if is_chaired and not is_passive and persons:
        beside = heads_persons(graph, graph.complements(node.index, ("with", "alongside")), discourse)
        persons = [*persons, *(p for p in beside if p not in persons)]
    is_taken_up = any(head.text.lower() in ("it", "them") for head in heads)
    if len(persons) > 1 and is_chaired and (is_passive or is_taken_up):
        nouns = nouns or [node]
    if not persons or not nouns:
        return []
    form: Form = "talks" if len(persons) > 1 and is_chaired else "attendance"
    frame = make_frame(graph, nouns[0], cues, rule_id="meetings.attended", form=form, persons=persons)
    if not frame.setting.places:
        frame.setting.places += places_of_journey(graph, node, cues)
    return [frame]


def joined_frame(
    graph: Graph, node: Node, cues: Cues, discourse: Discourse, joined: list[int], persons: list[int]
) -> Frame:
    """Return the frame of "X, joined by Y": talks where Y stands for another side, else Y's presence beside X."""
    known = {discourse.states.get(person) for person in joined} - {None}
    told = {discourse.states.get(person) for person in persons} - {None}
    if known and told - known:
        persons = [*joined, *persons]
        return make_frame(graph, node, cues, rule_id="meetings.joined-by", form="talks", persons=persons)
    frame = make_frame(graph, node, cues, rule_id="meetings.joined-by", form="attendance", persons=persons)
    frame.country_codes = tuple(sorted(state for state in known if state and len(known) == 1))
    return frame


def journey_frames(graph: Graph, node: Node, cues: Cues, sides: list[Node], persons: list[int]) -> list[Frame]:
    """Return the frame of the trip of one who leads a delegation to a place, or to a session held there."""
    goals = [goal for head in [*sides, node] for goal in graph.complements(head.index, ("to",))]
    below = [inner for goal in goals for inner in graph.subtree(goal.index, stop=("relcl",))]
    places = [n.place for n in below if n.place is not None and n.place.kind in ("city", "country")]
    if not places or graph.below(node.index, ("auxpass",)):
        return []
    frame = make_frame(graph, node, cues, rule_id="meetings.arrived", form="visit", persons=persons[:1], is_weak=True)
    frame.setting.places = [*places, *[p for p in frame.setting.places if p not in places]]
    return [frame]


def hosting_alone(graph: Graph, node: Node, cues: Cues, hosts: list[int]) -> list[Frame]:
    """Return the frame of "X hosted a meeting of envoys", at which X was present whoever else is told of later."""
    nouns = [n for n in objects_of(graph, node) if n.lemma in cues.encounter_nouns and not n.persons]
    if not hosts or not nouns or node.lemma not in ("host", "convene"):
        return []
    return [make_frame(graph, nouns[0], cues, rule_id="meetings.attended", form="attendance", persons=hosts)]
