"""What was checked, in words: each check, what it looked at, and how much it found."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from security_meetings.check import load_expectations
from security_meetings.check.structure import ROWS_BY_ROW
from security_meetings.export.figures import count_quotes
from security_meetings.problems import Problem

if TYPE_CHECKING:
    import pyarrow as pa

ENGINES = {False: "Frictionless, row by row", True: "Arrow, column by column"}
# Beginnings of rule ids, the first that fits counts; what is checked; what of it is counted.
CHECKS = (
    (
        ("structure.",),
        "Files",
        "Each CSV file fits its schema: columns, types, allowed values, keys, references; "
        "checksum and size of every file fit the descriptor.",
        "cells",
    ),
    (("parity.",), "Parquet", "CSV and Parquet hold the same cells.", "cells"),
    (
        ("integrity.quote", "integrity.char-count", "integrity.body-span"),
        "Quotes",
        "Every quote is what its article has at the place told.",
        "quotes",
    ),
    (
        ("integrity.long-stretch",),
        "Extent of quotes",
        "No more than 300 characters of a text can be put together from quotes.",
        "articles",
    ),
    (
        ("integrity.no-evidence", "integrity.evidence"),
        "Evidence",
        "Every coded value has the words that it was coded from, and no evidence stands for nothing.",
        "rows of evidence",
    ),
    (("integrity.",), "Tables", "Keys, lists, dates, identifiers and the order of rows are sound.", "rows"),
    (("formulas.",), "Formulas", "No cell would run as a formula in a spreadsheet.", "cells"),
    (("bounds.",), "Bounds", "Rows and filled cells are within their bounds, and near the last release.", "columns"),
    (("vocabulary.",), "Vocabulary", "Codebook and gazetteer are sound, and know the names in the texts.", "articles"),
    (
        ("read.", "sources.", "articles."),
        "Texts",
        "Texts can be read, and agree with what is known of them.",
        "articles",
    ),
)


def tell_checks(tables: Mapping[str, pa.Table], problems: Sequence[Problem], is_own: bool) -> list[dict[str, Any]]:
    """Return the checks in order, those of the meaning last: name, words, extent, and the count of problems."""
    amounts = measure_extent(tables)
    told = []
    left = list(problems)
    for prefixes, name, says, unit in CHECKS:
        if name == "Bounds" and not is_own:
            continue
        found = [problem for problem in left if problem.rule_id.startswith(prefixes)]
        left = [problem for problem in left if not problem.rule_id.startswith(prefixes)]
        told.append(_tell(name, says, f"{amounts[unit]:,} {unit}", found))
    for entry in load_expectations():
        found = [problem for problem in left if problem.rule_id == f"expectations.{entry.id}"]
        told.append(_tell(entry.id, f"{entry.says[0].upper()}{entry.says[1:]}.", entry.view.replace("_", " "), found))
    return told


def measure_extent(tables: Mapping[str, pa.Table]) -> dict[str, int]:
    """Return how many rows, cells, columns, articles, quotes and rows of evidence the tables have."""
    return {
        "rows": sum(table.num_rows for table in tables.values()),
        "cells": sum(table.num_rows * table.num_columns for table in tables.values()),
        "columns": sum(table.num_columns for table in tables.values()),
        "articles": tables["articles"].num_rows if "articles" in tables else 0,
        "rows of evidence": tables["evidence"].num_rows if "evidence" in tables else 0,
        "quotes": count_quotes(tables),
    }


def name_engine(tables: Mapping[str, pa.Table]) -> str:
    """Return which engine checks tables of this size, in words."""
    return ENGINES[measure_extent(tables)["rows"] > ROWS_BY_ROW]


def _tell(name: str, says: str, extent: str, found: Iterable[Problem]) -> dict[str, Any]:
    counts = dict.fromkeys(("error", "warning", "notice"), 0)
    for problem in found:
        counts[problem.severity] += 1
    return {"name": name, "says": says, "extent": extent, "found": counts}
