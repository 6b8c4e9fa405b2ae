"""Units: the tokens of a sentence grouped by what gazetteers and word lists know of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from security_meetings.annotate.lexicon import Lexicon, Meaning
from security_meetings.annotate.tokens import Token, tokenize

PUNCTUATION = {",": ",", "(": "(", ")": ")", "–": "-", "—": "-", "-": "-", ";": ";", ":": ":", "&": "&", "/": "/"}
THING_KINDS = "NniRhgv"
LONGEST_THING = 6
NAMES_LIKE_DATES = ("Jun", "May", "Sun", "April", "June", "August", "Jan", "Mar")


@dataclass(frozen=True, slots=True)
class Unit:
    """A stretch of tokens of one kind: half-open token indices, character span, text and meaning."""

    kind: str
    first: int
    last: int
    start: int
    end: int
    text: str
    meaning: Meaning


def make_unit(tokens: Sequence[Token], first: int, last: int, text: str, meaning: Meaning) -> Unit:
    """Return a unit over tokens[first:last]."""
    start, end = tokens[first].start, tokens[last - 1].end
    return Unit(meaning.kind, first, last, start, end, text[start:end], meaning)


def split_units(tokens: Sequence[Token], text: str, lexicon: Lexicon) -> list[Unit]:
    """Return the units of one sentence, the longest listed phrase first; "(Retd)" beside a name is none."""
    units: list[Unit] = []
    at = 0
    while at < len(tokens):
        if is_retired(tokens, at, lexicon):
            at += 3
            continue
        stop, meaning = meaning_at(tokens, at, lexicon)
        if meaning.kind == "R" and stop + 1 < len(tokens) and tokens[stop].text == ".":
            stop += 1
        if tokens[at].lower in lexicon.name_suffixes and stop < len(tokens) - 1 and tokens[stop].text == ".":
            stop += 1
        if is_abbreviated_name(tokens, at, stop, lexicon):
            stop, meaning = stop + 1, Meaning("i")
        units.append(make_unit(tokens, at, stop, text, meaning))
        at = stop
    units = [first_of_two(units, index, lexicon) for index in range(len(units))]
    units = [modifier_or_head(units, index, lexicon) for index in range(len(units))]
    units = [name_or_month(units, index) for index in range(len(units))]
    units = [surname_or_word(units, index, lexicon) for index in range(len(units))]
    return mark_things([name_or_rank(units, index, lexicon) for index in range(len(units))], lexicon)


def is_retired(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    """Return whether brackets open that only say that an officer has retired."""
    inside = tokens[at : at + 3]
    is_closed = len(inside) == 3 and inside[0].text == "(" and inside[2].text == ")"
    return is_closed and inside[1].lower in lexicon.retired


def first_of_two(units: Sequence[Unit], at: int, lexicon: Lexicon) -> Unit:
    """Return a unit, the first word of "South and North Korea" being the state that shares its last word with the next."""
    unit, after = units[at], units[at + 1 : at + 3]
    if kinds_of(after) not in ("&C", "&D", "&c") or not unit.text[:1].isupper() or " " not in after[1].text:
        return unit
    if unit.kind not in "Ngw":
        return unit
    tokens = tokenize(f"{unit.text} {after[1].text.partition(' ')[2]}")
    hit = lexicon.names.longest_at(tokens, 0)
    is_state = hit is not None and hit[0] == len(tokens) and hit[1].kind == after[1].kind
    is_other = hit is not None and hit[1].country_code != after[1].meaning.country_code
    return replace(unit, kind=hit[1].kind, meaning=hit[1]) if hit is not None and is_state and is_other else unit


def modifier_or_head(units: Sequence[Unit], at: int, lexicon: Lexicon) -> Unit:
    """Return a unit, a head that is a modifier too being one right before another office ("Assistant Foreign Minister")."""
    unit = units[at]
    is_either = unit.kind == "h" and unit.text.lower() in lexicon.head_modifiers
    is_either = is_either and kinds_of(units[max(at - 1, 0) : at]) not in ("N", "b", "f")
    return replace(unit, kind="m", meaning=Meaning("m", unit.text)) if is_either and leads_office(units, at) else unit


def leads_office(units: Sequence[Unit], at: int) -> bool:
    """Return whether fields and a head stand right after a unit."""
    after = kinds_of(units[at + 1 : at + 1 + LONGEST_THING])
    return after.lstrip("f")[:1] == "h"


def is_abbreviated_name(tokens: Sequence[Token], at: int, stop: int, lexicon: Lexicon) -> bool:
    """Return whether a word is part of a name cut short by a stop before the next part ("Omar Sh. Nur", "Yu. Petrov")."""
    after = tokens[stop : stop + 2]
    return (
        stop == at + 1
        and tokens[at].lower in lexicon.name_abbreviations
        and tokens[at].text[:1].isupper()
        and len(after) > 1
        and after[0].text == "."
        and after[1].text[:1].isupper()
        and kind_of_word(after[1], lexicon) == "N"
    )


def surname_or_word(units: Sequence[Unit], at: int, lexicon: Lexicon) -> Unit:
    """Return a unit, a common word that is a surname too being one after a title and a first name ("Minister Paul West")."""
    unit = units[at]
    is_led = kinds_of(units[max(at - 2, 0) : at]) in ("hN", "RN", "fN")
    is_closed = kinds_of(units[at + 1 : at + 2]) in (",", ")", ";")
    is_led = is_led or (
        unit.kind == "h" and is_closed and kinds_of(units[max(at - 2, 0) : at])[-2:] in ("N", "&N", ",N", "wN")
    )
    if unit.text.lower() not in lexicon.also_surnames or not unit.text[:1].isupper() or not is_led:
        return unit
    is_longer = kinds_of(units[at + 1 : at + 2]) in ("N", "g", "T", "C", "D")
    return unit if is_longer else replace(unit, kind="N", meaning=Meaning("N"))


def name_or_rank(units: Sequence[Unit], at: int, lexicon: Lexicon) -> Unit:
    """Return a unit, a first name that is a title too ("Don", "Sultan") read by what stands beside it."""
    unit = units[at]
    if unit.kind == "h" and unit.text in lexicon.head_names:
        before, after = units[max(at - 1, 0) : at], units[at + 1 : at + 2]
        leads = "a" if kinds_of(units[at + 1 : at + 3]) == "NN" else "aDP"
        is_led = any(led.kind in leads or led.text.lower() in lexicon.ruler_titles for led in before)
        is_office = is_led or any(next_unit.kind in "oR" for next_unit in after)
        return unit if is_office else replace(unit, kind="N", meaning=Meaning("N"))
    if unit.kind == "h" and unit.text.lower() in lexicon.titles and unit.text[:1].isupper():
        is_led = (
            kinds_of(units[max(at - 2, 0) : at]) in ("fh", "mh") and unit.text.lower() not in lexicon.full_name_ranks
        )
        if is_led and kinds_of(units[at + 1 : at + 2]) == "N":
            return replace(unit, kind="R", meaning=Meaning("R"))
    if unit.text.lower() not in lexicon.full_name_ranks or not unit.text[:1].isupper():
        return unit
    is_rank = kinds_of(units[at + 1 : at + 3]) in ("NN", "Nn", "Ni")
    return replace(unit, kind="R", meaning=Meaning("R")) if is_rank else unit


def mark_things(units: Sequence[Unit], lexicon: Lexicon) -> list[Unit]:
    """Return the units, the names in "Prince Hamzah Hospital", "Patriotic War" and "Mount Kenya" being no persons'."""
    marked = list(units)
    for at, unit in enumerate(units):
        if not unit.text[:1].isupper() or unit.kind not in "Ng":
            continue
        first, last = at, at + 1
        word = unit.text.lower()
        while word in lexicon.things and first > at - LONGEST_THING and first and units[first - 1].kind in THING_KINDS:
            first -= 1
        while word in lexicon.things_before and last < len(units) and units[last].kind in "Nni":
            last += 1
        if last - first > 1 or word in lexicon.things:
            first = first + 1 if units[first].kind in "MmF" else first
            marked[first:last] = [replace(u, kind="g", meaning=Meaning("g")) for u in marked[first:last]]
    return marked


def name_or_month(units: Sequence[Unit], at: int) -> Unit:
    """Return a unit, a month or day beside a name and before no number being part of it ("Dong Jun", "Minister Jan Kovář")."""
    unit = units[at]
    if (
        unit.text in ("'", "’")
        and at
        and at + 1 < len(units)
        and units[at - 1].kind == "N"
        and units[at + 1].kind == "N"
    ):
        return replace(unit, kind="n", meaning=Meaning("n"))
    if unit.text not in NAMES_LIKE_DATES or at == 0:
        return unit
    after = kinds_of(units[at + 1 : at + 2])
    is_name = (units[at - 1].kind in "Ni" and after != "#") or (units[at - 1].kind in "hR" and after == "N")
    return replace(unit, kind="N", meaning=Meaning("N")) if is_name else unit


def meaning_at(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> tuple[int, Meaning]:
    """Return the end and meaning of what starts at a token."""
    found = [hit for hit in (lexicon.names.longest_at(tokens, at), lexicon.words.longest_at(tokens, at)) if hit]
    if found:
        best = max(found, key=lambda hit: hit[0])
        if not is_glued_name(tokens, at, best):
            return best
    return at + 1, Meaning(kind_of_word(tokens[at], lexicon))


def is_glued_name(tokens: Sequence[Token], at: int, hit: tuple[int, Meaning]) -> bool:
    """Return whether a listed lower-case word is in truth written as a name (the particle of "De Klerk")."""
    token = tokens[at]
    return hit[1].kind == "n" and token.text[:1].isupper() and at > 0


def kind_of_word(token: Token, lexicon: Lexicon) -> str:
    """Return the kind of a word that no list knows."""
    if token.text in PUNCTUATION:
        return PUNCTUATION[token.text]
    if token.lower in ("'s", "'"):
        return "P"
    if token.text[0].isdigit():
        return "#"
    if len(token.text) == 2 and token.text[0].isupper() and token.text[1] == ".":
        return "i"
    if not token.text[0].isalpha():
        return "x"
    if token.lower in lexicon.date_names:
        return "d" if token.is_capitalised else "w"
    if token.lower in lexicon.not_names:
        return "g" if token.is_capitalised else "w"
    if token.text[0].isupper() or has_name_prefix(token, lexicon):
        return "N"
    return "w"


def has_name_prefix(token: Token, lexicon: Lexicon) -> bool:
    """Return whether a word is a name with a lower-case prefix, as in al-Sudani."""
    head, hyphen, tail = token.text.partition("-")
    return bool(hyphen) and head in lexicon.prefixes and tail[:1].isupper()


def kinds_of(units: Sequence[Unit]) -> str:
    """Return the kinds of units as one string, a letter each."""
    return "".join(unit.kind for unit in units)
