"""The whole line with a stand-in coder: what it writes, that it repeats, that a failure leaves everything as it was."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from conftest import MakeRaw
from security_meetings.compare import compare_build
from security_meetings.dump import dump_stage, to_plain
from security_meetings.pipeline import (
    STAGES,
    Build,
    BuildOptions,
    SilentWatcher,
    Stage,
    run_stages,
    start_build,
)
from security_meetings.problems import DataProblems, Problem
from security_meetings.recheck import check_finished
from standins import SENTENCE

pytestmark = pytest.mark.usefixtures("stand_in_coder")
TESTS = Path(__file__).parent
TEXTS = {"a": f"Yes. {SENTENCE} Ok", "b": f"\ufeffNews.\r\n{SENTENCE}", "c": "Nothing was said."}
WATCHER = SilentWatcher()


def build(raw: Path, dist: Path, **options: object) -> Build:
    return run_stages(start_build(BuildOptions(raw=raw, dist=dist, **options), WATCHER))  # type: ignore[arg-type]


def read_tree(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def list_rules(found: pytest.ExceptionInfo[DataProblems]) -> list[str]:
    return [problem.rule_id for problem in found.value.problems if problem.severity == "error"]


def test_the_stages_stand_in_order() -> None:
    names = [stage.name for stage in STAGES]
    assert names == ["read", "annotate", "extract", "resolve", "identify", "correct", "tabulate", "check", "export"]


def test_a_build_writes_a_package_that_passes_all_checks(make_raw: MakeRaw, tmp_path: Path) -> None:
    raw, dist = make_raw(TEXTS), tmp_path / "dist"
    finished = build(raw, dist)
    files = read_tree(dist)
    names = set(finished.tables)
    tables = {f"{kind}/{name}.{kind}" for kind in ("csv", "parquet") for name in names}
    assert set(files) == tables | {"datapackage.json", "report.html", "report.json", "issues.csv", "merges.json"}
    package = json.loads(files["datapackage.json"])
    assert "version" not in package
    assert [resource["name"] for resource in package["resources"]][:2] == ["countries", "organizations"]
    articles = next(resource for resource in package["resources"] if resource["name"] == "articles")
    assert (articles["row_count"], articles["path"]) == (3, "csv/articles.csv")
    assert articles["schema"]["primaryKey"] == ["article_id"]
    problems = check_finished(dist, raw, WATCHER)
    assert {problem.severity for problem in problems} <= {"warning"}
    assert not compare_build(BuildOptions(raw=raw, dist=dist), WATCHER)
    assert not (dist.parent / ".security-meetings-dist").exists()


def test_own_texts_that_give_too_little_stop_the_build(make_raw: MakeRaw, tmp_path: Path) -> None:
    raw = make_raw(TEXTS)
    shutil.copy(TESTS.parent / "datapackage.json", raw.parent)
    with pytest.raises(DataProblems) as found:
        build(raw, tmp_path / "dist")
    assert {"bounds.rows", "bounds.filled"} <= set(list_rules(found))
    assert not (tmp_path / "dist").exists()


def test_the_projects_own_text_goes_into_its_own_package(
    make_raw: MakeRaw, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("security_meetings.knowledge.read_own_rules", lambda *arguments: None)
    raw = make_raw(TEXTS)
    own = json.loads((TESTS.parent / "datapackage.json").read_text(encoding="utf-8"))
    (raw.parent / "datapackage.json").write_text(json.dumps(own), encoding="utf-8")
    build(raw, tmp_path / "dist")
    package = json.loads((tmp_path / "dist" / "datapackage.json").read_text(encoding="utf-8"))
    assert {key: package[key] for key in ("name", "version", "licenses")} == {
        key: own[key] for key in ("name", "version", "licenses")
    }
    paths = [resource["path"] for resource in package["resources"]]
    assert all(path.startswith(("csv/", "parquet/")) for path in paths)
    assert {resource["name"] for resource in package["resources"]} == {
        resource["name"] for resource in own["resources"]
    }


BUILD = """
import sys
sys.path.insert(0, sys.argv.pop(1))
import standins
for stage in ("annotate", "extract", "resolve"):
    sys.modules[f"security_meetings.{stage}"] = standins
from security_meetings import knowledge
knowledge.load_vocabulary = standins.load_vocabulary
knowledge.check_readable = knowledge.check_vocabulary = knowledge.try_vocabulary = lambda what: []
from security_meetings.cli import main
main()
"""


def test_two_builds_give_the_same_bytes_whatever_stands_around_them(make_raw: MakeRaw, tmp_path: Path) -> None:
    raw = make_raw(TEXTS)
    build(raw, tmp_path / "dist")
    elsewhere = tmp_path / "another place"
    shutil.copytree(raw, elsewhere / "texts")
    environment = {**os.environ, "LC_ALL": "C", "LANG": "C", "TZ": "Asia/Dushanbe", "PYTHONHASHSEED": "7"}
    subprocess.run(
        [sys.executable, "-c", BUILD, str(TESTS), "build", "--raw", "texts", "--dist", "tables", "--quiet"],
        cwd=elsewhere,
        env=environment,
        check=True,
        stderr=subprocess.DEVNULL,
    )
    assert read_tree(elsewhere / "tables") == read_tree(tmp_path / "dist")


def test_no_output_names_a_place_of_this_machine(make_raw: MakeRaw, tmp_path: Path) -> None:
    build(make_raw({**TEXTS, "d": TEXTS["a"], "bad": b"\xff"}), tmp_path / "dist", skip_bad=True)
    for name, content in read_tree(tmp_path / "dist").items():
        assert str(tmp_path).encode() not in content, name
        assert str(TESTS.parent).encode() not in content, name


def test_the_same_text_again_is_not_coded_twice(make_raw: MakeRaw, tmp_path: Path) -> None:
    finished = build(make_raw({"a": TEXTS["a"], "b": TEXTS["a"]}), tmp_path / "dist")
    assert finished.tables["articles"].column("duplicate_of").to_pylist() == [None, "a"]
    assert finished.tables["meeting_articles"].column("article_id").to_pylist() == ["a"]


def test_bad_texts_are_left_out_on_demand_and_listed(make_raw: MakeRaw, tmp_path: Path) -> None:
    raw = make_raw({**TEXTS, "bad": b"\xff"})
    with pytest.raises(DataProblems):
        build(raw, tmp_path / "dist")
    finished = build(raw, tmp_path / "dist", skip_bad=True)
    assert finished.tables["articles"].num_rows == 3
    assert "articles/bad.txt" in (tmp_path / "dist" / "issues.csv").read_text(encoding="utf-8")


def test_an_error_of_a_check_leaves_dist_as_it_was(
    make_raw: MakeRaw, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    raw, dist = make_raw(TEXTS), tmp_path / "dist"
    build(raw, dist)
    before = read_tree(dist)
    wrong = replace_stage("tabulate", spoil_table)
    monkeypatch.setattr("security_meetings.pipeline.STAGES", wrong)
    (raw / "articles" / "e.txt").write_text("More.", encoding="utf-8")
    with pytest.raises(DataProblems) as found:
        build(raw, dist)
    assert list_rules(found)
    assert read_tree(dist) == before
    assert not (dist.parent / ".security-meetings-dist").exists()


def replace_stage(name: str, run: object) -> tuple[Stage, ...]:
    return tuple(
        replace(stage, run=lambda build, first=stage.run: run(first(build))) if stage.name == name else stage  # type: ignore[operator]
        for stage in STAGES
    )


def spoil_table(build: Build) -> Build:
    meetings = build.tables["meetings"]
    wrong = meetings.set_column(meetings.schema.get_field_index("status"), meetings.schema.field("status"), [["seen"]])
    return replace(build, tables={**build.tables, "meetings": wrong})


def test_a_failing_write_leaves_dist_as_it_was(
    make_raw: MakeRaw, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    raw, dist = make_raw(TEXTS), tmp_path / "dist"
    build(raw, dist)
    before = read_tree(dist)

    def fail(*arguments: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("security_meetings.export.files.write_issues", fail)
    with pytest.raises(OSError, match="No space"):
        build(raw, dist)
    assert read_tree(dist) == before
    assert not (dist.parent / ".security-meetings-dist").exists()


def test_a_schema_with_an_unknown_type_stops_the_build(make_raw: MakeRaw, tmp_path: Path) -> None:
    schemas = tmp_path / "schemas"
    shutil.copytree(TESTS.parent / "schemas", schemas)
    text = (schemas / "meetings.json").read_text(encoding="utf-8")
    (schemas / "meetings.json").write_text(text.replace('"boolean"', '"bolean"'), encoding="utf-8")
    with pytest.raises(DataProblems) as found:
        build(make_raw(TEXTS), tmp_path / "dist", schemas=schemas)
    assert "boolean" in str(found.value)
    assert not (tmp_path / "dist").exists()


def test_faults_of_the_vocabulary_stop_the_build(
    make_raw: MakeRaw, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    raw = make_raw(TEXTS)
    dangling = Problem(severity="error", rule_id="vocabulary.dangling", where="gazetteer/cities.csv", what='"TJX"')
    monkeypatch.setattr("security_meetings.knowledge.check_vocabulary", lambda vocabulary: [dangling])
    with pytest.raises(DataProblems) as found:
        build(raw, tmp_path / "dist")
    assert list_rules(found) == ["vocabulary.dangling"]
    monkeypatch.setattr("security_meetings.knowledge.check_readable", lambda folder: [dangling])
    with pytest.raises(DataProblems) as found:
        build(raw, tmp_path / "dist")
    assert list_rules(found) == ["vocabulary.dangling"]


def test_the_order_in_which_texts_come_changes_nothing(make_raw: MakeRaw, tmp_path: Path) -> None:
    start = start_build(BuildOptions(raw=make_raw(TEXTS), dist=tmp_path / "dist"), WATCHER)
    done = run_stages(start, until="extract")
    tabulate = [stage for stage in STAGES if stage.name in ("resolve", "tabulate")]
    forth, back = done, replace(done, codings=done.codings[::-1])
    for stage in tabulate:
        forth, back = stage.run(forth), stage.run(back)
    assert all(table.equals(back.tables[name]) for name, table in forth.tables.items())


@pytest.mark.parametrize(
    ("stage", "files"),
    [
        ("read", ["articles.jsonl", "problems.jsonl"]),
        ("annotate", ["documents.jsonl"]),
        ("extract", ["codings.jsonl", "problems.jsonl"]),
        ("check", ["problems.jsonl"]),
    ],
)
def test_the_records_of_a_stage_can_be_looked_at(
    make_raw: MakeRaw, tmp_path: Path, stage: str, files: list[str]
) -> None:
    start = start_build(BuildOptions(raw=make_raw(TEXTS), dist=tmp_path / "dist"), WATCHER, writes_dist=False)
    paths = dump_stage(run_stages(start, until=stage), stage, tmp_path / "looked-at")
    assert [path.name for path in paths] == files
    for line in paths[0].read_text(encoding="utf-8").splitlines():
        assert isinstance(json.loads(line), dict)


def test_tables_can_be_looked_at_before_and_after_tabulation(make_raw: MakeRaw, tmp_path: Path) -> None:
    start = start_build(BuildOptions(raw=make_raw(TEXTS), dist=tmp_path / "dist"), WATCHER)
    for stage in ("resolve", "identify", "correct", "tabulate"):
        dump_stage(run_stages(start, until=stage), stage, tmp_path / stage)
        meetings = (tmp_path / stage / "meetings.jsonl").read_text(encoding="utf-8")
        assert json.loads(meetings)["city"] == "Dushanbe"
    assert (tmp_path / "resolve" / "merges.jsonl").is_file()


def test_the_last_stage_makes_no_records(make_raw: MakeRaw, tmp_path: Path) -> None:
    start = start_build(BuildOptions(raw=make_raw(TEXTS), dist=tmp_path / "dist"), WATCHER)
    with pytest.raises(ValueError, match="export"):
        dump_stage(start, "export", tmp_path)


def test_plain_values_are_those_of_json() -> None:
    from datetime import date

    assert to_plain({"days": (date(2019, 9, 13),)}) == {"days": ["2019-09-13"]}


def test_what_a_build_would_change_is_told_row_by_row(make_raw: MakeRaw, tmp_path: Path) -> None:
    raw, dist = make_raw(TEXTS), tmp_path / "dist"
    build(raw, dist)
    meetings = dist / "csv" / "meetings.csv"
    meetings.write_text(meetings.read_text(encoding="utf-8").replace("Dushanbe", "Bishkek"), encoding="utf-8")
    (raw / "articles" / "c.txt").rename(raw / "articles" / "d.txt")
    (dist / "csv" / "people.csv").unlink()
    (dist / "csv" / "extra.csv").write_text("x\n", encoding="utf-8")
    difference = compare_build(BuildOptions(raw=raw, dist=dist), WATCHER)
    assert [(change.table_name, change.key, change.change) for change in difference.rows if change.key != ()] == [
        ("articles", ("c",), "removed"),
        ("articles", ("d",), "added"),
        ("meetings", difference.rows[2].key, "changed"),
    ]
    assert 'city "Bishkek" → "Dushanbe"' in difference.rows[2].sentence()
    files = {change.path: change.change for change in difference.files}
    assert files["csv/people.csv"] == "added"
    assert files["csv/extra.csv"] == "removed"
    assert files["parquet/articles.parquet"] == "changed"
    assert "parquet/meetings.parquet" not in files


def test_a_check_of_finished_files_finds_what_changed(make_raw: MakeRaw, tmp_path: Path) -> None:
    raw, dist = make_raw(TEXTS), tmp_path / "dist"
    build(raw, dist)
    (raw / "articles" / "a.txt").unlink()
    rules = {problem.rule_id for problem in check_finished(dist, raw, WATCHER)}
    assert "finished.no-raw-text" in rules
    (dist / "csv" / "people.csv").unlink()
    (dist / "parquet" / "meetings.parquet").write_bytes(b"PAR1")
    errors = {problem.where for problem in check_finished(dist, raw, WATCHER) if problem.severity == "error"}
    assert {"csv/people.csv", "parquet/meetings.parquet"} <= errors
