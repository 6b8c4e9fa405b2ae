"""Who stands after "with" and "on" about a noun of an encounter, also where the parse hung it elsewhere."""

from __future__ import annotations

from security_meetings.documents import Node
from security_meetings.extract.cues import Cues
from security_meetings.extract.frames import Discourse, heads_persons
from security_meetings.extract.graph import VERB_TAGS, Graph

LISTING = (
    ",",
    ";",
    "and",
    "as",
    "well",
    "also",
    "then",
    "the",
    "his",
    "her",
    "on",
    "later",
    "separately",
    "followed",
    "by",
)
EMPTY_VERBS = ("take", "be", "hold", "follow", "occur", "happen", "ensue", "begin", "continue", "arrange")


def persons_called_on(graph: Graph, node: Node, discourse: Discourse) -> list[int]:
    """Return whom a call was paid on, told by the noun or by the verb of paying it."""
    verb = graph.nodes[node.head]
    callers = [n for n in graph.complements(node.index, ("by", "of", "from")) if n.persons]
    heads = [n for head in (node, *callers) for n in graph.complements(head.index, ("on", "upon"))]
    if node.relation == "dobj" and verb.lemma in ("pay", "make"):
        heads += graph.complements(verb.index, ("on", "upon"))
    return heads_persons(graph, heads, discourse)


def persons_honoured(graph: Graph, node: Node, cues: Cues, discourse: Discourse) -> list[int]:
    """Return for whom a reception or dinner was given ("hosted a reception for Y", "gave a dinner in honour of Y")."""
    verb = graph.nodes[node.head]
    if node.lemma not in cues.of("nouns", "given") or node.relation != "dobj" or verb.tag not in VERB_TAGS:
        return []
    heads = [n for head in (node, verb) for n in graph.complements(head.index, ("for",))]
    for head in (node, verb):
        honours = graph.complements(head.index, ("in",))
        heads += [n for h in honours if h.lemma in ("honour", "honor") for n in graph.complements(h.index, ("of",))]
    return heads_persons(graph, heads, discourse)


def with_chain(graph: Graph, node: Node, discourse: Discourse) -> list[int]:
    """Return who stands after "with" below a noun, and after each further "with" of the list ("with X, with Y and with Z")."""
    found = heads_persons(graph, graph.complements(node.index, ("with",)), discourse)
    verb = graph.nodes[node.head]
    if node.relation in ("nsubj", "nsubjpass") and verb.lemma in EMPTY_VERBS:
        found += [
            p for p in heads_persons(graph, graph.complements(verb.index, ("with",)), discourse) if p not in found
        ]
    if not found and node.relation in ("dobj", "nsubj", "nsubjpass"):
        found = first_with(graph, node)
    if not any(n.persons and set(n.persons) & set(found) for n in graph.nodes[node.index :]):
        return found
    is_listed = False
    for at in range(node.index + 1, len(graph.nodes)):
        here = graph.nodes[at]
        if here.persons and is_listed and graph.nodes[at - 1].text.lower() in ("with", "the", "his", "her"):
            found += [p for p in here.persons if p not in found]
        elif here.text.lower() == "with" or here.persons:
            is_listed = is_listed or bool(set(here.persons) & set(found))
        elif here.text.lower() not in LISTING and here.date is None:
            is_listed = False
    return found


def first_with(graph: Graph, node: Node) -> list[int]:
    """Return who stands after the first "with" behind a noun, where the parse hung it on the subject of the talks."""
    for at in range(node.index + 1, len(graph.nodes) - 1):
        here = graph.nodes[at]
        if here.persons or here.tag in VERB_TAGS or here.text in (",", ";", "."):
            return []
        if here.text.lower() == "with":
            after = [n for n in graph.nodes[at + 1 : at + 3] if n.persons]
            joined = graph.joined(after[0].index) if after else []
            return list(dict.fromkeys(person for n in joined for person in n.persons))
    return []
