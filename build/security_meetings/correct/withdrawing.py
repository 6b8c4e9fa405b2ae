"""Withdrawing a row: it goes, and with it what hangs on it; what only points to it points nowhere."""

from __future__ import annotations

from dataclasses import replace

from security_meetings.correct.desk import OWNERS, Desk
from security_meetings.corrections import Correction

# Columns of other tables that point to a meeting and stay without it.
POINTERS = {"meetings": "frame_meeting_id", "agreements": "meeting_id", "threats_mentioned": "meeting_id"}


def withdraw_row(correction: Correction, desk: Desk) -> None:
    """Take the row of a correction out, with its participants, links and evidence."""
    row = desk.find_row(correction)
    if row is None or correction.row_id not in desk.rows[correction.table_name]:
        return
    if correction.table_name == "participants":
        desk.touch(*correction.key)
    _take_out(correction.table_name, correction.row_id, correction.reason, desk)
    if correction.table_name == "meetings":
        _take_out_meeting(correction, desk)
    elif correction.table_name == "agreements":
        desk.agreement_articles = [link for link in desk.agreement_articles if link.agreement_id != correction.row_id]


def _take_out_meeting(correction: Correction, desk: Desk) -> None:
    meeting_id = correction.row_id
    desk.meeting_articles = [link for link in desk.meeting_articles if link.meeting_id != meeting_id]
    for row in list(desk.rows["participants"].values()):
        if row.meeting_id == meeting_id:
            _take_out("participants", row.participant_id, f"its meeting was withdrawn: {correction.reason}", desk)
    for table_name, column in POINTERS.items():
        for row_id, row in desk.rows[table_name].items():
            if getattr(row, column) == meeting_id:
                desk.rows[table_name][row_id] = replace(row, **{column: None})


def _take_out(table_name: str, row_id: str, reason: str, desk: Desk) -> None:
    del desk.rows[table_name][row_id]
    desk.reasons[table_name, row_id] = reason
    owner = OWNERS.get(table_name)
    if owner is not None:
        desk.evidence = [evidence for evidence in desk.evidence if getattr(evidence, owner) != row_id]
