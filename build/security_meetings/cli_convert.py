"""The command that writes a built folder in further forms."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from security_meetings.cli_parts import DEFAULT_DIST, QuietOption, report_faults, require_folder, require_known


def convert(
    to: Annotated[Path, typer.Option("--to", metavar="DIR", help="Folder that the files go into.")],
    dist: Annotated[Path, typer.Argument(metavar="[DIST]", help="Folder of the finished files.")] = DEFAULT_DIST,
    form: Annotated[
        list[str] | None, typer.Option("--form", metavar="NAME", help="sqlite, stata or excel; all if not told.")
    ] = None,
    replace: Annotated[bool, typer.Option("--replace", help="Replace files of the same names.")] = False,
    quiet: QuietOption = False,
) -> None:
    """Write the tables of a finished folder as a SQLite database, Stata files and an Excel workbook.

    Each form is read back and compared cell by cell before anything stands in its place; what a form cannot hold is
    told, and nothing is written.

    \b
    Examples:
      security-meetings convert --to tables
      security-meetings convert corpus-tables --to tables --form stata --form excel
      security-meetings convert --to tables --form sqlite --replace
    """
    from security_meetings.console import choose_watcher, make_console, show_problems
    from security_meetings.forms import FORMS, convert_package
    from security_meetings.forms.naming import PLACES

    for name in form or ():
        require_known(name, FORMS, "--form")
    require_folder(dist, "DIST", todo="build first: security-meetings build")
    chosen = tuple(known for known in FORMS if form is None or known in form)
    with report_faults(writes=True), choose_watcher(quiet) as watcher:
        notices = convert_package(dist.resolve(), to.resolve(), watcher.tell, chosen, replace)
    if quiet:
        return
    show_problems(notices, make_console(stderr=True), least="notice")
    for known in chosen:
        typer.echo(to / PLACES[known])
