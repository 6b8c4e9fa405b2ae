"""The knowledge of the coder: codebook (TOML) and gazetteer (CSV), loaded once and never written."""

from __future__ import annotations

import csv
import re
import tomllib
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from functools import cache
from io import StringIO
from pathlib import Path
from typing import Any

from security_meetings.locations import vocabularies_folder
from security_meetings.problems import DataProblems, Problem
from security_meetings.vocabulary_faults import fault

Row = dict[str, str]
TOML_PLACE = re.compile(r" \(at line (\d+), column (\d+)\)$")
TOML_END = " (at end of document)"


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Vocabulary:
    """All vocabulary files of one folder, by the stem of their names; identity is equality, so it can be a key."""

    folder: Path
    gazetteers: dict[str, tuple[Row, ...]] = field(repr=False)
    codebooks: dict[str, dict[str, Any]] = field(repr=False)

    def gazetteer(self, name: str) -> tuple[Row, ...]:
        """Return the rows of gazetteer/<name>.csv, all cells as text, empty where nothing stands."""
        return self.gazetteers[name]

    def codebook(self, name: str) -> dict[str, Any]:
        """Return the content of codebook/<name>.toml."""
        return self.codebooks[name]

    def emptied(self, names: Collection[str]) -> Vocabulary:
        """Return another vocabulary in which the gazetteers named have no rows."""
        kept = {name: () if name in names else rows for name, rows in self.gazetteers.items()}
        return Vocabulary(folder=self.folder, gazetteers=kept, codebooks=self.codebooks)


def read_gazetteer(path: Path) -> tuple[Row, ...]:
    """Return the rows of one gazetteer file; raises DataProblems where it is no UTF-8 or no CSV."""
    reader = csv.DictReader(StringIO(_read_text(path), newline=""), strict=True)
    try:
        return tuple(reader)
    except csv.Error as error:
        # A quotation mark never closed is met at the end of the file; the row that it opens is the one to mend.
        raise _unreadable(path, f", line {reader.line_num + 1}", str(error), "valid CSV") from error


def read_codebook(path: Path) -> dict[str, Any]:
    """Return the content of one codebook file; raises DataProblems where it is no UTF-8 or no TOML."""
    text = _read_text(path)
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        place = TOML_PLACE.search(str(error))
        message = str(error).removesuffix(place.group() if place else TOML_END)
        where = f", line {place[1]}, column {place[2]}" if place else f", line {text.count(chr(10)) + 1}"
        raise _unreadable(path, where, message, "valid TOML") from error


def find_unreadable(folder: Path) -> list[Problem]:
    """Return a problem for each vocabulary file of a folder that cannot be read at all, such as a code block twice."""
    problems: list[Problem] = []
    for reader, paths in ((read_codebook, _codebook_paths(folder)), (read_gazetteer, _gazetteer_paths(folder))):
        for path in paths:
            try:
                reader(path)
            except DataProblems as found:
                problems += found.problems
    return problems


def load_vocabulary(folder: Path | None = None) -> Vocabulary:
    """Return the vocabulary of a folder, by default the project's own.

    Raises DataProblems with all files that cannot be read.
    """
    return _load(vocabularies_folder() if folder is None else folder)


@cache
def _load(folder: Path) -> Vocabulary:
    problems = find_unreadable(folder)
    if problems:
        raise DataProblems(problems)
    return Vocabulary(
        folder=folder,
        gazetteers={path.stem: read_gazetteer(path) for path in _gazetteer_paths(folder)},
        codebooks={path.stem: read_codebook(path) for path in _codebook_paths(folder)},
    )


def _codebook_paths(folder: Path) -> Sequence[Path]:
    return sorted((folder / "codebook").glob("*.toml"))


def _gazetteer_paths(folder: Path) -> Sequence[Path]:
    return sorted((folder / "gazetteer").glob("*.csv"))


def _read_text(path: Path) -> str:
    data = path.read_bytes()
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        what = f"byte {data[error.start]:#04x} at offset {error.start} is no UTF-8"
        raise _unreadable(path, f", line {line}", what, "a text file in UTF-8") from error
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        raise _unreadable(path, f", line {line}", "a zero byte", "a text file in UTF-8")
    return text


def _unreadable(path: Path, place: str, what: str, expected: str) -> DataProblems:
    name = f"{path.parent.name}/{path.name}"
    return DataProblems(
        [fault("unreadable-file", f"{name}{place}", f'cannot be read: "{what}"', expected, f"mend {name}")]
    )
