"""The dataset as a work that is cited: what its descriptor tells of it, read once for every form of citation."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from security_meetings.problems import DataProblems, Problem

DESCRIPTOR = "datapackage.json"
CREATOR_ROLES = frozenset(("creator", "author"))
PUBLISHER_ROLE = "publisher"
DOI_RESOLVER = "https://doi.org/"
_DOI = re.compile(r"(?:https?://(?:dx\.)?doi\.org/|doi:)?(10\.\d{4,9}/[-._;()/:A-Za-z0-9]+)")
_URL = re.compile(r"""https?://[^\s<>"{}|\\^`\x00-\x20\x7f-\U0010ffff]+""")
_ORCID = re.compile(r"https?://orcid\.org/(\d{4}-\d{4}-\d{4}-\d{3}[\dX])/?")
_VERSION = re.compile(r"[0-9A-Za-z][0-9A-Za-z.+-]*")
_LICENCE = re.compile(r"[0-9A-Za-z][0-9A-Za-z.+-]*")
_UNPRINTABLE = frozenset(("Cc", "Cs", "Zl", "Zp"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Contributor:
    """A person, where given and family name are told, else an organisation or group under its `name`."""

    name: str
    given: str = ""
    family: str = ""
    affiliation: str = ""
    orcid: str = ""

    @property
    def is_person(self) -> bool:
        """Return whether it is a person whose family name is told."""
        return bool(self.family)

    @property
    def inverted(self) -> str:
        """Return the name with the family name first, that of an organisation as it is."""
        return ", ".join(part for part in (self.family, self.given) if part) if self.is_person else self.name


@dataclass(frozen=True, slots=True, kw_only=True)
class Licence:
    """The licence of the data: SPDX identifier, address, title."""

    name: str
    url: str
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """What the data were made of; `url` is empty where none is told."""

    title: str
    url: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """The dataset in one version; `released`, `doi` and `homepage` are None as long as they are not known.

    `rights` says in words what is under which licence, `paragraphs` what the dataset is.
    """

    name: str
    title: str
    paragraphs: tuple[str, ...]
    version: str
    licence: Licence
    rights: str
    creators: tuple[Contributor, ...]
    publishers: tuple[Contributor, ...] = ()
    keywords: tuple[str, ...] = ()
    sources: tuple[Source, ...] = ()
    released: date | None = None
    doi: str | None = None
    homepage: str | None = None

    @property
    def description(self) -> str:
        """Return what the dataset is, as one paragraph."""
        return " ".join(self.paragraphs)

    @property
    def doi_url(self) -> str:
        """Return the address of the DOI, empty where there is none."""
        return f"{DOI_RESOLVER}{self.doi}" if self.doi else ""

    @property
    def url(self) -> str:
        """Return the homepage, else the address of the DOI, empty where neither is known."""
        return self.homepage or self.doi_url


def one_line(text: object) -> str:
    """Return a text without control characters, each stretch of white space as one space."""
    kept = (" " if unicodedata.category(letter) in _UNPRINTABLE else letter for letter in str(text))
    return " ".join("".join(kept).split())


def load_descriptor(folder: Path) -> dict[str, Any]:
    """Return the descriptor of a folder; raises DataProblems where there is none or it is no JSON object."""
    path = folder / DESCRIPTOR
    try:
        descriptor = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise DataProblems([_fault("", "is not there", "the descriptor of a data package")]) from None
    except (json.JSONDecodeError, UnicodeDecodeError) as error:
        raise DataProblems([_fault("", f"cannot be read ({error})", "JSON in UTF-8")]) from error
    if not isinstance(descriptor, dict):
        raise DataProblems([_fault("", "holds no JSON object", "the descriptor of a data package")])
    return descriptor


def read_work(descriptor: Mapping[str, Any]) -> Work:
    """Return the work that a descriptor describes; raises DataProblems with all that is missing or wrong in it."""
    problems: list[Problem] = []
    version = _matching(descriptor, "version", _VERSION, "a version such as 1.0.0", problems)
    licence = _read_licence(descriptor, problems)
    people = list(_read_contributors(descriptor, problems))
    creators = tuple(one for one, roles in people if roles & CREATOR_ROLES)
    if not creators:
        expected = 'at least one with the role "creator"'
        problems.append(_fault("contributors", "names nobody who made the data", expected))
    work = Work(
        name=one_line(descriptor.get("name") or "dataset"),
        title=_required_text(descriptor, "title", problems),
        paragraphs=_read_paragraphs(descriptor, problems),
        version=version or "",
        licence=licence,
        rights=one_line(descriptor.get("rights") or f"The data are under the licence {licence.title}."),
        creators=creators,
        publishers=tuple(one for one, roles in people if PUBLISHER_ROLE in roles),
        keywords=tuple(one_line(keyword) for keyword in _listed(descriptor, "keywords", problems)),
        sources=tuple(_read_sources(descriptor, problems)),
        released=_read_released(descriptor, problems),
        doi=_optional(descriptor, "id", _DOI, "a DOI such as https://doi.org/10.5281/zenodo.1", problems),
        homepage=_optional(descriptor, "homepage", _URL, "an address that starts with https://", problems),
    )
    if problems:
        raise DataProblems(problems)
    return work


def _fault(key: str, what: str, expected: str) -> Problem:
    return Problem(
        severity="error",
        rule_id="citation.descriptor",
        where=f"{DESCRIPTOR}, {key}" if key else DESCRIPTOR,
        what=what,
        expected=expected,
        todo=f"correct {DESCRIPTOR}",
    )


def _required_text(descriptor: Mapping[str, Any], key: str, problems: list[Problem]) -> str:
    text = one_line(descriptor.get(key) or "")
    if not text:
        problems.append(_fault(key, "is missing", "a text"))
    return text


def _read_paragraphs(descriptor: Mapping[str, Any], problems: list[Problem]) -> tuple[str, ...]:
    lines = (one_line(line) for line in str(descriptor.get("description") or "").splitlines())
    paragraphs = tuple(line for line in lines if line)
    if not paragraphs:
        problems.append(_fault("description", "is missing", "a text"))
    return paragraphs


def _optional(
    descriptor: Mapping[str, Any], key: str, pattern: re.Pattern[str], expected: str, problems: list[Problem]
) -> str | None:
    """Return the value of a key, its first group where the pattern has one; None where it is not told."""
    if descriptor.get(key) is None:
        return None
    return _matching(descriptor, key, pattern, expected, problems)


def _matching(
    descriptor: Mapping[str, Any], key: str, pattern: re.Pattern[str], expected: str, problems: list[Problem]
) -> str | None:
    value = descriptor.get(key)
    if value is None:
        problems.append(_fault(key, "is missing", expected))
        return None
    match = pattern.fullmatch(value) if isinstance(value, str) else None
    if match is None:
        problems.append(_fault(key, f'"{one_line(value)}" cannot be used', expected))
        return None
    return match.group(pattern.groups)


def _read_licence(descriptor: Mapping[str, Any], problems: list[Problem]) -> Licence:
    told = [one for one in _listed(descriptor, "licenses", problems) if isinstance(one, Mapping)]
    if len(told) != 1:
        problems.append(_fault("licenses", f"holds {len(told)} licences", "the one licence of the data"))
        return Licence(name="", url="", title="")
    entry = {f"licenses, {key}": value for key, value in told[0].items()}
    name = _matching(entry, "licenses, name", _LICENCE, "an SPDX identifier such as CC-BY-4.0", problems) or ""
    url = _matching(entry, "licenses, path", _URL, "the address of the licence", problems) or ""
    return Licence(name=name, url=url, title=one_line(told[0].get("title") or name))


def _listed(descriptor: Mapping[str, Any], key: str, problems: list[Problem]) -> Sequence[Any]:
    value = descriptor.get(key) or []
    if isinstance(value, list):
        return value
    problems.append(_fault(key, f'"{one_line(value)}" is no list', "a list"))
    return []


def _read_contributors(
    descriptor: Mapping[str, Any], problems: list[Problem]
) -> Iterator[tuple[Contributor, frozenset[str]]]:
    for number, told in enumerate(_listed(descriptor, "contributors", problems), start=1):
        entry = told if isinstance(told, Mapping) else {}
        given, family = (one_line(entry.get(key) or "") for key in ("givenName", "familyName"))
        name = one_line(entry.get("title") or f"{given} {family}")
        if not name:
            problems.append(_fault(f"contributors, number {number}", "has no name", "title, or givenName, familyName"))
            continue
        affiliation = one_line(entry.get("organization") or "")
        orcid = _ORCID.fullmatch(str(entry.get("path") or ""))
        roles = entry.get("roles")
        yield (
            Contributor(
                name=name,
                given=given,
                family=family,
                affiliation=affiliation if affiliation != name else "",
                orcid=orcid.group(1) if orcid else "",
            ),
            frozenset(str(role) for role in roles) if isinstance(roles, list) else frozenset(),
        )


def _read_sources(descriptor: Mapping[str, Any], problems: list[Problem]) -> Iterator[Source]:
    for number, told in enumerate(_listed(descriptor, "sources", problems), start=1):
        place = f"sources, number {number}"
        entry = told if isinstance(told, Mapping) else {}
        title = one_line(entry.get("title") or "")
        if not title:
            problems.append(_fault(place, "has no title", "a text"))
        address = {f"{place}, path": entry.get("path")}
        yield Source(title=title, url=_optional(address, f"{place}, path", _URL, "an address", problems) or "")


def _read_released(descriptor: Mapping[str, Any], problems: list[Problem]) -> date | None:
    told = descriptor.get("created")
    if told is None:
        return None
    try:
        moment = datetime.fromisoformat(told) if isinstance(told, str) and "T" in told.upper() else None
    except ValueError:
        moment = None
    if moment is None or moment.tzinfo is None:
        problems.append(_fault("created", f'"{one_line(told)}" is no moment', "one such as 2026-11-20T00:00:00Z"))
        return None
    return moment.date()
