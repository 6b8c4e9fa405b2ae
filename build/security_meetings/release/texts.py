"""The texts that name a version: descriptor, citation, README and changelog, told again with another one."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path

from security_meetings.problems import DataProblems, Problem
from security_meetings.project import DEVELOPMENT, Naming
from security_meetings.release.differences import Change
from security_meetings.release.editions import Edition

DESCRIPTOR, CITATION, README, CHANGELOG = "datapackage.json", "CITATION.cff", "README.md", "CHANGELOG.md"
_CITED = re.compile(r"(?<=\(version )[^\s)]+(?=\))")
_KINDS = {"row_added": "added", "row_removed": "removed", "cell_changed": "changed"}


def rename_texts(root: Path, naming: Naming, heading: str, told: str = "") -> dict[Path, str]:
    """Return the new text of each file of a project that names its version.

    `heading` is that of the changelog: it takes the place of the heading of the version in the making, with `told`
    below it, or stands before all others where that is none. Raises DataProblems where a file names no version.
    """
    problems: list[Problem] = []
    old = {name: _read(root / name, problems) for name in (DESCRIPTOR, CITATION, README, CHANGELOG)}
    new = {
        root / DESCRIPTOR: _rename_descriptor(old[DESCRIPTOR], naming),
        root / CITATION: _rename_citation(old[CITATION], naming, problems),
        root / README: _rename_readme(old[README], naming, problems),
        root / CHANGELOG: _rename_changelog(old[CHANGELOG], naming, heading, told, problems),
    }
    if problems:
        raise DataProblems(problems)
    return new


def tell_counts(edition: Edition, changes: Iterable[Change], last: str | None) -> str:
    """Return the rows of each table, and how many came, went and changed since the last version, in Markdown."""
    counts: dict[tuple[str, str], set[str]] = defaultdict(set)
    for change in changes:
        if change.kind in _KINDS:
            counts[change.table, _KINDS[change.kind]].add(change.key)
    columns = ("table", "rows", *(() if last is None else ("added", "removed", "changed")))
    lines = [f"| {' | '.join(columns)} |", f"| --- |{' ---: |' * (len(columns) - 1)}"]
    for name, rows in edition.rows.items():
        cells = [f"`{name}`", f"{len(rows):,}", *(f"{len(counts[name, column]):,}" for column in columns[2:])]
        lines.append(f"| {' | '.join(cells)} |")
    since = "Rows by table" if last is None else f"Rows by table, and how many changed since {last}"
    return f"{since}:\n\n" + "\n".join(lines) + "\n"


def _read(path: Path, problems: list[Problem]) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except FileNotFoundError:
        problems.append(_fault(path.name, "there is no such file", "the file of the project"))
        return ""


def _rename_descriptor(text: str, naming: Naming) -> str:
    """Return the descriptor with its own layout where that is possible; its version and moment stand in lines."""
    told: Mapping[str, object] = naming.retell(json.loads(text)) if text else {}
    moment = f'\n  "created": "{naming.created}",' if naming.created else ""
    lines = re.sub(r'\n\s*"created": "[^"\n]*",', "", text)
    lines = re.sub(r'"version": "[^"\n]*",', f'"version": "{naming.version}",{moment}', lines, count=1)
    is_same = bool(text) and json.loads(lines) == told
    return lines if is_same else json.dumps(told, indent=2, ensure_ascii=False) + "\n"


def _rename_citation(text: str, naming: Naming, problems: list[Problem]) -> str:
    text = re.sub(r"^date-released:.*\n", "", text, flags=re.MULTILINE)
    day = f"\ndate-released: '{naming.created[:10]}'" if naming.created else ""
    new, count = re.subn(r"^version:.*$", f"version: {naming.version}{day}", text, flags=re.MULTILINE)
    if count != 1 and text:
        problems.append(_fault(CITATION, "tells no version", "a line such as version: 1.0.0"))
    return new


def _rename_readme(text: str, naming: Naming, problems: list[Problem]) -> str:
    new, count = _CITED.subn(naming.version, text)
    if count != 1 and text:
        problems.append(_fault(README, f"tells its version {count} times", '"(version 1.0.0)" once, where it is cited'))
    return new


def _rename_changelog(text: str, naming: Naming, heading: str, told: str, problems: list[Problem]) -> str:
    first = re.search(r"^## (\S+).*\n", text, flags=re.MULTILINE)
    below = f"\n{told}" if told else ""
    if first is None:
        problems.append(_fault(CHANGELOG, "has no heading of a version", f"## {naming.version}"))
        return text
    if naming.version.endswith(DEVELOPMENT):
        return f"{text[: first.start()]}## {heading}\n{below}\n{text[first.start() :]}"
    if not first[1].endswith(DEVELOPMENT):
        expected = "the version in the making, with what a reader should know of it"
        problems.append(_fault(CHANGELOG, f'the first heading is "{first[1]}"', expected))
    return f"{text[: first.start()]}## {heading}\n{below}{text[first.end() :]}"


def _fault(where: str, what: str, expected: str) -> Problem:
    return Problem(
        severity="error",
        rule_id="release.text",
        where=where,
        what=what,
        expected=expected,
        todo="correct the file",
    )
