"""What an ordinary user is told, who may not write everywhere as root may, and a folder that such a user can reach."""

from __future__ import annotations

import json
import os
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

NOBODY = 65534


@contextmanager
def make_reachable_folder() -> Iterator[Path]:
    """Give a folder that stays open to all users.

    Those of pytest lie in one folder for all its runs, and each run that begins closes that to others again.
    """
    with TemporaryDirectory(prefix="security-meetings-") as place:
        yield Path(place)


def run_as_ordinary_user(function: Callable[[], object]) -> Any:
    """Return what a function gives, by way of JSON, when an ordinary user calls it; fails with what it raises."""
    read_end, write_end = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            if os.geteuid() == 0:
                os.setgroups([])
                os.setgid(NOBODY)
                os.setuid(NOBODY)
            answer = {"given": function()}
        except BaseException:  # whatever it is, it is for the parent to tell
            answer = {"raised": traceback.format_exc()}
        os.write(write_end, json.dumps(answer).encode())
        os._exit(0)
    os.close(write_end)
    with os.fdopen(read_end) as file:
        told = json.loads(file.read())
    os.waitpid(child, 0)
    assert "raised" not in told, told["raised"]
    return told["given"]


def open_to_all(folder: Path) -> None:
    """Let all users pass through a folder and those above it."""
    for parent in (folder, *folder.parents):
        if parent.stat().st_uid == os.geteuid() and not parent.stat().st_mode & 0o001:
            parent.chmod(0o755)
