"""Texts that a spreadsheet would run as formulas, and how they are made harmless in files made for spreadsheets."""

from __future__ import annotations

FORMULA_STARTS = "=+@\t\r-"


def disarm_formula(text: str) -> str:
    """Return a text with an apostrophe before it where a spreadsheet would run it, else the text as it is.

    One that has apostrophes before such a text gets one more, so that `rearm_formula` can take it off again.
    """
    return f"'{text}" if _is_armed(text.lstrip("'")) else text


def rearm_formula(text: str) -> str:
    """Return the text that `disarm_formula` made harmless."""
    return text[1:] if text.startswith("'") and _is_armed(text.lstrip("'")) else text


def _is_armed(text: str) -> bool:
    return text.startswith(tuple(FORMULA_STARTS))
