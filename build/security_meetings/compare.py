"""What a build would change: two folders of finished files, compared table by table and row by row."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal

from security_meetings.export import recover_swap, write_files
from security_meetings.finished import read_cells
from security_meetings.pipeline import Build, BuildOptions, describe_export, describe_ledger, run_stages, start_build
from security_meetings.row_changes import RowChange, compare_tables
from security_meetings.schemas import TableSchema
from security_meetings.watchers import Watcher


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
    return build_and_compare(options, watcher)[1]


def build_and_compare(options: BuildOptions, watcher: Watcher) -> tuple[Build, Difference]:
    """Return a build up to its checks, and what it would change in its `dist` and in the ledger."""
    recover_swap(options.dist, watcher.tell)
    build = run_stages(start_build(options, watcher, writes_dist=False), until="check")
    with TemporaryDirectory(prefix="security-meetings-") as folder:
        write_files(describe_export(build), Path(folder))
        found = compare_folders(options.dist, Path(folder), build.knowledge.schemas)
    return build, replace(found, files=(*found.files, *_compare_texts(describe_ledger(build))))


def compare_folders(old: Path, new: Path, schemas: Mapping[str, TableSchema]) -> Difference:
    """Return what changes from `old` to `new`, in the order of the schemas; only files that a build makes count."""
    rows = tuple(
        change
        for name, schema in schemas.items()
        for change in compare_tables(name, read_cells(old, name), read_cells(new, name), schema.primary_key)
    )
    return Difference(rows=rows, files=tuple(_compare_files(old, new)))


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
