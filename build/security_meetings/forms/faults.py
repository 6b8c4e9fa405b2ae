"""Faults of the further forms, as problems."""

from __future__ import annotations

from security_meetings.problems import Problem

WRITE_AGAIN = "write it again: security-meetings convert"


def form_fault(kind: str, where: str, what: str, expected: str = "", todo: str = WRITE_AGAIN) -> Problem:
    """Return a fault of a form as an error."""
    return Problem(severity="error", rule_id=f"forms.{kind}", where=where, what=what, expected=expected, todo=todo)
