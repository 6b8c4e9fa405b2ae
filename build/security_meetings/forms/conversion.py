"""The further forms of a built folder, written beside their place and moved in when they are proven."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from security_meetings.export.journal import recover_swap, stage_files
from security_meetings.forms.faults import form_fault
from security_meetings.forms.naming import FORMS, PLACES, STATA, STATA_SUFFIX, Form
from security_meetings.forms.package import read_package
from security_meetings.forms.parity import prove_forms
from security_meetings.forms.writing import write_forms
from security_meetings.problems import DataProblems, Problem


def convert_package(
    dist: Path, folder: Path, tell: Callable[[str], None], forms: Sequence[Form] = FORMS, replaces: bool = False
) -> tuple[Problem, ...]:
    """Write forms of a built folder into another one, all or none; returns notices.

    Raises DataProblems, and changes nothing, where the built folder has faults, a form cannot hold the tables or would
    hold others, or the folder has files in the place of the new ones that may not be replaced.
    """
    recover_swap(dist, tell)
    recover_swap(folder, tell)
    problems = tuple(_find_in_the_way(dist, folder, forms, replaces))
    if problems:
        raise DataProblems(problems)
    package = read_package(dist)
    with stage_files(folder, tell) as new:
        notices = write_forms(package.tables, package.schemas, package.descriptor, new, package.moment, forms)
        differences = prove_forms(new, package.tables, package.schemas, forms)
        if differences:
            raise DataProblems(differences)
    return notices


def _find_in_the_way(dist: Path, folder: Path, forms: Sequence[Form], replaces: bool) -> Iterator[Problem]:
    if folder == dist or folder.is_relative_to(dist):
        what = "lies in the built folder, where the next build would leave old files beside new tables"
        yield form_fault("in-dist", str(folder), what, "a folder of its own", "name another one with --to")
        return
    if folder.exists() and not folder.is_dir():
        yield form_fault("not-a-folder", str(folder), "is no folder", "a folder", "name another one with --to")
        return
    for form in forms:
        place = folder / PLACES[form]
        if place.exists() and not replaces:
            yield form_fault("in-the-way", str(place), "is there already", todo="move it away, or give --replace")
        elif place.is_dir() != (form == STATA) and place.exists():
            yield form_fault("in-the-way", str(place), "is no file of this form", todo="move it away")
        elif form == STATA and place.is_dir():
            yield from (
                form_fault(
                    "in-the-way", str(path), "is no table, and the whole folder is replaced", todo="move it away"
                )
                for path in sorted(place.iterdir())
                if path.suffix != STATA_SUFFIX or not path.is_file()
            )
