"""A small project that is released: texts that the stand-in coder knows, its own git repository, all that goes with it."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

from typer.testing import CliRunner, Result

from security_meetings.cli import app

README = "# A small project\n\n## Cite it\n\n```text\nto come\n```\n"
CHANGELOG = "# Changelog\n\n## 0.2.0-dev\n\n- The first meetings.\n\n## 0.1.0\n\nThe beginning.\n"
DAY = "2026-12-01"
ROOT = Path(__file__).parents[1]


def run(*arguments: str | Path) -> Result:
    """Run a command of the project; whatever it ends with, it is no traceback."""
    result = CliRunner().invoke(app, [str(argument) for argument in arguments])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def git(folder: Path, *words: str) -> str:
    """Return what git says in a folder, whatever the user's own settings are."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    environment = kept | {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    return subprocess.check_output(["git", *words], cwd=folder, text=True, env=environment, stderr=subprocess.STDOUT)


def write_descriptor(folder: Path, version: str = "0.2.0-dev") -> None:
    """Write the descriptor of a project that has a version of its own, whatever that of this project is."""
    told = json.loads((ROOT / "datapackage.json").read_text(encoding="utf-8")) | {"version": version}
    told.pop("created", None)
    text = json.dumps(told, indent=2, ensure_ascii=False) + "\n"
    (folder / "datapackage.json").write_text(text, encoding="utf-8")


def write_beside(folder: Path) -> None:
    """Write what a release takes along."""
    texts = {"README.md": README, "CHANGELOG.md": CHANGELOG, "LICENSE": "MIT\n", "LICENSE-DATA": "CC BY\n"}
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")
    (folder / "r").mkdir()
    (folder / "r" / "security_meetings.R").write_text("# R\n", encoding="utf-8")
    (folder / ".gitignore").write_text(".security-meetings-*/\n", encoding="utf-8")


def begin_repository(folder: Path) -> None:
    """Commit all files of a project to a repository of its own."""
    git(folder, "init", "--quiet", "--initial-branch=main")
    git(folder, "config", "user.name", "A. Maintainer")
    git(folder, "config", "user.email", "maintainer@example.org")
    git(folder, "config", "commit.gpgsign", "false")
    git(folder, "config", "tag.gpgsign", "false")
    commit(folder, "Begin")


def commit(folder: Path, message: str) -> None:
    """Commit everything that changed."""
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", message)


def read_project(folder: Path) -> dict[str, bytes]:
    """Return all files of a project but those of git."""
    paths = (path for path in folder.rglob("*") if path.is_file() and ".git" not in path.relative_to(folder).parts)
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}
