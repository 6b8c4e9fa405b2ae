"""What the tests of the coder share: articles, documents and codings of invented texts, by the project's own model."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import date
from functools import cache

from security_meetings.annotate import annotate_article
from security_meetings.documents import Article, Document
from security_meetings.extract.article_facts import find_article_facts
from security_meetings.extract.meetings import find_meetings
from security_meetings.records import DateTold, MeetingMention
from security_meetings.vocabularies import load_vocabulary


def make_article(text: str, article_id: str = "t1") -> Article:
    """Return an article whose raw text is its reading text."""
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    return Article(article_id=article_id, raw_text=text, text=text, text_sha256=sha256)


@cache
def annotate(text: str) -> Document:
    """Return the document of a text, made once."""
    return annotate_article(make_article(text), load_vocabulary())


def describe_persons(document: Document) -> set[str]:
    """Return each person of a document as "name, office type, side", what is not told being a dash."""
    return {
        f"{person.name or '-'}, {person.office_type or '-'}, {person.country_code or person.organization_id or '-'}"
        for person in document.persons
    }


def code_meetings(text: str, published: str | None = None) -> list[MeetingMention]:
    """Return the meetings of a text, published on a day where one is given."""
    document = annotate(text)
    article = find_article_facts(document.article, document.zones, load_vocabulary())
    if published is not None:
        day = date.fromisoformat(published)
        article = replace(article, published=DateTold(edtf=published, start=day, end=day, basis="supplied"))
    return find_meetings(document, article, load_vocabulary())


def describe_meeting(meeting: MeetingMention) -> tuple[str, str, frozenset[str]]:
    """Return type, status and participants of a meeting, each participant as "name or role, side"."""
    people = frozenset(
        f"{told.name or told.role}, {told.country_code or told.organization_id or '-'}" for told in meeting.participants
    )
    return meeting.meeting_type, meeting.status, people
