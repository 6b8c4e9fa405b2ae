"""Tellings of instruments: each noun of an instrument with what its sentence says became of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from security_meetings.documents import Node
from security_meetings.extract.agreement_effects import amended, between_named_sides, takes_effect
from security_meetings.extract.agreement_mentions import dated, greeted, in_the_making, named
from security_meetings.extract.agreement_names import is_own_plan, is_proper_name
from security_meetings.extract.agreement_signing import (
    CLAUSES,
    it_says,
    said_together,
    signed_above,
    signed_beside,
    signed_clause,
)
from security_meetings.extract.agreement_status import applied, drafted, ended, held
from security_meetings.extract.agreement_surface import beside_another, signing_of, told_after
from security_meetings.extract.agreement_tellings import Telling, head_of, left_words
from security_meetings.extract.agreement_words import UNTOLD_KIND, AgreementWords, Noun, NounMatch
from security_meetings.extract.graph import VERB_TAGS, Graph

Finder = Callable[[Telling, list[Node], AgreementWords], bool]
FINDERS: tuple[Finder, ...] = (
    *(
        amended,
        signed_clause,
        signed_above,
        signed_beside,
        beside_another,
        signing_of,
        told_after,
        said_together,
        it_says,
    ),
    *(drafted, ended, takes_effect, dated, applied, held, in_the_making, named, between_named_sides, greeted),
)


def find_tellings(graph: Graph, words: AgreementWords) -> Iterator[Telling]:
    """Yield the tellings of instruments in a sentence, pronouns of signed ones among them, in order of the text."""
    matches = words.find_nouns(graph.nodes)
    taken = {at for match in matches for at in range(match.first, match.last + 1)}
    made = [make_telling(graph, match, frozenset(taken), words) for match in matches]
    tellings = [telling for telling in made if telling is not None]
    tellings += [t for node in graph.nodes if node.index not in taken for t in pronoun_telling(graph, node, words)]
    yield from sorted(tellings, key=lambda telling: telling.match.first)


def make_telling(graph: Graph, match: NounMatch, papers: frozenset[int], words: AgreementWords) -> Telling | None:
    """Return the telling of a noun; None where it names no instrument."""
    head = head_of(graph, match)
    before = left_words(graph, match)
    if is_no_instrument(graph, match, head, before, words):
        return None
    is_proper = is_proper_name(graph, match, before, words)
    telling = Telling(
        graph=graph, match=match, head=head, is_plural=match.noun.is_plural and not is_proper, is_proper=is_proper
    )
    telling.others = papers - set(range(match.first, match.last + 1))
    read_count(telling, before, words)
    near = {node.text.lower() for node in before}
    telling.is_definite = bool(near & words.realis.of("references", "determiners")) or any(
        node.relation == "poss" and node.date is not None for node in before
    )
    judge_status(telling, before, words)
    if near & words.of("unreal", "unless_signed") and telling.event is None:
        return None
    if telling.status is None and telling.is_slight and not (match.noun.is_generic and telling.is_definite):
        return None
    return telling


def is_no_instrument(graph: Graph, match: NounMatch, head: Node, before: list[Node], words: AgreementWords) -> bool:
    """Return whether the words around a noun deny an instrument, or mean an agreeing."""
    near = {node.text.lower() for node in before} | {
        graph.nodes[child].text.lower() for child in graph.children[head.index]
    }
    near |= {part for word in near for part in word.split("-")}
    phrase = " ".join(node.text.lower() for node in [*before, *graph.nodes[match.first : match.last + 1]])
    if any(name in phrase for name in words.of("unreal", "names")) or near & (
        words.of("unreal", "negations") | words.of("unreal", "modifiers")
    ):
        return True
    if head.relation == "compound" and head.index == match.last:
        return True
    verb = graph.nodes[head.head] if head.head != head.index else head
    if match.noun.agreement_type != UNTOLD_KIND or match.noun.is_generic:
        return False
    if before == [] and match.first > 0 and graph.nodes[match.first - 1].text.lower() in words.of("unreal", "agreeing"):
        return True
    names = [node for node in before if node.text[:1].isupper() and node.relation != "det" and node.index > 0]
    if names and graph.nodes[match.last].text[:1].isupper():
        return False
    after = graph.nodes[match.last + 1].text.lower() if match.last + 1 < len(graph.nodes) else ""
    return (
        after in ("to", "that")
        and verb.lemma not in words.of("verbs", "signing")
        and not is_infinitive_title(graph, head)
        and not is_told_of(graph, head, words)
    )


def is_infinitive_title(graph: Graph, head: Node) -> bool:
    """Return whether a participle of signing hangs on the noun beside its infinitive."""
    return any(node.tag in VERB_TAGS and node.lemma == "sign" for node in graph.below(head.index, CLAUSES))


def is_told_of(graph: Graph, head: Node, words: AgreementWords) -> bool:
    """Return whether "that" after the noun opens a clause that tells of it ("a new agreement that will ease trade")."""
    for clause in graph.below(head.index, ("relcl",)):
        pronouns = graph.below(clause.index, ("nsubj", "nsubjpass"))
        verbs = [clause, *graph.below(clause.index, ("xcomp", "conj"))]
        if any(node.text.lower() == "that" for node in pronouns):
            return not any(verb.lemma in words.of("verbs", "signing") for verb in verbs)
    return False


def read_count(telling: Telling, before: list[Node], words: AgreementWords) -> None:
    """Set the count of a telling from the number before a plural."""
    if not telling.is_plural:
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
    if (
        verb.lemma not in signing
        or verb.lemma in words.of("verbs", "finishing")
        or node.relation not in ("nsubjpass", "dobj")
        or (word == "which")
    ):
        return []
    noun = Noun(UNTOLD_KIND, True, False, word != "one", True)
    telling = Telling(graph=graph, match=NounMatch(node.index, node.index, noun), head=node, is_pronoun=True)
    telling.is_definite = word != "one"
    judge_status(telling, [], words)
    return [telling] if telling.status is not None else []


def judge_status(telling: Telling, before: list[Node], words: AgreementWords) -> None:
    """Set status, rule and cue of a telling from the first finding that holds."""
    for finder in FINDERS:
        if finder(telling, before, words):
            break
    if telling.status not in (None, "signed") and is_own_plan(telling, before, words):
        telling.status, telling.event = None, None
