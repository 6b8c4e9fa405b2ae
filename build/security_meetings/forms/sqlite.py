"""The tables as one SQLite database that holds its keys itself, with views of the joins asked for first."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from security_meetings.check.shape import row_name
from security_meetings.forms.cells import OtherType, make_table, other_columns, unreadable
from security_meetings.forms.codebook import SHEET, codebook_rows
from security_meetings.forms.faults import form_fault
from security_meetings.forms.naming import SQLITE, place_of
from security_meetings.forms.sqlite_tables import DECLARED, create_indexes, create_table, quote_name, quote_value
from security_meetings.forms.views import View, views_over
from security_meetings.problems import DataProblems, Problem
from security_meetings.schemas import Column, TableSchema

if TYPE_CHECKING:
    import pyarrow as pa

CODEBOOK = f"""CREATE TABLE {SHEET} (
  table_name TEXT NOT NULL, column_name TEXT, title TEXT NOT NULL, type TEXT, is_required BOOLEAN, key TEXT,
  refers_to TEXT, allowed TEXT, description TEXT NOT NULL, example TEXT, UNIQUE (table_name, column_name)
)"""
ABOUT = "CREATE TABLE about (name TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL)"
CORRECT = "correct the tables, then write them again"
# One file, written once, by nobody else: it needs no journal, and pages of the usual size on every machine.
SETTINGS = ("page_size = 4096", "journal_mode = OFF", "synchronous = OFF", "encoding = 'UTF-8'", "foreign_keys = ON")


def write_sqlite(
    tables: Mapping[str, pa.Table], schemas: Mapping[str, TableSchema], descriptor: Mapping[str, Any], path: Path
) -> tuple[Problem, ...]:
    """Write the tables as a new database: the same bytes for the same tables and version of SQLite.

    Returns a notice for each view that the tables have no columns for. Raises DataProblems with every row that breaks
    a key or a constraint; the file is then of no use.
    """
    path.unlink(missing_ok=True)
    with closing(sqlite3.connect(path, isolation_level=None)) as database:
        for setting in SETTINGS:
            database.execute(f"PRAGMA {setting}")
        # Rows may refer to later ones, as meetings do to their summit.
        database.execute("BEGIN")
        database.execute("PRAGMA defer_foreign_keys = ON")
        for schema in schemas.values():
            database.execute(create_table(schema))
            for statement in create_indexes(schema):
                database.execute(statement)
        problems = [problem for name in schemas for problem in _fill(database, tables[name], schemas[name])]
        problems = problems or list(_find_dangling(database, schemas))
        if problems:
            raise DataProblems(problems)
        notices = {view: _make_view(database, view) for view in views_over(schemas)}
        _describe(database, schemas, descriptor, [view for view, notice in notices.items() if notice is None])
        database.execute("COMMIT")
        database.execute("VACUUM")
        _require_sound(database, schemas)
    return tuple(notice for notice in notices.values() if notice is not None)


def _make_view(database: sqlite3.Connection, view: View) -> Problem | None:
    """Make a view; return a notice where the tables, which may be those of an older version, lack a column of it."""
    try:
        # Asked for first, since SQLite takes a view over columns that are not there.
        database.execute(f"SELECT * FROM ({view.statement}) LIMIT 0")
    except sqlite3.OperationalError as error:
        where = place_of(SQLITE, view.name)
        return Problem(severity="notice", rule_id="forms.no-view", where=where, what=f"the view is left out ({error})")
    database.execute(f"CREATE VIEW {quote_name(view.name)} AS {view.statement}")
    return None


def _fill(database: sqlite3.Connection, table: pa.Table, schema: TableSchema) -> Iterator[Problem]:
    """Insert the rows in their order; yield a problem for each that the database refuses."""
    marks = ", ".join("?" * len(schema.columns))
    statement = f"INSERT INTO {quote_name(schema.name)} VALUES ({marks})"
    for batch in table.to_batches(max_chunksize=10_000):
        for cells in zip(*(_stored(column.to_pylist()) for column in batch.columns), strict=True):
            try:
                database.execute(statement, cells)
            except sqlite3.IntegrityError as error:
                row = dict(zip(schema.column_names, cells, strict=True))
                where = f"{place_of(SQLITE, schema.name)}: {row_name(schema, row)}"
                yield form_fault(
                    "refused-row", where, f"the database refuses the row ({error})", "a sound row", CORRECT
                )


def _stored(cells: list[Any]) -> Iterator[Any]:
    for cell in cells:
        match cell:
            case "":
                yield None
            case bool():
                yield int(cell)
            case date():
                yield cell.isoformat()
            case _:
                yield cell


def _find_dangling(database: sqlite3.Connection, schemas: Mapping[str, TableSchema]) -> Iterator[Problem]:
    for name, number, target, key in database.execute("PRAGMA foreign_key_check").fetchall():
        schema = schemas[name]
        # SQLite numbers the keys of a table from the last declared to the first.
        columns = schema.foreign_keys[len(schema.foreign_keys) - 1 - key].columns
        cells = database.execute(f"SELECT * FROM {quote_name(name)} WHERE rowid = ?", (number,)).fetchone()
        row = dict(zip(schema.column_names, cells, strict=True))
        where = f"{place_of(SQLITE, name)}: {row_name(schema, row, ', '.join(columns))}"
        told = ", ".join(str(row[column]) for column in columns)
        yield form_fault("dangling-key", where, f'"{told}" is in no row of {target}', f"a row of {target}", CORRECT)


def _describe(
    database: sqlite3.Connection,
    schemas: Mapping[str, TableSchema],
    descriptor: Mapping[str, Any],
    views: Sequence[View],
) -> None:
    """Write what the package tells of itself, and the codebook, as tables."""
    database.execute(ABOUT)
    licences = "; ".join(licence.get("name", licence.get("path", "")) for licence in descriptor.get("licenses", ()))
    told = {name: descriptor.get(name) for name in ("name", "title", "version", "created", "homepage", "description")}
    about = [(name, str(value)) for name, value in {**told, "licenses": licences}.items() if value]
    database.executemany("INSERT INTO about VALUES (?, ?)", sorted(about))
    database.execute(CODEBOOK)
    database.executemany(
        f"INSERT INTO {SHEET} VALUES ({', '.join('?' * 10)})", [row.cells() for row in codebook_rows(schemas)]
    )
    told_views = [(view.name, "View", view.says) for view in views]
    database.executemany(f"INSERT INTO {SHEET} (table_name, title, description) VALUES (?, ?, ?)", told_views)


def _require_sound(database: sqlite3.Connection, schemas: Mapping[str, TableSchema]) -> None:
    """Raise DataProblems where the finished database is not sound."""
    told = [line for (line,) in database.execute("PRAGMA integrity_check") if line != "ok"]
    problems = [form_fault("integrity", SQLITE, line, "a sound database") for line in told]
    problems.extend(_find_dangling(database, schemas))
    if problems:
        raise DataProblems(problems)


def read_sqlite(path: Path, schemas: Mapping[str, TableSchema]) -> dict[str, pa.Table]:
    """Return the tables of a database, typed as declared; raises DataProblems for what is missing or otherwise."""
    if not path.is_file():
        raise unreadable(SQLITE, path.name, "there is no such file")
    try:
        with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as database:
            _require_sound(database, schemas)
            return {name: _read_table(database, schema) for name, schema in schemas.items()}
    except sqlite3.DatabaseError as error:
        raise unreadable(SQLITE, path.name, error) from error


def _read_table(database: sqlite3.Connection, schema: TableSchema) -> pa.Table:
    found = database.execute(f"SELECT name, type FROM pragma_table_info({quote_value(schema.name)})").fetchall()
    told = ", ".join(f"{name} {kind}" for name, kind in found)
    expected = ", ".join(f"{column.name} {DECLARED[column.type]}" for column in schema.columns)
    if told != expected:
        raise DataProblems([other_columns(SQLITE, schema.name, told, expected)])
    rows = database.execute(f"SELECT * FROM {quote_name(schema.name)} ORDER BY rowid").fetchall()
    columns = list(zip(*rows, strict=True)) or [()] * len(schema.columns)
    values = {}
    for column, cells in zip(schema.columns, columns, strict=True):
        try:
            values[column.name] = [_read_cell(cell, column) for cell in cells]
        except ValueError as error:
            where = f"{place_of(SQLITE, schema.name)}, column {column.name}"
            raise DataProblems([form_fault("cell-type", where, str(error), column.type)]) from error
    return make_table(values, schema, SQLITE)


def _read_cell(cell: Any, column: Column) -> Any:
    match column.type, cell:
        case _, None:
            return None
        case "boolean", 0 | 1:
            return bool(cell)
        case "date", str():
            return date.fromisoformat(cell)
        case ("string", str()) | ("integer", int()) | ("number", float()):
            return cell
        case _:
            raise OtherType(f'"{cell}" is of another type')
