"""Cells as a form gives them back, made Arrow tables of the declared types."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from security_meetings.forms.faults import form_fault
from security_meetings.forms.naming import Form, place_of
from security_meetings.problems import DataProblems, Problem
from security_meetings.schemas import TableSchema, to_arrow_schema

if TYPE_CHECKING:
    import pyarrow as pa


class OtherType(ValueError):
    """Raised for a cell that is not of the type that its column declares."""


def make_table(columns: Mapping[str, Sequence[Any]], schema: TableSchema, form: Form) -> pa.Table:
    """Return columns of values as an Arrow table; raises DataProblems for what the declared types do not hold."""
    import pyarrow as pa

    problems: list[Problem] = []
    arrays = []
    for field in to_arrow_schema(schema):
        try:
            arrays.append(pa.array(columns[field.name], type=field.type))
        except (pa.ArrowInvalid, pa.ArrowTypeError, OverflowError) as error:
            where = f"{place_of(form, schema.name)}, column {field.name}"
            problems.append(form_fault("cell-type", where, f"holds something else ({error})", f"{field.type}"))
    if problems:
        raise DataProblems(problems)
    return pa.table(arrays, schema=to_arrow_schema(schema))


def require_columns(found: Sequence[str], schema: TableSchema, form: Form) -> None:
    """Raise DataProblems where the columns of a table are not the declared ones in their order."""
    if tuple(found) != schema.column_names:
        told, expected = ", ".join(found), ", ".join(schema.column_names)
        raise DataProblems([other_columns(form, schema.name, told, expected)])


def other_columns(form: Form, table_name: str, told: str, expected: str) -> Problem:
    """Return the problem of a table with other columns, or columns of other types, than declared."""
    return form_fault("other-columns", place_of(form, table_name), f'the columns are "{told}"', f'"{expected}"')


def unreadable(form: Form, place: str, told: object) -> DataProblems:
    """Return the error of a file that cannot be read."""
    return DataProblems([form_fault("unreadable", place, f"cannot be read ({told})", f"a file of the form {form}")])
