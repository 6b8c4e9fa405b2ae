"""The tables as Stata files, version 118: labelled, long texts as strL, days as Stata's days, booleans as 0 and 1."""

from __future__ import annotations

import struct
from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from security_meetings.forms.cells import make_table, require_columns, unreadable
from security_meetings.forms.faults import form_fault
from security_meetings.forms.fitting import STATA_WORDS
from security_meetings.forms.naming import PLACES, STATA, STATA_SUFFIX, key_columns, place_of
from security_meetings.problems import DataProblems
from security_meetings.schemas import Column, TableSchema

if TYPE_CHECKING:
    import pandas as pd
    import pyarrow as pa

# Stata merges on str columns alone, so keys are never strL; other texts are where a fixed width would waste room.
LONGEST_STR = 244
LONGEST_LABEL = 80
BOOLEAN_LABELS: dict[float, str] = {0: "false", 1: "true"}


def write_stata(tables: Mapping[str, pa.Table], schemas: Mapping[str, TableSchema], folder: Path, day: date) -> None:
    """Write one .dta a table into a folder: the same bytes for the same tables, day and version of pandas."""
    folder.mkdir(exist_ok=True)
    for name, schema in schemas.items():
        writer = _writer_class()(
            folder / f"{name}{STATA_SUFFIX}",
            _make_frame(tables[name], schema),
            version=118,
            byteorder="<",
            write_index=False,
            time_stamp=datetime(day.year, day.month, day.day),
            data_label=_shorten(schema.title),
            variable_labels={column.name: _shorten(column.title) for column in schema.columns},
            value_labels={column.name: BOOLEAN_LABELS for column in schema.columns if column.type == "boolean"},
            convert_dates={column.name: "td" for column in schema.columns if column.type == "date"},
            convert_strl=_find_long(tables[name], schema),
        )
        writer.write_file()


def _writer_class() -> Any:
    """Return the writer of pandas, which would rename columns such as `version`, a word of the matrix language alone."""
    from pandas.io.stata import StataWriterUTF8  # type: ignore[attr-defined]

    class FaithfulWriter(StataWriterUTF8):  # type: ignore[misc]
        # A property, since the writer sets its own list when it is made.
        RESERVED_WORDS = property(lambda self: STATA_WORDS, lambda self, words: None)

    return FaithfulWriter


def _make_frame(table: pa.Table, schema: TableSchema) -> pd.DataFrame:
    import pandas as pd

    return pd.DataFrame({column.name: _make_series(table.column(column.name), column) for column in schema.columns})


def _make_series(cells: pa.ChunkedArray, column: Column) -> pd.Series[Any]:
    import pandas as pd

    match column.type:
        case "string":
            # A missing text and an empty one are the same in Stata.
            return pd.Series([cell or "" for cell in cells.to_pylist()], dtype=object)
        case "integer":
            # Of the nullable types of pandas only this one becomes wider where Stata's numbers end earlier.
            return pd.Series(cells.to_pylist(), dtype="Int64")
        case "boolean":
            return pd.Series(cells.to_pylist(), dtype="boolean").astype("Int8")
        case "number":
            return pd.Series(cells.to_pylist(), dtype="float64")
        case _:
            return pd.Series(cells.to_pylist(), dtype="datetime64[s]")


def _find_long(table: pa.Table, schema: TableSchema) -> list[str]:
    import pyarrow.compute as pc

    texts = [column.name for column in schema.columns if column.type == "string"]
    longest = {name: pc.max(pc.binary_length(table.column(name))).as_py() or 0 for name in texts}
    return [name for name in texts if longest[name] > LONGEST_STR and name not in key_columns(schema)]


def _shorten(label: str) -> str:
    return label if len(label) <= LONGEST_LABEL else f"{label[: LONGEST_LABEL - 1]}…"


def read_stata(folder: Path, schemas: Mapping[str, TableSchema]) -> dict[str, pa.Table]:
    """Return the tables of the .dta files of a folder, typed as declared; raises DataProblems for what is otherwise."""
    return {name: _read_table(folder / f"{name}{STATA_SUFFIX}", schema) for name, schema in schemas.items()}


def _read_table(path: Path, schema: TableSchema) -> pa.Table:
    import pandas as pd

    try:
        frame = pd.read_stata(path, convert_categoricals=False)
    except FileNotFoundError as error:
        raise unreadable(STATA, f"{PLACES[STATA]}/{path.name}", "there is no such file") from error
    except (ValueError, OSError, LookupError, EOFError, OverflowError, struct.error) as error:
        raise unreadable(STATA, f"{PLACES[STATA]}/{path.name}", error) from error
    require_columns(list(frame.columns), schema, STATA)
    columns = {column.name: _read_column(frame[column.name], column, schema) for column in schema.columns}
    return make_table(columns, schema, STATA)


def _read_column(series: pd.Series[Any], column: Column, schema: TableSchema) -> list[Any]:
    import pandas as pd

    holds = {
        "string": not pd.api.types.is_numeric_dtype(series) and not pd.api.types.is_datetime64_any_dtype(series),
        "date": pd.api.types.is_datetime64_any_dtype(series),
    }
    if len(series) and not holds.get(column.type, pd.api.types.is_numeric_dtype(series)):
        where = f"{place_of(STATA, schema.name)}, column {column.name}"
        raise DataProblems([form_fault("cell-type", where, f'the type is "{series.dtype}"', column.type)])
    cells = [None if pd.isna(cell) else cell for cell in series.tolist()]
    match column.type:
        case "string":
            return [cell or None for cell in cells]
        case "date":
            return [None if cell is None else cell.date() for cell in cells]
        case "boolean":
            return [None if cell is None else {0: False, 1: True}.get(cell, cell) for cell in cells]
        case "integer":
            return [int(cell) if isinstance(cell, float) and cell.is_integer() else cell for cell in cells]
        case _:
            return cells
