"""Stage correct: what human coders decided is put into the records, and what follows from it is derived anew."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from security_meetings.correct.adding import add_row
from security_meetings.correct.deriving import derive_rows
from security_meetings.correct.desk import Desk, Grounds, lay_out, nearest_code, target_tables
from security_meetings.correct.setting import set_cell
from security_meetings.correct.withdrawing import withdraw_row
from security_meetings.corrections import Correction
from security_meetings.ledger import Key
from security_meetings.problems import Problem
from security_meetings.results import Records

__all__ = ["Corrected", "Grounds", "correct_records", "nearest_code", "target_tables"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Corrected:
    """Corrected records, why each row that is no longer there was withdrawn, and what no longer fits."""

    records: Records
    reasons: dict[Key, str]
    problems: tuple[Problem, ...] = ()


def correct_records(records: Records, corrections: Sequence[Correction], grounds: Grounds) -> Corrected:
    """Return the records with all corrections, whatever their order: rows added, cells set, rows withdrawn.

    A correction that does not fit what the machine coded now is a problem, and nothing of it is done.
    """
    if not corrections:
        return Corrected(records=records, reasons={})
    desk: Desk = lay_out(records, grounds)
    for action, apply in (("add", add_row), ("set", set_cell), ("withdraw", withdraw_row)):
        # What a cell is expected to hold is what it held before any correction of this kind.
        desk.before = {name: dict(rows) for name, rows in desk.rows.items()}
        for correction in corrections:
            if correction.action == action:
                apply(correction, desk)
    derive_rows(desk)
    return Corrected(records=desk.pick_up(), reasons=desk.reasons, problems=tuple(desk.problems))
