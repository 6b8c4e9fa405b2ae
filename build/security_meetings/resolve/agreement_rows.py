"""Agreement rows: one row an instrument from all accounts of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from security_meetings.identifiers import make_id
from security_meetings.records import AgreementMention
from security_meetings.resolve.agreements import Report
from security_meetings.resolve.dates import unite_dates
from security_meetings.resolve.derived import derive_agreement, interval_type
from security_meetings.resolve.evidence_rows import make_evidence_rows
from security_meetings.resolve.meeting_rows import Surroundings
from security_meetings.resolve.values import AGREEMENT_STATUS_RANK, by_rank, fullest, most_frequent
from security_meetings.rows import AgreementArticleRow, AgreementRow, EvidenceRow


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementRows:
    """All rows that one instrument gives."""

    agreement: AgreementRow
    links: tuple[AgreementArticleRow, ...]
    evidence: tuple[EvidenceRow, ...]


def agreement_id_of(mention: AgreementMention, around: Surroundings) -> str:
    """Return the id of an agreement from the account that told it first."""
    start = around.raw_starts[mention.article_id, mention.key]
    return make_id("a", around.hashes[mention.article_id], start)


def make_agreement_rows(reports: Sequence[Report], around: Surroundings) -> AgreementRows:
    """Return the rows of one instrument; `reports` in the order of the reports."""
    mentions = [report.mention for report in reports]
    agreement_id = agreement_id_of(mentions[0], around)
    told = unite_dates([m.date for m in mentions])
    row = AgreementRow(
        agreement_id=agreement_id,
        agreement_type=most_frequent([m.agreement_type for m in mentions]) or "agreement",
        title=fullest([m.title for m in mentions]),
        status=by_rank([m.status for m in mentions], AGREEMENT_STATUS_RANK),
        instrument_count=max(m.instrument_count for m in mentions),
        parties=";".join(sorted({party for m in mentions for party in m.parties})) or None,
        date_edtf=told.edtf,
        date_start=told.start,
        date_end=told.end,
        date_interval_type=interval_type(told),
        date_basis=told.basis if told.edtf else None,
        meeting_id=most_frequent([report.meeting_id for report in reports]),
        confidence=max(m.confidence for m in mentions),
    )
    links = tuple(
        AgreementArticleRow(
            agreement_id=agreement_id, article_id=m.article_id, status=m.status, date_edtf=m.date.edtf, title=m.title
        )
        for m in mentions
    )
    evidence = make_evidence_rows((e for m in mentions for e in m.evidence), around.hashes, agreement_id=agreement_id)
    return AgreementRows(agreement=derive_agreement(row, around.plover), links=links, evidence=tuple(evidence))
