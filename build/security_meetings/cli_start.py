"""The console script: says what to install where only the loader is, else starts the command line."""

from __future__ import annotations

import sys
from importlib.util import find_spec

WRONG_USAGE = 2
# What the extra "build" installs, as it is imported; the language model is a setting of its own.
LIBRARIES = (
    "edtf",
    "frictionless",
    "great_expectations",
    "jinja2",
    "openpyxl",
    "rapidfuzz",
    "rich",
    "spacy",
    "typer",
    "xlsxwriter",
    "yaml",
)


def main() -> None:
    """Run the command line, or end with wrong usage where libraries of the extra "build" are not installed."""
    missing = [name for name in LIBRARIES if find_spec(name) is None]
    if missing:
        print(
            f"security-meetings: only the loader is installed (missing: {', '.join(missing)})\n"
            'to build, check or explain tables: pip install "security-meetings[build]"\n'
            'in a checkout: make setup, or pip install ".[build]"\n'
            "to load tables in Python, nothing more is needed: import security_meetings; security_meetings.load()",
            file=sys.stderr,
        )
        raise SystemExit(WRONG_USAGE)
    from security_meetings.cli import main as run

    run()
