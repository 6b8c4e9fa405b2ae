"""Resolution: the codings of all articles become rows, one a person, meeting or agreement, each join with its reason."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from security_meetings.annotate.register import build_register
from security_meetings.annotate.towns import list_coordinates
from security_meetings.documents import Article
from security_meetings.identifiers import make_free_id, origin_of_ids
from security_meetings.records import Coding, MeetingMention
from security_meetings.resolve import code_tables
from security_meetings.resolve.accounts import make_accounts
from security_meetings.resolve.agreement_rows import AgreementRows, agreement_id_of, make_agreement_rows
from security_meetings.resolve.agreements import cluster_reports, make_reports
from security_meetings.resolve.articles import make_article_row, make_threat_rows
from security_meetings.resolve.clusters import Cluster
from security_meetings.resolve.evidence_rows import make_evidence_rows
from security_meetings.resolve.meeting_rows import (
    MeetingRows,
    Surroundings,
    frame_row,
    make_meeting_rows,
    meeting_id_of,
)
from security_meetings.resolve.meetings import cluster_accounts
from security_meetings.resolve.people import KnownPerson, resolve_people, sight_people
from security_meetings.resolve.plover import build_plover
from security_meetings.results import Merge, Records
from security_meetings.vocabularies import Vocabulary

MeetingIds = dict[tuple[str, int], str]


def resolve_codings(codings: Sequence[Coding], vocabulary: Vocabulary) -> Records:
    """Return all rows of a build; the order of the codings makes no difference."""
    ordered = sorted(codings, key=order_of_report)
    register = build_register(vocabulary)
    people, known = resolve_people(ordered, register)
    around = Surroundings(
        hashes={c.document.article.article_id: origin_of(c.document.article) for c in ordered},
        raw_starts=raw_starts(ordered),
        people=people,
        coordinates=list_coordinates(vocabulary),
        register=register,
        plover=build_plover(vocabulary),
    )
    meetings, meeting_ids, meeting_merges = resolve_meetings(ordered, around)
    agreements, agreement_merges = resolve_agreements(ordered, meeting_ids, around)
    return assemble(
        ordered, meetings, meeting_ids, agreements, (*meeting_merges, *agreement_merges), known, around, vocabulary
    )


def origin_of(article: Article) -> str:
    """Return what the ids of an article's rows are made of: the hash of its text; that of a text given twice, and its name."""
    return origin_of_ids(article.text_sha256, article.article_id, article.duplicate_of)


def order_of_report(coding: Coding) -> tuple[date, str]:
    """Return what orders reports: publication, then the text itself."""
    return coding.article.published.start or date.max, coding.document.article.text_sha256


def raw_starts(codings: Sequence[Coding]) -> dict[tuple[str, int], int]:
    """Return the raw offset of every word that a mention is keyed by."""
    starts: dict[tuple[str, int], int] = {}
    for coding in codings:
        article = coding.document.article
        keys = [mention.key for mention in coding.meetings] + [mention.key for mention in coding.agreements]
        starts |= {(article.article_id, key): article.raw_span(key, key + 1)[0] for key in keys}
    return starts


def resolve_meetings(
    codings: Sequence[Coding], around: Surroundings
) -> tuple[list[MeetingRows], MeetingIds, list[Merge]]:
    """Return the rows of all meetings, the meeting id of every mention, and the joins."""
    accounts = make_accounts(codings, around.people, around.coordinates)
    clusters = cluster_accounts(accounts)
    ids: MeetingIds = {}
    taken: set[str] = set()
    grouped: list[tuple[str, list[MeetingMention]]] = []
    merges: list[Merge] = []
    for cluster in clusters:
        mentions = [accounts[at].mention for at in cluster.members]
        # One word with the same parties may tell of two: what was put off, and what is to be instead.
        meeting_id = make_free_id(meeting_id_of(mentions[0], around), taken)
        taken.add(meeting_id)
        grouped.append((meeting_id, mentions))
        ids |= {(mention.article_id, mention.key): meeting_id for mention in mentions}
        merges += describe_joins("meetings", meeting_id, [(m.article_id, m.key) for m in mentions], cluster, around)
    rows = []
    for meeting_id, mentions in grouped:
        made = make_meeting_rows(mentions, meeting_id, around)
        frame = next((ids.get((m.article_id, m.frame_key)) for m in mentions if m.frame_key is not None), None)
        rows.append(
            MeetingRows(
                meeting=frame_row(made.meeting, frame),
                participants=made.participants,
                links=made.links,
                evidence=made.evidence,
            )
        )
    return rows, ids, merges


def resolve_agreements(
    codings: Sequence[Coding], meeting_ids: MeetingIds, around: Surroundings
) -> tuple[list[AgreementRows], list[Merge]]:
    """Return the rows of all agreements and the joins; an uncounted plural that joins no other report is no row."""
    reports = make_reports(codings, meeting_ids)
    rows: list[AgreementRows] = []
    merges: list[Merge] = []
    for cluster in cluster_reports(reports):
        told = [reports[at] for at in cluster.members]
        if all(report.mention.is_plural for report in told) and not has_own_date(told[0].mention.date.edtf):
            continue
        agreement_id = agreement_id_of(told[0].mention, around)
        rows.append(make_agreement_rows(told, around))
        keys = [(report.mention.article_id, report.mention.key) for report in told]
        merges += describe_joins("agreements", agreement_id, keys, cluster, around)
    return rows, merges


def has_own_date(edtf: str | None) -> bool:
    """Return whether a plural is told with a date, which makes it one told instrument."""
    return edtf is not None


def describe_joins(
    table: str, row_id: str, keys: Sequence[tuple[str, int]], cluster: Cluster[Any], around: Surroundings
) -> list[Merge]:
    """Return the joins of a cluster, each with the account that it brought."""
    position = dict(zip(cluster.members, keys, strict=True))
    return [
        Merge(
            table_name=table,
            row_id=row_id,
            article_id=position[join.other][0],
            key=around.raw_starts[position[join.other]],
            score=round(join.score, 3),
            reasons=join.reasons,
        )
        for join in cluster.joins
    ]


def assemble(
    codings: Sequence[Coding],
    meetings: Sequence[MeetingRows],
    meeting_ids: MeetingIds,
    agreements: Sequence[AgreementRows],
    merges: Sequence[Merge],
    known: Sequence[KnownPerson],
    around: Surroundings,
    vocabulary: Vocabulary,
) -> Records:
    """Return all rows of a build as records."""
    threats = tuple(row for coding in codings for row in make_threat_rows(coding, around.people, meeting_ids))
    evidence = [row for coding in codings for row in make_evidence_rows(coding.article.evidence, around.hashes)]
    evidence += [row for made in meetings for row in made.evidence]
    evidence += [row for made in agreements for row in made.evidence]
    coded = Records(
        articles=tuple(make_article_row(coding) for coding in codings),
        meetings=tuple(made.meeting for made in meetings),
        participants=tuple(row for made in meetings for row in made.participants),
        agreements=tuple(made.agreement for made in agreements),
        threats_mentioned=threats,
        meeting_articles=tuple(link for made in meetings for link in made.links),
        agreement_articles=tuple(link for made in agreements for link in made.links),
        evidence=tuple(evidence),
        merges=tuple(merges),
        sightings=sight_people(codings, around.people),
    )
    return add_code_tables(coded, known, vocabulary)


def add_code_tables(coded: Records, known: Sequence[KnownPerson], vocabulary: Vocabulary) -> Records:
    """Return the records with all code tables, and a row in them for what the coded rows name and no list knows."""
    states = code_tables.country_codes(vocabulary)
    bodies = {row.organization_id for row in coded.participants} | {row.organization_id for row in coded.meetings}
    bodies |= {party for row in coded.agreements for party in (row.parties or "").split(";") if party not in states}
    outlets = {row.outlet_id for row in coded.articles}
    outlets |= {outlet for row in coded.articles for outlet in (row.cited_outlets or "").split(";")}
    actors = {row.threat_actor_id for row in coded.threats_mentioned}
    return replace(
        coded,
        countries=code_tables.country_rows(vocabulary),
        organizations=code_tables.organization_rows(vocabulary, sorted(filter(None, bodies))),
        outlets=code_tables.outlet_rows(vocabulary, sorted(filter(None, outlets))),
        people=code_tables.person_rows(vocabulary, known),
        office_tenures=code_tables.tenure_rows(vocabulary),
        office_types=code_tables.office_type_rows(vocabulary),
        meeting_types=code_tables.meeting_type_rows(vocabulary),
        agreement_types=code_tables.agreement_type_rows(vocabulary),
        threat_types=code_tables.threat_type_rows(vocabulary),
        threat_actors=code_tables.threat_actor_rows(vocabulary, sorted(filter(None, actors))),
    )
