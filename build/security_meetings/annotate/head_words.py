"""The words of the lines above a story, of the codebook and the gazetteer."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from security_meetings.annotate.datelines import DatelineWords, compile_datelines
from security_meetings.annotate.furniture import FurnitureCues, compile_furniture
from security_meetings.annotate.headlines import HeadlineWords, compile_headlines
from security_meetings.annotate.issuers import IssuerWords, compile_issuers
from security_meetings.annotate.page_lines import HEADING_MARK
from security_meetings.vocabularies import Vocabulary


@dataclass(frozen=True, slots=True, eq=False)
class HeadWords:
    """The word lists of codebook/header_words.toml, ready for use."""

    heading_mark: re.Pattern[str]
    keys: frozenset[str]
    key_line: re.Pattern[str]
    numbered_key: re.Pattern[str]
    labels: frozenset[str]
    path_roots: frozenset[str]
    date_labels: re.Pattern[str]
    updated_labels: re.Pattern[str]
    byline_starts: tuple[str, ...]
    byline_ends: tuple[str, ...]
    name_particles: frozenset[str]
    attributions: tuple[str, ...]
    brand_words: frozenset[str]
    not_brands: frozenset[str]
    datelines: DatelineWords
    furniture: FurnitureCues
    issuers: IssuerWords
    headlines: HeadlineWords
    brand_intros: re.Pattern[str]
    today: re.Pattern[str]
    issued: re.Pattern[str]


@cache
def compile_head(vocabulary: Vocabulary) -> HeadWords:
    """Return what the vocabulary knows of the lines above a story."""
    words, issuers = vocabulary.codebook("header_words"), compile_issuers(vocabulary)
    keys = sorted(words["keys"], key=lambda key: (-len(key), key))
    return HeadWords(
        heading_mark=re.compile(rf"{HEADING_MARK}|(?:{_any_of(words['headline']['labels'])}):\s+(?=\S)", re.IGNORECASE),
        keys=frozenset(keys),
        key_line=re.compile(rf"(?P<key>{'|'.join(map(re.escape, keys))})\.? ?[:#№]"),
        numbered_key=re.compile(rf"(?:{'|'.join(map(re.escape, keys))})\.? (?=[^\d]*\d)\S+"),
        labels=frozenset(words["labels"]),
        path_roots=frozenset(words["path_roots"]),
        date_labels=_labels([*words["published_labels"], *words["updated_labels"]]),
        updated_labels=_labels(words["updated_labels"]),
        byline_starts=tuple(words["byline_starts"]),
        byline_ends=tuple(words["byline_ends"]),
        name_particles=frozenset(words["name_particles"]),
        attributions=tuple(words["attributions"]),
        brand_words=frozenset(words["brand_words"]),
        not_brands=frozenset(words["not_brands"]),
        datelines=compile_datelines(vocabulary),
        furniture=compile_furniture(vocabulary),
        issuers=issuers,
        headlines=compile_headlines(vocabulary, issuers),
        brand_intros=re.compile(rf"(?:{_any_of(words['brand_intros'])}) ", re.IGNORECASE),
        today=re.compile(rf"\b(?:{_any_of(words['today'])})\s?[,(]\s?(?:on )?$"),
        issued=re.compile(
            rf"(?:the|this) (?:{_any_of(words['issued_texts'])})\b.*\b(?:{_any_of(words['issued_verbs'])})\b.*\bon$"
        ),
    )


def _any_of(words: Sequence[str]) -> str:
    return "|".join(map(re.escape, words))


def _labels(labels: Sequence[str]) -> re.Pattern[str]:
    ordered = sorted(labels, key=lambda label: (-len(label), label))
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, ordered))})\b")
