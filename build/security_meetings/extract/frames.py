"""Frames: each verb or noun of a text that tells of an encounter, with its parties and its setting."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Literal

from security_meetings.documents import Node
from security_meetings.extract.anaphora import (
    PLURAL_PRONOUNS,
    follows_collective,
    group_meant,
    group_of_sentence,
    is_bare_people,
    is_plural_pronoun,
)
from security_meetings.extract.graph import Graph
from security_meetings.extract.places import Setting
from security_meetings.extract.realis import Realis
from security_meetings.extract.repairs import persons_before

Form = Literal["talks", "call", "session", "visit", "signing", "attendance", "statement"]
PRONOUNS = ("he", "she", "him", "her", "his")
GUESTS = ("visitor", "guest", "dignitary")
HOSTS = ("host", "hostess", "opposite", "interlocutor")
MEMBERED = ("delegation", "team", "mission")
DELEGATIONS = ("delegation", "team", "side", "party", "mission", "group")


@dataclass(slots=True, kw_only=True)
class Frame:
    """One telling of an encounter: its words, form, realis, parties and setting."""

    sentence: int
    node: Node
    rule_id: str
    form: Form
    realis: Realis
    persons: list[int] = field(default_factory=list)
    hosts: list[int] = field(default_factory=list)
    is_reference: bool = False
    is_weak: bool = False
    is_collective: bool = False
    setting: Setting = field(default_factory=Setting)
    organization_id: str | None = None
    organization_span: tuple[int, int] | None = None
    country_codes: tuple[str, ...] = ()
    margins: Frame | None = None
    mate: int | None = None
    is_asserted: bool = False
    parties: list[int] = field(default_factory=list)
    sides: tuple[str, ...] = ()
    is_series: bool = False
    is_another: bool = False
    is_sequel: bool = False
    links: tuple[str, ...] = ()
    listed: tuple[int, ...] = ()


class Discourse:
    """What was said before: who spoke last and which parties met last, for pronouns and short references."""

    def __init__(self) -> None:
        self.subjects: list[int] = []
        self.parties: list[int] = []
        self.before: list[int] = []
        self.latest_of: dict[str, int] = {}
        self.guest: int | None = None
        self.delegation: list[int] = []
        self.companions: list[int] = []
        self.last_form: Form | None = None
        self.statement = Setting()
        self.scene = Setting()
        self.scene_paragraph = -1
        self.last_body: tuple[str, int, int] | None = None
        self.sides_told: list[tuple[int, int, str]] = []
        self.is_on_phone = False
        self.session_body: tuple[str, tuple[int, int]] | None = None
        self.roles: dict[int, str] = {}
        self.states: dict[int, str | None] = {}

    def sides_in(self, start: int, end: int) -> list[str]:
        """Return the states and bodies whose names begin within a span, in order of the text."""
        return [side for first, _, side in self.sides_told if start <= first < end]

    def note_subject(self, persons: Iterable[int]) -> None:
        """Remember the persons who were the subject of a clause, the last at the end."""
        for person in persons:
            if person in self.subjects:
                self.subjects.remove(person)
            self.subjects.append(person)

    def note_parties(self, persons: Sequence[int]) -> None:
        """Remember the parties of an encounter."""
        if len(persons) > 1:
            self.before, self.parties = self.parties, list(persons)

    def mate_of(self, person: int) -> list[int]:
        """Return the other party of somebody, as a list of one or none: of those named so far, the only one of another state."""
        state = self.states.get(person)
        others = [other for code, other in self.latest_of.items() if code != state and other != person]
        return others if state is not None and len(others) == 1 else []

    def group(self, size: int | None, office: str) -> list[int]:
        """Return the persons that a plural means: as many holders of the office as it says, else the parties that met last."""
        holders = [person for person, role in self.roles.items() if office and office in role.lower()]
        if size is not None and len(holders) == size:
            return holders
        is_office = bool(office) and f"{office}s" not in PLURAL_PRONOUNS
        both = list(dict.fromkeys([*self.before, *self.parties]))
        if not is_office and size is not None and size > 2 and len(self.parties) != size:
            return both if len(both) == size else []
        if is_office:
            return []
        return list(self.parties) or (list(self.companions) if size in (None, len(self.companions)) else [])

    def lead(self) -> list[int]:
        """Return the person whom the text is about here, as a list of one or none: the last subject, else the first party."""
        return self.subjects[-1:] or self.parties[:1]

    def last_subject(self) -> list[int]:
        """Return the person who was the subject last, as a list of one or none."""
        return self.subjects[-1:]


def node_persons(graph: Graph, node: Node, discourse: Discourse) -> list[int]:
    """Return the persons that a node means, with all that are joined to it."""
    found: list[int] = []
    named = [
        n
        for link in graph.below(node.index, ("prep",))
        if link.text.lower() == "including"
        for n in graph.below(link.index, ("pobj",))
    ]
    if named and any("official" in discourse.roles.get(person, "").lower() for person in node.persons):
        # "Senior officials, including X" names the one who counts.
        found = [person for head in named for joined in graph.joined(head.index) for person in joined.persons]
        return list(dict.fromkeys(found)) or list(node.persons)
    for joined in graph.joined(node.index):
        found += single_persons(graph, joined, discourse)
    if not found and node.tag in ("NOUN", "PROPN") and node.place is None and node.date is None:
        found += [
            p
            for inner in graph.subtree(node.index, stop=("relcl", "acl", "ccomp"))
            if inner.relation in ("appos", "conj")
            or (inner.relation in ("nmod", "compound") and inner.head == node.index and is_plural_noun(node))
            or graph.nodes[inner.head].text.lower() == "including"
            for p in inner.persons
        ]
    return list(dict.fromkeys(found))


def is_plural_noun(node: Node) -> bool:
    """Return whether a noun means several ("President X and cabinet members")."""
    return node.tag == "NOUN" and node.text.lower().endswith("s")


def single_persons(graph: Graph, node: Node, discourse: Discourse) -> list[int]:
    """Return the persons that one node means: an actor, a pronoun, a delegation with its head."""
    if node.persons:
        return list(node.persons)
    if node.tag == "PROPN" and node.place is None and node.organization_id is None:
        cut = [p for child in graph.below(node.index, ("compound",)) for p in child.persons]
        inner = graph.subtree(node.index, stop=("relcl", "acl", "prep", "conj"))
        if cut or inner[0].persons:
            return cut or list(inner[0].persons)
    word = node.text.lower()
    if word in PRONOUNS:
        before = [p for n in graph.nodes[: node.index] if n.relation in ("nsubj", "nsubjpass") for p in n.persons]
        if word == "his" or (word == "her" and node.relation == "poss"):
            return before[-1:] or discourse.last_subject() or main_subject(graph)
        if word in ("him", "her"):
            verb = graph.verb_above(node.index)
            own = [p for head in graph.subject_heads(verb.index) for p in head.persons] if verb is not None else []
            latest = [*[p for p in discourse.subjects if p not in before], *before]
            if discourse.guest is not None and discourse.guest not in own and node.relation == "dobj":
                return [discourse.guest]
            return [p for p in latest if p not in own][-1:]
        near = [p for n in graph.nodes[: node.index] for p in n.persons]
        return discourse.last_subject() or near[-1:]
    if word == "they" and is_group_again(graph, node, discourse):
        return list(discourse.companions)
    if is_plural_pronoun(graph, node) and not follows_collective(graph, node):
        return group_of_sentence(graph, node) or discourse.group(*group_meant(graph, node))
    if node.place is not None and node.place.kind == "demonym" and is_bare_people(graph, node):
        return [p for p in [discourse.latest_of.get(node.place.country_code)] if p is not None]
    if word in GUESTS and discourse.guest is not None:
        return [discourse.guest]
    if word in HOSTS:
        owners = [p for owner in graph.below(node.index, ("poss",)) for p in single_persons(graph, owner, discourse)]
        return discourse.mate_of(owners[0]) if owners else []
    if node.lemma in DELEGATIONS:
        headed = [person for inner in graph.subtree(node.index) for person in inner.persons][:1]
        return headed or known_delegation(graph, node, discourse)
    return []


def is_group_again(graph: Graph, node: Node, discourse: Discourse) -> bool:
    """Return whether "they" means those of one side who came together, and meet somebody else now."""
    group = set(discourse.companions)
    others = graph.deep_complements(node.head, ("with",)) if node.relation == "nsubj" else []
    persons = {person for head in others for person in head.persons}
    return bool(group) and group < set(discourse.parties) and bool(persons) and not persons & set(discourse.parties)


def known_delegation(graph: Graph, node: Node, discourse: Discourse) -> list[int]:
    """Return who is known to belong to "the delegation", or to that of the state told with it; else none."""
    below = [graph.nodes[child] for child in graph.children[node.index]]
    told = {n.place.country_code for n in below if n.place is not None}
    is_known = any(n.text.lower() == "the" for n in below) and not graph.below(node.index, ("prep", "relcl", "acl"))
    members = discourse.delegation or discourse.companions
    states = {discourse.states.get(person) for person in members} - {None}
    is_its = node.lemma in MEMBERED and (not told or told == states)
    return list(members) if is_known and is_its else []


def main_subject(graph: Graph) -> list[int]:
    """Return the subject of the main clause, for "his" before it ("after his meeting with Y, X said")."""
    roots = [n.index for n in graph.nodes if n.relation == "ROOT"]
    return [p for root in roots for subject in graph.below(root, ("nsubj",)) for p in subject.persons][:1]


def heads_persons(graph: Graph, heads: Iterable[Node], discourse: Discourse) -> list[int]:
    """Return the persons that several heads mean."""
    found: list[int] = []
    for head in heads:
        found += node_persons(graph, head, discourse)
    return list(dict.fromkeys(found))


def subject_persons(graph: Graph, verb: int, discourse: Discourse) -> list[int]:
    """Return the persons who are the subject of a verb, or its agent in the passive."""
    found = heads_persons(graph, graph.subject_heads(verb), discourse)
    is_clause = graph.nodes[verb].relation in ("ROOT", "relcl", "ccomp", "advcl")
    if found or not is_clause or graph.subject_heads(verb):
        return found
    return list(dict.fromkeys(p for node in persons_before(graph.nodes, verb) for p in node.persons))


def agent_persons(graph: Graph, verb: int, discourse: Discourse) -> list[int]:
    """Return the persons after "by" of a passive verb."""
    return heads_persons(graph, graph.complements(verb, ("by",)), discourse)
