"""May a build write this `dist`? Asked before any work, so that nobody waits for a refusal."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from security_meetings.export.journal import staging_folder
from security_meetings.problems import Problem

TABLE_FOLDERS = {"csv": ".csv", "parquet": ".parquet"}


def check_dist(dist: Path, raw: Path) -> tuple[Problem, ...]:
    """Return what stands against writing `dist`: no right to, a file in its place, files of somebody else in it."""
    return tuple(_find_obstacles(dist, raw))


def check_ledger_folder(folder: Path) -> tuple[Problem, ...]:
    """Return what stands against writing the ledger into its folder together with `dist`."""
    place = folder
    while not place.exists():
        place = place.parent
    if not place.is_dir():
        return (_obstacle("not-a-folder", place, "is not a folder", "the folder of the ledger", "move it away"),)
    if not os.access(place, os.W_OK | os.X_OK):
        todo = f"give this user the right to write {place}, or build into another folder with --dist"
        return (_obstacle("unwritable", folder, "this user may not write the ledger", "a writable folder", todo),)
    return ()


def _find_obstacles(dist: Path, raw: Path) -> Iterator[Problem]:
    if dist == raw or dist.is_relative_to(raw) or raw.is_relative_to(dist):
        yield _obstacle(
            "in-raw", dist, "lies in the raw folder or around it", "a folder of its own", "name another one"
        )
    elif dist.exists() and not dist.is_dir():
        yield _obstacle("not-a-folder", dist, "is not a folder", "a folder", "name another one")
    elif (place := _unwritable_place(dist)) is not None:
        todo = f"give this user the right to write {place}, or name another folder with --dist"
        yield _obstacle("unwritable", dist, "this user may not write it", "a writable folder", todo)
    else:
        yield from _find_foreign_files(dist)


def _obstacle(rule: str, dist: Path, what: str, expected: str, todo: str) -> Problem:
    return Problem(severity="error", rule_id=f"export.{rule}", where=str(dist), what=what, expected=expected, todo=todo)


def _unwritable_place(dist: Path) -> Path | None:
    """Return the folder that this user would have to write for a build and may not, None where all may be written."""
    parent = dist.parent
    while not parent.exists():
        parent = parent.parent
    # A folder that is moved needs to be writable itself, since its entry for the parent changes.
    moved = [dist / name for name in TABLE_FOLDERS if (dist / name).is_dir()]
    for place in (parent, staging_folder(dist), dist, *moved):
        if place.exists() and not os.access(place, os.W_OK | os.X_OK):
            return place
    return None


def _find_foreign_files(dist: Path) -> Iterator[Problem]:
    for name, suffix in TABLE_FOLDERS.items():
        folder = dist / name
        if folder.exists() and not folder.is_dir():
            yield _obstacle("foreign-file", folder, "is not a folder of tables", "a folder", "move it away")
            continue
        for path in sorted(folder.iterdir()) if folder.is_dir() else ():
            if path.suffix != suffix or not path.is_file():
                told = "is no table, and a build replaces the whole folder"
                yield _obstacle("foreign-file", path, told, f"files that end in {suffix}", "move it away")
