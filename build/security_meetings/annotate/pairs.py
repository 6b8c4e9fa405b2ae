"""Which states a plural office means that names none: "of the two countries", "X and Y sent deputy ministers"."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from security_meetings.documents import PlaceMention, Sentence
from security_meetings.vocabularies import Vocabulary

# Sentences before an office in which the two states may stand, and characters of it that tell of two.
SENTENCES_BACK = 3
REACH = 70
JOINED = re.compile(r"(?:['’]s?)?\s*+(?:,?\s*+(?:and|&|with)|[-–—/,])\s*+(?:the\s+)?", re.IGNORECASE)
LISTED = re.compile(r"(?:['’]s?)?\s*+,\s*+(?:and\s++)?(?:the\s+)?|\s++and\s++(?:the\s+)?", re.IGNORECASE)
APPOSITION = re.compile(r"\s*(?:,|–|—|-|\(|:)\s*(?:the\s+)?")


@dataclass(frozen=True, slots=True, eq=False)
class PairCues:
    """Patterns of the words around a plural office that tell whose it is without naming a state."""

    after: re.Pattern[str]
    before: re.Pattern[str]
    counted: re.Pattern[str]
    sent: re.Pattern[str]
    numbers: dict[str, int]


@cache
def build_pair_cues(vocabulary: Vocabulary) -> PairCues:
    """Return the cues of codebook/actor_words.toml."""
    words = vocabulary.codebook("actor_words")["pairs"]
    number = rf"(?a:(?P<number>{_any_of(words['numbers'])}))"
    two = rf"{number}\s+(?:[^\W\d_]+\s+){{0,2}}?(?:{_any_of(words['owners'])})"
    leads = _any_of(words["links"])
    return PairCues(
        after=re.compile(rf"\s+(?:{leads})\s+(?:(?:the|these|those|our|their)\s+)?{two}\b", re.IGNORECASE),
        before=re.compile(rf"\b{two}['’]s?\s+(?:respective\s+)?$", re.IGNORECASE),
        counted=re.compile(rf"\b(?:the|all)\s+{number}\s+$", re.IGNORECASE),
        numbers=dict(words["numbers"]),
        sent=re.compile(
            rf"\s*+(?:,[^,.;]{{3,80}},\s*+)?(?:(?:have|had|has|both|each|also|will)\s+){{0,2}}(?:{_any_of(words['sent'])})"
            rf"\s+(?:(?:their|only)\s+)?$",
            re.IGNORECASE,
        ),
    )


def _any_of(words: Iterable[str]) -> str:
    return "|".join(map(re.escape, words))


class PairStates:
    """Finds the states that are meant where a plural office tells none."""

    def __init__(
        self, text: str, sentences: Sequence[Sentence], places: Sequence[PlaceMention], cues: PairCues
    ) -> None:
        self.text = text
        self.sentences = sentences
        self.cues = cues
        self.states = [place for place in places if place.kind in ("country", "demonym")]

    def of_group(self, start: int, end: int) -> list[PlaceMention]:
        """Return the states of an office of "the two countries", in order, or none where they cannot be told."""
        after = self.cues.after.match(self.text, end, end + REACH)
        cue = after or self.cues.before.search(self.text[max(0, start - REACH) : start])
        here = self.sentence_of(start)
        if cue is None or here is None:
            return []
        count = self.cues.numbers[cue["number"].lower()]
        appended = self.appended(after.end(), here.end) if after is not None and count == 2 else []
        return appended or self.told_before(here, start, count) or self.told_around(count)

    def of_named(self, start: int, end: int, count: int) -> list[PlaceMention]:
        """Return the states, told before, of so many named holders of an office ("the three ministers A, B and C")."""
        before = self.text[max(0, start - REACH) : start]
        after = self.cues.after.match(self.text, end, end + REACH)
        cue = after or self.cues.before.search(before) or self.cues.counted.search(before)
        here = self.sentence_of(start)
        is_counted = cue is not None and self.cues.numbers[cue["number"].lower()] == count
        return self.told_before(here, start, count) if is_counted and here is not None else []

    def sentence_of(self, at: int) -> Sentence | None:
        """Return the sentence around an offset."""
        return next((s for s in self.sentences if s.start <= at < s.end), None)

    def appended(self, at: int, end: int) -> list[PlaceMention]:
        """Return the two states told right after ("the two countries, India and Nepal")."""
        lead = APPOSITION.match(self.text, at, end)
        told = [place for place in self.states if lead is not None and lead.end() <= place.start < end]
        is_next = lead is not None and bool(told) and told[0].start == lead.end()
        return told[:2] if is_next and len(told) > 1 and self.are_joined(told[0], told[1]) else []

    def are_joined(self, first: PlaceMention, second: PlaceMention) -> bool:
        """Return whether nothing but "and", a comma or a hyphen stands between two states."""
        return (
            first.country_code != second.country_code
            and JOINED.fullmatch(self.text[first.end : second.start]) is not None
        )

    def told_before(self, here: Sentence, start: int, count: int) -> list[PlaceMention]:
        """Return the states, so many, told last before an offset, in its sentence or the ones before it."""
        back = [s for s in self.sentences[: here.index] if s.zone == here.zone][-SENTENCES_BACK:]
        told: list[PlaceMention] = []
        for sentence in reversed([*back, here]):
            told = [p for p in self.states if sentence.start <= p.start < min(sentence.end, start)] + told
            if len({place.country_code for place in told}) >= count:
                break
        return self.the_group(told, count)

    def the_group(self, told: Sequence[PlaceMention], count: int) -> list[PlaceMention]:
        """Return the states of a stretch that tells just so many; of one with more, the two that it joins."""
        first = {place.country_code: place for place in reversed(told)}
        if len(first) == count or count > 2:
            return sorted(first.values(), key=lambda place: place.start) if len(first) == count else []
        pairs = [
            pair
            for at, pair in enumerate(pairwise(told))
            if self.are_joined(*pair)
            and not (at and self.are_joined(told[at - 1], pair[0]))
            and not (at + 2 < len(told) and self.are_joined(pair[1], told[at + 2]))
        ]
        kinds = {frozenset(place.country_code for place in pair) for pair in pairs}
        return list(pairs[-1]) if len(kinds) == 1 else []

    def told_around(self, count: int) -> list[PlaceMention]:
        """Return the states of a headline, or of the whole text, that tells just so many."""
        titles = [s for s in self.sentences if s.zone == "title"]
        for sentences in (titles, self.sentences):
            starts = [sentence.start for sentence in sentences]
            at = {place: bisect_right(starts, place.start) - 1 for place in self.states}
            told = [place for place in self.states if at[place] >= 0 and place.start < sentences[at[place]].end]
            if len({place.country_code for place in told}) == count:
                return self.the_group(told, count)
        return []

    def senders(self, start: int) -> list[PlaceMention]:
        """Return the states that, the words before an office say, sent or were represented by its holders."""
        here = self.sentence_of(start)
        told = [p for p in self.states if here is not None and here.start <= p.start and p.end <= start]
        if not told or self.cues.sent.fullmatch(self.text[told[-1].end : start]) is None:
            return []
        found = [told[-1]]
        for place in reversed(told[:-1]):
            if LISTED.fullmatch(self.text[place.end : found[0].start]) is None:
                break
            found.insert(0, place)
        return found if len(found) > 1 else []
