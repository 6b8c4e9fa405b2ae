"""Renaming: provisional ids give way to lasting ones, in every row that names them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, replace
from typing import Any

from security_meetings.identifiers import make_evidence_id, origin_of_ids
from security_meetings.results import Merge, Records, Sighting
from security_meetings.rows import EvidenceRow

# The tables to whose keys these columns point.
REFERENCES = {
    "meeting_id": "meetings",
    "frame_meeting_id": "meetings",
    "participant_id": "participants",
    "agreement_id": "agreements",
    "threat_mention_id": "threats_mentioned",
    "person_id": "people",
    "speaker_person_id": "people",
}
NewIds = Mapping[str, Mapping[str, str]]


def rename_rows(records: Records, new_ids: NewIds) -> Records:
    """Return the records with the ids of some tables replaced; evidence of a renamed row gets an id to match."""
    changed = {table: ids for table, ids in new_ids.items() if any(old != new for old, new in ids.items())}
    if not changed:
        return records
    origins = {
        row.article_id: origin_of_ids(row.text_sha256, row.article_id, row.duplicate_of) for row in records.articles
    }
    return replace(
        records,
        **{
            column.name: tuple(_rename_row(row, changed, origins) for row in getattr(records, column.name))
            for column in fields(records)
        },
    )


def _rename_row(row: Any, new_ids: NewIds, origins: Mapping[str, str]) -> Any:
    if isinstance(row, Merge):
        return replace(row, row_id=new_ids.get(row.table_name, {}).get(row.row_id, row.row_id))
    if isinstance(row, Sighting):
        return replace(row, person_id=new_ids.get("people", {}).get(row.person_id, row.person_id))
    values = {}
    for column, table in REFERENCES.items():
        old = getattr(row, column, None)
        new = new_ids.get(table, {}).get(old, old) if old is not None else None
        if new != old:
            values[column] = new
    if not values:
        return row
    renamed = replace(row, **values)
    return name_evidence(renamed, origins) if isinstance(renamed, EvidenceRow) else renamed


def name_evidence(row: EvidenceRow, origins: Mapping[str, str]) -> EvidenceRow:
    """Return a row of evidence with the id that its content gives it."""
    owner = row.meeting_id or row.participant_id or row.agreement_id or ""
    made = make_evidence_id(origins[row.article_id], owner, row.column_name, row.rule_id, row.char_start, row.char_end)
    return replace(row, evidence_id=made)
