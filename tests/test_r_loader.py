"""The loader for R: it knows every column, and in R it gives every cell with its type."""

from __future__ import annotations

import csv
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from check_samples import SCHEMAS
from release_samples import pack_release, tricky_cells, write_built
from security_meetings.r_loader import describe_tables, renew_loader, renewed_text
from security_meetings.schemas import TABLE_ORDER, Column, TableSchema

ROOT = Path(__file__).parents[1]
LOADER = ROOT / "r" / "security_meetings.R"
RSCRIPT = shutil.which("Rscript")
needs_r = pytest.mark.skipif(RSCRIPT is None, reason="R is not installed: apt-get install r-base-core r-cran-readr")


def run_r(*arguments: str, locale: str = "C.UTF-8") -> subprocess.CompletedProcess[str]:
    """Run a script in R."""
    environment = os.environ | {"LC_ALL": locale, "LANGUAGE": "en"}
    command = [RSCRIPT or "Rscript", "--vanilla", *arguments]
    return subprocess.run(command, capture_output=True, encoding="utf-8", env=environment, check=False, timeout=300)


def test_the_loader_knows_what_the_schemas_declare() -> None:
    text = LOADER.read_text(encoding="utf-8")
    assert renewed_text(text, SCHEMAS) == text, "r/security_meetings.R is not up to date: run make r"


def test_the_loader_is_renewed_between_the_marks_alone(tmp_path: Path) -> None:
    path = tmp_path / "loader.R"
    path.write_text("before\n  # <tables>\n  old\n  # </tables>\nafter\n", encoding="utf-8")
    renew_loader(path)
    lines = path.read_text(encoding="utf-8").splitlines()
    assert (lines[0], lines[-1]) == ("before", "after") and "  old" not in lines
    assert {'        meeting_type = "meeting_types"', '        article_count = "integer",'} <= set(lines)


def test_names_that_r_would_misread_are_quoted() -> None:
    column = Column(
        name="kind", type="string", title="x", description="x", example="x", constraints={"enum": ['a "b"', "c\\d"]}
    )
    schema = TableSchema(name="t", title="x", description="x", columns=(column,), primary_key=("kind",))
    assert r'kind = c("a \"b\"", "c\\d")' in describe_tables({"t": schema})


@needs_r
@pytest.mark.parametrize("locale", ["C.UTF-8", "C"])
def test_r_gives_every_cell_with_its_type(locale: str, tmp_path: Path) -> None:
    cells = tricky_cells()
    release = pack_release(tmp_path / "releases", cells)
    built = write_built(tmp_path / "dist", cells)
    (tmp_path / "read").mkdir()
    paths = (LOADER, release, built, tmp_path / "read")
    done = run_r(str(ROOT / "tests" / "loader.R"), *map(str, paths), locale=locale)
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines()[-1] == "all is well" and not done.stderr
    for name in TABLE_ORDER:
        assert read_cells(tmp_path / "read", name) == read_cells(built / "csv", name)


def read_cells(folder: Path, name: str) -> list[list[str | float]]:
    """Return the cells of a CSV file, those of number columns as numbers."""
    with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        header, *rows = csv.reader(file)
    are_numbers = [SCHEMAS[name].column(column).type == "number" for column in header]
    return [[*header]] + [
        [float(cell) if is_number and cell else cell for cell, is_number in zip(row, are_numbers, strict=True)]
        for row in rows
    ]


@needs_r
def test_r_says_where_it_can_compare_no_checksums(tmp_path: Path) -> None:
    built = write_built(tmp_path / "dist", tricky_cells())
    script = f'Sys.setenv(PATH = "{tmp_path}"); source("{LOADER}"); tables <- read_security_meetings("{built}")'
    done = run_r("-e", f'if (requireNamespace("digest", quietly = TRUE)) quit(status = 3); {script}')
    if done.returncode == 3:
        pytest.skip("the package digest is installed, which compares checksums")
    assert done.returncode == 0, done.stderr
    assert "The checksums were not compared" in done.stderr
