"""Clauses of signing found by the order of the words, where the parse hangs them on another word than the noun."""

from __future__ import annotations

from collections.abc import Iterator

from security_meetings.documents import Node
from security_meetings.extract.agreement_realis import status_of
from security_meetings.extract.agreement_signing import is_passive, is_signing, signs_by_hand, tell
from security_meetings.extract.agreement_tellings import Telling
from security_meetings.extract.agreement_words import AgreementWords
from security_meetings.extract.graph import OBJECTS, SUBJECTS, VERB_TAGS

REACH = 16


def told_after(telling: Telling, before: list[Node], words: AgreementWords) -> bool:
    """Find "the treaty which the two ministers signed", "the memorandum on X concluded in 2018", "a pact, to be signed"."""
    if telling.noun.is_generic and not telling.is_definite:
        return False
    return relative_after(telling, words) or participle_after(telling, words)


def relative_after(telling: Telling, words: AgreementWords) -> bool:
    """Find a relative clause after the noun and its subject whose verb tells of signing or drafting."""
    graph = telling.graph
    start = next((n.index for n in nodes_after(telling) if n.text.lower() in words.of("after", "pronouns")), None)
    if start is None or any(n.tag in VERB_TAGS for n in graph.nodes[telling.match.last + 1 : start]):
        return False
    for node in graph.nodes[start + 1 : start + REACH]:
        if node.tag not in VERB_TAGS or node.lemma in words.of("after", "auxiliaries"):
            continue
        if is_signing(telling, node, words):
            return found_after(telling, start, node, status_of(graph, node, words), words)
        if node.lemma in words.of("verbs", "drafting"):
            status = status_of(graph, node, words)
            return found_after(telling, start, node, "planned" if status == "signed" else status, words)
        if not (node.tag == "AUX" or graph.below(node.index, ("conj", "xcomp"))):
            return False
    return False


def found_after(telling: Telling, start: int, verb: Node, status: str | None, words: AgreementWords) -> bool:
    """Set what a relative clause says, with the words between its pronoun and its verb as signers."""
    graph = telling.graph
    between = list(graph.nodes[start + 1 : verb.index])
    # "The agreement with Kenya, which signed nothing": a pronoun that itself signs is no instrument.
    signs_itself = all(node.tag in ("AUX", "ADV", "PART") for node in between) and not is_passive(graph, verb)
    if status is None or signs_itself:
        return False
    telling.signing_nodes = between
    return tell(telling, status, "agreements.signed-relative", verb)


def participle_after(telling: Telling, words: AgreementWords) -> bool:
    """Find a participle of signing, or "to be signed", right after the noun and its subject."""
    graph = telling.graph
    if telling.noun.is_weak and not telling.is_definite and not is_named(telling):
        return False
    for node in nodes_after(telling):
        if node.tag != "VERB":
            continue
        is_reached = node.text.lower() in words.of("verbs", "reached") and is_dated_after(telling, node)
        if not (is_signing(telling, node, words) or is_reached) or not has_no_other_object(telling, node, words):
            return False
        before, after = graph.nodes[node.index - 1], graph.nodes[node.index + 1 : node.index + 2]
        if before.text.lower() == "be" and graph.nodes[node.index - 2].text.lower() == "to":
            return tell(telling, "planned", "agreements.to-be-signed", node)
        is_told = bool(after) and (after[0].date is not None or after[0].text.lower() in words.of("after", "links"))
        is_noun = before.tag in ("NOUN", "PROPN", "NUM") or before.text in (")", ",")
        return is_told and is_noun and tell(telling, "signed", "agreements.signed-participle", node)
    return False


def is_dated_after(telling: Telling, verb: Node) -> bool:
    """Return whether a day or month follows a verb ("agreed in January 2019")."""
    return any(node.date is not None for node in telling.graph.nodes[verb.index + 1 : verb.index + 3])


def has_no_other_object(telling: Telling, verb: Node, words: AgreementWords) -> bool:
    """Return whether a verb after the noun has neither object nor subject, or the noun for a subject that cannot sign."""
    graph = telling.graph
    subjects = graph.below(verb.index, SUBJECTS)
    if graph.below(verb.index, OBJECTS):
        return False
    if not subjects:
        return True
    inside = range(telling.match.first, telling.match.last + 1)
    after = graph.nodes[verb.index + 1 : verb.index + 3]
    is_told = any(node.date is not None or node.text.lower() in words.of("after", "agents") for node in after)
    return is_told and all(node.index in inside for node in subjects)


def is_named(telling: Telling) -> bool:
    """Return whether the noun is written as a name."""
    return telling.graph.nodes[telling.match.last].text[:1].isupper()


def nodes_after(telling: Telling) -> Iterator[Node]:
    """Yield the words after the noun, as far as its phrase can reach."""
    nodes = telling.graph.nodes
    for node in nodes[telling.match.last + 1 : telling.match.last + REACH]:
        if node.text in (";", ":", "."):
            return
        yield node


def beside_another(telling: Telling, before: list[Node], words: AgreementWords) -> bool:
    """Find "signed a protocol, together with four agreements", "signed with his host a memorandum"."""
    graph = telling.graph
    first = before[0].index if before else telling.match.first
    if first < 2:
        return False
    for above in graph.above(telling.head.index):
        if above.tag in VERB_TAGS:
            return told_beside(telling, above, first, words)
    return False


def told_beside(telling: Telling, verb: Node, first: int, words: AgreementWords) -> bool:
    """Find the place before the phrase by which it is one more, or the cut-off, object of a verb of signing."""
    graph = telling.graph
    if not is_signing(telling, verb, words) and not signs_by_hand(graph, verb, words):
        verb = next((n for n in graph.below(verb.index, ("conj",)) if is_signing(telling, n, words)), verb)
    if verb.index > first or not is_signing(telling, verb, words) or is_passive(graph, verb):
        return False
    here = graph.nodes[first - 1]
    pair = (graph.nodes[first - 2].text.lower(), here.text.lower())
    is_joined = " ".join(pair) in words.of("after", "joining") or pair[1] in words.of("after", "joining")
    between = graph.nodes[verb.index + 1 : first]
    is_cut_off = (
        here.text == ","
        and bool(between)
        and between[0].text.lower() == "with"
        and not graph.below(verb.index, OBJECTS)
        and not any(node.tag in VERB_TAGS for node in between)
    )
    if not (is_joined or is_cut_off):
        return False
    if is_cut_off:
        telling.signing_nodes = list(between)
    status = status_of(graph, verb, words)
    return status is not None and tell(telling, status, "agreements.signed-beside", verb)


def signing_of(telling: Telling, before: list[Node], words: AgreementWords) -> bool:
    """Find "the signing, in Rome on Monday, of the protocol": a noun of signing cut off from its instrument."""
    graph = telling.graph
    first = before[0].index if before else telling.match.first
    if first < 3 or graph.nodes[first - 1].text.lower() != "of" or graph.nodes[first - 2].text != ",":
        return False
    for node in reversed(graph.nodes[max(first - REACH, 0) : first - 2]):
        if node.tag in VERB_TAGS and node.lemma not in words.of("verbs", "signing"):
            return False
        if node.lemma in words.of("nouns", "signing") or node.text.lower() in words.of("nouns", "signing"):
            status = status_of(graph, node, words)
            return status is not None and tell(telling, status, "agreements.signed", node)
    return False
