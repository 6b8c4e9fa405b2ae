"""The tables of a loaded data set: by name, as attributes, and joined."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any, Generic

from security_meetings.loading.backends import Backend, JoinKind, TableT
from security_meetings.loading.data_set import DataSet
from security_meetings.loading.faults import loading_fault, name_nearest
from security_meetings.loading.joins import plan_join
from security_meetings.schemas import TableSchema, coded_columns


class Tables(Mapping[str, TableT], Generic[TableT]):
    """All tables of one version, each read and checked when it is first asked for, and the same object each time.

    `tables.meetings` is `tables["meetings"]`; a mapping besides, so that `for name in tables` and `len(tables)` work.
    """

    if TYPE_CHECKING:
        countries: TableT
        organizations: TableT
        outlets: TableT
        people: TableT
        office_types: TableT
        office_tenures: TableT
        meeting_types: TableT
        agreement_types: TableT
        threat_types: TableT
        threat_actors: TableT
        articles: TableT
        meetings: TableT
        participants: TableT
        agreements: TableT
        threats_mentioned: TableT
        meeting_articles: TableT
        agreement_articles: TableT
        evidence: TableT
        id_changes: TableT

    def __init__(self, data: DataSet, backend: Backend[TableT], categories: bool) -> None:
        self._data = data
        self._backend = backend
        self._has_categories = categories
        self._read: dict[str, TableT] = {}

    @property
    def version(self) -> str:
        """Return the version of the data: the one to cite."""
        return self._data.version

    @property
    def descriptor(self) -> Mapping[str, Any]:
        """Return the content of datapackage.json: title, licences, sources, and every column described."""
        return self._data.descriptor

    @property
    def schemas(self) -> Mapping[str, TableSchema]:
        """Return the declared shape of each table: columns with type and description, keys."""
        return self._data.schemas

    def join(self, first: str, *others: str, on: Mapping[str, str] | None = None, how: JoinKind = "left") -> TableT:
        """Return the rows of the first table with those of the others beside them, found by the declared keys.

        Columns of the first table keep their names; all others are called `table.column`, so that a column that a later
        version adds renames none. Where a table is linked by a table of its own (`meetings` and `articles` by
        `meeting_articles`), the columns of that are there too. A row stands once for each match; with `how="left"`
        (the default) also once where there is none. Missing keys match nothing. `on` chooses where several keys lead to a
        table: `on={"countries": "host_country_code"}`. Raises DataProblems where no key or several lead there.
        """
        if how not in ("left", "inner"):
            raise ValueError(f'how is "{how}"; expected "left" or "inner"')
        steps = plan_join(self._data.schemas, first, others, on or {})
        joined = self[first]
        for step in steps:
            joined = self._backend.join(joined, self._backend.prefix(self[step.table], step.table), step, first, how)
        return joined

    def __getitem__(self, name: str) -> TableT:
        if name not in self._data.schemas:
            raise KeyError(name)
        if name not in self._read:
            table = self._backend.read(self._data, name)
            self._read[name] = self._with_categories(name, table) if self._has_categories else table
        return self._read[name]

    if not TYPE_CHECKING:

        def __getattr__(self, name: str) -> TableT:
            if name.startswith("_") or name not in self._data.schemas:
                near = [] if name.startswith("_") else get_close_matches(name, self._data.schemas, n=1)
                raise AttributeError(f'no table "{name}"' + (f'; did you mean "{near[0]}"?' if near else ""))
            return self[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._data.schemas)

    def __len__(self) -> int:
        return len(self._data.schemas)

    def __dir__(self) -> list[str]:
        return [*super().__dir__(), *self._data.schemas]

    def __repr__(self) -> str:
        title = f"{self.descriptor.get('title', 'tables')} {self.version}".strip()
        return f"<{title}: {', '.join(self)}>"

    def _with_categories(self, name: str, table: TableT) -> TableT:
        for column, codes in coded_columns(self.schemas[name], self.schemas).items():
            known = self._codes_of(codes) if isinstance(codes, str) else list(codes)
            # A missing cell is no text in either library.
            cells = {cell for cell in self._backend.values(table, column) if isinstance(cell, str)}
            for strange in sorted(cells.difference(known))[:1]:
                where = f"{self._data.files.source.place}, {name}, column {column}"
                expected = name_nearest(strange, known)
                raise loading_fault("code", where, f'"{strange}" is no code', expected, "load it without categories")
            table = self._backend.keep_order(table, column, known)
        return table

    def _codes_of(self, name: str) -> list[str]:
        table = self._read[name] if name in self._read else self._backend.read(self._data, name)
        return self._backend.values(table, self.schemas[name].primary_key[0])
