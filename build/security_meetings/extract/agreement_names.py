"""Names of instruments: nouns that only a name makes one, papers of the whole world, plans of one state alone."""

from __future__ import annotations

from collections.abc import Sequence

from security_meetings.documents import Node
from security_meetings.extract.agreement_tellings import Telling
from security_meetings.extract.agreement_words import AgreementWords, NounMatch
from security_meetings.extract.graph import Graph

ABOUT = ("on", "for", "against", "of")
NEAR = 10


def is_proper_name(graph: Graph, match: NounMatch, before: Sequence[Node], words: AgreementWords) -> bool:
    """Return whether a noun that is weak or plural is part of a name ("the Kigali Arrangement", "the Oslo Accords")."""
    last = graph.nodes[match.last]
    word = last.text.lower()
    capitals = [n for n in before if n.text[:1].isupper() and n.index > 0 and n.relation != "det" and n.date is None]
    is_capital = last.text[:1].isupper()
    if match.noun.is_plural:
        near = capitals[-1:] if capitals and capitals[-1].index == match.first - 1 else []
        is_town = any(node.place is not None and node.place.kind == "city" for node in near)
        is_told = any(node.text.lower() == "the" for node in before) and not any(n.tag == "NUM" for n in before)
        return is_told and word in words.of("named", "plurals") and bool(near) and (is_capital or is_town)
    if match.noun.is_weak and match.noun.agreement_type == "plan":
        is_shared = bool({node.text.lower() for node in before} & words.of("named", "shared"))
        after = graph.nodes[match.last + 1 :][:1]
        return is_shared and (is_capital or any(node.text.lower() in ABOUT for node in after))
    own = [node for node in capitals if node.place is None or node.place.kind == "city"]
    return match.noun.is_weak and is_capital and word in words.of("named", "nouns") and bool(own)


def is_world_paper(telling: Telling, words: AgreementWords) -> bool:
    """Return whether a paper is one of the world at large ("the Kyoto Protocol", "a global agreement on the climate")."""
    nodes = telling.graph.nodes
    around = nodes[max(telling.match.first - 3, 0) : telling.match.last + NEAR]
    told = " ".join(" ".join(node.text.lower().split()) for node in around).replace(" - ", "-")
    if any(name in told for name in words.of("world", "names")):
        return True
    before = {node.text.lower() for node in nodes[max(telling.match.first - 3, 0) : telling.match.first]}
    return bool(before & words.of("world", "modifiers"))


def is_own_plan(telling: Telling, before: Sequence[Node], words: AgreementWords) -> bool:
    """Return whether a plan or strategy is the own one of a state or of a person ("Kenya's development strategy")."""
    if telling.noun.agreement_type != "plan" or telling.is_plural:
        return False
    if {node.text.lower() for node in before} & words.of("named", "shared"):
        return False
    graph = telling.graph
    tied = [
        *graph.complements(telling.head.index, ("between", "with", "among")),
        *graph.below(telling.head.index, ("poss",)),
    ]
    owners = [node for node in before if node.relation == "poss"] or [n for n in tied if n.relation == "poss"]
    codes = {node.place.country_code for node in [*before, *tied] if node.place is not None}
    is_owned = any(node.place is not None or node.persons for node in owners)
    if graph.nodes[telling.match.last].lemma in words.of("named", "own"):
        is_owned = is_owned or any(node.place is not None for node in before)
    return is_owned and len(codes) < 2
