"""The finished files of a build, read again as plain text cells."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, get_args, get_type_hints

from security_meetings.archives import read_file
from security_meetings.cells import Cells
from security_meetings.problems import DataProblems, Problem
from security_meetings.results import BESIDE_TABLES, Records
from security_meetings.shapes import Shape, find_wrong_shapes

MERGE: Mapping[str, Any] = {
    **dict.fromkeys(("table_name", "row_id", "article_id"), str),
    "key": int,
    "score": float,
    "reasons": [str],
}
MERGES: Shape = [MERGE]


def read_cells(dist: Path, table_name: str, needed: Iterable[str] = ()) -> tuple[Cells, ...]:
    """Return the rows of a finished table as text, none where there is no file.

    `dist` is a folder of finished files, or an archive of them. Raises DataProblems for no CSV, and where a column
    that is needed lacks.
    """
    content = read_file(dist, f"csv/{table_name}.csv")
    if content is None:
        return ()
    place = f"csv/{table_name}.csv"
    try:
        reader = csv.DictReader(io.StringIO(content.decode("utf-8"), newline=""), strict=True)
        header, rows = reader.fieldnames or (), list(reader)
    except (csv.Error, UnicodeDecodeError) as error:
        raise DataProblems([_unreadable(place, str(error), "CSV in UTF-8")]) from error
    if missing := [name for name in needed if name not in header]:
        raise DataProblems([_unreadable(place, f'there is no column "{missing[0]}"', f'"{missing[0]}" in the header')])
    return tuple({name: cell or "" for name, cell in row.items() if name is not None} for row in rows)


def read_merges(dist: Path) -> tuple[Mapping[str, Any], ...]:
    """Return the merges of a finished build, none where there is no file; raises DataProblems for no JSON."""
    path = dist / "merges.json"
    if not path.is_file():
        return ()
    try:
        merges = json.loads(path.read_text(encoding="utf-8"))
    except (json.JSONDecodeError, UnicodeDecodeError) as error:
        raise DataProblems([_unreadable("merges.json", str(error), "JSON")]) from error
    wrong = [f'"{found.value}" at {found.place}; {found.expected}' for found in find_wrong_shapes(merges, MERGES)]
    if wrong or any(MERGE.keys() - merge.keys() for merge in merges):
        told = wrong[0] if wrong else f"a merge lacks one of {', '.join(MERGE)}"
        raise DataProblems([_unreadable("merges.json", told, "the merges of a finished build")])
    return tuple(merges)


def _unreadable(where: str, told: str, expected: str) -> Problem:
    return Problem(
        severity="error",
        rule_id="finished.unreadable",
        where=where,
        what=f"cannot be read ({told})",
        expected=expected,
        todo="build again: security-meetings build",
    )


def read_records(dist: Path) -> Records:
    """Return the rows of a finished build as records; raises DataProblems where a table is missing or broken."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    hints = get_type_hints(Records)
    problems: list[Problem] = []
    rows: dict[str, tuple[Any, ...]] = {}
    for name in hints.keys() - BESIDE_TABLES:
        row_class = get_args(hints[name])[0]
        try:
            table = pq.read_table(dist / "parquet" / f"{name}.parquet")
            rows[name] = tuple(row_class(**row) for row in table.to_pylist())
        except (FileNotFoundError, pa.ArrowException, TypeError, UnicodeDecodeError) as error:
            told = str(error).partition("\n")[0] or type(error).__name__
            problems.append(_unreadable(f"parquet/{name}.parquet", told, "the table of a finished build"))
    if problems:
        raise DataProblems(sorted(problems, key=Problem.sentence))
    return Records(**rows)
