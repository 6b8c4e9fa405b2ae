"""Parses mended where the words leave no doubt: persons joined by "and" that the parse hung on a verb."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from security_meetings.documents import Node

JOINING = frozenset(
    [",", ";", "and", "&", "or", "as", "well", "along", "together", "the", "a", "an", "his", "her", "its"]
)
MISPLACED = ("conj", "appos", "dep", "npadvmod", "ROOT")
VERBS = ("VERB", "AUX")
SKIPPED = frozenset(
    [",", "-", "(", ")", "also", "then", "today", "later", "earlier", "meanwhile", "accordingly", "himself", "herself"]
)
FURTHEST = 6


def mend(nodes: Sequence[Node]) -> tuple[Node, ...]:
    """Return the nodes of a sentence, each person joined to the one before where only "and" and the like stand between."""
    mended = list(nodes)
    last: Node | None = None
    between: list[str] = []
    for node in nodes:
        if not node.persons:
            between.append(node.text.lower())
            continue
        owner = person_of_place(node, nodes)
        if owner is not None:
            mended[node.index] = replace(node, head=owner.index, relation="conj")
        elif last is not None and is_misplaced(node, nodes) and "and" in between and set(between) <= JOINING:
            mended[node.index] = replace(node, head=last.index, relation="conj")
        last, between = node, []
    return tuple(mended)


def person_of_place(node: Node, nodes: Sequence[Node]) -> Node | None:
    """Return the person before, where the parse joined this one to his state ("Smith of France and Jones of Italy")."""
    place = nodes[node.head]
    if node.relation != "conj" or place.place is None or place.relation != "pobj":
        return None
    owner = nodes[nodes[place.head].head]
    return owner if owner.persons and owner.index < node.index else None


def is_misplaced(node: Node, nodes: Sequence[Node]) -> bool:
    """Return whether a person hangs on a verb as something joined to it, without a verb of its own."""
    has_verb = any(other.head == node.index and other.relation in ("relcl", "acl", "aux", "nsubj") for other in nodes)
    return node.relation in MISPLACED and nodes[node.head].tag in VERBS and node.head != node.index and not has_verb


def persons_before(nodes: Sequence[Node], verb: int) -> list[Node]:
    """Return the persons who stand right before a verb, for a subject that the parse hung elsewhere."""
    found: list[Node] = []
    at, steps = verb - 1, 0
    while at >= 0 and steps < FURTHEST:
        node = nodes[at]
        if node.persons:
            found.insert(0, node)
            steps = 0
        elif (found and node.text.lower() not in JOINING) or not (
            node.date is not None
            or node.text.lower() in SKIPPED | JOINING
            or node.relation in ("aux", "auxpass", "advmod", "neg")
        ):
            break
        at, steps = at - 1, steps + 1
    return found
