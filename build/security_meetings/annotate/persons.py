"""Who is who within one article: names, short forms, offices and counterparts brought to one person each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from security_meetings.annotate.chunks import PLURAL_FORMS, Chunk
from security_meetings.annotate.drafts import Draft, compatible_countries
from security_meetings.annotate.pairs import PairStates
from security_meetings.annotate.plural_persons import PluralReader
from security_meetings.annotate.same_names import name_words

# Characters between two of a list, or between the last of it and what the listed are.
COUNTERPART_REACH = 24
Beliefs = Callable[[str, Sequence[str]], tuple[str | None, frozenset[str]]]


class PersonResolver(PluralReader):
    """Reads the chunks of an article in order and gives each the person (or persons) that it means."""

    def __init__(
        self, beliefs: Beliefs | None = None, own_country: str | None = None, pairs: PairStates | None = None
    ) -> None:
        super().__init__(own_country, pairs)
        self.beliefs = beliefs

    def read(self, chunks: Sequence[Chunk]) -> None:
        """Read all chunks of an article, in order of the text."""
        taken = -1
        for index, chunk in enumerate(chunks):
            if index == taken:
                continue
            before = [mention for mention in self.mentions if mention.start < chunk.start]
            in_sentence = [c for c in chunks[max(0, index - 8) : index] if c.sentence == chunk.sentence]
            if chunk.form == "counterparts":
                self.read_counterparts(chunk, before, self.listed_before(chunk, in_sentence))
                continue
            if chunk.form == "counterpart" and chunk.determiner == "its":
                continue
            if chunk.form in PLURAL_FORMS:
                self.read_plural(chunk)
            elif chunk.form == "counterpart":
                self.read_counterpart(chunk, before)
            elif chunk.name is not None:
                self.read_named(chunk, not in_sentence)
            elif self.read_pair(chunk, next(iter(chunks[index + 1 : index + 2]), None)):
                taken = index + 1
            elif chunk.office is not None:
                self.read_office(chunk)
            elif chunk.form == "rank":
                self.read_rank(chunk)

    def read_named(self, chunk: Chunk, is_first_of_sentence: bool) -> None:
        """Give a named chunk its person: one named alike, a nameless one of the same office, or a new one."""
        draft = self.find_named(name_words(chunk.name or ""), chunk)
        if draft is None:
            draft = self.find_nameless(chunk, is_first_of_sentence)
            draft = self.new_draft(chunk) if draft is None or self.is_known_elsewhere(draft, chunk) else draft
        if self.beliefs is not None and chunk.name and not draft.believed:
            offices = [told.office_type for told in (chunk.office, chunk.second_office) if told is not None]
            state, draft.believed = self.beliefs(chunk.name, offices)
            draft.believed_country = draft.believed_country or (state if draft.believed else None)
        self.note(draft, chunk)

    def is_known_elsewhere(self, draft: Draft, chunk: Chunk) -> bool:
        """Return whether the listed person of that name is of another state than the nameless one told."""
        if self.beliefs is None or not draft.countries:
            return False
        offices = [told.office_type for told in (chunk.office, chunk.second_office) if told is not None]
        state, _ = self.beliefs(chunk.name or "", offices)
        return state is not None and state not in draft.countries

    def read_office(self, chunk: Chunk) -> None:
        """Give an office without a name its person; one without a state that nobody holds stays unread."""
        if chunk.office is None or (chunk.determiner in ("a", "an")):
            return
        if chunk.is_held and self.mentions and self.mentions[-1].end <= chunk.start:
            holder = self.drafts[self.mentions[-1].person]
            if (
                holder.last_sentence == chunk.sentence
                and holder.names
                and compatible_countries(holder, chunk.country_codes)
            ):
                self.note(holder, chunk)
                return
        draft = self.find_office(chunk) or self.find_untitled(chunk)
        if draft is None and chunk.office.role.lower() == "official":
            return
        if draft is None and not chunk.country_codes and not chunk.organization_id and self.is_too_vague(chunk):
            return
        if draft is None:
            draft = self.new_draft(chunk)
        self.note(draft, chunk)

    def read_rank(self, chunk: Chunk) -> None:
        """Give "the Iranian general" the person with a rank who stood first in the last sentence that has one, of that state."""
        for draft in self.latest_first():
            if draft.has_rank and draft.names and compatible_countries(draft, chunk.country_codes):
                self.note(draft, chunk)
                return

    def read_pair(self, chunk: Chunk, second: Chunk | None) -> bool:
        """Return whether two offices told with "and" were those of one person told before, to whom both are then given."""
        if second is None or chunk.office is None or second.office is None or second.name is not None or chunk.name:
            return False
        role = f"{chunk.office.role} and {second.office.role}".lower()
        holder = next((d for d in self.latest_first() if any(known.lower() == role for known in d.roles)), None)
        if holder is None or second.sentence != chunk.sentence or second.start - chunk.end > len(" and the "):
            return False
        self.note(holder, replace(chunk, end=second.end))
        return True

    def listed_before(self, chunk: Chunk, in_sentence: Sequence[Chunk]) -> list[int]:
        """Return the persons told with their states, and no office, right before "their Nordic counterparts"."""
        keys: list[int] = []
        limit = chunk.start
        for told in reversed(in_sentence):
            person = next((m.person for m in self.mentions if m.name is not None and m.end == told.end), None)
            if told.form != "listed" or person is None or limit - told.end > COUNTERPART_REACH:
                break
            keys.append(person)
            limit = told.start
        return keys
