""".zenodo.json: what the archive Zenodo asks of a deposit (its legacy deposit metadata)."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping
from typing import Any

from security_meetings.citation.work import Contributor, Work

FILE = ".zenodo.json"
HOMEPAGE_RELATION = "isDocumentedBy"
SOURCE_RELATION = "isDerivedFrom"
_REQUIRED = ("upload_type", "title", "creators", "description", "access_right", "license", "version")
_TEXTS = ("title", "description", "license", "version", "notes", "doi")
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")


def describe_deposit(work: Work) -> dict[str, Any]:
    """Return the metadata of a deposit; without a date of release it has none, and Zenodo takes the day of upload."""
    related = [(HOMEPAGE_RELATION, work.homepage)] if work.homepage else []
    related += [(SOURCE_RELATION, source.url) for source in work.sources if source.url]
    optional = {
        "publication_date": work.released and work.released.isoformat(),
        "doi": work.doi,
        "keywords": list(dict.fromkeys(work.keywords)),
        "related_identifiers": [
            {"identifier": url, "relation": relation, "scheme": "url"} for relation, url in dict.fromkeys(related)
        ],
    }
    return {
        "upload_type": "dataset",
        "title": work.title,
        "version": work.version,
        "creators": [_describe_creator(creator) for creator in work.creators],
        # The archive reads both texts as HTML.
        "description": "".join(f"<p>{html.escape(text)}</p>" for text in work.paragraphs),
        "notes": f"<p>{html.escape(work.rights)}</p>",
        "access_right": "open",
        "license": work.licence.name.lower(),
        **{key: value for key, value in optional.items() if value},
    }


def _describe_creator(creator: Contributor) -> dict[str, str]:
    told = {"name": creator.inverted, "affiliation": creator.affiliation, "orcid": creator.orcid}
    return {key: value for key, value in told.items() if value}


def find_deposit_faults(document: Mapping[str, Any]) -> Iterator[tuple[str, str, str]]:
    """Yield key, what is wrong and what was expected where the archive would refuse a deposit."""
    known = {*_REQUIRED, *_TEXTS, "publication_date", "keywords", "related_identifiers"}
    yield from ((key, "is missing", "a value") for key in _REQUIRED if not document.get(key))
    yield from ((key, "is no field of a deposit", "one that is") for key in document if key not in known)
    for key in _TEXTS:
        if not isinstance(document.get(key, ""), str):
            yield key, f'"{document[key]}" is no text', "a text"
    for key, value in (("upload_type", "dataset"), ("access_right", "open")):
        if document.get(key, value) != value:
            yield key, f'"{document[key]}" does not fit a dataset that is open', f'"{value}"'
    if not _DATE.fullmatch(str(document.get("publication_date", "2000-01-01"))):
        yield "publication_date", f'"{document["publication_date"]}" is no date', "YYYY-MM-DD"
    for key, needed in (("creators", {"name"}), ("related_identifiers", {"identifier", "relation"})):
        for entry in document.get(key) or ():
            if not (isinstance(entry, Mapping) and all(entry.get(name) for name in needed)):
                yield key, f'"{entry}" is not told in full', ", ".join(sorted(needed))
    if not all(isinstance(keyword, str) for keyword in document.get("keywords") or ()):
        yield "keywords", "holds what is no text", "texts"
