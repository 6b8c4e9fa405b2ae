"""Notices: what a text names and no list knows, the to-do list of the vocabulary."""

from __future__ import annotations

from collections.abc import Sequence

from security_meetings.annotate.register import build_register
from security_meetings.documents import Document
from security_meetings.problems import Problem
from security_meetings.records import MeetingMention, ThreatMention
from security_meetings.vocabularies import Vocabulary


def find_notices(
    document: Document, meetings: Sequence[MeetingMention], threats: Sequence[ThreatMention], vocabulary: Vocabulary
) -> tuple[Problem, ...]:
    """Return a notice for each participant, place and group of an article that no list knows."""
    return (
        *unlisted_people(document, meetings, vocabulary),
        *unlisted_places(document, meetings),
        *unlisted_groups(document, threats, vocabulary),
    )


def unlisted_places(document: Document, meetings: Sequence[MeetingMention]) -> tuple[Problem, ...]:
    """Return a notice for each place of a meeting that no list of cities knows."""
    names = {
        piece.quote
        for meeting in meetings
        for piece in meeting.evidence
        if piece.column_name == "city" and piece.rule_id == "meetings.place-unlisted"
    }
    return tuple(
        Problem(
            severity="notice",
            rule_id="vocabulary.unlisted-place",
            where=document.article.article_id,
            what=f'"{name}" is the place of a meeting and is in no list',
            expected="a row in gazetteer/cities.csv and city_names.csv",
            todo="add the city with its state and coordinates",
        )
        for name in sorted(names)
    )


def unlisted_groups(
    document: Document, threats: Sequence[ThreatMention], vocabulary: Vocabulary
) -> tuple[Problem, ...]:
    """Return a notice for each group named as a threat that no list knows."""
    listed = {row["threat_actor_id"] for row in vocabulary.gazetteer("threat_actors")}
    found = {t.threat_actor_id for t in threats if t.threat_actor_id is not None} - listed
    return tuple(
        Problem(
            severity="notice",
            rule_id="vocabulary.unlisted-group",
            where=document.article.article_id,
            what=f'"{code}" is named as a threat and is in no list',
            expected="a row in gazetteer/threat_actors.csv",
            todo="add the group with its names",
        )
        for code in sorted(found)
    )


def foreign_language(document: Document) -> Problem:
    """Return the notice that a text was not coded for its language."""
    return Problem(
        severity="notice",
        rule_id="articles.foreign-language",
        where=document.article.article_id,
        what=f'the text is in the language "{document.language}"',
        expected='a text in English ("en")',
        todo="nothing; the text has its row in articles and is not coded",
    )


def unlisted_people(
    document: Document, meetings: Sequence[MeetingMention], vocabulary: Vocabulary
) -> tuple[Problem, ...]:
    """Return a notice for each participant whom the register of people does not list."""
    register = build_register(vocabulary)
    names = {
        (p.name, p.country_code or p.organization_id or "", p.role or "")
        for meeting in meetings
        for p in meeting.participants
        if p.name is not None and register.find_person(p.name, p.office_type, p.country_code) is None
    }
    return tuple(
        Problem(
            severity="notice",
            rule_id="vocabulary.unlisted-person",
            where=document.article.article_id,
            what=f'"{name}" ({role}, {side}) takes part in a meeting and is in no list',
            expected="a row in gazetteer/people.csv",
            todo="add the person and the tenure, with its source",
        )
        for name, side, role in sorted(names)
    )
