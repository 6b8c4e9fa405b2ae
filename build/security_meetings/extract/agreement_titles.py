"""The subject or title of an instrument, as the text names it."""

from __future__ import annotations

from collections.abc import Sequence

from security_meetings.documents import Node
from security_meetings.extract.agreement_tellings import Telling, left_words
from security_meetings.extract.agreement_title_names import Span, is_within_name, quoted_title, trim_left
from security_meetings.extract.agreement_words import AgreementWords
from security_meetings.extract.graph import VERB_TAGS

ADJOINING = 25


def find_title(telling: Telling, text: str, words: AgreementWords) -> Span | None:
    """Return the span of the subject or title: quoted, capitalised, before the noun, after it, or in its clause."""
    if telling.is_pronoun:
        return pronoun_title(telling, words)
    quoted = quoted_title(telling, text, words)
    if quoted is not None:
        return quoted
    before = trim_left(telling, left_words(telling.graph, telling.match), words)
    after = complement_span(telling, words)
    nodes = telling.graph.nodes
    if telling.noun.agreement_type == "other" and after is not None and is_of(telling):
        return telling.start, after[1]
    whole = (telling.start if not before else before[0].start, telling.end)
    if telling.noun.agreement_type == "plan" and not telling.noun.is_generic:
        return whole if after is None else (whole[0], after[1])
    if before and is_capitalised(telling, before) and after is not None and has_capital(text[slice(*after)]):
        return whole[0], after[1]
    if before and (after is None or is_capitalised(telling, before)):
        return whole
    if before and after is not None and after[0] - telling.end < ADJOINING:
        return whole[0], after[1]
    if after is not None:
        return after[0], after[1]
    if any(node.place is not None or node.organization_id for node in nodes[telling.match.first : telling.match.last]):
        return whole
    return clause_title(telling, words) or topic_title(telling, words)


def is_of(telling: Telling) -> bool:
    """Return whether "of" follows the noun ("minutes of the talks")."""
    return any(node.text.lower() == "of" for node in telling.graph.nodes[telling.match.last + 1 :][:1])


def has_capital(words: str) -> bool:
    """Return whether a word of a phrase is written with a capital."""
    return any(word[:1].isupper() for word in words.split())


def is_capitalised(telling: Telling, before: Sequence[Node]) -> bool:
    """Return whether noun and modifiers are written as a name."""
    return telling.graph.nodes[telling.match.last].text[:1].isupper() and before[0].text[:1].isupper()


def complement_span(telling: Telling, words: AgreementWords) -> Span | None:
    """Return the span after "on", "for", "in the field of", "against", "to", as far as the subject goes."""
    graph = telling.graph
    inside = range(telling.match.first, telling.match.last + 1)
    links = [n for at in inside for n in graph.below(at, ("prep", "acl")) if n.index > telling.match.last]
    links += after_noun(telling, links, words)
    for link in sorted(links, key=lambda node: node.index):
        word = link.text.lower()
        is_clause = link.relation == "acl" and (word in words.of("subject", "clauses") or is_infinitive(telling, link))
        if not is_clause and word not in words.of("subject", "prepositions"):
            continue
        if (word == "of" and not is_of_subject(telling, link)) or (word == "in" and is_place_told(telling, link)):
            continue
        if word == "in" and telling.noun.agreement_type == "declaration":
            continue
        first = link.index if is_clause or word in words.of("subject", "kept") else link.index + 1
        span = cut_span(telling, link, skip_field(telling, first, words), words)
        if span is not None:
            return span
    return None


def after_noun(telling: Telling, links: Sequence[Node], words: AgreementWords) -> list[Node]:
    """Return the preposition after the noun, or after its parties, where the parser has hung it elsewhere."""
    nodes = telling.graph.nodes
    for node in nodes[telling.match.last + 1 :]:
        word = node.text.lower()
        if node.relation == "prep" and word in words.of("subject", "linked"):
            return [] if node in links else [node]
        if word == "," and telling.count > 1 and node.index + 1 < len(nodes):
            continue
        is_party = node.place is not None or node.persons or node.organization_id is not None
        if not is_party and node.tag not in ("CCONJ", "DET", "NUM") and word not in words.of("subject", "party_links"):
            return []
    return []


def is_infinitive(telling: Telling, verb: Node) -> bool:
    """Return whether a verb is an infinitive of purpose other than "to be signed"."""
    below = telling.graph.below(verb.index, ("aux", "auxpass"))
    return any(node.text.lower() == "to" for node in below) and len(below) == 1


def is_place_told(telling: Telling, link: Node) -> bool:
    """Return whether "in" tells where a paper is, not its subject ("a paper in his briefcase")."""
    heads = telling.graph.below(link.index, ("pobj",))
    owned = [node for head in heads for node in telling.graph.below(head.index, ("poss",))]
    return bool(owned) or telling.noun.is_generic


def is_of_subject(telling: Telling, link: Node) -> bool:
    """Return whether "of" tells the subject, not the parties or the year."""
    heads = telling.graph.below(link.index, ("pobj",))
    if telling.noun.agreement_type not in ("plan", "treaty", "agreement", "contract", "other"):
        return False
    return bool(heads) and not any(n.date or n.place or n.persons or n.organization_id for n in heads)


def skip_field(telling: Telling, first: int, words: AgreementWords) -> int:
    """Return the node after "the field of", "matters of", else the first."""
    nodes = telling.graph.nodes
    at = first
    while at < len(nodes) and (nodes[at].relation == "det" or (nodes[at].tag == "ADJ" and at == first)):
        at += 1
    if (
        at + 1 < len(nodes)
        and nodes[at].text.lower() in words.of("subject", "fields")
        and nodes[at + 1].text.lower() == "of"
    ):
        return at + 2
    return first


def cut_span(telling: Telling, link: Node, first: int, words: AgreementWords) -> Span | None:
    """Return the words below a preposition from `first` up to the parties, the day or the next clause."""
    graph, nodes = telling.graph, telling.graph.nodes
    members = {node.index for node in graph.subtree(link.index)}
    last = first - 1
    for at in range(first, len(nodes)):
        if not reads_on(telling, at, first, members, words) and not is_within_name(telling, first, at):
            break
        last = at
    while last >= first and (
        nodes[last].tag in ("PUNCT", "CCONJ", "ADP", "DET", "SCONJ") or nodes[last].relation in ("det", "poss")
    ):
        last -= 1
    while first <= last and (nodes[first].relation == "det" or nodes[first].tag == "PUNCT"):
        first += 1
    if last < first or all(n.date or n.tag in ("PRON", "ADP", "DET", "NUM") for n in nodes[first : last + 1]):
        return None
    if nodes[first].place is not None and first == last:
        return None
    return nodes[first].start, nodes[last].end


def reads_on(telling: Telling, at: int, first: int, members: set[int], words: AgreementWords) -> bool:
    """Return whether the subject goes on with this word."""
    nodes = telling.graph.nodes
    node, word = nodes[at], nodes[at].text.lower()
    after = nodes[at + 1] if at + 1 < len(nodes) else node
    if word == ",":
        is_clause = after.relation in ("relcl", "acl", "advcl") or after.tag in ("SCONJ", "PRON")
        is_list = after.tag in ("NOUN", "PROPN", "ADJ") and after.relation == "conj"
        return is_list or (after.index in members and not is_clause)
    if node.relation == "punct" and word not in ("-", "–", "/", "'"):
        return False
    if word == "for" and at > first and after.text[:2] == "20":
        return True
    if at > first and ends_subject(telling, node, after, words):
        return word == "between" and node.index in members and not names_sides(telling, node, words)
    if node.date is not None and not (at > 0 and nodes[at - 1].text.lower() == "for"):
        return False
    if word == "for" and at > first and node.index not in members:
        return False
    is_joined = nodes[at - 1].index in members and node.relation in ("punct", "conj", "cc", "prep")
    return node.index in members or is_joined or (word[:2] == "20" and word.isdigit()) or word in ("-", "–")


def ends_subject(telling: Telling, node: Node, after: Node, words: AgreementWords) -> bool:
    """Return whether parties, a day, a place, a clause or the next instrument begin with a word."""
    word = node.text.lower()
    is_side = after.place is not None or bool(after.persons)
    if word == "with":
        return is_side or after.date is not None or after.relation == "det"
    if word in words.of("subject", "stops"):
        return True
    if word in ("in", "of") and (after.date is not None or after.persons or (word == "in" and is_side)):
        return True
    if node.tag == "CCONJ":
        return begins_instrument(telling, after.index, words)
    return node.tag in VERB_TAGS and node.relation in ("ROOT", "ccomp", "relcl")


def begins_instrument(telling: Telling, at: int, words: AgreementWords) -> bool:
    """Return whether another instrument follows ("on trade and a protocol on")."""
    nodes = telling.graph.nodes
    nouns = {match.first for match in words.find_nouns(nodes)}
    return (
        nodes[at : at + 1] != ()
        and any(index in nouns for index in range(at, min(at + 4, len(nodes))))
        and nodes[at].relation == "det"
    )


def names_sides(telling: Telling, link: Node, words: AgreementWords) -> bool:
    """Return whether "between" is followed by the parties themselves."""
    inner = telling.graph.subtree(link.index)
    return any(n.place or n.persons or n.organization_id or n.text.lower() in words.of("sides", "words") for n in inner)


def clause_title(telling: Telling, words: AgreementWords) -> Span | None:
    """Return the clause of "an agreement by which the two countries will have a joint commission"."""
    graph = telling.graph
    for clause in graph.below(telling.head.index, ("relcl",)):
        pronouns = {node.text.lower() for node in graph.below(clause.index, ("nsubj",))}
        if pronouns & words.of("after", "pronouns") and clause.lemma in words.of("subject", "serving"):
            return object_span(telling, clause)
        links = graph.below(clause.index, ("prep",))
        is_by_which = any(n.text.lower() == "which" for link in links for n in graph.below(link.index, ("pobj",)))
        if is_by_which and (span := object_span(telling, clause)):
            return span
    return None


def object_span(telling: Telling, clause: Node) -> Span | None:
    """Return the span of what a clause is about: its object, or its subject in the passive."""
    graph = telling.graph
    objects = graph.below(clause.index, ("dobj", "nsubjpass", "attr"))
    inner = graph.subtree(objects[0].index, stop=("relcl", "advcl", "acl")) if objects else []
    inner = [n for n in inner if n.relation != "det" or n.index != inner[0].index]
    return (inner[0].start, inner[-1].end) if inner else None


def topic_title(telling: Telling, words: AgreementWords) -> Span | None:
    """Return the topic told at the verb: "regarding the road police, the ministries can sign a protocol"."""
    if telling.event is None or telling.event.tag not in VERB_TAGS:
        return None
    for link in telling.graph.below(telling.event.index, ("prep",)):
        if link.text.lower() in words.of("subject", "said_of"):
            return cut_span(telling, link, link.index + 1, words)
    return None


def pronoun_title(telling: Telling, words: AgreementWords) -> Span | None:
    """Return the subject told after "one" ("one against the drug trade")."""
    return complement_span(telling, words) if telling.head.text.lower() == "one" else None
