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
NAMED_BODY = r"b(?:\([NGb]\)|oa?f(?:&f)?(?=h))?|(?<=[DP])N{1,2}(?=h)"
ITEM = rf"(?:{PORTFOLIO}(?:\([NGb]\))?|[mMF]|{NAMED_BODY}|DP?|[CcGZ]P?|N(?=[fb])|hP(?=[mMFfb]{{0,3}}h))"
BODY = r"(?:o[ay]?(?:[CcGZ](?:P|(?=[fb]))|D|[mMN])*(?:[Nfbg]|&(?=[Nfbg])|,(?=[fb])|,G(?=,?&f)|h(?=[fb]))*[fbg](?:\([NGfb]\))?)"
STATE = r"(?:oa?[CcGZ](?:\([NG]\))?)"
COMMAND = r"(?:[CcZGD]?f*b(?:\([NGb]\))?)"
SUPERIOR = r"(?:o[ay]?(?:[CcGZ]P|D|m)*f*h(?![NinR]))"
OFFICE = re.compile(
    rf"{ITEM}{{0,8}}(?P<head>h{{1,2}}|k)(?:{COMMAND})?(?:{BODY}|{SUPERIOR}){{0,3}}(?:{STATE}|(?<=[fb])[CcGZ](?![PNin]))?(?:{BODY})?"
)
AGENCY_KINDS = "CcDZb"
DEPUTY_TYPES = {
    "foreign_minister": "deputy_minister",
    "interior_minister": "deputy_minister",
    "defence_minister": "deputy_minister",
    "justice_minister": "deputy_minister",
    "other_minister": "deputy_minister",
    "head_of_government": "other_minister",
}
UNSURE_TYPES = ("other_official", "head_of_state", "organization_official", "deputy_minister")


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
    """Office phrases with their types, and the words that make a deputy."""

    phrases: dict[str, str]
    deputy_words: tuple[str, ...]
    head_types: dict[str, str]
    leading_heads: frozenset[str]

    def classify(self, role: str, head: str, agency_type: str = "") -> str:
        """Return the office type of a role as written; one that no phrase knows is of the agency's type, if any."""
        words = f" {plain(role)} "
        is_deputy = self.is_deputy(words)
        phrase = self.longest_phrase(words.split())
        code = self.phrases[phrase] if phrase else self.head_types.get(head, "other_official")
        if phrase != plain(head) and phrase in plain(head).split():
            return self.head_types.get(head, "other_official")
        if agency_type and head in self.leading_heads and code in UNSURE_TYPES:
            return agency_type
        if is_deputy and not self.is_deputy(f" {phrase} "):
            return DEPUTY_TYPES.get(code, code) if phrase or code != "head_of_state" else "other_official"
        return code

    def longest_phrase(self, words: Sequence[str]) -> str:
        """Return the longest phrase among the words of an office, the empty text where none is there."""
        ends = range(1, len(words) + 1)
        runs = (" ".join(words[first:end]) for end in ends for first in range(end))
        return min((run for run in runs if run in self.phrases), key=lambda run: (-len(run), run), default="")

    def is_deputy(self, words: str) -> bool:
        """Return whether an office, in lower case between spaces, is that of a deputy."""
        return any(f" {word} " in words for word in self.deputy_words)

    def classify_in_body(self, role: str, full_role: str, head: str) -> str:
        """Return the type of an office of an international body, told without (role) and with its name (full role)."""
        code = self.classify(full_role, head)
        if code not in (*UNSURE_TYPES, "organization_head", "deputy_minister", "other_minister"):
            return code
        if self.is_deputy(f" {plain(role)} "):
            return "organization_official"
        if code == "organization_head":
            return code
        is_head = head in self.leading_heads and (plain(role) == plain(head) or code == "head_of_state")
        return "organization_head" if is_head else "organization_official"


def plain(role: str) -> str:
    """Return an office in lower case without articles, commas and hyphens."""
    return " ".join(role.lower().replace("-", " ").replace(",", " ").replace(" the ", " ").split())


@cache
def build_office_types(vocabulary: Vocabulary) -> OfficeTypes:
    """Return the office phrases of the codebook."""
    words = vocabulary.codebook("actor_words")
    told = {
        plain(phrase): code
        for code, block in vocabulary.codebook("office_types").items()
        for phrase in block.get("patterns", [])
    }
    alike, of_bodies = words["leading_heads"]["alike"], words["leading_heads"]["types_of_bodies"]
    phrases = {
        variant: code
        for phrase, code in sorted(told.items())
        if code in of_bodies
        for variant in head_variants(phrase, alike)
    } | told
    return OfficeTypes(
        phrases=phrases,
        deputy_words=tuple(words["modifiers"]["deputies"]),
        head_types={**words["heads"]},
        leading_heads=frozenset(words["leading_heads"]["words"]),
    )


def head_variants(phrase: str, heads: Sequence[str]) -> list[str]:
    """Return "head of Y", "Y chief" and the like for the office of one that leads a body Y, nothing for others."""
    words = phrase.split()
    of_body = next((" ".join(words[2:]) for head in heads if words[:2] == [head, "of"]), "")
    body = of_body or next((" ".join(words[:-1]) for head in heads if words[-1:] == [head]), "")
    if not body:
        return []
    return [form for head in heads for form in (f"{head} of {body}", f"{body} {head}")]


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
        first, last, office, head, codes, organization_id, units[last - 1].kind in "CcZG", alias_of(units, first, last)
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
        if unit.kind in AGENCY_KINDS and unit.meaning.country_code and unit.meaning.country_code not in codes:
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
        if unit.kind == "P" and kept and units[at - 1].kind == "h":
            kept.append(unit)
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
            if at + 1 < len(units) and units[at + 1].kind in "Pfb":
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
    return " ".join(unit.text for unit in kept).replace(" ,", ",").replace(" '", "'").replace(" ’", "’")


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
