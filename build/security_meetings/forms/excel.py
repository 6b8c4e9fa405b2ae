"""The tables as one Excel workbook: a sheet a table and a codebook, text as text, days as days, nothing that runs."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from security_meetings.check.shape import row_name
from security_meetings.forms.codebook import SHEET, CodebookRow, codebook_rows
from security_meetings.forms.naming import EXCEL, place_of
from security_meetings.formulas import disarm_formula
from security_meetings.problems import Problem
from security_meetings.schemas import TableSchema

if TYPE_CHECKING:
    import pyarrow as pa
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

FIRST_DAY = date(1900, 1, 1)
WIDEST = 60
# Room for the button of the filter.
BUTTON = 4
# Texts that the writer of the workbook would take for its own mark of formatted text, or would escape to another text.
MISTAKEN = re.compile(r"\A<r>.*</r>\Z|_x[0-9A-Fa-f]{4}_x[0-9A-Fa-f]{4}_", re.DOTALL)
PIECES = re.compile(r"(?<=_)(?=x)")
CODEBOOK_WIDTHS = (20, 24, 32, 10, 15, 10, 32, 32, 90, 30)
LINE_HEIGHT = 15


class ExactNumber(float):
    """A number that is written with all its digits; the writer of the workbook keeps sixteen, which are too few."""

    def __format__(self, spec: str) -> str:
        """Return the shortest decimals that give the number again."""
        return repr(float(self))


def write_excel(
    tables: Mapping[str, pa.Table],
    schemas: Mapping[str, TableSchema],
    descriptor: Mapping[str, Any],
    path: Path,
    day: date,
) -> tuple[Problem, ...]:
    """Write the tables as a workbook: the same bytes for the same tables, day and version of XlsxWriter.

    Returns a notice for each cell that had to be written otherwise: what would run, and days before 1900.
    """
    import xlsxwriter

    # In memory, since the rights of temporary files would go into the archive.
    book = xlsxwriter.Workbook(str(path), {"in_memory": True})
    book.set_properties(_tell_properties(descriptor, day))
    formats = {
        "header": book.add_format({"bold": True, "bottom": 1, "align": "left"}),
        "string": book.add_format({"num_format": "@"}),
        "wrapped": book.add_format({"num_format": "@", "text_wrap": True, "valign": "top"}),
        "date": book.add_format({"num_format": "yyyy-mm-dd", "align": "left"}),
    }
    _write_codebook(book, schemas, formats)
    notices = [
        notice for name, schema in schemas.items() for notice in _write_sheet(book, tables[name], schema, formats)
    ]
    book.close()
    return tuple(notices)


def _tell_properties(descriptor: Mapping[str, Any], day: date) -> dict[str, Any]:
    version = descriptor.get("version")
    licences = ", ".join(licence.get("name", licence.get("path", "")) for licence in descriptor.get("licenses", ()))
    return {
        "title": descriptor.get("title", ""),
        "author": "; ".join(person.get("title", "") for person in descriptor.get("contributors", ())),
        "subject": f"version {version}" if version else "",
        "keywords": ", ".join(descriptor.get("keywords", ())),
        "comments": f"Licence: {licences}" if licences else "",
        "created": datetime(day.year, day.month, day.day),
    }


def _write_codebook(book: Workbook, schemas: Mapping[str, TableSchema], formats: Mapping[str, Any]) -> None:
    sheet = book.add_worksheet(SHEET)
    rows = list(codebook_rows(schemas))
    columns = tuple(CodebookRow.__dataclass_fields__)
    for number, width in enumerate(CODEBOOK_WIDTHS):
        sheet.set_column(number, number, width, formats["wrapped"])
    _write_header(sheet, columns, len(rows), formats)
    for number, row in enumerate(rows, start=1):
        # Not every program makes room for wrapped text by itself.
        sheet.set_row(number, LINE_HEIGHT * _count_lines(row))
        for place, cell in enumerate(row.cells()):
            if isinstance(cell, bool):
                sheet.write_boolean(number, place, cell)
            elif cell is not None:
                _write_text(sheet, number, place, disarm_formula(cell))
        if row.column_name is None:
            sheet.write_url(number, 0, f"internal:'{row.table_name}'!A1", string=row.table_name)


def _count_lines(row: CodebookRow) -> int:
    lengths = [len(cell) if isinstance(cell, str) else 0 for cell in row.cells()]
    return max(1, *(math.ceil(1.15 * length / width) for length, width in zip(lengths, CODEBOOK_WIDTHS, strict=True)))


def _write_sheet(book: Workbook, table: pa.Table, schema: TableSchema, formats: Mapping[str, Any]) -> Iterator[Problem]:
    """Write one table as a sheet; yield a notice for each cell that is not written as it is."""
    sheet = book.add_worksheet(schema.name)
    columns = [table.column(column.name).to_pylist() for column in schema.columns]
    for place, (column, cells) in enumerate(zip(schema.columns, columns, strict=True)):
        longest = max((len(cell) if isinstance(cell, str) else 10 for cell in cells if cell is not None), default=0)
        width = min(max(math.ceil(1.1 * longest) + 1, len(column.name) + BUTTON), WIDEST)
        sheet.set_column(place, place, width, formats.get(column.type))
    _write_header(sheet, schema.column_names, table.num_rows, formats)
    for place, cells in enumerate(columns):
        for number, cell in enumerate(cells):
            told = _write_cell(sheet, number + 1, place, cell)
            if told is not None:
                row = {name: values[number] for name, values in zip(schema.column_names, columns, strict=True)}
                where = f"{place_of(EXCEL, schema.name)}: {row_name(schema, row, schema.column_names[place])}"
                yield Problem(
                    severity="notice", rule_id=f"forms.{told[0]}", where=where, what=told[1], expected=told[2]
                )


def _write_header(sheet: Worksheet, names: Sequence[str], row_count: int, formats: Mapping[str, Any]) -> None:
    for place, name in enumerate(names):
        sheet.write_string(0, place, name, formats["header"])
    sheet.freeze_panes(1, 1)
    sheet.autofilter(0, 0, row_count, len(names) - 1)
    # Codes such as 042 are meant to be text; a mark in each of their cells would only distract.
    sheet.ignore_errors({"number_stored_as_text": "A1:XFD1048576"})


def _write_cell(sheet: Worksheet, number: int, place: int, cell: Any) -> tuple[str, str, str] | None:
    """Write a cell by its type; return kind, what was met and what stands there now where it is written otherwise."""
    match cell:
        case None | "":
            return None
        case bool():
            sheet.write_boolean(number, place, cell)
        case float():
            sheet.write_number(number, place, ExactNumber(cell))
        case int():
            sheet.write_number(number, place, cell)
        case date() if cell >= FIRST_DAY:
            sheet.write_datetime(number, place, cell)
        case date():
            sheet.write_string(number, place, cell.isoformat())
            return "day-as-text", f'"{cell}" is before the first day that Excel knows', "the day as text"
        case _:
            harmless = disarm_formula(cell)
            _write_text(sheet, number, place, harmless)
            if harmless != cell:
                return "disarmed-cell", f'"{cell}" would run as a formula', f'"{harmless}", so that it does not'
    return None


def _write_text(sheet: Worksheet, number: int, place: int, text: str) -> None:
    if MISTAKEN.search(text):
        # In pieces it is text like any other.
        sheet.write_rich_string(number, place, text[0], text[1], *PIECES.split(text[2:]))
    else:
        sheet.write_string(number, place, text)
