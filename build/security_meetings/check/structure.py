"""Structure of the written package: every CSV file against its schema, keys and references, through Frictionless."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from security_meetings.problems import Problem, nearest_value

TODO_CODING = "correct the coding of the row, or the schema where the value is right"
TODO_FILE = "build the package again"
CELL_ERRORS = frozenset({"type-error", "constraint-error", "unique-error"})
UTF8_MARK = b"\xef\xbb\xbf"


def check_structure(folder: Path) -> list[Problem]:
    """Return what Frictionless finds wrong with a folder of csv/ and a datapackage.json, and with the form of its CSV.

    Every problem names the file, and the row (the header is row 1) and column where there is one.
    """
    from frictionless import FrictionlessException, Package

    path = folder / "datapackage.json"
    try:
        report = Package(str(path)).validate()
    except FrictionlessException as error:
        return [_file_problem("package-error", path.name, detail.note) for detail in error.reasons or [error.error]]
    resources = _read_resources(path)
    enums = _enums(resources)
    problems = [_file_problem(error.type, path.name, error.note) for error in report.errors]
    for task in report.tasks:
        problems.extend(_file_problem("unchecked", task.place, warning) for warning in task.warnings)
        problems.extend(_error_problem(task.place, task.name, error.to_descriptor(), enums) for error in task.errors)
    named = {resource.get("path") for resource in resources}
    for file in sorted((folder / "csv").glob("*.csv")):
        if f"csv/{file.name}" not in named:
            problems.append(
                _file_problem("unnamed-file", f"csv/{file.name}", "no resource of datapackage.json names it")
            )
        problems.extend(_check_form(file))
    return problems


def _error_problem(
    place: str, table: str, error: Mapping[str, Any], enums: Mapping[tuple[str, str], list[str]]
) -> Problem:
    kind = error["type"]
    column = error.get("fieldName") or ", ".join(error.get("fieldNames", ()))
    where = [place]
    where += [f"row {error['rowNumber']}"] if "rowNumber" in error else []
    where += [f"column {column}"] if column else []
    return Problem(
        severity="error",
        rule_id=f"structure.{kind}",
        where=", ".join(where),
        what=_tell_error(error),
        expected=_expect(table, column, error, enums),
        todo=TODO_CODING if "rowNumber" in error else TODO_FILE,
    )


def _tell_error(error: Mapping[str, Any]) -> str:
    kind = error["type"]
    if kind in CELL_ERRORS:
        told = f'"{error["cell"]}" does not fit'
        return f"{told}, {error['note']}" if kind == "unique-error" else told
    if kind == "foreign-key":
        return f'"{", ".join(str(cell) for cell in error["fieldCells"])}" is not in {error["referenceName"]}'
    if kind == "incorrect-label":
        return f'"{error["label"]}" stands in the header'
    return f"{error['title']}: {error['note'] or error['message']}"


def _expect(table: str, column: str, error: Mapping[str, Any], enums: Mapping[tuple[str, str], list[str]]) -> str:
    kind = error["type"]
    if kind == "foreign-key":
        return f"a {', '.join(error['referenceFieldNames'])} of csv/{error['referenceName']}.csv"
    if kind == "incorrect-label":
        return f'"{column}"'
    if kind in ("unique-error", "primary-key"):
        return "each key once"
    if kind == "constraint-error" and (table, column) in enums and error["cell"]:
        values = enums[table, column]
        near = nearest_value(str(error["cell"]), values)
        return f"one of {', '.join(values)}" + (f'; nearest is "{near}"' if near else "")
    return str(error["note"]) if kind in CELL_ERRORS else ""


def _file_problem(kind: str, place: str, note: str) -> Problem:
    return Problem(severity="error", rule_id=f"structure.{kind}", where=place, what=note, todo=TODO_FILE)


def _read_resources(path: Path) -> list[dict[str, Any]]:
    resources: list[dict[str, Any]] = json.loads(path.read_text(encoding="utf-8"))["resources"]
    return resources


def _enums(resources: Iterable[Mapping[str, Any]]) -> dict[tuple[str, str], list[str]]:
    return {
        (resource["name"], entry["name"]): entry["constraints"]["enum"]
        for resource in resources
        if isinstance(resource.get("schema"), dict)
        for entry in resource["schema"]["fields"]
        if "enum" in entry.get("constraints", {})
    }


def _check_form(path: Path) -> Iterator[Problem]:
    place = f"csv/{path.name}"
    with path.open("rb") as file:
        first = file.readline()
    if first.startswith(UTF8_MARK):
        yield _file_problem("byte-order-mark", place, "starts with a byte-order mark; expected UTF-8 without one")
    if first.endswith(b"\r\n"):
        yield _file_problem("line-end", place, "lines end with CR LF; expected LF")
