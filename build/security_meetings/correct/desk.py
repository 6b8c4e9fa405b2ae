"""The desk: records laid out by table and id while they are corrected."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from security_meetings.cells import format_cell
from security_meetings.corrections import CORRECTED_TABLES, Correction, WordsNotFound, find_words
from security_meetings.documents import Article
from security_meetings.identifiers import make_evidence_id, origin_of_ids
from security_meetings.ledger import Key, Ledger
from security_meetings.problems import Problem, nearest_value
from security_meetings.records import DateTold
from security_meetings.results import Records
from security_meetings.rows import AgreementArticleRow, EvidenceRow, MeetingArticleRow
from security_meetings.schemas import LIST_SEPARATOR, TableSchema
from security_meetings.vocabularies import Vocabulary

OWNERS = {"meetings": "meeting_id", "participants": "participant_id", "agreements": "agreement_id"}
Span = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Grounds:
    """What corrections are judged by: shapes of the tables, texts, vocabulary, and the ids that were given up."""

    schemas: Mapping[str, TableSchema]
    articles: Sequence[Article]
    vocabulary: Vocabulary
    ledger: Ledger
    version: str


@dataclass(slots=True, kw_only=True)
class Desk:
    """Records while they are corrected; `before` are the rows as an action found them.

    `touched` are the rows from which something follows, `sides` those whose state or host was corrected.
    """

    records: Records
    grounds: Grounds
    texts: Mapping[str, Article]
    rows: dict[str, dict[str, Any]]
    before: dict[str, dict[str, Any]]
    evidence: list[EvidenceRow]
    meeting_articles: list[MeetingArticleRow]
    agreement_articles: list[AgreementArticleRow]
    problems: list[Problem] = field(default_factory=list)
    reasons: dict[Key, str] = field(default_factory=dict)
    dates: dict[Key, DateTold] = field(default_factory=dict)
    interval_types: dict[Key, str | None] = field(default_factory=dict)
    touched: set[Key] = field(default_factory=set)
    sides: set[Key] = field(default_factory=set)

    def pick_up(self) -> Records:
        """Return the records as they are now."""
        return replace(
            self.records,
            evidence=tuple(self.evidence),
            meeting_articles=tuple(self.meeting_articles),
            agreement_articles=tuple(self.agreement_articles),
            **{name: tuple(rows.values()) for name, rows in self.rows.items()},
        )

    def find_row(self, correction: Correction) -> Any:
        """Return the row of a correction, None, and a problem, where there is none."""
        row = self.before[correction.table_name].get(correction.row_id)
        if row is None:
            self.complain(correction, *self._tell_missing(correction))
        return row

    def _tell_missing(self, correction: Correction) -> tuple[str, str, str]:
        rows = self.before[correction.table_name]
        entry = self.grounds.ledger.by_key().get(correction.key)
        if entry is not None and entry.change is not None:
            told = f'"{correction.row_id}" was {entry.change}: {entry.reason}'
            return (
                told,
                f'"{entry.new_id}"' if entry.new_id else "a row in use",
                "correct that row, or take the correction out",
            )
        near = nearest_value(correction.row_id, rows)
        what = f'there is no row "{correction.row_id}" in {correction.table_name}'
        return (
            what,
            f'"{near}"' if near else f"an id of {correction.table_name}",
            "correct the id, or take the correction out",
        )

    def complain(self, correction: Correction, what: str, expected: str, todo: str, kind: str = "does-not-fit") -> None:
        """Add a problem of a correction."""
        self.problems.append(
            Problem(
                severity="error",
                rule_id=f"corrections.{kind}",
                where=f"{correction.place}, {correction.id}",
                what=what,
                expected=expected,
                todo=todo,
            )
        )

    def keys_of(self, table_name: str) -> Collection[str]:
        """Return the keys of a table."""
        if table_name in self.rows:
            return self.rows[table_name]
        key = self.grounds.schemas[table_name].primary_key[0]
        return [getattr(row, key) for row in getattr(self.records, table_name)]

    def is_known(self, correction: Correction, column: str, value: str) -> bool:
        """Return whether a value is a key of the tables that its column points to; complains where it is not."""
        schema = self.grounds.schemas[correction.table_name]
        targets = target_tables(schema, column)
        members = value.split(LIST_SEPARATOR) if schema.column(column).is_list else [value]
        for member in members if targets and value else ():
            if not any(member in self.keys_of(table) for table in targets):
                todo = "correct the value, or add it to build/vocabularies/gazetteer"
                keys = [key for table in targets for key in self.keys_of(table)]
                near = nearest_code(member, targets, self.records, self.grounds.schemas, keys)
                expected = f'"{near}"' if near else f"a key of {' or '.join(targets)}"
                self.complain(correction, f'"{member}" is no {column}', expected, todo)
                return False
        return True

    def find_span(self, correction: Correction) -> Span | None:
        """Return the span of the words of a correction, None where it has none; complains where they are not found."""
        if correction.words is None:
            return None
        todo = "correct article, words or at"
        article_id = correction.article_id or self.article_of(correction)
        article = self.texts.get(article_id)
        if article is None:
            near = nearest_value(article_id, self.texts)
            self.complain(correction, f'there is no article "{article_id}"', f'"{near}"' if near else "an id", todo)
            return None
        try:
            return find_words(article.raw_text, correction.words, correction.at)
        except WordsNotFound as missing:
            told = f'"{correction.words}" does not stand once in {article_id}'
            self.complain(correction, told, str(missing), todo)
            return None

    def article_of(self, correction: Correction) -> str:
        """Return the article that evidence of a correction belongs to: the one named, else one that tells of the row."""
        if correction.article_id is not None:
            return correction.article_id
        if correction.table_name == "articles":
            return correction.row_id
        row = self.rows[correction.table_name].get(correction.row_id)
        if correction.table_name == "threats_mentioned":
            return str(row.article_id) if row is not None else ""
        key = OWNERS[correction.table_name]
        told = [e for e in self.evidence if getattr(e, key) == correction.row_id]
        if not told and correction.table_name == "participants" and row is not None:
            told = [e for e in self.evidence if e.meeting_id == row.meeting_id]
        of_column = [e for e in told if e.column_name == correction.column]
        return min((e.article_id for e in of_column or told), default="")

    def add_evidence(self, correction: Correction, column: str, span: Span | None, article_id: str) -> None:
        """Put the evidence of a corrected value in the place of what the machine had for it."""
        owner = OWNERS.get(correction.table_name)
        row_id = correction.row_id if owner else None
        self.evidence = [e for e in self.evidence if not self._tells(e, correction, column)]
        article = self.texts[article_id]
        start, end = span or (None, None)
        origin = origin_of_ids(article.text_sha256, article_id, article.duplicate_of)
        self.evidence.append(
            EvidenceRow(
                evidence_id=make_evidence_id(origin, row_id or "", column, correction.rule_id, start, end),
                article_id=article_id,
                column_name=column,
                quote=None if span is None else article.raw_text[slice(*span)],
                char_start=start,
                char_end=end,
                rule_id=correction.rule_id,
                **({owner: row_id} if owner else {}),
            )
        )

    def _tells(self, evidence: EvidenceRow, correction: Correction, column: str) -> bool:
        if evidence.column_name != column:
            return False
        if correction.table_name in OWNERS:
            return bool(getattr(evidence, OWNERS[correction.table_name]) == correction.row_id)
        owners = (getattr(evidence, key) for key in OWNERS.values())
        return evidence.article_id == correction.row_id and not any(owners)

    def touch(self, table_name: str, row_id: str) -> None:
        """Take note that what follows from a row is to be derived anew, and for a participant from its meeting."""
        self.touched.add((table_name, row_id))
        if table_name == "participants" and row_id in self.rows[table_name]:
            self.touched.add(("meetings", self.rows[table_name][row_id].meeting_id))


def target_tables(schema: TableSchema, column: str) -> list[str]:
    """Return the tables in whose keys the values of a column must be found, none for a column of free values."""
    items = [item.partition(".")[0] for item in schema.column(column).items or ()]
    return items or [key.table for key in schema.foreign_keys if key.columns == (column,)]


def nearest_code(
    value: str,
    targets: Sequence[str],
    records: Records,
    schemas: Mapping[str, TableSchema],
    keys: Collection[str] = (),
) -> str | None:
    """Return the key that may be meant: that of the row with the name, else the one that is spelled most like it."""
    named: dict[str, str] = {}
    for table in targets:
        key = schemas[table].primary_key[0]
        for row in getattr(records, table):
            names = [getattr(row, "name", None) or "", *(getattr(row, "other_names", None) or "").split(LIST_SEPARATOR)]
            for name in filter(None, names):
                named.setdefault(name.casefold(), getattr(row, key))
    return named.get(value.casefold()) or nearest_value(value, {*keys, *named.values()})


def lay_out(records: Records, grounds: Grounds) -> Desk:
    """Return records on the desk."""
    rows = {
        name: {getattr(row, grounds.schemas[name].primary_key[0]): row for row in getattr(records, name)}
        for name in CORRECTED_TABLES
    }
    return Desk(
        records=records,
        grounds=grounds,
        texts={article.article_id: article for article in grounds.articles},
        rows=rows,
        before=rows,
        evidence=list(records.evidence),
        meeting_articles=list(records.meeting_articles),
        agreement_articles=list(records.agreement_articles),
    )


def cell_of(row: Any, column: str) -> str:
    """Return the text of a cell of a row."""
    return format_cell(getattr(row, column))
