"""The command convert: all forms or none, nothing replaced unasked, and faults of a built folder told."""

from __future__ import annotations

import json
import shutil
import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest
from openpyxl import load_workbook
from typer.testing import CliRunner, Result

from check_samples import sample_cells, setter, write_package
from security_meetings.cli import app
from security_meetings.export.journal import staging_folder
from security_meetings.forms import FORMS, prove_forms, read_package, read_tables
from security_meetings.forms import conversion as conversions
from security_meetings.problems import Problem
from security_meetings.schemas import TABLE_ORDER, to_arrow_schema

FILES = {"security-meetings.sqlite", "security-meetings.xlsx", *(f"stata/{name}.dta" for name in TABLE_ORDER)}


def run(*arguments: str | Path) -> Result:
    result = CliRunner().invoke(app, ["convert", *(str(argument) for argument in arguments)])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    assert "Traceback" not in result.output
    return result


@pytest.fixture
def dist(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    write_package(tmp_path / "dist", sample_cells())
    monkeypatch.chdir(tmp_path)
    return tmp_path / "dist"


@pytest.fixture
def to(dist: Path) -> Path:
    return dist.parent / "tables"


def files_of(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def change_descriptor(dist: Path, **values: Any) -> None:
    path = dist / "datapackage.json"
    path.write_text(json.dumps({**json.loads(path.read_text(encoding="utf-8")), **values}), encoding="utf-8")


def test_a_built_folder_is_written_in_all_forms(dist: Path, to: Path) -> None:
    result = run("--to", "tables")
    assert result.exit_code == 0
    assert result.stdout.splitlines() == [
        "tables/security-meetings.sqlite",
        "tables/stata",
        "tables/security-meetings.xlsx",
    ]
    assert files_of(to) == FILES
    package = read_package(dist)
    assert prove_forms(to, package.tables, package.schemas, FORMS) == ()
    assert not staging_folder(to).exists()


def test_what_a_build_made_is_written_in_all_forms(built: Path) -> None:
    assert run("--to", "tables", "--quiet").stdout == ""
    assert files_of(built / "tables") == FILES


@pytest.mark.parametrize("form", FORMS)
def test_one_form_may_be_chosen(dist: Path, to: Path, form: str) -> None:
    assert run(dist, "--to", to, "--form", form).exit_code == 0
    assert {name.partition(".")[2] for name in files_of(to)} == {
        {"sqlite": "sqlite", "stata": "dta", "excel": "xlsx"}[form]
    }


def test_an_unknown_form_is_wrong_usage(dist: Path, to: Path) -> None:
    result = run("--to", to, "--form", "exel")
    assert (result.exit_code, 'did you mean "excel"?' in " ".join(result.stderr.split())) == (2, True)
    assert not to.exists()


def test_files_are_replaced_only_where_asked(dist: Path, to: Path) -> None:
    run("--to", to)
    (to / "security-meetings.sqlite").write_bytes(b"mine")
    (to / "notes.txt").write_text("mine", encoding="utf-8")
    refused = run("--to", to)
    assert refused.exit_code == 1
    assert all(
        told in refused.stderr for told in ("security-meetings.sqlite", "stata", "--replace", "no file was changed")
    )
    assert (to / "security-meetings.sqlite").read_bytes() == b"mine"
    assert run("--to", to, "--replace").exit_code == 0
    assert files_of(to) == FILES | {"notes.txt"}
    assert (to / "security-meetings.sqlite").read_bytes() != b"mine"


def test_a_folder_with_files_of_somebody_else_is_not_replaced(dist: Path, to: Path) -> None:
    (to / "stata").mkdir(parents=True)
    (to / "stata" / "analysis.do").write_text("mine", encoding="utf-8")
    (to / "security-meetings.xlsx").mkdir()
    result = run("--to", to, "--replace")
    assert result.exit_code == 1
    assert "analysis.do" in result.stderr and "security-meetings.xlsx: is no file of this form" in result.stderr
    assert files_of(to) == {"stata/analysis.do"}


@pytest.mark.parametrize("place", ["dist", "dist/forms"])
def test_the_built_folder_itself_is_refused(dist: Path, place: str) -> None:
    before = files_of(dist)
    result = run("--to", place)
    assert (result.exit_code, "a folder of its own" in result.stderr) == (1, True)
    assert files_of(dist) == before


def test_a_file_in_the_place_of_the_folder_is_told(dist: Path, to: Path) -> None:
    to.write_text("mine", encoding="utf-8")
    assert "is no folder" in run("--to", to).stderr


@pytest.mark.parametrize("broken", ["datapackage.json", "parquet/meetings.parquet"])
def test_a_broken_or_missing_file_is_told_and_nothing_written(dist: Path, to: Path, broken: str) -> None:
    for damage in ("broken", "missing"):
        if damage == "broken":
            (dist / broken).write_bytes(b"{")
        else:
            (dist / broken).unlink()
        result = run("--to", to)
        assert (result.exit_code, broken in result.stderr) == (1, True)
        assert not to.exists()


@pytest.mark.parametrize("resources", ["none", ["a"], [{"schema": {}}], [{"name": "a", "schema": {}}], []])
def test_a_descriptor_without_tables_is_told(dist: Path, to: Path, resources: Any) -> None:
    change_descriptor(dist, resources=resources)
    result = run("--to", to)
    assert result.exit_code == 1
    assert not to.exists()


def test_a_folder_that_is_not_there_is_wrong_usage(dist: Path, to: Path) -> None:
    assert run("nowhere", "--to", to).exit_code == 2
    assert run().exit_code == 2


def test_tables_that_are_not_those_described_are_refused(dist: Path, to: Path) -> None:
    resources = json.loads((dist / "datapackage.json").read_text(encoding="utf-8"))["resources"]
    for resource in resources:
        if resource["name"] == "meetings-parquet":
            resource["logical_hash"] = "sha256:0"
    change_descriptor(dist, resources=resources)
    result = run("--to", to)
    assert "logical hash" in result.stderr and "sha256:0" in result.stderr
    assert not to.exists()


def test_a_table_of_other_columns_is_refused(dist: Path, to: Path) -> None:
    path = dist / "parquet" / "outlets.parquet"
    pq.write_table(pq.read_table(path).drop_columns(["name"]), path)
    assert "parquet/outlets.parquet: the columns are" in run("--to", to).stderr


def test_rows_that_a_database_refuses_are_told_and_nothing_is_written(tmp_path: Path, to: Path) -> None:
    cells = sample_cells()
    setter("meetings", country_code="XXX")(cells)
    write_package(tmp_path / "unsound", cells)
    result = run(tmp_path / "unsound", "--to", to)
    assert result.exit_code == 1
    assert '"XXX" is in no row of countries' in result.stderr
    assert not to.exists() and not staging_folder(to).exists()


def test_a_form_that_does_not_hold_the_tables_stays_out(dist: Path, to: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    problem = Problem(severity="error", rule_id="forms.other-cell", where="here", what='"a"', expected='"b"')
    monkeypatch.setattr(conversions, "prove_forms", lambda *told: (problem,))
    result = run("--to", to)
    assert (result.exit_code, "forms.other-cell" in result.stderr) == (1, True)
    assert not to.exists()


def test_cells_that_would_run_are_told(tmp_path: Path, to: Path) -> None:
    cells = sample_cells()
    setter("participants", role="=1+1")(cells)
    write_package(tmp_path / "armed", cells)
    result = run(tmp_path / "armed", "--to", to)
    assert result.exit_code == 0
    assert "forms.disarmed-cell (1)" in result.stderr and '"=1+1" would run as a formula' in result.stderr


def test_files_tell_the_day_of_release(dist: Path, to: Path) -> None:
    change_descriptor(dist, created="2026-11-03T00:00:00Z")
    assert run("--to", to).exit_code == 0
    assert load_workbook(to / "security-meetings.xlsx").properties.created.date() == date(2026, 11, 3)
    assert b"03 Nov 2026" in (to / "stata" / "meetings.dta").read_bytes()
    with closing(sqlite3.connect(to / "security-meetings.sqlite")) as opened:
        assert dict(opened.execute("SELECT name, value FROM about"))["created"] == "2026-11-03T00:00:00Z"
    change_descriptor(dist, created="in November")
    assert '"in November" is no moment' in run("--to", to, "--replace").stderr


def test_a_moved_folder_is_converted_to_the_same_bytes(dist: Path, to: Path, tmp_path: Path) -> None:
    run("--to", to)
    shutil.copytree(dist, tmp_path / "elsewhere" / "name=value")
    run(tmp_path / "elsewhere" / "name=value", "--to", tmp_path / "other")
    assert all((tmp_path / "other" / name).read_bytes() == (to / name).read_bytes() for name in FILES)


def test_tables_are_read_with_the_declared_types(dist: Path) -> None:
    package = read_package(dist)
    for name, table in read_tables(dist).items():
        assert table.schema.equals(to_arrow_schema(package.schemas[name]))
    # Only a released edition tells when it was made.
    assert (package.moment is None) == ("created" not in package.descriptor)
