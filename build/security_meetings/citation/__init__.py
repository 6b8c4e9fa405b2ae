"""Citation and metadata: one source, the self-contained descriptor, and every file made from it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from security_meetings.citation import (
    apa,
    bibtex,
    cff,
    codebook_markdown,
    codebook_page,
    croissant,
    ris,
    schema_org,
    zenodo,
)
from security_meetings.citation.agreement import check_agreement
from security_meetings.citation.codebook import compile_codebook
from security_meetings.citation.files import format_json, read_files, read_schemas
from security_meetings.citation.renew import renew_citation
from security_meetings.citation.work import Work, load_descriptor, read_work
from security_meetings.schemas import TableSchema

FORMS: Mapping[str, Callable[[Work], str]] = {
    "apa": apa.format_apa,
    "bibtex": bibtex.format_bibtex,
    "ris": ris.format_ris,
    "cff": cff.format_cff,
}

_UNFINISHED = ".unfinished"

__all__ = [
    "FORMS",
    "check_agreement",
    "format_metadata",
    "load_descriptor",
    "read_schemas",
    "read_work",
    "renew_citation",
    "write_metadata",
]


def format_metadata(descriptor: Mapping[str, Any], schemas: Mapping[str, TableSchema], folder: Path) -> dict[str, str]:
    """Return the files of citation and metadata by name; the folder holds the tables, of which the codes are read.

    Raises DataProblems with all that the descriptor lacks.
    """
    work, files = read_work(descriptor), read_files(descriptor)
    codebook = compile_codebook(work, files, schemas, folder)
    return {
        cff.FILE: cff.format_cff(work),
        bibtex.FILE: bibtex.format_bibtex(work),
        ris.FILE: ris.format_ris(work),
        apa.FILE: apa.format_citation_text(work),
        zenodo.FILE: format_json(zenodo.describe_deposit(work)),
        schema_org.FILE: format_json(schema_org.describe_dataset(work, files, schemas)),
        croissant.FILE: format_json(croissant.describe_croissant(work, files, schemas)),
        codebook_markdown.FILE: codebook_markdown.format_markdown(codebook),
        codebook_page.FILE: codebook_page.format_page(codebook),
    }


def write_metadata(descriptor: Mapping[str, Any], schemas: Mapping[str, TableSchema], folder: Path) -> tuple[Path, ...]:
    """Write the files of citation and metadata into the folder of the tables, and return their paths.

    Nothing is written where the descriptor lacks something; that raises DataProblems.
    """
    texts = format_metadata(descriptor, schemas, folder)
    # Written beside and renamed, so that no reader meets half a file.
    for name, text in texts.items():
        (folder / f"{name}{_UNFINISHED}").write_text(text, encoding="utf-8", newline="\n")
    return tuple((folder / f"{name}{_UNFINISHED}").replace(folder / name) for name in texts)
