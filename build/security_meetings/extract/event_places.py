"""Where an encounter took place: told of it, of its visit or session, of others on the same day, by dateline or headline."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from security_meetings.documents import PlaceMention
from security_meetings.extract.event import Event
from security_meetings.extract.event_facts import Setting, solve_event
from security_meetings.extract.told_places import Place, choose_place
from security_meetings.extract.visit_facts import is_other_time, place_of_reception, place_of_visit

JOURNEYS = ("visit", "trip", "tour", "journey", "mission")
NEAR_DAYS = 14


def find_place(event: Event, events: Sequence[Event], setting: Setting) -> Place:
    """Return the place of an event: told of it, of the visit that it belongs to, of its session, or by the dateline."""
    told = [place for place, _ in event.places() if place.kind in ("city", "country")]
    if event.form in ("call", "phone_call"):
        return Place()
    place = choose_place(told)
    if place is not None:
        return place
    for finder in (
        place_of_visit,
        place_of_session,
        place_of_company,
        place_of_dateline,
        place_of_title,
        place_of_host,
        place_of_guest,
        place_of_reception,
        place_of_stay,
    ):
        found = finder(event, events, setting)
        if found is not None:
            return in_city_of_stay(event, events, found, setting)
    return Place()


def place_of_session(event: Event, events: Sequence[Event], setting: Setting) -> Place | None:
    """Return the place of the session on whose margins an event took place."""
    for session in [event.margins, *[e for e in events if e.is_session and set(event.persons) <= set(e.persons)]]:
        if session is None or session is event:
            continue
        place = choose_place([p for p, _ in session.places()])
        if place is not None and not is_other_time(event, session, setting):
            place.rule_id = "meetings.place-of-session"
            return place
    return None


def place_of_company(event: Event, events: Sequence[Event], setting: Setting) -> Place | None:
    """Return the place of another encounter of one of the persons on the same day, or right before where no day is told.

    Nobody is in two cities at once; a host whose state is told must be at home there.
    """
    hosts = {setting.guesser.states.get(host) for host in event.hosts} - {None}
    mine = solve_event(event, setting, None)
    is_tied = any(m.kind == "shift" and m.unit == "day" and m.amount == 0 for m in event.dates())
    for other in nearest_first(event, events):
        if other.form in ("call", "visit") or not set(other.persons) & set(event.persons):
            continue
        if "cancelled" in (event.status, other.status) or (event.status != other.status):
            continue
        place, theirs = choose_place([p for p, _ in other.places()]), solve_event(other, setting, None)
        same_day = (
            mine.start is not None and mine.start == mine.end and (mine.start, mine.end) == (theirs.start, theirs.end)
        )
        is_other_day = bool(event.dates()) and event.dates() != other.dates()
        is_before = events.index(other) < events.index(event) and other.status == "held"
        is_untold = mine.edtf is None and is_before and not is_other_day
        is_abroad = bool(hosts) and place is not None and place.country_code not in hosts
        if place is None or is_abroad or not (same_day or is_tied or is_untold):
            continue
        place.rule_id = "meetings.place-of-same-day"
        return place
    return None


def nearest_first(event: Event, events: Sequence[Event]) -> list[Event]:
    """Return the other events, those told next to an event first."""
    at = next(index for index, other in enumerate(events) if other is event)
    others = [(abs(index - at), index, other) for index, other in enumerate(events) if other is not event]
    return [other for _, _, other in sorted(others, key=lambda entry: entry[:2])]


def place_of_dateline(event: Event, events: Sequence[Event], setting: Setting) -> Place | None:
    """Return the place of a dateline away from the outlet's own seat, for the event that the article is about."""
    here = setting.dateline
    talks = [other for other in events if other.form not in ("visit",)]
    if here is None or not talks or event is not talks[0] or event.status != "held":
        return None
    if event.form != "session" and here.country_code not in setting.sides(event):
        return None
    if not setting.is_away and not any(
        setting.seats.get(str(side), here.city) != here.city for side in setting.sides(event)
    ):
        return None
    return Place(city=here.city, country_code=here.country_code, mention=here, rule_id="meetings.place-of-dateline")


def place_of_title(event: Event, events: Sequence[Event], setting: Setting) -> Place | None:
    """Return the one place of the headline: of the session or the talks that the article is about, of the visit told there."""
    titles = [zone for zone in setting.document.zones if zone.kind == "title"]
    told = {
        p.city or p.country_code: p
        for p in setting.document.places
        if p.kind in ("city", "country") and any(z.start <= p.start < z.end for z in titles)
    }
    in_links = [mention for mention in told.values() if title_link(mention, setting) == "in"]
    first = next(e for e in events if e.form != "visit")
    is_main = event is first or bool(set(event.persons) & set(first.persons))
    for mention in told.values():
        link = title_link(mention, setting)
        is_own = mention.kind == "city" and event is first and event.is_session and len(told) == 1
        is_of_sides = mention.country_code in setting.sides(event) and is_main and is_of_now(event, setting)
        if (
            is_own
            or (in_links == [mention] and is_only_city(mention, told.values()) and is_of_sides)
            or (link == "to" and is_of_sides)
        ):
            return Place(
                city=mention.city, country_code=mention.country_code, mention=mention, rule_id="meetings.place-of-title"
            )
    return None


def is_only_city(mention: PlaceMention, told: Iterable[PlaceMention]) -> bool:
    """Return whether a place is a city, the only one of its state in the headline."""
    return bool(mention.city) and not any(
        other is not mention and other.city and other.country_code == mention.country_code for other in told
    )


def title_link(mention: PlaceMention, setting: Setting) -> str | None:
    """Return "in" for a place of the headline after that word, "to" for one to which a visit is told there, else None."""
    zone = next(z for z in setting.document.zones if z.kind == "title" and z.start <= mention.start < z.end)
    words = re.findall(r"[\w’'-]+", setting.document.text[zone.start : mention.start].lower())
    if words[-1:] == ["in"]:
        return "in"
    is_visit = words[-1:] == ["to"] and bool(set(words) & set(JOURNEYS))
    return "to" if is_visit or words[-1:] in (["visits"], ["visiting"]) else None


def is_of_now(event: Event, setting: Setting) -> bool:
    """Return whether no day far from the publication is told of an event."""
    told, published = solve_event(event, setting, None), setting.calendar.published
    if told.start is None or published is None:
        return told.edtf is None or published is None
    return abs((published[0] - told.start).days) <= NEAR_DAYS


def place_of_host(event: Event, events: Sequence[Event], setting: Setting) -> Place | None:
    """Return the country of the party that is said to have received the other."""
    for host in event.hosts:
        code = setting.guesser.states.get(host)
        if code is not None and event.status != "cancelled":
            mention = next((a for a in setting.document.actors if a.person == host), None)
            words = (
                None
                if mention is None
                else PlaceMention(start=mention.start, end=mention.end, kind="country", country_code=code)
            )
            return Place(country_code=code, mention=words, rule_id="meetings.place-of-host")
    return None


def place_of_guest(event: Event, events: Sequence[Event], setting: Setting) -> Place | None:
    """Return the country of the one who meets a guest ("the visiting minister", "who is on a visit to the country")."""
    guests = [person for person in event.persons if person in setting.guests]
    hosts = [person for person in event.persons if person not in setting.guests]
    codes = {setting.guesser.states.get(person) for person in hosts}
    own = {setting.side(person) for person in guests}
    if not guests or not hosts or event.is_session or len(codes) != 1 or own & codes or event.status != "held":
        return None
    start, end = setting.guests[guests[0]]
    code = codes.pop()
    if code is None:
        return None
    mention = PlaceMention(start=start, end=end, kind="country", country_code=code)
    return Place(country_code=code, mention=mention, rule_id="meetings.place-of-guest")


def place_of_stay(event: Event, events: Sequence[Event], setting: Setting) -> Place | None:
    """Return the one place among the sides' states to which the article tells of a visit, for what it is about."""
    if event is not events[0] or event.form != "talks" or event.status != "held":
        return None
    codes = {place.country_code for place in setting.stays}
    states = {setting.guesser.states.get(person) for person in event.persons}
    if len(codes) != 1 or not codes <= states or len(states) < 2:
        return None
    cities = {place.city: place for place in setting.stays if place.city}
    mention = next(iter(cities.values())) if len(cities) == 1 else setting.stays[0]
    city = mention.city if len(cities) == 1 else None
    return Place(city=city, country_code=mention.country_code, mention=mention, rule_id="meetings.place-of-stay")


def in_city_of_stay(event: Event, events: Sequence[Event], place: Place, setting: Setting) -> Place:
    """Return a place that is a country alone, made the one city of it in which guests, or the reporter, are told to be."""
    here = [setting.dateline] if setting.dateline is not None and setting.is_away and is_of_now(event, setting) else []
    cities = {
        stay.city: stay for stay in [*setting.stays, *here] if stay.city and stay.country_code == place.country_code
    }
    told = {p.city for other in events for p, _ in other.places() if p.country_code == place.country_code} - {None}
    is_near = event.status == "held" or (event.status == "planned" and is_of_now(event, setting))
    if place.city is not None or len(cities) != 1 or not is_near or told - set(cities):
        return place
    mention = next(iter(cities.values()))
    return replace(place, city=mention.city, mention=mention, rule_id="meetings.place-of-stay")


def find_host(event: Event, place: Place, setting: Setting) -> str | None:
    """Return the receiving state: the party whose state the place is in, the state of a session's place, or none."""
    if event.form == "call" or place.country_code is None:
        return None
    if event.is_session:
        return None if setting.seats.get(event.organization_id or "") == place.city else place.country_code
    if place.country_code in setting.sides(event) or event.form == "visit":
        return place.country_code
    return None
