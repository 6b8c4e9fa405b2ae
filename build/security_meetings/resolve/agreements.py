"""Agreements: the accounts of all articles joined to one row an instrument."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from security_meetings.records import AgreementMention, Coding
from security_meetings.resolve.clusters import Cluster, join_mentions
from security_meetings.resolve.dates import gap_between

LOOSE_TYPES = frozenset(["agreement", "memorandum_of_understanding", "protocol", "treaty", "other"])
YEAR_DAYS = 366


@dataclass(frozen=True, slots=True)
class Report:
    """One article's account of an instrument, and the meeting (resolved) to which it is tied."""

    mention: AgreementMention
    meeting_id: str | None
    told_meetings: frozenset[str] = frozenset()


def make_reports(codings: Sequence[Coding], meeting_ids: dict[tuple[str, int], str]) -> list[Report]:
    """Return the accounts of all instruments, in the order of the reports."""
    told: dict[str, set[str]] = defaultdict(set)
    for (article_id, _), meeting_id in meeting_ids.items():
        told[article_id].add(meeting_id)
    return [
        Report(
            mention,
            meeting_ids.get((mention.article_id, mention.meeting_key)) if mention.meeting_key is not None else None,
            frozenset(told[mention.article_id]),
        )
        for coding in codings
        for mention in coding.agreements
    ]


def cluster_reports(reports: Sequence[Report]) -> list[Cluster[Report]]:
    """Return the reports grouped by instrument."""
    by_parties: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for at, report in enumerate(reports):
        by_parties[report.mention.parties].append(at)
    pairs = [
        (one, other)
        for group in by_parties.values()
        for index, one in enumerate(group)
        for other in group[index + 1 :]
        if reports[one].mention.article_id != reports[other].mention.article_id
    ]
    return join_mentions(reports, [r.mention.article_id for r in reports], sorted(pairs), judge_reports)


def judge_reports(one: Report, other: Report) -> tuple[float, tuple[str, ...]]:
    """Return how surely two accounts tell of one instrument, with the reasons; below 0 where they exclude each other."""
    mine, theirs = one.mention, other.mention
    if mine.instrument_count != theirs.instrument_count:
        return -1.0, ("the counts differ",)
    same_type = mine.agreement_type == theirs.agreement_type
    if not same_type and not {mine.agreement_type, theirs.agreement_type} <= LOOSE_TYPES:
        return -1.0, ("the types differ",)
    gap = gap_between(mine.date, theirs.date)
    if gap is not None and gap > 2:
        return -1.0, (f"{gap} days lie between the dates",)
    reasons = ["the same parties"]
    score = 0.2 + 0.2 * same_type
    if same_type:
        reasons.append("the same type")
    if one.meeting_id is not None and one.meeting_id == other.meeting_id:
        score += 0.4
        reasons.append("of the same meeting")
    elif tied_to_story(one, other) or tied_to_story(other, one):
        score += 0.3
        reasons.append("both reports tell the meeting that produced it")
    elif one.meeting_id is not None and other.meeting_id is not None:
        return -1.0, ("of different meetings",)
    if gap is not None and same_type:
        score += 0.3
        reasons.append("the dates agree")
    if mine.instrument_count > 1:
        score += 0.3
        reasons.append("the same count")
    score, reasons = add_titles(mine, theirs, score, reasons)
    return (score, tuple(reasons)) if score >= 0.6 else (0.0, ())


def tied_to_story(one: Report, other: Report) -> bool:
    """Return whether an undated instrument stands in a report of the meeting that the other one is the outcome of."""
    return other.meeting_id is None and other.mention.date.edtf is None and one.meeting_id in other.told_meetings


def add_titles(
    mine: AgreementMention, theirs: AgreementMention, score: float, reasons: list[str]
) -> tuple[float, list[str]]:
    """Return score and reasons with what the titles say: alike speaks for one instrument, unlike against."""
    if not mine.title or not theirs.title:
        return score, reasons
    alike = fuzz.token_set_ratio(mine.title.lower(), theirs.title.lower())
    if alike >= 60:
        return score + 0.25, [*reasons, "titles alike"]
    return (score - 0.15 if alike < 30 else score), reasons
