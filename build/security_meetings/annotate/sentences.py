"""The sentences of the article proper, by rule."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from security_meetings.annotate.lines import split_lines
from security_meetings.documents import Sentence, Zone
from security_meetings.vocabularies import Vocabulary, load_vocabulary

TOLD_ZONES = frozenset({"title", "caption", "body"})
BOUNDARY = re.compile(
    r"(?<![.!?…])(?P<mark>[.!?…]++)(?P<close>[\"”’'»)\]]*+)(?P<space>\s++|(?=[^\W\d_a-z]))(?=[\"“‘'«(\[]*+[^\W_])"
)
TOKEN_BEFORE = re.compile(r"(?<![^\s(\[“\"‘«/])[^\s(\[“\"‘«/]++$")
WORD_AFTER = re.compile(r"[\"“‘'«(\[]*([^\W_](?:[\w'’\-]|\.(?=\w))*)")
GLUED_BEFORE = re.compile(r"(?<![a-zà-ÿ])[a-zà-ÿ]{2,}+[\"”’)\]]*$|\d[\"”)]$|[\"”)\]]$")
INITIALS = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]")
NUMBERED = re.compile(r"\(?\d{1,2}")
HYPHEN = re.compile(r"[-–](?=[^\W\d_]\.[^\W\d_]$)")
REACH_BACK = 40
# No sentence of prose comes near it; a line without stops, however long, is read in stretches of this length.
LONGEST_SENTENCE = 2000


@dataclass(frozen=True, slots=True, eq=False)
class _SentenceWords:
    bound: frozenset[str]
    loose: frozenset[str]
    openers: frozenset[str]
    speech: frozenset[str]
    domains: frozenset[str]


@cache
def compile_sentence_words(vocabulary: Vocabulary) -> _SentenceWords:
    """Return the words of codebook/sentences.toml by which sentences are parted."""
    book = vocabulary.codebook("sentences")
    return _SentenceWords(**{key: frozenset(book[key]) for key in ("bound", "loose", "openers", "speech", "domains")})


def split_sentences(text: str, zones: Iterable[Zone], vocabulary: Vocabulary | None = None) -> tuple[Sentence, ...]:
    """Return the sentences of title, caption and body; none crosses a zone or a paragraph."""
    words = compile_sentence_words(vocabulary or load_vocabulary())
    found: list[Sentence] = []
    spans = list(_paragraph_spans(text, zones))
    for paragraph, (zone, start, end) in enumerate(spans):
        cuts = [(start, end)] if zone.kind == "title" else _cut(text, start, end, words)
        for left, right in _cut_overlong(text, cuts):
            found.append(Sentence(index=len(found), start=left, end=right, paragraph=paragraph, zone=zone.kind))
    return tuple(found)


def _paragraph_spans(text: str, zones: Iterable[Zone]) -> Iterator[tuple[Zone, int, int]]:
    lines = split_lines(text)
    at = 0
    for zone in zones:
        while at < len(lines) and lines[at].end <= zone.start:
            at += 1
        if zone.kind not in TOLD_ZONES:
            continue
        index = at
        while index < len(lines) and lines[index].start < zone.end:
            start, end = max(zone.start, lines[index].start), min(zone.end, lines[index].end)
            if start < end:
                yield zone, start, end
            index += 1


def _cut(text: str, start: int, end: int, words: _SentenceWords) -> Sequence[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
    left = start
    for match in BOUNDARY.finditer(text, start, end):
        if _is_boundary(text, left, match, end, words):
            spans.append((left, match.end() - len(match["space"])))
            left = match.end()
    inner = text[left:end]
    if inner.strip():
        spans.append((left, left + len(inner.rstrip())))
    return spans


def _cut_overlong(text: str, spans: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield the spans, those that are too long in stretches, cut between words where there are any."""
    for start, end in spans:
        while end - start > LONGEST_SENTENCE:
            space = text.rfind(" ", start, start + LONGEST_SENTENCE)
            cut = space + 1 if space > start else start + LONGEST_SENTENCE
            if text[start:cut].strip():
                yield start, start + len(text[start:cut].rstrip())
            start = cut
        if text[start:end].strip():
            yield start, end


def _is_boundary(text: str, start: int, match: re.Match[str], end: int, words: _SentenceWords) -> bool:
    following = WORD_AFTER.match(text, match.end(), end)
    before = text[max(start, match.start() - REACH_BACK) : match.start()]
    if following is None or not before.strip():
        return False
    after = following[1]
    if after[0].islower():
        return False
    if not match["space"]:
        return _is_glued_boundary(before, match["close"], after, words)
    if match["mark"] == ".":
        return _stop_ends(before, bool(match["close"]), after, words)
    if match["close"]:
        # “Who gains?” Rahmon asked: the sentence goes on.
        rest = text[following.end() : following.end() + REACH_BACK].split()[:2]
        return not any(word.strip(",.:").casefold() in words.speech for word in rest)
    return True


def _is_glued_boundary(before: str, close: str, after: str, words: _SentenceWords) -> bool:
    if len(after) < 2 or not after[1].islower() or after.casefold() in words.domains:
        return False
    token = TOKEN_BEFORE.search(before)
    is_bound = token is not None and token.group().casefold() in words.bound
    return not is_bound and GLUED_BEFORE.search(before + close) is not None


def _stop_ends(before: str, is_closed: bool, after: str, words: _SentenceWords) -> bool:
    """Return whether a full stop after a token ends a sentence."""
    token = TOKEN_BEFORE.search(before)
    if token is None or is_closed:
        return True
    last = token.group().strip("'’”\"").casefold()
    opens = after.casefold() in words.openers
    if last in words.bound:
        return False
    if last in words.loose:
        return opens
    if INITIALS.fullmatch(HYPHEN.split(last)[-1]):
        return opens and ("." in last or last == "i")
    is_item = NUMBERED.fullmatch(last) is not None and before.strip() == token.group()
    return not is_item
