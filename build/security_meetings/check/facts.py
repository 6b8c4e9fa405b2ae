"""What the views for the expectations are made of: the rows of all tables, and what is known from outside them."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from security_meetings.check.shape import Rows
from security_meetings.locations import expectations_folder
from security_meetings.vocabularies import Vocabulary

Row = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Places:
    """For each city of the gazetteer the countries with a city of that name, and for each country its continent."""

    city_countries: Mapping[str, frozenset[str]] = field(default_factory=dict)
    continents: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """The rows of all tables, and what is known of places."""

    rows: Mapping[str, Rows]
    places: Places = field(default_factory=Places)

    def index(self, table: str, key: str) -> dict[str, Row]:
        """Return the rows of a table by a key column."""
        return {row[key]: row for row in self.rows[table]}

    def by_meeting(self) -> dict[str, Rows]:
        """Return the participants of each meeting."""
        grouped: dict[str, Rows] = defaultdict(list)
        for row in self.rows["participants"]:
            grouped[row["meeting_id"]].append(row)
        return grouped


def know_places(vocabulary: Vocabulary) -> Places:
    """Return what the gazetteer and build/expectations/continents.csv tell of places."""
    found: dict[str, set[str]] = defaultdict(set)
    for row in vocabulary.gazetteer("cities"):
        found[row["city"]].add(row["country_code"])
    for row in vocabulary.gazetteers.get("towns", ()):
        found[row["town"]].add(row["country_code"])
    with (expectations_folder() / "continents.csv").open(encoding="utf-8", newline="") as file:
        continents = {row["region"]: row["continent"] for row in csv.DictReader(file)}
    return Places(
        city_countries={city: frozenset(countries) for city, countries in found.items()},
        continents={
            row["country_code"]: continents[row["region"]]
            for row in vocabulary.gazetteers.get("countries", ())
            if row["region"] in continents
        },
    )


def side_of(participant: Mapping[str, Any]) -> str | None:
    """Return the country or organisation that a participant represents, None where it is not told."""
    side: str | None = participant["country_code"] or participant["organization_id"]
    return side
