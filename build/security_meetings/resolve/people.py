"""People: the persons of all articles brought to one each, by name, state, office and the register."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from rapidfuzz import fuzz

from security_meetings.annotate.register import Register
from security_meetings.annotate.same_names import name_words, same_name
from security_meetings.documents import Person
from security_meetings.identifiers import make_id
from security_meetings.records import Coding
from security_meetings.results import Sighting

PersonKey = tuple[str, int]


@dataclass(slots=True)
class KnownPerson:
    """A person of the dataset while it is put together."""

    person_id: str
    is_listed: bool
    names: list[str] = field(default_factory=list)
    states: list[str] = field(default_factory=list)
    types: set[str] = field(default_factory=set)


def resolve_people(codings: Sequence[Coding], register: Register) -> tuple[dict[PersonKey, str], list[KnownPerson]]:
    """Return the person id of every named person of every article, and all persons, in order of first mention.

    `codings` come in the order of publication, so that neither the order of files nor a later article changes an id.
    """
    ids: dict[PersonKey, str] = {}
    known: list[KnownPerson] = []
    waiting: list[tuple[Coding, Person]] = []
    for coding in codings:
        for person in coding.document.persons:
            if person.name is None:
                continue
            if len(name_words(person.name)) < 2:
                waiting.append((coding, person))
            else:
                assign(coding, person, known, ids, register)
    for coding, person in waiting:
        assign(coding, person, known, ids, register)
    return ids, known


def assign(
    coding: Coding, person: Person, known: list[KnownPerson], ids: dict[PersonKey, str], register: Register
) -> None:
    """Give one person of one article its id: that of the register, of a person known, or a new one."""
    state = person.country_code or person.organization_id
    listed = register.find_person(person.name or "", person.office_type, person.country_code)
    found = next((k for k in known if k.person_id == listed), None) if listed else find_known(person, state, known)
    if found is None:
        person_id = listed or new_id(coding, person)
        found = KnownPerson(person_id, listed is not None)
        known.append(found)
    found.names += [name for name in (person.name, *person.other_names) if name and name not in found.names]
    if state and state not in found.states:
        found.states.append(state)
    if person.office_type:
        found.types.add(person.office_type)
    ids[coding.document.article.article_id, person.key] = found.person_id


def find_known(person: Person, state: str | None, known: Sequence[KnownPerson]) -> KnownPerson | None:
    """Return the person whom a name means: of the same state, spelled alike; a nearer office decides between several."""
    words = name_words(person.name or "")
    fitting = []
    for other in known:
        if state and other.states and state not in other.states:
            continue
        best = max((likeness(words, name_words(name)) for name in other.names), default=0.0)
        same_office = person.office_type in other.types if person.office_type else False
        if len(words) < 2 and not (same_office and best >= 90):
            continue
        if best >= 90 or (best >= 76 and same_office and state in other.states):
            fitting.append((same_office, best, other))
    fitting.sort(key=lambda item: (-item[0], -item[1]))
    return fitting[0][2] if fitting else None


def likeness(one: Sequence[str], other: Sequence[str]) -> float:
    """Return how alike two names are, 0 to 100: whole names in any order of words, or one within the other."""
    joined = float(fuzz.token_sort_ratio(" ".join(one), " ".join(other)))
    return max(joined, 92.0 if same_name(one, other) else 0.0)


def new_id(coding: Coding, person: Person) -> str:
    """Return an id made of the first mention of a person."""
    article = coding.document.article
    mention = next(m for m in coding.document.actors if m.person == person.key and m.name_start is not None)
    return make_id("q", article.text_sha256, article.raw_span(mention.name_start or 0, (mention.name_end or 0))[0])


def sight_people(codings: Sequence[Coding], ids: Mapping[PersonKey, str]) -> tuple[Sighting, ...]:
    """Return where each person is first named in each article, sorted by person and place."""
    first: dict[tuple[str, str], Sighting] = {}
    for coding in codings:
        article = coding.document.article
        for actor in coding.document.actors:
            person_id = ids.get((article.article_id, actor.person))
            if person_id is None or actor.name_start is None or actor.name_end is None:
                continue
            start, end = article.raw_span(actor.name_start, actor.name_end)
            known = first.get((person_id, article.article_id))
            if known is None or start < known.char_start:
                first[person_id, article.article_id] = Sighting(
                    person_id=person_id, article_id=article.article_id, char_start=start, char_end=end
                )
    return tuple(first[key] for key in sorted(first))
