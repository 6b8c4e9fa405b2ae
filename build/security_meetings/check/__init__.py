"""Stage check: everything that must hold of the tables and their files, as one ordered list of problems."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from security_meetings.check.expectations import Expectation, load_expectations
from security_meetings.check.facts import Places, know_places
from security_meetings.check.formulas import check_formulas
from security_meetings.check.integrity import check_integrity
from security_meetings.check.meaning import check_meaning
from security_meetings.check.own_rules import OwnRules, check_own, find_stale, load_own_rules
from security_meetings.check.parity import check_parity
from security_meetings.check.structure import Engine, check_structure
from security_meetings.problems import SEVERITIES, Problem, has_errors
from security_meetings.schemas import TableSchema

if TYPE_CHECKING:
    import pyarrow as pa

__all__ = [
    "Engine",
    "Expectation",
    "OwnRules",
    "Places",
    "check_integrity",
    "check_meaning",
    "check_parity",
    "check_structure",
    "check_tables",
    "find_stale",
    "know_places",
    "load_expectations",
    "load_own_rules",
]


def check_tables(
    tables: Mapping[str, pa.Table],
    schemas: Mapping[str, TableSchema],
    raw_texts: Mapping[str, str],
    *,
    folder: Path | None = None,
    expectations: Sequence[Expectation] | None = None,
    places: Places | None = None,
    rules: OwnRules | None = None,
    engine: Engine | None = None,
) -> list[Problem]:
    """Return every problem of the tables and, where `folder` is given, of the files written from them.

    Errors come first, then warnings, each in order of kind and place. Meaning is only looked at where the
    tables themselves are sound. `expectations` are by default the project's own. `rules` are given where the tables
    are made of our own texts. `engine` checks the structure of the files; by default it is chosen by the count of rows.
    """
    problems = check_integrity(tables, schemas, raw_texts)
    is_sound = not has_errors(problems)
    if folder is not None:
        problems += check_structure(folder, engine)
        problems += check_parity(folder, schemas)
    if is_sound:
        chosen = load_expectations() if expectations is None else expectations
        problems += check_meaning(tables, chosen, places or Places())
        problems += check_formulas(tables, schemas)
        problems += check_own(tables, rules) if rules is not None else []
    return sorted(
        problems, key=lambda problem: (SEVERITIES.index(problem.severity), problem.rule_id, problem.sentence())
    )
