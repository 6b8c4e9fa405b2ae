"""The meeting at which an instrument was signed, proposed or is to be signed."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from security_meetings.documents import Document
from security_meetings.extract.agreement_accounts import find_account, own_meetings
from security_meetings.extract.agreement_instrument import Instrument
from security_meetings.extract.agreement_parties import sides_of
from security_meetings.extract.agreement_tellings import Telling
from security_meetings.extract.agreement_words import AgreementWords
from security_meetings.records import DateTold, MeetingMention

NEIGHBOURS = 2
UNTOLD = 99


@dataclass(frozen=True, slots=True, kw_only=True)
class Signing:
    """What is told of an instrument that ties it to a meeting."""

    status: str
    codes: Sequence[str]
    date: DateTold
    document: Document
    words: AgreementWords


def find_meeting(instrument: Instrument, signing: Signing, meetings: Sequence[MeetingMention]) -> MeetingMention | None:
    """Return the meeting to which an instrument is told to belong, or None."""
    status = signing.status
    if status not in ("signed", "planned", "proposed"):
        return None
    meetings = own_meetings(instrument.lead, meetings, signing.words)
    wanted = ("planned", "held") if status == "planned" else ("held",)
    scored = [
        (score, -abs(meeting.key - telling.start), meeting)
        for meeting in meetings
        for telling in instrument.tellings
        if telling.status == status
        and meeting.status in wanted
        and not (status == "signed" and exclude_each_other(signing.date, meeting.date))
        and (score := judge_meeting(telling, signing, meeting)) > 0
    ]
    if scored:
        return max(scored, key=lambda item: (item[0], item[1]))[2]
    fitting = [
        meeting
        for meeting in meetings
        if meeting.status in wanted
        and may_be_tied(instrument.lead, signing, meeting)
        and not (status == "signed" and exclude_each_other(signing.date, meeting.date))
    ]
    if status == "signed" and is_earlier(instrument.lead, signing.words):
        return None
    return find_account(instrument.lead, fitting, signing.words)


def exclude_each_other(one: DateTold, other: DateTold) -> bool:
    """Return whether two dates have no day in common."""
    if one.start is None or one.end is None or other.start is None or other.end is None:
        return False
    return one.end < other.start or other.end < one.start


def judge_meeting(telling: Telling, signing: Signing, meeting: MeetingMention) -> int:
    """Return how strongly the words tie an instrument to a meeting; 0: not at all."""
    words, status = signing.words, signing.status
    if not may_be_tied(telling, signing, meeting):
        return 0
    people = len(signers_of(telling) & {p.person for p in meeting.participants})
    distance = sentences_between(telling, meeting, signing.document)
    is_same_day = status == "signed" and has_common_day(signing.date, meeting.date)
    if distance == UNTOLD and people < 2 and not (is_same_day and len(set(signing.codes) & set(sides_of(meeting))) > 1):
        return 0
    occasion, is_past = occasion_of(telling, words), is_earlier(telling, words)
    score = (2 + 2 * (people > 1) if people else 0) + 2 * is_same_day
    if (
        occasion is not None
        and fits_occasion(occasion, meeting, words)
        and (meeting.key <= telling.end or distance <= 1)
    ):
        score += 3 if status == "planned" and meeting.status == "held" else 5
    if 0 <= distance <= NEIGHBOURS and not is_past:
        score += 3 - min(distance, 2)
    score += 4 * (meeting.meeting_type == "signing_ceremony" and distance == 0 and is_same_day)
    score += 3 * (meeting.organization_id is not None and meeting.organization_id in signing.codes)
    score += status == "proposed" and meeting.key < telling.start
    if status == "planned" and meeting.status == "planned" and occasion is None and not people and distance > 0:
        return 0
    if status == "planned" and meeting.status == "held" and distance > NEIGHBOURS:
        return 0
    if status == "signed" and occasion is None and (score < 4 or telling.count > 1) and is_past:
        return 0
    return score


def may_be_tied(telling: Telling, signing: Signing, meeting: MeetingMention) -> bool:
    """Return whether parties and kind allow a meeting: a session for its own documents, talks of the same sides."""
    body, sides, codes = meeting.organization_id, set(sides_of(meeting)), set(signing.codes)
    if body is not None and body in codes:
        return True
    if body is not None and not is_session_document(telling, signing.words):
        return False
    return not codes or not sides or len(codes & sides) >= min(len(codes), 2)


def is_session_document(telling: Telling, words: AgreementWords) -> bool:
    """Return whether an instrument can be a session's own: a declaration or plan, or one that is adopted."""
    event = telling.event
    adopting = words.of("verbs", "adopting") | words.of("nouns", "adopting") | words.of("verbs", "issuing")
    return telling.noun.agreement_type == "declaration" or (event is not None and event.lemma in adopting)


def signers_of(telling: Telling) -> set[int]:
    """Return the persons in the clause of the signing."""
    telling = telling.place
    graph = telling.graph
    at = telling.event.index if telling.event is not None else telling.head.index
    nodes = graph.subtree(at, stop=("ccomp", "advcl"))
    nodes += [node for head in graph.subject_heads(at) for node in graph.joined(head.index)]
    return {person for node in nodes for person in node.persons}


def occasion_of(telling: Telling, words: AgreementWords) -> str | None:
    """Return the noun of the occasion named in the sentence ("during the visit", "the talks ended with")."""
    graph = telling.graph
    nouns = words.of("occasions", "nouns")
    if telling.event is None:
        return None
    for node in graph.nodes:
        word = node.text.lower()
        if (word not in nouns and node.lemma not in nouns) or node.index in range(
            telling.match.first, telling.match.last + 1
        ):
            continue
        above = graph.nodes[node.head]
        is_linked = node.relation == "pobj" and in_clause(telling, node.index)
        is_source = node.relation == "nsubj" and above.lemma in words.of("verbs", "producing")
        if is_source or is_linked:
            return node.lemma
    subject = graph.subject_heads(telling.event.index)
    if telling.rule_id == "agreements.produced" and any(node.text.lower() == "it" for node in subject):
        return "it"
    return None


def in_clause(telling: Telling, at: int) -> bool:
    """Return whether a node stands in the clause of the signing."""
    if telling.event is None:
        return False
    graph = telling.graph
    if at == telling.event.head:
        return True
    return any(above.index == telling.event.index or above.index == telling.event.head for above in graph.above(at))


def fits_occasion(occasion: str, meeting: MeetingMention, words: AgreementWords) -> bool:
    """Return whether a noun can name a meeting of this type."""
    if occasion in words.of("occasions", "visits"):
        return meeting.meeting_type in ("visit", "bilateral_meeting", "signing_ceremony")
    if occasion in words.of("occasions", "sessions"):
        return meeting.meeting_type == "multilateral_meeting"
    # Talks of which nothing else is told are those of the visit.
    return True


def is_earlier(telling: Telling, words: AgreementWords) -> bool:
    """Return whether the clause of the signing says that it was before what is told."""
    if telling.event is None:
        return False
    graph = telling.graph
    below = [graph.nodes[child] for child in graph.children[telling.event.index]]
    is_past_perfect = any(
        node.text.lower() in (("had",) if telling.count == 1 else ("had", "have", "has")) and node.relation == "aux"
        for node in below
    )
    return is_past_perfect or any(node.text.lower() in words.of("occasions", "earlier") for node in below)


def sentences_between(telling: Telling, meeting: MeetingMention, document: Document) -> int:
    """Return how many sentences lie between the nearest words on a meeting before an instrument and the instrument."""
    spans = [e.char_start for e in meeting.evidence if e.char_start is not None]
    places = [place for place in [meeting.key, *spans] if place <= telling.graph.sentence.end]
    if not places:
        return UNTOLD
    index = max(sentence_at(document, place) for place in places)
    return telling.sentence - index


def sentence_at(document: Document, place: int) -> int:
    """Return the index of the sentence that holds a place."""
    at = bisect_right(document.sentences, place, key=lambda sentence: sentence.start) - 1
    sentence = document.sentences[at] if at >= 0 else None
    return sentence.index if sentence is not None and place < sentence.end else -1


def has_common_day(one: DateTold, other: DateTold) -> bool:
    """Return whether both dates are told and share a day, or are the same day of an unknown year."""
    if one.edtf is None or other.edtf is None:
        return False
    return one.edtf == other.edtf or (
        one.start is not None and other.start is not None and not exclude_each_other(one, other)
    )
