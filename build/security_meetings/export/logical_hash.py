"""A hash of the cells of a table, whatever format holds them and whatever program wrote it.

It is the sha256 of the table as canonical CSV: UTF-8, line feeds, a header row, columns in the order of the schema, rows
sorted by primary key (by code point), missing cells empty, quotes only where RFC 4180 needs them, `true` and `false`,
ISO dates, the shortest decimals that give the number again, never minus zero.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from security_meetings.cells import format_cell
from security_meetings.export.csv_files import format_row
from security_meetings.problems import DataProblems, Problem
from security_meetings.schemas import TableSchema, to_arrow_schema

if TYPE_CHECKING:
    import pyarrow as pa

LINES_AT_ONCE = 10_000
NEEDS_QUOTES = '[",\r\n]'


def hash_table(table: pa.Table, schema: TableSchema) -> str:
    """Return `sha256:` and the hexadecimal digits of the sha256 of a table as canonical CSV.

    Columns may stand in any order and in any type that holds the declared values. Raises DataProblems for a table whose
    columns are not those of the schema, or hold something else.
    """
    lines = _tell_lines(_conform(table, schema), schema)
    digest = hashlib.sha256(format_row(schema.column_names).encode())
    for begin in range(0, len(lines), LINES_AT_ONCE):
        digest.update("".join(f"{line}\n" for line in lines.slice(begin, LINES_AT_ONCE).to_pylist()).encode())
    return f"sha256:{digest.hexdigest()}"


def _conform(table: pa.Table, schema: TableSchema) -> pa.Table:
    """Return the table with the declared columns in their order and type."""
    import pyarrow as pa

    if set(table.column_names) != set(schema.column_names):
        told = f'the columns are "{", ".join(table.column_names)}"'
        raise DataProblems([_other_table(schema.name, told, f'"{", ".join(schema.column_names)}"')])
    columns = []
    for field in to_arrow_schema(schema):
        try:
            columns.append(table.column(field.name).cast(field.type))
        except (pa.ArrowInvalid, pa.ArrowNotImplementedError) as error:
            where = f"{schema.name}, column {field.name}"
            told = f"a cell is no {field.type} ({error})"
            raise DataProblems([_other_table(where, told, f'cells of the type "{field.type}"')]) from error
    return pa.table(columns, names=list(schema.column_names))


def _other_table(where: str, what: str, expected: str) -> Problem:
    return Problem(
        severity="error",
        rule_id="logical-hash.other-table",
        where=where,
        what=what,
        expected=expected,
        todo="give the table that the schema declares",
    )


def _tell_lines(table: pa.Table, schema: TableSchema) -> pa.ChunkedArray:
    """Return the rows as lines of CSV without their ends, in the order of the key, equal keys in that of the cells."""
    import pyarrow as pa
    import pyarrow.compute as pc

    texts = pa.table({name: _tell_cells(table.column(name)) for name in table.column_names})
    keys = dict.fromkeys((*schema.primary_key, *schema.column_names))
    ordered = texts.take(pc.sort_indices(texts, sort_keys=[(name, "ascending") for name in keys]))
    return pc.binary_join_element_wise(
        *(_quote(column) for column in ordered.columns), pa.scalar(",", pa.large_string())
    )


def _tell_cells(column: pa.ChunkedArray) -> pa.ChunkedArray:
    """Return the canonical text of each cell; 64-bit offsets, since the texts of one column may exceed 2 GB."""
    import pyarrow as pa
    import pyarrow.compute as pc

    if pa.types.is_floating(column.type) or pa.types.is_timestamp(column.type):
        texts = [format_cell(cell + 0.0 if isinstance(cell, float) else cell) for cell in column.to_pylist()]
        return pa.chunked_array([pa.array(texts, type=pa.large_string())])
    return pc.fill_null(column.cast(pa.large_string()), "")


def _quote(texts: pa.ChunkedArray) -> pa.ChunkedArray:
    import pyarrow as pa
    import pyarrow.compute as pc

    special = pc.match_substring_regex(texts, NEEDS_QUOTES)
    if not pc.any(special, min_count=0).as_py():
        return texts
    quote, nothing = pa.scalar('"', pa.large_string()), pa.scalar("", pa.large_string())
    doubled = pc.replace_substring(texts, '"', '""')
    return pc.if_else(special, pc.binary_join_element_wise(quote, doubled, quote, nothing), texts)
