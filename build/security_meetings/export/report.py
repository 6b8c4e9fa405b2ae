"""What a reader should know of a build: what was checked and found, what the tables hold, how right the coder is."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from security_meetings.check.bounds import TableBounds
from security_meetings.export.checks_told import name_engine, tell_checks
from security_meetings.export.csv_files import format_row
from security_meetings.export.figures import count_articles, count_distributions, measure_coverage
from security_meetings.formulas import disarm_formula
from security_meetings.problems import EXAMPLES_SHOWN, SEVERITIES, Problem, group_problems
from security_meetings.results import Merge
from security_meetings.schemas import TableSchema

if TYPE_CHECKING:
    import pyarrow as pa

Accepted = Mapping[tuple[str, str, str], str]
ISSUE_COLUMNS = ("severity", "rule_id", "where", "what", "expected", "todo", "count", "example")
OWNER_KEYS = ("meeting_id", "participant_id", "agreement_id")
ROW_ID = re.compile(r"\b[mpa][0-9a-z]{10}\b")
QUOTES_SHOWN = 6
UNKNOWN_SHOWN = 100
UNKNOWN = "unlisted"


@dataclass(frozen=True, slots=True, kw_only=True)
class Background:
    """What belongs to our own data, empty for other texts, and how right the coder was when last measured.

    `accepted` are the reasons of warnings that a release may have, `changes` the rows added, removed and changed
    since the last release by table, None where there is none.
    """

    is_own: bool = False
    bounds: Mapping[str, TableBounds] = field(default_factory=dict)
    accepted: Accepted = field(default_factory=dict)
    accuracy: Mapping[str, Any] | None = None
    last_release: str | None = None
    changes: Mapping[str, Mapping[str, int]] | None = None


def report_build(
    tables: Mapping[str, pa.Table],
    schemas: Mapping[str, TableSchema],
    problems: Sequence[Problem],
    versions: Mapping[str, str],
    background: Background,
) -> dict[str, Any]:
    """Return the report of a build as plain values: the same for the same tables, problems and background."""
    groups = group_problems(problems)
    warnings = _tell_warnings(problems, tables, background.accepted)
    return {
        **versions,
        "is_own": background.is_own,
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
        "warnings": warnings,
        "engine": name_engine(tables),
        "checks": tell_checks(tables, problems, background.is_own),
        "articles": count_articles(tables),
        "distributions": count_distributions(tables),
        "coverage": measure_coverage(tables, schemas, background.bounds),
        "unknown": _tell_unknown(problems),
        "accuracy": background.accuracy,
        "last_release": background.last_release,
        "changes": background.changes,
    }


def _tell_warnings(
    problems: Iterable[Problem], tables: Mapping[str, pa.Table], accepted: Accepted
) -> list[dict[str, Any]]:
    """Return the warnings in order, each with its reason where it is accepted, and the words behind the row it names."""
    warnings = sorted(
        (problem for problem in problems if problem.severity == "warning"),
        key=lambda problem: (problem.rule_id, problem.where, problem.what),
    )
    rows = {row_id for problem in warnings for row_id in ROW_ID.findall(problem.where)}
    words = _find_words(tables, rows)
    return [
        {
            **{name: value for name, value in asdict(problem).items() if name != "severity"},
            "accepted": accepted.get((problem.rule_id, problem.where, problem.what)),
            "words": [told for row_id in ROW_ID.findall(problem.where) for told in words[row_id][:QUOTES_SHOWN]],
        }
        for problem in warnings
    ]


def _find_words(tables: Mapping[str, pa.Table], rows: set[str]) -> dict[str, list[dict[str, str]]]:
    found: dict[str, list[dict[str, str]]] = defaultdict(list)
    for row in tables["evidence"].to_pylist() if rows else ():
        owner = next((row[key] for key in OWNER_KEYS if row[key] in rows), None)
        told = {"column": row["column_name"], "quote": row["quote"], "article_id": row["article_id"]}
        if owner is not None and row["quote"] is not None and told not in found[owner]:
            found[owner].append(told)
    return found


def _tell_unknown(problems: Iterable[Problem]) -> list[dict[str, Any]]:
    """Return what no list knows, by kind, the most often named first."""
    named: dict[tuple[str, str, str], list[str]] = defaultdict(list)
    for problem in problems:
        if UNKNOWN in problem.rule_id:
            named[problem.rule_id.rpartition(f"{UNKNOWN}-")[2], problem.what, problem.todo].append(problem.where)
    kinds: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for (kind, what, todo), places in sorted(named.items(), key=lambda item: (item[0][0], -len(item[1]), item[0])):
        kinds[kind].append({"what": what, "todo": todo, "count": len(places), "example": min(places)})
    return [
        {"kind": kind.rpartition(".")[2], "count": len(found), "named": found[:UNKNOWN_SHOWN]}
        for kind, found in kinds.items()
    ]


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
