"""Frames of visits: a trip to a state or city, told by a verb or a noun."""

from __future__ import annotations

from collections.abc import Sequence

from security_meetings.documents import Node, PlaceMention
from security_meetings.extract.cues import Cues
from security_meetings.extract.frame_parts import LEADING, make_frame, objects_of
from security_meetings.extract.frames import Discourse, Frame, heads_persons, subject_persons
from security_meetings.extract.graph import VERB_TAGS, Graph
from security_meetings.extract.settings import find_setting


def visit_noun(graph: Graph, node: Node, cues: Cues, discourse: Discourse) -> list[Frame]:
    """Return the frame of a visit: the visitor (of, possessive, or the subject of paying it) and the place after "to"."""
    visitors = [p for owner in graph.below(node.index, ("poss",)) for p in heads_persons(graph, [owner], discourse)]
    owners = graph.complements(node.index, ("of", "by"))
    owners += [
        n for place in graph.complements(node.index, ("to",)) for n in graph.complements(place.index, ("of", "by"))
    ]
    visitors += heads_persons(graph, owners, discourse)
    verb = graph.nodes[node.head] if graph.nodes[node.head].tag in VERB_TAGS else graph.verb_above(node.index)
    if verb is not None and not visitors and node.relation in ("dobj", "pobj"):
        visitors = subject_persons(graph, verb.index, discourse)
    places, told_after = visited_places(graph, node, owners, verb)
    receivers = heads_persons(graph, graph.complements(node.index, ("to",)), discourse)
    if not visitors or not (places or receivers):
        return []
    if receivers and not set(receivers) & set(visitors):
        persons = [*visitors[:1], *receivers]
        return [
            make_frame(
                graph, node, cues, rule_id="meetings.visit-to-person", form="talks", persons=persons, hosts=receivers
            )
        ]
    frame = make_frame(graph, node, cues, rule_id="meetings.visit-of", form="visit", persons=visitors[:1])
    if is_longer_or_over(graph, node, verb):
        frame.setting.dates = [d for d in frame.setting.dates if d.kind not in ("day", "weekday", "offset")]
    frame.setting.places = [*places, *[p for p in frame.setting.places if p not in places]]
    frame.setting.dates += [n.date for n in told_after if n.date is not None and n.date not in frame.setting.dates]
    return [frame]


def visited_places(
    graph: Graph, node: Node, owners: Sequence[Node], verb: Node | None
) -> tuple[list[PlaceMention], list[Node]]:
    """Return where a visit went, and the places told after its owner ("the visit of X to Astana")."""
    heads = graph.complements(node.index, ("to", "in", "at"))
    heads += [head for owner in owners if owner.persons for head in graph.complements(owner.index, ("to",))]
    if verb is not None and (verb.lemma in LEADING or verb.lemma in ("arrive", "come", "accept")):
        heads += graph.complements(verb.index, ("to", "in"))
    nodes = [n for head in heads for n in graph.joined(head.index)]
    places = [n.place for n in nodes if n.place is not None and n.place.kind in ("city", "country")]
    cities = [n.place for n in graph.below(node.index, ("compound", "nmod", "amod"))]
    places += [place for place in cities if place is not None and place.kind == "city"]
    told_after = places_told_after(graph, list(owners)) if owners and not places else []
    places += [n.place for n in told_after if n.place is not None and n.place.kind in ("city", "country")]
    return places, told_after


def is_longer_or_over(graph: Graph, node: Node, verb: Node | None) -> bool:
    """Return whether the day told is not that of the visit: it lasted several days, or was concluded then."""
    below = graph.below(node.index, ("amod", "compound", "nummod"))
    lengths = [child.text.lower() for child in below if child.text.lower().endswith("-day")]
    is_longer = any(length != "one-day" for length in lengths)
    return is_longer or (verb is not None and verb.lemma in ("conclude", "end", "wrap", "finish", "complete", "close"))


def places_told_after(graph: Graph, owners: list[Node]) -> list[Node]:
    """Return the place and date right after a visitor, where the parse hangs them elsewhere ("of X, to Y in early 2025")."""
    found: list[Node] = []
    at = owners[-1].index + 1
    while at < len(graph.nodes):
        node = graph.nodes[at]
        if node.place is not None or node.date is not None:
            found.append(node)
        elif node.text.lower() not in (",", "to", "in", "on", "from", "the"):
            break
        at += 1
    return found if any(node.place is not None for node in found) else []


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


def expected_frames(graph: Graph, node: Node, cues: Cues, discourse: Discourse) -> list[Frame]:
    """Return the frame of "X is expected in N'Djamena on Thursday": a visit to come."""
    persons = heads_persons(graph, graph.below(node.index, ("nsubjpass",)), discourse)
    heads = graph.complements(node.index, ("in",))
    places = [n.place for n in heads if n.place is not None and n.place.kind in ("city", "country")]
    if not persons or not places or graph.below(node.index, ("xcomp", "ccomp")):
        return []
    frame = make_frame(graph, node, cues, rule_id="meetings.expected", form="visit", persons=persons[:1])
    frame.realis = "planned"
    frame.setting.places = [*places, *[p for p in frame.setting.places if p not in places]]
    return [frame] if frame.setting.dates else []


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
    for clause in begun_visits(graph, node, cues):
        frame.is_weak = False
        frame.setting.dates += [d for d in find_setting(graph, clause.index).dates if d not in frame.setting.dates]
    return [frame]


def begun_visits(graph: Graph, node: Node, cues: Cues) -> list[Node]:
    """Return the clauses that tell a visit as what somebody arrived for ("arrived in Baku to begin an official visit")."""
    return [
        clause
        for clause in graph.below(node.index, ("advcl", "xcomp"))
        if clause.lemma in LEADING and any(n.lemma in cues.of("nouns", "visit") for n in objects_of(graph, clause))
    ]
