"""Lines that name the office whose page a text is, and no headline: ministries, states, office-holders."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache

from security_meetings.annotate.lines import find_words, is_prose, normalise_line
from security_meetings.annotate.outlet_names import trie_pattern
from security_meetings.vocabularies import Vocabulary

CHUNKS = re.compile(r"(?<!\s)\s*[|·•,:/()]+\s*|(?<!\s)\s+[\-–—>›]\s+")
LINE_WORDS = 18
FOREIGN_WORDS = 10
NAME_WORDS = 5
STATE_KINDS = frozenset({"name", "demonym"})


@dataclass(frozen=True, slots=True, eq=False)
class IssuerWords:
    """The words of which names of offices are made."""

    heads: frozenset[str]
    words: frozenset[str]
    foreign: frozenset[str]
    titles: frozenset[str]
    foreign_joints: frozenset[str]
    styles: re.Pattern[str]
    known: re.Pattern[str]
    labels: re.Pattern[str]
    verbs: frozenset[str]
    seats: frozenset[str]
    places_between: frozenset[str]
    bodies: re.Pattern[str]
    states: re.Pattern[str]
    codes: dict[str, str]
    unsaid: frozenset[str]
    naming: frozenset[str]
    spellings: dict[str, str]
    outlets: tuple[tuple[frozenset[str], str], ...]


@cache
def compile_issuers(vocabulary: Vocabulary) -> IssuerWords:
    """Return the words of codebook/header_words.toml and the names of states, ready for use."""
    book = vocabulary.codebook("header_words")
    issuers = book["issuers"]
    rows = [row for row in vocabulary.gazetteer("country_names") if row["kind"] in STATE_KINDS]
    codes = {normalise_line(row["name"]): row["country_code"] for row in rows}
    bodies = [normalise_line(row["name"]) for row in vocabulary.gazetteer("organization_names")]
    people = [normalise_line(row["name"]) for row in vocabulary.gazetteer("people_names")]
    labels = list(map(normalise_line, [*book["labels"], *book["published_labels"]]))
    known = [*codes, *bodies, *people, *map(normalise_line, issuers["phrases"])]
    words = IssuerWords(
        heads=frozenset(issuers["heads"]),
        words=frozenset(issuers["words"]) | frozenset(issuers["heads"]),
        foreign=frozenset(issuers["foreign"]),
        titles=frozenset(issuers["titles"]),
        foreign_joints=frozenset(issuers["foreign_joints"]),
        styles=_any_of(issuers["styles"]),
        known=_any_of(known),
        labels=re.compile(rf"(?<![^\W_])(?:{trie_pattern(labels)})$"),
        verbs=frozenset(book["headline"]["verbs"]),
        seats=frozenset(issuers["seats"]),
        places_between=frozenset(issuers["places_between"]),
        bodies=_any_of(bodies),
        states=_any_of(list(codes)),
        codes=codes,
        unsaid=frozenset(issuers["unsaid"]),
        naming=frozenset(issuers["naming"]),
        spellings=issuers["spellings"],
        outlets=(),
    )
    return replace(words, outlets=_name_offices(vocabulary, words))


def _any_of(names: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<![^\W_])(?:{trie_pattern(name for name in names if len(name) > 2)})(?![^\W_])")


def _name_offices(vocabulary: Vocabulary, words: IssuerWords) -> tuple[tuple[frozenset[str], str], ...]:
    """Return the words of each office's name with its state's code, and its outlet; the longest first."""
    kinds = {row["outlet_id"]: row["kind"] for row in vocabulary.gazetteer("outlets")}
    found: dict[frozenset[str], str] = {}
    for row in vocabulary.gazetteer("outlet_names"):
        key = _office_key(row["name"], words)
        if kinds[row["outlet_id"]] == "government" and len(key) > 1 and key & set(words.codes.values()):
            found.setdefault(key, row["outlet_id"])
    return tuple(sorted(found.items(), key=lambda item: (-len(item[0]), sorted(item[0]))))


def _office_key(line: str, words: IssuerWords) -> frozenset[str]:
    normal = normalise_line(line)
    codes = {words.codes[match.group()] for match in words.states.finditer(normal)}
    rest = find_words(words.states.sub(" ", normal))
    spelled = {words.spellings.get(word, word) for word in rest}
    return frozenset(codes | (spelled - words.unsaid))


def find_office(line: str, words: IssuerWords) -> str | None:
    """Return the outlet of the office that a line, or a few lines joined, name with its state; None where none is."""
    told = _office_key(line, words)
    if not words.naming & set(find_words(normalise_line(line))):
        return None
    return next((outlet_id for key, outlet_id in words.outlets if key <= told), None)


def find_states(line: str, words: IssuerWords) -> frozenset[str]:
    """Return the codes of the states that a line names."""
    return frozenset(words.codes[match.group()] for match in words.states.finditer(normalise_line(line)))


def is_issuer_line(line: str, words: IssuerWords) -> bool:
    """Return whether a line is made of the words of an office's name alone, a holder's name before it allowed."""
    told = find_words(line)
    if not 1 <= len(told) <= LINE_WORDS or is_prose(line):
        return False
    if normalise_line(line) in words.codes:
        return True
    if len(told) <= FOREIGN_WORDS and _is_foreign([word.casefold() for word in told], words):
        return True
    style = words.styles.match(normalise_line(line))
    if style is not None and len(find_words(line[style.end() :])) <= NAME_WORDS and _is_name(line, words):
        return True
    left = [_leave_known(chunk, words) for chunk in CHUNKS.split(line) if find_words(chunk)]
    if not _names_one_state(line, words):
        return False
    rests = [[word for word in rest if word not in words.words] for rest, _ in left]
    has_head = [has for _, has in left]
    if not any(has_head):
        return False
    if not any(rests):
        return True
    # "Anna Harlow, Minister for Foreign Affairs": who holds the office stands first.
    return not any(rests[1:]) and any(has_head[1:]) and _is_name(CHUNKS.split(line)[0], words)


def _leave_known(chunk: str, words: IssuerWords) -> tuple[list[str], bool]:
    """Return the words of a chunk that name no state and no kind of text, and whether it names an office or body."""
    normal = normalise_line(chunk)
    # A kind of text may stand behind the office; before it, it opens a headline: "Statement of the Foreign Ministry".
    left = find_words(words.labels.sub(" ", words.known.sub(" ", normal).strip()))
    is_body = words.bodies.fullmatch(words.labels.sub(" ", normal).strip().removeprefix("the ")) is not None
    return left, is_body or any(word in words.heads for word in find_words(normal))


def _names_one_state(line: str, words: IssuerWords) -> bool:
    """Return whether a line names no more than one state; a mission names two, its own and the one where it sits."""
    normal = normalise_line(line)
    told = find_words(normal)
    states = find_states(line, words)
    is_mission = any(word in words.seats for word in told)
    return is_mission or (len(states) <= 1 and not words.places_between.intersection(told))


def _is_foreign(told: Sequence[str], words: IssuerWords) -> bool:
    is_office = told[0] in words.foreign
    return is_office or (len(told) > 1 and told[0] in words.heads and told[1] in words.foreign_joints)


def _is_name(chunk: str, words: IssuerWords) -> bool:
    told = [word for word in find_words(chunk) if word.casefold() not in words.titles]
    tells = any(word.casefold() in words.verbs for word in told)
    return 1 < len(told) <= NAME_WORDS and all(word[0].isupper() for word in told) and not tells
