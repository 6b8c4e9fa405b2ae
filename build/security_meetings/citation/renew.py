"""The citation in a checkout: CITATION.cff, and the line to copy in README.md, made from datapackage.json."""

from __future__ import annotations

import re
from pathlib import Path

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
    work = read_work(load_descriptor(root))
    readme = root / README
    text = readme.read_text(encoding="utf-8")
    if _BLOCK.search(text) is None:
        raise DataProblems([_no_place()])
    (root / cff.FILE).write_text(cff.format_cff(work), encoding="utf-8", newline="\n")
    citation = format_apa(work)
    readme.write_text(_BLOCK.sub(lambda found: citation, text, count=1), encoding="utf-8", newline="\n")
    return (root / cff.FILE, readme)


def _no_place() -> Problem:
    return Problem(
        severity="error",
        rule_id="citation.no-place",
        where=README,
        what='has no block for the citation below "## Cite it"',
        expected="a block of code of the language text right below the heading",
        todo="add the block; what stands in it is replaced",
    )
