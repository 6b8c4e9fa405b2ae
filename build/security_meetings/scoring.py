"""Scores of a coding against the gold: what counts as the same meeting, person, agreement or threat.

Meetings are matched one to one, gold rows of one key being one meeting: two meetings match only where an article tells
both and they share a person or, where no person is told, kind and day or place. Participants count within matched
meetings, agreements by article, parties and kind, threats by article and type.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any, TypeVar

from security_meetings.annotate.same_names import name_words, same_name
from security_meetings.results import Records
from security_meetings.rows import AgreementRow, MeetingRow, ParticipantRow

Gold = Mapping[str, Mapping[str, Any]]
One = TypeVar("One")
Other = TypeVar("Other")
BIN_EDGES = (0.0, 0.6, 0.7, 0.8, 0.9, 1.0)


@dataclass(slots=True)
class Tally:
    """How many rows are in the gold, how many were coded, and how many of these are in both."""

    gold: int = 0
    coded: int = 0
    hits: int = 0

    @property
    def precision(self) -> float:
        """Return the share of the coded rows that are right."""
        return self.hits / self.coded if self.coded else 0.0

    @property
    def recall(self) -> float:
        """Return the share of the gold rows that were found."""
        return self.hits / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """Return the harmonic mean of precision and recall."""
        return 2 * self.hits / (self.gold + self.coded) if self.gold + self.coded else 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Bin:
    """Coded meetings of like confidence: how many, their mean confidence, and the share that is in the gold."""

    low: float
    high: float
    count: int
    confidence: float
    right: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Evaluation:
    """How a coding compares with a gold folder; `fields` are right and asked values of matched meetings, `remarks`
    what another scorer says."""

    name: str
    article_count: int
    tallies: Mapping[str, Tally]
    fields: Mapping[str, tuple[int, int]]
    bins: Sequence[Bin]
    misses: Sequence[str]
    remarks: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class GoldMeeting:
    """One meeting of the gold with all that its articles tell of it."""

    key: str
    articles: frozenset[str]
    told: tuple[Mapping[str, Any], ...]
    participants: tuple[Mapping[str, Any], ...]

    def values(self, name: str) -> set[Any]:
        """Return every value that an article tells."""
        return {told[name] for told in self.told if told[name] is not None}


@dataclass(frozen=True, slots=True)
class CodedMeeting:
    """One coded meeting with its articles and participants."""

    row: MeetingRow
    articles: frozenset[str]
    participants: tuple[ParticipantRow, ...]

    def describe(self) -> str:
        """Return the meeting in a few words."""
        people = ", ".join(person.name or person.role or "-" for person in self.participants)
        return f"{self.row.meeting_id} {self.row.meeting_type} ({people}) {' '.join(sorted(self.articles))}"


@dataclass(slots=True)
class Score:
    """What is counted while a coding is compared."""

    tallies: dict[str, Tally] = field(default_factory=dict)
    fields: dict[str, tuple[int, int]] = field(default_factory=dict)
    misses: list[str] = field(default_factory=list)

    def count(self, name: str, gold: int, coded: int, hits: int) -> None:
        """Add to a tally."""
        tally = self.tallies.setdefault(name, Tally())
        tally.gold, tally.coded, tally.hits = tally.gold + gold, tally.coded + coded, tally.hits + hits

    def ask(self, name: str, is_right: bool, what: str) -> None:
        """Add one value that was asked."""
        right, asked = self.fields.get(name, (0, 0))
        self.fields[name] = right + is_right, asked + 1
        if not is_right:
            self.misses.append(f"{name}: {what}")


def score_records(name: str, gold: Gold, records: Records) -> Evaluation:
    """Return how records compare with the gold."""
    score = Score()
    bins = score_meetings(gold, records, score)
    score_agreements(gold, records, score)
    score_threats(gold, records, score)
    return Evaluation(
        name=name, article_count=len(gold), tallies=score.tallies, fields=score.fields, bins=bins, misses=score.misses
    )


def pair_best(
    ones: Sequence[One], others: Sequence[Other], likeness: Callable[[One, Other], float]
) -> list[tuple[int, int]]:
    """Return positions of what belongs together, one to one, the most alike first; 0 is not alike at all."""
    scored = sorted(
        (
            (-value, a, b)
            for a, one in enumerate(ones)
            for b, other in enumerate(others)
            if (value := likeness(one, other))
        )
    )
    pairs: list[tuple[int, int]] = []
    for _, a, b in scored:
        if all(a != left and b != right for left, right in pairs):
            pairs.append((a, b))
    return pairs


def score_meetings(gold: Gold, records: Records, score: Score) -> tuple[Bin, ...]:
    """Count meetings, participants and values of meetings, and return the coded meetings by confidence."""
    golds, coded = gold_meetings(gold), coded_meetings(records)
    pairs = pair_best(golds, coded, meeting_likeness)
    score.count("meetings", len(golds), len(coded), len(pairs))
    hits = 0
    for a, b in pairs:
        hits += len(pair_best(golds[a].participants, coded[b].participants, is_same_person))
        score_fields(golds[a], coded[b].row, score)
    asked = sum(len(meeting.participants) for meeting in golds)
    score.count("participants", asked, sum(len(meeting.participants) for meeting in coded), hits)
    matched = {b for _, b in pairs}
    score.misses += [f"meeting missed: {m.key}" for at, m in enumerate(golds) if at not in {a for a, _ in pairs}]
    score.misses += [f"meeting too many: {m.describe()}" for at, m in enumerate(coded) if at not in matched]
    return tuple(make_bins((meeting.row.confidence, at in matched) for at, meeting in enumerate(coded)))


def gold_meetings(gold: Gold) -> list[GoldMeeting]:
    """Return the meetings of the gold, those of one key as one, each person once."""
    told: dict[str, list[tuple[str, Mapping[str, Any]]]] = {}
    for article_id, document in gold.items():
        for meeting in document.get("meetings") or ():
            told.setdefault(meeting["key"], []).append((article_id, meeting))
    meetings = []
    for key, accounts in told.items():
        people: list[Mapping[str, Any]] = []
        for _, account in accounts:
            known = list(people)
            people += [p for p in account["participants"] if not any(is_same_gold(p, other) for other in known)]
        articles = frozenset(article_id for article_id, _ in accounts)
        meetings.append(GoldMeeting(key, articles, tuple(account for _, account in accounts), tuple(people)))
    return meetings


def coded_meetings(records: Records) -> list[CodedMeeting]:
    """Return the coded meetings with their articles and participants."""
    return [
        CodedMeeting(
            row,
            frozenset(link.article_id for link in records.meeting_articles if link.meeting_id == row.meeting_id),
            tuple(person for person in records.participants if person.meeting_id == row.meeting_id),
        )
        for row in records.meetings
    ]


def meeting_likeness(gold: GoldMeeting, coded: CodedMeeting) -> float:
    """Return how much a gold and a coded meeting are alike, 0 where they cannot be the same."""
    if not gold.articles & coded.articles:
        return 0.0
    same_kind = coded.row.meeting_type in gold.values("type")
    same_day = coded.row.date_edtf in gold.values("date")
    same_city = coded.row.city in gold.values("city")
    shared = len(pair_best(gold.participants, coded.participants, is_same_person))
    if not shared and not (same_kind and (same_day or same_city) and not (gold.participants and coded.participants)):
        return 0.0
    people = len(gold.participants) + len(coded.participants)
    links = len(gold.articles & coded.articles) / len(gold.articles | coded.articles)
    return 2 * shared / max(people, 1) + 0.3 * same_kind + 0.2 * same_day + 0.1 * same_city + 0.1 * links


def score_fields(gold: GoldMeeting, row: MeetingRow, score: Score) -> None:
    """Ask type, status, date and place of a matched meeting; a date `any` is not asked."""
    coded = {
        "type": row.meeting_type,
        "status": row.status,
        "date": row.date_edtf,
        "city": row.city,
        "country": row.country_code,
        "host": row.host_country_code,
        "organization": row.organization_id,
    }
    for name, value in coded.items():
        wanted = gold.values(name)
        if "any" not in wanted:
            is_right = value in wanted if wanted else value is None
            wish = ", ".join(sorted(wanted)) or "nothing"
            score.ask(f"meeting {name}", is_right, f"{gold.key}: {value or 'nothing'} for {wish}")


def is_same_person(gold: Mapping[str, Any], coded: ParticipantRow) -> bool:
    """Return whether a coded participant is one of the gold: by name, else by side and office."""
    side = coded.country_code or coded.organization_id
    return is_same_gold(gold, {"name": coded.name, "role": coded.role, "country": side, "organization": None})


def is_same_gold(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    """Return whether two accounts name one person."""
    if one["name"] and other["name"]:
        return same_name(name_words(one["name"]), name_words(other["name"]))
    sides = {person["country"] or person["organization"] for person in (one, other)}
    return len(sides) == 1 and share_words(one["role"], other["role"])


def share_words(one: str | None, other: str | None) -> bool:
    """Return whether two offices as written have a word of more than three letters in common."""
    mine, theirs = ({word for word in (role or "").lower().split() if len(word) > 3} for role in (one, other))
    return bool(mine & theirs)


def score_agreements(gold: Gold, records: Records, score: Score) -> None:
    """Count agreements, article by article; one that the gold marks as optional may be found or not."""
    rows = {row.agreement_id: row for row in records.agreements}
    for article_id, document in gold.items():
        coded = [rows[link.agreement_id] for link in records.agreement_articles if link.article_id == article_id]
        told = list(document.get("agreements") or ())
        pairs = pair_best(told, coded, agreement_likeness)
        optional = {at for at, agreement in enumerate(told) if agreement.get("optional")}
        excused = sum(a in optional for a, _ in pairs)
        score.count("agreements", len(told) - len(optional), len(coded) - excused, len(pairs) - excused)
        found, right = {a for a, _ in pairs} | optional, {b for _, b in pairs}
        score.misses += [f"agreement missed: {article_id}: {a['type']}" for at, a in enumerate(told) if at not in found]
        rest = (row for at, row in enumerate(coded) if at not in right)
        score.misses += [f"agreement too many: {article_id}: {row.agreement_type} ({row.title})" for row in rest]


def agreement_likeness(gold: Mapping[str, Any], coded: AgreementRow) -> float:
    """Return how much two agreements are alike: half of the parties must agree, and kind or date."""
    mine, theirs = set(gold["parties"] or ()), set(filter(None, (coded.parties or "").split(";")))
    parties = len(mine & theirs) / len(mine | theirs) if mine | theirs else 1.0
    same_kind = gold["type"] == coded.agreement_type
    same_date = gold["date"] is not None and str(gold["date"]) == coded.date_edtf
    if parties < 0.5 or not (same_kind or same_date):
        return 0.0
    return float(parties + same_kind + 0.5 * same_date + 0.25 * share_words(gold["title"], coded.title))


def score_threats(gold: Gold, records: Records, score: Score) -> None:
    """Count types of threat, each once an article."""
    for article_id, document in gold.items():
        told = set(document.get("threats") or ())
        coded = {row.threat_type for row in records.threats_mentioned if row.article_id == article_id}
        score.count("threat types", len(told), len(coded), len(told & coded))
        score.misses += [f"threat missed: {article_id}: {name}" for name in sorted(told - coded)]
        score.misses += [f"threat too many: {article_id}: {name}" for name in sorted(coded - told)]


def make_bins(judged: Iterable[tuple[float, bool]]) -> Iterator[Bin]:
    """Yield the bins of confidence that hold anything, each with the share that is right."""
    rows = list(judged)
    for low, high in pairwise(BIN_EDGES):
        held = [(value, right) for value, right in rows if low < value <= high or value == low == 0.0]
        if held:
            confidence = sum(value for value, _ in held) / len(held)
            right = sum(right for _, right in held) / len(held)
            yield Bin(low=low, high=high, count=len(held), confidence=confidence, right=right)
