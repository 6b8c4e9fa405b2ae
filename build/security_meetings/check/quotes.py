"""Whether quotes are the words of the texts, and no long stretch of a text can be put together from them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from security_meetings.check.shape import Rows, fault, row_name
from security_meetings.problems import Problem
from security_meetings.schemas import TableSchema

QUOTING_TABLES = ("threats_mentioned", "evidence")
LONGEST_STRETCH = 300
LARGEST_GAP = 1

Span = tuple[int, int]


def check_quotes(
    schemas: Mapping[str, TableSchema], rows: Mapping[str, Rows], raw_texts: Mapping[str, str]
) -> Iterator[Problem]:
    """Yield quotes that are not the words at their span, lengths that do not fit, and stretches that are too long."""
    spans: dict[str, set[Span]] = defaultdict(set)
    for name in QUOTING_TABLES:
        for row in rows[name]:
            if row["char_start"] is None or row["char_end"] is None:
                continue
            spans[row["article_id"]].add((row["char_start"], row["char_end"]))
            yield from _check_quote(row_name(schemas[name], row), row, raw_texts.get(row["article_id"]))
    for row in rows["articles"]:
        yield from _check_lengths(row_name(schemas["articles"], row), row, raw_texts.get(row["article_id"]))
    for article_id in sorted(spans):
        for start, end in join_spans(spans[article_id]):
            if end - start > LONGEST_STRETCH:
                where = f"evidence of {article_id}, characters {start} to {end}"
                what = f"{end - start} characters can be put together from adjoining quotes"
                yield fault("long-stretch", where, what, f"at most {LONGEST_STRETCH}", "let rules quote fewer words")


def join_spans(spans: Iterable[Span]) -> list[Span]:
    """Return the stretches that spans make together where they overlap or leave at most one character between."""
    joined: list[Span] = []
    for start, end in sorted(spans):
        if joined and start - joined[-1][1] <= LARGEST_GAP:
            joined[-1] = (joined[-1][0], max(joined[-1][1], end))
        else:
            joined.append((start, end))
    return joined


def _check_quote(where: str, row: Mapping[str, Any], raw_text: str | None) -> Iterator[Problem]:
    start, end, quote = row["char_start"], row["char_end"], row["quote"] or ""
    if not 0 <= start < end or end - start != len(quote):
        what = f'characters {start} to {end} cannot hold "{quote}"'
        yield fault("quote-span", where, what, f"a span of {len(quote)} characters")
    elif raw_text is not None and raw_text[start:end] != quote:
        told = raw_text[start:end]
        yield fault("quote-differs", where, f'"{quote}" is not what the text has', f'"{told}" at {start} to {end}')


def _check_lengths(where: str, row: Mapping[str, Any], raw_text: str | None) -> Iterator[Problem]:
    if raw_text is not None and row["char_count"] != len(raw_text):
        yield fault("char-count", where, f'char_count is "{row["char_count"]}"', f'"{len(raw_text)}"')
    if not row["body_start"] <= row["body_end"] <= row["char_count"]:
        what = f'"{row["body_start"]}" to "{row["body_end"]}" is no stretch of the text'
        yield fault("body-span", where, what, f"a span within 0 and {row['char_count']}")
