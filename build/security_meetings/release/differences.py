"""How two editions differ: tables, columns and what is declared of them, rows and cells; each change with its reason."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, Literal, get_args

from security_meetings.export.csv_files import format_row
from security_meetings.release.editions import Cells, Edition, read_key
from security_meetings.row_changes import Key

Kind = Literal[
    "table_added",
    "table_removed",
    "table_changed",
    "column_added",
    "column_removed",
    "column_changed",
    "columns_ordered",
    "row_added",
    "row_removed",
    "cell_changed",
]
KINDS: tuple[Kind, ...] = get_args(Kind)
CONSTRAINTS = "constraints"
# What says why a cell differs: of table, key and column the texts before and after.
Explain = Callable[["Change"], str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One change of a table: of its declaration (`key` names what is declared), or of a row and a column by key.

    The `key` of a column that comes is the one after which it stands.
    Rows that come or go have one change for each filled cell that is not of the key, or one without a column. What
    is declared is told as JSON.
    """

    table: str
    key: str = ""
    column: str = ""
    old: str = ""
    new: str = ""
    kind: Kind
    reason: str = ""

    def sentence(self) -> str:
        """Return the change as one line for a reader."""
        place = " ".join(part for part in (self.table, self.key, self.column) if part)
        told = f'{place}: {self.kind.replace("_", " ")}; "{self.old}" → "{self.new}"'
        return f"{told}; {self.reason}" if self.reason else told


def no_reason(change: Change) -> str:
    """Return no reason."""
    return ""


def compare_editions(old: Edition, new: Edition, explain: Explain = no_reason) -> tuple[Change, ...]:
    """Return all changes from the old edition to the new one, table by table, what is declared before the rows."""
    found: list[Change] = []
    for name in dict.fromkeys((*old.schemas, *new.schemas)):
        found.extend(_compare_declarations(name, old.schemas.get(name), new.schemas.get(name)))
        found.extend(_compare_rows(name, old, new))
    return tuple(replace(change, reason=explain(change)) for change in found)


def format_key(key: Iterable[str]) -> str:
    """Return a key as one text, its parts joined with commas as in CSV."""
    return format_row(key).removesuffix("\n")


def parse_key(text: str) -> Key:
    """Return the parts of a key as `format_key` tells it."""
    return tuple(next(csv.reader(io.StringIO(text, newline=""), strict=True), [""]))


def to_json(value: Any) -> str:
    """Return what is declared as one line of JSON, empty for nothing."""
    return "" if value is None else json.dumps(value, ensure_ascii=False)


def flatten_column(column: Mapping[str, Any]) -> dict[str, Any]:
    """Return what is declared of a column, each constraint by its own name: `constraints.pattern`."""
    flat = {key: value for key, value in column.items() if key not in (CONSTRAINTS, "name")}
    return flat | {f"{CONSTRAINTS}.{key}": value for key, value in column.get(CONSTRAINTS, {}).items()}


def _compare_declarations(name: str, old: Mapping[str, Any] | None, new: Mapping[str, Any] | None) -> Iterator[Change]:
    if old is None or new is None:
        kind: Kind = "table_added" if old is None else "table_removed"
        yield Change(table=name, old=to_json(old), new=to_json(new), kind=kind)
        return
    yield from _compare_keys(name, "", _without_fields(old), _without_fields(new), "table_changed")
    before = {column["name"]: column for column in old["fields"]}
    after = {column["name"]: column for column in new["fields"]}
    for column in (column for column in before if column not in after):
        yield Change(table=name, column=column, old=to_json(before[column]), kind="column_removed")
    kept = [column for column in before if column in after]
    ordered = [column for column in after if column in before]
    if kept != ordered:
        yield Change(table=name, old=to_json(kept), new=to_json(ordered), kind="columns_ordered")
    for place, column in enumerate(after):
        if column not in before:
            follows = list(after)[place - 1] if place else ""
            yield Change(table=name, key=follows, column=column, new=to_json(after[column]), kind="column_added")
    for column in kept:
        flat = (flatten_column(before[column]), flatten_column(after[column]))
        yield from _compare_keys(name, column, *flat, "column_changed")


def _without_fields(schema: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in schema.items() if key != "fields"}


def _compare_keys(
    name: str, column: str, old: Mapping[str, Any], new: Mapping[str, Any], kind: Kind
) -> Iterator[Change]:
    for key in dict.fromkeys((*old, *new)):
        before, after = to_json(old.get(key)), to_json(new.get(key))
        if before != after:
            yield Change(table=name, key=key, column=column, old=before, new=after, kind=kind)


def _compare_rows(name: str, old: Edition, new: Edition) -> Iterator[Change]:
    before, after = old.rows.get(name, {}), new.rows.get(name, {})
    gone = set() if name not in new.schemas or name not in old.schemas else _gone_columns(name, old, new)
    for key in sorted(before.keys() | after.keys()):
        told = format_key(key)
        if key not in after:
            if name in new.schemas:
                yield from _tell_row(name, told, before[key], _key_columns(old, name), "row_removed")
        elif key not in before:
            yield from _tell_row(name, told, after[key], _key_columns(new, name), "row_added")
        else:
            for column in dict.fromkeys((*before[key], *after[key])):
                was, now = before[key].get(column, ""), after[key].get(column, "")
                if was != now and column not in gone:
                    yield Change(table=name, key=told, column=column, old=was, new=now, kind="cell_changed")


def _gone_columns(name: str, old: Edition, new: Edition) -> set[str]:
    return set(old.columns(name)) - set(new.columns(name))


def _key_columns(edition: Edition, name: str) -> tuple[str, ...]:
    return read_key(edition.schemas[name]) if name in edition.schemas else ()


def _tell_row(name: str, key: str, cells: Cells, own: Iterable[str], kind: Kind) -> Iterator[Change]:
    told = [(column, cell) for column, cell in cells.items() if cell and column not in own] or [("", "")]
    for column, cell in told:
        old, new = ("", cell) if kind == "row_added" else (cell, "")
        yield Change(table=name, key=key, column=column, old=old, new=new, kind=kind)
