"""Stage check: everything that must hold of the tables and their files, as one ordered list of problems."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from security_meetings.check.expectations import Expectation, load_expectations
from security_meetings.check.integrity import check_integrity
from security_meetings.check.meaning import check_meaning
from security_meetings.check.parity import check_parity
from security_meetings.check.structure import check_structure
from security_meetings.problems import SEVERITIES, Problem, has_errors
from security_meetings.schemas import TableSchema
from security_meetings.vocabularies import Vocabulary

if TYPE_CHECKING:
    import pyarrow as pa

__all__ = [
    "Expectation",
    "check_integrity",
    "check_meaning",
    "check_parity",
    "check_structure",
    "check_tables",
    "list_city_countries",
    "load_expectations",
]


def check_tables(
    tables: Mapping[str, pa.Table],
    schemas: Mapping[str, TableSchema],
    raw_texts: Mapping[str, str],
    *,
    folder: Path | None = None,
    expectations: Sequence[Expectation] | None = None,
    city_countries: Mapping[str, frozenset[str]] | None = None,
) -> list[Problem]:
    """Return every problem of the tables and, where `folder` is given, of the files written from them.

    Errors come first, then warnings, each in order of kind and place. Meaning is only looked at where the
    tables themselves are sound. `expectations` are by default the project's own.
    """
    problems = check_integrity(tables, schemas, raw_texts)
    is_sound = not has_errors(problems)
    if folder is not None:
        problems += check_structure(folder)
        problems += check_parity(folder, schemas)
    if is_sound:
        chosen = load_expectations() if expectations is None else expectations
        problems += check_meaning(tables, chosen, city_countries or {})
    return sorted(
        problems, key=lambda problem: (SEVERITIES.index(problem.severity), problem.rule_id, problem.sentence())
    )


def list_city_countries(vocabulary: Vocabulary) -> dict[str, frozenset[str]]:
    """Return for each city of the gazetteer the countries that have a city of that name."""
    found: dict[str, set[str]] = defaultdict(set)
    for row in vocabulary.gazetteer("cities"):
        found[row["city"]].add(row["country_code"])
    for row in vocabulary.gazetteers.get("towns", ()):
        found[row["town"]].add(row["country_code"])
    return {city: frozenset(countries) for city, countries in found.items()}
