"""One instrument: the tellings of one article that tell of it, and what they say together."""

from __future__ import annotations

from dataclasses import dataclass, field

from security_meetings.documents import Node
from security_meetings.extract.agreement_tellings import Telling

RANKS = ("terminated", "signed", "in_force", "planned", "proposed")


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
