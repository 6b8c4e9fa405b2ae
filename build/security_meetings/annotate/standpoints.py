"""Where an article was written from: the city of its dateline, or that of a byline ("Our Correspondent in Lusaka")."""

from __future__ import annotations

import re
from dataclasses import replace

from security_meetings.annotate.lexicon import Lexicon
from security_meetings.annotate.tokens import tokenize
from security_meetings.annotate.units import Unit, split_units
from security_meetings.documents import Document, PlaceMention

BYLINE = re.compile(r"^[^\n.:;!?\d]{3,60} in (?P<place>[^\n.:;!?\d]{3,40})$", re.MULTILINE)
PLACE_KINDS = {"C": "country", "c": "country", "D": "demonym", "T": "city", "Z": "region"}


def read_dateline(document: Document, lexicon: Lexicon) -> PlaceMention | None:
    """Return the first city that a dateline names, or None."""
    for zone in document.zones:
        if zone.kind != "dateline":
            continue
        # A day of another calendar cuts a dateline in two: "Jeddah, Shawwal 28, 1445 H., May 7, 2024, SPA --".
        start = document.text.rfind("\n", 0, zone.start) + 1
        found = first_city(document.text, start, zone.end, lexicon)
        if found is not None:
            return found
    return None


def read_byline(document: Document, lexicon: Lexicon) -> PlaceMention | None:
    """Return the city in which a line of the header says that the reporter was, or None."""
    for zone in document.zones:
        for line in BYLINE.finditer(document.text, zone.start, zone.end) if zone.kind == "header" else ():
            found = first_city(document.text, *line.span("place"), lexicon)
            if found is not None and found.start == line.start("place"):
                return found
    return None


def first_city(text: str, start: int, end: int, lexicon: Lexicon) -> PlaceMention | None:
    """Return the first city within a span, or None."""
    tokens = [replace(t, text=t.text.title()) if t.text.isupper() else t for t in tokenize(text, start, end)]
    units = split_units(tokens, text, lexicon) if text[start:end].strip() else []
    found = next((unit for unit in units if unit.kind in ("T", "v") and unit.meaning.country_code), None)
    return None if found is None else make_place(replace(found, kind="T"))


def make_place(unit: Unit) -> PlaceMention:
    """Return the place that a unit names."""
    kind = PLACE_KINDS[unit.kind]
    return PlaceMention(
        start=unit.start,
        end=unit.end,
        kind=kind,  # type: ignore[arg-type]
        country_code=unit.meaning.country_code or "",
        city=unit.meaning.city if kind in ("city", "country") else None,
    )
