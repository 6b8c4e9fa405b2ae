"""Whether every coded value has evidence, and every row of evidence a value that it stands for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from security_meetings.check.shape import Rows, fault, row_name
from security_meetings.problems import Problem, nearest_value
from security_meetings.schemas import CODED_TABLES, TableSchema, evidence_columns

OWNER_KEYS = {"meeting_id": "meetings", "participant_id": "participants", "agreement_id": "agreements"}
SPAN = ("quote", "char_start", "char_end")
SUPPLIED_RULE = "supplied"
CORRECTED_PREFIX = "corrected:"

Owner = tuple[str, str]


def check_evidence(schemas: Mapping[str, TableSchema], rows: Mapping[str, Rows]) -> Iterator[Problem]:
    """Yield evidence of nothing, evidence without words, and filled cells without evidence."""
    ids = {name: {row[schemas[name].primary_key[0]] for row in rows[name]} for name in CODED_TABLES}
    shown: set[tuple[Owner, str]] = set()
    for row in rows["evidence"]:
        where = row_name(schemas["evidence"], row)
        yield from _check_words(where, row)
        owners = _owners(row)
        if len(owners) > 1:
            told = ", ".join(f'"{identifier}"' for _, identifier in owners)
            yield fault("evidence-owners", where, f"{told} are all named", "at most one of the three ids")
            continue
        yield from _check_owner(where, owners[0], row["column_name"], schemas, ids)
        shown.add((owners[0], row["column_name"]))
    for name in CODED_TABLES:
        yield from _check_values(schemas[name], rows[name], shown)


def _owners(row: Mapping[str, Any]) -> list[Owner]:
    named = [(table, row[key]) for key, table in OWNER_KEYS.items() if row[key] is not None]
    return named or [("articles", row["article_id"])]


def _check_words(where: str, row: Mapping[str, Any]) -> Iterator[Problem]:
    empty = [name for name in SPAN if row[name] is None]
    if not empty:
        return
    rule_id = row["rule_id"]
    if len(empty) < len(SPAN):
        yield fault("evidence-span", where, f"{', '.join(empty)} is empty", "quote and span, or none of the three")
    elif rule_id != SUPPLIED_RULE and not rule_id.startswith(CORRECTED_PREFIX):
        expected = f'words, or "{SUPPLIED_RULE}" or "{CORRECTED_PREFIX}<id>" as rule'
        yield fault("evidence-span", where, f'"{rule_id}" gives no words', expected)


def _check_owner(
    where: str, owner: Owner, column: str, schemas: Mapping[str, TableSchema], ids: Mapping[str, set[Any]]
) -> Iterator[Problem]:
    table, identifier = owner
    if identifier not in ids[table]:
        yield fault("evidence-owner", where, f'"{identifier}" is not in {table}', f"an id of {table}")
    names = schemas[table].column_names
    if column not in names:
        near = nearest_value(column, names)
        yield fault(
            "evidence-column", where, f'"{column}" is no column of {table}', f'"{near}"' if near else ", ".join(names)
        )


def _check_values(schema: TableSchema, rows: Rows, shown: set[tuple[Owner, str]]) -> Iterator[Problem]:
    key, columns = schema.primary_key[0], evidence_columns(schema)
    for row in rows:
        for column in columns:
            if row[column] is not None and ((schema.name, row[key]), column) not in shown:
                where = row_name(schema, row, column)
                yield fault("no-evidence", where, f'"{row[column]}" has no evidence', "at least one row of evidence")
