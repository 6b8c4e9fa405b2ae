"""The statements that make the tables of a SQLite database: types, keys and constraints as the schemas declare them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from security_meetings.schemas import Column, TableSchema

# The declared types tell readers what a column holds; what SQLite stores is held by the checks.
DECLARED = {"string": "TEXT", "integer": "INTEGER", "number": "REAL", "boolean": "BOOLEAN", "date": "DATE"}
STORED = {"string": "text", "integer": "integer", "number": "real", "boolean": "integer", "date": "text"}
LIMITS = {
    "minimum": "{} >= {}",
    "maximum": "{} <= {}",
    "minLength": "length({}) >= {}",
    "maxLength": "length({}) <= {}",
}


def quote_name(name: str) -> str:
    """Return a name as SQL takes it, whatever it is made of."""
    return '"' + name.replace('"', '""') + '"'


def quote_value(value: Any) -> str:
    """Return a text or a number as SQL takes it."""
    return "'" + value.replace("'", "''") + "'" if isinstance(value, str) else repr(value)


def create_table(schema: TableSchema) -> str:
    """Return the statement that makes a table."""
    return f"CREATE TABLE {quote_name(schema.name)} (\n  " + ",\n  ".join(_tell_parts(schema)) + "\n)"


def create_indexes(schema: TableSchema) -> Iterator[str]:
    """Yield a statement for the index of each foreign key that no key of the table begins with."""
    led = {key[: len(names)] for key in _keys(schema) for names in [fk.columns for fk in schema.foreign_keys]}
    for key in schema.foreign_keys:
        if key.columns not in led:
            name = quote_name(f"{schema.name}_by_{'_and_'.join(key.columns)}")
            yield f"CREATE INDEX {name} ON {quote_name(schema.name)} ({_join(key.columns)})"


def _keys(schema: TableSchema) -> list[tuple[str, ...]]:
    single = [(column.name,) for column in schema.columns if column.constraints.get("unique")]
    return [schema.primary_key, *schema.unique_keys, *single]


def _tell_parts(schema: TableSchema) -> Iterator[str]:
    for column in schema.columns:
        yield " ".join(_tell_column(column, schema))
    yield f"PRIMARY KEY ({_join(schema.primary_key)})"
    for unique in schema.unique_keys:
        yield f"UNIQUE ({_join(unique)})"
    for key in schema.foreign_keys:
        target = f"{quote_name(key.table)} ({_join(key.table_columns)})"
        yield f"FOREIGN KEY ({_join(key.columns)}) REFERENCES {target}"


def _tell_column(column: Column, schema: TableSchema) -> Iterator[str]:
    yield f"{quote_name(column.name)} {DECLARED[column.type]}"
    # SQLite alone of all databases lets a primary key be empty.
    if column.is_required or column.name in schema.primary_key:
        yield "NOT NULL"
    if column.constraints.get("unique") and schema.primary_key != (column.name,):
        yield "UNIQUE"
    yield from (f"CHECK ({condition})" for condition in _tell_conditions(column))


def _tell_conditions(column: Column) -> Iterator[str]:
    """Yield what must hold of each cell; an empty one passes, since a condition on NULL is neither true nor false."""
    name, constraints = quote_name(column.name), column.constraints
    yield f"typeof({name}) IN ('{STORED[column.type]}', 'null')"
    if column.type == "boolean":
        yield f"{name} IN (0, 1)"
    if column.type == "date":
        # Only what is added to makes SQLite work out a day, so that 30 February is found to be none.
        yield f"{name} IS date({name}, '+0 days')"
    if "enum" in constraints:
        yield f"{name} IN ({', '.join(quote_value(value) for value in constraints['enum'])})"
    yield from _tell_limits(name, constraints)


def _tell_limits(name: str, constraints: Mapping[str, Any]) -> Iterator[str]:
    for key, condition in LIMITS.items():
        if key in constraints:
            yield condition.format(name, quote_value(constraints[key]))


def _join(names: tuple[str, ...]) -> str:
    return ", ".join(quote_name(name) for name in names)
