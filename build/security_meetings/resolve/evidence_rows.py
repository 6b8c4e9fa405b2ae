"""Evidence rows: the words of every account, each pointing to the row that they were coded for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from security_meetings.documents import Evidence
from security_meetings.identifiers import make_evidence_id
from security_meetings.rows import EvidenceRow


def make_evidence_rows(
    found: Iterable[Evidence],
    hashes: Mapping[str, str],
    *,
    meeting_id: str | None = None,
    participant_id: str | None = None,
    agreement_id: str | None = None,
) -> list[EvidenceRow]:
    """Return one row for each different piece of evidence of one coded row."""
    owner = meeting_id or participant_id or agreement_id or ""
    return [
        EvidenceRow(
            evidence_id=make_evidence_id(
                hashes[piece.article_id], owner, piece.column_name, piece.rule_id, piece.char_start, piece.char_end
            ),
            article_id=piece.article_id,
            meeting_id=meeting_id,
            participant_id=participant_id,
            agreement_id=agreement_id,
            column_name=piece.column_name,
            quote=piece.quote if piece.char_start is not None else None,
            char_start=piece.char_start,
            char_end=piece.char_end,
            rule_id=piece.rule_id,
        )
        for piece in dict.fromkeys(found)
    ]
