"""Meetings: the accounts of all articles joined to one row an encounter, with the reasons for each join."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date

from security_meetings.resolve.accounts import Account
from security_meetings.resolve.clusters import Cluster, join_mentions
from security_meetings.resolve.dates import days_between, days_of
from security_meetings.resolve.vetoes import contradiction, gap_of, is_session, shares_instrument, shares_signing

SAME_STORY_DAYS = 12
MONTH_DAYS = 31


def cluster_accounts(accounts: Sequence[Account]) -> list[Cluster[Account]]:
    """Return the accounts grouped by encounter."""
    by_key: dict[str, list[int]] = defaultdict(list)
    for at, account in enumerate(accounts):
        for key in blocking_keys(account):
            by_key[key].append(at)
    pairs = {
        (one, other)
        for group in by_key.values()
        for index, one in enumerate(group)
        for other in group[index + 1 :]
        if accounts[one].mention.article_id != accounts[other].mention.article_id
    }
    articles = [account.mention.article_id for account in accounts]
    return join_mentions(accounts, articles, sorted(pairs), judge_accounts)


def blocking_keys(account: Account) -> set[str]:
    """Return the keys under which an account may meet another: people, offices by state, bodies, signings by parties."""
    keys = set(account.people) | {f"{side}/{office}" for side, office in account.offices}
    if account.mention.organization_id:
        keys.add(account.mention.organization_id)
    if not account.people and not account.offices and account.mention.city:
        keys.add(account.mention.city)
    return keys | {f"signed by {';'.join(instrument.parties)}" for instrument in account.instruments}


def judge_accounts(one: Account, other: Account) -> tuple[float, tuple[str, ...]]:
    """Return how surely two accounts tell of one encounter, with the reasons; below 0 where they exclude each other."""
    veto = contradiction(one, other)
    if veto is not None:
        return -1.0, (veto,)
    if is_session(one) and is_session(other):
        return judge_sessions(one, other)
    return judge_parties(one, other)


def judge_sessions(one: Account, other: Account) -> tuple[float, tuple[str, ...]]:
    """Return how surely two accounts tell of one session: one body or the same people, and a date or place in common."""
    mine, theirs = one.mention, other.mention
    reasons = []
    if mine.organization_id != theirs.organization_id:
        return 0.0, ()
    if mine.organization_id:
        reasons.append(f"session of {mine.organization_id}")
    elif len(shared_sides(one, other)) < 2:
        return 0.0, ()
    else:
        reasons.append(describe_parties(one, other))
    same_time = gap_of(one, other) is not None and is_precise(one) and is_precise(other)
    same_city = has_same_city(one, other)
    if same_time:
        reasons.append("the dates agree")
    if same_city:
        reasons.append("the same city")
    if not same_time and not (same_city and is_one_story(one, other)):
        return 0.0, ()
    return 0.6 + 0.2 * same_time + 0.2 * same_city, tuple(reasons)


def judge_parties(one: Account, other: Account) -> tuple[float, tuple[str, ...]]:
    """Return how surely two accounts of the same parties tell of one encounter."""
    is_visit = one.mention.meeting_type == "visit"
    is_signed = shares_instrument(one, other)
    if len(shared_sides(one, other)) < (1 if is_visit else 2) and not shares_signing(one, other):
        return 0.0, ()
    timing = judge_timing(one, other, is_signed)
    if timing is None:
        return 0.0, ()
    score, when = timing
    reasons = [told for told in (describe_parties(one, other), when) if told]
    if is_signed:
        reasons.append("the same instrument was signed")
    same_city = has_same_city(one, other)
    if same_city:
        reasons.append("the same city")
    people, offices = one.people.keys() & other.people.keys(), one.offices & other.offices
    score += 0.35 + 0.15 * min(len(people), 2) + 0.05 * min(len(offices), 2) + 0.05 * same_city
    return score, tuple(reasons)


def judge_timing(one: Account, other: Account, is_signed: bool) -> tuple[float, str] | None:
    """Return what the days of two accounts add, and how they fit; None where they do not tell of one time."""
    gap = gap_of(one, other)
    same_city = has_same_city(one, other)
    if gap is None:
        is_known = bool(span_of_story(one) and span_of_story(other)) or same_city or is_signed
        is_known = is_known or is_told_of_same_persons(one, other)
        return (0.05, "told within one story") if is_known and is_one_story(one, other) else None
    if gap > 0:
        return 0.05, f"{gap} day{'s' * (gap > 1)} apart"
    if is_precise(one) and is_precise(other):
        return 0.15, "the dates agree"
    # A year or a season in common is little: the same people meet again and again.
    is_enough = (same_city or is_signed) and one.mention.status == other.mention.status
    return (0.05, "the dates may agree") if is_enough else None


def is_told_of_same_persons(one: Account, other: Account) -> bool:
    """Return whether two accounts of what is over name the same person of each side, and time or place is told of one."""
    people = {side for person_id, side in one.people.items() if person_id in other.people}
    is_set = any(span_of_story(account) or account.mention.city for account in (one, other))
    return is_set and len(people) > 1 and one.mention.status == other.mention.status == "held"


def shared_sides(one: Account, other: Account) -> set[str]:
    """Return the sides of which both accounts tell the same person or the same office."""
    people = {side for person_id, side in one.people.items() if person_id in other.people}
    return people | {side for side, _ in one.offices & other.offices}


def describe_parties(one: Account, other: Account) -> str:
    """Return how many persons and offices two accounts have in common."""
    people, offices = len(one.people.keys() & other.people.keys()), len(one.offices & other.offices)
    told = [(people, "persons" if people > 1 else "person"), (offices, "offices" if offices > 1 else "office")]
    counts = " and ".join(f"{count} {word}" for count, word in told if count)
    return f"{counts} in common" if counts else ""


def has_same_city(one: Account, other: Account) -> bool:
    """Return whether both accounts name one city."""
    return one.mention.city is not None and one.mention.city == other.mention.city


def is_precise(account: Account) -> bool:
    """Return whether an account is dated to a month or less, or to a day of an untold year."""
    told = days_of(account.mention.date)
    return account.mention.date.edtf is not None and (told is None or (told[1] - told[0]).days < MONTH_DAYS)


def is_one_story(one: Account, other: Account) -> bool:
    """Return whether two accounts, at least one of them undated, may come from reports of the same days."""
    if "planned" in (one.mention.status, other.mention.status) and one.mention.status != other.mention.status:
        return False
    here, there = span_of_story(one), span_of_story(other)
    return here is None or there is None or days_between(here, there) <= SAME_STORY_DAYS


def span_of_story(account: Account) -> tuple[date, date] | None:
    """Return the days of an account: its own date, else those of its publication."""
    return days_of(account.mention.date) or account.published
