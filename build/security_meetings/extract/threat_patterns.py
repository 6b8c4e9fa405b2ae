"""The pattern language of the threat codebook, and its matcher over the words of a sentence.

A pattern is a row of elements, separated by spaces:

- `word`, `one|other`, `stem*`: a word, one of several, any word that begins so; case, plural endings and
  British or American spelling make no difference, a hyphen is a space;
- `<class>`: a word or phrase of a class; `@mark`: a stretch of tokens that was marked so;
- `=word`: the word in just this form; `^word`: with a capital first letter;
- `word?`: may be missing; `:word`: must stand there, but is left to other patterns;
- `..4`: up to four tokens; `~9`: up to nine tokens of one enumeration after a head; `&5`: up to five
  tokens, all of them items of an enumeration before a head. None of them leaps over a full stop, colon or dash.

Gaps are bounded, so the time for one sentence is linear in its length.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Literal

MARKS = ("demonym", "group", "held", "place")
GapKind = Literal["free", "enumeration", "items"]
Phrase = tuple[str, ...]

TOKEN = re.compile(
    r"(?P<initials>(?:[A-Za-z]\.){2,})|(?P<word>[^\W_]+(?:['’`][^\W_]+)*['’]?)|(?P<soft>[,/&])|(?P<hard>[.;:!?()\[\]—–…])"
    r"|(?P<dash>(?<=\s)-(?=\s))"
)
HARD_STOP = "\n"
GAPS: Mapping[str, GapKind] = {"..": "free", "~": "enumeration", "&": "items"}
PREFIX_KEY = 3


class BadPattern(ValueError):
    """Raised where a pattern cannot be read: why, what was expected, and the class that is not known, if any."""

    def __init__(self, why: str, expected: str, name: str = "") -> None:
        self.expected, self.name = expected, name
        super().__init__(why)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tokens:
    """The words and stops of a stretch of text: folded and as written, with their spans, and the marks set on them.

    `marks` gives for a mark's name and a token the token after the marked stretch.
    """

    words: tuple[str, ...]
    raws: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    marks: Mapping[str, Mapping[int, int]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrases:
    """Words and phrases to look up by their first word; a word that ends in `*` is a stem."""

    by_word: Mapping[str, tuple[Phrase, ...]]
    by_stem: Mapping[str, tuple[Phrase, ...]]

    def ends_at(self, words: tuple[str, ...], position: int) -> list[int]:
        """Return the positions after each phrase that begins at a position, the longest first."""
        word = words[position]
        found = list(self.by_word.get(word, ()))
        found += [
            phrase for phrase in self.by_stem.get(word[:PREFIX_KEY], ()) if word.startswith(phrase[0].removesuffix("*"))
        ]
        ends = {position + len(phrase) for phrase in found if _follows(phrase, words, position)}
        return sorted(ends, reverse=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Element:
    """One element of a pattern: what may stand there, and how it counts."""

    phrases: Phrases
    marks: tuple[str, ...] = ()
    exact: frozenset[str] = frozenset()
    is_capital: bool = False
    is_optional: bool = False
    is_context: bool = False
    gap: GapKind | None = None
    reach: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Pattern:
    """A compiled pattern, and the words that it was written in."""

    source: str
    elements: tuple[Element, ...]


@lru_cache(maxsize=65536)
def fold_word(word: str) -> str:
    """Return a word in lower case, without possessive and plural ending, in American spelling."""
    word = re.sub(r"['’`](?:s|$)", "", word.lower().replace(".", ""))
    word = re.sub(r"is(?=(?:ed?|ing|er|ers|es|ation|ations)$)", "iz", word) if len(word) > 6 else word
    word = re.sub(r"(?<=[a-z]{2})our(?=s?$|ed$|ing$|able$)", "or", word) if len(word) > 5 else word
    word = re.sub(r"(?<=[a-z]{3})(?:tre|tres)$", "ter", word)
    word = re.sub(r"(?<=efen|ffen|icen|eten)ce", "se", word).replace("programme", "program")
    if len(word) > 3 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 4 and word.endswith(("sses", "xes", "ches", "shes")):
        return word[:-2]
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


def read_tokens(text: str, start: int, end: int) -> Tokens:
    """Return the tokens of `text[start:end]`, with spans of the whole text and no marks."""
    words, raws, starts, ends = [], [], [], []
    for found in TOKEN.finditer(text, start, end):
        is_hard = found.lastgroup in {"hard", "dash"}
        raw = found.group()
        words.append(HARD_STOP if is_hard else fold_word(raw) or raw)
        raws.append(raw)
        starts.append(found.start())
        ends.append(found.end())
    return Tokens(words=tuple(words), raws=tuple(raws), starts=tuple(starts), ends=tuple(ends))


def compile_phrases(phrases: Iterable[str]) -> Phrases:
    """Return phrases ready for look-up."""
    by_word: dict[str, list[Phrase]] = defaultdict(list)
    by_stem: dict[str, list[Phrase]] = defaultdict(list)
    for text in phrases:
        phrase = tuple(_fold_stem(word) for word in re.split(r"[\s-]+", text.strip()))
        first = phrase[0]
        if first.endswith("*"):
            by_stem[first.removesuffix("*")[:PREFIX_KEY]].append(phrase)
        else:
            by_word[first].append(phrase)
    return Phrases(
        by_word={key: tuple(value) for key, value in by_word.items()},
        by_stem={key: tuple(value) for key, value in by_stem.items()},
    )


def expand_classes(classes: Mapping[str, Iterable[str]]) -> dict[str, tuple[str, ...]]:
    """Return every class with the classes that it names (`<other>`) written out.

    Raises ValueError where a class names one that does not stand before it.
    """
    expanded: dict[str, tuple[str, ...]] = {}
    for name, members in classes.items():
        phrases: list[str] = []
        for member in members:
            if not member.startswith("<"):
                phrases.append(member)
            elif member[1:-1] in expanded:
                phrases.extend(expanded[member[1:-1]])
            else:
                raise ValueError(f"class {name!r} names {member!r}, which does not stand before it")
        expanded[name] = tuple(phrases)
    return expanded


def compile_pattern(source: str, classes: Mapping[str, tuple[str, ...]]) -> Pattern:
    """Return a compiled pattern; raises BadPattern where it begins with a gap or an optional word or names no class."""
    elements = tuple(_compile_element(part, classes) for part in source.split())
    if not elements or elements[0].gap or elements[0].is_optional:
        raise BadPattern("it begins with a gap or with a word that may be missing", "a word that has to be there first")
    return Pattern(source=source, elements=elements)


def is_class(option: str) -> bool:
    """Return whether an option or a member is written as a class."""
    return option.startswith("<") and option.endswith(">")


def _compile_element(part: str, classes: Mapping[str, tuple[str, ...]]) -> Element:
    gap = re.fullmatch(r"(\.\.|~|&)(\d+)", part)
    if gap:
        return Element(phrases=compile_phrases(()), gap=GAPS[gap[1]], reach=int(gap[2]))
    is_optional, part = part.endswith("?"), part.removesuffix("?")
    is_context, part = part.startswith(":"), part.removeprefix(":")
    is_capital, part = part.startswith("^"), part.removeprefix("^")
    is_exact, part = part.startswith("="), part.removeprefix("=")
    options = part.split("|")
    for option in options:
        _check_option(option, classes)
    phrases = [phrase for option in options for phrase in _phrases_of(option, classes)]
    return Element(
        phrases=compile_phrases(phrases),
        marks=tuple(option[1:] for option in options if option.startswith("@")),
        exact=frozenset(phrases) if is_exact else frozenset(),
        is_capital=is_capital,
        is_optional=is_optional,
        is_context=is_context,
    )


def _check_option(option: str, classes: Mapping[str, tuple[str, ...]]) -> None:
    if option.startswith("<") and not (is_class(option) and option[1:-1] in classes):
        raise BadPattern(f"there is no class {option}", "a class of threat_words.toml", option.strip("<>"))
    if option.startswith("@") and option[1:] not in MARKS:
        raise BadPattern(f"there is no mark {option}", "one of " + ", ".join(f"@{mark}" for mark in MARKS))
    if not option:
        raise BadPattern("an element holds no word", "words parted by |")


def _phrases_of(option: str, classes: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    if option.startswith("@"):
        return ()
    return classes[option[1:-1]] if option.startswith("<") else (option,)


def _fold_stem(word: str) -> str:
    return word.lower() if word.endswith("*") else fold_word(word)


def _follows(phrase: Phrase, words: tuple[str, ...], position: int) -> bool:
    if position + len(phrase) > len(words):
        return False
    return all(
        word.startswith(part[:-1]) if part.endswith("*") else word == part
        for part, word in zip(phrase[1:], words[position + 1 : position + len(phrase)], strict=False)
    )
