"""Whose paper it is where its sides are only taken up: "the two ministers signed", "the three agreed", "was issued"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from security_meetings.documents import Document, Node
from security_meetings.extract.agreement_parties import STATE_KINDS, Span, sides_of, unique
from security_meetings.extract.agreement_tellings import Telling
from security_meetings.extract.agreement_words import AgreementWords
from security_meetings.extract.graph import SUBJECTS, VERB_TAGS
from security_meetings.records import MeetingMention

MANY = 3
OWN_RULES = ("agreements.listed", "agreements.headline", "agreements.statement-says", "agreements.said-in-statement")


@dataclass(frozen=True, slots=True)
class Signers:
    """What is told of those who sign: whether they are only taken up from before, and how many they are."""

    is_taken_up: bool
    count: int | None = None
    is_untold: bool = False


def read_signers(telling: Telling, words: AgreementWords) -> Signers:
    """Return how those who sign, draft or agree are told: taken up by "the sides", by a number, or not at all."""
    told = telling.place
    subjects = signing_subjects(told)
    inner = [node for head in subjects for node in told.graph.subtree(head.index, stop=("relcl", "advcl", "ccomp"))]
    inner += told.signing_nodes
    if not inner:
        return Signers(is_passive_alone(told), is_untold=True)
    collective = words.of("sides", "words") | words.of("sides", "people")
    count = count_in(inner, words) or count_in(told.graph.nodes, words)
    is_named = any(node.place is not None or node.organization_id is not None for node in inner) or any(
        node.persons and node.text[:1].isupper() and node.text.lower() not in collective for node in inner
    )
    is_collective = any(node.text.lower() in collective for node in inner)
    return Signers(is_collective and not is_named, count)


def signing_subjects(telling: Telling) -> list[Node]:
    """Return the subjects of the verbs above an instrument that act, the nearest verb's first."""
    graph = telling.graph
    at = telling.event or telling.cue or telling.head
    found: list[Node] = graph.complements(at.index, ("by",)) if at.tag in VERB_TAGS else []
    if found:
        return found
    for verb in [at, *graph.above(at.index)]:
        if verb.tag not in VERB_TAGS:
            continue
        found += graph.below(verb.index, SUBJECTS)
        if found:
            break
    found = [node for node in found if node.relation == "nsubj"]
    return [node for node in found if not telling.match.first <= node.index <= telling.match.last]


def is_passive_alone(telling: Telling) -> bool:
    """Return whether a passive tells of no one who signs ("a final communiqué was issued")."""
    event = telling.event or telling.cue
    if event is None:
        return False
    graph = telling.graph
    return bool(graph.below(event.index, ("auxpass",))) and not graph.complements(event.index, ("by",))


def count_in(nodes: Iterable[Node], words: AgreementWords) -> int | None:
    """Return the number of sides in the words of a collective ("the three foreign ministers"), or None."""
    people = words.of("sides", "people") | words.of("sides", "words")
    told = list(nodes)
    for at, node in enumerate(told):
        number = words.count_of(node.text) if node.date is None else None
        if number is None or number > 9:
            continue
        after = [other.text.lower() for other in told[at + 1 : at + 4]]
        if any(word in people for word in after) or node.relation in SUBJECTS:
            return number
    return None


def find_account(telling: Telling, meetings: Sequence[MeetingMention], words: AgreementWords) -> MeetingMention | None:
    """Return the meeting in whose account a paper stands whose sides are only taken up: the last one before it."""
    signers = read_signers(telling, words)
    is_own = telling.rule_id in OWN_RULES
    if not signers.is_taken_up and not is_own:
        return None
    if telling.rule_id == "agreements.headline":
        return min(meetings, key=lambda meeting: meeting.key, default=None)
    before = [meeting for meeting in meetings if meeting.key <= telling.place.end]
    if signers.count is not None:
        before = [meeting for meeting in before if fits_count(meeting, signers.count)]
    held = [meeting for meeting in before if meeting.status == "held"]
    return max(held if held and signers.is_untold else before, key=lambda meeting: meeting.key, default=None)


def own_meetings(
    telling: Telling, meetings: Sequence[MeetingMention], words: AgreementWords
) -> Sequence[MeetingMention]:
    """Return the meetings of which a paper can be: for a final communiqué those of many sides, where one is told."""
    phrase = {n.text.lower() for n in telling.graph.nodes[max(telling.match.first - 2, 0) : telling.match.last + 1]}
    if not phrase & words.of("lists", "session") or phrase & words.of("lists", "bilateral"):
        return meetings
    many = [m for m in meetings if m.meeting_type == "multilateral_meeting" and m.key <= telling.end]
    return many or meetings


def fits_count(meeting: MeetingMention, count: int) -> bool:
    """Return whether a meeting can be one of so many sides; of a session the sides are seldom all told."""
    if meeting.organization_id is not None:
        return count > 2
    return (len(sides_of(meeting)) > 2) == (count > 2)


def find_counted(telling: Telling, document: Document, words: AgreementWords) -> list[tuple[str, Span]]:
    """Return the states of "the three ministers": those of the last sentence before that names just so many."""
    count = read_signers(telling, words).count
    if count is None or count < MANY:
        return []
    for sentence in reversed([s for s in document.sentences if s.start <= telling.place.start]):
        named = states_between(document, sentence.start, min(sentence.end, telling.place.start))
        if len(named) == count:
            return named
    return []


def states_between(document: Document, start: int, end: int) -> list[tuple[str, Span]]:
    """Return the states that a stretch of text names, each once, those of its officials among them."""
    places = [
        (place.country_code, (place.start, place.end))
        for place in document.places
        if start <= place.start < end and place.kind in STATE_KINDS
    ]
    people = [
        (actor.country_code, (actor.start, actor.end))
        for actor in document.actors
        if start <= actor.start < end and actor.country_code is not None
    ]
    return unique([*places, *people])


def session_body(telling: Telling, document: Document) -> list[tuple[str, Span]]:
    """Return the body of which a paper with no other parties is: named in its title, else the one named most."""
    if telling.title is not None:
        inside = bodies_between(document, *telling.title)
        if inside:
            return inside
    told = Counter(body.organization_id for body in document.organizations).most_common(2)
    if not told or told[0][1] < 2 or (len(told) > 1 and told[1][1] == told[0][1]):
        return []
    return [item for item in bodies_between(document, 0, len(document.text)) if item[0] == told[0][0]]


def bodies_between(document: Document, start: int, end: int) -> list[tuple[str, Span]]:
    """Return the bodies that a stretch of text names, each once."""
    return unique(
        (body.organization_id, (body.start, body.end))
        for body in document.organizations
        if start <= body.start and body.end <= end
    )
