"""Signing: the verbs, nouns and clauses that say that an instrument is, will be or should be signed."""

from __future__ import annotations

from collections.abc import Iterator

from security_meetings.documents import Node
from security_meetings.extract.agreement_realis import status_of
from security_meetings.extract.agreement_tellings import Telling
from security_meetings.extract.agreement_words import AgreementWords
from security_meetings.extract.graph import SUBJECTS, VERB_TAGS, Graph

CLAUSES = ("acl", "relcl")
UP = (
    *("dobj", "pobj", "nsubjpass", "nsubj", "attr", "conj", "appos", "prep", "oprd", "dative", "compound", "nmod"),
    *("poss", "pcomp", "dep", "agent", "amod", "npadvmod"),
)
PASSIVE = ("nsubjpass",)
THINGS = (*PASSIVE, "dobj", "oprd", "appos", "conj", "dep", "pobj", "nsubj", "attr", "pcomp")


def tell(telling: Telling, status: str | None, rule_id: str, cue: Node) -> bool:
    """Set status, rule and cue, and return True."""
    telling.status, telling.rule_id, telling.cue = status, rule_id, cue
    if status is not None and status in ("signed", "planned", "proposed"):
        telling.event = cue
    return True


def is_signing(telling: Telling, verb: Node, words: AgreementWords) -> bool:
    """Return whether a verb tells of signing, adopting or issuing this kind of instrument."""
    lemma, noun = verb.lemma, telling.noun
    if lemma in words.of("verbs", "signing") or lemma in words.of("verbs", "adopting"):
        return not (lemma == "pass" and noun.agreement_type != "other")
    if lemma in words.of("verbs", "issuing"):
        return noun.agreement_type == "declaration" and (not noun.is_weak or is_issued_jointly(telling, verb))
    return lemma in words.of("verbs", "exchanging") and (noun.agreement_type == "other" or noun.is_plural)


def is_issued_jointly(telling: Telling, verb: Node) -> bool:
    """Return whether states issue a statement together ("the following statement was released by the governments of")."""
    graph = telling.graph
    heads = [*graph.complements(verb.index, ("by",)), *graph.below(verb.index, ("nsubj",))]
    inner = [node for head in heads for node in graph.subtree(head.index, stop=("relcl", "acl", "advcl"))]
    return len({node.place.country_code for node in inner if node.place is not None}) > 1


def signed_clause(telling: Telling, before: list[Node], words: AgreementWords) -> bool:
    """Find "the protocol signed in 2014", "an agreement which they signed", "the declaration to be adopted"."""
    graph = telling.graph
    for node in clauses_of(telling, before):
        if not is_signing(telling, node, words) or signs_itself(graph, node):
            continue
        status = status_of(graph, node, words)
        if node.relation == "amod" and status is None:
            status = "signed"
        return tell(telling, status, "agreements.signed-clause", node)
    return False


def signs_itself(graph: Graph, verb: Node) -> bool:
    """Return whether "which" is the subject of an active verb of signing ("Kenya, which signed nothing")."""
    subjects = graph.below(verb.index, ("nsubj",))
    return verb.relation == "relcl" and not is_passive(graph, verb) and any(n.text.lower() == "which" for n in subjects)


def clauses_of(telling: Telling, before: list[Node]) -> Iterator[Node]:
    """Yield the participles and relative verbs that tell of the noun."""
    graph = telling.graph
    yield from (node for node in before if node.relation == "amod" and node.text.lower().endswith("ed"))
    barred = ("ccomp", "advcl", "nsubj", "nsubjpass")
    for node in graph.subtree(telling.head.index, stop=barred):
        if node.relation in CLAUSES and node.index > telling.match.last and not is_other_thing(graph, node, telling):
            yield node
            yield from graph.below(node.index, ("conj", "xcomp"))


def is_other_thing(graph: Graph, clause: Node, telling: Telling) -> bool:
    """Return whether a clause hangs on another noun that is joined to this one ("a treaty and a list signed by")."""
    here = graph.nodes[clause.head]
    if here.index in telling.others:
        return True
    while here.index != telling.head.index and here.head != here.index:
        if here.relation in ("conj", "appos"):
            return True
        here = graph.nodes[here.head]
    return False


def signed_above(telling: Telling, before: list[Node], words: AgreementWords) -> bool:
    """Find "signed an agreement", "the agreement was signed", "the signing of", "put their signatures under"."""
    graph, here = telling.graph, telling.head
    for above in graph.above(here.index):
        if here.relation not in UP:
            return False
        if above.tag in VERB_TAGS and here.relation in THINGS and is_signing(telling, above, words):
            is_thing = here.relation != "pobj" and not is_signer(graph, here, above)
            return is_thing and found_signing(telling, above, words)
        if is_signing_noun(telling, above, words):
            return found_signing(telling, above, words)
        if above.tag in VERB_TAGS and signs_by_hand(graph, above, words) and here.relation in ("prep", "pobj"):
            return found_signing(telling, above, words)
        if above.tag in VERB_TAGS and above.lemma in words.of("verbs", "producing"):
            return found_product(telling, here, above, words)
        if above.tag in VERB_TAGS and (above.relation != "pcomp" or here.relation not in ("dobj", "nsubjpass")):
            return False
        here = above
    return False


def is_signer(graph: Graph, node: Node, verb: Node) -> bool:
    """Return whether a node is the subject of an active verb."""
    return node.relation == "nsubj" and not graph.below(verb.index, ("auxpass",))


def is_signing_noun(telling: Telling, node: Node, words: AgreementWords) -> bool:
    """Return whether a noun is "the signing" or "the adoption" of an instrument."""
    if node.lemma in words.of("nouns", "signing") | words.of("nouns", "adopting") or node.text.lower() in words.of(
        "nouns", "signing"
    ):
        return node.tag not in VERB_TAGS or node.text.lower().endswith("ing")
    return node.lemma in words.of("nouns", "exchanging") and telling.noun.agreement_type == "other"


def signs_by_hand(graph: Graph, verb: Node, words: AgreementWords) -> bool:
    """Return whether a verb has signatures for its object ("put their signatures under")."""
    return any(node.text.lower() in words.of("nouns", "ends") for node in graph.below(verb.index, ("dobj",)))


def found_signing(telling: Telling, cue: Node, words: AgreementWords) -> bool:
    """Set what a verb or noun of signing says."""
    telling.is_gerund = cue.relation in ("csubj", "nsubj", "pcomp") and cue.text.lower().endswith("ing")
    status = status_of(telling.graph, cue, words)
    return tell(telling, status, "agreements.signed", cue)


def found_product(telling: Telling, here: Node, verb: Node, words: AgreementWords) -> bool:
    """Find "the visit produced eight memoranda", "the talks ended with a memorandum"."""
    graph, noun = telling.graph, telling.noun
    is_active = here.relation == "dobj" or (here.relation == "prep" and here.text.lower() in ("in", "with"))
    # "Brought up to date" brings nothing about.
    is_phrase = any(graph.nodes[child].text.lower() == "up" for child in graph.children[verb.index])
    if noun.is_weak or not is_active or is_phrase:
        return False
    subjects = [node for node in graph.subject_heads(verb.index) if not node.persons]
    if not subjects and here.relation != "prep":
        return False
    return tell(telling, status_of(graph, verb, words), "agreements.produced", verb)


def signed_beside(telling: Telling, before: list[Node], words: AgreementWords) -> bool:
    """Find a verb of signing right before the phrase, or as a passive right after it, where the parse fails."""
    graph = telling.graph
    first = before[0].index if before else telling.match.first
    for at in range(first - 1, max(first - 8, -1), -1):
        node = graph.nodes[at]
        if node.lemma in words.of("verbs", "signing") and (node.tag in VERB_TAGS or node.text.lower().endswith("ed")):
            return not is_passive(graph, node) and found_signing(telling, node, words)
        if node.tag in (*VERB_TAGS, "PUNCT") or node.relation in ("dobj", "nsubjpass") or node.persons:
            break
    for at in range(telling.match.last + 1, min(telling.match.last + 14, len(graph.nodes))):
        node = graph.nodes[at]
        is_of_pronoun = any(subject.tag == "PRON" for subject in graph.below(node.index, SUBJECTS))
        if node.tag == "VERB" and is_signing(telling, node, words) and is_passive(graph, node) and not is_of_pronoun:
            return found_signing(telling, node, words)
        if node.tag == "VERB" or node.text in (".", ";", ":") or node.persons:
            break
    return False


def said_together(telling: Telling, before: list[Node], words: AgreementWords) -> bool:
    """Find "in a joint statement, the two governments said": a statement that its sides have given."""
    graph, head = telling.graph, telling.head
    link = graph.nodes[head.head]
    if telling.noun.agreement_type != "declaration" or telling.noun.is_weak or telling.noun.is_plural:
        return False
    if head.relation != "pobj" or link.text.lower() != "in":
        return False
    verb = graph.nodes[link.head]
    if verb.lemma not in words.of("verbs", "saying") or status_of(graph, verb, words) != "signed":
        return False
    return tell(telling, "signed", "agreements.said-in-statement", verb)


def is_of_another(telling: Telling, words: AgreementWords) -> bool:
    """Return whether a statement is one side's own, or of a session elsewhere ("the communiqué of the ministry")."""
    graph = telling.graph
    owners = graph.complements(telling.head.index, ("of", "by", "from"))
    inner = [node for owner in owners for node in graph.subtree(owner.index, stop=("relcl", "acl"))]
    codes = {node.organization_id or (node.place and node.place.country_code) for node in inner} - {None}
    return bool(inner) and len(codes) < 2 and not any(node.organization_id for node in inner)


def it_says(telling: Telling, before: list[Node], words: AgreementWords) -> bool:
    """Find "the communiqué welcomes", "the final statement, read out by X, condemns": a paper of which the words are told."""
    graph, head = telling.graph, telling.head
    is_name = graph.nodes[telling.match.last].text[:1].isupper() and telling.match.first > 1
    if telling.noun.agreement_type != "declaration" or telling.noun.is_weak or telling.noun.is_plural or is_name:
        return False
    if head.relation != "nsubj" or is_of_another(telling, words):
        return False
    verb = graph.nodes[head.head]
    verbs = [verb, *graph.below(verb.index, ("conj", "relcl"))]
    saying = words.of("verbs", "saying") | words.of("verbs", "reading")
    told = next((node for node in verbs if node.lemma in saying and node.tag in VERB_TAGS), None)
    if told is None or status_of(graph, told, words) != "signed":
        return False
    tell(telling, "signed", "agreements.statement-says", told)
    telling.event = None
    return True


def is_passive(graph: Graph, verb: Node) -> bool:
    """Return whether a verb is passive."""
    return bool(graph.below(verb.index, ("auxpass", "nsubjpass")))
