"""Instruments that are only spoken of: by their day, by their name, as being worked on, as greeted or discussed."""

from __future__ import annotations

from security_meetings.documents import Node
from security_meetings.extract.agreement_realis import is_denied, status_of
from security_meetings.extract.agreement_signing import UP, tell
from security_meetings.extract.agreement_tellings import Telling
from security_meetings.extract.agreement_words import AgreementWords
from security_meetings.extract.graph import VERB_TAGS

DAYS = ("year", "day", "month")
LINKS = ("on", "for", "towards", "toward", "over")
BACK = 5
FORMAL = ("agreement", "treaty", "protocol", "memorandum_of_understanding")


def dated(telling: Telling, before: list[Node], words: AgreementWords) -> bool:
    """Find "the 2014 agreement", "the joint statement of 5 May": an instrument known by its year or day."""
    is_statement = telling.noun.agreement_type == "declaration"
    if telling.is_slight or telling.is_plural or (is_statement and not telling.is_definite):
        return False
    graph = telling.graph
    tied = graph.complements(telling.match.last, ("of", "from", "dated")) + graph.complements(
        telling.head.index, ("of", "from", "dated")
    )
    for node in [*before, *tied, *graph.below(telling.head.index, ("nummod", "appos"))]:
        is_day = node.date is not None and node.date.kind in DAYS
        if is_day and (node.date is None or node.date.kind == "year" or telling.is_definite):
            return tell(telling, "in_force", "agreements.of-year", node)
    return False


def named(telling: Telling, before: list[Node], words: AgreementWords) -> bool:
    """Find "the UN Convention against Corruption", "the Tehran Declaration": an instrument known by its name."""
    nodes = telling.graph.nodes
    first, last = nodes[telling.match.first], nodes[telling.match.last]
    if any(node.organization_id is not None for node in nodes[telling.match.first : telling.match.last + 1]):
        return tell(telling, "in_force", "agreements.named", last)
    if not telling.is_definite or telling.is_slight or telling.is_plural:
        return False
    if not first.text[:1].isupper() and not telling.is_proper:
        return is_named_in_small(telling, before) and tell(telling, "in_force", "agreements.named", last)
    after = nodes[telling.match.last + 1 :][:2]
    is_named = any(node.text[:1].isupper() and node.relation != "det" for node in before)
    is_titled = any(node.text.lower() in words.of("subject", "linked") for node in after[:1])
    is_of = len(after) > 1 and after[0].text.lower() == "of" and after[1].organization_id is not None
    return (is_named or is_titled or is_of) and tell(telling, "in_force", "agreements.named", last)


def is_named_in_small(telling: Telling, before: list[Node]) -> bool:
    """Return whether a noun in small letters has a body or a proper noun for its name ("the GCC security agreement")."""
    if telling.noun.agreement_type not in ("agreement", "treaty", "convention", "protocol"):
        return False
    return any(
        node.organization_id is not None
        or (node.text[:1].isupper() and node.tag == "PROPN" and node.place is None and not node.persons)
        for node in before
        if node.index > 0 and node.relation != "det" and node.date is None
    )


def in_the_making(telling: Telling, before: list[Node], words: AgreementWords) -> bool:
    """Find "negotiations, now under way, on a treaty", "progress on a new arrangement": a paper that is worked on."""
    graph = telling.graph
    first = before[0].index if before else telling.match.first
    is_new = any(node.text.lower() in words.of("planned", "fresh") for node in before)
    if telling.is_slight or (telling.is_definite and not is_new) or first < 2:
        return False
    if graph.nodes[first - 1].text.lower() not in LINKS:
        return False
    for node in reversed(graph.nodes[max(first - 1 - BACK, 0) : first - 1]):
        if node.text.lower() in words.of("nouns", "working"):
            return not is_denied(graph, node, words) and tell(telling, "planned", "agreements.drafted", node)
        is_break = node.tag in VERB_TAGS or (node.tag == "PUNCT" and node.text != ",")
        if is_break and node.text.lower() not in words.of("planned", "going_on"):
            return False
    return False


def greeted(telling: Telling, before: list[Node], words: AgreementWords) -> bool:
    """Find "welcomed a new agreement that will ease trade", "discussed an agreement on visas"."""
    graph, here = telling.graph, telling.head
    if telling.is_slight or telling.is_plural or telling.is_definite or telling.noun.agreement_type not in FORMAL:
        return False
    if not has_subject(telling, before, words):
        return False
    for above in graph.above(here.index):
        if above.tag in VERB_TAGS:
            is_thing = here.relation in ("dobj", "nsubjpass") or (
                here.relation == "prep" and here.text.lower() in ("on", "for")
            )
            if not is_thing or status_of(graph, above, words) != "signed":
                return False
            if above.lemma in words.of("verbs", "greeting"):
                return tell(telling, "in_force", "agreements.named", above)
            if above.lemma in words.of("verbs", "discussing"):
                return tell(telling, "planned", "agreements.under-negotiation", above)
            return False
        if here.relation not in UP or here.relation == "poss":
            return False
        here = above
    return False


def has_subject(telling: Telling, before: list[Node], words: AgreementWords) -> bool:
    """Return whether the words after or before the noun tell what the paper is on."""
    graph = telling.graph
    after = [node.text.lower() for node in graph.nodes[telling.match.last + 1 :][:1]]
    if any(word in words.of("subject", "linked") for word in after):
        return True
    if any(node.text.lower() in words.of("after", "pronouns") for node in graph.nodes[telling.match.last + 1 :][:1]):
        return True
    plain = words.of("plain", "words")
    told = [n for n in before if n.relation in ("compound", "nmod", "amod") and n.text.lower() not in plain]
    return any(node.tag in ("NOUN", "PROPN") and node.place is None for node in told)
