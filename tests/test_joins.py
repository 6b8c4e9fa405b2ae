"""Tables joined by their declared keys: which rows and columns come, and what is told where no key or several lead."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from check_samples import IRANIAN, MEETING, MEMORANDUM, SCHEMAS, TAJIK, sample_cells
from release_samples import tricky_cells, write_built
from security_meetings import DataProblems, load
from security_meetings.loading import Tables
from security_meetings.loading.joins import find_links, plan_join

BACKENDS = ("pandas", "arrow")


def joined_cells() -> dict[str, Any]:
    """Return the sample with a planned meeting of nobody, a second agreement of no meeting, and a threat of none."""
    cells = tricky_cells()
    cells["agreements"].append(cells["agreements"][0] | {"agreement_id": "a0000000002", "meeting_id": None})
    cells["threats_mentioned"].append(
        cells["threats_mentioned"][0]
        | {
            "threat_mention_id": "t0000000002",
            "meeting_id": None,
            "speaker_person_id": "q00000002",
            "article_id": "two",
        }
    )
    cells["meetings"].reverse()
    return cells


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_built(tmp_path_factory.mktemp("built") / "dist", joined_cells())


@pytest.fixture(params=BACKENDS)
def tables(request: pytest.FixtureRequest, folder: Path) -> Tables[Any]:
    return load(path=folder, backend=request.param)


@pytest.fixture(params=BACKENDS)
def coded_tables(request: pytest.FixtureRequest, folder: Path) -> Tables[Any]:
    return load(path=folder, backend=request.param, categories=True)


def column(table: Any, name: str) -> list[Any]:
    """Return the cells of a column of a data frame or an Arrow table, missing as None."""
    if not isinstance(table, pd.DataFrame):
        return list(table[name].to_pylist())
    return [None if pd.isna(cell) else cell for cell in table[name]]


def columns(table: Any) -> list[str]:
    return list(table.columns) if isinstance(table, pd.DataFrame) else list(table.column_names)


def test_rows_stand_once_for_each_match_and_once_without(tables: Tables[Any]) -> None:
    met = tables.join("meetings", "participants", "people")
    assert column(met, "meeting_id") == ["m0000000002", MEETING, MEETING]
    assert column(met, "participants.participant_id") == [None, IRANIAN, TAJIK]
    assert column(met, "people.name") == [None, "NA", "Farrukh Qodirov"]


def test_an_inner_join_keeps_matches_alone(tables: Tables[Any]) -> None:
    met = tables.join("meetings", "participants", how="inner")
    assert column(met, "participants.participant_id") == [IRANIAN, TAJIK]


def test_columns_of_the_first_table_keep_their_names_and_others_tell_theirs(tables: Tables[Any]) -> None:
    names = {name: SCHEMAS[name].column_names for name in ("meetings", "meeting_articles", "articles")}
    assert columns(tables.join("meetings", "articles")) == [
        *names["meetings"],
        *(f"meeting_articles.{name}" for name in names["meeting_articles"]),
        *(f"articles.{name}" for name in names["articles"]),
    ]


def test_a_link_table_is_gone_through(tables: Tables[Any]) -> None:
    told = tables.join("articles", "meetings")
    assert column(told, "article_id") == ["one", "two"]
    assert column(told, "meeting_articles.city") == ["Dushanbe", "Dushanbe"]
    assert column(told, "meetings.meeting_id") == [MEETING, MEETING]
    assert column(tables.join("agreements", "articles"), "articles.article_id") == ["one", None]


def test_missing_keys_match_nothing(tables: Tables[Any]) -> None:
    named = tables.join("threats_mentioned", "meetings", "agreements")
    assert column(named, "threat_mention_id") == ["t0000000001", "t0000000002"]
    assert column(named, "agreements.agreement_id") == [MEMORANDUM, None]
    assert column(tables.join("meetings", "agreements"), "agreements.agreement_id") == [None, MEMORANDUM]


def test_a_key_of_the_table_itself_goes_before_a_link_table(tables: Tables[Any]) -> None:
    named = tables.join("threats_mentioned", "articles", "people")
    assert column(named, "articles.article_id") == ["one", "two"]
    assert column(named, "people.person_id") == [None, "q00000002"]


@pytest.mark.parametrize("key", ["host_country_code", "meetings.host_country_code"])
def test_one_of_several_keys_is_chosen(key: str, tables: Tables[Any]) -> None:
    hosted = tables.join("meetings", "countries", on={"countries": key})
    assert column(hosted, "countries.country_code") == [None, "TJK"]


def test_codes_are_joined_as_categories_too(coded_tables: Tables[Any]) -> None:
    met = coded_tables.join("meetings", "meeting_types", "participants", "office_types")
    assert column(met, "meeting_types.name") == ["phone call", "bilateral meeting", "bilateral meeting"]
    assert column(met, "office_types.office_type") == [None, "interior_minister", "interior_minister"]
    if isinstance(met, pd.DataFrame):
        assert {str(met[name].dtype) for name in ("meeting_type", "status", "participants.office_type")} == {"category"}


def test_types_outlast_a_join(folder: Path) -> None:
    tables = load(path=folder)
    met = tables.join("meetings", "participants", "people")
    own, joined = tables.meetings.dtypes, tables.participants.dtypes
    assert all(met.dtypes[name] == dtype for name, dtype in own.items())
    assert all(met.dtypes[f"participants.{name}"] == dtype for name, dtype in joined.items())


def test_columns_that_a_reader_adds_are_joined(folder: Path) -> None:
    tables = load(path=folder)
    tables.people["is_known"] = True
    assert tables.join("participants", "people")["people.is_known"].all()


def test_tables_that_are_joined_stay_as_they_are(tables: Tables[Any]) -> None:
    before = columns(tables.meetings), columns(tables.participants)
    tables.join("meetings", "participants")
    assert (columns(tables.meetings), columns(tables.participants)) == before


def test_link_tables_are_those_whose_key_is_made_of_references() -> None:
    assert find_links(SCHEMAS) == ("meeting_articles", "agreement_articles")


def test_every_foreign_key_can_be_joined() -> None:
    for name, schema in SCHEMAS.items():
        for key in schema.foreign_keys:
            if key.table != name:
                (step,) = plan_join(SCHEMAS, name, [key.table], {key.table: key.columns[0]})
                assert (step.joined_columns, step.columns) == (key.columns, key.table_columns)


@pytest.mark.parametrize(
    ("names", "on", "told"),
    [
        (("meetings", "countries"), {}, 'on={"countries": "meetings.host_country_code"}'),
        (("meetings", "participants", "countries"), {}, 'on={"countries": "participants.country_code"}'),
        (("meetings", "participants", "countries"), {"countries": "country_code"}, "several keys lead there"),
        (("meetings", "countries"), {"countries": "city"}, 'no key "city" leads there'),
        (("meetings", "articles"), {"articles": "article_id"}, "the tables share no key"),
        (("meetings", "people"), {}, "participants"),
        (("meetings", "id_changes"), {}, "a table that shares a key"),
        (("meetings", "meetings"), {}, "is joined already"),
        (("meetings", "articels"), {}, '"articles"?'),
        (("xyz",), {}, "one of: countries"),
        (("meetings", "participants"), {"contries": "country_code"}, '"countries"?'),
        (("meetings", "agreements", "articles"), {}, "several link tables lead there"),
    ],
)
def test_what_cannot_be_joined_is_told(names: tuple[str, ...], on: dict[str, str], told: str, folder: Path) -> None:
    with pytest.raises(DataProblems) as found:
        load(path=folder).join(*names, on=on)
    assert told in str(found.value)


def test_the_link_table_that_is_meant_can_be_named(tables: Tables[Any]) -> None:
    told = tables.join("meetings", "agreements", "meeting_articles", "articles", how="inner")
    assert column(told, "articles.article_id") == ["one", "two"]


def test_a_kind_of_join_that_is_not_known_is_told(folder: Path) -> None:
    with pytest.raises(ValueError, match='expected "left" or "inner"'):
        load(path=folder).join("meetings", "participants", how="outer")  # type: ignore[arg-type]


def test_a_table_is_joined_without_rows_too(tmp_path: Path) -> None:
    built = write_built(tmp_path / "dist", {name: [] for name in sample_cells()})
    for backend in BACKENDS:
        assert len(load(path=built, backend=backend).join("meetings", "participants", "people")) == 0  # type: ignore[call-overload]
