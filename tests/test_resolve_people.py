"""People of several articles: spellings of one name brought to one person, different people kept apart."""

from __future__ import annotations

from dataclasses import replace

import pytest

from resolve_samples import Teller, make_person, register_vocabulary, resolve
from security_meetings.documents import Person
from security_meetings.vocabularies import load_vocabulary

INTERIOR = "interior_minister"


def people_of(*persons: Person) -> list[str]:
    """Return the names of all people after each person took part in a meeting of an article of their own."""
    mates = make_person(9, "Zed Quux", "foreign_minister", "URY")
    tellers = [
        Teller(f"a{at}", person, mates).meeting(0, (person.key, 9), day=f"2019-0{at + 1}-01")
        for at, person in enumerate(persons)
    ]
    return [row.name for row in resolve(*tellers).people if not row.is_listed and row.name != "Zed Quux"]


@pytest.mark.parametrize(
    "names",
    [
        ("Rahimzoda Ramazon Hamro", "Ramazon Rahimzoda"),
        ("Ramazon Rahimzoda", "Rahimzoda Ramazon Hamro"),
        ("Abdolreza Rahmani Fazli", "Rahmani-Fazli"),
        ("Abdolreza Rahmani-Fazli", "Abdolreza Rahmani Fazli", "Fazli"),
        ("Fazli", "Abdolreza Rahmani Fazli"),
        ("Kashkar Junushaliev", "Kashkar Dzhunushaliev"),
        ("Nguyen Thi Lan", "Lan Nguyen Thi"),
        ("Óscar Pineda", "Oscar Pineda"),
        ("Mohammed al-Sudani", "Mohammed Al Sudani"),
        ("José de la Cruz", "José De La Cruz"),
    ],
    ids=" / ".join,
)
def test_spellings_of_one_name_are_one_person(names: tuple[str, ...]) -> None:
    found = people_of(*(make_person(at, name, INTERIOR, "TJK") for at, name in enumerate(names)))
    assert len(found) == 1
    assert len(found[0].replace("-", " ").split()) == max(len(name.replace("-", " ").split()) for name in names)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (make_person(0, "Davlat Saidov", INTERIOR, "TJK"), make_person(1, "Davlat Saidov", INTERIOR, "UZB")),
        (make_person(0, "Davlat Saidov", INTERIOR, "TJK"), make_person(1, "Rustam Nazarov", INTERIOR, "TJK")),
        (make_person(0, "Kim Dong Su", INTERIOR, "KOR"), make_person(1, "Kim Min Jae", INTERIOR, "KOR")),
        (make_person(0, "Ali Hosseini", INTERIOR, "IRN"), make_person(1, "Hassan Hosseini", INTERIOR, "IRN")),
        (make_person(0, "Davlat Saidov", INTERIOR, "TJK"), make_person(1, "Saidov", "foreign_minister", "TJK")),
        (make_person(0, "Ivan Petrov", INTERIOR, "RUS"), make_person(1, "Ivan Petrov", INTERIOR, "SCO")),
    ],
    ids=lambda person: f"{person.name} {person.country_code}",
)
def test_different_people_stay_apart(one: Person, other: Person) -> None:
    assert len(people_of(one, other)) == 2


def test_a_listed_person_keeps_the_id_and_gains_spellings() -> None:
    mate = make_person(1, "Zed Quux", "foreign_minister", "URY")
    president = make_person(0, "Omar Sayidov", "head_of_state", "TJK")
    records = resolve(Teller("a1", president, mate).meeting(0, (0, 1), day="2019-01-01"))
    row = next(row for row in records.people if row.person_id == "qaaaaaaaa")
    assert (row.name, row.is_listed) == ("Omar Saidov", True)
    assert "Omar Sayidov" in (row.other_names or "").split(";")
    told = next(row for row in records.participants if row.country_code == "TJK")
    assert (told.person_id, told.name) == ("qaaaaaaaa", "Omar Sayidov")


def test_a_listed_spelling_leads_to_the_person() -> None:
    mate = make_person(1, "Zed Quux", "foreign_minister", "URY")
    for name in ("Umar Saidzoda", "Saidzoda Umar", "Omar Saidov"):
        president = make_person(0, name, "head_of_state", "TJK")
        records = resolve(Teller("a1", president, mate).meeting(0, (0, 1), day="2019-01-01"))
        assert {row.person_id for row in records.participants if row.country_code == "TJK"} == {"qaaaaaaaa"}


def test_a_listed_name_of_another_state_is_another_person() -> None:
    mate = make_person(1, "Zed Quux", "foreign_minister", "URY")
    namesake = make_person(0, "Omar Saidov", "head_of_state", "UZB")
    records = resolve(Teller("a1", namesake, mate).meeting(0, (0, 1), day="2019-01-01"))
    assert "qaaaaaaaa" not in {row.person_id for row in records.participants}


def test_a_tenure_in_a_body_of_a_body_stands_under_the_body() -> None:
    bodies = load_vocabulary().gazetteer("organizations")
    inner = next(row for row in bodies if row["parent_id"])
    own = register_vocabulary()
    first, *rest = own.gazetteer("office_tenures")
    tenures = ({**first, "organization_id": inner["organization_id"]}, *rest)
    vocabulary = replace(own, gazetteers={**own.gazetteers, "office_tenures": tenures})
    rows = resolve(Teller("a1"), vocabulary=vocabulary).office_tenures
    assert [row.organization_id for row in rows] == [inner["parent_id"], None, None]


def test_an_office_without_a_name_is_no_person() -> None:
    persons = [make_person(0, None, INTERIOR, "SWE"), make_person(1, None, INTERIOR, "FIN")]
    records = resolve(Teller("a1", *persons).meeting(0, (0, 1), day="2019-01-01"))
    assert [row for row in records.people if not row.is_listed] == []
    assert all(row.person_id is None for row in records.participants)


def test_every_person_of_the_participants_stands_in_people() -> None:
    persons = [
        make_person(0, "Ulan Beishenov", INTERIOR, "KGZ"),
        make_person(1, "Wei Zhang", "organization_head", "SCO"),
    ]
    records = resolve(Teller("a1", *persons).meeting(0, (0, 1), day="2019-01-01"))
    known = {row.person_id for row in records.people}
    assert {row.person_id for row in records.participants} <= known
    (head,) = (row for row in records.people if row.name == "Wei Zhang")
    assert head.country_code is None
