"""Whose text it is, and which media it cites."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from security_meetings.annotate.datelines import parse_dateline
from security_meetings.annotate.datestamps import without_stamps
from security_meetings.annotate.header import HeadWords, compile_head, is_byline, is_unlisted_brand
from security_meetings.annotate.lines import Line, bare_line, normalise_line, split_chunks, zone_lines
from security_meetings.annotate.outlet_names import (
    OutletMention,
    OutletNames,
    find_brand,
    find_outlets,
    match_outlet,
)
from security_meetings.documents import Zone
from security_meetings.vocabularies import Vocabulary

HANDLE = re.compile(r"(?<![\w.])@([A-Za-z_]{3,30})")
SITE = re.compile(r"(?<![@\w])(?:https?://)?(?:www\.)?([a-z0-9\-]+(?:\.[a-z0-9\-]+)*\.[a-z]{2,6})\b", re.IGNORECASE)
CODE_LETTERS = re.compile(r"^/{0,4} ?([A-Za-z]{2,12})(?=/|,|$|\s)")
WHOLE_NAME = re.compile(r"[\-–—( ]*([^\W\d_][\w .]{1,30}?)[\-–—) ]*")
NEXT_WORD = re.compile(r"[\w\-]+|['’]s\b|[^\w\s]")
OPENING_PROSE = 900
MODIFIERS = 4
CODE_LENGTH = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class OutletTold:
    """An outlet as the text tells it, with the words and the rule; `is_listed` false where no list knows it."""

    outlet_id: str
    rule_id: str
    start: int
    end: int
    is_listed: bool = True


@dataclass(frozen=True, slots=True, eq=False)
class CitingWords:
    """How texts cite media and how media speak of themselves."""

    before: re.Pattern[str]
    told: re.Pattern[str]
    source: re.Pattern[str]
    after: frozenset[str]
    tight_after: frozenset[str]
    self_after: re.Pattern[str]
    fillers: frozenset[str]
    own_marks: re.Pattern[str]


@cache
def compile_citing(vocabulary: Vocabulary) -> CitingWords:
    """Return the words of citing of codebook/header_words.toml."""
    book = vocabulary.codebook("header_words")
    citing = book["citing"]
    return CitingWords(
        before=re.compile(rf"\b(?:{_any(citing['before'])})((?: [\w'’\-]+){{0,{MODIFIERS}}}) ?$", re.IGNORECASE),
        told=re.compile(rf"\b(?:{_any(citing['self_before'])}) $", re.IGNORECASE),
        source=re.compile(rf"^\W*(?:{_any(citing['source_labels'])})", re.IGNORECASE),
        after=frozenset(citing["after"]),
        tight_after=frozenset(citing["tight_after"]),
        self_after=re.compile(rf" (?:{_any(citing['self_after'])})(?!\w)"),
        fillers=frozenset(citing["fillers"]),
        own_marks=re.compile(_any(book["own"]["marks"])),
    )


def _any(cues: Sequence[str]) -> str:
    return "|".join(map(re.escape, sorted(cues, key=lambda cue: (-len(cue), cue))))


def find_outlet(text: str, zones: Sequence[Zone], vocabulary: Vocabulary) -> OutletTold | None:
    """Return the outlet that published the text, from the firmest of its signs; None where it tells none."""
    words, citing = compile_head(vocabulary), compile_citing(vocabulary)
    signs = (
        _from_brand(text, zones, words, citing),
        _from_dateline(text, zones, words),
        _from_unlisted_brand(text, zones, words),
        _from_furniture(text, zones, words.datelines.outlets, citing),
        _from_byline(text, zones, words),
        _from_story(text, zones, words.datelines.outlets, citing),
    )
    for sign in signs:
        found = next(sign, None)
        if found is not None:
            return found
    return None


def _told(mention: OutletMention, rule_id: str) -> OutletTold:
    return OutletTold(outlet_id=mention.outlet.outlet_id, rule_id=rule_id, start=mention.start, end=mention.end)


def _from_brand(text: str, zones: Sequence[Zone], words: HeadWords, citing: CitingWords) -> Iterator[OutletTold]:
    names = words.datelines.outlets
    for index, line in enumerate(zone_lines(text, zones, "header")):
        if citing.source.match(line.text):
            continue
        brand = find_brand(line.text, line.start, names)
        if brand is not None and _is_brand(brand, text, line, index == 0, words):
            yield _told(brand, "articles.outlet-brand")
        for site in SITE.finditer(line.text):
            yield from _from_site(site, line.start, names, "articles.outlet-brand")
        own = names.self_pattern.search(line.text)
        if own is not None:
            known = names.by_written[own.group()]
            start = line.start + own.start()
            yield OutletTold(
                outlet_id=known.outlet_id, rule_id="articles.outlet-brand", start=start, end=start + len(own.group())
            )


def _is_brand(brand: OutletMention, text: str, line: Line, is_first: bool, words: HeadWords) -> bool:
    """Return whether a chunk that is an outlet's name is meant so; some names are also sections of a site."""
    if not brand.outlet.is_ambiguous:
        return True
    is_government = brand.outlet.outlet_kind == "government"
    is_label = not is_government and bare_line(text[brand.start : brand.end]) in words.labels
    return not is_label and (is_first or brand.end - brand.start >= len(line.text) - 1)


def _from_dateline(text: str, zones: Sequence[Zone], words: HeadWords) -> Iterator[OutletTold]:
    for zone in zones:
        if zone.kind != "dateline":
            continue
        told = parse_dateline(text, zone.start, zone.end, words.datelines)
        if told is None or told.agency is None:
            told = parse_dateline(text, zone.start, len(text), words.datelines)
        if told is None or told.agency is None:
            continue
        start, end = told.agency
        outlet_id = told.outlet_id or make_outlet_id(text[start:end])
        yield OutletTold(
            outlet_id=outlet_id,
            rule_id="articles.outlet-dateline",
            start=start,
            end=end,
            is_listed=told.outlet_id is not None,
        )


def _from_unlisted_brand(text: str, zones: Sequence[Zone], words: HeadWords) -> Iterator[OutletTold]:
    for line in zone_lines(text, zones, "header"):
        chunks = split_chunks(line.text)
        if chunks and is_unlisted_brand(chunks[0], words) and not is_byline(line.text, words):
            start = line.start + line.text.index(chunks[0])
            end = start + len(chunks[0])
            yield OutletTold(
                outlet_id=make_outlet_id(chunks[0]),
                rule_id="articles.outlet-brand",
                start=start,
                end=end,
                is_listed=False,
            )


def _from_byline(text: str, zones: Sequence[Zone], words: HeadWords) -> Iterator[OutletTold]:
    for line in zone_lines(text, zones, "header"):
        dated = match_outlet(without_stamps(line.text, words.datelines.stamps), words.datelines.outlets)
        for mention in find_outlets(text, line.start, line.end, words.datelines.outlets):
            if dated is not None and mention.outlet.outlet_id == dated.outlet_id:
                yield _told(mention, "articles.outlet-byline")
        if is_byline(line.text, words) and not normalise_line(line.text).startswith("source"):
            for mention in find_outlets(text, line.start, line.end, words.datelines.outlets):
                beside = bare_line(text[mention.end : line.end])
                if not mention.outlet.is_ambiguous or beside in words.byline_ends:
                    yield _told(mention, "articles.outlet-byline")


def _from_furniture(text: str, zones: Sequence[Zone], names: OutletNames, citing: CitingWords) -> Iterator[OutletTold]:
    for line in zone_lines(text, zones, "furniture"):
        yield from _from_signature(line, names)
        if citing.own_marks.search(normalise_line(line.text)) is None:
            continue
        for handle in HANDLE.finditer(line.text):
            yield from _from_handle(handle, line.start, names)
        for site in SITE.finditer(line.text):
            yield from _from_site(site, line.start, names, "articles.outlet-furniture")
        for mention in find_outlets(text, line.start, line.end, names):
            yield _told(mention, "articles.outlet-furniture")


def _from_signature(line: Line, names: OutletNames) -> Iterator[OutletTold]:
    """Yield the outlet of a line such as "MNA/6353312", "///nCa, 30 October 2025" or "-ISPR-"."""
    if len(line.text) > CODE_LENGTH:
        return
    code = CODE_LETTERS.match(line.text) if "/" in line.text else WHOLE_NAME.fullmatch(line.text)
    known = None if code is None else match_outlet(code[1], names)
    is_marked = "/" in line.text or line.text[0] in "-–—("
    if code is not None and known is not None and (is_marked or not known.is_ambiguous):
        start = line.start + code.start(1)
        yield OutletTold(
            outlet_id=known.outlet_id,
            rule_id="articles.outlet-signature",
            start=start,
            end=line.start + code.end(1),
        )


def _from_handle(handle: re.Match[str], offset: int, names: OutletNames) -> Iterator[OutletTold]:
    pieces = re.findall(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+", handle[1])
    for size in range(len(pieces), 0, -1):
        known = match_outlet("".join(pieces[:size]), names)
        if known is not None and known.outlet_kind != "government":
            yield OutletTold(
                outlet_id=known.outlet_id,
                rule_id="articles.outlet-furniture",
                start=offset + handle.start(),
                end=offset + handle.end(),
            )


def _from_site(site: re.Match[str], offset: int, names: OutletNames, rule_id: str) -> Iterator[OutletTold]:
    parts = site[1].casefold().split(".")
    # The site itself, its parent domains, and the name without its ending: presstv.co.uk is Press TV's.
    tried = [".".join(parts[at:]) for at in range(len(parts) - 1)] + [part for part in parts[:-1] if len(part) > 3]
    known = next((found for name in tried if (found := match_outlet(name, names)) is not None), None)
    if known is not None:
        yield OutletTold(
            outlet_id=known.outlet_id, rule_id=rule_id, start=offset + site.start(1), end=offset + site.end(1)
        )


def _from_story(text: str, zones: Sequence[Zone], names: OutletNames, citing: CitingWords) -> Iterator[OutletTold]:
    bodies = [zone for zone in zones if zone.kind == "body"]
    if not bodies:
        return
    mentions = [mention for zone in bodies for mention in find_outlets(text, zone.start, zone.end, names)]
    opening_end = bodies[0].start + OPENING_PROSE
    for mention in mentions:
        before, after = text[max(0, mention.start - 20) : mention.start], text[mention.end : mention.end + 60]
        closes = re.search(r"[,.–—]\s*$", before) is not None and citing.self_after.match(after) is not None
        if mention.start < opening_end and closes and mention.outlet.outlet_kind != "government":
            yield _told(mention, "articles.outlet-self-reference")
    for zone in bodies:
        for own in names.self_pattern.finditer(text, zone.start, zone.end):
            known = names.by_written[own.group()]
            yield OutletTold(
                outlet_id=known.outlet_id, rule_id="articles.outlet-self-reference", start=own.start(), end=own.end()
            )
    ids = {mention.outlet.outlet_id for mention in mentions if mention.outlet.outlet_kind != "government"}
    for mention in mentions:
        is_told = citing.told.search(text[max(0, mention.start - 30) : mention.start]) is not None
        if len(ids) == 1 and is_told and not mention.outlet.is_ambiguous:
            yield _told(mention, "articles.outlet-self-reference")


def find_cited_outlets(
    text: str, zones: Sequence[Zone], outlet_id: str | None, vocabulary: Vocabulary
) -> tuple[OutletTold, ...]:
    """Return the media that the story cites for what it tells, each once, at the first place."""
    names, citing = compile_head(vocabulary).datelines.outlets, compile_citing(vocabulary)
    found: dict[str, OutletTold] = {}
    for zone in zones:
        if zone.kind != "body":
            continue
        for mention in find_outlets(text, zone.start, zone.end, names):
            if mention.outlet.outlet_kind != "government" and is_cited(text, mention, citing):
                found.setdefault(mention.outlet.outlet_id, _told(mention, "articles.cited-in-story"))
    for kind in ("header", "furniture"):
        for line in zone_lines(text, zones, kind):
            if citing.source.match(line.text):
                for mention in find_outlets(text, line.start, line.end, names):
                    found.setdefault(mention.outlet.outlet_id, _told(mention, "articles.cited-as-source"))
    return tuple(told for cited_id, told in sorted(found.items()) if cited_id != outlet_id)


def is_cited(text: str, mention: OutletMention, citing: CitingWords) -> bool:
    """Return whether a medium is named as the source of what a sentence tells."""
    before = text[max(0, mention.start - 90) : mention.start].replace("\n", ". ")
    cue = citing.before.search(before)
    if cue is not None:
        between = [word.casefold().removesuffix("'s").removesuffix("’s") for word in cue[1].split()]
        if not mention.outlet.is_ambiguous or all(word in citing.fillers for word in between):
            return True
    is_first = True
    for match in NEXT_WORD.finditer(text, mention.end, mention.end + 80):
        word = match.group().casefold()
        verbs = citing.tight_after if mention.outlet.is_ambiguous and is_first else citing.after
        if word in verbs:
            return True
        if word not in citing.fillers and word not in {"'s", "’s"}:
            return False
        is_first = False
    return False


def make_outlet_id(name: str) -> str:
    """Return a name in lower snake case."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode("ascii")
    return re.sub(r"[^a-z0-9]+", "_", plain.lower()).strip("_")
