"""Changes as a file, `changes.csv`, and an old edition with its changes made: that is the new one."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Mapping
from dataclasses import fields
from typing import Any, cast

from security_meetings.export.csv_files import format_row
from security_meetings.release.differences import CONSTRAINTS, Change, parse_key
from security_meetings.release.editions import Edition, read_key
from security_meetings.row_changes import Key

CHANGES = "changes.csv"
CHANGE_COLUMNS = tuple(field.name for field in fields(Change))

Schema = dict[str, Any]
Tables = dict[str, dict[Key, dict[str, str]]]


def write_changes(changes: Iterable[Change]) -> str:
    """Return changes as the text of a CSV file: table, key, column, old, new, kind, reason."""
    rows = (format_row(getattr(change, name) for name in CHANGE_COLUMNS) for change in changes)
    return format_row(CHANGE_COLUMNS) + "".join(rows)


def read_changes(text: str) -> tuple[Change, ...]:
    """Return the changes of a CSV file that `write_changes` made."""
    rows = csv.DictReader(io.StringIO(text, newline=""), strict=True)
    return tuple(Change(**cast(dict[str, Any], row)) for row in rows)


def apply_changes(old: Edition, changes: Iterable[Change], version: str = "") -> Edition:
    """Return the old edition with the changes made; `version` is that of the new one."""
    schemas: dict[str, Schema] = {name: json.loads(json.dumps(schema)) for name, schema in old.schemas.items()}
    tables: Tables = {name: {key: dict(row) for key, row in rows.items()} for name, rows in old.rows.items()}
    for change in changes:
        if change.kind in ("row_added", "row_removed", "cell_changed"):
            _change_row(change, schemas[change.table], tables.setdefault(change.table, {}))
        else:
            _change_declaration(change, schemas, tables)
    filled = {name: _fill(tables.get(name, {}), schema) for name, schema in schemas.items()}
    return Edition(schemas=schemas, rows=filled, version=version)


def _fill(rows: Mapping[Key, Mapping[str, str]], schema: Schema) -> dict[Key, dict[str, str]]:
    columns = [column["name"] for column in schema["fields"]]
    return {key: {column: rows[key].get(column, "") for column in columns} for key in sorted(rows)}


def _change_row(change: Change, schema: Schema, rows: dict[Key, dict[str, str]]) -> None:
    key = parse_key(change.key)
    if change.kind == "row_removed":
        rows.pop(key, None)
        return
    row = rows.setdefault(key, dict(zip(read_key(schema), key, strict=True)))
    if change.column:
        row[change.column] = change.new


def _change_declaration(change: Change, schemas: dict[str, Schema], tables: Tables) -> None:
    name = change.table
    match change.kind:
        case "table_added":
            schemas[name] = json.loads(change.new)
        case "table_removed":
            schemas.pop(name)
            tables.pop(name, None)
        case "table_changed":
            _set(schemas[name], change.key, change.new)
        case "column_added":
            columns = [told["name"] for told in schemas[name]["fields"]]
            place = columns.index(change.key) + 1 if change.key else 0
            schemas[name]["fields"].insert(place, json.loads(change.new))
        case "column_removed":
            schemas[name]["fields"] = [told for told in schemas[name]["fields"] if told["name"] != change.column]
        case "columns_ordered":
            order = json.loads(change.new)
            schemas[name]["fields"].sort(key=lambda column: order.index(column["name"]))
        case _:
            column = next(told for told in schemas[name]["fields"] if told["name"] == change.column)
            _set_property(column, change.key, change.new)


def _set_property(column: Schema, key: str, new: str) -> None:
    group, _, name = key.partition(".")
    if group != CONSTRAINTS or not name:
        _set(column, key, new)
        return
    constraints = column.setdefault(CONSTRAINTS, {})
    _set(constraints, name, new)
    if not constraints:
        column.pop(CONSTRAINTS)


def _set(told: Schema, key: str, new: str) -> None:
    if new:
        told[key] = json.loads(new)
    else:
        told.pop(key, None)
