"""What holds of our own texts alone: bounds, accepted warnings, and the last release to compare with."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from security_meetings.archives import find_last_release, version_of
from security_meetings.check.bounds import (
    BOUNDS_FILE,
    Drift,
    Interval,
    TableBounds,
    check_bounds,
    check_drift,
    measure_fill,
    read_fills,
)
from security_meetings.locations import expectations_folder
from security_meetings.problems import DataProblems, Problem, nearest_value
from security_meetings.schemas import TableSchema
from security_meetings.shapes import Shape, find_wrong_shapes

if TYPE_CHECKING:
    import pyarrow as pa

ACCEPTED_FILE = "build/expectations/accepted.toml"
ACCEPTED_KEYS = ("rule_id", "where", "what", "reason")
DRIFT_KEYS = ("fewer_rows", "more_rows", "filled")
BOUNDS_SHAPE: Shape = {"drift": {"*": float}, "tables": {"*": {"rows": [float], "filled": {"*": [float]}}}}
ACCEPTED_SHAPE: Shape = {"accepted": [{"*": str}]}


@dataclass(frozen=True, slots=True, kw_only=True)
class AcceptedWarning:
    """A warning that a release may have, as it is told, and why."""

    rule_id: str
    where: str
    what: str
    reason: str

    @property
    def key(self) -> tuple[str, str, str]:
        """Return what a warning is known by."""
        return self.rule_id, self.where, self.what


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnRules:
    """Bounds by table, how far tables may drift, the accepted warnings, and the archive of the last release, if any."""

    bounds: Mapping[str, TableBounds]
    drift: Drift
    accepted: tuple[AcceptedWarning, ...] = ()
    last_release: Path | None = None

    def reasons(self) -> dict[tuple[str, str, str], str]:
        """Return the reason of each accepted warning by what it is known by."""
        return {entry.key: entry.reason for entry in self.accepted}


def load_own_rules(
    schemas: Mapping[str, TableSchema], releases: Path, folder: Path | None = None, version: str | None = None
) -> OwnRules:
    """Return what holds of our own texts; raises DataProblems with all faults of the files.

    The last release is the highest in `releases` below `version`, the one being made.
    """
    place = expectations_folder() if folder is None else folder
    problems: list[Problem] = []
    bounds = _read_toml(place / "bounds.toml", BOUNDS_FILE, problems)
    accepted = _read_toml(place / "accepted.toml", ACCEPTED_FILE, problems)
    if not bounds and not problems:
        problems.append(_fault(BOUNDS_FILE, "is empty", "[drift] and a [tables.NAME] for each table"))
    wrong = _shape_faults(bounds, accepted)
    problems += wrong
    problems += () if wrong else _bounds_faults(bounds, schemas)
    problems += () if wrong else _accepted_faults(accepted.get("accepted", []))
    if problems:
        raise DataProblems(problems)
    return OwnRules(
        bounds={name: _build_bounds(entry) for name, entry in bounds["tables"].items()},
        drift=Drift(**bounds["drift"]),
        accepted=tuple(AcceptedWarning(**entry) for entry in accepted.get("accepted", [])),
        last_release=find_last_release(releases, before=version),
    )


def check_own(tables: Mapping[str, pa.Table], rules: OwnRules) -> list[Problem]:
    """Return what is out of bounds, and what is too far from the last release."""
    fills = {name: measure_fill(table) for name, table in tables.items()}
    problems = list(check_bounds(fills, rules.bounds))
    if rules.last_release is not None:
        last = read_fills(rules.last_release, tables)
        problems += check_drift(fills, last, rules.drift, version_of(rules.last_release))
    return problems


def find_stale(problems: Iterable[Problem], rules: OwnRules) -> Iterator[Problem]:
    """Yield a warning for each accepted warning that is not given any more, or not in these words."""
    given = {(problem.rule_id, problem.where, problem.what) for problem in problems if problem.severity == "warning"}
    for entry in rules.accepted:
        if entry.key not in given:
            near = nearest_value(" ".join(entry.key), [" ".join(key) for key in given])
            yield Problem(
                severity="warning",
                rule_id="accepted.not-given",
                where=f"{ACCEPTED_FILE}, {entry.rule_id}, {entry.where}",
                what=f'"{entry.what}" is accepted, and no check says so',
                expected=f'a warning that is given; nearest is "{near}"' if near else "a warning that is given",
                todo="remove the entry, or correct it after reading the new warning",
            )


def _read_toml(path: Path, name: str, problems: list[Problem]) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        problems.append(_fault(name, "there is no such file", "a file in TOML"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        problems.append(_fault(name, f"is no TOML: {error}", "a file in TOML"))
    return {}


def _shape_faults(bounds: Mapping[str, Any], accepted: Mapping[str, Any]) -> list[Problem]:
    return [
        _fault(name, f'"{found.value}" of {found.place} is of the wrong kind', found.expected)
        for name, content, shape in (
            (BOUNDS_FILE, bounds, BOUNDS_SHAPE),
            (ACCEPTED_FILE, accepted, ACCEPTED_SHAPE),
        )
        for found in find_wrong_shapes(content, shape)
    ]


def _build_bounds(entry: Mapping[str, Any]) -> TableBounds:
    return TableBounds(
        rows=_interval(entry["rows"]),
        filled={column: _interval(value) for column, value in entry.get("filled", {}).items()},
    )


def _interval(value: list[float]) -> Interval:
    return value[0], value[1]


def _bounds_faults(bounds: Mapping[str, Any], schemas: Mapping[str, TableSchema]) -> Iterator[Problem]:
    if not bounds:
        return
    drift, tables = bounds.get("drift", {}), bounds.get("tables", {})
    if sorted(drift) != sorted(DRIFT_KEYS) or not all(isinstance(value, int | float) for value in drift.values()):
        yield _fault(BOUNDS_FILE, f'[drift] has "{", ".join(drift)}"', f"a number each for {', '.join(DRIFT_KEYS)}")
    for name in sorted(set(tables) ^ set(schemas)):
        if name in schemas:
            yield _fault(BOUNDS_FILE, f'the table "{name}" has no bounds', f"[tables.{name}]")
        else:
            near = nearest_value(name, schemas)
            yield _fault(BOUNDS_FILE, f'"{name}" is no table', f'"{near}"' if near else ", ".join(schemas))
    for name in (name for name in tables if name in schemas):
        yield from _table_faults(name, tables[name], schemas[name])


def _table_faults(name: str, entry: Mapping[str, Any], schema: TableSchema) -> Iterator[Problem]:
    filled = entry.get("filled", {})
    optional = [column.name for column in schema.columns if not column.is_required]
    for column in sorted(set(filled) ^ set(optional)):
        if column in optional:
            what = f'column "{column}" of {name} has no bounds'
            yield _fault(BOUNDS_FILE, what, f"filled.{column} = [least share, largest share]")
        else:
            near = nearest_value(column, optional)
            expected = f'"{near}"' if near else ", ".join(optional)
            yield _fault(BOUNDS_FILE, f'"{column}" is no column of {name} that may be empty', expected)
    for key, value in (("rows", entry.get("rows")), *filled.items()):
        is_pair = isinstance(value, list) and len(value) == 2 and all(isinstance(end, int | float) for end in value)
        if not is_pair or value[0] > value[1]:
            yield _fault(BOUNDS_FILE, f'{name}.{key} is "{value}"', "[least, largest]")


def _accepted_faults(entries: list[dict[str, Any]]) -> Iterator[Problem]:
    seen: set[tuple[Any, ...]] = set()
    for number, entry in enumerate(entries, start=1):
        for key in sorted(set(entry) - set(ACCEPTED_KEYS)):
            near = nearest_value(key, ACCEPTED_KEYS)
            expected = f'"{near}"' if near else ", ".join(ACCEPTED_KEYS)
            yield _fault(ACCEPTED_FILE, f'"{key}" of entry {number} is no key', expected)
        for key in ACCEPTED_KEYS:
            if not str(entry.get(key, "")).strip():
                yield _fault(ACCEPTED_FILE, f'entry {number} has no "{key}"', f'a "{key}", as dist/issues.csv has it')
        place = tuple(entry.get(key) for key in ACCEPTED_KEYS[:3])
        if place in seen:
            yield _fault(ACCEPTED_FILE, f"entry {number} accepts what another does", "each warning once")
        seen.add(place)


def _fault(name: str, what: str, expected: str) -> Problem:
    return Problem(
        severity="error",
        rule_id="expectations.unusable",
        where=name,
        what=what,
        expected=expected,
        todo="correct the file",
    )
