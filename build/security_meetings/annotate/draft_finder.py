"""Which person told before a mention means: by name, office, state, or as the one opposite."""

from __future__ import annotations

from collections.abc import Sequence

from security_meetings.annotate.chunks import Chunk
from security_meetings.annotate.drafts import (
    SINGLE_OFFICES,
    VAGUE_HEADS,
    Draft,
    compatible_countries,
    compatible_offices,
    shares_words,
)
from security_meetings.annotate.same_names import name_words, same_name


class DraftFinder:
    """Holds the persons of an article read so far, and finds the one that a chunk means."""

    def __init__(self, own_country: str | None = None) -> None:
        self.own_country = own_country
        self.drafts: list[Draft] = []
        self.heads_around: frozenset[str] = frozenset()

    def latest_first(self) -> list[Draft]:
        """Return the persons, the last mentioned first, of one sentence the one that stood first in it."""
        return sorted(self.drafts, key=lambda draft: (-draft.last_sentence, draft.last_at, -draft.key))

    def find_named(self, words: Sequence[str], chunk: Chunk) -> Draft | None:
        """Return the person of the article that a name means, the latest mentioned first."""
        for draft in sorted(self.drafts, key=lambda d: (-d.last_sentence, -d.key)):
            full = [known for known in draft.names if len(known) > 1] if len(words) > 1 else []
            if any(same_name(words, known) for known in full or draft.names) and compatible_countries(
                draft, chunk.country_codes
            ):
                return draft
        return None

    def is_too_vague(self, chunk: Chunk) -> bool:
        """Return whether an office of no told state is only a kind of office ("the minister"), held by nobody in a headline."""
        if chunk.office is None:
            return True
        is_headlined = chunk.determiner == "the" and chunk.head in self.heads_around
        is_bare = chunk.office.role.lower() == chunk.head and not is_headlined
        return is_bare and chunk.office.office_type not in SINGLE_OFFICES

    def find_nameless(self, chunk: Chunk, is_first_of_sentence: bool) -> Draft | None:
        """Return the office-holder told without a name whom this name fits."""
        is_foreign = bool(self.own_country and chunk.country_codes) and self.own_country not in chunk.country_codes
        nameless = [
            draft
            for draft in self.drafts
            if not draft.names
            and not draft.stands_beside(chunk)
            and not (is_foreign and not draft.has_side and draft.mate is None)
        ]
        if chunk.office is not None:
            fitting = [
                draft
                for draft in nameless
                if self.may_be_named(draft, chunk)
                and compatible_countries(draft, chunk.country_codes)
                and (chunk.country_codes or draft.mate is None)
            ]
            return fitting[-1] if fitting and (chunk.country_codes or len(fitting) == 1) else None
        if chunk.country_codes:
            fitting = [draft for draft in nameless if shares_state(chunk, draft)]
            return fitting[0] if len(fitting) == 1 else None
        lead = [draft for draft in nameless if chunk.sentence - draft.last_sentence <= 2 and draft.mate is None]
        return lead[0] if is_first_of_sentence and len(lead) == 1 and len(name_words(chunk.name or "")) > 1 else None

    def may_be_named(self, draft: Draft, chunk: Chunk) -> bool:
        """Return whether the office told with a name is that of a nameless person, or a shorter form of it ("Acting Minister")."""
        told = [office for office in (chunk.office, chunk.second_office) if office is not None]
        if {office.office_type for office in told} & set(draft.types):
            return True
        roles = [role for role in draft.roles if " " in role]
        is_bare = chunk.office is not None and chunk.office.is_plural and chunk.office.role.lower() == chunk.head
        if is_bare and chunk.head in draft.heads and shares_state(chunk, draft):
            return True
        return (
            any(" " in office.role and shares_words(office.role, roles) for office in told)
            and chunk.head in draft.heads
        )

    def find_office(self, chunk: Chunk) -> Draft | None:
        """Return the person whom an office without a name takes up again: of the state told, else one of an untold state."""
        latest = self.latest_first()
        if self.own_country and not chunk.country_codes and not chunk.organization_id:
            latest.sort(key=lambda d: d.known_country not in (None, self.own_country) or d.organization_id is not None)
        vague = chunk.head in VAGUE_HEADS and chunk.country_codes
        exact = [d for d in latest if self.holds_exactly(d, chunk)]
        latest = exact + [d for d in latest if d not in exact]
        for draft in latest:
            if vague and draft.types and shares_state(chunk, draft):
                return draft
            if chunk.country_codes and not shares_state(chunk, draft):
                continue
            if chunk.organization_id and chunk.organization_id != draft.organization_id:
                continue
            if self.may_hold(draft, chunk):
                return draft
        if chunk.country_codes:
            mates = (d for d in latest if d.mate is not None and not d.countries and self.may_hold(d, chunk))
            return next(mates, None) or self.find_sideless(chunk)
        return None

    def find_sideless(self, chunk: Chunk) -> Draft | None:
        """Return the one named person of no told side whose office "the Omani leader" tells again with the state."""
        found = [
            d
            for d in self.drafts
            if d.names and not d.has_side and d.known_country is None and d.mate is None and chunk.head in d.heads
        ]
        is_again = len(found) == 1 and chunk.determiner == "the" and chunk.sentence > found[0].first_sentence
        return found[0] if is_again and self.may_hold(found[0], chunk) else None

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

    def find_opposite_nameless(self, chunk: Chunk, mate: Draft | None) -> Draft | None:
        """Return the nameless holder of the mate's office in the state told."""
        for draft in self.drafts:
            if (not draft.names and shares_state(chunk, draft) and mate is not None and draft.key != mate.key) and (
                not draft.types or not mate.types or set(draft.types) & set(mate.types) or draft.mate is not None
            ):
                return draft
        return None

    def find_opposite(self, chunk: Chunk, mate: Draft | None) -> Draft | None:
        """Return the person whom a counterpart without a name means."""
        for draft in sorted(self.drafts, key=lambda d: (-d.last_sentence, -d.key)):
            if mate is not None and draft.key == mate.key:
                continue
            if (chunk.country_codes and not shares_state(chunk, draft)) or self.is_opposite_another(draft, mate):
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

    def is_opposite_another(self, draft: Draft, mate: Draft | None) -> bool:
        """Return whether a person is the counterpart of somebody with another office than the mate's."""
        if mate is None or draft.mate is None or draft.types:
            return False
        kinds = set(self.drafts[draft.mate].types)
        return bool(kinds and mate.types) and not kinds & set(mate.types)


def shares_state(chunk: Chunk, draft: Draft) -> bool:
    """Return whether a state told in a chunk is that of a person, by the text or by the register."""
    return bool(set(chunk.country_codes) & set(draft.countries or [draft.known_country or ""]))
