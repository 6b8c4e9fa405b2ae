"""What became of an instrument that is not told to be signed: drafted, proposed, terminated, applied, had."""

from __future__ import annotations

from security_meetings.documents import Node
from security_meetings.extract.agreement_realis import is_denied, status_of
from security_meetings.extract.agreement_signing import UP, clauses_of, tell
from security_meetings.extract.agreement_tellings import Telling
from security_meetings.extract.agreement_words import AgreementWords
from security_meetings.extract.graph import SUBJECTS, VERB_TAGS
from security_meetings.extract.realis import judge_realis


def drafted(telling: Telling, before: list[Node], words: AgreementWords) -> bool:
    """Find "a draft agreement", "the preparation of a road map", "proposed a treaty", "draw up a plan"."""
    graph = telling.graph
    last_link = max((node.index for node in before if node.relation == "cc"), default=-1)
    near = {node.text.lower(): node for node in before if node.index > last_link}
    for word in sorted(set(near) & words.of("planned", "modifiers")):
        return not telling.is_slight and tell(telling, "planned", "agreements.drafted", near[word])
    for word in sorted(set(near) & words.of("proposed", "modifiers")):
        return not telling.is_slight and tell(telling, "proposed", "agreements.proposed", near[word])
    if telling.is_slight:
        return False
    stages = graph.complements(telling.head.index, ("under", "in"))
    if telling.head.relation == "nsubj":
        stages += graph.complements(telling.head.head, ("under", "in"))
    for node in stages:
        if node.text.lower() in words.of("planned", "stages"):
            return tell(telling, "planned", "agreements.under-negotiation", node)
    here = telling.head
    for above in graph.above(here.index):
        if above.lemma in words.of("nouns", "drafting") and here.relation in ("prep", "pobj", "dobj"):
            return tell(telling, draft_status(telling, above, words), "agreements.drafted", above)
        if above.text.lower() in words.of("nouns", "working") and here.text.lower() in words.of("planned", "towards"):
            return not telling.is_definite and tell(telling, "planned", "agreements.drafted", above)
        is_of = here.relation == "prep" and here.text.lower() in ("of", "for", "on")
        if above.lemma in words.of("nouns", "proposing") and is_of:
            return tell(telling, "proposed", "agreements.proposed", above)
        if above.tag in VERB_TAGS:
            return found_draft(telling, here, above, words)
        if here.relation not in UP:
            return False
        here = above
    return False


def found_draft(telling: Telling, here: Node, verb: Node, words: AgreementWords) -> bool:
    """Find a verb of drafting or proposing with the instrument for its object ("called for a treaty")."""
    graph = telling.graph
    is_thing = here.relation in ("dobj", "nsubjpass", "conj")
    if is_thing and verb.lemma in words.of("verbs", "drafting"):
        return tell(telling, draft_status(telling, verb, words), "agreements.drafted", verb)
    if here.relation == "prep" and not telling.is_definite and verb.lemma in words.of("verbs", "working_on"):
        return here.text.lower() == "on" and tell(telling, "planned", "agreements.drafted", verb)
    is_wanted = is_thing or (here.relation == "prep" and here.text.lower() == "for")
    if is_wanted and verb.lemma in words.of("verbs", "proposing") and not telling.is_definite:
        return tell(telling, None if is_denied(graph, verb, words) else "proposed", "agreements.proposed", verb)
    return False


def draft_status(telling: Telling, cue: Node, words: AgreementWords) -> str | None:
    """Return planned for drafting that goes on or is agreed, proposed where it is only suggested."""
    status = status_of(telling.graph, cue, words)
    return "planned" if status == "signed" else status


def ended(telling: Telling, before: list[Node], words: AgreementWords) -> bool:
    """Find "withdrew from the treaty", "the agreement was terminated"."""
    if telling.is_slight:
        return False
    graph, here = telling.graph, telling.head
    for above in graph.above(here.index):
        is_noun = above.lemma in words.of("nouns", "terminating") and here.relation == "prep"
        if is_noun or (above.tag in VERB_TAGS and above.lemma in words.of("verbs", "terminating")):
            is_real = judge_realis(graph, above.index, words.realis) in ("held", "cancelled") and not is_denied(
                graph, above, words
            )
            return tell(telling, "terminated" if is_real else "in_force", "agreements.terminated", above)
        if above.tag in VERB_TAGS or here.relation not in UP:
            break
        here = above
    return ended_after(telling, before, words)


def ended_after(telling: Telling, before: list[Node], words: AgreementWords) -> bool:
    """Find "the treaty from which they withdrew", "an agreement which, it says, it has denounced"."""
    graph = telling.graph
    for clause in clauses_of(telling, before):
        for node in graph.subtree(clause.index, stop=("relcl", "advcl")):
            if node.tag in VERB_TAGS and node.lemma in words.of("verbs", "terminating"):
                is_real = judge_realis(graph, node.index, words.realis) == "held" and not is_denied(graph, node, words)
                return is_real and tell(telling, "terminated", "agreements.terminated", node)
    return False


def applied(telling: Telling, before: list[Node], words: AgreementWords) -> bool:
    """Find an instrument that is applied: its implementation, under it, respected, of a year."""
    if telling.is_slight or (not telling.is_definite and telling.noun.agreement_type == "declaration"):
        return False
    graph, here = telling.graph, telling.head
    applying = words.of("verbs", "carrying_out") if is_planlike(telling) else words.of("verbs", "applying")
    for node in clauses_of(telling, before):
        has_effect = any(n.text.lower() in words.of("applied", "effects") for n in graph.subtree(node.index))
        if (node.lemma in applying or has_effect) and is_applied_now(telling, node):
            return tell(telling, "in_force", "agreements.applied", node)
    if is_planlike(telling):
        return False
    for above in graph.above(here.index):
        word = above.text.lower()
        if word in words.of("applied", "prepositions") and here.relation == "pobj" and telling.is_definite:
            return tell(telling, "in_force", "agreements.under", above)
        if above.lemma in words.of("nouns", "applying") or word in words.of("applied", "openings"):
            return telling.is_definite and tell(telling, "in_force", "agreements.applied", above)
        if above.tag in VERB_TAGS or above.relation == "prep":
            if is_applying(telling, here, above, words):
                return tell(telling, "in_force", "agreements.applied", above)
            if above.tag in VERB_TAGS:
                break
        if here.relation not in UP:
            break
        here = above
    return applied_beside(telling, words) or named_with_partner(telling, before, words)


def is_applied_now(telling: Telling, verb: Node) -> bool:
    """Return whether the clause of a plan tells its being carried out ("which both sides are implementing")."""
    auxiliaries = {node.text.lower() for node in telling.graph.below(verb.index, ("aux", "auxpass"))}
    return not is_planlike(telling) or bool(auxiliaries & {"is", "are", "being", "been", "has", "have"})


def is_applying(telling: Telling, here: Node, verb: Node, words: AgreementWords) -> bool:
    """Return whether a verb says that the instrument is applied, as its object or subject or by a fixed preposition."""
    if here.relation == "prep" and verb.relation != "prep":
        return telling.is_definite and verb.lemma in words.of("verbs", "applying_by")
    return verb.lemma in words.of("verbs", "applying") or verb.lemma in words.of("verbs", "basing")


def applied_beside(telling: Telling, words: AgreementWords) -> bool:
    """Find the verb of an instrument that the parser has cut off ("since the treaty, as was noted, has worked")."""
    graph = telling.graph
    if not telling.is_definite or graph.nodes[telling.head.head].tag in VERB_TAGS:
        return False
    for node in graph.nodes[telling.match.last + 1 :]:
        is_free = node.relation not in ("relcl", "acl", "advcl", "xcomp", "ccomp") and not graph.below(
            node.index, SUBJECTS
        )
        if node.tag == "VERB" and is_free:
            is_applied = node.lemma in words.of("verbs", "applying")
            return is_applied and tell(telling, "in_force", "agreements.applied", node)
    return False


def is_planlike(telling: Telling) -> bool:
    """Return whether plans and the like need a title or period before their being carried out counts."""
    return telling.noun.agreement_type == "plan" and not telling.graph.nodes[telling.match.first].text[:1].isupper()


def named_with_partner(telling: Telling, before: list[Node], words: AgreementWords) -> bool:
    """Find "the new security agreement with Tehran": an instrument named as existing, with its other side."""
    parts = [node.text.lower() for node in before]
    is_told = any(part.removeprefix("the") in words.of("applied", "present") for part in parts)
    place = telling.graph.nodes[telling.match.last + 1 :][:2]
    is_tied = any(node.place is not None for node in place) and not telling.noun.is_plural
    if is_told and is_tied and telling.noun.agreement_type != "declaration":
        return tell(telling, "in_force", "agreements.named-with-partner", telling.head)
    return False


def held(telling: Telling, before: list[Node], words: AgreementWords) -> bool:
    """Find "the two states now have an accord": an instrument that the sides have."""
    graph, head = telling.graph, telling.head
    if telling.is_slight or telling.noun.is_plural or head.relation != "dobj":
        return False
    verb = graph.nodes[head.head]
    if verb.lemma in words.of("verbs", "having") and status_of(graph, verb, words) == "signed":
        return tell(telling, "in_force", "agreements.had", verb)
    return False
