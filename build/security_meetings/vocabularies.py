"""The knowledge of the coder: codebook (TOML) and gazetteer (CSV), loaded once and never written."""

from __future__ import annotations

import csv
import tomllib
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from security_meetings.locations import vocabularies_folder


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Vocabulary:
    """All vocabulary files of one folder, by the stem of their names; identity is equality, so it can be a cache key."""

    folder: Path
    gazetteers: dict[str, tuple[dict[str, str], ...]] = field(repr=False)
    codebooks: dict[str, dict[str, Any]] = field(repr=False)

    def gazetteer(self, name: str) -> tuple[dict[str, str], ...]:
        """Return the rows of gazetteer/<name>.csv, all cells as text, empty where nothing stands."""
        return self.gazetteers[name]

    def codebook(self, name: str) -> dict[str, Any]:
        """Return the content of codebook/<name>.toml."""
        return self.codebooks[name]


def read_gazetteer(path: Path) -> tuple[dict[str, str], ...]:
    """Return the rows of one gazetteer file."""
    with path.open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file))


def load_vocabulary(folder: Path | None = None) -> Vocabulary:
    """Return the vocabulary of a folder, by default the project's own."""
    return _load(vocabularies_folder() if folder is None else folder)


@cache
def _load(folder: Path) -> Vocabulary:
    return Vocabulary(
        folder=folder,
        gazetteers={path.stem: read_gazetteer(path) for path in sorted((folder / "gazetteer").glob("*.csv"))},
        codebooks={
            path.stem: tomllib.loads(path.read_text(encoding="utf-8"))
            for path in sorted((folder / "codebook").glob("*.toml"))
        },
    )
