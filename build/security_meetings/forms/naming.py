"""The forms, and the files that hold them."""

from __future__ import annotations

from typing import Literal

from security_meetings.schemas import TableSchema

Form = Literal["sqlite", "stata", "excel"]
SQLITE: Form = "sqlite"
STATA: Form = "stata"
EXCEL: Form = "excel"
FORMS: tuple[Form, ...] = (SQLITE, STATA, EXCEL)
# The file of each form, or its folder with one file a table.
PLACES: dict[Form, str] = {SQLITE: "security-meetings.sqlite", STATA: "stata", EXCEL: "security-meetings.xlsx"}
STATA_SUFFIX = ".dta"


def place_of(form: Form, table_name: str) -> str:
    """Return where a table stands in a form, for a problem."""
    if form == STATA:
        return f"{PLACES[form]}/{table_name}{STATA_SUFFIX}"
    return f"{PLACES[form]}, {'sheet' if form == EXCEL else 'table'} {table_name}"


def key_columns(schema: TableSchema) -> frozenset[str]:
    """Return the columns that are part of a key of a table."""
    keys = (schema.primary_key, *schema.unique_keys, *(key.columns for key in schema.foreign_keys))
    return frozenset(name for key in keys for name in key)
