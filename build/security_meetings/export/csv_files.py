"""Tables as CSV: UTF-8, line feeds, quotes only where RFC 4180 needs them, the same text for the same value."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pyarrow as pa

_QUOTE = '"'
_SPECIAL = re.compile('[",\r\n]')


def write_csv(table: pa.Table, path: Path) -> None:
    """Write a table as CSV: header row, missing as empty, `true`/`false`, ISO dates, dot decimals."""
    with path.open("w", encoding="utf-8", newline="") as file:
        file.write(format_row(table.column_names))
        file.writelines(format_row(row) for row in _rows(table))


def format_row(cells: Iterable[str]) -> str:
    """Return one line of CSV; the csv module of Python 3.11 would leave a lone carriage return unquoted."""
    return ",".join(f'"{cell.replace(_QUOTE, _QUOTE * 2)}"' if _SPECIAL.search(cell) else cell for cell in cells) + "\n"


def _rows(table: pa.Table) -> Iterator[list[str]]:
    for batch in table.to_batches(max_chunksize=10_000):
        columns = [column.to_pylist() for column in batch.columns]
        for cells in zip(*columns, strict=True):
            yield [format_cell(cell) for cell in cells]


def format_cell(cell: Any) -> str:
    """Return the text of a cell; raises TypeError for a value of a type that no published column has."""
    match cell:
        case None:
            return ""
        case bool():
            return "true" if cell else "false"
        case str():
            return cell
        case int():
            return str(cell)
        case float():
            return repr(cell)
        case datetime():
            return cell.isoformat().replace("+00:00", "Z")
        case date():
            return cell.isoformat()
        case _:
            raise TypeError(f"no text for a cell of type {type(cell).__name__}")
