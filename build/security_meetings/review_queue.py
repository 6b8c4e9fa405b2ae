"""The review queue: which finished rows a human coder should read first, and why."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from security_meetings.correction_files import read_corrections
from security_meetings.ledger import Key
from security_meetings.reviews import OWNERS, Review, group_evidence, mark_coding, read_reviews, write_reviews
from security_meetings.workbench import Decision, Workbench, hold_decisions

LOW_CONFIDENCE = 0.8
# What asks for a reading, the most pressing first; a row may have several.
CONFLICT = "its reports tell days that exclude each other"
DISAGREEMENT = "its reports do not tell the same"
CHANGED = "words or coding changed since it was accepted"
UNRESOLVED = "a name is in no list"
NAMELESS = "its holder of the office is not named"
LOW = "low confidence"
NEEDS = (CONFLICT, DISAGREEMENT, CHANGED, UNRESOLVED, NAMELESS, LOW)
_TOLD = ("status", "meeting_type", "city")


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A row to be read: why, how sure the machine is, and the mark of its coding."""

    table_name: str
    row_id: str
    needs: tuple[str, ...]
    confidence: float
    coding_sha256: str

    @property
    def key(self) -> Key:
        """Return table and id of the row."""
        return self.table_name, self.row_id

    def order(self) -> tuple[int, float, str, str]:
        """Return what orders the queue: the most pressing need, then what the machine is least sure of."""
        first = min((NEEDS.index(need) for need in self.needs), default=len(NEEDS))
        return first, self.confidence, self.table_name, self.row_id


def list_candidates(bench: Workbench, below: float = LOW_CONFIDENCE, with_all: bool = False) -> list[Candidate]:
    """Return the rows that no human coder has decided on and that need it, the most pressing first.

    Low is a confidence less than `below`; `with_all` lists the rows without any need too, the least sure first.
    """
    accepted = {review.key: review for review in read_reviews(bench.project.corrections_folder)}
    decided = {correction.key for correction in bench.corrections}
    evidence = group_evidence(bench.records.evidence)
    facts = _Facts.of(bench)
    found = []
    for table_name, key in OWNERS.items():
        for row in getattr(bench.records, table_name):
            place = (table_name, getattr(row, key))
            mark = mark_coding(row, evidence.get(place, ()), bench.schemas[table_name])
            earlier = accepted.get(place)
            if place in decided or row.coding_status == "corrected" or (earlier and earlier.coding_sha256 == mark):
                continue
            needs = [CHANGED] if earlier else []
            needs += list(facts.find_needs(table_name, row)) + ([LOW] if row.confidence < below else [])
            if needs or with_all:
                ordered = tuple(sorted(needs, key=NEEDS.index))
                found.append(
                    Candidate(
                        table_name=table_name,
                        row_id=place[1],
                        needs=ordered,
                        confidence=row.confidence,
                        coding_sha256=mark,
                    )
                )
    return sorted(found, key=Candidate.order)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Facts:
    """What needs are found by: who and what is in no list, and what each article tells of a meeting or agreement."""

    unlisted: frozenset[str]
    accounts: Mapping[str, list[Any]]

    @classmethod
    def of(cls, bench: Workbench) -> _Facts:
        records = bench.records
        accounts: dict[str, list[Any]] = {}
        for link in records.meeting_articles:
            accounts.setdefault(link.meeting_id, []).append(link)
        for told in records.agreement_articles:
            accounts.setdefault(told.agreement_id, []).append(told)
        people = {row.person_id for row in records.people if not row.is_listed}
        bodies = {row.organization_id for row in records.organizations if not row.is_listed}
        return cls(unlisted=frozenset(people | bodies), accounts=accounts)

    def find_needs(self, table_name: str, row: Any) -> Iterator[str]:
        """Yield why a row should be read, apart from its confidence."""
        if table_name == "participants":
            if {row.person_id, row.organization_id} & self.unlisted:
                yield UNRESOLVED
            elif row.name is None:
                yield NAMELESS
            return
        if getattr(row, "has_date_conflict", False):
            yield CONFLICT
        accounts = self.accounts.get(getattr(row, OWNERS[table_name]), [])
        told = [{getattr(link, name, None) for link in accounts} - {None} for name in _TOLD]
        if any(len(values) > 1 for values in told):
            yield DISAGREEMENT
        bodies = {row.organization_id} if table_name == "meetings" else set((row.parties or "").split(";"))
        if bodies & self.unlisted:
            yield UNRESOLVED


def tell_surroundings(candidate: Candidate, bench: Workbench) -> Iterator[str]:
    """Yield what a coder needs besides the row: who took part, what each article tells, or the meeting of a participant."""
    records = bench.records
    match candidate.table_name:
        case "meetings":
            people = [row for row in records.participants if row.meeting_id == candidate.row_id]
            yield from (
                f"participant {row.participant_id}: {_join(row.name, row.role, row.country_code)}" for row in people
            )
            links: tuple[Any, ...] = records.meeting_articles
            told = [link for link in links if link.meeting_id == candidate.row_id]
        case "agreements":
            links = records.agreement_articles
            told = [link for link in links if link.agreement_id == candidate.row_id]
        case _:
            of = {row.meeting_id for row in records.participants if row.participant_id == candidate.row_id}
            meetings = [row for row in records.meetings if row.meeting_id in of]
            yield from (
                f"meeting {row.meeting_id}: {_join(row.meeting_type, row.status, row.date_edtf, row.city)}"
                for row in meetings
            )
            told = []
    for link in told if len(told) > 1 else ():
        values = (getattr(link, name, None) for name in (*_TOLD, "date_edtf", "title"))
        yield f"{link.article_id} tells: {_join(*values)}"


def _join(*values: str | None) -> str:
    return ", ".join(value for value in values if value)


def accept_row(candidate: Candidate, bench: Workbench, who: str, when: date) -> None:
    """Write that a row was read and accepted as it is."""
    review = Review(
        table_name=candidate.table_name,
        row_id=candidate.row_id,
        coding_sha256=candidate.coding_sha256,
        who=who,
        when=when,
    )
    folder = bench.project.corrections_folder
    with hold_decisions(bench):
        write_reviews(folder, [*read_reviews(folder), review])


def go_on(bench: Workbench, decision: Decision) -> Workbench:
    """Return the workbench after a decision, with the rows as they will be."""
    corrections = read_corrections(bench.project.corrections_folder, bench.schemas)
    return replace(bench, records=decision.records, corrections=corrections)
