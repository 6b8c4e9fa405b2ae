"""Both engines find the same: valid tables are broken constraint by constraint, and exactly that cell is told."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pyarrow.csv as pc_csv
import pyarrow.parquet as pq
import pytest
from frictionless import Package, Schema
from hypothesis import given, settings
from hypothesis import strategies as st

from check_samples import csv_cell, sample_cells, write_package
from mutations import (
    AT_ONCE,
    FIRST_VICTIM_ROW,
    OF_NO_TYPE,
    SCHEMAS,
    UNBREAKABLE,
    Fault,
    Rows,
    break_rows,
    make_rows,
    mutations,
    rename_column,
    to_csv,
    with_column,
    without_column,
    write_valid_package,
)
from security_meetings.check import check_parity, check_structure
from security_meetings.check.by_column import find_by_column
from security_meetings.check.by_row import find_by_row
from security_meetings.check.columns import find_cell_errors, read_columns
from security_meetings.check.found import LARGEST_COUNT
from security_meetings.check.structure import ENGINES, Engine, choose_engine
from security_meetings.locations import schemas_folder
from security_meetings.problems import Problem
from security_meetings.schemas import to_arrow_schema

TABLES = list(SCHEMAS)


class Findings:
    """A package of one table and the keys it refers to, and what each engine finds wrong with the table."""

    def __init__(self, folder: Path, table: str) -> None:
        write_valid_package(folder, [table])
        self.path = folder / f"csv/{table}.csv"
        self.resources = Package(str(folder / "datapackage.json")).resources

    def find(self, engine: Engine, rows: Rows) -> set[Fault]:
        self.path.write_text(to_csv(rows), encoding="utf-8")
        found = find_by_row(self.resources[0]) if engine == "frictionless" else next(find_by_column(self.resources))
        assert not found.warnings
        return {(error["type"], error.get("rowNumber"), told_column(error)) for error in found.errors}


def told_column(error: Mapping[str, Any]) -> str | None:
    return error.get("fieldName") or ", ".join(error.get("fieldNames", ())) or None


@pytest.fixture
def never_left_to_rows(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the engine by column leave no file to Frictionless."""

    def refuse(resource: Any) -> None:
        raise AssertionError(f"{resource.name} was left to Frictionless")

    monkeypatch.setattr("security_meetings.check.by_column.find_by_row", refuse)


@pytest.mark.parametrize("engine", ENGINES)
def test_the_valid_package_has_no_problem(tmp_path: Path, engine: Engine) -> None:
    write_valid_package(tmp_path / "dist")
    assert check_structure(tmp_path / "dist", engine) == []


@pytest.mark.usefixtures("never_left_to_rows")
@pytest.mark.parametrize("table", TABLES)
def test_exactly_the_cell_that_breaks_a_constraint_is_told(tmp_path: Path, table: str) -> None:
    findings = Findings(tmp_path / "dist", table)
    for mutation in mutations(SCHEMAS[table]):
        rows, faults = break_rows(SCHEMAS[table], [mutation])
        assert findings.find("arrow", rows) == faults, mutation


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("table", TABLES)
def test_each_engine_tells_exactly_the_cells_broken_each_in_a_row_of_its_own(
    tmp_path: Path, table: str, engine: Engine
) -> None:
    # Frictionless takes too long to open a table for one fault at a time; it reads one row at a time.
    broken = list(mutations(SCHEMAS[table]))
    findings = Findings(tmp_path / "dist", table)
    for start in range(0, len(broken), AT_ONCE):
        rows, faults = break_rows(SCHEMAS[table], broken[start : start + AT_ONCE])
        assert findings.find(engine, rows) == faults


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("table", TABLES)
def test_each_engine_tells_a_wrong_header(tmp_path: Path, table: str, engine: Engine) -> None:
    findings = Findings(tmp_path / "dist", table)
    for name in SCHEMAS[table].column_names[:: 1 if engine == "arrow" else 5]:
        assert findings.find(engine, rename_column(SCHEMAS[table], name)) == {("incorrect-label", None, name)}


@pytest.mark.parametrize("table", TABLES)
def test_each_engine_tells_a_column_too_many_or_too_few(tmp_path: Path, table: str) -> None:
    findings = Findings(tmp_path / "dist", table)
    width = len(SCHEMAS[table].columns)
    broken = [(with_column(SCHEMAS[table], place), "extra-label") for place in (0, width)]
    broken += [(without_column(SCHEMAS[table], place), "missing-label") for place in (0, width - 1)]
    for rows, kind in broken:
        first, second = (findings.find(engine, rows) for engine in ENGINES)
        assert first == second
        assert kind in {fault[0] for fault in first}


def test_every_declared_constraint_and_key_is_broken() -> None:
    for schema in SCHEMAS.values():
        declared = {f"{column.name}: type" for column in schema.columns if column.type in OF_NO_TYPE}
        for column in schema.columns:
            kinds = [kind for kind, value in column.constraints.items() if (kind, value) not in UNBREAKABLE]
            declared |= {f"{column.name}: {kind}" for kind in kinds}
        declared |= {f"{','.join(schema.primary_key)}: primary key"} if len(schema.primary_key) > 1 else set()
        declared |= {f"{','.join(key)}: unique key" for key in schema.unique_keys}
        declared |= {f"{','.join(key.columns)}: foreign key" for key in schema.foreign_keys}
        assert {mutation.name for mutation in mutations(schema)} == declared


@pytest.mark.parametrize("table", TABLES)
def test_a_cell_of_another_type_is_told_by_the_reader_of_types(tmp_path: Path, table: str) -> None:
    schema = SCHEMAS[table]
    path = tmp_path / f"csv/{table}.csv"
    for folder in ("csv", "parquet"):
        (tmp_path / folder).mkdir()
    path.write_text(to_csv(make_rows(schema)), encoding="utf-8")
    types = pc_csv.ConvertOptions(column_types=to_arrow_schema(schema))
    typed = pc_csv.read_csv(path, convert_options=types).cast(to_arrow_schema(schema))
    pq.write_table(typed, tmp_path / f"parquet/{table}.parquet")
    assert check_parity(tmp_path, {table: schema}) == []
    for mutation in mutations(schema):
        if mutation.constraint == "type":
            path.write_text(to_csv(break_rows(schema, [mutation])[0]), encoding="utf-8")
            (problem,) = check_parity(tmp_path, {table: schema})
            assert problem.rule_id == "parity.cell-type"
            assert problem.where == f"csv/{table}.csv, row {FIRST_VICTIM_ROW}, column {next(iter(mutation.cells))}"


# ---- files as they come


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("sample") / "dist"
    write_package(folder, sample_cells())
    path = folder / "datapackage.json"
    descriptor = json.loads(path.read_text(encoding="utf-8"))
    kept = ("countries", "people", "people-parquet")
    descriptor["resources"] = [resource for resource in descriptor["resources"] if resource["name"] in kept]
    path.write_text(json.dumps(descriptor), encoding="utf-8")
    for file in (folder / "csv").iterdir():
        if file.stem not in kept:
            file.unlink()
    return folder


def add(line: str) -> Callable[[bytes], bytes]:
    return lambda content: content + line.encode() + b"\n"


def swap(old: str, new: str) -> Callable[[bytes], bytes]:
    return lambda content: content.replace(old.encode(), new.encode())


ODD_FILES: dict[str, Callable[[bytes], bytes]] = {
    "sound": lambda content: content,
    "no line end": lambda content: content.rstrip(b"\n"),
    "no rows": lambda content: content.partition(b"\n")[0],
    "nothing": lambda content: b"",
    "not utf-8": lambda content: content + b"q00000009,\xff\xfe,,IRN,true\n",
    "byte-order mark": lambda content: b"\xef\xbb\xbf" + content,
    "windows lines": swap("\n", "\r\n"),
    "tabs": swap(",", "\t"),
    "semicolons": swap(",", ";"),
    "blank line": add(""),
    "blank line within": swap("\nq00000002", "\n\nq00000002"),
    "blank cells": add(",,,,"),
    "short row": add("q00000009,Some"),
    "long row": add("q00000009,Some,,IRN,true,more"),
    "letters after a quote": add('q00000009,"So"me,,IRN,true'),
    "open quote": add('q00000009,"Some,,IRN,true'),
    "quote within": add('q00000009,So"me,,IRN,true'),
    "line end in a cell": add('q00000009,"So\nme",,IRN,true'),
    "carriage return in a cell": add('q00000009,"So\rme",,IRN,true'),
    "carriage return": add("q00000009,So\rme,,IRN,true"),
    "space before a quote": add('q00000009, "Some",,IRN,true'),
    "zero character": add("q00000009,So\0me,,IRN,true"),
    "empty in quotes": add('q00000009,"",,IRN,true'),
    "key ends in a line": add('"q00000009\n",Some,,IRN,true'),
    "wide digit": add("q0000000９,Some,,IRN,true"),
    "other true": add("q00000009,Some,,IRN,True"),
    "key twice": add("q00000001,Some,,IRN,true"),
    "key three times": add("q00000001,Some,,IRN,true\nq00000001,Some,,IRN,true"),
    "no key": add(",Some,,IRN,true"),
    "no key twice": add(",Some,,IRN,true\n,Other,,IRN,true"),
    "label twice": swap("other_names", "name"),
    "blank label": swap("other_names", ""),
    "labels swapped": swap("name,other_names", "other_names,name"),
    "near miss of a key": add("q00000009,Some,,IRM,true"),
}


@pytest.mark.parametrize("name", list(ODD_FILES))
def test_both_engines_say_the_same_of_odd_files(sample: Path, tmp_path: Path, name: str) -> None:
    package = Path(shutil.copytree(sample, tmp_path / "dist"))
    path = package / "csv/people.csv"
    path.write_bytes(ODD_FILES[name](path.read_bytes()))
    by_row, by_column = (sorted(map(Problem.sentence, check_structure(package, engine))) for engine in ENGINES)
    assert by_row == by_column


def test_a_wrong_key_is_told_with_the_nearest_one(sample: Path, tmp_path: Path) -> None:
    package = Path(shutil.copytree(sample, tmp_path / "dist"))
    path = package / "csv/people.csv"
    path.write_bytes(ODD_FILES["near miss of a key"](path.read_bytes()))
    (problem,) = check_structure(package, "arrow")
    assert problem.expected == 'a country_code of csv/countries.csv; nearest is "IRN"'


def test_no_more_than_a_thousand_faults_of_a_file_are_told(sample: Path, tmp_path: Path) -> None:
    package = Path(shutil.copytree(sample, tmp_path / "dist"))
    with (package / "csv/people.csv").open("a", encoding="utf-8") as file:
        file.writelines(f"q{number:08d},Some,,IRN,yes\n" for number in range(100, 1400))
    for engine in ENGINES:
        problems = check_structure(package, engine)
        assert len(problems) == LARGEST_COUNT + 1
        assert problems[0].sentence().startswith("csv/people.csv: reached error limit: 1000")
        assert problems[-1].where == "csv/people.csv, row 1003, column is_listed"


def test_measures_of_files_are_compared(sample: Path, tmp_path: Path) -> None:
    package = Path(shutil.copytree(sample, tmp_path / "dist"))
    path = package / "datapackage.json"
    descriptor = json.loads(path.read_text(encoding="utf-8"))
    for resource in descriptor["resources"]:
        resource |= {"hash": f"sha256:{'0' * 64}", "bytes": 1}
    path.write_text(json.dumps(descriptor), encoding="utf-8")
    by_row, by_column = (sorted(map(Problem.sentence, check_structure(package, engine))) for engine in ENGINES)
    assert by_row == by_column
    assert len(by_row) == 2 * len(descriptor["resources"])


def test_large_packages_are_checked_by_column(sample: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rows = sum(len(sample_cells()[table]) for table in ("countries", "people"))
    monkeypatch.setattr("security_meetings.check.structure.ROWS_BY_ROW", rows)
    assert choose_engine(sample) == "frictionless"
    monkeypatch.setattr("security_meetings.check.structure.ROWS_BY_ROW", rows - 1)
    assert choose_engine(sample) == "arrow"


# ---- any cells

DECLARED = [(schema.name, column.name) for schema in SCHEMAS.values() for column in schema.columns]
LETTERS = st.text(alphabet=st.characters(codec="utf-8", exclude_characters="\0\r"), max_size=12)
NUMBERS = st.from_regex(r"\A[ +-]?[0-9_]{1,20}(\.[0-9]{0,3})?(e[0-9])?\Z")
DAYS = st.from_regex(r"\A[0-9]{1,5}-[0-9]{1,2}-[0-9]{1,2}\Z")


@settings(max_examples=150, deadline=None)
@given(
    place=st.sampled_from(DECLARED), texts=st.lists(LETTERS | NUMBERS | DAYS, min_size=1, max_size=8), data=st.data()
)
def test_columns_give_the_verdict_of_frictionless_on_any_cell(
    tmp_path_factory: pytest.TempPathFactory, place: tuple[str, str], texts: list[str], data: st.DataObject
) -> None:
    table, name = place
    descriptor = json.loads((schemas_folder() / f"{table}.json").read_text(encoding="utf-8"))
    entry = next(entry for entry in descriptor["fields"] if entry["name"] == name)
    example, pattern = csv_cell(entry["example"]), entry.get("constraints", {}).get("pattern")
    texts = [*texts, example, example + data.draw(st.sampled_from(["\n", " ", "\x1f", "\u00a0", "é", "0"]))]
    texts += [data.draw(st.from_regex(pattern))] if pattern else []
    texts = [text for text in texts if not {"\0", "\r"} & set(text)]
    schema = Schema.from_descriptor({"fields": [{"name": "number", "type": "string"}, entry], "missingValues": [""]})
    path = tmp_path_factory.mktemp("cells") / "cells.csv"
    path.write_text(to_csv([["number", name], *([str(n), text] for n, text in enumerate(texts))]), encoding="utf-8")
    columns = read_columns(path, schema.fields, ())
    assert columns is not None
    found = {(error.row_number, error.note) for error in find_cell_errors(columns[1])}
    reader = schema.fields[1].create_cell_reader()
    assert found == {(row, note) for row, text in enumerate(texts, 2) for note in (reader(text)[1] or {}).values()}
