"""Views of the SQLite database: the joins that are asked for first."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """A question that is asked often: what a row of the answer is, and the statement over the tables it needs."""

    name: str
    says: str
    tables: tuple[str, ...]
    statement: str


VIEWS = (
    View(
        name="who_met_whom",
        says="One row per meeting: when, where, and all who took part in one cell.",
        tables=("meetings", "participants"),
        statement="""
SELECT m.meeting_id, m.date_edtf, m.date_start, m.date_end, m.meeting_type, m.status, m.city, m.country_code,
  m.organization_id,
  (SELECT group_concat(told.who, '; ') FROM (
    SELECT coalesce(p.name, p.role) || ' (' || coalesce(p.country_code, p.organization_id, 'side not told') || ')' AS who
    FROM participants AS p WHERE p.meeting_id = m.meeting_id ORDER BY p.participant_id) AS told) AS who,
  m.article_count, m.confidence
FROM meetings AS m ORDER BY m.date_start, m.meeting_id""",
    ),
    View(
        name="meetings_with_participants",
        says="One row per meeting and participant.",
        tables=("meetings", "participants", "countries"),
        statement="""
SELECT p.participant_id, m.meeting_id, m.date_edtf, m.date_start, m.date_end, m.meeting_type,
  m.status AS meeting_status, m.city, m.country_code AS meeting_country_code, p.person_id, p.name, p.role,
  p.office_type, p.country_code, c.name AS country_name, p.organization_id, p.is_host, p.confidence, p.coding_status
FROM participants AS p
JOIN meetings AS m USING (meeting_id)
LEFT JOIN countries AS c ON c.country_code = p.country_code
ORDER BY m.date_start, m.meeting_id, p.participant_id""",
    ),
    View(
        name="meetings_with_articles",
        says="One row per meeting and article, with what this article alone tells of it (told_...).",
        tables=("meetings", "meeting_articles", "articles", "outlets"),
        statement="""
SELECT m.meeting_id, t.article_id, m.meeting_type, t.meeting_type AS told_meeting_type, m.status,
  t.status AS told_status, m.date_edtf, t.date_edtf AS told_date_edtf, m.city, t.city AS told_city,
  m.has_date_conflict, a.title AS article_title, o.name AS outlet_name, a.published_start, a.published_end, a.url
FROM meeting_articles AS t
JOIN meetings AS m USING (meeting_id)
JOIN articles AS a ON a.article_id = t.article_id
LEFT JOIN outlets AS o ON o.outlet_id = a.outlet_id
ORDER BY m.date_start, m.meeting_id, a.published_start, a.article_id""",
    ),
    View(
        name="agreements_with_meetings",
        says="One row per agreement, with the meeting where it was signed or is told as its outcome.",
        tables=("agreements", "meetings"),
        statement="""
SELECT a.agreement_id, a.agreement_type, a.title, a.status, a.instrument_count, a.parties, a.date_edtf, a.date_start,
  a.date_end, a.meeting_id, m.meeting_type, m.status AS meeting_status, m.date_edtf AS meeting_date_edtf,
  m.date_start AS meeting_date_start, m.date_end AS meeting_date_end, m.city AS meeting_city,
  m.country_code AS meeting_country_code, a.confidence, a.coding_status
FROM agreements AS a LEFT JOIN meetings AS m ON m.meeting_id = a.meeting_id
ORDER BY m.date_start, a.meeting_id, a.agreement_id""",
    ),
    View(
        name="threats_with_articles",
        says="One row per threat mentioned, with article, speaker and the year of publication where it is known.",
        tables=("threats_mentioned", "articles", "people", "threat_types"),
        statement="""
SELECT t.threat_mention_id, t.threat_type, k.name AS threat_name, t.threat_actor_id,
  CASE WHEN substr(a.published_start, 1, 4) = substr(a.published_end, 1, 4)
    THEN CAST(substr(a.published_start, 1, 4) AS INTEGER) END AS year,
  t.speaker_person_id, s.name AS speaker_name, t.speaker_country_code, t.place_country_code, t.quote, t.article_id,
  a.title AS article_title, a.outlet_id, a.published_start, a.published_end, t.meeting_id, t.confidence
FROM threats_mentioned AS t
JOIN articles AS a ON a.article_id = t.article_id
JOIN threat_types AS k ON k.threat_type = t.threat_type
LEFT JOIN people AS s ON s.person_id = t.speaker_person_id
ORDER BY t.article_id, t.char_start, t.threat_mention_id""",
    ),
    View(
        name="values_with_words",
        says="One row per piece of evidence: table, row and column of a coded value, and the words behind it.",
        tables=("evidence", "articles"),
        statement="""
SELECT e.evidence_id,
  CASE WHEN e.meeting_id IS NOT NULL THEN 'meetings' WHEN e.participant_id IS NOT NULL THEN 'participants'
    WHEN e.agreement_id IS NOT NULL THEN 'agreements' ELSE 'articles' END AS table_name,
  coalesce(e.meeting_id, e.participant_id, e.agreement_id, e.article_id) AS row_id,
  e.column_name, e.quote, e.char_start, e.char_end, e.rule_id, e.article_id, a.title AS article_title, a.url
FROM evidence AS e JOIN articles AS a ON a.article_id = e.article_id
ORDER BY e.article_id, e.char_start, e.evidence_id""",
    ),
)


def views_over(tables: Collection[str]) -> Iterator[View]:
    """Yield the views whose tables are all there."""
    yield from (view for view in VIEWS if set(view.tables) <= set(tables))
