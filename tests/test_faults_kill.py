"""A build that is killed at any moment leaves `dist` and ledger whole, old or new, and the next command goes on.

The moment is chosen from outside: by a watcher that hears of the stages, or by Python's audit hooks, which are called
before each change of a file.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from fuzzing import hash_tree
from security_meetings.export import recover_swap, stage_files
from security_meetings.export.journal import staging_folder
from security_meetings.folder_lock import hold_folder
from security_meetings.pipeline import STAGES, Build, BuildOptions, SilentWatcher, export_stage, start_build

CHANGES = frozenset(("os.rename", "os.mkdir", "os.remove", "os.rmdir", "shutil.rmtree", "shutil.copyfile"))
WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT
TEXT = "Yes. The ministers met in Dushanbe. Later. And again: The ministers met in Dushanbe."


def run_in_child(function: Callable[[], object]) -> int:
    """Return how a copy of this process ended that called a function: minus the signal, or 0."""
    child = os.fork()
    if child == 0:
        try:
            function()
        finally:
            os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def kill_at_change(number: int, below: Path) -> None:
    """Kill this process before it makes the change of that number to a file or folder below a folder."""
    left = [number]

    def listen(event: str, arguments: tuple[object, ...]) -> None:
        is_change = event in CHANGES or (event == "open" and isinstance(arguments[2], int) and arguments[2] & WRITING)
        if not is_change or not str(arguments[0]).startswith(str(below)):
            return
        if left[0] == 0:
            os.kill(os.getpid(), signal.SIGKILL)
        left[0] -= 1

    sys.addaudithook(listen)


class KillingWatcher(SilentWatcher):
    """Kills the process when a stage begins."""

    def __init__(self, stage: str) -> None:
        self.stage = stage

    def begin(self, stage: str, total: int | None) -> None:
        """Kill the process where this is the stage."""
        if stage == self.stage:
            os.kill(os.getpid(), signal.SIGKILL)


def list_parts(project: Path) -> tuple[str, str]:
    """Return what stands in `dist` and in the ledger, as one sha256 each."""
    return hash_tree(project / "dist"), hash_tree(project / "build" / "ledger")


def is_clean(project: Path) -> bool:
    return not list(project.rglob(".security-meetings-*"))


def build_to(project: Path, until: str) -> Build:
    """Return a build of a project before a stage; the checks, which take longest and write nothing, are left out."""
    build = start_build(BuildOptions(raw=project / "raw", dist=project / "dist"), SilentWatcher())
    for stage in STAGES:
        if stage.name == until:
            break
        build = stage.run(build) if stage.name != "check" else build
    return build


@pytest.fixture
def changed(built: Path) -> Path:
    """Return a built project with a text that the next build makes other tables and another ledger of."""
    (built / "raw" / "articles" / "a.txt").unlink()
    (built / "raw" / "articles" / "c.txt").write_text(TEXT, encoding="utf-8")
    return built


@pytest.mark.parametrize(
    "stage", [stage.name for stage in STAGES if stage.name not in ("extract", "correct", "export")]
)
def test_a_build_killed_in_a_stage_changes_nothing(changed: Path, stage: str) -> None:
    before = list_parts(changed)

    def build() -> None:
        unfinished = start_build(BuildOptions(raw=changed / "raw", dist=changed / "dist"), KillingWatcher(stage))
        for part in STAGES:
            unfinished = part.run(unfinished)

    assert run_in_child(build) == -signal.SIGKILL
    assert list_parts(changed) == before
    assert is_clean(changed)


STRIDE = 30


def count_changes(changed: Path) -> Iterator[tuple[int, int]]:
    """Yield numbers of changes that an export makes, and how a process ended that was killed before it.

    Of the many changes before the journal stands only some are tried, of those after it all.
    """
    build = build_to(changed, "export")
    number, ended, is_near = 0, -signal.SIGKILL, False
    while ended:
        ended = run_in_child(lambda: (kill_at_change(number, changed), export_stage(build)))  # noqa: B023
        if not is_near and has_journal(changed / "dist"):
            is_near, number = True, number - STRIDE
        yield number, ended
        number += 1 if is_near else STRIDE


def test_an_export_killed_at_any_change_is_undone_or_completed(
    changed: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    place = tmp_path_factory.mktemp("kept")
    shutil.copytree(changed, place / "old")
    export_stage(build_to(changed, "export"))
    new, old = list_parts(changed), list_parts(place / "old")
    assert new != old and new[0] != old[0] and new[1] != old[1]
    seen = set()
    shutil.copytree(place / "old", changed, dirs_exist_ok=True)
    for number, ended in count_changes(changed):
        recover_swap(changed / "dist", lambda message: None)
        parts = list_parts(changed)
        assert parts in (old, new), f"killed before change {number}: dist and ledger are not of one build"
        assert is_clean(changed), f"killed before change {number}: something is left behind"
        seen.add((parts, ended))
        if parts == new:
            shutil.rmtree(changed / "dist")
            shutil.rmtree(changed / "build")
            shutil.copytree(place / "old", changed, dirs_exist_ok=True)
    # The journal is the border; both sides of it were tried, and the last process was not killed at all.
    assert seen == {(old, -signal.SIGKILL), (new, -signal.SIGKILL), (new, 0)}


def test_a_recovery_that_is_killed_too_is_completed(tmp_path: Path) -> None:
    dist, ledger = tmp_path / "dist", tmp_path / "ledger" / "ids.csv"

    def write(text: str) -> None:
        with stage_files(dist, lambda message: None, {ledger: text}) as folder:
            for name in ("one", "two"):
                (folder / name).mkdir()
                (folder / name / "a.csv").write_text(text, encoding="utf-8")

    write("old")
    number = 0
    while not has_journal(dist):
        assert run_in_child(lambda: (kill_at_change(number, tmp_path), write("new"))) == -signal.SIGKILL  # noqa: B023
        number += 1
    number = 0
    while run_in_child(lambda: (kill_at_change(number, tmp_path), recover_swap(dist, lambda message: None))):  # noqa: B023
        number += 1
    assert number > 5
    recover_swap(dist, lambda message: None)
    assert {path.read_text(encoding="utf-8") for path in (*dist.rglob("*.csv"), ledger)} == {"new"}
    assert is_clean(tmp_path)


def has_journal(dist: Path) -> bool:
    return (staging_folder(dist) / "journal.json").exists()


COMMAND = """
import os, signal, sys, pathlib
rename = pathlib.Path.rename
def stop(self, target):
    os.kill(os.getpid(), signal.SIGKILL)
pathlib.Path.rename = stop
from security_meetings.export import stage_files
with stage_files(pathlib.Path(sys.argv[1]), print) as folder:
    (folder / "a").write_text("new")
"""


def test_a_lock_dies_with_its_process(tmp_path: Path) -> None:
    killed = subprocess.run([sys.executable, "-c", COMMAND, str(tmp_path / "dist")], check=False)
    assert killed.returncode == -signal.SIGKILL
    with stage_files(tmp_path / "dist", pytest.fail) as folder:  # it would have to wait for a lock that is still held
        (folder / "a").write_text("next", encoding="utf-8")
    assert (tmp_path / "dist" / "a").read_text(encoding="utf-8") == "next"


def test_decisions_wait_for_each_other(tmp_path: Path) -> None:
    numbers, children = tmp_path / "numbers", []
    numbers.write_text("", encoding="utf-8")

    def add(name: str) -> None:
        for _ in range(20):
            with hold_folder(tmp_path, lambda message: None):
                text = numbers.read_text(encoding="utf-8")
                numbers.write_text(text + name, encoding="utf-8")

    for name in "ab":
        child = os.fork()
        if child == 0:
            try:
                add(name)
            finally:
                os._exit(0)
        children.append(child)
    for child in children:
        os.waitpid(child, 0)
    assert sorted(numbers.read_text(encoding="utf-8")) == ["a"] * 20 + ["b"] * 20


def test_a_killed_check_leaves_nothing_beside_dist(changed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    scratch = changed / "scratch"
    scratch.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(scratch))
    build = build_to(changed, "check")
    before = list_parts(changed)
    check = next(stage for stage in STAGES if stage.name == "check")
    assert run_in_child(lambda: (kill_at_change(5, scratch), check.run(build))) == -signal.SIGKILL
    assert list_parts(changed) == before
    assert is_clean(changed)
