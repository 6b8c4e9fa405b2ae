"""The logical hash: that of the canonical CSV, the same for the same cells in any order and format, and for no others."""

from __future__ import annotations

import hashlib
import json
import random
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.csv as pa_csv
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st

from security_meetings.export.csv_files import write_csv
from security_meetings.export.logical_hash import hash_table
from security_meetings.problems import DataProblems
from security_meetings.schemas import load_schemas, to_arrow_schema
from table_samples import PARENTS, THINGS, invented_tables

DIST = Path(__file__).parents[1] / "dist"
ROW = {
    "thing_id": "a",
    "text": "x",
    "small_count": 1,
    "large_count": 1,
    "share": 1.0,
    "is_so": True,
    "day": date(2019, 9, 13),
    "parent_id": "p",
}


def make_things(*rows: dict[str, Any]) -> pa.Table:
    return pa.Table.from_pylist(list(rows), schema=to_arrow_schema(THINGS))


def hash_csv(table: pa.Table, folder: Path) -> str:
    write_csv(table, folder / "table.csv")
    return f"sha256:{hashlib.sha256((folder / 'table.csv').read_bytes()).hexdigest()}"


@given(tables=invented_tables())
def test_the_hash_is_that_of_the_csv_file(
    tables: dict[str, pa.Table], tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("csv")
    assert hash_table(tables["things"], THINGS) == hash_csv(tables["things"], folder)
    assert hash_table(tables["parents"], PARENTS) == hash_csv(tables["parents"], folder)


@given(tables=invented_tables(), seed=st.randoms(use_true_random=False))
def test_order_of_rows_and_columns_chunks_and_types_do_not_count(
    tables: dict[str, pa.Table], seed: random.Random
) -> None:
    table = tables["things"]
    rows, names = list(range(table.num_rows)), list(table.column_names)
    seed.shuffle(rows)
    seed.shuffle(names)
    parts = [table.slice(row, 1) for row in rows]
    shuffled = pa.concat_tables(parts, promote_options="none") if parts else table
    wide = {pa.string(): pa.large_string(), pa.int32(): pa.int64(), pa.date32(): pa.date64()}
    fields = [pa.field(name, wide.get(table.field(name).type, table.field(name).type)) for name in names]
    assert hash_table(shuffled.select(names).cast(pa.schema(fields)), THINGS) == hash_table(table, THINGS)


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("thing_id", "b"),
        ("text", "x "),
        ("text", None),
        ("other_text", "x"),
        ("small_count", 2),
        ("share", 1.0000000000000002),
        ("is_so", None),
        ("is_so", False),
        ("day", date(2019, 9, 14)),
    ],
)
def test_another_cell_gives_another_hash(column: str, value: object) -> None:
    assert hash_table(make_things({**ROW, column: value}), THINGS) != hash_table(make_things(ROW), THINGS)


def test_cells_do_not_run_into_each_other() -> None:
    pairs = [("x,y", None), ("x", "y"), ('x"', None), ("x\ny", None), ("x", '"y"')]
    made = {hash_table(make_things({**ROW, "text": one, "other_text": two}), THINGS) for one, two in pairs}
    assert len(made) == len(pairs)


def test_rows_that_are_none_differ_from_empty_ones() -> None:
    assert hash_table(make_things(), THINGS) != hash_table(make_things({"thing_id": ""}), THINGS)


def test_empty_text_is_a_missing_cell_and_minus_zero_is_zero() -> None:
    told = make_things({**ROW, "text": "", "share": -0.0})
    assert hash_table(told, THINGS) == hash_table(make_things({**ROW, "text": None, "share": 0.0}), THINGS)


def test_known_cells_have_a_known_hash() -> None:
    text = 'parent_id,name\n042,\nÄ,"a ""b"", c"\n'
    table = pa.table({"name": ['a "b", c', None], "parent_id": ["Ä", "042"]})
    assert hash_table(table, PARENTS) == f"sha256:{hashlib.sha256(text.encode()).hexdigest()}"


def test_another_table_is_refused() -> None:
    with pytest.raises(DataProblems, match='things: the columns are "a"; expected "thing_id, text'):
        hash_table(pa.table({"a": ["x"]}), THINGS)
    table = make_things(ROW)
    table = table.set_column(table.column_names.index("day"), "day", pa.array(["in May"]))
    with pytest.raises(DataProblems, match=r"things, column day: .*in May.*date32"):
        hash_table(table, THINGS)


def test_every_file_of_a_build_has_the_hash_of_its_cells(built: Path) -> None:
    schemas = load_schemas()
    package = json.loads((built / "dist" / "datapackage.json").read_text(encoding="utf-8"))
    resources = {resource["name"]: resource for resource in package["resources"]}
    for name, schema in schemas.items():
        told = hash_table(pq.read_table(built / "dist" / "parquet" / f"{name}.parquet"), schema)
        assert resources[name]["logical_hash"] == resources[f"{name}-parquet"]["logical_hash"] == told
        assert resources[name]["hash"] == told


@pytest.mark.parametrize("name", load_schemas())
def test_another_writer_gives_the_same_hash(name: str, tmp_path: Path) -> None:
    schema = load_schemas()[name]
    table = pq.read_table(DIST / "parquet" / f"{name}.parquet")
    # Quotes everywhere, and another order.
    pa_csv.write_csv(table.take(pa.array(range(table.num_rows)[::-1], pa.int64())), tmp_path / "other.csv")
    options = pa_csv.ConvertOptions(column_types=to_arrow_schema(schema), strings_can_be_null=True, null_values=[""])
    told = pa_csv.read_csv(
        tmp_path / "other.csv", parse_options=pa_csv.ParseOptions(newlines_in_values=True), convert_options=options
    )
    assert (tmp_path / "other.csv").read_bytes() != (DIST / "csv" / f"{name}.csv").read_bytes()
    digest = hashlib.sha256((DIST / "csv" / f"{name}.csv").read_bytes()).hexdigest()
    assert hash_table(told, schema) == hash_table(table, schema) == f"sha256:{digest}"
