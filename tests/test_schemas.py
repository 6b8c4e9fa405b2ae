"""Schemas: what they declare, what is compiled from them, and that faults of a schema file are all told."""

from __future__ import annotations

import json
import re
import types
import typing
from dataclasses import MISSING, fields
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest

from security_meetings import results
from security_meetings.edtf_bounds import is_valid_edtf
from security_meetings.locations import package_descriptor
from security_meetings.problems import DataProblems, Problem
from security_meetings.schemas import (
    TABLE_ORDER,
    TableSchema,
    evidence_columns,
    load_schemas,
    pandas_dtypes,
    to_arrow_schema,
)

SCHEMAS = load_schemas()
TABLES = list(SCHEMAS)
PYTHON_TYPES = {"string": str, "integer": int, "number": float, "boolean": bool, "date": date}


def row_type(table: str) -> Any:
    return typing.get_args(typing.get_type_hints(results.Records)[table])[0]


def test_schemas_come_in_the_order_of_publication() -> None:
    assert tuple(TABLES) == TABLE_ORDER


def test_code_tables_come_before_the_tables_that_point_to_them() -> None:
    pairs = [(key.table, name) for name, schema in SCHEMAS.items() for key in schema.foreign_keys]
    assert all(TABLES.index(target) <= TABLES.index(name) for target, name in pairs)


@pytest.mark.parametrize("table", TABLES)
def test_columns_are_those_of_the_row_class(table: str) -> None:
    assert SCHEMAS[table].column_names == tuple(field.name for field in fields(row_type(table)))


@pytest.mark.parametrize("table", TABLES)
def test_types_and_required_columns_are_those_of_the_row_class(table: str) -> None:
    hints = typing.get_type_hints(row_type(table))
    for column in SCHEMAS[table].columns:
        hint = hints[column.name]
        is_optional = isinstance(hint, types.UnionType)
        base = next(kind for kind in typing.get_args(hint) if kind is not types.NoneType) if is_optional else hint
        assert (PYTHON_TYPES[column.type], column.is_required) == (base, not is_optional), column.name


@pytest.mark.parametrize("table", TABLES)
def test_every_column_is_described(table: str) -> None:
    for column in SCHEMAS[table].columns:
        assert column.description.endswith((".", "record.")), column.name
        assert column.is_required or "mpty" in column.description, f"{column.name}: what does an empty cell mean?"


@pytest.mark.parametrize("table", TABLES)
def test_examples_fit_their_columns(table: str) -> None:
    for column in SCHEMAS[table].columns:
        example = date.fromisoformat(column.example) if column.type == "date" else column.example
        assert isinstance(example, PYTHON_TYPES[column.type]), column.name
        if column.is_list:
            assert example.split(";") == sorted(set(example.split(";"))), column.name


def test_only_speaker_and_place_of_threats_are_experimental() -> None:
    experimental = [
        f"{schema.name}.{column.name}"
        for schema in SCHEMAS.values()
        for column in schema.columns
        if "xperimental" in column.description
    ]
    assert experimental == [
        "threats_mentioned.speaker_person_id",
        "threats_mentioned.speaker_country_code",
        "threats_mentioned.place_country_code",
    ]


@pytest.mark.parametrize(
    "edtf",
    ["2019", "2025-01", "2019-09-13", "2019-09-12/2019-09-13", "XXXX-05-02", "2020/..", "../2020-06", "2020/", "2021?"],
)
def test_edtf_pattern_takes_what_the_coding_rules_write(edtf: str) -> None:
    pattern = SCHEMAS["meetings"].column("date_edtf").constraints["pattern"]
    assert re.search(pattern, edtf)
    assert is_valid_edtf(edtf)


@pytest.mark.parametrize("edtf", ["2 May", "2019-13", "2019-9-13", "2019-09-32", "/", "..", "2019/2020/2021", ""])
def test_edtf_pattern_refuses_other_dates(edtf: str) -> None:
    pattern = SCHEMAS["meetings"].column("date_edtf").constraints["pattern"]
    assert not re.search(pattern, edtf)


@pytest.mark.parametrize(
    ("table", "column", "good", "bad"),
    [
        ("articles", "article_id", "2025-04-22 Dushanbe ö", "a/b"),
        ("organizations", "organization_id", "C5+1", "SCO;CIS"),
        ("organizations", "organization_id", "3+3", " SCO"),
        ("outlets", "outlet_id", "tehran_times", "Tehran Times"),
        ("meetings", "meeting_id", "m0123abcdef", "m0123ABCDEF"),
        ("people", "person_id", "q0123abcd", "p0123abcd"),
        ("countries", "country_code", "TJK", "TJ"),
        ("evidence", "rule_id", "corrected:c-0007", "corrected:"),
        ("evidence", "rule_id", "meetings.said-in-a-meeting-with", "Meetings Rule"),
    ],
)
def test_patterns_of_keys(table: str, column: str, good: str, bad: str) -> None:
    pattern = SCHEMAS[table].column(column).constraints["pattern"]
    assert re.search(pattern, good)
    assert not re.search(pattern, bad)


def test_evidence_is_needed_for_coded_values_alone() -> None:
    person = ("name", "role", "office_type", "country_code", "organization_id")
    assert evidence_columns(SCHEMAS["participants"]) == person
    assert set(evidence_columns(SCHEMAS["meetings"])) == {
        "meeting_type",
        "status",
        "date_edtf",
        "city",
        "country_code",
        "host_country_code",
        "organization_id",
    }
    assert "duplicate_of" not in evidence_columns(SCHEMAS["articles"])
    assert evidence_columns(SCHEMAS["countries"]) == ()


def test_arrow_schema_is_typed_and_described() -> None:
    schema = to_arrow_schema(SCHEMAS["meetings"])
    assert schema.field("date_start").type == pa.date32()
    assert schema.field("latitude").type == pa.float64()
    assert schema.field("has_date_conflict").type == pa.bool_()
    assert schema.field("article_count").type == pa.int64()
    assert to_arrow_schema(SCHEMAS["countries"]).field("cow_code").type == pa.int32()
    assert not schema.field("meeting_id").nullable
    assert schema.field("city").nullable
    assert schema.field("city").metadata[b"description"].startswith(b"City in which")
    assert json.loads(schema.metadata[b"primary_key"]) == ["meeting_id"]
    assert ["frame_meeting_id"] in [key[0] for key in json.loads(schema.metadata[b"foreign_keys"])]


def test_pandas_types_keep_missing_values() -> None:
    dtypes = pandas_dtypes(SCHEMAS["evidence"])
    assert dtypes["char_start"] == "Int32"
    assert pandas_dtypes(SCHEMAS["participants"])["is_host"] == "boolean"
    assert pandas_dtypes(SCHEMAS["meetings"])["date_start"] == "datetime64[s]"


def test_a_column_that_is_not_there_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        SCHEMAS["meetings"].column("country")


# ---- faults


def schema_of(**changes: Any) -> dict[str, Any]:
    column = {"name": "code", "type": "string", "title": "Code", "description": "A code.", "example": "a"}
    base = {
        "name": "codes",
        "title": "Codes",
        "description": "Codes.",
        "fields": [column],
        "missingValues": [""],
        "primaryKey": ["code"],
    }
    return base | changes


def column_of(**changes: Any) -> dict[str, Any]:
    return schema_of()["fields"][0] | changes


def faults_of(folder: Path, *descriptors: dict[str, Any] | str) -> tuple[Problem, ...]:
    for descriptor in descriptors:
        is_text = isinstance(descriptor, str)
        name = "broken" if isinstance(descriptor, str) else descriptor["name"]
        (folder / f"{name}.json").write_text(str(descriptor) if is_text else json.dumps(descriptor), encoding="utf-8")
    with pytest.raises(DataProblems) as caught:
        load_schemas(folder)
    return caught.value.problems


def test_a_small_schema_loads(tmp_path: Path) -> None:
    (tmp_path / "codes.json").write_text(json.dumps(schema_of()), encoding="utf-8")
    assert isinstance(load_schemas(tmp_path)["codes"], TableSchema)


@pytest.mark.parametrize(
    ("descriptor", "kind", "told"),
    [
        (schema_of(fields=[column_of(type="strin")]), "schemas.type", 'nearest is "string"'),
        (schema_of(fields=[column_of(title="")]), "schemas.missing", '"title"'),
        (schema_of(fields=[column_of(description="")]), "schemas.missing", '"description"'),
        (schema_of(fields=[column_of(example=None)]), "schemas.missing", '"example"'),
        (schema_of(fields=[column_of(constrants={})]), "schemas.unknown-key", '"constraints"'),
        (schema_of(fields=[column_of(constraints={"requird": True})]), "schemas.unknown-key", '"required"'),
        (schema_of(fields=[column_of(), column_of()]), "schemas.column-twice", '"code"'),
        (schema_of(fields=[column_of(constraints={"pattern": "^b$"})]), "schemas.example", '"a"'),
        (schema_of(fields=[column_of(constraints={"pattern": "("})]), "schemas.pattern", '"("'),
        (schema_of(fields=[column_of(constraints={"enum": ["b"]})]), "schemas.example", "expected b"),
        (schema_of(fields=[column_of(name="c" * 33)], primaryKey=["c" * 33]), "schemas.long-name", "33 characters"),
        (schema_of(primaryKey=["cod"]), "schemas.key", 'nearest is "code"'),
        (schema_of(primaryKey="code"), "schemas.kind", "expected a list"),
        (schema_of(fields=[column_of(constraints={"maxLength": "9"})]), "schemas.kind", "expected a whole number"),
        (schema_of(uniqueKeys=[["nothing"]]), "schemas.key", '"nothing"'),
        (schema_of(missingValues=[]), "schemas.missing", '"missingValues"'),
        (schema_of(foreignKeys=[{"fields": ["code"], "reference": {"fields": []}}]), "schemas.key", "unequal"),
        (
            schema_of(foreignKeys=[{"fields": ["code"], "reference": {"resource": "cods", "fields": ["code"]}}]),
            "schemas.dangling-key",
            'nearest is "codes"',
        ),
        (
            schema_of(foreignKeys=[{"fields": ["code"], "reference": {"resource": "", "fields": ["other"]}}]),
            "schemas.dangling-key",
            '"codes.other"',
        ),
        (schema_of(fields=[column_of(items=["lists.code"])]), "schemas.dangling-key", '"lists"'),
        ("{", "schemas.unreadable", "no JSON"),
        ("[]", "schemas.unreadable", "no JSON object"),
    ],
)
def test_a_fault_is_told(tmp_path: Path, descriptor: dict[str, Any] | str, kind: str, told: str) -> None:
    found = faults_of(tmp_path, descriptor)
    assert kind in [problem.rule_id for problem in found]
    assert told in " ".join(problem.sentence() for problem in found)
    assert all(problem.where.startswith("schemas/") for problem in found)


def test_a_name_that_is_not_the_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "other.json").write_text(json.dumps(schema_of()), encoding="utf-8")
    assert [problem.rule_id for problem in faults_of(tmp_path)] == ["schemas.name"]


def test_faults_of_all_files_are_told_together(tmp_path: Path) -> None:
    other = schema_of(name="others", title="", fields=[column_of(type="text")])
    found = faults_of(tmp_path, schema_of(primaryKey=["no"]), other, "{")
    assert {problem.where.partition(",")[0] for problem in found} == {
        "schemas/broken.json",
        "schemas/codes.json",
        "schemas/others.json",
    }


# ---- the package that names the schemas


def descriptor() -> dict[str, Any]:
    return dict(json.loads(package_descriptor().read_text(encoding="utf-8")))


def test_package_names_every_table_twice() -> None:
    names = [resource["name"] for resource in descriptor()["resources"]]
    assert names == [*TABLES, *(f"{table}-parquet" for table in TABLES)]


def test_package_tells_of_tables_what_their_schemas_tell() -> None:
    for resource in descriptor()["resources"]:
        if resource["type"] == "table":
            schema = SCHEMAS[resource["name"]]
            assert (resource["title"], resource["description"]) == (schema.title, schema.description)
            assert resource["schema"] == f"schemas/{schema.name}.json"
            assert resource["path"] == f"dist/csv/{schema.name}.csv"
            assert resource["profile"] == "tabular-data-resource"
        else:
            assert "schema" not in resource
            assert resource["path"] == f"dist/parquet/{resource['alternativeTo']}.parquet"


def test_package_claims_no_address_of_its_own() -> None:
    assert not {"homepage", "doi", "id"} & set(descriptor())
    assert descriptor()["contributors"][0]["organization"] == "Security Meetings contributors"
    assert re.fullmatch(r"\d+\.\d+\.\d+(?:-dev)?", descriptor()["version"])


def test_defaults_of_row_classes_are_allowed_values() -> None:
    for table in TABLES:
        for field in fields(row_type(table)):
            column = SCHEMAS[table].column(field.name)
            if field.default not in (MISSING, None) and "enum" in column.constraints:
                assert field.default in column.constraints["enum"]
