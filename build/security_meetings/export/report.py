"""What a reader should know of a build: rows, problems by kind, the to-do list of the vocabulary, the merges."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from security_meetings.export.csv_files import format_row
from security_meetings.formulas import disarm_formula
from security_meetings.problems import EXAMPLES_SHOWN, SEVERITIES, Problem, group_problems
from security_meetings.results import Merge

if TYPE_CHECKING:
    import pyarrow as pa

Accepted = Mapping[tuple[str, str, str], str]
NONE_ACCEPTED: Accepted = {}
ISSUE_COLUMNS = ("severity", "rule_id", "where", "what", "expected", "todo", "count", "example")


def report_build(
    tables: Mapping[str, pa.Table],
    problems: Sequence[Problem],
    version: str,
    model_name: str,
    accepted: Accepted = NONE_ACCEPTED,
) -> dict[str, Any]:
    """Return the report of a build: versions, rows of every table, problems by kind with examples, all warnings.

    `accepted` are the reasons of the warnings that a release may have.
    """
    groups = group_problems(problems)
    warnings = [_tell_warning(problem, accepted) for problem in problems if problem.severity == "warning"]
    return {
        "pipeline_version": version,
        "model": model_name,
        "tables": {name: {"rows": table.num_rows} for name, table in tables.items()},
        "problem_counts": {
            severity: sum(group.count for group in groups if group.severity == severity) for severity in SEVERITIES
        },
        "problems": [
            {
                "severity": group.severity,
                "rule_id": group.rule_id,
                "count": group.count,
                "examples": [problem.sentence() for problem in group.examples],
            }
            for group in groups
        ],
        "open_warning_count": sum(warning["accepted"] is None for warning in warnings),
        "warnings": sorted(warnings, key=lambda warning: (warning["rule_id"], warning["where"], warning["what"])),
    }


def _tell_warning(problem: Problem, accepted: Accepted) -> dict[str, str | None]:
    reason = accepted.get((problem.rule_id, problem.where, problem.what))
    told = {name: value for name, value in asdict(problem).items() if name != "severity"}
    return {**told, "accepted": reason}


def write_issues(problems: Iterable[Problem], path: Path) -> None:
    """Write the problems as CSV; those that say the same of several places are one line, with four more as examples."""
    alike: dict[tuple[int, str, str, str, str], list[Problem]] = defaultdict(list)
    for problem in problems:
        place = SEVERITIES.index(problem.severity)
        alike[place, problem.rule_id, problem.what, problem.expected, problem.todo].append(problem)
    with path.open("w", encoding="utf-8", newline="") as file:
        file.write(format_row(ISSUE_COLUMNS))
        file.writelines(_issue(members) for _, members in sorted(alike.items()))


def _issue(problems: Sequence[Problem]) -> str:
    first = problems[0]
    places = sorted(problem.where for problem in problems)
    others = " | ".join(places[1:EXAMPLES_SHOWN])
    count = str(len(problems))
    cells = (first.severity, first.rule_id, places[0], first.what, first.expected, first.todo, count, others)
    # The list is read in spreadsheets, and cells of it begin with what texts and files hold.
    return format_row(disarm_formula(cell) for cell in cells)


def describe_merges(merges: Iterable[Merge]) -> list[dict[str, Any]]:
    """Return the merges as plain values, sorted by table, row, article and place."""
    ordered = sorted(merges, key=lambda merge: (merge.table_name, merge.row_id, merge.article_id, merge.key))
    return [{**asdict(merge), "reasons": list(merge.reasons)} for merge in ordered]
