"""Who is who within one article: names, short forms, offices and counterparts brought to one person each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from security_meetings.annotate.chunks import PLURAL_FORMS, Chunk
from security_meetings.annotate.draft_finder import DraftFinder
from security_meetings.annotate.drafts import Draft, compatible_countries
from security_meetings.annotate.same_names import name_words
from security_meetings.documents import ActorMention

Beliefs = Callable[[str, Sequence[str]], tuple[str | None, frozenset[str]]]


class PersonResolver(DraftFinder):
    """Reads the chunks of an article in order and gives each the person (or persons) that it means."""

    def __init__(self, beliefs: Beliefs | None = None, own_country: str | None = None) -> None:
        super().__init__(own_country)
        self.beliefs = beliefs
        self.mentions: list[ActorMention] = []

    def read(self, chunks: Sequence[Chunk]) -> None:
        """Read all chunks of an article, in order of the text."""
        taken = -1
        for index, chunk in enumerate(chunks):
            if index == taken:
                continue
            before = [mention for mention in self.mentions if mention.start < chunk.start]
            in_sentence = [c for c in chunks[max(0, index - 8) : index] if c.sentence == chunk.sentence]
            if chunk.form == "counterparts":
                self.read_counterparts(chunk, before)
                continue
            if chunk.form == "counterpart" and chunk.determiner == "its":
                continue
            if chunk.form in PLURAL_FORMS:
                self.read_plural(chunk, before)
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

    def new_draft(self, chunk: Chunk) -> Draft:
        """Return a new person."""
        draft = Draft(key=len(self.drafts), first_sentence=chunk.sentence)
        self.drafts.append(draft)
        return draft

    def note(
        self,
        draft: Draft,
        chunk: Chunk,
        *,
        name: tuple[str, int, int] | None = None,
        codes: Sequence[str] | None = None,
    ) -> None:
        """Add what a chunk tells to a person, and the mention to the article."""
        own = chunk.country_codes if codes is None else tuple(codes)
        draft.learn(chunk, name[0] if name else chunk.name, own)
        start, end = (name[1], name[2]) if name else (chunk.name_start, chunk.name_end)
        self.mentions.append(
            ActorMention(
                start=name[1] if name else chunk.start,
                end=name[2] if name else chunk.end,
                person=draft.key,
                name=name[0] if name else chunk.name,
                name_start=start,
                name_end=end,
                office=chunk.office,
                country_code=own[0] if own else None,
                organization_id=chunk.organization_id,
            )
        )

    def read_named(self, chunk: Chunk, is_first_of_sentence: bool) -> None:
        """Give a named chunk its person: one named alike, a nameless one of the same office, or a new one."""
        draft = self.find_named(name_words(chunk.name or ""), chunk)
        if draft is None:
            draft = self.find_nameless(chunk, is_first_of_sentence) or self.new_draft(chunk)
        if self.beliefs is not None and chunk.name and not draft.believed:
            offices = [told.office_type for told in (chunk.office, chunk.second_office) if told is not None]
            state, draft.believed = self.beliefs(chunk.name, offices)
            draft.believed_country = draft.believed_country or (state if draft.believed else None)
        self.note(draft, chunk)

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

    def read_counterpart(self, chunk: Chunk, before: Sequence[ActorMention]) -> None:
        """Give "his Kyrgyz counterpart" its person: the office is the mate's, the state its own."""
        mate = next(
            (
                self.drafts[m.person]
                for m in reversed(before)
                if not chunk.country_codes or self.drafts[m.person].country not in chunk.country_codes
            ),
            None,
        )
        draft = self.find_named(name_words(chunk.name), chunk) if chunk.name else self.find_opposite(chunk, mate)
        if draft is None and chunk.name is None and not chunk.country_codes:
            return
        if draft is None and chunk.name:
            draft = self.find_opposite_nameless(chunk, mate)
        if draft is None:
            draft = self.new_draft(chunk)
        if draft.mate is None and mate is not None and mate.key != draft.key:
            draft.mate = mate.key
        self.note(draft, chunk)

    def read_counterparts(self, chunk: Chunk, before: Sequence[ActorMention]) -> None:
        """Give the names of "his Malaysian and Thai colleagues, A and B" their persons, each of the state in the same order."""
        if not chunk.names or len(chunk.names) != len(chunk.country_codes):
            return
        for code, (name, start, end) in zip(chunk.country_codes, chunk.names, strict=True):
            single = replace(
                chunk, start=start, end=end, name=name, name_start=start, name_end=end, names=(), country_codes=(code,)
            )
            self.read_counterpart(single, before)

    def read_plural(self, chunk: Chunk, before: Sequence[ActorMention]) -> None:
        """Give a plural office a person for each state told, with the names told in the same order."""
        codes = list(chunk.country_codes)
        names = list(chunk.names)
        if not codes and not names:
            self.read_collective(chunk)
            return
        if names and codes and len(names) != len(codes):
            names = names if len(codes) <= 1 else []
        for at in range(max(len(codes), len(names))):
            own = codes[at : at + 1] or (codes[:1] if len(codes) == 1 else [])
            name = names[at] if at < len(names) else None
            single = Chunk(
                form="office",
                sentence=chunk.sentence,
                start=chunk.start,
                end=chunk.end,
                name=name[0] if name else None,
                office=chunk.office,
                head=chunk.head,
                country_codes=tuple(own),
            )
            draft = self.find_named(name_words(name[0]), single) if name else self.find_office(single)
            if draft is None and name:
                draft = self.find_nameless(single, False)
            if draft is None:
                draft = self.new_draft(chunk)
            self.note(draft, single, name=name, codes=own)

    def read_collective(self, chunk: Chunk) -> None:
        """Give "the interior ministers of both countries" the last holders of that office, one of each state."""
        if chunk.office is None or chunk.organization_id is not None or not chunk.is_pair:
            return
        states: dict[str, Draft] = {}
        for draft in sorted(self.drafts, key=lambda d: (-d.last_sentence, -d.key)):
            if draft.country and draft.country not in states and self.may_hold(draft, chunk):
                states[draft.country] = draft
        if len(states) == 2:
            for draft in sorted(states.values(), key=lambda d: d.key):
                self.note(draft, replace(chunk, office=None, head="", country_codes=()))
