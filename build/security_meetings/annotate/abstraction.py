"""Sentences made simple before they are parsed: every actor, place, body and date becomes one plain word.

A parser trained on ordinary prose reads "Smith received Jones in Paris on Monday" almost without fault, and reads
the same sentence with full titles and foreign names often wrongly. So the words are exchanged, the simple sentence
is parsed, and each node of the result points to the words that it stands for.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from security_meetings.annotate.model import LanguageModel, Parse
from security_meetings.annotate.tokens import Token, tokenize
from security_meetings.documents import (
    ActorMention,
    DateMention,
    Node,
    OrganizationMention,
    ParsedSentence,
    PlaceMention,
    Sentence,
)

SURNAMES = ("Smith", "Jones", "Brown", "Miller", "Taylor", "Wilson", "Clark", "Lewis", "Walker", "Hall")
DATE_WORDS = {
    "day": "Monday",
    "weekday": "Monday",
    "interval": "Monday",
    "month": "January",
    "year": "2020",
    "offset": "yesterday",
    "shift": "earlier",
}

PLACE_WORDS = {"city": "Paris", "demonym": "French"}
LINKS_BEFORE_DATES = ("on", "in", "at", "of", "since", "by", "for", "from", "until", "during", "the")


@dataclass(frozen=True, slots=True, kw_only=True)
class StandIn:
    """A stretch of a sentence and the word that stands for it in the parse."""

    start: int
    end: int
    word: str
    persons: tuple[int, ...] = ()
    place: PlaceMention | None = None
    organization_id: str | None = None
    outlet_id: str | None = None
    date: DateMention | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Findings:
    """What was found in an article and may be exchanged for one word."""

    actors: Sequence[ActorMention]
    places: Sequence[PlaceMention]
    organizations: Sequence[OrganizationMention]
    outlets: Sequence[tuple[int, int, str]]
    dates: Sequence[DateMention]


def stand_ins(sentence: Sentence, text: str, findings: Findings) -> list[StandIn]:
    """Return what is exchanged in one sentence, in order; where two overlap, actors before dates before places."""
    chosen: list[StandIn] = []
    for candidate in [*actor_stand_ins(sentence, findings), *other_stand_ins(sentence, text, findings)]:
        if all(candidate.end <= other.start or other.end <= candidate.start for other in chosen):
            chosen.append(candidate)
    return sorted(chosen, key=lambda stand_in: stand_in.start)


def actor_stand_ins(sentence: Sentence, findings: Findings) -> list[StandIn]:
    """Return the actors of a sentence; mentions of several persons by one chunk are one stand-in."""
    persons: dict[tuple[int, int], list[int]] = {}
    named: dict[tuple[int, int], bool] = {}
    for mention in findings.actors:
        if sentence.start <= mention.start and mention.end <= sentence.end:
            persons.setdefault((mention.start, mention.end), []).append(mention.person)
            named[mention.start, mention.end] = mention.name is not None
    found = []
    for at, ((start, end), keys) in enumerate(sorted(persons.items())):
        word = "ministers" if len(keys) > 1 else SURNAMES[at % len(SURNAMES)] if named[start, end] else "minister"
        found.append(StandIn(start=start, end=end, word=word, persons=tuple(dict.fromkeys(keys))))
    return found


def other_stand_ins(sentence: Sentence, text: str, findings: Findings) -> list[StandIn]:
    """Return the dates, bodies, outlets and places of a sentence."""
    found = [
        StandIn(start=date.start, end=date.end, word=date_word(sentence, text, date), date=date)
        for date in findings.dates
        if is_inside(date.start, date.end, sentence)
    ]
    found += [
        StandIn(start=body.start, end=body.end, word="NATO", organization_id=body.organization_id)
        for body in findings.organizations
        if is_inside(body.start, body.end, sentence) and not is_part_of_word(text, body.start, body.end)
    ]
    found += [
        StandIn(start=start, end=end, word="Reuters", outlet_id=outlet_id)
        for start, end, outlet_id in findings.outlets
        if is_inside(start, end, sentence)
    ]
    found += [StandIn(start=start, end=end, word="French") for start, end in joined_words(sentence, text, findings)]
    for place in findings.places:
        if is_inside(place.start, place.end, sentence) and not is_part_of_word(text, place.start, place.end):
            words = text[place.start : place.end]
            word = words if words.isalpha() else PLACE_WORDS.get(place.kind, "France")
            found.append(StandIn(start=place.start, end=place.end, word=word, place=place))
    return found


def joined_words(sentence: Sentence, text: str, findings: Findings) -> list[tuple[int, int]]:
    """Return the words of a sentence that are names of states or bodies joined by hyphens ("India-Thailand")."""
    named = sorted([(p.start, p.end) for p in findings.places] + [(o.start, o.end) for o in findings.organizations])
    inside = [(start, end) for start, end in named if is_inside(start, end, sentence)]
    words: list[tuple[int, int]] = []
    for (start, end), (after, last) in pairwise(inside):
        if after == end + 1 and text[end] == "-" and not text[start:last].count(" "):
            joined = words and words[-1][1] == end
            words[-1:] = [(words[-1][0], last)] if joined else [*words[-1:], (start, last)]
    return words


def is_inside(start: int, end: int, sentence: Sentence) -> bool:
    """Return whether a span lies within a sentence."""
    return sentence.start <= start and end <= sentence.end


def is_part_of_word(text: str, start: int, end: int) -> bool:
    """Return whether a name is joined to another by a hyphen ("India-Thailand"), and so no word of its own."""
    return text[start - 1 : start] == "-" or (text[end : end + 1] == "-" and text[end + 1 : end + 2].isalpha())


def date_word(sentence: Sentence, text: str, date: DateMention) -> str:
    """Return the word that stands for a date: a noun after a preposition, else one of its kind."""
    words = text[date.start : date.end]
    if words.isalpha():
        return words
    before = text[sentence.start : date.start].lower().split()[-1:]
    follows_link = bool(before) and before[0] in LINKS_BEFORE_DATES
    return "Monday" if follows_link and date.kind in ("offset", "shift") else DATE_WORDS[date.kind]


def abstract_sentence(sentence: Sentence, text: str, findings: Findings) -> list[StandIn]:
    """Return the words of a sentence as they are parsed, acronyms in brackets left out."""
    exchanged = stand_ins(sentence, text, findings)
    words: list[StandIn] = []
    at = 0
    for token in tokenize(text, sentence.start, sentence.end):
        while at < len(exchanged) and exchanged[at].end <= token.start:
            at += 1
        if at < len(exchanged) and exchanged[at].start < token.end:
            if not words or words[-1] is not exchanged[at]:
                words.append(exchanged[at])
            continue
        words.append(StandIn(start=token.start, end=token.end, word=plain_word(token)))
    return drop_brackets(lower_headline(words) if sentence.zone == "title" else words)


def lower_headline(words: list[StandIn]) -> list[StandIn]:
    """Return the words of a headline, in small letters where all its words have capitals ("Minister Meets With Envoy")."""
    plain = [word for word in words if word.word.isalpha() and len(word.word) > 3 and is_plain(word)]
    if not plain or 2 * sum(word.word[0].isupper() for word in plain) <= len(plain):
        return words
    return [replace(word, word=word.word.lower()) if is_plain(word) else word for word in words]


def is_plain(word: StandIn) -> bool:
    """Return whether a word stands for itself."""
    exchanged = word.persons or word.place or word.organization_id or word.outlet_id or word.date
    return not exchanged


def plain_word(token: Token) -> str:
    """Return a token as the parser knows it: plain quotation marks, apostrophes and dashes."""
    return token.text.replace("’", "'").replace("“", '"').replace("”", '"').replace("–", "-").replace("—", "-")


def drop_brackets(words: list[StandIn]) -> list[StandIn]:
    """Return the words without brackets that hold at most two words."""
    kept: list[StandIn] = []
    at = 0
    while at < len(words):
        if words[at].word == "(":
            close = next((k for k in range(at + 1, min(at + 4, len(words))) if words[k].word == ")"), None)
            if close is not None and not any(word.persons for word in words[at:close]):
                at = close + 1
                continue
        kept.append(words[at])
        at += 1
    return drop_number(kept or words)


def drop_number(words: list[StandIn]) -> list[StandIn]:
    """Return the words without the number of a numbered paragraph."""
    return words[2:] if len(words) > 3 and words[0].word.isdigit() and words[1].word in (".", ")") else words


def parse_sentences(
    sentences: Sequence[Sentence], text: str, findings: Findings, model: LanguageModel
) -> tuple[ParsedSentence, ...]:
    """Return the parses of sentences, every node with the span that it stands for."""
    abstracted = [abstract_sentence(sentence, text, findings) for sentence in sentences]
    parses = model.parse([[word.word for word in words] for words in abstracted])
    return tuple(
        ParsedSentence(sentence=sentence, nodes=read_nodes(words, parse, text))
        for sentence, words, parse in zip(sentences, abstracted, parses, strict=True)
    )


def read_nodes(words: Sequence[StandIn], parse: Parse, text: str) -> tuple[Node, ...]:
    """Return the nodes of one parse."""
    return tuple(
        Node(
            index=at,
            start=word.start,
            end=word.end,
            text=text[word.start : word.end],
            lemma=parse.lemmas[at],
            tag=parse.tags[at],
            relation=parse.relations[at],
            head=parse.heads[at],
            persons=word.persons,
            place=word.place,
            organization_id=word.organization_id,
            outlet_id=word.outlet_id,
            date=word.date,
        )
        for at, word in enumerate(words)
    )
