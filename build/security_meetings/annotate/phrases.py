"""A phrase matcher over tokens: the longest listed phrase at each place, with what it stands for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from security_meetings.annotate.tokens import Token, tokenize

Meaning = TypeVar("Meaning")
ACRONYM_LENGTH = 5


@dataclass(frozen=True, slots=True)
class Phrase(Generic[Meaning]):
    """A listed phrase: its tokens in lower case, whether its case binds, and its meaning."""

    words: tuple[str, ...]
    written: tuple[str, ...]
    is_name: bool
    meaning: Meaning

    def matches_case(self, tokens: Sequence[Token]) -> bool:
        """Return whether the tokens are written as the phrase asks: names in capitals, acronyms to the letter."""
        if not self.is_name:
            return True
        for token, written in zip(tokens, self.written, strict=True):
            if len(written) <= ACRONYM_LENGTH and written.isupper() and token.text != written:
                return False
        ends = ((self.written[0], tokens[0]), (self.written[-1], tokens[-1]))
        return all(token.text[:1].isupper() or not written[:1].isupper() for written, token in ends)


class PhraseTable(Generic[Meaning]):
    """Phrases by their first two words, or their only one, the longest first."""

    def __init__(self, entries: Iterable[tuple[str, Meaning]], *, is_name: bool) -> None:
        self._by_start: dict[tuple[str, ...], list[Phrase[Meaning]]] = defaultdict(list)
        for text, meaning in entries:
            tokens = tokenize(text)
            if tokens:
                phrase = Phrase(tuple(t.lower for t in tokens), tuple(t.text for t in tokens), is_name, meaning)
                self._by_start[phrase.words[:2]].append(phrase)
        for phrases in self._by_start.values():
            phrases.sort(key=lambda phrase: -len(phrase.words))

    def longest_at(self, tokens: Sequence[Token], at: int) -> tuple[int, Meaning] | None:
        """Return the end index and meaning of the longest phrase that starts at a token, or None."""
        start = tuple(token.lower for token in tokens[at : at + 2])
        for phrase in (*self._by_start.get(start, ()), *self._by_start.get(start[:1], ())):
            window = tokens[at : at + len(phrase.words)]
            if tuple(token.lower for token in window) == phrase.words and phrase.matches_case(window):
                return at + len(window), phrase.meaning
        return None
