"""Faults of files in words: what Frictionless calls an error becomes a problem with place, value, remedy."""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import Any

from security_meetings.problems import Problem, nearest_value

TODO_CODING = "correct the coding of the row, or the schema where the value is right"
TODO_FILE = "build the package again"
CELL_ERRORS = frozenset({"type-error", "constraint-error", "unique-error"})
TWICE_ERRORS = frozenset({"unique-error", "primary-key", "unique-key"})
KEYS_COMPARED = 20_000
# What Frictionless says of these in terms of its own.
TOLD: Mapping[str, str] = {
    "byte-count": "has not as many bytes as datapackage.json says",
    "hash-count": "is not the file that datapackage.json describes: its sha256 is another",
    "encoding-error": "is no text in UTF-8 ({note})",
    "scheme-error": "cannot be opened",
    "missing-label": "the header does not have the column",
    "extra-label": "the header has a column too many",
    "missing-cell": "has a cell too few",
    "extra-cell": "has a cell too many",
    "blank-row": "is empty",
}
EXPECTED: Mapping[str, str] = {
    "byte-count": "the file as the build wrote it",
    "hash-count": "the file as the build wrote it",
    "encoding-error": "UTF-8",
    "scheme-error": "a file that is there and may be read",
    "missing-cell": "as many cells as the header has",
    "extra-cell": "as many cells as the header has",
    "blank-row": "rows with cells",
}


@dataclass(frozen=True, slots=True)
class Expected:
    """What cells of a package may hold: values listed in its schemas, keys of its tables."""

    folder: Path
    resources: Sequence[Mapping[str, Any]]
    _keys: dict[tuple[str, str], tuple[str, ...]] = field(default_factory=dict)

    def values(self, table: str, column: str) -> list[str]:
        """Return the values that a column is declared to have, none where it may have others."""
        for resource in self.resources:
            schema = resource.get("schema")
            for entry in schema["fields"] if resource["name"] == table and isinstance(schema, dict) else ():
                if entry["name"] == column:
                    return list(entry.get("constraints", {}).get("enum", ()))
        return []

    def keys(self, table: str, column: str) -> tuple[str, ...]:
        """Return the first cells of a column, as many as a wrong key is compared with."""
        if (table, column) not in self._keys:
            self._keys[table, column] = tuple(dict.fromkeys(self._read_keys(table, column)))
        return self._keys[table, column]

    def _read_keys(self, table: str, column: str) -> list[str]:
        try:
            with (self.folder / "csv" / f"{table}.csv").open(encoding="utf-8", newline="") as file:
                cells = [row.get(column) for row in islice(csv.DictReader(file), KEYS_COMPARED)]
        except (OSError, csv.Error, UnicodeDecodeError):
            return []
        return [cell for cell in cells if cell]


def error_problem(place: str, table: str, error: Mapping[str, Any], expected: Expected) -> Problem:
    """Return an error of Frictionless, given by its descriptor, as a problem."""
    kind = error["type"]
    column = error.get("fieldName") or ", ".join(error.get("fieldNames", ()))
    where = [place]
    where += [f"row {error['rowNumber']}"] if "rowNumber" in error else []
    where += [f"column {column}"] if column else []
    return Problem(
        severity="error",
        rule_id=f"structure.{kind}",
        where=", ".join(where),
        what=_tell_error(table, error),
        expected=_expect(table, column, error, expected),
        todo=TODO_CODING if "rowNumber" in error else TODO_FILE,
    )


def file_problem(kind: str, place: str, note: str) -> Problem:
    """Return what is wrong with a file as a whole as a problem."""
    return Problem(severity="error", rule_id=f"structure.{kind}", where=place, what=note, todo=TODO_FILE)


def _tell_error(table: str, error: Mapping[str, Any]) -> str:
    kind = error["type"]
    if kind in CELL_ERRORS:
        told = f'"{error["cell"]}" does not fit'
        return f"{told}, {error['note']}" if kind == "unique-error" else told
    if kind == "foreign-key":
        return f'"{", ".join(str(cell) for cell in error["fieldCells"])}" is not in {error["referenceName"] or table}'
    if kind == "incorrect-label":
        return f'"{error["label"]}" stands in the header'
    return TOLD.get(kind, "{title}: {note}").format(title=error["title"], note=error["note"] or error["message"])


def _expect(table: str, column: str, error: Mapping[str, Any], expected: Expected) -> str:
    kind = error["type"]
    if kind == "foreign-key":
        target, names = error["referenceName"] or table, error["referenceFieldNames"]
        near = nearest_value(error["fieldCells"][0], expected.keys(target, names[0])) if len(names) == 1 else None
        return f"a {', '.join(names)} of csv/{target}.csv" + (f'; nearest is "{near}"' if near else "")
    if kind == "incorrect-label":
        return f'"{column}"'
    if kind in TWICE_ERRORS:
        return "each key once"
    if kind == "constraint-error" and error["cell"] and (values := expected.values(table, column)):
        near = nearest_value(str(error["cell"]), values)
        return f"one of {', '.join(values)}" + (f'; nearest is "{near}"' if near else "")
    return str(error["note"]) if kind in CELL_ERRORS else EXPECTED.get(kind, "")
