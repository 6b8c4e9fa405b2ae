"""Who names a threat, and where it is said to be."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from security_meetings.documents import ActorMention, Document, PlaceMention, Sentence
from security_meetings.extract.threat_cues import ThreatVocabulary
from security_meetings.extract.threat_patterns import HARD_STOP, Phrases, Tokens, read_tokens

QUOTE_OPENS = re.compile(r"\s*[\"“«]")
POSSESSIVE = re.compile(r"['’`]s?$")
LISTED = frozenset({"and", "or", ","})
COUNTRY_KINDS = frozenset({"country", "city", "region", "seat"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """The person to whom a sentence is attributed, and the state that he or she represents."""

    person: int
    country_code: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """A sentence with its tokens, its single actors and the places of its verbs of speech."""

    tokens: Tokens
    actors: tuple[ActorMention, ...]
    verbs: tuple[tuple[int, int], ...]


def find_speakers(document: Document, compiled: ThreatVocabulary) -> Mapping[int, Speaker]:
    """Return the speaker of each attributed sentence by its index; the outlet speaks in the others.

    A sentence has the subject of its verb of speech, or whom it says to follow; "he said" and a quote that goes
    on have the speaker before.
    """
    countries = {person.key: person.country_code for person in document.persons}
    speakers: dict[int, Speaker] = {}
    last: Speaker | None = None
    is_open = False
    for sentence in document.sentences:
        text = document.text[sentence.start : sentence.end]
        told = _attribution(document, sentence, compiled)
        actor = _subject(told, compiled)
        is_quote = is_open or bool(QUOTE_OPENS.match(text))
        is_by_last = _is_by_pronoun(told, compiled) or (is_quote and not told.verbs)
        is_open = _stays_open(text, is_open=is_open)
        if actor is not None:
            last = Speaker(person=actor.person, country_code=actor.country_code or countries.get(actor.person))
        elif is_quote and not is_by_last:
            last = None
        if last is not None and (actor is not None or is_by_last):
            speakers[sentence.index] = last
    return speakers


def find_place(document: Document, tokens: Tokens, start: int, end: int, compiled: ThreatVocabulary) -> str | None:
    """Return the country in which a threat is said to be: the one named in a locative next to it, else None.

    Of "from one country to another" it is the second; of two in one locative it is neither.
    """
    if not document.places:
        return None
    first = next(number for number, there in enumerate(tokens.starts) if there >= start)
    after = next(number for number, there in enumerate(tokens.ends) if there >= end) + 1
    stop = min(after + compiled.reach["place"], len(tokens.words))
    stop = next((position for position in range(after, stop) if tokens.words[position] == HARD_STOP), stop)
    located = _located(document, tokens, range(first, stop), compiled.phrases["destination"])
    located = located or _located(document, tokens, range(first, stop), compiled.phrases["locative"])
    codes = {place.country_code for place in located} - {""}
    return codes.pop() if len(codes) == 1 else None


def _located(document: Document, tokens: Tokens, stretch: range, prepositions: Phrases) -> list[PlaceMention]:
    """Return the places of the first locative that names a place; a small word or a name may stand before it."""
    found: list[PlaceMention] = []
    is_open = False
    for position in stretch:
        place = _place_at(document, tokens, position)
        if place is not None and is_open:
            found.append(place)
        elif found:
            if tokens.words[position] not in LISTED:
                return found
        elif prepositions.ends_at(tokens.words, position):
            is_open = True
        elif tokens.words[position] != "the" and not tokens.raws[position][0].isupper():
            is_open = False
    return found


def _place_at(document: Document, tokens: Tokens, position: int) -> PlaceMention | None:
    start = tokens.starts[position]
    owns = bool(POSSESSIVE.search(tokens.raws[position]))
    return next(
        (
            place
            for place in document.places
            if place.kind in COUNTRY_KINDS and place.start <= start < place.end and not owns
        ),
        None,
    )


def _attribution(document: Document, sentence: Sentence, compiled: ThreatVocabulary) -> Attribution:
    tokens = read_tokens(document.text, sentence.start, sentence.end)
    found = (
        (position, compiled.phrases["speech_verb"].ends_at(tokens.words, position))
        for position in range(len(tokens.words))
    )
    return Attribution(
        tokens=tokens,
        actors=tuple(
            actor
            for actor in document.actors
            if sentence.start <= actor.start < sentence.end and not actor.is_collective
        ),
        verbs=tuple((position, ends[0]) for position, ends in found if ends),
    )


def _subject(told: Attribution, compiled: ThreatVocabulary) -> ActorMention | None:
    for verb, after in told.verbs:
        before = _before(told, verb, compiled)
        if before is not None:
            return before
        behind = _behind(told, after, compiled.reach["speaker_after"])
        if behind is not None and compiled.phrases["speech_inverted"].ends_at(told.tokens.words, verb):
            return behind
    for position in range(len(told.tokens.words)):
        ends = compiled.phrases["according"].ends_at(told.tokens.words, position)
        source = _behind(told, ends[0], compiled.reach["source"]) if ends else None
        if source is not None:
            return source
    return None


def _before(told: Attribution, verb: int, compiled: ThreatVocabulary) -> ActorMention | None:
    """Return the nearest person before a verb of speech who does not hang on a preposition."""
    tokens = told.tokens
    for actor in reversed([actor for actor in told.actors if actor.end <= tokens.starts[verb]]):
        # A name glued to the word before it ("saidOmar") begins within a token.
        inside = [
            number for number, end in enumerate(tokens.ends) if end > actor.start and tokens.starts[number] < actor.end
        ]
        between = range(inside[-1] + 1, verb)
        if len(between) > compiled.reach["speaker_before"]:
            return None
        if any(compiled.phrases["pronoun"].ends_at(tokens.words, position) for position in between):
            return None
        if not _hangs_on_preposition(tokens, inside[0], compiled):
            return actor
    return None


def _hangs_on_preposition(tokens: Tokens, first: int, compiled: ThreatVocabulary) -> bool:
    before = [position for position in range(max(first - 2, 0), first) if tokens.words[position] not in {"the", "a"}]
    return bool(before) and bool(compiled.phrases["oblique"].ends_at(tokens.words, before[-1]))


def _behind(told: Attribution, after: int, reach: int) -> ActorMention | None:
    starts = told.tokens.starts[after : after + reach + 1]
    return next((actor for actor in told.actors if starts and starts[0] <= actor.start <= starts[-1]), None)


def _is_by_pronoun(told: Attribution, compiled: ThreatVocabulary) -> bool:
    pronouns, words = compiled.phrases["pronoun"], told.tokens.words
    return any(
        pronouns.ends_at(words, position)
        for verb, after in told.verbs
        for position in (
            *range(max(verb - compiled.reach["pronoun"], 0), verb),
            *range(after, min(after + 1, len(words))),
        )
    )


def _stays_open(text: str, *, is_open: bool) -> bool:
    opened = text.count("“") + text.count("«")
    closed = text.count("”") + text.count("»")
    return opened + is_open > closed
