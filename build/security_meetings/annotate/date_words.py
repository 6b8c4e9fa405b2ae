"""The grammar of date expressions, compiled from the words and rules of the codebook `date_words`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any

from security_meetings.vocabularies import Vocabulary

Fields = Mapping[str, Any]

_SPACE = "(?: {1,3}|\n)"
_PLACEHOLDER = re.compile(r"(?<!P)<([a-z_]+?)(2?)>|~([a-z_]+)~")
# An expression neither begins nor ends within a word or a number.
_BEGIN = r"(?<![\w*+#$€£№-])(?<!\d[.,/:])"
_END = r"(?!\w)(?![–/:.,]\d)(?!-[\da-z])(?! ?%)"
_DAY = "(?:0?[1-9]|[12][0-9]|3[01])(?:st|nd|rd|th|ST|ND|RD|TH)?(?!\\w)"
_FIGURES = {
    "day": _DAY,
    "year": "(?:19|20)[0-9]{2}(?!\\d)",
    "short_year": "[0-9]{2}",
    "figure_a": "[0-9]{1,2}",
    "figure_b": "[0-9]{1,2}",
    "month_figure": "[0-9]{1,2}",
    "day_figure": "[0-9]{1,2}",
    "quarter_figure": "[1-4]",
    "jalali_year": "1[34][0-9]{2}",
}
# The fields that a word list fills, where it is not called like its field.
_TABLES = {
    "jalali_months": "jalali_month",
    "quarters": "quarter",
    "halves": "half",
    "relative_days": "relative_day",
    "signs": "sign",
    "preposition_signs": "preposition_sign",
    "numbers": "number",
    "ordinals": "ordinal_day",
    "seasons": "season",
    "part_adjectives": "part_adjective",
    "part_phrases": "part_phrase",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class DateRule:
    """A rule of the codebook, compiled."""

    rule_id: str
    kind: str
    of: str | None
    is_duration: bool
    fields: Fields
    pattern: re.Pattern[str]
    after: re.Pattern[str] | None
    not_after: re.Pattern[str] | None
    not_before: re.Pattern[str] | None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class DateWords:
    """All rules, the words that an expression can begin with, and what each word of each list means."""

    rules: tuple[DateRule, ...]
    starters: frozenset[str]
    readings: Mapping[str, Mapping[str, Any]]


@cache
def build_date_words(vocabulary: Vocabulary) -> DateWords:
    """Return the grammar of a vocabulary's `date_words`."""
    codebook = vocabulary.codebook("date_words")
    readings, fragments = _readings(codebook), build_fragments(codebook)
    rules = tuple(_compile_rule(rule, fragments) for rule in codebook["rules"])
    words = {first_word(word) for reading in readings.values() for word in reading}
    literals = {word.casefold() for rule in codebook["rules"] for word in re.findall("[A-Za-z]+", rule["pattern"])}
    return DateWords(rules=rules, starters=frozenset(words | literals), readings=MappingProxyType(readings))


def first_word(words: str) -> str:
    """Return the letters that a word or a row of words begins with, in lower case."""
    match = re.match("[A-Za-z]+", words)
    return match[0].casefold() if match else ""


def normal_word(word: str) -> str:
    """Return a word as the readings know it: lower case, one space between words, no dot or hyphen at its end."""
    return " ".join(word.casefold().split()).rstrip(".- ")


def _readings(codebook: Fields) -> dict[str, dict[str, Any]]:
    readings: dict[str, dict[str, Any]] = {}
    for table, name in _TABLES.items():
        readings[name] = _reading(codebook[table])
    readings["month"] = readings["month_full"] = _reading(codebook["months"])
    readings["weekday"] = readings["weekday_any"] = _reading(codebook["weekdays"])
    readings["direction"] = readings["offset"] = _reading(codebook["directions"])
    readings["part_prefix"] = {**readings["part_adjective"], **readings["part_phrase"]}
    compound = {word: tuple(value) for word, value in codebook["compound_units"].items()}
    readings["unit_any"] = {word: (1, unit) for unit, words in codebook["units"].items() for word in words} | compound
    return readings


def _reading(table: Fields) -> dict[str, Any]:
    if all(isinstance(value, int) for value in table.values()):
        return {word.casefold(): value for word, value in table.items()}
    return {normal_word(word): _key(key) for key, words in table.items() for word in words}


def _key(key: str) -> Any:
    if re.fullmatch(r"-?\d+", key):
        return int(key)
    if re.fullmatch(r"\d+-\d+", key):
        return tuple(int(part) for part in key.split("-"))
    return key


def build_fragments(codebook: Fields) -> dict[str, str]:
    """Return the pattern that each <name> and ~name~ of a rule stands for."""
    fragments = {name: _any_of(words) for name, words in _readings(codebook).items()}
    fragments |= _FIGURES
    fragments["number"] = f"(?:{fragments['number']}|[0-9]{{1,3}})"
    fragments["day_number"] = _DAY
    fragments["month"] = _proper_names(codebook["months"], with_short=True)
    fragments["month_full"] = _proper_names(codebook["months"], with_short=False)
    fragments["weekday_any"] = _proper_names(codebook["weekdays"], with_short=True)
    fragments["weekday"] = _proper_names(codebook["weekdays"], with_short=False)
    fragments["part_prefix"] = f"{fragments['part_prefix']}(?:{_SPACE}|-)"
    units = {unit: words[0] for unit, words in codebook["units"].items()}
    fragments["unit"] = fragments["unit_long"] = _any_of([units["week"], units["month"], units["year"]])
    fragments["unit_one"] = _any_of(units.values())
    fragments["unit_month_year"] = _any_of([units["month"], units["year"]])
    fragments |= {f"unit_{unit}": _any_of([units[unit]]) for unit in ("week", "month", "year")}
    fragments |= {name: _any_of(words) for name, words in codebook["lists"].items()}
    return fragments


def _any_of(words: Iterable[str]) -> str:
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    choices = "|".join(re.escape(word).replace("\\ ", _SPACE) for word in longest_first)
    # In ASCII, since elsewhere the dotless i of Turkish is an i to a pattern, and to no list.
    return f"(?ai:{choices})"


def _proper_names(table: Mapping[str, list[str]], *, with_short: bool) -> str:
    """Names in title case or capitals: the first of a line is the full one, the others are short and may have a dot."""
    full = [names[0] for names in table.values()]
    short = [name for names in table.values() for name in names[1:]] if with_short else []
    choices = [f"(?:{'|'.join(re.escape(case) for name in full for case in (name, name.upper()))})(?!\\w)"]
    if short:
        cases = sorted((case for name in short for case in (name, name.upper())), key=len, reverse=True)
        choices.append(f"(?:{'|'.join(map(re.escape, cases))})(?!\\w)\\.?")
    return f"(?:{'|'.join(choices)})"


def list_placeholders(template: str) -> list[str]:
    """Return the names of the lists that a pattern of a rule asks for."""
    return [name or unread for name, _, unread in _PLACEHOLDER.findall(template)]


def _compile_rule(rule: Fields, fragments: Mapping[str, str]) -> DateRule:
    def behind(key: str) -> re.Pattern[str] | None:
        return re.compile(rf"(?<!\w)(?:{expand_template(rule[key], fragments)})\Z") if key in rule else None

    not_before = rule.get("not_before")
    return DateRule(
        rule_id=rule["id"],
        kind=rule["kind"],
        of=rule.get("of"),
        is_duration=rule.get("duration", False),
        fields=MappingProxyType(rule.get("set", {})),
        pattern=re.compile(f"{_BEGIN}{expand_template(rule['pattern'], fragments)}{_END}"),
        after=behind("after"),
        not_after=behind("not_after"),
        not_before=re.compile(expand_template(not_before, fragments)) if not_before else None,
    )


def expand_template(template: str, fragments: Mapping[str, str]) -> str:
    """Return a pattern of a rule as a regular expression; raises KeyError where it names a list that is not known."""

    def fragment(match: re.Match[str]) -> str:
        name, second, unread = match.groups()
        return f"(?:{fragments[unread]})" if unread else f"(?P<{name}{second}>{fragments[name]})"

    return _PLACEHOLDER.sub(fragment, template.replace(" ", _SPACE))
