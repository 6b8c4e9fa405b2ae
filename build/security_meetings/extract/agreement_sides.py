"""Who the parties of an instrument are: as named, as taken up, by its meeting, or the states told nearest."""

from __future__ import annotations

import re
from collections.abc import Sequence

from security_meetings.extract.agreement_accounts import (
    bodies_between,
    find_counted,
    read_signers,
    session_body,
    states_between,
)
from security_meetings.extract.agreement_instrument import Instrument
from security_meetings.extract.agreement_names import is_world_paper
from security_meetings.extract.agreement_parties import Parties, sides_of
from security_meetings.extract.agreement_surroundings import Surroundings
from security_meetings.extract.agreement_tellings import Telling
from security_meetings.extract.agreement_words import AgreementWords
from security_meetings.extract.graph import VERB_TAGS
from security_meetings.records import MeetingMention

WORLD_TYPES = ("convention",)
NEIGHBOURS = 3
MANY = 3


def find_parties(instrument: Instrument, meeting: MeetingMention | None, around: Surroundings) -> Parties:
    """Return the parties: as named, else those of the meeting, else the states told nearest."""
    telling = instrument.party_telling()
    if is_of_world(instrument, around) and not (telling.is_explicit and len(telling.parties) > 1):
        return Parties((), (), "agreements.parties-named")
    codes, spans = list(telling.parties), list(telling.spans)
    if len(codes) > 1:
        return Parties(
            tuple(codes), tuple(spans), "agreements.parties-named" if telling.is_explicit else "agreements.signers"
        )
    own = own_parties(instrument, meeting, codes, around)
    if own is not None:
        return own
    lead = (instrument.lead.start, instrument.lead.end)
    body = meeting.organization_id if meeting is not None else None
    if named := body_parties(instrument, body, codes, spans, around):
        return named
    if many := sides_of_many(instrument, codes, around):
        return many
    counted = [] if codes else find_counted(instrument.lead, around.document, around.words)
    if counted:
        return parties_of(counted, "agreements.counted-states")
    if not codes and body is None and not is_between_two(instrument, around):
        is_own = instrument.agreement_type == "declaration" or is_recalled(instrument, around)
        bodies = session_body(instrument.lead, around.document) if is_own else []
        if bodies and (meeting is None or not sides_of(meeting)):
            return parties_of(bodies[:1], "agreements.session-document")
    if meeting is None and not codes and instrument.lead.taken_up:
        return parties_of(instrument.lead.taken_up, "agreements.parties-taken-up")
    near = meeting if meeting is not None else meeting_around(instrument, codes, around)
    if pair := pair_of_many(instrument, codes, near, around):
        return Parties(pair, (*spans, lead), "agreements.sides-of-meeting")
    sides = [code for code in sides_of(near) if code not in codes] if near is not None else []
    if near is not None and len(codes) + len(sides) > 1 and set(codes) <= set(sides_of(near)):
        return Parties((*codes, *sides), (*spans, lead), "agreements.sides-of-meeting")
    return parties_around(instrument, codes, spans, around)


def parties_around(
    instrument: Instrument, codes: list[str], spans: list[tuple[int, int]], around: Surroundings
) -> Parties:
    """Return the parties where no meeting tells them: the two sides of the article or headline, or the nearest states."""
    lead = (instrument.lead.start, instrument.lead.end)
    if instrument.agreement_type in WORLD_TYPES:
        return Parties(tuple(codes) if len(codes) > 1 else (), tuple(spans), "agreements.parties-named")
    if len({code for m in around.meetings for code in sides_of(m)} | set(codes)) == 2:
        every = [code for m in around.meetings for code in sides_of(m) if code not in codes]
        return Parties((*codes, *dict.fromkeys(every)), (*spans, lead), "agreements.sides-of-article")
    if titled := titled_pair(instrument, codes, around):
        return parties_of(titled, "agreements.sides-of-headline")
    if len(codes) == 1 and is_among_factions(instrument.party_telling(), around):
        return Parties(tuple(codes), tuple(spans), "agreements.parties-named")
    nearest = around.finder.nearest(instrument.lead, 2 - len(codes), codes)
    return Parties((*codes, *(c for c, _ in nearest)), (*spans, *(s for _, s in nearest)), "agreements.states-nearest")


def is_of_world(instrument: Instrument, around: Surroundings) -> bool:
    """Return whether an instrument is one of the whole world, whose parties no article tells."""
    papers = [telling for telling in instrument.tellings if not telling.is_pronoun]
    return any(is_world_paper(telling, around.words) for telling in papers)


def sides_of_many(instrument: Instrument, codes: Sequence[str], around: Surroundings) -> Parties | None:
    """Return the sides of the first meeting or headline with three and more for "the trilateral memorandum"."""
    lead = instrument.lead
    phrase = {node.text.lower() for node in lead.graph.nodes[max(lead.match.first - 4, 0) : lead.match.last + 1]}
    if not phrase & around.words.of("lists", "many") or instrument.status not in ("in_force", "planned", "proposed"):
        return None
    told = [tuple(code for code, _ in sides_of_headline(around)), *(sides_of(meeting) for meeting in around.meetings)]
    fitting = [sides for sides in told if len(sides) >= MANY and set(codes) <= set(sides)]
    if not fitting:
        return None
    return Parties(
        fitting[0],
        ((lead.start, lead.end),),
        "agreements.sides-of-headline" if fitting[0] == told[0] else "agreements.sides-of-meeting",
    )


def is_among_factions(telling: Telling, around: Surroundings) -> bool:
    """Return whether those who agree are parts of one state ("an accord among rival Libyan factions")."""
    graph, at = telling.graph, telling.event or telling.head
    heads = graph.complements(telling.head.index, ("between", "among"))
    heads += [*graph.complements(at.index, ("between", "among", "by")), *graph.below(at.index, ("nsubj",))]
    return bool(heads) and all(node.text.lower() in around.words.of("sides", "factions") for node in heads[:1])


def body_parties(
    instrument: Instrument, body: str | None, codes: list[str], spans: list[tuple[int, int]], around: Surroundings
) -> Parties | None:
    """Return the body whose paper it is: that of its session, or the only party named."""
    if codes and codes[0] == body:
        return Parties((codes[0],), tuple(spans), "agreements.parties-named")
    if body is not None and (not codes or instrument.agreement_type in ("declaration", "plan", "other")):
        return Parties((body,), ((instrument.lead.start, instrument.lead.end),), "agreements.session-document")
    if codes and codes[0] not in around.words.states.values():
        return Parties(tuple(codes), tuple(spans), "agreements.parties-named")
    return None


def own_parties(
    instrument: Instrument, meeting: MeetingMention | None, codes: Sequence[str], around: Surroundings
) -> Parties | None:
    """Return the parties that the kind of paper alone tells: none of a world convention, the body of a session's."""
    if instrument.agreement_type in WORLD_TYPES and instrument.status == "in_force" and not codes:
        return Parties((), (), "agreements.parties-named")
    is_of_us = any(re.search(r"\bwe\b", text, re.IGNORECASE) for text in first_sentences(around))
    if instrument.lead.rule_id == "agreements.headline" and (meeting is None or is_of_us):
        told = sides_of_headline_paper(around)
        if len(told) > 1:
            return parties_of(told, "agreements.sides-of-headline")
    own = [] if codes else session_paper(instrument, around)
    return parties_of(own, "agreements.session-document") if own else None


def pair_of_many(
    instrument: Instrument, codes: Sequence[str], near: MeetingMention | None, around: Surroundings
) -> tuple[str, ...]:
    """Return the two parties of "with the Lao minister, a plan was signed as well" in an account of many sides."""
    event, home = instrument.lead.event, around.finder.home()
    if near is None or event is None or len(codes) != 1 or len(sides_of(near)) < MANY or home in (None, codes[0]):
        return ()
    graph = instrument.lead.graph
    with_ = [item for node in graph.complements(event.index, ("with",)) for item in around.finder.code_of(node)]
    return (codes[0], str(home)) if codes[0] in {code for code, _ in with_} else ()


def titled_pair(
    instrument: Instrument, codes: Sequence[str], around: Surroundings
) -> list[tuple[str, tuple[int, int]]]:
    """Return the two sides of the headline where the sentence of a paper names fewer itself."""
    here, titled = instrument.lead.graph.sentence, sides_of_headline(around)
    beside = [code for code, _ in states_between(around.document, here.start, here.end) if code not in codes]
    fits = len(beside) + len(codes) < 2 and len(titled) == 2 and set(codes) <= {code for code, _ in titled}
    return titled if fits else []


def sides_of_headline(around: Surroundings) -> list[tuple[str, tuple[int, int]]]:
    """Return the states and bodies that the headline names."""
    title = next((s for s in around.document.sentences if s.zone == "title"), None)
    if title is None:
        return []
    states = states_between(around.document, title.start, title.end)
    return [*states, *bodies_between(around.document, title.start, title.end)]


def sides_of_headline_paper(around: Surroundings) -> list[tuple[str, tuple[int, int]]]:
    """Return the sides of a statement that is the text itself: of its headline, or of the first sentence with more."""
    titled = sides_of_headline(around)
    for sentence in around.document.sentences:
        if sentence.zone != "body":
            continue
        told = states_between(around.document, sentence.start, sentence.end)
        if len(told) > 1:
            codes = {code for code, _ in told}
            return told if {code for code, _ in titled} <= codes or len(titled) < 2 else titled
    return titled


def first_sentences(around: Surroundings) -> list[str]:
    """Return the first sentence of the body that names two states and more, as a list of none or one."""
    document = around.document
    bodies = [s for s in document.sentences if s.zone == "body" and len(states_between(document, s.start, s.end)) > 1]
    return [document.text[s.start : s.end] for s in bodies[:1]]


def session_paper(instrument: Instrument, around: Surroundings) -> list[tuple[str, tuple[int, int]]]:
    """Return the body of whose session a paper is that is adopted there: "a communiqué adopted at the summit"."""
    lead, words = instrument.lead, around.words
    phrase = {node.text.lower() for node in lead.graph.nodes[max(lead.match.first - 2, 0) : lead.match.last + 1]}
    event = lead.event
    if event is None or event.lemma not in words.of("verbs", "adopting") | words.of("nouns", "adopting"):
        return []
    if event.tag in VERB_TAGS and lead.graph.below(event.index, ("nsubj",)):
        return []
    near = {node.text.lower() for node in lead.graph.nodes}
    is_session = bool(near & words.of("occasions", "sessions")) and bool(phrase & words.of("lists", "session"))
    bodies = session_body(lead, around.document)
    return bodies[:1] if bodies and (is_session or is_body_of_headline(bodies[0][0], around)) else []


def is_body_of_headline(code: str, around: Surroundings) -> bool:
    """Return whether the headline names a body, and no two states beside it."""
    titled = [told for told, _ in sides_of_headline(around)]
    return code in titled and sum(told in around.words.states.values() for told in titled) < 2


def parties_of(found: Sequence[tuple[str, tuple[int, int]]], rule_id: str) -> Parties:
    """Return codes with their spans as parties."""
    return Parties(tuple(code for code, _ in found), tuple(span for _, span in found), rule_id)


def meeting_around(instrument: Instrument, codes: Sequence[str], around: Surroundings) -> MeetingMention | None:
    """Return the bilateral meeting in whose account an instrument stands: the last told before it."""
    before = [m for m in around.meetings if m.key <= instrument.lead.graph.sentence.end and len(sides_of(m)) == 2]
    if instrument.status in ("in_force", "terminated"):
        here = instrument.lead.graph.sentence
        told = {code for code, _ in states_between(around.document, here.start, here.end)}
        before = [m for m in before if told <= set(sides_of(m))]
    fitting = [m for m in before if not codes or codes[0] in sides_of(m)]
    return fitting[-1] if fitting else None


def is_between_two(instrument: Instrument, around: Surroundings) -> bool:
    """Return whether a paper calls itself joint, or the article tells of no session of which it could be."""
    lead, words = instrument.lead, around.words
    phrase = {node.text.lower() for node in lead.graph.nodes[max(lead.match.first - 2, 0) : lead.match.last + 1]}
    text = around.document.text[: lead.graph.sentence.end].lower()
    has_session = any(word in text for word in words.of("occasions", "sessions"))
    return bool(phrase & words.of("lists", "bilateral")) or not has_session


def take_up_parties(tellings: Sequence[Telling], words: AgreementWords) -> None:
    """Set what "the two ministers signed" takes up: the two parties of the instrument told just before."""
    for at, telling in enumerate(tellings):
        if telling.parties or telling.status is None:
            continue
        signers = read_signers(telling, words)
        if not signers.is_taken_up or signers.count != 2:
            continue
        near = [t for t in tellings[:at] if len(t.parties) == 2 and 0 <= telling.sentence - t.sentence <= NEIGHBOURS]
        if near:
            telling.taken_up = list(zip(near[-1].parties, near[-1].spans, strict=True))


def is_recalled(instrument: Instrument, around: Surroundings) -> bool:
    """Return whether an instrument is one that another paper recalls ("the document recalls the Protocol")."""
    lead = instrument.lead
    verb = lead.graph.verb_above(lead.head.index)
    if verb is None or instrument.status != "in_force":
        return False
    papers = {at for match in around.words.find_nouns(lead.graph.nodes) for at in range(match.first, match.last + 1)}
    return any(node.index in papers for node in lead.graph.below(verb.index, ("nsubj",)))
