"""How the tables of a build differ from those of the last release."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from security_meetings.archives import find_releases
from security_meetings.cells import Cells, format_cell
from security_meetings.finished import read_cells
from security_meetings.problems import DataProblems, Problem
from security_meetings.project import Project
from security_meetings.row_changes import compare_tables
from security_meetings.schemas import TableSchema

if TYPE_CHECKING:
    import pyarrow as pa


def count_changes(
    release: Path, tables: Mapping[str, pa.Table], schemas: Mapping[str, TableSchema]
) -> dict[str, dict[str, int]]:
    """Return for each table how many rows were added, removed and changed since a release.

    `release` is an archive, or a folder, with csv/<table>.csv; a table that it lacks counts as empty.
    """
    changes = {}
    for name, schema in schemas.items():
        old, new = read_cells(release, name), _read_cells(tables[name])
        counts = Counter(change.change for change in compare_tables(name, old, new, schema.primary_key))
        changes[name] = {kind: counts[kind] for kind in ("added", "removed", "changed")}
    return changes


def check_not_released(project: Project, tables: Mapping[str, pa.Table], schemas: Mapping[str, TableSchema]) -> None:
    """Raise DataProblems where a released version would get other rows: it is what its archive holds."""
    release = find_releases(project.releases).get(project.version)
    if release is None:
        return
    changes = {name: sum(counts.values()) for name, counts in count_changes(release, tables, schemas).items()}
    changed = [name for name, count in changes.items() if count]
    if changed:
        problem = Problem(
            severity="error",
            rule_id="project.version-released",
            where="datapackage.json",
            what=f'"{project.version}" is released, and a build would change {", ".join(changed)}',
            expected="the rows that were released, or the next version",
            todo="begin the next version: security-meetings release --next",
        )
        raise DataProblems([problem])


def _read_cells(table: pa.Table) -> Iterator[Cells]:
    for batch in table.to_batches(max_chunksize=10_000):
        for row in batch.to_pylist():
            yield {name: format_cell(value) for name, value in row.items()}
