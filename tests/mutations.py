"""Valid tables made from the examples in the schemas, and every way in which one declared constraint can be broken."""

from __future__ import annotations

import csv
import io
import json
import re
import string
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import islice, product
from pathlib import Path
from typing import Any

from check_samples import csv_cell
from security_meetings.locations import schemas_folder
from security_meetings.schemas import Column, TableSchema, load_schemas

SCHEMAS = load_schemas()
# Of each table so many rows are referred to; those that come after them are the ones that are broken.
REFERRED_ROWS = 40
AT_ONCE = 30
FIRST_VICTIM = REFERRED_ROWS
FIRST_VICTIM_ROW = FIRST_VICTIM + 2
# What is no value of the type; any text is a string.
OF_NO_TYPE = {
    "integer": ("x", "1.5", "1e3", "1 2"),
    "number": ("x", "1,5", "0x1"),
    "boolean": ("yes", "2", " true"),
    "date": ("2019-02-30", "2019-13-01", "6 May 2019", "2019-05-06T00:00"),
}
# An empty text in CSV is a missing value, so that no text can be too short.
UNBREAKABLE = (("minLength", 1),)

Rows = list[list[str]]
Fault = tuple[str, int | None, str | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mutation:
    """One constraint of a table broken: the cells put into a row, and the kinds and columns of the faults to find."""

    constraint: str
    cells: dict[str, str]
    faults: frozenset[tuple[str, str | None]]

    @property
    def name(self) -> str:
        return f"{','.join(self.cells)}: {self.constraint}"


def make_rows(schema: TableSchema, victims: int = 1) -> Rows:
    """Return the header and valid rows, first those that are referred to, then the victims."""
    header = list(schema.column_names)
    return [header, *([make_cell(schema, name, number) for name in header] for number in range(FIRST_VICTIM + victims))]


def make_cell(schema: TableSchema, name: str, number: int) -> str:
    """Return the cell of a column in the row of a number: it fits, and a key stands once."""
    column = schema.column(name)
    for place, key in enumerate(schema.foreign_keys):
        if key.columns == (name,):
            # Each victim refers to rows of one number, which no other row does.
            shift = place + 1 if number < FIRST_VICTIM else 0
            return make_cell(SCHEMAS[key.table], key.table_columns[0], (number + shift) % REFERRED_ROWS)
    keys = (schema.primary_key, *schema.unique_keys)
    if column.constraints.get("unique") or any(name in key for key in keys):
        return variants(schema.name, name)[number]
    return csv_cell(column.example)


@cache
def variants(table: str, name: str) -> tuple[str, ...]:
    """Return many texts that fit the constraints of a column, all different."""
    column, count = SCHEMAS[table].column(name), 2 * REFERRED_ROWS + 1
    example = csv_cell(column.example)
    if column.type == "integer":
        return tuple(str(int(example) + number) for number in range(count))
    letters = string.digits + string.ascii_lowercase + string.ascii_uppercase
    # Of a version no two letters can be others, so that digits are put behind it.
    texts = (start + "".join(last) for start in (example[:-2], example) for last in product(letters, repeat=2))
    return tuple(islice((text for text in texts if re.search(column.constraints.get("pattern", ""), text)), count))


def mutations(schema: TableSchema) -> Iterator[Mutation]:
    """Yield every mutation of a table."""
    for column in schema.columns:
        for text in OF_NO_TYPE.get(column.type, ()):
            yield mutate("type", {("type-error", column.name)}, **{column.name: text})
        yield from constraint_mutations(schema, column)
    yield from key_mutations(schema)


def mutate(constraint: str, faults: set[tuple[str, str | None]], **cells: str) -> Mutation:
    return Mutation(constraint=constraint, cells=cells, faults=frozenset(faults))


def constraint_mutations(schema: TableSchema, column: Column) -> Iterator[Mutation]:
    key = {("primary-key", None)} if schema.primary_key == (column.name,) else set()
    refers = any(column.name in key.columns for key in schema.foreign_keys)
    reference = {("foreign-key", column.name)} if refers else set()
    for constraint, value in column.constraints.items():
        if constraint == "required":
            yield mutate(constraint, {("constraint-error", column.name), *key}, **{column.name: ""})
        elif constraint == "unique":
            first = make_cell(schema, column.name, 0)
            yield mutate(constraint, {("unique-error", column.name), *key}, **{column.name: first})
        elif (constraint, value) not in UNBREAKABLE:
            for text in breaking_texts(column, constraint, value):
                yield mutate(constraint, {("constraint-error", column.name), *reference}, **{column.name: text})


def breaking_texts(column: Column, constraint: str, value: object) -> list[str]:
    """Return texts of the right type that break one constraint."""
    example = csv_cell(column.example)
    if constraint == "pattern":
        texts = [example + "é", f"{example}\u00a0", f" {example}", f"{example}/", example[:-1], example.swapcase()]
        return [text for text in texts if text and not re.match(f"^{value}$", text)]
    step = 1 if column.type == "integer" else 0.001
    match constraint, value:
        case "enum", _:
            return [f"{example}x", example.swapcase()]
        case "minimum", int() | float():
            return [str(value - step)]
        case "maximum", int() | float():
            return [str(value + step)]
        case "maxLength", int():
            return ["x" * (value + 1), "ж" * (value + 1)]
    raise AssertionError(f"no way to break {constraint} {value}: add one here")


def key_mutations(schema: TableSchema) -> Iterator[Mutation]:
    first = {name: make_cell(schema, name, 0) for name in schema.column_names}
    if len(schema.primary_key) > 1:
        yield mutate("primary key", {("primary-key", None)}, **{name: first[name] for name in schema.primary_key})
    for unique_key in schema.unique_keys:
        yield mutate("unique key", {("unique-key", None)}, **{name: first[name] for name in unique_key})
    for key in schema.foreign_keys:
        unknown = variants(key.table, key.table_columns[0])[-1]
        yield mutate("foreign key", {("foreign-key", key.columns[0])}, **{key.columns[0]: unknown})


def break_rows(schema: TableSchema, broken: Sequence[Mutation]) -> tuple[Rows, set[Fault]]:
    """Return rows of which the victims are broken, one mutation each, and the faults to be found in them."""
    rows = make_rows(schema, len(broken))
    faults: set[Fault] = set()
    for number, mutation in enumerate(broken):
        for name, cell in mutation.cells.items():
            rows[FIRST_VICTIM + 1 + number][schema.column_names.index(name)] = cell
        faults |= {(kind, FIRST_VICTIM_ROW + number, column) for kind, column in mutation.faults}
    return rows, faults


def few_rows(schema: TableSchema) -> Rows:
    """Return the header and two valid rows that refer to no row of their own table."""
    own = [schema.column_names.index(key.columns[0]) for key in schema.foreign_keys if key.table == schema.name]
    header, *rows = make_rows(schema)[:3]
    return [header, *(["" if place in own else cell for place, cell in enumerate(row)] for row in rows)]


def rename_column(schema: TableSchema, name: str) -> Rows:
    """Return valid rows below a header in which a column has another name."""
    header, *rows = few_rows(schema)
    return [[f"{label}_x" if label == name else label for label in header], *rows]


def with_column(schema: TableSchema, place: int) -> Rows:
    """Return the rows with a column too many."""
    header, *rows = few_rows(schema)
    return [[*row[:place], cell, *row[place:]] for row, cell in ((header, "more"), *((row, "1") for row in rows))]


def without_column(schema: TableSchema, place: int) -> Rows:
    """Return the rows with a column too few."""
    return [[*row[:place], *row[place + 1 :]] for row in few_rows(schema)]


def to_csv(rows: Rows) -> str:
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(rows)
    return text.getvalue()


def write_valid_package(folder: Path, tables: Collection[str] = tuple(SCHEMAS)) -> None:
    """Write csv/ with the valid rows of the tables, and a descriptor without hashes.

    Of other tables that these refer to only the keys are written, so that a thousand checks take seconds.
    """
    (folder / "csv").mkdir(parents=True)
    resources = []
    for name in tables:
        descriptor = json.loads((schemas_folder() / f"{name}.json").read_text(encoding="utf-8"))
        resources.append(write_table(folder, name, descriptor, make_rows(SCHEMAS[name])))
    for name in sorted({key.table for table in tables for key in SCHEMAS[table].foreign_keys} - set(tables)):
        (key,) = SCHEMAS[name].primary_key
        rows = [[key], *([make_cell(SCHEMAS[name], key, number)] for number in range(REFERRED_ROWS))]
        descriptor = {"fields": [{"name": key, "type": "string"}], "missingValues": [""]}
        resources.append(write_table(folder, name, descriptor, rows))
    package = {"name": "mutations", "resources": resources}
    (folder / "datapackage.json").write_text(json.dumps(package), encoding="utf-8")


def write_table(folder: Path, name: str, descriptor: dict[str, Any], rows: Rows) -> dict[str, Any]:
    """Write a table and return its resource."""
    path = f"csv/{name}.csv"
    (folder / path).write_text(to_csv(rows), encoding="utf-8")
    return {"name": name, "type": "table", "path": path, "format": "csv", "encoding": "utf-8", "schema": descriptor}
