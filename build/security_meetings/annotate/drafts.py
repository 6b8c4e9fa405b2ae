"""Persons while an article is still being read, and what is known of them when it has been."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from security_meetings.annotate.chunks import Chunk
from security_meetings.annotate.same_names import name_words
from security_meetings.documents import OfficeTold, Person

BROAD_TYPES = frozenset(
    [
        "other_official",
        "other_minister",
        "deputy_minister",
        "military_commander",
        "organization_official",
        "special_envoy",
        "ambassador",
        "legislator",
        "governor",
    ]
)
SINGLE_OFFICES = ("head_of_state", "head_of_government", "organization_head")
RULERS = ("head_of_state", "head_of_government")
RULER_HEADS = (
    frozenset(["prime minister", "premier", "pm"]),
    frozenset(["chancellor"]),
    frozenset(["president"]),
    frozenset(["king", "monarch", "queen"]),
    frozenset(["emir", "amir"]),
    frozenset(["sultan"]),
    frozenset(["supreme leader"]),
)
DESCRIPTIONS = frozenset(["head of state", "head of government"])
SHORT_BODY = re.compile(r"[^\W\d_]+ of (?:the )?(?P<body>[a-z]+)")
DEPUTY_WORDS = frozenset(["deputy", "vice", "assistant", "former", "acting"])
NO_BODIES: Mapping[str, str] = {}
VAGUE_HEADS = frozenset(["official", "leader", "diplomat"])
GENERIC_HEADS = frozenset(
    [
        "minister",
        "official",
        "leader",
        "secretary",
        "chief",
        "head",
        "commander",
        "president",
        "director",
        "envoy",
        "ambassador",
        "premier",
        "chairman",
        "speaker",
        "adviser",
        "advisor",
    ]
)


@dataclass(frozen=True, slots=True)
class SideTold:
    """A state or body that the surroundings of a person tell, the words that do, and the rule."""

    start: int
    end: int
    rule: str
    country_code: str | None = None
    organization_id: str | None = None


@dataclass(slots=True)
class Draft:
    """A person while the article is still being read."""

    key: int
    names: list[tuple[str, ...]] = field(default_factory=list)
    written: list[str] = field(default_factory=list)
    roles: list[str] = field(default_factory=list)
    types: list[str] = field(default_factory=list)
    heads: set[str] = field(default_factory=set)
    countries: list[str] = field(default_factory=list)
    organization_id: str | None = None
    mate: int | None = None
    first_sentence: int = 0
    last_sentence: int = 0
    last_at: int = 0
    has_rank: bool = False
    believed: frozenset[str] = frozenset()
    believed_country: str | None = None
    side: SideTold | None = None

    def learn(self, chunk: Chunk, name: str | None, own: Sequence[str]) -> None:
        """Take in the name, office and state that a mention tells."""
        if name:
            self.names.append(name_words(name))
            self.written.append(name)
        if chunk.office is not None and not (chunk.office.is_former and self.roles):
            second = chunk.second_office
            is_joined = second is not None and bool(chunk.joint)
            self.roles.append(
                f"{chunk.office.role}{chunk.joint}{second.role}" if second and is_joined else chunk.office.role
            )
            self.types.append(second.office_type if second and is_joined else chunk.office.office_type)
            if second is not None and is_joined:
                self.roles.append(second.role)
                self.types.append(second.office_type)
            if chunk.more_office is not None:
                self.roles.append(chunk.more_office.role)
                self.types.append(chunk.more_office.office_type)
        if chunk.alias:
            self.names.append((chunk.alias.lower(),))
        if chunk.head:
            self.heads.add(chunk.head)
        self.countries.extend(own[:1])
        self.organization_id = self.organization_id or chunk.organization_id
        if chunk.sentence != self.last_sentence or not self.last_at:
            self.last_at = chunk.start
        self.last_sentence = chunk.sentence
        self.has_rank = self.has_rank or chunk.has_rank

    @property
    def country(self) -> str | None:
        """Return the state told most often, the first told where equal."""
        return max(
            self.countries, key=lambda code: (self.countries.count(code), -self.countries.index(code)), default=None
        )

    @property
    def known_country(self) -> str | None:
        """Return the state told, else that of the listed person whose name it is."""
        return self.country or (self.believed_country if self.organization_id is None else None)

    @property
    def has_side(self) -> bool:
        """Return whether a state or body is told with a mention."""
        return bool(self.countries) or self.organization_id is not None

    def stands_beside(self, chunk: Chunk) -> bool:
        """Return whether the state is told of another person only ("the minister met the Iraqi minister")."""
        is_other = bool(chunk.country_codes) and not self.countries
        return is_other and self.mate is None and self.last_sentence == chunk.sentence


def compatible_countries(draft: Draft, codes: Sequence[str]) -> bool:
    """Return whether the states told of a mention do not contradict those of a person."""
    known = set(draft.countries) or {draft.believed_country} - {None}
    return not codes or not known or bool(set(codes) & known)


def compatible_offices(draft: Draft, office: OfficeTold | None, head: str) -> bool:
    """Return whether an office told may be one that a person holds."""
    if office is None or not draft.types:
        return True
    if office.office_type in draft.types:
        if office.office_type in BROAD_TYPES:
            return shares_words(office.role, draft.roles)
        return office.office_type not in RULERS or same_ruler(head, draft)
    if is_short_form(office.role, head, draft):
        return True
    if (
        head == "minister"
        and (office.office_type == "deputy_minister") == ("deputy_minister" in draft.types)
        and any(kind.endswith("minister") for kind in draft.types)
        and "minister" in draft.heads
        and " " in office.role
    ):
        return shares_words(office.role, [role for role in draft.roles if " " in role])
    return head in GENERIC_HEADS and office.role.lower() == head and head in draft.heads | head_aliases(draft)


def is_short_form(role: str, head: str, draft: Draft) -> bool:
    """Return whether an office is told by the kind of its body alone: "secretary of the council", of whichever was named."""
    short = SHORT_BODY.fullmatch(role)
    if short is None or head not in draft.heads:
        return False
    told = [set(known.lower().split()) for known in draft.roles]
    return any(short["body"] in words and not words & DEPUTY_WORDS for words in told)


def same_ruler(head: str, draft: Draft) -> bool:
    """Return whether two heads name one office of a ruler: "premier" and "prime minister", but not "chancellor"."""
    alike = [group for group in RULER_HEADS if head in group]
    known = {other for other in draft.heads for group in RULER_HEADS if other in group}
    return not alike or not known or any(group & known for group in alike)


def is_minister_only(draft: Draft, drafts: Sequence[Draft]) -> bool:
    """Return whether a person, or the one whose counterpart he or she is, is told as a minister and never as a secretary."""
    mate = drafts[draft.mate] if draft.mate is not None and not draft.heads else draft
    return "minister" in mate.heads and "secretary" not in mate.heads


def shares_words(role: str, known: Sequence[str]) -> bool:
    """Return whether an office of a type that many hold is told with words of an office known."""
    words = set(role.lower().split())
    return any(words <= set(other.lower().split()) or set(other.lower().split()) <= words for other in known)


def head_aliases(draft: Draft) -> set[str]:
    """Return the bare heads by which a person's office may be taken up again."""
    aliases = set()
    if any(kind.endswith("minister") for kind in draft.types):
        aliases.add("minister")
    if draft.types:
        aliases.add("official")
    if any(kind in ("head_of_state", "head_of_government") for kind in draft.types):
        aliases.add("leader")
    if any("chief" in kind or "commander" in kind for kind in draft.types):
        aliases.update(("chief", "commander", "head"))
    return aliases


def finish_persons(
    drafts: Sequence[Draft], own_offices: Mapping[str, str], own_bodies: Mapping[str, str] = NO_BODIES
) -> tuple[Person, ...]:
    """Return the persons of an article with their fullest name and role; a counterpart takes the mate's office."""
    return tuple(finish_person(draft, drafts, own_offices, own_bodies) for draft in drafts)


def finish_person(
    draft: Draft, drafts: Sequence[Draft], own_offices: Mapping[str, str], own_bodies: Mapping[str, str]
) -> Person:
    """Return one person."""
    role, office_type = fullest_role(draft)
    if draft.mate is not None and (role is None or role.lower() in GENERIC_HEADS):
        mate_role, mate_type = fullest_role(drafts[draft.mate])
        role, office_type = (mate_role, mate_type) if mate_role is not None else (role, office_type)
    name = max(draft.written, key=lambda text: (len(name_words(text)), len(text)), default=None)
    state, body, told = draft.country, draft.organization_id, draft.side
    if body is not None and leads_body(draft):
        state = None
    if state is None and body is None and told is not None:
        state, body = told.country_code, told.organization_id
    elif state is None and body is None:
        told = None
        state, body = own_side(draft, own_offices, own_bodies)
        state = state or (draft.believed_country if body is None else None)
    elif told is None or state is None or told.country_code != state:
        told = None
    return Person(
        key=draft.key,
        name=name,
        role=role,
        office_type=office_type,
        country_code=state,
        organization_id=body if state is None else None,
        other_names=tuple(sorted({text for text in draft.written if text != name})),
        side_start=told.start if told else None,
        side_end=told.end if told else None,
        side_rule=told.rule if told else "",
    )


def leads_body(draft: Draft) -> bool:
    """Return whether a person holds the chair of a body beside an office of a state, and stands for the body."""
    return (
        bool(draft.types) and draft.types[0] == "organization_head" and any("in-office" in head for head in draft.heads)
    )


def own_side(
    draft: Draft, own_offices: Mapping[str, str], own_bodies: Mapping[str, str]
) -> tuple[str | None, str | None]:
    """Return the state or body of an office, or of a ministry named in it, that only one has, told without it."""
    held = [role.lower() for role in draft.roles]
    found = next((own_offices[role] for role in held if role in own_offices), None)
    if found is None:
        found = next((own_bodies[body] for body in own_bodies for role in held if f" {body} " in f" {role} "), None)
    is_state = found is not None and len(found) == 3 and found.isalpha()
    return (found, None) if is_state else (None, found)


def fullest_role(draft: Draft) -> tuple[str | None, str | None]:
    """Return the role with most words and its type; a bare head such as "minister" only where nothing else is told."""
    told = list(zip(draft.roles, draft.types, strict=True))
    if not told:
        return None, None
    return max(told, key=lambda item: (item[0].lower() not in DESCRIPTIONS, len(item[0].split()), len(item[0])))
