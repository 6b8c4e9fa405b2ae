"""The citation in a checkout: CITATION.cff, and the line to copy in README.md, made from datapackage.json."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from security_meetings.citation import cff
from security_meetings.citation.apa import format_apa
from security_meetings.citation.work import load_descriptor, read_work
from security_meetings.problems import DataProblems, Problem

README = "README.md"
_BLOCK = re.compile(r"(?<=\n## Cite it\n\n```text\n).*?(?=\n```\n)", re.DOTALL)


def renew_citation(root: Path) -> tuple[Path, ...]:
    """Write what the descriptor of a checkout says into CITATION.cff and README.md, and return their paths.

    Raises DataProblems, and writes nothing, where the descriptor lacks something or README.md has no place for it.
    """
    texts = tell_citation(root, load_descriptor(root))
    for path, text in texts.items():
        path.write_text(text, encoding="utf-8", newline="\n")
    return tuple(texts)


def tell_citation(root: Path, descriptor: Mapping[str, Any]) -> dict[Path, str]:
    """Return the texts of CITATION.cff and README.md of a checkout as a descriptor has them told.

    Raises DataProblems where the descriptor lacks something or README.md has no place for it.
    """
    work = read_work(descriptor)
    text = (root / README).read_text(encoding="utf-8")
    if _BLOCK.search(text) is None:
        raise DataProblems([_no_place()])
    citation = format_apa(work)
    return {
        root / cff.FILE: cff.format_cff(work),
        root / README: _BLOCK.sub(lambda found: citation, text, count=1),
    }


def _no_place() -> Problem:
    return Problem(
        severity="error",
        rule_id="citation.no-place",
        where=README,
        what='has no block for the citation below "## Cite it"',
        expected="a block of code of the language text right below the heading",
        todo="add the block; what stands in it is replaced",
    )
