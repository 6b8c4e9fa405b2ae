"""Short texts coded and resolved together: one encounter told in many ways is one row, two that are alike stay two."""

from __future__ import annotations

import random
import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from coder_cases import make_article
from resolve_samples import as_sets
from security_meetings.annotate import annotate_article
from security_meetings.extract import extract_document
from security_meetings.records import Coding
from security_meetings.resolve import resolve_codings
from security_meetings.results import Records
from security_meetings.vocabularies import load_vocabulary

GROUPS: Mapping[str, Any] = tomllib.loads(Path(__file__).with_name("linked_texts.toml").read_text(encoding="utf-8"))
SHUFFLES = 5


@cache
def code(article_id: str, text: str) -> Coding:
    """Return the coding of a text, made once."""
    return extract_document(annotate_article(make_article(text, article_id), load_vocabulary()), load_vocabulary())


def code_group(kind: str, name: str) -> list[Coding]:
    """Return the codings of the texts of a group, the articles named after it."""
    return [code(f"{name}-{at}", text) for at, text in enumerate(GROUPS[kind][name]["texts"])]


def resolve(codings: Sequence[Coding]) -> Records:
    return resolve_codings(codings, load_vocabulary())


def articles_of(records: Records) -> set[frozenset[str]]:
    """Return the articles that tell each meeting of some records."""
    told: dict[str, set[str]] = {}
    for link in records.meeting_articles:
        told.setdefault(link.meeting_id, set()).add(link.article_id)
    return {frozenset(articles) for articles in told.values()}


def assert_no_order(codings: Sequence[Coding]) -> None:
    expected = as_sets(resolve(codings))
    for seed in range(SHUFFLES):
        mixed = list(codings)
        random.Random(seed).shuffle(mixed)
        assert as_sets(resolve(mixed)) == expected


@pytest.mark.parametrize("name", GROUPS["one"])
def test_what_is_told_in_many_ways_is_one_row(name: str) -> None:
    codings = code_group("one", name)
    records = resolve(codings)
    assert [row.article_count for row in records.meetings] == [len(codings)]
    merges = [merge for merge in records.merges if merge.table_name == "meetings"]
    assert len(merges) == len(codings) - 1
    assert all(merge.reasons for merge in merges)
    assert any(GROUPS["one"][name]["reason"] in reason for merge in merges for reason in merge.reasons)
    assert_no_order(codings)


@pytest.mark.parametrize("name", GROUPS["two"])
def test_what_is_much_alike_stays_apart(name: str) -> None:
    codings = code_group("two", name)
    records = resolve(codings)
    assert articles_of(records) == {frozenset([coding.document.article.article_id]) for coding in codings}
    assert not [merge for merge in records.merges if merge.table_name == "meetings"]
    assert_no_order(codings)


def test_groups_do_not_mix() -> None:
    codings = [coding for kind in GROUPS for name in GROUPS[kind] for coding in code_group(kind, name)]
    apart = set().union(*(articles_of(resolve(code_group(kind, name))) for kind in GROUPS for name in GROUPS[kind]))
    assert articles_of(resolve(codings)) == apart
    assert_no_order(codings)
