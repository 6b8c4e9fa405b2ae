"""One person an office: names told around the story given to the offices in it, a nameless office and its named holder joined."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from security_meetings.annotate.chunks import Chunk, SentenceUnits
from security_meetings.annotate.drafts import BROAD_TYPES, Draft, is_minister_only, same_ruler
from security_meetings.annotate.persons import PersonResolver
from security_meetings.annotate.same_names import name_words, same_name
from security_meetings.annotate.units import Unit
from security_meetings.documents import ActorMention

PLAIN_LENGTH = 4


def name_from_around(resolver: PersonResolver, around: Sequence[SentenceUnits]) -> None:
    """Give persons of the story the fuller name and the office that a headline, header or signature tells of them."""
    for line in around:
        heads = {unit.meaning.value for unit in line.units if unit.kind == "h"}
        is_shouted = not any(is_plain_word(unit) for unit in line.units)
        for chunk in line.chunks:
            if (
                chunk.name is None
                or (is_shouted and not is_closed(line, chunk))
                or (chunk.office is None and not chunk.has_rank)
            ):
                continue
            alike = find_alike(resolver.drafts, chunk)
            if len(alike) == 1 and tells_more(alike[0], chunk):
                draft: Draft | None = alike[0]
            else:
                draft = None if alike else find_office_holder(resolver.drafts, chunk, heads)
            if draft is not None:
                last = draft.last_sentence
                resolver.note(draft, chunk)
                draft.last_sentence = last
    resolver.mentions.sort(key=lambda mention: (mention.start, mention.end))


def is_plain_word(unit: Unit) -> bool:
    """Return whether a unit is a word in small letters that a headline all in capitals would not have."""
    return unit.kind == "w" and unit.text.islower() and len(unit.text) >= PLAIN_LENGTH


def is_closed(line: SentenceUnits, chunk: Chunk) -> bool:
    """Return whether a line ends, or a stop stands, after a chunk with a full name, so that no verb can belong to the name."""
    after = next((unit for unit in line.units if unit.start >= chunk.end), None)
    return len(name_words(chunk.name or "")) > 1 and (after is None or after.kind in ",;)&(xs")


def find_alike(drafts: Sequence[Draft], chunk: Chunk) -> list[Draft]:
    """Return the persons whose name is that of a chunk, cut short or alike."""
    words = name_words(chunk.name or "")
    return [draft for draft in drafts if any(same_name(words, known) for known in draft.names)]


def tells_more(draft: Draft, chunk: Chunk) -> bool:
    """Return whether a chunk tells a fuller name, or the office, of a person."""
    is_fuller = len(name_words(chunk.name or "")) > max(len(known) for known in draft.names)
    return fits_state(draft, chunk) and (is_fuller or (chunk.office is not None and not draft.roles))


def find_office_holder(drafts: Sequence[Draft], chunk: Chunk, heads: set[str]) -> Draft | None:
    """Return the one nameless holder of the office that a chunk, or the line around a name, tells."""
    nameless = [draft for draft in drafts if not draft.names and draft.mate is None and fits_state(draft, chunk)]
    if chunk.office is not None:
        kind = chunk.office.office_type
        found = [d for d in nameless if kind in d.types and (chunk.head in d.heads or may_share(kind, chunk.head, d))]
    else:
        found = [draft for draft in nameless if draft.heads & heads and not draft.countries]
    return found[0] if len(found) == 1 else None


def may_share(kind: str, head: str, draft: Draft) -> bool:
    """Return whether two heads of office may name one office of a type that has one holder."""
    return kind not in BROAD_TYPES and same_ruler(head, draft)


def fits_state(draft: Draft, chunk: Chunk) -> bool:
    """Return whether the state or body told of a chunk does not contradict that of a person."""
    if chunk.organization_id and draft.organization_id and chunk.organization_id != draft.organization_id:
        return False
    known = {draft.known_country, draft.side.country_code if draft.side else None} - {None}
    return not chunk.country_codes or not known or bool(known & set(chunk.country_codes))


def join_shorter(resolver: PersonResolver) -> None:
    """Join a nameless office with the one person of no told side whose office, told later, is a shorter form of it."""
    join_drafts(resolver, find_shorter)


def join_holders(resolver: PersonResolver) -> None:
    """Join each nameless office with the one named person of the same side who holds it."""
    join_drafts(resolver, find_twin)


def join_drafts(resolver: PersonResolver, find: Callable[[Draft, Sequence[Draft]], Draft | None]) -> None:
    """Join each person with the one found for it, and number the persons anew."""
    drafts = resolver.drafts
    join_twins(
        resolver, {draft.key: twin.key for draft in drafts for twin in [find(draft, drafts)] if twin is not None}
    )


def join_twins(resolver: PersonResolver, twins: dict[int, int]) -> None:
    """Join each person with its twin, by their numbers, and number the persons anew."""
    drafts = resolver.drafts
    if not twins:
        return
    kept = [draft for draft in drafts if draft.key not in twins]
    numbers = {draft.key: number for number, draft in enumerate(kept)}
    for key, twin in twins.items():
        drafts[twin].roles += drafts[key].roles
        drafts[twin].types += drafts[key].types
        drafts[twin].countries += drafts[key].countries
        drafts[twin].organization_id = drafts[twin].organization_id or drafts[key].organization_id
        drafts[twin].first_sentence = min(drafts[twin].first_sentence, drafts[key].first_sentence)
    resolver.mentions[:] = [renumber(mention, twins, numbers) for mention in resolver.mentions]
    for draft in kept:
        draft.key = numbers[draft.key]
        draft.mate = None if draft.mate is None else numbers[twins.get(draft.mate, draft.mate)]
        draft.mate = None if draft.mate == draft.key else draft.mate
    resolver.drafts[:] = kept


def renumber(mention: ActorMention, twins: dict[int, int], numbers: dict[int, int]) -> ActorMention:
    """Return a mention with the number of the person who is left."""
    return replace(mention, person=numbers[twins.get(mention.person, mention.person)])


def find_twin(draft: Draft, drafts: Sequence[Draft]) -> Draft | None:
    """Return the one named person of the same side with the office of a nameless one; none for offices that many hold."""
    kinds = set(draft.types) - BROAD_TYPES
    if draft.names or not kinds or draft.mate is not None or side_of(draft) is None:
        return None
    named = [d for d in drafts if d.names and side_of(d) == side_of(draft) and not is_deputy_of(draft, d, drafts)]
    found = [d for d in named if kinds & set(d.types)] or [d for d in named if not d.types and kinds & d.believed]
    return found[0] if len(found) == 1 else None


def is_deputy_of(draft: Draft, other: Draft, drafts: Sequence[Draft]) -> bool:
    """Return whether a nameless one of "the secretaries of both countries" is told beside the minister."""
    is_meant = draft.side is not None and draft.side.rule == "pair"
    return is_meant and "secretary" in draft.heads and is_minister_only(other, drafts)


def find_shorter(draft: Draft, drafts: Sequence[Draft]) -> Draft | None:
    """Return the one named person without a side whose office is a shorter form of a nameless one's ("Acting Minister")."""
    if draft.names or draft.mate is not None or not draft.has_side:
        return None
    found = [
        d
        for d in drafts
        if d.names
        and d.roles
        and side_of(d) is None
        and d.mate is None
        and all(is_shorter(role, draft) for role in d.roles)
    ]
    return found[0] if len(found) == 1 else None


def is_shorter(role: str, draft: Draft) -> bool:
    """Return whether an office of two words or more is told with fewer words of a longer one, in their order."""
    words = role.lower().split()
    for longer in (known.lower().split() for known in draft.roles):
        left = iter(longer)
        if 1 < len(words) < len(longer) and words[-1] == longer[-1] and all(word in left for word in words):
            return True
    return False


def side_of(draft: Draft) -> str | None:
    """Return the state or body of a person, told or by the surroundings."""
    if draft.known_country or draft.organization_id:
        return draft.known_country or draft.organization_id
    return None if draft.side is None else draft.side.country_code or draft.side.organization_id
