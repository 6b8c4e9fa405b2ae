"""Instruments told as existing by their effect, by another that amends them, or as awaited."""

from __future__ import annotations

from security_meetings.documents import Node
from security_meetings.extract.agreement_realis import status_of
from security_meetings.extract.agreement_signing import UP, tell
from security_meetings.extract.agreement_tellings import Telling
from security_meetings.extract.agreement_words import AgreementWords
from security_meetings.extract.graph import OBJECTS, SUBJECTS, VERB_TAGS


def amended(telling: Telling, before: list[Node], words: AgreementWords) -> bool:
    """Find "a protocol amending the treaty of 2013": an instrument that another one changes or carries out."""
    graph, here = telling.graph, telling.head
    if telling.is_slight or telling.noun.is_generic:
        return False
    for above in graph.above(here.index):
        if above.tag in VERB_TAGS and above.lemma in words.of("verbs", "amending"):
            papers = {at for match in words.find_nouns(graph.nodes) for at in range(match.first, match.last + 1)}
            is_paper = above.head in papers and above.relation in ("acl", "relcl")
            return is_paper and tell(telling, "in_force", "agreements.amended", above)
        if above.tag in VERB_TAGS or here.relation not in ("dobj", "pobj", "prep", "conj"):
            return False
        here = above
    return False


def takes_effect(telling: Telling, before: list[Node], words: AgreementWords) -> bool:
    """Find "the treaty is being put into effect", "the pact came into force last summer"."""
    graph, here = telling.graph, telling.head
    if telling.is_slight and not telling.is_definite:
        return False
    for above in graph.above(here.index):
        if above.tag in VERB_TAGS:
            is_thing = here.relation in (*SUBJECTS, "dobj", "conj")
            is_dated_plan = telling.noun.agreement_type == "plan" and has_year(telling)
            is_followed = is_dated_plan and above.lemma in words.of("verbs", "carrying_out")
            if not (is_thing and (is_followed or has_effect(telling, above, words))):
                return False
            is_real = is_going_on(telling, above) or status_of(graph, above, words) == "signed"
            return is_real and tell(telling, "in_force", "agreements.in-effect", above)
        if here.relation not in UP:
            return False
        here = above
    return False


def has_effect(telling: Telling, verb: Node, words: AgreementWords) -> bool:
    """Return whether a verb has force or effect for its object or after "into"."""
    graph = telling.graph
    effects = [*graph.complements(verb.index, ("into", "in")), *graph.below(verb.index, OBJECTS)]
    return any(node.text.lower() in words.of("applied", "effects") for node in effects)


def is_going_on(telling: Telling, verb: Node) -> bool:
    """Return whether a verb tells what is just being done ("is being put into effect")."""
    auxiliaries = {node.text.lower() for node in telling.graph.below(verb.index, ("aux", "auxpass"))}
    return "being" in auxiliaries and bool(auxiliaries & {"is", "are", "was", "were"})


def has_year(telling: Telling) -> bool:
    """Return whether a year is tied to the noun ("the plan of 2011", "the 2011 plan")."""
    graph = telling.graph
    tied = [*graph.complements(telling.head.index, ("of", "from")), *graph.below(telling.head.index, ("nummod",))]
    return any(node.date is not None and node.date.kind == "year" for node in tied)


def between_named_sides(telling: Telling, before: list[Node], words: AgreementWords) -> bool:
    """Find "the Malta-Libya action plan on migration": an instrument known by both its sides."""
    if (
        not telling.is_definite
        or telling.is_slight
        or telling.is_plural
        or telling.noun.agreement_type == "declaration"
    ):
        return False
    owners = [node for node in before if node.place is not None or is_pair(node, words)]
    is_tied = any(is_pair(node, words) for node in owners) or len(owners) > 1
    return is_tied and tell(telling, "in_force", "agreements.named-with-partner", telling.head)


def is_pair(node: Node, words: AgreementWords) -> bool:
    """Return whether a word names two states ("Malta-Libya")."""
    parts = node.text.replace("–", "-").split("-")
    return len(parts) > 1 and all(part in words.states for part in parts)
