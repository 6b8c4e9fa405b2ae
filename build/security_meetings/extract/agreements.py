"""Agreements: the instruments of an article that the codebook counts, as mentions with evidence for every value."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from security_meetings.documents import DateMention, Document, Evidence
from security_meetings.extract.agreement_frames import find_tellings
from security_meetings.extract.agreement_instruments import Instrument, assemble_instruments
from security_meetings.extract.agreement_meetings import Signing, find_meeting
from security_meetings.extract.agreement_parties import Parties, PartyFinder, sides_of
from security_meetings.extract.agreement_tellings import UNDATED, Telling
from security_meetings.extract.agreement_titles import find_title, resolve_pronoun
from security_meetings.extract.agreement_words import AgreementWords, build_agreement_words
from security_meetings.extract.date_solver import solve_date
from security_meetings.extract.graph import Graph
from security_meetings.extract.settings import find_setting
from security_meetings.records import AgreementMention, ArticleMention, DateTold, MeetingMention
from security_meetings.vocabularies import Vocabulary

WORLD_TYPES = ("convention",)


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What is known around the instruments of one article."""

    document: Document
    meetings: Sequence[MeetingMention]
    words: AgreementWords
    finder: PartyFinder
    published: tuple[date, date] | None
    years: tuple[int, ...] = field(default=())


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
    tellings = [complete(t, around) for parse in document.parses for t in find_tellings(Graph(parse), words)]
    mentions = [make_mention(instrument, around) for instrument in assemble_instruments(tellings, words)]
    return sorted((m for m in mentions if m is not None), key=lambda mention: mention.key)


def complete(telling: Telling, around: Surroundings) -> Telling:
    """Return a telling with its title, dates and the parties that it names."""
    text = around.document.text
    title = find_title(telling, text, around.words) or resolve_pronoun(telling)
    if title is not None:
        title = trim_title(title, text, around.words)
        telling.title, telling.title_text = title, " ".join(text[title[0] : title[1]].split())
    telling.own_dates = [d for d in own_dates(telling) if not is_within(d, title) or d.kind != "year"]
    if telling.status == "signed" and telling.event is not None:
        dates = find_setting(telling.graph, telling.event.index).dates
        telling.dates = [d for d in dates or trailing_dates(telling) if not is_within(d, title)]
    telling.dates += [d for d in telling.own_dates if d not in telling.dates]
    if telling.dates:
        telling.day = solve(telling.dates, around)
    named = around.finder.named(telling)
    telling.is_explicit = len(named) > 1
    if not telling.is_explicit:
        named = list({**dict(around.finder.signers(telling)), **dict(named)}.items())
    telling.parties, telling.spans = [code for code, _ in named], [span for _, span in named]
    return telling


def trim_title(title: tuple[int, int], text: str, words: AgreementWords) -> tuple[int, int]:
    """Return a title without a verb of signing before it and without a preposition glued to its end."""
    start, end = title
    first, _, rest = text[start:end].partition(" ")
    if rest and first.lower() in words.of("trims", "leading"):
        start = end - len(rest.lstrip())
    for ending in sorted(words.of("trims", "glued")):
        last = text[start:end].rsplit(" ", 1)[-1]
        if last.lower().endswith(ending) and last.lower().removesuffix(ending) in words.of("trims", "nouns"):
            end -= len(ending)
    return start, end


def own_dates(telling: Telling) -> list[DateMention]:
    """Return the dates that hang on the noun: "the 2014 agreement", "agreement of 2019", "Thursday's accord"."""
    graph = telling.graph
    found: list[DateMention] = []
    for at in range(telling.match.first, telling.match.last + 1):
        direct = graph.below(at, ("nummod", "amod", "compound", "nmod", "poss", "npadvmod", "appos"))
        for node in [*direct, *graph.complements(at, ("of", "from", "dated"))]:
            if node.date is not None and node.date not in found:
                found.append(node.date)
    before = graph.nodes[telling.match.first - 1] if telling.match.first else None
    if before is not None and before.date is not None and before.date not in found:
        found.append(before.date)
    return found


def trailing_dates(telling: Telling) -> list[DateMention]:
    """Return the dates that the parser has hung into the phrase of the noun ("agreements in trade in 2016")."""
    inner = telling.graph.subtree(telling.head.index, stop=("relcl", "acl", "ccomp", "advcl"))
    return [node.date for node in inner if node.date is not None]


def is_within(mention: DateMention, span: tuple[int, int] | None) -> bool:
    """Return whether a date stands within a span."""
    return span is not None and span[0] <= mention.start and mention.end <= span[1]


def make_mention(instrument: Instrument, around: Surroundings) -> AgreementMention | None:
    """Return an instrument as a mention; None where nothing is told of it."""
    status = instrument.status
    if status is None:
        return None
    told, dates = date_of(instrument, around)
    signing = Signing(
        status=status, codes=instrument.named_parties(), date=told, document=around.document, words=around.words
    )
    meeting = find_meeting(instrument, signing, around.meetings)
    if told.edtf is None and status == "signed" and meeting is not None:
        told = replace(meeting.date)
    parties = find_parties(instrument, meeting, around)
    if is_domestic(instrument, around):
        return None
    if len(parties.codes) < 2 and not parties.codes and instrument.agreement_type not in WORLD_TYPES:
        return None
    evidence = list_evidence(instrument, around, parties, dates, told, meeting)
    return AgreementMention(
        article_id=around.document.article.article_id,
        key=instrument.start,
        agreement_type=instrument.agreement_type,
        title=instrument.title_text,
        status=status,
        instrument_count=instrument.count,
        is_plural=instrument.is_plural,
        parties=tuple(sorted(parties.codes)),
        date=told,
        meeting_key=meeting.key if meeting is not None else None,
        confidence=confidence_of(instrument, parties, meeting),
        evidence=tuple(evidence),
    )


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


def solve(dates: Sequence[DateMention], around: Surroundings) -> DateTold:
    """Return the date that expressions tell of a signing."""
    return solve_date(
        dates,
        published=around.published,
        status="held",
        years_named=around.years,
        reference=reference_of(around),
    )


def reference_of(around: Surroundings) -> tuple[date, date] | None:
    """Return the day of the first dated meeting, for "the same day"."""
    days = [(m.date.start, m.date.end) for m in around.meetings if m.status == "held" and m.date.start and m.date.end]
    return next(((start, end) for start, end in days if start and end), None)


def find_parties(instrument: Instrument, meeting: MeetingMention | None, around: Surroundings) -> Parties:
    """Return the parties: as named, else those of the meeting, else the states told nearest."""
    telling = instrument.party_telling()
    codes, spans = list(telling.parties), list(telling.spans)
    if len(codes) > 1:
        return Parties(
            tuple(codes), tuple(spans), "agreements.parties-named" if telling.is_explicit else "agreements.signers"
        )
    lead = (instrument.lead.start, instrument.lead.end)
    body = meeting.organization_id if meeting is not None else None
    if codes and codes[0] == body:
        return Parties((codes[0],), tuple(spans), "agreements.parties-named")
    if body is not None and (not codes or instrument.agreement_type in ("declaration", "plan", "other")):
        return Parties((body,), (lead,), "agreements.session-document")
    if codes and codes[0] not in around.words.states.values():
        return Parties(tuple(codes), tuple(spans), "agreements.parties-named")
    near = meeting if meeting is not None else meeting_around(instrument, codes, around)
    sides = [code for code in sides_of(near) if code not in codes] if near is not None else []
    if near is not None and len(codes) + len(sides) > 1 and set(codes) <= set(sides_of(near)):
        return Parties((*codes, *sides), (*spans, lead), "agreements.sides-of-meeting")
    if instrument.agreement_type in WORLD_TYPES:
        return Parties(tuple(codes) if len(codes) > 1 else (), tuple(spans), "agreements.parties-named")
    if len({code for m in around.meetings for code in sides_of(m)} | set(codes)) == 2:
        every = [code for m in around.meetings for code in sides_of(m) if code not in codes]
        return Parties((*codes, *dict.fromkeys(every)), (*spans, lead), "agreements.sides-of-article")
    nearest = around.finder.nearest(instrument.lead, 2 - len(codes), codes)
    return Parties((*codes, *(c for c, _ in nearest)), (*spans, *(s for _, s in nearest)), "agreements.states-nearest")


def meeting_around(instrument: Instrument, codes: Sequence[str], around: Surroundings) -> MeetingMention | None:
    """Return the bilateral meeting in whose account an instrument stands: the last told before it."""
    before = [m for m in around.meetings if m.key <= instrument.lead.graph.sentence.end and len(sides_of(m)) == 2]
    fitting = [m for m in before if not codes or codes[0] in sides_of(m)]
    return fitting[-1] if fitting else None


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
