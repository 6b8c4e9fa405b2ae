"""The grammar of offices: modifiers, portfolio, head, body and state in any usual order."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from security_meetings.annotate.lexicon import Lexicon, Meaning
from security_meetings.annotate.office_roles import states_of, written_role
from security_meetings.annotate.office_types import OfficeTypes
from security_meetings.annotate.plural_offices import offices_apart, singular_role
from security_meetings.annotate.units import Unit, kinds_of
from security_meetings.documents import OfficeTold

PORTFOLIO = r"f(?:,f)*(?:,?&f)?"
NAMED_BODY = r"b(?:\([NGb]\)|oa?f(?:&f)?(?=m?h))?|(?<=[DP])N{1,2}(?=h)"
ITEM = rf"(?:{PORTFOLIO}(?:\([NGb]\))?|[mMF]|[bf]P|{NAMED_BODY}|DP?|[CcGZ]P?|N(?=[fb])|hP(?=[mMFfb]{{0,3}}h))"
FIELD = r"(?:\((?:[fg][fgbDNCZ&,]{0,4}|[NCZ]&[NCZ]|N[Nf]{1,2})\))"
SHORT = r"(?:\([hN]\)(?=R*[Nin]))"
OWNER = r"(?:[CcGZ](?:P|(?=m?[fb]))|N{1,2}P(?=[Nfbg])|D|[mMN])"
INSIDE = r"(?:[Nfbg]|&(?=[Nfbg])|&a(?=g)|,(?=&?[fb])|,G(?=,?&f)|,N{1,2}(?=(?:,[Nf]{1,2})*,?&[fg])|NP(?=[Nfbg])|h(?=[fb]))*[fbg]"
BODY = rf"(?:o[ay]?{OWNER}*{INSIDE}(?:\(a?[NGfb]\))?(?!(?<=&[fb])h))"
WITHIN = r"(?:I[ay]?(?:[DCcGZ]P?)?[Nfg]*b(?:oa?[Nf]*f(?:,f)*(?:,?&[Nf]*f)?)?)"
STATE = r"(?:oa?M?[CcGZ](?:\([NG]\))?(?:oa?G)?)"
COMMAND = r"(?:[CcZGD]?f*b(?:\([NGb]\))?)"
SUPERIOR = r"(?:o[ay]?(?:[CcGZ]P|D|m)*f*h(?![NinR]))"
OFFICE = re.compile(
    rf"{ITEM}{{0,8}}(?P<head>h{{1,2}}|k)(?:{FIELD}|{SHORT})?(?:,(?=[CcD]f*b|[CcD]f))?(?:{COMMAND}|[CDZ]?f{{1,2}}(?:&f)?(?![hkb]))?(?:{SUPERIOR}|{BODY}|{WITHIN}){{0,5}}"
    rf"(?:{STATE}|(?<=[fb])[CcGZ](?![PNin])|,[Cc](?=;|x?$))?(?:{BODY})?"
)


@dataclass(frozen=True, slots=True)
class OfficeUnit:
    """An office found among the units: half-open unit indices, the office and whose it is."""

    first: int
    last: int
    office: OfficeTold
    head: str
    country_codes: tuple[str, ...]
    organization_id: str | None
    state_at_end: bool
    alias: str | None = None
    apart: tuple[OfficeTold, ...] = ()


def find_offices(units: Sequence[Unit], lexicon: Lexicon, types: OfficeTypes) -> list[OfficeUnit]:
    """Return the offices among the units of a sentence, in order, none overlapping."""
    told = [
        make_office(units, match.start(), match.end(), match.start("head"), lexicon, types)
        for match in OFFICE.finditer(kinds_of(units))
    ]
    verbal = [
        office for at, unit in enumerate(units) if unit.kind == "H" for office in tell_verbal(units, at, lexicon, types)
    ]
    spans = [range(office.first, office.last) for office in verbal]
    return sorted(
        [*verbal, *(office for office in told if not any(office.first in span for span in spans))],
        key=lambda office: office.first,
    )


def tell_verbal(units: Sequence[Unit], at: int, lexicon: Lexicon, types: OfficeTypes) -> list[OfficeUnit]:
    """Return the office of one "who commands" a body, told as "commander of" it, or nothing where no body follows."""
    lead = units[at]
    head = replace(lead, kind="h", text=lead.meaning.value, meaning=Meaning("h", lead.meaning.value))
    link = replace(lead, kind="o", text="of", start=lead.end, meaning=Meaning("o", "of"))
    told = [head, link, *units[at + 1 :]]
    match = OFFICE.match(kinds_of(told))
    bodies = [] if match is None else [unit for unit in told[2 : match.end()] if unit.kind in "bfG"]
    if match is None or not bodies or bodies[0].text.lower() in lexicon.passing_groups:
        return []
    found = make_office(told, 0, match.end(), 0, lexicon, types)
    return [replace(found, first=at, last=at + found.last - 1)]


def make_office(
    units: Sequence[Unit], first: int, last: int, head_at: int, lexicon: Lexicon, types: OfficeTypes
) -> OfficeUnit:
    """Return the office over units[first:last] with its role, type and state."""
    first = drop_other_field(units, drop_foreign_lead(units, first, head_at), head_at)
    last = drop_small_field(units, head_at, drop_venue(units, head_at, last, lexicon))
    is_double = kinds_of(units[head_at + 1 : head_at + 2]) == "h"
    is_plural = units[head_at].kind == "k"
    head = units[head_at + is_double].meaning.value
    told = units[first:last], head_at - first
    role = singular_role(*told, lexicon) if is_plural else written_role(*told)
    own = max((at + 1 for at in range(first + 1, head_at) if kinds_of(units[at - 1 : at + 1]) == "hP"), default=first)
    own_role = role if own == first else written_role(units[own:last], head_at - own)
    codes, organization_id = states_of(units, first, last)
    if organization_id is not None and not codes and not is_plural:
        full_role = " ".join(unit.text for unit in units[own:last] if unit.kind not in "PMF()")
        office_type = types.classify_in_body(own_role, full_role, head)
    else:
        regions = [unit.text for unit in units[own:last] if unit.kind == "Z"]
        office_type = types.classify(" of ".join([own_role, *regions]), head, agency_type(units[first:last]))
    office = OfficeTold(
        start=units[first].start,
        end=units[last - 1].end,
        role=role,
        office_type=office_type,
        is_plural=is_plural,
        is_former=any(unit.kind == "F" for unit in units[first:head_at]),
    )
    return OfficeUnit(
        first,
        last,
        office,
        head,
        codes,
        organization_id,
        units[last - 1].kind in "CcZG",
        alias_of(units, first, last),
        offices_apart(*told, lexicon, types) if is_plural else (),
    )


def agency_type(units: Sequence[Unit]) -> str:
    """Return the type of office that the head of a national agency among the units has, empty where there is none."""
    return next((unit.meaning.value for unit in units if unit.kind == "b" and unit.meaning.country_code), "")


def alias_of(units: Sequence[Unit], first: int, last: int) -> str | None:
    """Return the acronym in brackets right after an office ("Chief of Army Staff (COAS)"), by which it is taken up."""
    for at in (last - 2, last + 1):
        if (
            first < at < len(units)
            and units[at].kind in "Nb"
            and units[at].text.isupper()
            and units[at - 1].kind == "("
        ):
            return units[at].text
    return None


def drop_other_field(units: Sequence[Unit], first: int, head_at: int) -> int:
    """Return where an office begins once the field of another before a comma was dropped ("Ministry of Defence, Minister X")."""
    commas = [at for at in range(first + 1, head_at) if units[at].kind == ","]
    follows_link = first > 0 and units[first - 1].kind in "oI"
    return commas[-1] + 1 if commas and follows_link and units[commas[-1] + 1].kind != "&" else first


def drop_venue(units: Sequence[Unit], head_at: int, last: int, lexicon: Lexicon) -> int:
    """Return where an office ends once a house in which somebody was met is dropped ("the ambassador at the ministry")."""
    if units[head_at].meaning.value not in lexicon.outside_heads:
        return last
    return next((at for at in range(head_at + 1, last) if units[at].text.lower() in lexicon.venue_links), last)


def drop_small_field(units: Sequence[Unit], head_at: int, last: int) -> int:
    """Return where an office ends once a small word right behind the head is dropped ("told the premier trade would")."""
    field = re.match(r"h[CDZ]?(?=f)", kinds_of(units[head_at : head_at + 3]))
    is_small = field is not None and units[head_at + field.end()].text[:1].islower()
    return head_at + 1 if is_small else last


def drop_foreign_lead(units: Sequence[Unit], first: int, head_at: int) -> int:
    """Return where the office begins once a second state before it was dropped ("in Iran Tajik minister")."""
    leads = [at for at in range(first, head_at) if units[at].kind in "CcDZ"]
    return leads[-1] if len(leads) > 1 and units[leads[-1] - 1].kind not in "&," else first


def merge_units(units: Sequence[Unit], offices: Sequence[OfficeUnit]) -> tuple[list[Unit], dict[int, OfficeUnit]]:
    """Return the units with each office as one unit (O singular, U plural), and the offices by merged index."""
    merged: list[Unit] = []
    at_index: dict[int, OfficeUnit] = {}
    at = 0
    by_first = {office.first: office for office in offices}
    while at < len(units):
        office = by_first.get(at)
        if office is None:
            merged.append(units[at])
            at += 1
            continue
        kind = "U" if office.office.is_plural else "O"
        at_index[len(merged)] = office
        lead = units[at]
        merged.append(
            replace(lead, kind=kind, last=units[office.last - 1].last, end=office.office.end, meaning=Meaning(kind))
        )
        at = office.last
    return merged, at_index
