"""The tables of an Excel workbook, cell by cell as they were before they were written."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree

from security_meetings.forms.cells import OtherType, make_table, require_columns, unreadable
from security_meetings.forms.faults import form_fault
from security_meetings.forms.naming import EXCEL, place_of
from security_meetings.formulas import rearm_formula
from security_meetings.problems import DataProblems
from security_meetings.schemas import Column, TableSchema

if TYPE_CHECKING:
    import pyarrow as pa
    from openpyxl import Workbook

STRINGS = "xl/sharedStrings.xml"
_NAMESPACE = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_ESCAPE = re.compile("_x([0-9A-Fa-f]{4})_")


def read_excel(path: Path, schemas: Mapping[str, TableSchema]) -> dict[str, pa.Table]:
    """Return the tables of a workbook, typed as declared; raises DataProblems for what is missing or otherwise."""
    if not path.is_file():
        raise unreadable(EXCEL, path.name, "there is no such file")
    with closing(_open_book(path)) as book:
        for name in schemas:
            if name not in book.sheetnames:
                raise DataProblems([form_fault("missing-table", path.name, f'there is no sheet "{name}"', name)])
        return {name: _read_sheet(book, schema) for name, schema in schemas.items()}


def _open_book(path: Path) -> Workbook:
    """Return the open workbook; its texts are read here, since openpyxl leaves line ends and the like escaped."""
    from openpyxl.reader.excel import ExcelReader
    from openpyxl.utils.exceptions import InvalidFileException

    class ExactReader(ExcelReader):  # type: ignore[misc]
        def read_strings(self) -> None:
            self.shared_strings = list(_read_strings(path))

    try:
        reader = ExactReader(path, read_only=True)
        reader.read()
    except (zipfile.BadZipFile, InvalidFileException, KeyError, ValueError, ElementTree.ParseError) as error:
        raise unreadable(EXCEL, path.name, error) from error
    return reader.wb


def _read_strings(path: Path) -> Iterator[str]:
    with zipfile.ZipFile(path) as archive:
        if STRINGS not in archive.namelist():
            return
        with archive.open(STRINGS) as file:
            for _, node in ElementTree.iterparse(file):
                if node.tag == f"{_NAMESPACE}si":
                    yield "".join(_unescape(part.text or "") for part in node.iter(f"{_NAMESPACE}t"))
                    node.clear()


def _unescape(text: str) -> str:
    """Return a text with the characters that XML does not hold, which the file has as `_x000D_`."""
    return _ESCAPE.sub(lambda found: chr(int(found.group(1), 16)), text)


def _read_sheet(book: Workbook, schema: TableSchema) -> pa.Table:
    rows = book[schema.name].iter_rows(values_only=True)
    require_columns([str(cell) for cell in next(rows, ())], schema, EXCEL)
    columns: list[Sequence[Any]] = list(zip(*rows, strict=True)) or [()] * len(schema.columns)
    values = {}
    for column, cells in zip(schema.columns, columns, strict=True):
        try:
            values[column.name] = [_read_cell(cell, column) for cell in cells]
        except ValueError as error:
            where = f"{place_of(EXCEL, schema.name)}, column {column.name}"
            raise DataProblems([form_fault("cell-type", where, str(error), column.type)]) from error
    return make_table(values, schema, EXCEL)


def _read_cell(cell: Any, column: Column) -> Any:
    match column.type, cell:
        case _, None:
            return None
        case "string", str():
            return rearm_formula(cell)
        case "boolean", bool():
            return cell
        case "integer", int() | float() if not isinstance(cell, bool) and cell == int(cell):
            return int(cell)
        case "number", int() | float() if not isinstance(cell, bool):
            return float(cell)
        case "date", datetime() if cell == datetime(cell.year, cell.month, cell.day):
            return cell.date()
        case "date", str():
            return date.fromisoformat(cell)
        case _:
            raise OtherType(f'"{cell}" is of another type')
