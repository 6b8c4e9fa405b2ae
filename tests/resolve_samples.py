"""Codings built by hand for the tests of resolution: an article is a list of names and a list of what it tells."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import cache
from typing import Any

from security_meetings.documents import ActorMention, Article, Document, Evidence, Person
from security_meetings.edtf_bounds import edtf_bounds
from security_meetings.records import (
    AgreementMention,
    ArticleMention,
    Coding,
    DateTold,
    MeetingMention,
    ParticipantMention,
)
from security_meetings.resolve import resolve_codings
from security_meetings.results import Records
from security_meetings.rows import MeetingRow
from security_meetings.vocabularies import Vocabulary, load_vocabulary

# Two presidents and a minister whom the register of these tests knows, and no one else.
PEOPLE = (("qaaaaaaaa", "Omar Saidov", "TJK"), ("qbbbbbbbb", "Reza Hamidi", "IRN"), ("qcccccccc", "Aziz Nurov", "KGZ"))
SPELLINGS = (("qaaaaaaaa", "Umar Saidzoda"), ("qcccccccc", "Azizbek Nurov"))
TENURES = (
    ("qaaaaaaaa", "head_of_state", "TJK", "1994-11-16", ""),
    ("qbbbbbbbb", "head_of_state", "IRN", "2021-08-03", "2024-05-19"),
    ("qcccccccc", "interior_minister", "KGZ", "2018-04-25", "2020-10-09"),
)


@cache
def register_vocabulary() -> Vocabulary:
    """Return the project's vocabulary with a small register of invented people."""
    own = load_vocabulary()
    people = tuple({"person_id": key, "name": name, "country_code": state} for key, name, state in PEOPLE)
    spellings = [*((key, name) for key, name, _ in PEOPLE), *SPELLINGS]
    tenures = tuple(
        {
            "office_tenure_id": f"o{at}",
            "person_id": key,
            "office_type": office,
            "country_code": state,
            "organization_id": "",
            "role": "Holder",
            "start_edtf": start,
            "end_edtf": end,
            "source_url": "https://example.org/register",
        }
        for at, (key, office, state, start, end) in enumerate(TENURES)
    )
    names = tuple({"person_id": key, "name": name} for key, name in sorted(spellings))
    gazetteers = {**own.gazetteers, "people": people, "people_names": names, "office_tenures": tenures}
    return replace(own, gazetteers=gazetteers)


def make_person(key: int, name: str | None, office: str | None = None, side: str | None = None) -> Person:
    """Return a person of an article; a side of three letters is a state, any other a body."""
    is_state = side is not None and len(side) == 3 and side not in ("SCO", "CIS")
    return Person(
        key=key,
        name=name,
        role=office.replace("_", " ") if office else None,
        office_type=office,
        country_code=side if is_state else None,
        organization_id=None if is_state else side,
    )


def tell_date(edtf: str | None, **fields: Any) -> DateTold:
    """Return a date as told; a day without a year has no first and last day."""
    if edtf is None:
        return DateTold(edtf=None)
    start, end = (None, None) if edtf.startswith("XXXX") else edtf_bounds(edtf)
    return DateTold(edtf=edtf, start=start, end=end, **{"basis": "stated", **fields})


def find_evidence(document: Document, column: str, start: int) -> Evidence:
    """Return evidence for a column in the word of four letters at a place."""
    return document.evidence(column, "tests.told", start, start + 4)


class Teller:
    """Puts together what one article tells."""

    def __init__(self, article_id: str, *persons: Person, published: str | None = "2019-09-13") -> None:
        names = " ".join(f"{person.name or person.role or '-'}." for person in persons)
        text = f"{article_id}: {names} " + "told " * 200
        sha256 = hashlib.sha256(text.encode()).hexdigest()
        article = Article(article_id=article_id, raw_text=text, text=text, text_sha256=sha256)
        actors = []
        for person in persons:
            start = text.index(person.name or person.role or "-")
            end = start + len(person.name or person.role or "-")
            span = (start, end) if person.name else (None, None)
            actors.append(
                ActorMention(
                    start=start, end=end, person=person.key, name=person.name, name_start=span[0], name_end=span[1]
                )
            )
        self.persons = {person.key: person for person in persons}
        self.document = Document(
            article=article, language="en", zones=(), sentences=(), actors=tuple(actors), persons=tuple(persons)
        )
        self.words = text.index("told ")
        self.article = ArticleMention(
            published=tell_date(published), evidence=(find_evidence(self.document, "title", self.words),)
        )
        self.meetings: list[MeetingMention] = []
        self.agreements: list[AgreementMention] = []

    def key(self, at: int) -> int:
        """Return the offset of the word by which the account with a number is keyed."""
        return self.words + 5 * at

    def meeting(
        self,
        at: int,
        persons: Sequence[int],
        *,
        day: str | None = None,
        told: DateTold | None = None,
        frame: int | None = None,
        **fields: Any,
    ) -> Teller:
        """Add the account of a meeting."""
        key = self.key(at)
        values: dict[str, Any] = {
            "meeting_type": "bilateral_meeting",
            "status": "held",
            "city": None,
            "country_code": None,
            "host_country_code": None,
            "organization_id": None,
            "confidence": 0.9,
        }
        columns = ("meeting_type", "status", *(name for name in ("city", "country_code") if fields.get(name)))
        self.meetings.append(
            MeetingMention(
                article_id=self.document.article.article_id,
                key=key,
                date=told or tell_date(day),
                frame_key=None if frame is None else self.key(frame),
                participants=tuple(self._participant(person) for person in persons),
                evidence=tuple(find_evidence(self.document, name, key) for name in columns),
                **{**values, **fields},
            )
        )
        return self

    def agreement(
        self, at: int, parties: Sequence[str], *, day: str | None = None, meeting: int | None = None, **fields: Any
    ) -> Teller:
        """Add the account of an instrument."""
        values: dict[str, Any] = {
            "agreement_type": "agreement",
            "title": None,
            "status": "signed",
            "instrument_count": 1,
            "is_plural": False,
            "confidence": 0.8,
        }
        self.agreements.append(
            AgreementMention(
                article_id=self.document.article.article_id,
                key=self.key(at),
                parties=tuple(parties),
                date=tell_date(day),
                meeting_key=None if meeting is None else self.key(meeting),
                evidence=(find_evidence(self.document, "agreement_type", self.key(at)),),
                **{**values, **fields},
            )
        )
        return self

    def coding(self) -> Coding:
        """Return everything that the article tells."""
        return Coding(
            document=self.document,
            article=self.article,
            meetings=tuple(self.meetings),
            agreements=tuple(self.agreements),
        )

    def _participant(self, key: int) -> ParticipantMention:
        person = self.persons[key]
        actor = next(actor for actor in self.document.actors if actor.person == key)
        return ParticipantMention(
            person=key,
            name=person.name,
            role=person.role,
            office_type=person.office_type,
            country_code=person.country_code,
            organization_id=person.organization_id,
            is_host=None,
            confidence=0.9,
            evidence=(self.document.evidence("name", "tests.told", actor.start, actor.end),),
        )


def resolve(*tellers: Teller, vocabulary: Vocabulary | None = None) -> Records:
    """Return the records of what articles tell."""
    return resolve_codings([teller.coding() for teller in tellers], vocabulary or register_vocabulary())


def only_meeting(records: Records) -> MeetingRow:
    """Return the one meeting of some records."""
    (meeting,) = records.meetings
    return meeting


def days(meeting: MeetingRow) -> tuple[str | None, date | None, date | None]:
    """Return the date of a meeting as EDTF and as first and last day."""
    return meeting.date_edtf, meeting.date_start, meeting.date_end


def as_sets(records: Records) -> Mapping[str, frozenset[Any]]:
    """Return the rows of every table without their order."""
    return {name: frozenset(getattr(records, name)) for name in records.__dataclass_fields__}
