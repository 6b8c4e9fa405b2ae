"""Why a row is as it is: its values, the words and rules behind each, and the merges that made it one row."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from security_meetings.cells import Cells
from security_meetings.finished import read_cells, read_merges
from security_meetings.problems import DataProblems, Problem, nearest_value
from security_meetings.schemas import CODED_TABLES, LIST_SEPARATOR, TableSchema

KEY_SEPARATOR = ","
# What must be there of the tables that are read besides.
_WITNESS = ("article_id", "rule_id", "quote", "char_start", "char_end")
_TOLD_OF = ("meeting_id", "participant_id", "agreement_id")
_CHANGE = ("table_name", "old_id", "new_id", "change", "version", "reason")
_LINKS = {"meeting_articles": "meetings", "agreement_articles": "agreements"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Witness:
    """The words behind a value, where they stand, and the rule that read them; no words for a supplied value."""

    article_id: str
    rule_id: str
    quote: str
    char_start: str
    char_end: str

    def sentence(self) -> str:
        """Return the witness as one line for a reader."""
        if not self.char_start:
            return f"({self.rule_id}) {self.article_id}"
        return f'"{self.quote}" ({self.rule_id}) {self.article_id} {self.char_start}–{self.char_end}'


@dataclass(frozen=True, slots=True, kw_only=True)
class ValueTold:
    """One cell of the row and what it was coded from."""

    column_name: str
    value: str
    is_derived: bool
    witnesses: tuple[Witness, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class MergeTold:
    """Why an article's account was joined to the row."""

    article_id: str
    score: float
    reasons: tuple[str, ...]

    def sentence(self) -> str:
        """Return the merge as one line for a reader."""
        return f"{self.article_id} joined ({self.score:.2f}): {'; '.join(self.reasons)}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """A row, value by value, and its merges."""

    table_name: str
    row_id: str
    values: tuple[ValueTold, ...]
    merges: tuple[MergeTold, ...] = ()


def explain_row(dist: Path, schema: TableSchema, row_id: str) -> Explanation:
    """Return why a row of a finished table is as it is; its id is its key, parts joined with a comma.

    Raises DataProblems where the table has no such row; the problem names the nearest id, or what became of it.
    """
    rows = {
        KEY_SEPARATOR.join(row.get(name, "") for name in schema.primary_key): row
        for row in read_cells(dist, schema.name, (*schema.primary_key, *(_WITNESS if is_quote(schema) else ())))
    }
    if row_id not in rows:
        raise DataProblems([_unknown_row(dist, schema.name, row_id, rows)])
    row = rows[row_id]
    witnesses = _find_witnesses(dist, schema, row)
    values = tuple(
        ValueTold(
            column_name=column.name,
            value=row.get(column.name, ""),
            is_derived=column.is_derived,
            witnesses=witnesses.get(column.name, ()),
        )
        for column in schema.columns
        if row.get(column.name, "") or column.name in witnesses
    )
    return Explanation(table_name=schema.name, row_id=row_id, values=values, merges=_find_merges(dist, schema, row))


def _unknown_row(dist: Path, table_name: str, row_id: str, known: Iterable[str]) -> Problem:
    told_of = [
        c for c in read_cells(dist, "id_changes", _CHANGE) if (c["table_name"], c["old_id"]) == (table_name, row_id)
    ]
    # An id that was split may have been given up later; what gave it up tells where its row is.
    for change in sorted(told_of, key=lambda change: row_id in change["new_id"].split(LIST_SEPARATOR)):
        told = f'"{row_id}" was {change["change"]} in version {change["version"]}: {change["reason"]}'
        return _problem(table_name, told, f'"{change["new_id"]}"' if change["new_id"] else "an id in use")
    nearest = nearest_value(row_id, known)
    expected = f'"{nearest}"' if nearest else f"an id of csv/{table_name}.csv"
    return _problem(table_name, f'there is no row "{row_id}"', expected)


def _problem(table_name: str, what: str, expected: str) -> Problem:
    return Problem(
        severity="error",
        rule_id="explain.unknown-row",
        where=table_name,
        what=what,
        expected=expected,
        todo=f"look it up in csv/{table_name}.csv",
    )


def is_quote(schema: TableSchema) -> bool:
    """Return whether the rows of a table are words of a text themselves."""
    return "quote" in schema.column_names


def _find_witnesses(dist: Path, schema: TableSchema, row: Cells) -> dict[str, tuple[Witness, ...]]:
    """Return the evidence of a row by column; a row that is itself a quote is its own."""
    if is_quote(schema):
        column = "threat_type" if "threat_type" in schema.column_names else "quote"
        return {row.get("column_name", column): (_witness(row),)}
    found: dict[str, tuple[Witness, ...]] = {}
    for evidence in read_cells(dist, "evidence", (*_WITNESS, *_TOLD_OF, "column_name")):
        if _belongs(evidence, schema.name, row):
            name = evidence["column_name"]
            found[name] = (*found.get(name, ()), _witness(evidence))
    return {name: tuple(sorted(witnesses, key=_place)) for name, witnesses in found.items()}


def _place(witness: Witness) -> tuple[str, int]:
    return witness.article_id, int(witness.char_start) if witness.char_start.isdecimal() else -1


def _belongs(evidence: Cells, table_name: str, row: Cells) -> bool:
    keys = {"meetings": "meeting_id", "participants": "participant_id", "agreements": "agreement_id"}
    told_of = _LINKS.get(table_name, table_name)
    if told_of in keys:
        key = keys[told_of]
        same_article = table_name not in _LINKS or evidence["article_id"] == row["article_id"]
        return evidence[key] == row[key] and same_article
    of_nothing_else = not any(evidence[key] for key in keys.values())
    return told_of in CODED_TABLES and of_nothing_else and evidence["article_id"] == row["article_id"]


def _witness(cells: Cells) -> Witness:
    return Witness(
        article_id=cells["article_id"],
        rule_id=cells["rule_id"],
        quote=cells["quote"],
        char_start=cells["char_start"],
        char_end=cells["char_end"],
    )


def _find_merges(dist: Path, schema: TableSchema, row: Mapping[str, str]) -> tuple[MergeTold, ...]:
    table_name = _LINKS.get(schema.name, schema.name)
    row_id = row[schema.primary_key[0]]
    return tuple(
        MergeTold(article_id=merge["article_id"], score=merge["score"], reasons=tuple(merge["reasons"]))
        for merge in read_merges(dist)
        if merge["table_name"] == table_name
        and merge["row_id"] == row_id
        and (schema.name not in _LINKS or merge["article_id"] == row["article_id"])
    )
