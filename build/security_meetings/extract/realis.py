"""Whether an encounter or instrument told of was, will be, was cancelled, or is only wished, denied or supposed."""

from __future__ import annotations

from typing import Literal

from security_meetings.documents import Node
from security_meetings.extract.cues import Cues
from security_meetings.extract.graph import VERB_TAGS, Graph

Realis = Literal["held", "planned", "cancelled", "unreal"]
CARRIED_UP = (
    "dobj",
    "pobj",
    "prep",
    "xcomp",
    "ccomp",
    "nsubjpass",
    "nsubj",
    "pcomp",
    "acl",
    "advcl",
    "conj",
    "attr",
    "oprd",
    "agent",
    "dative",
    "compound",
    "appos",
    "amod",
    "npadvmod",
    "relcl",
    "advmod",
    "dep",
    "poss",
    "nmod",
)


def judge_realis(graph: Graph, at: int, cues: Cues) -> Realis:
    """Return the realis of the event that a node tells of."""
    verdict: Realis = "held"
    here = graph.nodes[at]
    judged = judge_node(graph, here, cues, own_meaning=False)
    if judged != "held":
        return judged
    for above in graph.above(at):
        if here.relation in ("relcl",) or (
            here.relation == "advcl" and here.tag in VERB_TAGS and not is_conditional(graph, here)
        ):
            return verdict
        if here.relation == "ccomp" and above.tag in VERB_TAGS and here.index < above.index:
            return verdict
        if here.relation == "ccomp" and above.tag in VERB_TAGS:
            return unreal_complement(graph, here, above, cues)
        if here.relation == "conj" and here.tag in VERB_TAGS:
            if below_subject_or_aux(graph, here):
                return verdict
        if (
            here.relation in ("prep",)
            and above.tag in VERB_TAGS
            and here.text.lower() in ("after", "before", "following", "since")
        ):
            return verdict
        if (
            here.relation == "pobj"
            and above.text.lower() in ("of", "during")
            and graph.nodes[above.head].tag not in VERB_TAGS
        ):
            owner = graph.nodes[above.head]
            return judge_node(graph, owner, cues) if owner.lemma in cues.of("unreal", "words") else verdict
        if here.relation in ("nsubj", "nsubjpass") and any(is_infinitive_of_be(graph, c) for c in graph.below(above.index, ("xcomp",))):
            return "planned"
        is_occasion = here.relation == "prep" and here.text.lower() in ("in", "during", "at", "on", "by", "following", "within")
        judged = judge_node(graph, above, cues, own_meaning=not is_occasion and here.relation not in ("advcl", "nsubj"))
        if judged != "held":
            return judged
        if here.relation == "nsubj" and above.tag in VERB_TAGS and above.lemma not in ("be", "take", "happen", "occur"):
            return verdict
        here = above
    return verdict


def below_subject_or_aux(graph: Graph, verb: Node) -> bool:
    """Return whether a joined verb has a subject or tense of its own."""
    return bool(graph.below(verb.index, ("nsubj", "nsubjpass", "aux")))


def is_conditional(graph: Graph, verb: Node) -> bool:
    """Return whether a subordinate clause is opened by "if" or the like."""
    return any(
        node.text.lower() in ("if", "unless", "whether", "should") for node in graph.below(verb.index, ("mark", "aux"))
    )


def unreal_complement(graph: Graph, here: Node, above: Node, cues: Cues) -> Realis:
    """Return the realis of a clause told by a verb: denied and wished clauses are none."""
    if above.lemma in cues.of("unreal", "words"):
        return "unreal"
    return judge_node(graph, here, cues)


def judge_node(graph: Graph, node: Node, cues: Cues, *, own_meaning: bool = True) -> Realis:
    """Return what one verb or noun on the way up says: its auxiliaries, negation and, if asked, its own meaning."""
    if node.lemma in cues.of("cancelled", "words") or (node.lemma in ("call", "put") and graph.has_particle(node.index, ("off",))):
        return "cancelled"
    below = [graph.nodes[child] for child in graph.children[node.index]]
    if node.tag in VERB_TAGS:
        if any(child.text.lower() in cues.of("unreal", "negations") for child in below):
            return "cancelled" if node.lemma == "take" and was_planned(graph, node) else "unreal"
        auxiliaries = {child.text.lower() for child in below if child.relation in ("aux", "auxpass")}
        if auxiliaries & cues.of("unreal", "auxiliaries"):
            return "unreal"
        if auxiliaries & cues.of("planned", "auxiliaries"):
            return "planned"
        if own_meaning and node.lemma in cues.of("unreal", "words") and not auxiliaries & {"was", "were"}:
            return "unreal"
        if own_meaning and node.lemma in cues.of("planned", "words"):
            return "planned"
        if is_infinitive_of_be(graph, node):
            return "planned"
        return "held"
    for clause in below:
        if clause.relation in ("acl", "relcl") and clause.tag in VERB_TAGS:
            auxiliaries = {graph.nodes[k].text.lower() for k in graph.children[clause.index]}
            if clause.lemma in ("schedule", "plan", "expect", "slate") or auxiliaries & cues.of("planned", "auxiliaries"):
                return "planned"
    if any(
        child.text.lower() in ("no", "any", "possible", "future", "potential", "regular", "frequent") for child in below
    ):
        return "planned" if any(child.text.lower() == "future" for child in below) else "unreal"
    if any(child.text.lower() in ("upcoming", "forthcoming", "planned", "scheduled") for child in below):
        return "planned"
    if own_meaning and node.lemma in cues.of("unreal", "words") and node.tag in ("NOUN", "ADJ"):
        return "unreal"
    if own_meaning and node.lemma in cues.of("planned", "words") and node.tag in ("NOUN", "ADJ"):
        return "planned"
    return "held"


def was_planned(graph: Graph, verb: Node) -> bool:
    """Return whether the subject of "did not take place" is called planned or scheduled."""
    return any(
        inner.lemma in ("plan", "planned", "schedule", "scheduled", "expect", "expected")
        for subject in graph.below(verb.index, ("nsubj", "nsubjpass"))
        for inner in graph.below(subject.index, ("amod", "acl"))
    )


def is_infinitive_of_be(graph: Graph, node: Node) -> bool:
    """Return whether a verb is the infinitive of "is to meet" or of "due to meet"."""
    above = graph.nodes[node.head]
    has_to = any(
        child.text.lower() == "to" and child.relation == "aux"
        for child in map(graph.nodes.__getitem__, graph.children[node.index])
    )
    return (
        has_to
        and node.relation in ("xcomp", "ccomp", "acl", "relcl")
        and above.lemma in ("be", "due", "set", "slate", "go")
    )
