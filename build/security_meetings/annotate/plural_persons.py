"""Persons told together: the holders of an office in several states, of two offices at once, counterparts of several states."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from security_meetings.annotate.chunks import Chunk
from security_meetings.annotate.draft_finder import DraftFinder
from security_meetings.annotate.drafts import BROAD_TYPES, Draft, SideTold, is_minister_only
from security_meetings.annotate.pairs import PairStates
from security_meetings.annotate.same_names import name_words
from security_meetings.documents import ActorMention, OfficeTold, PlaceMention

# Types of office that many hold at once, so that "the X of the two countries" are no two persons.
MANY_HOLD = frozenset(["ambassador", "legislator", "other_official", "organization_official", "governor"])


class PluralReader(DraftFinder):
    """Reads chunks that name several persons, and notes what each of them is told with."""

    def __init__(self, own_country: str | None = None, pairs: PairStates | None = None) -> None:
        super().__init__(own_country)
        self.pairs = pairs
        self.mentions: list[ActorMention] = []

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
        is_told_here: bool = True,
    ) -> None:
        """Add what a chunk tells to a person, and the mention to the article; the state may be told elsewhere."""
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
                country_code=own[0] if own and is_told_here else None,
                organization_id=chunk.organization_id,
            )
        )

    def read_plural(self, chunk: Chunk) -> None:
        """Give a plural office a person for each state told, with the names told in the same order."""
        codes = list(chunk.country_codes)
        names = list(chunk.names)
        if not codes and not names:
            self.read_collective(chunk)
            return
        offices = chunk.offices or ((chunk.office,) if chunk.office is not None else ())
        if len(offices) > 1:
            self.read_offices(chunk, offices)
            return
        if names and not codes and self.read_named_group(chunk):
            return
        if names and codes and len(names) != len(codes):
            names = names if len(codes) <= 1 else []
        for at in range(max(len(codes), len(names))):
            own = codes[at : at + 1] or (codes[:1] if len(codes) == 1 else [])
            self.read_one(chunk, own, names[at] if at < len(names) else None)

    def read_offices(self, chunk: Chunk, offices: Sequence[OfficeTold]) -> None:
        """Give "the foreign and defence ministers of X and Y" a person for each office and state, or for each name in order."""
        names = chunk.names if len(chunk.names) == len(offices) and len(chunk.country_codes) < 2 else ()
        for code in chunk.country_codes or (None,):
            own = [] if code is None else [code]
            for at, office in enumerate(offices):
                if code is not None or names:
                    self.read_one(replace(chunk, office=office), own, names[at] if names else None)

    def read_named_group(self, chunk: Chunk) -> bool:
        """Return whether the names of "the ministers of the three nations, A, B and C" were given their states in order."""
        if self.pairs is None or chunk.office is None:
            return False
        meant = self.pairs.of_named(chunk.start, chunk.office.end, len(chunk.names))
        for place, name in zip(meant, chunk.names, strict=False):
            single = replace(
                chunk,
                form="office",
                country_codes=(place.country_code,),
                name=name[0],
                names=(),
                start=name[1],
                end=name[2],
            )
            draft = self.find_named(name_words(name[0]), single) or self.find_nameless(single, False)
            if draft is None:
                draft = self.new_draft(chunk)
                draft.side = SideTold(place.start, place.end, "pair", country_code=place.country_code)
            self.note(draft, single, name=name, is_told_here=False)
        return bool(meant)

    def read_one(self, chunk: Chunk, own: Sequence[str], name: tuple[str, int, int] | None) -> None:
        """Give one holder of a plural office the person meant."""
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
        self.note(draft or self.new_draft(chunk), single, name=name, codes=own)

    def read_collective(self, chunk: Chunk) -> None:
        """Give a plural office that names no state the holders in the states meant, those told before if there are two."""
        if chunk.office is None or chunk.organization_id is not None:
            return
        sent = self.pairs.senders(chunk.start) if self.pairs is not None else []
        held = self.holders_of_two(chunk) if chunk.is_pair and not sent else []
        if held:
            for draft in sorted(held, key=lambda d: d.key):
                self.note(draft, replace(chunk, office=None, head="", country_codes=()))
            return
        if not is_held_by_one(chunk.office) and not sent:
            return
        meant = sent or (self.pairs.of_group(chunk.start, chunk.end) if self.pairs is not None else [])
        for office in chunk.offices or (chunk.office,):
            for place in meant:
                self.read_meant(replace(chunk, office=office), place)

    def holders_of_two(self, chunk: Chunk) -> list[Draft]:
        """Return the last holders of an office, one of each of two states, or none where there are not just two."""
        states: dict[str, Draft] = {}
        for draft in sorted(self.drafts, key=lambda d: (-d.last_sentence, -d.key)):
            is_fit = self.may_hold(draft, chunk) and not self.is_other_rank(draft, chunk)
            if draft.country and draft.country not in states and is_fit:
                states[draft.country] = draft
        return list(states.values()) if len(states) == 2 and len(chunk.offices) < 2 else []

    def is_other_rank(self, draft: Draft, chunk: Chunk) -> bool:
        """Return whether secretaries are meant and a person is told as the minister whose deputy one of them is."""
        return chunk.head == "secretary" and is_minister_only(draft, self.drafts)

    def read_meant(self, chunk: Chunk, place: PlaceMention) -> None:
        """Give the holder of an office in a state told elsewhere the person meant, with the words that tell the state."""
        single = replace(chunk, form="office", country_codes=(place.country_code,), offices=())
        draft = self.find_office(single)
        if draft is not None and not self.is_other_rank(draft, chunk):
            self.note(draft, replace(single, office=None, head="") if draft.roles else single, is_told_here=False)
            return
        draft = self.new_draft(chunk)
        draft.side = SideTold(place.start, place.end, "pair", country_code=place.country_code)
        self.note(draft, single, is_told_here=False)

    def read_counterpart(self, chunk: Chunk, before: Sequence[ActorMention], mate: Draft | None = None) -> None:
        """Give "his Kazakh counterpart" its person: the office is the mate's, the state its own."""
        mate = mate or next(
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

    def read_counterparts(self, chunk: Chunk, before: Sequence[ActorMention], listed: Sequence[int]) -> None:
        """Give "his Malaysian and Thai colleagues, A and B" their persons, each of the state in the same order."""
        codes, names = chunk.country_codes, chunk.names
        if names and len(names) == len(codes):
            for code, (name, start, end) in zip(codes, names, strict=True):
                single = replace(
                    chunk,
                    start=start,
                    end=end,
                    name=name,
                    name_start=start,
                    name_end=end,
                    names=(),
                    country_codes=(code,),
                )
                self.read_counterpart(single, before)
            return
        if names:
            return
        mates = self.last_group(before, codes)
        if len(codes) > 1:
            for code in codes:
                self.read_counterpart(replace(chunk, country_codes=(code,)), before)
        elif codes and len(mates) > 1:
            for mate in mates:
                self.read_counterpart(chunk, before, mate)
        elif not codes and listed:
            self.match_listed(before, listed)

    def last_group(self, before: Sequence[ActorMention], codes: Sequence[str]) -> list[Draft]:
        """Return the persons of the last plural office, which several of another state hold."""
        last = before[-1] if before else None
        keys = [m.person for m in before if last is not None and (m.start, m.end) == (last.start, last.end)]
        group = [self.drafts[key] for key in dict.fromkeys(keys)]
        return group if len({draft.country for draft in group}) == 1 and group[0].country not in codes else []

    def match_listed(self, before: Sequence[ActorMention], listed: Sequence[int]) -> None:
        """Give those listed before "their Nordic counterparts" the person before them as the one whose office they share."""
        mate = next((m.person for m in reversed(before) if m.person not in listed), None)
        for key in listed:
            draft = self.drafts[key]
            if mate is not None and draft.mate is None and not draft.types:
                draft.mate = mate


def is_held_by_one(office: OfficeTold) -> bool:
    """Return whether an office is told so exactly that a state has one holder of it, or few."""
    if office.office_type in MANY_HOLD:
        return False
    return office.office_type not in BROAD_TYPES or " " in office.role
