"""Integrity of the tables: keys, lists, dates and the evidence behind every value, beyond what a schema can say."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from security_meetings.check.evidence import check_evidence
from security_meetings.check.quotes import check_quotes
from security_meetings.check.shape import Rows, check_shape, fault, read_rows, row_name
from security_meetings.edtf_bounds import edtf_bounds
from security_meetings.problems import Problem
from security_meetings.schemas import LIST_SEPARATOR, Column, TableSchema

if TYPE_CHECKING:
    import pyarrow as pa

IDENTIFIED_TABLES = (
    "people",
    "office_tenures",
    "meetings",
    "participants",
    "agreements",
    "threats_mentioned",
    "evidence",
)


def check_integrity(
    tables: Mapping[str, pa.Table], schemas: Mapping[str, TableSchema], raw_texts: Mapping[str, str]
) -> list[Problem]:
    """Return every fault of the tables that their schemas cannot tell, in the order of the checks.

    `raw_texts` gives the texts at hand by article id; quotes of other articles are not compared.
    Where tables or columns are not those of the schemas, only that is reported.
    """
    problems = check_shape(tables, schemas)
    if problems:
        return problems
    rows = read_rows(tables)
    keys = {name: _key_values(rows[name], schema) for name, schema in schemas.items()}
    for name, schema in schemas.items():
        problems.extend(check_keys(schema, rows[name]))
        problems.extend(check_cells(schema, rows[name], keys))
        problems.extend(check_dates(schema, rows[name]))
    problems.extend(check_identifiers(schemas, rows))
    problems.extend(check_id_changes(schemas, rows, keys))
    problems.extend(check_evidence(schemas, rows))
    problems.extend(check_quotes(schemas, rows, raw_texts))
    return problems


def check_keys(schema: TableSchema, rows: Rows) -> Iterator[Problem]:
    """Yield keys that stand in two rows, and a table whose rows are not in the order of its key."""
    for key in (schema.primary_key, *schema.unique_keys):
        values = [tuple(row[name] for name in key) for row in rows]
        # As in SQL, an empty cell is equal to no other.
        counts = Counter(value for value in values if None not in value)
        for value, count in counts.items():
            if count > 1:
                what = f'"{", ".join(map(str, value))}" stands in {count} rows'
                yield fault("key-twice", f"{schema.name}, columns {', '.join(key)}", what, "each key once")
    order = [tuple(str(row[name]) for name in schema.primary_key) for row in rows]
    if order != sorted(order):
        first = next(value for value, fit in zip(order, sorted(order), strict=True) if value != fit)
        yield fault("order", f"{schema.name} {', '.join(first)}", "rows are out of order", "rows sorted by key")


def check_cells(schema: TableSchema, rows: Rows, keys: Mapping[str, frozenset[Any]]) -> Iterator[Problem]:
    """Yield texts that are empty instead of missing, and lists not sorted, with a member twice or unknown."""
    texts = [column for column in schema.columns if column.type == "string"]
    for row in rows:
        for column in texts:
            cell = row[column.name]
            if cell is None:
                continue
            where = row_name(schema, row, column.name)
            if not cell.strip():
                yield fault("blank", where, f'"{cell}" is blank', "no value where nothing is known")
            elif column.is_list:
                yield from _check_list(where, cell, column, keys)


def _check_list(where: str, cell: str, column: Column, keys: Mapping[str, frozenset[Any]]) -> Iterator[Problem]:
    members = cell.split(LIST_SEPARATOR)
    ordered = sorted({member.strip() for member in members if member.strip()})
    if members != ordered:
        yield fault("list", where, f'"{cell}" is no sorted list', f'"{LIST_SEPARATOR.join(ordered)}"')
    targets = [item.partition(".")[0] for item in column.items or ()]
    for member in ordered if targets else ():
        if not any(member in keys.get(table, ()) for table in targets):
            yield fault("list-member", where, f'"{member}" is not known', f"a key of {' or '.join(targets)}")


def check_dates(schema: TableSchema, rows: Rows) -> Iterator[Problem]:
    """Yield dates that are no EDTF, and first and last days that go beyond what the EDTF date allows."""
    names = set(schema.column_names)
    for column in (column for column in schema.columns if column.is_edtf):
        stem = column.name.removesuffix("_edtf")
        has_days = {f"{stem}_start", f"{stem}_end"} <= names
        for row in rows:
            where = row_name(schema, row, column.name)
            days = (row[f"{stem}_start"], row[f"{stem}_end"]) if has_days else None
            bounds = _bounds(row[column.name])
            if bounds is None:
                yield fault("edtf", where, f'"{row[column.name]}" is no EDTF date', "EDTF level 1, such as 2019-09-13")
            elif days is not None:
                yield from _check_days(where, row[column.name], bounds, days)
            if days is not None and f"{stem}_interval_type" in names:
                yield from _check_interval_type(where, row[f"{stem}_interval_type"], days)


def _bounds(edtf: str | None) -> tuple[date | None, date | None] | None:
    try:
        return (None, None) if edtf is None else edtf_bounds(edtf)
    except ValueError:
        return None


def _check_days(
    where: str, edtf: str | None, bounds: Sequence[date | None], days: Sequence[date | None]
) -> Iterator[Problem]:
    (earliest, latest), (first, last) = bounds, days
    allowed = f"within {earliest or '..'} and {latest or '..'}, as {edtf} allows"
    if earliest is not None and (first is None or first < earliest):
        yield fault("date-bounds", where, f'the earliest day is "{first or ""}"', allowed)
    if latest is not None and (last is None or last > latest):
        yield fault("date-bounds", where, f'the latest day is "{last or ""}"', allowed)
    if first is not None and last is not None and first > last:
        yield fault("date-order", where, f'"{first}" to "{last}" runs backwards', "the earliest day first")


def _check_interval_type(where: str, interval_type: str | None, days: Sequence[date | None]) -> Iterator[Problem]:
    first, last = days
    if first is not None and first == last and interval_type is not None:
        yield fault("interval-type", where, f'"{interval_type}" stands beside a single day', "no kind of interval")
    if first is not None and last is not None and first < last and interval_type is None:
        yield fault("interval-type", where, f'"{first}" to "{last}" has no kind', "duration or uncertain")


def check_identifiers(schemas: Mapping[str, TableSchema], rows: Mapping[str, Rows]) -> Iterator[Problem]:
    """Yield identifiers that stand in more than one table."""
    owners: dict[str, str] = {}
    for name in IDENTIFIED_TABLES:
        if name not in schemas:
            continue
        key = schemas[name].primary_key[0]
        for identifier in {row[key] for row in rows[name]}:
            owner = owners.setdefault(identifier, name)
            if owner != name:
                yield fault("id-twice", f"{name} {identifier}", f'"{identifier}" is also in {owner}', "each id once")


def check_id_changes(
    schemas: Mapping[str, TableSchema], rows: Mapping[str, Rows], keys: Mapping[str, frozenset[Any]]
) -> Iterator[Problem]:
    """Yield changed identifiers that are still in use, and new ones that neither are nor were in their table."""
    changes = rows.get("id_changes", [])
    retired = {(change["table_name"], change["old_id"]) for change in changes}
    for change in changes:
        where, table = row_name(schemas["id_changes"], change), change["table_name"]
        if table not in keys:
            yield fault("id-change", where, f'"{table}" is no table', ", ".join(IDENTIFIED_TABLES))
            continue
        new_ids = change["new_id"].split(LIST_SEPARATOR) if change["new_id"] else []
        is_one_of_its_parts = change["change"] == "split" and change["old_id"] in new_ids
        if change["old_id"] in keys[table] and not is_one_of_its_parts:
            yield fault("id-change", where, f'"{change["old_id"]}" is still in use', "an id that is in no row")
        for new_id in new_ids:
            if new_id not in keys[table] and (table, new_id) not in retired:
                yield fault("id-change", where, f'"{new_id}" is not in {table}', f"an id of {table}")


def _key_values(rows: Rows, schema: TableSchema) -> frozenset[Any]:
    return frozenset(row[schema.primary_key[0]] for row in rows) if len(schema.primary_key) == 1 else frozenset()
