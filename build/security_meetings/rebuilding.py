"""Finished files built again from their texts, and held against what was published, byte for byte."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from security_meetings.archives import SUMS, find_releases, top_folder
from security_meetings.export import recover_swap, write_files
from security_meetings.making import finish_release_folder, read_last_changelog
from security_meetings.pipeline import BuildOptions, describe_export, run_stages, start_build
from security_meetings.problems import DataProblems, Problem
from security_meetings.project import CREATED, Naming
from security_meetings.release.byte_reasons import FileVerdict, compare_bytes
from security_meetings.release.gate import check_stretches
from security_meetings.release.refusals import not_own
from security_meetings.release.verifying import Package
from security_meetings.watchers import Watcher

# What lies beside the finished files of a checkout and is not made by a build.
BESIDE = frozenset(("README.md", "accuracy.json"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Rebuilt:
    """What became of files that were built again: a verdict for each, and what of the texts stands in them."""

    files: tuple[FileVerdict, ...]
    problems: tuple[Problem, ...]


def rebuild_package(package: Package, options: BuildOptions, watcher: Watcher) -> Rebuilt:
    """Return how the files of a package compare with those that a build makes of the texts today.

    The build gets the version and the day that the package tells. Raises DataProblems where it fails.
    """
    recover_swap(options.dist, watcher.tell)
    naming = Naming(version=str(package.descriptor.get("version", "")), created=package.descriptor.get(CREATED))
    build = run_stages(start_build(replace(options, naming=naming), watcher, writes_dist=False), until="check")
    project = build.knowledge.project
    if project is None:
        raise DataProblems([not_own(options.raw.name)])
    with TemporaryDirectory(prefix="security-meetings-") as place:
        folder = Path(place) / top_folder(naming.version)
        folder.mkdir()
        write_files(describe_export(build), folder)
        if (package.folder / SUMS).is_file():
            day = date.fromisoformat(naming.created[:10]) if naming.created else date.min
            changelog = read_last_changelog(project, find_releases(project.releases))
            finish_release_folder(build, project, folder, day, changelog)
        verdicts = compare_bytes(package.folder, folder, build.knowledge.schemas)
        files = tuple(verdict for verdict in verdicts if not _is_beside(verdict.name, package))
    raw_texts = {article.article_id: article.raw_text for article in build.articles}
    return Rebuilt(files=files, problems=tuple(check_stretches(package.folder, raw_texts)))


def _is_beside(name: str, package: Package) -> bool:
    return package.archive is None and (name in BESIDE or name.startswith("releases/")) and not _is_release(package)


def _is_release(package: Package) -> bool:
    return (package.folder / SUMS).is_file()
