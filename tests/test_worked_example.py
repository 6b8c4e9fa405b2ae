"""The worked example of build/README.md gives the rows that stand there, each value with its words and rule."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from coder_cases import make_article
from security_meetings.annotate import annotate_article
from security_meetings.extract import extract_document
from security_meetings.resolve import resolve_codings
from security_meetings.results import Records
from security_meetings.vocabularies import load_vocabulary

SECTION = (
    (Path(__file__).parents[1] / "build" / "README.md")
    .read_text(encoding="utf-8")
    .partition("## One text and its rows")[2]
    .partition("\n## ")[0]
)
KEYS = {"meetings": "meeting_id", "participants": "participant_id", "agreements": "agreement_id"}
Told = tuple[str, str, str, str, str]


def told_in_readme() -> list[Told]:
    """Return table, column, value, words and rule of each line of the example."""
    lines = [line for line in SECTION.splitlines() if line.startswith("| `")]
    cells = [[cell.strip().strip("`") for cell in line.strip("|").split("|")] for line in lines]
    return [(table, column, value, words, rule) for table, column, value, words, rule in cells]


@pytest.fixture(scope="module")
def records() -> Records:
    blocks = re.findall(r"```text\n(.*?)```", SECTION, re.S)
    assert len(blocks) == 1
    vocabulary = load_vocabulary()
    coding = extract_document(annotate_article(make_article(blocks[0]), vocabulary), vocabulary)
    return resolve_codings([coding], vocabulary)


def show(value: Any) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def pieces(records: Records, table: str, row: Any, column: str) -> list[tuple[str | None, str]]:
    """Return the words and rules behind a value: its evidence, and for the type of a threat what its own row has."""
    if table == "threats_mentioned":
        return [(row.quote, row.rule_id)] if column == "threat_type" else []
    key = KEYS.get(table)
    return [
        (piece.quote, piece.rule_id)
        for piece in records.evidence
        if piece.column_name == column
        and (
            getattr(piece, key) == getattr(row, key)
            if key
            else not any(getattr(piece, other) for other in KEYS.values())
        )
    ]


def test_the_example_has_as_many_rows_as_are_told(records: Records) -> None:
    first = {"articles": "outlet_id", "participants": "name", "threats_mentioned": "threat_type"}
    first |= {"meetings": "meeting_type", "agreements": "agreement_type"}
    told = Counter(table for table, column, *_ in told_in_readme() if column == first[table])
    assert told == {table: len(getattr(records, table)) for table in first}


def test_every_value_of_the_example_has_the_words_and_the_rule_that_are_told(records: Records) -> None:
    for table, column, value, words, rule in told_in_readme():
        rows = [row for row in getattr(records, table) if show(getattr(row, column)) == value]
        assert rows, f"{table} {column} {value}"
        found = [pieces(records, table, row, column) for row in rows]
        assert ([(words, rule)] if rule else []) in found, f"{table} {column} {value}"
