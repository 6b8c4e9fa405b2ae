"""The records that leave the coder: what one article tells of itself, of meetings, agreements and threats."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from security_meetings.documents import Document, Evidence
from security_meetings.problems import Problem

Basis = Literal["stated", "weekday", "relative", "inferred", "supplied", "other_article"]
IntervalType = Literal["duration", "uncertain"]
Status = Literal["held", "planned", "cancelled"]


@dataclass(frozen=True, slots=True, kw_only=True)
class DateTold:
    """A date as told: EDTF level 1, the earliest and latest day that it allows, and how it came about."""

    edtf: str | None
    start: date | None = None
    end: date | None = None
    interval_type: IntervalType | None = None
    basis: Basis | None = None
    has_conflict: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleMention:
    """What an article tells of itself: title, outlet, media cited, dateline place, publication day."""

    title: str | None = None
    outlet_id: str | None = None
    cited_outlets: tuple[str, ...] = ()
    dateline_place: str | None = None
    published: DateTold = DateTold(edtf=None)
    body_start: int = 0
    body_end: int = 0
    evidence: tuple[Evidence, ...] = ()
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ParticipantMention:
    """A person or office-holder as a participant of one meeting in one article's account."""

    person: int
    name: str | None
    role: str | None
    office_type: str | None
    country_code: str | None
    organization_id: str | None
    is_host: bool | None
    confidence: float
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingMention:
    """One encounter as one article tells it; `key` is the offset of the first word that it was coded from."""

    article_id: str
    key: int
    meeting_type: str
    status: Status
    date: DateTold
    city: str | None
    country_code: str | None
    host_country_code: str | None
    organization_id: str | None
    frame_key: int | None
    participants: tuple[ParticipantMention, ...]
    confidence: float
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementMention:
    """One instrument, or counted set of instruments, as one article tells it."""

    article_id: str
    key: int
    agreement_type: str
    title: str | None
    status: str
    instrument_count: int
    is_plural: bool
    parties: tuple[str, ...]
    date: DateTold
    meeting_key: int | None
    confidence: float
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ThreatMention:
    """One threat type in one sentence: the words, who says it, where, and in whose account it stands."""

    article_id: str
    threat_type: str
    threat_actor_id: str | None
    speaker_person: int | None
    speaker_country_code: str | None
    place_country_code: str | None
    start: int
    end: int
    rule_id: str
    confidence: float
    meeting_key: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Coding:
    """Everything that was coded from one article, by rules that saw no other article."""

    document: Document
    article: ArticleMention
    meetings: tuple[MeetingMention, ...] = ()
    agreements: tuple[AgreementMention, ...] = ()
    threats: tuple[ThreatMention, ...] = ()
    problems: tuple[Problem, ...] = ()
