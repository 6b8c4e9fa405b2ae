"""A data set that is open for reading: its descriptor, the declared shape of its tables, and their checked files."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from security_meetings.loading.faults import loading_fault
from security_meetings.loading.places import DESCRIPTOR
from security_meetings.loading.sources import CheckedFiles, Source
from security_meetings.schemas import TableSchema, build_schema

_PREFIX = "sha256:"
_TYPES = ("string", "integer", "number", "boolean", "date", "datetime")


@dataclass(frozen=True, slots=True, kw_only=True)
class DataSet:
    """A descriptor, the schemas by table, and the files of each table by format (`csv`, `parquet`)."""

    descriptor: Mapping[str, Any]
    schemas: Mapping[str, TableSchema]
    paths: Mapping[str, Mapping[str, str]]
    files: CheckedFiles

    @property
    def version(self) -> str:
        """Return the version as the descriptor tells it, empty where it tells none."""
        return str(self.descriptor.get("version", ""))

    def find_file(self, table: str, file_format: str) -> str | None:
        """Return the name of the file of a table in a format, None where there is none."""
        name = self.paths[table].get(file_format)
        return name if name is not None and self.files.source.has(name) else None

    def where(self, table: str, file_format: str) -> str:
        """Return how to tell a reader where the file of a table stands, or should."""
        return self.files.source.where(self.paths[table].get(file_format, f"{file_format}/{table}.{file_format}"))


def open_data_set(source: Source) -> DataSet:
    """Return the data set of a folder or zip; raises DataProblems where its descriptor is none of a finished build."""
    files = CheckedFiles(source)
    where = source.where(DESCRIPTOR)
    descriptor = _parse_descriptor(files.read(DESCRIPTOR), where)
    resources = descriptor["resources"]
    files.expect(
        {
            str(resource["path"]): str(resource["hash"]).removeprefix(_PREFIX)
            for resource in resources
            if str(resource.get("hash", "")).startswith(_PREFIX)
        }
    )
    tables = [resource for resource in resources if resource.get("format") == "csv" and "schema" in resource]
    return DataSet(
        descriptor=descriptor,
        schemas={resource["name"]: _read_schema(resource, where) for resource in tables},
        paths={resource["name"]: _paths_of(resource, resources) for resource in tables},
        files=files,
    )


def _parse_descriptor(content: bytes, where: str) -> dict[str, Any]:
    expected, todo = "the descriptor of a finished build", "load a built folder or a release"
    try:
        descriptor = json.loads(content.decode("utf-8"))
    except (json.JSONDecodeError, UnicodeDecodeError) as error:
        raise loading_fault("descriptor", where, f"is no JSON ({error})", expected, todo) from error
    resources = descriptor.get("resources") if isinstance(descriptor, dict) else None
    if not isinstance(resources, list) or not all(isinstance(entry, dict) and "path" in entry for entry in resources):
        raise loading_fault("descriptor", where, "names no files", expected, todo)
    return dict(descriptor)


def _read_schema(resource: Mapping[str, Any], where: str) -> TableSchema:
    place = f"{where}, resource {resource.get('name')}"
    schema = resource["schema"]
    if not isinstance(schema, dict):
        todo = "load dist/, which is self-contained, or a release"
        raise loading_fault("schema", place, f'the schema is elsewhere: "{schema}"', "a schema within", todo)
    try:
        built = build_schema(resource["name"], schema)
    except (KeyError, TypeError) as error:
        raise loading_fault("schema", place, f"the schema lacks {error}", "a Table Schema of this project") from error
    for column in built.columns:
        if column.type not in _TYPES:
            raise loading_fault(
                "type",
                f"{place}, column {column.name}",
                f'type "{column.type}" is not known',
                ", ".join(_TYPES),
                "a newer version of security-meetings may know it",
            )
    return built


def _paths_of(resource: Mapping[str, Any], resources: list[Mapping[str, Any]]) -> dict[str, str]:
    others = [entry for entry in resources if entry.get("alternativeTo") == resource["name"]]
    return {"csv": str(resource["path"])} | {str(entry.get("format")): str(entry["path"]) for entry in others}
