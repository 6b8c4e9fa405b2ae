"""A built folder read as typed tables, by the schemas that it carries itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from security_meetings.export.logical_hash import hash_table
from security_meetings.export.package import DESCRIPTOR, PARQUET_SUFFIX, read_descriptor
from security_meetings.forms.faults import form_fault
from security_meetings.problems import DataProblems, Problem
from security_meetings.schema_faults import find_dangling_references, find_faults
from security_meetings.schemas import TableSchema, build_schema, to_arrow_schema

if TYPE_CHECKING:
    import pyarrow as pa

BUILD_AGAIN = "build again: security-meetings build"
CORRECT = "correct it"


@dataclass(frozen=True, slots=True, kw_only=True)
class Package:
    """The tables of a built folder with their schemas and the descriptor, and the day of release where there was one."""

    descriptor: Mapping[str, Any]
    schemas: Mapping[str, TableSchema]
    tables: Mapping[str, pa.Table]
    moment: date | None


def read_package(folder: Path) -> Package:
    """Return what a built folder holds; raises DataProblems with all that is missing, broken or not as described."""
    descriptor = read_descriptor(folder / DESCRIPTOR) if (folder / DESCRIPTOR).is_file() else {}
    schemas = read_schemas(descriptor)
    told = {resource.get("name"): resource for resource in descriptor["resources"]}
    problems: list[Problem] = []
    moment = _read_moment(descriptor, problems)
    tables: dict[str, pa.Table] = {}
    for name, schema in schemas.items():
        table = _read_parquet(folder, schema, problems)
        if table is not None:
            problems.extend(_compare_hash(table, schema, told.get(f"{name}{PARQUET_SUFFIX}", {})))
            tables[name] = table
    if problems:
        raise DataProblems(problems)
    return Package(descriptor=descriptor, schemas=schemas, tables=tables, moment=moment)


def read_tables(folder: Path) -> dict[str, pa.Table]:
    """Return the tables of a built folder, typed as its descriptor declares; raises DataProblems."""
    return dict(read_package(folder).tables)


def read_schemas(descriptor: Mapping[str, Any]) -> dict[str, TableSchema]:
    """Return the schemas that a self-contained descriptor carries, by table, in its order; raises DataProblems."""
    listed = descriptor.get("resources")
    is_sound = isinstance(listed, list) and all(isinstance(entry, dict) and entry.get("name") for entry in listed)
    resources = [entry for entry in listed if isinstance(entry.get("schema"), dict)] if is_sound and listed else []
    if not resources:
        expected = "the descriptor of a build, with a schema for each table"
        raise DataProblems([form_fault("no-package", DESCRIPTOR, "describes no tables", expected, BUILD_AGAIN)])
    faults = [
        fault for resource in resources for fault in find_faults(Path(f"{resource['name']}.json"), resource["schema"])
    ]
    if faults:
        raise DataProblems(faults)
    schemas = {resource["name"]: build_schema(resource["name"], resource["schema"]) for resource in resources}
    if dangling := list(find_dangling_references(schemas)):
        raise DataProblems(dangling)
    return schemas


def _read_moment(descriptor: Mapping[str, Any], problems: list[Problem]) -> date | None:
    created = descriptor.get("created")
    try:
        return datetime.fromisoformat(created).date() if created else None
    except (TypeError, ValueError):
        expected = "a moment such as 2026-11-03T00:00:00Z"
        problems.append(form_fault("created", f"{DESCRIPTOR}, created", f'"{created}" is no moment', expected, CORRECT))
        return None


def _read_parquet(folder: Path, schema: TableSchema, problems: list[Problem]) -> pa.Table | None:
    import pyarrow as pa
    import pyarrow.parquet as pq

    place = f"parquet/{schema.name}.parquet"
    try:
        # Not by the dataset reader, which takes columns from the names of folders.
        table = pq.ParquetFile(folder / place).read()
    except FileNotFoundError:
        problems.append(form_fault("missing-file", place, "there is no such file", "a table", BUILD_AGAIN))
        return None
    except pa.ArrowInvalid as error:
        problems.append(form_fault("unreadable", place, f"cannot be read ({error})", "a Parquet file", BUILD_AGAIN))
        return None
    declared = to_arrow_schema(schema)
    if (table.schema.names, table.schema.types) != (declared.names, declared.types):
        told = ", ".join(f"{field.name} {field.type}" for field in table.schema)
        expected = ", ".join(f"{field.name} {field.type}" for field in declared)
        problems.append(form_fault("other-columns", place, f'the columns are "{told}"', f'"{expected}"', BUILD_AGAIN))
        return None
    return table


def _compare_hash(table: pa.Table, schema: TableSchema, resource: Mapping[str, Any]) -> Iterator[Problem]:
    told = resource.get("logical_hash")
    if told is not None and told != (found := hash_table(table, schema)):
        where = f"parquet/{schema.name}.parquet"
        yield form_fault("other-cells", where, f'the logical hash of its cells is "{found}"', f'"{told}"', BUILD_AGAIN)
