"""The expectations of build/expectations, read from TOML: what must hold of a view of the tables."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from security_meetings.check.views import VIEWS
from security_meetings.locations import expectations_folder
from security_meetings.problems import SEVERITIES, DataProblems, Problem, Severity, nearest_value
from security_meetings.shapes import Shape, find_wrong_shapes

KEYS = frozenset(["id", "says", "view", "row_id", "shows", "type", "arguments", "where", "severity", "todo"])
# Beside the expectations stand what the project's own data must reach and which warnings are accepted.
OTHER_FILES = frozenset(["bounds.toml", "accepted.toml"])
NEEDED = ("id", "says", "view", "row_id", "type", "arguments", "todo")


@dataclass(frozen=True, slots=True, kw_only=True)
class Expectation:
    """One expectation: `type` is a class of Great Expectations, `where` the values that select rows of the view.

    `shows` names columns whose values stand in the problem beside those that were tried.
    """

    id: str
    says: str
    view: str
    row_id: tuple[str, ...]
    type: str
    arguments: Mapping[str, Any]
    todo: str
    where: Mapping[str, tuple[Any, ...]] = field(default_factory=dict)
    shows: tuple[str, ...] = ()
    severity: Severity = "warning"


SHAPE: Shape = {
    "expectation": [
        {
            **dict.fromkeys(("id", "says", "view", "type", "todo", "severity"), str),
            "row_id": [str],
            "shows": [str],
            "arguments": {},
            "where": {"*": [None]},
        }
    ]
}


def load_expectations(folder: Path | None = None) -> tuple[Expectation, ...]:
    """Return the expectations of all TOML files of a folder, by id; raises DataProblems with all their faults."""
    problems: list[Problem] = []
    found: dict[str, Expectation] = {}
    for path in sorted((expectations_folder() if folder is None else folder).glob("*.toml")):
        if path.name in OTHER_FILES:
            continue
        try:
            content = tomllib.loads(path.read_text(encoding="utf-8"))
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
            problems.append(_fault(path, f"is no TOML: {error}", "a list of [[expectation]]"))
            continue
        wrong = list(find_wrong_shapes(content, SHAPE))
        problems += [_fault(path, f'"{one.value}" of {one.place} is of the wrong kind', one.expected) for one in wrong]
        for number, entry in enumerate(() if wrong else content.get("expectation", ()), start=1):
            faults = list(_find_faults(path, number, entry, found))
            problems.extend(faults)
            if not faults:
                found[entry["id"]] = _build(entry)
    if problems:
        raise DataProblems(problems)
    return tuple(found[key] for key in sorted(found))


def _build(entry: Mapping[str, Any]) -> Expectation:
    return Expectation(
        id=entry["id"],
        says=entry["says"],
        view=entry["view"],
        row_id=tuple(entry["row_id"]),
        type=entry["type"],
        arguments=dict(entry["arguments"]),
        todo=entry["todo"],
        where={column: tuple(values) for column, values in entry.get("where", {}).items()},
        shows=tuple(entry.get("shows", ())),
        severity=entry.get("severity", "warning"),
    )


def _find_faults(
    path: Path, number: int, entry: Mapping[str, Any], found: Mapping[str, Expectation]
) -> Iterator[Problem]:
    name = entry.get("id", f"number {number}")
    for key in sorted(set(entry) - KEYS):
        near = nearest_value(key, KEYS)
        yield _fault(path, f'"{key}" of expectation {name} is no key', f'"{near}"' if near else ", ".join(sorted(KEYS)))
    for key in NEEDED:
        if not entry.get(key):
            yield _fault(path, f'expectation {name} has no "{key}"', f'a "{key}"')
    if name in found:
        yield _fault(path, f'"{name}" is the id of two expectations', "each id once")
    severity = entry.get("severity", "warning")
    if severity not in SEVERITIES:
        near = nearest_value(str(severity), SEVERITIES)
        expected = ", ".join(SEVERITIES) + (f'; nearest is "{near}"' if near else "")
        yield _fault(path, f'"{severity}" of expectation {name} is no severity', expected)
    view = entry.get("view", "")
    if view and view not in VIEWS:
        near = nearest_value(view, VIEWS)
        yield _fault(path, f'"{view}" is no view', ", ".join(VIEWS) + (f'; nearest is "{near}"' if near else ""))


def _fault(path: Path, what: str, expected: str) -> Problem:
    return Problem(
        severity="error",
        rule_id="expectations.unusable",
        where=f"build/expectations/{path.name}",
        what=what,
        expected=expected,
        todo="correct the file",
    )
