"""Offices told in the plural: the singular of their words, and the several offices in "foreign and defence ministers"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from security_meetings.annotate.lexicon import Lexicon
from security_meetings.annotate.office_roles import written_role
from security_meetings.annotate.office_types import OfficeTypes
from security_meetings.annotate.units import Unit, kinds_of
from security_meetings.documents import OfficeTold

BEFORE = re.compile(r"f(?:,f)*,?&f$")
AFTER = re.compile(r"oa?(?P<fields>f(?:,f)*,?&a?f)(?!b)")
# Types of which a state has one holder each, so that two of them told together are two offices.
APART = frozenset(["foreign_minister", "interior_minister", "defence_minister", "justice_minister"])


def singular_role(units: Sequence[Unit], head_at: int, lexicon: Lexicon) -> str:
    """Return the office of one holder of a plural office, as written but for the words in the plural."""
    told = [singular(unit, at == head_at, lexicon) for at, unit in enumerate(units)]
    return written_role(told, head_at)


def singular(unit: Unit, is_head: bool, lexicon: Lexicon) -> Unit:
    """Return a unit with the singular of a head or of bodies ("ministers", "ministries")."""
    word = unit.meaning.value if is_head else lexicon.singular_bodies.get(unit.text.lower()) if unit.kind == "b" else ""
    if not word:
        return unit
    is_title = unit.text[:1].isupper() and unit.text[:1] == unit.text[:1].upper()
    return replace(unit, text=" ".join(part.capitalize() for part in word.split()) if is_title else word)


def offices_apart(units: Sequence[Unit], head_at: int, lexicon: Lexicon, types: OfficeTypes) -> tuple[OfficeTold, ...]:
    """Return the offices of a plural that names the fields of several ("interior and defence ministers"), else nothing."""
    fields = fields_told(units, head_at)
    head = units[head_at].meaning.value
    words = " ".join(unit.text for unit in units).lower()
    if len(fields) < 2 or any(phrase in words for phrase in lexicon.joint_fields):
        return ()
    kinds = [types.classify(f"{units[at].text} {head}", head) for at in fields]
    if len(set(kinds)) < len(kinds) or len(APART & set(kinds)) < len(kinds) - 1 or not APART & set(kinds):
        return ()
    first, last = fields[0], fields[-1] + 1
    found = []
    for field in fields:
        own = [*units[:first], units[field], *units[last:]]
        at = head_at if head_at < first else head_at - (last - first) + 1
        role = singular_role(own, at, lexicon)
        found.append(
            OfficeTold(
                start=units[0].start,
                end=units[-1].end,
                role=role,
                office_type=types.classify(role, head),
                is_plural=True,
                is_former=any(unit.kind == "F" for unit in units[:head_at]),
            )
        )
    return tuple(found)


def fields_told(units: Sequence[Unit], head_at: int) -> list[int]:
    """Return where the fields stand that are joined by "and" before the head, or right after it with "of"."""
    kinds = kinds_of(units)
    before, after = BEFORE.search(kinds, 0, head_at), AFTER.match(kinds, head_at + 1)
    span = before.span() if before else after.span("fields") if after else (0, 0)
    return [at for at in range(*span) if kinds[at] == "f"]


def offices_of_names(
    names: Sequence[tuple[str, int, int]], head: str, units: Sequence[Unit], types: OfficeTypes
) -> tuple[OfficeTold, ...]:
    """Return the office of each name of "ministers A for Justice and B of Health", its field told after the name."""
    found = []
    starts = [start for _, start, _ in names[1:]] + [units[-1].end + 1]
    for (_, _, end), stop in zip(names, starts, strict=True):
        told = [unit for unit in units if end <= unit.start < stop]
        fields = [at for at, unit in enumerate(told) if unit.kind == "f"]
        words = told[next(at for at, unit in enumerate(told) if unit.kind == "o") : fields[-1] + 1]
        role = " ".join([head, *(unit.text for unit in words)])
        office_type = types.classify(role, head)
        found.append(
            OfficeTold(start=words[0].start, end=words[-1].end, role=role, office_type=office_type, is_plural=True)
        )
    return tuple(found)
