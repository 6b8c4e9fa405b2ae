"""Towns that are too many and too much like other words to be looked for everywhere: only where a text puts something "in" one."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from security_meetings.annotate.chunks import SentenceUnits
from security_meetings.annotate.units import Unit
from security_meetings.documents import PlaceMention
from security_meetings.vocabularies import Vocabulary

PLACE_LINKS = frozenset(["in", "at", "near", "outside"])
SETTLEMENTS = frozenset(["city", "town", "village", "port", "resort", "settlement", "municipality"])
NAME_KINDS = "Nniv"
LONGEST_NAME = 4
# Letters that stand for themselves in Unicode and not as a letter with a mark.
PLAIN_LETTERS = str.maketrans(
    {"ı": "i", "ø": "o", "đ": "d", "ł": "l", "ß": "ss", "æ": "ae", "ə": "a", "ð": "d", "þ": "th", "’": "'", "ʻ": "'"}
)


@dataclass(frozen=True, slots=True, eq=False)
class Towns:
    """The towns of the gazetteer by their plain lower-case name: as written there, with the states that have one."""

    by_name: dict[str, list[tuple[str, str]]]

    def find(self, name: str, states: Counter[str]) -> tuple[str, str] | None:
        """Return the town of a name in the state that the article names most, and that state; None where it names none."""
        known = [town for town in self.by_name.get(fold_name(name), ()) if states[town[1]]]
        return max(known, key=lambda town: states[town[1]], default=None)


@cache
def build_towns(vocabulary: Vocabulary) -> Towns:
    """Return the towns of a vocabulary, built once."""
    by_name: dict[str, list[tuple[str, str]]] = {}
    for row in vocabulary.gazetteers.get("towns", ()):
        by_name.setdefault(fold_name(row["town"]), []).append((row["town"], row["country_code"]))
    return Towns(by_name)


def fold_name(name: str) -> str:
    """Return a name in plain lower-case letters, without marks."""
    parts = unicodedata.normalize("NFKD", name.lower().translate(PLAIN_LETTERS))
    return "".join(letter for letter in parts if not unicodedata.combining(letter))


@cache
def list_coordinates(vocabulary: Vocabulary) -> Mapping[tuple[str, str], tuple[float, float]]:
    """Return latitude and longitude of every listed city and town, in degrees, read once."""
    rows = [(row["town"], row) for row in vocabulary.gazetteers.get("towns", ())]
    rows += [(row["city"], row) for row in vocabulary.gazetteer("cities")]
    return MappingProxyType(
        {(name, row["country_code"]): (float(row["latitude"]), float(row["longitude"])) for name, row in rows}
    )


def find_towns(marked: Sequence[SentenceUnits], places: Iterable[PlaceMention], towns: Towns) -> list[PlaceMention]:
    """Return the towns that sentences put something in, of states that the article names."""
    states = Counter(place.country_code for place in places)
    if not states:
        return []
    found = []
    for sentence in marked:
        for run in names_after_links(sentence.units):
            town = town_of(run, towns, states)
            if town is not None:
                found.append(town)
    return found


def names_after_links(units: Sequence[Unit]) -> Iterator[Sequence[Unit]]:
    """Return the names that follow "in" and the like, or "the town of"."""
    for at, unit in enumerate(units):
        word = unit.text.lower()
        is_settled = word == "of" and at > 0 and units[at - 1].text.lower() in SETTLEMENTS
        if word not in PLACE_LINKS and not is_settled:
            continue
        last = at + 1
        while last < len(units) and units[last].kind in NAME_KINDS and last - at <= LONGEST_NAME:
            last += 1
        if last > at + 1:
            yield units[at + 1 : last]


def town_of(run: Sequence[Unit], towns: Towns, states: Counter[str]) -> PlaceMention | None:
    """Return the town that a name as a whole stands for, or None."""
    start, end = run[0].start, run[-1].end
    name = " ".join(unit.text for unit in run)
    found = towns.find(name, states) or towns.find(name.replace(" - ", "-"), states)
    if found is None:
        return None
    return PlaceMention(start=start, end=end, kind="city", country_code=found[1], city=found[0])
