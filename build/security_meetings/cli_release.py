"""The commands around a release: make one, verify a download, say what changed between two."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from security_meetings.cli_parts import (
    DATA_PROBLEM,
    DEFAULT_DIST,
    DEFAULT_MODEL,
    DEFAULT_RAW,
    ModelOption,
    QuietOption,
    RawOption,
    hold_own,
    read_options,
    report_faults,
)

if TYPE_CHECKING:
    from security_meetings.corrections import Correction
    from security_meetings.pipeline import BuildOptions
    from security_meetings.release.differences import Change
    from security_meetings.release.editions import Edition
    from security_meetings.release.verifying import Package, Verdict
    from security_meetings.releasing import Plan, Released

DayOption = Annotated[
    datetime | None, typer.Option("--date", formats=["%Y-%m-%d"], metavar="DAY", help="Day of release; today if none.")
]
WordingOption = Annotated[
    bool, typer.Option("--wording", help="Changed definitions and descriptions mean the same in other words.")
]
CHANGES_SHOWN = 200


def release(
    version: Annotated[str | None, typer.Argument(metavar="[VERSION]", help="Such as 1.0.0; offered if none.")] = None,
    day: DayOption = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Make and check the archive, and leave all as is.")
    ] = False,
    wording: WordingOption = False,
    begin: Annotated[bool, typer.Option("--next", help="After a release: begin the next version.")] = False,
    raw: RawOption = DEFAULT_RAW,
    model: ModelOption = DEFAULT_MODEL,
    quiet: QuietOption = False,
) -> None:
    """Release what dist holds, with the smallest version that the changes since the last release allow, or a higher one.

    The tree must be clean, dist what a build makes, and every warning accepted. Tables, forms, citation and checksums
    are packed into dist/releases/, committed and tagged; all or nothing.

    \b
    Examples:
      security-meetings release
      security-meetings release 1.0.0 --date 2026-12-01
      security-meetings release --next
    """
    if begin and (version is not None or dry_run or day is not None or wording):
        raise typer.BadParameter("--next stands alone: it begins the next version")
    if version is not None:
        _require_version(version)
    options = read_options(raw, raw.parent / DEFAULT_DIST, model, skip_bad=False)
    if begin:
        _begin_next(options, quiet)
    else:
        _release(options, version, day.date() if day else date.today(), dry_run, wording, quiet)


def verify(
    place: Annotated[
        Path | None, typer.Argument(metavar="[ZIP|FOLDER]", help="What to verify; the last release if none.")
    ] = None,
    rebuild: Annotated[bool, typer.Option("--rebuild", help="In a checkout: build again and compare bytes.")] = False,
    raw: RawOption = DEFAULT_RAW,
    model: ModelOption = DEFAULT_MODEL,
    quiet: QuietOption = False,
) -> None:
    """Verify a download: checksums, structure, keys, and that all forms hold the same cells.

    \b
    Examples:
      security-meetings verify security-meetings-1.0.0.zip
      security-meetings verify dist
      security-meetings verify --rebuild
    """
    from security_meetings.console import make_console, show_problems
    from security_meetings.release.unpacking import open_place
    from security_meetings.release.verifying import open_package, verify_package

    chosen = place or _find_last(raw)
    if not chosen.exists():
        raise typer.BadParameter(f'"{chosen}" is not there; name a zip or a folder')
    is_sound = True
    with report_faults(), open_place(chosen.resolve()) as folder:
        package = open_package(folder, chosen.resolve() if chosen.is_file() else None)
        for verdict in verify_package(package):
            errors = [problem for problem in verdict.problems if problem.severity == "error"]
            is_sound = is_sound and not errors
            if not quiet or errors:
                typer.echo(_verdict_line(verdict, len(errors)))
            show_problems(errors, make_console(stderr=True), least="error")
        if rebuild:
            is_sound = _rebuild(package, raw, model, quiet) and is_sound
    if not is_sound:
        raise typer.Exit(DATA_PROBLEM)
    if not quiet:
        typer.echo(f"{chosen}: sound")


def changes(
    old: Annotated[Path, typer.Argument(metavar="OLD", help="A zip, or a folder of finished files.")],
    new: Annotated[Path, typer.Argument(metavar="NEW", help="Likewise.")],
    to: Annotated[Path | None, typer.Option("--to", metavar="FILE", help="Write all changes as CSV.")] = None,
    wording: WordingOption = False,
    raw: RawOption = DEFAULT_RAW,
    quiet: QuietOption = False,
) -> None:
    """Say what changed from one edition to another, in columns, rows and cells, and which version that asks for.

    Each may be a folder that a build wrote, an unpacked release or its zip. Reasons come from the project's corrections.

    \b
    Examples:
      security-meetings changes dist/releases/security-meetings-1.0.0.zip dist
      security-meetings changes old.zip new.zip --to changes.csv
    """
    from security_meetings.release.applying import write_changes
    from security_meetings.release.differences import compare_editions
    from security_meetings.release.editions import read_edition
    from security_meetings.release.reasons import explain_by
    from security_meetings.release.unpacking import open_place

    for place in (old, new):
        if not place.exists():
            raise typer.BadParameter(f'"{place}" is not there; name a zip or a folder')
    with report_faults(), open_place(old) as first, open_place(new) as second:
        before, after = read_edition(first), read_edition(second)
        found = compare_editions(before, after, explain_by(_read_corrections(raw), after))
        if to is not None:
            to.write_text(write_changes(found), encoding="utf-8", newline="\n")
    for change in found[:CHANGES_SHOWN] if not quiet else ():
        typer.echo(change.sentence())
    if len(found) > CHANGES_SHOWN and not quiet:
        typer.echo(f"… and {len(found) - CHANGES_SHOWN} more{'' if to else '; all of them with --to changes.csv'}")
    typer.echo("\n".join(_version_lines(before.version, found, before, wording)))


def _release(options: BuildOptions, version: str | None, day: date, dry_run: bool, wording: bool, quiet: bool) -> None:
    from security_meetings.console import choose_watcher
    from security_meetings.releasing import make_release, plan_release

    with report_faults(writes=True), choose_watcher(quiet) as watcher:
        plan = plan_release(options, watcher, version, wording)
    chosen = version or plan.smallest
    typer.echo("\n".join(_plan_lines(plan)))
    if version is None and not dry_run and not _is_wanted(chosen):
        typer.echo(f"to release it: security-meetings release {chosen}")
        return
    with report_faults(writes=True), choose_watcher(quiet) as watcher, hold_own(options, watcher):
        made = make_release(plan, chosen, day, watcher, is_tried=dry_run)
    typer.echo("\n".join(_release_lines(made, dry_run)))


def _begin_next(options: BuildOptions, quiet: bool) -> None:
    from security_meetings.console import choose_watcher
    from security_meetings.releasing import begin_next

    with report_faults(writes=True), choose_watcher(quiet) as watcher, hold_own(options, watcher):
        told = begin_next(options, watcher)
    typer.echo(f"the version in the making is {told}; commit this: git commit --all --message 'Begin {told}'")


def _require_version(version: str) -> None:
    from security_meetings.archives import read_version

    if read_version(version) is None:
        near = version.removeprefix("v").partition("-")[0].partition("+")[0]
        hint = f'did you mean "{near}"?' if read_version(near) else "give three numbers, such as 1.0.0"
        raise typer.BadParameter(f'VERSION "{version}" is not MAJOR.MINOR.PATCH of Semantic Versioning; {hint}')


def _is_wanted(version: str) -> bool:
    import sys

    return sys.stdin.isatty() and typer.confirm(f"release {version}?")


def _plan_lines(plan: Plan) -> Iterator[str]:
    yield f"since {plan.last}:" if plan.last else "no release before this one"
    yield from (f"  {reason.sentence()}" for reason in plan.reasons)
    if any(reason.is_wording and reason.level == "major" for reason in plan.reasons):
        yield "  where other words mean the same, say so with --wording"
    if plan.last and not plan.reasons:
        yield "  no table changed"
    yield f"smallest version: {plan.smallest}"


def _release_lines(made: Released, is_tried: bool) -> Iterator[str]:
    yield from (_verdict_line(verdict, 0) for verdict in made.verdicts)
    size = f"{made.file_count} files, {made.size / 1e6:.1f} MB"
    if is_tried:
        yield f"{made.archive.name}: {size}; nothing was written, since this was a trial"
        return
    yield f"released {made.version}: {made.archive.name}, {size}"
    yield f"committed and tagged {made.tag}" if made.tag else "no git repository here: nothing to commit or tag"
    yield "next: publish the archive, then begin the next version: security-meetings release --next"


def _verdict_line(verdict: Verdict, errors: int) -> str:
    if verdict.is_left_out:
        return f"  –     {verdict.name}: not here"
    return f"  {'ok' if not errors else 'wrong':5} {verdict.name}: {verdict.says if not errors else f'{errors} faults'}"


def _find_last(raw: Path) -> Path:
    from security_meetings.archives import RELEASES, find_last_release

    found = find_last_release(raw.parent / DEFAULT_DIST / RELEASES)
    if found is None:
        raise typer.BadParameter("there is no release in dist/releases; name a zip or a folder")
    return found


def _rebuild(package: Package, raw: Path, model: str, quiet: bool) -> bool:
    """Say for each file whether a build makes the same bytes; return whether that is so for all."""
    from security_meetings.console import choose_watcher, make_console, show_problems
    from security_meetings.rebuilding import rebuild_package

    options = read_options(raw, raw.parent / DEFAULT_DIST, model, skip_bad=False)
    with choose_watcher(quiet) as watcher:
        rebuilt = rebuild_package(package, options, watcher)
    for verdict in rebuilt.files:
        if not verdict.agrees or not quiet:
            typer.echo(f"  {'same' if verdict.agrees else 'other':5} {verdict.name}{_tell_why(verdict.why)}")
    show_problems(rebuilt.problems, make_console(stderr=True), least="error")
    same = sum(verdict.agrees for verdict in rebuilt.files)
    typer.echo(f"built again: {same} of {len(rebuilt.files)} files have the same bytes")
    return same == len(rebuilt.files) and not rebuilt.problems


def _tell_why(why: str) -> str:
    return f": {why}" if why else ""


def _read_corrections(raw: Path) -> tuple[Correction, ...]:
    from security_meetings.correction_files import read_corrections
    from security_meetings.schemas import load_schemas

    return read_corrections(raw.resolve().parent / "build" / "corrections", load_schemas())


def _version_lines(version: str, found: tuple[Change, ...], before: Edition, wording: bool) -> Iterator[str]:
    from security_meetings.archives import read_version
    from security_meetings.release.versioning import find_reasons, smallest_version

    reasons = find_reasons(found, before, wording)
    yield f"{len(found)} changes"
    yield from (f"  {reason.sentence()}" for reason in reasons)
    if read_version(version):
        yield f"smallest version after {version}: {smallest_version(version, reasons)}"
