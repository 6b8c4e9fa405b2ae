"""Tellings of instruments: each noun of an instrument with what its sentence says became of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from security_meetings.documents import DateMention, Node
from security_meetings.extract.agreement_words import UNTOLD_KIND, AgreementWords, Noun, NounMatch
from security_meetings.extract.graph import VERB_TAGS, Graph
from security_meetings.extract.realis import judge_realis
from security_meetings.records import DateTold

CLAUSES = ("acl", "relcl")
UP = ("dobj", "pobj", "nsubjpass", "nsubj", "attr", "conj", "appos", "prep", "oprd", "dative", "compound", "nmod", "poss",
      "pcomp", "dep", "agent", "amod", "npadvmod")  # fmt: skip
PASSIVE = ("nsubjpass",)
THINGS = (*PASSIVE, "dobj", "oprd", "appos", "conj", "dep", "pobj", "nsubj", "attr", "pcomp")


UNDATED = DateTold(edtf=None)


@dataclass(slots=True, kw_only=True)
class Telling:
    """One sentence's words on an instrument: what they say became of it (None: nothing), and how they refer to it."""

    graph: Graph
    match: NounMatch
    head: Node
    status: str | None = None
    rule_id: str = "agreements.named"
    cue: Node | None = None
    event: Node | None = None
    count: int = 1
    count_node: Node | None = None
    is_definite: bool = False
    is_pronoun: bool = False
    is_plural: bool = False
    is_gerund: bool = False
    title: tuple[int, int] | None = None
    title_text: str | None = None
    dates: list[DateMention] = field(default_factory=list)
    own_dates: list[DateMention] = field(default_factory=list)
    day: DateTold = UNDATED
    parties: list[str] = field(default_factory=list)
    spans: list[tuple[int, int]] = field(default_factory=list)
    is_explicit: bool = False

    @property
    def noun(self) -> Noun:
        """Return what the noun says of the kind."""
        return self.match.noun

    @property
    def start(self) -> int:
        """Return where the noun begins."""
        return self.graph.nodes[self.match.first].start

    @property
    def end(self) -> int:
        """Return where the noun ends."""
        return self.graph.nodes[self.match.last].end

    @property
    def sentence(self) -> int:
        """Return the index of the sentence."""
        return self.graph.sentence.index


def find_tellings(graph: Graph, words: AgreementWords) -> Iterator[Telling]:
    """Yield the tellings of instruments in a sentence, pronouns of signed ones among them, in order of the text."""
    matches = words.find_nouns(graph.nodes)
    tellings = [telling for match in matches if (telling := make_telling(graph, match, words)) is not None]
    taken = {at for match in matches for at in range(match.first, match.last + 1)}
    tellings += [t for node in graph.nodes if node.index not in taken for t in pronoun_telling(graph, node, words)]
    yield from sorted(tellings, key=lambda telling: telling.match.first)


def make_telling(graph: Graph, match: NounMatch, words: AgreementWords) -> Telling | None:
    """Return the telling of a noun; None where it names no instrument."""
    head = head_of(graph, match)
    before = left_words(graph, match)
    if is_no_instrument(graph, match, head, before, words):
        return None
    telling = Telling(graph=graph, match=match, head=head, is_plural=match.noun.is_plural)
    read_count(telling, before, words)
    near = {node.text.lower() for node in before}
    telling.is_definite = bool(near & words.realis.of("references", "determiners")) or any(
        node.relation == "poss" and node.date is not None for node in before
    )
    judge_status(telling, before, words)
    if telling.status is None and match.noun.is_weak and not (match.noun.is_generic and telling.is_definite):
        return None
    return telling


def head_of(graph: Graph, match: NounMatch) -> Node:
    """Return the node of a noun by which it hangs in the sentence."""
    inside = range(match.first, match.last + 1)
    return next(
        (graph.nodes[at] for at in inside if graph.nodes[at].head not in inside or graph.nodes[at].head == at),
        graph.nodes[match.last],
    )


def left_words(graph: Graph, match: NounMatch) -> list[Node]:
    """Return the words of the phrase before a noun, nearest last: modifiers, numbers and determiners."""
    kinds = ("det", "amod", "compound", "nmod", "nummod", "poss", "conj", "cc", "case", "quantmod", "advmod", "punct", "predet")
    at = match.first
    if match.is_glued:
        # The parser does not know the glued word; its phrase goes back to the verb or preposition before it.
        while at > 0 and graph.nodes[at - 1].tag in ("ADJ", "NOUN", "PROPN", "DET", "NUM"):
            at -= 1
        return list(graph.nodes[at : match.first])
    while at > 0:
        node = graph.nodes[at - 1]
        is_break = node.relation == "punct" and node.text not in ("-", "–", "/", '"', "'", "“")
        if node.relation not in kinds or is_break or not reaches(graph, node, match):
            break
        at -= 1
        if node.relation == "det":
            break
    return list(graph.nodes[at : match.first])


def reaches(graph: Graph, node: Node, match: NounMatch) -> bool:
    """Return whether a word hangs below a noun, maybe over other words of the phrase."""
    if node.date is not None and node.index == match.first - 1:
        return True
    return any(match.first <= above.index <= match.last for above in graph.above(node.index))


def is_no_instrument(
    graph: Graph, match: NounMatch, head: Node, before: list[Node], words: AgreementWords
) -> bool:
    """Return whether the words around a noun deny an instrument, or mean an agreeing."""
    near = {node.text.lower() for node in before} | {graph.nodes[child].text.lower() for child in graph.children[head.index]}
    near |= {part for word in near for part in word.split("-")}
    if near & (words.of("unreal", "negations") | words.of("unreal", "modifiers")):
        return True
    if head.relation == "compound" and head.index == match.last:
        return True
    verb = graph.nodes[head.head] if head.head != head.index else head
    if match.noun.agreement_type != UNTOLD_KIND or match.noun.is_generic:
        return False
    if before == [] and match.first > 0 and graph.nodes[match.first - 1].text.lower() in words.of("unreal", "agreeing"):
        return True
    after = graph.nodes[match.last + 1].text.lower() if match.last + 1 < len(graph.nodes) else ""
    return after in ("to", "that") and verb.lemma not in words.of("verbs", "signing") and not is_infinitive_title(graph, head)


def is_infinitive_title(graph: Graph, head: Node) -> bool:
    """Return whether a participle of signing hangs on the noun beside its infinitive."""
    return any(node.tag in VERB_TAGS and node.lemma == "sign" for node in graph.below(head.index, CLAUSES))


def read_count(telling: Telling, before: list[Node], words: AgreementWords) -> None:
    """Set the count of a telling from the number before a plural."""
    if not telling.noun.is_plural:
        return
    for at, node in enumerate(before):
        number = words.count_of(node.text) if node.date is None else None
        if number is None or number < 2:
            continue
        after = before[at + 1].text.lower() if at + 1 < len(before) else ""
        telling.count = number * (words.count_of(after) or 1) if after == "dozen" else number
        telling.count_node, telling.is_plural = node, False
        return
    of = telling.graph.nodes[telling.head.head]
    if of.text.lower() == "of" and (number := words.count_of(telling.graph.nodes[of.head].text)) and number > 1:
        telling.count, telling.count_node, telling.is_plural = number, telling.graph.nodes[of.head], False


def pronoun_telling(graph: Graph, node: Node, words: AgreementWords) -> list[Telling]:
    """Return the telling of "it was signed", "they concluded one against": an instrument told before."""
    word = node.text.lower()
    signing = words.of("verbs", "signing") | words.of("verbs", "adopting")
    if word not in ("it", "this", "one", "which") or node.head == node.index:
        return []
    verb = graph.nodes[node.head]
    if verb.lemma not in signing or node.relation not in ("nsubjpass", "dobj") or (word == "which"):
        return []
    noun = Noun(UNTOLD_KIND, True, False, word != "one", True)
    telling = Telling(graph=graph, match=NounMatch(node.index, node.index, noun), head=node, is_pronoun=True)
    telling.is_definite = word != "one"
    judge_status(telling, [], words)
    return [telling] if telling.status is not None else []


def judge_status(telling: Telling, before: list[Node], words: AgreementWords) -> None:
    """Set status, rule and cue of a telling from the first finding that holds."""
    for finder in (signed_clause, signed_above, signed_beside, drafted, ended, applied, held):
        if finder(telling, before, words):
            break


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
        return noun.agreement_type == "declaration" and not noun.is_weak
    return lemma in words.of("verbs", "exchanging") and (noun.agreement_type == "other" or noun.is_plural)


def signed_clause(telling: Telling, before: list[Node], words: AgreementWords) -> bool:
    """Find "the protocol signed in 2014", "an agreement which they signed", "the declaration to be adopted"."""
    graph = telling.graph
    for node in clauses_of(telling, before):
        if not is_signing(telling, node, words):
            continue
        status = status_of(graph, node, words)
        if node.relation == "amod" and status is None:
            status = "signed"
        return tell(telling, status, "agreements.signed-clause", node)
    return False


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
    if node.lemma in words.of("nouns", "signing") | words.of("nouns", "adopting") or node.text.lower() in words.of("nouns", "signing"):
        return node.tag not in VERB_TAGS or node.text.lower().endswith("ing")
    return node.lemma in words.of("nouns", "exchanging") and telling.noun.agreement_type == "other"


def signs_by_hand(graph: Graph, verb: Node, words: AgreementWords) -> bool:
    """Return whether a verb has signatures for its object ("put their signatures under")."""
    return any(node.text.lower() in words.of("nouns", "ends") for node in graph.below(verb.index, ("dobj",)))


def found_signing(telling: Telling, cue: Node, words: AgreementWords) -> bool:
    """Set what a verb or noun of signing says."""
    telling.is_gerund = cue.relation in ("csubj", "nsubj", "pcomp") and cue.text.lower().endswith("ing")
    status = status_of(telling.graph, cue, words)
    if cue.relation == "csubj" and status == "planned":
        status = "planned"
    return tell(telling, status, "agreements.signed", cue)


def found_product(telling: Telling, here: Node, verb: Node, words: AgreementWords) -> bool:
    """Find "the visit produced eight memoranda", "the talks ended with a memorandum"."""
    graph, noun = telling.graph, telling.noun
    is_active = here.relation == "dobj" or (here.relation == "prep" and here.text.lower() in ("in", "with"))
    if noun.is_weak or not is_active:
        return False
    subjects = [node for node in graph.subject_heads(verb.index) if not node.persons]
    if not subjects and here.relation != "prep":
        return False
    return tell(telling, status_of(graph, verb, words), "agreements.produced", verb)


def signed_beside(telling: Telling, before: list[Node], words: AgreementWords) -> bool:
    """Find a verb of signing that stands right before the phrase, or as a passive right after it, where the parse fails."""
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
        if node.tag == "VERB" and is_signing(telling, node, words) and is_passive(graph, node):
            return found_signing(telling, node, words)
        if node.tag == "VERB" or node.text in (".", ";", ":") or node.persons:
            break
    return False


def is_passive(graph: Graph, verb: Node) -> bool:
    """Return whether a verb is passive."""
    return bool(graph.below(verb.index, ("auxpass", "nsubjpass")))


def drafted(telling: Telling, before: list[Node], words: AgreementWords) -> bool:
    """Find "a draft agreement", "the preparation of a road map", "proposed a treaty", "draw up a plan"."""
    graph = telling.graph
    near = {node.text.lower(): node for node in before}
    for word in sorted(set(near) & words.of("planned", "modifiers")):
        return not telling.noun.is_weak and tell(telling, "planned", "agreements.drafted", near[word])
    for word in sorted(set(near) & words.of("proposed", "modifiers")):
        return not telling.noun.is_weak and tell(telling, "proposed", "agreements.proposed", near[word])
    if telling.noun.is_weak:
        return False
    here = telling.head
    for above in graph.above(here.index):
        if above.lemma in words.of("nouns", "drafting") and here.relation in ("prep", "pobj", "dobj"):
            return tell(telling, draft_status(telling, above, words), "agreements.drafted", above)
        if above.lemma in words.of("nouns", "proposing") and here.relation == "prep":
            return tell(telling, "proposed", "agreements.proposed", above)
        if above.tag in VERB_TAGS:
            return found_draft(telling, here, above, words)
        if here.relation not in UP:
            return False
        here = above
    return False


def found_draft(telling: Telling, here: Node, verb: Node, words: AgreementWords) -> bool:
    """Find a verb of drafting or proposing with the instrument for its object."""
    graph = telling.graph
    if here.relation not in ("dobj", "nsubjpass", "conj", "prep"):
        return False
    if verb.lemma in words.of("verbs", "drafting") and here.relation != "prep":
        return tell(telling, draft_status(telling, verb, words), "agreements.drafted", verb)
    if verb.lemma in words.of("verbs", "proposing") and not telling.is_definite and here.relation != "prep":
        status = None if is_denied(graph, verb, words) else "proposed"
        return tell(telling, status, "agreements.proposed", verb)
    return False


def draft_status(telling: Telling, cue: Node, words: AgreementWords) -> str | None:
    """Return planned for drafting that goes on or is agreed, proposed where it is only suggested."""
    status = status_of(telling.graph, cue, words)
    return "planned" if status == "signed" else status


def ended(telling: Telling, before: list[Node], words: AgreementWords) -> bool:
    """Find "withdrew from the treaty", "the agreement was terminated"."""
    if telling.noun.is_weak:
        return False
    graph, here = telling.graph, telling.head
    for above in graph.above(here.index):
        is_noun = above.lemma in words.of("nouns", "terminating") and here.relation == "prep"
        if is_noun or (above.tag in VERB_TAGS and above.lemma in words.of("verbs", "terminating")):
            is_real = judge_realis(graph, above.index, words.realis) in ("held", "cancelled") and not is_denied(graph, above, words)
            return tell(telling, "terminated" if is_real else "in_force", "agreements.terminated", above)
        if above.tag in VERB_TAGS or here.relation not in UP:
            return False
        here = above
    return False


def applied(telling: Telling, before: list[Node], words: AgreementWords) -> bool:
    """Find an instrument that is applied: its implementation, under it, respected, of a year."""
    if telling.noun.is_weak or (not telling.is_definite and telling.noun.agreement_type == "declaration"):
        return False
    graph, here = telling.graph, telling.head
    after = graph.complements(telling.match.last, ("of", "from")) + graph.complements(telling.head.index, ("of", "from"))
    for node in [*before, *after, *graph.below(telling.head.index, ("nummod", "appos"))]:
        if node.date is not None and node.date.kind == "year" and not telling.noun.is_plural:
            return tell(telling, "in_force", "agreements.of-year", node)
    if is_planlike(telling):
        return False
    for node in clauses_of(telling, before):
        if node.lemma in words.of("verbs", "applying"):
            return tell(telling, "in_force", "agreements.applied", node)
    for above in graph.above(here.index):
        word = above.text.lower()
        if word in words.of("applied", "prepositions") and here.relation == "pobj" and telling.is_definite:
            return tell(telling, "in_force", "agreements.under", above)
        if above.lemma in words.of("nouns", "applying") or word in words.of("applied", "openings"):
            return telling.is_definite and tell(telling, "in_force", "agreements.applied", above)
        if above.tag in VERB_TAGS or above.relation == "prep":
            if above.lemma in words.of("verbs", "applying") or (above.lemma == "base"):
                return tell(telling, "in_force", "agreements.applied", above)
            if above.tag in VERB_TAGS:
                break
        if here.relation not in UP:
            break
        here = above
    return named_with_partner(telling, before, words)


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
    if telling.noun.is_weak or telling.noun.is_plural or head.relation != "dobj":
        return False
    verb = graph.nodes[head.head]
    if verb.lemma in words.of("verbs", "having") and status_of(graph, verb, words) == "signed":
        return tell(telling, "in_force", "agreements.had", verb)
    return False


def is_denied(graph: Graph, node: Node, words: AgreementWords) -> bool:
    """Return whether a verb or noun is denied, or hangs on a failing or refusing."""
    chain = [node]
    for above in graph.above(node.index):
        if chain[-1].relation not in ("xcomp", "pcomp", "prep", "pobj", "dobj", "conj") and above.tag in VERB_TAGS:
            break
        chain.append(above)
    for part in chain:
        if part.text.lower() in words.of("unreal", "negations") or part.lemma in words.of("unreal", "verbs"):
            return True
        if any(graph.nodes[child].text.lower() in words.of("unreal", "negations") for child in graph.children[part.index]):
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
        if here.relation in ("relcl", "nsubj", "csubj") or (here.relation in ("advcl", "conj") and here.tag in VERB_TAGS):
            return False
        if above.lemma in words.of("proposed", "governors"):
            return here.relation != "ccomp" or not graph.below(cue.index, ("aux",)) or above.lemma != "stress"
        here = above
    return False
