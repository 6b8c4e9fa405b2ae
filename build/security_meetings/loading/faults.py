"""What can go wrong while a data set is found, fetched and read, in words for the one who loads it."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

from security_meetings.problems import DataProblems, Problem


def loading_fault(kind: str, where: object, what: str, expected: str, todo: str = "") -> DataProblems:
    """Return the exception that tells of one fault of loading."""
    return DataProblems(
        [
            Problem(
                severity="error", rule_id=f"loading.{kind}", where=str(where), what=what, expected=expected, todo=todo
            )
        ]
    )


def name_nearest(value: str, known: Iterable[str]) -> str:
    """Return the known names as what was expected, the one that is spelled most like the value first.

    The library that compares spellings elsewhere is no part of the loader alone.
    """
    names = list(known)
    near = get_close_matches(value, names, n=1)
    return f'"{near[0]}"? There are: {", ".join(names)}' if near else f"one of: {', '.join(names)}"
