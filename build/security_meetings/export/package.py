"""The self-contained descriptor that travels with the tables: schemas inlined, files and cells hashed, counts."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from security_meetings.export.logical_hash import hash_table
from security_meetings.schemas import TableSchema

if TYPE_CHECKING:
    import pyarrow as pa

DESCRIPTOR = "datapackage.json"
PARQUET_SUFFIX = "-parquet"
_PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
NEUTRAL_TITLE = "Security meetings coded from a folder of texts"
_NEUTRAL = {
    "$schema": _PROFILE,
    "name": "security-meetings-build",
    "title": NEUTRAL_TITLE,
}
_HASH_CHUNK = 1 << 20


def find_descriptor(raw: Path, own: Path) -> dict[str, Any] | None:
    """Return the descriptor that stands beside the raw folder where it is the project's own, else None."""
    beside = raw.parent / DESCRIPTOR
    if not beside.is_file():
        return None
    descriptor = read_descriptor(beside)
    return descriptor if descriptor.get("name") == read_descriptor(own).get("name") else None


def read_descriptor(path: Path) -> dict[str, Any]:
    """Return the descriptor of a file, empty where the file holds no JSON object."""
    try:
        descriptor = json.loads(path.read_text(encoding="utf-8"))
    except (json.JSONDecodeError, UnicodeDecodeError):
        return {}
    return descriptor if isinstance(descriptor, dict) else {}


def describe_package(
    folder: Path,
    tables: Mapping[str, pa.Table],
    schemas: Mapping[str, TableSchema],
    descriptors: Mapping[str, Any],
    own_text: Mapping[str, Any] | None,
) -> dict[str, Any]:
    """Return the descriptor of the tables written into a folder; its text is `own_text` where that is given.

    `descriptors` are the schemas as declared, by table.
    """
    text = dict(_NEUTRAL if own_text is None else own_text)
    kept = {resource["name"]: resource for resource in text.pop("resources", ())}
    contents = {
        name: {"row_count": tables[name].num_rows, "logical_hash": hash_table(tables[name], schema)}
        for name, schema in schemas.items()
    }
    resources = [
        {
            **_describe_csv(folder, schema, kept.get(name, {})),
            **contents[name],
            "schema": descriptors[name],
        }
        for name, schema in schemas.items()
    ]
    resources += [
        {**_describe_parquet(folder, schema, kept.get(f"{name}{PARQUET_SUFFIX}", {})), **contents[name]}
        for name, schema in schemas.items()
    ]
    return {**text, "resources": resources}


def _describe_csv(folder: Path, schema: TableSchema, kept: Mapping[str, Any]) -> dict[str, Any]:
    return {
        **_own_keys(kept, schema.title, schema.description),
        "name": schema.name,
        "type": "table",
        "path": f"csv/{schema.name}.csv",
        "profile": "tabular-data-resource",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        **_measure(folder / "csv" / f"{schema.name}.csv"),
    }


def _describe_parquet(folder: Path, schema: TableSchema, kept: Mapping[str, Any]) -> dict[str, Any]:
    return {
        **_own_keys(kept, f"{schema.title} (Parquet)", schema.description),
        "name": f"{schema.name}{PARQUET_SUFFIX}",
        "type": "file",
        "path": f"parquet/{schema.name}.parquet",
        "format": "parquet",
        "mediatype": "application/vnd.apache.parquet",
        **_measure(folder / "parquet" / f"{schema.name}.parquet"),
    }


def _own_keys(kept: Mapping[str, Any], title: str, description: str) -> dict[str, Any]:
    keys = {"name": "", "title": title, "description": description}
    return {**keys, **{key: value for key, value in kept.items() if key not in ("schema", "path")}}


def _measure(path: Path) -> dict[str, Any]:
    return {"bytes": path.stat().st_size, "hash": f"sha256:{hash_file(path)}"}


def hash_file(path: Path) -> str:
    """Return the sha256 of a file in hexadecimal digits."""
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while chunk := file.read(_HASH_CHUNK):
            digest.update(chunk)
    return digest.hexdigest()


def write_json(value: Any, path: Path) -> None:
    """Write a value as JSON: two spaces, keys in the order given, letters as they are."""
    path.write_text(json.dumps(value, indent=2, ensure_ascii=False) + "\n", encoding="utf-8", newline="\n")
