"""The cross-check: every file of citation and metadata says what the descriptor says, and what its standard asks."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from security_meetings.citation import apa, cff, codebook_markdown, codebook_page, croissant, schema_org, zenodo
from security_meetings.citation.files import read_files, read_schemas
from security_meetings.citation.told import NAMES_JOINED, READERS, Told, parse_json
from security_meetings.citation.work import DESCRIPTOR, Work, load_descriptor, one_line, read_work
from security_meetings.problems import DataProblems, Problem, Severity

FIELDS = ("title", "version", "licence", "creators", "released", "doi", "homepage", "rights")
TODO = "write the files again: security-meetings describe FOLDER"
_NOTHING = "nothing"
_LONGEST_VALUE = 200
Fault = tuple[str, str, str]
_STANDARDS: Mapping[str, Callable[[Mapping[str, Any]], Iterator[Fault]]] = {
    zenodo.FILE: zenodo.find_deposit_faults,
    schema_org.FILE: schema_org.find_dataset_faults,
    croissant.FILE: croissant.find_croissant_faults,
}


def check_agreement(folder: Path) -> tuple[Problem, ...]:
    """Return what the files of a folder say otherwise than its descriptor, or leave out that their standard asks.

    All are errors, but for what nobody knows yet (an address, a date before the release): these are notices.
    """
    try:
        descriptor = load_descriptor(folder)
        work, files, schemas = read_work(descriptor), read_files(descriptor), read_schemas(descriptor)
    except DataProblems as found:
        return found.problems
    problems: list[Problem] = []
    texts = {name: text for name in READERS if (text := _read(folder / name, problems)) is not None}
    for name, text in texts.items():
        problems.extend(_check_fields(name, text, work))
    for name, find_faults in _STANDARDS.items():
        document = _parse(texts.get(name))
        problems.extend(_to_problem(name, fault, work) for fault in find_faults(document) if document)
    described = {
        schema_org.FILE: schema_org.describe_dataset(work, files, schemas),
        croissant.FILE: croissant.describe_croissant(work, files, schemas),
    }
    for name, expected in described.items():
        problems.extend(_check_parts(name, _parse(texts.get(name)), expected))
    return tuple(problems)


def _read(path: Path, problems: list[Problem]) -> str | None:
    try:
        return path.read_text(encoding="utf-8")
    except FileNotFoundError:
        problems.append(_problem("missing-file", path.name, "is not there", "the file, made from the descriptor"))
    except UnicodeDecodeError as error:
        problems.append(_problem("unreadable", path.name, f"cannot be read ({error})", "a text in UTF-8"))
    return None


def _parse(text: str | None) -> dict[str, Any]:
    """Return a JSON object, empty where there is none; why is told by the check of its fields."""
    try:
        return parse_json(text or "{}")
    except ValueError:
        return {}


def _check_fields(name: str, text: str, work: Work) -> Iterator[Problem]:
    try:
        told = READERS[name](text)
    except ValueError as error:
        yield _problem("unreadable", name, f"cannot be read ({one_line(error)})", "the form of its standard")
        return
    expected = expect_of(name, work)
    for field in FIELDS:
        value = told.get(field, "")
        if value != expected[field] and not _is_same(name, field, text, value, work):
            what = f"says {_quote(value)}" if value else "says nothing"
            wanted = f"{_quote(expected[field])}, as in {DESCRIPTOR}"
            yield _problem("disagrees", f"{name}, {field}", what, wanted)


def expect_of(name: str, work: Work) -> Told:
    """Return what a file has to tell of the work, in the manner of that file."""
    inverted = NAMES_JOINED.join(creator.inverted for creator in work.creators)
    in_full = NAMES_JOINED.join(creator.name for creator in work.creators)
    cited = apa.join_names([apa.apa_name(creator) for creator in work.creators])
    creators = {
        apa.FILE: cited if cited.endswith(".") else f"{cited}.",
        codebook_markdown.FILE: in_full,
        codebook_page.FILE: in_full,
    }
    licences = {
        zenodo.FILE: work.licence.name.lower(),
        schema_org.FILE: work.licence.url,
        croissant.FILE: work.licence.url,
    }
    return {
        "title": work.title,
        "version": work.version,
        "licence": licences.get(name, work.licence.name),
        "creators": creators.get(name, inverted),
        "released": work.released.isoformat() if work.released else "",
        "doi": work.doi or "",
        "homepage": work.homepage or "",
        "rights": work.rights,
    }


def _is_same(name: str, field: str, text: str, value: str, work: Work) -> bool:
    """Return whether a value that differs says the same: a summary that ends with it, a citation as it must be."""
    if name == cff.FILE and field == "rights":
        return value.endswith(work.rights)
    # A name or title that looks like another part of the citation cannot be told from it.
    return name == apa.FILE and text == apa.format_citation_text(work)


def _to_problem(name: str, fault: Fault, work: Work) -> Problem:
    key, what, expected = fault
    is_unknown = {"url": not work.url, "datePublished": not work.released}.get(key, False)
    if name == croissant.FILE and is_unknown:
        told = "is not known yet, and therefore left out"
        return _problem("not-known-yet", f"{name}, {key}", told, "one before the data are announced", "notice")
    return _problem("standard", f"{name}, {key}", what, expected)


def _check_parts(name: str, document: Mapping[str, Any], expected: Mapping[str, Any]) -> Iterator[Problem]:
    """Yield the files, tables and columns that a document describes otherwise than the descriptor."""
    for key, parts in expected.items() if document else ():
        if isinstance(parts, list) and parts and isinstance(parts[0], Mapping) and key not in ("creator", "publisher"):
            yield from _compare_parts(f"{name}, {key}", document.get(key), parts)


def _compare_parts(where: str, told: Any, expected: list[Any]) -> Iterator[Problem]:
    found = {_name_part(part): part for part in told if isinstance(part, Mapping)} if isinstance(told, list) else {}
    for part in expected:
        name = _name_part(part)
        other = found.pop(name, None)
        if other is None:
            yield _problem("disagrees", f"{where}, {name}", "is missing", f"it, as in {DESCRIPTOR}")
            continue
        for key in sorted({*part, *other} - {"field"}):
            if part.get(key) != other.get(key):
                wanted = f"{_quote(part.get(key))}, as in {DESCRIPTOR}"
                yield _problem("disagrees", f"{where}, {name}, {key}", f"says {_quote(other.get(key))}", wanted)
        if "field" in part:
            yield from _compare_parts(where, other.get("field"), part["field"])
    for name in found:
        yield _problem("disagrees", f"{where}, {name}", f"is not in {DESCRIPTOR}", _NOTHING)


def _name_part(part: Mapping[str, Any]) -> str:
    return str(part.get("@id") or part.get("contentUrl") or part.get("name"))


def _quote(value: Any) -> str:
    if value in (None, ""):
        return _NOTHING
    text = one_line(value)
    return f'"{text if len(text) <= _LONGEST_VALUE else text[: _LONGEST_VALUE - 1] + "…"}"'


def _problem(kind: str, where: str, what: str, expected: str, severity: Severity = "error") -> Problem:
    todo = "" if severity == "notice" else TODO
    return Problem(severity=severity, rule_id=f"citation.{kind}", where=where, what=what, expected=expected, todo=todo)
