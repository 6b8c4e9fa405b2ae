"""Views of people for the expectations: who held which office on the day, and where a person was on a day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from security_meetings.check.facts import Facts, Row
from security_meetings.check.shape import Rows
from security_meetings.edtf_bounds import edtf_bounds

Days = tuple[date | None, date | None]


def view_participants(facts: Facts) -> Iterator[Row]:
    """Yield participants with what the register has of them and of their offices on the day of the meeting.

    `is_in_office` is None where the register has no term of the person in such an office, `is_holder` where it has
    one, or knows of nobody who surely held that office of that country then. `terms` and `holders` tell which.
    """
    meetings, people = facts.index("meetings", "meeting_id"), facts.index("people", "person_id")
    by_person, by_office = _index_tenures(facts.rows["office_tenures"])
    for row in facts.rows["participants"]:
        meeting = meetings.get(row["meeting_id"], {})
        days: Days = meeting.get("date_start"), meeting.get("date_end")
        own = by_person.get((row["person_id"], row["office_type"]), [])
        others = by_office.get((row["country_code"], row["office_type"]), []) if row["country_code"] else []
        holders = [term for term in others if _surely_holds(term, days)] if row["person_id"] and not own else []
        yield {
            **row,
            "person_country_code": people.get(row["person_id"], {}).get("country_code"),
            "date_start": days[0],
            "date_end": days[1],
            "is_in_office": any(_may_hold(term, days) for term in own) if own and any(days) else None,
            "terms": _tell_terms(own, people),
            "is_holder": False if holders else None,
            "holders": _tell_terms(holders, people),
        }


def view_person_days(facts: Facts) -> Iterator[Row]:
    """Yield the people who met in person on a known day in a known country, with the continents they were on."""
    meetings = facts.index("meetings", "meeting_id")
    places: dict[tuple[str, date], set[str]] = defaultdict(set)
    told: dict[tuple[str, date], set[str]] = defaultdict(set)
    for row in facts.rows["participants"]:
        meeting = meetings.get(row["meeting_id"], {})
        continent = facts.places.continents.get(meeting.get("country_code") or "")
        first, last = meeting.get("date_start"), meeting.get("date_end")
        if row["person_id"] is None or continent is None or first is None or first != last:
            continue
        if meeting["status"] == "held" and meeting["meeting_type"] != "phone_call":
            places[row["person_id"], first].add(continent)
            told[row["person_id"], first].add(f"{meeting['meeting_id']} in {meeting['country_code']}")
    for (person_id, day), continents in sorted(places.items()):
        meetings_told = ", ".join(sorted(told[person_id, day]))
        yield {
            "person_id": person_id,
            "date": day,
            "continent_count": len(continents),
            "continents": ", ".join(sorted(continents)),
            "meetings": meetings_told,
        }


def _index_tenures(tenures: Rows) -> tuple[dict[tuple[str, str], Rows], dict[tuple[str, str], Rows]]:
    by_person: dict[tuple[str, str], Rows] = defaultdict(list)
    by_office: dict[tuple[str, str], Rows] = defaultdict(list)
    for term in tenures:
        by_person[term["person_id"], term["office_type"]].append(term)
        if term["country_code"] is not None:
            by_office[term["country_code"], term["office_type"]].append(term)
    return by_person, by_office


def _tell_terms(terms: Iterable[Mapping[str, Any]], people: Mapping[str, Row]) -> str | None:
    """Return the terms in words: who, from when to when; None where there are none."""
    told = [
        f"{people.get(term['person_id'], {}).get('name', term['person_id'])}, "
        f"{term['role']}, {term['start_edtf'] or '..'} to {term['end_edtf'] or '..'}"
        for term in terms
    ]
    return "; ".join(sorted(told)) or None


def _bounds(tenure: Mapping[str, Any]) -> tuple[Days, Days]:
    start = (None, None) if tenure["start_edtf"] is None else edtf_bounds(tenure["start_edtf"])
    end = (None, None) if tenure["end_edtf"] is None else edtf_bounds(tenure["end_edtf"])
    return start, end


def _may_hold(tenure: Mapping[str, Any], days: Days) -> bool:
    (start, _), (_, end) = _bounds(tenure)
    first, last = days
    begins_late = start is not None and last is not None and last < start
    ends_early = end is not None and first is not None and first > end
    return not begins_late and not ends_early


def _surely_holds(tenure: Mapping[str, Any], days: Days) -> bool:
    """Return whether a term, at its shortest, holds all days that the meeting can have been on."""
    (_, start), (end, _) = _bounds(tenure)
    first, last = days
    # A term that is over has a day on which it ended; one without goes on.
    is_over = tenure["end_edtf"] is not None
    if start is None or first is None or last is None or (is_over and end is None):
        return False
    return start <= first and (end is None or last <= end)
