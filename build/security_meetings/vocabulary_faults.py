"""Problems of the vocabulary, made in one way."""

from __future__ import annotations

from security_meetings.problems import Problem, Severity


def fault(rule_id: str, where: str, what: str, expected: str, todo: str, *, severity: Severity = "error") -> Problem:
    """Return a problem of the vocabulary."""
    return Problem(
        severity=severity, rule_id=f"vocabulary.{rule_id}", where=where, what=what, expected=expected, todo=todo
    )


def show(value: str) -> str:
    """Return a value in quotes."""
    return f'"{value}"'
