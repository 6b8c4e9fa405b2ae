"""States that no mention of a person tells: by the words around, by the listed person, by whose text it is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from security_meetings.annotate.drafts import BROAD_TYPES, Draft, SideTold, own_side
from security_meetings.annotate.list_sides import ListSides, Side
from security_meetings.annotate.own_side import OwnSide
from security_meetings.documents import ActorMention

BODY_TYPES = frozenset(["organization_head", "organization_official"])
ABROAD_TYPES = frozenset(["ambassador", "special_envoy"])
LOOSE_TYPES = frozenset(["other_official", "legislator", "governor"])
SURE_BASES = ("issuer", "address")


def tell_sides(
    drafts: Sequence[Draft],
    mentions: Sequence[ActorMention],
    lists: ListSides,
    own: OwnSide | None,
    own_offices: Mapping[str, str],
    own_bodies: Mapping[str, str],
) -> None:
    """Give the persons told without a state or body the side that their surroundings tell."""
    tell_listed(drafts, mentions, lists, own_offices, own_bodies)
    tell_own(drafts, mentions, lists, own, own_offices, own_bodies)
    tell_listed(drafts, mentions, lists, own_offices, own_bodies)


def tell_own(
    drafts: Sequence[Draft],
    mentions: Sequence[ActorMention],
    lists: ListSides,
    own: OwnSide | None,
    own_offices: Mapping[str, str],
    own_bodies: Mapping[str, str],
) -> None:
    """Give the holders of offices that no words tell a state of that of the text's issuer, outlet or dateline."""
    lead = min((draft.first_sentence for draft in drafts), default=0)
    open_drafts = [
        d
        for d in drafts
        if not d.has_side and d.side is None and d.mate is None and (d.types or (d.key == 0 and d.has_rank))
    ]
    if own is not None and own.organization_id is not None:
        for draft in open_drafts:
            if BODY_TYPES & set(draft.types):
                draft.side = SideTold(own.start, own.end, "issuer", organization_id=own.organization_id)
    believed = [d for d in open_drafts if d.believed_country and not BODY_TYPES & set(d.types)]
    own = own_of_register(believed, mentions, own)
    if own is None or own.country_code is None or (own.basis == "outlet" and not lists.tells(own.country_code)):
        return
    guests = {m.person for m in mentions if lists.is_foreign(m)}
    if own.basis not in SURE_BASES or any(d.known_country == own.country_code and d.key in guests for d in drafts):
        guests = set()
    taken = types_of_state(drafts, own.country_code)
    last = lead + 1 if own.is_away or own.basis == "dateline" else len(lists.sentences)
    for draft in open_drafts:
        if draft.side is not None or draft.believed_country or own_side(draft, own_offices, own_bodies) != (None, None):
            continue
        kinds = set(draft.types)
        if not may_be_own(draft, own) or kinds & taken or draft.key in guests or draft.first_sentence > last:
            continue
        told = [m for m in mentions if m.person == draft.key]
        if any(lists.is_owned(m) for m in told) or stands_opposite(told[0], mentions, drafts, lists, own):
            continue
        draft.side = SideTold(own.start, own.end, own.basis, country_code=own.country_code)
        taken |= kinds - BROAD_TYPES


def tell_listed(
    drafts: Sequence[Draft],
    mentions: Sequence[ActorMention],
    lists: ListSides,
    own_offices: Mapping[str, str],
    own_bodies: Mapping[str, str],
) -> None:
    """Give persons the side that a cue, an owner or a list tells."""
    given = sides_of_offices(drafts, mentions, own_offices, own_bodies)
    ordered = sorted(mentions, key=lambda mention: (mention.start, mention.end))
    for at, mention in enumerate(ordered):
        draft = drafts[mention.person]
        if draft.has_side or draft.side is not None:
            continue
        side = lists.told_before(mention) or lists.told_of_owner(mention)
        if side is None and draft.mate is None and not draft.believed_country:
            side = lists.told_in_list(mention, ordered[at - 1] if at else None, drafts, given)
        if side is not None:
            given[draft.key] = side
            draft.side = SideTold(side.start, side.end, "list", side.country_code, side.organization_id)


def sides_of_offices(
    drafts: Sequence[Draft],
    mentions: Sequence[ActorMention],
    own_offices: Mapping[str, str],
    own_bodies: Mapping[str, str],
) -> dict[int, Side]:
    """Return the sides of those whose office only one state or body has, with the words that name it."""
    found: dict[int, Side] = {}
    for mention in mentions:
        draft = drafts[mention.person]
        if draft.key not in found and not draft.has_side and mention.office is not None:
            state, body = own_side(draft, own_offices, own_bodies)
            if state is not None or body is not None:
                found[draft.key] = Side(mention.office.start, mention.office.end, state, body)
    return found


def own_of_register(believed: Sequence[Draft], mentions: Sequence[ActorMention], own: OwnSide | None) -> OwnSide | None:
    """Return whose text it is, by the one state of the listed persons told without theirs where nothing surer says it."""
    states = {draft.believed_country for draft in believed}
    if (own is not None and own.basis != "dateline") or len(states) != 1:
        return own
    mention = next(m for m in mentions if m.person == believed[0].key)
    return OwnSide(mention.start, mention.end, "register", country_code=believed[0].believed_country)


def types_of_state(drafts: Sequence[Draft], country_code: str) -> set[str]:
    """Return the offices of one holder each that persons of a state are told to hold."""
    held: set[str] = set()
    for draft in drafts:
        state = draft.side.country_code if draft.side is not None and not draft.has_side else draft.known_country
        if state == country_code:
            held |= set(draft.types) - BROAD_TYPES
    return held


def stands_opposite(
    mention: ActorMention, mentions: Sequence[ActorMention], drafts: Sequence[Draft], lists: ListSides, own: OwnSide
) -> bool:
    """Return whether a person is the one with whom, the sentence says, somebody of the own side met."""
    if not lists.follows_encounter(mention):
        return False
    here = lists.sentence_at(mention.start)
    first = next((m for m in mentions if here is not None and here.start <= m.start < mention.start), None)
    if first is None:
        return False
    draft = drafts[first.person]
    side = draft.side.country_code if draft.side is not None and not draft.has_side else draft.known_country
    return side == own.country_code


def may_be_own(draft: Draft, own: OwnSide) -> bool:
    """Return whether a person may hold an office of the state whose text it is: more surely so, the surer the sign."""
    kinds = set(draft.types)
    if kinds & (BODY_TYPES | ABROAD_TYPES):
        return False
    if not kinds:
        return own.basis in SURE_BASES
    if own.basis in SURE_BASES:
        return bool(draft.names) or not kinds & LOOSE_TYPES
    return not kinds & LOOSE_TYPES
