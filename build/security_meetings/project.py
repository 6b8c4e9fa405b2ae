"""The project whose raw folder is built: where its ledger, its corrections and its finished files stand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from security_meetings.ledger import Ledger, forget_version
from security_meetings.ledger_files import read_ledger
from security_meetings.problems import DataProblems, Problem
from security_meetings.shapes import Shape, find_wrong_shapes

DEVELOPMENT = "-dev"
SHAPE: Shape = {
    **dict.fromkeys(("name", "title", "description", "version"), str),
    "resources": [{**dict.fromkeys(("name", "title", "description", "path"), str)}],
}
_VERSION = re.compile(r"\d+\.\d+\.\d+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Project:
    """A folder with raw/, build/ and dist/ of one data set, and the version that is being made."""

    root: Path
    version: str

    @property
    def dist(self) -> Path:
        """Return the folder of the finished files."""
        return self.root / "dist"

    @property
    def ledger_folder(self) -> Path:
        """Return the folder of the ledger."""
        return self.root / "build" / "ledger"

    @property
    def corrections_folder(self) -> Path:
        """Return the folder of what human coders decided."""
        return self.root / "build" / "corrections"


def find_project(raw: Path, own_text: Mapping[str, Any] | None) -> Project | None:
    """Return the project of a raw folder, None where the folder is not the project's own.

    `own_text` is the descriptor beside the folder where it is the project's own. Raises DataProblems where it has no
    version.
    """
    if own_text is None:
        return None
    faults = list(_find_faults(own_text))
    if faults:
        raise DataProblems(faults)
    told = str(own_text.get("version", ""))
    version = told.removesuffix(DEVELOPMENT)
    if not _VERSION.fullmatch(version):
        raise DataProblems([_no_version(told)])
    return Project(root=raw.parent, version=version)


def _find_faults(descriptor: Mapping[str, Any]) -> Iterator[Problem]:
    for found in find_wrong_shapes(descriptor, SHAPE):
        yield _fault("kind", found.place, f'"{found.value}" is of the wrong kind', found.expected)
    resources = descriptor.get("resources", [])
    for number, resource in enumerate(resources if isinstance(resources, list) else (), start=1):
        if isinstance(resource, dict) and not resource.get("name"):
            yield _fault("no-name", f"resources[{number}]", 'has no "name"', "the name of a table")


def _fault(rule: str, place: str, what: str, expected: str) -> Problem:
    where = f"datapackage.json, {place}"
    return Problem(
        severity="error", rule_id=f"project.{rule}", where=where, what=what, expected=expected, todo="correct the file"
    )


def open_ledger(project: Project, forgets_unreleased: bool) -> Ledger:
    """Return the ledger of a project, empty where there is none yet; raises DataProblems where its files have faults.

    What was recorded for the version being made may be forgotten, since no one can cite it yet.
    """
    ledger = read_ledger(project.ledger_folder) or Ledger()
    return forget_version(ledger, project.version) if forgets_unreleased else ledger


def _no_version(told: str) -> Problem:
    return Problem(
        severity="error",
        rule_id="project.no-version",
        where="datapackage.json",
        what=f'"{told}" is no version',
        expected="a version such as 0.2.0 or 0.2.0-dev",
        todo="correct it; the ledger says with it since when an id is there",
    )
