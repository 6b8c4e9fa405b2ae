"""Place and days that an encounter takes from the visit during which it took place."""

from __future__ import annotations

from collections.abc import Sequence

from security_meetings.documents import PlaceMention
from security_meetings.extract.event import Event
from security_meetings.extract.event_facts import Setting, solve_event
from security_meetings.extract.told_places import Place, choose_place
from security_meetings.records import DateTold

LONGEST_VISIT = 7


def place_of_visit(event: Event, events: Sequence[Event], setting: Setting) -> Place | None:
    """Return the place of a visit by one of the parties to the state of another."""
    states = setting.sides(event)
    for visit in events:
        if visit.form != "visit" or not set(visit.persons) & set(event.persons) or visit.status == "cancelled":
            continue
        place = choose_place([p for p, _ in visit.places()])
        if place is None or place.country_code not in states or is_other_time(event, visit, setting):
            continue
        others = {
            p.city
            for other in events
            if other is not visit
            for p, _ in other.places()
            if p.city and p.country_code == place.country_code
        }
        if place.city and others - {place.city}:
            place.city = None
        place.rule_id = "meetings.place-of-visit"
        return place
    return None


def is_other_time(event: Event, visit: Event, setting: Setting) -> bool:
    """Return whether event and visit are told of days that lie more than a week apart."""
    mine, theirs = solve_event(event, setting, None), solve_event(visit, setting, None)
    if mine.start is None and is_under_way(visit, theirs, setting):
        return False
    if not (mine.start and mine.end and theirs.start and theirs.end):
        is_tied = any(mention.kind == "shift" for mention in event.dates())
        return (event.status == "planned") != (visit.status == "planned") and bool(theirs.start) and not is_tied
    return (mine.start - theirs.end).days > 7 or (theirs.start - mine.end).days > 7


def is_under_way(visit: Event, told: DateTold, setting: Setting) -> bool:
    """Return whether the days told of a visit go on after the text was published."""
    published = setting.calendar.published
    if visit.form != "visit" or visit.status == "cancelled" or published is None:
        return False
    return told.start is not None and told.end is not None and told.start <= published[1] < told.end


def day_of_visit(
    event: Event, events: Sequence[Event], place: Place, setting: Setting
) -> tuple[DateTold, Event] | None:
    """Return the days of a short visit that an event without a date belongs to, and the visit."""
    is_open = any(day.kind not in ("offset", "weekday") for day in event.dates())
    if event.form in ("visit", "session", "call") or is_open:
        return None
    for visit in events:
        where, told = choose_place([p for p, _ in visit.places()]), solve_event(visit, setting, None)
        is_during = event.status == "planned" and is_under_way(visit, told, setting)
        if visit.form != "visit" or not set(visit.persons) & set(event.persons):
            continue
        if visit.status != event.status and not is_during:
            continue
        if where is None or where.country_code != place.country_code or told.start is None or told.end is None:
            continue
        if (told.end - told.start).days >= LONGEST_VISIT:
            continue
        if visit.lead.rule_id != "meetings.arrived":
            return told, visit
    return None


def place_of_reception(event: Event, events: Sequence[Event], setting: Setting) -> Place | None:
    """Return the state whose minister received one of the persons, where another of its officials met the same guest."""
    for other in events:
        hosts = {setting.guesser.states.get(host) for host in other.hosts} - {None}
        guests = (set(other.persons) - set(other.hosts)) & set(event.persons)
        if other is event or other.form == "call" or len(hosts) != 1 or not guests or event.is_session:
            continue
        code = hosts.pop()
        met = {setting.guesser.states.get(person) for person in event.persons if person not in guests}
        own = {setting.side(person) for person in guests}
        if code is None or met != {code} or code in own or other.status != event.status:
            continue
        if is_other_time(event, other, setting):
            continue
        mention = next((a for a in setting.document.actors if a.person in other.hosts), None)
        words = None
        if mention is not None:
            words = PlaceMention(start=mention.start, end=mention.end, kind="country", country_code=code)
        return Place(country_code=code, mention=words, rule_id="meetings.place-of-host")
    return None
