"""Faults of the date rules: patterns that are none, words and kinds that are not known, cases that a rule does not read."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from security_meetings.annotate.date_words import DateWords, build_fragments, expand_template, list_placeholders
from security_meetings.annotate.dates import find_dates
from security_meetings.problems import Problem, nearest_value
from security_meetings.vocabularies import Vocabulary
from security_meetings.vocabulary_faults import fault, show

PLACE = "codebook/date_words.toml"
KINDS = ("day", "month", "year", "weekday", "offset", "shift", "interval")
UNITS = ("day", "week", "month", "year")
PATTERNS = ("pattern", "after", "not_after", "not_before")
Rule = Mapping[str, Any]


def find_bad_date_words(vocabulary: Vocabulary) -> Iterator[Problem]:
    """Yield each fault of the rules of `date_words` and of the units in its lists."""
    book = vocabulary.codebook("date_words")
    for word, value in book["compound_units"].items():
        if not (len(value) == 2 and isinstance(value[0], int) and value[1] in UNITS):
            what = f"{show(str(value))} of {word} in compound_units is no length of time"
            yield fault("wrong-unit", PLACE, what, 'a number and a unit, such as [2, "week"]', f"mend {PLACE}")
    fragments = build_fragments(book)
    for number, rule in enumerate(book["rules"], start=1):
        yield from _find_bad_rule(f"{PLACE}, rules[{number}], {rule['id']}", rule, fragments)


def find_unread_cases(vocabulary: Vocabulary, words: DateWords) -> Iterator[Problem]:
    """Yield each case of a date rule that the rule does not read, or cannot."""
    for rule in vocabulary.codebook("date_words")["rules"]:
        text = rule["fires"].replace("[", "").replace("]", "")
        try:
            read = {mention.rule_id for mention in find_dates(text, 0, len(text), words)}
            what = f"{show(rule['fires'])} is not read by it"
        except (LookupError, TypeError, ValueError) as error:
            read, what = set(), f"{show(rule['fires'])} cannot be read by it ({error!r})"
        if rule["id"] not in read:
            yield fault(
                "case-not-read",
                f"{PLACE}, {rule['id']}",
                what,
                'a case in "fires" that the rule reads',
                f"mend the rule, its case or the lists that it names in {PLACE}",
            )


def _find_bad_rule(where: str, rule: Rule, fragments: Mapping[str, str]) -> Iterator[Problem]:
    for key, known in (("kind", KINDS), ("of", KINDS)):
        if rule.get(key, known[0]) not in known:
            yield _unknown(where, f"{show(rule[key])} in {key} is no kind of date", rule[key], known)
    unit = rule.get("set", {}).get("unit", UNITS[0])
    if unit not in UNITS:
        yield _unknown(where, f"{show(unit)} in set.unit is no unit", unit, UNITS)
    unknown = [
        (key, name) for key in PATTERNS for name in list_placeholders(rule.get(key, "")) if name not in fragments
    ]
    for key, name in unknown:
        yield _unknown(where, f"{show(name)} in {key} is no list of words", name, tuple(fragments))
    if not unknown:
        yield from _find_broken(where, rule, fragments)


def _find_broken(where: str, rule: Rule, fragments: Mapping[str, str]) -> Iterator[Problem]:
    for key in PATTERNS:
        try:
            re.compile(expand_template(rule.get(key, ""), fragments))
        except (re.error, OverflowError) as error:
            what = f"{show(rule[key])} in {key} is no regular expression: {error}"
            yield fault("wrong-pattern", where, what, "a regular expression", f"mend the rule in {PLACE}")


def _unknown(where: str, what: str, value: str, known: tuple[str, ...]) -> Problem:
    near = nearest_value(value, known)
    return fault("unknown-word", where, what, show(near) if near else f"one of {', '.join(known)}", f"mend {PLACE}")
