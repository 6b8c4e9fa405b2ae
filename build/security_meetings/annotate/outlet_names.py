"""The names of news outlets and where they stand in a line."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from itertools import groupby

from security_meetings.annotate.lines import split_chunks
from security_meetings.vocabularies import Vocabulary

NOT_LETTERS = re.compile(r"[\W_]+")
DOMAIN_START = re.compile(r"^(?:https?://)?(?:www\d?\.|en\.|eng\.|english\.)?", re.IGNORECASE)

INITIALS_AFTER = re.compile(r" \(([A-Z]{2,6})\)$")
INITIALS_BEFORE = re.compile(r"([A-Z]{2,6}) (?=[A-Z])")
DESK = re.compile(r"(?:['’]s?)(?: [A-Z][\w\-]+){0,3} (?:[Ss]ervice|[Bb]ureau|[Dd]esk|[Tt]eam|[Oo]ffice)$")
NAME_LENGTH = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedOutlet:
    """An outlet as the gazetteer knows it under one of its names."""

    outlet_id: str
    name_kind: str
    outlet_kind: str
    is_ambiguous: bool
    country_code: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OutletMention:
    """A listed outlet named at a place of the text."""

    start: int
    end: int
    outlet: ListedOutlet


@dataclass(frozen=True, slots=True, eq=False)
class OutletNames:
    """All names of outlets: patterns, and the outlet behind each written and each squeezed form."""

    pattern: re.Pattern[str]
    self_pattern: re.Pattern[str]
    domain_pattern: re.Pattern[str]
    by_written: dict[str, ListedOutlet]
    by_squeezed: dict[str, ListedOutlet]
    sharers: dict[str, frozenset[str]]


@cache
def compile_outlets(vocabulary: Vocabulary) -> OutletNames:
    """Return the names of the vocabulary's outlets, ready for searching."""
    kinds = {row["outlet_id"]: row["kind"] for row in vocabulary.gazetteer("outlets")}
    states = {row["outlet_id"]: row["country_code"] for row in vocabulary.gazetteer("outlets")}
    rows = sorted(vocabulary.gazetteer("outlet_names"), key=lambda row: row["is_ambiguous"] == "true")
    by_written: dict[str, ListedOutlet] = {}
    sharers: dict[str, set[str]] = {}
    for row in rows:
        sharers.setdefault(row["name"], set()).add(row["outlet_id"])
        outlet = ListedOutlet(
            outlet_id=row["outlet_id"],
            name_kind=row["kind"],
            outlet_kind=kinds[row["outlet_id"]],
            is_ambiguous=row["is_ambiguous"] == "true",
            country_code=states[row["outlet_id"]],
        )
        by_written.setdefault(row["name"], outlet)
    named = {name: outlet for name, outlet in by_written.items() if outlet.name_kind != "self_reference"}
    # Headers print names in capitals.
    named = {**{name.upper(): outlet for name, outlet in named.items() if len(name) > 5}, **named}
    by_squeezed: dict[str, ListedOutlet] = {}
    for name, outlet in by_written.items():
        by_squeezed.setdefault(squeeze_name(name), outlet)
    selves = [name for name, outlet in by_written.items() if outlet.name_kind == "self_reference"]
    domains = [name for name, outlet in by_written.items() if outlet.name_kind == "domain"]
    return OutletNames(
        pattern=_any_of(named),
        self_pattern=_any_of(selves),
        domain_pattern=_any_of(domains),
        by_written={**by_written, **named},
        by_squeezed=by_squeezed,
        sharers={name: frozenset(ids) for name, ids in sharers.items() if len(ids) > 1},
    )


def _any_of(names: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<![^\W_])(?:{trie_pattern(names)})(?![^\W_])")


def trie_pattern(names: Iterable[str]) -> str:
    """Return a pattern of all names that shares their beginnings, so that thousands are tried at once."""
    ordered = sorted(set(names))
    return _branch(ordered, 0) if ordered else r"(?!)"


def _branch(names: list[str], depth: int) -> str:
    if len(names) == 1:
        return re.escape(names[0][depth:])
    ends_here = len(names[0]) == depth
    groups = groupby(names[1:] if ends_here else names, key=lambda name: name[depth])
    branches = [re.escape(letter) + _branch(list(group), depth + 1) for letter, group in groups]
    joined = branches[0] if len(branches) == 1 and not ends_here else f"(?:{'|'.join(branches)})"
    return joined + "?" if ends_here else joined


def squeeze_name(name: str) -> str:
    """Return a name in lower case with letters and digits only, a site's prefix and an article left out."""
    squeezed = NOT_LETTERS.sub("", DOMAIN_START.sub("", name.strip()).casefold())
    return squeezed.removeprefix("the") if len(squeezed) > 6 else squeezed


def find_outlets(text: str, start: int, end: int, names: OutletNames) -> tuple[OutletMention, ...]:
    """Return the listed outlets named between two offsets, the longest name at each place."""
    return tuple(
        OutletMention(start=match.start(), end=match.end(), outlet=names.by_written[match.group()])
        for match in names.pattern.finditer(text, start, end)
    )


def match_outlet(text: str, names: OutletNames) -> ListedOutlet | None:
    """Return the outlet whose name is the whole of a short text, its own initials beside it allowed; else None."""
    known = names.by_squeezed.get(squeeze_name(text))
    if known is not None or len(text) > NAME_LENGTH:
        return known
    beside = INITIALS_AFTER.search(text) or INITIALS_BEFORE.match(text)
    if beside is None:
        return None
    rest = text[: beside.start()] if beside.start() else text[beside.end() :]
    initials = "".join(word[0] for word in rest.split() if word[0].isupper())
    return names.by_squeezed.get(squeeze_name(rest)) if beside[1] == initials else None


def match_own_line(line: str, intros: re.Pattern[str], names: OutletNames) -> OutletMention | None:
    """Return the outlet of a line in which it names itself: "Today from Oslo Daily:", "Oslo Daily's Foreign Desk"."""
    intro = intros.match(line)
    start = 0 if intro is None else intro.end()
    rest = line[start:].rstrip(" _:-–—|.")
    desk = DESK.search(rest)
    own = rest if desk is None else rest[: desk.start()]
    if intro is None and desk is None:
        return None
    known = match_outlet(own, names)
    return None if known is None else OutletMention(start=start, end=start + len(own), outlet=known)


def find_brand(text: str, start: int, names: OutletNames) -> OutletMention | None:
    """Return the outlet that is the whole of one chunk of a line, None where there is none."""
    offset = 0
    for chunk in split_chunks(text):
        offset = text.index(chunk, offset)
        known = match_outlet(chunk, names)
        if known is not None:
            left = start + offset + len(chunk) - len(chunk.lstrip())
            return OutletMention(start=left, end=left + len(chunk.strip()), outlet=known)
        offset += len(chunk)
    return None
