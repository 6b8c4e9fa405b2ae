"""Article and threat rows: what needs no other article, with the ids that resolution gave."""

from __future__ import annotations

from collections.abc import Mapping

from security_meetings.documents import Document
from security_meetings.identifiers import make_id
from security_meetings.records import Coding, ThreatMention
from security_meetings.resolve.people import PersonKey
from security_meetings.rows import ArticleRow, ThreatMentionRow

QUOTE_LENGTH = 200


def make_article_row(coding: Coding) -> ArticleRow:
    """Return the row of one article."""
    article, told = coding.document.article, coding.article
    return ArticleRow(
        article_id=article.article_id,
        title=told.title,
        outlet_id=told.outlet_id,
        cited_outlets=";".join(sorted(set(told.cited_outlets))) or None,
        dateline_place=told.dateline_place,
        published_edtf=told.published.edtf,
        published_start=told.published.start,
        published_end=told.published.end,
        published_basis=published_basis(coding),
        language=coding.document.language,
        url=article.source.url if article.source else None,
        text_sha256=article.text_sha256,
        char_count=len(article.raw_text),
        word_count=len(article.text.split()),
        body_start=told.body_start,
        body_end=told.body_end,
        duplicate_of=article.duplicate_of,
    )


def published_basis(coding: Coding) -> str | None:
    """Return how the publication day is known."""
    told = coding.article.published
    if told.edtf is None:
        return None
    return told.basis if told.basis in ("stated", "supplied") else "inferred"


def make_threat_rows(
    coding: Coding, people: Mapping[PersonKey, str], meeting_ids: Mapping[tuple[str, int], str]
) -> list[ThreatMentionRow]:
    """Return the rows of the threats that one article names."""
    return [make_threat_row(coding.document, threat, people, meeting_ids) for threat in coding.threats]


def make_threat_row(
    document: Document,
    threat: ThreatMention,
    people: Mapping[PersonKey, str],
    meeting_ids: Mapping[tuple[str, int], str],
) -> ThreatMentionRow:
    """Return the row of one threat in one sentence."""
    article = document.article
    start, end = article.raw_span(threat.start, threat.end)
    end = min(end, start + QUOTE_LENGTH)
    speaker = people.get((article.article_id, threat.speaker_person)) if threat.speaker_person is not None else None
    meeting = meeting_ids.get((article.article_id, threat.meeting_key)) if threat.meeting_key is not None else None
    return ThreatMentionRow(
        threat_mention_id=make_id(
            "t", article.text_sha256, start, f"{threat.threat_type}|{threat.threat_actor_id or ''}|{end}"
        ),
        article_id=article.article_id,
        meeting_id=meeting,
        threat_type=threat.threat_type,
        threat_actor_id=threat.threat_actor_id,
        speaker_person_id=speaker,
        speaker_country_code=threat.speaker_country_code,
        place_country_code=threat.place_country_code,
        quote=article.raw_text[start:end],
        char_start=start,
        char_end=end,
        rule_id=threat.rule_id,
        confidence=threat.confidence,
    )
