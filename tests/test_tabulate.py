"""Tabulation: rows in the order of their keys, columns and types of the schemas."""

from __future__ import annotations

import random
from dataclasses import fields, replace
from datetime import date

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from security_meetings.problems import DataProblems
from security_meetings.results import BESIDE_TABLES, Records
from security_meetings.rows import ArticleRow, MeetingArticleRow
from security_meetings.schemas import load_schemas, to_arrow_schema
from security_meetings.tabulate import tabulate_records

SCHEMAS = load_schemas()


def make_article_row(article_id: str) -> ArticleRow:
    return ArticleRow(
        article_id=article_id,
        published_start=date(2019, 9, 13),
        language="en",
        text_sha256="0" * 64,
        char_count=10,
        word_count=2,
        body_start=0,
        body_end=10,
    )


def test_every_table_has_the_types_of_its_schema() -> None:
    tables = tabulate_records(Records(articles=(make_article_row("a"),)), SCHEMAS)
    assert list(tables) == list(SCHEMAS)
    for name, table in tables.items():
        assert table.schema.equals(to_arrow_schema(SCHEMAS[name]), check_metadata=True)
    assert tables["articles"].column("published_start").to_pylist() == [date(2019, 9, 13)]
    assert tables["articles"].column("title").null_count == 1


def test_every_table_of_the_records_has_a_schema() -> None:
    assert {field.name for field in fields(Records)} - BESIDE_TABLES == set(SCHEMAS)


@given(st.lists(st.text(alphabet="abcАé0_", min_size=1), unique=True), st.randoms(use_true_random=False))
def test_the_order_of_rows_does_not_matter(names: list[str], chance: random.Random) -> None:
    rows = [make_article_row(name) for name in names]
    shuffled = list(rows)
    chance.shuffle(shuffled)
    first = tabulate_records(Records(articles=tuple(rows)), SCHEMAS)["articles"]
    second = tabulate_records(Records(articles=tuple(shuffled)), SCHEMAS)["articles"]
    assert first.equals(second)
    assert first.column("article_id").to_pylist() == sorted(names)


def test_rows_of_a_longer_key_are_sorted_by_all_of_it() -> None:
    rows = [
        MeetingArticleRow(meeting_id=meeting, article_id=article, meeting_type="visit", status="held")
        for meeting, article in (("m2", "a"), ("m1", "b"), ("m1", "a"))
    ]
    table = tabulate_records(Records(meeting_articles=tuple(rows)), SCHEMAS)["meeting_articles"]
    keys = zip(table.column("meeting_id").to_pylist(), table.column("article_id").to_pylist(), strict=True)
    assert list(keys) == [("m1", "a"), ("m1", "b"), ("m2", "a")]


def test_values_that_do_not_fit_come_together() -> None:
    wrong = replace(make_article_row("a"), char_count="many", published_end="soon", body_end=2**80)  # type: ignore[arg-type]
    with pytest.raises(DataProblems) as found:
        tabulate_records(Records(articles=(wrong,)), SCHEMAS)
    assert [problem.where for problem in found.value.problems] == [
        "articles, column published_end",
        "articles, column char_count",
        "articles, column body_end",
    ]


def test_a_schema_that_no_record_fills_is_told() -> None:
    schemas = {"meeting": replace(SCHEMAS["meetings"], name="meeting")}
    with pytest.raises(DataProblems, match='"meetings"'):
        tabulate_records(Records(), schemas)


def test_no_rows_give_an_empty_table() -> None:
    table = tabulate_records(Records(), SCHEMAS)["evidence"]
    assert isinstance(table, pa.Table)
    assert table.num_rows == 0
