"""A coder that stands in for the real one: it knows one sentence, and makes of it rows that all checks accept."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from security_meetings.documents import Article, Document
from security_meetings.records import ArticleMention, Coding, DateTold, Evidence, MeetingMention
from security_meetings.results import Merge, Records
from security_meetings.rows import (
    ArticleRow,
    CountryRow,
    EvidenceRow,
    MeetingArticleRow,
    MeetingRow,
    MeetingTypeRow,
)
from security_meetings.vocabularies import Vocabulary

SENTENCE = "The ministers met in Dushanbe."
RULE = "meetings.stand-in"


def load_vocabulary(folder: Path | None = None) -> Vocabulary:
    cities = ({"city": "Dushanbe", "country_code": "TJK"},)
    return Vocabulary(folder=Path("nowhere"), gazetteers={"cities": cities}, codebooks={})


# What the coder can be told to leave out; this one has no such parts to miss.
MODEL_PARTS = ("parser", "names")


def annotate_articles(
    articles: Iterable[Article], vocabulary: Vocabulary, model_name: str, without: frozenset[str] = frozenset()
) -> Iterator[Document]:
    for article in articles:
        yield Document(article=article, language="en", zones=(), sentences=())


def extract_document(document: Document, vocabulary: Vocabulary) -> Coding:
    start = document.text.find(SENTENCE)
    if start < 0 or document.article.duplicate_of is not None:
        return Coding(document=document, article=ArticleMention())
    words = {"meeting_type": "met", "status": "met", "city": "Dushanbe", "country_code": "Dushanbe"}
    evidence = tuple(_find_words(document, column, word, start) for column, word in words.items())
    meeting = MeetingMention(
        article_id=document.article.article_id,
        key=start,
        meeting_type="bilateral_meeting",
        status="held",
        date=DateTold(edtf=None),
        city="Dushanbe",
        country_code="TJK",
        host_country_code=None,
        organization_id=None,
        frame_key=None,
        participants=(),
        confidence=0.5,
        evidence=evidence,
    )
    return Coding(document=document, article=ArticleMention(), meetings=(meeting,))


def _find_words(document: Document, column: str, word: str, start: int) -> Evidence:
    place = document.text.index(word, start)
    return document.evidence(column, RULE, place, place + len(word))


def make_id(prefix: str, *facts: object) -> str:
    return prefix + hashlib.sha256(repr(facts).encode()).hexdigest()[:10]


def resolve_codings(codings: Sequence[Coding], vocabulary: Vocabulary) -> Records:
    """Return records in which every article that has the sentence tells of the same meeting."""
    mentions = sorted((meeting for coding in codings for meeting in coding.meetings), key=lambda told: told.article_id)
    meeting_id = make_id("m", mentions[0].article_id) if mentions else ""
    return Records(
        articles=tuple(_article_row(coding.document.article) for coding in codings),
        meetings=(_meeting_row(meeting_id, len(mentions)),) if mentions else (),
        meeting_articles=tuple(
            MeetingArticleRow(
                meeting_id=meeting_id,
                article_id=told.article_id,
                meeting_type=told.meeting_type,
                status=told.status,
                city=told.city,
            )
            for told in mentions
        ),
        evidence=tuple(
            EvidenceRow(
                evidence_id=make_id("e", told.article_id, found.column_name),
                article_id=told.article_id,
                meeting_id=meeting_id,
                column_name=found.column_name,
                quote=found.quote,
                char_start=found.char_start,
                char_end=found.char_end,
                rule_id=found.rule_id,
            )
            for told in mentions
            for found in told.evidence
        ),
        countries=(CountryRow(country_code="TJK", name="Tajikistan", iso2="TJ", is_listed=True),),
        meeting_types=(
            MeetingTypeRow(meeting_type="bilateral_meeting", name="Bilateral", definition="Two sides.", is_listed=True),
        ),
        merges=tuple(
            Merge(
                table_name="meetings",
                row_id=meeting_id,
                article_id=told.article_id,
                key=told.key,
                score=0.75,
                reasons=("same place", "same sides"),
            )
            for told in mentions[1:]
        ),
    )


def _article_row(article: Article) -> ArticleRow:
    return ArticleRow(
        article_id=article.article_id,
        language="en",
        text_sha256=article.text_sha256,
        char_count=len(article.raw_text),
        word_count=len(article.raw_text.split()),
        body_start=0,
        body_end=len(article.raw_text),
        duplicate_of=article.duplicate_of,
    )


def _meeting_row(meeting_id: str, article_count: int) -> MeetingRow:
    return MeetingRow(
        meeting_id=meeting_id,
        meeting_type="bilateral_meeting",
        status="held",
        city="Dushanbe",
        country_code="TJK",
        latitude=38.5358,
        longitude=68.7791,
        article_count=article_count,
        confidence=0.5,
    )
