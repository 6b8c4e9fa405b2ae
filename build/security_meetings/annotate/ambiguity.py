"""Words that may be a place, a rank or a little word, or else part of a person's name, read by what stands beside them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from security_meetings.annotate.lexicon import Lexicon
from security_meetings.annotate.units import Unit, kinds_of

# What stands right before a city's name that is part of a person's name here: for a surname more than for a city.
NAME_LEADS = {"T": "Nin", "v": "NinRh"}
PLACE_LEADS = frozenset(["in", "at", "to", "from", "of"])
COUNTRY_LEADS = frozenset(["in", "to", "of", "from", "and"])


def soften_ambiguous(units: Sequence[Unit], lexicon: Lexicon) -> list[Unit]:
    """Return the units of a sentence with each ambiguous one read as place, as title or as part of a name."""
    softened = list(units)
    for at, unit in enumerate(units):
        before = softened[at - 1] if at else None
        after = units[at + 1] if at + 1 < len(units) else None
        if unit.kind in "Tvc":
            kind = kind_of_place(unit, before, after)
        elif unit.kind == "n" and leads_family_name(softened, units, at):
            kind = "n"
        elif unit.kind in "Rn":
            kind = kind_of_title(unit, before, after)
        elif is_family_name_to(unit, before, after) or (unit.kind in "ZX" and is_end_of_name(softened, at, lexicon)):
            kind = "N"
        elif is_acronym_of_body(unit, before, after):
            kind = "b"
        elif is_kind(after, "R") and is_service(softened, at, lexicon):
            kind = "R"
        else:
            continue
        softened[at] = replace(unit, kind=kind)
    return softened


def is_family_name_to(unit: Unit, before: Unit | None, after: Unit | None) -> bool:
    """Return whether "To" is a family name after a title ("President To Lam")."""
    return unit.kind == "o" and unit.text == "To" and is_kind(after, "N") and is_kind(before, "hR")


def leads_family_name(softened: Sequence[Unit], units: Sequence[Unit], at: int) -> bool:
    """Return whether a particle, alone or with others, stands between a title and a family name ("President von der Leyen")."""
    first = at
    while first and softened[first - 1].kind == "n":
        first -= 1
    after = next((unit for unit in units[at + 1 :] if unit.kind != "n"), None)
    return first > 0 and softened[first - 1].kind in "hR" and is_kind(after, "N") and " " not in units[at].text


def is_service(units: Sequence[Unit], at: int, lexicon: Lexicon) -> bool:
    """Return whether a unit is a branch of the forces before a rank, and no part of an office ("Chief of the Navy Admiral")."""
    is_listed = units[at].text.lower() in lexicon.services and units[at].text[:1].isupper()
    return is_listed and re.search(r"o[aymDCZ]*$", kinds_of(units[max(at - 4, 0) : at])) is None


def is_end_of_name(units: Sequence[Unit], at: int, lexicon: Lexicon) -> bool:
    """Return whether a region or group of one word ends a name: after its particle, or a title and two names before it."""
    before = units[max(at - 3, 0) : at]
    if " " in units[at].text or not before:
        return False
    follows_particle = before[-1].text.lower() in lexicon.particles and before[-1].kind in "Nn"
    return (follows_particle and len(before) > 1 and before[-2].kind == "N") or kinds_of(before) in (
        "hNN",
        "RNN",
        "fNN",
        "CNN",
        "DNN",
    )


def is_acronym_of_body(unit: Unit, before: Unit | None, after: Unit | None) -> bool:
    """Return whether capitals after an article stand for a body that no list knows ("the chairman of the QRPD")."""
    is_led = before is not None and before.kind == "a" and before.text.lower() == "the"
    is_capitals = unit.kind == "N" and unit.text.isalpha() and unit.text.isupper() and 2 < len(unit.text) < 7
    return is_led and is_capitals and not is_kind(after, "NniR")


def is_kind(unit: Unit | None, kinds: str) -> bool:
    """Return whether there is a unit, and of one of the kinds."""
    return unit is not None and unit.kind in kinds


def kind_of_place(unit: Unit, before: Unit | None, after: Unit | None) -> str:
    """Return what a city or an ambiguous country is: after a name part of it, after a preposition a place."""
    word = before.text.lower() if before is not None else ""
    if unit.kind == "c":
        return "C" if not is_kind(after, "N") or word in COUNTRY_LEADS else "c"
    if is_kind(before, NAME_LEADS[unit.kind]) and " " not in unit.text:
        return "N"
    if unit.kind == "v":
        return "T" if word in PLACE_LEADS or not is_kind(after, "N") else "N"
    return unit.kind


def kind_of_title(unit: Unit, before: Unit | None, after: Unit | None) -> str:
    """Return what a rank or a name particle is: an initial, a name among names, a particle, or another word."""
    if unit.kind == "R":
        is_initial = len(unit.text) == 1 and after is not None and len(after.text) == 1
        is_name = (
            unit.text.isalpha()
            and is_kind(before, "N")
            and not is_kind(after, "NniRhDCcvT")
            and unit.text[:1].isupper()
        )
        is_name = is_name or (unit.text.isalpha() and is_kind(before, "N") and is_kind(after, "N"))
        return "N" if is_initial or is_name else "R"
    if is_kind(before, "NnRi") and is_kind(after, "NnvT"):
        return "n"
    return "n" if is_kind(after, "Nv") and unit.text[:1].isupper() else "w"
