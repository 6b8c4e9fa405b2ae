"""The parties of an instrument: named with it, signing it, the sides of its meeting, or the states told nearest."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from security_meetings.documents import Document, Node
from security_meetings.extract.agreement_tellings import Telling, left_words
from security_meetings.extract.agreement_words import AgreementWords
from security_meetings.extract.graph import OBJECTS, SUBJECTS, Graph
from security_meetings.records import MeetingMention

Span = tuple[int, int]
STATE_KINDS = ("country", "demonym")
MANY = 6
FELLOWS_REACH = 3
WORLD_KINDS = ("convention", "treaty")
WORLD_BODIES = ("UN",)


@dataclass(frozen=True, slots=True)
class Parties:
    """Codes of states or bodies with the words that name them, and the rule that found them."""

    codes: tuple[str, ...]
    spans: tuple[Span, ...]
    rule_id: str


@dataclass(frozen=True, slots=True)
class PartyFinder:
    """What is known of states and bodies in one article."""

    document: Document
    words: AgreementWords

    def named(self, telling: Telling) -> list[tuple[str, Span]]:
        """Return the parties that the words of the instrument name: between, with, its owners, its signers."""
        graph = telling.graph
        heads = phrase_heads(telling)
        between = [node for at in heads for node in graph.complements(at, ("between", "among", "of"))]
        found = self.codes_of(graph, between)
        if not found and any(
            inner.lemma in self.words.of("sides", "members") for node in between for inner in graph.subtree(node.index)
        ):
            found += self.main_body()
        if telling.event is not None:
            found += self.codes_of(graph, graph.complements(telling.event.index, ("between", "among")))
        before = left_words(graph, telling.match)
        found += self.codes_of(graph, [n for n in before if self.is_owner(telling, n)])
        found += [item for n in before if self.is_own_body(telling, n) for item in self.code_of(n)]
        with_ = [node for at in heads for node in graph.complements(at, ("with",))]
        found += self.codes_of(graph, with_)
        after = graph.nodes[telling.match.last + 1 :][:1]
        if not with_ and not found and after and telling.rule_id == "agreements.named-with-partner":
            found += self.codes_of(graph, after)
        return unique(found)

    def is_own_body(self, telling: Telling, node: Node) -> bool:
        """Return whether a modifier is the body whose paper it is ("the SADC Protocol"); a world convention has none."""
        last = telling.graph.nodes[telling.match.last]
        if telling.rule_id == "agreements.named" and node.organization_id is not None:
            return node.organization_id not in WORLD_BODIES
        is_world = telling.noun.agreement_type in WORLD_KINDS and node.organization_id in WORLD_BODIES
        return node.organization_id is not None and last.text[:1].isupper() and not is_world

    def is_owner(self, telling: Telling, node: Node) -> bool:
        """Return whether a modifier names a party ("the Iran-Iraq agreement", "Iran's treaty with"), not a title."""
        if node.place is None:
            return node.date is None and len(self.places_in(node.start, node.end)) > 1
        is_name = telling.graph.nodes[telling.match.last].text[:1].isupper()
        return node.place.kind in STATE_KINDS and not (
            is_name and node.relation == "compound" and node.index + 1 == telling.match.first
        )

    def signers(self, telling: Telling) -> list[tuple[str, Span]]:
        """Return the states and bodies of those who sign: subject, agent, "with", owners of the signatures."""
        event = telling.event
        if event is None:
            return []
        graph = telling.graph
        if telling.signing_nodes:
            direct = [item for node in telling.signing_nodes for item in self.code_of(node)]
            around = [] if telling.rule_id == "agreements.signed-relative" else graph.subject_heads(event.index)
            return unique([*direct, *self.codes_of(graph, around)])
        is_passive = bool(graph.below(event.index, ("auxpass",))) or (
            event.relation == "acl" and not graph.below(event.index, ("nsubj",))
        )
        heads = graph.complements(event.index, ("by",))
        if not is_passive:
            heads = [*(n for n in graph.subject_heads(event.index) if n.index != telling.head.index), *heads]
        if event.relation == "acl" and graph.below(event.index, OBJECTS) == [] and graph.nodes[event.head].persons:
            heads = [graph.nodes[event.head], *heads]
        for verb in self.governors(telling, event):
            heads += graph.below(verb.index, SUBJECTS)
        heads += graph.complements(event.index, ("with",))
        for node in graph.below(event.index, OBJECTS):
            if node.text.lower() in self.words.of("nouns", "ends"):
                heads += graph.complements(node.index, ("of",))
        if not heads and not is_passive:
            heads = persons_before(graph, event)
        return self.of_members(graph, heads) or unique(self.codes_of(graph, heads))

    def of_members(self, graph: Graph, heads: Sequence[Node]) -> list[tuple[str, Span]]:
        """Return the body for which somebody signs with "the other ASEAN ministers"."""
        for head in heads:
            nodes = graph.subtree(head.index, stop=("relcl", "acl", "advcl", "ccomp"))
            rest = [node for node in nodes if node.text.lower() in self.words.of("sides", "fellows")]
            bodies = [n for n in nodes if n.organization_id is not None and rest and n.index > rest[0].index]
            if bodies and bodies[0].index - rest[0].index <= FELLOWS_REACH:
                return self.code_of(bodies[0])
        return []

    def governors(self, telling: Telling, event: Node) -> list[Node]:
        """Return the verbs that carry a noun of signing or a joined verb ("X and Y attended the signing of")."""
        graph = telling.graph
        if event.tag in ("NOUN", "PROPN"):
            return []
        return [graph.nodes[event.head]] if event.relation in ("conj", "xcomp") else []

    def codes_of(self, graph: Graph, heads: Iterable[Node]) -> list[tuple[str, Span]]:
        """Return the codes that nodes and all joined to them name."""
        found: list[tuple[str, Span]] = []
        for head in heads:
            if head.tag in ("VERB", "AUX") and not head.persons:
                continue
            for node in graph.subtree(head.index, stop=("relcl", "acl", "advcl", "ccomp")):
                if is_setting(graph, node, head):
                    continue
                found += self.code_of(node)
        return found

    def code_of(self, node: Node) -> list[tuple[str, Span]]:
        """Return the codes that one node names: a person's state, a state, its capital, a body."""
        span = (node.start, node.end)
        if node.persons:
            people = [self.document.persons[key] for key in node.persons]
            return [(code, span) for p in people if (code := p.country_code or p.organization_id) is not None]
        if node.organization_id is not None:
            return [(node.organization_id, span)]
        if node.place is not None:
            is_state = node.place.kind in STATE_KINDS or (
                node.place.kind in ("city", "seat") and (node.place.city or node.text) in self.words.capitals
            )
            return [(node.place.country_code, span)] if is_state else []
        return self.places_in(node.start, node.end) if node.text[:1].isupper() else []

    def places_in(self, start: int, end: int) -> list[tuple[str, Span]]:
        """Return the states named within a span ("Iran-Kyrgyzstan")."""
        inside = [
            (place.country_code, (place.start, place.end))
            for place in self.document.places
            if start <= place.start and place.end <= end and place.kind in (*STATE_KINDS, "city", "seat")
        ]
        if inside:
            return inside
        words = self.document.text[start:end]
        parts = [part for mark in ("-", "–") if mark in words for part in words.split(mark)]
        codes = [self.words.states[part] for part in parts if part in self.words.states]
        return [(code, (start, end)) for code in codes] if len(codes) > 1 else []

    def nearest(self, telling: Telling, wanted: int, without: Sequence[str] = ()) -> list[tuple[str, Span]]:
        """Return the states told nearest: in the sentence, then before it, then anywhere."""
        here = telling.graph.sentence
        told = [
            (p.country_code, (p.start, p.end)) for p in self.document.places if p.kind in STATE_KINDS and p.country_code
        ]
        told += [(a.country_code, (a.start, a.end)) for a in self.document.actors if a.country_code is not None]
        home = self.home()
        own = [item for item in told if here.start <= item[1][0] < here.end]
        before = sorted((item for item in told if item[1][0] < here.start), key=lambda item: -item[1][0])
        capitals = [
            (p.country_code, (p.start, p.end))
            for p in self.document.places
            if p.kind == "city" and p.city in self.words.capitals
        ]
        later = sorted((item for item in [*told, *capitals]), key=lambda item: item[1][0])
        kept = [item for item in unique([*own, *before, *later]) if item[0] not in without]
        if len(unique(own)) < wanted and home is not None and home not in without:
            kept = (
                [*kept[: wanted - 1], *(item for item in kept[wanted - 1 :] if item[0] == home)]
                if home not in {code for code, _ in kept[: wanted - 1]}
                else kept
            )
        return kept[:wanted]

    def main_body(self) -> list[tuple[str, Span]]:
        """Return the body that the article names most often, for "the member states"."""
        told = Counter(body.organization_id for body in self.document.organizations)
        if not told:
            return []
        code = min(told, key=lambda body: (-told[body], body))
        first = next(body for body in self.document.organizations if body.organization_id == code)
        return [(code, (first.start, first.end))]

    def home(self) -> str | None:
        """Return the state that the article names most often."""
        told = Counter(place.country_code for place in self.document.places if place.country_code)
        told.update(actor.country_code for actor in self.document.actors if actor.country_code is not None)
        return min(told, key=lambda code: (-told[code], code), default=None)


def phrase_heads(telling: Telling) -> list[int]:
    """Return the nodes of the noun on which its complements hang, those of its subject included."""
    graph = telling.graph
    heads = list(range(telling.match.first, telling.match.last + 1))
    for at in list(heads):
        for link in graph.below(at, ("prep",)):
            if link.index > telling.match.last and link.text.lower() in ("on", "in", "for"):
                heads += [
                    node.index
                    for node in graph.subtree(link.index, stop=("relcl", "acl", "advcl"))
                    if node.tag in ("NOUN", "PROPN")
                ]
    return heads


def persons_before(graph: Graph, event: Node) -> list[Node]:
    """Return the people that stand right before a verb whose subject the parser has missed."""
    found: list[Node] = []
    for node in reversed(graph.nodes[: event.index]):
        if node.tag in ("VERB", "AUX") or node.text in (";", ":"):
            break
        if node.persons:
            found.insert(0, node)
    return found


def is_setting(graph: Graph, node: Node, head: Node) -> bool:
    """Return whether a place below a head says where, not who ("the ceremony in Baku")."""
    if node.place is None or node.index == head.index:
        return False
    link = graph.nodes[node.head]
    return node.relation == "pobj" and link.text.lower() in ("in", "at", "to", "from", "on", "near")


def unique(found: Iterable[tuple[str, Span]]) -> list[tuple[str, Span]]:
    """Return each code once, with the words that name it first."""
    kept: dict[str, Span] = {}
    for code, span in found:
        kept.setdefault(code, span)
    return list(kept.items())


def sides_of(meeting: MeetingMention) -> tuple[str, ...]:
    """Return the states and bodies of the participants of a meeting, each once."""
    codes = [p.country_code or p.organization_id for p in meeting.participants]
    if meeting.meeting_type == "visit":
        codes.append(meeting.country_code)
    return tuple(dict.fromkeys(code for code in codes if code is not None))
