"""Evaluation: what the coder makes of coded texts, against what a careful coder made of them.

A gold folder holds `texts/*.txt` and, under the same stem, `coded/*.yaml` (or `gold/*.yaml`) in the form of the
project's own `tests/gold`.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Collection, Mapping
from dataclasses import replace
from pathlib import Path
from shutil import copytree
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from security_meetings.accuracy import record_accuracy
from security_meetings.annotate import MODEL_PARTS
from security_meetings.export.csv_files import write_csv
from security_meetings.export.package import write_json
from security_meetings.knowledge import REGISTER
from security_meetings.pipeline import BuildOptions, run_stages, start_build
from security_meetings.problems import DataProblems, Problem
from security_meetings.scoring import Evaluation, Gold, score_records
from security_meetings.watchers import Watcher

if TYPE_CHECKING:
    import pyarrow as pa

CODED_FOLDERS = ("coded", "gold")
# The coder as a whole rests on none of these alone.
PARTS = (*MODEL_PARTS, REGISTER)


def evaluate_folder(
    folder: Path, model_name: str, watcher: Watcher, scorer: Path | None = None, without: Collection[str] = ()
) -> Evaluation:
    """Return how the coder does on the texts of a gold folder, and what another scorer says of the same tables.

    `without` names parts of the coder that are left out (PARTS). Raises DataProblems where the folder lacks texts or
    codings.
    """
    codings = find_codings(folder)
    with TemporaryDirectory(prefix="security-meetings-") as place:
        raw = Path(place) / "raw"
        copytree(folder / "texts", raw / "articles")
        options = BuildOptions(raw=raw, dist=Path(place) / "dist", model_name=model_name, without=frozenset(without))
        finished = run_stages(start_build(options, watcher, writes_dist=False), until="tabulate")
        remarks: tuple[str, ...] = ()
        if scorer is not None:
            remarks = run_scorer(scorer, codings, write_tables(finished.tables, Path(place) / "csv"))
    return replace(score_records(folder.name, read_gold(codings), finished.records), remarks=remarks)


def evaluate_without(folder: Path, model_name: str, watcher: Watcher) -> dict[str, Evaluation]:
    """Return how the coder does on a gold folder without each of its PARTS: what a part earns is what is lost."""
    return {part: evaluate_folder(folder, model_name, watcher, without=[part]) for part in PARTS}


def record_evaluation(evaluation: Evaluation, folder: Path, model_name: str, path: Path) -> None:
    """Write the figures of an evaluation, and what they were measured with, for the report of the next build."""
    write_json(record_accuracy(evaluation, folder, model_name), path)


def run_scorer(scorer: Path, codings: Path, tables: Path) -> tuple[str, ...]:
    """Return the lines that a script prints of codings and tables, or why it says nothing."""
    if not scorer.is_file():
        return (f"{scorer}: skipped, there is no such file",)
    command = [sys.executable, str(scorer), str(codings), str(tables)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as process:
        output, _ = process.communicate()
    return (f"{scorer}:", *output.splitlines())


def write_tables(tables: Mapping[str, pa.Table], folder: Path) -> Path:
    """Write tables as CSV into a new folder and return it."""
    folder.mkdir()
    for name, table in tables.items():
        write_csv(table, folder / f"{name}.csv")
    return folder


def find_codings(folder: Path) -> Path:
    """Return the folder of the codings of a gold folder."""
    found = [folder / name for name in CODED_FOLDERS if any((folder / name).glob("*.yaml"))]
    if found and any((folder / "texts").glob("*.txt")):
        return found[0]
    problem = Problem(
        severity="error",
        rule_id="evaluate.no-gold",
        where=str(folder),
        what="there are no coded texts",
        expected=f"texts/*.txt and {' or '.join(f'{name}/*.yaml' for name in CODED_FOLDERS)}",
        todo="name a gold folder with --gold",
    )
    raise DataProblems([problem])


def read_gold(folder: Path) -> Gold:
    """Return the codings of a folder by article id."""
    import yaml

    return {path.stem: yaml.safe_load(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.yaml"))}
