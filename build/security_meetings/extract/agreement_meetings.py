"""The meeting at which an instrument was signed, proposed or is to be signed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from security_meetings.documents import Document
from security_meetings.extract.agreement_frames import Telling
from security_meetings.extract.agreement_instruments import Instrument
from security_meetings.extract.agreement_parties import sides_of
from security_meetings.extract.agreement_words import AgreementWords
from security_meetings.records import DateTold, MeetingMention

NEIGHBOURS = 2


def find_meeting(
    instrument: Instrument,
    codes: Sequence[str],
    told: DateTold,
    meetings: Sequence[MeetingMention],
    document: Document,
    words: AgreementWords,
) -> MeetingMention | None:
    """Return the meeting to which an instrument is told to belong, or None."""
    status = instrument.status
    if status not in ("signed", "planned", "proposed"):
        return None
    wanted = ("planned", "held") if status == "planned" else ("held",)
    scored = [
        (score, -abs(place_of(meeting) - telling.start), meeting)
        for meeting in meetings
        for telling in instrument.tellings
        if telling.status == status
        and meeting.status in wanted
        and not (status == "signed" and exclude_each_other(told, meeting.date))
        and (score := judge_meeting(telling, status, codes, told, meeting, document, words)) > 0
    ]
    return max(scored, key=lambda item: (item[0], item[1]), default=(0, 0, None))[2]


def place_of(meeting: MeetingMention) -> int:
    """Return where a meeting is told first."""
    return meeting.key


def exclude_each_other(one: DateTold, other: DateTold) -> bool:
    """Return whether two dates have no day in common."""
    if one.start is None or one.end is None or other.start is None or other.end is None:
        return False
    return one.end < other.start or other.end < one.start


def judge_meeting(
    telling: Telling,
    status: str,
    codes: Sequence[str],
    told: DateTold,
    meeting: MeetingMention,
    document: Document,
    words: AgreementWords,
) -> int:
    """Return how strongly the words tie an instrument to a meeting; 0: not at all."""
    sides = sides_of(meeting)
    body = meeting.organization_id
    if body is not None and body not in codes and not is_session_document(telling, words):
        return 0
    shared = len(set(codes) & {*sides, *([body] if body else [])})
    if codes and sides and shared < min(len(set(codes)), 2) and not (body and body in codes):
        return 0
    signers = {p for node in signing_nodes(telling) for p in node.persons}
    people = len(signers & {p.person for p in meeting.participants})
    occasion = occasion_of(telling, words)
    distance = sentences_between(telling, meeting, document)
    score = 0
    if people:
        score += 2 + 2 * (people > 1)
    if occasion is not None and fits_occasion(occasion, meeting, words) and (place_of(meeting) <= telling.end or distance <= 1):
        score += 5 if status != "planned" or meeting.status == "planned" else 3
    if 0 <= distance <= NEIGHBOURS and not is_earlier(telling, words):
        score += 3 - min(distance, 2)
    if status == "signed" and has_common_day(told, meeting.date):
        score += 2
    if body is not None and body in codes:
        score += 3
    if status == "proposed" and place_of(meeting) < telling.start:
        score += 1
    if status == "planned" and meeting.status == "held" and distance > NEIGHBOURS:
        return 0
    if status == "signed" and occasion is None and (score < 4 or telling.count > 1) and is_earlier(telling, words):
        return 0
    return score


def is_session_document(telling: Telling, words: AgreementWords) -> bool:
    """Return whether an instrument can be a session's own: a declaration or plan, or one that is adopted."""
    event = telling.event
    adopting = words.of("verbs", "adopting") | words.of("nouns", "adopting") | words.of("verbs", "issuing")
    return telling.noun.agreement_type == "declaration" or (event is not None and event.lemma in adopting)


def signing_nodes(telling: Telling) -> Iterator:  # type: ignore[type-arg]
    """Yield the nodes of the clause of signing that name persons."""
    graph = telling.graph
    at = telling.event.index if telling.event is not None else telling.head.index
    verb = graph.nodes[at]
    for node in graph.subtree(verb.index, stop=("ccomp", "advcl")):
        if node.persons:
            yield node
    for head in graph.subject_heads(verb.index):
        for node in graph.joined(head.index):
            if node.persons:
                yield node


def occasion_of(telling: Telling, words: AgreementWords) -> str | None:
    """Return the noun of the occasion named in the sentence ("during the visit", "the talks ended with")."""
    graph = telling.graph
    nouns = words.of("occasions", "nouns")
    if telling.event is None:
        return None
    for node in graph.nodes:
        word = node.text.lower()
        if (word not in nouns and node.lemma not in nouns) or node.index in range(telling.match.first, telling.match.last + 1):
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
    return any(above.index == telling.event.index or above.index == telling.event.head for above in graph.above(at))


def fits_occasion(occasion: str, meeting: MeetingMention, words: AgreementWords) -> bool:
    """Return whether a noun can name a meeting of this type."""
    if occasion in words.of("occasions", "visits"):
        return meeting.meeting_type in ("visit", "bilateral_meeting", "signing_ceremony")
    if occasion in words.of("occasions", "sessions"):
        return meeting.meeting_type == "multilateral_meeting"
    return occasion == "it" or meeting.meeting_type != "visit"


def is_earlier(telling: Telling, words: AgreementWords) -> bool:
    """Return whether the clause of the signing says that it was before what is told."""
    if telling.event is None:
        return False
    graph = telling.graph
    below = [graph.nodes[child] for child in graph.children[telling.event.index]]
    is_past_perfect = any(node.text.lower() in (("had",) if telling.count == 1 else ("had", "have", "has")) and node.relation == "aux" for node in below)
    return is_past_perfect or any(node.text.lower() in words.of("occasions", "earlier") for node in below)


def sentences_between(telling: Telling, meeting: MeetingMention, document: Document) -> int:
    """Return how many sentences lie between the nearest words on a meeting before an instrument and the instrument."""
    spans = [e.char_start for e in meeting.evidence if e.char_start is not None]
    places = [place for place in [meeting.key, *spans] if place <= telling.graph.sentence.end]
    if not places:
        return 99
    index = max(sentence_at(document, place) for place in places)
    return telling.sentence - index


def sentence_at(document: Document, place: int) -> int:
    """Return the index of the sentence that holds a place."""
    return next((s.index for s in document.sentences if s.start <= place < s.end), -1)


def has_common_day(one: DateTold, other: DateTold) -> bool:
    """Return whether both dates are told and share a day, or are the same day of an unknown year."""
    if one.edtf is None or other.edtf is None:
        return False
    return one.edtf == other.edtf or (one.start is not None and other.start is not None and not exclude_each_other(one, other))
