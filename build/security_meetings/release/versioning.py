"""The smallest version that a difference allows, and why.

It is the recipe of the Data Package standard, except that an added column is minor: major where a reader's script or a
citation can break, minor where something comes, patch where values are corrected.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from security_meetings.archives import read_version
from security_meetings.ledger import LEDGER_TABLES
from security_meetings.release.differences import CONSTRAINTS, Change, parse_key
from security_meetings.release.editions import Edition

Level = Literal["major", "minor", "patch"]
LEVELS: tuple[Level, ...] = ("major", "minor", "patch")
FIRST_VERSION = "1.0.0"

# Their rows follow from those of other tables, so what comes and goes there is told by those.
FOLLOWING_TABLES = frozenset(("evidence", "meeting_articles", "agreement_articles", "id_changes"))
MEANING_COLUMN = "definition"
LISTED_COLUMN = "is_listed"
# What is declared of a column and may be told otherwise without another meaning.
WORDING = frozenset(("title", "example", "derived", "$schema", "name"))
MEANING = "description"
# What a constraint says where it is less restrictive: a number that grew, or one that shrank.
_LOOSER_ABOVE = frozenset(("maximum", "maxLength"))
_LOOSER_BELOW = frozenset(("minimum", "minLength"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """Why a version is at least of a level, with how often, and the first place.

    `is_wording` says that it may be no more than other words for the same, which only a reader can tell.
    """

    level: Level
    why: str
    count: int = 1
    example: str = ""
    is_wording: bool = False

    def sentence(self) -> str:
        """Return the reason as one line for a reader."""
        return f"{self.level}: {self.why} ({self.count}, first {self.example})"


def find_reasons(changes: Iterable[Change], old: Edition, same_meaning: bool = False) -> tuple[Reason, ...]:
    """Return the reasons for the level of a version, the weightiest first.

    With `same_meaning`, definitions and descriptions that changed are taken for other words that mean the same.
    """
    counts: Counter[tuple[Level, str, bool]] = Counter()
    examples: dict[tuple[Level, str, bool], str] = {}
    for level, why, is_wording, place in _judge_all(changes, old):
        kind: tuple[Level, str, bool] = ("patch" if is_wording and same_meaning else level, why, is_wording)
        counts[kind] += 1
        examples.setdefault(kind, place)
    return tuple(
        Reason(level=level, why=why, count=counts[level, why, wording], example=place, is_wording=wording)
        for (level, why, wording), place in sorted(examples.items(), key=lambda item: LEVELS.index(item[0][0]))
    )


def smallest_version(last: str | None, reasons: Iterable[Reason]) -> str:
    """Return the smallest version that may follow the last one: 1.0.0 where there is none."""
    number = read_version(last) if last is not None else None
    if number is None:
        return FIRST_VERSION
    major, minor, patch = number
    levels = {reason.level for reason in reasons}
    if "major" in levels:
        return f"{major + 1}.0.0"
    return f"{major}.{minor + 1}.0" if "minor" in levels else f"{major}.{minor}.{patch + 1}"


def next_version(version: str) -> str:
    """Return the version that the work after a released one is called by until it is known what it changes."""
    major, minor, patch = read_version(version) or (0, 0, 0)
    return f"{major}.{minor}.{patch + 1}"


Judgement = tuple[Level, str, bool, str]


def _judge_all(changes: Iterable[Change], old: Edition) -> Iterator[Judgement]:
    seen: set[tuple[str, str, str]] = set()
    for change in changes:
        place = " ".join(part for part in (change.table, change.key, change.column) if part)
        if change.kind in ("row_added", "row_removed"):
            row = (change.table, change.key, change.kind)
            if row in seen:
                continue
            seen.add(row)
            place = f"{change.table} {change.key}"
        level, why, is_wording = _judge(change, old)
        yield level, why, is_wording, place


def _judge(change: Change, old: Edition) -> tuple[Level, str, bool]:
    match change.kind:
        case "table_added" | "column_added":
            return "minor", f"a {change.kind.removesuffix('_added')} comes", False
        case "table_removed" | "column_removed":
            return "major", f"a {change.kind.removesuffix('_removed')} goes", False
        case "columns_ordered":
            return "major", "columns stand in another order", False
        case "table_changed":
            return _judge_table(change)
        case "column_changed":
            return _judge_column(change)
        case "cell_changed":
            if change.column == MEANING_COLUMN:
                return "major", "a code is defined otherwise", True
            return "patch", "values are corrected", False
        case _:
            return _judge_row(change, old)


def _judge_table(change: Change) -> tuple[Level, str, bool]:
    match change.key:
        case "primaryKey":
            return "major", "a table has another key", False
        case "missingValues":
            return "major", "missing values are told otherwise", False
        case "uniqueKeys":
            return ("minor" if not change.new else "major"), "the unique keys of a table change", False
        case "foreignKeys":
            return "minor", "the references of a table change", False
        case _ if change.key == MEANING:
            return "major", "a table is described otherwise", True
        case _:
            return "patch", "a table is told of in other words", False


def _judge_column(change: Change) -> tuple[Level, str, bool]:
    group, _, name = change.key.partition(".")
    if group == CONSTRAINTS:
        return _judge_constraint(name, change)
    if change.key in WORDING:
        return "patch", "a column is told of in other words", False
    if change.key == MEANING:
        return "major", "a column is described otherwise", True
    return "major", f"a column has another {change.key}", False


def _judge_constraint(name: str, change: Change) -> tuple[Level, str, bool]:
    old, new = _read(change.old), _read(change.new)
    if name == "enum" and old is not None and new is not None:
        if set(old) - set(new):
            return "major", "a code goes", False
        return ("minor", "a code comes", False) if set(new) - set(old) else ("patch", "codes are sorted", False)
    is_looser = (
        new is None
        or (name in _LOOSER_ABOVE and old is not None and new > old)
        or (name in _LOOSER_BELOW and old is not None and new < old)
        or (name in ("required", "unique") and new is False)
    )
    if is_looser:
        return "minor", "a column may hold more than before", False
    return "major", "a column may hold less than before, or something else", False


def _judge_row(change: Change, old: Edition) -> tuple[Level, str, bool]:
    if change.table in FOLLOWING_TABLES:
        return "patch", "rows that follow from others come or go", False
    if change.kind == "row_added":
        return "minor", "rows come", False
    if change.table in LEDGER_TABLES and not _is_listed(change, old):
        return "patch", "rows are merged, renamed or withdrawn, as id_changes tells", False
    if not _is_listed(change, old) and LISTED_COLUMN in old.columns(change.table):
        return "patch", "names that no list knew are told otherwise", False
    return "major", "rows go that id_changes does not tell of", False


def _is_listed(change: Change, old: Edition) -> bool:
    """Return whether a row belongs to a list that stands in build/vocabularies/."""
    rows: Mapping[Any, Mapping[str, str]] = old.rows.get(change.table, {})
    return rows.get(parse_key(change.key), {}).get(LISTED_COLUMN) == "true"


def _read(text: str) -> Any:
    return json.loads(text) if text else None
