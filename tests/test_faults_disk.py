"""Disks that are full and folders that may not be written: told with place and remedy, `dist` as it was, nothing left."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from fuzzing import hash_tree, run_command
from ordinary_user import make_reachable_folder, open_to_all, run_as_ordinary_user
from security_meetings.export import Export, check_dist, write_files

NEEDS_ROOT = pytest.mark.skipif(os.geteuid() != 0, reason="only root can take on another user, or mount a disk")


@pytest.fixture
def tmp_path() -> Iterator[Path]:
    """Return a folder that an ordinary user can reach, whatever other runs of the tests do meanwhile."""
    with make_reachable_folder() as folder:
        yield folder


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """Return a folder on a disk of its own that has room for little."""
    place = tmp_path / "disk"
    place.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(place)], capture_output=True, check=False
    )
    if mounted.returncode != 0:
        pytest.skip(f"no disk can be mounted here: {mounted.stderr.decode(errors='replace').strip()}")
    try:
        yield place
    finally:
        subprocess.run(["umount", "--lazy", str(place)], check=True)


def left_behind(folder: Path) -> list[Path]:
    return list(folder.rglob(".security-meetings-*"))


def skip_checks(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave the checks out, which take longest and have no part in this."""
    monkeypatch.setattr("security_meetings.check.check_tables", lambda *arguments, **options: [])


@NEEDS_ROOT
@pytest.mark.parametrize("room", [0, 40_000, 200_000])
def test_a_full_disk_is_told_and_changes_nothing(
    built: Path, small_disk: Path, monkeypatch: pytest.MonkeyPatch, room: int
) -> None:
    skip_checks(monkeypatch)
    dist = small_disk / "dist"
    shutil.copytree(built / "dist" / "csv", dist / "csv")
    disk = os.statvfs(small_disk)
    (small_disk / "ballast").write_bytes(b"x" * max(disk.f_bavail * disk.f_frsize - room, 0))
    before = hash_tree(dist)
    code, said = run_command("build", "--raw", "raw", "--dist", dist)
    assert code == 1
    assert re.search(r"No space left on device; expected room on the disk.*; free some", said), said
    assert hash_tree(dist) == before
    assert left_behind(small_disk) == []
    (small_disk / "ballast").unlink()
    assert run_command("build", "--raw", "raw", "--dist", dist)[0] == 0


@NEEDS_ROOT
def test_a_disk_with_no_room_for_temporary_files_is_told(
    built: Path, small_disk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    disk = os.statvfs(small_disk)
    (small_disk / "ballast").write_bytes(b"x" * (disk.f_bavail * disk.f_frsize - 20_000))
    monkeypatch.setattr(tempfile, "tempdir", str(small_disk))
    before = hash_tree(built / "dist")
    code, said = run_command("build")
    assert (code, hash_tree(built / "dist")) == (1, before)
    assert "that of temporary files too" in said
    assert [path.name for path in small_disk.iterdir()] == ["ballast"]


def run_as_user(folder: Path, *arguments: str) -> tuple[int, str]:
    """Return what a command says to an ordinary user who owns no file of a folder but may read all of it."""
    open_to_all(folder)

    def run() -> object:
        os.environ["HOME"] = "/"
        return run_command(*arguments)

    code, said = run_as_ordinary_user(run)
    return int(code), str(said)


def own_all(folder: Path) -> None:
    """Give a folder to the ordinary user."""
    for path in (folder, *folder.rglob("*")):
        os.chown(path, 65534, 65534)


def lock_dist(project: Path) -> Path:
    return project / "dist"


def lock_csv(project: Path) -> Path:
    return project / "dist" / "csv"


def lock_ledger(project: Path) -> Path:
    return project / "build" / "ledger"


def lock_project(project: Path) -> Path:
    return project


@NEEDS_ROOT
@pytest.mark.parametrize("choose", [lock_dist, lock_csv, lock_ledger, lock_project])
def test_a_folder_that_may_not_be_written_is_told(built: Path, choose: Callable[[Path], Path]) -> None:
    own_all(built)
    locked = choose(built)
    locked.chmod(0o555)
    before = hash_tree(built)
    try:
        code, said = run_as_user(built, "build")
    finally:
        locked.chmod(0o755)
    assert code == 1, said
    assert f"give this user the right to write {locked}" in said
    assert "no file was changed" in said
    assert hash_tree(built) == before
    assert left_behind(built) == []


@NEEDS_ROOT
def test_an_unwritable_dist_is_told(built: Path) -> None:
    open_to_all(built)
    (built / "dist").chmod(0o555)
    told = run_as_ordinary_user(lambda: [one.rule_id for one in check_dist(built / "dist", built / "raw")])
    assert told == ["export.unwritable"]


@NEEDS_ROOT
def test_what_an_ordinary_user_meets_is_no_riddle() -> None:
    """What is raised in the other process is told in this one."""
    with pytest.raises(AssertionError, match="ZeroDivisionError"):
        run_as_ordinary_user(lambda: 1 // 0)


@NEEDS_ROOT
def test_what_may_not_be_read_is_told(built: Path) -> None:
    own_all(built)
    for name, rule in {
        "raw/articles": "articles/: cannot be read",
        "raw/sources.csv": "sources.csv: cannot be read",
    }.items():
        place = built / name
        if not place.exists():
            place.write_text("", encoding="utf-8")
        place.chmod(0)
        before = hash_tree(built / "dist")
        try:
            code, said = run_as_user(built, "build")
        finally:
            place.chmod(0o755)
        assert (code, hash_tree(built / "dist")) == (1, before), said
        assert rule in said


@NEEDS_ROOT
def test_decisions_that_may_not_be_written_are_told(built: Path) -> None:
    row = (built / "dist" / "csv" / "meetings.csv").read_text(encoding="utf-8").splitlines()[1].split(",")[0]
    # The other user may not be able to read what Python would load only now.
    assert run_command("correct", "meetings", "no-such-row", "city", "Osh", "--reason", "the text says Osh")[0] == 1
    assert not (built / "build" / "corrections").exists()
    own_all(built)
    (built / "build").chmod(0o555)
    try:
        code, said = run_as_user(built, "correct", "meetings", row, "city", "Osh", "--reason", "the text says Osh")
    finally:
        (built / "build").chmod(0o755)
    assert code == 1
    assert re.search(r'build/corrections": Permission denied; expected .*; give this user the right', said), said
    assert not (built / "build" / "corrections").exists()


def test_a_disk_that_fills_up_in_the_last_file_is_told(built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same without root: the write of the last file is refused."""
    skip_checks(monkeypatch)

    def write(export: Export, folder: Path) -> None:
        write_files(export, folder)
        raise OSError(28, "No space left on device", str(folder / "merges.json"))

    monkeypatch.setattr("security_meetings.pipeline.write_files", write)
    before = hash_tree(built)
    code, said = run_command("build")
    assert (code, hash_tree(built)) == (1, before)
    assert "No space left on device; expected room on the disk" in said
