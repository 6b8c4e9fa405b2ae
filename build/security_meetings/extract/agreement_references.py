"""Whether a telling tells of an instrument told before: short references, other names, years and days that differ."""

from __future__ import annotations

from rapidfuzz import fuzz

from security_meetings.extract.agreement_instrument import Instrument
from security_meetings.extract.agreement_tellings import Telling
from security_meetings.extract.agreement_words import UNTOLD_KIND

ALIKE = 60
ANOTHER = ("another", "second", "separate", "other")


def refers_to(telling: Telling, instrument: Instrument) -> bool:
    """Return whether a telling tells of an instrument told before."""
    first = instrument.tellings[0]
    if telling.is_pronoun:
        return (
            telling.is_definite
            and not instrument.is_plural
            and 0 <= telling.sentence - instrument.tellings[-1].sentence <= 2
        )
    if telling.count != instrument.count or telling.is_plural != instrument.is_plural:
        return False
    if (
        not same_kind(telling, instrument)
        or excluded_by_year(telling, instrument)
        or excluded_by_parties(telling, instrument)
    ):
        return False
    if is_one_more(telling, instrument):
        return False
    if instrument.status == "signed" and is_told_anew(telling, instrument):
        return False
    alike = titles_alike(telling, instrument)
    if telling.is_definite:
        return alike is not False
    if (first.sentence == telling.sentence and not is_bare(telling)) or any(
        word in phrase_words(telling) for word in ANOTHER
    ):
        return False
    if telling.noun.is_generic:
        return instrument.status == "signed"
    if is_other_paper(telling, instrument):
        return False
    return (
        alike is True
        or (alike is None and telling.status in (instrument.status, None))
        or (telling.is_gerund and alike is None)
    )


def is_one_more(telling: Telling, instrument: Instrument) -> bool:
    """Return whether a paper with a title is joined to another in one list ("a joint statement and the Declaration on")."""
    above = telling.head.head
    return (
        telling.head.relation == "conj"
        and telling.title_text is not None
        and any(
            other.sentence == telling.sentence and other.match.first <= above <= other.match.last
            for other in instrument.tellings
        )
    )


def is_other_paper(telling: Telling, instrument: Instrument) -> bool:
    """Return whether a statement with a day or subject of its own is signed under another noun ("a declaration on")."""
    mine = telling.graph.nodes[telling.match.last].text.lower()
    theirs = {t.graph.nodes[t.match.last].text.lower() for t in instrument.tellings}
    is_statement = telling.noun.agreement_type == "declaration" and not telling.noun.is_weak
    return (
        is_statement and bool(telling.dates or telling.title_text) and telling.status == "signed" and mine not in theirs
    )


def is_told_anew(telling: Telling, instrument: Instrument) -> bool:
    """Return whether a paper with a name of its own is told to have been signed before, or on another occasion."""
    if telling.is_earlier and telling.title_text and not any(t.is_earlier for t in instrument.tellings):
        return True
    before = telling.graph.nodes[max(telling.match.first - 1, 0) : telling.match.first]
    is_named = any(node.text[:1].isupper() and node.tag not in ("DET", "ADP") for node in before)
    was_named = any(n.text[:1].isupper() for t in instrument.tellings for n in t.graph.nodes[t.match.first :][:1])
    return is_named and not was_named and telling.rule_id in ("agreements.signed-clause", "agreements.signed-relative")


def is_bare(telling: Telling) -> bool:
    """Return whether a noun has neither determiner nor subject ("but treaty must be implemented")."""
    graph = telling.graph
    has_determiner = any(graph.nodes[child].relation == "det" for child in graph.children[telling.head.index])
    return not has_determiner and telling.title_text is None and telling.head.relation not in ("conj", "appos")


def phrase_words(telling: Telling) -> set[str]:
    """Return the words that hang on the noun."""
    graph = telling.graph
    return {graph.nodes[child].text.lower() for child in graph.children[telling.head.index]}


def same_kind(telling: Telling, instrument: Instrument) -> bool:
    """Return whether a noun can name an instrument of this type."""
    mine, theirs = telling.noun, instrument.kind_telling.noun
    if mine.agreement_type == instrument.agreement_type and not mine.is_generic:
        return True
    if mine.is_loose and (telling.is_definite or mine.is_generic):
        return not (
            mine.agreement_type == UNTOLD_KIND
            and not mine.is_generic
            and telling.title_text
            and titles_alike(telling, instrument) is not True
        )
    return theirs.is_generic and instrument.inherited_type is None and telling.status == instrument.status


def titles_alike(telling: Telling, instrument: Instrument) -> bool | None:
    """Return whether titles are alike; None where one is not told."""
    mine, theirs = telling.title_text, instrument.title_text
    if mine is None or theirs is None:
        return None
    kinds = noun_words(telling).union(*(noun_words(other) for other in instrument.tellings))
    one, other = ([word for word in title.lower().split() if word not in kinds] for title in (mine, theirs))
    if not one or not other:
        return True
    return fuzz.token_set_ratio(" ".join(one), " ".join(other)) >= ALIKE


def noun_words(telling: Telling) -> set[str]:
    """Return the words of the noun itself."""
    nodes = telling.graph.nodes[telling.match.first : telling.match.last + 1]
    return {word for node in nodes for word in node.text.lower().split()}


def excluded_by_year(telling: Telling, instrument: Instrument) -> bool:
    """Return whether the years told differ."""
    if telling.rule_id == "agreements.of-year" and instrument.tellings[0].rule_id == "agreements.headline":
        return True
    if are_one_name(telling, instrument):
        return False
    mine = {d.year for d in telling.dates if d.year is not None}
    theirs = {d.year for t in instrument.tellings for d in t.dates if d.year is not None}
    if is_other_signing(telling, instrument):
        return True
    if telling.is_definite and not telling.own_dates and not telling.dates:
        return False
    return bool(mine and theirs and not mine & theirs) or (
        bool(mine) != bool(theirs) and bool(telling.own_dates) and telling.status == "in_force"
    )


def are_one_name(telling: Telling, instrument: Instrument) -> bool:
    """Return whether both have the same name of several words, with a capital, and one has no year ("the 1972 X Treaty")."""
    mine, theirs = telling.title_text, instrument.title_text
    if mine is None or theirs is None or mine.lower() != theirs.lower() or not mine[:1].isupper() or " " not in mine:
        return False
    return not telling.own_dates or not any(t.own_dates for t in instrument.tellings)


def is_other_signing(telling: Telling, instrument: Instrument) -> bool:
    """Return whether days told differ, or a clause gives an instrument under another noun a day of its own."""
    days = [t.day for t in instrument.tellings if t.day.start is not None]
    if telling.day.start is None or telling.day.end is None:
        return False
    if days:
        return all(telling.day.end < d.start or d.end < telling.day.start for d in days if d.start and d.end)
    differs = telling.noun.agreement_type != instrument.agreement_type or telling.noun.is_generic
    return telling.rule_id == "agreements.signed-clause" and differs


def excluded_by_parties(telling: Telling, instrument: Instrument) -> bool:
    """Return whether both name two parties and not the same."""
    mine, theirs = set(telling.parties), set(instrument.named_parties())
    return len(mine) > 1 and len(theirs) > 1 and mine != theirs and telling.is_explicit
