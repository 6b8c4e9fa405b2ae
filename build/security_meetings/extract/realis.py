"""Whether an encounter or instrument told of was, will be, was cancelled, or is only wished, denied or supposed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from security_meetings.documents import Node
from security_meetings.extract.cues import Cues
from security_meetings.extract.graph import VERB_TAGS, Graph

AGREEING = ("agree", "decide", "settle", "arrange", "learn", "determine", "resolve")
TAKING_PLACE = ("hold", "take", "convene", "host", "open", "begin")
Realis = Literal["held", "planned", "cancelled", "unreal"]
TIME_LINKS = ("after", "before", "following", "since")
OCCASIONS = ("in", "during", "at", "on", "by", "following", "within")
TELLING = ("say", "inform", "announce", "tell", "note", "add", "state", "declare", "confirm", "reveal", "report")


def judge_realis(graph: Graph, at: int, cues: Cues) -> Realis:
    """Return the realis of the event that a node tells of; a wish or invitation that was accepted is a plan."""
    verdict = judge_upwards(graph, at, cues)
    if verdict == "unreal" and any(n.lemma == "accept" for n in graph.nodes):
        return "planned"
    return verdict


def judge_upwards(graph: Graph, at: int, cues: Cues) -> Realis:
    """Return the first verdict on the way from an event up to the root of its clause."""
    here = graph.nodes[at]
    if is_cancelled(graph, here, cues):
        return "cancelled"
    judged = judge_node(graph, here, cues, own_meaning=False)
    if (
        judged == "unreal"
        and here.relation == "ccomp"
        and unreal_complement(graph, here, graph.nodes[here.head], cues) == "planned"
    ):
        return "planned"
    if judged != "held":
        return judged
    if here.tag not in VERB_TAGS and has_taken_place(graph, here):
        return "held"
    is_occasion = False
    for above in graph.above(at):
        is_occasion = is_occasion or (here.relation == "prep" and here.text.lower() in OCCASIONS)
        if is_occasion and any(is_pledge(graph, verb, cues) for verb in (here, above)):
            return "held"
        ended = judge_step(graph, here, above, cues)
        if ended is not None:
            return ended
        here = above
    return "held"


def is_pledge(graph: Graph, verb: Node, cues: Cues) -> bool:
    """Return whether what was agreed on an occasion is no encounter itself ("agreed at the summit to deepen ties")."""
    agreeing = graph.nodes[verb.head]
    is_agreed = verb.relation == "xcomp" and agreeing.lemma in AGREEING and not graph.below(agreeing.index, ("aux",))
    verbs = cues.of("verbs", "mutual") | cues.of("verbs", "visiting")
    objects = {child.lemma for child in graph.below(verb.index, ("dobj",))}
    is_encounter = verb.lemma in verbs or bool(objects & cues.encounter_nouns)
    return is_agreed and verb.tag in VERB_TAGS and not is_encounter


def means(node: Node, words: frozenset[str]) -> bool:
    """Return whether a node is one of the words, by its lemma or, where the lemma is wrong, by its form."""
    form = node.text.lower()
    return node.lemma in words or any(
        form.endswith(ending) and form.removesuffix(ending) in words for ending in ("s", "d", "ed", "led", "es")
    )


def is_cancelled(graph: Graph, node: Node, cues: Cues) -> bool:
    """Return whether an event is the subject or object of being cancelled, also past "planned for Monday"."""
    above = graph.nodes[node.head]
    if node.relation not in ("nsubj", "nsubjpass", "dobj") or above.tag not in VERB_TAGS:
        return False
    verbs = [above, *([graph.nodes[above.head]] if above.relation in ("advcl", "acl", "ccomp") else [])]
    return any(judge_node(graph, verb, cues, own_meaning=False) == "cancelled" for verb in verbs)


def judge_step(graph: Graph, here: Node, above: Node, cues: Cues) -> Realis | None:
    """Return the verdict that one step up decides, or None where the way goes on."""
    if here.relation == "relcl" or (
        here.relation == "advcl"
        and here.tag in VERB_TAGS
        and not is_conditional(graph, here)
        and not is_purpose(graph, here)
    ):
        return "held"
    if here.relation == "ccomp" and above.tag in VERB_TAGS:
        return "held" if here.index < above.index else unreal_complement(graph, here, above, cues)
    if here.relation == "conj" and here.tag in VERB_TAGS and below_subject_or_aux(graph, here):
        return "held"
    if above.text.lower() == "without" and here.relation in ("pcomp", "pobj"):
        return "unreal"
    if here.relation == "prep" and above.tag in VERB_TAGS and here.text.lower() in TIME_LINKS:
        return "held"
    if (
        here.relation == "pobj"
        and above.text.lower() in ("of", "during")
        and graph.nodes[above.head].tag not in VERB_TAGS
    ):
        owner = graph.nodes[above.head]
        words = cues.of("unreal", "words") | cues.of("planned", "words")
        return judge_node(graph, owner, cues) if owner.lemma in words else "held"
    if here.relation in ("nsubj", "nsubjpass") and any(
        is_infinitive_of_be(graph, clause) for clause in graph.below(above.index, ("xcomp",))
    ):
        return "planned"
    is_occasion = here.relation == "prep" and here.text.lower() in OCCASIONS
    if is_occasion and is_denied(graph, above, cues):
        return "held"
    is_next_verb = here.relation == "conj" and here.tag in VERB_TAGS
    own_meaning = not is_occasion and not is_next_verb and here.relation not in ("advcl", "nsubj")
    judged = judge_node(graph, above, cues, own_meaning=own_meaning)
    if judged != "held":
        return judged
    if here.relation == "nsubj" and above.tag in VERB_TAGS and above.lemma not in ("be", "take", "happen", "occur"):
        return "held"
    return None


def is_denied(graph: Graph, verb: Node, cues: Cues) -> bool:
    """Return whether a verb is negated, which does not deny the occasion on which something was said."""
    words = {graph.nodes[child].text.lower() for child in graph.children[verb.index]}
    return bool(words & cues.of("unreal", "negations"))


def below_subject_or_aux(graph: Graph, verb: Node) -> bool:
    """Return whether a joined verb has a subject or tense of its own."""
    return bool(graph.below(verb.index, ("nsubj", "nsubjpass", "aux")))


def is_purpose(graph: Graph, verb: Node) -> bool:
    """Return whether a verb is an infinitive of purpose, which happens as its main verb does ("will travel to meet")."""
    return any(node.text.lower() == "to" for node in graph.below(verb.index, ("aux",)))


def is_conditional(graph: Graph, verb: Node) -> bool:
    """Return whether a subordinate clause is opened by "if" or the like."""
    return any(
        node.text.lower() in ("if", "unless", "whether", "should") for node in graph.below(verb.index, ("mark", "aux"))
    )


def unreal_complement(graph: Graph, here: Node, above: Node, cues: Cues) -> Realis:
    """Return the realis of a clause told by a verb: denied and wished clauses are none, "said he would" is a plan."""
    words = {graph.nodes[child].text.lower() for child in graph.children[here.index]}
    if above.lemma in TELLING and "would" in words and not words & cues.of("unreal", "negations"):
        return "planned"
    if means(above, cues.of("unreal", "words")):
        return "unreal"
    return judge_node(graph, here, cues)


def judge_node(graph: Graph, node: Node, cues: Cues, *, own_meaning: bool = True) -> Realis:
    """Return what one verb or noun on the way up says: its auxiliaries, negation and, if asked, its own meaning."""
    is_off = node.lemma in ("call", "put") and graph.has_particle(node.index, ("off",))
    if node.lemma in ("rule", "turn") and graph.has_particle(node.index, ("out", "down")):
        return "unreal"
    if is_off or means(node, cues.of("cancelled", "words")):
        return "cancelled"
    if node.tag in VERB_TAGS:
        return judge_verb(graph, node, cues, own_meaning)
    return judge_noun(graph, node, cues, own_meaning)


def judge_verb(graph: Graph, node: Node, cues: Cues, own_meaning: bool) -> Realis:
    """Return what a verb says by negation, habit, auxiliaries, its own meaning, or standing in the infinitive."""
    below = [graph.nodes[child] for child in graph.children[node.index]]
    if any(child.text.lower() in cues.of("unreal", "negations") and child.relation != "prep" for child in below):
        is_off = node.lemma in ("take", "hold") and (was_planned(graph, node) or is_future(below))
        return "cancelled" if is_off or node.lemma == "materialize" else "unreal"
    if is_habitual(graph, below, cues):
        return "unreal"
    auxiliaries = {child.text.lower() for child in below if child.relation in ("aux", "auxpass")}
    if auxiliaries & {"would"} and is_announced(graph, node):
        return "planned"
    if auxiliaries & cues.of("unreal", "auxiliaries"):
        return "unreal"
    if node.lemma == "look" and graph.has_particle(node.index, ("forward",)):
        return "planned"
    if auxiliaries & cues.of("planned", "auxiliaries") or auxiliaries == {"be"}:
        return "planned"
    if own_meaning and means(node, cues.of("unreal", "words")) and not auxiliaries & {"was", "were"}:
        return "unreal"
    is_due = node.lemma == "be" and any(
        means(c, cues.of("planned", "words")) for c in graph.below(node.index, ("acomp",))
    )
    if is_due or (own_meaning and means(node, cues.of("planned", "words"))) or is_infinitive_of_be(graph, node):
        return "planned"
    if "to" in auxiliaries and any(child.text.lower() == "for" and child.relation == "mark" for child in below):
        return "unreal"
    if "to" in auxiliaries and node.relation == "acl" and was_granted(graph, graph.nodes[node.head], cues):
        return "held"
    return "unreal" if "to" in auxiliaries and node.relation in ("relcl", "acl", "csubj", "attr") else "held"


def is_future(below: Sequence[Node]) -> bool:
    """Return whether a verb is in the future ("will not be held")."""
    return any(child.text.lower() in ("will", "wo", "shall") for child in below)


def is_announced(graph: Graph, verb: Node) -> bool:
    """Return whether "would" tells of a plan: what was said, agreed, decided or confirmed before ("it was agreed that … would")."""
    above = graph.nodes[verb.head]
    return verb.relation in ("ccomp", "nsubjpass", "csubjpass", "csubj", "acl") and above.lemma in (*TELLING, *AGREEING)


def is_habitual(graph: Graph, below: Sequence[Node], cues: Cues) -> bool:
    """Return whether words below a verb tell of a habit ("regularly", "every year")."""
    if any(child.relation == "advmod" and child.text.lower() in cues.of("unreal", "habits") for child in below):
        return True
    near = [*below, *(det for child in below for det in graph.below(child.index, ("det",)))]
    words = {child.text.lower() for child in near}
    return bool(words & {"every", "each"}) and "other" not in words


def judge_noun(graph: Graph, node: Node, cues: Cues, own_meaning: bool) -> Realis:
    """Return what a noun says by clauses and adjectives about it, or by its own meaning."""
    below = [graph.nodes[child] for child in graph.children[node.index]]
    for clause in below:
        if clause.relation in ("acl", "relcl") and clause.tag in VERB_TAGS:
            auxiliaries = {graph.nodes[k].text.lower() for k in graph.children[clause.index]}
            is_scheduled = clause.lemma in ("schedule", "plan", "expect", "slate")
            is_scheduled = is_scheduled or ("to" in auxiliaries and clause.lemma in TAKING_PLACE)
            if is_scheduled or auxiliaries & cues.of("planned", "auxiliaries"):
                return "planned"
    words = {child.text.lower() for child in below}
    if words & cues.of("planned", "adjectives"):
        return "planned"
    is_habit = "regular" in words and node.text.lower().endswith("s")
    if is_habit or words & cues.of("unreal", "adjectives"):
        return "unreal"
    if own_meaning and node.tag in ("NOUN", "ADJ"):
        if means(node, cues.of("unreal", "words")):
            return "unreal"
        if means(node, cues.of("planned", "words")):
            return "planned"
    return "held"


def has_taken_place(graph: Graph, node: Node) -> bool:
    """Return whether a clause about a noun says that it was held ("the meeting held in Baku", "which took place in May")."""
    for clause in graph.below(node.index, ("acl", "relcl")):
        words = {graph.nodes[child].text.lower() for child in graph.children[clause.index]}
        is_past = clause.text.lower() in ("held", "hosted", "took", "convened")
        if is_past and not words & {"to", "will", "be", "not", "would", "should", "could", "may", "might"}:
            return True
    return False


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
    between = [n for n in graph.below(above.index, ("prep", "attr", "acomp")) if above.index < n.index < node.index]
    if above.lemma == "be" and between:
        return False
    return (
        has_to
        and node.relation in ("xcomp", "ccomp", "acl", "relcl")
        and above.lemma in ("be", "due", "set", "slate", "go")
    )


def was_granted(graph: Graph, chance: Node, cues: Cues) -> bool:
    """Return whether a noun is an opportunity or honour that somebody is said to have had ("had the opportunity to meet")."""
    verb = graph.nodes[chance.head]
    is_had = verb.text.lower() in cues.of("chances", "verbs") and chance.relation == "dobj"
    negations = {child.text.lower() for child in graph.below(verb.index, ("neg", "aux"))}
    return is_had and chance.lemma in cues.of("chances", "nouns") and not negations
