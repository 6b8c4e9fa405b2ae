"""A release, from a clean tree to its archive: planned after all checks, then made at once or not at all."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from security_meetings.archives import RELEASES, SUMS, archive_name, find_releases, read_version, top_folder
from security_meetings.compare import build_and_compare
from security_meetings.export import recover_swap, stage_files, write_files
from security_meetings.export.journal import STAGING_PREFIX
from security_meetings.making import find_changes, finish_release_folder, last_version, read_last_edition
from security_meetings.pipeline import Build, BuildOptions, describe_export, describe_ledger, run_stages, start_build
from security_meetings.problems import DataProblems, Problem
from security_meetings.project import DEVELOPMENT, Naming, Project, check_unchanged
from security_meetings.release.archive import check_releases, pack_folder, write_release_sums
from security_meetings.release.differences import Change
from security_meetings.release.editions import Edition, read_edition
from security_meetings.release.gate import check_names, check_stretches
from security_meetings.release.refusals import (
    not_begun,
    not_built,
    not_clean,
    not_own,
    open_warning,
    released_already,
    tagged_already,
    too_small,
    uncommitted,
)
from security_meetings.release.texts import rename_texts, tell_counts
from security_meetings.release.tombstones import check_lasting
from security_meetings.release.unpacking import open_place
from security_meetings.release.verifying import Verdict, open_package, verify_package
from security_meetings.release.versioning import Reason, find_reasons, next_version, smallest_version
from security_meetings.repository import GitFailed, Repository, find_repository
from security_meetings.watchers import Watcher

TAG = "v{}"
WRITTEN = ("datapackage.json", "CITATION.cff", "README.md", "CHANGELOG.md", "build/ledger", "dist")


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """A release that nothing stands against: the smallest version it may have, and why."""

    options: BuildOptions
    project: Project
    last: str | None
    changes: tuple[Change, ...]
    reasons: tuple[Reason, ...]
    smallest: str
    repository: Repository | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Released:
    """A release that was made, or tried: its archive, what is in it, what it was checked for, and its tag."""

    version: str
    archive: Path
    size: int
    file_count: int
    verdicts: tuple[Verdict, ...]
    tag: str | None = None


def plan_release(
    options: BuildOptions, watcher: Watcher, version: str | None = None, same_meaning: bool = False
) -> Plan:
    """Return what may be released; raises DataProblems with all that stands against it."""
    recover_swap(options.dist, watcher.tell)
    project = _open_project(options, watcher)
    repository = find_repository(project.root)
    problems = list(_find_obstacles(project, repository, version))
    if problems:
        raise DataProblems(problems)
    build, difference = build_and_compare(options, watcher)
    problems = [not_built(row.sentence()) for row in difference.rows]
    problems += [not_built(file.sentence()) for file in difference.files]
    problems += _find_open_warnings(build)
    if difference:
        raise DataProblems(problems)
    old, new = read_last_edition(project), read_edition(project.dist)
    changes = find_changes(new, project, build)
    problems += check_lasting(old, new) if old is not None else ()
    reasons = find_reasons(changes, old or Edition(), same_meaning)
    smallest = smallest_version(last_version(project), reasons)
    if version is not None and (read_version(version) or ()) < (read_version(smallest) or ()):
        problems.append(too_small(version, smallest, last_version(project), [reason.sentence() for reason in reasons]))
    if problems:
        raise DataProblems(problems)
    return Plan(
        options=options,
        project=project,
        last=last_version(project),
        changes=changes,
        reasons=reasons,
        smallest=smallest,
        repository=repository,
    )


def make_release(plan: Plan, version: str, day: date, watcher: Watcher, is_tried: bool = False) -> Released:
    """Make a release, all of it or nothing; raises DataProblems. One that is tried leaves everything as it is."""
    naming = Naming(version=version, created=f"{day.isoformat()}T00:00:00Z")
    build = _build_as(plan.options, naming, watcher)
    with TemporaryDirectory(prefix="security-meetings-") as place:
        dist, folder = Path(place) / "dist", Path(place) / top_folder(version)
        dist.mkdir()
        write_files(describe_export(build), dist)
        shutil.copytree(dist, folder)
        edition = read_edition(dist)
        changes = find_changes(edition, _project_of(build), build)
        heading = f"{version} ({day.isoformat()})"
        texts = rename_texts(plan.project.root, naming, heading, tell_counts(edition, changes, plan.last))
        changelog = texts[plan.project.root / "CHANGELOG.md"]
        finish_release_folder(build, _project_of(build), folder, day, changelog)
        archive = Path(place) / archive_name(version)
        pack_folder(folder, archive, day)
        made = _check_archive(archive, build, version)
        if is_tried:
            return made
        releases = plan.project.releases
        written: dict[Path, str | bytes] = {
            **texts,
            **describe_ledger(build),
            releases / archive.name: archive.read_bytes(),
            releases / SUMS: write_release_sums(releases, archive),
        }
        _write(plan, build, dist, written, watcher)
    tag = _record(plan, version)
    return replace(made, archive=releases / archive.name, tag=tag)


def begin_next(options: BuildOptions, watcher: Watcher) -> str:
    """Give the finished files the next version, with -dev, and return it; raises DataProblems where that has begun."""
    recover_swap(options.dist, watcher.tell)
    project = _open_project(options, watcher)
    if project.told not in find_releases(project.releases):
        raise DataProblems([not_begun(f'"{project.told}{DEVELOPMENT}" is the version in the making', "a released one")])
    naming = Naming(version=f"{next_version(project.told)}{DEVELOPMENT}")
    build = _build_as(options, naming, watcher)
    texts = rename_texts(project.root, naming, naming.version)
    with TemporaryDirectory(prefix="security-meetings-") as place:
        write_files(describe_export(build), Path(place))
        written: dict[Path, str | bytes] = {**texts, **describe_ledger(build)}
        with stage_files(project.dist, watcher.tell, written) as folder:
            shutil.copytree(place, folder, dirs_exist_ok=True)
    return naming.version


def _open_project(options: BuildOptions, watcher: Watcher) -> Project:
    project = start_build(options, watcher, writes_dist=False).knowledge.project
    if project is None or project.dist != options.dist:
        raise DataProblems([not_own(options.raw.name)])
    return project


def _find_obstacles(project: Project, repository: Repository | None, version: str | None) -> Iterator[Problem]:
    """Yield what stands against a release before anything is built."""
    released = find_releases(project.releases)
    changed = _list_changed(repository)
    yield from check_releases(project.releases)
    if version is not None and version in released:
        archive = f"dist/{RELEASES}/{released[version].name}"
        yield uncommitted(version, TAG.format(version)) if archive in changed else released_already(version, archive)
        return
    if repository is not None and version is not None and repository.has_tag(TAG.format(version)):
        yield tagged_already(TAG.format(version))
    if changed:
        yield not_clean(changed)
    if project.told in released:
        yield not_begun(f'"{project.told}" is released already', f"the next version, with {DEVELOPMENT}")


def _find_open_warnings(build: Build) -> list[Problem]:
    rules = build.knowledge.own_rules
    accepted = rules.reasons() if rules is not None else {}
    return [
        open_warning(problem)
        for problem in build.problems
        if problem.severity == "warning" and (problem.rule_id, problem.where, problem.what) not in accepted
    ]


def _build_as(options: BuildOptions, naming: Naming, watcher: Watcher) -> Build:
    return run_stages(start_build(replace(options, naming=naming), watcher, writes_dist=False), until="check")


def _project_of(build: Build) -> Project:
    project = build.knowledge.project
    if project is None:
        raise DataProblems([not_own(build.options.raw.name)])
    return project


def _check_archive(archive: Path, build: Build, version: str) -> Released:
    """Read the finished archive as anyone would, and return what it is; raises DataProblems where it may not go out."""
    raw_texts = {article.article_id: article.raw_text for article in build.articles}
    with open_place(archive) as folder:
        problems = [*check_names(folder, build.knowledge.schemas), *check_stretches(folder, raw_texts)]
        if problems:
            raise DataProblems(problems)
        verdicts = tuple(verify_package(open_package(folder, archive)))
        problems = [problem for verdict in verdicts for problem in verdict.problems if problem.severity == "error"]
        if problems:
            raise DataProblems(problems)
        count = sum(1 for path in folder.rglob("*") if path.is_file())
    return Released(version=version, archive=archive, size=archive.stat().st_size, file_count=count, verdicts=verdicts)


def _write(plan: Plan, build: Build, dist: Path, written: dict[Path, str | bytes], watcher: Watcher) -> None:
    """Replace everything at once; a release that is killed meanwhile is completed or undone by the next command."""
    with stage_files(plan.project.dist, watcher.tell, written) as folder:
        shutil.copytree(dist, folder, dirs_exist_ok=True)
        check_unchanged(_project_of(build), build.knowledge.ledger)
        if changed := _list_changed(plan.repository):
            raise DataProblems([not_clean(changed)])


def _list_changed(repository: Repository | None) -> tuple[str, ...]:
    names = repository.list_changed() if repository is not None else ()
    return tuple(name for name in names if not name.startswith(STAGING_PREFIX))


def _record(plan: Plan, version: str) -> str | None:
    """Commit the release and tag it, where there is a repository, and return the tag; raises DataProblems, undone."""
    if plan.repository is None:
        return None
    tag = TAG.format(version)
    paths = [name for name in WRITTEN if (plan.project.root / name).exists()]
    try:
        plan.repository.commit_and_tag(paths, f"Release {version}", tag)
    except GitFailed as failed:
        raise DataProblems([uncommitted(version, tag, str(failed))]) from failed
    return tag
