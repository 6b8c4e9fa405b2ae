"""The threat codebook at work: which words of a sentence name a type of threat, and which only look so."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from security_meetings.extract.threat_matching import Match, Matcher, build_matcher
from security_meetings.extract.threat_patterns import (
    HARD_STOP,
    Phrases,
    Tokens,
    compile_pattern,
    compile_phrases,
    expand_classes,
)
from security_meetings.vocabularies import Vocabulary

CUE_KINDS: Mapping[str, str] = {
    "cues": "threats.named",
    "weak_cues": "threats.described",
    "dependent_cues": "threats.described-in-context",
    "yielding_cues": "threats.hostilities",
    "kindless_cues": "threats.kind-from-article",
    "covered_cues": "threats.named-alone",
}
YIELDING_KINDS = frozenset({"yielding_cues", "kindless_cues"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """What a pattern stands for: a type of threat, and how surely."""

    threat_type: str
    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Guard:
    """What a pattern keeps from being coded: the words that it takes, or what follows within `reach` tokens."""

    rule_id: str
    reach: int = 0
    needs_capital: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundCue:
    """A cue with the tokens that it stands on."""

    cue: Cue
    match: Match


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class ThreatVocabulary:
    """The compiled codebook of threats."""

    classes: Mapping[str, tuple[str, ...]]
    phrases: Mapping[str, Phrases]
    cues: tuple[Cue, ...]
    cue_matcher: Matcher
    guards: tuple[Guard, ...]
    guard_matcher: Matcher
    group_matcher: Matcher
    group_yield_matcher: Matcher
    unlisted_matcher: Matcher
    confidence: Mapping[str, float]
    reach: Mapping[str, int]
    depends_on: Mapping[str, frozenset[str]]
    yields_to: Mapping[str, str]
    yields_in: Mapping[str, Matcher]
    groups_yield_to: Mapping[str, str]
    covered_by: Mapping[str, frozenset[str]]


@cache
def threat_vocabulary(vocabulary: Vocabulary) -> ThreatVocabulary:
    """Return the threat codebook of a vocabulary, compiled once."""
    words = vocabulary.codebook("threat_words")
    types = vocabulary.codebook("threat_types")
    guards = vocabulary.codebook("threat_guards")
    classes = expand_classes(words["classes"])
    cues = [
        (Cue(threat_type=code, kind=kind), source)
        for code, block in types.items()
        for kind in CUE_KINDS
        for source in block.get(kind, ())
    ]
    guarded = [(_guard_of(block), source) for block in guards.values() for source in block["patterns"]]
    return ThreatVocabulary(
        classes=classes,
        phrases={name: compile_phrases(phrases) for name, phrases in classes.items()},
        cues=tuple(cue for cue, _ in cues),
        cue_matcher=_matcher_of([source for _, source in cues], classes),
        guards=tuple(guard for guard, _ in guarded),
        guard_matcher=_matcher_of([source for _, source in guarded], classes),
        group_matcher=_matcher_of(words["group_context"]["patterns"], classes),
        group_yield_matcher=_matcher_of(words["group_as_terrorist"]["patterns"], classes),
        unlisted_matcher=_matcher_of(words["unlisted_groups"]["patterns"], classes),
        confidence=words["confidence"],
        reach=words["reach"],
        depends_on={code: frozenset(block.get("depends_on", ())) for code, block in types.items()},
        yields_to={code: block["yields_to"] for code, block in types.items() if "yields_to" in block},
        yields_in={
            code: _matcher_of(block["yields_in"], classes) for code, block in types.items() if "yields_in" in block
        },
        groups_yield_to={code: block["groups_yield_to"] for code, block in types.items() if "groups_yield_to" in block},
        covered_by={code: frozenset(block.get("covered_by", ())) for code, block in types.items()},
    )


def find_cues(tokens: Tokens, compiled: ThreatVocabulary) -> tuple[FoundCue, ...]:
    """Return the cues of a sentence that no guard and no longer cue holds."""
    found = [FoundCue(cue=compiled.cues[number], match=match) for number, match in compiled.cue_matcher.find(tokens)]
    if not found:
        return ()
    guards = [(compiled.guards[number], match) for number, match in compiled.guard_matcher.find(tokens)]
    held = [match.taken for guard, match in guards if not guard.reach]
    reaches = [(guard, _scope_of(guard, match, tokens, compiled)) for guard, match in guards if guard.reach]
    free = [
        cue
        for cue in found
        if not any(cue.match.taken <= taken for taken in held)
        and not any(_is_within(cue.match, guard, scope, tokens) for guard, scope in reaches)
    ]
    return tuple(cue for cue in free if not any(_is_part_of(cue, other) for other in free))


def find_held(tokens: Tokens, compiled: ThreatVocabulary) -> frozenset[int]:
    """Return the tokens that are denied, or that belong to the name of a body."""
    guards = [(compiled.guards[number], match) for number, match in compiled.guard_matcher.find(tokens)]
    return frozenset(
        position
        for guard, match in guards
        if guard.reach
        for position in _scope_of(guard, match, tokens, compiled)
        if not guard.needs_capital or tokens.raws[position][0].isupper()
    )


def _guard_of(block: Mapping[str, object]) -> Guard:
    reach = block.get("reach", 0)
    return Guard(
        rule_id=str(block["rule_id"]),
        reach=reach if isinstance(reach, int) else 0,
        needs_capital=bool(block.get("needs_capital", False)),
    )


def _matcher_of(sources: list[str], classes: Mapping[str, tuple[str, ...]]) -> Matcher:
    return build_matcher((compile_pattern(source, classes) for source in sources), classes)


def _is_part_of(cue: FoundCue, other: FoundCue) -> bool:
    is_told_better = cue.cue.threat_type != other.cue.threat_type or other.cue.kind == "kindless_cues"
    return cue.match.taken < other.match.taken and is_told_better


def _scope_of(guard: Guard, match: Match, tokens: Tokens, compiled: ThreatVocabulary) -> range:
    breaks = compiled.phrases["clause_break"]
    last = min(match.last + 1 + guard.reach, len(tokens.words))
    for position in range(match.last + 1, last):
        if tokens.words[position] == HARD_STOP or breaks.ends_at(tokens.words, position):
            return range(match.first, position)
    return range(match.first, last)


def _is_within(match: Match, guard: Guard, scope: range, tokens: Tokens) -> bool:
    first = min(match.taken)
    return first in scope and (not guard.needs_capital or tokens.raws[first][0].isupper())
