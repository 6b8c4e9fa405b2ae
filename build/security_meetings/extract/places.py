"""The places of a setting: cities and states after a preposition, venues, cities that no list knows."""

from __future__ import annotations

from dataclasses import dataclass, field

from security_meetings.documents import DateMention, Node, PlaceMention
from security_meetings.extract.graph import Graph

PLACE_LINKS = ("in", "at", "from", "near", "inside", "outside")
OCCASION_NOUNS = ("meeting", "session", "summit", "conference", "forum", "sideline", "margin", "assembly")
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
    """The dates and places of an encounter, and the dates on which others reported it."""

    dates: list[DateMention] = field(default_factory=list)
    places: list[PlaceMention] = field(default_factory=list)
    reported: list[DateMention] = field(default_factory=list)


def add_hosting_place(graph: Graph, clauses: list[int], setting: Setting) -> None:
    """Add the place that hosts ("the summit, which Tehran will host")."""
    for clause in clauses:
        hosts = graph.nodes[clause].lemma == "host" or any(n.lemma == "host" for n in graph.below(clause, ("attr",)))
        agents = graph.complements(clause, ("by",)) if hosts else []
        for subject in [*(graph.below(clause, ("nsubj",)) if hosts else []), *agents]:
            if subject.place is not None and subject.place.kind in ("city", "country"):
                add_place(subject.place, setting)


def add_occasion_place(graph: Graph, node: Node, setting: Setting) -> None:
    """Add the place of a session during which something else took place, but not its day."""
    for link in graph.below(node.index, ("prep",)):
        if link.text.lower() in ("in", "at"):
            for inner in graph.below(link.index, ("pobj",)):
                if inner.place is not None and inner.place.kind == "city":
                    add_place(inner.place, setting)


def add_place_node(graph: Graph, node: Node, setting: Setting) -> None:
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
    for child in graph.below(node.index, ("prep", "appos", "compound", "nmod")):
        if child.relation in ("appos", "compound", "nmod") and child.place is not None and child.place.kind == "city":
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
