"""The codebook as rows: what each table and each of its columns holds, for forms that carry no schema with them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import astuple, dataclass

from security_meetings.schemas import Column, TableSchema

SHEET = "codebook"


@dataclass(frozen=True, slots=True, kw_only=True)
class CodebookRow:
    """One line of the codebook: a table, where `column_name` is empty, or a column."""

    table_name: str
    column_name: str | None = None
    title: str
    type: str | None = None
    is_required: bool | None = None
    key: str | None = None
    refers_to: str | None = None
    allowed: str | None = None
    description: str
    example: str | None = None

    def cells(self) -> tuple[str | bool | None, ...]:
        """Return the values in the order of the columns."""
        return astuple(self)


def codebook_rows(schemas: Mapping[str, TableSchema]) -> Iterator[CodebookRow]:
    """Yield a row for each table, followed by one for each of its columns."""
    for name, schema in schemas.items():
        yield CodebookRow(table_name=name, title=schema.title, description=schema.description)
        yield from (_tell_column(column, schema) for column in schema.columns)


def _tell_column(column: Column, schema: TableSchema) -> CodebookRow:
    return CodebookRow(
        table_name=schema.name,
        column_name=column.name,
        title=column.title,
        type=column.type,
        is_required=column.is_required,
        key=_tell_key(column, schema),
        refers_to=_tell_reference(column, schema),
        allowed=_tell_allowed(column),
        description=column.description,
        example="" if column.example is None else _tell_value(column.example),
    )


def _tell_key(column: Column, schema: TableSchema) -> str | None:
    if column.name in schema.primary_key:
        return "primary"
    return "unique" if column.constraints.get("unique") else None


def _tell_reference(column: Column, schema: TableSchema) -> str | None:
    targets = [
        f"{key.table}.{target}"
        for key in schema.foreign_keys
        for name, target in zip(key.columns, key.table_columns, strict=True)
        if name == column.name
    ]
    return "; ".join((*targets, *(column.items or ()))) or None


def _tell_allowed(column: Column) -> str | None:
    told = []
    if "enum" in column.constraints:
        told.append("; ".join(str(value) for value in column.constraints["enum"]))
    for name, words in (("minimum", "at least"), ("maximum", "at most")):
        if name in column.constraints:
            told.append(f"{words} {column.constraints[name]}")
    if "maxLength" in column.constraints:
        told.append(f"at most {column.constraints['maxLength']} characters")
    return ", ".join(told) or None


def _tell_value(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)
