"""Problems: what is wrong where, what was expected and what to do, collected instead of thrown one by one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

Severity = Literal["error", "warning", "notice"]
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "notice")
EXAMPLES_SHOWN = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One fault: `rule_id` names its kind, `where` the file, line and column or the article and span.

    `what` says what is wrong with the value in quotes, `expected` what was expected (with the nearest
    valid value where there is one), `todo` what to do, in which file.
    """

    severity: Severity
    rule_id: str
    where: str
    what: str
    expected: str = ""
    todo: str = ""

    def sentence(self) -> str:
        """Return the problem as one line for a reader."""
        parts = [f"{self.where}: {self.what}"]
        if self.expected:
            parts.append(f"expected {self.expected}")
        if self.todo:
            parts.append(self.todo)
        return "; ".join(parts)


@dataclass(frozen=True, slots=True, kw_only=True)
class ProblemGroup:
    """All problems of one kind: how many, and the first of them in sorted order."""

    severity: Severity
    rule_id: str
    count: int
    examples: tuple[Problem, ...]


class DataProblems(Exception):
    """Raised where a stage cannot go on; carries every problem found until then."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("; ".join(problem.sentence() for problem in problems[:EXAMPLES_SHOWN]))


def group_problems(problems: Iterable[Problem]) -> tuple[ProblemGroup, ...]:
    """Return one group a kind, errors first, each with its count and its first examples."""
    groups: dict[tuple[int, str], list[Problem]] = defaultdict(list)
    for problem in problems:
        groups[SEVERITIES.index(problem.severity), problem.rule_id].append(problem)
    return tuple(
        ProblemGroup(
            severity=members[0].severity,
            rule_id=rule_id,
            count=len(members),
            examples=tuple(sorted(members, key=Problem.sentence)[:EXAMPLES_SHOWN]),
        )
        for (_, rule_id), members in sorted(groups.items())
    )


def has_errors(problems: Iterable[Problem]) -> bool:
    """Return whether one of the problems is an error."""
    return any(problem.severity == "error" for problem in problems)


def nearest_value(value: str, valid: Iterable[str]) -> str | None:
    """Return the valid value that is spelled most like `value`, or None where none comes near."""
    from rapidfuzz import fuzz, process

    known = sorted(valid)
    # A slip of the pen comes first; only then a value that shares some words or a part.
    found = process.extractOne(value, known, scorer=fuzz.ratio, score_cutoff=75)
    found = found or process.extractOne(value, known, scorer=fuzz.WRatio, score_cutoff=60)
    return None if found is None else str(found[0])
