"""Corrections: what human coders decided against the machine, one block a decision, and how its words are found."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from security_meetings.ledger import Key
from security_meetings.schemas import TableSchema

Action = Literal["set", "add", "withdraw"]
ACTIONS: tuple[Action, ...] = ("set", "add", "withdraw")
CORRECTED = "corrected:"
LONGEST_QUOTE = 200

CORRECTED_TABLES = ("articles", "meetings", "participants", "agreements", "threats_mentioned")
# A text is taken out of raw/, not withdrawn from its table; a row of it is not added without the text.
GIVEN_TABLES = ("articles",)
# What a row is hangs on these; another value would be another row.
_FIXED = {
    "articles": {"duplicate_of"},
    "participants": {"meeting_id"},
    "threats_mentioned": {"article_id", "quote", "char_start", "char_end", "rule_id"},
}
# Worked out by a build, but nothing else in the row says it: a coder may know better.
_OPEN = {"date_interval_type"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """One decision: another value in a cell, a row that is not to be there, or one that the machine did not see.

    Values are texts of cells. `words` are those in the text of `article_id` that tell the new value, and `at` where
    they begin if they stand there several times; `place` is the file and line of the block.
    """

    id: str
    table_name: str
    row_id: str
    action: Action
    reason: str
    who: str
    when: date
    column: str = ""
    expected: str = ""
    value: str = ""
    values: Mapping[str, str] = field(default_factory=dict)
    article_id: str | None = None
    words: str | None = None
    at: int | None = None
    place: str = ""

    @property
    def key(self) -> Key:
        """Return table and id of the row."""
        return self.table_name, self.row_id

    @property
    def rule_id(self) -> str:
        """Return the rule that evidence of the decision names."""
        return f"{CORRECTED}{self.id}"

    @property
    def adds_fact(self) -> bool:
        """Return whether something is told that the machine did not see, and so needs words."""
        return self.action == "add" or (self.action == "set" and bool(self.value) and not self.expected)


class WordsNotFound(ValueError):
    """Raised where the words of a correction do not stand once in the text; tells what was expected."""


def find_words(text: str, words: str, at: int | None) -> tuple[int, int]:
    """Return the span of words in a raw text, any white space for each space; raises WordsNotFound where unclear."""
    pattern = r"\s+".join(map(re.escape, words.split()))
    spans = [match.span() for match in re.finditer(pattern, text)] if pattern else []
    chosen = [span for span in spans if at is None or span[0] == at]
    if not spans:
        raise WordsNotFound("words as they stand in the text")
    if len(chosen) != 1:
        raise WordsNotFound(f"at = {' or '.join(str(start) for start, _ in spans)}, where they stand")
    if chosen[0][1] - chosen[0][0] > LONGEST_QUOTE:
        raise WordsNotFound(f"at most {LONGEST_QUOTE} characters")
    return chosen[0]


def correctable_columns(schema: TableSchema) -> tuple[str, ...]:
    """Return the columns of a table whose values may be corrected; all others are derived or make the row what it is."""
    fixed = {*schema.primary_key, *_FIXED.get(schema.name, ())}
    return tuple(
        column.name
        for column in schema.columns
        if (not column.is_derived or column.name in _OPEN) and column.name not in fixed
    )


def addable_columns(schema: TableSchema) -> tuple[str, ...]:
    """Return the columns that a row added by hand may fill."""
    own = _FIXED["threats_mentioned"] if schema.name == "threats_mentioned" else ()
    return tuple(
        column.name
        for column in schema.columns
        if not column.is_derived and column.name not in (*schema.primary_key, *own)
    )


def rows_of(corrections: Iterable[Correction], action: Action) -> frozenset[Key]:
    """Return table and id of the rows that corrections add, or withdraw."""
    return frozenset(correction.key for correction in corrections if correction.action == action)
