"""An edition: the tables of finished files as texts of cells, with their schemas as declared."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from security_meetings.archives import read_file
from security_meetings.problems import DataProblems, Problem
from security_meetings.row_changes import Key

DESCRIPTOR = "datapackage.json"
Cells = Mapping[str, str]
Rows = Mapping[Key, Cells]


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """The tables of one version: the schema of each as declared, and its rows by key; a cell without text is empty."""

    schemas: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    rows: Mapping[str, Rows] = field(default_factory=dict)
    version: str = ""

    def columns(self, table_name: str) -> tuple[str, ...]:
        """Return the names of the columns of a table in order."""
        return tuple(column["name"] for column in self.schemas[table_name]["fields"])


def read_edition(place: Path) -> Edition:
    """Return the edition in a folder of finished files or an archive of them.

    Raises DataProblems where there is no descriptor, or where a table is missing or not as its schema says.
    """
    descriptor = read_package(place)
    problems: list[Problem] = []
    schemas = {
        resource["name"]: resource["schema"]
        for resource in descriptor.get("resources", ())
        if isinstance(resource.get("schema"), dict)
    }
    rows = {name: _read_rows(place, name, schema, problems) for name, schema in schemas.items()}
    if problems:
        raise DataProblems(problems)
    return Edition(schemas=schemas, rows=rows, version=str(descriptor.get("version", "")))


def read_package(place: Path) -> dict[str, Any]:
    """Return the descriptor of a folder or an archive; raises DataProblems where there is none."""
    content = read_file(place, DESCRIPTOR)
    try:
        descriptor = json.loads(content.decode("utf-8")) if content is not None else None
    except (json.JSONDecodeError, UnicodeDecodeError) as error:
        raise DataProblems([_fault(place, DESCRIPTOR, f"is no JSON: {error}", "a Data Package descriptor")]) from error
    if not isinstance(descriptor, dict):
        what = "there is no such file" if content is None else "holds no JSON object"
        raise DataProblems([_fault(place, DESCRIPTOR, what, "the descriptor of finished files")])
    return descriptor


def read_key(schema: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the columns of the primary key of a schema as declared."""
    key = schema.get("primaryKey", ())
    return (key,) if isinstance(key, str) else tuple(key)


def _read_rows(place: Path, name: str, schema: Mapping[str, Any], problems: list[Problem]) -> Rows:
    where = f"csv/{name}.csv"
    content = read_file(place, where)
    columns = tuple(column["name"] for column in schema["fields"])
    if content is None:
        problems.append(_fault(place, where, "there is no such file", "the rows of the table"))
        return {}
    try:
        lines = list(csv.reader(io.StringIO(content.decode("utf-8"), newline=""), strict=True))
    except (csv.Error, UnicodeDecodeError) as error:
        problems.append(_fault(place, where, f"cannot be read ({error})", "CSV in UTF-8"))
        return {}
    if not lines or tuple(lines[0]) != columns:
        problems.append(_fault(place, where, "the header is not that of its schema", ",".join(columns)))
        return {}
    rows: dict[Key, Cells] = {}
    for number, line in enumerate(lines[1:], start=2):
        cells = dict(zip(columns, line, strict=False))
        key = tuple(cells.get(column, "") for column in read_key(schema))
        if len(line) != len(columns):
            problems.append(_fault(place, f"{where}, row {number}", f"has {len(line)} cells", f"{len(columns)}"))
        elif key in rows:
            problems.append(_fault(place, f"{where}, row {number}", f'"{",".join(key)}" stands twice', "each key once"))
        rows[key] = cells
    return rows


def _fault(place: Path, where: str, what: str, expected: str) -> Problem:
    return Problem(
        severity="error",
        rule_id="release.no-edition",
        where=f"{place.name}/{where}",
        what=what,
        expected=expected,
        todo="name a folder that a build wrote, or an archive that was released",
    )
