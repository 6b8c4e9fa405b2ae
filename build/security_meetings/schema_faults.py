"""What is wrong with a Table Schema of the project: all faults of a file, and of the references between files."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from security_meetings.problems import Problem, nearest_value
from security_meetings.shapes import Shape, find_wrong_shapes

if TYPE_CHECKING:
    from security_meetings.schemas import TableSchema

LONGEST_COLUMN_NAME = 32
COLUMN_TYPES = frozenset(["string", "integer", "number", "boolean", "date", "datetime"])
SCHEMA_KEYS = frozenset(
    ["$schema", "name", "title", "description", "fields", "missingValues", "primaryKey", "uniqueKeys", "foreignKeys"]
)
SCHEMA_NEEDS = ("title", "description", "fields", "missingValues", "primaryKey")
COLUMN_KEYS = frozenset(["name", "type", "title", "description", "example", "items", "derived", "constraints"])
COLUMN_NEEDS = ("name", "type", "title", "description", "example")
CONSTRAINT_KEYS = frozenset(["required", "unique", "enum", "pattern", "minimum", "maximum", "minLength", "maxLength"])


SHAPE: Shape = {
    "name": str,
    "title": str,
    "description": str,
    "fields": [
        {
            **dict.fromkeys(("name", "type", "title", "description"), str),
            "derived": bool,
            "items": [str],
            "constraints": {
                **dict.fromkeys(("required", "unique"), bool),
                **dict.fromkeys(("minimum", "maximum"), float),
                **dict.fromkeys(("minLength", "maxLength"), int),
                "enum": [str],
                "pattern": str,
            },
        }
    ],
    "missingValues": [str],
    "primaryKey": [str],
    "uniqueKeys": [[str]],
    "foreignKeys": [{"fields": [str], "reference": {"resource": str, "fields": [str]}}],
}


def schema_fault(kind: str, where: str, what: str, expected: str, todo: str = "") -> Problem:
    """Return a fault of a schema file as an error."""
    return Problem(
        severity="error",
        rule_id=f"schemas.{kind}",
        where=where,
        what=what,
        expected=expected,
        todo=todo or f"correct {where.partition(',')[0]}",
    )


def find_faults(path: Path, descriptor: Mapping[str, Any]) -> Iterator[Problem]:
    """Yield every fault of one schema file, its columns and its keys."""
    where = f"schemas/{path.name}"
    wrong = list(find_wrong_shapes(descriptor, SHAPE))
    for found in wrong:
        yield schema_fault("kind", f"{where}, {found.place}", f'"{found.value}" is of the wrong kind', found.expected)
    if wrong:
        return
    yield from _key_faults(where, descriptor, SCHEMA_KEYS, SCHEMA_NEEDS)
    if descriptor.get("name", path.stem) != path.stem:
        yield schema_fault("name", where, f'name is "{descriptor["name"]}"', f'"{path.stem}", the name of the file')
    entries = descriptor.get("fields", [])
    for number, entry in enumerate(entries, start=1):
        yield from _column_faults(f"{where}, column {entry.get('name', number)}", entry)
    names = [entry.get("name") for entry in entries]
    for name in sorted({name for name in names if name and names.count(name) > 1}):
        yield schema_fault("column-twice", where, f'column "{name}" is declared twice', "each column once")
    yield from _own_key_faults(where, descriptor, [name for name in names if name])


def find_dangling_references(schemas: Mapping[str, TableSchema]) -> Iterator[Problem]:
    """Yield every foreign key, and member key of a list, that points to no table or to no column of it."""
    for schema in schemas.values():
        where = f"schemas/{schema.name}.json"
        for key in schema.foreign_keys:
            for name in key.table_columns:
                yield from _target_faults(f"{where}, foreign key {', '.join(key.columns)}", key.table, name, schemas)
        for column in schema.columns:
            for item in column.items or ():
                table, _, name = item.partition(".")
                yield from _target_faults(f"{where}, column {column.name}", table, name, schemas)


def _key_faults(where: str, entry: Mapping[str, Any], known: Iterable[str], needed: Iterable[str]) -> Iterator[Problem]:
    for key in sorted(set(entry) - set(known)):
        near = nearest_value(key, known)
        yield schema_fault(
            "unknown-key", where, f'"{key}" is no key', f'"{near}"' if near else ", ".join(sorted(known))
        )
    for key in needed:
        if entry.get(key) in (None, "", []):
            yield schema_fault("missing", where, f'"{key}" is missing', f'a "{key}"')


def _column_faults(where: str, entry: Mapping[str, Any]) -> Iterator[Problem]:
    yield from _key_faults(where, entry, COLUMN_KEYS, COLUMN_NEEDS)
    name = entry.get("name", "")
    if len(name) > LONGEST_COLUMN_NAME:
        what = f'"{name}" has {len(name)} characters'
        yield schema_fault("long-name", where, what, f"at most {LONGEST_COLUMN_NAME}, which is all that Stata takes")
    kind = entry.get("type", "")
    if kind and kind not in COLUMN_TYPES:
        near = nearest_value(kind, COLUMN_TYPES)
        expected = ", ".join(sorted(COLUMN_TYPES)) + (f'; nearest is "{near}"' if near else "")
        yield schema_fault("type", where, f'type "{kind}" is unknown', expected)
    constraints = entry.get("constraints", {})
    yield from _key_faults(where, constraints, CONSTRAINT_KEYS, ())
    yield from _example_faults(where, entry, constraints)


def _example_faults(where: str, entry: Mapping[str, Any], constraints: Mapping[str, Any]) -> Iterator[Problem]:
    example = entry.get("example")
    if "pattern" in constraints:
        try:
            fits = re.search(constraints["pattern"], str(example)) is not None
        except re.error as error:
            yield schema_fault("pattern", where, f'pattern "{constraints["pattern"]}": {error}', "a regular expression")
            return
        if not fits:
            yield schema_fault("example", where, f'example "{example}" does not fit', constraints["pattern"])
    if "enum" in constraints and example not in constraints["enum"]:
        yield schema_fault("example", where, f'example "{example}" does not fit', ", ".join(constraints["enum"]))


def _own_key_faults(where: str, descriptor: Mapping[str, Any], names: list[str]) -> Iterator[Problem]:
    keys = [("primary key", descriptor.get("primaryKey", []))]
    keys += [("unique key", key) for key in descriptor.get("uniqueKeys", [])]
    keys += [("foreign key", entry.get("fields", [])) for entry in descriptor.get("foreignKeys", [])]
    for kind, columns in keys:
        for name in columns:
            if name not in names:
                near = nearest_value(name, names)
                expected = f"a column of the table{f', nearest is {chr(34)}{near}{chr(34)}' if near else ''}"
                yield schema_fault("key", where, f'{kind} "{name}" is no column', expected)
    for entry in descriptor.get("foreignKeys", []):
        target = entry.get("reference", {}).get("fields", [])
        if len(target) != len(entry.get("fields", [])) or not target:
            yield schema_fault(
                "key", where, f"foreign key {entry} pairs unequal columns", "as many columns on both sides"
            )


def _target_faults(where: str, table: str, name: str, schemas: Mapping[str, TableSchema]) -> Iterator[Problem]:
    if table not in schemas:
        near = nearest_value(table, schemas)
        expected = f"a table with a schema{f', nearest is {chr(34)}{near}{chr(34)}' if near else ''}"
        yield schema_fault("dangling-key", where, f'table "{table}" does not exist', expected)
    elif name not in schemas[table].column_names:
        yield schema_fault(
            "dangling-key",
            where,
            f'"{table}.{name}" does not exist',
            f"a column of {table}: {', '.join(schemas[table].column_names)}",
        )
