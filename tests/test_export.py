"""Export: cells as text, bytes that repeat, reports, and a dist that changes at once or not at all."""

from __future__ import annotations

import csv
import io
import subprocess
import sys
import threading
from datetime import UTC, date, datetime
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st

from security_meetings.cells import format_cell
from security_meetings.export import check_dist, find_descriptor, recover_swap, stage_files
from security_meetings.export.csv_files import format_row, write_csv
from security_meetings.export.journal import JOURNAL, staging_folder
from security_meetings.export.parquet_files import write_parquet
from security_meetings.export.report import Background, describe_merges, report_build, write_issues
from security_meetings.problems import Problem
from security_meetings.results import Merge

CELLS = st.text(alphabet=st.characters(exclude_categories=["Cs"], exclude_characters="\x00"))


def hear_nothing(message: str) -> None:
    raise AssertionError(message)


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        (None, ""),
        (True, "true"),
        (False, "false"),
        (7, "7"),
        (0.1, "0.1"),
        (1e-7, "1e-07"),
        (2.0, "2.0"),
        (date(2019, 9, 13), "2019-09-13"),
        (datetime(2019, 9, 13, 9, 57, tzinfo=UTC), "2019-09-13T09:57:00Z"),
        ("NA", "NA"),
    ],
)
def test_cells_have_one_text(cell: object, text: str) -> None:
    assert format_cell(cell) == text


def test_a_list_has_no_text() -> None:
    with pytest.raises(TypeError, match="list"):
        format_cell(["a"])


def test_quotes_stand_only_where_they_must() -> None:
    assert format_row(["a b", "a,b", 'a"b', "a\nb", "a\rb", "", " x "]) == 'a b,"a,b","a""b","a\nb","a\rb",, x \n'


@given(st.lists(st.lists(CELLS, min_size=2, max_size=2)))
def test_csv_is_read_again_as_it_was(rows: list[list[str]]) -> None:
    text = "".join(format_row(row) for row in rows)
    assert list(csv.reader(io.StringIO(text, newline=""), strict=True)) == rows


def make_table() -> pa.Table:
    schema = pa.schema(
        [pa.field("key", pa.string(), nullable=False), pa.field("count", pa.int32()), pa.field("share", pa.float64())],
        metadata={"name": "things", "pandas": "{}"},
    )
    parts = [
        pa.table({"key": [key], "count": [count], "share": [0.5]}, schema=schema)
        for key, count in (("a", None), ("b", 2))
    ]
    return pa.concat_tables(parts)


def test_integers_with_gaps_stay_integers(tmp_path: Path) -> None:
    write_csv(make_table(), tmp_path / "t.csv")
    assert (tmp_path / "t.csv").read_bytes() == b"key,count,share\na,,0.5\nb,2,0.5\n"


def test_parquet_repeats_and_keeps_types(tmp_path: Path) -> None:
    table = make_table()
    write_parquet(table, tmp_path / "one.parquet")
    write_parquet(table.combine_chunks(), tmp_path / "two.parquet")
    assert (tmp_path / "one.parquet").read_bytes() == (tmp_path / "two.parquet").read_bytes()
    again = pq.read_table(tmp_path / "one.parquet")
    assert again.schema.types == table.schema.types
    assert not again.schema.field("key").nullable
    assert again.schema.metadata == {b"name": b"things"}
    assert pq.ParquetFile(tmp_path / "one.parquet").metadata.row_group(0).column(0).compression == "ZSTD"


def make_problem(where: str, what: str = "is in no list", severity: str = "notice") -> Problem:
    return Problem(severity=severity, rule_id="names.unknown", where=where, what=what, todo="add it")  # type: ignore[arg-type]


def test_alike_issues_are_one_line(tmp_path: Path) -> None:
    problems = [make_problem(f"a{number}") for number in range(9, 0, -1)]
    problems.append(make_problem("z", '"Nurov" is unknown', severity="warning"))
    write_issues(problems, tmp_path / "issues.csv")
    rows = list(csv.DictReader((tmp_path / "issues.csv").open(encoding="utf-8", newline="")))
    assert [(row["severity"], row["where"], row["count"], row["example"]) for row in rows] == [
        ("warning", "z", "1", ""),
        ("notice", "a1", "9", "a2 | a3 | a4 | a5"),
    ]


def test_the_report_counts_and_shows_five() -> None:
    problems = [make_problem(f"a{number}") for number in range(9)]
    report = report_build({"things": make_table()}, {}, problems, {"pipeline_version": "0.1.0"}, Background())
    assert report["tables"] == {"things": {"rows": 2}}
    assert report["problem_counts"] == {"error": 0, "warning": 0, "notice": 9}
    assert len(report["problems"][0]["examples"]) == 5


def test_merges_are_sorted() -> None:
    merges = [
        Merge(table_name="meetings", row_id="m1", article_id=name, key=3, score=0.9, reasons=("same day",))
        for name in "ba"
    ]
    described = describe_merges(merges)
    assert [merge["article_id"] for merge in described] == ["a", "b"]
    assert described[0]["reasons"] == ["same day"]


def test_the_text_of_the_package_is_the_projects_own_only_for_its_raw_folder(tmp_path: Path) -> None:
    own = tmp_path / "own.json"
    own.write_text('{"name": "ours", "title": "Ours"}', encoding="utf-8")
    for name, content in {
        "same": '{"name": "ours"}',
        "other": '{"name": "theirs"}',
        "broken": "{",
        "list": "[]",
    }.items():
        (tmp_path / name).mkdir()
        (tmp_path / name / "datapackage.json").write_text(content, encoding="utf-8")
    assert find_descriptor(tmp_path / "same" / "raw", own) == {"name": "ours"}
    for name in ("other", "broken", "list", "none"):
        assert find_descriptor(tmp_path / name / "raw", own) is None


def write_new(folder: Path, content: str = "new") -> None:
    (folder / "csv").mkdir()
    (folder / "csv" / "a.csv").write_text(content, encoding="utf-8")
    (folder / "report.json").write_text(content, encoding="utf-8")


@pytest.fixture
def dist(tmp_path: Path) -> Path:
    dist = tmp_path / "dist"
    (dist / "csv").mkdir(parents=True)
    (dist / "csv" / "a.csv").write_text("old", encoding="utf-8")
    (dist / "csv" / "gone.csv").write_text("old", encoding="utf-8")
    (dist / "releases").mkdir()
    (dist / "releases" / "kept").write_text("kept", encoding="utf-8")
    (dist / "README.md").write_text("kept", encoding="utf-8")
    return dist


def read_tree(folder: Path) -> dict[str, str]:
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8") for path in paths}


SWAPPED = {"README.md": "kept", "csv/a.csv": "new", "releases/kept": "kept", "report.json": "new"}


def test_files_are_swapped_in(dist: Path) -> None:
    with stage_files(dist, hear_nothing) as folder:
        write_new(folder)
    assert read_tree(dist) == SWAPPED
    assert [path.name for path in dist.parent.iterdir()] == ["dist"]


def test_a_first_build_makes_the_folder(tmp_path: Path) -> None:
    with stage_files(tmp_path / "deep" / "dist", hear_nothing) as folder:
        write_new(folder)
    assert set(read_tree(tmp_path / "deep" / "dist")) == {"csv/a.csv", "report.json"}


@pytest.mark.parametrize("failure", [OSError, KeyboardInterrupt])
def test_a_failure_changes_nothing(dist: Path, failure: type[BaseException]) -> None:
    before = read_tree(dist)
    with pytest.raises(failure), stage_files(dist, hear_nothing) as folder:
        write_new(folder)
        raise failure
    assert read_tree(dist) == before
    assert [path.name for path in dist.parent.iterdir()] == ["dist"]


class Killed(BaseException):
    """Ends a build where a kill would: nothing of it may be cleaned up."""


def kill_at_rename(monkeypatch: pytest.MonkeyPatch, number: int) -> None:
    rename = Path.rename
    left = [number]

    def stop(self: Path, target: Path) -> Path:
        if left[0] == 0:
            raise Killed
        left[0] -= 1
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", stop)


@pytest.mark.parametrize("number", range(1, 4))
def test_a_swap_that_broke_off_is_completed(dist: Path, monkeypatch: pytest.MonkeyPatch, number: int) -> None:
    with monkeypatch.context() as patched:
        kill_at_rename(patched, number)
        with pytest.raises(Killed), stage_files(dist, hear_nothing) as folder:
            write_new(folder)
    assert (staging_folder(dist) / JOURNAL).exists()
    recover_swap(dist, hear_nothing)
    assert read_tree(dist) == SWAPPED
    assert [path.name for path in dist.parent.iterdir()] == ["dist"]


def test_a_build_killed_before_its_journal_is_undone(dist: Path) -> None:
    before = read_tree(dist)
    (staging_folder(dist) / "new").mkdir(parents=True)
    write_new(staging_folder(dist) / "new")
    recover_swap(dist, hear_nothing)
    assert read_tree(dist) == before
    assert not staging_folder(dist).exists()
    recover_swap(dist, hear_nothing)


KILL = """
import os, signal, sys
from pathlib import Path
from security_meetings.export import stage_files
rename = Path.rename
left = [int(sys.argv[2])]
def stop(self, target):
    if left[0] == 0:
        os.kill(os.getpid(), signal.SIGKILL)
    left[0] -= 1
    return rename(self, target)
Path.rename = stop
with stage_files(Path(sys.argv[1]), print) as folder:
    (folder / "csv").mkdir()
    (folder / "csv" / "a.csv").write_text("new")
    (folder / "report.json").write_text("new")
"""


@pytest.mark.parametrize("number", [0, 2])
def test_a_killed_build_is_undone_or_completed_by_the_next(dist: Path, number: int) -> None:
    before = read_tree(dist)
    killed = subprocess.run([sys.executable, "-c", KILL, str(dist), str(number)], check=False)
    assert killed.returncode < 0
    recover_swap(dist, hear_nothing)
    assert read_tree(dist) == (SWAPPED if number else before)
    assert not staging_folder(dist).exists()


def test_the_second_build_waits_and_says_so(dist: Path) -> None:
    heard: list[str] = []
    is_waiting = threading.Event()

    def hear(message: str) -> None:
        heard.append(message)
        is_waiting.set()

    def build_second() -> None:
        with stage_files(dist, hear) as folder:
            write_new(folder, "second")

    second = threading.Thread(target=build_second)
    with stage_files(dist, hear_nothing) as folder:
        write_new(folder, "first")
        second.start()
        assert is_waiting.wait(10)
    second.join(10)
    assert heard == ["another build writes dist; waiting for it"]
    assert read_tree(dist)["csv/a.csv"] == "second"
    assert not staging_folder(dist).exists()


def list_rules(dist: Path, raw: Path) -> list[str]:
    return [problem.rule_id for problem in check_dist(dist, raw)]


def test_a_good_dist_stands_in_no_way(dist: Path, tmp_path: Path) -> None:
    assert list_rules(dist, tmp_path / "raw") == []
    assert list_rules(tmp_path / "new" / "dist", tmp_path / "raw") == []


def test_files_of_somebody_else_are_never_replaced(dist: Path, tmp_path: Path) -> None:
    (dist / "csv" / "thesis.docx").write_text("mine", encoding="utf-8")
    (dist / "parquet").write_text("mine", encoding="utf-8")
    assert list_rules(dist, tmp_path / "raw") == ["export.foreign-file", "export.foreign-file"]


def test_dist_and_raw_are_kept_apart(tmp_path: Path) -> None:
    raw = tmp_path / "raw"
    raw.mkdir()
    for dist in (raw, raw / "dist", tmp_path):
        assert list_rules(dist, raw) == ["export.in-raw"]


def test_a_file_in_the_place_of_dist_is_told(tmp_path: Path) -> None:
    (tmp_path / "dist").write_text("", encoding="utf-8")
    assert list_rules(tmp_path / "dist", tmp_path / "raw") == ["export.not-a-folder"]
