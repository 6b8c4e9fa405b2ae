"""Every snippet of the README that loads or asks data runs on a release: Python, SQL, R where it is, Stata by its names."""

from __future__ import annotations

import json
import re
import shutil
import sqlite3
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from check_samples import IRANIAN, MEETING, MEMORANDUM, SCHEMAS, sample_cells
from release_samples import VERSION, pack_release
from test_docs import README, ROOT, code_blocks
from test_r_loader import needs_r, run_r

ZIP = f"security-meetings-{VERSION}.zip"
Cells = Mapping[str, list[dict[str, Any]]]
R_BLOCKS = code_blocks(README, "r")
LOADED_BY = re.compile(r"^library\((\w+)\)$", re.MULTILINE)


def spoken_cells() -> Cells:
    """Return the sample with a threat that a person names, and one that a state does."""
    cells = sample_cells()
    cells["threats_mentioned"][0]["speaker_person_id"] = "q00000001"
    for number, more in ((2, {"speaker_country_code": "TJK"}), (3, {"article_id": "two"})):
        cells["threats_mentioned"].append(
            cells["threats_mentioned"][0]
            | {"threat_mention_id": f"t000000000{number}", "speaker_person_id": None, "char_start": number}
            | more
        )
    return cells


def lay_out(folder: Path, cells: Cells, monkeypatch: pytest.MonkeyPatch) -> None:
    """Put a release and what it unpacks to into a folder, and go there."""
    path = pack_release(folder, cells)
    with zipfile.ZipFile(path) as archive:
        archive.extractall(folder)
    monkeypatch.chdir(folder)


def run_blocks(blocks: list[str]) -> dict[str, Any]:
    """Run blocks of Python one after another, as a reader would, and return the names they leave."""
    names: dict[str, Any] = {}
    for number, block in enumerate(blocks, 1):
        exec(compile(block, f"README.md, Python block {number}", "exec"), names)
    return names


def query_answers(folder: Path) -> list[list[tuple[Any, ...]]]:
    """Return the rows of each block of SQL, asked of the database of the release."""
    connection = sqlite3.connect(folder / f"security-meetings-{VERSION}" / "security-meetings.sqlite")
    answers = [connection.execute(block).fetchall() for block in code_blocks(README, "sql")]
    connection.close()
    return answers


def test_snippets_name_one_release() -> None:
    assert set(re.findall(r"security-meetings-(\d+\.\d+\.\d+)", README)) == {VERSION}
    assert set(re.findall(r"load\(\"(\d+\.\d+\.\d+)\"", README)) == {VERSION}


def test_python_answers_the_questions(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lay_out(tmp_path, spoken_cells(), monkeypatch)
    names = run_blocks(code_blocks(README, "python"))
    assert names["met"]["who"].tolist() == ["Karim Daroni (IRN); Farrukh Qodirov (TJK)"]
    assert names["threats"]["year"].tolist() == [2019, 2019, 2019]
    assert names["threats"]["speaker"].tolist() == ["Karim Daroni", "TJK", "not told"]
    assert names["followed"]["agreements.agreement_id"].tolist() == [MEMORANDUM]
    assert (len(names["surely"]), len(names["maybe"]), len(names["in_conflict"])) == (0, 0, 0)
    assert names["words"]["quote"].str.contains("Dushanbe").all() and len(names["words"]) > 0
    assert names["participants"]["participant_id"].tolist()[0] == IRANIAN


def test_python_answers_without_rows_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lay_out(tmp_path, {table: [] for table in SCHEMAS}, monkeypatch)
    assert run_blocks(code_blocks(README, "python"))["met"].empty


@pytest.mark.skipif(not (ROOT / "dist" / "csv").is_dir(), reason="dist/csv is not built yet: run make build")
def test_python_answers_with_the_finished_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(ROOT / "dist", tmp_path / f"security-meetings-{VERSION}", ignore=shutil.ignore_patterns("releases"))
    monkeypatch.chdir(tmp_path)
    blocks = [block.replace(ZIP, f"security-meetings-{VERSION}") for block in code_blocks(README, "python")]
    names = run_blocks(blocks)
    assert len(names["met"]) == len(names["meetings"]) > 0
    assert len(names["followed"]) > 0 and len(names["words"]) > 0


def test_sql_answers_the_questions(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lay_out(tmp_path, spoken_cells(), monkeypatch)
    by_view, met, threats, followed = query_answers(tmp_path)
    day = "2019-05-06"
    assert [row[:-1] for row in met] == [(day, day, "bilateral_meeting", "held", "Dushanbe")]
    assert by_view == [(day, "bilateral_meeting", "held", "Dushanbe", "Karim Daroni (IRN); Farrukh Qodirov (TJK)")]
    # SQLite joins the members of a group in any order.
    assert sorted(met[0][-1].split("; ")) == ["Farrukh Qodirov (TJK)", "Karim Daroni (IRN)"]
    speakers = ("Karim Daroni", "TJK", "not told")
    assert threats == [("drug_trafficking", speaker, "2019", 1) for speaker in speakers]
    agreed = (MEMORANDUM, "memorandum_of_understanding", "signed", None, "IRN;TJK")
    assert followed == [(MEETING, day, "Dushanbe", *agreed)]


def optional_package(block: str) -> str | None:
    """Return the package that a block of R loads, None where base R is enough."""
    named = LOADED_BY.search(block)
    return named[1] if named else None


@needs_r
def test_r_answers_the_questions(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lay_out(tmp_path, spoken_cells(), monkeypatch)
    own = [block for block in R_BLOCKS if optional_package(block) is None]
    checks = """
    stopifnot(
      identical(met$name, c("Karim Daroni", "Farrukh Qodirov")),
      identical(threats$year, rep("2019", 3)),
      identical(threats$speaker, c("Karim Daroni", NA, NA)),
      identical(followed$agreement_id, "a0000000001"),
      inherits(meetings$date_start, "Date"), identical(meetings$cameo_code, "042")
    )
    """
    (tmp_path / "snippets.R").write_text("\n".join([*own, checks]), encoding="utf-8")
    done = run_r("snippets.R")
    assert done.returncode == 0, done.stderr


@needs_r
@pytest.mark.parametrize("block", [block for block in R_BLOCKS if optional_package(block)], ids=optional_package)
def test_r_packages_read_a_release(block: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = optional_package(block)
    if run_r("-e", f'quit(status = !requireNamespace("{package}", quietly = TRUE))').returncode:
        pytest.skip(f"the package {package} is not installed in R")
    lay_out(tmp_path, spoken_cells(), monkeypatch)
    (tmp_path / "snippet.R").write_text(f"{block}\nstopifnot(nrow(meetings) == 1)\n", encoding="utf-8")
    done = run_r("snippet.R")
    assert done.returncode == 0, done.stderr


def test_base_r_names_every_column_that_r_would_misread() -> None:
    schema = json.loads((ROOT / "schemas" / "meetings.json").read_text(encoding="utf-8"))
    dates = {field["name"] for field in schema["fields"] if field["type"] == "date"}
    told = dict(re.findall(r'(\w+) = "(Date|character)"', "\n".join(R_BLOCKS)))
    assert {name for name, kind in told.items() if kind == "Date"} == dates
    assert {"date_edtf", "cameo_code"} <= told.keys() <= {field["name"] for field in schema["fields"]}


def test_stata_names_tables_and_columns_that_are_there() -> None:
    (block,) = code_blocks(README, "stata")
    assert re.findall(r"stata/(\w+)\.dta", block) == ["participants", "meetings"]
    kept = re.findall(r"keepusing\((.*?)\)", block)[0].split()
    assert set(kept) <= set(SCHEMAS["meetings"].column_names)
    # Stata keeps the first of two columns of one name.
    assert not set(kept) & set(SCHEMAS["participants"].column_names)
    listed = re.findall(r"^list (.*),", block, re.MULTILINE)[0].split()
    assert set(listed) <= {*kept, *SCHEMAS["participants"].column_names}
