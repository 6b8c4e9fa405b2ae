"""The commands `cite` and `describe` as a reader types them: what they print, write, refuse, and their exit codes."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from citation_samples import BARE, FULL, ROOT, changed, write_folder, write_tables
from security_meetings.citation import FORMS, read_work
from security_meetings.cli import app


def run(*arguments: str | Path) -> Result:
    result = CliRunner().invoke(app, [str(argument) for argument in arguments])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    assert "Traceback" not in result.output
    return result


@pytest.fixture
def tables(tmp_path: Path) -> Path:
    return write_tables(tmp_path / "sample", FULL)


@pytest.mark.parametrize("form", FORMS)
def test_each_form_is_printed(tables: Path, form: str) -> None:
    result = run("cite", tables, "--form", form)
    assert result.exit_code == 0
    assert result.stdout == FORMS[form](read_work(FULL)).rstrip("\n") + "\n"


def test_the_citation_in_words_is_printed_where_no_form_is_asked(tables: Path) -> None:
    assert run("cite", tables).stdout == run("cite", tables, "--form", "apa").stdout


def test_a_form_that_is_not_known_is_wrong_usage(tables: Path) -> None:
    result = run("cite", tables, "--form", "bibtx")
    assert result.exit_code == 2
    assert 'did you mean "bibtex"?' in " ".join(result.output.replace("│", " ").split())


@pytest.mark.parametrize("command", ["cite", "describe"])
def test_a_folder_that_is_not_there_is_wrong_usage(tmp_path: Path, command: str) -> None:
    assert run(command, tmp_path / "none").exit_code == 2


@pytest.mark.parametrize("command", ["cite", "describe"])
def test_tables_that_nobody_signed_cannot_be_cited(tmp_path: Path, command: str) -> None:
    neutral = {"name": "security-meetings-build", "title": "Security meetings coded from a folder of texts"}
    folder = write_tables(tmp_path / "sample", neutral)
    result = run(command, folder)
    assert result.exit_code == 1
    assert "datapackage.json, contributors: names nobody who made the data" in result.output
    assert sorted(path.name for path in folder.iterdir()) == ["csv", "datapackage.json", "parquet"]


def test_the_files_are_written_beside_the_tables(tables: Path, tmp_path: Path) -> None:
    result = run("describe", tables)
    assert (result.exit_code, result.output) == (0, f"{tables}: 0 errors, 0 warnings, 0 notices\n")
    again = write_folder(tmp_path / "again", FULL)
    assert {path.name: path.read_bytes() for path in tables.iterdir() if path.is_file()} == {
        path.name: path.read_bytes() for path in again.iterdir() if path.is_file()
    }


def test_what_is_not_known_yet_is_told_and_no_fault(tmp_path: Path) -> None:
    result = run("describe", write_tables(tmp_path / "sample", BARE))
    assert result.exit_code == 0
    assert "0 errors, 0 warnings, 2 notices" in result.output
    assert run("describe", tmp_path / "sample", "--quiet").output == ""


def test_files_that_disagree_are_told_and_left_as_they_are(tmp_path: Path) -> None:
    folder = write_folder(tmp_path / "sample", FULL)
    path = folder / "CITATION.cff"
    path.write_text(path.read_text(encoding="utf-8").replace("1.2.0", "1.1.0"), encoding="utf-8")
    before = path.read_bytes()
    result = run("describe", folder, "--check")
    assert result.exit_code == 1
    assert 'CITATION.cff, version: says "1.1.0"; expected "1.2.0", as in datapackage.json' in result.output
    assert path.read_bytes() == before
    assert run("describe", folder).exit_code == 0


def test_the_checkout_is_renewed(tmp_path: Path) -> None:
    shutil.copy(ROOT / "README.md", tmp_path)
    (tmp_path / "datapackage.json").write_text(json.dumps(changed(FULL, version="3.1.4")), encoding="utf-8")
    result = run("cite", tmp_path, "--renew")
    assert (result.exit_code, result.output) == (0, "")
    assert "version: 3.1.4" in (tmp_path / "CITATION.cff").read_text(encoding="utf-8")
    assert "(Version 3.1.4)" in (tmp_path / "README.md").read_text(encoding="utf-8")
    assert run("cite", tmp_path, "--renew").exit_code == 0


def test_a_folder_without_a_readme_is_not_renewed(tables: Path) -> None:
    result = run("cite", tables, "--renew")
    assert result.exit_code == 1
    assert "README.md" in result.output
    assert not (tables / "CITATION.cff").exists()
