"""The cells of a CSV file by column: every distinct text once, so that a million rows are checked as some thousands.

What is written in the usual way is proven sound by Arrow; every other text goes to the reader of Frictionless, whose
verdict counts. So no cell can be refused that Frictionless takes, and none taken that it refuses.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv as pc_csv
from frictionless import errors

from security_meetings.check.found import LARGEST_COUNT

FIRST_ROW = 2
BLOCK_SIZE = 1 << 23
PLAIN = pa.large_string()
CODED = pa.dictionary(pa.int32(), pa.string())
# Written so, a text has the type, and no other text of this form the same value. RE2's `$` is the end of the text.
CANONICAL = {
    "integer": r"^(?:0|-?[1-9][0-9]{0,17})$",
    "number": r"^-?(?:0|[1-9][0-9]{0,15})(?:\.[0-9]{1,20})?$",
    "boolean": r"^(?:true|false)$",
    "date": r"^[1-9][0-9]{3}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1[0-9]|2[0-8])$",
}
# Where RE2 and Python's patterns disagree on what a space is, the text holds one of these.
ODD_CHARACTER = r"[^ -~]"


@dataclass(frozen=True, kw_only=True)
class CellColumn:
    """One column as read: its field in Frictionless, its texts, and for each row the place of its text, if any.

    Where `is_coded`, a text stands once among the texts however often it is in the column.
    """

    field: Any
    number: int
    texts: pa.Array
    codes: pa.Array
    is_coded: bool

    @property
    def name(self) -> str:
        """Return the name of the column."""
        return str(self.field.name)

    @property
    def is_text(self) -> bool:
        """Return whether a cell's value is its text."""
        return bool(self.field.type == "string" and self.field.format == "default")

    @cached_property
    def has_repeats(self) -> bool:
        """Return whether a text is in two rows."""
        filled = len(self.codes) - self.codes.null_count
        if self.is_coded:
            return bool(len(self.texts) < filled)
        # Published rows are sorted by key, and of sorted texts neighbours tell all.
        is_sorted = pc.all(pc.less(self.texts[:-1], self.texts[1:]), min_count=0).as_py()
        return not is_sorted and bool(pc.count_distinct(self.texts).as_py() < filled)

    def values(self) -> list[Any]:
        """Return the value of every row as Frictionless reads it, None where there is none."""
        reader = self.field.create_cell_reader()
        read = self.texts.to_pylist() if self.is_text else [reader(text)[0] for text in self.texts.to_pylist()]
        return [None if code is None else read[code] for code in self.codes.to_pylist()]


def read_columns(path: Path, fields: Sequence[Any], keys: Collection[str]) -> tuple[CellColumn, ...] | None:
    """Return the columns of a CSV file, None where it is no table: broken text, rows of another length or blank.

    `keys` are the columns that refer to others or are referred to.
    """
    names = [field.name for field in fields]
    types = {field.name: CODED if _repeats_much(field, keys) else PLAIN for field in fields}
    try:
        table = pc_csv.read_csv(
            path,
            read_options=pc_csv.ReadOptions(block_size=BLOCK_SIZE),
            parse_options=pc_csv.ParseOptions(newlines_in_values=True, ignore_empty_lines=False),
            convert_options=pc_csv.ConvertOptions(column_types=types, strings_can_be_null=True, null_values=[""]),
        )
    except pa.ArrowInvalid:
        return None
    if table.column_names != names:
        return None
    columns = tuple(
        _build_column(field, number, table.column(number - 1)) for number, field in enumerate(fields, start=1)
    )
    return None if _has_blank_row(columns) else columns


def _repeats_much(field: Any, keys: Collection[str]) -> bool:
    """Return whether it pays to find the distinct texts of a column: not where all differ or little is asked."""
    if field.constraints.get("unique"):
        return False
    return field.type != "string" or field.name in keys or bool({"pattern", "enum"} & set(field.constraints))


def _build_column(field: Any, number: int, cells: pa.ChunkedArray) -> CellColumn:
    if cells.type != CODED:
        whole = cells.combine_chunks()
        places = pc.subtract(pc.cumulative_sum(whole.is_valid().cast(pa.int64())), 1)
        codes = pc.if_else(whole.is_valid(), places, None)
        return CellColumn(field=field, number=number, texts=whole.drop_null(), codes=codes, is_coded=False)
    cells = cells.unify_dictionaries()
    codes = pa.chunked_array([chunk.indices for chunk in cells.chunks], type=pa.int32()).combine_chunks()
    texts = cells.chunk(0).dictionary if cells.num_chunks else pa.array([], type=pa.string())
    return CellColumn(field=field, number=number, texts=texts.cast(PLAIN), codes=codes, is_coded=True)


def _has_blank_row(columns: Sequence[CellColumn]) -> bool:
    if any(not column.codes.null_count for column in columns):
        return False
    blank = columns[0].codes.is_null()
    for column in columns[1:]:
        blank = pc.and_(blank, column.codes.is_null())
    return bool(pc.any(blank).as_py())


def find_cell_errors(column: CellColumn) -> Iterator[Any]:
    """Yield an error of Frictionless for each cell of another type and each constraint that a cell breaks."""
    reader = column.field.create_cell_reader()
    suspects = column.texts.filter(_suspect_texts(column)).to_pylist()
    notes = {text: told for text in suspects if (told := reader(text)[1])}
    if notes:
        bad = pc.is_in(column.texts, value_set=pa.array(list(notes), type=PLAIN))
        for row in rows_where(pc.take(bad, column.codes)):
            text = column.texts[column.codes[row].as_py()].as_py()
            yield from _tell_notes(column, row, text, notes[text])
    told = reader("")[1] or {} if column.codes.null_count else {}
    for row in rows_where(column.codes.is_null()) if told else ():
        yield from _tell_notes(column, row, "", told)


def rows_where(mask: pa.Array) -> list[int]:
    """Return the places at which a mask is true, no more than are told."""
    places: list[int] = pc.indices_nonzero(mask.fill_null(False))[:LARGEST_COUNT].to_pylist()
    return places


def _tell_notes(column: CellColumn, row: int, text: str, notes: Mapping[str, str]) -> Iterator[Any]:
    for kind, note in notes.items():
        error = errors.TypeError if kind == "type" else errors.ConstraintError
        yield error(
            note=note,
            cells=[],
            row_number=row + FIRST_ROW,
            cell=text,
            field_name=column.name,
            field_number=column.number,
        )


def is_canonical(column: CellColumn) -> pa.Array:
    """Return for each distinct text whether it is written in the usual way of its type."""
    if column.is_text:
        return pa.array([True] * len(column.texts), type=pa.bool_())
    if column.field.format != "default" or column.field.type not in CANONICAL:
        return pa.array([False] * len(column.texts), type=pa.bool_())
    return pc.match_substring_regex(column.texts, CANONICAL[column.field.type])


def _suspect_texts(column: CellColumn) -> pa.Array:
    usual = is_canonical(column)
    suspects = pc.invert(usual)
    for name, value in column.field.constraints.items():
        if name in ("required", "unique"):
            continue
        suspect = SUSPECTS.get((column.field.type, name))
        if suspect is None:
            return pa.array([True] * len(column.texts), type=pa.bool_())
        suspects = pc.or_(suspects, suspect(column.texts, usual, value))
    return suspects


def _suspect_pattern(texts: pa.Array, usual: pa.Array, pattern: str) -> pa.Array:
    try:
        fits = pc.match_substring_regex(texts, rf"\A(?:^{pattern}$)")
    except pa.ArrowInvalid:
        return usual
    return pc.or_(pc.invert(fits), pc.match_substring_regex(texts, ODD_CHARACTER))


def _suspect_bound(is_beyond: Callable[..., pa.Array], texts: pa.Array, usual: pa.Array, bound: float) -> pa.Array:
    # As floats, a value can come to lie on the bound but never cross it, so what lies on it is a suspect too.
    values = pc.if_else(usual, texts, None).cast(pa.float64())
    return is_beyond(values, bound).fill_null(True)


def _suspect_minimum(texts: pa.Array, usual: pa.Array, bound: float) -> pa.Array:
    return _suspect_bound(pc.less_equal, texts, usual, bound)


def _suspect_maximum(texts: pa.Array, usual: pa.Array, bound: float) -> pa.Array:
    return _suspect_bound(pc.greater_equal, texts, usual, bound)


def _suspect_enum(texts: pa.Array, usual: pa.Array, values: Sequence[str]) -> pa.Array:
    return pc.invert(pc.is_in(texts, value_set=pa.array(values, type=PLAIN)))


def _suspect_short(texts: pa.Array, usual: pa.Array, length: int) -> pa.Array:
    return pc.less(pc.utf8_length(texts), length)


def _suspect_long(texts: pa.Array, usual: pa.Array, length: int) -> pa.Array:
    return pc.greater(pc.utf8_length(texts), length)


# What Arrow can prove; a constraint that is not here makes every text a suspect.
SUSPECTS: Mapping[tuple[str, str], Callable[..., pa.Array]] = {
    ("string", "pattern"): _suspect_pattern,
    ("string", "enum"): _suspect_enum,
    ("string", "minLength"): _suspect_short,
    ("string", "maxLength"): _suspect_long,
    **{(kind, "minimum"): _suspect_minimum for kind in ("integer", "number")},
    **{(kind, "maximum"): _suspect_maximum for kind in ("integer", "number")},
}
