"""Who is a guest and where guests stay, as a text tells it beside the talks ("the visiting minister", "is in Doha for")."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from security_meetings.documents import ActorMention, Document, PlaceMention
from security_meetings.vocabularies import Vocabulary

BEHIND = 110
BEFORE = 24
Span = tuple[int, int]


@dataclass(frozen=True, slots=True, eq=False)
class StayWords:
    """The patterns of guests and stays, and the words that tell of another time."""

    before: re.Pattern[str]
    opening: re.Pattern[str]
    behind: re.Pattern[str]
    staying: re.Pattern[str]
    other_times: frozenset[str]


@cache
def build_stay_words(vocabulary: Vocabulary) -> StayWords:
    """Return the words of guests and stays of a vocabulary, built once."""
    book = vocabulary.codebook("meeting_cues")
    guests, lands, journeys = (any_of(book["guests"][name]) for name in ("before", "lands", "journeys"))
    visit = (
        rf"(?:visiting|on an? (?:[\w-]+ ){{0,4}}{journeys} to|paying an? (?:[\w-]+ ){{0,4}}{journeys} to|arrived in)"
    )
    return StayWords(
        before=re.compile(rf"\b({guests}),? $"),
        opening=re.compile(rf"(?:(?:his|her|their|its|the) )?(?:[\w-]+ )?({guests}) "),
        behind=re.compile(
            r",? (?:(?:who|and) )?(?:is |was |are |were |has |had )?(?:currently |now |presently |also )?"
            rf"(?P<visit>{visit} (?:the|this) {lands}\b|(?:visiting|on an? (?:[\w-]+ ){{0,4}}{journeys}) here\b)"
        ),
        staying=re.compile(rf"\b{any_of(book['stays']['words'])} (?:in|to|at) $|\bvisit(?:s|ed|ing)? $"),
        other_times=frozenset(book["stays"]["other_times"]),
    )


def any_of(words: Iterable[str]) -> str:
    """Return a pattern of any of the words, the longest first."""
    return "(?:" + "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word))) + ")"


def find_guests(document: Document, words: StayWords) -> dict[int, Span]:
    """Return the persons who are told to be guests of those whom they meet, with the words that say so."""
    found: dict[int, Span] = {}
    for mention in document.actors:
        span = guest_span(document.text, mention, words)
        if span is not None:
            found.setdefault(mention.person, span)
    return found


def guest_span(text: str, mention: ActorMention, words: StayWords) -> Span | None:
    """Return the words that make somebody a guest, before, within or behind a mention, or None."""
    opening = words.opening.match(text[mention.start : mention.end].lower())
    if opening is not None:
        return mention.start, mention.start + opening.end(1)
    start = max(mention.start - BEFORE, 0)
    before = words.before.search(text[start : mention.start].lower())
    if before is not None:
        return start + before.start(1), start + before.end(1)
    behind = words.behind.match(text[mention.end : mention.end + BEHIND].lower())
    if behind is not None:
        return mention.end + behind.start("visit"), mention.end + behind.end("visit")
    return None


def find_stays(document: Document, words: StayWords) -> list[PlaceMention]:
    """Return the cities and states in which somebody is told to be or to have come to, those of other times left out."""
    found = []
    for place in document.places:
        sentence = next((s for s in document.sentences if s.start <= place.start < s.end), None)
        if sentence is None or place.kind not in ("city", "country"):
            continue
        told = set(re.findall(r"[\w’'-]+", document.text[sentence.start : sentence.end].lower()))
        before = document.text[sentence.start : place.start].lower()
        if words.staying.search(before) and not told & words.other_times:
            found.append(place)
    return found
