"""Whose text it is."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import replace

from security_meetings.annotate.datelines import parse_dateline
from security_meetings.annotate.datestamps import without_stamps
from security_meetings.annotate.head_words import HeadWords, compile_head
from security_meetings.annotate.header import is_branded, is_byline, is_unlisted_brand
from security_meetings.annotate.issuers import find_office, find_states, is_issuer_line
from security_meetings.annotate.lines import Line, bare_line, normalise_line, split_chunks, zone_lines
from security_meetings.annotate.outlet_names import (
    OutletMention,
    OutletNames,
    find_brand,
    find_outlets,
    match_outlet,
    match_own_line,
)
from security_meetings.documents import Zone
from security_meetings.extract.article_citing import CitingWords, OutletTold, compile_citing, tell_outlet
from security_meetings.vocabularies import Vocabulary

HANDLE = re.compile(r"(?<![\w.])@([A-Za-z_]{3,30})")
SITE = re.compile(
    r"(?<![@\w])(?:https?://)?(?:www\.)?([a-z0-9\-]{1,63}(?:\.[a-z0-9\-]{1,63}){0,8}\.[a-z]{2,6})\b", re.IGNORECASE
)
CODE_LETTERS = re.compile(r"^/{0,4} ?([A-Za-z]{2,12})(?=/|,|$|\s)")
WHOLE_NAME = re.compile(r"[\-–—( ]*([^\W\d_][\w .]{1,30}?)[\-–—) ]*")
OPENING_PROSE = 900
CODE_LENGTH = 60
OFFICE_LINES = 3


def find_outlet(text: str, zones: Sequence[Zone], vocabulary: Vocabulary) -> OutletTold | None:
    """Return the outlet that published the text, from the firmest of its signs; None where it tells none."""
    words, citing = compile_head(vocabulary), compile_citing(vocabulary)
    signs = (
        _from_brand(text, zones, words, citing),
        _from_dateline(text, zones, words),
        _from_office(text, zones, words),
        _from_unlisted_brand(text, zones, words),
        _from_furniture(text, zones, words, citing),
        _from_byline(text, zones, words),
        _from_story(text, zones, words.datelines.outlets, citing),
    )
    for sign in signs:
        found = next(sign, None)
        if found is not None:
            return found
    return None


def _from_brand(text: str, zones: Sequence[Zone], words: HeadWords, citing: CitingWords) -> Iterator[OutletTold]:
    names = words.datelines.outlets
    states = _find_states(text, zones, words)
    for index, line in enumerate(zone_lines(text, zones, "header")):
        if citing.source.match(line.text):
            continue
        self_named = match_own_line(line.text, words.brand_intros, names)
        if self_named is not None:
            start = line.start + self_named.start
            moved = replace(self_named, start=start, end=line.start + self_named.end)
            yield tell_outlet(moved, "articles.outlet-brand")
        brand = find_brand(line.text, line.start, names)
        is_own = brand is not None and not _is_of_another_state(brand, states, words)
        if brand is not None and is_own and _is_brand(brand, text, line, index == 0, words):
            yield tell_outlet(brand, "articles.outlet-brand")
        for site in SITE.finditer(line.text):
            yield from _from_site(site, line.start, names, "articles.outlet-brand")
        own = names.self_pattern.search(line.text)
        if own is not None:
            known = names.by_written[own.group()]
            start = line.start + own.start()
            yield OutletTold(
                outlet_id=known.outlet_id, rule_id="articles.outlet-brand", start=start, end=start + len(own.group())
            )


def _from_office(text: str, zones: Sequence[Zone], words: HeadWords) -> Iterator[OutletTold]:
    """Yield the office that one to three lines in a row name, as in "Republic of Oman", "Ministry of Interior"."""
    lines = list(zone_lines(text, zones, "header"))
    named = [is_issuer_line(line.text, words.issuers) for line in lines]
    for at, line in enumerate(lines):
        for reach in range(at, min(at + OFFICE_LINES, len(lines))):
            if not all(named[at : reach + 1]):
                break
            end = lines[reach].end
            outlet_id = find_office(text[line.start : end], words.issuers)
            if outlet_id is not None:
                yield OutletTold(outlet_id=outlet_id, rule_id="articles.outlet-office", start=line.start, end=end)


def _find_states(text: str, zones: Sequence[Zone], words: HeadWords) -> frozenset[str]:
    """Return the states that the lines of offices above a text name."""
    lines = [line.text for line in zone_lines(text, zones, "header") if is_issuer_line(line.text, words.issuers)]
    return frozenset(code for line in lines for code in find_states(line, words.issuers))


def _is_of_another_state(brand: OutletMention, states: frozenset[str], words: HeadWords) -> bool:
    """Return whether a name that offices of many states bear stands below the name of a state not its own."""
    is_shared = brand.outlet.outlet_kind == "government" and brand.outlet.is_ambiguous
    return is_shared and bool(states) and brand.outlet.country_code not in states


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
                yield tell_outlet(mention, "articles.outlet-byline")
        end = line.start + _find_byline_end(line.text, words)
        byline = text[line.start : end]
        if is_byline(byline, words) and not normalise_line(byline).startswith("source"):
            for mention in find_outlets(text, line.start, end, words.datelines.outlets):
                beside = bare_line(text[mention.end : end])
                if not mention.outlet.is_ambiguous or beside in words.byline_ends:
                    yield tell_outlet(mention, "articles.outlet-byline")


def _find_byline_end(line: str, words: HeadWords) -> int:
    """Return where the writers end in a line that goes on with the day: "By our staff Published: May 5, 2025"."""
    stamp = words.datelines.stamps.stamps.search(line)
    before = line if stamp is None else line[: stamp.start()]
    label = words.date_labels.search(before.casefold()) if stamp is not None else None
    return len(before) if label is None else label.start()


def _from_furniture(text: str, zones: Sequence[Zone], words: HeadWords, citing: CitingWords) -> Iterator[OutletTold]:
    names = words.datelines.outlets
    for line in zone_lines(text, zones, "furniture"):
        yield from _from_signature(line, names)
        brand = find_brand(line.text, line.start, names) if is_branded(line, words) else None
        if brand is not None:
            yield tell_outlet(brand, "articles.outlet-furniture")
        if citing.own_marks.search(normalise_line(line.text)) is None:
            continue
        for handle in HANDLE.finditer(line.text):
            yield from _from_handle(handle, line.start, names)
        for site in SITE.finditer(line.text):
            yield from _from_site(site, line.start, names, "articles.outlet-furniture")
        for mention in find_outlets(text, line.start, line.end, names):
            yield tell_outlet(mention, "articles.outlet-furniture")


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
            yield tell_outlet(mention, "articles.outlet-self-reference")
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
            yield tell_outlet(mention, "articles.outlet-self-reference")


def make_outlet_id(name: str) -> str:
    """Return a name in lower snake case."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode("ascii")
    return re.sub(r"[^a-z0-9]+", "_", plain.lower()).strip("_")
