"""Papers told without a sentence of their own: the items of a list of outcomes, and a headline that is itself one."""

from __future__ import annotations

import re
from collections.abc import Sequence

from security_meetings.documents import Document, Node, ParsedSentence, Sentence
from security_meetings.extract.agreement_tellings import Telling, head_of
from security_meetings.extract.agreement_words import AgreementWords, NounMatch
from security_meetings.extract.graph import VERB_TAGS, Graph

WORD = re.compile(r"\w+(?:[-’']\w+)*|[^\w\s]")
MARKER = re.compile(r"\(?(?:\d{1,2}|[ivxlc]{1,5}|[a-z])[.)]?|[-–•*]", re.IGNORECASE)
OPENING_WORDS = 8
FIRST_WORDS = 4


def read_lists(tellings: Sequence[Telling], document: Document, words: AgreementWords) -> None:
    """Set the status of the items of lists of signed papers, each an instrument told by its line alone."""
    by_sentence: dict[int, list[Telling]] = {}
    for telling in tellings:
        by_sentence.setdefault(telling.sentence, []).append(telling)
    opener: Telling | None = None
    is_open = False
    for sentence in document.sentences:
        told = by_sentence.get(sentence.index, [])
        opening = next((t for t in told if opens_list(t, document)), None)
        if opening is not None:
            opener, is_open = opening, True
        elif is_heading(sentence, document, words):
            is_open = True
        elif is_open and (item := item_of(told)) is not None:
            list_item(item, opener)
        elif is_open and not is_between_items(sentence, document):
            opener, is_open = None, False


def opens_list(telling: Telling, document: Document) -> bool:
    """Return whether a sentence says that the papers named after it are signed ("documents were signed:")."""
    sentence = telling.graph.sentence
    is_set = telling.is_plural or telling.count > 1
    return telling.status == "signed" and is_set and document.text[sentence.start : sentence.end].endswith(":")


def is_heading(sentence: Sentence, document: Document, words: AgreementWords) -> bool:
    """Return whether a line is the heading of a list of outcomes."""
    line = " ".join(document.text[sentence.start : sentence.end].split()).lower().rstrip(":")
    return len(line.split()) <= OPENING_WORDS and any(heading in line for heading in words.of("lists", "headings"))


def item_of(told: Sequence[Telling]) -> Telling | None:
    """Return the instrument with which a line begins, where no verb tells of it."""
    for telling in told:
        nodes = telling.graph.nodes
        lead = [n for n in nodes[: telling.match.first] if not MARKER.fullmatch(n.text) and n.tag != "PUNCT"]
        is_free = telling.status is None or telling.rule_id in ("agreements.named", "agreements.of-year")
        if is_free and len(lead) <= FIRST_WORDS and not any(node.tag in VERB_TAGS for node in lead):
            return telling
    return None


def list_item(telling: Telling, opener: Telling | None) -> None:
    """Set an item of a list as signed."""
    telling.status, telling.rule_id, telling.event = "signed", "agreements.listed", None
    telling.cue, telling.opener = telling.head, opener
    telling.is_definite = False


def is_between_items(sentence: Sentence, document: Document) -> bool:
    """Return whether a line is only the number of an item, or an item that is no instrument."""
    line = document.text[sentence.start : sentence.end].strip()
    return MARKER.fullmatch(line) is not None or not line.endswith(".")


def headline_telling(document: Document, words: AgreementWords) -> Telling | None:
    """Return the telling of a headline that is itself a joint statement or communiqué, else None."""
    sentence = next((s for s in document.sentences if s.zone == "title"), None)
    if sentence is None or any(parse.sentence.index == sentence.index for parse in document.parses):
        return None
    graph = Graph(ParsedSentence(sentence=sentence, nodes=read_words(document, sentence)))
    papers = [m for m in words.find_nouns(graph.nodes) if m.noun.agreement_type == "declaration"]
    match = next((m for m in papers if not m.noun.is_plural and is_own_paper(graph, m, words)), None)
    if match is None:
        return None
    telling = Telling(graph=graph, match=match, head=head_of(graph, match))
    telling.status, telling.rule_id, telling.cue = "signed", "agreements.headline", telling.head
    telling.title = (graph.nodes[0].start, sentence.end)
    return telling


def is_own_paper(graph: Graph, match: NounMatch, words: AgreementWords) -> bool:
    """Return whether a headline calls its text a paper: it opens with the noun, or closes with it after a dash."""
    nodes = graph.nodes
    before = [node.text for node in nodes[: match.first]]
    phrase = {node.text.lower() for node in nodes[: match.last + 1]}
    after = nodes[match.last + 1].text.lower() if match.last + 1 < len(nodes) else ""
    if match.noun.is_weak:
        # "Joint EU-Japan statement": the sides stand between the two words.
        sides = before[1:]
        is_joint = bool(before) and before[0].lower() in words.of("lists", "own")
        is_sides = bool(sides) and all(side[:1].isupper() or side in "-–/ and" for side in sides)
        return is_joint and is_sides and len(sides) <= FIRST_WORDS and after in words.of("lists", "following")
    is_own = bool(phrase & words.of("lists", "own"))
    if before and before[-1] in ("-", "–", "—", ":", "|"):
        return is_own and after in words.of("lists", "following")
    if not after and before and match.first > 0:
        return is_own and all(is_of_owners(node, words) for node in nodes[: match.first])
    is_first = match.first == 0 or (match.first == 1 and bool(phrase & words.of("lists", "leading")))
    return is_first and is_own and after in words.of("lists", "following")


def is_of_owners(node: Node, words: AgreementWords) -> bool:
    """Return whether a word before "Joint Statement" tells whose it is: sides, offices or an encounter."""
    word = node.text.lower()
    parts = node.text.replace("–", "-").split("-")
    is_side = any(part in words.states or (part.isupper() and len(part) > 1) for part in parts)
    is_format = any(character.isdigit() for character in node.text) or node.text == "+"
    return word in words.of("lists", "owners") | words.of("lists", "leading") or is_side or is_format


def read_words(document: Document, sentence: Sentence) -> tuple[Node, ...]:
    """Return the words of a line as nodes that hang on nothing."""
    return tuple(
        Node(
            index=at,
            start=word.start(),
            end=word.end(),
            text=word.group(),
            lemma=word.group().lower(),
            tag="X",
            relation="dep",
            head=at,
        )
        for at, word in enumerate(WORD.finditer(document.text, sentence.start, sentence.end))
    )
