"""Setting a cell: another value in the place of what the machine coded, if that is still what was expected there."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from security_meetings.cells import parse_cell
from security_meetings.correct.desk import Desk, cell_of
from security_meetings.corrections import Correction
from security_meetings.edtf_bounds import edtf_bounds
from security_meetings.records import DateTold

LOOK = "look at it with: security-meetings explain"


def set_cell(correction: Correction, desk: Desk) -> None:
    """Set the cell of a correction; one that does not fit is a problem and changes nothing."""
    row = desk.find_row(correction)
    if row is None or not _is_as_expected(correction, row, desk):
        return
    if not desk.is_known(correction, correction.column, correction.value):
        return
    span = desk.find_span(correction)
    if correction.adds_fact and correction.words is None:
        told = f'"{correction.value}" in {correction.column} is told where the machine coded nothing'
        desk.complain(correction, told, "article and words, which tell it", "add them to the block")
        return
    if correction.words is not None and span is None:
        return
    schema = desk.grounds.schemas[correction.table_name]
    value = parse_cell(correction.value, schema.column(correction.column))
    _put(correction, {correction.column: value}, desk)
    article_id = desk.article_of(correction)
    if correction.table_name != "threats_mentioned" and article_id:
        desk.add_evidence(correction, correction.column, span, article_id)
    _note_date(correction, row, desk)
    desk.touch(*correction.key)
    if correction.column in ("country_code", "host_country_code"):
        desk.sides.add(correction.key)


def _is_as_expected(correction: Correction, row: Any, desk: Desk) -> bool:
    there = cell_of(row, correction.column)
    if there == correction.expected:
        return True
    told = f'{correction.column} of {correction.table_name} {correction.row_id} is "{there}" now'
    if there == correction.value:
        todo = "take the block out: the machine says the same"
    else:
        todo = f"{LOOK} {correction.table_name} {correction.row_id}; take the block out, or expect what is there now"
    desk.complain(correction, told, f'"{correction.expected}", which it corrects', todo, kind="expected-value-gone")
    return False


def _put(correction: Correction, values: dict[str, Any], desk: Desk) -> None:
    row = desk.rows[correction.table_name][correction.row_id]
    if hasattr(row, "coding_status"):
        values["coding_status"] = "corrected"
    if correction.table_name == "threats_mentioned":
        values["rule_id"] = correction.rule_id
    desk.rows[correction.table_name][correction.row_id] = replace(row, **values)


def _note_date(correction: Correction, row: Any, desk: Desk) -> None:
    if correction.column == "date_interval_type":
        desk.interval_types[correction.key] = correction.value or None
    elif correction.column in ("date_edtf", "published_edtf"):
        kind = getattr(row, "date_interval_type", None)
        desk.dates[correction.key] = tell_date(correction.value, kind, is_stated=correction.words is not None)


def tell_date(edtf: str, interval_type: Any, is_stated: bool) -> DateTold:
    """Return a date as a human coder tells it: stated in the words given, or supplied."""
    if not edtf:
        return DateTold(edtf=None)
    start, end = edtf_bounds(edtf)
    basis = "stated" if is_stated else "supplied"
    return DateTold(edtf=edtf, start=start, end=end, interval_type=interval_type, basis=basis)  # type: ignore[arg-type]
