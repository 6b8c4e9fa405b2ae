"""Whether the CSV and the Parquet file of a table hold the same cells."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from security_meetings.problems import Problem
from security_meetings.schemas import TableSchema, to_arrow_schema

if TYPE_CHECKING:
    import pyarrow as pa

TODO = "build the package again; if it stays so, correct the writer"
BOOLEANS = {"true": True, "false": False}

Row = tuple[Any, ...]


def check_parity(folder: Path, schemas: Mapping[str, TableSchema]) -> list[Problem]:
    """Return every difference between csv/<table>.csv and parquet/<table>.parquet, and to the declared types."""
    problems: list[Problem] = []
    for name, schema in schemas.items():
        files = (folder / f"csv/{name}.csv", folder / f"parquet/{name}.parquet")
        missing = [file for file in files if not file.is_file()]
        for file in missing:
            problems.append(_difference("missing-file", f"{file.parent.name}/{file.name}", "there is no such file", ""))
        if missing:
            continue
        try:
            problems.extend(_compare_files(*files, schema))
        except (csv.Error, UnicodeDecodeError) as error:
            problems.append(_difference("unreadable", f"csv/{name}.csv", f"cannot be read: {error}", "CSV in UTF-8"))
    return problems


def _compare_files(csv_path: Path, parquet_path: Path, schema: TableSchema) -> Iterator[Problem]:
    import pyarrow as pa
    import pyarrow.parquet as pq

    place = f"parquet/{parquet_path.name}"
    try:
        file = pq.ParquetFile(parquet_path)
    except pa.ArrowInvalid as error:
        yield _difference("unreadable", place, f"cannot be read: {error}", "a Parquet file")
        return
    with file:
        found = list(_compare_types(place, file.schema_arrow, schema))
        yield from found
        if not found and not _is_proven_equal(csv_path, file, schema):
            yield from _compare_cells(csv_path, _parquet_rows(file), schema)


def _compare_types(place: str, arrow_schema: pa.Schema, schema: TableSchema) -> Iterator[Problem]:
    declared = to_arrow_schema(schema)
    if arrow_schema.names != declared.names:
        told, expected = ", ".join(arrow_schema.names), ", ".join(declared.names)
        yield _difference("columns", place, f'the columns are "{told}"', f'"{expected}"')
        return
    for field in declared:
        found = arrow_schema.field(field.name)
        if not found.equals(field):
            expected = f'"{field}"'
            yield _difference("column-type", f"{place}, column {field.name}", f'the type is "{found}"', expected)


def _is_proven_equal(csv_path: Path, file: Any, schema: TableSchema) -> bool:
    """Return whether Arrow reads the same cells from both files; what it cannot read is compared row by row."""
    import pyarrow as pa
    import pyarrow.csv as pc_csv

    declared = to_arrow_schema(schema)
    options = pc_csv.ConvertOptions(
        column_types=declared,
        true_values=["true"],
        false_values=["false"],
        null_values=list(schema.missing_values),
        strings_can_be_null=True,
    )
    try:
        table = pc_csv.read_csv(
            csv_path, parse_options=pc_csv.ParseOptions(newlines_in_values=True), convert_options=options
        )
    except pa.ArrowInvalid:
        return False
    if table.column_names != declared.names:
        return False
    return all(told.equals(cells) for told, cells in zip(table.columns, file.read().columns, strict=True))


def _parquet_rows(file: Any) -> Iterator[Row]:
    for batch in file.iter_batches():
        yield from zip(*(column.to_pylist() for column in batch.columns), strict=True)


def _compare_cells(path: Path, parquet_rows: Iterator[Row], schema: TableSchema) -> Iterator[Problem]:
    place = f"csv/{path.name}"
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.reader(file, strict=True)
        header = tuple(next(reader, ()))
        if header != schema.column_names:
            yield _difference("columns", place, f'the header is "{",".join(header)}"', ",".join(schema.column_names))
            return
        number = 1
        for number, cells in enumerate(reader, start=2):
            row = next(parquet_rows, None)
            if row is None:
                yield _difference("row-count", f"{place}, row {number}", "Parquet has no such row", "as many rows")
                return
            yield from _compare_row(f"{place}, row {number}", cells, row, schema)
    left = sum(1 for _ in parquet_rows)
    if left:
        yield _difference("row-count", place, f"ends {left} rows before Parquet does", "as many rows")


def _compare_row(place: str, cells: list[str], row: Row, schema: TableSchema) -> Iterator[Problem]:
    if len(cells) != len(row):
        yield _difference("row-length", place, f"has {len(cells)} cells", f"{len(row)} cells")
        return
    for column, cell, value in zip(schema.columns, cells, row, strict=True):
        where = f"{place}, column {column.name}"
        try:
            read = None if cell in schema.missing_values else READERS[column.type](cell)
        except (ValueError, KeyError):
            yield _difference("cell-type", where, f'"{cell}" cannot be read', column.type)
            continue
        if read != value:
            yield _difference("cell", where, f'"{cell}" differs', f'"{value}" as in Parquet')


def _difference(kind: str, where: str, what: str, expected: str) -> Problem:
    return Problem(severity="error", rule_id=f"parity.{kind}", where=where, what=what, expected=expected, todo=TODO)


READERS: Mapping[str, Callable[[str], Any]] = {
    "string": str,
    "integer": int,
    "number": float,
    "boolean": BOOLEANS.__getitem__,
    "date": date.fromisoformat,
    "datetime": datetime.fromisoformat,
}
