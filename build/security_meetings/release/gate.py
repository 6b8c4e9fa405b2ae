"""The gate: what may be in the archive of a release, and that no text of somebody else is in it beyond short quotes."""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from security_meetings.archives import SUMS
from security_meetings.check.quotes import LONGEST_STRETCH, Span, join_spans
from security_meetings.problems import Problem, nearest_value
from security_meetings.release.archive import list_names
from security_meetings.release.decoding import read_texts
from security_meetings.release.stretches import StretchFinder

REQUIRED = (
    *("datapackage.json", "security-meetings.sqlite", "security-meetings.xlsx"),
    *("CITATION.cff", "citation.bib", "citation.ris", "citation.txt", ".zenodo.json", "schema-org.json"),
    *("croissant.json", "codebook.md", "codebook.html", "changes.csv", "report.json", "report.html", "issues.csv"),
    *("merges.json", "README.md", "CHANGELOG.md", "LICENSE", "LICENSE-DATA", "security_meetings.R", SUMS),
)
TABLE_FORMS = ("csv/{}.csv", "parquet/{}.parquet", "stata/{}.dta")


def allowed_names(tables: Iterable[str]) -> frozenset[str]:
    """Return the names of all files that an archive has."""
    return frozenset((*REQUIRED, *(form.format(name) for name in tables for form in TABLE_FORMS)))


def check_names(folder: Path, tables: Iterable[str]) -> Iterator[Problem]:
    """Yield an error for each file that an archive has no place for, and for each that is missing."""
    allowed, found = allowed_names(tables), set(list_names(folder))
    for name in sorted(found - allowed):
        near = nearest_value(name, allowed)
        yield _refusal("unexpected-file", name, "has no place in a release", f'"{near}"' if near else "a known file")
    for name in sorted(allowed - found):
        yield _refusal("missing-file", name, "is missing", "every file of a release")


def check_stretches(folder: Path, raw_texts: Mapping[str, str]) -> Iterator[Problem]:
    """Yield an error for each file with more than a short quote of a raw text, and where quotes make one together."""
    finder = StretchFinder(raw_texts, LONGEST_STRETCH)
    for name in list_names(folder):
        found = {stretch for text in read_texts(folder / name) for stretch in finder.find(text)}
        longest: dict[str, tuple[int, int]] = {}
        for stretch in sorted(found, key=lambda told: (told.start - told.end, told.article_id, told.start)):
            longest.setdefault(stretch.article_id, (stretch.start, stretch.end))
        for article_id, (start, end) in sorted(longest.items()):
            yield _too_long(name, article_id, start, end, "stand there in a row")
    for article_id, spans in sorted(_read_spans(folder).items()):
        for start, end in join_spans(spans):
            if end - start > LONGEST_STRETCH:
                yield _too_long("csv", article_id, start, end, "can be put together from quotes")


def _read_spans(folder: Path) -> dict[str, set[Span]]:
    """Return the spans of all tables that quote articles, whatever the tables are called."""
    spans: dict[str, set[Span]] = defaultdict(set)
    for path in sorted((folder / "csv").glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            rows = csv.DictReader(file)
            if not {"article_id", "char_start", "char_end"} <= set(rows.fieldnames or ()):
                continue
            for row in rows:
                if re.fullmatch(r"\d+", row["char_start"]) and re.fullmatch(r"\d+", row["char_end"]):
                    spans[row["article_id"]].add((int(row["char_start"]), int(row["char_end"])))
    return spans


def _too_long(name: str, article_id: str, start: int, end: int, how: str) -> Problem:
    what = f"{end - start} characters of the text {article_id} ({start} to {end}) {how}"
    return _refusal("whole-text", name, what, f"at most {LONGEST_STRETCH}; the texts belong to their outlets")


def _refusal(kind: str, where: str, what: str, expected: str) -> Problem:
    return Problem(
        severity="error",
        rule_id=f"gate.{kind}",
        where=where,
        what=what,
        expected=expected,
        todo="correct what writes the file; nothing was released",
    )
