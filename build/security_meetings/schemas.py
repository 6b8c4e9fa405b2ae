"""The declared shape of every published table, read from schemas/*.json, and what is compiled from it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, cast

from security_meetings.locations import schemas_folder
from security_meetings.problems import DataProblems, Problem
from security_meetings.schema_faults import find_dangling_references, find_faults, schema_fault

if TYPE_CHECKING:
    import pyarrow as pa

TABLE_ORDER = (
    "countries",
    "organizations",
    "outlets",
    "people",
    "office_types",
    "office_tenures",
    "meeting_types",
    "agreement_types",
    "threat_types",
    "threat_actors",
    "articles",
    "meetings",
    "participants",
    "agreements",
    "threats_mentioned",
    "meeting_articles",
    "agreement_articles",
    "evidence",
    "id_changes",
)
CODED_TABLES = ("articles", "meetings", "participants", "agreements")
RESOLVED_TABLES = frozenset((*CODED_TABLES, "people"))
LIST_SEPARATOR = ";"
DEFINITION = "definition"
LARGEST_INT32 = 2**31 - 1

ColumnType = Literal["string", "integer", "number", "boolean", "date", "datetime"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column as declared; `items` names the keys that the members of a list must be found in, None for no list."""

    name: str
    type: ColumnType
    title: str
    description: str
    example: Any
    constraints: Mapping[str, Any] = field(default_factory=dict)
    is_derived: bool = False
    items: tuple[str, ...] | None = None

    @property
    def is_required(self) -> bool:
        """Return whether no cell of the column may be empty."""
        return bool(self.constraints.get("required", False))

    @property
    def is_list(self) -> bool:
        """Return whether a cell holds several values joined with `LIST_SEPARATOR`."""
        return self.items is not None

    @property
    def is_edtf(self) -> bool:
        """Return whether a cell holds a date in EDTF."""
        return self.name.endswith("_edtf")


@dataclass(frozen=True, slots=True, kw_only=True)
class ForeignKey:
    """Columns whose values must be found in columns of another table, or of the same one."""

    columns: tuple[str, ...]
    table: str
    table_columns: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TableSchema:
    """One published table: its columns in order and its keys."""

    name: str
    title: str
    description: str
    columns: tuple[Column, ...]
    primary_key: tuple[str, ...]
    unique_keys: tuple[tuple[str, ...], ...] = ()
    foreign_keys: tuple[ForeignKey, ...] = ()
    missing_values: tuple[str, ...] = ("",)

    @property
    def column_names(self) -> tuple[str, ...]:
        """Return the names of the columns in order."""
        return tuple(column.name for column in self.columns)

    def column(self, name: str) -> Column:
        """Return the column of a name; raises KeyError where there is none."""
        for column in self.columns:
            if column.name == name:
                return column
        raise KeyError(name)


def load_schemas(folder: Path | None = None) -> dict[str, TableSchema]:
    """Return the schemas of a folder by table name, in the order of publication.

    The order is code tables, core tables, links; tables that `TABLE_ORDER` does not name come last.
    All faults of all files are raised together as `DataProblems`.
    """
    place = schemas_folder() if folder is None else folder
    problems: list[Problem] = []
    schemas: dict[str, TableSchema] = {}
    for path in sorted(place.glob("*.json"), key=_publication_order):
        descriptor = _read_descriptor(path, problems)
        found = list(find_faults(path, descriptor)) if descriptor is not None else []
        problems.extend(found)
        if descriptor is not None and not found:
            schemas[path.stem] = build_schema(path.stem, descriptor)
    if not problems:
        problems.extend(find_dangling_references(schemas))
    if problems:
        raise DataProblems(problems)
    return schemas


def build_schema(name: str, descriptor: Mapping[str, Any]) -> TableSchema:
    """Return the schema of a table from a Table Schema without faults."""
    return TableSchema(
        name=name,
        title=descriptor["title"],
        description=descriptor["description"],
        columns=tuple(_build_column(entry) for entry in descriptor["fields"]),
        primary_key=tuple(descriptor["primaryKey"]),
        unique_keys=tuple(tuple(key) for key in descriptor.get("uniqueKeys", ())),
        foreign_keys=tuple(
            ForeignKey(
                columns=tuple(entry["fields"]),
                table=entry["reference"].get("resource") or name,
                table_columns=tuple(entry["reference"]["fields"]),
            )
            for entry in descriptor.get("foreignKeys", ())
        ),
        missing_values=tuple(descriptor["missingValues"]),
    )


def evidence_columns(schema: TableSchema) -> tuple[str, ...]:
    """Return the columns of which every filled cell needs at least one row of evidence.

    These are the columns of the coded tables, without derived columns, the table's key, and references to rows
    that resolution made (articles, meetings, participants, agreements, people).
    """
    if schema.name not in CODED_TABLES:
        return ()
    exempt = set(schema.primary_key)
    exempt.update(name for key in schema.foreign_keys if key.table in RESOLVED_TABLES for name in key.columns)
    return tuple(column.name for column in schema.columns if not column.is_derived and column.name not in exempt)


def coded_columns(schema: TableSchema, schemas: Mapping[str, TableSchema]) -> dict[str, tuple[str, ...] | str]:
    """Return the columns of a table that hold codes: each with its fixed list, or with the taxonomy that defines them.

    A taxonomy is a code table with definitions; its own key, and its column for the code above, are coded by it too.
    """
    coded: dict[str, tuple[str, ...] | str] = {
        column.name: tuple(column.constraints["enum"]) for column in schema.columns if "enum" in column.constraints
    }
    targets = {key.columns[0]: key.table for key in schema.foreign_keys if len(key.columns) == 1}
    own = {schema.primary_key[0]: schema.name} if len(schema.primary_key) == 1 else {}
    for name, table in (targets | own).items():
        if table in schemas and DEFINITION in schemas[table].column_names:
            coded[name] = table
    return coded


def to_arrow_schema(schema: TableSchema) -> pa.Schema:
    """Return the Arrow schema of a table: typed, non-nullable where required, described in its metadata."""
    import pyarrow as pa

    types: dict[str, pa.DataType] = {
        "string": pa.string(),
        "number": pa.float64(),
        "boolean": pa.bool_(),
        "date": pa.date32(),
        "datetime": pa.timestamp("us", tz="UTC"),
        "int32": pa.int32(),
        "int64": pa.int64(),
    }
    return pa.schema(
        [
            pa.field(
                column.name,
                types[_width(column)],
                nullable=not column.is_required,
                metadata={"title": column.title, "description": column.description},
            )
            for column in schema.columns
        ],
        metadata=_key_facts(schema),
    )


def pandas_dtypes(schema: TableSchema) -> dict[str, str]:
    """Return the pandas dtype of every column, such that no missing value changes it.

    Dates are `datetime64[s]`; `read_csv` takes those not as `dtype` but through `parse_dates`.
    """
    names = {
        "string": "string",
        "number": "Float64",
        "boolean": "boolean",
        "date": "datetime64[s]",
        "datetime": "datetime64[us, UTC]",
        "int32": "Int32",
        "int64": "Int64",
    }
    return {column.name: names[_width(column)] for column in schema.columns}


def _width(column: Column) -> str:
    if column.type != "integer":
        return column.type
    return "int32" if column.constraints.get("maximum", LARGEST_INT32 + 1) <= LARGEST_INT32 else "int64"


def _key_facts(schema: TableSchema) -> dict[str, str]:
    return {
        "name": schema.name,
        "title": schema.title,
        "description": schema.description,
        "primary_key": json.dumps(schema.primary_key),
        "unique_keys": json.dumps(schema.unique_keys),
        "foreign_keys": json.dumps([[key.columns, key.table, key.table_columns] for key in schema.foreign_keys]),
    }


def _publication_order(path: Path) -> tuple[int, str]:
    listed = path.stem in TABLE_ORDER
    return (TABLE_ORDER.index(path.stem) if listed else len(TABLE_ORDER), path.stem)


def _read_descriptor(path: Path, problems: list[Problem]) -> dict[str, Any] | None:
    try:
        descriptor = json.loads(path.read_text(encoding="utf-8"))
    except (json.JSONDecodeError, UnicodeDecodeError) as error:
        problems.append(
            schema_fault("unreadable", f"schemas/{path.name}", f"is no JSON: {error}", "a Table Schema in JSON")
        )
        return None
    if not isinstance(descriptor, dict):
        problems.append(
            schema_fault("unreadable", f"schemas/{path.name}", "holds no JSON object", "a Table Schema in JSON")
        )
        return None
    return cast(dict[str, Any], descriptor)


def _build_column(entry: Mapping[str, Any]) -> Column:
    return Column(
        name=entry["name"],
        type=entry["type"],
        title=entry["title"],
        description=entry["description"],
        example=entry["example"],
        constraints=dict(entry.get("constraints", {})),
        is_derived=bool(entry.get("derived", False)),
        items=tuple(entry["items"]) if "items" in entry else None,
    )
