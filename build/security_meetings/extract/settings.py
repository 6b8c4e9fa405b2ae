"""Where and when: the places and dates that belong to a verb or noun of an encounter, and to no other event."""

from __future__ import annotations

from itertools import islice

from security_meetings.documents import DateMention, Node
from security_meetings.extract.asides import is_happening, is_of_term, is_other_time
from security_meetings.extract.durations import note_duration
from security_meetings.extract.graph import LINKS, VERB_TAGS, Graph
from security_meetings.extract.places import (
    BODIES_AT_END,
    OCCASION_NOUNS,
    PLACE_LINKS,
    Setting,
    add_antecedent,
    add_hosting_place,
    add_occasion_place,
    add_place,
    add_place_node,
)

DATE_RELATIONS = (
    "npadvmod",
    "nummod",
    "advmod",
    "tmod",
    "nmod",
    "compound",
    "pobj",
    "appos",
    "amod",
    "dobj",
    "attr",
    "dep",
    "nsubj",
    "oprd",
    "poss",
    "conj",
    "punct",
    "relcl",
    "dative",
)
FURTHEST_COMPLEMENT = 7
TIME_NOUNS = (
    *("morning", "evening", "afternoon", "night", "midnight", "noon"),
    *("day", "week", "month", "course", "beginning", "end", "time"),
)
PARTICIPLE_REACH = 9
INNER = ("acl", "relcl")
HELD = ("held", "hosted", "convened", "staged", "organized", "organised", "chaired")
PARTY_NOUNS = (
    "talk",
    "talks",
    "consultation",
    "meeting",
    "negotiation",
    "delegation",
    "counterpart",
    "round",
    "session",
    "minister",
    "dialogue",
)


def find_setting(graph: Graph, at: int) -> Setting:
    """Return the setting of the event at a node: what hangs on it, on its clause, and on clauses about it."""
    setting = Setting()
    clauses = inner_clauses(graph, at)
    verb = graph.nodes[graph.nodes[at].head]
    if graph.nodes[at].relation in ("nsubj", "nsubjpass"):
        hosting = [verb, *graph.below(verb.index, ("xcomp",))]
        clauses += [clause.index for clause in hosting if clause.lemma == "host" and is_passive(graph, clause)]
    add_hosting_place(graph, clauses, setting)
    governors = [at, *clauses]
    for governor in governors:
        add_direct(graph, governor, setting)
        add_parties(graph, governor, setting)
    for above, is_outer in clause_chain(graph, at):
        if is_reporting(graph, above):
            setting.reported += own_dates(graph, above)
            continue
        if is_outer and (setting.dates or setting.places):
            add_fronted(graph, above, setting)
            continue
        add_direct(graph, above, setting)
        if above.tag in VERB_TAGS and not is_outer:
            add_parties(graph, above.index, setting)
    if not setting.places:
        add_antecedent(graph, at, setting)
    note_duration(graph, at, setting)
    setting.is_past = any(was_to_be(graph, verb) for verb in [*governors, graph.nodes[at].head])
    return setting


def was_to_be(graph: Graph, verb: int) -> bool:
    """Return whether a verb says that something was to be by now, or was not ("should have met", "did not take place")."""
    words = {node.text.lower() for node in graph.below(verb, ("aux", "neg"))}
    is_unmet = "have" in words and bool(words & {"should", "would", "to"})
    is_denied = "did" in words and bool(words & {"not", "n't", "never"})
    return graph.nodes[verb].tag in VERB_TAGS and (is_unmet or is_denied)


def is_passive(graph: Graph, verb: Node) -> bool:
    """Return whether a verb stands in the passive."""
    return bool(graph.below(verb.index, ("auxpass", "nsubjpass")))


def add_parties(graph: Graph, at: int, setting: Setting) -> None:
    """Add what hangs on the parties of an event by mistake of the parse ("with Jones in Paris on Monday")."""
    for node in graph.subtree(at, stop=("relcl", "acl", "ccomp", "advcl", "pcomp", "xcomp")):
        if node.index == at or not (node.persons or node.lemma in PARTY_NOUNS):
            continue
        if any(above.tag in VERB_TAGS and above.index != at for above in path_to(graph, node.index, at)):
            continue
        for link in graph.below(node.index, ("prep",)):
            if link.text.lower() in (*PLACE_LINKS, "on") and not node.text.lower().endswith(BODIES_AT_END):
                add_linked(graph, link, setting)


def path_to(graph: Graph, node: int, at: int) -> list[Node]:
    """Return the nodes between a node and one above it."""
    path = []
    for above in graph.above(node):
        if above.index == at:
            break
        path.append(above)
    return path


def inner_clauses(graph: Graph, at: int) -> list[int]:
    """Return the verbs of clauses about a noun ("talks held in Baku", "which took place on Friday")."""
    found = []
    for node in graph.subtree(at, stop=("ccomp", "advcl")):
        if node.relation not in INNER or node.index == at or not is_of(graph, node.head, at):
            continue
        if node.head == at or node.relation == "acl" or is_happening(graph, node):
            found.append(node.index)
            found += [verb.index for verb in graph.below(node.index, ("xcomp",)) if verb.text.lower() in HELD]
    return found or told_after(graph, at)


def told_after(graph: Graph, at: int) -> list[int]:
    """Return the participle behind a noun, hung elsewhere by the parse ("the meeting, held in"), as a list of one or none."""
    for node in graph.nodes[at + 1 : at + PARTICIPLE_REACH]:
        if node.text.lower() in HELD and node.relation == "advcl":
            return [] if graph.below(node.index, ("nsubj", "nsubjpass", "dobj")) else [node.index]
        if node.persons or node.tag not in ("ADP", "DET", "NOUN", "PROPN", "ADJ", "PUNCT"):
            break
    return []


def is_of(graph: Graph, node: int, at: int) -> bool:
    """Return whether a node is the event itself or a plain complement of it ("meeting of ministers, which")."""
    if node == at:
        return True
    here = graph.nodes[node]
    for above in islice(graph.above(node), FURTHEST_COMPLEMENT):
        if here.relation not in ("pobj", "prep", "conj"):
            return False
        if above.index == at:
            return not here.persons and not graph.nodes[node].persons and graph.nodes[node].place is None
        here = above
    return False


def clause_chain(graph: Graph, at: int) -> list[tuple[Node, bool]]:
    """Return the nodes above an event within its clause, and whether each belongs to an outer, joined clause."""
    chain: list[tuple[Node, bool]] = []
    here = graph.nodes[at]
    is_outer = False
    for above in graph.above(at):
        if is_other_time(graph, here) or (here.relation in ("relcl", "acl") and here.tag in VERB_TAGS):
            break
        if here.relation in ("ccomp", "pcomp") and here.tag in VERB_TAGS:
            if is_reporting(graph, above):
                chain.append((above, True))
            break
        if here.relation == "conj" and here.tag in VERB_TAGS:
            is_outer = True
        chain.append((above, is_outer))
        if here.relation in ("nsubj", "nsubjpass"):
            chain += [
                (clause, is_outer)
                for clause in graph.below(above.index, ("xcomp", "oprd", "acomp"))
                if clause.tag in VERB_TAGS
            ]
        here = above
    return chain


def is_reporting(graph: Graph, node: Node) -> bool:
    """Return whether a verb says that an outlet reported."""
    return node.tag in VERB_TAGS and any(
        child.outlet_id is not None for child in graph.below(node.index, ("nsubj", "agent", "dobj"))
    )


def own_dates(graph: Graph, node: Node) -> list[DateMention]:
    """Return the dates that hang directly on a node."""
    setting = Setting()
    add_direct(graph, node.index if isinstance(node, Node) else node, setting)
    return setting.dates


def add_direct(graph: Graph, at: int | Node, setting: Setting) -> None:
    """Add the dates and places that hang directly on a node, or by a preposition."""
    index = at.index if isinstance(at, Node) else at
    here = graph.nodes[index]
    if here.date is not None and here.date not in setting.dates:
        setting.dates.append(here.date)
    for child in map(graph.nodes.__getitem__, graph.children[index]):
        if child.date is not None and child.relation in DATE_RELATIONS:
            add_dates(graph, child, setting)
        elif child.relation in ("nsubj", "nsubjpass") and child.persons:
            add_dates_of(graph, child, setting)
        elif child.relation in ("npadvmod", "appos") and child.place is not None and child.place.kind == "city":
            add_place(child.place, setting)
        elif child.text.lower() == "there" and child.relation == "advmod":
            before = [n.place for n in graph.nodes[: child.index] if n.place is not None and n.place.kind == "city"]
            for place in before[-1:]:
                add_place(place, setting)
        elif child.relation in LINKS or child.relation in ("advmod", "npadvmod", "mark"):
            add_linked(graph, child, setting)
        elif (
            child.relation in ("compound", "nmod", "amod", "poss")
            and child.place is not None
            and child.place.kind == "city"
        ):
            add_place(child.place, setting)
        elif child.relation in ("acl", "advcl") and here.tag in VERB_TAGS and child.tag not in VERB_TAGS:
            add_direct(graph, child.index, setting)


def add_linked(graph: Graph, link: Node, setting: Setting) -> None:
    """Add what hangs below a preposition: dates after any, places after "in" and the like."""
    for node in graph.below(link.index, ("pobj", "pcomp", "npadvmod", "advmod", "prep", "dep", "conj")):
        if node.relation == "prep" or (node.relation == "conj" and node.tag == "ADP"):
            add_linked(graph, node, setting)
        elif is_of_term(graph, node):
            continue
        elif node.date is not None:
            add_dates(graph, node, setting)
            if link.text.lower() == "in":
                add_city_before(graph, node, setting)
        elif node.persons and link.text.lower() in ("from", "on") and link.index < node.index - 1:
            # The parse took the subject behind a day for what the preposition governs: "From 3 to 5 May X is visiting".
            add_dates_of(graph, node, setting)
        elif link.text.lower() in PLACE_LINKS and link.text.lower() != "from":
            add_place_node(graph, node, setting)
        if node.date is None and node.tag in ("NOUN", "PROPN") and not node.persons and node.place is None:
            add_noun_dates(graph, node, setting)
            if node.lemma in OCCASION_NOUNS and link.text.lower() in ("during", "at", "on"):
                add_occasion_place(graph, node, setting)


def add_dates_of(graph: Graph, node: Node, setting: Setting) -> None:
    """Add the day that the parse hung on the subject behind it."""
    for inner in graph.below(node.index, ("compound", "nmod", "npadvmod", "nummod", "advmod")):
        for day in [inner, *graph.below(inner.index, ("npadvmod",))]:
            if day.date is not None:
                add_dates(graph, day, setting)


def add_city_before(graph: Graph, node: Node, setting: Setting) -> None:
    """Add the city that the parse hung on the day behind it ("in Minsk last Monday")."""
    for child in graph.below(node.index, ("compound", "nmod")):
        if child.place is not None and child.place.kind == "city":
            add_place(child.place, setting)


def add_noun_dates(graph: Graph, node: Node, setting: Setting) -> None:
    """Add the dates of a time noun below a preposition ("in the morning of May 3", "on the evening of Friday")."""
    if node.lemma in TIME_NOUNS:
        for child in map(graph.nodes.__getitem__, graph.children[node.index]):
            if child.date is not None:
                add_dates(graph, child, setting)
            elif child.relation == "prep":
                add_linked(graph, child, setting)


def add_dates(graph: Graph, node: Node, setting: Setting) -> None:
    """Add a date and those joined to it."""
    for joined in graph.joined(node.index):
        if joined.date is not None and joined.date not in setting.dates:
            setting.dates.append(joined.date)


def add_fronted(graph: Graph, verb: Node, setting: Setting) -> None:
    """Add the dates before the first joined verb ("On Tuesday X arrived and met Y") where the event has none of its own."""
    if setting.dates and setting.places:
        return
    outer = Setting()
    add_direct(graph, verb.index, outer)
    if not setting.dates:
        setting.dates += [date for date in outer.dates if date.end <= verb.start]
    if not setting.places:
        setting.places += [place for place in outer.places if place.end <= verb.start]
