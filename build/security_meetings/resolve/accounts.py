"""Accounts: what one article tells of a meeting, with what resolution needs to know to hold it against another's."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from security_meetings.records import AgreementMention, Coding, MeetingMention, ParticipantMention
from security_meetings.resolve.derived import Coordinates
from security_meetings.resolve.people import PersonKey

SINGLE_HOLDERS = frozenset(
    [
        "head_of_state",
        "head_of_government",
        "foreign_minister",
        "interior_minister",
        "defence_minister",
        "justice_minister",
        "security_council_secretary",
        "chief_of_general_staff",
        "organization_head",
    ]
)
# Offices that a state has once or nearly so: without a name they still tell who is meant.
TELLING_OFFICES = SINGLE_HOLDERS | frozenset(
    ["intelligence_chief", "border_guard_chief", "police_chief", "drug_control_chief", "prosecutor_general"]
)
UNKNOWN_SIDE = "?"


@dataclass(frozen=True, slots=True)
class Lead:
    """Who is told first of a side: the person where named, and the single offices that he or she is known to hold."""

    person_id: str | None
    offices: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """One article's account of a meeting, with what resolution needs to know of it."""

    mention: MeetingMention
    people: Mapping[str, str]
    offices: frozenset[tuple[str, str]]
    sides: frozenset[str]
    holders: Mapping[tuple[str, str], frozenset[str]]
    leads: Mapping[str, Lead]
    instruments: tuple[AgreementMention, ...]
    published: tuple[date, date] | None
    spot: tuple[float, float] | None


@dataclass(frozen=True, slots=True)
class KnownSides:
    """What all articles tell of each person: the sides represented and the single offices held."""

    sides: Mapping[str, frozenset[str]]
    offices: Mapping[str, frozenset[str]]

    def side(self, participant: ParticipantMention, person_id: str | None) -> str:
        """Return the side of a participant: as told here, else the one that the other articles tell."""
        elsewhere = self.sides.get(person_id, frozenset()) if person_id else frozenset()
        return side_of(participant) or (next(iter(elsewhere)) if len(elsewhere) == 1 else "")


def make_accounts(codings: Sequence[Coding], ids: Mapping[PersonKey, str], coordinates: Coordinates) -> list[Account]:
    """Return the accounts of all meetings, in the order of the reports."""
    known = know_sides(codings, ids)
    return [make_account(coding, mention, ids, known, coordinates) for coding in codings for mention in coding.meetings]


def make_account(
    coding: Coding,
    mention: MeetingMention,
    ids: Mapping[PersonKey, str],
    known: KnownSides,
    coordinates: Coordinates,
) -> Account:
    """Return the account of one meeting in one article."""
    told = [(p, person_of(mention, p, ids)) for p in mention.participants]
    sided = [(p, person_id, known.side(p, person_id)) for p, person_id in told]
    published = coding.article.published
    return Account(
        mention=mention,
        people={person_id: side or UNKNOWN_SIDE for _, person_id, side in sided if person_id},
        offices=frozenset((side, office_mark(p)) for p, _, side in sided if p.office_type and side),
        sides=frozenset(side for _, _, side in sided if side),
        holders=name_holders(sided),
        leads=find_leads(sided, known),
        instruments=tuple(a for a in coding.agreements if a.meeting_key == mention.key and a.status == "signed"),
        published=(published.start, published.end) if published.start and published.end else None,
        spot=coordinates.get((mention.city or "", mention.country_code or "")),
    )


def know_sides(codings: Sequence[Coding], ids: Mapping[PersonKey, str]) -> KnownSides:
    """Return the sides and the single offices that all accounts together tell of each person."""
    sides: dict[str, set[str]] = defaultdict(set)
    offices: dict[str, set[str]] = defaultdict(set)
    for mention in (mention for coding in codings for mention in coding.meetings):
        for participant in mention.participants:
            person_id = person_of(mention, participant, ids)
            if person_id and side_of(participant):
                sides[person_id].add(side_of(participant))
            if person_id and participant.office_type in SINGLE_HOLDERS:
                offices[person_id].add(participant.office_type)
    return KnownSides(
        {key: frozenset(told) for key, told in sides.items()}, {key: frozenset(told) for key, told in offices.items()}
    )


def person_of(mention: MeetingMention, participant: ParticipantMention, ids: Mapping[PersonKey, str]) -> str | None:
    """Return the person id of a participant, None for an office without a name."""
    return ids.get((mention.article_id, participant.person)) if participant.name is not None else None


def side_of(participant: ParticipantMention) -> str:
    """Return the state or body of a participant, empty where none is told."""
    return participant.country_code or participant.organization_id or ""


def office_mark(participant: ParticipantMention) -> str:
    """Return what an office is known by: its type where that tells whose it is, else type and words."""
    office = participant.office_type or ""
    return office if office in TELLING_OFFICES else f"{office}: {(participant.role or '').lower()}"


Sided = Iterable[tuple[ParticipantMention, str | None, str]]


def name_holders(sided: Sided) -> dict[tuple[str, str], frozenset[str]]:
    """Return the named holders of each single office of each side."""
    holders: dict[tuple[str, str], set[str]] = defaultdict(set)
    for participant, person_id, side in sided:
        if person_id and side and participant.office_type in SINGLE_HOLDERS:
            holders[side, participant.office_type].add(person_id)
    return {office: frozenset(people) for office, people in holders.items()}


def find_leads(sided: Sided, known: KnownSides) -> dict[str, Lead]:
    """Return who leads each side: the one told first, before those who are said to have been there too."""
    leads: dict[str, Lead] = {}
    for participant, person_id, side in sided:
        if not side or side in leads:
            continue
        own = {participant.office_type} if participant.office_type in SINGLE_HOLDERS else set()
        held = known.offices.get(person_id, frozenset()) if person_id else frozenset()
        leads[side] = Lead(person_id, frozenset(own - {None}) | held)
    return leads
