"""A lock on a project's folder, so that of two commands that write in it one comes after the other."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

Tell = Callable[[str], None]


@contextmanager
def hold_folder(folder: Path, tell: Tell) -> Iterator[None]:
    """Give a folder to one process at a time, after telling so where it has to wait; the lock dies with its holder."""
    # The folder itself is locked: nothing has to be cleaned up.
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            tell("another command writes in this project; waiting for it")
            fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)


@contextmanager
def hold_project(raw: Path, dist: Path, tell: Tell) -> Iterator[None]:
    """Give the project to one process at a time where `raw` and `dist` are those of one; else nothing is held."""
    if dist != raw.parent / "dist":
        yield
        return
    with hold_folder(raw.parent, tell):
        yield
