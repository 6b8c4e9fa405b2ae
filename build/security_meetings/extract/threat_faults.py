"""Faults of the threat codebook: patterns and classes that cannot be compiled, each with its place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from security_meetings.extract.threat_cues import CUE_KINDS
from security_meetings.extract.threat_patterns import (
    BadPattern,
    compile_pattern,
    expand_classes,
    is_class,
)
from security_meetings.problems import Problem, nearest_value
from security_meetings.vocabularies import Vocabulary
from security_meetings.vocabulary_faults import fault, show

WORDS, TYPES, GUARDS = "threat_words", "threat_types", "threat_guards"
PATTERN_TABLES = ("group_context", "group_as_terrorist", "unlisted_groups")


def find_bad_threat_words(vocabulary: Vocabulary) -> Iterator[Problem]:
    """Yield each class that names one which does not stand before it, and each pattern that cannot be compiled."""
    words = vocabulary.codebook(WORDS)
    classes: Mapping[str, list[str]] = words["classes"]
    wrong = list(_find_wrong_classes(classes))
    yield from wrong
    expanded = expand_classes({} if wrong else classes)
    if wrong:
        return
    for name, place, source in _list_patterns(vocabulary):
        try:
            compile_pattern(source, expanded)
        except BadPattern as bad:
            near = nearest_value(bad.name, expanded) if bad.name else None
            expected = show(f"<{near}>") if near else bad.expected
            what = f"{show(source)} in {place} cannot be read: {bad}"
            yield fault("wrong-pattern", f"codebook/{name}.toml", what, expected, f"mend codebook/{name}.toml")


def _find_wrong_classes(classes: Mapping[str, list[str]]) -> Iterator[Problem]:
    place = f"codebook/{WORDS}.toml"
    before: list[str] = []
    for name, members in classes.items():
        for member in members:
            if member.startswith("<") and not (is_class(member) and member[1:-1] in before):
                near = nearest_value(member.strip("<>"), before)
                what = f"{show(member)} in classes.{name} is no class that stands before it"
                expected = show(f"<{near}>") if near else "a class that stands before it"
                yield fault("unknown-class", place, what, expected, f"mend it, or move its class up, in {place}")
        before.append(name)


def _list_patterns(vocabulary: Vocabulary) -> Iterator[tuple[str, str, str]]:
    """Yield file, place and words of every pattern of the codebook."""
    for code, block in vocabulary.codebook(TYPES).items():
        for key in (*CUE_KINDS, "yields_in"):
            yield from _place_patterns(TYPES, f"{code}.{key}", block.get(key, ()))
    for code, block in vocabulary.codebook(GUARDS).items():
        yield from _place_patterns(GUARDS, f"{code}.patterns", block["patterns"])
    for table in PATTERN_TABLES:
        yield from _place_patterns(WORDS, f"{table}.patterns", vocabulary.codebook(WORDS)[table]["patterns"])


def _place_patterns(name: str, place: str, sources: Any) -> Iterator[tuple[str, str, str]]:
    return ((name, f"{place}[{number}]", source) for number, source in enumerate(sources, start=1))
