"""Meaning: every expectation has a case that breaks it and holds for the sample; unusable expectations are told."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from check_samples import (
    MEETING,
    MEMORANDUM,
    SCHEMAS,
    TEXTS,
    AllCells,
    sample_cells,
    sample_tables,
    setter,
    to_tables,
    write_package,
)
from security_meetings.check import Places, check_meaning, check_tables, know_places, load_expectations
from security_meetings.check.expectations import Expectation
from security_meetings.problems import DataProblems, Problem
from security_meetings.vocabularies import Vocabulary, load_vocabulary

EXPECTATIONS = load_expectations()
PLACES = Places(
    city_countries={"Dushanbe": frozenset({"TJK"}), "Tehran": frozenset({"IRN"})},
    continents={"IRN": "Asia", "TJK": "Asia", "FRA": "Europe"},
)


def meaning_after(change: Callable[[AllCells], Any]) -> list[Problem]:
    cells = sample_cells()
    change(cells)
    return check_meaning(to_tables(cells), EXPECTATIONS, PLACES)


def add_call_again(cells: AllCells) -> None:
    second = "m0000000002"
    cells["meetings"].append(cells["meetings"][0] | {"meeting_id": second})
    for row in list(cells["participants"]):
        key = row["participant_id"].replace("p00", "p11")
        cells["participants"].append(row | {"participant_id": key, "meeting_id": second})


def add_meeting_elsewhere(cells: AllCells) -> None:
    second = "m0000000002"
    place = {"city": None, "country_code": "FRA", "host_country_code": None}
    cells["meetings"].append(
        cells["meetings"][0]
        | place
        | {"meeting_id": second, "meeting_type": "multilateral_meeting", "organization_id": "SCO"}
    )
    iranian = cells["participants"][0]
    cells["participants"].append(iranian | {"participant_id": "p1100000001", "meeting_id": second})


def add_unknown_group(cells: AllCells) -> None:
    cells["threat_actors"].append({"threat_actor_id": "the_group", "name": "The Group", "is_listed": False})
    cells["threats_mentioned"][0]["threat_actor_id"] = "the_group"


def make_three_sided(cells: AllCells) -> None:
    cells["meetings"][0] |= {"meeting_type": "multilateral_meeting", "host_country_code": None}


BROKEN: dict[str, tuple[Callable[[AllCells], Any], str]] = {
    "host-is-where-it-took-place": (setter("meetings", country_code="IRN", city=None), f"meetings {MEETING}"),
    "host-takes-part": (
        setter("meetings", host_country_code="UZB", country_code="UZB", city=None),
        f"meetings {MEETING}, UZB",
    ),
    "bilateral-has-two-sides": (lambda cells: cells["participants"].pop(0), f"meetings {MEETING}"),
    "multilateral-has-three-sides": (make_three_sided, f"meetings {MEETING}"),
    "phone-call-has-no-city": (setter("meetings", meeting_type="phone_call"), f"meetings {MEETING}"),
    "city-belongs-to-country": (
        setter("meetings", city="Tehran"),
        f"meetings {MEETING}, Tehran, TJK",
    ),
    "held-before-it-was-told": (
        setter("meeting_articles", date_edtf="2019-05-08"),
        f"meeting_accounts {MEETING}, one",
    ),
    "planned-after-it-was-told": (
        setter("meeting_articles", 1, status="planned"),
        f"meeting_accounts {MEETING}, two",
    ),
    "a-pair-meets-once-a-day": (add_call_again, f"meeting_pairs {MEETING}"),
    "represents-own-country": (setter("people", country_code="TJK"), "participants p0000000001"),
    "was-in-office": (
        setter("office_tenures", end_edtf="2019-04"),
        "participants p0000000001, q00000001, interior_minister, 2019-05-06, 2019-05-06",
    ),
    "nobody-else-was-in-office": (
        setter("office_tenures", person_id="q00000002", end_edtf=None),
        "participants p0000000001, q00000001, interior_minister, IRN, 2019-05-06, 2019-05-06",
    ),
    "one-continent-a-day": (add_meeting_elsewhere, "person_days q00000001, 2019-05-06"),
    "types-are-listed": (setter("threat_types", 1, is_listed=False), "codes threat_types, drug_trafficking, 1"),
    "types-are-defined": (setter("threat_types", 1, definition=""), "codes threat_types, drug_trafficking, 1"),
    "threat-actors-are-listed": (add_unknown_group, "codes threat_actors, the_group, 1"),
    "signed-not-after-the-meeting": (
        setter("agreements", date_start=date(2019, 5, 7), date_end=date(2019, 5, 7)),
        f"agreements {MEMORANDUM}, {MEETING}",
    ),
    "signed-before-it-was-told": (
        setter("agreement_articles", date_edtf="2019-06"),
        f"agreement_accounts {MEMORANDUM}, one",
    ),
    "has-two-parties": (setter("agreements", parties="IRN"), f"agreements {MEMORANDUM}, IRN"),
    "signed-where-people-met": (setter("meetings", status="cancelled"), f"agreements {MEMORANDUM}, {MEETING}"),
    "signed-not-before-the-meeting": (
        setter("agreements", date_start=date(2019, 5, 5), date_end=date(2019, 5, 5)),
        f"agreements {MEMORANDUM}, {MEETING}",
    ),
}


def test_every_expectation_has_a_case_that_breaks_it() -> None:
    assert set(BROKEN) == {entry.id for entry in EXPECTATIONS}


def test_the_sample_meets_all_expectations() -> None:
    assert check_meaning(sample_tables(), EXPECTATIONS, PLACES) == []


@pytest.mark.parametrize("name", sorted(BROKEN))
def test_a_broken_expectation_is_a_warning_that_names_the_row(name: str) -> None:
    change, where = BROKEN[name]
    problems = meaning_after(change)
    found = [problem for problem in problems if problem.rule_id == f"expectations.{name}"]
    assert [problem.where for problem in found][:1] == [where], [problem.sentence() for problem in problems]
    assert {problem.rule_id for problem in problems} == {f"expectations.{name}"}
    assert all(problem.severity == "warning" and problem.what and problem.todo for problem in problems)


@pytest.mark.parametrize(
    "change",
    [
        setter("meetings", city="Nowhere"),
        setter("agreements", parties="SCO"),
        setter("agreements", parties=None),
        setter("office_tenures", person_id="q00000002", country_code="TJK", end_edtf=None),
        setter("office_tenures", person_id="q00000002", start_edtf="2019-05"),
        setter("office_tenures", person_id="q00000002", end_edtf="2019"),
        lambda cells: cells["participants"].clear() or setter("meetings", meeting_type="multilateral_meeting")(cells),
        lambda cells: [rows.clear() for rows in cells.values()],
    ],
)
def test_what_cannot_be_told_is_no_warning(change: Callable[[AllCells], Any]) -> None:
    assert meaning_after(change) == []


def test_the_value_stands_in_the_warning() -> None:
    problem = meaning_after(setter("meetings", country_code="IRN", city=None))[0]
    assert 'country_code "IRN"' in problem.what
    assert 'host_country_code "TJK"' in problem.what


def test_a_term_of_office_is_told_with_what_the_register_has() -> None:
    problem = meaning_after(setter("office_tenures", end_edtf="2019-04"))[0]
    assert 'name "Karim Daroni"' in problem.what
    assert 'terms "Karim Daroni, Interior minister, 2018-01 to 2019-04"' in problem.what
    problem = meaning_after(setter("office_tenures", person_id="q00000002", end_edtf=None))[0]
    assert 'holders "Farrukh Qodirov, Interior minister, 2018-01 to .."' in problem.what


def test_every_country_has_a_continent() -> None:
    vocabulary = load_vocabulary()
    codes = {row["country_code"] for row in vocabulary.gazetteer("countries")}
    assert codes == set(know_places(vocabulary).continents)


def test_great_expectations_sends_nothing_and_shows_no_progress(capfd: pytest.CaptureFixture[str]) -> None:
    check_meaning(sample_tables(), EXPECTATIONS, PLACES)
    assert os.environ["GX_ANALYTICS_ENABLED"] == "false"
    assert capfd.readouterr() == ("", "")


# ---- expectations that cannot be used


def expectation(**changes: Any) -> Expectation:
    values: dict[str, Any] = {
        "id": "sample",
        "says": "it holds",
        "view": "meetings",
        "row_id": ("meeting_id",),
        "type": "ExpectColumnValuesToBeNull",
        "arguments": {"column": "organization_id"},
        "todo": "look",
    }
    return Expectation(**(values | changes))


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"type": "ExpectColumnValuesToBeNul"}, "ExpectColumnValuesToBeNull"),
        ({"arguments": {"colum": "city"}}, "the arguments do not fit"),
        ({"arguments": {"column": "no_such_column"}}, "no_such_column"),
    ],
)
def test_an_expectation_that_cannot_be_tried_is_an_error(changes: dict[str, Any], told: str) -> None:
    problems = check_meaning(sample_tables(), [expectation(**changes)], PLACES)
    assert [problem.severity for problem in problems] == ["error"]
    assert told in problems[0].sentence()


def test_faults_of_expectation_files_are_told_together(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text(
        '[[expectation]]\nid = "one"\nsays = "x"\nview = "meeting"\nrow_id = ["a"]\ntype = "T"\n'
        'arguments = { a = 1 }\ntodo = "x"\nwhen = 1\n[[expectation]]\nid = "two"\n',
        encoding="utf-8",
    )
    (tmp_path / "b.toml").write_text("[[", encoding="utf-8")
    with pytest.raises(DataProblems) as caught:
        load_expectations(tmp_path)
    told = " ".join(problem.sentence() for problem in caught.value.problems)
    for words in ('nearest is "meetings"', '"when" of expectation one', 'two has no "says"', "b.toml: is no TOML"):
        assert words in told


def test_an_id_twice_is_told(tmp_path: Path) -> None:
    text = (Path(__file__).parents[1] / "build/expectations/participants.toml").read_text(encoding="utf-8")
    for name in ("a", "b"):
        (tmp_path / f"{name}.toml").write_text(text, encoding="utf-8")
    with pytest.raises(DataProblems) as caught:
        load_expectations(tmp_path)
    assert all("id of two expectations" in problem.what for problem in caught.value.problems)


# ---- all checks


def test_all_checks_pass_for_the_sample(tmp_path: Path) -> None:
    write_package(tmp_path / "dist", sample_cells())
    found = check_tables(sample_tables(), SCHEMAS, TEXTS, folder=tmp_path / "dist", places=PLACES)
    assert found == []


def test_all_checks_tell_in_one_order(tmp_path: Path) -> None:
    cells = sample_cells()
    write_package(tmp_path / "dist", cells)
    cells["meetings"][0]["city"] = "Tehran"
    cells["countries"][0]["iso2"] = "xx"
    write_package(tmp_path / "other", cells)
    (tmp_path / "dist/csv/countries.csv").write_bytes((tmp_path / "other/csv/countries.csv").read_bytes())
    found = check_tables(to_tables(cells), SCHEMAS, TEXTS, folder=tmp_path / "dist", places=PLACES)
    kinds = [problem.rule_id for problem in found]
    assert kinds == ["parity.cell", "structure.constraint-error", "expectations.city-belongs-to-country"]


def test_meaning_waits_for_sound_tables() -> None:
    cells = sample_cells()
    cells["meetings"][0] |= {"city": "Tehran", "date_edtf": "some day"}
    found = check_tables(to_tables(cells), SCHEMAS, TEXTS, places=PLACES)
    assert [problem.rule_id for problem in found] == ["integrity.edtf"]


def test_cities_of_one_name_keep_all_their_countries() -> None:
    rows = tuple({"city": "Osh", "country_code": code} for code in ("KGZ", "FRA"))
    vocabulary = Vocabulary(folder=Path(), gazetteers={"cities": rows}, codebooks={})
    assert know_places(vocabulary).city_countries == {"Osh": frozenset({"KGZ", "FRA"})}
