"""Who is who within one article: names, short forms, offices and counterparts brought to one person each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from security_meetings.annotate.chunks import PLURAL_FORMS, Chunk
from security_meetings.annotate.drafts import (
    SINGLE_OFFICES,
    VAGUE_HEADS,
    Draft,
    compatible_countries,
    compatible_offices,
)
from security_meetings.annotate.same_names import name_words, same_name
from security_meetings.documents import ActorMention

Beliefs = Callable[[str], tuple[str | None, frozenset[str]]]


class PersonResolver:
    """Reads the chunks of an article in order and gives each the person (or persons) that it means."""

    def __init__(self, beliefs: Beliefs | None = None) -> None:
        self.beliefs = beliefs
        self.drafts: list[Draft] = []
        self.mentions: list[ActorMention] = []

    def read(self, chunks: Sequence[Chunk]) -> None:
        """Read all chunks of an article, in order of the text."""
        for index, chunk in enumerate(chunks):
            before = [mention for mention in self.mentions if mention.start < chunk.start]
            in_sentence = [c for c in chunks[max(0, index - 8) : index] if c.sentence == chunk.sentence]
            if chunk.form == "counterparts" or (chunk.form == "counterpart" and chunk.determiner == "its"):
                continue
            if chunk.form in PLURAL_FORMS:
                self.read_plural(chunk, before)
            elif chunk.form == "counterpart":
                self.read_counterpart(chunk, before)
            elif chunk.name is not None:
                self.read_named(chunk, not in_sentence)
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

    def find_named(self, words: Sequence[str], chunk: Chunk) -> Draft | None:
        """Return the person of the article that a name means, the latest mentioned first."""
        for draft in sorted(self.drafts, key=lambda d: (-d.last_sentence, -d.key)):
            full = [known for known in draft.names if len(known) > 1] if len(words) > 1 else []
            if any(same_name(words, known) for known in full or draft.names) and compatible_countries(
                draft, chunk.country_codes
            ):
                return draft
        return None

    def read_named(self, chunk: Chunk, is_first_of_sentence: bool) -> None:
        """Give a named chunk its person: one named alike, a nameless one of the same office, or a new one."""
        draft = self.find_named(name_words(chunk.name or ""), chunk)
        if draft is None:
            draft = self.find_nameless(chunk, is_first_of_sentence) or self.new_draft(chunk)
        if self.beliefs is not None and chunk.name and not draft.believed:
            state, draft.believed = self.beliefs(chunk.name)
            if (
                state
                and not draft.countries
                and not chunk.country_codes
                and draft.believed
                and not chunk.organization_id
            ):
                draft.countries.append(state)
        self.note(draft, chunk)

    def is_too_vague(self, chunk: Chunk) -> bool:
        """Return whether an office of no told state is only a kind of office ("the minister")."""
        return chunk.office is None or (
            chunk.office.role.lower() == chunk.head and chunk.office.office_type not in SINGLE_OFFICES
        )

    def find_nameless(self, chunk: Chunk, is_first_of_sentence: bool) -> Draft | None:
        """Return the office-holder told without a name whom this name fits."""
        nameless = [draft for draft in self.drafts if not draft.names and not draft.stands_beside(chunk)]
        if chunk.office is not None:
            fitting = [
                draft
                for draft in nameless
                if {office.office_type for office in (chunk.office, chunk.second_office) if office} & set(draft.types)
                and compatible_countries(draft, chunk.country_codes)
                and (chunk.country_codes or draft.mate is None)
            ]
            return fitting[-1] if fitting and (chunk.country_codes or len(fitting) == 1) else None
        if chunk.country_codes:
            fitting = [draft for draft in nameless if set(chunk.country_codes) & set(draft.countries)]
            return fitting[0] if len(fitting) == 1 else None
        lead = [draft for draft in nameless if chunk.sentence - draft.last_sentence <= 2 and draft.mate is None]
        return lead[0] if is_first_of_sentence and len(lead) == 1 and len(name_words(chunk.name or "")) > 1 else None

    def find_office(self, chunk: Chunk) -> Draft | None:
        """Return the person whom an office without a name takes up again: of the state told, else one of an untold state."""
        latest = sorted(self.drafts, key=lambda d: (-d.last_sentence, -d.key))
        vague = chunk.head in VAGUE_HEADS and chunk.country_codes
        exact = [d for d in latest if self.holds_exactly(d, chunk)]
        latest = exact + [d for d in latest if d not in exact]
        for draft in latest:
            if vague and draft.types and set(chunk.country_codes) & set(draft.countries):
                return draft
            if chunk.country_codes and not (set(chunk.country_codes) & set(draft.countries)):
                continue
            if chunk.organization_id and chunk.organization_id != draft.organization_id:
                continue
            if self.may_hold(draft, chunk):
                return draft
        if chunk.country_codes:
            return next((d for d in latest if d.mate is not None and not d.countries and self.may_hold(d, chunk)), None)
        return None

    def holds_exactly(self, draft: Draft, chunk: Chunk) -> bool:
        """Return whether a person was told with just these words of office, or with them at the end of a longer one."""
        role = chunk.office.role.lower() if chunk.office is not None else ""
        if role == chunk.head:
            return False
        return any(known.lower() == role or known.lower().endswith(f" {role}") for known in draft.roles)

    def find_untitled(self, chunk: Chunk) -> Draft | None:
        """Return the one person of the last sentences whose office is not told yet, for a definite office without a name."""
        if chunk.determiner not in ("the", "") or chunk.office is None or chunk.office.is_former:
            return None
        untitled = [
            d
            for d in self.drafts
            if d.names
            and not d.types
            and d.mate is None
            and chunk.sentence - d.last_sentence <= 2
            and compatible_countries(d, chunk.country_codes)
        ]
        return untitled[0] if len(untitled) == 1 and chunk.sentence > untitled[0].first_sentence else None

    def may_hold(self, draft: Draft, chunk: Chunk) -> bool:
        """Return whether an office told may be that of a person, a counterpart's being the mate's."""
        if chunk.office is None:
            return False
        if draft.types:
            return compatible_offices(draft, chunk.office, chunk.head)
        if chunk.office.office_type in draft.believed:
            return True
        return draft.mate is not None and compatible_offices(self.drafts[draft.mate], chunk.office, chunk.head)

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
        """Give "the Iranian general" the last person with a rank, of that state where one is told."""
        for draft in sorted(self.drafts, key=lambda d: (-d.last_sentence, -d.key)):
            if draft.has_rank and draft.names and compatible_countries(draft, chunk.country_codes):
                self.note(draft, chunk)
                return

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

    def find_opposite_nameless(self, chunk: Chunk, mate: Draft | None) -> Draft | None:
        """Return the nameless holder of the mate's office in the state told."""
        for draft in self.drafts:
            if (
                not draft.names
                and set(chunk.country_codes) & set(draft.countries)
                and mate is not None
                and draft.key != mate.key
            ) and (not draft.types or not mate.types or set(draft.types) & set(mate.types) or draft.mate is not None):
                return draft
        return None

    def find_opposite(self, chunk: Chunk, mate: Draft | None) -> Draft | None:
        """Return the person whom a counterpart without a name means."""
        for draft in sorted(self.drafts, key=lambda d: (-d.last_sentence, -d.key)):
            if mate is not None and draft.key == mate.key:
                continue
            if chunk.country_codes and not set(chunk.country_codes) & set(draft.countries):
                continue
            if (
                mate is None
                or not mate.types
                or not draft.types
                or set(mate.types) & set(draft.types)
                or draft.mate == mate.key
            ):
                return draft
        return None

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
