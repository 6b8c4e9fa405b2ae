"""Parses mended where the words leave no doubt: persons joined by "and" that the parse hung on a verb."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from security_meetings.documents import Node

JOINING = frozenset(
    [",", ";", "and", "&", "or", "as", "well", "along", "together", "the", "a", "an", "his", "her", "its"]
)
# Between persons only: a word that keeps what was done with each apart.
APART = JOINING | {"separately", "respectively", "later", "then", "finally", "afterwards", "subsequently"}
MISPLACED = ("conj", "appos", "dep", "npadvmod", "ROOT")
VERBS = ("VERB", "AUX")
TELLING = ("tell", "inform", "brief", "notify", "assure", "warn")
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
            mended[node.index] = replace(node, head=owner.index, relation="conj" if owner.persons else "appos")
        elif last is not None and is_misplaced(node, nodes) and "and" in between and set(between) <= APART:
            mended[node.index] = replace(node, head=last.index, relation="conj")
        last, between = node, []
    return mend_opening(mend_including(mend_agent(tuple(mended))))


def mend_including(nodes: tuple[Node, ...]) -> tuple[Node, ...]:
    """Return the nodes with "including" set below the persons right before it, who are told together."""
    mended = list(nodes)
    for node in nodes:
        before = [n for n in nodes[max(node.index - 2, 0) : node.index] if n.text != ","][-1:]
        if node.text.lower() == "including" and node.relation == "prep" and before and before[0].persons:
            mended[node.index] = replace(node, head=before[0].index)
    return tuple(mended)


def mend_agent(nodes: tuple[Node, ...]) -> tuple[Node, ...]:
    """Return the nodes with "by" set below a passive verb, where the parse joined it to a "with" ("received, with A, by B")."""
    mended = list(nodes)
    for node in nodes:
        link = nodes[node.head]
        verb = nodes[link.head]
        is_joined = node.text.lower() == "by" and node.relation == "conj" and link.text.lower() == "with"
        if is_joined and any(n.head == verb.index and n.relation == "auxpass" for n in nodes):
            mended[node.index] = replace(node, head=verb.index, relation="agent")
        teller = nodes[verb.head]
        is_told = node.text.lower() == "by" and link.relation == "pobj" and verb.relation == "prep" and not link.persons
        is_told = is_told and teller.lemma in TELLING and any(n.head == node.index and n.persons for n in nodes)
        if is_told and any(n.head == teller.index and n.relation == "auxpass" for n in nodes):
            mended[node.index] = replace(node, head=teller.index, relation="agent")
    return tuple(mended)


def mend_opening(nodes: tuple[Node, ...]) -> tuple[Node, ...]:
    """Return the nodes with an opening clause set below the verb after it ("On Monday, after A was met by B, C and D sat down").

    Such a parse makes the clause the main one, and joins its last person with the subject behind the comma.
    """
    opening = next((n for n in nodes if n.relation == "ROOT" and n.tag in VERBS), None)
    if opening is None or not any(n.relation == "mark" and n.head == opening.index for n in nodes[: opening.index]):
        return nodes
    for verb in nodes[opening.index + 1 :]:
        if verb.tag != "VERB" or verb.relation != "conj" or verb.head != opening.index:
            continue
        run = [n for n in persons_before(nodes, verb.index) if after_comma(nodes, n, verb)]
        if not run or any(n.head == verb.index and n.relation in ("nsubj", "nsubjpass") for n in nodes):
            return nodes
        mended = list(nodes)
        mended[verb.index] = replace(verb, head=verb.index, relation="ROOT")
        mended[opening.index] = replace(opening, head=verb.index, relation="advcl")
        mended[run[0].index] = replace(run[0], head=verb.index, relation="nsubj")
        for person in run[1:]:
            mended[person.index] = replace(person, head=run[0].index, relation="conj")
        mark = next(n.index for n in nodes if n.relation == "mark" and n.head == opening.index)
        for early in nodes[:mark]:
            if early.head == opening.index and early.relation in ("prep", "npadvmod", "advmod"):
                mended[early.index] = replace(early, head=verb.index)
        return tuple(mended)
    return nodes


def after_comma(nodes: Sequence[Node], person: Node, verb: Node) -> bool:
    """Return whether a person stands behind the last comma before a verb."""
    commas = [n.index for n in nodes[: verb.index] if n.text == ","]
    return bool(commas) and person.index > commas[-1]


def person_of_place(node: Node, nodes: Sequence[Node]) -> Node | None:
    """Return the person before, where the parse joined this one to his state ("Smith of France and Jones of Italy")."""
    place = nodes[node.head]
    if node.relation != "conj" or place.place is None or place.relation != "pobj":
        return None
    owner = nodes[nodes[place.head].head]
    is_plural = owner.tag == "NOUN" and owner.text.lower().endswith("s") and nodes[node.index - 1].text == ","
    return owner if (owner.persons or is_plural) and owner.index < node.index else None


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
    between = {node.text.lower() for node in nodes[found[0].index : verb]} if found else set()
    # Without "and" a comma ends an apposition or an opening phrase: "at the invitation of A, B visited".
    return found if between & {"and", "&", "as"} else found[-1:]
