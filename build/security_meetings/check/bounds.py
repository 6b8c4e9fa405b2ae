"""How many rows and filled cells the tables of our own texts must have, and how far they may be from the last release."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from security_meetings.archives import read_file
from security_meetings.problems import Problem, Severity

if TYPE_CHECKING:
    import pyarrow as pa

BOUNDS_FILE = "build/expectations/bounds.toml"
TODO_LOWER = f"read what a build would change (security-meetings diff), or change the bound in {BOUNDS_FILE}"
TODO_DRIFT = "read what changed since the last release; accept the warning with a reason where it is meant"

Interval = tuple[float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class TableBounds:
    """Least and largest count of rows, and least and largest share of filled cells of each column."""

    rows: Interval
    filled: Mapping[str, Interval]


@dataclass(frozen=True, slots=True, kw_only=True)
class Drift:
    """How far a table may be from the last release: share of rows fewer or more, share of filled cells less or more."""

    fewer_rows: float
    more_rows: float
    filled: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Fill:
    """How many rows a table has, and how many cells of each column are filled."""

    rows: int
    filled: Mapping[str, int]

    def share(self, column: str) -> float | None:
        """Return the share of filled cells of a column, None where there are no rows or no such column."""
        return self.filled[column] / self.rows if self.rows and column in self.filled else None


def measure_fill(table: pa.Table) -> Fill:
    """Return rows and filled cells of a table."""
    filled = {name: table.num_rows - table.column(name).null_count for name in table.column_names}
    return Fill(rows=table.num_rows, filled=filled)


def check_bounds(fills: Mapping[str, Fill], bounds: Mapping[str, TableBounds]) -> Iterator[Problem]:
    """Yield an error for each count below its bound, and a warning for each above."""
    for name, fill in fills.items():
        if name not in bounds:
            continue
        least, most = bounds[name].rows
        told = _rows(fill.rows)
        if fill.rows < least:
            yield _problem("error", "rows", name, f"the table has {told}", f"at least {least:g}", TODO_LOWER)
        elif fill.rows > most:
            yield _problem("warning", "rows", name, f"the table has {told}", f"at most {most:g}", TODO_LOWER)
        for column, interval in bounds[name].filled.items():
            yield from _check_share(name, column, fill, interval)


def _check_share(name: str, column: str, fill: Fill, interval: Interval) -> Iterator[Problem]:
    share = fill.share(column)
    if share is None:
        return
    where = f"{name}, column {column}"
    told = f"{percent(share)} of {_rows(fill.rows)} have a value"
    if share < interval[0]:
        yield _problem("error", "filled", where, told, f"at least {percent(interval[0])}", TODO_LOWER)
    elif share > interval[1]:
        yield _problem("warning", "filled", where, told, f"at most {percent(interval[1])}", TODO_LOWER)


def check_drift(fills: Mapping[str, Fill], last: Mapping[str, Fill], drift: Drift, version: str) -> Iterator[Problem]:
    """Yield a warning for each table and column that is further from the last release than it may be."""
    for name, fill in fills.items():
        before = last.get(name)
        if before is None or not before.rows:
            continue
        change = fill.rows / before.rows - 1
        if not -drift.fewer_rows <= change <= drift.more_rows:
            expected = f"about {before.rows}, as in {version} ({percent(change, sign=True)})"
            yield _problem("warning", "drift", name, f"the table has {_rows(fill.rows)}", expected, TODO_DRIFT)
        for column in fill.filled:
            now, then = fill.share(column), before.share(column)
            if now is not None and then is not None and abs(now - then) > drift.filled:
                where, told = f"{name}, column {column}", f"{percent(now)} of {_rows(fill.rows)} have a value"
                yield _problem("warning", "drift", where, told, f"about {percent(then)}, as in {version}", TODO_DRIFT)


def read_fills(folder: Path, names: Mapping[str, Any]) -> dict[str, Fill]:
    """Return rows and filled cells of the CSV files of a folder or an archive, of those tables that it has."""
    import pyarrow as pa
    import pyarrow.csv as pc_csv

    fills = {}
    for name in names:
        content = read_file(folder, f"csv/{name}.csv")
        if content is not None:
            columns = content.partition(b"\n")[0].decode("utf-8").split(",")
            options = pc_csv.ConvertOptions(
                column_types=dict.fromkeys(columns, pa.string()), strings_can_be_null=True, null_values=[""]
            )
            parsing = pc_csv.ParseOptions(newlines_in_values=True)
            fills[name] = measure_fill(
                pc_csv.read_csv(pa.BufferReader(content), parse_options=parsing, convert_options=options)
            )
    return fills


def percent(share: float, sign: bool = False) -> str:
    """Return a share as a whole percentage, rounded towards zero so that nothing looks complete that is not."""
    whole = int(share * 100 + (1e-9 if share >= 0 else -1e-9))
    return f"{whole:+d} %" if sign else f"{whole} %"


def _rows(count: int) -> str:
    return f"{count} row{'' if count == 1 else 's'}"


def _problem(severity: Severity, kind: str, where: str, what: str, expected: str, todo: str) -> Problem:
    return Problem(severity=severity, rule_id=f"bounds.{kind}", where=where, what=what, expected=expected, todo=todo)
