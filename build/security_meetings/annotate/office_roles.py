"""What an office found among units tells: whose it is, and its name as written without the state."""

from __future__ import annotations

from collections.abc import Sequence

from security_meetings.annotate.units import Unit, kinds_of

AGENCY_KINDS = "CcDZb"
SUBJECT_LINKS = ("for", "on")


def states_of(units: Sequence[Unit], first: int, last: int) -> tuple[tuple[str, ...], str | None]:
    """Return the states and the body whose office it is; a state after "to", "for", "on" is only its subject."""
    codes: list[str] = []
    organization_id = None
    for at in range(first, last):
        unit = units[at]
        link = next((units[k] for k in range(at - 1, max(first, at - 3) - 1, -1) if units[k].kind == "o"), None)
        is_subject = (
            link is not None
            and link.text.lower() != "of"
            and unit.kind in "CcZG"
            and units[at - 1].kind != ","
            and not follows_possessive(units, at)
            and not (link.text.lower() in ("at", "in") and kinds_of(units[at + 1 : at + 2]) in ("f", "b"))
        )
        if is_subject:
            continue
        if unit.kind in AGENCY_KINDS and unit.meaning.country_code and unit.meaning.country_code not in codes:
            codes.append(unit.meaning.country_code)
        elif unit.kind == "G" and organization_id is None:
            organization_id = unit.meaning.organization_id
    return tuple(codes), organization_id


def follows_possessive(units: Sequence[Unit], at: int) -> bool:
    """Return whether a possessive stands right after a unit."""
    return at + 1 < len(units) and units[at + 1].kind == "P"


def written_role(units: Sequence[Unit], head_at: int) -> str:
    """Return the office as written without the state, its possessive, dropped modifiers and acronyms in brackets."""
    kept: list[Unit] = []
    in_brackets = False
    for at, unit in enumerate(units):
        in_brackets = (in_brackets or unit.kind == "(") and unit.kind != ")"
        if is_field(units, at, head_at):
            kept.append(unit)
            continue
        if unit.kind == "P" and kept and units[at - 1].kind in ("hN" if at > head_at else "h"):
            kept.append(unit)
        is_of_body = unit.kind == "M" and at > head_at and unit.text[:1].isupper()
        if in_brackets or (unit.kind in "()PMFDy" and not is_of_body):
            continue
        if unit.kind in "CcZG":
            keep_state(units, at, head_at, kept)
            continue
        kept.append(unit)
    while kept and kept[-1].kind in "oIa&,":
        kept.pop()
    while kept and kept[0].kind in "a&,":
        kept.pop(0)
    return join_words([own_words(unit) for unit in kept])


def keep_state(units: Sequence[Unit], at: int, head_at: int, kept: list[Unit]) -> None:
    """Keep a state or body where it is the subject of the office ("to NATO") or a body within another, else drop its link."""
    unit = units[at]
    link = next((k.text.lower() for k in reversed(kept[-2:]) if k.kind != "a"), "") if kept else ""
    is_linked = bool(kept) and (
        kept[-1].kind in "oI" or (len(kept) > 1 and kept[-1].kind == "a" and kept[-2].kind in "oI")
    )
    is_field_of = link in SUBJECT_LINKS and at + 1 < len(units) and units[at + 1].kind in "fg"
    if at > head_at and is_linked and link != "of" and (is_field_of or not is_before_field(units, at)):
        kept.append(unit)
        return
    if is_named_part(unit) and not any(other.kind == "f" for other in units[head_at:at]):
        kept.append(unit)
        return
    if is_before_field(units, at):
        return
    while kept and kept[-1].kind in "oIa" and at > head_at:
        kept.pop()


def is_before_field(units: Sequence[Unit], at: int) -> bool:
    """Return whether a possessive, a field or a body stands right after a unit."""
    return at + 1 < len(units) and units[at + 1].kind in "Pfb"


def is_field(units: Sequence[Unit], at: int, head_at: int) -> bool:
    """Return whether a unit belongs to brackets after the head that tell a field ("Secretary (Defence Production)")."""
    opened = next((k for k in range(at, head_at, -1) if units[k].kind == "("), None)
    if opened is None:
        return False
    close = next((k for k in range(opened, len(units)) if units[k].kind == ")"), 0)
    words = units[opened + 1 : close]
    is_acronym = len(words) == 1 and words[0].text.isupper()
    kinds = "fgNCZ" if opened == head_at + 1 else "f"
    return at <= close and bool(words) and not is_acronym and words[0].kind in kinds


def is_named_part(unit: Unit) -> bool:
    """Return whether a unit names a body of an organisation in words ("ECOWAS Commission")."""
    return unit.kind == "G" and unit.meaning.value != unit.meaning.organization_id and " " in unit.text


def own_words(unit: Unit) -> str:
    """Return a unit as written, a body of an organisation without the latter's acronym."""
    words = " ".join(unit.text.split())
    lead, _, rest = words.partition(" ")
    return rest if is_named_part(unit) and lead.isupper() else words


def join_words(words: Sequence[str]) -> str:
    """Return words joined by spaces, stops and brackets set close."""
    joined = " ".join(words)
    for wide, close in ((" ,", ","), (" '", "'"), (" ’", "’"), ("( ", "("), (" )", ")")):
        joined = joined.replace(wide, close)
    return joined
