"""What a build would change: two folders of finished files, compared table by table and row by row."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal

from security_meetings.export import recover_swap, write_files
from security_meetings.finished import Cells, read_cells
from security_meetings.pipeline import BuildOptions, describe_export, describe_ledger, run_stages, start_build
from security_meetings.schemas import TableSchema
from security_meetings.watchers import Watcher

Key = tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RowChange:
    """One row that is added, removed or changed; `cells` gives old and new text of every cell that differs."""

    table_name: str
    key: Key
    change: Literal["added", "removed", "changed"]
    cells: tuple[tuple[str, str, str], ...] = ()

    def sentence(self) -> str:
        """Return the change as one line for a reader."""
        told = f"{self.table_name} {','.join(self.key)}: {self.change}"
        return told + "".join(f'; {name} "{old}" → "{new}"' for name, old, new in self.cells)


@dataclass(frozen=True, slots=True, kw_only=True)
class FileChange:
    """One file that is added, removed or holds other bytes."""

    path: str
    change: Literal["added", "removed", "changed"]

    def sentence(self) -> str:
        """Return the change as one line for a reader."""
        return f"{self.path}: {self.change}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """All changes from an old folder to a new one; both empty where they are the same, byte for byte."""

    rows: tuple[RowChange, ...] = ()
    files: tuple[FileChange, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.rows or self.files)


def compare_build(options: BuildOptions, watcher: Watcher) -> Difference:
    """Return what a build would change in its `dist` and in the ledger; raises DataProblems where it would fail."""
    recover_swap(options.dist, watcher.tell)
    build = run_stages(start_build(options, watcher, writes_dist=False), until="check")
    with TemporaryDirectory(prefix="security-meetings-") as folder:
        write_files(describe_export(build), Path(folder))
        found = compare_folders(options.dist, Path(folder), build.knowledge.schemas)
    return replace(found, files=(*found.files, *_compare_texts(describe_ledger(build))))


def compare_folders(old: Path, new: Path, schemas: Mapping[str, TableSchema]) -> Difference:
    """Return what changes from `old` to `new`, in the order of the schemas; only files that a build makes count."""
    rows = tuple(
        change
        for name, schema in schemas.items()
        for change in compare_tables(name, read_cells(old, name), read_cells(new, name), schema.primary_key)
    )
    return Difference(rows=rows, files=tuple(_compare_files(old, new)))


def compare_tables(
    name: str, old_rows: Iterable[Cells], new_rows: Iterable[Cells], key: Iterable[str]
) -> Iterator[RowChange]:
    """Yield the rows that differ, by key; rows of one key are told apart by their order."""
    columns = tuple(key)
    old, new = _index_rows(old_rows, columns), _index_rows(new_rows, columns)
    for place in sorted(old.keys() | new.keys()):
        row_key = place[:-1]
        if place not in new:
            yield RowChange(table_name=name, key=row_key, change="removed")
        elif place not in old:
            yield RowChange(table_name=name, key=row_key, change="added")
        elif cells := tuple(_compare_cells(old[place], new[place])):
            yield RowChange(table_name=name, key=row_key, change="changed", cells=cells)


def _index_rows(rows: Iterable[Cells], columns: Key) -> dict[tuple[str, ...], Cells]:
    index: dict[tuple[str, ...], Cells] = {}
    for row in rows:
        key = tuple(row.get(column, "") for column in columns)
        count = 0
        while (*key, str(count)) in index:
            count += 1
        index[(*key, str(count))] = row
    return index


def _compare_cells(old: Cells, new: Cells) -> Iterator[tuple[str, str, str]]:
    for name in dict.fromkeys((*old, *new)):
        if old.get(name, "") != new.get(name, ""):
            yield name, old.get(name, ""), new.get(name, "")


def _compare_files(old: Path, new: Path) -> Iterator[FileChange]:
    names = {path.name for path in new.iterdir()}
    made, kept = _list_files(new, names), _list_files(old, names)
    for name in sorted(made | kept):
        if name not in made:
            yield FileChange(path=name, change="removed")
        elif name not in kept:
            yield FileChange(path=name, change="added")
        elif (old / name).read_bytes() != (new / name).read_bytes():
            yield FileChange(path=name, change="changed")


def _compare_texts(texts: Mapping[Path, str]) -> Iterator[FileChange]:
    for path, text in texts.items():
        name = "/".join(path.parts[-3:])
        if not path.is_file():
            yield FileChange(path=name, change="added")
        elif path.read_bytes() != text.encode("utf-8"):
            yield FileChange(path=name, change="changed")


def _list_files(folder: Path, names: Iterable[str]) -> set[str]:
    found = set()
    for name in names:
        top = folder / name
        paths = top.rglob("*") if top.is_dir() else [top]
        found |= {path.relative_to(folder).as_posix() for path in paths if path.is_file()}
    return found
