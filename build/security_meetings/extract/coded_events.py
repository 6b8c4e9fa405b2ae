"""Which encounters of an article the codebook counts."""

from __future__ import annotations

from collections.abc import Sequence

from security_meetings.extract.event import Event
from security_meetings.extract.event_facts import Setting
from security_meetings.extract.event_places import find_place
from security_meetings.extract.told_places import choose_place
from security_meetings.extract.visit_facts import is_other_time


def is_coded(event: Event, events: Sequence[Event], setting: Setting) -> bool:
    """Return whether the codebook counts an event."""
    if event.form == "visit":
        return is_coded_visit(event, events, setting)
    if event.is_session:
        return is_coded_session(event, events, setting)
    named = {p.key for p in setting.document.persons if p.name is not None}
    sides = {setting.side(person) for person in event.persons if setting.side(person) or person in named}
    sides |= set(event.sides)
    if event.least_sides < 2 and (len(sides) < 2 or sides == {None}):
        return False
    if None in sides and all(frame.is_weak for frame in event.frames):
        return False
    if event.lead.is_weak and all(frame.is_weak for frame in event.frames) and event.status != "held":
        return False
    is_open = event.status == "planned" and not event.dates()
    if is_open and find_place(event, events, setting).country_code is None and not is_within_visit(event, events):
        return False
    return not is_airport_welcome(event, setting)


def is_within_visit(event: Event, events: Sequence[Event]) -> bool:
    """Return whether somebody's planned visit with its days, to a state of another side, is told around an encounter."""
    return any(
        other.form == "visit"
        and other.status == "planned"
        and bool(other.dates())
        and bool(set(other.persons) & set(event.persons))
        for other in events
    )


def is_coded_session(event: Event, events: Sequence[Event], setting: Setting) -> bool:
    """Return whether a session has a time or place, and a body or sides."""
    sides = setting.sides(event) - {None}
    places = [p for p, _ in event.places() if p.kind in ("city", "country")]
    if any(frame.rule_id == "meetings.collective-gathered" for frame in event.frames):
        return bool(event.dates() and places)
    return bool(event.dates() or places) and (event.organization_id is not None or len(sides) > 1)


def is_coded_visit(event: Event, events: Sequence[Event], setting: Setting) -> bool:
    """Return whether a trip abroad is told and no talks within it are."""
    place = choose_place([p for p, _ in event.places()])
    visitor = setting.side(event.persons[0])
    if place is None or visitor is None or visitor == place.country_code:
        return False
    if event.status == "cancelled" and not event.dates():
        return False
    if event.lead.is_weak and not event.dates():
        return False
    if event.status == "planned" and not event.dates():
        return False
    for other in events:
        if other.form == "visit":
            if other is not event and is_same_visit(event, other, events):
                return False
            continue
        if event.persons[0] not in other.persons or other.status == "cancelled" or other.form == "call":
            continue
        told = find_place(other, [e for e in events if e.form != "visit"], setting).country_code
        sides = {setting.side(person) for person in other.persons}
        if (told == place.country_code or (told is None and place.country_code in sides)) and not is_other_time(
            other, event, setting
        ):
            return False
    return True


def is_same_visit(event: Event, other: Event, events: Sequence[Event]) -> bool:
    """Return whether an earlier, or a better told, event tells of the same trip."""
    here, there = choose_place([p for p, _ in event.places()]), choose_place([p for p, _ in other.places()])
    if here is None or there is None or event.persons[0] != other.persons[0] or here.country_code != there.country_code:
        return False
    if event.dates() and other.dates() and set(event.dates()) != set(other.dates()):
        return False
    return bool(other.dates()) > bool(event.dates()) or (
        bool(other.dates()) == bool(event.dates()) and events.index(other) < events.index(event)
    )


def is_airport_welcome(event: Event, setting: Setting) -> bool:
    """Return whether all that is told is a welcome at an airport."""
    text = setting.document.text
    sentences = {s.index: s for s in setting.document.sentences}
    return all(
        frame.node.lemma in ("welcome", "greet", "meet", "receive", "see")
        and "airport" in text[sentences[frame.sentence].start : sentences[frame.sentence].end].lower()
        for frame in event.frames
    )
