"""Groups named as a threat: which of the listed names stand in a sentence, and whether they count there."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from security_meetings.extract.threat_cues import ThreatVocabulary
from security_meetings.extract.threat_patterns import Tokens, read_tokens
from security_meetings.vocabularies import Vocabulary

Key = tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """A listed group and what its name alone implies."""

    threat_actor_id: str
    threat_types: tuple[str, ...]
    needs_threat_context: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupName:
    """A spelling of a group's name, as its words are written."""

    group: Group
    words: Key
    is_ambiguous: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundGroup:
    """A group named in a sentence, with its first token and the token after it."""

    name: GroupName
    first: int
    after: int


@dataclass(frozen=True, slots=True, kw_only=True)
class UnlistedGroup:
    """A group that no list knows: the words that announce it (`heads`), its first token and the token after it."""

    threat_actor_id: str
    heads: frozenset[int]
    first: int
    after: int


@cache
def group_names(vocabulary: Vocabulary) -> Mapping[str, tuple[GroupName, ...]]:
    """Return the names of all listed groups by their first word, the longest first."""
    groups = {
        row["threat_actor_id"]: Group(
            threat_actor_id=row["threat_actor_id"],
            threat_types=tuple(row["threat_types"].split(";")) if row["threat_types"] else (),
            needs_threat_context=row["needs_threat_context"] == "true",
        )
        for row in vocabulary.gazetteer("threat_actors")
    }
    names: dict[str, list[GroupName]] = defaultdict(list)
    for row in vocabulary.gazetteer("threat_actor_names"):
        words = read_tokens(row["name"], 0, len(row["name"])).raws
        name = GroupName(
            group=groups[row["threat_actor_id"]],
            words=tuple(_plain(word) for word in words),
            is_ambiguous=row["is_ambiguous"] == "true",
        )
        names[name.words[0].lower()].append(name)
    return {first: tuple(sorted(found, key=lambda name: -len(name.words))) for first, found in names.items()}


def find_groups(tokens: Tokens, vocabulary: Vocabulary) -> tuple[FoundGroup, ...]:
    """Return the names of listed groups in a sentence, the longest at each place, whether they count or not."""
    names = group_names(vocabulary)
    plain = tuple(_plain(raw) for raw in tokens.raws)
    found = []
    position = 0
    while position < len(plain):
        candidates = names.get(plain[position].lower(), ())
        name = next((name for name in candidates if _stands_at(name.words, plain, position)), None)
        if name is None:
            position += 1
            continue
        found.append(FoundGroup(name=name, first=position, after=position + len(name.words)))
        position += len(name.words)
    return tuple(found)


def select_groups(
    found: tuple[FoundGroup, ...], tokens: Tokens, compiled: ThreatVocabulary, *, has_cue: bool, known: frozenset[str]
) -> tuple[FoundGroup, ...]:
    """Return the groups that are spoken of as a threat.

    A group that is also a party or a government counts only in the words of a threat; an ambiguous name only beside
    another threat (`has_cue`) or where the article has the group's full name (`known`).
    """
    spoken_of = {
        position
        for _, match in compiled.group_matcher.find(tokens)
        for position in match.taken
        if any(position in range(group.first, group.after) for group in found)
    }
    return tuple(group for group in found if _counts(group, spoken_of, has_cue=has_cue, known=known))


def find_unlisted(
    tokens: Tokens, listed: tuple[FoundGroup, ...], compiled: ThreatVocabulary
) -> tuple[UnlistedGroup, ...]:
    """Return the groups that are named after words like "terrorist group" and stand on no list."""
    taken = {position for group in listed for position in range(group.first, group.after)}
    taken |= {position for first, after in tokens.marks.get("place", {}).items() for position in range(first, after)}
    found: dict[int, UnlistedGroup] = {}
    for _, match in compiled.unlisted_matcher.find(tokens):
        first = match.last + 1
        after = _end_of_name(tokens, first, taken, compiled)
        if after > first:
            found[first] = UnlistedGroup(
                threat_actor_id="_".join(_plain(raw).lower() for raw in tokens.raws[first:after]),
                heads=match.taken,
                first=first,
                after=after,
            )
    return tuple(found.values())


def _end_of_name(tokens: Tokens, first: int, taken: set[int], compiled: ThreatVocabulary) -> int:
    """Return the token after a name in capital letters that begins at a token, the token itself where none does."""
    after = first
    for position in range(first, min(first + compiled.reach["group_name"], len(tokens.words))):
        is_link = bool(compiled.phrases["name_link"].ends_at(tokens.words, position))
        if position in taken or compiled.phrases["no_name"].ends_at(tokens.words, position):
            break
        if tokens.raws[position][0].isupper():
            after = position + 1
        elif not is_link:
            break
    return after


def _counts(group: FoundGroup, spoken_of: set[int], *, has_cue: bool, known: frozenset[str]) -> bool:
    if group.name.group.needs_threat_context:
        return group.first in spoken_of
    return not group.name.is_ambiguous or has_cue or group.name.group.threat_actor_id in known


def _plain(raw: str) -> str:
    """Return a word without accents, possessive ending and apostrophes."""
    letters = unicodedata.normalize("NFKD", re.sub(r"['’`]s?$", "", raw))
    return "".join(letter for letter in letters if not unicodedata.combining(letter) and letter not in "'’`")


def _stands_at(words: Key, plain: Key, position: int) -> bool:
    stretch = plain[position : position + len(words)]
    return (
        len(stretch) == len(words)
        and all(_is_same(word, there) for word, there in zip(words, stretch, strict=True))
        and (words[-1][0].islower() or not stretch[-1][0].islower())
    )


def _is_same(word: str, there: str) -> bool:
    """Return whether a word of the text is one of a name; short forms in capitals must be written just so."""
    is_short_form = sum(letter.isupper() for letter in word) > 1
    return word == there if is_short_form else word.lower() == there.lower()
