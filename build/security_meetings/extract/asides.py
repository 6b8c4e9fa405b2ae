"""Asides: clauses about somebody or something else, whose days and places are not those of the encounter told around them."""

from __future__ import annotations

import re

from security_meetings.documents import Node
from security_meetings.extract.graph import VERB_TAGS, Graph

RELATIVES = ("who", "which", "that", "whose", "whom")
HAPPENING = ("hold", "open", "begin", "start", "end", "conclude", "run", "last", "kick", "convene", "occur", "host")
# What lies before or after these is the time of something else, as long as no day itself follows.
OTHER_TIMES = ("before", "until", "till", "since", "once")
SAME_DAY = ("before",)
TERM_LINKS = ("until", "till", "since")
ROLE_CLAUSE = re.compile(r",? who (?:is|was|has|had|were|became|served)\b")


def is_aside(graph: Graph, node: Node, at: int) -> bool:
    """Return whether a day or place stands in a clause about another than the event at a node."""
    if is_of_term(graph, node):
        return True
    here = node
    for above in graph.above(node.index):
        if here.relation == "relcl" and here.tag in VERB_TAGS and is_about_other(graph, here, above, at):
            return True
        if is_other_time(graph, here, SAME_DAY) and at not in {inner.index for inner in graph.subtree(here.index)}:
            return True
        here = above
    return False


def is_about_other(graph: Graph, clause: Node, owner: Node, at: int) -> bool:
    """Return whether a relative clause tells something of its noun that is not the event itself."""
    inside = graph.subtree(clause.index)
    relative = next((node.text.lower() for node in inside[:3] if node.text.lower() in RELATIVES), None)
    if relative is None or any(node.index == at for node in inside) or is_happening(graph, clause):
        return False
    return owner.index != at and not (owner.persons and relative in ("which", "that"))


def is_happening(graph: Graph, clause: Node) -> bool:
    """Return whether a verb says that an event took place."""
    is_place = any(node.lemma == "place" for node in graph.below(clause.index, ("dobj",)))
    return clause.lemma in HAPPENING or (clause.lemma == "take" and is_place)


def is_other_time(graph: Graph, clause: Node, but: tuple[str, ...] = ()) -> bool:
    """Return whether a clause only says before, until or since what something took place ("before the session opened")."""
    marks = [node.text.lower() for node in graph.below(clause.index, ("mark", "advmod"))]
    is_finite = bool(graph.below(clause.index, ("nsubj", "nsubjpass")))
    return (
        clause.relation == "advcl"
        and clause.tag in VERB_TAGS
        and is_finite
        and bool(set(marks) & set(OTHER_TIMES) - set(but))
    )


def is_of_term(graph: Graph, node: Node) -> bool:
    """Return whether a day or place tells of somebody's office ("X, minister until last year, met", "minister in Quito")."""
    link = graph.nodes[node.head]
    if link.tag not in ("ADP", "SCONJ") or link.index == 0:
        return False
    before = graph.nodes[link.index - 1]
    if not before.persons:
        return False
    after = graph.nodes[node.index + 1].text if node.index + 1 < len(graph.nodes) else ""
    if link.text.lower() in TERM_LINKS:
        return after in (",", ")")
    return after in (",", ".", ")") and ROLE_CLAUSE.search(before.text) is not None
