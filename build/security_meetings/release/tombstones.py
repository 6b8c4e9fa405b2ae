"""Whether identifiers last: what was published and is gone must be in `id_changes`, and what was given up stays so."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from security_meetings.ledger import LEDGER_TABLES
from security_meetings.problems import Problem
from security_meetings.release.editions import Cells, Edition
from security_meetings.release.versioning import LISTED_COLUMN

ID_CHANGES = "id_changes"
GIVEN_UP = frozenset(("merged", "withdrawn", "renamed"))


def check_lasting(old: Edition, new: Edition) -> Iterator[Problem]:
    """Yield an error for each published id that is gone without a word, and for each that was given up and is back."""
    told = {(row["table_name"], row["old_id"]) for row in new.rows.get(ID_CHANGES, {}).values()}
    for table in LEDGER_TABLES:
        now = new.rows.get(table, {})
        for key, row in old.rows.get(table, {}).items():
            # The people of the register stand in a vocabulary; those who go are told by the version.
            if key not in now and (table, key[0]) not in told and row.get(LISTED_COLUMN) != "true":
                yield _fault(f"{table} {key[0]}", "is published, gone, and not in id_changes", "what stands for it now")
    for key in old.rows.get(ID_CHANGES, {}):
        if key not in new.rows.get(ID_CHANGES, {}):
            yield _fault(f"{ID_CHANGES} {','.join(key)}", "is published and gone", "every change of an id, for good")
    yield from _find_returned(old.rows.get(ID_CHANGES, {}), new)


def _find_returned(changes: Mapping[tuple[str, ...], Cells], new: Edition) -> Iterator[Problem]:
    for row in changes.values():
        table, row_id = row["table_name"], row["old_id"]
        if row["change"] in GIVEN_UP and (row_id,) in new.rows.get(table, {}):
            told = f"was {row['change']} in version {row['version']}, and is in use again"
            yield _fault(f"{table} {row_id}", told, "another id")


def _fault(where: str, what: str, expected: str) -> Problem:
    return Problem(
        severity="error",
        rule_id="release.lost-id",
        where=where,
        what=what,
        expected=expected,
        todo="see that build/ledger/ is that of the last release and what came since; its builds tell what became of ids",
    )
