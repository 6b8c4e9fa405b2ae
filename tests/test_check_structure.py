"""Structure: a sound package passes, and each thing that breaks in its files is told with place, value and way out."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path

import pytest

from check_samples import SCHEMAS, Cells, sample_cells, write_csv, write_package
from security_meetings.check import check_structure
from security_meetings.check.structure import Engine
from security_meetings.locations import package_descriptor, schemas_folder
from security_meetings.problems import Problem


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("sound") / "dist"
    write_package(folder, sample_cells())
    return folder


@pytest.fixture
def package(sound: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(sound, tmp_path / "dist"))


def only(problems: list[Problem], kind: str) -> Problem:
    found = [problem for problem in problems if problem.rule_id == f"structure.{kind}"]
    assert found, [problem.sentence() for problem in problems]
    return found[0]


def rewrite(package: Path, table: str, rows: list[Cells]) -> list[Problem]:
    write_csv(package / f"csv/{table}.csv", SCHEMAS[table], rows)
    return check_structure(package)


def test_a_sound_package_has_no_problem(sound: Path) -> None:
    assert check_structure(sound) == []


def test_an_unknown_value_is_told_with_the_nearest_one(package: Path) -> None:
    rows = sample_cells()["meetings"]
    rows[0]["status"] = "hold"
    problem = only(rewrite(package, "meetings", rows), "constraint-error")
    assert problem.where == "csv/meetings.csv, row 2, column status"
    assert '"hold"' in problem.what
    assert problem.expected == 'one of held, planned, cancelled; nearest is "held"'
    assert problem.todo
    assert problem.severity == "error"


def test_a_wrong_type_is_told(package: Path) -> None:
    rows = sample_cells()["meetings"]
    rows[0]["date_end"] = "2019-13-01"
    problem = only(rewrite(package, "meetings", rows), "type-error")
    assert '"2019-13-01"' in problem.what
    assert "date" in problem.expected


def test_an_empty_required_cell_is_told(package: Path) -> None:
    rows = sample_cells()["articles"]
    rows[0]["language"] = None
    problem = only(rewrite(package, "articles", rows), "constraint-error")
    assert problem.where == "csv/articles.csv, row 2, column language"
    assert "required" in problem.expected


@pytest.mark.parametrize(
    ("table", "column", "value"),
    [
        ("meetings", "date_edtf", "6 May 2019"),
        ("meetings", "meeting_id", "M1"),
        ("meetings", "confidence", 1.5),
        ("meetings", "latitude", 98.0),
        ("articles", "text_sha256", "abc"),
        ("evidence", "quote", "w" * 201),
        ("countries", "iso2", "ir"),
    ],
)
def test_a_value_that_its_constraint_forbids_is_told(package: Path, table: str, column: str, value: object) -> None:
    rows = sample_cells()[table]
    rows[0][column] = value
    problem = only(rewrite(package, table, rows), "constraint-error")
    assert problem.where == f"csv/{table}.csv, row 2, column {column}"


def test_a_value_of_no_code_table_is_told(package: Path) -> None:
    rows = sample_cells()["meetings"]
    rows[0]["country_code"] = "FRA"
    problem = only(rewrite(package, "meetings", rows), "foreign-key")
    assert problem.where == "csv/meetings.csv, row 2, column country_code"
    assert problem.what == '"FRA" is not in countries'
    assert problem.expected == "a country_code of csv/countries.csv"


@pytest.mark.parametrize(
    ("table", "column", "value"),
    [
        ("meetings", "frame_meeting_id", "m9999999999"),
        ("articles", "duplicate_of", "three"),
        ("threat_types", "parent", "weather"),
        ("threats_mentioned", "speaker_person_id", "q99999999"),
        ("office_tenures", "person_id", "q99999999"),
    ],
)
def test_a_reference_to_no_row_is_told(package: Path, table: str, column: str, value: str) -> None:
    rows = sample_cells()[table]
    rows[0][column] = value
    assert f'"{value}"' in only(rewrite(package, table, rows), "foreign-key").what


def test_a_key_twice_is_told(package: Path) -> None:
    rows = sample_cells()["participants"]
    rows[1]["participant_id"] = rows[0]["participant_id"]
    problems = rewrite(package, "participants", rows)
    assert only(problems, "unique-error").where == "csv/participants.csv, row 3, column participant_id"
    assert only(problems, "primary-key").expected == "each key once"


def test_a_wrong_header_is_told(package: Path) -> None:
    path = package / "csv/people.csv"
    path.write_text(path.read_text(encoding="utf-8").replace("name", "nome", 1), encoding="utf-8")
    problem = only(check_structure(package), "incorrect-label")
    assert '"nome"' in problem.what
    assert problem.expected == '"name"'


def test_a_short_row_is_told(package: Path) -> None:
    with (package / "csv/people.csv").open("a", encoding="utf-8") as file:
        file.write("q00000009,Somebody\n")
    assert only(check_structure(package), "missing-cell").where.startswith("csv/people.csv, row 4")


def test_a_missing_file_is_told(package: Path) -> None:
    (package / "csv/people.csv").unlink()
    assert "csv/people.csv" in only(check_structure(package), "scheme-error").where


def test_a_wrong_checksum_is_told(package: Path) -> None:
    path = package / "datapackage.json"
    descriptor = json.loads(path.read_text(encoding="utf-8"))
    descriptor["resources"][0]["hash"] = f"sha256:{'0' * 64}"
    path.write_text(json.dumps(descriptor), encoding="utf-8")
    assert only(check_structure(package), "hash-count")


@pytest.mark.parametrize("content", ["{", "{}", '{"resources": {}}'])
def test_an_unusable_descriptor_is_told(package: Path, content: str) -> None:
    (package / "datapackage.json").write_text(content, encoding="utf-8")
    problems = check_structure(package)
    assert problems
    assert {problem.where for problem in problems} == {"datapackage.json"}


def test_a_file_that_no_resource_names_is_told(package: Path) -> None:
    (package / "datapackage.json").write_text('{"name": "empty", "resources": []}', encoding="utf-8")
    problems = check_structure(package)
    assert only(problems, "unnamed-file").where == "csv/agreement_articles.csv"
    assert len(problems) == len(SCHEMAS)


def test_a_missing_descriptor_is_told(package: Path) -> None:
    (package / "datapackage.json").unlink()
    assert only(check_structure(package), "package-error")


def test_a_byte_order_mark_and_windows_lines_are_told(package: Path) -> None:
    path = package / "csv/people.csv"
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    problems = check_structure(package)
    assert only(problems, "byte-order-mark").where == "csv/people.csv"
    assert only(problems, "line-end").where == "csv/people.csv"


def test_the_hand_kept_descriptor_is_valid_beside_its_files(sound: Path, tmp_path: Path) -> None:
    from frictionless import Package

    shutil.copytree(sound, tmp_path / "dist")
    shutil.copytree(schemas_folder(), tmp_path / "schemas")
    shutil.copy(package_descriptor(), tmp_path / "datapackage.json")
    report = Package(os.fspath(tmp_path / "datapackage.json")).validate()
    assert report.valid, report.flatten(["title", "note", "message"])


@pytest.mark.parametrize("engine", ["frictionless", "arrow"])
@pytest.mark.parametrize("table", ["outlets", "articles"])
def test_a_file_in_another_coding_is_told_and_no_other(package: Path, engine: Engine, table: str) -> None:
    """Articles refer to outlets, and are no worse for the coding of these."""
    path = package / "csv" / f"{table}.csv"
    path.write_bytes(path.read_bytes() + b"\xff\n")
    found = [problem for problem in check_structure(package, engine) if problem.rule_id == "structure.encoding-error"]
    assert [problem.where for problem in found] == [f"csv/{table}.csv"]
    assert "0xff" in found[0].what and found[0].expected == "UTF-8"
