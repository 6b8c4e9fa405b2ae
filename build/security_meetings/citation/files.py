"""The tables and data files that a descriptor lists, and how files of metadata are written as JSON."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from security_meetings.citation.work import DESCRIPTOR, one_line
from security_meetings.problems import DataProblems, Problem
from security_meetings.schema_faults import find_faults
from security_meetings.schemas import TableSchema, build_schema

_SHA256 = re.compile(r"sha256:([0-9a-f]{64})")
_PARQUET = "parquet"
_PARQUET_SUFFIX = "-parquet"


@dataclass(frozen=True, slots=True, kw_only=True)
class DataFile:
    """A file with the rows of a table; `sha256` in hexadecimal digits."""

    path: str
    table: str
    title: str
    description: str
    format: str
    mediatype: str
    size: int
    sha256: str

    @property
    def is_parquet(self) -> bool:
        """Return whether the file keeps the types of its columns."""
        return self.format == _PARQUET


def read_files(descriptor: Mapping[str, Any]) -> tuple[DataFile, ...]:
    """Return the data files that a descriptor lists; raises DataProblems where it does not say enough of one."""
    problems: list[Problem] = []
    files = tuple(_read_files(descriptor, problems))
    if problems:
        raise DataProblems(problems)
    return files


def read_schemas(descriptor: Mapping[str, Any]) -> dict[str, TableSchema]:
    """Return the schemas that a self-contained descriptor holds; raises DataProblems with the faults of all."""
    problems: list[Problem] = []
    schemas: dict[str, TableSchema] = {}
    for resource in _resources(descriptor):
        if resource.get("type") != "table":
            continue
        name = str(resource.get("name"))
        declared = resource.get("schema")
        if not isinstance(declared, Mapping):
            problems.append(_fault(name, "schema", "is not in the descriptor", "a Table Schema, inlined"))
            continue
        found = list(find_faults(Path(f"{name}.json"), dict(declared)))
        problems.extend(found)
        if not found:
            schemas[name] = build_schema(name, declared)
    if problems:
        raise DataProblems(problems)
    return schemas


def format_json(document: Mapping[str, Any]) -> str:
    """Return a document as JSON that can also stand in a web page: no value ends a script element."""
    text = json.dumps(document, indent=2, ensure_ascii=False)
    for letter in "<>&":
        text = text.replace(letter, f"\\u{ord(letter):04x}")
    return f"{text}\n"


def _resources(descriptor: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    resources = descriptor.get("resources")
    yield from (one for one in resources if isinstance(one, Mapping)) if isinstance(resources, list) else ()


def _read_files(descriptor: Mapping[str, Any], problems: list[Problem]) -> Iterator[DataFile]:
    for resource in _resources(descriptor):
        name, path, size = str(resource.get("name")), resource.get("path"), resource.get("bytes")
        sha256 = _SHA256.fullmatch(str(resource.get("hash")))
        if not isinstance(path, str) or not isinstance(size, int) or sha256 is None:
            expected = "path, bytes, and hash as sha256 of the file"
            problems.append(_fault(name, "file", "is not described in full", expected))
            continue
        yield DataFile(
            path=path,
            table=str(resource.get("alternativeTo") or name.removesuffix(_PARQUET_SUFFIX)),
            title=one_line(resource.get("title") or name),
            description=one_line(resource.get("description") or ""),
            format=str(resource.get("format") or ""),
            mediatype=str(resource.get("mediatype") or "application/octet-stream"),
            size=size,
            sha256=sha256.group(1),
        )


def _fault(name: str, key: str, what: str, expected: str) -> Problem:
    return Problem(
        severity="error",
        rule_id="citation.descriptor",
        where=f"{DESCRIPTOR}, resource {name}, {key}",
        what=what,
        expected=expected,
        todo="build again: security-meetings build",
    )
