"""Which sentences can hold something to code: only those are labelled and parsed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from security_meetings.vocabularies import Vocabulary


@dataclass(frozen=True, slots=True, eq=False)
class Gates:
    """One pattern for words of encounters, one for names of instruments."""

    encounter: re.Pattern[str]
    weak: re.Pattern[str]
    instrument: re.Pattern[str]
    remark: re.Pattern[str]
    pronoun: re.Pattern[str]

    def is_worth_parsing(self, sentence: str, has_actor: bool = True) -> bool:
        """Return whether a sentence is worth the parser's time; a weak word counts only beside an actor."""
        if self.encounter.search(sentence) or self.instrument.search(sentence):
            return True
        return has_actor and bool(self.weak.search(sentence))

    def has_pronoun(self, sentence: str) -> bool:
        """Return whether a sentence takes up persons by a pronoun or "the two sides"."""
        return bool(self.pronoun.search(sentence))

    def is_remark(self, sentence: str) -> bool:
        """Return whether a sentence says on what occasion the statement before it was made."""
        return bool(self.remark.search(sentence))


def beginnings(words: list[str]) -> re.Pattern[str]:
    """Return a pattern that finds words by their beginnings, in any case."""
    parts = sorted(re.escape(word).replace("\\ ", r"\s+").replace("'", "['’]") for word in words)
    return re.compile(r"\b(?:" + "|".join(parts) + ")", re.IGNORECASE)


@cache
def build_gates(vocabulary: Vocabulary) -> Gates:
    """Return the gates of a vocabulary, built once."""
    nouns = [noun for block in vocabulary.codebook("agreement_types").values() for noun in block.get("nouns", [])]
    nouns += vocabulary.codebook("agreement_cues")["named"]["gates"]
    return Gates(
        encounter=beginnings(vocabulary.codebook("meeting_cues")["gates"]["encounter"]),
        weak=beginnings(vocabulary.codebook("meeting_cues")["gates"]["weak"]),
        instrument=beginnings(nouns),
        pronoun=beginnings(vocabulary.codebook("meeting_cues")["gates"]["pronouns"]),
        remark=beginnings(vocabulary.codebook("meeting_cues")["verbs"]["remarking"]),
    )
