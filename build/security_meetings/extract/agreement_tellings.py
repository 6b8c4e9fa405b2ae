"""A telling: one sentence's words on an instrument, with the phrase of its noun."""

from __future__ import annotations

from dataclasses import dataclass, field

from security_meetings.documents import DateMention, Node
from security_meetings.extract.agreement_words import Noun, NounMatch
from security_meetings.extract.graph import Graph
from security_meetings.records import DateTold

UNDATED = DateTold(edtf=None)


@dataclass(slots=True, kw_only=True)
class Telling:
    """One sentence's words on an instrument: what they say became of it (None: nothing), and how they refer to it."""

    graph: Graph
    match: NounMatch
    head: Node
    status: str | None = None
    rule_id: str = "agreements.named"
    cue: Node | None = None
    event: Node | None = None
    count: int = 1
    count_node: Node | None = None
    is_definite: bool = False
    is_pronoun: bool = False
    is_plural: bool = False
    is_proper: bool = False
    is_gerund: bool = False
    title: tuple[int, int] | None = None
    title_text: str | None = None
    dates: list[DateMention] = field(default_factory=list)
    own_dates: list[DateMention] = field(default_factory=list)
    day: DateTold = UNDATED
    parties: list[str] = field(default_factory=list)
    spans: list[tuple[int, int]] = field(default_factory=list)
    is_explicit: bool = False
    signing_nodes: list[Node] = field(default_factory=list)
    opener: Telling | None = None
    label: tuple[int, int] | None = None
    label_text: str | None = None
    is_earlier: bool = False
    others: frozenset[int] = frozenset()
    taken_up: list[tuple[str, tuple[int, int]]] = field(default_factory=list)

    @property
    def place(self) -> Telling:
        """Return the telling in whose clause the signing is told: its own, or that which opens its list."""
        return self if self.opener is None else self.opener

    @property
    def noun(self) -> Noun:
        """Return what the noun says of the kind."""
        return self.match.noun

    @property
    def is_slight(self) -> bool:
        """Return whether its noun alone names no instrument, and no name is made of it."""
        return self.match.noun.is_weak and not self.is_proper

    @property
    def start(self) -> int:
        """Return where the noun begins."""
        return self.graph.nodes[self.match.first].start

    @property
    def end(self) -> int:
        """Return where the noun ends."""
        return self.graph.nodes[self.match.last].end

    @property
    def sentence(self) -> int:
        """Return the index of the sentence."""
        return self.graph.sentence.index


def head_of(graph: Graph, match: NounMatch) -> Node:
    """Return the node of a noun by which it hangs in the sentence."""
    inside = range(match.first, match.last + 1)
    return next(
        (graph.nodes[at] for at in inside if graph.nodes[at].head not in inside or graph.nodes[at].head == at),
        graph.nodes[match.last],
    )


def left_words(graph: Graph, match: NounMatch) -> list[Node]:
    """Return the words of the phrase before a noun, nearest last: modifiers, numbers and determiners."""
    kinds = (
        "det",
        "amod",
        "compound",
        "nmod",
        "nummod",
        "poss",
        "conj",
        "cc",
        "case",
        "quantmod",
        "advmod",
        "punct",
        "predet",
    )
    at = match.first
    if match.is_glued:
        # The parser does not know the glued word; its phrase goes back to the verb or preposition before it.
        while at > 0 and graph.nodes[at - 1].tag in ("ADJ", "NOUN", "PROPN", "DET", "NUM"):
            at -= 1
        return list(graph.nodes[at : match.first])
    while at > 0:
        node = graph.nodes[at - 1]
        is_break = node.relation == "punct" and node.text not in ("-", "–", "/", '"', "'", "“")
        if node.relation not in kinds or is_break or not reaches(graph, node, match):
            break
        at -= 1
        if node.relation == "det":
            break
    return list(graph.nodes[at : match.first])


def reaches(graph: Graph, node: Node, match: NounMatch) -> bool:
    """Return whether a word hangs below a noun, maybe over other words of the phrase."""
    if node.date is not None and node.index == match.first - 1:
        return True
    return any(match.first <= above.index <= match.last for above in graph.above(node.index))
