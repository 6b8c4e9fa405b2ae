"""The folder of a release: the tables of a build in every form, with all that goes with them."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from security_meetings.archives import find_last_release, read_file, version_of
from security_meetings.citation import write_metadata
from security_meetings.export import write_files
from security_meetings.export.package import DESCRIPTOR, read_descriptor
from security_meetings.forms import write_forms
from security_meetings.pipeline import Build, describe_export
from security_meetings.problems import DataProblems, Problem
from security_meetings.project import Project
from security_meetings.release.applying import CHANGES, write_changes
from security_meetings.release.archive import write_sums
from security_meetings.release.differences import Change, compare_editions
from security_meetings.release.editions import Edition, read_edition
from security_meetings.release.readme import write_readme
from security_meetings.release.reasons import explain_by

CHANGELOG, README = "CHANGELOG.md", "README.md"
COPIED = ("LICENSE", "LICENSE-DATA")
R_SCRIPT = "r/security_meetings.R"


def make_release_folder(build: Build, project: Project, folder: Path, day: date, changelog: str) -> None:
    """Write all files of a release into an empty folder, from a build up to its checks and the text of the changelog.

    Raises DataProblems where a file that goes with them is missing.
    """
    write_files(describe_export(build), folder)
    finish_release_folder(build, project, folder, day, changelog)


def finish_release_folder(build: Build, project: Project, folder: Path, day: date, changelog: str) -> None:
    """Write what a release has besides the files of a build into the folder that holds these."""
    descriptor, schemas = read_descriptor(folder / DESCRIPTOR), build.knowledge.schemas
    write_forms(build.tables, schemas, descriptor, folder, day)
    write_metadata(descriptor, schemas, folder)
    changes = find_changes(read_edition(folder), project, build)
    texts = {CHANGES: write_changes(changes), CHANGELOG: changelog, README: write_readme(descriptor)}
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")
    _copy_beside(project.root, folder)
    write_sums(folder)


def find_changes(new: Edition, project: Project, build: Build) -> tuple[Change, ...]:
    """Return the changes since the last release, with the reasons that corrections give; none where there is none."""
    old = read_last_edition(project)
    if old is None:
        return ()
    return compare_editions(old, new, explain_by(build.knowledge.corrections, new))


def read_last_edition(project: Project) -> Edition | None:
    """Return the edition of the release before the version being made, None where there is none."""
    last = find_last_release(project.releases, before=project.version)
    return None if last is None else read_edition(last)


def read_last_changelog(project: Project, released: Mapping[str, Path]) -> str:
    """Return the changelog as a released version has it, else that of the project."""
    archive = released.get(project.version)
    content = read_file(archive, CHANGELOG) if archive is not None else None
    path = project.root / CHANGELOG
    return (content if content is not None else path.read_bytes()).decode("utf-8")


def last_version(project: Project) -> str | None:
    """Return the version of the release before the one being made, None where there is none."""
    last = find_last_release(project.releases, before=project.version)
    return None if last is None else version_of(last)


def _copy_beside(root: Path, folder: Path) -> None:
    problems = []
    for name in (*COPIED, R_SCRIPT):
        if (root / name).is_file():
            shutil.copyfile(root / name, folder / Path(name).name)
        else:
            problems.append(_missing(name))
    if problems:
        raise DataProblems(problems)


def _missing(name: str) -> Problem:
    return Problem(
        severity="error",
        rule_id="release.missing-file",
        where=name,
        what="there is no such file",
        expected="the file of the project, which goes with every release",
        todo="take it back to its last committed state",
    )
