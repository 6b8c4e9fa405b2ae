"""Measure the checks: both engines on a package of a million rows, made of the finished tables many times over.

Run with `make bench`. Nothing is asserted of the times, since machines differ; what the engines find must be the same.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from security_meetings.check import Engine, check_structure
from security_meetings.export import Export, write_tables
from security_meetings.locations import schemas_folder
from security_meetings.problems import Problem
from security_meetings.schemas import TableSchema, load_schemas

ROOT = Path(__file__).parents[1]
ROWS = 1_000_000
REPEATS = 3
WANTED = 20
# Rows of these tables are repeated with keys of their own; those of the others, the code tables, stand once.
REPEATED_TABLES = (
    *("articles", "meetings", "participants", "agreements", "threats_mentioned"),
    *("meeting_articles", "agreement_articles", "evidence"),
)
OPAQUE_IDS = ("meeting_id", "participant_id", "agreement_id", "threat_mention_id", "evidence_id", "frame_meeting_id")
BROKEN_CELLS = {
    "evidence": ((400_000, "column_name", "No Column"), (500_000, "meeting_id", "m0000000000")),
    "threats_mentioned": ((100_000, "char_start", "-1"), (200_000, "confidence", "high")),
    "meetings": ((20_000, "status", "hold"), (25_000, "meeting_id", "m00000ffffff")),
}


def repeat_table(table: pa.Table, copy: int) -> pa.Table:
    """Return a copy of a table in which keys, references, checksums and quotes are others than in every other copy."""
    columns = []
    for name in table.column_names:
        cells = table[name]
        if name in OPAQUE_IDS:
            kept = pc.utf8_slice_codeunits(cells, 0, 1), pc.utf8_slice_codeunits(cells, 6, 11)
            cells = pc.binary_join_element_wise(kept[0], f"{copy:05d}", kept[1], "")
        elif name in ("article_id", "duplicate_of"):
            cells = pc.binary_join_element_wise(cells, f"{copy:05d}", "-")
        elif name in ("text_sha256", "quote"):
            cells = pc.binary_join_element_wise(pc.utf8_slice_codeunits(cells, 0, 59), f"{copy:05d}", "")
        columns.append(cells)
    return pa.table(columns, schema=table.schema)


def make_tables(schemas: Mapping[str, TableSchema]) -> dict[str, pa.Table]:
    """Return tables of a million rows in all, in the proportions of the finished ones."""
    own = {name: pq.read_table(ROOT / f"dist/parquet/{name}.parquet") for name in schemas}
    once = sum(table.num_rows for name, table in own.items() if name not in REPEATED_TABLES)
    copies = -((once - ROWS) // sum(own[name].num_rows for name in REPEATED_TABLES))
    for name in REPEATED_TABLES:
        order = [(column, "ascending") for column in schemas[name].primary_key]
        own[name] = pa.concat_tables([repeat_table(own[name], copy) for copy in range(copies)]).sort_by(order)
    return own


def write_package(folder: Path) -> int:
    """Write a package of a million rows and return how many they are."""
    schemas = load_schemas()
    tables = make_tables(schemas)
    declared = {name: json.loads((schemas_folder() / f"{name}.json").read_text(encoding="utf-8")) for name in schemas}
    export = Export(
        tables=tables,
        schemas=schemas,
        descriptors=declared,
        merges=(),
        problems=(),
        own_text=None,
        version="0",
        model_name="none",
    )
    write_tables(export, folder)
    return sum(table.num_rows for table in tables.values())


def break_cells(folder: Path) -> None:
    """Write wrong values into some cells."""
    schemas = load_schemas()
    for table, broken in BROKEN_CELLS.items():
        path = folder / f"csv/{table}.csv"
        lines = path.read_text(encoding="utf-8").split("\n")
        for row, column, value in broken:
            cells = lines[row].split(",")
            cells[schemas[table].column_names.index(column)] = value
            lines[row] = ",".join(cells)
        path.write_text("\n".join(lines), encoding="utf-8")


def measure(run: Callable[[], list[Problem]], repeats: int) -> tuple[float, list[str]]:
    """Return the seconds of the fastest of some runs, and what was found."""
    seconds, found = [], []
    for _ in range(repeats):
        begin = time.perf_counter()
        found = sorted(problem.sentence() for problem in run())
        seconds.append(time.perf_counter() - begin)
    return min(seconds), found


def compare_engines(folder: Path, told: str) -> None:
    """Print how long each engine takes and whether both find the same."""
    seconds: dict[Engine, float] = {}
    found: dict[Engine, list[str]] = {}
    repeats: dict[Engine, int] = {"arrow": REPEATS, "frictionless": 1}
    for engine, times in repeats.items():
        seconds[engine], found[engine] = measure(lambda engine=engine: check_structure(folder, engine), times)  # type: ignore[misc]
        print(f"  {told}, {engine:13}{seconds[engine]:7.2f} s, {len(found[engine])} problems")
    ratio = seconds["frictionless"] / seconds["arrow"]
    print(f"  {told}: arrow takes 1/{ratio:.0f} of the time (wanted: under 1/{WANTED}: {ratio > WANTED})")
    same = found["arrow"] == found["frictionless"]
    print(f"  {told}: both find the same: {same}")
    assert same, set(found["arrow"]) ^ set(found["frictionless"])


def main() -> None:
    """Print all measures."""
    with TemporaryDirectory(prefix="security-meetings-") as place:
        folder = Path(place)
        print(f"checks of a package of {write_package(folder)} rows")
        # Libraries are loaded on first use, which is no part of the speed.
        check_structure(ROOT / "dist", "arrow")
        compare_engines(folder, "sound ")
        break_cells(folder)
        compare_engines(folder, "broken")


if __name__ == "__main__":
    main()
