"""Words that take persons up again without naming them: "they", "both sides", "the two ministers", "the Iranian"."""

from __future__ import annotations

from security_meetings.documents import Node
from security_meetings.extract.graph import Graph

PLURAL_PRONOUNS = (
    "they",
    "them",
    "both",
    "two",
    "sides",
    "parties",
    "pair",
    "ministers",
    "leaders",
    "presidents",
    "officials",
    "men",
    "diplomats",
    "their",
    "side",
    "duo",
    "interlocutors",
    "counterparts",
    "chiefs",
    "heads",
    "generals",
    "admirals",
    "commanders",
    "secretaries",
    "premiers",
    "envoys",
    "ambassadors",
    "colleagues",
    "negotiators",
    "statesmen",
    "women",
    "politicians",
)
NUMBERS = {
    "two": 2,
    "both": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
}
DEFINITE = ("the", "these", "those", "both", "all")


def follows_collective(graph: Graph, node: Node) -> bool:
    """Return whether an unnamed plural is the subject before "they" in the sentence, and so what it stands for."""
    return node.text.lower() in ("they", "them", "their") and any(
        n.relation in ("nsubj", "nsubjpass")
        and n.tag == "NOUN"
        and n.text.lower().endswith("s")
        and not n.persons
        and n.text.lower() not in PLURAL_PRONOUNS
        and not any(inner.persons for inner in graph.subtree(n.index))
        for n in graph.nodes[: node.index]
    )


def group_of_sentence(graph: Graph, node: Node) -> list[int]:
    """Return the persons joined before "they" or "their" in the sentence, subjects or agents of another clause; else none."""
    if node.text.lower() not in ("they", "their", "them"):
        return []
    verb = graph.verb_above(node.index)
    for head in reversed(graph.nodes[: node.index]):
        if head.relation not in ("nsubj", "nsubjpass", "pobj") or not head.persons:
            continue
        above = graph.nodes[head.head]
        if head.relation == "pobj" and above.relation != "agent":
            continue
        if verb is not None and graph.verb_above(head.index) is verb and node.relation in ("nsubj", "nsubjpass"):
            continue
        persons = [p for joined in graph.joined(head.index) if joined.index < node.index for p in joined.persons]
        if len(set(persons)) > 1:
            return list(dict.fromkeys(persons))
    return []


def is_bare_people(graph: Graph, node: Node) -> bool:
    """Return whether a word such as "Iranian" stands alone for a person ("the Iranian told journalists")."""
    has_the = any(graph.nodes[child].text.lower() == "the" for child in graph.children[node.index])
    return has_the and node.relation in ("nsubj", "nsubjpass", "pobj", "dobj", "conj")


def is_anaphoric(graph: Graph, node: Node) -> bool:
    """Return whether a plural stands for parties named before: a pronoun, or with "the", "both", "two"."""
    word = node.text.lower()
    if word in ("they", "them", "both", "their"):
        return True
    modifiers = {graph.nodes[child].text.lower() for child in graph.children[node.index]}
    wanted = {"the", "both", "two"} if word in ("sides", "parties", "two", "pair", "duo") else {"both", "two"}
    return bool(modifiers & wanted) and not graph.below(node.index, ("prep", "relcl", "acl"))


def is_plural_pronoun(graph: Graph, node: Node) -> bool:
    """Return whether a word stands for persons named before: "they", "the two sides", "the four", "the three generals"."""
    if node.text.lower() in PLURAL_PRONOUNS and is_anaphoric(graph, node):
        return True
    below = {graph.nodes[child].text.lower() for child in graph.children[node.index]}
    owned = any(link.text.lower() in ("of", "from", "for", "in") for link in graph.below(node.index, ("prep",)))
    is_definite = bool(below & set(DEFINITE)) and not owned and not graph.below(node.index, ("acl",))
    if node.text.lower() in NUMBERS:
        return is_definite
    is_plural = node.tag in ("NOUN", "PROPN") and node.text.lower().endswith("s") and node.place is None
    return is_definite and is_plural and bool(below & set(NUMBERS))


def group_meant(graph: Graph, node: Node) -> tuple[int | None, str]:
    """Return how many persons a plural means, where it says so, and the office that it names, in the singular."""
    words = [graph.nodes[child].text.lower() for child in graph.children[node.index]]
    size = next((NUMBERS[word] for word in [node.text.lower(), *words] if word in NUMBERS), None)
    is_word = node.text.lower() in (*NUMBERS, "they", "them", "their")
    office = "" if is_word else node.lemma.lower()
    if office.endswith("s") and office == node.text.lower():
        office = office[:-1]
    return size, office
