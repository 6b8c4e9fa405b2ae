"""Descriptors of an invented package that tell much, little, and what would harm a careless writer."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from check_samples import SCHEMAS, sample_cells, sample_tables, write_package
from security_meetings.citation import load_descriptor, read_schemas, write_metadata
from security_meetings.export.package import describe_package

ROOT = Path(__file__).parents[1]
Descriptor = dict[str, Any]
LICENCE = {
    "name": "CC-BY-4.0",
    "path": "https://creativecommons.org/licenses/by/4.0/",
    "title": "Creative Commons Attribution 4.0 International",
}
GROUP = {"title": "Sample contributors", "roles": ["creator", "publisher"]}
PERSON = {
    "title": "Zarina A. Karim-Oglu",
    "givenName": "Zarina A.",
    "familyName": "Karim-Oglu",
    "organization": "Institute of Samples",
    "path": "https://orcid.org/0000-0002-1825-0097",
    "roles": ["creator"],
}
HOSTILE_PATTERN = "^(a|`b`|<i>|R&D.*)$"
BARE: Descriptor = {
    "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
    "name": "sample-meetings",
    "title": "Sample Meetings",
    "description": "Invented talks of invented ministers, as two invented articles tell them.\nOf use to tests alone.",
    "version": "1.2.0-dev",
    "licenses": [LICENCE],
    "contributors": [GROUP],
}
FULL: Descriptor = {
    **BARE,
    "version": "1.2.0",
    "id": "https://doi.org/10.5281/zenodo.123_4",
    "homepage": "https://example.org/meetings_1?a=%20b&c=d#e",
    "created": "2026-11-20T23:30:00+05:00",
    "rights": "The data are under CC-BY-4.0, the code is under the MIT licence, and the texts belong to their outlets.",
    "contributors": [GROUP, PERSON, {"title": "A helper", "roles": ["dataCollector"]}],
    "keywords": ["diplomacy", "invention"],
    "sources": [{"title": "Invented texts"}, {"title": "A list of towns", "path": "https://example.org/towns"}],
}
HOSTILE_TEXT = (
    'R&D <script>alert("x")</script> 100% of {all $_# }} ~ ^ \\textbf{x} | *b* _i_ `c` ``d`` [l](javascript:x) '
    "'q' @misc{y, a = {b}}, ER  - &amp; <!-- --> ]]> {{ 7*7 }} 1. # Ünï 中文 (2020). (Version 9) [Data set]. End\\"
)
HOSTILE: Descriptor = {
    **FULL,
    "title": HOSTILE_TEXT,
    "description": f"{HOSTILE_TEXT}\n\n  - {HOSTILE_TEXT}\u0000\u2028next",
    "rights": f"- {HOSTILE_TEXT}",
    "contributors": [
        {"title": f"Sons and {HOSTILE_TEXT}", "roles": ["creator", "publisher"]},
        {**PERSON, "familyName": "O'Brien and {Sons}, Ltd & Co", "givenName": "Ann, the_1st"},
    ],
    "keywords": [HOSTILE_TEXT, "no: yes", "2026-11-20"],
    "sources": [{"title": HOSTILE_TEXT}],
}
Change = Callable[[Descriptor], Any]


def changed(descriptor: Mapping[str, Any], **values: Any) -> Descriptor:
    """Return a copy of a descriptor with other values; None takes a key away."""
    copied = {**copy.deepcopy(dict(descriptor)), **values}
    return {key: value for key, value in copied.items() if value is not None}


def write_tables(folder: Path, text: Mapping[str, Any], change: Change | None = None) -> Path:
    """Write the sample with a descriptor that has a text, and return the folder; `change` is made to it at last."""
    cells = sample_cells()
    cells["threat_types"][0]["definition"] = HOSTILE_TEXT
    write_package(folder, cells)
    declared = {name: json.loads((ROOT / "schemas" / f"{name}.json").read_text(encoding="utf-8")) for name in SCHEMAS}
    descriptor = describe_package(folder, sample_tables(), SCHEMAS, declared, text)
    if change is not None:
        change(descriptor)
    (folder / "datapackage.json").write_text(json.dumps(descriptor), encoding="utf-8")
    return folder


def write_folder(folder: Path, text: Mapping[str, Any], change: Change | None = None) -> Path:
    """Write the sample with all files of citation and metadata, and return the folder."""
    descriptor = load_descriptor(write_tables(folder, text, change))
    write_metadata(descriptor, read_schemas(descriptor), folder)
    return folder


def declare_hostile_columns(descriptor: Descriptor) -> None:
    """Let the words of a schema look like markup."""
    schema = next(one for one in descriptor["resources"] if one["name"] == "meetings")["schema"]
    schema["title"] = schema["description"] = HOSTILE_TEXT
    city = next(field for field in schema["fields"] if field["name"] == "city")
    city |= {"title": HOSTILE_TEXT, "description": HOSTILE_TEXT, "example": HOSTILE_TEXT}
    city["constraints"] = {"pattern": HOSTILE_PATTERN}
