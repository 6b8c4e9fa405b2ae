"""Stage export: all files of a build, written into one folder."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from security_meetings.export.csv_files import write_csv
from security_meetings.export.package import DESCRIPTOR, NEUTRAL_TITLE, describe_package, write_json
from security_meetings.export.page import write_page
from security_meetings.export.parquet_files import write_parquet
from security_meetings.export.report import Background, describe_merges, report_build, write_issues
from security_meetings.problems import Problem
from security_meetings.results import Merge
from security_meetings.schemas import TableSchema

if TYPE_CHECKING:
    import pyarrow as pa

REPORT = "report.json"
PAGE = "report.html"
ISSUES = "issues.csv"
MERGES = "merges.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Export:
    """Everything that goes into the files: tables, their shapes as loaded and as declared, what was noticed.

    `background` is what belongs to our own data.
    """

    tables: Mapping[str, pa.Table]
    schemas: Mapping[str, TableSchema]
    descriptors: Mapping[str, Any]
    merges: Iterable[Merge]
    problems: Iterable[Problem]
    own_text: Mapping[str, Any] | None
    version: str
    model_name: str
    background: Background = field(default_factory=Background)


def write_tables(export: Export, folder: Path) -> None:
    """Write csv/, parquet/ and their datapackage.json into an empty folder."""
    for name in ("csv", "parquet"):
        (folder / name).mkdir()
    for name, table in export.tables.items():
        write_csv(table, folder / "csv" / f"{name}.csv")
        write_parquet(table, folder / "parquet" / f"{name}.parquet")
    package = describe_package(folder, export.tables, export.schemas, export.descriptors, export.own_text)
    write_json(package, folder / DESCRIPTOR)


def write_files(export: Export, folder: Path) -> None:
    """Write the tables, and report.json, report.html, issues.csv and merges.json beside them, into an empty folder."""
    write_tables(export, folder)
    problems = tuple(export.problems)
    own_text = export.own_text or {}
    versions = {
        "title": str(own_text.get("title", NEUTRAL_TITLE)),
        "data_version": str(own_text.get("version", "")),
        "pipeline_version": export.version,
        "model": export.model_name,
    }
    report = report_build(export.tables, export.schemas, problems, versions, export.background)
    write_json(report, folder / REPORT)
    write_page(report, folder / PAGE)
    write_issues(problems, folder / ISSUES)
    write_json(describe_merges(export.merges), folder / MERGES)
