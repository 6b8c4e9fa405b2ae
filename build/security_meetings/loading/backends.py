"""Tables as pandas or as Arrow: how each reads a file, keeps codes in order and puts tables side by side."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Literal, Protocol, TypeVar

from security_meetings.loading.data_set import DataSet
from security_meetings.loading.faults import loading_fault
from security_meetings.loading.joins import Step
from security_meetings.schemas import TableSchema, to_arrow_schema

if TYPE_CHECKING:
    import pandas as pd
    import pyarrow as pa

TableT = TypeVar("TableT")
JoinKind = Literal["left", "inner"]
_LARGEST_BLOCK = 1 << 30
_DTYPES = {
    "string": "string",
    "integer": "Int64",
    "number": "Float64",
    "boolean": "boolean",
    "date": "datetime64[s]",
    "datetime": "datetime64[us, UTC]",
}


class Backend(Protocol[TableT]):
    """What is asked of a library that holds the tables."""

    def read(self, data: DataSet, table: str) -> TableT:
        """Return a table of the declared types."""

    def values(self, table: TableT, column: str) -> list[Any]:
        """Return the cells of a column."""

    def keep_order(self, table: TableT, column: str, codes: Sequence[str]) -> TableT:
        """Return the table with a column as categories in the order of the codes, which it holds none besides."""

    def prefix(self, table: TableT, name: str) -> TableT:
        """Return the table with a name and a dot before each column."""

    def join(self, left: TableT, right: TableT, step: Step, first: str, how: JoinKind) -> TableT:
        """Return the rows of the left table with those of the right one beside them."""


def joined_names(step: Step, first: str) -> tuple[list[str], list[str]]:
    """Return the columns that are to be equal, as they are called in the tables joined and in the new one."""
    plain = step.joined_table == first
    left = [column if plain else f"{step.joined_table}.{column}" for column in step.joined_columns]
    return left, [f"{step.table}.{column}" for column in step.columns]


class PandasBackend:
    """Data frames with nullable types; missing is `pd.NA`, in dates `pd.NaT`."""

    def read(self, data: DataSet, table: str) -> pd.DataFrame:
        """Return a table, from Parquet where pyarrow is installed, else from CSV."""
        if _has_arrow() and data.find_file(table, "parquet") is not None:
            return _frame_of(read_arrow(data, table), data.schemas[table])
        return _read_frame(data, table)

    def values(self, table: pd.DataFrame, column: str) -> list[Any]:
        """Return the cells of a column."""
        return list(table[column])

    def keep_order(self, table: pd.DataFrame, column: str, codes: Sequence[str]) -> pd.DataFrame:
        """Return the table with a column as categories in the order of the codes."""
        import pandas as pd

        return table.assign(**{column: table[column].astype(pd.CategoricalDtype(list(codes)))})

    def prefix(self, table: pd.DataFrame, name: str) -> pd.DataFrame:
        """Return the table with a name and a dot before each column."""
        return table.add_prefix(f"{name}.")

    def join(self, left: pd.DataFrame, right: pd.DataFrame, step: Step, first: str, how: JoinKind) -> pd.DataFrame:
        """Return the rows of the left frame in their order, with those of the right one beside them."""
        left_on, right_on = joined_names(step, first)
        # pandas would take two missing keys for equal.
        return left.merge(right.dropna(subset=right_on), how=how, left_on=left_on, right_on=right_on)


class ArrowBackend:
    """Arrow tables with the types, descriptions and keys of the Parquet files."""

    def read(self, data: DataSet, table: str) -> pa.Table:
        """Return a table, from Parquet where the data set holds it, else from CSV."""
        if not _has_arrow():
            raise loading_fault("backend", 'backend="arrow"', "pyarrow is not installed", "pip install pyarrow")
        return read_arrow(data, table)

    def values(self, table: pa.Table, column: str) -> list[Any]:
        """Return the cells of a column."""
        return list(table[column].to_pylist())

    def keep_order(self, table: pa.Table, column: str, codes: Sequence[str]) -> pa.Table:
        """Return the table with a column as a dictionary in the order of the codes."""
        import pyarrow as pa
        import pyarrow.compute as pc

        order = pa.array(codes, pa.string())
        indices = pc.index_in(table[column], order).combine_chunks()
        field = table.schema.field(column)
        kept = field.with_type(pa.dictionary(pa.int32(), pa.string()))
        coded = pa.DictionaryArray.from_arrays(indices, order)
        return table.set_column(table.schema.get_field_index(column), kept, coded)

    def prefix(self, table: pa.Table, name: str) -> pa.Table:
        """Return the table with a name and a dot before each column."""
        return table.rename_columns([f"{name}.{column}" for column in table.column_names])

    def join(self, left: pa.Table, right: pa.Table, step: Step, first: str, how: JoinKind) -> pa.Table:
        """Return the rows of the left table in their order, with those of the right one beside them."""
        import pyarrow as pa

        left_on, right_on = joined_names(step, first)
        order = (" left", " right")
        left = left.append_column(order[0], pa.array(range(left.num_rows), pa.int64()))
        right = right.append_column(order[1], pa.array(range(right.num_rows), pa.int64()))
        kind = "left outer" if how == "left" else "inner"
        both = left.join(right, left_on, right_on, join_type=kind, coalesce_keys=False)
        # Arrow gives the rows in any order.
        return both.sort_by([(name, "ascending") for name in order]).drop_columns(list(order))


def read_arrow(data: DataSet, table: str) -> pa.Table:
    """Return a table of a data set as Arrow, typed as its schema declares."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    name = data.find_file(table, "parquet")
    if name is not None:
        return pq.read_table(pa.BufferReader(data.files.read(name)))
    name, content = _read_csv_file(data, table)
    try:
        return _parse_csv(content, to_arrow_schema(data.schemas[table]))
    except pa.ArrowInvalid as error:
        raise _unfit(data.files.source.where(name), error) from error


def _parse_csv(content: bytes, schema: pa.Schema) -> pa.Table:
    import pyarrow.csv as pacsv

    options = pacsv.ConvertOptions(
        column_types=schema,
        null_values=[""],
        true_values=["true"],
        false_values=["false"],
        strings_can_be_null=True,
        include_columns=schema.names,
    )
    # In one block no cell, however long, is cut in two.
    block = pacsv.ReadOptions(block_size=min(len(content) + 1, _LARGEST_BLOCK))
    parsing = pacsv.ParseOptions(newlines_in_values=True)
    return pacsv.read_csv(io.BytesIO(content), block, parsing, options).cast(schema)


def _frame_of(table: pa.Table, schema: TableSchema) -> pd.DataFrame:
    import pandas as pd
    import pyarrow as pa

    kept = {
        pa.string(): pd.StringDtype(),
        pa.int32(): pd.Int64Dtype(),
        pa.int64(): pd.Int64Dtype(),
        pa.float64(): pd.Float64Dtype(),
        pa.bool_(): pd.BooleanDtype(),
    }
    dtypes = {column.name: _DTYPES[column.type] for column in schema.columns}
    if table.num_rows == 0:
        # pandas cannot join texts that Arrow keeps in no chunk at all.
        return pd.DataFrame({name: pd.Series([], dtype=dtype) for name, dtype in dtypes.items()})
    frame: pd.DataFrame = table.to_pandas(types_mapper=kept.get, date_as_object=False)
    return frame.astype(dtypes)


def _read_frame(data: DataSet, table: str) -> pd.DataFrame:
    import pandas as pd

    name, content = _read_csv_file(data, table)
    dtypes = {column.name: _DTYPES[column.type] for column in data.schemas[table].columns}
    # Days are read as text first, so that none is out of the bounds of nanoseconds.
    days = [name for name, dtype in dtypes.items() if dtype.startswith("datetime64")]
    try:
        frame = pd.read_csv(
            io.BytesIO(content),
            dtype=dtypes | dict.fromkeys(days, "string"),
            keep_default_na=False,
            na_values=[""],
            usecols=list(dtypes),
        )
        for day in days:
            cells = frame[day].str.removesuffix("Z").to_numpy("datetime64[us]", na_value="NaT")
            frame[day] = pd.Series(cells).dt.tz_localize("UTC" if "UTC" in dtypes[day] else None)
        return frame[list(dtypes)].astype(dtypes)
    except ValueError as error:
        raise _unfit(data.files.source.where(name), error) from error


def _read_csv_file(data: DataSet, table: str) -> tuple[str, bytes]:
    name = data.find_file(table, "csv")
    if name is None:
        places = f"{data.where(table, 'parquet')} and {data.where(table, 'csv')}"
        raise loading_fault("missing", places, f'no file of the table "{table}" is there', "one of the two")
    return name, data.files.read(name)


def _unfit(where: str, error: Exception) -> Exception:
    told = str(error).partition("\n")[0]
    return loading_fault(
        "unfit", where, f"does not fit its schema ({told})", "the cells that datapackage.json declares"
    )


def _has_arrow() -> bool:
    try:
        import pyarrow.parquet  # noqa: F401
    except ImportError:
        return False
    return True
