"""What holds of our own texts alone: bounds, drift, accepted warnings; and cells that a spreadsheet would run."""

from __future__ import annotations

import csv
import shutil
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest

from check_samples import SCHEMAS, sample_cells, sample_tables, setter, to_tables, write_package
from security_meetings.archives import find_last_release, find_releases
from security_meetings.check import find_stale, load_own_rules
from security_meetings.check.bounds import Drift, Fill, TableBounds, check_bounds, check_drift, percent, read_fills
from security_meetings.check.formulas import check_formulas
from security_meetings.check.own_rules import AcceptedWarning, OwnRules, check_own
from security_meetings.export.report import Background, report_build, write_issues
from security_meetings.formulas import disarm_formula
from security_meetings.locations import expectations_folder
from security_meetings.pipeline import BuildOptions, SilentWatcher, start_build
from security_meetings.problems import DataProblems, Problem
from security_meetings.release.archive import pack_folder

ROOT = Path(__file__).parents[1]
DRIFT = Drift(fewer_rows=0.1, more_rows=1.0, filled=0.2)
WARNING = Problem(severity="warning", rule_id="expectations.sample", where="meetings m1", what='city "Oz"')


def test_the_finished_tables_are_within_their_bounds() -> None:
    rules = load_own_rules(SCHEMAS, ROOT / "dist" / "releases")
    tables = {name: pq.read_table(ROOT / f"dist/parquet/{name}.parquet") for name in SCHEMAS}
    assert [problem for problem in check_own(tables, rules) if problem.severity == "error"] == []


@pytest.mark.parametrize(
    ("fill", "severity", "told"),
    [
        (Fill(rows=1, filled={"city": 1}), "error", "meetings: the table has 1 row; expected at least 2"),
        (Fill(rows=9, filled={"city": 9}), "warning", "meetings: the table has 9 rows; expected at most 8"),
        (
            Fill(rows=8, filled={"city": 3}),
            "error",
            "meetings, column city: 37 % of 8 rows have a value; expected at least 50 %",
        ),
        (
            Fill(rows=8, filled={"city": 8}),
            "warning",
            "meetings, column city: 100 % of 8 rows have a value; expected at most 90 %",
        ),
    ],
)
def test_what_is_out_of_bounds_is_told(fill: Fill, severity: str, told: str) -> None:
    bounds = {"meetings": TableBounds(rows=(2, 8), filled={"city": (0.5, 0.9)})}
    problem = next(iter(check_bounds({"meetings": fill}, bounds)))
    assert (problem.severity, problem.sentence().startswith(told)) == (severity, True), problem.sentence()
    assert "build/expectations/bounds.toml" in problem.todo


def test_what_is_within_its_bounds_is_not_told() -> None:
    bounds = {"meetings": TableBounds(rows=(0, 8), filled={"city": (0.5, 0.9)})}
    for fill in (Fill(rows=2, filled={"city": 1}), Fill(rows=0, filled={"city": 0})):
        assert list(check_bounds({"meetings": fill, "people": fill}, bounds)) == []


@pytest.mark.parametrize(
    ("rows", "filled", "told"),
    [
        (8, 4, "the table has 8 rows; expected about 10, as in 0.1.0 (-20 %)"),
        (21, 11, "the table has 21 rows; expected about 10, as in 0.1.0 (+110 %)"),
        (10, 8, "80 % of 10 rows have a value; expected about 50 %, as in 0.1.0"),
    ],
)
def test_drift_from_the_last_release_is_a_warning(rows: int, filled: int, told: str) -> None:
    now = {"meetings": Fill(rows=rows, filled={"city": filled, "new": 1}), "people": Fill(rows=1, filled={})}
    last = {"meetings": Fill(rows=10, filled={"city": 5})}
    (problem,) = check_drift(now, last, DRIFT, "0.1.0")
    assert problem.severity == "warning"
    assert told in problem.sentence()


def pack_release(folder: Path, version: str, cells: dict[str, list[dict[str, Any]]]) -> Path:
    """Write the archive of a version with the tables of the sample."""
    top = folder / f"security-meetings-{version}"
    write_package(top, cells)
    (folder / "releases").mkdir(exist_ok=True)
    path = folder / "releases" / f"{top.name}.zip"
    pack_folder(top, path, date(2026, 11, 22))
    return path


def test_the_last_release_is_the_highest_version_below_the_one_being_made(tmp_path: Path) -> None:
    releases = tmp_path / "releases"
    assert find_last_release(releases) is None
    releases.mkdir()
    for name in ("0.9.0", "0.10.0", "draft", "0.2.0", "1.0.0-dev", "0.01.0"):
        (releases / f"security-meetings-{name}.zip").touch()
    (releases / "1.0.0" / "csv").mkdir(parents=True)
    assert list(find_releases(releases)) == ["0.2.0", "0.9.0", "0.10.0"]
    assert find_last_release(releases) == releases / "security-meetings-0.10.0.zip"
    assert find_last_release(releases, before="0.10.0") == releases / "security-meetings-0.9.0.zip"
    assert find_last_release(releases, before="0.2.0") is None


def test_tables_are_compared_with_the_archive_of_the_last_release(tmp_path: Path) -> None:
    release = pack_release(tmp_path, "0.1.0", sample_cells())
    assert read_fills(release, SCHEMAS)["meetings"].filled["city"] == 1
    rules = OwnRules(bounds={}, drift=DRIFT, last_release=release)
    assert check_own(sample_tables(), rules) == []
    cells = sample_cells()
    setter("meetings", city=None)(cells)
    (problem,) = check_own(to_tables(cells), rules)
    assert problem.sentence().startswith("meetings, column city: 0 % of 1 row have a value; expected about 100 %")
    assert "as in 0.1.0" in problem.expected


def test_an_archive_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    release = pack_release(tmp_path, "0.1.0", sample_cells())
    release.write_bytes(release.read_bytes()[:-40])
    with pytest.raises(DataProblems, match=r"security-meetings-0\.1\.0\.zip: cannot be read"):
        read_fills(release, SCHEMAS)


def test_percentages_never_look_better_than_they_are() -> None:
    assert [percent(share) for share in (1.0, 0.999, 0.29, 0.0)] == ["100 %", "99 %", "29 %", "0 %"]


# ---- accepted warnings


def accepting(**changes: str) -> OwnRules:
    values = {"rule_id": WARNING.rule_id, "where": WARNING.where, "what": WARNING.what, "reason": "a city of fiction"}
    return OwnRules(bounds={}, drift=DRIFT, accepted=(AcceptedWarning(**{**values, **changes}),))


def test_an_accepted_warning_is_reported_with_its_reason() -> None:
    other = Problem(severity="warning", rule_id="expectations.sample", where="meetings m2", what='city "Id"')
    report = report_build(sample_tables(), SCHEMAS, [other, WARNING], {}, Background(accepted=accepting().reasons()))
    assert report["open_warning_count"] == 1
    assert [warning["accepted"] for warning in report["warnings"]] == ["a city of fiction", None]
    assert list(find_stale([WARNING], accepting())) == []


@pytest.mark.parametrize("changes", [{"where": "meetings m3"}, {"what": 'city "Ox"'}])
def test_an_accepted_warning_that_is_not_given_is_a_warning(changes: dict[str, str]) -> None:
    (problem,) = find_stale([WARNING], accepting(**changes))
    assert (problem.severity, problem.rule_id) == ("warning", "accepted.not-given")
    assert 'nearest is "expectations.sample meetings m1 city "Oz""' in problem.expected


@pytest.fixture
def rules_folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(expectations_folder(), tmp_path / "expectations"))


def faults_of(folder: Path) -> str:
    with pytest.raises(DataProblems) as caught:
        load_own_rules(SCHEMAS, folder / "releases", folder)
    assert {problem.severity for problem in caught.value.problems} == {"error"}
    return " ".join(problem.sentence() for problem in caught.value.problems)


def test_faults_of_bounds_are_told_together(rules_folder: Path) -> None:
    path = rules_folder / "bounds.toml"
    text = path.read_text(encoding="utf-8")
    text = text.replace("[tables.meetings]", "[tables.meeting]").replace("filled.person_id =", "filled.persn_id =")
    text = text.replace("fewer_rows", "less_rows").replace("rows = [0, 1000]", "rows = [1000, 0]")
    path.write_text(text, encoding="utf-8")
    told = faults_of(rules_folder)
    for words in (
        'the table "meetings" has no bounds',
        '"meeting" is no table; expected "meetings"',
        '"persn_id" is no column of participants that may be empty; expected "person_id"',
        'column "person_id" of participants has no bounds',
        "less_rows",
        'id_changes.rows is "[1000, 0]"; expected [least, largest]',
    ):
        assert words in told


def test_faults_of_accepted_warnings_are_told_together(rules_folder: Path) -> None:
    entry = '[[accepted]]\nrule_id = "a"\nwhere = "b"\nwhat = "c"\nreason = "d"\n'
    text = entry + entry + entry.replace('"d"', '" "').replace('"c"', '"e"') + entry.replace("reason", "reson")
    (rules_folder / "accepted.toml").write_text(text, encoding="utf-8")
    told = faults_of(rules_folder)
    for words in (
        "entry 2 accepts what another does",
        'entry 3 has no "reason"',
        '"reson" of entry 4 is no key; expected "reason"',
    ):
        assert words in told


def test_files_that_cannot_be_read_are_told(rules_folder: Path) -> None:
    (rules_folder / "bounds.toml").write_text("[[", encoding="utf-8")
    (rules_folder / "accepted.toml").unlink()
    told = faults_of(rules_folder)
    assert "bounds.toml: is no TOML" in told
    assert "accepted.toml: there is no such file" in told


def test_the_rules_are_those_of_our_own_texts_alone(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "raw" / "articles", tmp_path / "raw" / "articles")
    for raw, is_own in ((ROOT / "raw", True), (tmp_path / "raw", False)):
        build = start_build(BuildOptions(raw=raw, dist=tmp_path / "dist"), SilentWatcher())
        assert (build.knowledge.own_rules is not None) == is_own


# ---- formulas


@pytest.mark.parametrize("cell", ["=1+1", "+7 992", "-1", "@here", "\tx", "\rx"])
def test_a_cell_that_a_spreadsheet_would_run_is_told(cell: str) -> None:
    cells = sample_cells()
    setter("participants", role=cell)(cells)
    (problem,) = check_formulas(to_tables(cells), SCHEMAS)
    assert (problem.severity, problem.rule_id) == ("notice", "formulas.cell")
    assert problem.where == "participants p0000000001, column role"
    assert f'"{cell}" would run' in problem.what
    assert f'"\'{cell}"' in problem.expected


@pytest.mark.parametrize("cell", ["a=1", " =1", "1-1", "Minister"])
def test_other_cells_are_no_formulas(cell: str) -> None:
    cells = sample_cells()
    setter("participants", role=cell)(cells)
    assert list(check_formulas(to_tables(cells), SCHEMAS)) == []
    assert disarm_formula(cell) == cell


def test_the_list_of_issues_holds_no_formula(tmp_path: Path) -> None:
    fields: dict[str, Any] = {"what": "=1+1", "expected": "-1", "todo": "@x"}
    write_issues([Problem(severity="notice", rule_id="a.b", where="+x", **fields)], tmp_path / "issues.csv")
    with (tmp_path / "issues.csv").open(encoding="utf-8", newline="") as file:
        (row,) = csv.DictReader(file)
    assert [row[name] for name in ("where", "what", "expected", "todo")] == ["'+x", "'=1+1", "'-1", "'@x"]
