"""Stage tabulate: the records of a build become Arrow tables, rows sorted by key, columns in schema order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import fields
from typing import TYPE_CHECKING, Any

from security_meetings.problems import DataProblems, Problem, nearest_value
from security_meetings.results import BESIDE_TABLES, Records
from security_meetings.schemas import TableSchema, to_arrow_schema

if TYPE_CHECKING:
    import pyarrow as pa

Row = Mapping[str, Any]


def tabulate_records(records: Records, schemas: Mapping[str, TableSchema]) -> dict[str, pa.Table]:
    """Return one Arrow table a schema, in the order of the schemas.

    Raises DataProblems with every table that no record fills and every value that its column's type does not hold.
    """
    problems: list[Problem] = []
    known = {field.name for field in fields(records)} - BESIDE_TABLES
    tables: dict[str, pa.Table] = {}
    for name, schema in schemas.items():
        if name not in known:
            problems.append(_unknown_table(name, known))
            continue
        rows = [_row_values(row, schema) for row in getattr(records, name)]
        tables[name] = tabulate_rows(rows, schema, problems)
    if problems:
        raise DataProblems(problems)
    return tables


def tabulate_rows(rows: Sequence[Row], schema: TableSchema, problems: list[Problem]) -> pa.Table:
    """Return the Arrow table of rows, sorted by key; a value that does not fit is added to the problems."""
    import pyarrow as pa

    ordered = sorted(rows, key=lambda row: _sort_key(row, schema))
    arrow_schema = to_arrow_schema(schema)
    columns = []
    for field in arrow_schema:
        values = [row[field.name] for row in ordered]
        try:
            columns.append(pa.array(values, type=field.type))
        except (pa.ArrowInvalid, pa.ArrowTypeError, OverflowError) as error:
            problems.append(_bad_value(schema.name, field.name, str(error)))
            columns.append(pa.nulls(len(values), type=field.type))
    return pa.Table.from_arrays(columns, schema=arrow_schema)


def _row_values(row: Any, schema: TableSchema) -> Row:
    return {name: getattr(row, name) for name in schema.column_names}


def _sort_key(row: Row, schema: TableSchema) -> tuple[tuple[bool, str], ...]:
    # Keys are text in every published table; an empty one comes first and fails its check later.
    return tuple((row[name] is not None, "" if row[name] is None else str(row[name])) for name in schema.primary_key)


def _unknown_table(name: str, known: set[str]) -> Problem:
    nearest = nearest_value(name, known)
    return Problem(
        severity="error",
        rule_id="tabulate.unknown-table",
        where=f"schemas/{name}.json",
        what=f'no record fills the table "{name}"',
        expected=f'"{nearest}"' if nearest else "a table of results.Records",
        todo="rename the schema, or add the table to Records",
    )


def _bad_value(table: str, column: str, told: str) -> Problem:
    return Problem(
        severity="error",
        rule_id="tabulate.bad-value",
        where=f"{table}, column {column}",
        what=f"a value does not fit its type ({told})",
        expected=f"the type that schemas/{table}.json declares",
        todo="correct the rule that gives the value, or the type",
    )
