"""The commands that cite the data, and write the files of citation and metadata of a folder of tables."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from security_meetings.cli_parts import (
    DATA_PROBLEM,
    DEFAULT_DIST,
    QuietOption,
    report_faults,
    require_folder,
    require_known,
)

DEFAULT_FORM = "apa"


def cite(
    dist: Annotated[Path, typer.Argument(metavar="[DIST]", help="Folder of a datapackage.json.")] = DEFAULT_DIST,
    form: Annotated[
        str, typer.Option("--form", metavar="NAME", help="apa, bibtex, ris or cff.", show_default=True)
    ] = DEFAULT_FORM,
    renew: Annotated[
        bool, typer.Option("--renew", help="Write CITATION.cff and README.md of a checkout anew, print nothing.")
    ] = False,
) -> None:
    """Print the citation of the data, made from their datapackage.json.

    \b
    Examples:
      security-meetings cite
      security-meetings cite --form bibtex
      security-meetings cite . --renew
    """
    from security_meetings.citation import FORMS, load_descriptor, read_work, renew_citation

    require_known(form, tuple(FORMS), "--form")
    require_folder(dist, "DIST", todo="build first: security-meetings build")
    with report_faults(writes=renew):
        if renew:
            renew_citation(dist)
            return
        typer.echo(FORMS[form](read_work(load_descriptor(dist))).rstrip("\n"))


def describe(
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help="Folder of datapackage.json and the tables.")],
    check_only: Annotated[bool, typer.Option("--check", help="Only check that the files there agree.")] = False,
    quiet: QuietOption = False,
) -> None:
    """Write the files of citation and metadata beside finished tables, and check that all say the same.

    These are CITATION.cff, citation.bib, citation.ris, citation.txt, .zenodo.json, schema-org.json, croissant.json,
    codebook.md and codebook.html. What is not known, such as a DOI, is left out.

    \b
    Examples:
      security-meetings describe security-meetings-1.0.0
      security-meetings describe security-meetings-1.0.0 --check
    """
    from security_meetings.citation import check_agreement, load_descriptor, read_schemas, write_metadata
    from security_meetings.console import count_problems, make_console, show_problems

    require_folder(folder, "FOLDER", todo="name the folder of a datapackage.json and its tables")
    with report_faults(writes=not check_only):
        if not check_only:
            descriptor = load_descriptor(folder)
            write_metadata(descriptor, read_schemas(descriptor), folder)
        problems = check_agreement(folder)
    show_problems(problems, make_console(stderr=True), least="error" if quiet else "notice")
    if not quiet:
        typer.echo(f"{folder}: {count_problems(problems)}")
    if any(problem.severity == "error" for problem in problems):
        raise typer.Exit(DATA_PROBLEM)
