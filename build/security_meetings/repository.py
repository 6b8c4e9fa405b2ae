"""The git repository around a project, where there is one: whether its tree is clean, a commit and a tag."""

from __future__ import annotations

import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path


class GitFailed(Exception):
    """Raised where git does not do what it is asked; tells what it says."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Repository:
    """A project under git; `root` is the folder of the project."""

    root: Path

    def list_changed(self) -> tuple[str, ...]:
        """Return the files of the project that are not as they were committed, or are new."""
        told = self._ask("status", "--porcelain", "-z", "--untracked-files=all", "--", ".")
        return tuple(sorted(entry[3:] for entry in told.split("\0") if entry[3:]))

    def has_tag(self, tag: str) -> bool:
        """Return whether there is a tag of this name."""
        return bool(self._ask("tag", "--list", tag).strip())

    def commit_and_tag(self, paths: Sequence[str], message: str, tag: str) -> None:
        """Commit files and tag the commit; raises GitFailed, then takes the files back to what was committed before."""
        try:
            self._ask("add", "--all", "--", *paths)
            self._ask("commit", "--quiet", "--message", message)
        except GitFailed:
            self._take_back(paths)
            raise
        self._ask("tag", "--annotate", "--message", message, tag)

    def _take_back(self, paths: Sequence[str]) -> None:
        self._ask("reset", "--quiet", "--", *paths)
        known = self._ask("ls-files", "-z", "--", *paths).split("\0")
        self._ask("checkout", "--quiet", "HEAD", "--", *(name for name in known if name))
        new = self._ask("ls-files", "-z", "--others", "--exclude-standard", "--", *paths).split("\0")
        for name in (name for name in new if name):
            (self.root / name).unlink()

    def _ask(self, *words: str) -> str:
        code, told, said = _run(self.root, *words)
        if code:
            raise GitFailed((said or told).strip() or f"git {words[0]} failed")
        return told


def find_repository(root: Path) -> Repository | None:
    """Return the repository that a project is in, None where there is none, or no git."""
    try:
        code, told, _ = _run(root, "rev-parse", "--is-inside-work-tree")
    except FileNotFoundError:
        return None
    return Repository(root=root) if code == 0 and told.strip() == "true" else None


def _run(folder: Path, *words: str) -> tuple[int, str, str]:
    """Return the exit code of git, what it tells, and what it says of faults."""
    pipe = subprocess.PIPE
    with subprocess.Popen(["git", *words], cwd=folder, stdout=pipe, stderr=pipe, text=True) as process:
        told, said = process.communicate()
    return process.returncode, told, said
