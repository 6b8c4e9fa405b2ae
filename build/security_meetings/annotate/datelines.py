"""The dateline at the head of a story: place, day and agency before its first sentence."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache

from security_meetings.annotate.datestamps import Stamp, StampWords, compile_stamps, find_stamps, match_stamp
from security_meetings.annotate.lines import bare_line, find_words
from security_meetings.annotate.outlet_names import (
    ListedOutlet,
    OutletNames,
    compile_outlets,
    find_outlets,
    squeeze_name,
)
from security_meetings.vocabularies import Vocabulary

REACH = 130
GAP = re.compile(r"[\s,;/()\[\]|{}]*")
CLOSING = re.compile(r" ?[)\]/}]+")
SEPARATOR = re.compile(
    r"\s*(?:"
    r"(?P<dash>\.? ?[–—―]+|\.? ?-{1,3}(?=[\s“\"A-Z]|$))"
    r"|(?P<colon>:)"
    r"|(?P<stop>\.)(?=[\s/(\[]|$)"
    r"|(?P<slash>/{1,3})(?=\s|$)"
    r")\s*"
)
PLACE = re.compile(
    r"[^\W\d_](?:[\w'’.\-]*\w)?"
    r"(?:,? (?:[A-Z]\.){2,3}|(?: (?:de|la|el|al|es|of|and|the|–|&))? [^\W\d_](?:[\w'’\-]*\w)?){0,3}"
)
BRACKETED = re.compile(r"(?P<open>[(\[/{]) ?(?P<name>[^()\[\]/{}\n]{2,45}?) ?[)\]/}]")
GLUED = re.compile(r"(?<=[A-Z]) (?=[A-Z\"“])")
HYPHENED = re.compile(r"\.?-")
INITIALS = re.compile(r"[A-Z](?:\.[A-Z])+")
AFTER_REGION = re.compile(r"[,:–—]|\. ?[–—]| [–—]")
YEAR = re.compile(r"\s*,? ?((?:19|20)\d\d)\b")
INVENTED_CAPITALS = 5
REGION_WORDS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Dateline:
    """What a dateline tells; `end` is where the story's first word stands, spans are of the text."""

    start: int
    end: int
    place: tuple[int, int] | None = None
    is_known_place: bool = False
    stamp: Stamp | None = None
    agency: tuple[int, int] | None = None
    outlet_id: str | None = None
    mark: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class DatelineWords:
    """What the grammar of datelines knows: days, outlets, places, and words that are none of them."""

    stamps: StampWords
    outlets: OutletNames
    places: frozenset[str]
    cities: frozenset[str]
    labels: frozenset[str]
    not_agencies: frozenset[str]
    officers: frozenset[str]
    brand_words: frozenset[str]


@cache
def compile_datelines(vocabulary: Vocabulary) -> DatelineWords:
    """Return the words of the vocabulary that the grammar of datelines needs."""
    words = vocabulary.codebook("header_words")
    cities = [row["name"] for row in vocabulary.gazetteer("city_names") if row["is_ambiguous"] != "true"]
    countries = [row["name"] for row in vocabulary.gazetteer("country_names") if row["kind"] == "name"]
    return DatelineWords(
        stamps=compile_stamps(vocabulary),
        outlets=compile_outlets(vocabulary),
        cities=frozenset(city.casefold() for city in cities),
        places=frozenset(place.casefold() for place in [*cities, *countries]),
        labels=frozenset(words["labels"]) | frozenset(words["published_labels"]) | frozenset(words["updated_labels"]),
        not_agencies=frozenset(words["not_agencies"]),
        officers=frozenset(words["agency_officers"]),
        brand_words=frozenset(words["brand_words"]),
    )


def parse_dateline(text: str, start: int, end: int, words: DatelineWords) -> Dateline | None:
    """Return the dateline that begins at an offset, or None where a sentence begins there."""
    told = Dateline(start=start, end=start)
    best: Dateline | None = None
    position, limit = start, min(end, start + REACH)
    while position < limit:
        gap = GAP.match(text, position, limit)
        at = position if gap is None else gap.end()
        step = _next_part(text, position, at, limit, told, words)
        if step is None:
            break
        told, position = step
        closing = CLOSING.match(text, position, limit)
        position = position if closing is None else closing.end()
        is_closed = text[position - 1] in ")]/}"
        if told.stamp is not None and told.stamp.year is None and (year := YEAR.match(text, position, limit)):
            told = replace(told, stamp=replace(told.stamp, year=int(year[1]), end=year.end()))
            position = year.end()
        mark, earlier = SEPARATOR.match(text, position, limit), told.mark
        if mark is not None:
            position = mark.end()
            told = replace(told, end=position, mark=str(mark.lastgroup))
        else:
            at_end = position >= end
            # "ASTANA. KAZINFORM Deputy …": the stop stands between place and agency.
            is_glued = earlier in {"stop", "dash"} and told.agency is not None and GLUED.match(text, position)
            shown = "end" if at_end else "bracket" if is_closed or is_glued else ""
            told = replace(told, end=position, mark=shown)
        if _holds(text, told, end, words):
            best = told
        elif mark is not None and told.agency is None and told.stamp is None and not told.is_known_place:
            break
    return best if best is not None else _glued_agency(text, start, end, words)


def _next_part(
    text: str, gap_start: int, at: int, limit: int, told: Dateline, words: DatelineWords
) -> tuple[Dateline, int] | None:
    stamp = match_stamp(text, at, limit, words.stamps)
    if stamp is not None:
        return None if told.stamp is not None else (replace(told, stamp=stamp), stamp.end)
    if told.agency is None:
        opening = max(text.rfind(mark, gap_start, at) for mark in "([/{")
        if opening >= 0 and (dated := _read_day_bracket(text, opening, limit, told, words)):
            return dated
        bracket = BRACKETED.match(text, opening, limit) if opening >= 0 else None
        if bracket is not None and (named := _read_bracket(text, bracket, told, words)):
            return named, bracket.end()
        known = words.outlets.pattern.match(text, at, limit)
        if known is not None:
            outlet = words.outlets.by_written[known.group()]
            if not outlet.is_ambiguous or _may_stand_bare(known.group(), outlet, words):
                return replace(told, agency=known.span(), outlet_id=outlet.outlet_id), known.end()
    return _read_place(text, at, limit, told, words)


def _read_day_bracket(
    text: str, opening: int, limit: int, told: Dateline, words: DatelineWords
) -> tuple[Dateline, int] | None:
    """Return what a bracket tells that holds an agency and the day, and where it ends: "(UrduPoint - 28th Apr, 2025)"."""
    close = text.find(")", opening, limit)
    if close < 0 or text[opening] != "(":
        return None
    stamp = next((s for s in find_stamps(text, opening, close, words.stamps) if not text[s.end : close].strip()), None)
    known = [] if stamp is None else find_outlets(text, opening, stamp.start, words.outlets)
    if stamp is None or not known:
        return None
    told = replace(told, agency=(known[0].start, known[0].end), outlet_id=known[0].outlet.outlet_id)
    return replace(told, stamp=told.stamp or stamp), close + 1


def _read_bracket(text: str, bracket: re.Match[str], told: Dateline, words: DatelineWords) -> Dateline | None:
    start, end = bracket.span("name")
    known = find_outlets(text, start, end, words.outlets)
    if known:
        return replace(told, agency=(known[0].start, known[0].end), outlet_id=known[0].outlet.outlet_id)
    name = bracket["name"]
    # "/ Trend, A. Name /": the reporter stands behind the agency.
    squeezed = words.outlets.by_squeezed.get(squeeze_name(name.split(",")[0]))
    if squeezed is not None:
        return replace(told, agency=(start, end), outlet_id=squeezed.outlet_id)
    bare = bare_line(name)
    is_name = any(letter.isupper() for letter in name) and len(find_words(name)) in range(1, 5)
    if not is_name or bare in words.not_agencies or bare in words.places or bare in words.labels:
        return None
    if match_stamp(text, start, end, words.stamps) is not None or "," in name:
        return None
    is_branded = any(word.casefold() in words.brand_words for word in find_words(name))
    if told.place is None and told.stamp is None and not (name.isupper() or is_branded):
        return None
    return replace(told, agency=(start, end))


def _read_place(text: str, at: int, limit: int, told: Dateline, words: DatelineWords) -> tuple[Dateline, int] | None:
    match = PLACE.match(text, at, limit)
    if match is None or not text[at].isupper():
        return None
    name = match.group()
    known = _known_prefix(name, words)
    if known is None and told.place is None and told.agency is None and told.stamp is None:
        size = _capital_prefix(name)
        return (replace(told, place=(at, at + size)), at + size) if size else None
    if known is None:
        # A second place is the state or country of the first: "BAKU, Azerbaijan".
        size = _capital_prefix(name)
        is_region = told.place is not None and told.stamp is None and size and AFTER_REGION.match(text, at + size)
        return (told, at + size) if is_region else None
    stop = at + known
    if INITIALS.fullmatch(name[:known]) and text[stop : stop + 1] == ".":
        stop += 1  # "U.S." keeps its stop, which ends no dateline.
    if told.place is not None:
        return told, stop
    return replace(told, place=(at, at + known), is_known_place=True), stop


def _known_prefix(name: str, words: DatelineWords) -> int | None:
    ends = [match.end() for match in re.finditer(r"[^\W_](?=[^\w'’\-]|$)", name)]
    return next((end for end in reversed(ends) if name[:end].casefold() in words.places), None)


def _capital_prefix(name: str) -> int:
    size = 0
    for match in re.finditer(r"(?<!['’.\-])(?:['’.\-]*+\w)++", name):
        word = match.group()
        if not word[:1].isupper() and word not in {"de", "la", "el", "of", "al"}:
            break
        size = match.end()
    return size


def _holds(text: str, told: Dateline, end: int, words: DatelineWords) -> bool:
    """Return whether what was read so far is a dateline and no sentence or headline."""
    marked = told.mark in {"dash", "colon", "stop", "slash"}
    has_place, has_agency, stamp = told.place is not None, told.agency is not None, told.stamp
    if has_agency and (has_place or stamp is not None):
        is_sure = told.outlet_id is not None or told.is_known_place or stamp is not None or told.mark == "end"
        return marked or told.mark == "end" or (told.mark == "bracket" and is_sure)
    if has_agency:
        bracketed = text[told.start] in "([/"
        return told.mark in {"dash", "colon", "slash"} or (bracketed and told.mark in {"bracket", "stop"})
    if told.place is not None and stamp is not None:
        is_label = bare_line(text[slice(*told.place)]) in words.labels and not told.is_known_place
        is_city = told.is_known_place or text[told.place[1] : told.place[1] + 1] == ","
        return not is_label and (marked or (told.mark == "end" and is_city))
    if told.place is not None:
        return _place_alone_holds(text, told, end, words)
    if stamp is not None:
        opens = told.end < end and text[told.end :].lstrip()[:1].isupper()
        spaced = told.mark == "" and stamp.year is not None and opens
        return told.mark in {"dash", "colon"} or (told.mark in {"stop", "slash"} and stamp.year is not None) or spaced
    return False


def _place_alone_holds(text: str, told: Dateline, end: int, words: DatelineWords) -> bool:
    if told.mark not in {"dash", "colon"} or told.end >= end or told.place is None:
        return False
    name = text[told.place[0] : told.place[1]]
    if HYPHENED.fullmatch(text[told.place[1] : told.end]):
        return False  # "U.S.-Kenya talks"
    if bare_line(name) in words.labels and not told.is_known_place:
        return False
    if name.isupper():
        return told.is_known_place or len(name) >= INVENTED_CAPITALS
    before_mark = text[told.place[1] : told.end].strip()
    return told.is_known_place and (told.mark == "dash" or before_mark == ":")


def _glued_agency(text: str, start: int, end: int, words: DatelineWords) -> Dateline | None:
    """Return the dateline of "MNA Iran does not accept …", an agency's letters before the sentence."""
    known = words.outlets.pattern.match(text, start, end)
    if known is None or not known.group().isupper() or known.end() >= end or text[known.end()] != " ":
        return None
    following = re.match(r"\s*([\w'’.\-]+)", text[known.end() : end])
    if following is None or not following[1][:1].isupper() or following[1].casefold() in words.officers:
        return None
    outlet = words.outlets.by_written[known.group()]
    if outlet.name_kind != "abbreviation" or outlet.is_ambiguous:
        return None
    return Dateline(start=start, end=known.end() + 1, agency=known.span(), outlet_id=outlet.outlet_id, mark="glued")


def _may_stand_bare(name: str, outlet: ListedOutlet, words: DatelineWords) -> bool:
    return outlet.outlet_kind != "government" and " " not in name and name.casefold() not in words.labels


def is_place_line(line: str, words: DatelineWords) -> bool:
    """Return whether a line right above the story is a city, with its region at most: "ANKARA", "Oslo, Norway"."""
    city, comma, region = line.partition(",")
    if not comma:
        return line.isupper() and line.casefold() in words.cities
    named = find_words(region)
    is_named = 1 <= len(named) <= REGION_WORDS and all(word[0].isupper() for word in named)
    return is_named and city.strip().casefold() in words.cities
