"""The golden texts give the tables that were looked at once, cell by cell."""

from __future__ import annotations

import csv
import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

GOLDEN = Path(__file__).parent / "golden"


def load_renewal() -> ModuleType:
    spec = importlib.util.spec_from_file_location("golden_renew", GOLDEN / "renew.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


RENEWAL = load_renewal()


def read_rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("golden")
    list(RENEWAL.write_tables(folder))
    return folder


@pytest.mark.parametrize("table", RENEWAL.TABLES)
def test_the_golden_texts_give_the_golden_tables(written: Path, table: str) -> None:
    """Where the change is meant: `.venv/bin/python tests/golden/renew.py`, and read the difference."""
    expected = GOLDEN / "expected" / f"{table}.csv"
    assert read_rows(written / expected.name) == read_rows(expected)
    assert (written / expected.name).read_bytes() == expected.read_bytes()


def test_every_golden_table_is_compared() -> None:
    assert {path.stem for path in (GOLDEN / "expected").glob("*.csv")} == set(RENEWAL.TABLES)
