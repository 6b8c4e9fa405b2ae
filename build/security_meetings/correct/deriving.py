"""Deriving anew what follows from corrected cells: dates, hosts, coordinates, event codes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from security_meetings.correct.desk import Desk
from security_meetings.edtf_bounds import edtf_bounds
from security_meetings.records import DateTold
from security_meetings.rows import MeetingRow, ParticipantRow

Coordinates = Mapping[tuple[str, str], tuple[float, float]]


def derive_rows(desk: Desk) -> None:
    """Bring all derived columns of the rows that were touched up to date."""
    for row in list(desk.rows["participants"].values()):
        if {("meetings", row.meeting_id), ("participants", row.participant_id)} & desk.sides:
            meeting = desk.rows["meetings"].get(row.meeting_id)
            host = meeting.host_country_code if meeting is not None else None
            is_host = None if host is None or row.country_code is None else row.country_code == host
            desk.rows["participants"][row.participant_id] = replace(row, is_host=is_host)
    coordinates = _read_coordinates(desk)
    for table_name, row_id in sorted(desk.touched):
        if row_id not in desk.rows[table_name]:
            continue
        match table_name:
            case "meetings":
                _derive_meeting(row_id, desk, coordinates)
            case "agreements":
                _derive_agreement(row_id, desk)
            case "articles":
                _derive_article(row_id, desk)


def _read_coordinates(desk: Desk) -> Coordinates:
    from security_meetings.annotate.towns import list_coordinates

    return list_coordinates(desk.grounds.vocabulary) if desk.touched else {}


def _derive_meeting(row_id: str, desk: Desk, coordinates: Coordinates) -> None:
    from security_meetings.annotate.register import build_register
    from security_meetings.resolve.derived import date_meeting, derive_meeting
    from security_meetings.resolve.plover import build_plover

    vocabulary = desk.grounds.vocabulary
    row: MeetingRow = desk.rows["meetings"][row_id]
    participants: list[ParticipantRow] = [p for p in desk.rows["participants"].values() if p.meeting_id == row_id]
    told = desk.dates.get(("meetings", row_id)) or _date_of(row)
    row = date_meeting(row, told, participants, build_register(vocabulary))
    row = replace(row, date_interval_type=desk.interval_types.get(("meetings", row_id), row.date_interval_type))
    desk.rows["meetings"][row_id] = derive_meeting(row, participants, coordinates, build_plover(vocabulary))


def _date_of(row: MeetingRow) -> DateTold:
    """Return the date of a row as it was told, before the offices held bounded it."""
    start, end = (None, None) if row.date_edtf is None else edtf_bounds(row.date_edtf)
    return DateTold(
        edtf=row.date_edtf,
        start=start,
        end=end,
        interval_type=row.date_interval_type,  # type: ignore[arg-type]
        basis=row.date_basis,  # type: ignore[arg-type]
        has_conflict=row.has_date_conflict,
    )


def _derive_agreement(row_id: str, desk: Desk) -> None:
    from security_meetings.resolve.derived import derive_agreement, interval_type
    from security_meetings.resolve.plover import build_plover

    row = desk.rows["agreements"][row_id]
    told = desk.dates.get(("agreements", row_id))
    if told is not None:
        row = replace(
            row,
            date_start=told.start,
            date_end=told.end,
            date_interval_type=interval_type(told),
            date_basis=told.basis if told.edtf else None,
        )
    kind = desk.interval_types.get(("agreements", row_id), row.date_interval_type)
    desk.rows["agreements"][row_id] = derive_agreement(
        replace(row, date_interval_type=kind), build_plover(desk.grounds.vocabulary)
    )


def _derive_article(row_id: str, desk: Desk) -> None:
    told = desk.dates.get(("articles", row_id))
    if told is not None:
        desk.rows["articles"][row_id] = replace(
            desk.rows["articles"][row_id],
            published_start=told.start,
            published_end=told.end,
            published_basis=told.basis if told.edtf else None,
        )
