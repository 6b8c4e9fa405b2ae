"""Parity: CSV and Parquet hold the same cells, and every way in which they can differ is told."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from check_samples import SCHEMAS, sample_cells, to_tables, write_package
from security_meetings.check import check_parity
from security_meetings.problems import Problem


@pytest.fixture
def package(tmp_path: Path) -> Path:
    write_package(tmp_path / "dist", sample_cells())
    return tmp_path / "dist"


def only(package: Path, kind: str) -> Problem:
    problems = check_parity(package, SCHEMAS)
    assert {problem.rule_id for problem in problems} == {f"parity.{kind}"}, [p.sentence() for p in problems]
    return problems[0]


def put_parquet(package: Path, table: str, number: int, **values: Any) -> None:
    cells = sample_cells()
    cells[table][number] |= values
    pq.write_table(to_tables(cells)[table], package / f"parquet/{table}.parquet")


def put_csv(package: Path, table: str, old: str, new: str) -> None:
    path = package / f"csv/{table}.csv"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_the_same_cells_have_no_problem(package: Path) -> None:
    assert check_parity(package, SCHEMAS) == []


def test_text_that_needs_quoting_is_the_same(tmp_path: Path) -> None:
    cells = sample_cells()
    cells["people"][0]["name"] = 'Karim "the old", Daroni\nof NA'
    cells["people"][1]["other_names"] = "NA"
    write_package(tmp_path / "dist", cells)
    assert check_parity(tmp_path / "dist", SCHEMAS) == []


@pytest.mark.parametrize(
    ("table", "values", "column"),
    [
        ("meetings", {"latitude": 38.5}, "latitude"),
        ("meetings", {"city": None}, "city"),
        ("meetings", {"article_count": 3}, "article_count"),
        ("meetings", {"has_date_conflict": True}, "has_date_conflict"),
        ("meetings", {"date_end": None}, "date_end"),
        ("people", {"name": "karim Daroni"}, "name"),
        ("people", {"other_names": ""}, "other_names"),
    ],
)
def test_a_cell_that_differs_is_told(package: Path, table: str, values: dict[str, Any], column: str) -> None:
    put_parquet(package, table, 0, **values)
    assert only(package, "cell").where == f"csv/{table}.csv, row 2, column {column}"


@pytest.mark.parametrize(
    ("old", "new"), [("2019-05-06,2019-05-06,2019-05-06", "2019-05-06,6 May,2019-05-06"), ("false", "False")]
)
def test_a_cell_that_cannot_be_read_is_told(package: Path, old: str, new: str) -> None:
    put_csv(package, "meetings", old, new)
    assert only(package, "cell-type").where.startswith("csv/meetings.csv, row 2, column ")


def test_a_row_too_many_is_told(package: Path) -> None:
    with (package / "csv/people.csv").open("a", encoding="utf-8") as file:
        file.write("q00000003,Somebody,,,true\n")
    assert only(package, "row-count").where == "csv/people.csv, row 4"


def test_a_row_too_few_is_told(package: Path) -> None:
    path = package / "csv/people.csv"
    path.write_text("".join(path.read_text(encoding="utf-8").splitlines(keepends=True)[:-1]), encoding="utf-8")
    assert "ends 1 rows before" in only(package, "row-count").what


def test_a_row_of_another_length_is_told(package: Path) -> None:
    put_csv(package, "people", "Daroni,,", "Daroni,")
    assert only(package, "row-length").what == "has 4 cells"


def test_another_header_is_told(package: Path) -> None:
    put_csv(package, "people", "name", "nome")
    assert "nome" in only(package, "columns").what


@pytest.mark.parametrize("folder", ["csv", "parquet"])
def test_a_missing_file_is_told(package: Path, folder: str) -> None:
    ending = "csv" if folder == "csv" else "parquet"
    (package / folder / f"people.{ending}").unlink()
    assert only(package, "missing-file").where == f"{folder}/people.{ending}"


def test_an_unreadable_file_is_told(package: Path) -> None:
    (package / "parquet/people.parquet").write_bytes(b"nothing")
    (package / "csv/outlets.csv").write_bytes(b"\xff\xfe")
    problems = check_parity(package, SCHEMAS)
    assert [problem.rule_id for problem in problems] == ["parity.unreadable", "parity.unreadable"]


def test_other_columns_and_types_are_told(package: Path) -> None:
    table = to_tables(sample_cells())["people"]
    pq.write_table(table.rename_columns(["a", "b", "c", "d", "e"]), package / "parquet/people.parquet")
    assert '"a, b, c, d, e"' in only(package, "columns").what
    nullable = pa.schema([field.with_nullable(True) for field in table.schema])
    pq.write_table(table.cast(nullable), package / "parquet/people.parquet")
    assert only(package, "column-type").where.startswith("parquet/people.parquet, column ")
