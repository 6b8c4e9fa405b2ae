"""Which media a text cites, and how texts speak of media."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from security_meetings.annotate.head_words import HeadWords, compile_head
from security_meetings.annotate.lines import zone_lines
from security_meetings.annotate.outlet_names import OutletMention, find_outlets, match_outlet
from security_meetings.documents import Zone
from security_meetings.vocabularies import Vocabulary

NEXT_WORD = re.compile(r"[\w\-]+|['’]s\b|[^\w\s]")
CHUNK = re.compile(r"[^|/·•\s](?:[^|/·•]*[^|/·•\s])?")
MODIFIERS = 4


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


def tell_outlet(mention: OutletMention, rule_id: str) -> OutletTold:
    """Return the outlet of a mention, as told by a rule."""
    return OutletTold(outlet_id=mention.outlet.outlet_id, rule_id=rule_id, start=mention.start, end=mention.end)


def find_cited_outlets(
    text: str, zones: Sequence[Zone], outlet_id: str | None, vocabulary: Vocabulary
) -> tuple[OutletTold, ...]:
    """Return the media that the story cites for what it tells, each once, at the first place."""
    words, citing = compile_head(vocabulary), compile_citing(vocabulary)
    names = words.datelines.outlets
    found: dict[str, OutletTold] = {}
    for zone in zones:
        if zone.kind != "body":
            continue
        for mention in find_outlets(text, zone.start, zone.end, names):
            # Letters that two agencies share are the publishing one's own.
            is_own = outlet_id in names.sharers.get(text[mention.start : mention.end], ())
            if mention.outlet.outlet_kind != "government" and not is_own and is_cited(text, mention, citing):
                found.setdefault(mention.outlet.outlet_id, tell_outlet(mention, "articles.cited-in-story"))
    for kind in ("header", "furniture"):
        for line in zone_lines(text, zones, kind):
            if citing.source.match(line.text):
                for mention in find_outlets(text, line.start, line.end, names):
                    found.setdefault(mention.outlet.outlet_id, tell_outlet(mention, "articles.cited-as-source"))
    if outlet_id is not None:
        for mention in _find_carried(text, zones, words):
            if outlet_id not in names.sharers.get(text[mention.start : mention.end], ()):
                found.setdefault(mention.outlet.outlet_id, tell_outlet(mention, "articles.cited-as-carried"))
    return tuple(told for cited_id, told in sorted(found.items()) if cited_id != outlet_id)


def _find_carried(text: str, zones: Sequence[Zone], words: HeadWords) -> Iterator[OutletMention]:
    """Yield the agencies whose name stands alone in a chunk of the header or in the dateline: their text is carried."""
    names = words.datelines.outlets
    for line in zone_lines(text, zones, "header"):
        for chunk in CHUNK.finditer(line.text):
            known = match_outlet(chunk.group(), names)
            if known is not None and known.outlet_kind == "agency":
                yield OutletMention(start=line.start + chunk.start(), end=line.start + chunk.end(), outlet=known)
    for zone in zones:
        if zone.kind == "dateline":
            for mention in find_outlets(text, zone.start, zone.end, names):
                if mention.outlet.outlet_kind == "agency":
                    yield mention


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
        if word not in citing.fillers and word not in {"'s", "’s"} and not (is_first and word == ","):
            return False
        is_first = False
    return False
