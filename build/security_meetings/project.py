"""The project whose raw folder is built: where its ledger, its corrections, its finished files and releases stand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from security_meetings.archives import RELEASES, find_releases, read_version
from security_meetings.ledger import Ledger, forget_version, relabel_versions
from security_meetings.ledger_files import ledger_changed, read_ledger
from security_meetings.problems import DataProblems, Problem
from security_meetings.shapes import Shape, find_wrong_shapes

DEVELOPMENT = "-dev"
SHAPE: Shape = {
    **dict.fromkeys(("name", "title", "description", "version"), str),
    "resources": [{**dict.fromkeys(("name", "title", "description", "path"), str)}],
}
CREATED = "created"


@dataclass(frozen=True, slots=True, kw_only=True)
class Naming:
    """The version that finished files are to have, and the moment of their release where they are released."""

    version: str
    created: str | None = None

    def retell(self, text: Mapping[str, Any]) -> dict[str, Any]:
        """Return the text of a descriptor with this version and moment."""
        told: dict[str, Any] = {}
        for key, value in text.items():
            if key == "version":
                told |= {"version": self.version, **({CREATED: self.created} if self.created else {})}
            elif key != CREATED:
                told[key] = value
        return told


@dataclass(frozen=True, slots=True, kw_only=True)
class Project:
    """A folder with raw/, build/ and dist/ of one data set, and the version that is being made.

    `told` is the version that its descriptor tells; another one where finished files are to have another.
    """

    root: Path
    version: str
    told: str = ""

    @property
    def dist(self) -> Path:
        """Return the folder of the finished files."""
        return self.root / "dist"

    @property
    def releases(self) -> Path:
        """Return the folder of the archives: what was released is told by them alone."""
        return self.dist / RELEASES

    @property
    def ledger_folder(self) -> Path:
        """Return the folder of the ledger."""
        return self.root / "build" / "ledger"

    @property
    def corrections_folder(self) -> Path:
        """Return the folder of what human coders decided."""
        return self.root / "build" / "corrections"


def find_project(raw: Path, own_text: Mapping[str, Any] | None, naming: Naming | None = None) -> Project | None:
    """Return the project of a raw folder, None where the folder is not the project's own.

    `own_text` is the descriptor beside the folder where it is the project's own. Raises DataProblems where it has no
    version, or one that cannot be made any more. `naming` gives the version of the files where they are to have another.
    """
    if own_text is None:
        return None
    faults = list(_find_faults(own_text))
    if faults:
        raise DataProblems(faults)
    told = str(own_text.get("version", ""))
    version = told.removesuffix(DEVELOPMENT)
    number = read_version(version)
    if number is None:
        raise DataProblems([_no_version(told)])
    made = version if naming is None else naming.version.removesuffix(DEVELOPMENT)
    project = Project(root=raw.parent, version=made, told=version)
    released = find_releases(project.releases)
    later = [other for other in released if (read_version(other) or number) >= number]
    if later and (told.endswith(DEVELOPMENT) or version not in released):
        raise DataProblems([_too_low(told, later[-1])])
    return project


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

    What was recorded since the last release belongs to the version being made, whatever that was called then. It may
    be forgotten, since no one can cite it yet.
    """
    ledger = read_ledger(project.ledger_folder) or Ledger()
    ledger = relabel_versions(ledger, _open_versions(project, ledger), project.version)
    if forgets_unreleased and project.version not in find_releases(project.releases):
        return forget_version(ledger, project.version)
    return ledger


def check_unchanged(project: Project, ledger: Ledger) -> None:
    """Raise DataProblems where the ledger of a project is not the one given: another build wrote it meanwhile."""
    if open_ledger(project, False) != ledger:
        raise DataProblems([ledger_changed()])


def _open_versions(project: Project, ledger: Ledger) -> frozenset[str]:
    """Return the versions that the ledger names and that were never released, though ids were given for them."""
    releases = find_releases(project.releases)
    if project.version in releases:
        return frozenset()
    named = {version for entry in ledger.entries for version in (entry.version, entry.change_version) if version}
    last = max((number for release in releases if (number := read_version(release))), default=None)
    later = {version for version in named if last is not None and (read_version(version) or last) > last}
    made = {project.told} - releases.keys()
    return frozenset(later | (made & named))


def _no_version(told: str) -> Problem:
    return Problem(
        severity="error",
        rule_id="project.no-version",
        where="datapackage.json",
        what=f'"{told}" is no version',
        expected="a version such as 0.2.0 or 0.2.0-dev",
        todo="correct it; the ledger says with it since when an id is there",
    )


def _too_low(told: str, released: str) -> Problem:
    return Problem(
        severity="error",
        rule_id="project.version-released",
        where="datapackage.json",
        what=f'"{told}" cannot be made any more: {released} is released',
        expected=f"a version above {released}, with {DEVELOPMENT}",
        todo="begin the next version: security-meetings release --next",
    )
