"""The texts that name a version: descriptor, citation, README and changelog, told again with another one."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path

from security_meetings.citation.renew import tell_citation
from security_meetings.problems import DataProblems, Problem
from security_meetings.project import DEVELOPMENT, Naming
from security_meetings.release.differences import Change
from security_meetings.release.editions import Edition

DESCRIPTOR, README, CHANGELOG = "datapackage.json", "README.md", "CHANGELOG.md"
_KINDS = {"row_added": "added", "row_removed": "removed", "cell_changed": "changed"}


def rename_texts(root: Path, naming: Naming, heading: str, told: str = "") -> dict[Path, str]:
    """Return the new text of each file of a project that names its version.

    `heading` is that of the changelog: it takes the place of the heading of the version in the making, with `told`
    below it, or stands before all others where that is none. Raises DataProblems where a file names no version.
    """
    problems: list[Problem] = []
    old = {name: _read(root / name, problems) for name in (DESCRIPTOR, CHANGELOG, README)}
    changelog = _rename_changelog(old[CHANGELOG], naming, heading, told, problems)
    if problems:
        raise DataProblems(problems)
    descriptor = _rename_descriptor(old[DESCRIPTOR], naming)
    return {
        root / DESCRIPTOR: descriptor,
        **tell_citation(root, json.loads(descriptor)),
        root / CHANGELOG: changelog,
    }


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
    told: Mapping[str, object] = naming.retell(json.loads(text))
    moment = f'\n  "created": "{naming.created}",' if naming.created else ""
    lines = re.sub(r'\n\s*"created": "[^"\n]*",', "", text)
    lines = re.sub(r'"version": "[^"\n]*",', f'"version": "{naming.version}",{moment}', lines, count=1)
    return lines if json.loads(lines) == told else json.dumps(told, indent=2, ensure_ascii=False) + "\n"


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
