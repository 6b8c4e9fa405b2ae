"""Reading: articles as they are, offsets of the raw text, sources, duplicates."""

from __future__ import annotations

import hashlib
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conftest import SOURCE_HEADER, MakeRaw
from security_meetings.documents import Article
from security_meetings.read import mark_duplicates, normalise_text, read_raw_folder

ODD = (
    "ab é\u0301e\u0301o\u0323\u0302\u0302\u0323 \u00a0\u2009\t\r\n\r\u2028"
    "\u200b\u200f\u00ad\ufeff\u0958\u1100\u1161\u11a8\u0627\u0654\u0301q"
)
TEXTS = st.text(alphabet=st.sampled_from(ODD) | st.characters(exclude_categories=["Cs"]))


def make_article(raw_text: str, article_id: str = "a") -> Article:
    reading = normalise_text(raw_text)
    return Article(
        article_id=article_id,
        raw_text=raw_text,
        text=reading.text,
        text_sha256="0" * 64,
        raw_starts=reading.starts,
        raw_ends=reading.ends,
    )


def letter_bounds(article: Article) -> list[int]:
    """Return the offsets of the reading text that stand between letters, where a span may begin or end."""
    starts, ends = article.raw_starts, article.raw_ends
    assert starts is not None and ends is not None
    inner = [i for i in range(1, len(article.text)) if starts[i] >= ends[i - 1]]
    return [0, *inner, len(article.text)]


@given(TEXTS, st.data())
def test_a_raw_span_reads_as_the_reading_stretch(raw_text: str, data: st.DataObject) -> None:
    article = make_article(raw_text)
    if article.raw_starts is None:
        assert article.text == raw_text
        return
    bounds = letter_bounds(article)
    start, end = sorted((data.draw(st.sampled_from(bounds)), data.draw(st.sampled_from(bounds))))
    raw_start, raw_end = article.raw_span(start, end)
    assert 0 <= raw_start <= raw_end <= len(raw_text)
    assert normalise_text(raw_text[raw_start:raw_end]).text == article.text[start:end]


@given(TEXTS)
def test_the_reading_text_is_composed_and_read_again_the_same(raw_text: str) -> None:
    text = normalise_text(raw_text).text
    assert unicodedata.is_normalized("NFC", text)
    assert normalise_text(text).text == text
    assert not set(text) & set("\u00a0\t\r\u200b\ufeff\u00ad\u200f")


@given(TEXTS)
def test_raw_offsets_grow_with_the_reading_offsets(raw_text: str) -> None:
    reading = normalise_text(raw_text)
    if reading.starts is None or reading.ends is None:
        return
    assert len(reading.starts) == len(reading.text) + 1
    assert len(reading.ends) == len(reading.text)
    assert list(reading.starts) == sorted(reading.starts)
    assert list(reading.ends) == sorted(reading.ends)


@pytest.mark.parametrize(
    ("raw_text", "text"),
    [
        ("\ufeffTalks", "Talks"),
        ("a\r\nb\rc\u2028d", "a\nb\nc\nd"),
        ("General\u00a0Karimov\u2009met\tNurov", "General Karimov met Nurov"),
        ("Asi\u00adan se\u200bcu\u2060rity", "Asian security"),
        ("Jose\u0301", "José"),
        ("Jose\u200d\u0301", "José"),
        ("\u200fعلی رضایی\u200e met", "علی رضایی met"),
        ("plain", "plain"),
        ("", ""),
    ],
)
def test_unusual_characters_are_read(raw_text: str, text: str) -> None:
    assert normalise_text(raw_text).text == text


def test_offsets_are_those_of_the_raw_text() -> None:
    article = make_article("\ufeffDushanbe\u00a0–\r\nJose\u0301 Kari\u00admov met")
    start = article.text.index("José Karimov")
    raw_start, raw_end = article.raw_span(start, start + len("José Karimov"))
    assert article.raw_text[raw_start:raw_end] == "Jose\u0301 Kari\u00admov"
    assert article.raw_span(len(article.text), len(article.text)) == (len(article.raw_text), len(article.raw_text))


def test_articles_are_read_byte_for_byte_and_in_order(make_raw: MakeRaw) -> None:
    raw = make_raw({"b": "Second text.\r\n", "a": "\ufeffFirst text."})
    reading = read_raw_folder(raw)
    assert [article.article_id for article in reading.articles] == ["a", "b"]
    assert reading.articles[0].raw_text == "\ufeffFirst text."
    assert reading.articles[0].text == "First text."
    assert reading.articles[1].text_sha256 == hashlib.sha256(b"Second text.\r\n").hexdigest()
    assert reading.problems == ()


def test_the_name_is_composed(make_raw: MakeRaw) -> None:
    raw = make_raw({"re\u0301union": "Text."})
    assert read_raw_folder(raw).articles[0].article_id == "réunion"


def test_a_source_row_goes_to_its_article(make_raw: MakeRaw) -> None:
    row = "a,Example Agency,,https://example.org/a,2019-09-13/2019-09-15,,,seen in an archive"
    raw = make_raw({"a": "One.", "b": "Two."}, sources=f"\ufeff{SOURCE_HEADER}\r\n{row}\r\n\r\n")
    reading = read_raw_folder(raw)
    source = reading.articles[0].source
    assert source is not None
    assert (source.outlet, source.title, source.published) == ("Example Agency", None, "2019-09-13/2019-09-15")
    assert reading.articles[1].source is None
    assert [(problem.severity, problem.rule_id) for problem in reading.problems] == [("notice", "sources.no-row")]


def test_the_same_text_again_is_marked(make_raw: MakeRaw) -> None:
    raw = make_raw(
        {"a": "The ministers met.\n", "b": "\ufeffThe  ministers\r\nmet.", "c": "The ministers did not meet."}
    )
    reading = read_raw_folder(raw)
    assert [article.duplicate_of for article in reading.articles] == [None, "a", None]
    assert [(problem.severity, problem.rule_id) for problem in reading.problems] == [("warning", "read.duplicate-text")]


def test_a_third_copy_points_to_the_first() -> None:
    marked, problems = mark_duplicates(make_article("Same.", name) for name in "xyz")
    assert [article.duplicate_of for article in marked] == [None, "x", "x"]
    assert len(problems) == 2


def test_other_files_are_told_of(make_raw: MakeRaw) -> None:
    raw = make_raw({"a": "Text."})
    for name in (".hidden.txt", "README.md", "menu.html", "UPPER.TXT"):
        (raw / "articles" / name).write_text("x", encoding="utf-8")
    reading = read_raw_folder(raw)
    assert [problem.where for problem in reading.problems] == ["articles/UPPER.TXT", "articles/menu.html"]
    assert {problem.severity for problem in reading.problems} == {"notice"}


def test_a_link_within_the_folder_is_read(make_raw: MakeRaw) -> None:
    raw = make_raw({"a": "Text."})
    (raw / "kept").mkdir()
    (raw / "kept" / "b.txt").write_text("Another text.", encoding="utf-8")
    (raw / "articles" / "b.txt").symlink_to(Path("..") / "kept" / "b.txt")
    assert [article.article_id for article in read_raw_folder(raw).articles] == ["a", "b"]
