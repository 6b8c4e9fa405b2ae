"""Views of the tables for the expectations: one row for each thing of which something must hold."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from itertools import combinations

from security_meetings.check.facts import Facts, Row, side_of
from security_meetings.check.people_views import view_participants, view_person_days
from security_meetings.edtf_bounds import edtf_bounds
from security_meetings.schemas import LIST_SEPARATOR

NO_DAYS: tuple[None, None] = (None, None)
TWO_PARTIES = 2
# Tables of codes, with the tables and columns that use them.
CODE_USES = {
    "threat_types": (("threats_mentioned", "threat_type"),),
    "threat_actors": (("threats_mentioned", "threat_actor_id"),),
    "agreement_types": (("agreements", "agreement_type"),),
    "meeting_types": (("meetings", "meeting_type"), ("meeting_articles", "meeting_type")),
    "office_types": (("participants", "office_type"), ("office_tenures", "office_type")),
}


def view_meetings(facts: Facts) -> Iterator[Row]:
    """Yield meetings with the count of their sides, and whether host and city fit, None where it cannot be told."""
    participants = facts.by_meeting()
    for meeting in facts.rows["meetings"]:
        sides = {side_of(row) for row in participants[meeting["meeting_id"]]} - {None}
        host, city = meeting["host_country_code"], meeting["city"]
        known = facts.places.city_countries.get(city) if city is not None else None
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
    participants = facts.by_meeting()
    for meeting in facts.rows["meetings"]:
        day = meeting["date_start"]
        if day is None or day != meeting["date_end"]:
            continue
        people = {
            row["person_id"]: side_of(row)
            for row in participants[meeting["meeting_id"]]
            if row["person_id"] is not None and side_of(row) is not None
        }
        for first, second in combinations(sorted(people), 2):
            if people[first] != people[second]:
                yield {**meeting, "first_person_id": first, "second_person_id": second}


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


def view_codes(facts: Facts) -> Iterator[Row]:
    """Yield the codes that rows use, with the count of uses and whether the codebook lists and defines them."""
    for table, uses in CODE_USES.items():
        key = uses[0][1]
        counts = Counter(row[column] for used, column in uses for row in facts.rows[used])
        for row in facts.rows[table]:
            if counts[row[key]]:
                yield {
                    "table_name": table,
                    "code": row[key],
                    "use_count": counts[row[key]],
                    "is_listed": row["is_listed"],
                    "is_defined": bool(row.get("definition")),
                }


VIEWS: Mapping[str, Callable[[Facts], Iterator[Row]]] = {
    "meetings": view_meetings,
    "meeting_accounts": view_meeting_accounts,
    "meeting_pairs": view_meeting_pairs,
    "participants": view_participants,
    "person_days": view_person_days,
    "codes": view_codes,
    "agreements": view_agreements,
    "agreement_accounts": view_agreement_accounts,
}
