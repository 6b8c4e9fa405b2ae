"""Citation: each form says what the descriptor says and no more, is sound by its standard, and takes text as text."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import bibtexparser
import pytest
import rispy
import yaml
from bibtexparser.middlewares import SeparateCoAuthors
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft7Validator, FormatChecker
from pylatexenc.latex2text import LatexNodes2Text

from check_samples import SCHEMAS
from citation_samples import BARE, FULL, GROUP, HOSTILE, HOSTILE_TEXT, LICENCE, PERSON, ROOT, changed, write_folder
from security_meetings.citation import FORMS, load_descriptor, read_work, renew_citation
from security_meetings.citation.apa import format_apa
from security_meetings.citation.bibtex import format_bibtex, read_fields, read_names
from security_meetings.citation.cff import format_cff
from security_meetings.citation.ris import format_ris
from security_meetings.citation.schema_org import find_dataset_faults
from security_meetings.citation.work import one_line
from security_meetings.citation.zenodo import describe_deposit, find_deposit_faults
from security_meetings.problems import DataProblems

SAMPLES = {"bare": BARE, "full": FULL, "hostile": HOSTILE}
CFF_SCHEMA = json.loads((ROOT / "tests" / "standards" / "cff-1.2.0.json").read_text(encoding="utf-8"))
FILES = {
    *("CITATION.cff", "citation.bib", "citation.ris", "citation.txt", ".zenodo.json", "schema-org.json"),
    *("croissant.json", "codebook.md", "codebook.html"),
}


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    place = tmp_path_factory.mktemp("cited")
    return {name: write_folder(place / name, text) for name, text in SAMPLES.items()}


def people(count: int) -> list[dict[str, Any]]:
    return [{"givenName": "Ann B.", "familyName": f"Name{number}", "roles": ["creator"]} for number in range(count)]


# ---- what the descriptor tells


def test_a_work_has_what_the_descriptor_tells() -> None:
    work = read_work(FULL)
    assert (work.title, work.version, work.doi) == ("Sample Meetings", "1.2.0", "10.5281/zenodo.123_4")
    assert work.released == date(2026, 11, 20)
    assert [creator.inverted for creator in work.creators] == ["Sample contributors", "Karim-Oglu, Zarina A."]
    assert work.creators[1].orcid == "0000-0002-1825-0097"
    assert [publisher.name for publisher in work.publishers] == ["Sample contributors"]
    assert len(work.paragraphs) == 2


def test_what_is_not_told_is_not_known() -> None:
    work = read_work(BARE)
    assert (work.released, work.doi, work.homepage, work.url) == (None, None, None, "")


@pytest.mark.parametrize("told", ["10.5281/zenodo.1", "doi:10.5281/zenodo.1", "http://dx.doi.org/10.5281/zenodo.1"])
def test_a_doi_is_known_in_each_of_its_spellings(told: str) -> None:
    assert read_work(changed(BARE, id=told)).doi_url == "https://doi.org/10.5281/zenodo.1"


@pytest.mark.parametrize(
    ("key", "value", "words"),
    [
        ("title", None, "title: is missing"),
        ("title", " \u0000 ", "title: is missing"),
        ("description", None, "description: is missing"),
        ("version", None, "version: is missing"),
        ("version", "1.0 (new)", '"1.0 (new)" cannot be used'),
        ("version", 3, '"3" cannot be used'),
        ("licenses", None, "holds 0 licences"),
        ("licenses", [LICENCE, LICENCE], "holds 2 licences"),
        ("licenses", [{"name": "CC BY"}], 'licenses, name: "CC BY" cannot be used'),
        ("licenses", [{"name": "CC-BY-4.0"}], "licenses, path: is missing"),
        ("contributors", [{"title": "A", "roles": ["publisher"]}], "names nobody who made the data"),
        ("contributors", [GROUP, {"roles": ["creator"]}], "number 2: has no name"),
        ("contributors", "A", '"A" is no list'),
        ("id", "https://doi.org/none", '"https://doi.org/none" cannot be used'),
        ("id", "10.5281/zenodo.{1}", "cannot be used"),
        ("homepage", "javascript:alert(1)", "cannot be used"),
        ("homepage", "https://example.org/a b", "cannot be used"),
        ("homepage", "https://example.org/\u202e", "cannot be used"),
        ("created", "2026-11-20", '"2026-11-20" is no moment'),
        ("created", "2026-11-20T00:00:00", "is no moment"),
        ("created", "2026-13-20T00:00:00Z", "is no moment"),
        ("created", 2026, '"2026" is no moment'),
        ("sources", [{"path": "https://example.org"}], "sources, number 1: has no title"),
        ("sources", [{"title": "A", "path": "../x"}], 'sources, number 1, path: "../x" cannot be used'),
        ("keywords", {"a": 1}, "is no list"),
    ],
)
def test_what_is_wrong_with_a_descriptor_is_told(key: str, value: Any, words: str) -> None:
    with pytest.raises(DataProblems) as raised:
        read_work(changed(BARE, **{key: value}))
    problems = raised.value.problems
    assert words in problems[0].sentence()
    assert all(problem.where.startswith(f"datapackage.json, {key}") for problem in problems)
    assert all(problem.expected and problem.todo for problem in problems)


def test_all_that_is_wrong_is_told_at_once() -> None:
    with pytest.raises(DataProblems) as raised:
        read_work({"id": "x"})
    named = [problem.where.split(", ")[1] for problem in raised.value.problems]
    assert sorted(named) == ["contributors", "description", "id", "licenses", "title", "version"]


@pytest.mark.parametrize(("content", "words"), [(None, "is not there"), ("{", "cannot be read"), ("[]", "no JSON")])
def test_a_descriptor_that_cannot_be_read_is_told(tmp_path: Path, content: str | None, words: str) -> None:
    if content is not None:
        (tmp_path / "datapackage.json").write_text(content, encoding="utf-8")
    with pytest.raises(DataProblems, match=words):
        load_descriptor(tmp_path)


# ---- every file


def test_every_file_is_there_and_the_same_again(folders: Mapping[str, Path], tmp_path: Path) -> None:
    again = write_folder(tmp_path / "again", FULL)
    written = {path.name: path.read_bytes() for path in folders["full"].iterdir() if path.is_file()}
    assert written.keys() == {*FILES, "datapackage.json"}
    assert {path.name: path.read_bytes() for path in again.iterdir() if path.is_file()} == written


@pytest.mark.parametrize("name", sorted(FILES))
def test_every_file_says_who_owns_what(folders: Mapping[str, Path], name: str) -> None:
    text = (folders["full"] / name).read_text(encoding="utf-8")
    for words in ("MIT licence", "the texts belong to their outlets"):
        assert words in " ".join(text.split())
    assert re.search("CC-BY-4.0", text, re.IGNORECASE)


@pytest.mark.parametrize("name", sorted(FILES))
def test_no_file_makes_up_what_is_not_known(folders: Mapping[str, Path], name: str) -> None:
    text = (folders["bare"] / name).read_text(encoding="utf-8")
    told = text.replace("https://creativecommons.org/licenses/by/4.0/", "")
    told = re.sub(r"https?://(schema\.org|mlcommons\.org|purl\.org)/", "", told)
    links = [link for link in re.findall(r"https?://\S+", told) if not codebook_example(link, name)]
    assert links == []
    for words in ("date-released", "doi:", "doi =", "DO  -", "datePublished", "publication_date", "year =", "Released"):
        assert words not in text


def codebook_example(link: str, name: str) -> bool:
    """Return whether a link is one that the codebook shows as the example of a column."""
    examples = {str(column.example) for schema in SCHEMAS.values() for column in schema.columns}
    return name.startswith("codebook") and any(example in link for example in examples if "://" in example)


# ---- CITATION.cff


@pytest.mark.parametrize("name", SAMPLES)
def test_cff_is_valid_by_its_schema(folders: Mapping[str, Path], name: str) -> None:
    document = yaml.safe_load((folders[name] / "CITATION.cff").read_text(encoding="utf-8"))
    faults = list(Draft7Validator(CFF_SCHEMA, format_checker=FormatChecker()).iter_errors(document))
    assert [fault.message for fault in faults] == []
    assert document["type"] == "dataset"
    assert document["title"] == one_line(SAMPLES[name]["title"])


def test_cff_tells_all_that_is_known() -> None:
    document = yaml.safe_load(format_cff(read_work(FULL)))
    assert document["date-released"] == "2026-11-20"
    assert (document["doi"], document["url"]) == ("10.5281/zenodo.123_4", FULL["homepage"])
    assert document["authors"][1] == {
        "family-names": "Karim-Oglu",
        "given-names": "Zarina A.",
        "affiliation": "Institute of Samples",
        "orcid": "https://orcid.org/0000-0002-1825-0097",
    }


def test_the_schema_of_cff_finds_faults() -> None:
    document = yaml.safe_load(format_cff(read_work(FULL)))
    validator = Draft7Validator(CFF_SCHEMA, format_checker=FormatChecker())
    for key, value in (("doi", "https://doi.org/10.1/x"), ("date-released", "20.11.2026"), ("licence", "MIT")):
        assert list(validator.iter_errors(document | {key: value})), key


# ---- BibTeX


def parse_bibtex(text: str) -> dict[str, Any]:
    """Return the fields of the one entry, with its type and key, as a parser of others reads them."""
    library = bibtexparser.parse_string(text, append_middleware=[SeparateCoAuthors()])
    assert library.failed_blocks == []
    assert len(library.entries) == len(library.blocks) == 1
    entry = library.entries[0]
    return {name: field.value for name, field in entry.fields_dict.items()} | {"": (entry.entry_type, entry.key)}


# Commands of LaTeX itself that the decoder does not know.
KERNEL = {"braceleft": r"\{", "braceright": r"\}", "less": "<", "greater": ">", "bar": "|"}


def print_tex(value: str) -> str:
    """Return what TeX prints of a value."""
    for command, sign in KERNEL.items():
        value = value.replace(f"\\text{command}{{}}", sign)
    return LatexNodes2Text(strict_latex_spaces=True).latex_to_text(value).replace("ˆ", "^")


def test_bibtex_tells_all_that_is_known() -> None:
    fields = parse_bibtex(format_bibtex(read_work(FULL)))
    assert fields[""] == ("dataset", "sample-meetings-1.2.0")
    assert fields["author"] == ["{Sample contributors}", "Karim-Oglu, Zarina A."]
    assert (fields["url"], fields["doi"]) == (FULL["homepage"], "10.5281/zenodo.123_4")
    assert (fields["year"], fields["month"], fields["day"]) == ("2026", "nov", "20")
    assert (fields["version"], fields["license"]) == ("1.2.0", "CC-BY-4.0")
    assert "1.2.0" in fields["howpublished"]


def test_bibtex_takes_text_as_text() -> None:
    text = format_bibtex(read_work(HOSTILE))
    fields = parse_bibtex(text)
    assert print_tex(fields["title"]) == one_line(HOSTILE_TEXT)
    assert len(fields["author"]) == 2
    assert print_tex(fields["author"][1]) == "O'Brien and {Sons}, Ltd & Co, Ann, the_1st"
    assert read_fields(text)["title"] == one_line(HOSTILE_TEXT)
    assert read_names(text) == [creator.inverted for creator in read_work(HOSTILE).creators]


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1).map(one_line).filter(bool))
def test_any_title_comes_back_from_bibtex(title: str) -> None:
    text = format_bibtex(read_work(changed(BARE, title=title)))
    assert "title" in parse_bibtex(text)
    assert read_fields(text)["title"] == title


# ---- RIS


def test_ris_tells_all_that_is_known() -> None:
    (record,) = rispy.loads(format_ris(read_work(FULL)))
    assert record["type_of_reference"] == "DATA"
    assert record["authors"] == ["Sample contributors", "Karim-Oglu, Zarina A."]
    assert (record["title"], record["edition"], record["year"]) == ("Sample Meetings", "1.2.0", "2026")
    assert (record["date"], record["doi"]) == ("2026/11/20/", "10.5281/zenodo.123_4")
    assert record["urls"] == [FULL["homepage"]]
    assert record["keywords"] == ["diplomacy", "invention"]
    assert record["notes"] == ["Licence: CC-BY-4.0", FULL["rights"]]


def test_ris_takes_text_as_text() -> None:
    (record,) = rispy.loads(format_ris(read_work(HOSTILE)))
    assert record["title"] == one_line(HOSTILE_TEXT)
    assert record["authors"] == [creator.inverted for creator in read_work(HOSTILE).creators]


# ---- APA


@pytest.mark.parametrize(
    ("values", "citation"),
    [
        ({}, "Sample contributors. (n.d.). Sample Meetings (Version 1.2.0-dev) [Data set]."),
        (
            {"created": "2026-11-20T00:00:00Z", "id": "10.5281/zenodo.1", "homepage": "https://example.org"},
            "Sample contributors. (2026). Sample Meetings (Version 1.2.0-dev) [Data set]. "
            "https://doi.org/10.5281/zenodo.1",
        ),
        (
            {"homepage": "https://example.org", "contributors": [PERSON, {"title": "Press", "roles": ["publisher"]}]},
            "Karim-Oglu, Z. A. (n.d.). Sample Meetings (Version 1.2.0-dev) [Data set]. Press. https://example.org",
        ),
        (
            {"contributors": [{**PERSON, "givenName": "Jean-Paul"}, {"title": "Group Inc.", "roles": ["creator"]}]},
            "Karim-Oglu, J.-P., & Group Inc. (n.d.). Sample Meetings (Version 1.2.0-dev) [Data set].",
        ),
    ],
)
def test_apa_is_told_by_the_manual(values: dict[str, Any], citation: str) -> None:
    assert format_apa(read_work(changed(BARE, **values))) == citation


def test_apa_shortens_a_long_list_of_names() -> None:
    three, twenty, many = (format_apa(read_work(changed(BARE, contributors=people(count)))) for count in (3, 20, 25))
    assert three.startswith("Name0, A. B., Name1, A. B., & Name2, A. B. (n.d.)")
    assert "Name18, A. B., & Name19, A. B. (n.d.)" in twenty
    assert "Name18, A. B., . . . Name24, A. B. (n.d.)" in many and "Name19" not in many


# ---- Zenodo and schema.org


@pytest.mark.parametrize("name", SAMPLES)
def test_zenodo_and_search_engines_get_what_they_ask(folders: Mapping[str, Path], name: str) -> None:
    deposit, dataset = (json.loads(read(folders[name] / file)) for file in (".zenodo.json", "schema-org.json"))
    assert list(find_deposit_faults(deposit)) == []
    assert list(find_dataset_faults(dataset)) == []
    assert deposit["title"] == dataset["name"] == one_line(SAMPLES[name]["title"])


def read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def test_a_deposit_tells_all_that_is_known(folders: Mapping[str, Path]) -> None:
    deposit = json.loads(read(folders["full"] / ".zenodo.json"))
    assert deposit["creators"] == [
        {"name": "Sample contributors"},
        {"name": "Karim-Oglu, Zarina A.", "affiliation": "Institute of Samples", "orcid": "0000-0002-1825-0097"},
    ]
    assert (deposit["license"], deposit["publication_date"]) == ("cc-by-4.0", "2026-11-20")
    assert {(one["relation"], one["identifier"]) for one in deposit["related_identifiers"]} == {
        ("isDocumentedBy", FULL["homepage"]),
        ("isDerivedFrom", "https://example.org/towns"),
    }


def test_a_deposit_takes_text_as_text(folders: Mapping[str, Path]) -> None:
    deposit = json.loads(read(folders["hostile"] / ".zenodo.json"))
    for key in ("description", "notes"):
        assert set(re.findall(r"<[^>]*>", deposit[key])) == {"<p>", "</p>"}
        assert "&lt;script&gt;" in deposit[key]


def test_schema_org_tells_files_and_variables(folders: Mapping[str, Path]) -> None:
    dataset = json.loads(read(folders["full"] / "schema-org.json"))
    descriptor = load_descriptor(folders["full"])
    told = {(one["contentUrl"], f"sha256:{one['sha256']}") for one in dataset["distribution"]}
    assert told == {(resource["path"], resource["hash"]) for resource in descriptor["resources"]}
    variables = {one["name"]: one for one in dataset["variableMeasured"]}
    assert {"meetings.city", "threats_mentioned.threat_type", "participants.role"} <= variables.keys()
    assert not [name for name in variables if name.endswith("_id") or name.startswith("people.")]
    assert (variables["meetings.confidence"]["minValue"], variables["meetings.confidence"]["maxValue"]) == (0, 1)
    assert (dataset["url"], dataset["identifier"]) == (FULL["homepage"], "https://doi.org/10.5281/zenodo.123_4")
    assert dataset["creator"][1]["@type"] == "Person" and dataset["creator"][0]["@type"] == "Organization"


@pytest.mark.parametrize("file", ["schema-org.json", "croissant.json", ".zenodo.json"])
def test_json_can_stand_in_a_page(folders: Mapping[str, Path], file: str) -> None:
    text = read(folders["hostile"] / file)
    assert not re.search("[<>&]", text)
    document = json.loads(text)
    assert one_line(HOSTILE_TEXT) in (document.get("name"), document.get("title"))


@pytest.mark.parametrize("key", ["upload_type", "title", "creators", "description", "access_right", "license"])
def test_what_a_deposit_lacks_is_told(key: str) -> None:
    deposit = describe_deposit(read_work(FULL))
    assert {fault[0] for fault in find_deposit_faults({**deposit, key: ""})} >= {key}
    del deposit[key]
    assert [fault[0] for fault in find_deposit_faults(deposit)] == [key]


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("upload_type", "software"),
        ("access_right", "closed"),
        ("publication_date", "20.11.2026"),
        ("creators", [{"affiliation": "A"}]),
        ("related_identifiers", [{"identifier": "https://example.org"}]),
        ("keywords", [1]),
        ("title", 1),
        ("licence", "cc-by-4.0"),
    ],
)
def test_what_a_deposit_has_wrong_is_told(key: str, value: Any) -> None:
    assert [fault[0] for fault in find_deposit_faults({**describe_deposit(read_work(FULL)), key: value})] == [key]


@pytest.mark.parametrize(
    "key",
    [
        *("@context", "@type", "name", "description", "version", "license", "creator", "distribution"),
        *("copyrightNotice", "variableMeasured", "isAccessibleForFree"),
    ],
)
def test_what_search_engines_miss_is_told(folders: Mapping[str, Path], key: str) -> None:
    dataset = json.loads(read(folders["full"] / "schema-org.json"))
    del dataset[key]
    assert [fault[0] for fault in find_dataset_faults(dataset)] == [key]


def test_what_search_engines_pass_over_is_told(folders: Mapping[str, Path]) -> None:
    dataset = json.loads(read(folders["full"] / "schema-org.json"))
    del dataset["distribution"][0]["contentUrl"]
    dataset |= {"@type": "Thing", "description": "short"}
    told = [fault[0] for fault in find_dataset_faults(dataset)]
    assert told == ["@type", "description", f"distribution, {dataset['distribution'][0]['name']}, contentUrl"]


# ---- the checkout


def test_the_citation_of_the_checkout_is_that_of_its_descriptor() -> None:
    work = read_work(load_descriptor(ROOT))
    remedy = "run: security-meetings cite . --renew"
    assert read(ROOT / "CITATION.cff") == format_cff(work), remedy
    assert f"## Cite it\n\n```text\n{format_apa(work)}\n```\n" in read(ROOT / "README.md"), remedy


def test_the_descriptor_of_the_checkout_says_who_owns_what() -> None:
    rights = read_work(load_descriptor(ROOT)).rights
    assert all(words in rights for words in ("CC-BY-4.0", "MIT licence", "belong to their outlets"))


def test_the_citation_of_a_checkout_is_renewed(tmp_path: Path) -> None:
    shutil.copy(ROOT / "README.md", tmp_path)
    (tmp_path / "datapackage.json").write_text(json.dumps(changed(FULL, title=r"\1 & Co")), encoding="utf-8")
    assert {path.name for path in renew_citation(tmp_path)} == {"CITATION.cff", "README.md"}
    work = read_work(load_descriptor(tmp_path))
    assert read(tmp_path / "CITATION.cff") == format_cff(work)
    before, after = read(ROOT / "README.md").splitlines(), read(tmp_path / "README.md").splitlines()
    assert [line for line in after if line not in before] == [format_apa(work)]
    assert len(before) == len(after)


def test_a_readme_without_a_place_for_the_citation_is_told(tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("# Cite it\n", encoding="utf-8")
    (tmp_path / "datapackage.json").write_text(json.dumps(FULL), encoding="utf-8")
    with pytest.raises(DataProblems, match="has no block"):
        renew_citation(tmp_path)
    assert not (tmp_path / "CITATION.cff").exists()


def test_every_form_ends_with_a_line() -> None:
    assert set(FORMS) == {"apa", "bibtex", "ris", "cff"}
    assert all("\n\n" not in form(read_work(FULL)) for form in FORMS.values())
