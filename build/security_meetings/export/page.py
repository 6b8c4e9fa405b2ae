"""The report as one page: self-contained, for a browser without a network, and for paper."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

TEMPLATE = "report.html.jinja"


def write_page(report: Mapping[str, Any], path: Path) -> None:
    """Write the page of a report."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters |= {"count": tell_count, "share": tell_share}
    path.write_text(environment.get_template(TEMPLATE).render(report=report), encoding="utf-8", newline="\n")


def tell_count(count: int, one: str, many: str = "") -> str:
    """Return a count with its noun: 1 row, 1,234 rows."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"


def tell_share(part: float, whole: float) -> str:
    """Return a share as a whole percentage, a dash where there is nothing to share."""
    return f"{int(100 * part / whole + 1e-9)} %" if whole else "–"
