"""The matcher of the threat codebook: where in the words of a sentence its patterns fit."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from security_meetings.extract.threat_patterns import (
    HARD_STOP,
    PREFIX_KEY,
    Element,
    GapKind,
    Pattern,
    Phrases,
    Tokens,
    compile_phrases,
)

ENUMERATION_STOP = "list_stop"
ENUMERATION_ITEM = "list_item"
ENUMERATION_JOINT = "list_joint"
AFTER_HEAD = "after_head"


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """The tokens that a pattern took (`taken`), and the first and last token that it saw."""

    taken: frozenset[int]
    first: int
    last: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Matcher:
    """Patterns by their first word, with the words that bound enumerations."""

    by_word: Mapping[str, tuple[int, ...]]
    by_stem: Mapping[str, tuple[tuple[str, int], ...]]
    by_mark: Mapping[str, tuple[int, ...]]
    patterns: tuple[Pattern, ...]
    stops: Phrases
    items: Phrases
    joints: Phrases
    after_head: Phrases

    def find(self, tokens: Tokens) -> Iterator[tuple[int, Match]]:
        """Return the number of each pattern that fits somewhere, with the shortest match at each place."""
        for position, word in enumerate(tokens.words):
            for number in sorted(self._candidates(tokens, position, word)):
                match = self._match_at(self.patterns[number], tokens, position)
                if match is not None:
                    yield number, match

    def _candidates(self, tokens: Tokens, position: int, word: str) -> set[int]:
        found = set(self.by_word.get(word, ()))
        found.update(number for stem, number in self.by_stem.get(word[:PREFIX_KEY], ()) if word.startswith(stem))
        for mark, numbers in self.by_mark.items():
            if position in tokens.marks.get(mark, {}):
                found.update(numbers)
        return found

    def _match_at(self, pattern: Pattern, tokens: Tokens, position: int) -> Match | None:
        for end, taken in self._walk(pattern.elements, tokens, position, ()):
            return Match(taken=frozenset(taken), first=position, last=end - 1)
        return None

    def _walk(
        self, elements: tuple[Element, ...], tokens: Tokens, position: int, taken: tuple[int, ...]
    ) -> Iterator[tuple[int, tuple[int, ...]]]:
        if not elements:
            yield position, taken
            return
        element, rest = elements[0], elements[1:]
        if element.gap is not None:
            for after in self._leaps(element, tokens, position):
                yield from self._walk(rest, tokens, after, taken)
            return
        for after in _ends_of(element, tokens, position):
            kept = taken if element.is_context else (*taken, *range(position, after))
            yield from self._walk(rest, tokens, after, kept)
        if element.is_optional:
            yield from self._walk(rest, tokens, position, taken)

    def _leaps(self, element: Element, tokens: Tokens, position: int) -> Iterator[int]:
        yield position
        for after in range(position + 1, min(position + element.reach, len(tokens.words)) + 1):
            if not self._can_leap(element.gap, tokens, after - 1):
                return
            yield after

    def _can_leap(self, gap: GapKind | None, tokens: Tokens, position: int) -> bool:
        if tokens.words[position] == HARD_STOP:
            return False
        if gap == "enumeration":
            return not self.stops.ends_at(tokens.words, position)
        return gap == "free" or (bool(self.items.ends_at(tokens.words, position)) and self._goes_on(tokens, position))

    def _goes_on(self, tokens: Tokens, position: int) -> bool:
        """Return whether an enumeration goes on to its head: after "women and" the head of "smuggling of arms" is another."""
        after = position + 2
        is_joint = bool(self.joints.ends_at(tokens.words, position))
        return not (is_joint and after < len(tokens.words) and self.after_head.ends_at(tokens.words, after))


def _ends_of(element: Element, tokens: Tokens, position: int) -> Iterable[int]:
    if position >= len(tokens.words):
        return ()
    marked = [tokens.marks[mark][position] for mark in element.marks if position in tokens.marks.get(mark, {})]
    if marked:
        return marked
    raw = tokens.raws[position]
    if element.is_capital and not raw[0].isupper():
        return ()
    if element.exact and raw.lower() not in element.exact:
        return ()
    return element.phrases.ends_at(tokens.words, position)


def build_matcher(patterns: Iterable[Pattern], classes: Mapping[str, tuple[str, ...]]) -> Matcher:
    """Return a matcher for patterns; their numbers are their places in the order given."""
    patterns = tuple(patterns)
    by_word: dict[str, list[int]] = defaultdict(list)
    by_stem: dict[str, list[tuple[str, int]]] = defaultdict(list)
    by_mark: dict[str, list[int]] = defaultdict(list)
    for number, pattern in enumerate(patterns):
        first = pattern.elements[0]
        for mark in first.marks:
            by_mark[mark].append(number)
        for word in first.phrases.by_word:
            by_word[word].append(number)
        for key, phrases in first.phrases.by_stem.items():
            by_stem[key].extend((phrase[0].removesuffix("*"), number) for phrase in phrases)
    return Matcher(
        by_word={key: tuple(value) for key, value in by_word.items()},
        by_stem={key: tuple(value) for key, value in by_stem.items()},
        by_mark={key: tuple(value) for key, value in by_mark.items()},
        patterns=patterns,
        stops=compile_phrases(classes[ENUMERATION_STOP]),
        items=compile_phrases(classes[ENUMERATION_ITEM]),
        joints=compile_phrases(classes[ENUMERATION_JOINT]),
        after_head=compile_phrases(classes[AFTER_HEAD]),
    )
