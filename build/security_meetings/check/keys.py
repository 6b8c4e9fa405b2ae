"""Keys of a table held by column: what stands twice, and references to no row.

That a key stands once is proven by counting; only where it does not, rows are looked at one by one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
from frictionless import errors

from security_meetings.check.columns import FIRST_ROW, CellColumn, is_canonical, rows_where
from security_meetings.check.found import UniqueKeyError, note_unique_key


def find_unique_errors(column: CellColumn) -> Iterator[Any]:
    """Yield an error for each cell of a unique column that stands in an earlier row too."""
    for row, earlier in _find_repeated([column], skips=any):
        yield errors.UniqueError(
            note=f"the same as in the row at position {earlier}",
            cells=[],
            row_number=row,
            cell=column.texts[column.codes[row - FIRST_ROW].as_py()].as_py(),
            field_name=column.name,
            field_number=column.number,
        )


def find_primary_key_errors(key: Sequence[CellColumn]) -> Iterator[Any]:
    """Yield an error for each row whose primary key is empty or stands in an earlier row too."""
    empty = key[0].codes.is_null()
    for column in key[1:]:
        empty = pc.and_(empty, column.codes.is_null())
    for row in rows_where(empty):
        yield _row_error(errors.PrimaryKeyError, row + FIRST_ROW, 'cells composing the primary keys are all "None"')
    for row, earlier in _find_repeated(key, skips=all):
        yield _row_error(errors.PrimaryKeyError, row, f"the same as in the row at position {earlier}")


def find_unique_key_errors(key: Sequence[CellColumn]) -> Iterator[Any]:
    """Yield an error for each row whose unique key is complete and stands in an earlier row too."""
    names = tuple(column.name for column in key)
    for row, earlier in _find_repeated(key, skips=any):
        yield _row_error(UniqueKeyError, row, note_unique_key(names, earlier))


def find_reference_errors(column: CellColumn, target: CellColumn, reference: dict[str, Any]) -> Iterator[Any]:
    """Yield an error for each filled cell that is in no row of the target; both columns must hold text."""
    known = pc.is_in(column.texts, value_set=target.texts)
    if pc.all(known, min_count=0).as_py():
        return
    table, name = reference["resource"], target.name
    for row in rows_where(pc.invert(pc.take(known, column.codes))):
        cell = column.texts[column.codes[row].as_py()].as_py()
        yield errors.ForeignKeyError(
            note=f'for "{column.name}": values "{cell}" not found in the lookup table "{table}" as "{name}"',
            cells=[],
            row_number=row + FIRST_ROW,
            field_names=[column.name],
            field_cells=[cell],
            reference_name=table,
            reference_field_names=[name],
        )


def _row_error(kind: Any, row: int, note: str) -> Any:
    return kind(note=note, cells=[], row_number=row)


def _find_repeated(key: Sequence[CellColumn], skips: Callable[[Iterable[bool]], bool]) -> Iterator[tuple[int, int]]:
    """Yield row and last earlier row of each key that stands in an earlier row too.

    `skips` says of which cells it takes to be empty, all or any, that the key counts as none.
    """
    if all(_is_one_to_one(column) for column in key) and _stands_once(key, skips):
        return
    last: dict[tuple[Any, ...], int] = {}
    for row, value in enumerate(zip(*(column.values() for column in key), strict=True), start=FIRST_ROW):
        if skips(cell is None for cell in value):
            continue
        earlier, last[value] = last.get(value), row
        if earlier is not None:
            yield row, earlier


def _is_one_to_one(column: CellColumn) -> bool:
    """Return whether texts that differ are values that differ, which 1.0 and 1 are not."""
    return column.field.type != "number" and bool(pc.all(is_canonical(column), min_count=0).as_py())


def _stands_once(key: Sequence[CellColumn], skips: Callable[[Iterable[bool]], bool]) -> bool:
    if len(key) == 1:
        return not key[0].has_repeats
    if not all(column.is_coded for column in key):
        return False
    table = pa.table({str(number): column.codes for number, column in enumerate(key)})
    table = table.drop_null() if skips is any else table
    return bool(table.group_by(table.column_names).aggregate([]).num_rows == table.num_rows)
