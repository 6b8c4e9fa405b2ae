"""What resolution gives: all rows of a build and the merges behind them."""

from __future__ import annotations

from dataclasses import dataclass

from security_meetings.rows import (
    AgreementArticleRow,
    AgreementRow,
    AgreementTypeRow,
    ArticleRow,
    CountryRow,
    EvidenceRow,
    IdChangeRow,
    MeetingArticleRow,
    MeetingRow,
    MeetingTypeRow,
    OfficeTenureRow,
    OfficeTypeRow,
    OrganizationRow,
    OutletRow,
    ParticipantRow,
    PersonRow,
    ThreatActorRow,
    ThreatMentionRow,
    ThreatTypeRow,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Merge:
    """Why one article's account was joined to a row that another article told first."""

    table_name: str
    row_id: str
    article_id: str
    key: int
    score: float
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sighting:
    """Where a person is first named in an article, as a span of the raw text."""

    person_id: str
    article_id: str
    char_start: int
    char_end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Records:
    """All rows of a build, as they go to tabulate; the merges behind them, and where people are named."""

    articles: tuple[ArticleRow, ...] = ()
    meetings: tuple[MeetingRow, ...] = ()
    participants: tuple[ParticipantRow, ...] = ()
    agreements: tuple[AgreementRow, ...] = ()
    threats_mentioned: tuple[ThreatMentionRow, ...] = ()
    meeting_articles: tuple[MeetingArticleRow, ...] = ()
    agreement_articles: tuple[AgreementArticleRow, ...] = ()
    evidence: tuple[EvidenceRow, ...] = ()
    id_changes: tuple[IdChangeRow, ...] = ()
    countries: tuple[CountryRow, ...] = ()
    organizations: tuple[OrganizationRow, ...] = ()
    outlets: tuple[OutletRow, ...] = ()
    people: tuple[PersonRow, ...] = ()
    office_tenures: tuple[OfficeTenureRow, ...] = ()
    office_types: tuple[OfficeTypeRow, ...] = ()
    meeting_types: tuple[MeetingTypeRow, ...] = ()
    agreement_types: tuple[AgreementTypeRow, ...] = ()
    threat_types: tuple[ThreatTypeRow, ...] = ()
    threat_actors: tuple[ThreatActorRow, ...] = ()
    merges: tuple[Merge, ...] = ()
    sightings: tuple[Sighting, ...] = ()


# What the records hold besides the rows of tables.
BESIDE_TABLES = frozenset(("merges", "sightings"))
