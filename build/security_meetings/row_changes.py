"""How two versions of a table differ, row by row and cell by cell."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from security_meetings.cells import Cells

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
