"""The ledger as files: written with dist or not at all, for the project's own texts alone, and its faults told."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from conftest import MakeRaw
from security_meetings.cli import app
from security_meetings.export import stage_files
from security_meetings.ledger_files import ACCOUNTS, IDS
from standins import SENTENCE

VERSION = "0.2.0"
TEXTS = {"x": f"Yes. {SENTENCE} Ok"}


def run(*arguments: str) -> Result:
    result = CliRunner().invoke(app, list(arguments))
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def read_tree(folder: Path) -> dict[str, bytes]:
    kept = [path for name in ("dist", "build") for path in (folder / name).rglob("*")]
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in kept if path.is_file()}


def set_version(folder: Path, version: str) -> None:
    path = folder / "datapackage.json"
    package = json.loads(path.read_text(encoding="utf-8"))
    path.write_text(json.dumps(package | {"version": version}), encoding="utf-8")


def test_a_build_writes_the_ledger_and_says_what_became_of_ids(own: Path) -> None:
    assert "ids: 3 new, 0 kept, 0 retired" in run("build").stdout
    ledger = own / "build" / "ledger"
    assert {path.name for path in ledger.iterdir()} == {IDS, ACCOUNTS}
    before = read_tree(own)
    assert "ids: 0 new, 3 kept, 0 retired" in run("build").stdout
    assert read_tree(own) == before
    assert run("diff").exit_code == 0
    (own / "raw" / "articles" / "b.txt").unlink()
    changed = run("diff")
    assert "build/ledger/ids.csv: changed" in changed.stdout and read_tree(own) == before
    assert "ids: 0 new, 2 kept, 1 retired" in run("build").stdout
    assert f"b,,articles,withdrawn,{VERSION}," in (own / "dist" / "csv" / "id_changes.csv").read_text(encoding="utf-8")


def test_other_texts_have_no_ledger_and_another_dist_leaves_it_as_it_is(own: Path, make_raw: MakeRaw) -> None:
    make_raw(TEXTS, name="corpus/raw")
    assert "ids:" not in run("build", "--raw", "corpus/raw", "--dist", "corpus/dist").stdout
    assert not (own / "build").exists() and not (own / "corpus" / "build").exists()
    assert "ids: 3 new" in run("build", "--dist", "elsewhere").stdout
    assert not (own / "build").exists()
    run("build")
    before = read_tree(own)
    (own / "raw" / "articles" / "c.txt").write_text("More.", encoding="utf-8")
    assert "ids: 1 new" in run("build", "--dist", "elsewhere").stdout
    assert read_tree(own) == before


def test_a_build_that_fails_leaves_ledger_and_dist(built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = read_tree(built)
    (built / "raw" / "articles" / "c.txt").write_text("More.", encoding="utf-8")

    def fail(*arguments: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("security_meetings.export.files.write_issues", fail)
    assert run("build").exit_code == 1
    assert read_tree(built) == before
    (built / "raw" / "articles" / "c.txt").write_bytes(b"\xff")
    assert run("build").exit_code == 1
    assert read_tree(built) == before


@pytest.mark.parametrize("moment", ["before the swap", "before the ledger", "within the ledger"])
def test_a_killed_build_is_completed_ledger_and_dist_together(
    built: Path, monkeypatch: pytest.MonkeyPatch, moment: str
) -> None:
    before = read_tree(built)
    (built / "raw" / "articles" / "c.txt").write_text("More.", encoding="utf-8")

    class Killed(BaseException):
        pass

    def die(*arguments: object) -> None:
        raise Killed

    def put_one_and_die(source: Path, place: Path) -> None:
        place.write_bytes(source.read_bytes())
        raise Killed

    with monkeypatch.context() as patch:
        name = "_swap" if moment == "before the swap" else "_put"
        patch.setattr(
            f"security_meetings.export.journal.{name}", put_one_and_die if moment == "within the ledger" else die
        )
        with pytest.raises(Killed):
            CliRunner().invoke(app, ["build"], catch_exceptions=False)
    assert (read_tree(built) == before) == (moment != "within the ledger")
    assert run("explain", "articles", "c").exit_code == 0
    assert b"\narticles,c," in read_tree(built)["build/ledger/ids.csv"]
    done = read_tree(built)
    assert "ids: 0 new, 4 kept, 0 retired" in run("build").stdout
    assert read_tree(built) == done


def test_files_of_other_folders_change_with_dist(tmp_path: Path) -> None:
    place = tmp_path / "other" / "kept.txt"
    with stage_files(tmp_path / "dist", print, {place: "one\r\n"}) as folder:
        (folder / "a.txt").write_text("a", encoding="utf-8")
        assert not place.exists()
    assert place.read_bytes() == b"one\r\n"
    with pytest.raises(OSError), stage_files(tmp_path / "dist", print, {place: "two"}):
        raise OSError
    assert place.read_bytes() == b"one\r\n" and [path.name for path in place.parent.iterdir()] == ["kept.txt"]


def test_a_ledger_that_changed_meanwhile_stops_the_build(built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (built / "raw" / "articles" / "c.txt").write_text("More.", encoding="utf-8")
    path = built / "build" / "ledger" / IDS
    from security_meetings.export.files import write_files

    def write_and_meddle(*arguments: object) -> None:
        write_files(*arguments)  # type: ignore[arg-type]
        path.write_text(path.read_text(encoding="utf-8") + "people,qaaaaaaaa,0.1.0,,,,,,,,,\n", encoding="utf-8")

    monkeypatch.setattr("security_meetings.pipeline.write_files", write_and_meddle)
    result = run("build")
    assert result.exit_code == 1
    assert "was changed while the build ran" in result.stderr and "no file was changed" in result.stderr


@pytest.mark.parametrize(
    ("name", "spoil", "told"),
    [
        (IDS, lambda text: text.replace("table_name", "table", 1), "line 1: the header is not that of the ledger"),
        (IDS, lambda text: text.replace("\narticles,a", "\narticels,a"), '"articels" is no table; expected "articles"'),
        (IDS, lambda text: text + text.splitlines()[1] + "\n", '"a" of articles stands twice'),
        (IDS, lambda text: text + "articles,z\n", "the row has 2 cells; expected 12"),
        (IDS, lambda text: text.replace(",,,,,,\n", ",,,lost,,,\n", 1), '"lost" in "change" is not known'),
        (ACCOUNTS, lambda text: text.replace("articles,a", "articles,z"), '"z" of articles is not in ids.csv'),
        (ACCOUNTS, lambda text: text.replace("-", "–"), "is no span; expected such as 454-461;500-512"),
        (ACCOUNTS, lambda text: None, "the file is missing"),
        (ACCOUNTS, lambda text: text.replace("bilateral_meeting", "\udcff"), "cannot be read"),
    ],
)
def test_faults_of_the_ledger_are_told(built: Path, name: str, spoil: object, told: str) -> None:
    path = built / "build" / "ledger" / name
    text = spoil(path.read_text(encoding="utf-8"))  # type: ignore[operator]
    if text is None:
        path.unlink()
    else:
        path.write_text(text, encoding="utf-8", errors="surrogateescape")
    before = read_tree(built)
    result = run("build")
    assert result.exit_code == 1
    assert told in result.stderr and f"build/ledger/{name}" in result.stderr
    assert read_tree(built) == before


def test_what_was_recorded_since_the_last_release_is_forgotten_on_demand(built: Path) -> None:
    path = built / "build" / "ledger" / IDS
    first = path.read_bytes()
    (built / "raw" / "articles" / "b.txt").unlink()
    (built / "raw" / "articles" / "c.txt").write_text("More.", encoding="utf-8")
    run("build")
    assert b",withdrawn," in path.read_bytes()
    (built / "raw" / "articles" / "b.txt").write_text(f"Again. {SENTENCE}", encoding="utf-8")
    (built / "raw" / "articles" / "c.txt").unlink()
    assert "ids: 3 new, 0 kept, 0 retired" in run("build", "--forget-unreleased").stdout
    assert path.read_bytes() == first
    set_version(built, "9.0.0-dev")
    (built / "raw" / "articles" / "b.txt").unlink()
    (built / "raw" / "articles" / "c.txt").write_text("More.", encoding="utf-8")
    run("build")
    (built / "raw" / "articles" / "b.txt").write_text(f"Again. {SENTENCE}", encoding="utf-8")
    (built / "raw" / "articles" / "c.txt").unlink()
    assert "ids: 0 new, 3 kept, 0 retired" in run("build", "--forget-unreleased").stdout
    assert path.read_bytes() == first


def test_ids_are_recorded_with_the_version_being_made(built: Path) -> None:
    set_version(built, "9.1.0-dev")
    (built / "raw" / "articles" / "c.txt").write_text("More.", encoding="utf-8")
    assert "ids: 1 new, 3 kept" in run("build").stdout
    assert b"\narticles,c,9.1.0," in (built / "build" / "ledger" / IDS).read_bytes()
    set_version(built, "soon")
    result = run("build")
    assert result.exit_code == 1
    assert '"soon" is no version; expected a version such as 0.2.0 or 0.2.0-dev' in result.stderr
