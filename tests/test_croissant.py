"""Croissant: the validator of others accepts it, every record set loads cell for cell, and what it lacks is told."""

from __future__ import annotations

import json
import socket
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import mlcroissant
import pyarrow.parquet as pq
import pytest

from check_samples import SCHEMAS
from citation_samples import BARE, FULL, HOSTILE, HOSTILE_TEXT, declare_hostile_columns, write_folder
from security_meetings.citation.croissant import find_croissant_faults
from security_meetings.citation.work import one_line
from security_meetings.schemas import TABLE_ORDER

# Of the library, about libraries of its own.
pytestmark = [pytest.mark.filterwarnings(f"ignore:{words}") for words in ("ConjunctiveGraph", "The inplace keyword")]
SAMPLES = {"bare": BARE, "full": FULL, "hostile": HOSTILE}


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    place = tmp_path_factory.mktemp("croissant")
    return {name: write_folder(place / name, text, declare_hostile_columns) for name, text in SAMPLES.items()}


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*asked: object, **options: object) -> None:
        raise AssertionError(f"the network was asked: {asked}")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)


@pytest.fixture(scope="module")
def dataset(folders: Mapping[str, Path]) -> Any:
    return mlcroissant.Dataset(str(folders["full"] / "croissant.json"))


def read(folder: Path) -> Any:
    return json.loads((folder / "croissant.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize(("name", "warned"), [("full", 0), ("hostile", 0), ("bare", 1)])
def test_the_validator_accepts_it(folders: Mapping[str, Path], name: str, warned: int) -> None:
    issues = mlcroissant.Dataset(str(folders[name] / "croissant.json")).metadata.ctx.issues
    assert list(issues.errors) == []
    assert len(issues.warnings) == warned
    assert all("datePublished" in warning or "date_published" in warning for warning in issues.warnings)


def test_the_validator_finds_faults(folders: Mapping[str, Path]) -> None:
    document = read(folders["full"])
    for file in document["distribution"]:
        del file["sha256"]
    with pytest.raises(mlcroissant.ValidationError):
        mlcroissant.Dataset(document)


def plain(value: Any) -> Any:
    """Return a value that was loaded as Arrow has it: text is given as bytes, a day as a moment."""
    if isinstance(value, bytes):
        return value.decode("utf-8")
    return value.date() if hasattr(value, "date") else value


@pytest.mark.parametrize("table", TABLE_ORDER)
def test_every_record_set_loads_cell_for_cell(folders: Mapping[str, Path], dataset: Any, table: str) -> None:
    rows = pq.read_table(folders["full"] / "parquet" / f"{table}.parquet").to_pylist()
    loaded = [{name: plain(value) for name, value in record.items()} for record in dataset.records(table)]
    assert loaded == [{f"{table}/{name}": value for name, value in row.items()} for row in rows]


def test_a_code_that_looks_like_a_number_stays_text(folders: Mapping[str, Path]) -> None:
    (meeting,) = mlcroissant.Dataset(str(folders["full"] / "croissant.json")).records("meetings")
    assert meeting["meetings/cameo_code"] == b"042"


def test_a_file_that_was_changed_does_not_load(tmp_path: Path) -> None:
    folder = write_folder(tmp_path / "changed", FULL)
    document = read(folder)
    next(file for file in document["distribution"] if file["@id"] == "parquet/people.parquet")["sha256"] = "0" * 64
    (folder / "croissant.json").write_text(json.dumps(document), encoding="utf-8")
    with pytest.raises(mlcroissant.GenerationError):
        list(mlcroissant.Dataset(str(folder / "croissant.json")).records("people"))


def test_columns_keys_and_references_are_those_of_the_schemas(folders: Mapping[str, Path]) -> None:
    record_sets = {one["@id"]: one for one in read(folders["full"])["recordSet"]}
    assert list(record_sets) == list(SCHEMAS)
    for name, schema in SCHEMAS.items():
        fields = {one["name"]: one for one in record_sets[name]["field"]}
        assert tuple(fields) == schema.column_names
        assert [key["@id"] for key in record_sets[name]["key"]] == [f"{name}/{key}" for key in schema.primary_key]
        references = {
            column: (one["references"]["fileObject"]["@id"], one["references"]["extract"]["column"])
            for column, one in fields.items()
            if "references" in one
        }
        assert references == {
            key.columns[0]: (f"parquet/{key.table}.parquet", key.table_columns[0]) for key in schema.foreign_keys
        }


def test_types_are_those_of_the_schemas(folders: Mapping[str, Path]) -> None:
    fields = {field["@id"]: field for one in read(folders["full"])["recordSet"] for field in one["field"]}
    told = {
        name: fields[f"meetings/{name}"]["dataType"]
        for name in ("date_start", "date_edtf", "latitude", "has_date_conflict", "article_count")
    }
    assert told == {
        "date_start": "sc:Date",
        "date_edtf": "sc:Text",
        "latitude": "sc:Float",
        "has_date_conflict": "sc:Boolean",
        "article_count": "sc:Integer",
    }


def test_both_forms_of_a_table_point_to_each_other(folders: Mapping[str, Path]) -> None:
    files = {file["@id"]: file for file in read(folders["full"])["distribution"]}
    assert files["csv/meetings.csv"]["sameAs"] == ["parquet/meetings.parquet"]
    assert files["parquet/meetings.parquet"]["sameAs"] == ["csv/meetings.csv"]


def test_text_is_text(folders: Mapping[str, Path]) -> None:
    metadata = mlcroissant.Dataset(str(folders["hostile"] / "croissant.json")).metadata
    assert metadata.name == one_line(HOSTILE_TEXT)
    city = next(one for table in metadata.record_sets for one in table.fields if one.id == "meetings/city")
    assert city.description == HOSTILE_TEXT


@pytest.mark.parametrize("name", ["full", "hostile"])
def test_nothing_that_the_standard_requires_is_missing(folders: Mapping[str, Path], name: str) -> None:
    assert list(find_croissant_faults(read(folders[name]))) == []


@pytest.mark.parametrize(
    "key",
    [
        *("@context", "@type", "conformsTo", "name", "description", "license", "url", "creator", "datePublished"),
        *("version", "citeAs", "distribution", "recordSet"),
    ],
)
def test_what_the_standard_requires_is_told_where_it_is_missing(folders: Mapping[str, Path], key: str) -> None:
    document = read(folders["full"])
    del document[key]
    assert [fault[0] for fault in find_croissant_faults(document)] == [key]


@pytest.mark.parametrize(
    ("path", "told"),
    [
        (("creator", 0, "name"), "creator, number 1, name"),
        (("distribution", 0, "sha256"), "distribution, csv/countries.csv, sha256"),
        (("distribution", 0, "encodingFormat"), "distribution, csv/countries.csv, encodingFormat"),
        (("recordSet", 0, "key"), "recordSet, countries, key"),
        (("recordSet", 0, "field", 0, "dataType"), "field, countries/country_code, dataType"),
        (("recordSet", 0, "field", 0, "source"), "field, countries/country_code, source"),
    ],
)
def test_what_a_part_lacks_is_told(folders: Mapping[str, Path], path: tuple[Any, ...], told: str) -> None:
    document = part = read(folders["full"])
    for step in path[:-1]:
        part = part[step]
    del part[path[-1]]
    assert [fault[0] for fault in find_croissant_faults(document)] == [told]


@pytest.mark.parametrize(("key", "value"), [("@type", "Dataset"), ("conformsTo", "x"), ("@context", "x")])
def test_another_standard_is_told(folders: Mapping[str, Path], key: str, value: str) -> None:
    assert [fault[0] for fault in find_croissant_faults({**read(folders["full"]), key: value})] == [key]
