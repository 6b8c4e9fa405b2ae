"""What an instrument is called where its own words tell no subject: its noun as written, or what a pronoun stands for."""

from __future__ import annotations

from security_meetings.extract.agreement_tellings import Telling, left_words
from security_meetings.extract.agreement_title_names import Span
from security_meetings.extract.agreement_words import AgreementWords
from security_meetings.extract.graph import SUBJECTS


def find_label(telling: Telling, words: AgreementWords) -> Span | None:
    """Return the noun with its modifiers where it has no subject: "final communiqué", "minutes of the meeting"."""
    if telling.is_pronoun or telling.is_plural or telling.noun.is_generic:
        return None
    if telling.noun.agreement_type not in ("declaration", "other"):
        return None
    kept = left_words(telling.graph, telling.match)
    skipped = words.of("labels", "skipped")
    while kept and (
        kept[0].relation in ("det", "poss", "case", "predet", "punct")
        or kept[0].date is not None
        or kept[0].text.lower() in skipped
        or kept[0] is telling.count_node
    ):
        kept = kept[1:]
    kept = kept if all(node.place is None for node in kept) else []
    if telling.noun.is_weak and (not kept or telling.status != "signed"):
        return None
    after = telling.graph.nodes[telling.match.last + 1 : telling.match.last + 3]
    is_named = len(after) == 2 and after[0].text == "of" and after[1].text[:1].isupper() and after[1].place is None
    end = after[1].end if is_named and after[1].date is None and not after[1].persons else telling.end
    return (kept[0].start if kept else telling.start), end


def resolve_pronoun(telling: Telling) -> Span | None:
    """Return the subject of the sentence for which the pronoun of "the treaty on it" stands."""
    graph = telling.graph
    pronouns = [n for n in graph.complements(telling.match.last, ("on", "about", "for")) if n.tag == "PRON"]
    if not pronouns:
        return None
    for verb in graph.above(telling.head.index):
        for subject in graph.below(verb.index, SUBJECTS):
            if subject.index < telling.match.first and not subject.persons and subject.tag in ("NOUN", "PROPN"):
                inner = graph.subtree(subject.index, stop=("relcl", "acl", "appos"))
                inner = inner[1:] if inner and inner[0].relation == "det" else inner
                return (inner[0].start, inner[-1].end) if inner else None
    return None
