"""croissant.json: the dataset for machine learning tools, as Croissant 1.1 with a record set for each table."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from security_meetings.citation.bibtex import format_bibtex
from security_meetings.citation.files import DataFile
from security_meetings.citation.schema_org import describe_work, find_part_faults
from security_meetings.citation.work import Work
from security_meetings.schemas import Column, TableSchema

FILE = "croissant.json"
CONFORMS_TO = "http://mlcommons.org/croissant/1.1"
PARQUET_TYPE = "application/x-parquet"
DATA_TYPES = {
    "string": "sc:Text",
    "integer": "sc:Integer",
    "number": "sc:Float",
    "boolean": "sc:Boolean",
    "date": "sc:Date",
    "datetime": "sc:DateTime",
}
_TERMS = (
    *("arrayShape", "citeAs", "column", "containedIn", "equivalentProperty", "extract", "field", "fileObject"),
    *("fileProperty", "fileSet", "format", "includes", "isArray", "isLiveDataset", "jsonPath", "key", "md5"),
    *("parentField", "path", "recordSet", "references", "regex", "repeated", "replace", "samplingRate", "separator"),
    *("source", "subField", "transform"),
)
# The context that the standard recommends, whole: tools warn of one that lacks a term.
CONTEXT: Mapping[str, Any] = {
    "@language": "en",
    "@vocab": "https://schema.org/",
    "sc": "https://schema.org/",
    "cr": "http://mlcommons.org/croissant/",
    "rai": "http://mlcommons.org/croissant/RAI/",
    "dct": "http://purl.org/dc/terms/",
    "conformsTo": "dct:conformsTo",
    "data": {"@id": "cr:data", "@type": "@json"},
    "examples": {"@id": "cr:examples", "@type": "@json"},
    "dataType": {"@id": "cr:dataType", "@type": "@vocab"},
    "name": {"@container": "@language"},
    "description": {"@container": "@language"},
    **{term: f"cr:{term}" for term in _TERMS},
}
# Required by the standard, though the validator is silent where some of them are missing.
_REQUIRED = (
    *("@context", "@type", "conformsTo", "name", "description", "license", "url", "creator", "datePublished"),
    *("version", "citeAs", "distribution", "recordSet"),
)
REQUIRED_BUT_UNKNOWN_AT_FIRST = ("url", "datePublished")
_REQUIRED_OF_PART = {
    "creator": ("@type", "name"),
    "distribution": ("@type", "@id", "name", "contentUrl", "encodingFormat", "contentSize", "sha256"),
    "recordSet": ("@type", "@id", "name", "description", "key", "field"),
}
_REQUIRED_OF_FIELD = {"field": ("@type", "@id", "name", "description", "dataType", "source")}


def describe_croissant(work: Work, files: tuple[DataFile, ...], schemas: Mapping[str, TableSchema]) -> dict[str, Any]:
    """Return the dataset as JSON-LD: files with checksums, and the tables with types, keys and references.

    Records are taken from Parquet where there is such a file, since a reader of CSV has to guess types: `042` would
    become a number and the country code `NA` a missing value.
    """
    sources = {file.table: file.path for file in sorted(files, key=lambda file: file.is_parquet)}
    return {
        "@context": CONTEXT,
        "@type": "sc:Dataset",
        "conformsTo": CONFORMS_TO,
        **describe_work(work),
        "citeAs": format_bibtex(work).strip(),
        "isLiveDataset": False,
        "distribution": [_describe_file(file, files) for file in files],
        "recordSet": [_describe_table(schema, sources) for schema in schemas.values() if schema.name in sources],
    }


def _describe_file(file: DataFile, files: tuple[DataFile, ...]) -> dict[str, Any]:
    twins = [other.path for other in files if other.table == file.table and other != file]
    return {
        "@type": "cr:FileObject",
        "@id": file.path,
        "name": file.path.rpartition("/")[2],
        "description": file.description,
        "contentUrl": file.path,
        "encodingFormat": PARQUET_TYPE if file.is_parquet else file.mediatype,
        "contentSize": f"{file.size} B",
        "sha256": file.sha256,
        **({"sameAs": twins} if twins else {}),
    }


def _describe_table(schema: TableSchema, sources: Mapping[str, str]) -> dict[str, Any]:
    targets = {
        key.columns[0]: (key.table, key.table_columns[0])
        for key in schema.foreign_keys
        if len(key.columns) == 1 and key.table in sources
    }
    return {
        "@type": "cr:RecordSet",
        "@id": schema.name,
        "name": schema.name,
        "description": schema.description,
        "key": [{"@id": f"{schema.name}/{name}"} for name in schema.primary_key],
        "field": [
            _describe_column(schema.name, column, sources, targets.get(column.name)) for column in schema.columns
        ],
    }


def _describe_column(
    table: str, column: Column, sources: Mapping[str, str], target: tuple[str, str] | None
) -> dict[str, Any]:
    field = {
        "@type": "cr:Field",
        "@id": f"{table}/{column.name}",
        "name": column.name,
        "description": column.description,
        "dataType": DATA_TYPES[column.type],
        "source": _describe_place(sources[table], column.name),
    }
    # A reference by the id of a field makes mlcroissant join records that it has already given away, and fail where
    # a table refers to itself; by file and column it joins what it read, and every record set loads.
    return {**field, "references": _describe_place(sources[target[0]], target[1])} if target else field


def _describe_place(path: str, column: str) -> dict[str, Any]:
    return {"fileObject": {"@id": path}, "extract": {"column": column}}


def find_croissant_faults(document: Mapping[str, Any]) -> Iterator[tuple[str, str, str]]:
    """Yield key, what is wrong and what was expected where the document is not what Croissant 1.1 requires."""
    yield from ((key, "is missing", "a value") for key in _REQUIRED if document.get(key) in (None, "", [], {}))
    for key, value in (("@type", "sc:Dataset"), ("conformsTo", CONFORMS_TO), ("@context", CONTEXT)):
        if document.get(key, value) != value:
            yield key, "is not that of Croissant 1.1", "the recommended one" if key == "@context" else f'"{value}"'
    yield from find_part_faults(document, _REQUIRED_OF_PART)
    record_sets = document.get("recordSet")
    for record_set in record_sets if isinstance(record_sets, list) else ():
        if isinstance(record_set, Mapping):
            yield from find_part_faults(record_set, _REQUIRED_OF_FIELD)
