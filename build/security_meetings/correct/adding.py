"""Adding a row: what the machine did not see, with the words of an article that tell it."""

from __future__ import annotations

import re
from typing import Any

from security_meetings import rows as row_classes
from security_meetings.cells import parse_cell
from security_meetings.correct.desk import OWNERS, Desk, Span
from security_meetings.correct.setting import tell_date
from security_meetings.corrections import Correction
from security_meetings.identifiers import make_free_id, make_id
from security_meetings.rows import AgreementArticleRow, MeetingArticleRow

CLASSES: dict[str, Any] = {
    "meetings": row_classes.MeetingRow,
    "participants": row_classes.ParticipantRow,
    "agreements": row_classes.AgreementRow,
    "threats_mentioned": row_classes.ThreatMentionRow,
}
PREFIXES = {"meetings": "m", "participants": "p", "agreements": "a", "threats_mentioned": "t"}


def add_row(correction: Correction, desk: Desk) -> None:
    """Add the row of a correction; one that does not fit is a problem and changes nothing."""
    span = desk.find_span(correction)
    unknown = [name for name, value in correction.values.items() if not desk.is_known(correction, name, value)]
    if not _is_free(correction, desk) or span is None or unknown:
        return
    article_id = correction.article_id or ""
    schema = desk.grounds.schemas[correction.table_name]
    values = {name: parse_cell(value, schema.column(name)) for name, value in correction.values.items()}
    row = _make_row(correction, values, span, desk)
    desk.rows[correction.table_name][correction.row_id] = row
    if correction.table_name in OWNERS:
        for column in values:
            desk.add_evidence(correction, column, span, article_id)
    _link(correction, row, desk)
    if correction.values.get("date_edtf"):
        desk.dates[correction.key] = tell_date(correction.values["date_edtf"], None, is_stated=True)
    desk.touch(*correction.key)
    desk.sides.add(correction.key)


def _is_free(correction: Correction, desk: Desk) -> bool:
    prefix = PREFIXES[correction.table_name]
    entries = desk.grounds.ledger.by_key()
    entry = entries.get(correction.key)
    taken = {row_id for table, row_id in entries if table == correction.table_name}
    free = make_free_id(make_id(prefix, correction.id, 0), taken)
    if correction.row_id in desk.rows[correction.table_name]:
        told = f'the machine codes the row "{correction.row_id}" now, from the same words'
        desk.complain(correction, told, "no such row", "take the block out; correct the cells that differ")
    elif entry is not None and entry.is_given_up(desk.grounds.version):
        told = f'"{correction.row_id}" was {entry.change} in version {entry.change_version}'
        desk.complain(correction, told, f'an id that no row had before, such as "{free}"', "give the row another id")
    else:
        key = desk.grounds.schemas[correction.table_name].primary_key[0]
        pattern = str(desk.grounds.schemas[correction.table_name].column(key).constraints.get("pattern", ""))
        if _fits(pattern, correction.row_id):
            return True
        told = f'"{correction.row_id}" is no id of {correction.table_name}'
        desk.complain(correction, told, f'such as "{free}"', "give the row that id")
    return False


def _fits(pattern: str, row_id: str) -> bool:
    return re.fullmatch(pattern, row_id) is not None


def _make_row(correction: Correction, values: dict[str, Any], span: Span, desk: Desk) -> Any:
    key = desk.grounds.schemas[correction.table_name].primary_key[0]
    common = {key: correction.row_id, "confidence": 1.0}
    match correction.table_name:
        case "threats_mentioned":
            article = desk.texts[correction.article_id or ""]
            common |= {
                "article_id": article.article_id,
                "quote": article.raw_text[slice(*span)],
                "char_start": span[0],
                "char_end": span[1],
                "rule_id": correction.rule_id,
            }
        case "meetings":
            common |= {"article_count": 1, "coding_status": "corrected"}
        case _:
            common |= {"coding_status": "corrected"}
    return CLASSES[correction.table_name](**common, **values)


def _link(correction: Correction, row: Any, desk: Desk) -> None:
    article_id = correction.article_id or ""
    if correction.table_name == "meetings":
        desk.meeting_articles.append(
            MeetingArticleRow(
                meeting_id=row.meeting_id,
                article_id=article_id,
                meeting_type=row.meeting_type,
                status=row.status,
                date_edtf=row.date_edtf,
                city=row.city,
            )
        )
    elif correction.table_name == "agreements":
        desk.agreement_articles.append(
            AgreementArticleRow(
                agreement_id=row.agreement_id,
                article_id=article_id,
                status=row.status,
                date_edtf=row.date_edtf,
                title=row.title,
            )
        )
