"""Commands that write in one project wait for each other, and say so: builds, decisions and releases."""

from __future__ import annotations

import fcntl
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import date
from pathlib import Path
from threading import Event, Thread

import pytest

from fuzzing import hash_tree, run_command
from security_meetings import folder_lock
from security_meetings.folder_lock import hold_folder, hold_project
from security_meetings.problems import DataProblems
from security_meetings.review_queue import accept_row, list_candidates
from security_meetings.watchers import SilentWatcher
from security_meetings.workbench import Workbench, hold_decisions, open_workbench

DAY = date(2026, 11, 5)
WAITING = "another command writes in this project; waiting for it"


def run_while_held(
    held: AbstractContextManager[None], patch: pytest.MonkeyPatch, folder: Path, *arguments: str
) -> tuple[int, str]:
    """Return how a command ends that was given while something was held; it changes nothing before that is free."""
    is_waiting, flock = Event(), fcntl.flock
    said: list[tuple[int, str]] = []

    def watch(descriptor: int, operation: int) -> None:
        if not operation & fcntl.LOCK_NB:
            is_waiting.set()
        flock(descriptor, operation)

    command = Thread(target=lambda: said.append(run_command(*arguments)))
    with held:
        before = hash_project(folder)
        patch.setattr(folder_lock.fcntl, "flock", watch)
        command.start()
        assert is_waiting.wait(60), said
        assert command.is_alive() and hash_project(folder) == before
    command.join(120)
    assert len(said) == 1
    return said[0]


def hash_project(folder: Path) -> list[str]:
    """Return the hashes of what a project has in its folder, but of what git notes for itself."""
    return [
        hash_tree(path) if path.is_dir() else path.read_text(encoding="utf-8") for path in sorted(folder.glob("[!.]*"))
    ]


def meeting_of(project: Path) -> str:
    return (project / "dist" / "csv" / "meetings.csv").read_text(encoding="utf-8").splitlines()[1].split(",")[0]


def open_bench(project: Path) -> Workbench:
    return open_workbench(project / "raw", SilentWatcher())


def test_a_correction_waits_for_a_build(built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    told = ("correct", "meetings", meeting_of(built), "city", "Osh", "--reason", "the text says Osh")
    code, said = run_while_held(hold_project(built / "raw", built / "dist", pytest.fail), monkeypatch, built, *told)
    assert code == 0 and WAITING in said, said
    assert 'value = "Osh"' in (built / "build" / "corrections" / "meetings.toml").read_text(encoding="utf-8")


def test_a_review_waits_for_a_build(built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    held = hold_project(built / "raw", built / "dist", pytest.fail)
    code, said = run_while_held(held, monkeypatch, built, "review", "--list", "--all")
    assert code == 0 and WAITING in said, said


def test_a_build_waits_for_a_decision(built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    code, said = run_while_held(hold_decisions(open_bench(built)), monkeypatch, built, "build")
    assert code == 0 and WAITING in said, said


def test_a_build_waits_for_a_build(built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    held = hold_project(built / "raw", built / "dist", pytest.fail)
    code, said = run_while_held(held, monkeypatch, built, "build", "--quiet")
    assert code == 0 and WAITING in said, said


def test_the_beginning_of_a_version_waits_for_a_build(built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    held = hold_project(built / "raw", built / "dist", pytest.fail)
    _, said = run_while_held(held, monkeypatch, built, "release", "--next")
    assert WAITING in said, said


def test_a_build_of_other_texts_waits_for_nobody(built: Path) -> None:
    with hold_folder(built, pytest.fail):
        assert run_command("build", "--dist", str(built / "other" / "dist"))[0] == 0


def test_a_decision_on_rows_that_were_built_anew_is_refused(built: Path) -> None:
    bench = open_bench(built)
    candidate = list_candidates(bench, 1, True)[0]
    descriptor = built / "dist" / "datapackage.json"
    descriptor.write_text(descriptor.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    before = hash_tree(built)
    with pytest.raises(DataProblems, match="was built anew"):
        accept_row(candidate, bench, "A. Coder", DAY)
    with pytest.raises(DataProblems, match="was built anew"), hold_decisions(replace(bench, corrections=())):
        pass
    assert hash_tree(built) == before
    accept_row(candidate, open_bench(built), "A. Coder", DAY)
    assert hash_tree(built) != before
