"""States and bodies joined by a hyphen into one word ("India-Thailand consultations", "the Russia-ASEAN dialogue")."""

from __future__ import annotations

from collections.abc import Sequence

from security_meetings.annotate.chunks import SentenceUnits
from security_meetings.annotate.lexicon import Lexicon, Meaning
from security_meetings.annotate.tokens import tokenize
from security_meetings.annotate.units import Unit
from security_meetings.documents import OrganizationMention, PlaceMention

HYPHEN = "-"
MOST_PARTS = 5


def find_joined_names(
    marked: Sequence[SentenceUnits], lexicon: Lexicon
) -> tuple[list[PlaceMention], list[OrganizationMention]]:
    """Return the states and bodies within words that consist of nothing else."""
    places: list[PlaceMention] = []
    bodies: list[OrganizationMention] = []
    for sentence in marked:
        for unit in sentence.units:
            if HYPHEN not in unit.text or unit.kind in "TGL":
                continue
            for start, end, meaning in read_parts(unit, lexicon):
                if meaning.kind == "G" and meaning.organization_id:
                    bodies.append(OrganizationMention(start=start, end=end, organization_id=meaning.organization_id))
                elif meaning.country_code:
                    kind = "demonym" if meaning.kind == "D" else "country"
                    places.append(
                        PlaceMention(start=start, end=end, kind=kind, country_code=meaning.country_code)  # type: ignore[arg-type]
                    )
    return places, bodies


def read_parts(unit: Unit, lexicon: Lexicon) -> list[tuple[int, int, Meaning]]:
    """Return the parts of a word with their spans and meanings, or none where one of them is no state or body."""
    parts = unit.text.split(HYPHEN)
    if len(parts) > MOST_PARTS:
        return []
    found = []
    at = unit.start
    for part in parts:
        tokens = tokenize(part)
        hit = lexicon.names.longest_at(tokens, 0) if tokens else None
        prefix = lexicon.joined_forms.get(part.lower())
        if hit is not None and hit[0] == len(tokens) and hit[1].kind in "CcDG":
            found.append((at, at + len(part), hit[1]))
        elif prefix is not None:
            found.append((at, at + len(part), Meaning("D", "demonym", prefix)))
        else:
            return []
        at += len(part) + len(HYPHEN)
    return found if len(found) > 1 else []
