"""The register of people and tenures, as the coder uses it: to know a name, a state, an office on a day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, lru_cache

from rapidfuzz import fuzz

from security_meetings.annotate.same_names import name_words, same_name
from security_meetings.documents import Person
from security_meetings.edtf_bounds import edtf_bounds
from security_meetings.vocabularies import Vocabulary

SURE = 92.0
# Offices whose holders are named by surname alone.
SURNAME_OFFICES = frozenset(["head_of_state", "head_of_government"])


@dataclass(frozen=True, slots=True)
class Tenure:
    """Who held which office from when to when; open ends are None."""

    person_id: str
    office_type: str
    country_code: str
    organization_id: str
    start: date | None
    end: date | None


@dataclass(frozen=True, slots=True, eq=False)
class Register:
    """Names by their first letters, states and tenures of the listed people."""

    names: dict[str, tuple[tuple[tuple[str, ...], str], ...]]
    forms: dict[str, tuple[tuple[str, ...], ...]]
    holders: dict[tuple[str, str], tuple[str, ...]]
    countries: dict[str, str]
    tenures: dict[str, tuple[Tenure, ...]]

    def candidates(self, name: str) -> list[str]:
        """Return the ids of all listed people whom a full name of two words or more may mean, sorted."""
        return list(find_candidates(self, name_words(name)))

    def knows(self, name: str) -> bool:
        """Return whether a name is that of a listed person."""
        return bool(self.candidates(name))

    def find_person(self, name: str, office_type: str | None, country_code: str | None) -> str | None:
        """Return the id of the one listed person with a name, state and office like those told, or None.

        A spelling less near counts where office and state agree, since variants of one name differ as much
        as the names of two people do.
        """
        near = [c for c in self.candidates(name) if not country_code or self.countries.get(c, "") in ("", country_code)]
        if country_code is None:
            near = [c for c in near if self.is_spelled_out(name, c)]
        if len(near) == 1:
            return near[0]
        if office_type is None or country_code is None:
            return None
        words = " ".join(name_words(name))
        held = self.holders.get((office_type, country_code), ())
        scored = sorted(
            ((max(score_name(words, known) for known in self.forms.get(person, ((),))), person) for person in held),
            reverse=True,
        )
        if scored and scored[0][0] >= 80 and (len(scored) == 1 or scored[0][0] - scored[1][0] >= 8):
            return scored[0][1]
        return None

    def beliefs_about(self, name: str, office_types: Sequence[str] = ()) -> tuple[str | None, frozenset[str]]:
        """Return the state and the offices that a listed person has or had; nothing for a name that is not listed.

        A surname alone, or a name longer than the listed one, needs one of the offices told with it.
        """
        words = name_words(name)
        near = [c for c in self.candidates(name) if self.is_spelled_out(name, c)]
        held = {person: frozenset(t.office_type for t in self.tenures.get(person, ())) for person in near}
        if len(words) == 1 and office_types:
            held = self.find_by_surname(words[0], office_types)
        elif office_types:
            held = {p: kinds for p, kinds in held.items() if self.is_whole(words, p) or kinds & set(office_types)}
        if len(held) != 1:
            return None, frozenset()
        person = next(iter(held))
        return self.countries.get(person) or None, held[person]

    def is_whole(self, words: Sequence[str], person_id: str) -> bool:
        """Return whether a name is no longer than a listed form that it is spelled as."""
        return any(len(words) <= len(form) for form in self.forms.get(person_id, ()))

    def find_by_surname(self, word: str, office_types: Sequence[str]) -> dict[str, frozenset[str]]:
        """Return the listed people with a surname who held one of the offices told, with the offices held."""
        found = {}
        for known, person in self.names.get(word[:2], ()):
            kinds = frozenset(t.office_type for t in self.tenures.get(person, ()))
            if len(known) > 1 and known[-1] == word and kinds & set(office_types) & SURNAME_OFFICES:
                found[person] = kinds
        return found

    def is_spelled_out(self, name: str, person_id: str) -> bool:
        """Return whether a name is, letter for letter or nearly so, a listed form: enough to know a state by."""
        words = name_words(name)
        return any(
            len(form) > 1
            and (set(form) <= set(words) or set(words) <= set(form) or score_name(" ".join(words), form) >= SURE)
            for form in self.forms.get(person_id, ())
        )

    def complete_persons(self, persons: Sequence[Person]) -> tuple[Person, ...]:
        """Return the persons of an article, with the state of those whom the register knows and the text leaves open."""
        completed = []
        for person in persons:
            if person.name and person.country_code is None and person.organization_id is None:
                person_id = self.find_person(person.name, person.office_type, None)
                person = replace(person, country_code=self.countries.get(person_id or "") or None)
            completed.append(person)
        return tuple(completed)


@lru_cache(maxsize=4096)
def find_candidates(register: Register, words: tuple[str, ...]) -> tuple[str, ...]:
    """Return the ids of all listed people whom the words of a name may mean, sorted; none for a single word."""
    if len(words) < 2:
        return ()
    initials = {word[0] for word in words}
    near = {entry for key in {word[:2] for word in words} for entry in register.names.get(key, ())}
    found = set()
    for known, person_id in near:
        others = {word[0] for word in known}
        if len(known) > 1 and (initials <= others or others <= initials) and same_name(words, known):
            found.add(person_id)
    return tuple(sorted(found))


def score_name(words: str, known: Sequence[str]) -> float:
    """Return how alike two names are, 0 to 100, whatever the order of their words."""
    return float(fuzz.token_sort_ratio(words, " ".join(known)))


@cache
def build_register(vocabulary: Vocabulary) -> Register:
    """Return the register of a vocabulary, built once; empty where there is none."""
    names: dict[str, set[tuple[tuple[str, ...], str]]] = defaultdict(set)
    for row in vocabulary.gazetteers.get("people_names", ()):
        words = name_words(row["name"])
        for word in words:
            names[word[:2]].add((words, row["person_id"]))
    tenures: dict[str, list[Tenure]] = defaultdict(list)
    for row in vocabulary.gazetteers.get("office_tenures", ()):
        tenures[row["person_id"]].append(
            Tenure(
                row["person_id"],
                row["office_type"],
                row["country_code"],
                row.get("organization_id", ""),
                edtf_bounds(row["start_edtf"])[0] if row["start_edtf"] else None,
                edtf_bounds(row["end_edtf"])[1] if row["end_edtf"] else None,
            )
        )
    forms: dict[str, set[tuple[str, ...]]] = defaultdict(set)
    for row in vocabulary.gazetteers.get("people_names", ()):
        forms[row["person_id"]].add(name_words(row["name"]))
    holders: dict[tuple[str, str], set[str]] = defaultdict(set)
    for person_id, rows in tenures.items():
        for tenure in rows:
            holders[tenure.office_type, tenure.country_code].add(person_id)
    return Register(
        forms={key: tuple(sorted(entries)) for key, entries in forms.items()},
        holders={key: tuple(sorted(people)) for key, people in holders.items()},
        names={key: tuple(sorted(entries)) for key, entries in names.items()},
        countries={row["person_id"]: row["country_code"] for row in vocabulary.gazetteers.get("people", ())},
        tenures={key: tuple(rows) for key, rows in tenures.items()},
    )
