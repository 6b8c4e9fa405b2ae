"""Proof that a form holds the same cells, of the same types, as the tables it was made from."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from security_meetings.check.shape import row_name
from security_meetings.export.logical_hash import hash_table
from security_meetings.forms.excel_reading import read_excel
from security_meetings.forms.faults import form_fault
from security_meetings.forms.naming import EXCEL, FORMS, PLACES, SQLITE, STATA, Form, place_of
from security_meetings.forms.sqlite import read_sqlite
from security_meetings.forms.stata import read_stata
from security_meetings.problems import DataProblems, Problem
from security_meetings.schemas import TableSchema

if TYPE_CHECKING:
    import pyarrow as pa

READERS: Mapping[Form, Callable[[Path, Mapping[str, TableSchema]], dict[str, Any]]] = {
    SQLITE: read_sqlite,
    STATA: read_stata,
    EXCEL: read_excel,
}


def read_form(form: Form, folder: Path, schemas: Mapping[str, TableSchema]) -> dict[str, pa.Table]:
    """Return the tables of one form in a folder, typed as declared; raises DataProblems for what is otherwise."""
    return READERS[form](folder / PLACES[form], schemas)


def prove_forms(
    folder: Path,
    tables: Mapping[str, pa.Table],
    schemas: Mapping[str, TableSchema],
    forms: Sequence[Form] = FORMS,
) -> tuple[Problem, ...]:
    """Return every difference between the forms in a folder and the tables, none where all hold the same."""
    problems: list[Problem] = []
    for form in forms:
        try:
            problems.extend(compare_tables(form, read_form(form, folder, schemas), tables, schemas))
        except DataProblems as found:
            problems.extend(found.problems)
    return tuple(problems)


def compare_tables(
    form: Form, found: Mapping[str, pa.Table], tables: Mapping[str, pa.Table], schemas: Mapping[str, TableSchema]
) -> Iterator[Problem]:
    """Yield every difference between the tables as read from a form and as they should be."""
    for name, schema in schemas.items():
        expected = _without_empty_texts(tables[name])
        if found[name].num_rows != expected.num_rows:
            told = f"{found[name].num_rows} rows"
            yield form_fault("row-count", place_of(form, name), told, f"{expected.num_rows} rows")
            continue
        differences = list(_compare_cells(form, found[name], expected, schema))
        yield from differences
        if not differences and (told := hash_table(found[name], schema)) != (hashed := hash_table(expected, schema)):
            yield form_fault("other-hash", place_of(form, name), f'the logical hash is "{told}"', f'"{hashed}"')


def _without_empty_texts(table: pa.Table) -> pa.Table:
    """Return the table with no cell in the place of an empty text, which no form tells from it."""
    import pyarrow as pa
    import pyarrow.compute as pc

    for number, field in enumerate(table.schema):
        if pa.types.is_string(field.type):
            cells = table.column(number)
            missing = pa.scalar(None, field.type)
            table = table.set_column(number, field, pc.if_else(pc.equal(cells, ""), missing, cells))
    return table


def _compare_cells(form: Form, found: pa.Table, expected: pa.Table, schema: TableSchema) -> Iterator[Problem]:
    for name in schema.column_names:
        if found.column(name).equals(expected.column(name)):
            continue
        pairs = zip(found.column(name).to_pylist(), expected.column(name).to_pylist(), strict=True)
        for number, (told, cell) in enumerate(pairs):
            if told != cell:
                row = row_name(schema, expected.slice(number, 1).to_pylist()[0], name)
                yield form_fault("other-cell", f"{place_of(form, schema.name)}: {row}", f'"{told}"', f'"{cell}"')
