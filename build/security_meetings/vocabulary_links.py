"""Words of the codebook that stand for something elsewhere: codes of other files, forms of keys, ranges of letters."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from security_meetings.problems import Problem, nearest_value
from security_meetings.vocabularies import Vocabulary
from security_meetings.vocabulary_faults import fault, show

LAST_LETTER = 0x10FFFF


KEYS, EACH = "keys", "*"
COUNTRIES, ORGANIZATIONS = ("countries", "country_code"), ("organizations", "organization_id")
OFFICE_TYPES, THREAT_TYPES = ("office_types", ""), ("threat_types", "")


@dataclass(frozen=True, slots=True, kw_only=True)
class CodebookLink:
    """Values in a codebook that must be codes: where they stand, and the files whose codes they may be.

    In `path`, EACH is every key of a table, and KEYS as its last step means the keys themselves. A target is a
    gazetteer with the column of its codes, or, with none, a codebook, whose keys count.
    """

    path: tuple[str, ...]
    targets: tuple[tuple[str, str], ...]


def _link(path: str, *targets: tuple[str, str]) -> CodebookLink:
    return CodebookLink(path=tuple(path.split(".")), targets=targets)


LINKS: Mapping[str, tuple[CodebookLink, ...]] = {
    "actor_words": (
        _link("heads.*", OFFICE_TYPES),
        _link("leading_heads.types_of_bodies", OFFICE_TYPES),
        _link("agencies.keys", COUNTRIES),
        _link("agencies.*.keys", OFFICE_TYPES),
        _link("own_offices.*", COUNTRIES, ORGANIZATIONS),
        _link("own_bodies.*", COUNTRIES, ORGANIZATIONS),
        _link("issuers.domains.*", COUNTRIES),
        _link("issuers.dials.*", COUNTRIES),
        _link("joined_forms.*", COUNTRIES),
    ),
    "header_words": (_link("calendar.month_first", COUNTRIES),),
    "meeting_cues": (_link("seats.bodies", ORGANIZATIONS),),
    "threat_types": tuple(
        _link(f"*.{key}", THREAT_TYPES) for key in ("depends_on", "covered_by", "yields_to", "groups_yield_to")
    ),
}
MONTHS, WEEKDAYS, SIGNS, PARTS = "[1-9]|1[0-2]", "[0-6]", "-1|1", "early|mid|late"
KEY_FORMS: Mapping[str, Mapping[str, str]] = {
    "date_words": {
        "months": MONTHS,
        "jalali_months": MONTHS,
        "weekdays": WEEKDAYS,
        "part_adjectives": PARTS,
        "part_phrases": PARTS,
        "seasons": "([1-9]|1[0-2])-([1-9]|1[0-2])",
        "quarters": "[1-4]",
        "halves": "[12]",
        "directions": "-1|0|1",
        "relative_days": "-?[0-9]",
        "units": "day|week|month|year",
        "signs": SIGNS,
        "preposition_signs": SIGNS,
    },
}


def find_wrong_links(name: str, vocabulary: Vocabulary) -> Iterator[Problem]:
    """Yield each word of a codebook that should be a code of another file and is none, and each key of another form."""
    place, book = f"codebook/{name}.toml", vocabulary.codebooks[name]
    for link in LINKS.get(name, ()):
        known = [_codes_of(target, vocabulary) for target in link.targets]
        if not all(known):
            continue
        for where, code in _words_at(book, link.path, ""):
            if not any(code in codes for codes in known):
                yield _no_code(place, where, code, set().union(*known), " or ".join(map(_file_of, link.targets)))
    for table, form in KEY_FORMS.get(name, {}).items():
        for key in book[table]:
            if re.fullmatch(form, key) is None:
                what = f"{show(key)} in {table} is no key there"
                yield fault("wrong-key", place, what, f"a key of the form {form}", f"mend {place}")


def _codes_of(target: tuple[str, str], vocabulary: Vocabulary) -> Collection[str]:
    """Return the codes that a link may lead to; none where their file has faults of its own."""
    name, column = target
    if not column:
        return vocabulary.codebooks.get(name, {}).keys()
    # A row with too few cells has None in the others.
    return {row.get(column) or "" for row in vocabulary.gazetteers.get(name, ())}


def _file_of(target: tuple[str, str]) -> str:
    name, column = target
    return f"gazetteer/{name}.csv" if column else f"codebook/{name}.toml"


def _words_at(value: Any, path: tuple[str, ...], place: str) -> Iterator[tuple[str, str]]:
    if not path or path[0] == KEYS:
        yield from ((place, word) for word in ([value] if isinstance(value, str) else value))
    elif isinstance(value, dict):
        for key in value if path[0] == EACH else path[:1] if path[0] in value else ():
            yield from _words_at(value[key], path[1:], f"{place}.{key}" if place else key)


def _no_code(place: str, where: str, code: str, known: Collection[str], target: str) -> Problem:
    near = nearest_value(code, known)
    return fault(
        "dangling-code",
        place,
        f"{show(code)} in {where} does not stand in {target}",
        show(near) if near else f"a code of {target}",
        f"mend {place} or add the code to {target}",
    )


def find_wrong_languages(place: str, book: Mapping[str, Any]) -> Iterator[Problem]:
    """Yield each range of letters that is no pair from a first to a last, and each language or script not described."""
    for script, told in book["scripts"].items():
        for number, ends in enumerate(told["ranges"], start=1):
            if len(ends) != 2 or not 0 <= ends[0] <= ends[1] <= LAST_LETTER:
                what = f"{show(str(ends))} in scripts.{script}.ranges[{number}] is no range of letters"
                yield fault("wrong-range", place, what, "a first and a last number, such as [65, 90]", f"mend {place}")
        if not told["ranges"]:
            yield fault("wrong-range", place, f"scripts.{script} has no ranges", "at least one", f"mend {place}")
    for language, told in book["languages"].items():
        if told["script"] not in book["scripts"]:
            where = f"languages.{language}.script"
            yield _no_code(place, where, told["script"], book["scripts"].keys(), place)
