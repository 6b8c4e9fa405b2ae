"""Meetings: the accounts of all articles joined to one row an encounter, with the reasons for each join."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from security_meetings.records import Coding, MeetingMention, ParticipantMention
from security_meetings.resolve.clusters import Cluster, join_mentions
from security_meetings.resolve.dates import gap_between
from security_meetings.resolve.people import PersonKey

NEAR_DAYS = 2
SAME_STORY_DAYS = 12
REMOTE = ("phone_call",)
SINGLE_HOLDERS = (
    "head_of_state",
    "head_of_government",
    "foreign_minister",
    "interior_minister",
    "defence_minister",
    "justice_minister",
    "security_council_secretary",
    "chief_of_general_staff",
    "organization_head",
)


@dataclass(frozen=True, slots=True)
class Account:
    """One article's account of a meeting, with what resolution needs to know of it."""

    mention: MeetingMention
    people: frozenset[str]
    offices: frozenset[tuple[str, str]]
    sides: frozenset[str]
    holders: Mapping[tuple[str, str], frozenset[str]]
    published: tuple[date, date] | None
    order: tuple[str, str, int]


def make_accounts(codings: Sequence[Coding], ids: dict[PersonKey, str]) -> list[Account]:
    """Return the accounts of all meetings, in the order of the reports."""
    accounts = []
    for coding in codings:
        published = coding.article.published
        days = (published.start, published.end) if published.start and published.end else None
        for mention in coding.meetings:
            accounts.append(
                Account(
                    mention=mention,
                    people=frozenset(person_ids(coding, mention.participants, ids)),
                    offices=frozenset(
                        (side_of(p), p.office_type) for p in mention.participants if p.office_type and side_of(p)
                    ),
                    holders=name_holders(coding, mention.participants, ids),
                    sides=frozenset(filter(None, (side_of(p) for p in mention.participants))),
                    published=days,
                    order=(coding.document.article.article_id, "", mention.key),
                )
            )
    return accounts


def name_holders(
    coding: Coding, participants: Iterable[ParticipantMention], ids: dict[PersonKey, str]
) -> dict[tuple[str, str], frozenset[str]]:
    """Return the named holders of each office of each side."""
    holders: dict[tuple[str, str], set[str]] = defaultdict(set)
    for participant in participants:
        person_id = ids.get((coding.document.article.article_id, participant.person)) if participant.name else None
        if person_id and participant.office_type in SINGLE_HOLDERS:
            holders[side_of(participant), participant.office_type].add(person_id)
    return {office: frozenset(people) for office, people in holders.items()}


def side_of(participant: ParticipantMention) -> str:
    """Return the state or body of a participant, empty where none is told."""
    return participant.country_code or participant.organization_id or ""


def person_ids(coding: Coding, participants: Iterable[ParticipantMention], ids: dict[PersonKey, str]) -> list[str]:
    """Return the person ids of the named participants."""
    keys = [(coding.document.article.article_id, p.person) for p in participants if p.name is not None]
    return [ids[key] for key in keys if key in ids]


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
    """Return the keys under which an account may meet another: people, offices by state, bodies."""
    keys = set(account.people) | {f"{side}/{office}" for side, office in account.offices}
    if account.mention.organization_id:
        keys.add(account.mention.organization_id)
    if not account.people and not account.offices and account.mention.city:
        keys.add(account.mention.city)
    return keys


def judge_accounts(one: Account, other: Account) -> tuple[float, tuple[str, ...]]:
    """Return how surely two accounts tell of one encounter, with the reasons; below 0 where they exclude each other."""
    veto = contradiction(one, other)
    if veto is not None:
        return -1.0, (veto,)
    if is_session(one) and is_session(other):
        return judge_sessions(one, other)
    return judge_parties(one, other)


def is_session(account: Account) -> bool:
    """Return whether an account tells of a session or a meeting of three or more sides."""
    return account.mention.meeting_type == "multilateral_meeting"


def contradiction(one: Account, other: Account) -> str | None:
    """Return what excludes that two accounts tell of one encounter, or None."""
    mine, theirs = one.mention, other.mention
    if (mine.meeting_type in REMOTE) != (theirs.meeting_type in REMOTE):
        return "one is a call, the other is not"
    if is_session(one) != is_session(other) and bool(mine.organization_id) != bool(theirs.organization_id):
        return "one is a session, the other is not"
    if (mine.meeting_type == "visit") != (theirs.meeting_type == "visit"):
        return "one is a visit, the other talks"
    if mine.country_code and theirs.country_code and mine.country_code != theirs.country_code:
        return "the states of the place differ"
    if mine.city and theirs.city and mine.city != theirs.city:
        return "the cities differ"
    gap = gap_between(mine.date, theirs.date)
    if gap is not None and gap > NEAR_DAYS:
        return f"{gap} days lie between the dates"
    if gap is not None and gap > 0 and is_session(one) != is_session(other) and len(one.sides ^ other.sides) > 0:
        return "another day and other sides"
    if different_holders(one, other):
        return "one office is held by different people"
    if "cancelled" in (mine.status, theirs.status) and mine.status != theirs.status:
        return "one was cancelled, the other was not"
    return None


def different_holders(one: Account, other: Account) -> bool:
    """Return whether both accounts name the holder of one office of one side, and not the same person."""
    return any(office in other.holders and not people & other.holders[office] for office, people in one.holders.items())


def judge_sessions(one: Account, other: Account) -> tuple[float, tuple[str, ...]]:
    """Return how surely two accounts tell of one session: one body or the same people, and a date or place in common."""
    mine, theirs = one.mention, other.mention
    reasons = []
    if mine.organization_id != theirs.organization_id:
        return 0.0, ()
    if mine.organization_id:
        reasons.append(f"session of {mine.organization_id}")
    elif len(one.people & other.people) < 2:
        return 0.0, ()
    else:
        reasons.append("two persons in common")
    same_time = gap_between(mine.date, theirs.date) is not None
    same_city = mine.city is not None and mine.city == theirs.city
    if same_time:
        reasons.append("the dates agree")
    if same_city:
        reasons.append("the same city")
    if not same_time and not (same_city and is_one_story(one, other)):
        return 0.0, ()
    return 0.6 + 0.2 * same_time + 0.2 * same_city, tuple(reasons)


def judge_parties(one: Account, other: Account) -> tuple[float, tuple[str, ...]]:
    """Return how surely two accounts of the same parties tell of one encounter."""
    reasons = []
    people = one.people & other.people
    offices = one.offices & other.offices
    covered = {side for side, _ in offices} | (one.sides & other.sides if len(people) > 1 else set())
    needed = 1 if "visit" in (one.mention.meeting_type, other.mention.meeting_type) else 2
    if len(people) + len({side for side, _ in offices}) < needed or (
        needed == 2 and len(people) < 2 and len(covered) < 2
    ):
        return 0.0, ()
    if people:
        reasons.append(f"{len(people)} persons in common")
    if offices:
        reasons.append(f"{len(offices)} offices in common")
    gap = gap_between(one.mention.date, other.mention.date)
    if gap is None and not is_one_story(one, other):
        return 0.0, ()
    reasons.append("the dates agree" if gap == 0 else "told within one story" if gap is None else f"{gap} days apart")
    if one.mention.city and one.mention.city == other.mention.city:
        reasons.append("the same city")
    score = 0.4 + 0.15 * min(len(people), 2) + 0.05 * min(len(offices), 2) + (0.15 if gap == 0 else 0.05)
    return score, tuple(reasons)


def is_one_story(one: Account, other: Account) -> bool:
    """Return whether two accounts, at least one of them undated, may come from reports of the same days."""
    if "planned" in (one.mention.status, other.mention.status) and one.mention.status != other.mention.status:
        return False
    here, there = span_of_story(one), span_of_story(other)
    if here is None or there is None:
        return True
    slack = timedelta(days=SAME_STORY_DAYS)
    return here[0] - slack <= there[1] and there[0] - slack <= here[1]


def span_of_story(account: Account) -> tuple[date, date] | None:
    """Return the days of an account: its own date, else those of its publication."""
    told = account.mention.date
    if told.start is not None and told.end is not None:
        return told.start, told.end
    return account.published
