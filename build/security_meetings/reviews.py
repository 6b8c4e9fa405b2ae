"""Reviews: the rows that a human coder read and accepted, each with the mark of what was read."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from security_meetings.cells import format_cell
from security_meetings.corrections import correctable_columns
from security_meetings.ledger import Key
from security_meetings.problems import DataProblems, Problem, nearest_value
from security_meetings.results import Records
from security_meetings.rows import EvidenceRow
from security_meetings.schemas import TableSchema

REVIEWED = "reviewed.csv"
COLUMNS = ("table_name", "row_id", "coding_sha256", "who", "when")
OWNERS = {"meetings": "meeting_id", "participants": "participant_id", "agreements": "agreement_id"}
_MARK = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """One row that was accepted: the mark of its coding and its words as they were read, who, when."""

    table_name: str
    row_id: str
    coding_sha256: str
    who: str
    when: date

    @property
    def key(self) -> Key:
        """Return table and id of the row."""
        return self.table_name, self.row_id


def mark_coding(row: Any, evidence: Iterable[EvidenceRow], schema: TableSchema) -> str:
    """Return the mark of a row's values that are coded, not derived, and of the words behind them."""
    values = [(name, text) for name in correctable_columns(schema) if (text := format_cell(getattr(row, name)))]
    words = sorted({(piece.column_name, piece.quote or "") for piece in evidence})
    return hashlib.sha256(json.dumps([values, words], ensure_ascii=False).encode()).hexdigest()


def group_evidence(evidence: Iterable[EvidenceRow]) -> Mapping[Key, list[EvidenceRow]]:
    """Return the evidence of meetings, participants and agreements by table and id."""
    found: dict[Key, list[EvidenceRow]] = defaultdict(list)
    for piece in evidence:
        for table_name, key in OWNERS.items():
            if (owner := getattr(piece, key)) is not None:
                found[table_name, owner].append(piece)
    return found


def mark_reviewed(
    records: Records, reviews: Sequence[Review], schemas: Mapping[str, TableSchema]
) -> tuple[Records, tuple[Problem, ...]]:
    """Return the records with the rows marked that were accepted as they are, and a notice of each that is gone."""
    accepted = {review.key: review for review in reviews}
    if not accepted:
        return records, ()
    evidence = group_evidence(records.evidence)
    tables: dict[str, tuple[Any, ...]] = {}
    for table_name, key in OWNERS.items():
        rows = []
        for row in getattr(records, table_name):
            review = accepted.pop((table_name, getattr(row, key)), None)
            if review is not None and row.coding_status == "machine":
                mark = mark_coding(row, evidence.get(review.key, ()), schemas[table_name])
                row = replace(row, coding_status="reviewed") if mark == review.coding_sha256 else row
            rows.append(row)
        tables[table_name] = tuple(rows)
    return replace(records, **tables), tuple(_gone(review) for review in accepted.values())


def read_reviews(folder: Path) -> tuple[Review, ...]:
    """Return the reviews of a folder by table and id, none where there is no file; raises DataProblems with its faults."""
    path = folder / REVIEWED
    if not path.exists():
        return ()
    problems: list[Problem] = []
    found: dict[Key, Review] = {}
    try:
        rows = csv.reader(io.StringIO(path.read_text(encoding="utf-8"), newline=""), strict=True)
        if tuple(next(rows, ())) != COLUMNS:
            raise DataProblems([_fault("the header is not that of reviews", ",".join(COLUMNS), 1)])
        for cells in rows:
            faults = list(_find_faults(cells, rows.line_num, found))
            problems.extend(faults)
            if not faults:
                review = Review(
                    table_name=cells[0],
                    row_id=cells[1],
                    coding_sha256=cells[2],
                    who=cells[3],
                    when=date.fromisoformat(cells[4]),
                )
                found[review.key] = review
    except (csv.Error, UnicodeDecodeError) as error:
        problems.append(_fault(f"cannot be read ({error})", "CSV in UTF-8"))
    if problems:
        raise DataProblems(problems)
    return tuple(found[key] for key in sorted(found))


def write_reviews(folder: Path, reviews: Iterable[Review]) -> None:
    """Write the reviews into a folder, sorted; of two of one row the last counts."""
    kept = {review.key: review for review in reviews}
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    for key in sorted(kept):
        review = kept[key]
        writer.writerow([*key, review.coding_sha256, " ".join(review.who.split()), review.when.isoformat()])
    folder.mkdir(parents=True, exist_ok=True)
    draft = folder / f".security-meetings-{REVIEWED}"
    draft.write_text(text.getvalue(), encoding="utf-8", newline="")
    draft.rename(folder / REVIEWED)


def _find_faults(cells: Sequence[str], line: int, found: Mapping[Key, Review]) -> Iterator[Problem]:
    if len(cells) != len(COLUMNS):
        yield _fault(f"the row has {len(cells)} cells", str(len(COLUMNS)), line)
        return
    table_name, row_id, mark, who, when = cells
    if table_name not in OWNERS:
        near = nearest_value(table_name, OWNERS)
        yield _fault(f'"{table_name}" has no reviews', f'"{near}"' if near else ", ".join(OWNERS), line)
    if (table_name, row_id) in found:
        yield _fault(f'"{row_id}" of {table_name} stands twice', "each row once", line)
    if not _MARK.fullmatch(mark):
        yield _fault(f'"{mark}" is no mark of a coding', "64 digits and letters, as review writes them", line)
    if not who.strip():
        yield _fault("who is empty", "a name", line)
    try:
        date.fromisoformat(when)
    except ValueError:
        yield _fault(f'"{when}" is no day', "such as 2026-11-05", line)


def _fault(what: str, expected: str, line: int = 0) -> Problem:
    return Problem(
        severity="error",
        rule_id="reviews.unusable",
        where=f"build/corrections/{REVIEWED}" + (f", line {line}" if line else ""),
        what=what,
        expected=expected,
        todo="correct the line, or take it out to be asked again",
    )


def _gone(review: Review) -> Problem:
    return Problem(
        severity="notice",
        rule_id="reviews.row-gone",
        where=f"build/corrections/{REVIEWED}",
        what=f'"{review.row_id}" of {review.table_name}, accepted {review.when.isoformat()}, is no longer there',
        expected=f"an id of {review.table_name}",
        todo="take the line out",
    )
