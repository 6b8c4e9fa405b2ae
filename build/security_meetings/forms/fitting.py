"""What a form cannot hold, told before it is written."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from security_meetings.check.shape import row_name
from security_meetings.forms.faults import form_fault
from security_meetings.forms.naming import EXCEL, SQLITE, STATA, Form, key_columns, place_of
from security_meetings.problems import Problem
from security_meetings.schemas import Column, TableSchema

if TYPE_CHECKING:
    import pyarrow as pa

EXCEL_ROWS = 1_048_576 - 1  # below the header
EXCEL_TEXT = 32_767  # in units of UTF-16
STATA_TEXT = 2_045  # in bytes of UTF-8, for texts that are compared; others may have any length
STATA_NUMBER = float.fromhex("0x1.fffffffffffffp+1022")
EXACT_INTEGER = 2**53 - 1  # the largest that a double surely tells from its neighbours
# What Stata takes for types, qualifiers or variables of its own; words of its matrix language alone are names like any.
STATA_WORDS = frozenset(
    (
        *("_all", "_b", "_coef", "_cons", "_n", "_N", "_pi", "_pred", "_rc", "_skip", "byte", "double", "float"),
        *("if", "in", "int", "long", "strL", "using", "with"),
    )
)
STATA_NAME = re.compile(r"(?!str[0-9]+$)[A-Za-z_][A-Za-z0-9_]{0,31}")
TODO = "leave this form out, with --form for the others; CSV and Parquet hold it"


def find_obstacles(form: Form, tables: Mapping[str, pa.Table], schemas: Mapping[str, TableSchema]) -> Iterator[Problem]:
    """Yield what the form cannot hold of the tables as they are."""
    for name, schema in schemas.items():
        table = tables[name]
        if form == EXCEL and table.num_rows > EXCEL_ROWS:
            what = f"{table.num_rows:,} rows are too many for a sheet"
            yield form_fault("too-many-rows", place_of(form, name), what, f"at most {EXCEL_ROWS:,}", TODO)
        for column in schema.columns:
            yield from _find_in_column(form, table, schema, column)


def _find_in_column(form: Form, table: pa.Table, schema: TableSchema, column: Column) -> Iterator[Problem]:
    where = f"{place_of(form, schema.name)}, column {column.name}"
    if column.type == "datetime":
        expected = "days, or moments as text"
        yield form_fault("datetime", where, 'the type "datetime" has no place in this form', expected, TODO)
    if form == STATA and (column.name in STATA_WORDS or not STATA_NAME.fullmatch(column.name)):
        expected = "at most 32 letters, digits and underscores, and no word of Stata"
        yield form_fault("column-name", where, f'"{column.name}" cannot be a name in Stata', expected, TODO)
    for number, what, expected in _find_cells(form, table.column(column.name), schema, column):
        row = row_name(schema, table.slice(number, 1).to_pylist()[0], column.name)
        yield form_fault("unfit-cell", f"{place_of(form, schema.name)}: {row}", what, expected, TODO)


def _find_cells(
    form: Form, cells: pa.ChunkedArray, schema: TableSchema, column: Column
) -> Iterator[tuple[int, str, str]]:
    """Yield the number of each row whose cell does not fit, with what it is and what was expected."""
    if column.type == "string":
        yield from _find_texts(form, cells, column.name in key_columns(schema))
    elif column.type == "integer" and form != SQLITE:
        for number, cell in enumerate(cells.to_pylist()):
            if cell is not None and abs(cell) > EXACT_INTEGER:
                yield number, f'"{cell}" would lose digits', f"at most {EXACT_INTEGER}"
    elif column.type == "number":
        for number, cell in enumerate(cells.to_pylist()):
            if cell is not None and not math.isfinite(cell):
                yield number, f'"{cell}" is no number', "a finite number"
            elif cell is not None and form == STATA and cell > STATA_NUMBER:
                yield number, f'"{cell}" stands for a missing value in Stata', f"at most {STATA_NUMBER}"


def _find_texts(form: Form, cells: pa.ChunkedArray, is_key: bool) -> Iterator[tuple[int, str, str]]:
    import pyarrow.compute as pc

    limit = {SQLITE: None, EXCEL: EXCEL_TEXT, STATA: STATA_TEXT if is_key else None}[form]
    longest = pc.max(pc.binary_length(cells)).as_py() or 0
    has_null = bool(pc.any(pc.match_substring(cells, "\0"), min_count=0).as_py())
    if not has_null and (limit is None or longest <= limit):
        return
    for number, cell in enumerate(cells.to_pylist()):
        if cell is not None and "\0" in cell:
            yield number, "has the character U+0000", "text that every reader takes"
        elif cell is not None and limit is not None and (length := _measure(form, cell)) > limit:
            unit = "bytes" if form == STATA else "characters"
            yield number, f'"{cell[:40]}…" has {length:,} {unit}', f"at most {limit:,}"


def _measure(form: Form, text: str) -> int:
    return len(text.encode()) if form == STATA else len(text.encode("utf-16-le")) // 2
