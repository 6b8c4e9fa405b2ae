"""The bytes of a file of the raw folder: of a plain file within it, and of nothing else."""

from __future__ import annotations

import os
import stat
from pathlib import Path


class NoPlainFileError(Exception):
    """Raised where a name stands for something that is no file to read: a folder, a pipe, a device."""


class TooLargeError(Exception):
    """Raised where a file has more bytes than may be read; carries how many."""

    def __init__(self, size: int) -> None:
        self.size = size
        super().__init__(str(size))


def leads_outside(path: Path, folder: Path) -> bool:
    """Return whether a path is a link to somewhere out of a folder."""
    # `Path.resolve` raises for links that lead in a circle.
    return path.is_symlink() and not Path(os.path.realpath(path)).is_relative_to(os.path.realpath(folder))


def read_plain_file(path: Path, most: int | None = None) -> bytes:
    """Return the bytes of a plain file; raises NoPlainFileError, TooLargeError above `most` bytes, and OSError."""
    if not stat.S_ISREG(path.stat().st_mode):
        raise NoPlainFileError(path.name)
    # A pipe that took the place of the file since then must not be waited for.
    descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    with os.fdopen(descriptor, "rb") as file:
        found = os.fstat(descriptor)
        if not stat.S_ISREG(found.st_mode):
            raise NoPlainFileError(path.name)
        if most is not None and found.st_size > most:
            raise TooLargeError(found.st_size)
        # What grows while it is read is read as large as it was.
        return file.read(found.st_size)
