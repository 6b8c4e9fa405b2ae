"""All further forms of a package, written into one folder."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from security_meetings.forms.excel import write_excel
from security_meetings.forms.fitting import find_obstacles
from security_meetings.forms.naming import EXCEL, FORMS, PLACES, SQLITE, STATA, Form
from security_meetings.forms.sqlite import write_sqlite
from security_meetings.forms.stata import write_stata
from security_meetings.problems import DataProblems, Problem
from security_meetings.schemas import TableSchema

if TYPE_CHECKING:
    import pyarrow as pa

# Stata and Excel files tell when they were made; where there was no release it is the first day that a ZIP can tell.
NO_MOMENT = date(1980, 1, 1)


def write_forms(
    tables: Mapping[str, pa.Table],
    schemas: Mapping[str, TableSchema],
    descriptor: Mapping[str, Any],
    folder: Path,
    moment: date | None,
    forms: Sequence[Form] = FORMS,
) -> tuple[Problem, ...]:
    """Write security-meetings.sqlite, stata/ and security-meetings.xlsx, or some of them, into a folder.

    `moment` is the day of release, which Stata and Excel files tell. Returns notices of views left out and
    of cells that Excel has otherwise; raises DataProblems for all that a form cannot hold, before anything is written,
    and for rows that break a key or a constraint.
    """
    obstacles = [obstacle for form in forms for obstacle in find_obstacles(form, tables, schemas)]
    if obstacles:
        raise DataProblems(obstacles)
    notices: list[Problem] = []
    if SQLITE in forms:
        notices += write_sqlite(tables, schemas, descriptor, folder / PLACES[SQLITE])
    if STATA in forms:
        write_stata(tables, schemas, folder / PLACES[STATA], moment or NO_MOMENT)
    if EXCEL in forms:
        notices += write_excel(tables, schemas, descriptor, folder / PLACES[EXCEL], moment or NO_MOMENT)
    return tuple(notices)
