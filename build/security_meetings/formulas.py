"""Texts that a spreadsheet would run as formulas, and how they are made harmless in files made for spreadsheets."""

from __future__ import annotations

FORMULA_STARTS = "=+@\t\r-"


def disarm_formula(text: str) -> str:
    """Return a text with an apostrophe before it where a spreadsheet would run it, else the text as it is."""
    return f"'{text}" if text.startswith(tuple(FORMULA_STARTS)) else text
