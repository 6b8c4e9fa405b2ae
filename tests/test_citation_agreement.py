"""The cross-check: what one file says otherwise than the descriptor is named, in every file and every field."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from check_samples import SCHEMAS
from citation_samples import BARE, FULL, GROUP, HOSTILE, LICENCE, PERSON, changed, declare_hostile_columns, write_folder
from security_meetings.citation import check_agreement, format_metadata, load_descriptor, read_schemas
from security_meetings.citation.agreement import FIELDS
from security_meetings.citation.told import READERS

# Field → what another descriptor tells of it.
OTHERWISE: dict[str, dict[str, Any]] = {
    "title": {"title": "Other Meetings"},
    "version": {"version": "1.2.1"},
    "licence": {
        "licenses": [{**LICENCE, "name": "CC0-1.0", "path": "https://creativecommons.org/publicdomain/zero/1.0/"}]
    },
    "creators": {"contributors": [GROUP, {**PERSON, "givenName": "Bahor", "title": "Bahor Karim-Oglu"}]},
    "released": {"created": "2026-11-21T00:00:00Z"},
    "doi": {"id": "10.5281/zenodo.99"},
    "homepage": {"homepage": "https://example.org/elsewhere"},
    "rights": {"rights": "All rights reserved."},
}
LEFT_OUT = {"released": {"created": None}, "doi": {"id": None}, "homepage": {"homepage": None}}
CASES = [(field, values) for told in (OTHERWISE, LEFT_OUT) for field, values in told.items()]


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_folder(tmp_path_factory.mktemp("sound") / "full", FULL)


@pytest.fixture
def folder(sound: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(sound, tmp_path / "copy"))


def named(folder: Path) -> list[str]:
    problems = check_agreement(folder)
    assert all(problem.what and problem.expected for problem in problems)
    return [problem.where for problem in problems]


def edit_json(path: Path, change: Callable[[Any], Any]) -> None:
    document = json.loads(path.read_text(encoding="utf-8"))
    change(document)
    path.write_text(json.dumps(document), encoding="utf-8")


@pytest.mark.parametrize("text", [FULL, HOSTILE, changed(FULL, id=None), changed(FULL, homepage=None)])
def test_files_as_they_are_written_agree(tmp_path: Path, text: dict[str, Any]) -> None:
    assert named(write_folder(tmp_path / "written", text, declare_hostile_columns)) == []


def test_what_nobody_knows_yet_is_a_notice(tmp_path: Path) -> None:
    problems = check_agreement(write_folder(tmp_path / "bare", BARE))
    assert {(problem.where, problem.severity) for problem in problems} == {
        ("croissant.json, url", "notice"),
        ("croissant.json, datePublished", "notice"),
    }


def test_every_file_and_field_is_checked(sound: Path) -> None:
    assert set(OTHERWISE) == set(FIELDS)
    assert set(READERS) == {path.name for path in sound.iterdir() if path.is_file()} - {"datapackage.json"}


@pytest.mark.parametrize("name", READERS)
@pytest.mark.parametrize(("field", "values"), CASES, ids=[f"{field}-{next(iter(told))}" for field, told in CASES])
def test_a_field_that_a_file_tells_otherwise_is_named(
    folder: Path, name: str, field: str, values: dict[str, Any]
) -> None:
    descriptor = {**load_descriptor(folder), **values}
    other = format_metadata({key: told for key, told in descriptor.items() if told is not None}, {}, folder)
    if name == "croissant.json" or name == "schema-org.json":
        right = json.loads((folder / name).read_text(encoding="utf-8"))
        wrong = json.loads(other[name])
        parts = {key: right[key] for key in ("distribution", "recordSet", "variableMeasured") if key in right}
        other[name] = json.dumps({**wrong, **parts})
    (folder / name).write_text(other[name], encoding="utf-8")
    told = [where for where in named(folder) if where != f"{name}, {STANDARD_NAMES.get(field)}"]
    assert told == [f"{name}, {field}"]


STANDARD_NAMES = {"released": "datePublished"}


def test_a_problem_says_where_what_expected_and_what_to_do(folder: Path) -> None:
    path = folder / "citation.ris"
    path.write_text(path.read_text(encoding="utf-8").replace("ET  - 1.2.0", "ET  - 1.0"), encoding="utf-8")
    (problem,) = check_agreement(folder)
    assert problem.sentence() == (
        'citation.ris, version: says "1.0"; expected "1.2.0", as in datapackage.json; '
        "write the files again: security-meetings describe FOLDER"
    )
    assert (problem.rule_id, problem.severity) == ("citation.disagrees", "error")


@pytest.mark.parametrize(
    ("name", "old", "new", "field"),
    [
        ("CITATION.cff", "date-released: '2026-11-20'", "date-released: 2026-11-02", "released"),
        ("CITATION.cff", "title: Sample Meetings", "title:", "title"),
        ("citation.bib", "month = nov", "month = dec", "released"),
        ("citation.bib", "day = {20}", "day = {2}", "released"),
        ("citation.bib", "Karim-Oglu, Zarina A.", "Karim-Oglu and Zarina A.", "creators"),
        ("citation.bib", "title = {{Sample Meetings}}", "title = {{sample meetings}}", "title"),
        ("citation.ris", "PY  - 2026", "PY  - 2025", "released"),
        ("citation.ris", "DO  - 10.5281", "DO  - 10.5282", "doi"),
        ("citation.txt", "(2026)", "(2025)", "released"),
        ("citation.txt", "Released: 2026-11-20", "Released: 2026-11-02", "released"),
        ("citation.txt", "Licence: CC-BY-4.0", "Licence: CC0-1.0", "licence"),
        ("codebook.md", "**Version:** 1.2.0", "**Version:** 1.2", "version"),
        ("codebook.html", "<dd>1.2.0</dd>", "<dd>1.2</dd>", "version"),
        ("schema-org.json", '"familyName": "Karim-Oglu"', '"familyName": "Karim"', "creators"),
    ],
)
def test_a_value_edited_by_hand_is_named(folder: Path, name: str, old: str, new: str, field: str) -> None:
    text = (folder / name).read_text(encoding="utf-8")
    assert text.count(old) == 1
    (folder / name).write_text(text.replace(old, new), encoding="utf-8")
    assert named(folder) == [f"{name}, {field}"]


@pytest.mark.parametrize("name", READERS)
def test_a_file_that_is_not_there_is_named(folder: Path, name: str) -> None:
    (folder / name).unlink()
    (problem,) = check_agreement(folder)
    assert (problem.where, problem.rule_id) == (name, "citation.missing-file")


@pytest.mark.parametrize("name", READERS)
@pytest.mark.parametrize("content", [b"", b"\xff\xfe\x00", b"- [\n", b'["a"]'])
def test_a_file_that_cannot_be_read_is_named(folder: Path, name: str, content: bytes) -> None:
    (folder / name).write_bytes(content)
    (problem,) = check_agreement(folder)
    assert (problem.where, problem.rule_id) == (name, "citation.unreadable")


def find_part(document: Any, key: str, name: str) -> Any:
    return next(part for part in document[key] if name in (part.get("@id"), part.get("contentUrl"), part.get("name")))


@pytest.mark.parametrize(
    ("name", "change", "where"),
    [
        (
            "croissant.json",
            lambda told: find_part(told, "distribution", "csv/meetings.csv").update(sha256="0" * 64),
            "croissant.json, distribution, csv/meetings.csv, sha256",
        ),
        (
            "croissant.json",
            lambda told: find_part(told, "distribution", "parquet/meetings.parquet").update(contentUrl="x"),
            "croissant.json, distribution, parquet/meetings.parquet, contentUrl",
        ),
        (
            "croissant.json",
            lambda told: find_part(told, "recordSet", "meetings").update(key=[]),
            "croissant.json, recordSet, meetings, key",
        ),
        (
            "croissant.json",
            lambda told: find_part(find_part(told, "recordSet", "meetings"), "field", "meetings/latitude").update(
                dataType="sc:Text"
            ),
            "croissant.json, recordSet, meetings/latitude, dataType",
        ),
        (
            "croissant.json",
            lambda told: find_part(find_part(told, "recordSet", "people"), "field", "people/country_code").pop(
                "references"
            ),
            "croissant.json, recordSet, people/country_code, references",
        ),
        (
            "croissant.json",
            lambda told: find_part(told, "recordSet", "people")["field"].pop(),
            "croissant.json, recordSet, people/is_listed",
        ),
        ("croissant.json", lambda told: told["recordSet"].pop(), "croissant.json, recordSet, id_changes"),
        (
            "croissant.json",
            lambda told: told["recordSet"].append({**told["recordSet"][0], "@id": "more"}),
            "croissant.json, recordSet, more",
        ),
        (
            "schema-org.json",
            lambda told: told["distribution"].pop(0),
            "schema-org.json, distribution, csv/countries.csv",
        ),
        (
            "schema-org.json",
            lambda told: find_part(told, "variableMeasured", "meetings.city").update(description="x"),
            "schema-org.json, variableMeasured, meetings.city, description",
        ),
    ],
)
def test_a_part_that_differs_is_named(folder: Path, name: str, change: Callable[[Any], Any], where: str) -> None:
    edit_json(folder / name, change)
    assert where in named(folder)
    assert all(told.startswith(where.rpartition(", ")[0]) for told in named(folder))


def test_what_a_standard_asks_is_named(folder: Path) -> None:
    edit_json(folder / ".zenodo.json", lambda told: told.pop("upload_type"))
    edit_json(folder / "schema-org.json", lambda told: told.pop("isAccessibleForFree"))
    edit_json(folder / "croissant.json", lambda told: told.pop("citeAs"))
    problems = check_agreement(folder)
    assert {problem.rule_id for problem in problems} == {"citation.standard"}
    assert [problem.where for problem in problems] == [
        *(".zenodo.json, upload_type", "schema-org.json, isAccessibleForFree", "croissant.json, citeAs"),
    ]


def test_a_descriptor_that_tells_too_little_is_named(folder: Path) -> None:
    edit_json(folder / "datapackage.json", lambda told: told.pop("title"))
    assert named(folder) == ["datapackage.json, title"]


def test_a_resource_that_is_not_described_in_full_is_named(folder: Path) -> None:
    edit_json(folder / "datapackage.json", lambda told: told["resources"][0].pop("hash"))
    assert named(folder) == ["datapackage.json, resource countries, file"]


def test_a_schema_that_is_not_in_the_descriptor_is_named(folder: Path) -> None:
    edit_json(folder / "datapackage.json", lambda told: told["resources"][0].update(schema="schemas/countries.json"))
    assert named(folder) == ["datapackage.json, resource countries, schema"]
    descriptor = load_descriptor(folder)
    descriptor["resources"][0]["schema"] = {"fields": [{"name": "a"}]}
    (folder / "datapackage.json").write_text(json.dumps(descriptor), encoding="utf-8")
    assert len(check_agreement(folder)) > 1


def test_the_schemas_of_a_descriptor_are_those_of_the_project(folder: Path) -> None:
    assert read_schemas(load_descriptor(folder)) == SCHEMAS
