"""The grammar of offices: modifiers, portfolio, head, body and state in any usual order."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from security_meetings.annotate.lexicon import Lexicon, Meaning
from security_meetings.annotate.units import Unit, kinds_of
from security_meetings.documents import OfficeTold
from security_meetings.vocabularies import Vocabulary

PORTFOLIO = r"f(?:,f)*(?:,?&f)?"
ITEM = rf"(?:{PORTFOLIO}|[mMFb]|DP?|[CcGZ]P?|N(?=[fb])|h(?=[fmb]{1, 3}h))"
BODY = r"(?:o[ay]?(?:[CcGZ]P|D|[mMN])*(?:[Nfbg]|&(?=[Nfbg])|,(?=[fb])|h(?=[fb]))*[fbg](?:\([NGf]\))?)"
STATE = r"(?:oa?[CcGZ](?:\([NG]\))?)"
COMMAND = r"(?:[CcZGD]?f*b(?:\([NG]\))?)"
SUPERIOR = r"(?:o[ay]?(?:[CcGZ]P|D|m)*f*h(?![NinR]))"
OFFICE = re.compile(
    rf"{ITEM}{{0,8}}(?P<head>h{{1,2}}|k)(?:{COMMAND})?(?:{BODY}|{SUPERIOR}){{0,3}}(?:{STATE}|(?<=[fb])[CcGZ](?![PNin]))?(?:{BODY})?"
)
COUNTRY_KINDS = "CcDZ"
MINISTER_TYPES = frozenset(
    ["foreign_minister", "interior_minister", "defence_minister", "justice_minister", "other_minister"]
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


@dataclass(frozen=True, slots=True, eq=False)
class OfficeTypes:
    """Office phrases by length, longest first, and the words that make a deputy."""

    phrases: tuple[tuple[str, str], ...]
    deputy_words: tuple[str, ...]
    head_types: dict[str, str]

    def classify(self, role: str, head: str) -> str:
        """Return the office type of a role as written."""
        words = f" {' '.join(role.lower().replace('-', ' ').replace(' the ', ' ').split())} "
        is_deputy = any(f" {word} " in words for word in self.deputy_words)
        found = next((code for phrase, code in self.phrases if f" {phrase} " in words), None)
        code = found or self.head_types.get(head, "other_official")
        if is_deputy and code in MINISTER_TYPES:
            return "deputy_minister"
        if is_deputy and code == "head_of_government":
            return "other_minister"
        if is_deputy and found is None and code == "head_of_state":
            return "other_official"
        return code


@cache
def build_office_types(vocabulary: Vocabulary) -> OfficeTypes:
    """Return the office phrases of the codebook, longest first."""
    words = vocabulary.codebook("actor_words")
    phrases = {
        " ".join(phrase.lower().replace("-", " ").replace(" the ", " ").split()): code
        for code, block in vocabulary.codebook("office_types").items()
        for phrase in block.get("patterns", [])
    }
    return OfficeTypes(
        phrases=tuple(sorted(phrases.items(), key=lambda item: (-len(item[0]), item[0]))),
        deputy_words=tuple(words["modifiers"]["deputies"]),
        head_types={**words["heads"]},
    )


def find_offices(units: Sequence[Unit], lexicon: Lexicon, types: OfficeTypes) -> list[OfficeUnit]:
    """Return the offices among the units of a sentence, in order, none overlapping."""
    return [
        make_office(units, match.start(), match.end(), match.start("head"), lexicon, types)
        for match in OFFICE.finditer(kinds_of(units))
    ]


def make_office(
    units: Sequence[Unit], first: int, last: int, head_at: int, lexicon: Lexicon, types: OfficeTypes
) -> OfficeUnit:
    """Return the office over units[first:last] with its role, type and state."""
    first = drop_foreign_lead(units, first, head_at)
    head_unit = (
        units[head_at + 1] if units[head_at + 1 : head_at + 2] and units[head_at + 1].kind == "h" else units[head_at]
    )
    is_plural = units[head_at].kind == "k"
    head = head_unit.meaning.value
    role = written_role(units[first:last], head_at - first)
    if is_plural:
        role = role.replace(units[head_at].text, units[head_at].meaning.value)
    codes, organization_id = states_of(units, first, last)
    office = OfficeTold(
        start=units[first].start,
        end=units[last - 1].end,
        role=role,
        office_type=types.classify(role, head),
        is_plural=is_plural,
        is_former=any(unit.kind == "F" for unit in units[first:head_at]),
    )
    return OfficeUnit(
        first, last, office, head, codes, organization_id, units[last - 1].kind in "CcZG", alias_of(units, first, last)
    )


def alias_of(units: Sequence[Unit], first: int, last: int) -> str | None:
    """Return the acronym in brackets right after an office ("Chief of Army Staff (COAS)"), by which it is taken up."""
    for at in (last - 2, last + 1):
        if first < at < len(units) and units[at].kind == "N" and units[at].text.isupper() and units[at - 1].kind == "(":
            return units[at].text
    return None


def drop_foreign_lead(units: Sequence[Unit], first: int, head_at: int) -> int:
    """Return where the office begins once a second state before it was dropped ("in Iran Tajik minister")."""
    leads = [at for at in range(first, head_at) if units[at].kind in "CcDZ"]
    return leads[-1] if len(leads) > 1 and units[leads[-1] - 1].kind not in "&," else first


def states_of(units: Sequence[Unit], first: int, last: int) -> tuple[tuple[str, ...], str | None]:
    """Return the states and the body whose office it is; a state after "to", "for", "on" is only its subject."""
    codes: list[str] = []
    organization_id = None
    for at in range(first, last):
        unit = units[at]
        link = next((units[k] for k in range(at - 1, max(first, at - 3) - 1, -1) if units[k].kind == "o"), None)
        is_subject = (
            link is not None and link.text.lower() != "of" and unit.kind in "CcZG" and not follows_possessive(units, at)
        )
        if is_subject:
            continue
        if unit.kind in COUNTRY_KINDS and unit.meaning.country_code and unit.meaning.country_code not in codes:
            codes.append(unit.meaning.country_code)
        elif unit.kind == "G" and organization_id is None:
            organization_id = unit.meaning.organization_id
    return tuple(codes), organization_id


def follows_possessive(units: Sequence[Unit], at: int) -> bool:
    """Return whether a possessive stands right after a unit."""
    return at + 1 < len(units) and units[at + 1].kind == "P"


def written_role(units: Sequence[Unit], head_at: int) -> str:
    """Return the office as written without the state, its possessive, dropped modifiers and brackets."""
    kept: list[Unit] = []
    in_brackets = False
    for at, unit in enumerate(units):
        in_brackets = (in_brackets or unit.kind == "(") and unit.kind != ")"
        if in_brackets or unit.kind in "()PMFD":
            continue
        if unit.kind in "CcZG":
            link = (
                kept[-1].text.lower()
                if kept and kept[-1].kind == "o"
                else (kept[-2].text.lower() if len(kept) > 1 and kept[-1].kind == "a" and kept[-2].kind == "o" else "")
            )
            if at > head_at and link and link != "of":
                kept.append(unit)
                continue
            if at + 1 < len(units) and units[at + 1].kind == "P":
                continue
            while kept and kept[-1].kind in "oa" and at > head_at:
                kept.pop()
            continue
        if unit.kind == "y":
            continue
        kept.append(unit)
    while kept and kept[-1].kind in "oa&,":
        kept.pop()
    while kept and kept[0].kind in "a&,":
        kept.pop(0)
    return " ".join(unit.text for unit in kept).replace(" ,", ",")


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
