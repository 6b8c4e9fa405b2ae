"""Whether the signing of an instrument is told as done, to come, only proposed, or denied."""

from __future__ import annotations

from security_meetings.documents import Node
from security_meetings.extract.agreement_words import AgreementWords
from security_meetings.extract.graph import VERB_TAGS, Graph
from security_meetings.extract.realis import judge_realis


def is_denied(graph: Graph, node: Node, words: AgreementWords) -> bool:
    """Return whether a verb or noun is denied, or hangs on a failing or refusing."""
    if any(child.text.lower() in words.of("unreal", "conditions") for child in graph.below(node.index, ("mark",))):
        return True
    chain = [node]
    for above in graph.above(node.index):
        if chain[-1].relation not in ("xcomp", "pcomp", "prep", "pobj", "dobj", "conj") and above.tag in VERB_TAGS:
            break
        chain.append(above)
    for part in chain:
        if part.text.lower() in words.of("unreal", "negations") or part.lemma in words.of("unreal", "verbs"):
            return True
        if any(
            graph.nodes[child].text.lower() in words.of("unreal", "negations") for child in graph.children[part.index]
        ):
            return True
    return False


def status_of(graph: Graph, cue: Node, words: AgreementWords) -> str | None:
    """Return what a verb or noun of signing says: signed, planned, only proposed, or None where denied."""
    if is_known_as_signed(graph, cue):
        return "signed"
    if is_denied(graph, cue, words):
        return None
    if is_awaited(graph, cue, words) or is_being_finished(graph, cue, words):
        return "planned"
    realis = judge_realis(graph, cue.index, words.realis)
    if realis == "cancelled":
        return None
    if realis == "unreal":
        return unreal_status(graph, cue, words)
    if realis == "held" and is_proposed(graph, cue, words):
        return "proposed"
    below = graph.below(cue.index, ("aux", "auxpass"))
    auxiliaries = {node.text.lower() for node in below}
    is_to_come = {"to", "be"} <= auxiliaries or ("being" in auxiliaries and bool(auxiliaries & {"is", "are"}))
    return "planned" if realis == "planned" or is_to_come else "signed"


def is_awaited(graph: Graph, cue: Node, words: AgreementWords) -> bool:
    """Return whether a noun of signing is looked forward to, or called early: "the early conclusion of a treaty"."""
    if cue.tag not in ("NOUN", "PROPN"):
        return False
    if any(node.text.lower() in words.of("planned", "awaited") for node in graph.below(cue.index, ("amod",))):
        return True
    verb = graph.verb_above(cue.index)
    below = [] if verb is None else [node.text.lower() for node in graph.below(verb.index, ("advmod", "prt"))]
    return (
        verb is not None
        and verb.lemma in words.of("planned", "awaiting")
        and ("forward" in below or verb.lemma != "look")
    )


def is_being_finished(graph: Graph, cue: Node, words: AgreementWords) -> bool:
    """Return whether a text is just being finished, or signing is near ("are finalising an MoU", "about to be signed")."""
    above = graph.nodes[cue.head]
    if above.text.lower() in words.of("planned", "verge") and above is not cue:
        return any(node.text.lower() == "to" for node in graph.below(cue.index, ("aux",)))
    return cue.lemma in words.of("verbs", "finishing") and cue.text.lower().endswith("ing")


def is_known_as_signed(graph: Graph, cue: Node) -> bool:
    """Return whether a bare participle tells it of a known paper, whatever is wished of it ("the treaty signed in 2010")."""
    if cue.relation != "acl" or graph.below(cue.index, ("aux", "auxpass", "neg", "nsubj")) or cue.text.endswith("ing"):
        return False
    has_article = any(node.text.lower() == "the" for node in graph.below(cue.head, ("det",)))
    is_told = any(node.date is not None and node.date.kind != "weekday" for node in graph.subtree(cue.index))
    return has_article and is_told


def unreal_status(graph: Graph, cue: Node, words: AgreementWords) -> str | None:
    """Return planned for what is hoped to be signed, proposed for what can or should be, else None."""
    auxiliaries = {node.text.lower() for node in graph.below(cue.index, ("aux", "auxpass"))}
    if auxiliaries & words.realis.of("planned", "auxiliaries"):
        return "planned"
    if auxiliaries & words.of("proposed", "auxiliaries") or is_proposed(graph, cue, words):
        return "planned" if auxiliaries & {"would"} or is_scheduled(graph, cue) else "proposed"
    return "planned" if any(above.lemma == "hope" for above in graph.above(cue.index)) else None


def is_scheduled(graph: Graph, cue: Node) -> bool:
    """Return whether a passive of signing has a time of its own ("could be signed in the first half of next year")."""
    is_passive = bool(graph.below(cue.index, ("auxpass",)))
    return is_passive and any(
        node.date is not None for node in graph.subtree(cue.index, stop=("nsubjpass", "advcl", "ccomp", "conj"))
    )


def is_proposed(graph: Graph, cue: Node, words: AgreementWords) -> bool:
    """Return whether signing or drafting hangs on a proposal, a readiness or a need."""
    here = cue
    for above in graph.above(cue.index):
        is_clause = here.relation == "acl" and not any(
            n.text.lower() == "to" for n in graph.below(here.index, ("aux",))
        )
        if (is_clause or here.relation in ("relcl", "nsubj", "csubj")) or (
            here.relation in ("advcl", "conj") and here.tag in VERB_TAGS
        ):
            return False
        if above.lemma in words.of("proposed", "governors"):
            return here.relation != "ccomp" or not graph.below(cue.index, ("aux",)) or above.lemma != "stress"
        here = above
    return False
