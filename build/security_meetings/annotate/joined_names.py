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
LONGEST_NAME = 4


def find_joined_names(
    marked: Sequence[SentenceUnits], lexicon: Lexicon
) -> tuple[list[PlaceMention], list[OrganizationMention]]:
    """Return the states and bodies within words that consist of nothing else."""
    places: list[PlaceMention] = []
    bodies: list[OrganizationMention] = []
    for sentence in marked:
        for at, unit in enumerate(sentence.units):
            if HYPHEN not in unit.text or unit.kind in "TGL":
                continue
            for start, end, meaning in read_parts(sentence.units, at, lexicon):
                if meaning.kind == "G" and meaning.organization_id:
                    bodies.append(OrganizationMention(start=start, end=end, organization_id=meaning.organization_id))
                elif meaning.country_code:
                    kind = "demonym" if meaning.kind == "D" else "country"
                    places.append(
                        PlaceMention(start=start, end=end, kind=kind, country_code=meaning.country_code)  # type: ignore[arg-type]
                    )
    return places, bodies


def read_parts(units: Sequence[Unit], index: int, lexicon: Lexicon) -> list[tuple[int, int, Meaning]]:
    """Return the parts of a word with their spans and meanings, or none where one of them is no state or body.

    The first may begin, and the last end, in a word beside it ("the United States-Kenya talks", "Iran-Saudi Arabia").
    """
    unit = units[index]
    parts = unit.text.split(HYPHEN)
    if len(parts) > MOST_PARTS:
        return []
    found = []
    at = unit.start
    for place, part in enumerate(parts):
        start, end = at, at + len(part)
        meaning = read_name(part, lexicon)
        if meaning is None and place in (0, len(parts) - 1):
            start, end, meaning = read_longer(units, index, part, (start, end), place == 0, lexicon)
        if meaning is None:
            return []
        found.append((start, end, meaning))
        at += len(part) + len(HYPHEN)
    return found if len(found) > 1 else []


def read_name(text: str, lexicon: Lexicon) -> Meaning | None:
    """Return what a text means as the name of a state or body, whole or as a prefix ("Indo"), or None."""
    tokens = tokenize(text)
    hit = lexicon.names.longest_at(tokens, 0) if tokens else None
    if hit is not None and hit[0] == len(tokens) and hit[1].kind in "CcDG":
        return hit[1]
    prefix = lexicon.joined_forms.get(text.lower())
    return None if prefix is None else Meaning("D", "demonym", prefix)


def read_longer(
    units: Sequence[Unit], index: int, part: str, span: tuple[int, int], is_first: bool, lexicon: Lexicon
) -> tuple[int, int, Meaning | None]:
    """Return span and meaning of the first or last part of a word read together with the words beside it."""
    for reach in range(1, LONGEST_NAME):
        beside = units[max(index - reach, 0) : index] if is_first else units[index + 1 : index + 1 + reach]
        if len(beside) < reach or not beside[0].text[:1].isalpha():
            break
        words = [unit.text for unit in beside]
        meaning = read_name(" ".join([*words, part] if is_first else [part, *words]), lexicon)
        if meaning is not None:
            return (beside[0].start, span[1], meaning) if is_first else (span[0], beside[-1].end, meaning)
    return *span, None
