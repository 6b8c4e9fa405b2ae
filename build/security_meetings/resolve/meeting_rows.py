"""Meeting and participant rows: one row an encounter from all accounts of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from security_meetings.annotate.register import Register
from security_meetings.identifiers import make_id
from security_meetings.records import MeetingMention, ParticipantMention
from security_meetings.resolve.dates import unite_dates
from security_meetings.resolve.derived import Coordinates, date_meeting, derive_meeting
from security_meetings.resolve.evidence_rows import make_evidence_rows
from security_meetings.resolve.people import PersonKey
from security_meetings.resolve.plover import Plover
from security_meetings.resolve.values import STATUS_RANK, TYPE_RANK, by_rank, fullest, most_frequent
from security_meetings.rows import EvidenceRow, MeetingArticleRow, MeetingRow, ParticipantRow


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What rows are made with: hashes of the articles, person ids, coordinates, the register and the PLOVER bridge."""

    hashes: Mapping[str, str]
    raw_starts: Mapping[tuple[str, int], int]
    people: Mapping[PersonKey, str]
    coordinates: Coordinates
    register: Register
    plover: Plover


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingRows:
    """All rows that one encounter gives."""

    meeting: MeetingRow
    participants: tuple[ParticipantRow, ...]
    links: tuple[MeetingArticleRow, ...]
    evidence: tuple[EvidenceRow, ...]


def meeting_id_of(mention: MeetingMention, around: Surroundings) -> str:
    """Return the id of a meeting from the account that told it first."""
    start = around.raw_starts[mention.article_id, mention.key]
    return make_id(
        "m", around.hashes[mention.article_id], start, f"{mention.meeting_type == 'visit'}" + parties_mark(mention)
    )


def parties_mark(mention: MeetingMention) -> str:
    """Return the offsets of the parties' first words, which tell apart meetings coded from one word."""
    return "|".join(str(p.evidence[0].char_start) for p in mention.participants if p.evidence)


def make_meeting_rows(mentions: Sequence[MeetingMention], meeting_id: str, around: Surroundings) -> MeetingRows:
    """Return the rows of one encounter; `mentions` in the order of the reports."""
    participants, participant_evidence = make_participants(mentions, meeting_id, around)
    evidence = make_evidence_rows((e for m in mentions for e in m.evidence), around.hashes, meeting_id=meeting_id)
    links = tuple(
        MeetingArticleRow(
            meeting_id=meeting_id,
            article_id=m.article_id,
            meeting_type=m.meeting_type,
            status=m.status,
            date_edtf=m.date.edtf,
            city=m.city,
        )
        for m in mentions
    )
    return MeetingRows(
        meeting=make_meeting_row(mentions, meeting_id, participants, around),
        participants=participants,
        links=links,
        evidence=(*evidence, *participant_evidence),
    )


def make_meeting_row(
    mentions: Sequence[MeetingMention], meeting_id: str, participants: Sequence[ParticipantRow], around: Surroundings
) -> MeetingRow:
    """Return the one row of an encounter, its values by the rules of the data model."""
    row = MeetingRow(
        meeting_id=meeting_id,
        meeting_type=by_rank([m.meeting_type for m in mentions], TYPE_RANK),
        status=by_rank([m.status for m in mentions], STATUS_RANK),
        city=most_frequent([m.city for m in mentions]),
        country_code=most_frequent([m.country_code for m in mentions]),
        host_country_code=most_frequent([m.host_country_code for m in mentions]),
        organization_id=most_frequent([m.organization_id for m in mentions]),
        article_count=len({m.article_id for m in mentions}),
        confidence=max(m.confidence for m in mentions),
    )
    dated = date_meeting(row, unite_dates([m.date for m in mentions]), participants, around.register)
    return derive_meeting(dated, participants, around.coordinates, around.plover)


def make_participants(
    mentions: Sequence[MeetingMention], meeting_id: str, around: Surroundings
) -> tuple[tuple[ParticipantRow, ...], list[EvidenceRow]]:
    """Return the participants of all accounts, one row a person or office without a name, and their evidence."""
    groups: dict[str, list[tuple[MeetingMention, ParticipantMention]]] = {}
    for mention in mentions:
        for participant in mention.participants:
            groups.setdefault(participant_key(mention, participant, around), []).append((mention, participant))
    rows, evidence = [], []
    for key, told in merge_nameless(groups).items():
        row = make_participant_row([p for _, p in told], meeting_id, key, around)
        rows.append(row)
        evidence += make_evidence_rows(
            (e for _, p in told for e in p.evidence), around.hashes, participant_id=row.participant_id
        )
    return tuple(rows), evidence


def participant_key(mention: MeetingMention, participant: ParticipantMention, around: Surroundings) -> str:
    """Return what makes two participants one: the person, else side and office."""
    person_id = around.people.get((mention.article_id, participant.person)) if participant.name else None
    side = participant.country_code or participant.organization_id
    return person_id or f"{side}/{participant.office_type}/{participant.role or ''}".lower()


Groups = dict[str, list[tuple[MeetingMention, ParticipantMention]]]


def merge_nameless(groups: Groups) -> Groups:
    """Return the groups with an office without a name joined to the one named holder of that office."""
    merged: Groups = {key: list(told) for key, told in groups.items() if told[0][1].name is not None}
    for key, told in groups.items():
        if told[0][1].name is not None:
            continue
        mention, nameless = told[0]
        holders = [
            other
            for other, named in merged.items()
            if named[0][1].country_code == nameless.country_code
            and any(p.office_type == nameless.office_type for _, p in named)
            and all(m.article_id != mention.article_id for m, _ in named)
        ]
        merged.setdefault(holders[0] if len(holders) == 1 else key, []).extend(told)
    return merged


def make_participant_row(
    told: Sequence[ParticipantMention], meeting_id: str, key: str, around: Surroundings
) -> ParticipantRow:
    """Return the row of one participant from all accounts."""
    named = [p for p in told if p.name is not None]
    role = fullest([p.role for p in told])
    state = most_frequent([p.country_code for p in told])
    return ParticipantRow(
        participant_id=make_id("p", meeting_id, 0, key),
        meeting_id=meeting_id,
        person_id=key if named else None,
        name=fullest([p.name for p in told]),
        role=role,
        office_type=next((p.office_type for p in told if p.role == role), None),
        country_code=state,
        organization_id=None if state else most_frequent([p.organization_id for p in told]),
        is_host=most_frequent([p.is_host for p in told]),
        confidence=max(p.confidence for p in told),
    )


def frame_row(row: MeetingRow, frame_meeting_id: str | None) -> MeetingRow:
    """Return a meeting row tied to the session on whose margins it took place."""
    return replace(row, frame_meeting_id=frame_meeting_id if frame_meeting_id != row.meeting_id else None)
