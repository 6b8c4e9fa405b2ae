"""Why a file that was built again has other bytes: line ends, a value, or another version of what writes it."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path
from typing import TYPE_CHECKING

from security_meetings.cells import Cells, format_cell
from security_meetings.forms import FORMS, Form, read_form
from security_meetings.forms.naming import PLACES, SQLITE
from security_meetings.problems import DataProblems
from security_meetings.release.archive import list_names
from security_meetings.row_changes import compare_tables
from security_meetings.schemas import TableSchema

if TYPE_CHECKING:
    import pyarrow as pa

CHANGES_SHOWN = 3
_SHOWN = 80
_SQLITE_VERSION = slice(96, 100)


@dataclass(frozen=True, slots=True, kw_only=True)
class FileVerdict:
    """One file: whether its bytes agree with those built again, and if not, why."""

    name: str
    agrees: bool
    why: str = ""


def compare_bytes(there: Path, here: Path, schemas: Mapping[str, TableSchema]) -> Iterator[FileVerdict]:
    """Yield a verdict for each file of a folder, `there`, against the one built again, `here`."""
    old, new = set(list_names(there)), set(list_names(here))
    for name in sorted(old | new):
        if name not in new:
            yield FileVerdict(name=name, agrees=False, why="is not made by a build")
        elif name not in old:
            yield FileVerdict(name=name, agrees=False, why="is made by a build, and missing there")
        elif (there / name).read_bytes() == (here / name).read_bytes():
            yield FileVerdict(name=name, agrees=True)
        else:
            yield FileVerdict(name=name, agrees=False, why=_explain(name, there, here, schemas))


def _explain(name: str, there: Path, here: Path, schemas: Mapping[str, TableSchema]) -> str:
    path = Path(name)
    schema = schemas.get(path.stem)
    if path.suffix == ".csv" and schema is not None and path.parent.name == "csv":
        return _explain_lines(there / name, here / name) or _explain_csv(there / name, here / name, schema)
    if path.suffix == ".parquet" and schema is not None:
        return _explain_parquet(there / name, here / name, schema)
    for form in FORMS:
        if name == PLACES[form] or name.startswith(f"{PLACES[form]}/"):
            return _explain_form(form, name, there, here, schemas)
    return _explain_lines(there / name, here / name) or _explain_text(there / name, here / name)


def _explain_lines(there: Path, here: Path) -> str:
    """Return that lines end otherwise, nothing where that is not all."""
    old, new = there.read_bytes(), here.read_bytes()
    if old.replace(b"\r\n", b"\n") != new.replace(b"\r\n", b"\n"):
        return ""
    there_ends, here_ends = ("CR LF" if b"\r\n" in content else "LF" for content in (old, new))
    return f"line ends: {there_ends} there, {here_ends} here; nothing else"


def _explain_csv(there: Path, here: Path, schema: TableSchema) -> str:
    return _explain_rows(_read_csv(there), _read_csv(here), schema) or "the same cells, quoted otherwise"


def _read_csv(path: Path) -> list[Cells]:
    with path.open(encoding="utf-8", errors="replace", newline="") as file:
        return [{name: cell or "" for name, cell in row.items() if name} for row in csv.DictReader(file)]


def _explain_rows(old: list[Cells], new: list[Cells], schema: TableSchema) -> str:
    changes = [change.sentence() for change in compare_tables(schema.name, old, new, schema.primary_key)]
    more = f" … and {len(changes) - CHANGES_SHOWN} more rows" if len(changes) > CHANGES_SHOWN else ""
    return "values: " + " | ".join(changes[:CHANGES_SHOWN]) + more if changes else ""


def _explain_parquet(there: Path, here: Path, schema: TableSchema) -> str:
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        old, new = pq.ParquetFile(there), pq.ParquetFile(here)
        told = _explain_rows(_read_cells(old.read()), _read_cells(new.read()), schema)
    except pa.ArrowInvalid as error:
        return f"cannot be read: {str(error).partition(chr(10))[0]}"
    writers = (old.metadata.created_by, new.metadata.created_by)
    if told or writers[0] == writers[1]:
        return told or "the same cells and writer; other metadata or packing"
    return f"the same cells, by another writer: {writers[0]} there, {writers[1]} here"


def _explain_form(form: Form, name: str, there: Path, here: Path, schemas: Mapping[str, TableSchema]) -> str:
    try:
        old, new = read_form(form, there, schemas), read_form(form, here, schemas)
    except DataProblems as found:
        return f"cannot be read: {found.problems[0].sentence()}"
    own = {Path(name).stem} & schemas.keys() or schemas.keys()
    for table in (table for table in schemas if table in own):
        told = _explain_rows(_read_cells(old[table]), _read_cells(new[table]), schemas[table])
        if told:
            return told
    if form == SQLITE:
        versions = [_tell_sqlite(folder / name) for folder in (there, here)]
        return f"the same cells; written by SQLite {versions[0]} there, {versions[1]} here"
    return "the same cells; another version of the library that writes it, or another date"


def _tell_sqlite(path: Path) -> str:
    number = int.from_bytes(path.read_bytes()[_SQLITE_VERSION], "big")
    return f"{number // 1_000_000}.{number // 1000 % 1000}.{number % 1000}"


def _read_cells(table: pa.Table) -> list[Cells]:
    return [{name: format_cell(cell) for name, cell in row.items()} for row in table.to_pylist()]


def _explain_text(there: Path, here: Path) -> str:
    pairs = zip_longest(_read_lines(there), _read_lines(here), fillvalue="")
    for number, (old, new) in enumerate(pairs, start=1):
        if old != new:
            at = next((at for at, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), 0)
            begin = max(0, at - _SHOWN // 2)
            return f'line {number}: "{old[begin : begin + _SHOWN]}" there, "{new[begin : begin + _SHOWN]}" here'
    return "the bytes differ where the text does not"


def _read_lines(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8", errors="replace").splitlines()
