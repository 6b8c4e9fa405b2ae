"""The words of instruments and of what becomes of them, as agreement_types.toml and agreement_cues.toml list them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from security_meetings.documents import Node
from security_meetings.extract.cues import Cues, build_cues
from security_meetings.vocabularies import Vocabulary

Words = frozenset[str]
STATE_NAMES = ("name", "demonym")
UNTOLD_KIND = "agreement"


@dataclass(frozen=True, slots=True)
class Noun:
    """A noun of an instrument: its type, whether it needs a verb of signing, is plural, or tells no kind."""

    agreement_type: str
    is_weak: bool
    is_plural: bool
    is_generic: bool
    is_loose: bool


@dataclass(frozen=True, slots=True)
class NounMatch:
    """A noun of an instrument in a sentence: its first and last node."""

    first: int
    last: int
    noun: Noun
    is_glued: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class AgreementWords:
    """All that the codebook says of the words of instruments."""

    nouns: dict[str, Noun]
    longest: int
    groups: dict[str, dict[str, Words]]
    numbers: dict[str, int]
    realis: Cues
    capitals: Words
    states: dict[str, str]

    def of(self, group: str, name: str) -> Words:
        """Return one word set."""
        return self.groups[group][name]

    def find_nouns(self, nodes: Sequence[Node]) -> list[NounMatch]:
        """Return the nouns of instruments in a sentence, the longest at each place."""
        words = [" ".join(node.text.lower().replace("’", "'").split()) for node in nodes]
        found: list[NounMatch] = []
        at = 0
        while at < len(words):
            match = self._match_at(words, at)
            if match is None or nodes[at].persons or (nodes[at].organization_id and match.last == at):
                at += 1
                continue
            found.append(match)
            at = match.last + 1
        return found

    def _match_at(self, words: Sequence[str], at: int) -> NounMatch | None:
        for length in range(min(self.longest, len(words) - at), 0, -1):
            noun = self.nouns.get(" ".join(words[at : at + length]).replace(" '", "'"))
            if noun is not None:
                return NounMatch(at, at + length - 1, noun)
        glued = self._glued(words[at])
        return None if glued is None else NounMatch(at, at, glued, is_glued=True)

    def _glued(self, word: str) -> Noun | None:
        """Return the noun in a word to which a missing space has glued the preposition after it ("agreementwith")."""
        for link in self.of("glued", "prepositions"):
            if word.endswith(link) and word != link:
                return self.nouns.get(word.removesuffix(link))
        return None

    def count_of(self, word: str) -> int | None:
        """Return the number that a word or figure tells."""
        plain = word.lower()
        return int(plain) if plain.isascii() and plain.isdigit() and len(plain) < 4 else self.numbers.get(plain)


@cache
def build_agreement_words(vocabulary: Vocabulary) -> AgreementWords:
    """Return the words of a vocabulary, built once."""
    book: dict[str, Any] = vocabulary.codebook("agreement_cues")
    groups = {
        group: {name: frozenset(words) for name, words in sets.items() if isinstance(words, list)}
        for group, sets in book.items()
    }
    nouns = read_nouns(vocabulary, groups)
    numbers = {**vocabulary.codebook("date_words")["numbers"], **book["numbers"]}
    return AgreementWords(
        nouns=nouns,
        longest=max(len(phrase.replace("'", " '").split()) for phrase in nouns),
        groups=groups,
        numbers={word: number for word, number in numbers.items() if number > 1},
        realis=build_cues(vocabulary),
        capitals=frozenset(row["capital"] for row in vocabulary.gazetteer("countries") if row["capital"]),
        states={
            row["name"]: row["country_code"]
            for row in vocabulary.gazetteer("country_names")
            if row["kind"] in STATE_NAMES and row["is_ambiguous"] == "false"
        },
    )


def read_nouns(vocabulary: Vocabulary, groups: dict[str, dict[str, Words]]) -> dict[str, Noun]:
    """Return the nouns of instruments by their words."""
    plurals, loose = groups["plural"]["words"], groups["generic"]["loose"]
    singular, plural = groups["generic"]["singular"], groups["generic"]["plural"]
    nouns: dict[str, Noun] = {}
    for word in singular | plural:
        nouns[word] = Noun(UNTOLD_KIND, True, word in plural, True, True)
    for code, block in vocabulary.codebook("agreement_types").items():
        for key in ("nouns", "weak_nouns"):
            for phrase in block[key]:
                words = tuple(phrase.split())
                is_plural = any(word in plurals for word in words) or phrase in plurals
                is_generic = key == "weak_nouns" and phrase in singular | plural
                nouns[phrase] = Noun(code, key == "weak_nouns", is_plural, is_generic, phrase in loose)
    return nouns
