"""Agreements: the instruments of an article that the codebook counts, as mentions with evidence for every value."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from security_meetings.documents import DateMention, Document, Evidence
from security_meetings.extract.agreement_accounts import bodies_between
from security_meetings.extract.agreement_completion import complete
from security_meetings.extract.agreement_frames import find_tellings
from security_meetings.extract.agreement_instrument import Instrument
from security_meetings.extract.agreement_instruments import assemble_instruments
from security_meetings.extract.agreement_lists import headline_telling, read_lists
from security_meetings.extract.agreement_meetings import Signing, find_meeting
from security_meetings.extract.agreement_parties import Parties, PartyFinder
from security_meetings.extract.agreement_sides import WORLD_TYPES, find_parties, is_of_world, take_up_parties
from security_meetings.extract.agreement_surroundings import Surroundings, solve
from security_meetings.extract.agreement_tellings import UNDATED
from security_meetings.extract.agreement_words import build_agreement_words
from security_meetings.extract.graph import Graph
from security_meetings.records import AgreementMention, ArticleMention, DateTold, MeetingMention
from security_meetings.vocabularies import Vocabulary


def find_agreements(
    document: Document, meetings: Sequence[MeetingMention], article: ArticleMention, vocabulary: Vocabulary
) -> list[AgreementMention]:
    """Return the instruments that an article tells of, in order of the text."""
    words = build_agreement_words(vocabulary)
    told = article.published
    around = Surroundings(
        document=document,
        meetings=meetings,
        words=words,
        finder=PartyFinder(document, words),
        published=(told.start, told.end) if told.start and told.end else None,
        years=tuple(sorted({d.year for d in document.dates if d.year is not None})),
    )
    found = [t for parse in document.parses for t in find_tellings(Graph(parse), words)]
    read_lists(found, document, words)
    headline = headline_telling(document, words)
    tellings = [complete(t, around) for t in ([headline, *found] if headline is not None else found)]
    take_up_parties(tellings, words)
    mentions = [make_mention(instrument, around) for instrument in assemble_instruments(tellings, words)]
    return sorted((m for m in mentions if m is not None), key=lambda mention: mention.key)


def make_mention(instrument: Instrument, around: Surroundings) -> AgreementMention | None:
    """Return an instrument as a mention; None where nothing is told of it."""
    status = instrument.status
    if status is None:
        return None
    told, dates = date_of(instrument, around)
    signing = Signing(
        status=status,
        codes=instrument.named_parties() or own_session(instrument, around),
        date=told,
        document=around.document,
        words=around.words,
    )
    meeting = find_meeting(instrument, signing, around.meetings)
    if told.edtf is None and status == "signed" and meeting is not None:
        told = replace(meeting.date)
    parties = find_parties(instrument, meeting, around)
    if is_domestic(instrument, around):
        return None
    is_world = instrument.agreement_type in WORLD_TYPES or is_of_world(instrument, around)
    if not parties.codes and not is_world:
        return None
    evidence = list_evidence(instrument, around, parties, dates, told, meeting)
    return AgreementMention(
        article_id=around.document.article.article_id,
        key=instrument.start,
        agreement_type=instrument.agreement_type,
        title=instrument.title_text or instrument.label_text,
        status=status,
        instrument_count=instrument.count,
        is_plural=instrument.is_plural,
        parties=tuple(sorted(parties.codes)),
        date=told,
        meeting_key=meeting.key if meeting is not None else None,
        confidence=confidence_of(instrument, parties, meeting),
        evidence=tuple(evidence),
    )


def own_session(instrument: Instrument, around: Surroundings) -> list[str]:
    """Return the body in the title of an instrument where the article tells of its session."""
    title = instrument.title_telling
    if title is None or title.title is None:
        return []
    sessions = {meeting.organization_id for meeting in around.meetings}
    return [code for code, _ in bodies_between(around.document, *title.title) if code in sessions][:1]


def is_domestic(instrument: Instrument, around: Surroundings) -> bool:
    """Return whether a plan or strategy is adopted by the organs of one state alone."""
    event, codes, words = instrument.lead.event, instrument.named_parties(), around.words
    adopting = words.of("verbs", "adopting") | words.of("nouns", "adopting")
    is_adopted = event is not None and event.lemma in adopting and instrument.agreement_type == "plan"
    return is_adopted and len(codes) == 1 and codes[0] in words.states.values()


def date_of(instrument: Instrument, around: Surroundings) -> tuple[DateTold, list[DateMention]]:
    """Return the date told of the signing, and the words that tell it."""
    if instrument.status not in ("signed", "in_force", "terminated"):
        return UNDATED, []
    for telling in instrument.by_weight():
        dates = telling.dates if instrument.status == "signed" else telling.own_dates
        if not dates:
            continue
        solved = solve(dates, around)
        if solved.edtf is not None:
            return solved, dates
    return UNDATED, []


def list_evidence(
    instrument: Instrument,
    around: Surroundings,
    parties: Parties,
    dates: Sequence[DateMention],
    told: DateTold,
    meeting: MeetingMention | None,
) -> list[Evidence]:
    """Return the words behind every value of an instrument."""
    document = around.document
    kind, lead, title = instrument.kind_telling, instrument.lead, instrument.title_telling
    cue = lead.cue or lead.head
    found = [
        document.evidence("agreement_type", "agreements.noun", kind.start, kind.end),
        document.evidence("status", lead.rule_id, cue.start, cue.end),
    ]
    if title is not None and title.title is not None:
        found.append(document.evidence("title", "agreements.subject", *title.title))
    elif (label := instrument.label) is not None:
        found.append(document.evidence("title", "agreements.label", *label))
    number = instrument.count_node
    span = (number.start, number.end) if number is not None else (kind.start, kind.end)
    found.append(document.evidence("instrument_count", "agreements.count" if number else "agreements.noun", *span))
    found += [
        document.evidence("parties", parties.rule_id, *span) for span in dict.fromkeys(parties.spans) if parties.codes
    ]
    if told.edtf is not None:
        found += [document.evidence("date_edtf", mention.rule_id, mention.start, mention.end) for mention in dates]
        if not dates and meeting is not None:
            own = [e for e in meeting.evidence if e.column_name == "date_edtf"]
            found += [replace(e, rule_id="agreements.day-of-meeting") for e in own] or [
                document.evidence("date_edtf", "agreements.day-of-meeting", cue.start, cue.end)
            ]
    return found


def confidence_of(instrument: Instrument, parties: Parties, meeting: MeetingMention | None) -> float:
    """Return how sure the coding is, 0 to 1: less for parties that are not named and for weak words."""
    value = 0.95
    if parties.rule_id in ("agreements.states-nearest", "agreements.sides-of-article"):
        value -= 0.15
    elif parties.rule_id == "agreements.sides-of-meeting":
        value -= 0.05
    if instrument.status in ("planned", "proposed"):
        value -= 0.1
    if instrument.is_plural:
        value -= 0.2
    if instrument.kind_telling.noun.is_weak:
        value -= 0.1
    if instrument.status == "signed" and meeting is None:
        value -= 0.05
    return round(max(value, 0.3), 2)
