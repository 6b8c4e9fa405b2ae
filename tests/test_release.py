"""A release from end to end in a small project: what it makes, what it refuses, that it is all of it or nothing."""

from __future__ import annotations

import json
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner

from check_samples import SCHEMAS
from security_meetings.check.bounds import Drift
from security_meetings.check.own_rules import AcceptedWarning, OwnRules
from security_meetings.cli import app
from security_meetings.folder_lock import hold_folder
from security_meetings.release import verifying  # noqa: F401 (its checks are replaced)
from security_meetings.release.gate import allowed_names
from small_project import DAY, begin_repository, commit, git, read_project, run, write_beside
from standins import SENTENCE
from test_locks import WAITING, run_while_held

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")
ARCHIVE = "dist/releases/security-meetings-{}.zip"


@pytest.fixture(autouse=True)
def light_checks(monkeypatch: pytest.MonkeyPatch) -> None:
    """Expect nothing of the meaning, since the stand-in coder tells of no sides; leave structure to test_verify.py."""
    monkeypatch.setattr("security_meetings.check.load_expectations", lambda: ())
    for user in ("check", "release.verifying"):
        monkeypatch.setattr(f"security_meetings.{user}.check_structure", lambda *told: [])


@pytest.fixture(scope="session")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder for projects as they once were, to be taken up again."""
    return tmp_path_factory.mktemp("kept")


def take_up(folder: Path, kept: Path, make: Callable[[], None]) -> None:
    """Make a project in a folder, or take up one that was made before."""
    if not kept.exists():
        make()
        shutil.copytree(folder, kept)
        return
    for path in folder.iterdir():
        shutil.rmtree(path) if path.is_dir() else path.unlink()
    shutil.copytree(kept, folder, dirs_exist_ok=True)


@pytest.fixture
def project(built: Path, kept: Path) -> Path:
    """Return a small built project in a repository, about to have its first release."""

    def make() -> None:
        write_beside(built)
        assert run("build").exit_code == 0
        begin_repository(built)

    take_up(built, kept / "before", make)
    return built


@pytest.fixture
def released(project: Path, kept: Path) -> Path:
    """Return the same project after its first release and the beginning of the next version."""

    def make() -> None:
        assert run("release", "1.0.0", "--date", DAY).exit_code == 0
        assert run("release", "--next").exit_code == 0
        commit(project, "Begin 1.0.1-dev")

    take_up(project, kept / "after", make)
    return project


def read_json(folder: Path, name: str) -> dict[str, object]:
    found: dict[str, object] = json.loads((folder / name).read_text(encoding="utf-8"))
    return found


# ---- the first release


def test_the_first_release_is_made_committed_tagged_and_verified(project: Path) -> None:
    result = run("release", "1.0.0", "--date", DAY)
    assert result.exit_code == 0, result.output
    assert "no release before this one\nsmallest version: 1.0.0" in result.stdout
    assert "committed and tagged v1.0.0" in result.stdout
    assert git(project, "status", "--porcelain") == ""
    assert git(project, "log", "-1", "--format=%s", "v1.0.0") == "Release 1.0.0\n"
    assert git(project, "cat-file", "-t", "v1.0.0") == "tag\n"
    for name in ("datapackage.json", "dist/datapackage.json"):
        told = read_json(project, name)
        assert (told["version"], told["created"]) == ("1.0.0", f"{DAY}T00:00:00Z")
    assert "version: 1.0.0\ndate-released" in (project / "CITATION.cff").read_text(encoding="utf-8")
    assert "(Version 1.0.0)" in (project / "README.md").read_text(encoding="utf-8")
    changelog = (project / "CHANGELOG.md").read_text(encoding="utf-8")
    assert f"## 1.0.0 ({DAY})\n\nRows by table:\n" in changelog and "| `meetings` | 1 |\n" in changelog
    assert "- The first meetings." in changelog and "-dev" not in changelog
    with zipfile.ZipFile(project / ARCHIVE.format("1.0.0")) as archive:
        names = {name.removeprefix("security-meetings-1.0.0/") for name in archive.namelist()}
    assert names == allowed_names(SCHEMAS)
    assert run("diff").exit_code == 0
    assert run("check").exit_code == 0


def test_a_release_is_built_again_byte_for_byte_and_said_what_differs(project: Path) -> None:
    run("release", "1.0.0", "--date", DAY)
    again = run("verify", "--rebuild")
    count = len(allowed_names(SCHEMAS))
    assert again.exit_code == 0, again.output
    assert f"built again: {count} of {count} files have the same bytes" in again.stdout
    dist = run("verify", "dist", "--rebuild")
    assert dist.exit_code == 0, dist.output
    assert "sqlite: not here" in dist.stdout and "dist: sound" in dist.stdout
    (project / "raw" / "articles" / "b.txt").write_text(f"Once again. {SENTENCE}", encoding="utf-8")
    other = run("verify", "--rebuild")
    assert other.exit_code == 1
    assert "other csv/articles.csv: values: articles b: changed; text_sha256" in other.stdout
    assert "same  csv/countries.csv" in other.stdout


def test_a_release_has_the_same_bytes_again(project: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    git(project, "config", "core.autocrlf", "false")
    run("release", "1.0.0", "--date", DAY)
    first = (project / ARCHIVE.format("1.0.0")).read_bytes()
    git(project, "tag", "--delete", "v1.0.0")
    git(project, "reset", "--quiet", "--hard", "HEAD~1")
    assert run("release", "1.0.0", "--date", DAY).exit_code == 0
    assert (project / ARCHIVE.format("1.0.0")).read_bytes() == first


def test_a_version_is_offered_and_a_trial_changes_nothing(project: Path) -> None:
    before = read_project(project)
    offered = run("release")
    assert offered.exit_code == 0
    assert "to release it: security-meetings release 1.0.0" in offered.stdout
    tried = run("release", "--dry-run", "--date", DAY)
    assert tried.exit_code == 0, tried.output
    assert "nothing was written, since this was a trial" in tried.stdout
    assert read_project(project) == before and git(project, "tag") == ""


def test_a_release_needs_no_repository(project: Path) -> None:
    shutil.rmtree(project / ".git")
    result = run("release", "1.0.0", "--date", DAY)
    assert result.exit_code == 0
    assert "nothing to commit or tag" in result.stdout
    assert (project / ARCHIVE.format("1.0.0")).is_file()


def test_ids_given_before_a_release_are_told_with_its_version(project: Path) -> None:
    (project / "raw" / "articles" / "b.txt").unlink()
    run("build")
    commit(project, "One text less")
    run("release", "1.0.0", "--date", DAY)
    ids = (project / "build" / "ledger" / "ids.csv").read_text(encoding="utf-8")
    assert "articles,a,1.0.0," in ids and "0.2.0" not in ids
    assert "b,,articles,withdrawn,1.0.0," in (project / "dist" / "csv" / "id_changes.csv").read_text(encoding="utf-8")


# ---- what is refused


def spoil_dist(project: Path) -> None:
    path = project / "dist" / "csv" / "meetings.csv"
    path.write_text(path.read_text(encoding="utf-8").replace("Dushanbe", "Bishkek"), encoding="utf-8")
    commit(project, "By hand")


def add_copy(project: Path) -> None:
    shutil.copy(project / "raw" / "articles" / "a.txt", project / "raw" / "articles" / "c.txt")
    run("build")
    commit(project, "The same text again")


def drop(name: str) -> Callable[[Path], None]:
    def change(project: Path) -> None:
        (project / name).unlink()
        commit(project, "Less")

    return change


def rewrite(name: str, old: str, new: str) -> Callable[[Path], None]:
    def change(project: Path) -> None:
        path = project / name
        path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
        commit(project, "Other words")

    return change


@pytest.mark.parametrize(
    ("spoil", "version", "told"),
    [
        (lambda project: None, "0.9.0", '"0.9.0" is too small: there is no release before it; expected "1.0.0"'),
        (lambda project: (project / "new.txt").touch(), "1.0.0", "new.txt: changed since the last commit, or new"),
        (spoil_dist, "1.0.0", "a build would change it: meetings m"),
        (add_copy, "1.0.0", "release.open-warning"),
        (lambda project: git(project, "tag", "v1.0.0"), "1.0.0", 'there is a tag "v1.0.0", and no such release'),
        (drop("LICENSE-DATA"), "1.0.0", "LICENSE-DATA: there is no such file"),
        (drop("r/security_meetings.R"), "1.0.0", "r/security_meetings.R: there is no such file"),
        (drop("CHANGELOG.md"), "1.0.0", "CHANGELOG.md: there is no such file"),
        (rewrite("CHANGELOG.md", "## 0.2.0-dev", "## 0.2.0"), "1.0.0", 'the first heading is "0.2.0"'),
        (rewrite("CHANGELOG.md", "## ", ""), "1.0.0", "has no heading of a version"),
        (rewrite("README.md", "## Cite it", "## Cite"), "1.0.0", "has no block for the citation"),
        (rewrite("datapackage.json", '"0.2.0-dev"', '"soon"'), "1.0.0", '"soon" is no version'),
        (rewrite("datapackage.json", '"security-meetings"', '"other"'), "1.0.0", "is not the project's own"),
    ],
)
def test_what_stands_against_a_release_is_told_and_changes_nothing(
    project: Path, spoil: Callable[[Path], object], version: str, told: str
) -> None:
    spoil(project)
    before = read_project(project)
    result = run("release", version, "--date", DAY)
    assert result.exit_code == 1, result.output
    assert told in result.stderr
    assert "no file was changed" in result.stderr
    assert read_project(project) == before


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["1.0"], "is not MAJOR.MINOR.PATCH of Semantic Versioning; give three numbers"),
        (["v1.0.0"], 'did you mean "1.0.0"?'),
        (["1.0.0-rc.1"], 'did you mean "1.0.0"?'),
        (["--next", "1.0.0"], "--next stands alone"),
        (["1.0.0", "--date", "tomorrow"], "tomorrow"),
        (["1.0.0", "--raw", "rwa"], 'raw"?'),
    ],
)
def test_wrong_usage_of_release_ends_with_two(built: Path, arguments: list[str], told: str) -> None:
    result = run("release", *arguments)
    assert result.exit_code == 2
    assert told in " ".join(result.output.replace("│", " ").split())


def test_a_warning_that_is_accepted_stands_against_nothing(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    add_copy(project)
    warning = next(told for told in read_json(project, "dist/report.json")["warnings"])  # type: ignore[attr-defined]
    told = {name: warning[name] for name in ("rule_id", "where", "what")}
    rules = OwnRules(
        bounds={}, drift=Drift(fewer_rows=1, more_rows=9, filled=1), accepted=(AcceptedWarning(**told, reason="so"),)
    )
    for user in ("knowledge", "recheck"):
        monkeypatch.setattr(f"security_meetings.{user}.read_own_rules", lambda *places: rules)
    run("build")
    commit(project, "Accepted")
    result = run("release", "1.0.0", "--dry-run", "--date", DAY)
    assert result.exit_code == 0, result.output


def test_the_gate_refuses_whole_texts_and_strange_files(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from security_meetings import making

    text = " ".join(f"word{number}" for number in range(90))
    (project / "raw" / "articles" / "b.txt").write_text(f"{text} {SENTENCE}", encoding="utf-8")
    run("build")
    commit(project, "A long text")
    before = read_project(project)

    def copy_more(root: Path, folder: Path) -> None:
        copy(root, folder)
        (folder / "CHANGELOG.md").write_text(f"told by b:\n{text}\n", encoding="utf-8")
        (folder / "raw.txt").write_text("more", encoding="utf-8")

    copy = making._copy_beside
    monkeypatch.setattr("security_meetings.making._copy_beside", copy_more)
    result = run("release", "1.0.0", "--date", DAY)
    assert result.exit_code == 1
    assert "gate.whole-text" in result.stderr and "CHANGELOG.md: " in result.stderr
    assert "characters of the text b (0 to" in result.stderr
    assert "raw.txt: has no place in a release" in result.stderr
    assert read_project(project) == before


# ---- all of it or nothing


class Killed(BaseException):
    pass


@pytest.mark.parametrize(
    ("place", "is_completed"),
    [
        ("security_meetings.releasing.pack_folder", False),
        ("security_meetings.releasing.check_unchanged", False),
        ("security_meetings.export.journal._write_journal", False),
        ("security_meetings.export.journal._swap", True),
        ("security_meetings.export.journal._put", True),
    ],
)
def test_a_killed_release_is_completed_or_undone_by_the_next_command(
    project: Path, monkeypatch: pytest.MonkeyPatch, place: str, is_completed: bool
) -> None:
    before = read_project(project)

    def die(*arguments: object) -> None:
        raise Killed

    with monkeypatch.context() as patch:
        patch.setattr(place, die)
        with pytest.raises(Killed):
            CliRunner().invoke(app, ["release", "1.0.0", "--date", DAY], catch_exceptions=False)
    assert run("check").exit_code == 0
    assert (read_project(project) == before) != is_completed
    if is_completed:
        assert (project / ARCHIVE.format("1.0.0")).is_file()
        assert run("diff").exit_code == 0 and run("verify").exit_code == 0
        again = run("release", "1.0.0", "--date", DAY)
        assert again.exit_code == 1
        assert '"1.0.0" is released, and not committed' in again.stderr
        assert "git tag -a -m 'Release 1.0.0' v1.0.0" in again.stderr


def test_a_commit_that_fails_undoes_the_release(project: Path) -> None:
    hook = project / ".git" / "hooks" / "pre-commit"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text("#!/bin/sh\necho no commits on Sundays >&2\nexit 1\n", encoding="utf-8")
    hook.chmod(0o755)
    before = read_project(project)
    result = run("release", "1.0.0", "--date", DAY)
    assert result.exit_code == 1
    assert "no commits on Sundays" in result.stderr
    assert read_project(project) == before
    assert git(project, "status", "--porcelain") == "" and git(project, "tag") == ""


def test_what_changed_while_the_release_was_made_stops_it(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from security_meetings import releasing

    pack = releasing.pack_folder

    def pack_and_meddle(*told: object) -> None:
        pack(*told)  # type: ignore[arg-type]
        (project / "LICENSE").write_text("other", encoding="utf-8")

    monkeypatch.setattr("security_meetings.releasing.pack_folder", pack_and_meddle)
    result = run("release", "1.0.0", "--date", DAY)
    assert result.exit_code == 1
    assert "LICENSE: changed since the last commit" in result.stderr
    assert not (project / "dist" / "releases").exists()


# ---- after the first release


def test_the_next_version_begins_after_a_release(released: Path) -> None:
    for name in ("datapackage.json", "dist/datapackage.json"):
        told = read_json(released, name)
        assert told["version"] == "1.0.1-dev" and "created" not in told
    assert "date-released" not in (released / "CITATION.cff").read_text(encoding="utf-8")
    changelog = (released / "CHANGELOG.md").read_text(encoding="utf-8")
    assert f"# Changelog\n\n## 1.0.1-dev\n\n## 1.0.0 ({DAY})\n" in changelog
    assert run("diff").exit_code == 0
    small = run("release", "0.9.0")
    assert small.exit_code == 1 and '"0.9.0" is too small: the last release is 1.0.0; expected "1.0.1"' in small.stderr
    again = run("release", "--next")
    assert again.exit_code == 1 and "is the version in the making" in again.stderr


def correct_city(project: Path, city: str = "Khujand") -> None:
    meeting = (project / "dist" / "csv" / "meetings.csv").read_text(encoding="utf-8").splitlines()[1].split(",")[0]
    words = ("--reason", "received there; Dushanbe is the dateline", "--when", "2026-12-02")
    assert run("correct", "meetings", meeting, "city", city, *words).exit_code == 0
    assert run("build").exit_code == 0
    commit(project, "A correction")


def test_one_correction_is_a_patch_and_one_article_a_minor(released: Path) -> None:
    correct_city(released)
    told = run("release").stdout
    assert "since 1.0.0:\n  patch: values are corrected" in told and "smallest version: 1.0.1" in told
    result = run("release", "1.0.1", "--date", "2026-12-02")
    assert result.exit_code == 0, result.output
    with zipfile.ZipFile(released / ARCHIVE.format("1.0.1")) as archive:
        changes = archive.read("security-meetings-1.0.1/changes.csv").decode("utf-8")
    assert ",city,Dushanbe,Khujand,cell_changed,received there; Dushanbe is the dateline\n" in changes
    assert "| `meetings` | 1 | 0 | 0 | 1 |" in (released / "CHANGELOG.md").read_text(encoding="utf-8")
    run("release", "--next")
    (released / "raw" / "articles" / "c.txt").write_text(f"Later. {SENTENCE}", encoding="utf-8")
    run("build")
    commit(released, "An article")
    told = run("release").stdout
    assert "since 1.0.1:\n  minor: rows come (1, first articles c)" in told and "smallest version: 1.1.0" in told
    small = run("release", "1.0.2", "--date", DAY)
    assert small.exit_code == 1
    assert '"1.0.2" is too small: minor: rows come (1, first articles c)' in small.stderr
    assert run("release", "1.1.0", "--date", "2026-12-03").exit_code == 0
    assert len((released / "dist/releases/SHA256SUMS").read_text(encoding="utf-8").splitlines()) == 3
    assert git(released, "tag").split() == ["v1.0.0", "v1.0.1", "v1.1.0"]
    ids = (released / "build" / "ledger" / "ids.csv").read_text(encoding="utf-8")
    assert "articles,c,1.1.0," in ids and "articles,a,1.0.0," in ids


def test_other_words_are_a_patch_when_a_maintainer_says_so(released: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from security_meetings import knowledge

    schemas = released / "schemas"
    shutil.copytree(Path(__file__).parents[1] / "schemas", schemas)
    path = schemas / "meetings.json"
    path.write_text(path.read_text(encoding="utf-8").replace("Type of meeting", "Kind of meeting"), encoding="utf-8")
    path.write_text(path.read_text(encoding="utf-8").replace("What kind of encounter", "Which sort"), encoding="utf-8")
    monkeypatch.setattr(knowledge, "schemas_folder", lambda: schemas)
    run("build")
    commit(released, "Other words")
    told = run("release").stdout
    assert "major: a column is described otherwise (1, first meetings description meeting_type)" in told
    assert "smallest version: 2.0.0" in told and "--wording" in told
    assert "smallest version: 1.0.1" in run("release", "--wording").stdout


def test_an_id_that_is_lost_stands_against_a_release(released: Path) -> None:
    (released / "raw" / "articles" / "b.txt").unlink()
    for path in (released / "build" / "ledger").glob("*.csv"):
        lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
        path.write_text("".join(line for line in lines if not line.startswith("articles,b,")), encoding="utf-8")
    run("build")
    commit(released, "A text less, and nobody knows of it")
    result = run("release")
    assert result.exit_code == 1
    assert "articles b: is published, gone, and not in id_changes" in result.stderr


def test_a_text_that_is_taken_out_is_told_and_is_a_patch(released: Path) -> None:
    (released / "raw" / "articles" / "b.txt").unlink()
    run("build")
    commit(released, "A text less")
    told = run("release").stdout
    assert "patch: rows are merged, renamed or withdrawn, as id_changes tells (1, first articles b)" in told
    assert "smallest version: 1.0.1" in told


def test_a_released_archive_that_changed_stands_against_the_next(released: Path) -> None:
    archive = released / ARCHIVE.format("1.0.0")
    archive.write_bytes(archive.read_bytes() + b" ")
    commit(released, "Damage")
    result = run("release")
    assert result.exit_code == 1
    assert "dist/releases/security-meetings-1.0.0.zip: has the checksum" in result.stderr
    archive.write_bytes(b"")
    assert "is no sound zip" in run("changes", archive, "dist").stderr


def test_a_released_version_keeps_its_rows(project: Path) -> None:
    run("release", "1.0.0", "--date", DAY)
    before = read_project(project)
    assert run("build").exit_code == 0
    assert run("build", "--forget-unreleased").exit_code == 0
    assert read_project(project) == before
    (project / "raw" / "articles" / "c.txt").write_text("More.", encoding="utf-8")
    result = run("build")
    assert result.exit_code == 1
    assert '"1.0.0" is released, and a build would change articles' in result.stderr
    assert "security-meetings release --next" in result.stderr
    (project / "raw" / "articles" / "c.txt").unlink()
    path = project / "datapackage.json"
    path.write_text(path.read_text(encoding="utf-8").replace('"1.0.0"', '"1.0.0-dev"'), encoding="utf-8")
    assert '"1.0.0-dev" cannot be made any more: 1.0.0 is released' in run("build").stderr
    path.write_text(path.read_text(encoding="utf-8").replace('"1.0.0-dev"', '"0.9.0-dev"'), encoding="utf-8")
    assert "cannot be made any more" in run("build").stderr


def test_a_released_version_is_not_released_again(project: Path) -> None:
    run("release", "1.0.0", "--date", DAY)
    again = run("release", "1.0.0", "--date", DAY)
    assert again.exit_code == 1 and '"1.0.0" is released already' in again.stderr
    other = run("release")
    assert other.exit_code == 1 and "release --next" in other.stderr


def test_what_was_recorded_before_the_version_was_renamed_is_of_the_same_version(released: Path) -> None:
    (released / "raw" / "articles" / "b.txt").unlink()
    run("build")
    path = released / "datapackage.json"
    path.write_text(path.read_text(encoding="utf-8").replace("1.0.1-dev", "1.2.0-dev"), encoding="utf-8")
    run("build")
    assert b"b,,articles,withdrawn,1.2.0," in (released / "dist" / "csv" / "id_changes.csv").read_bytes()
    assert "ids: 1 new, 2 kept, 0 retired" not in run("build").stdout
    (released / "raw" / "articles" / "b.txt").write_text(f"Again. {SENTENCE}", encoding="utf-8")
    assert "ids: 1 new, 2 kept, 0 retired" in run("build").stdout
    assert b"withdrawn" not in (released / "build" / "ledger" / "ids.csv").read_bytes()


# ---- the command `changes`


def test_changes_are_told_between_folders_and_archives(released: Path) -> None:
    correct_city(released)
    archive = released / ARCHIVE.format("1.0.0")
    result = run("changes", archive, "dist", "--to", "changes.csv")
    assert result.exit_code == 0, result.output
    assert 'city: cell changed; "Dushanbe" → "Khujand"; received there; Dushanbe is the dateline' in result.stdout
    assert "smallest version after 1.0.0: 1.0.1" in result.stdout
    assert (released / "changes.csv").read_text(encoding="utf-8").startswith("table,key,column,old,new,kind,reason\n")
    assert "\n0 changes\n" in f"\n{run('changes', archive, archive).stdout}"
    assert run("changes", "nowhere", "dist").exit_code == 2
    assert run("changes", "raw", "dist").exit_code == 1


def test_a_release_waits_for_a_decision(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    told = ("release", "1.0.0", "--date", DAY)
    code, said = run_while_held(hold_folder(project, pytest.fail), monkeypatch, project, *told)
    assert code == 0 and WAITING in said, said
    assert (project / ARCHIVE.format("1.0.0")).is_file()
