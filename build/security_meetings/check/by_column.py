"""The engine that checks column by column, for packages too large to read row by row.

It finds what Frictionless finds, cell by cell, because whatever it cannot prove sound is left to Frictionless: single
texts to its readers of cells, and files that are no table (another header, rows of other lengths, broken text) as a
whole.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from frictionless import FrictionlessException, errors

from security_meetings.check.by_row import find_by_row
from security_meetings.check.columns import CellColumn, find_cell_errors, read_columns
from security_meetings.check.found import LARGEST_COUNT, Found
from security_meetings.check.keys import (
    find_primary_key_errors,
    find_reference_errors,
    find_unique_errors,
    find_unique_key_errors,
)

HASH_PREFIX = "sha256:"
PLAIN_DIALECT = {
    "delimiter": ",",
    "quotechar": '"',
    "doublequote": True,
    "escapechar": None,
    "skipinitialspace": False,
}

Columns = Mapping[str, CellColumn]


def find_by_column(resources: Sequence[Any]) -> Iterator[Found]:
    """Yield what is wrong with each resource of a package."""
    keys = _list_keys(resources)
    tables = {resource.name: _read_table(resource, keys) for resource in resources}
    for resource in resources:
        columns = tables[resource.name]
        if resource.type == "file" and _can_measure(resource):
            yield _tell(resource, list(_find_measure_errors(resource)))
        elif columns is None or not _can_refer(resource, columns, tables):
            yield find_by_row(resource)
        else:
            yield _check_table(resource, columns, tables)


def _list_keys(resources: Sequence[Any]) -> frozenset[str]:
    """Return the names of all columns that belong to a key of more than one column, refer or are referred to."""
    schemas = [resource.schema for resource in resources if resource.type == "table" and resource.schema]
    keys = [key["fields"] for schema in schemas for key in schema.foreign_keys]
    keys += [key for schema in schemas for key in schema.custom.get("uniqueKeys", ())]
    keys += [schema.primary_key for schema in schemas]
    return frozenset(name for key in keys for name in key)


def _read_table(resource: Any, keys: frozenset[str]) -> Columns | None:
    """Return the columns of a resource by name, None where it is no plain table and has to be read row by row."""
    if resource.type != "table" or resource.schema is None or not _can_measure(resource):
        return None
    if resource.schema.missing_values != [""] or resource.fields or resource.rows:
        return None
    opened = resource.to_copy()
    # Opening reads the target of every foreign key, and only the header and the dialect are wanted.
    opened.schema.foreign_keys = []
    try:
        with opened:
            dialect, header = opened.dialect.get_control("csv").to_python(), opened.header
    except FrictionlessException:
        return None
    if not header.valid or any(getattr(dialect, name) != value for name, value in PLAIN_DIALECT.items()):
        return None
    columns = read_columns(Path(resource.normpath), resource.schema.fields, keys)
    return None if columns is None else {column.name: column for column in columns}


def _can_measure(resource: Any) -> bool:
    is_plain = resource.path and not resource.extrapaths and not resource.compression and not resource.remote
    is_known = not resource.hash or resource.hash.startswith(HASH_PREFIX)
    return bool(is_plain and is_known and Path(resource.normpath).is_file() and resource.encoding in (None, "utf-8"))


def _can_refer(resource: Any, columns: Columns, tables: Mapping[str, Columns | None]) -> bool:
    """Return whether every reference is one column of text that points to one column of text in a plain table."""
    for key in resource.schema.foreign_keys:
        names, (table, targets) = key["fields"], _target(resource, key)
        known = tables.get(table)
        if len(names) != 1 or known is None or targets[0] not in known:
            return False
        if not columns[names[0]].is_text or not known[targets[0]].is_text:
            return False
    return True


def _target(resource: Any, key: Mapping[str, Any]) -> tuple[str, list[str]]:
    return key["reference"]["resource"] or resource.name, key["reference"]["fields"]


def _check_table(resource: Any, columns: Columns, tables: Mapping[str, Columns | None]) -> Found:
    found = [error for column in columns.values() for error in find_cell_errors(column)]
    for column in columns.values():
        if column.field.constraints.get("unique"):
            found.extend(find_unique_errors(column))
    if resource.schema.primary_key:
        found.extend(find_primary_key_errors([columns[name] for name in resource.schema.primary_key]))
    for key in resource.schema.foreign_keys:
        table, targets = _target(resource, key)
        target = (tables[table] or {})[targets[0]]
        found.extend(find_reference_errors(columns[key["fields"][0]], target, key["reference"]))
    for names in resource.schema.custom.get("uniqueKeys", ()):
        found.extend(find_unique_key_errors([columns[name] for name in names]))
    if len(found) < LARGEST_COUNT:
        found.extend(_find_measure_errors(resource))
    return _tell(resource, found)


def _find_measure_errors(resource: Any) -> Iterator[Any]:
    path, note = Path(resource.normpath), 'expected is "{}" and actual is "{}"'
    if resource.hash:
        expected = resource.hash.removeprefix(HASH_PREFIX)
        with path.open("rb") as file:
            actual = hashlib.file_digest(file, "sha256").hexdigest()
        if actual != expected:
            yield errors.HashCountError(note=note.format(expected, actual))
    if resource.bytes and resource.bytes != path.stat().st_size:
        yield errors.ByteCountError(note=note.format(resource.bytes, path.stat().st_size))


def _tell(resource: Any, found: list[Any]) -> Found:
    # The first rows first, as when reading row by row; what concerns the file as a whole comes last.
    ordered = sorted(found, key=lambda error: getattr(error, "row_number", None) or float("inf"))
    is_cut = len(ordered) >= LARGEST_COUNT
    return Found(
        place=resource.place,
        resource_name=resource.name,
        errors=tuple(error.to_descriptor() for error in ordered[:LARGEST_COUNT]),
        warnings=(f"reached error limit: {LARGEST_COUNT}",) if is_cut else (),
    )
