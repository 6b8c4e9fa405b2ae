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
    if is_denied(graph, cue, words):
        return None
    realis = judge_realis(graph, cue.index, words.realis)
    if realis == "cancelled":
        return None
    if realis == "unreal":
        return unreal_status(graph, cue, words)
    if realis == "held" and is_proposed(graph, cue, words):
        return "proposed"
    return "planned" if realis == "planned" else "signed"


def unreal_status(graph: Graph, cue: Node, words: AgreementWords) -> str | None:
    """Return planned for what is hoped to be signed, proposed for what can or should be, else None."""
    auxiliaries = {node.text.lower() for node in graph.below(cue.index, ("aux", "auxpass"))}
    if auxiliaries & words.realis.of("planned", "auxiliaries"):
        return "planned"
    if auxiliaries & words.of("proposed", "auxiliaries") or is_proposed(graph, cue, words):
        return "planned" if auxiliaries & {"would"} else "proposed"
    return "planned" if any(above.lemma == "hope" for above in graph.above(cue.index)) else None


def is_proposed(graph: Graph, cue: Node, words: AgreementWords) -> bool:
    """Return whether signing or drafting hangs on a proposal, a readiness or a need."""
    here = cue
    for above in graph.above(cue.index):
        if here.relation in ("relcl", "nsubj", "csubj") or (
            here.relation in ("advcl", "conj") and here.tag in VERB_TAGS
        ):
            return False
        if above.lemma in words.of("proposed", "governors"):
            return here.relation != "ccomp" or not graph.below(cue.index, ("aux",)) or above.lemma != "stress"
        here = above
    return False
