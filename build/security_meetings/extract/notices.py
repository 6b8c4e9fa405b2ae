"""Notices: what a text names and no list knows, the to-do list of the vocabulary."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

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
        *make_notices(
            document,
            "person",
            (f"{told} takes part in a meeting and is in no list" for told in unlisted_people(meetings, vocabulary)),
            "a row in gazetteer/people.csv",
            "add the person and the tenure, with its source",
        ),
        *make_notices(
            document,
            "place",
            (f'"{name}" is the place of a meeting and is in no list' for name in unlisted_places(meetings)),
            "a row in gazetteer/cities.csv and city_names.csv",
            "add the city with its state and coordinates",
        ),
        *make_notices(
            document,
            "group",
            (f'"{code}" is named as a threat and is in no list' for code in unlisted_groups(threats, vocabulary)),
            "a row in gazetteer/threat_actors.csv",
            "add the group with its names",
        ),
    )


def make_notices(document: Document, kind: str, found: Iterable[str], expected: str, todo: str) -> tuple[Problem, ...]:
    """Return a notice of one kind for everything found in an article, sorted."""
    return tuple(
        Problem(
            severity="notice",
            rule_id=f"vocabulary.unlisted-{kind}",
            where=document.article.article_id,
            what=what,
            expected=expected,
            todo=todo,
        )
        for what in sorted(found)
    )


def unlisted_people(meetings: Sequence[MeetingMention], vocabulary: Vocabulary) -> set[str]:
    """Return the named participants whom the register does not list, each with office and side."""
    register = build_register(vocabulary)
    return {
        f'"{told.name}" ({told.role or "office not told"}, {told.country_code or told.organization_id or "side not told"})'
        for meeting in meetings
        for told in meeting.participants
        if told.name is not None and register.find_person(told.name, told.office_type, told.country_code) is None
    }


def unlisted_places(meetings: Sequence[MeetingMention]) -> set[str]:
    """Return the places of meetings that no list of cities knows."""
    return {
        piece.quote
        for meeting in meetings
        for piece in meeting.evidence
        if piece.column_name == "city" and piece.rule_id == "meetings.place-unlisted"
    }


def unlisted_groups(threats: Sequence[ThreatMention], vocabulary: Vocabulary) -> set[str]:
    """Return the groups named as a threat that no list knows."""
    listed = {row["threat_actor_id"] for row in vocabulary.gazetteer("threat_actors")}
    return {threat.threat_actor_id for threat in threats if threat.threat_actor_id is not None} - listed


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
