"""Footprints: where each row of the records stands in each article, from the evidence behind it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from security_meetings.documents import Article
from security_meetings.ledger import Account
from security_meetings.results import Records
from security_meetings.rows import EvidenceRow, ParticipantRow
from security_meetings.spans import Span, subtract, unite

# The words that make a row what it is: of the first of these columns that an article has evidence for.
ANCHORS = {
    "meetings": ("meeting_type", "status"),
    "participants": ("name", "role", "office_type", "country_code", "organization_id"),
    "agreements": ("agreement_type", "status"),
}
Places = Mapping[str, Mapping[str, Sequence[Span]]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Footprint:
    """A row as the coder left it: its provisional id and its accounts, in the order of the articles.

    `own` are the words of its own evidence by article; `parent_id` the meeting of a participant; `is_fixed` tells
    that its id is given elsewhere and cannot change.
    """

    row_id: str
    accounts: tuple[Account, ...]
    own: Mapping[str, tuple[Span, ...]]
    parent_id: str = ""
    is_fixed: bool = False


def read_footprints(records: Records, articles: Sequence[Article], table_name: str) -> list[Footprint]:
    """Return the footprints of all rows of a table, in the order of the records; accounts in that of the reports."""
    reports = {row.article_id: (row.published_start or date.max, row.text_sha256) for row in records.articles}
    ordered = sorted(articles, key=lambda article: reports.get(article.article_id, (date.max, "")))
    texts = {article.article_id: article for article in ordered}
    match table_name:
        case "people":
            return [*_people(records, texts)]
        case "threats_mentioned":
            return [*_threats(records, texts)]
        case _:
            return [*_evidenced(records, texts, table_name)]


def _people(records: Records, texts: Mapping[str, Article]) -> Iterable[Footprint]:
    seen: dict[str, dict[str, Account]] = defaultdict(dict)
    for sighting in records.sightings:
        span = (sighting.char_start, sighting.char_end)
        seen[sighting.person_id][sighting.article_id] = make_account(texts[sighting.article_id], (span,))
    for row in records.people:
        found = seen.get(row.person_id, {})
        accounts = tuple(found[article_id] for article_id in in_order(found, texts))
        own = {account.text_sha256: account.anchor for account in accounts}
        yield Footprint(row_id=row.person_id, accounts=accounts, own=own, is_fixed=row.is_listed)


def _threats(records: Records, texts: Mapping[str, Article]) -> Iterable[Footprint]:
    for row in records.threats_mentioned:
        account = make_account(texts[row.article_id], ((row.char_start, row.char_end),), code=row.threat_type)
        yield Footprint(row_id=row.threat_mention_id, accounts=(account,), own={account.text_sha256: account.anchor})


def _evidenced(records: Records, texts: Mapping[str, Article], table_name: str) -> Iterable[Footprint]:
    places = find_places(records.evidence, table_name)
    beside: Mapping[str, Places] = {}
    codes: dict[str, tuple[str, str]] = {}
    match table_name:
        case "meetings":
            beside = _places_of_participants(records)
            codes = {row.meeting_id: (row.meeting_type, "") for row in records.meetings}
        case "participants":
            codes = {row.participant_id: (_code_of_participant(row), row.meeting_id) for row in records.participants}
        case "agreements":
            codes = {row.agreement_id: (row.agreement_type, "") for row in records.agreements}
    for row_id, (code, parent_id) in codes.items():
        found = places.get(row_id, {})
        accounts = tuple(
            replace(
                _account(texts[article_id], found[article_id], beside.get(row_id, {}).get(article_id, {}), table_name),
                code=code,
                parent_id=parent_id,
            )
            for article_id in in_order(found, texts)
        )
        own = {
            texts[article_id].text_sha256: tuple(span for spans in found[article_id].values() for span in spans)
            for article_id in found
        }
        yield Footprint(row_id=row_id, accounts=accounts, own=own, parent_id=parent_id)


def find_places(evidence: Iterable[EvidenceRow], table_name: str) -> dict[str, dict[str, dict[str, list[Span]]]]:
    """Return the spans of the evidence of a table's rows by row, article and column."""
    key = {"meetings": "meeting_id", "participants": "participant_id", "agreements": "agreement_id"}[table_name]
    places: dict[str, dict[str, dict[str, list[Span]]]] = defaultdict(lambda: defaultdict(lambda: defaultdict(list)))
    for row in sorted(evidence, key=lambda row: (row.article_id, row.char_start or 0, row.char_end or 0)):
        owner = getattr(row, key)
        if owner is not None and row.char_start is not None and row.char_end is not None:
            places[owner][row.article_id][row.column_name].append((row.char_start, row.char_end))
    return places


def _places_of_participants(records: Records) -> dict[str, dict[str, dict[str, list[Span]]]]:
    """Return the spans of the participants of each meeting by article and column."""
    found: dict[str, dict[str, dict[str, list[Span]]]] = defaultdict(lambda: defaultdict(lambda: defaultdict(list)))
    places = find_places(records.evidence, "participants")
    for row in records.participants:
        for article_id, columns in places.get(row.participant_id, {}).items():
            for column, spans in columns.items():
                found[row.meeting_id][article_id][column] += spans
    return found


def in_order(found: Iterable[str], texts: Mapping[str, Article]) -> list[str]:
    """Return article ids in the order of the texts."""
    chosen = set(found)
    return [article_id for article_id in texts if article_id in chosen] if len(chosen) > 1 else [*chosen]


def _code_of_participant(row: ParticipantRow) -> str:
    return row.person_id or f"{row.country_code or row.organization_id or ''}/{row.office_type or ''}"


def _account(
    article: Article,
    own: Mapping[str, Sequence[Span]],
    beside: Mapping[str, Sequence[Span]],
    table_name: str,
) -> Account:
    column = next((name for name in ANCHORS[table_name] if name in own), min(own))
    anchor = unite(own[column])
    others = [span for spans in (*own.values(), *beside.values()) for span in spans]
    return make_account(article, anchor, subtract(others, anchor))


def make_account(article: Article, anchor: Sequence[Span], beside: Sequence[Span] = (), code: str = "") -> Account:
    """Return an account of a row in an article."""
    start, end = anchor[0]
    return Account(
        article_id=article.article_id,
        text_sha256=article.text_sha256,
        anchor=tuple(anchor),
        beside=tuple(beside),
        code=code,
        quote=" ".join(article.raw_text[start:end].split()),
    )
