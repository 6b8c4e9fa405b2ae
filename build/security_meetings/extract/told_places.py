"""The place that the words told of an encounter name, and the words that say so."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from security_meetings.documents import PlaceMention

JOINT = len(" and ")


@dataclass(slots=True, kw_only=True)
class Place:
    """Where an event took place, and the words that say so."""

    city: str | None = None
    country_code: str | None = None
    mention: PlaceMention | None = None
    rule_id: str = "meetings.place-told"


def choose_place(told: Sequence[PlaceMention]) -> Place | None:
    """Return the first city told, with its country, else the first country; of two cities joined only their country."""
    city = next((place for place in told if place.kind == "city"), None)
    country = next((place for place in told if place.kind == "country"), None)
    if city is not None and is_joined(city, told):
        same = {place.country_code for place in told if place.kind == "city"}
        return Place(country_code=city.country_code, mention=city) if len(same) == 1 and city.country_code else None
    if city is not None:
        listed = city.country_code or next((place.country_code for place in told if place.country_code), None)
        rule_id = "meetings.place-told" if city.country_code else "meetings.place-unlisted"
        return Place(city=city.city, country_code=listed, mention=city, rule_id=rule_id)
    if country is not None:
        return Place(city=country.city, country_code=country.country_code, mention=country)
    return None


def is_joined(city: PlaceMention, told: Sequence[PlaceMention]) -> bool:
    """Return whether another city is joined to one ("in Geneva and Vienna"), so that neither alone is the place."""
    return any(place.kind == "city" and place.city != city.city and place.start - city.end == JOINT for place in told)
