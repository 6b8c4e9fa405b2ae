"""Extraction: a document becomes a coding, by rules that see no other article."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from security_meetings.documents import Document
from security_meetings.extract.agreements import find_agreements
from security_meetings.extract.article_facts import find_article_facts
from security_meetings.extract.article_sources import merge_source
from security_meetings.extract.meetings import find_meetings
from security_meetings.extract.notices import find_notices, foreign_language
from security_meetings.extract.threats import find_threats
from security_meetings.records import Coding, MeetingMention, ThreatMention
from security_meetings.vocabularies import Vocabulary


def extract_document(document: Document, vocabulary: Vocabulary) -> Coding:
    """Return everything that one document tells; a text in another language has its article row and a notice."""
    article = find_article_facts(document.article, document.zones, vocabulary)
    if document.article.source is not None:
        article = merge_source(article, document.article.source, vocabulary)
    if document.language != "en":
        return Coding(document=document, article=article, problems=(foreign_language(document),))
    if document.article.duplicate_of is not None:
        return Coding(document=document, article=article)
    meetings = find_meetings(document, article, vocabulary)
    threats = [replace(t, meeting_key=account_of(t, meetings)) for t in find_threats(document, vocabulary)]
    return Coding(
        document=document,
        article=article,
        meetings=tuple(meetings),
        agreements=tuple(find_agreements(document, meetings, article, vocabulary)),
        threats=tuple(threats),
        problems=find_notices(document, meetings, threats, vocabulary),
    )


def account_of(threat: ThreatMention, meetings: Sequence[MeetingMention]) -> int | None:
    """Return the meeting in whose account a threat stands: the last told before it, else the first of the article."""
    before = [meeting for meeting in meetings if meeting.key <= threat.start and meeting.status == "held"]
    chosen = before[-1:] or list(meetings[:1])
    return chosen[0].key if chosen else None
