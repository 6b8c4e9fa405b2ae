"""Participants: the persons of an event with name, office and state, and the words behind each."""

from __future__ import annotations

from collections.abc import Sequence

from security_meetings.documents import ActorMention, Document, Evidence, Person
from security_meetings.extract.event import Event
from security_meetings.extract.event_facts import Setting
from security_meetings.records import ArticleMention, ParticipantMention
from security_meetings.vocabularies import Vocabulary


def outlet_country(article: ArticleMention, vocabulary: Vocabulary) -> str | None:
    """Return the state of the outlet where the outlet speaks for a government or is a national one."""
    for row in vocabulary.gazetteer("outlets"):
        if row["outlet_id"] == article.outlet_id and row["country_code"]:
            return row["country_code"]
    return None


def make_participant(
    document: Document, key: int, event: Event, host: str | None, setting: Setting
) -> ParticipantMention | None:
    """Return one participant; None where neither a state nor a body can be told."""
    person = document.persons[key]
    state = setting.guesser.states.get(key)
    if state is None and person.organization_id is None and person.name is None:
        return None
    mentions = [mention for mention in document.actors if mention.person == key]
    return ParticipantMention(
        person=key,
        name=person.name,
        role=person.role,
        office_type=person.office_type,
        country_code=state,
        organization_id=None if state else person.organization_id,
        is_host=None if host is None or state is None else state == host,
        confidence=participant_confidence(person, key, event, setting),
        evidence=tuple(participant_evidence(document, person, state, mentions, key in setting.guesser.guessed)),
    )


def participant_confidence(person: Person, key: int, event: Event, setting: Setting) -> float:
    """Return how sure a participant is: less where the state is inferred, or name or office are not told."""
    value = 0.95
    if key in setting.guesser.guessed:
        value -= 0.15
    elif person.side_rule not in ("", "list"):
        value -= 0.1
    if person.role is None:
        value -= 0.1
    if setting.side(key) is None:
        value -= 0.2
    if all(frame.is_weak for frame in event.frames):
        value -= 0.15
    return round(value, 2)


def participant_evidence(
    document: Document, person: Person, state: str | None, mentions: Sequence[ActorMention], is_inferred: bool
) -> list[Evidence]:
    """Return the words behind name, role, office type and state of a participant."""
    found: list[Evidence] = []
    named = next((m for m in mentions if m.name == person.name and m.name_start is not None), None)
    if person.name is not None and named is not None and named.name_start is not None and named.name_end is not None:
        found.append(document.evidence("name", "participants.name", named.name_start, named.name_end))
    office = next((m for m in mentions if m.office is not None and m.office.role == person.role), None)
    words = office or (mentions[0] if mentions else None)
    if person.role is not None and words is not None:
        start, end = (words.office.start, words.office.end) if words.office is not None else (words.start, words.end)
        rule_id = "participants.office" if words.office is not None else "participants.office-of-counterpart"
        found += [document.evidence(column, rule_id, start, end) for column in ("role", "office_type")]
    told = next((m for m in mentions if m.country_code == state and state is not None), None)
    body = next((m for m in mentions if m.organization_id is not None), None)
    source = told or (mentions[0] if mentions else None)
    side = None if told or is_inferred or person.side_start is None or person.side_end is None else person
    if side is not None and side.side_start is not None and side.side_end is not None:
        column = "country_code" if state is not None else "organization_id"
        rule_id = f"participants.side-of-{person.side_rule}"
        found.append(document.evidence(column, rule_id, side.side_start, side.side_end))
    elif state is not None and source is not None:
        rule_id = (
            "participants.state-inferred"
            if is_inferred
            else "participants.state"
            if told
            else "participants.state-of-register"
        )
        found.append(document.evidence("country_code", rule_id, source.start, source.end))
    elif person.organization_id is not None and (body or source) is not None:
        where = body or mentions[0]
        found.append(document.evidence("organization_id", "participants.body", where.start, where.end))
    return found
