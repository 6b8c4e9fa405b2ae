"""Write the expected tables of the golden texts anew."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from security_meetings.export.csv_files import write_csv
from security_meetings.pipeline import BuildOptions, SilentWatcher, run_stages, start_build

GOLDEN = Path(__file__).parent
TABLES = (
    "articles",
    "meetings",
    "participants",
    "agreements",
    "threats_mentioned",
    "meeting_articles",
    "agreement_articles",
    "evidence",
)


def write_tables(folder: Path) -> Iterator[Path]:
    """Build the golden texts and write their core tables into a folder; yields each file written."""
    options = BuildOptions(raw=GOLDEN / "raw", dist=folder)
    finished = run_stages(start_build(options, SilentWatcher(), writes_dist=False), until="tabulate")
    for name in TABLES:
        path = folder / f"{name}.csv"
        write_csv(finished.tables[name], path)
        yield path


if __name__ == "__main__":
    for written in write_tables(GOLDEN / "expected"):
        print(written)
