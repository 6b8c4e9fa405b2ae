"""The rows of the published tables, one dataclass a table, fields in column order (checked against schemas/)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleRow:
    """One raw text."""

    article_id: str
    title: str | None = None
    outlet_id: str | None = None
    cited_outlets: str | None = None
    dateline_place: str | None = None
    published_edtf: str | None = None
    published_start: date | None = None
    published_end: date | None = None
    published_basis: str | None = None
    language: str
    url: str | None = None
    text_sha256: str
    char_count: int
    word_count: int
    body_start: int
    body_end: int
    duplicate_of: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingRow:
    """One encounter, however many articles tell of it."""

    meeting_id: str
    meeting_type: str
    status: str
    date_edtf: str | None = None
    date_start: date | None = None
    date_end: date | None = None
    date_interval_type: str | None = None
    date_basis: str | None = None
    has_date_conflict: bool = False
    city: str | None = None
    country_code: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    host_country_code: str | None = None
    organization_id: str | None = None
    frame_meeting_id: str | None = None
    article_count: int
    plover_event: str | None = None
    plover_mode: str | None = None
    cameo_code: str | None = None
    confidence: float
    coding_status: str = "machine"


@dataclass(frozen=True, slots=True, kw_only=True)
class ParticipantRow:
    """One person, or office with no name told, in one meeting."""

    participant_id: str
    meeting_id: str
    person_id: str | None = None
    name: str | None = None
    role: str | None = None
    office_type: str | None = None
    country_code: str | None = None
    organization_id: str | None = None
    is_host: bool | None = None
    confidence: float
    coding_status: str = "machine"


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementRow:
    """One instrument, or one counted set of instruments."""

    agreement_id: str
    agreement_type: str
    title: str | None = None
    status: str
    instrument_count: int
    parties: str | None = None
    date_edtf: str | None = None
    date_start: date | None = None
    date_end: date | None = None
    date_interval_type: str | None = None
    date_basis: str | None = None
    meeting_id: str | None = None
    plover_event: str | None = None
    cameo_code: str | None = None
    confidence: float
    coding_status: str = "machine"


@dataclass(frozen=True, slots=True, kw_only=True)
class ThreatMentionRow:
    """One threat type in one sentence of an article."""

    threat_mention_id: str
    article_id: str
    meeting_id: str | None = None
    threat_type: str
    threat_actor_id: str | None = None
    speaker_person_id: str | None = None
    speaker_country_code: str | None = None
    place_country_code: str | None = None
    quote: str
    char_start: int
    char_end: int
    rule_id: str
    confidence: float


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingArticleRow:
    """A meeting as one article alone tells it."""

    meeting_id: str
    article_id: str
    meeting_type: str
    status: str
    date_edtf: str | None = None
    city: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementArticleRow:
    """An agreement as one article alone tells it."""

    agreement_id: str
    article_id: str
    status: str
    date_edtf: str | None = None
    title: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceRow:
    """The words behind one coded value."""

    evidence_id: str
    article_id: str
    meeting_id: str | None = None
    participant_id: str | None = None
    agreement_id: str | None = None
    column_name: str
    quote: str | None = None
    char_start: int | None = None
    char_end: int | None = None
    rule_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class IdChangeRow:
    """An id that was merged, split, withdrawn or renamed, and is never used again."""

    old_id: str
    new_id: str | None = None
    table_name: str
    change: str
    version: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CountryRow:
    """A state or territory of ISO 3166-1."""

    country_code: str
    name: str
    other_names: str | None = None
    iso2: str | None = None
    cow_code: int | None = None
    cow_abbreviation: str | None = None
    gw_code: int | None = None
    is_listed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganizationRow:
    """An international organisation or format."""

    organization_id: str
    name: str
    other_names: str | None = None
    is_listed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class OutletRow:
    """A news agency, newspaper, broadcaster or official site that publishes texts."""

    outlet_id: str
    name: str
    other_names: str | None = None
    country_code: str | None = None
    is_listed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonRow:
    """A person who takes part in a meeting or speaks of a threat."""

    person_id: str
    name: str
    other_names: str | None = None
    country_code: str | None = None
    is_listed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeTenureRow:
    """Who held which office when, from a page that was read."""

    office_tenure_id: str
    person_id: str
    office_type: str
    country_code: str | None = None
    organization_id: str | None = None
    role: str
    start_edtf: str | None = None
    end_edtf: str | None = None
    source_url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeTypeRow:
    """A type of office: its definition and an example."""

    office_type: str
    name: str
    other_names: str | None = None
    definition: str
    example: str | None = None
    is_listed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingTypeRow:
    """A type of meeting: its definition and an example."""

    meeting_type: str
    name: str
    other_names: str | None = None
    definition: str
    example: str | None = None
    is_listed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementTypeRow:
    """A type of instrument: its definition and an example."""

    agreement_type: str
    name: str
    other_names: str | None = None
    definition: str
    example: str | None = None
    is_listed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ThreatTypeRow:
    """A type of threat."""

    threat_type: str
    name: str
    other_names: str | None = None
    parent: str | None = None
    definition: str
    plover_context: str | None = None
    is_listed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ThreatActorRow:
    """A group named as a threat."""

    threat_actor_id: str
    name: str
    other_names: str | None = None
    is_listed: bool
