"""Code tables: what the vocabulary lists, and a row for what a text names and no list knows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from security_meetings.resolve.people import KnownPerson
from security_meetings.rows import (
    AgreementTypeRow,
    CountryRow,
    MeetingTypeRow,
    OfficeTenureRow,
    OfficeTypeRow,
    OrganizationRow,
    OutletRow,
    PersonRow,
    ThreatActorRow,
    ThreatTypeRow,
)
from security_meetings.vocabularies import Vocabulary


def join_names(names: Iterable[str], name: str) -> str | None:
    """Return other names sorted and joined, the main one left out."""
    others = sorted({other for other in names if other and other != name and ";" not in other})
    return ";".join(others) or None


def names_by_code(vocabulary: Vocabulary, table: str, key: str) -> dict[str, list[str]]:
    """Return all names of each code of a names file."""
    names: dict[str, list[str]] = defaultdict(list)
    for row in vocabulary.gazetteers.get(table, ()):
        names[row[key]].append(row["name"])
    return names


def country_rows(vocabulary: Vocabulary) -> tuple[CountryRow, ...]:
    """Return all states."""
    names: dict[str, list[str]] = defaultdict(list)
    for row in vocabulary.gazetteer("country_names"):
        if row["kind"] == "name":
            names[row["country_code"]].append(row["name"])
    return tuple(
        CountryRow(
            country_code=row["country_code"],
            name=row["name"],
            other_names=join_names(names[row["country_code"]], row["name"]),
            iso2=row["iso2"] or None,
            cow_code=int(row["cow_code"]) if row["cow_code"] else None,
            cow_abbreviation=row["cow_abbreviation"] or None,
            gw_code=int(row["gw_code"]) if row["gw_code"] else None,
            is_listed=True,
        )
        for row in vocabulary.gazetteer("countries")
    )


def organization_rows(vocabulary: Vocabulary, used: Iterable[str]) -> tuple[OrganizationRow, ...]:
    """Return all listed bodies and formats that are coded by their own id, and those that texts name besides."""
    names = names_by_code(vocabulary, "organization_names", "organization_id")
    listed = [row for row in vocabulary.gazetteer("organizations") if row["kind"] != "body_of"]
    rows = [
        OrganizationRow(
            organization_id=row["organization_id"],
            name=row["name"],
            other_names=join_names(names[row["organization_id"]], row["name"]),
            is_listed=True,
        )
        for row in listed
    ]
    known = {row.organization_id for row in rows}
    rows += [OrganizationRow(organization_id=code, name=code, is_listed=False) for code in sorted(set(used) - known)]
    return tuple(rows)


def outlet_rows(vocabulary: Vocabulary, used: Iterable[str]) -> tuple[OutletRow, ...]:
    """Return all listed outlets, and those that texts name besides."""
    names = names_by_code(vocabulary, "outlet_names", "outlet_id")
    rows = [
        OutletRow(
            outlet_id=row["outlet_id"],
            name=row["name"],
            other_names=join_names(names[row["outlet_id"]], row["name"]),
            country_code=row["country_code"] or None,
            is_listed=True,
        )
        for row in vocabulary.gazetteer("outlets")
    ]
    known = {row.outlet_id for row in rows}
    rows += [
        OutletRow(outlet_id=code, name=code.replace("_", " ").title(), is_listed=False)
        for code in sorted(set(used) - known)
    ]
    return tuple(rows)


def person_rows(vocabulary: Vocabulary, known: Sequence[KnownPerson]) -> tuple[PersonRow, ...]:
    """Return all people of the register, and those whom texts name besides."""
    names = names_by_code(vocabulary, "people_names", "person_id")
    found = {person.person_id: person for person in known}
    rows = []
    for row in vocabulary.gazetteer("people"):
        told = found.get(row["person_id"])
        spellings = [*names[row["person_id"]], *(told.names if told else [])]
        rows.append(
            PersonRow(
                person_id=row["person_id"],
                name=row["name"],
                other_names=join_names(spellings, row["name"]),
                country_code=row["country_code"] or None,
                is_listed=True,
            )
        )
    listed = {row.person_id for row in rows}
    for person in known:
        if person.person_id not in listed:
            name = max(person.names, key=lambda text: (len(text.split()), -person.names.index(text)))
            state = next((s for s in person.states if len(s) == 3 and s.isalpha()), None)
            rows.append(
                PersonRow(
                    person_id=person.person_id,
                    name=name,
                    other_names=join_names(person.names, name),
                    country_code=state if state in country_codes(vocabulary) else None,
                    is_listed=False,
                )
            )
    return tuple(rows)


def country_codes(vocabulary: Vocabulary) -> frozenset[str]:
    """Return the codes of all states."""
    return frozenset(row["country_code"] for row in vocabulary.gazetteer("countries"))


def tenure_rows(vocabulary: Vocabulary) -> tuple[OfficeTenureRow, ...]:
    """Return all tenures of the register, one in a body of a body under the body."""
    parents = {row["organization_id"]: row["parent_id"] for row in vocabulary.gazetteer("organizations")}
    return tuple(
        OfficeTenureRow(
            office_tenure_id=row["office_tenure_id"],
            person_id=row["person_id"],
            office_type=row["office_type"],
            country_code=row["country_code"] or None,
            organization_id=parents.get(row["organization_id"]) or row["organization_id"] or None,
            role=row["role"],
            start_edtf=row["start_edtf"] or None,
            end_edtf=row["end_edtf"] or None,
            source_url=row["source_url"],
        )
        for row in vocabulary.gazetteer("office_tenures")
    )


def code_fields(block: dict[str, Any]) -> dict[str, Any]:
    """Return the columns that every table of codes has, from a block of a codebook."""
    return {
        "name": block["name"],
        "other_names": join_names(block.get("other_names", []), block["name"]),
        "definition": block["definition"],
        "is_listed": True,
    }


def first_example(block: dict[str, Any]) -> str | None:
    """Return the first example of a block of a codebook."""
    return next(iter(block.get("examples", [])), None)


def office_type_rows(vocabulary: Vocabulary) -> tuple[OfficeTypeRow, ...]:
    """Return the types of office."""
    return tuple(
        OfficeTypeRow(office_type=code, example=first_example(block), **code_fields(block))
        for code, block in vocabulary.codebook("office_types").items()
    )


def meeting_type_rows(vocabulary: Vocabulary) -> tuple[MeetingTypeRow, ...]:
    """Return the types of meeting."""
    return tuple(
        MeetingTypeRow(meeting_type=code, example=first_example(block), **code_fields(block))
        for code, block in vocabulary.codebook("meeting_types").items()
    )


def agreement_type_rows(vocabulary: Vocabulary) -> tuple[AgreementTypeRow, ...]:
    """Return the types of instrument."""
    return tuple(
        AgreementTypeRow(agreement_type=code, example=first_example(block), **code_fields(block))
        for code, block in vocabulary.codebook("agreement_types").items()
    )


def threat_type_rows(vocabulary: Vocabulary) -> tuple[ThreatTypeRow, ...]:
    """Return the types of threat."""
    return tuple(
        ThreatTypeRow(
            threat_type=code,
            parent=block.get("parent") or None,
            plover_context=block.get("plover_context") or None,
            **code_fields(block),
        )
        for code, block in vocabulary.codebook("threat_types").items()
    )


def threat_actor_rows(vocabulary: Vocabulary, used: Iterable[str]) -> tuple[ThreatActorRow, ...]:
    """Return all listed groups, and those that texts name besides."""
    names = names_by_code(vocabulary, "threat_actor_names", "threat_actor_id")
    rows = [
        ThreatActorRow(
            threat_actor_id=row["threat_actor_id"],
            name=row["name"],
            other_names=join_names(names[row["threat_actor_id"]], row["name"]),
            is_listed=True,
        )
        for row in vocabulary.gazetteer("threat_actors")
    ]
    known = {row.threat_actor_id for row in rows}
    rows += [
        ThreatActorRow(threat_actor_id=code, name=code.replace("_", " ").title(), is_listed=False)
        for code in sorted(set(used) - known)
    ]
    return tuple(rows)
