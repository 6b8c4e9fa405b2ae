"""Verifying a download: each way in which files can be wrong is named, and each reason why bytes differ is told."""

from __future__ import annotations

import json
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import openpyxl
import pandas as pd
import pyarrow.parquet as pq
import pytest

from check_samples import MEETING, SCHEMAS, sample_cells, sample_tables, setter, to_tables
from security_meetings.archives import SUMS
from security_meetings.citation import write_metadata
from security_meetings.export import Export, write_files
from security_meetings.forms import write_forms
from security_meetings.locations import package_descriptor, schemas_folder
from security_meetings.release.archive import pack_folder, write_sums
from security_meetings.release.byte_reasons import compare_bytes
from security_meetings.release.gate import REQUIRED
from security_meetings.release.verifying import check_sums, open_package, verify_package
from small_project import run

DAY = date(2026, 12, 1)
VERSION = "1.0.0"
NAME = f"security-meetings-{VERSION}"


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make the folder of a release of the sample, once."""
    folder = tmp_path_factory.mktemp("whole") / NAME
    folder.mkdir()
    own = json.loads(package_descriptor().read_text(encoding="utf-8"))
    export = Export(
        tables=sample_tables(),
        schemas=SCHEMAS,
        descriptors={
            name: json.loads((schemas_folder() / f"{name}.json").read_text(encoding="utf-8")) for name in SCHEMAS
        },
        merges=(),
        problems=(),
        own_text={**own, "version": VERSION, "created": f"{DAY}T00:00:00Z"},
        version="0.1.0",
        model_name="none",
    )
    write_files(export, folder)
    descriptor = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    write_forms(sample_tables(), SCHEMAS, descriptor, folder, DAY)
    write_metadata(descriptor, SCHEMAS, folder)
    for name in REQUIRED:
        if not (folder / name).exists():
            (folder / name).write_text("told elsewhere\n", encoding="utf-8")
    write_sums(folder)
    return folder


@pytest.fixture
def folder(whole: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(whole, tmp_path / NAME))


def wrong_checks(folder: Path, archive: Path | None = None) -> dict[str, str]:
    """Return the checks that find an error, each with what it finds."""
    found = {}
    for verdict in verify_package(open_package(folder, archive)):
        errors = [problem.sentence() for problem in verdict.problems if problem.severity == "error"]
        if errors:
            found[verdict.name] = " | ".join(errors)
    return found


def test_a_release_that_came_as_it_was_published_is_sound(folder: Path, tmp_path: Path) -> None:
    archive = tmp_path / f"{NAME}.zip"
    pack_folder(folder, archive, DAY)
    result = run("verify", archive)
    assert result.exit_code == 0, result.output
    assert result.stdout.count("  ok ") == 9 and f"{archive}: sound" in result.stdout
    assert run("verify", archive, "--quiet").output == ""
    assert run("verify", folder).exit_code == 0


# ---- what can be wrong


def edit_text(name: str, old: str, new: str) -> Callable[[Path], None]:
    def edit(folder: Path) -> None:
        path = folder / name
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), encoding="utf-8")

    return edit


def edit_sqlite(folder: Path) -> None:
    with sqlite3.connect(folder / "security-meetings.sqlite") as connection:
        connection.execute("UPDATE meetings SET city = 'Osh'")
    connection.close()


def edit_stata(folder: Path) -> None:
    path = folder / "stata" / "meetings.dta"
    with pd.read_stata(path, iterator=True) as reader:
        table = reader.read(convert_categoricals=False)
    table["city"] = "Osh"
    table.to_stata(path, version=118, write_index=False)


def edit_excel(folder: Path) -> None:
    path = folder / "security-meetings.xlsx"
    book = openpyxl.load_workbook(path)
    sheet = book["meetings"]
    for row in sheet.iter_rows():
        for cell in row:
            if cell.value == "Dushanbe":
                cell.value = "Osh"
    book.save(path)


def edit_parquet(folder: Path) -> None:
    path = folder / "parquet" / "meetings.parquet"
    cells = sample_cells()
    setter("meetings", city="Osh")(cells)
    pq.write_table(to_tables(cells)["meetings"], path)


def edit_hash(folder: Path) -> None:
    path = folder / "datapackage.json"
    told = json.loads(path.read_text(encoding="utf-8"))
    next(resource for resource in told["resources"] if resource["name"] == "meetings")["logical_hash"] = "sha256:0"
    path.write_text(json.dumps(told, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


@pytest.mark.parametrize(
    ("edit", "check", "told"),
    [
        (
            edit_text("csv/meetings.csv", "Dushanbe", "Osh"),
            "parquet",
            'column city: "Osh" differs; expected "Dushanbe"',
        ),
        (edit_text("csv/meetings.csv", "Dushanbe", "Osh"), "structure", "csv/meetings.csv"),
        (edit_text("csv/participants.csv", MEETING, "m0000000000"), "structure", "m0000000000"),
        (edit_parquet, "logical hashes", "datapackage.json, resource meetings-parquet: logical_hash is"),
        (edit_hash, "logical hashes", 'resource meetings: logical_hash is "sha256:0"'),
        (edit_sqlite, "sqlite", f"meetings {MEETING}, column city"),
        (edit_stata, "stata", "meetings"),
        (edit_excel, "excel", f"meetings {MEETING}, column city"),
        (lambda folder: (folder / "security-meetings.sqlite").write_bytes(b"x"), "sqlite", "security-meetings.sqlite"),
        (lambda folder: (folder / "stata" / "people.dta").unlink(), "stata", "people.dta"),
        (lambda folder: (folder / "parquet" / "people.parquet").write_bytes(b"PAR1"), "parquet", "people.parquet"),
        (edit_text("CITATION.cff", "1.0.0", "1.0.1"), "metadata", "CITATION.cff"),
        (edit_text("citation.bib", "Security Meetings", "Other Meetings"), "metadata", "citation.bib"),
        (lambda folder: (folder / "LICENSE").unlink(), "files", "LICENSE: is missing"),
        (lambda folder: (folder / "texts.txt").write_text("x"), "files", "texts.txt: has no place in a release"),
    ],
)
def test_each_form_that_says_something_else_is_named(
    folder: Path, monkeypatch: pytest.MonkeyPatch, edit: Callable[[Path], object], check: str, told: str
) -> None:
    if check != "structure":
        monkeypatch.setattr("security_meetings.release.verifying.check_structure", lambda folder: [])
    edit(folder)
    assert list(check_sums(open_package(folder)))
    # Whoever changes a file may write its checksum too.
    write_sums(folder)
    found = wrong_checks(folder)
    assert "checksums" not in found
    assert told in found[check], found


@pytest.mark.parametrize(
    ("edit", "told"),
    [
        (lambda folder: (folder / "README.md").write_text("x"), "README.md: has the checksum"),
        (lambda folder: (folder / "README.md").unlink(), "README.md: is missing"),
        (lambda folder: (folder / "README.txt").write_text("x"), f"README.txt: is not in {SUMS}"),
        (lambda folder: (folder / SUMS).write_text(""), f"{SUMS}: there are no checksums"),
    ],
)
def test_checksums_tell_what_changed(folder: Path, edit: Callable[[Path], object], told: str) -> None:
    edit(folder)
    (problem,) = check_sums(open_package(folder))
    assert told in problem.sentence()


def test_an_archive_under_another_name_or_with_another_checksum_is_told(folder: Path, tmp_path: Path) -> None:
    archive = tmp_path / "security-meetings-1.0.1.zip"
    pack_folder(folder, archive, DAY)
    (tmp_path / SUMS).write_text(f"{'0' * 64}  {archive.name}\n", encoding="utf-8")
    result = run("verify", archive)
    assert result.exit_code == 1
    told = " ".join(result.output.split())
    assert 'the descriptor says "1.0.0"; expected "security-meetings-1.0.0.zip"' in told
    assert f'"{"0" * 64}", as {SUMS} beside it says' in told
    assert "wrong checksums: 1 faults" in told


def test_what_is_no_release_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    nothing = run("verify")
    assert nothing.exit_code == 2 and "there is no release in dist/releases" in nothing.output
    assert run("verify", "nowhere.zip").exit_code == 2
    (tmp_path / "bad.zip").write_bytes(b"x")
    bad = run("verify", "bad.zip")
    assert bad.exit_code == 1 and "is no sound zip" in bad.stderr
    (tmp_path / "folder").mkdir()
    empty = run("verify", "folder")
    assert empty.exit_code == 1 and "datapackage.json: there is no such file" in empty.stderr


# ---- why bytes differ


def reasons(there: Path, here: Path) -> Iterator[tuple[str, str]]:
    for verdict in compare_bytes(there, here, SCHEMAS):
        if not verdict.agrees:
            yield verdict.name, verdict.why


def edit_bytes(name: str, change: Callable[[bytes], bytes]) -> Callable[[Path], None]:
    def edit(folder: Path) -> None:
        path = folder / name
        content = change(path.read_bytes())
        assert content != path.read_bytes()
        path.write_bytes(content)

    return edit


def rewrite_parquet(folder: Path) -> None:
    path = folder / "parquet" / "meetings.parquet"
    pq.write_table(pq.ParquetFile(path).read(), path, compression="gzip")


@pytest.mark.parametrize(
    ("edit", "name", "told"),
    [
        (
            edit_bytes("csv/people.csv", lambda content: content.replace(b"\n", b"\r\n")),
            "csv/people.csv",
            "line ends: CR LF there, LF here; nothing else",
        ),
        (
            edit_text("csv/meetings.csv", "Dushanbe", "Osh"),
            "csv/meetings.csv",
            f'values: meetings {MEETING}: changed; city "Osh" → "Dushanbe"',
        ),
        (
            edit_bytes("csv/people.csv", lambda content: content.replace(b"Karim Daroni", b'"Karim Daroni"')),
            "csv/people.csv",
            "the same cells, quoted otherwise",
        ),
        (edit_parquet, "parquet/meetings.parquet", 'city "Osh" → "Dushanbe"'),
        (rewrite_parquet, "parquet/meetings.parquet", "the same cells and writer; other metadata or packing"),
        (
            edit_bytes(
                "parquet/people.parquet", lambda content: content.replace(b"parquet-cpp-arrow", b"parquet-cpp-other")
            ),
            "parquet/people.parquet",
            "the same cells, by another writer: parquet-cpp-other version",
        ),
        (
            lambda folder: (folder / "parquet" / "people.parquet").write_bytes(b"x"),
            "parquet/people.parquet",
            "cannot be read",
        ),
        (edit_sqlite, "security-meetings.sqlite", 'city "Osh" → "Dushanbe"'),
        (
            edit_bytes("security-meetings.sqlite", lambda c: c[:96] + (3_001_002).to_bytes(4, "big") + c[100:]),
            "security-meetings.sqlite",
            "the same cells; written by SQLite 3.1.2 there, ",
        ),
        (
            lambda folder: (folder / "security-meetings.sqlite").write_bytes(b"x"),
            "security-meetings.sqlite",
            "cannot be read",
        ),
        (edit_excel, "security-meetings.xlsx", 'city "Osh" → "Dushanbe"'),
        (
            edit_bytes("stata/people.dta", lambda content: content.replace(b"01 Dec 2026", b"02 Dec 2026")),
            "stata/people.dta",
            "the same cells; another version of the library that writes it, or another date",
        ),
        (edit_text("README.md", "elsewhere", "here"), "README.md", 'line 1: "told here" there, "told elsewhere" here'),
        (lambda folder: (folder / "LICENSE").unlink(), "LICENSE", "is made by a build, and missing there"),
        (lambda folder: (folder / "x.txt").write_text("x"), "x.txt", "is not made by a build"),
    ],
)
def test_why_bytes_differ_is_told(
    whole: Path, folder: Path, edit: Callable[[Path], object], name: str, told: str
) -> None:
    assert list(reasons(folder, whole)) == []
    edit(folder)
    (found,) = reasons(folder, whole)
    assert found[0] == name
    assert told in found[1]


def test_a_great_many_values_are_counted(whole: Path, folder: Path) -> None:
    path = folder / "csv" / "evidence.csv"
    path.write_text(path.read_text(encoding="utf-8").replace("meetings.sample", "meetings.other"), encoding="utf-8")
    (found,) = reasons(folder, whole)
    assert found[1].count("rule_id") == 3 and found[1].endswith("more rows")
