"""The grammar of actors: offices, ranks, names and states in any usual order, as chunks of a sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from security_meetings.annotate.ambiguity import soften_ambiguous
from security_meetings.annotate.chunk_patterns import PATTERNS, find_more_offices, holds
from security_meetings.annotate.lexicon import Lexicon
from security_meetings.annotate.office_types import OfficeTypes
from security_meetings.annotate.offices import OfficeUnit, find_offices, merge_units
from security_meetings.annotate.plural_offices import offices_of_names
from security_meetings.annotate.spelled_names import clean_name
from security_meetings.annotate.tokens import tokenize
from security_meetings.annotate.units import Unit, kinds_of, split_units
from security_meetings.documents import OfficeTold, Sentence

PLURAL_FORMS = frozenset(
    ["plural", "plural-fields", "plural-pairs", "plural-states", "states-plural", "states-before-plural"]
)
# Characters beside a chunk in which its neighbouring words are sought.
NEAR = 80
# Chunks with a name after the office, to which more offices may follow.
LEAD_FORMS = frozenset(["office-name", "office-comma-name", "titled", "double"])
# Offices that are held in another state ("Ambassador X to Y").
SENT_TYPES = frozenset(["ambassador", "special_envoy"])
PAIR_WORDS = frozenset(["both", "two"])


@dataclass(frozen=True, slots=True)
class Chunk:
    """A stretch of a sentence that names one actor (or, for plurals, several), before it is known who it is."""

    form: str
    sentence: int
    start: int
    end: int
    name: str | None = None
    name_start: int | None = None
    name_end: int | None = None
    office: OfficeTold | None = None
    second_office: OfficeTold | None = None
    more_office: OfficeTold | None = None
    joint: str = " and "
    head: str = ""
    country_codes: tuple[str, ...] = ()
    organization_id: str | None = None
    determiner: str = ""
    names: tuple[tuple[str, int, int], ...] = ()
    has_rank: bool = False
    is_held: bool = False
    alias: str | None = None
    is_pair: bool = False
    offices: tuple[OfficeTold, ...] = ()

    @property
    def name_words(self) -> tuple[str, ...]:
        """Return the words of the name in lower case."""
        return tuple(word.lower() for word in (self.name or "").replace("-", " ").split())


@dataclass(frozen=True, slots=True)
class SentenceUnits:
    """The units of one sentence: as found, with offices merged, and its chunks."""

    sentence: Sentence
    units: tuple[Unit, ...]
    merged: tuple[Unit, ...]
    chunks: tuple[Chunk, ...]


def chunk_sentence(sentence: Sentence, text: str, lexicon: Lexicon, types: OfficeTypes) -> SentenceUnits:
    """Return the units and actor chunks of one sentence."""
    tokens = tokenize(text, sentence.start, sentence.end)
    units = soften_ambiguous(split_units(tokens, text, lexicon), lexicon)
    merged, offices = merge_units(units, find_offices(units, lexicon, types))
    kinds = kinds_of(merged)
    chunks: list[Chunk] = []
    at = 0
    while at < len(merged):
        chunk, stop = chunk_at(sentence, merged, kinds, at, offices, lexicon, text)
        if chunk is not None and chunk.form == "plural-fields":
            head = units_head(chunk, offices[at])
            chunk = replace(chunk, offices=offices_of_names(chunk.names, head, merged[at:stop], types))
        if chunk is not None:
            is_held = follows_holding(text[max(sentence.start, chunk.start - NEAR) : chunk.start], lexicon)
            chunks.append(replace(chunk, is_held=is_held, is_pair=is_pair(text, sentence, chunk)))
        at = max(stop, at + 1)
    return SentenceUnits(sentence, tuple(units), tuple(merged), tuple(chunks))


def units_head(chunk: Chunk, office: OfficeUnit) -> str:
    """Return the head of a plural office in the singular, with a capital where it is written with one."""
    return office.head.capitalize() if office.office.role[:1].isupper() else chunk.head


def follows_holding(before: str, lexicon: Lexicon) -> bool:
    """Return whether the words before an office say that somebody holds it ("as", "the office of")."""
    words = f" {' '.join(before.lower().split()[-4:])}"
    return any(words.endswith(f" {phrase}") for phrase in lexicon.holding)


def is_pair(text: str, sentence: Sentence, chunk: Chunk) -> bool:
    """Return whether a plural office means two holders told before ("both ministers", "ministers of the two countries")."""
    before = text[max(sentence.start, chunk.start - NEAR) : chunk.start].lower().split()[-2:]
    after = text[chunk.end : min(sentence.end, chunk.end + NEAR)].lower().split()[:3]
    return bool(PAIR_WORDS & {*before, *after}) or (before[-1:] == ["the"] and after[:1] != ["of"])


def chunk_at(
    sentence: Sentence,
    units: Sequence[Unit],
    kinds: str,
    at: int,
    offices: dict[int, OfficeUnit],
    lexicon: Lexicon,
    text: str,
) -> tuple[Chunk | None, int]:
    """Return the chunk that starts at a unit and the index after it; no chunk where nothing fits."""
    for form, pattern in PATTERNS:
        match = pattern.match(kinds, at)
        if match is None or not holds(form, match, units, offices, lexicon):
            continue
        if form == "office" and at > 0 and (kinds[at - 1] == "P" or units[at - 1].text.lower() in lexicon.verb_signs):
            return None, at + 1
        chunk = build_chunk(form, match, sentence, units, offices, text)
        if chunk.second_office is not None:
            chunk = replace(chunk, joint=find_joint(units, match.start("second"), offices, lexicon))
        chunk = drop_title(chunk, lexicon)
        stop = leave_goal(match, units, chunk)
        while chunk.name and stop < len(units) and units[stop].kind == "s":
            stop += 1
        if form in LEAD_FORMS:
            more, stop = find_more_offices(kinds, stop, offices, offices.get(match.start("office")))
            chunk = add_offices(chunk, more, lexicon)
        return replace(chunk, end=units[stop - 1].end), stop
    return None, at + 1


def drop_title(chunk: Chunk, lexicon: Lexicon) -> Chunk:
    """Return a chunk, that of a counterpart without a title told as a form of address ("his counterpart, Judge X")."""
    is_title = chunk.office is not None and chunk.office.role.lower() in lexicon.titles
    return replace(chunk, office=None, head="") if chunk.form == "counterpart" and is_title else chunk


def leave_goal(match: re.Match[str], units: Sequence[Unit], chunk: Chunk) -> int:
    """Return where a match ends without the state to which the person goes ("the visit of President X to Y")."""
    groups = match.groupdict()
    is_sent = chunk.office is not None and chunk.office.office_type in SENT_TYPES
    if not groups.get("name") or is_sent or not groups.get("lead") or match.start("lead") < match.end("name"):
        return match.end()
    return match.end("name") if follows_other_link(match, "lead", units) else match.end()


def add_offices(chunk: Chunk, more: Sequence[OfficeUnit], lexicon: Lexicon) -> Chunk:
    """Return a chunk with the offices told after the name, joined to the first where that is one often held with others."""
    if not more or chunk.office is None:
        return chunk
    role = " and ".join(told.office.role for told in more)
    is_joined = chunk.office.role.lower() in lexicon.double_offices
    last = replace(more[-1].office, role=f"{chunk.office.role}, {role}" if is_joined else role)
    codes = chunk.country_codes or next((told.country_codes for told in more if told.country_codes), ())
    body = chunk.organization_id or next((told.organization_id for told in more if told.organization_id), None)
    return replace(chunk, more_office=last, country_codes=codes, organization_id=body)


def build_chunk(
    form: str,
    match: re.Match[str],
    sentence: Sentence,
    units: Sequence[Unit],
    offices: dict[int, OfficeUnit],
    text: str,
) -> Chunk:
    """Return the chunk of a match: its name, office and state."""
    groups = match.groupdict()
    first, last = match.start(), match.end()
    office_unit = offices.get(match.start("office")) if groups.get("office") else None
    office_unit = offices.get(match.start("plural")) if groups.get("plural") else office_unit
    second = offices.get(match.start("second")) if groups.get("second") else None
    middle = offices.get(match.start("middle")) if groups.get("middle") else None
    codes, organization_id = chunk_states(form, match, groups, units, office_unit, second)
    name = name_span(match, units) if groups.get("name") else None
    if first > 0 and units[first - 1].kind in "ay" and not name:
        determiner = units[first - 1].text.lower()
    else:
        determiner = units[first].text.lower() if units[first].kind in "ay" else ""
    return Chunk(
        form=form,
        sentence=sentence.index,
        start=units[first].start,
        end=units[last - 1].end,
        name=clean_name(text[name[0] : name[1]]) if name else None,
        name_start=name[0] if name else None,
        name_end=name[1] if name else None,
        office=told_office(office_unit, middle) if office_unit else None,
        second_office=second.office if second else None,
        head=office_unit.head if office_unit else "",
        alias=office_unit.alias if office_unit else None,
        country_codes=codes,
        organization_id=organization_id,
        determiner=determiner,
        names=listed_names(match, groups, units, text),
        has_rank=any(unit.kind == "R" for unit in units[first:last]),
        offices=office_unit.apart if office_unit else (),
    )


def find_joint(units: Sequence[Unit], at: int, offices: dict[int, OfficeUnit], lexicon: Lexicon) -> str:
    """Return what joins two offices of one person; nothing where the second is only the chair of a body."""
    if offices[at].head in lexicon.chairs:
        return ""
    return {"/": "/", ",": ", ", "-": " – "}.get(units[at - 1].kind, " and ")


def told_office(first: OfficeUnit, middle: OfficeUnit | None) -> OfficeTold:
    """Return the office of a chunk, the first of three told with the second."""
    return replace(first.office, role=f"{first.office.role}, {middle.office.role}") if middle else first.office


def chunk_states(
    form: str,
    match: re.Match[str],
    groups: dict[str, str | None],
    units: Sequence[Unit],
    office: OfficeUnit | None,
    second: OfficeUnit | None,
) -> tuple[tuple[str, ...], str | None]:
    """Return all states told in a chunk, in order, and the organisation."""
    codes: list[str] = []
    organization_id = None
    before = (
        [] if "-before-" not in form else [unit.meaning.country_code for unit in units[slice(*match.span("states"))]]
    )
    codes += [code for code in before if code is not None]
    for found in (office, second):
        if found is not None:
            codes += [code for code in found.country_codes if code not in codes]
            organization_id = organization_id or found.organization_id
    for group in ("lead", "state", "states", "names"):
        if groups.get(group) and not follows_other_link(match, group, units):
            for unit in units[match.start(group) : match.end(group)]:
                if unit.kind in "CcDGZ" and unit.meaning.country_code and unit.meaning.country_code not in codes:
                    codes.append(unit.meaning.country_code)
                organization_id = organization_id or unit.meaning.organization_id
    return tuple(codes), organization_id


def follows_other_link(match: re.Match[str], group: str, units: Sequence[Unit]) -> bool:
    """Return whether a state after a name hangs on another word than "of" ("President Macron at the G20 summit")."""
    links = [
        unit.text.lower()
        for unit in units[max(match.start(), match.start(group) - 2) : match.start(group)]
        if unit.kind == "o"
    ]
    return group == "lead" and bool(links) and links[-1] != "of"


def name_span(match: re.Match[str], units: Sequence[Unit]) -> tuple[int, int]:
    """Return the character span of the name in a match."""
    return units[match.start("name")].start, units[match.end("name") - 1].end


def listed_names(
    match: re.Match[str], groups: dict[str, str | None], units: Sequence[Unit], text: str
) -> tuple[tuple[str, int, int], ...]:
    """Return the names told with a plural office, in order, with their spans."""
    found: list[tuple[str, int, int]] = []
    for group in ("states", "names"):
        if not groups.get(group):
            continue
        run: list[Unit] = []
        for unit in [*units[match.start(group) : match.end(group)], None]:
            if unit is not None and unit.kind in "Nin":
                run.append(unit)
            elif run:
                start, end = run[0].start, run[-1].end
                found.append((clean_name(text[start:end]), start, end))
                run = []
    return tuple(found)
