"""Types of offices: the phrases of the codebook, and what decides where none fits."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from security_meetings.vocabularies import Vocabulary

DEPUTY_TYPES = {
    "foreign_minister": "deputy_minister",
    "interior_minister": "deputy_minister",
    "defence_minister": "deputy_minister",
    "justice_minister": "deputy_minister",
    "other_minister": "deputy_minister",
    "head_of_government": "other_minister",
}
AIDE_TYPES = ("special_envoy", "ambassador")
UNSURE_TYPES = ("other_official", "head_of_state", "organization_official", "deputy_minister")


@dataclass(frozen=True, slots=True, eq=False)
class OfficeTypes:
    """Office phrases with their types, and the words that make a deputy."""

    phrases: dict[str, str]
    deputy_words: tuple[str, ...]
    head_types: dict[str, str]
    leading_heads: frozenset[str]

    def classify(self, role: str, head: str, agency_type: str = "") -> str:
        """Return the office type of a role as written; one that no phrase knows is of the agency's type, if any."""
        words = f" {plain(role)} "
        is_deputy = self.is_deputy(words)
        phrase = self.longest_phrase(words.split())
        code = self.phrases[phrase] if phrase else self.head_types.get(head, "other_official")
        if (phrase != plain(head) and phrase in plain(head).split()) or self.is_of_superior(words, phrase, head):
            return self.head_types.get(head, "other_official")
        if agency_type and head in self.leading_heads and code in UNSURE_TYPES:
            return agency_type
        if is_deputy and not self.is_deputy(f" {phrase} "):
            return DEPUTY_TYPES.get(code, code) if phrase or code != "head_of_state" else "other_official"
        return code

    def longest_phrase(self, words: Sequence[str]) -> str:
        """Return the longest phrase among the words of an office, the empty text where none is there."""
        ends = range(1, len(words) + 1)
        runs = (" ".join(words[first:end]) for end in ends for first in range(end))
        return min((run for run in runs if run in self.phrases), key=lambda run: (-len(run), run), default="")

    def is_of_superior(self, words: str, phrase: str, head: str) -> bool:
        """Return whether the phrase of a role names whom an envoy or aide works for ("envoy of the foreign minister")."""
        own = words.find(f" {plain(head)} ")
        is_aide = self.head_types.get(head) in AIDE_TYPES
        return bool(phrase) and is_aide and own >= 0 and own + len(plain(head)) < words.find(f" {phrase} ")

    def is_deputy(self, words: str) -> bool:
        """Return whether an office, in lower case between spaces, is that of a deputy."""
        return any(f" {word} " in words for word in self.deputy_words)

    def classify_in_body(self, role: str, full_role: str, head: str) -> str:
        """Return the type of an office of an international body, told without (role) and with its name (full role)."""
        code = self.classify(full_role, head)
        if code not in (*UNSURE_TYPES, "organization_head", "deputy_minister", "other_minister"):
            return code
        if self.is_deputy(f" {plain(role)} "):
            return "organization_official"
        if code == "organization_head":
            return code
        is_head = head in self.leading_heads and (plain(role) == plain(head) or code == "head_of_state")
        return "organization_head" if is_head else "organization_official"


def plain(role: str) -> str:
    """Return an office in lower case without articles, commas and hyphens."""
    return " ".join(role.lower().replace("-", " ").replace(",", " ").replace(" the ", " ").split())


@cache
def build_office_types(vocabulary: Vocabulary) -> OfficeTypes:
    """Return the office phrases of the codebook."""
    words = vocabulary.codebook("actor_words")
    told = {
        plain(phrase): code
        for code, block in vocabulary.codebook("office_types").items()
        for phrase in block.get("patterns", [])
    }
    alike, of_bodies = words["leading_heads"]["alike"], words["leading_heads"]["types_of_bodies"]
    phrases = {
        variant: code
        for phrase, code in sorted(told.items())
        if code in of_bodies
        for variant in head_variants(phrase, alike)
    } | told
    return OfficeTypes(
        phrases=phrases,
        deputy_words=tuple(words["modifiers"]["deputies"]),
        head_types={**words["heads"]},
        leading_heads=frozenset(words["leading_heads"]["words"]),
    )


def head_variants(phrase: str, heads: Sequence[str]) -> list[str]:
    """Return "head of Y", "Y chief" and the like for the office of one that leads a body Y, nothing for others."""
    words = phrase.split()
    of_body = next((" ".join(words[2:]) for head in heads if words[:2] == [head, "of"]), "")
    body = of_body or next((" ".join(words[:-1]) for head in heads if words[-1:] == [head]), "")
    if not body:
        return []
    return [form for head in heads for form in (f"{head} of {body}", f"{body} {head}")]
