"""Views of the tables for the expectations: one row for each thing of which something must hold."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from typing import Any

from security_meetings.check.shape import Rows
from security_meetings.edtf_bounds import edtf_bounds
from security_meetings.schemas import LIST_SEPARATOR

NO_DAYS: tuple[None, None] = (None, None)
TWO_PARTIES = 2

Row = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """The rows of all tables, and the countries in which the gazetteer has a city of a name."""

    rows: Mapping[str, Rows]
    city_countries: Mapping[str, frozenset[str]]

    def index(self, table: str, key: str) -> dict[str, Row]:
        """Return the rows of a table by a key column."""
        return {row[key]: row for row in self.rows[table]}


def view_meetings(facts: Facts) -> Iterator[Row]:
    """Yield meetings with the count of their sides, and whether host and city fit, None where it cannot be told."""
    participants = _by_meeting(facts)
    for meeting in facts.rows["meetings"]:
        sides = {_side(row) for row in participants[meeting["meeting_id"]]} - {None}
        host, city = meeting["host_country_code"], meeting["city"]
        known = facts.city_countries.get(city) if city is not None else None
        country = meeting["country_code"]
        yield {
            **meeting,
            "side_count": len(sides),
            "has_organization": meeting["organization_id"] is not None,
            "is_host_present": None if host is None or not sides else host in sides,
            "is_city_of_country": None if known is None or country is None else country in known,
        }


def view_meeting_accounts(facts: Facts) -> Iterator[Row]:
    """Yield each article's account of a meeting with the days that it tells and those of its publication."""
    yield from _accounts(facts, "meeting_articles")


def view_agreement_accounts(facts: Facts) -> Iterator[Row]:
    """Yield each article's account of an agreement with the days that it tells and those of its publication."""
    yield from _accounts(facts, "agreement_articles")


def view_meeting_pairs(facts: Facts) -> Iterator[Row]:
    """Yield the pairs of people of different sides who met on a known day, one row a meeting and pair."""
    participants = _by_meeting(facts)
    for meeting in facts.rows["meetings"]:
        day = meeting["date_start"]
        if day is None or day != meeting["date_end"]:
            continue
        people = {
            row["person_id"]: _side(row)
            for row in participants[meeting["meeting_id"]]
            if row["person_id"] is not None and _side(row) is not None
        }
        for first, second in combinations(sorted(people), 2):
            if people[first] != people[second]:
                yield {**meeting, "first_person_id": first, "second_person_id": second}


def view_participants(facts: Facts) -> Iterator[Row]:
    """Yield participants with `person_country_code` and `is_in_office`, None where no term of office is known."""
    meetings, people = facts.index("meetings", "meeting_id"), facts.index("people", "person_id")
    tenures: dict[tuple[str, str], Rows] = defaultdict(list)
    for tenure in facts.rows["office_tenures"]:
        tenures[tenure["person_id"], tenure["office_type"]].append(tenure)
    for row in facts.rows["participants"]:
        meeting = meetings.get(row["meeting_id"], {})
        terms = tenures.get((row["person_id"], row["office_type"]), [])
        days = meeting.get("date_start"), meeting.get("date_end")
        yield {
            **row,
            "person_country_code": people.get(row["person_id"], {}).get("country_code"),
            "date_start": days[0],
            "date_end": days[1],
            "is_in_office": any(_may_hold(term, *days) for term in terms) if terms and any(days) else None,
        }


def view_agreements(facts: Facts) -> Iterator[Row]:
    """Yield agreements with `has_enough_parties`, and status and days of the meeting that they belong to."""
    meetings = facts.index("meetings", "meeting_id")
    organizations = facts.index("organizations", "organization_id")
    for agreement in facts.rows["agreements"]:
        parties = agreement["parties"].split(LIST_SEPARATOR) if agreement["parties"] else []
        meeting = meetings.get(agreement["meeting_id"], {})
        is_enough = len(parties) >= TWO_PARTIES or any(party in organizations for party in parties)
        yield {
            **agreement,
            "has_enough_parties": is_enough if parties else None,
            "meeting_status": meeting.get("status"),
            "meeting_start": meeting.get("date_start"),
            "meeting_end": meeting.get("date_end"),
        }


def _by_meeting(facts: Facts) -> dict[str, Rows]:
    grouped: dict[str, Rows] = defaultdict(list)
    for row in facts.rows["participants"]:
        grouped[row["meeting_id"]].append(row)
    return grouped


def _side(participant: Mapping[str, Any]) -> str | None:
    side: str | None = participant["country_code"] or participant["organization_id"]
    return side


def _accounts(facts: Facts, table: str) -> Iterator[Row]:
    articles = facts.index("articles", "article_id")
    for account in facts.rows[table]:
        article = articles.get(account["article_id"], {})
        told = NO_DAYS if account["date_edtf"] is None else edtf_bounds(account["date_edtf"])
        yield {
            **account,
            "told_start": told[0],
            "told_end": told[1],
            "published_start": article.get("published_start"),
            "published_end": article.get("published_end"),
        }


def _may_hold(tenure: Mapping[str, Any], first: date | None, last: date | None) -> bool:
    start = None if tenure["start_edtf"] is None else edtf_bounds(tenure["start_edtf"])[0]
    end = None if tenure["end_edtf"] is None else edtf_bounds(tenure["end_edtf"])[1]
    begins_late = start is not None and last is not None and last < start
    ends_early = end is not None and first is not None and first > end
    return not begins_late and not ends_early


VIEWS: Mapping[str, Callable[[Facts], Iterator[Row]]] = {
    "meetings": view_meetings,
    "meeting_accounts": view_meeting_accounts,
    "meeting_pairs": view_meeting_pairs,
    "participants": view_participants,
    "agreements": view_agreements,
    "agreement_accounts": view_agreement_accounts,
}
