"""From finished files to `dist`: written beside it, then swapped in by a journal that a later command can finish.

Beside `dist` stands `.security-meetings-dist/` while a build writes: `new/` with the finished files, `old/` with what
they replace, `elsewhere/` with files that belong to other folders and change together with `dist`, and, from the moment
when nothing can fail any more, `journal.json` with the names to swap. A command that finds the folder of a killed build
completes the swap where the journal is written, and throws all away where not.
"""

from __future__ import annotations

import fcntl
import json
import os
import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from types import MappingProxyType

JOURNAL = "journal.json"
ELSEWHERE = "elsewhere"
STAGING_PREFIX = ".security-meetings-"
_NOTHING: Mapping[Path, str | bytes] = MappingProxyType({})
Tell = Callable[[str], None]


def staging_folder(dist: Path) -> Path:
    """Return the folder beside `dist` in which a build writes."""
    # Files can only be renamed within one file system, and a mounted folder is one of its own.
    place = dist if dist.is_mount() else dist.parent
    return place / f"{STAGING_PREFIX}{dist.name}"


@contextmanager
def stage_files(dist: Path, tell: Tell, elsewhere: Mapping[Path, str | bytes] = _NOTHING) -> Iterator[Path]:
    """Give an empty folder for new files; they replace those of the same names in `dist` when the block ends well.

    `elsewhere` gives the content of files of other folders, which are replaced together with them.
    Waits, after telling so, while another build writes the same `dist`; first finishes what a killed one left.
    """
    with _locked_staging(dist, tell) as staging:
        _recover(staging, dist)
        with ExitStack() as undone:
            # Whatever ends the block before the journal is written, a stop by the user too.
            undone.callback(_clear, staging)
            new = staging / "new"
            new.mkdir()
            yield new
            _write_journal(staging, dist, elsewhere)
            undone.pop_all()
        _swap(staging, dist)


def recover_swap(dist: Path, tell: Tell) -> None:
    """Complete or undo what a killed build left beside `dist`; does nothing where there is nothing."""
    if staging_folder(dist).is_dir():
        with _locked_staging(dist, tell) as staging:
            _recover(staging, dist)


@contextmanager
def _locked_staging(dist: Path, tell: Tell) -> Iterator[Path]:
    """Hold the lock of the staging folder, which is the folder itself: nothing is left of it afterwards."""
    staging = staging_folder(dist)
    descriptor = _lock(staging, tell)
    try:
        yield staging
    finally:
        with suppress(OSError):  # not empty: a swap that broke off and will be completed
            staging.rmdir()
        os.close(descriptor)


def _lock(staging: Path, tell: Tell) -> int:
    while True:
        staging.mkdir(parents=True, exist_ok=True)
        try:
            descriptor = os.open(staging, os.O_RDONLY | os.O_DIRECTORY)
        except FileNotFoundError:
            continue
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            tell(f"another build writes {staging.name.removeprefix(STAGING_PREFIX)}; waiting for it")
            fcntl.flock(descriptor, fcntl.LOCK_EX)
        if _is_still(staging, descriptor):
            return descriptor
        os.close(descriptor)


def _is_still(staging: Path, descriptor: int) -> bool:
    """Return whether the folder that was locked is the one that stands there: its last holder may have removed it."""
    try:
        return os.path.samestat(staging.stat(), os.fstat(descriptor))
    except FileNotFoundError:
        return False


def _recover(staging: Path, dist: Path) -> None:
    if (staging / JOURNAL).exists():
        _swap(staging, dist)
    else:
        _clear(staging)


def _write_journal(staging: Path, dist: Path, elsewhere: Mapping[Path, str | bytes]) -> None:
    (staging / ELSEWHERE).mkdir()
    places = {}
    for number, (path, content) in enumerate(elsewhere.items()):
        written = content if isinstance(content, bytes) else content.encode("utf-8")
        (staging / ELSEWHERE / str(number)).write_bytes(written)
        # Relative, so that all may be moved before the swap is completed.
        places[str(number)] = os.path.relpath(path, dist)
    for name in ("new", ELSEWHERE):
        for path in sorted((staging / name).rglob("*")):
            _sync(path)
    journal = {"names": sorted(path.name for path in (staging / "new").iterdir()), ELSEWHERE: places}
    draft = staging / f"{JOURNAL}.draft"
    draft.write_text(json.dumps(journal), encoding="utf-8")
    _sync(draft)
    draft.rename(staging / JOURNAL)
    _sync(staging)


def _sync(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _swap(staging: Path, dist: Path) -> None:
    """Move every file of the journal to its place; a name no longer in `new/` was moved before."""
    new, old = staging / "new", staging / "old"
    old.mkdir(exist_ok=True)
    dist.mkdir(exist_ok=True)
    journal = json.loads((staging / JOURNAL).read_text(encoding="utf-8"))
    for name, place in journal[ELSEWHERE].items():
        _put(staging / ELSEWHERE / name, Path(os.path.normpath(dist / place)))
    for name in journal["names"]:
        if not (new / name).exists():
            continue
        if (dist / name).exists():
            (dist / name).rename(old / name)
        (new / name).rename(dist / name)
    _sync(dist)
    _clear(staging)


def _put(source: Path, place: Path) -> None:
    """Replace a file in one step by a copy, which may lie on another file system; doing so twice does no harm."""
    place.parent.mkdir(parents=True, exist_ok=True)
    draft = place.with_name(f"{STAGING_PREFIX}{place.name}")
    shutil.copyfile(source, draft)
    _sync(draft)
    draft.rename(place)
    _sync(place.parent)


def _clear(staging: Path) -> None:
    # First of all, since a journal promises that `new/` is complete.
    (staging / JOURNAL).unlink(missing_ok=True)
    for path in staging.iterdir():
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink()
