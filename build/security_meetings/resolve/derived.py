"""Derived columns: what a row of meetings or agreements says by its other columns, the same for coder and corrections."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from security_meetings.annotate.register import Register
from security_meetings.extract.date_solver import bound_by_tenures
from security_meetings.records import DateTold
from security_meetings.resolve.plover import Plover
from security_meetings.rows import AgreementRow, MeetingRow, ParticipantRow

Coordinates = Mapping[tuple[str, str], tuple[float, float]]


def derive_meeting(
    row: MeetingRow, participants: Sequence[ParticipantRow], coordinates: Coordinates, plover: Plover
) -> MeetingRow:
    """Return a meeting with its coordinates and its event codes."""
    sides = {p.country_code or p.organization_id for p in participants} - {None}
    host = row.host_country_code
    latitude, longitude = coordinates.get((row.city or "", row.country_code or ""), (None, None))
    host_is_side = host is not None and (host in sides or row.meeting_type == "visit")
    event, mode, cameo = plover.meeting_codes(
        row.meeting_type, row.status, host_is_side, row.country_code is not None and row.country_code not in sides
    )
    return replace(row, latitude=latitude, longitude=longitude, plover_event=event, plover_mode=mode, cameo_code=cameo)


def derive_agreement(row: AgreementRow, plover: Plover) -> AgreementRow:
    """Return an agreement with its event codes."""
    event, cameo = plover.agreement_codes(row.status)
    return replace(row, plover_event=event, cameo_code=cameo)


def date_meeting(
    row: MeetingRow, told: DateTold, participants: Sequence[ParticipantRow], register: Register
) -> MeetingRow:
    """Return a meeting with its date, the first and last possible day bounded by the offices that its people held."""
    bounded = bound_by_tenures(told, held_tenures(participants, register))
    return replace(
        row,
        date_edtf=bounded.edtf,
        date_start=bounded.start,
        date_end=bounded.end,
        date_interval_type=interval_type(bounded),
        date_basis=bounded.basis if bounded.edtf else None,
        has_date_conflict=bounded.has_conflict,
    )


def interval_type(told: DateTold) -> str | None:
    """Return the kind of interval of a date whose first and last day differ."""
    if told.start is None or told.end is None or told.start == told.end:
        return None
    return told.interval_type or "uncertain"


def held_tenures(participants: Sequence[ParticipantRow], register: Register) -> list[tuple[date | None, date | None]]:
    """Return first and last day of the one listed tenure in which each participant held the office told."""
    found = []
    for participant in participants:
        fitting = [
            tenure
            for tenure in register.tenures.get(participant.person_id or "", ())
            if tenure.office_type == participant.office_type and tenure.country_code == (participant.country_code or "")
        ]
        if len(fitting) == 1:
            found.append((fitting[0].start, fitting[0].end))
    return found
