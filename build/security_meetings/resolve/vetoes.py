"""Vetoes: what excludes that two accounts tell of one encounter, whatever else they have in common."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from math import asin, cos, radians, sin, sqrt

from security_meetings.resolve.accounts import Account, Lead
from security_meetings.resolve.agreements import Report, judge_reports
from security_meetings.resolve.dates import days_between, days_of, gap_between

NEAR_DAYS = 1
# Twin cities, suburbs and residences: one report names the town, another the city beside it.
NEAR_KILOMETRES = 40.0
EARTH_RADIUS = 6371.0
WEEK_DAYS = 7
REMOTE = ("phone_call",)

Veto = Callable[[Account, Account], str | None]


def contradiction(one: Account, other: Account) -> str | None:
    """Return what excludes that two accounts tell of one encounter, or None."""
    return next((reason for veto in VETOES if (reason := veto(one, other)) is not None), None)


def is_session(account: Account) -> bool:
    """Return whether an account tells of a session or a meeting of three or more sides."""
    return account.mention.meeting_type == "multilateral_meeting"


def other_format(one: Account, other: Account) -> str | None:
    """Return how the formats exclude each other, or None."""
    mine, theirs = one.mention, other.mention
    if (mine.meeting_type in REMOTE) != (theirs.meeting_type in REMOTE):
        return "one is a call, the other is not"
    if is_session(one) != is_session(other) and bool(mine.organization_id) != bool(theirs.organization_id):
        return "one is a session, the other is not"
    if mine.organization_id and theirs.organization_id and mine.organization_id != theirs.organization_id:
        return "sessions of different bodies"
    if (mine.meeting_type == "visit") != (theirs.meeting_type == "visit"):
        return "one is a visit, the other talks"
    return None


def other_sides(one: Account, other: Account) -> str | None:
    """Return that a side more took part in one of them, a mediator who received the others apart, or None."""
    if is_session(one) == is_session(other):
        return None
    session, talks = (one, other) if is_session(one) else (other, one)
    mediators = {session.mention.country_code, session.mention.host_country_code}
    if session.mention.organization_id is None and session.sides - talks.sides - mediators:
        return "other sides took part"
    return None


def other_place(one: Account, other: Account) -> str | None:
    """Return how the places exclude each other, or None; cities side by side do not."""
    mine, theirs = one.mention, other.mention
    if mine.country_code and theirs.country_code and mine.country_code != theirs.country_code:
        return "the states of the place differ"
    if mine.city and theirs.city and mine.city != theirs.city and not are_neighbours(one, other):
        return "the cities differ"
    return None


def are_neighbours(one: Account, other: Account) -> bool:
    """Return whether the cities of two accounts lie side by side."""
    if one.spot is None or other.spot is None:
        return False
    return kilometres_between(one.spot, other.spot) <= NEAR_KILOMETRES


def kilometres_between(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Return the distance between two points on the globe, each told by latitude and longitude in degrees."""
    (lat, lon), (lat_there, lon_there) = (tuple(radians(angle) for angle in spot) for spot in (one, other))
    chord = sin((lat_there - lat) / 2) ** 2 + cos(lat) * cos(lat_there) * sin((lon_there - lon) / 2) ** 2
    return 2 * EARTH_RADIUS * asin(sqrt(min(chord, 1.0)))


def other_day(one: Account, other: Account) -> str | None:
    """Return how the days exclude each other, or None."""
    gap = gap_of(one, other)
    if gap is None or gap == 0:
        return None
    if gap > NEAR_DAYS:
        return f"{gap} days lie between the dates"
    if one.mention.status != other.mention.status and is_of_days(one) and is_of_days(other):
        return "planned for one day, told of another"
    if one.mention.meeting_type not in REMOTE and is_of_its_day(one) and is_of_its_day(other):
        return "each is reported on its own day"
    if is_session(one) != is_session(other) and one.sides != other.sides:
        return "another day and other sides"
    return None


def is_of_days(account: Account) -> bool:
    """Return whether an account is dated to a few days, not to a month or a season."""
    told = days_of(account.mention.date)
    return told is not None and (told[1] - told[0]).days < WEEK_DAYS


def is_of_its_day(account: Account) -> bool:
    """Return whether an account is dated to the one day on which it was published."""
    told = days_of(account.mention.date)
    return told is not None and told[0] == told[1] and told == account.published


def gap_of(one: Account, other: Account) -> int | None:
    """Return the days between two accounts, given that what was held lies before its report and what is planned after."""
    mine, theirs = possible_days(one), possible_days(other)
    if mine is None or theirs is None:
        return gap_between(one.mention.date, other.mention.date)
    return days_between(mine, theirs)


def possible_days(account: Account) -> tuple[date, date] | None:
    """Return the first and last day that date, status and publication leave open; None without a date."""
    told = days_of(account.mention.date)
    if told is None or account.published is None:
        return told
    start, end = told
    if account.mention.status == "held":
        end = min(end, account.published[1])
    elif account.mention.status == "planned":
        start = max(start, account.published[0])
    return (start, end) if start <= end else told


def other_status(one: Account, other: Account) -> str | None:
    """Return that only one was cancelled, or None; what was planned for the days on which it was cancelled is one."""
    statuses = {one.mention.status, other.mention.status}
    if "cancelled" not in statuses or len(statuses) == 1:
        return None
    if statuses == {"cancelled", "planned"} and gap_of(one, other) == 0 and is_told_before(one, other):
        return None
    return "one was cancelled, the other was not"


def is_told_before(one: Account, other: Account) -> bool:
    """Return whether the planned one of two accounts, both of them dated to a few days, was published no later."""
    planned, cancelled = (one, other) if one.mention.status == "planned" else (other, one)
    if planned.published is None or cancelled.published is None:
        return False
    return is_of_days(one) and is_of_days(other) and planned.published[0] <= cancelled.published[1]


def other_holders(one: Account, other: Account) -> str | None:
    """Return that both accounts name the holder of one office of one side, and not the same person; or None."""
    differ = any(office in other.holders and not who & other.holders[office] for office, who in one.holders.items())
    return "one office is held by different people" if differ else None


def other_leads(one: Account, other: Account) -> str | None:
    """Return that others lead a side, though those who are with them may be the same; or None.

    An account of a session tells of whom it pleases, and that of a signing of those who sign within the talks of others.
    """
    if one.mention.organization_id or other.mention.organization_id or shares_signing(one, other):
        return None
    shared = sorted(one.leads.keys() & other.leads.keys())
    if any(are_others(one.leads[side], other.leads[side], one, other, side) for side in shared):
        return "others lead one side"
    is_signing = "signing_ceremony" in (one.mention.meeting_type, other.mention.meeting_type)
    if len(shared) > 1 and not is_signing and (are_absent(one, other, shared) or are_absent(other, one, shared)):
        return "those who lead one are not in the other"
    return None


def are_others(mine: Lead, theirs: Lead, one: Account, other: Account, side: str) -> bool:
    """Return whether two who lead a side are different people, neither of whom the other account knows."""
    if mine.person_id and theirs.person_id:
        is_same = mine.person_id == theirs.person_id
        return not is_same and mine.person_id not in other.people and theirs.person_id not in one.people
    if not mine.offices or not theirs.offices or mine.offices & theirs.offices:
        return False
    return not any((side, office) in other.offices for office in mine.offices) and not any(
        (side, office) in one.offices for office in theirs.offices
    )


def are_absent(one: Account, other: Account, sides: list[str]) -> bool:
    """Return whether the named leads of all sides of one account, each of a told office, are missing from the other."""
    leads = [one.leads[side] for side in sides]
    return all(lead.person_id and lead.person_id not in other.people for lead in leads) and not any(
        (side, office) in other.offices for side, lead in zip(sides, leads, strict=True) for office in lead.offices
    )


def shares_signing(one: Account, other: Account) -> bool:
    """Return whether one account tells of nothing but the signing of an instrument that closed the talks of the other."""
    kinds = {one.mention.meeting_type, other.mention.meeting_type}
    if "signing_ceremony" not in kinds or len(kinds) == 1 or len(one.sides & other.sides) < 2:
        return False
    return shares_instrument(one, other)


def shares_instrument(one: Account, other: Account) -> bool:
    """Return whether both accounts end with what may be one signed instrument."""
    return any(
        judge_reports(Report(mine, None), Report(theirs, None))[0] > 0
        for mine in one.instruments
        for theirs in other.instruments
    )


VETOES: tuple[Veto, ...] = (
    other_format,
    other_place,
    other_day,
    other_sides,
    other_holders,
    other_status,
    other_leads,
)
