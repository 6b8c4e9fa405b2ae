"""Whose text it is: the state or body that a letterhead, an address, an outlet or a dateline names as the one that speaks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from security_meetings.annotate.ambiguity import soften_ambiguous
from security_meetings.annotate.lexicon import Lexicon
from security_meetings.annotate.tokens import tokenize
from security_meetings.annotate.units import Unit, kinds_of, split_units
from security_meetings.documents import PlaceMention, Zone
from security_meetings.vocabularies import Vocabulary

Basis = Literal["issuer", "address", "outlet", "dateline", "register"]
AROUND = ("header", "furniture", "title")
CLAUSES = re.compile(r"[^\n|;•·/()]+")
ADDRESS = re.compile(
    r"(?:(?:@|https?://|www\.)[\w.\-]+?|\bgov|\bgovernment)\.(?P<domain>[a-z]{2})(?![\w.\-]*\w)"
    r"|(?<![\d+])\+(?P<dial>\d{1,3})[ (\-](?=[\d ()\-]{5,})",
    re.IGNORECASE,
)
LINE_UNITS = 18
STATES = "CcD"


@dataclass(frozen=True, slots=True)
class OwnSide:
    """The state or body in whose name a text is written, the words that say so, and how."""

    start: int
    end: int
    basis: Basis
    country_code: str | None = None
    organization_id: str | None = None
    is_away: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class OwnSideWords:
    """The words of lines that name an issuer, states by their domains, and the states of outlets."""

    labels: frozenset[str]
    offices: frozenset[str]
    domains: dict[str, str]
    dials: dict[str, str]
    bodies: dict[str, str]
    outlets: dict[str, str]
    abroad: frozenset[str]


@cache
def build_own_side_words(vocabulary: Vocabulary) -> OwnSideWords:
    """Return what the vocabulary knows of the lines of issuers."""
    book = vocabulary.codebook("actor_words")
    words = book["issuers"]
    domains = {row["iso2"].lower(): row["country_code"] for row in vocabulary.gazetteer("countries") if row["iso2"]}
    shared = set(words["shared_domains"])
    return OwnSideWords(
        labels=frozenset(words["labels"]),
        offices=frozenset(words["offices"]),
        domains={key: code for key, code in {**domains, **words["domains"]}.items() if key not in shared},
        dials=dict(words["dials"]),
        bodies={name: side for name, side in book["own_bodies"].items() if side.isalpha() and len(side) == 3},
        outlets={
            row["outlet_id"]: row["country_code"]
            for row in vocabulary.gazetteer("outlets")
            if row["country_code"] not in ("", *words["no_states"])
        },
        abroad=frozenset(row["outlet_id"] for row in vocabulary.gazetteer("outlets") if row["kind"] == "site"),
    )


def find_own_side(
    text: str, zones: Sequence[Zone], lexicon: Lexicon, words: OwnSideWords, dateline: PlaceMention | None
) -> OwnSide | None:
    """Return whose text it is by the surest sign: its issuer, an address, an outlet of a state, the dateline's state."""
    lines = [(start, read_line(text, start, end, lexicon)) for start, end in lines_around(text, zones)]
    issuers = [own for _, units in lines for own in [read_issuer(units, lexicon, words)] if own is not None]
    sure = next((own for own in issuers if own.country_code or own.organization_id), None)
    sure = sure or (join_state(issuers, lines) if issuers else None) or find_address(text, words)
    if sure is not None:
        return sure
    place = own_dateline(text, zones, lexicon, dateline)
    outlet = find_outlet(text, zones, lexicon, words, place)
    if outlet is None or place is None:
        return outlet or place
    return replace(outlet, is_away=outlet.country_code != place.country_code)


def join_state(issuers: Sequence[OwnSide], lines: Sequence[tuple[int, list[Unit]]]) -> OwnSide | None:
    """Return the issuer told without a state with that of a line which holds nothing but one ("Republic of Kenya")."""
    for _, units in lines:
        told = [unit for unit in units if unit.kind not in "aox"]
        if len(told) == 1 and told[0].kind in "Cc":
            return OwnSide(told[0].start, told[0].end, "issuer", country_code=told[0].meaning.country_code)
    return None


def lines_around(text: str, zones: Sequence[Zone]) -> Iterator[tuple[int, int]]:
    """Yield the spans of the clauses that stand around the story: of headers and furniture, and of a headline's first line."""
    for zone in zones:
        if zone.kind in AROUND:
            for match in CLAUSES.finditer(text, zone.start, zone.end):
                if match.group().strip():
                    yield match.span()


def read_line(text: str, start: int, end: int, lexicon: Lexicon) -> list[Unit]:
    """Return the units of one line."""
    tokens = tokenize(text, start, end)
    return soften_ambiguous(split_units(tokens, text, lexicon), lexicon)[: LINE_UNITS + 1]


def read_issuer(units: Sequence[Unit], lexicon: Lexicon, words: OwnSideWords) -> OwnSide | None:
    """Return the issuer that a line names, and nothing else; one without a state has neither state nor body."""
    told = [unit for unit in units if not is_label(unit, words)]
    if not told or len(units) > LINE_UNITS:
        return None
    kinds = kinds_of(told)
    name = re.match(r"R*[Nin]+N,(?=[fmbh])", kinds)
    kinds = kinds[name.end() :] if name else kinds
    told = told[name.end() :] if name else told
    is_office = any(unit.kind in "hb" or unit.text.lower() in words.offices for unit in told)
    seat = next((unit for unit in told if unit.meaning.value == "seat"), None)
    body = next((unit for unit in told if unit.kind == "G"), None)
    states = {unit.meaning.country_code for unit in told if unit.kind in STATES}
    is_plain = re.fullmatch(r"[CcDZGhfbmoPagNI&,:\-#]*", kinds) is not None and "I" not in kinds
    names = sum(kind == "N" for kind in kinds)
    if seat is not None and is_office and "w" not in kinds:
        return OwnSide(seat.start, seat.end, "issuer", country_code=seat.meaning.country_code)
    if not is_plain or names > (1 if states else 0) or len(states) > 1 or (states and body is not None):
        return None
    normal = " ".join(unit.text.lower() for unit in told if unit.kind != "a")
    listed = next((code for name, code in words.bodies.items() if normal.endswith(name)), None)
    if listed is not None and not states and body is None:
        return OwnSide(told[0].start, told[-1].end, "issuer", country_code=listed)
    if states and is_office:
        unit = next(unit for unit in told if unit.kind in STATES)
        return OwnSide(unit.start, unit.end, "issuer", country_code=unit.meaning.country_code)
    if body is not None and (is_office or len(told) == 1):
        return OwnSide(body.start, body.end, "issuer", organization_id=body.meaning.organization_id)
    return OwnSide(told[0].start, told[-1].end, "issuer") if is_office and "h" not in kinds[:1] else None


def is_label(unit: Unit, words: OwnSideWords) -> bool:
    """Return whether a unit only says what kind of line it is ("Source:", "Press Service of the", a year)."""
    return unit.text.lower() in words.labels or unit.kind in ":#x(" or unit.kind == ")"


def find_address(text: str, words: OwnSideWords) -> OwnSide | None:
    """Return the state by whose domain or dialling code the addresses of a text are known, where they agree."""
    found = []
    for match in ADDRESS.finditer(text):
        code = words.domains.get((match["domain"] or "").lower()) or words.dials.get(match["dial"] or "")
        found += [(match, code)] if code else []
    if len({code for _, code in found}) != 1:
        return None
    match, code = found[0]
    return OwnSide(match.start(), match.end(), "address", country_code=code)


def find_outlet(
    text: str, zones: Sequence[Zone], lexicon: Lexicon, words: OwnSideWords, place: OwnSide | None
) -> OwnSide | None:
    """Return the state of the first outlet that the header or dateline names; a site's only where it writes from there."""
    for zone in zones:
        if zone.kind in ("header", "dateline"):
            units = split_units(tokenize(text, zone.start, zone.end), text, lexicon)
            for at, unit in enumerate(units):
                is_longer = kinds_of(units[at + 1 : at + 2]) in ("f", "b", "h")
                if unit.kind == "L" and unit.meaning.value in words.outlets and not is_longer:
                    code = words.outlets[unit.meaning.value]
                    is_away = place is not None and place.country_code != code and unit.meaning.value in words.abroad
                    return None if is_away else OwnSide(unit.start, unit.end, "outlet", country_code=code)
    return None


def own_dateline(text: str, zones: Sequence[Zone], lexicon: Lexicon, dateline: PlaceMention | None) -> OwnSide | None:
    """Return the state of the city of the dateline, or the state that opens it ("KENYA, May 3 -")."""
    if dateline is not None and dateline.country_code:
        return OwnSide(dateline.start, dateline.end, "dateline", country_code=dateline.country_code)
    for zone in zones:
        units = read_line(text, zone.start, zone.end, lexicon) if zone.kind == "dateline" else []
        if units and units[0].kind in "Cc":
            return OwnSide(units[0].start, units[0].end, "dateline", country_code=units[0].meaning.country_code)
    return None
