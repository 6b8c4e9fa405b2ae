"""Tables as CSV: UTF-8, line feeds, quotes only where RFC 4180 needs them, the same text for the same value."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from security_meetings.cells import format_cell

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
