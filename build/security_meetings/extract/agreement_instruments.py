"""Instruments: the tellings of one article joined to what they tell of, short references among them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from rapidfuzz import fuzz

from security_meetings.documents import Node
from security_meetings.extract.agreement_tellings import Telling
from security_meetings.extract.agreement_words import UNTOLD_KIND, AgreementWords

RANKS = ("terminated", "signed", "in_force", "planned", "proposed")
ALIKE = 60
NEAR = 3
ANOTHER = ("another", "second", "separate", "other")


@dataclass(slots=True)
class Instrument:
    """One instrument, or counted set, with all that the article tells of it."""

    tellings: list[Telling] = field(default_factory=list)
    inherited_type: str | None = None

    @property
    def status(self) -> str | None:
        """Return what became of it, by the tellings together."""
        told = {telling.status for telling in self.tellings}
        return next((status for status in RANKS if status in told), None)

    @property
    def lead(self) -> Telling:
        """Return the telling that says what became of it."""
        return next((t for t in self.tellings if t.status == self.status and t.status is not None), self.tellings[0])

    @property
    def kind_telling(self) -> Telling:
        """Return the first telling whose noun tells the kind."""
        named = [t for t in self.tellings if not t.is_pronoun]
        return next((t for t in named if not t.noun.is_generic), (named or self.tellings)[0])

    @property
    def agreement_type(self) -> str:
        """Return the code of the type."""
        return self.inherited_type or self.kind_telling.noun.agreement_type

    @property
    def title_telling(self) -> Telling | None:
        """Return the telling with the fullest title, the first of the longest."""
        titled = [t for t in self.tellings if t.title_text is not None]
        return max(titled, key=lambda t: (min(len((t.title_text or "").split()), 3), -t.start), default=None)

    @property
    def title_text(self) -> str | None:
        """Return the title."""
        telling = self.title_telling
        return None if telling is None else telling.title_text

    @property
    def label(self) -> tuple[int, int] | None:
        """Return the span of its noun with modifiers, where no title is told: the longest."""
        labels = [t.label for t in self.tellings if t.label is not None and not t.is_pronoun]
        return max(labels, key=lambda span: (span[1] - span[0], -span[0]), default=None)

    @property
    def label_text(self) -> str | None:
        """Return its noun with modifiers as a title, for a paper that has no other."""
        found = next((t for t in self.tellings if t.label is not None and t.label == self.label), None)
        return None if found is None else found.label_text

    @property
    def count(self) -> int:
        """Return how many instruments it stands for."""
        return max(telling.count for telling in self.tellings)

    @property
    def count_node(self) -> Node | None:
        """Return the number as written."""
        return next((t.count_node for t in self.tellings if t.count_node is not None), None)

    @property
    def is_plural(self) -> bool:
        """Return whether it is told only as an uncounted plural."""
        return all(telling.is_plural for telling in self.tellings)

    @property
    def start(self) -> int:
        """Return the offset of the first word that it was coded from."""
        return self.tellings[0].start

    def by_weight(self) -> list[Telling]:
        """Return the tellings, those of the status first."""
        return sorted(self.tellings, key=lambda t: t.status != self.status)

    def named_parties(self) -> list[str]:
        """Return the parties that the words name."""
        return self.party_telling().parties

    def party_telling(self) -> Telling:
        """Return the telling that names most parties, named before signing ones."""
        return max(self.tellings, key=lambda t: (min(len(t.parties), 2), t.is_explicit, -t.start))


def assemble_instruments(tellings: Sequence[Telling], words: AgreementWords) -> list[Instrument]:
    """Return the instruments of an article; sets whose members are told, and uncounted plurals, are left out."""
    instruments: list[Instrument] = []
    last_kind = UNTOLD_KIND
    for telling in tellings:
        if not telling.is_pronoun and not telling.noun.is_generic:
            last_kind = telling.noun.agreement_type
        found = next((i for i in reversed(instruments) if refers_to(telling, i)), None)
        if found is not None:
            found.tellings.append(telling)
            continue
        made = Instrument([telling])
        if telling.is_pronoun:
            if telling.is_definite or not instruments:
                continue
            made.inherited_type = last_kind
        instruments.append(made)
    kept = [i for i in instruments if i.status is not None and is_kept(i, instruments)]
    return [i for i in kept if not is_told_set(i, kept)]


def is_kept(instrument: Instrument, instruments: Sequence[Instrument]) -> bool:
    """Return whether it is one: a plural only with subject and year, an untold kind only where no other is told."""
    lead = instrument.lead
    if instrument.is_plural and lead.noun.is_generic:
        return False
    if instrument.is_plural:
        return (
            lead.status == "signed"
            and lead.title_text is not None
            and any(d.kind in ("year", "day") for d in lead.dates)
        )
    if lead.is_gerund and lead.status == "planned" and not lead.title_text:
        return False
    if instrument.kind_telling.noun.is_generic and instrument.inherited_type is None:
        others = [i for i in instruments if i is not instrument and i.status is not None and not i.is_plural]
        return instrument.count > 1 or (not others and instrument.status == "signed")
    return True


def is_told_set(instrument: Instrument, instruments: Sequence[Instrument]) -> bool:
    """Return whether the members of a counted set are told besides, near it."""
    if instrument.count < 2:
        return False
    lead = instrument.tellings[0]
    members = [
        other
        for other in instruments
        if other.count == 1
        and not other.is_plural
        and other.inherited_type is None
        and 0 <= other.tellings[0].sentence - lead.sentence <= NEAR
        and other.tellings[0].start > lead.start
    ]
    return len(members) >= instrument.count


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
