"""A lock on a folder of decisions, so that of two commands that change a file one comes after the other."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def hold_folder(folder: Path) -> Iterator[None]:
    """Give the folder, made where it is not there, to one process at a time; the lock dies with its holder."""
    folder.mkdir(parents=True, exist_ok=True)
    # The folder itself is locked: nothing has to be cleaned up.
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)
