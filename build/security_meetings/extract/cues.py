"""The words of encounters, as sets: what codebook/meeting_cues.toml says, ready for look-up."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from security_meetings.vocabularies import Vocabulary

Words = frozenset[str]


@dataclass(frozen=True, slots=True, eq=False)
class Cues:
    """Word sets of meeting_cues.toml by group and name."""

    groups: dict[str, dict[str, Words]]
    remote: re.Pattern[str]
    pairs: re.Pattern[str]

    def of(self, group: str, name: str) -> Words:
        """Return one word set."""
        return self.groups[group][name]

    @property
    def encounter_nouns(self) -> Words:
        """Return all nouns that name an encounter."""
        names = (
            words
            for kind, words in self.groups["nouns"].items()
            if kind not in ("chairing", "given", "guests", "hosting", "states")
        )
        return frozenset().union(*names)


def phrase_pattern(phrases: list[str]) -> re.Pattern[str]:
    """Return a pattern that finds whole phrases in any case."""
    ordered = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    return re.compile(r"\b(?:" + "|".join(map(re.escape, ordered)) + r")\b", re.IGNORECASE)


@cache
def build_cues(vocabulary: Vocabulary) -> Cues:
    """Return the cues of a vocabulary, built once."""
    book: dict[str, Any] = vocabulary.codebook("meeting_cues")
    return Cues(
        groups={group: {name: frozenset(words) for name, words in sets.items()} for group, sets in book.items()},
        remote=phrase_pattern([*book["remote"]["words"], *book["remote"]["phrases"]]),
        pairs=phrase_pattern(book["references"]["pairs"]),
    )
