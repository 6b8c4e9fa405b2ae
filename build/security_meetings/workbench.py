"""The workbench of a human coder: the finished rows, what was decided on them, and what a new decision would change."""

from __future__ import annotations

import getpass
import hashlib
import os
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from security_meetings.cells import format_cell
from security_meetings.correct import Grounds, correct_records
from security_meetings.correction_files import read_corrections
from security_meetings.correction_writing import name_correction, remove_block, write_block
from security_meetings.corrections import Correction
from security_meetings.documents import Article
from security_meetings.export import find_descriptor, recover_swap
from security_meetings.export.package import DESCRIPTOR
from security_meetings.finished import read_records
from security_meetings.folder_lock import Tell, hold_folder
from security_meetings.ledger import Ledger
from security_meetings.ledger_files import read_ledger
from security_meetings.locations import package_descriptor
from security_meetings.problems import DataProblems, Problem
from security_meetings.project import Project, find_project
from security_meetings.read import read_raw_folder
from security_meetings.results import Records
from security_meetings.schemas import TableSchema, load_schemas
from security_meetings.vocabularies import load_vocabulary
from security_meetings.vocabulary_checks import load_sound_vocabulary
from security_meetings.watchers import Watcher

CODER_VARIABLE = "SECURITY_MEETINGS_CODER"


@dataclass(frozen=True, slots=True, kw_only=True)
class Workbench:
    """A project with its finished rows, its texts and the corrections made so far.

    `edition` marks the finished files that were read; `tell` is told where a decision has to wait.
    """

    project: Project
    schemas: Mapping[str, TableSchema]
    articles: Sequence[Article]
    records: Records
    corrections: Sequence[Correction]
    ledger: Ledger
    edition: str
    tell: Tell

    def path_of(self, table_name: str) -> Path:
        """Return the file of the corrections of a table."""
        return self.project.corrections_folder / f"{table_name}.toml"

    def cells_of(self, records: Records, table_name: str, row_id: str) -> dict[str, str] | None:
        """Return the cells of a row as text, None where there is no such row."""
        schema = self.schemas[table_name]
        for row in getattr(records, table_name):
            if getattr(row, schema.primary_key[0]) == row_id:
                return {name: format_cell(getattr(row, name)) for name in schema.column_names}
        return None


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What a correction changes: the row before and after (None: withdrawn), where it is written, all rows after it.

    `is_taken_back` tells that the value is the machine's again, so that the earlier correction was taken out.
    """

    correction: Correction
    before: Mapping[str, str]
    after: Mapping[str, str] | None
    path: str
    records: Records
    is_taken_back: bool = False


def open_workbench(raw: Path, watcher: Watcher) -> Workbench:
    """Return the workbench of a raw folder; raises DataProblems where it is not the project's own, or not built yet."""
    schemas = load_schemas()
    project = find_project(raw, find_descriptor(raw, package_descriptor()))
    if project is None:
        raise DataProblems([_not_own(raw)])
    load_sound_vocabulary()
    # What a build writes just now is waited for: a decision is on what it has made.
    with hold_folder(project.root, watcher.tell):
        recover_swap(project.dist, watcher.tell)
        return Workbench(
            project=project,
            schemas=schemas,
            articles=read_raw_folder(raw, skip_bad=True).articles,
            records=read_records(project.dist),
            corrections=read_corrections(project.corrections_folder, schemas),
            ledger=read_ledger(project.ledger_folder) or Ledger(),
            edition=_read_edition(project),
            tell=watcher.tell,
        )


@contextmanager
def hold_decisions(bench: Workbench) -> Iterator[None]:
    """Give the decisions of a project to one process at a time, and not while it is built.

    Raises DataProblems where the finished files are no longer those of the bench.
    """
    with hold_folder(bench.project.root, bench.tell):
        if _read_edition(bench.project) != bench.edition:
            raise DataProblems([_built_anew()])
        yield


def _read_edition(project: Project) -> str:
    descriptor = project.dist / DESCRIPTOR
    return hashlib.sha256(descriptor.read_bytes()).hexdigest() if descriptor.exists() else ""


def decide(correction: Correction, bench: Workbench) -> Decision:
    """Return what a correction changes, and write it; raises DataProblems, and writes nothing, where it does not fit.

    `expected` of the correction is what stands in the finished row. One on a cell that was corrected before takes the
    place of the earlier one, and keeps what that expected of the machine.
    """
    with hold_decisions(bench):
        # Another command may have written since the bench was opened.
        corrections = read_corrections(bench.project.corrections_folder, bench.schemas)
        return _decide(correction, replace(bench, corrections=corrections))


def _decide(correction: Correction, bench: Workbench) -> Decision:
    earlier = next((c for c in bench.corrections if c.key == correction.key and c.column == correction.column), None)
    before = bench.cells_of(bench.records, *correction.key) or {}
    if before and correction.action == "set" and correction.value == correction.expected:
        raise DataProblems([_same_value(correction)])
    named = replace(correction, id=name_correction(correction, [c.id for c in bench.corrections if c != earlier]))
    grounds = Grounds(
        schemas=bench.schemas,
        articles=bench.articles,
        vocabulary=load_vocabulary(),
        ledger=bench.ledger,
        version=bench.project.version,
    )
    is_taken_back = earlier is not None and earlier.action == "set" and earlier.expected == named.value
    tried = correct_records(bench.records, [named], grounds)
    # What the machine coded needs no words from the coder.
    if tried.problems and not is_taken_back:
        raise DataProblems(tried.problems)
    path = bench.path_of(correction.table_name)
    if earlier is not None and is_taken_back:
        remove_block(path, earlier.id)
    else:
        kept = replace(named, expected=earlier.expected) if earlier is not None else named
        write_block(path, kept, earlier.id if earlier is not None else None)
    after = bench.cells_of(tried.records, *correction.key)
    if is_taken_back and after is not None:
        after |= {named.column: named.value}
    return Decision(
        correction=named,
        before=before,
        after=after,
        path=f"build/corrections/{path.name}",
        records=tried.records,
        is_taken_back=is_taken_back,
    )


def current_value(bench: Workbench, table_name: str, row_id: str, column: str) -> str:
    """Return what stands in a cell of a finished row, empty where there is no such row."""
    return (bench.cells_of(bench.records, table_name, row_id) or {}).get(column, "")


def name_coder(project_root: Path) -> str | None:
    """Return the name of whoever codes: as the environment or git tells it, else the user's; None where none does."""
    told = os.environ.get(CODER_VARIABLE) or _ask_git(project_root)
    if told:
        return told
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return None


def _ask_git(folder: Path) -> str:
    try:
        return subprocess.check_output(["git", "config", "user.name"], cwd=folder, text=True).strip()
    except (OSError, subprocess.CalledProcessError):
        return ""


def _not_own(raw: Path) -> Problem:
    return Problem(
        severity="error",
        rule_id="corrections.not-own",
        where=raw.name,
        what="is not the project's own raw folder",
        expected="the folder beside the project's datapackage.json",
        todo="name it with --raw; rows of other texts have no corrections",
    )


def _built_anew() -> Problem:
    return Problem(
        severity="error",
        rule_id="corrections.built-anew",
        where="dist",
        what="was built anew since its rows were read here",
        expected="the finished rows that the decision is on",
        todo="give the command again",
    )


def _same_value(correction: Correction) -> Problem:
    return Problem(
        severity="error",
        rule_id="corrections.same-value",
        where=f"{correction.table_name} {correction.row_id}, column {correction.column}",
        what=f'"{correction.value}" is what stands there',
        expected="another value",
        todo="nothing is to be corrected; if it was corrected just now, build",
    )


def column_changes(decision: Decision) -> list[tuple[str, str, Any]]:
    """Return the filled cells of the row as column, old text and new text, the new one None where the row is gone."""
    after = decision.after
    return [
        (name, old, None if after is None else after[name])
        for name, old in decision.before.items()
        if old or (after is not None and after[name])
    ]


def articles_of(bench: Workbench, table_name: str, row_id: str) -> list[str]:
    """Return the articles that tell of a row, sorted; none where there is no such row."""
    records = bench.records
    match table_name:
        case "meetings":
            told = {link.article_id for link in records.meeting_articles if link.meeting_id == row_id}
        case "agreements":
            told = {link.article_id for link in records.agreement_articles if link.agreement_id == row_id}
        case "participants":
            of = {row.meeting_id for row in records.participants if row.participant_id == row_id}
            told = {link.article_id for link in records.meeting_articles if link.meeting_id in of}
        case "threats_mentioned":
            told = {row.article_id for row in records.threats_mentioned if row.threat_mention_id == row_id}
        case _:
            told = {row.article_id for row in records.articles if row.article_id == row_id}
    return sorted(told)
