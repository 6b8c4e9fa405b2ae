"""Every check again, on finished files."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from security_meetings.background import read_own_rules
from security_meetings.export import find_descriptor, recover_swap
from security_meetings.locations import package_descriptor
from security_meetings.problems import Problem
from security_meetings.project import find_project
from security_meetings.read import read_raw_folder
from security_meetings.schemas import load_schemas
from security_meetings.vocabulary_checks import load_sound_vocabulary
from security_meetings.watchers import Watcher

if TYPE_CHECKING:
    import pyarrow as pa

    from security_meetings.check import Engine


def check_finished(dist: Path, raw: Path, watcher: Watcher, engine: Engine | None = None) -> tuple[Problem, ...]:
    """Return what is wrong with finished files; quotes are compared with the texts that the raw folder holds.

    `engine` checks structure and keys; by default it is chosen by the count of rows.
    """
    from security_meetings.check import (
        check_parity,
        check_structure,
        check_tables,
        find_stale,
        know_places,
    )

    recover_swap(dist, watcher.tell)
    schemas = load_schemas()
    project = find_project(raw, find_descriptor(raw, package_descriptor()))
    rules = read_own_rules(schemas, project) if project is not None else None
    watcher.begin("check", None)
    tables = {name: table for name in schemas if (table := _read_table(dist, name)) is not None}
    if len(tables) < len(schemas):
        return (*check_structure(dist, engine), *check_parity(dist, schemas))
    raw_texts = {article.article_id: article.raw_text for article in read_raw_folder(raw, skip_bad=True).articles}
    found = check_tables(
        tables,
        schemas,
        raw_texts,
        folder=dist,
        places=know_places(load_sound_vocabulary()),
        rules=rules,
        engine=engine,
    )
    stale = find_stale(found, rules) if rules is not None else ()
    return (*found, *stale, *_check_texts(tables, raw_texts))


def _read_table(dist: Path, name: str) -> pa.Table | None:
    """Return a finished table, None where its file is missing or broken, which the comparison with CSV reports."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        return pq.read_table(dist / "parquet" / f"{name}.parquet")
    except (FileNotFoundError, pa.ArrowException, UnicodeDecodeError):
        return None


def _check_texts(tables: Mapping[str, pa.Table], raw_texts: Mapping[str, str]) -> Iterator[Problem]:
    for article_id in tables["articles"].column("article_id").to_pylist():
        if article_id not in raw_texts:
            yield Problem(
                severity="notice",
                rule_id="finished.no-raw-text",
                where=f"articles {article_id}",
                what="its text is not in the raw folder, so its quotes were not compared",
                expected=f"articles/{article_id}.txt",
                todo="name the raw folder with --raw",
            )
