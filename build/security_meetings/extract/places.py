"""The places of a setting: cities and states after a preposition, venues, cities that no list knows."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from security_meetings.documents import DateMention, Node, PlaceMention
from security_meetings.extract.graph import VERB_TAGS, Graph

PLACE_LINKS = ("in", "at", "from", "near", "inside", "outside")
OCCASION_NOUNS = ("meeting", "session", "summit", "conference", "forum", "sideline", "margin", "assembly")
CONFERENCES = ("conference", "forum", "dialogue", "assembly", "summit")
# What goes on elsewhere under the name of the city where it began.
NAMED_AFTER_ORIGIN = ("process", "format", "group", "nine", "club", "initiative", "platform", "accords", "agreement")
DEEPEST = 3
WHERE_REACH = 12
BODIES_AT_END = ("ministry", "department", "embassy", "office", "council", "headquarters", "commission", "mission")

NO_CITIES = (
    "cabinet",
    "congress",
    "court",
    "english",
    "farsi",
    "government",
    "office",
    "parliament",
    "private",
    "senate",
)


@dataclass(slots=True)
class Setting:
    """The dates and places of an encounter, the dates on which others reported it, its days and which of them is dated."""

    dates: list[DateMention] = field(default_factory=list)
    places: list[PlaceMention] = field(default_factory=list)
    reported: list[DateMention] = field(default_factory=list)
    days: int | None = None
    edge: Literal["first", "last"] | None = None
    is_past: bool = False


def add_hosting_place(graph: Graph, clauses: list[int], setting: Setting) -> None:
    """Add the place that hosts ("the summit, which Tehran will host")."""
    for clause in clauses:
        hosts = graph.nodes[clause].lemma == "host" or any(n.lemma == "host" for n in graph.below(clause, ("attr",)))
        agents = graph.complements(clause, ("by",)) if hosts else []
        for subject in [*(graph.below(clause, ("nsubj",)) if hosts else []), *agents]:
            if subject.place is not None and subject.place.kind in ("city", "country"):
                add_place(subject.place, setting)


def add_occasion_place(graph: Graph, node: Node, setting: Setting) -> None:
    """Add the place of a session during or beside which something else took place, but not its day."""
    for link in graph.below(node.index, ("prep",)):
        for inner in graph.below(link.index, ("pobj",)):
            if link.text.lower() in ("in", "at") and inner.place is not None and inner.place.kind == "city":
                add_place(inner.place, setting)
            elif link.text.lower() == "of":
                add_place_in_name(graph, inner, setting)
    add_place_in_name(graph, node, setting)


def add_place_in_name(graph: Graph, node: Node, setting: Setting) -> None:
    """Add the city that a conference is called after ("the Munich Security Conference"), no process or group called so."""
    named = graph.subtree(node.index, stop=("prep", "relcl", "acl", "appos", "conj"))
    if node.lemma not in CONFERENCES or not node.text.istitle():
        return
    if {part.text.lower() for part in named} & set(NAMED_AFTER_ORIGIN):
        return
    for part in named:
        if part.index < node.index and part.place is not None and part.place.kind == "city":
            add_place(part.place, setting)


def add_place_node(graph: Graph, node: Node, setting: Setting, depth: int = 0) -> None:
    """Add a place below a preposition, or the place of a building ("at the ministry in Rawalpindi")."""
    if node.place is not None and node.place.kind != "demonym":
        add_place(node.place, setting)
        for joined in graph.joined(node.index)[1:]:
            if joined.place is not None:
                add_place(joined.place, setting)
        return
    if is_unlisted_city(graph, node):
        add_place(unlisted_city(node), setting)
        return
    for child in graph.below(node.index, ("prep", "appos", "compound", "nmod", "npadvmod")):
        if child.relation != "prep" and child.place is not None and names_city(child.place, node):
            add_place(child.place, setting)
        elif child.relation == "prep" and child.text.lower() in ("in", "of", "at", "near") and not node.persons:
            for inner in graph.below(child.index, ("pobj",)):
                if inner.place is None and is_unlisted_city(graph, inner, node):
                    add_place(unlisted_city(inner), setting)
                elif (
                    inner.place is not None
                    and inner.place.kind in ("city", "country")
                    and (child.text.lower() != "of" or node.lemma in ("city", "capital", "town", "port"))
                ):
                    add_place(inner.place, setting)
                elif inner.place is None and not inner.persons and inner.date is None and depth < DEEPEST:
                    add_place_node(graph, inner, setting, depth + 1)


def names_city(place: PlaceMention, owner: Node) -> bool:
    """Return whether a place before or behind a noun tells its city; of an embassy it tells whose it is."""
    is_whose = owner.lemma in ("embassy", "consulate", "mission", "government") and place.kind != "city"
    return place.kind == "city" or (place.city is not None and place.kind == "country" and not is_whose)


def unlisted_city(node: Node) -> PlaceMention:
    """Return the mention of a city that no list knows, its state untold."""
    return PlaceMention(start=node.start, end=node.end, kind="city", country_code="", city=node.text)


def is_unlisted_city(graph: Graph, node: Node, owner: Node | None = None) -> bool:
    """Return whether a name after "in", or after "the town of", is a place that no list knows."""
    link = graph.nodes[node.head].text.lower()
    if (
        owner is not None
        and link == "of"
        and owner.lemma in ("town", "city", "village", "port", "resort", "settlement")
    ):
        link = "in"
    is_name = node.tag == "PROPN" and node.text.istitle() and node.text.isalpha() and len(node.text) > 3
    is_free = not node.persons and node.date is None and node.organization_id is None and node.outlet_id is None
    is_free = is_free and node.place is None and node.lemma not in NO_CITIES
    below = [graph.nodes[child].relation for child in graph.children[node.index]]
    return link == "in" and is_name and is_free and not {"det", "compound", "amod", "poss"} & set(below)


def add_place(place: PlaceMention, setting: Setting) -> None:
    """Add a place once."""
    if place not in setting.places:
        setting.places.append(place)


def add_antecedent(graph: Graph, at: int, setting: Setting) -> None:
    """Add the place that "where" takes up ("flew to Baku, where he met Y")."""
    for verb in [graph.nodes[at], *graph.above(at)]:
        if verb.relation in ("relcl", "advcl", "acl") and verb.tag in VERB_TAGS:
            words = graph.nodes[max(verb.index - WHERE_REACH, 0) : verb.index]
            where = next((n for n in words if n.text.lower() == "where" and n.head == verb.index), None)
            if where is not None:
                before = [n.place for n in graph.nodes[: where.index] if n.place is not None and n.place.kind == "city"]
                for place in before[-1:]:
                    add_place(place, setting)
                return
