"""Why a row or a cell differs: what a human coder says in a correction, or `id_changes` of an id that is gone."""

from __future__ import annotations

from collections.abc import Iterable

from security_meetings.corrections import CORRECTED, Correction
from security_meetings.release.differences import Change, Explain, parse_key
from security_meetings.release.editions import Edition

EVIDENCE, ID_CHANGES = "evidence", "id_changes"


def explain_by(corrections: Iterable[Correction], new: Edition) -> Explain:
    """Return what gives the reason of a change: that of its correction, else that of `id_changes`, else none."""
    known = tuple(corrections)
    of_cell = {(*correction.key, correction.column): correction for correction in known if correction.action == "set"}
    of_row = {correction.key: correction.reason for correction in known if correction.action != "set"}
    of_rule = {correction.rule_id: correction.reason for correction in known}
    gone = {(row["table_name"], row["old_id"]): row["reason"] for row in new.rows.get(ID_CHANGES, {}).values()}

    def explain(change: Change) -> str:
        key = parse_key(change.key)
        row = (change.table, key[0])
        if change.kind == "cell_changed":
            correction = of_cell.get((*row, change.column))
            return correction.reason if correction is not None and correction.value == change.new else ""
        if change.kind == "row_added" and change.table == EVIDENCE:
            rule_id = new.rows[EVIDENCE][key].get("rule_id", "")
            return of_rule.get(rule_id, "") if rule_id.startswith(CORRECTED) else ""
        if change.kind == "row_added":
            return of_row.get(row, "")
        return (of_row.get(row) or gone.get(row, "")) if change.kind == "row_removed" else ""

    return explain
