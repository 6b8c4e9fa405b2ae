"""Whether tables are those that the schemas declare, and how checks name a row."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from security_meetings.problems import Problem, nearest_value
from security_meetings.schemas import TableSchema, to_arrow_schema

if TYPE_CHECKING:
    import pyarrow as pa

TODO_CODING = "correct the rule or the correction that gave the value"
TODO_BUILD = "correct the stage that makes the table, or the schema"

Rows = list[dict[str, Any]]


def fault(kind: str, where: str, what: str, expected: str = "", todo: str = TODO_CODING) -> Problem:
    """Return a fault of the tables as an error."""
    return Problem(severity="error", rule_id=f"integrity.{kind}", where=where, what=what, expected=expected, todo=todo)


def row_name(schema: TableSchema, row: Mapping[str, Any], column: str = "") -> str:
    """Return the place of a row, or of a cell in it, for a problem: table, key, column."""
    key = ", ".join(f"{row[name]}" for name in schema.primary_key)
    return f"{schema.name} {key}, column {column}" if column else f"{schema.name} {key}"


def read_rows(tables: Mapping[str, pa.Table]) -> dict[str, Rows]:
    """Return the rows of every table, each row a dictionary by column name."""
    return {name: table.to_pylist() for name, table in tables.items()}


def check_shape(tables: Mapping[str, pa.Table], schemas: Mapping[str, TableSchema]) -> list[Problem]:
    """Return the tables and columns that are missing, unknown, of another type or with empty required cells."""
    problems: list[Problem] = []
    for name in sorted(set(tables) - set(schemas)):
        near = nearest_value(name, schemas)
        problems.append(
            fault("unknown-table", name, f'no schema declares "{name}"', f'"{near}"' if near else "", TODO_BUILD)
        )
    for name, schema in schemas.items():
        if name in tables:
            problems.extend(_check_columns(tables[name], schema))
        else:
            problems.append(fault("missing-table", name, f'the table "{name}" is missing', todo=TODO_BUILD))
    return problems


def _check_columns(table: pa.Table, schema: TableSchema) -> Iterator[Problem]:
    if tuple(table.column_names) != schema.column_names:
        told, expected = ", ".join(table.column_names), ", ".join(schema.column_names)
        yield fault("columns", schema.name, f'the columns are "{told}"', f'"{expected}"', TODO_BUILD)
        return
    for declared in to_arrow_schema(schema):
        found = table.schema.field(declared.name).type
        where = f"{schema.name}, column {declared.name}"
        if found != declared.type:
            yield fault("column-type", where, f'the type is "{found}"', f'"{declared.type}"', TODO_BUILD)
        empty = table.column(declared.name).null_count
        if empty and not declared.nullable:
            yield fault("empty-cell", where, f"{empty} cells are empty", "a value in every row")
