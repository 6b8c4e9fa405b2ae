"""What stands in an archive, for whoever opens it first."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

_TEXT = """# {title}, version {version}

{description}

Start with `codebook.html`: it describes every table and column, and defines every code.

| file | holds |
| --- | --- |
| `csv/`, `parquet/` | the tables, one file each, the same cells in both; `datapackage.json` describes them |
| `security-meetings.sqlite` | the same tables for SQL, with their keys and a few views that join them |
| `stata/`, `security-meetings.xlsx` | the same tables for Stata and for spreadsheets |
| `security_meetings.R` | what reads them in R with their types |
| `codebook.md`, `codebook.html` | the codebook |
| `CITATION.cff`, `citation.bib`, `citation.ris`, `citation.txt` | how to cite, for programs and for readers |
| `croissant.json`, `schema-org.json`, `.zenodo.json` | the same facts for catalogues |
| `CHANGELOG.md`, `changes.csv` | what changed since the last version: in words, and cell by cell |
| `report.html`, `report.json`, `issues.csv`, `merges.json` | what was checked and found, and why accounts became one row |
| `SHA256SUMS` | the checksum of every file |

To see that all files came as they were published: `sha256sum -c SHA256SUMS`, or `security-meetings verify` with the zip.

To cite: see `citation.txt`, and name the version.

The data are under {licence} (`LICENSE-DATA`), the code is under the MIT licence (`LICENSE`).
The texts that the data were coded from belong to their outlets; the tables carry facts, short quotes and offsets.
"""


def write_readme(descriptor: Mapping[str, Any]) -> str:
    """Return the README of an archive, from the descriptor of its tables."""
    licences = [licence.get("title") or licence["name"] for licence in descriptor.get("licenses", ())]
    return _TEXT.format(
        title=descriptor["title"],
        version=descriptor["version"],
        description=descriptor["description"],
        licence=" and ".join(licences) or "no licence yet",
    )
