"""Meetings: the events of an article that the codebook counts, as mentions with evidence for every value."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from security_meetings.annotate.date_words import build_date_words
from security_meetings.annotate.dates import find_dates
from security_meetings.documents import DateMention, Document, Evidence, PlaceMention
from security_meetings.extract.calendar import Calendar
from security_meetings.extract.coded_events import is_coded
from security_meetings.extract.cues import build_cues
from security_meetings.extract.date_solver import solve_date
from security_meetings.extract.event import Event
from security_meetings.extract.event_facts import Setting, evidence_of_frame, meeting_type, solve_event
from security_meetings.extract.event_places import find_host, find_place
from security_meetings.extract.events import Assembler
from security_meetings.extract.participants import make_participant, outlet_country
from security_meetings.extract.reading import find_frames
from security_meetings.extract.states import StateGuesser
from security_meetings.extract.stays import build_stay_words, find_guests, find_stays
from security_meetings.extract.told_places import Place
from security_meetings.extract.visit_facts import day_of_visit
from security_meetings.records import ArticleMention, DateTold, MeetingMention
from security_meetings.vocabularies import Vocabulary

STORY_DAYS = 30
FAR_DAYS = 270
NEAR_DAYS = 60


def find_meetings(document: Document, article: ArticleMention, vocabulary: Vocabulary) -> list[MeetingMention]:
    """Return the meetings that an article tells of, in order of the text; its headline is asked where the story has none."""
    found = read_meetings(document, article, vocabulary)
    if found or document.with_headline is None:
        return found
    return read_meetings(document.with_headline, article, vocabulary)


def read_meetings(document: Document, article: ArticleMention, vocabulary: Vocabulary) -> list[MeetingMention]:
    """Return the meetings that the parsed sentences of a document tell of, in order of the text."""
    guesser = StateGuesser(document, outlet_country(article, vocabulary))
    setting = make_setting(document, article, vocabulary, guesser)
    frames, speakers = find_frames(document, build_cues(vocabulary))
    assembler = Assembler(document, setting.calendar, guesser)
    events = assembler.read(frames)
    assembler.add_speakers(speakers)
    for event in events:
        if lies_ahead(event, setting):
            event.status = "planned"
    kept = [event for event in events if is_coded(event, events, setting)]
    mentions = []
    last: tuple[date, date] | None = None
    near: tuple[date, date] | None = first_day_told(document, setting)
    keys = {id(event): event.lead.node.start for event in kept}
    sentence, before = -1, last
    for event in kept:
        is_same_day = any(d.kind == "shift" and d.unit == "day" and d.amount == 0 for d in event.dates())
        if event.lead.sentence != sentence:
            sentence, before = event.lead.sentence, last
        mention = make_mention(event, events, setting, near if is_same_day else before, keys)
        if mention is None:
            continue
        mentions.append(mention)
        if mention.date.start and mention.date.start == mention.date.end:
            last = (mention.date.start, mention.date.end)
            near = last if is_of_the_story(last, setting) else near
    return mentions


def lies_ahead(event: Event, setting: Setting) -> bool:
    """Return whether a day without a year is nearer to the publication after it than before ("they meet on 1-2 December")."""
    published = setting.calendar.published
    if event.status != "held" or published is None:
        return False
    past = solve_event(event, setting, None)
    if any(d.year is not None for d in event.dates()):
        return past.start is not None and 0 < (past.start - published[1]).days <= FAR_DAYS and not past.has_conflict
    ahead = solve_date(event.dates(), published=published, status="planned", years_named=setting.calendar.years_named)
    if ahead.start is None or ahead.start <= published[1] or (ahead.start - published[1]).days > NEAR_DAYS:
        return False
    if past.end is None:
        return all(d.kind in ("day", "interval") for d in event.dates())
    return past.end < published[0] and (published[0] - past.end).days > FAR_DAYS


def is_of_the_story(days: tuple[date, date], setting: Setting) -> bool:
    """Return whether a day lies near the publication, and so belongs to what the article reports."""
    published = setting.calendar.published
    return published is None or abs((published[0] - days[0]).days) <= STORY_DAYS


def first_day_told(document: Document, setting: Setting) -> tuple[date, date] | None:
    """Return the first single day near the publication that the article tells, for "the same day"."""
    for mention in document.dates:
        if mention.kind in ("shift", "month", "year"):
            continue
        told = solve_date(
            [mention], published=setting.calendar.published, status="held", years_named=setting.calendar.years_named
        )
        if told.start is not None and told.start == told.end and is_of_the_story((told.start, told.start), setting):
            return told.start, told.start
    return None


def make_setting(document: Document, article: ArticleMention, vocabulary: Vocabulary, guesser: StateGuesser) -> Setting:
    """Return what is known around the events of an article."""
    published = article.published
    days = (published.start, published.end) if published.start and published.end else None
    years = sorted({d.year for d in document.dates if d.year is not None})
    return Setting(
        document=document,
        calendar=Calendar(
            published=days,
            years_named=tuple(years),
            weekdays_told={d.weekday: d for d in document.dates if d.kind == "day" and d.weekday is not None},
            dateline_day=find_dateline_day(document, vocabulary),
            mentions=document.dates,
        ),
        guesser=guesser,
        seats={
            row["organization_id"]: row["seat_city"]
            for row in vocabulary.gazetteer("organizations")
            if row["organization_id"] in vocabulary.codebook("meeting_cues")["seats"]["bodies"] and row["seat_city"]
        },
        dateline=find_dateline(document, article, vocabulary),
        is_away=article.outlet_id is not None,
        guests=find_guests(document, build_stay_words(vocabulary)),
        stays=find_stays(document, build_stay_words(vocabulary)),
    )


def find_dateline_day(document: Document, vocabulary: Vocabulary) -> DateMention | None:
    """Return the day without a year that a dateline tells, or None."""
    words = build_date_words(vocabulary)
    lines = [zone for zone in document.zones if zone.kind == "dateline"]
    told = [day for zone in lines for day in find_dates(document.text, zone.start, zone.end, words)]
    return next((day for day in told if day.kind == "day" and day.year is None and day.unit is None), None)


def find_dateline(document: Document, article: ArticleMention, vocabulary: Vocabulary) -> PlaceMention | None:
    """Return the city of the dateline where it is not the seat of the outlet."""
    if article.dateline_place is None:
        return None
    seats = {row["outlet_id"]: row["city"] for row in vocabulary.gazetteer("outlets")}
    if article.outlet_id is None:
        return document.dateline
    if seats.get(article.outlet_id, "") in ("", article.dateline_place):
        return None
    countries = {row["city"]: row["country_code"] for row in vocabulary.gazetteer("cities")}
    for zone in document.zones:
        at = (
            document.text.lower().find(article.dateline_place.lower(), zone.start, zone.end)
            if zone.kind == "dateline"
            else -1
        )
        if at >= 0 and article.dateline_place in countries:
            return PlaceMention(
                start=at,
                end=at + len(article.dateline_place),
                kind="city",
                country_code=countries[article.dateline_place],
                city=article.dateline_place,
            )
    return None


def make_mention(
    event: Event, events: Sequence[Event], setting: Setting, reference: tuple[date, date] | None, keys: dict[int, int]
) -> MeetingMention | None:
    """Return one event as a mention."""
    document = setting.document
    place = find_place(event, events, setting)
    host = find_host(event, place, setting)
    told = solve_event(event, setting, reference)
    dated_by = event
    if told.edtf is None:
        found = day_of_visit(event, events, place, setting)
        if found is not None:
            told, dated_by = found
    sides = setting.sides(event) - {None}
    participants = tuple(make_participant(document, person, event, host, setting) for person in event.persons)
    kind = meeting_type(event, max(len(sides), event.least_sides))
    return MeetingMention(
        article_id=document.article.article_id,
        key=event.lead.node.start,
        meeting_type=kind,
        status=event.status,
        date=told,
        city=place.city,
        country_code=place.country_code,
        host_country_code=host,
        organization_id=event.organization_id if event.is_session else None,
        frame_key=keys.get(id(event.margins)) if event.margins is not None else None,
        participants=tuple(p for p in participants if p is not None),
        confidence=confidence_of(event, place, told, setting),
        evidence=tuple(meeting_evidence(event, place, host, told, dated_by, setting)),
    )


def meeting_evidence(
    event: Event, place: Place, host: str | None, told: DateTold, dated_by: Event, setting: Setting
) -> list[Evidence]:
    """Return the words behind every value of a meeting."""
    document, lead = setting.document, event.lead
    tells_status = next((frame for frame in event.frames if frame.realis == event.status), lead)
    found = [evidence_of_frame(document, "meeting_type", lead), evidence_of_frame(document, "status", tells_status)]
    if told.edtf is not None:
        found += [
            document.evidence("date_edtf", mention.rule_id, mention.start, mention.end) for mention in dated_by.dates()
        ]
    if place.mention is not None:
        columns = ["city"] if place.city else []
        columns += ["country_code"] if place.country_code else []
        columns += ["host_country_code"] if host else []
        found += [
            document.evidence(column, place.rule_id, place.mention.start, place.mention.end) for column in columns
        ]
    if event.is_session and event.organization_id:
        span = next(
            (f.organization_span for f in event.frames if f.organization_span), (lead.node.start, lead.node.end)
        )
        found.append(document.evidence("organization_id", lead.rule_id, *span))
    if event.margins is not None:
        found.append(evidence_of_frame(document, "frame_meeting_id", event.margins.lead))
    return found


def confidence_of(event: Event, place: Place, told: DateTold, setting: Setting) -> float:
    """Return how sure the coding of an event is, 0 to 1: less for weak frames, inferred states and places."""
    value = 0.95
    if all(frame.is_weak for frame in event.frames):
        value -= 0.25
    if any(person in setting.guesser.guessed for person in event.persons):
        value -= 0.1
    if place.rule_id not in ("meetings.place-told",):
        value -= 0.05
    if told.has_conflict:
        value -= 0.15
    if event.status == "planned":
        value -= 0.05
    if event.form == "visit":
        value -= 0.1
    return round(max(value, 0.3), 2)
