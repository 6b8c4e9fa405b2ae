"""schema-org.json: the dataset for search engines, as schema.org/Dataset in JSON-LD."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from security_meetings.citation.files import DataFile
from security_meetings.citation.work import Contributor, Work
from security_meetings.schemas import CODED_TABLES, Column, TableSchema

FILE = "schema-org.json"
CONTEXT = "https://schema.org/"
MEASURED = (*CODED_TABLES, "threats_mentioned")
# Search engines ask for a description within these lengths.
DESCRIPTION_LENGTHS = (50, 5000)
_REQUIRED = (
    *("@context", "@type", "name", "description", "version", "license", "creator", "isAccessibleForFree"),
    *("copyrightNotice", "distribution", "variableMeasured"),
)
_REQUIRED_OF_PART = {
    "creator": ("@type", "name"),
    "distribution": ("@type", "name", "contentUrl", "encodingFormat", "contentSize", "sha256"),
    "variableMeasured": ("@type", "name", "description"),
}


def describe_dataset(work: Work, files: tuple[DataFile, ...], schemas: Mapping[str, TableSchema]) -> dict[str, Any]:
    """Return the dataset as JSON-LD: what it is, who made it, the files, and the variables of the coded tables."""
    return {
        "@context": CONTEXT,
        "@type": "Dataset",
        **describe_work(work),
        "isAccessibleForFree": True,
        **(
            {"isBasedOn": [_describe_source(source.title, source.url) for source in work.sources]}
            if work.sources
            else {}
        ),
        "distribution": [_describe_download(file) for file in files],
        "variableMeasured": list(_describe_variables(schemas)),
    }


def describe_work(work: Work) -> dict[str, Any]:
    """Return what schema.org and Croissant say alike of a dataset; nothing that is not known."""
    optional = {
        "url": work.url,
        "identifier": work.doi_url,
        "sameAs": work.doi_url if work.homepage else "",
        "datePublished": work.released and work.released.isoformat(),
        "publisher": [describe_agent(one) for one in work.publishers],
        "keywords": list(work.keywords),
    }
    return {
        "name": work.title,
        "description": work.description,
        "version": work.version,
        "license": work.licence.url,
        "creator": [describe_agent(one) for one in work.creators],
        **{key: value for key, value in optional.items() if value},
        "copyrightNotice": work.rights,
    }


def describe_agent(contributor: Contributor) -> dict[str, Any]:
    """Return a person or an organisation."""
    kind = "Person" if contributor.is_person else "Organization"
    optional: dict[str, Any] = {
        "givenName": contributor.given if contributor.is_person else "",
        "familyName": contributor.family,
        "identifier": f"https://orcid.org/{contributor.orcid}" if contributor.orcid else "",
        "affiliation": {"@type": "Organization", "name": contributor.affiliation} if contributor.affiliation else "",
    }
    return {"@type": kind, "name": contributor.name, **{key: value for key, value in optional.items() if value}}


def _describe_source(title: str, url: str) -> dict[str, str]:
    return {"@type": "CreativeWork", "name": title, **({"url": url} if url else {})}


def _describe_download(file: DataFile) -> dict[str, Any]:
    return {
        "@type": "DataDownload",
        "name": file.title,
        "description": file.description,
        "contentUrl": file.path,
        "encodingFormat": file.mediatype,
        "contentSize": f"{file.size} B",
        "sha256": file.sha256,
    }


def _describe_variables(schemas: Mapping[str, TableSchema]) -> Iterator[dict[str, Any]]:
    """Yield the columns that say something of an article or an event; ids say nothing."""
    for schema in (schemas[name] for name in MEASURED if name in schemas):
        for column in schema.columns:
            if not column.name.endswith("_id"):
                yield _describe_variable(schema.name, column)


def _describe_variable(table: str, column: Column) -> dict[str, Any]:
    bounds = {"minValue": column.constraints.get("minimum"), "maxValue": column.constraints.get("maximum")}
    return {
        "@type": "PropertyValue",
        "name": f"{table}.{column.name}",
        "alternateName": column.title,
        "description": column.description,
        **{key: value for key, value in bounds.items() if isinstance(value, int | float)},
    }


def find_dataset_faults(document: Mapping[str, Any]) -> Iterator[tuple[str, str, str]]:
    """Yield key, what is wrong and what was expected where search engines would pass over the dataset."""
    yield from ((key, "is missing", "a value") for key in _REQUIRED if document.get(key) in (None, "", []))
    for key, value in (("@context", CONTEXT), ("@type", "Dataset")):
        if document.get(key, value) != value:
            yield key, f'"{document[key]}" is not that of a dataset', f'"{value}"'
    low, high = DESCRIPTION_LENGTHS
    if not low <= len(str(document.get("description") or " " * low)) <= high:
        yield "description", "is too short or too long", f"{low} to {high} characters"
    yield from find_part_faults(document, _REQUIRED_OF_PART)


def find_part_faults(
    document: Mapping[str, Any], required: Mapping[str, tuple[str, ...]]
) -> Iterator[tuple[str, str, str]]:
    """Yield what the parts of a document lack; `required` names the keys that each part under a key must have."""
    for key, needed in required.items():
        parts = document.get(key) or []
        for number, part in enumerate(parts if isinstance(parts, list) else [parts], start=1):
            told = part if isinstance(part, Mapping) else {}
            for name in needed:
                if told.get(name) in (None, "", []):
                    place = told.get("@id") or told.get("contentUrl") or told.get("name") or f"number {number}"
                    yield f"{key}, {place}, {name}", "is missing", "a value"
