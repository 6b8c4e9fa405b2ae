"""Corrections written by a command: a block put into its file, replaced or taken out, everything else left as it is."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterable
from pathlib import Path

from security_meetings.corrections import Correction
from security_meetings.problems import DataProblems, Problem

_HEADER = re.compile(r"^[ \t]*\[\[\s*correction\s*\]\]", re.MULTILINE)


def format_block(correction: Correction) -> str:
    """Return the block of a correction of a cell or of a row withdrawn, as TOML."""
    lines = ["[[correction]]", f"id = {_quote(correction.id)}"]
    if correction.action != "set":
        lines.append(f"action = {_quote(correction.action)}")
    lines.append(f"row = {_quote(correction.row_id)}")
    if correction.action == "set":
        lines += [f"{name} = {_quote(getattr(correction, name))}" for name in ("column", "expected", "value")]
    lines += [f"reason = {_quote(correction.reason)}", f"who = {_quote(correction.who)}"]
    lines.append(f"when = {correction.when.isoformat()}")
    if correction.words is not None:
        lines += [f"article = {_quote(correction.article_id or '')}", f"words = {_quote(correction.words)}"]
        lines += [f"at = {correction.at}"] if correction.at is not None else []
    return "\n".join(lines) + "\n"


def _quote(text: str) -> str:
    # What JSON escapes TOML reads alike; it also forbids DEL.
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def write_block(path: Path, correction: Correction, replaces: str | None) -> None:
    """Write the block of a correction into its file, in the place of the one with the id `replaces` if given."""
    text = path.read_text(encoding="utf-8") if path.exists() else ""
    if replaces is None:
        parts = [text.rstrip("\n") + "\n" if text.strip() else "", format_block(correction)]
        try:
            _store(path, "\n".join(part for part in parts if part))
        except tomllib.TOMLDecodeError as error:
            raise DataProblems([_unclear(path, correction.id)]) from error
        return
    start, end = _find_block(path, text, replaces)
    tail = "\n" if text[end:] else ""
    _store(path, text[:start] + format_block(correction) + tail + text[end:])


def remove_block(path: Path, correction_id: str) -> None:
    """Take the block of a correction out of its file."""
    text = path.read_text(encoding="utf-8")
    start, end = _find_block(path, text, correction_id)
    _store(path, (text[:start].rstrip("\n") + "\n\n" + text[end:]).strip("\n") + "\n")


def _find_block(path: Path, text: str, correction_id: str) -> tuple[int, int]:
    blocks = tomllib.loads(text).get("correction", [])
    starts = [match.start() for match in _HEADER.finditer(text)]
    number = next(at for at, block in enumerate(blocks) if block.get("id") == correction_id)
    if len(starts) != len(blocks):
        raise DataProblems([_unclear(path, correction_id)])
    return starts[number], starts[number + 1] if number + 1 < len(starts) else len(text)


def _store(path: Path, text: str) -> None:
    tomllib.loads(text)
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f".security-meetings-{path.name}")
    draft.write_text(text, encoding="utf-8", newline="\n")
    draft.rename(path)


def name_correction(correction: Correction, taken: Iterable[str]) -> str:
    """Return an id for a correction that no other has: its day, its row and its column."""
    stem = f"{correction.when.isoformat()}-{correction.row_id}-{correction.column or 'withdrawn'}"
    stem = re.sub(r"\s+", "_", stem)
    used, name, count = set(taken), stem, 1
    while name in used:
        count += 1
        name = f"{stem}-{count}"
    return name


def _unclear(path: Path, correction_id: str) -> Problem:
    return Problem(
        severity="error",
        rule_id="corrections.unclear",
        where=f"build/corrections/{path.name}",
        what=f'where the block "{correction_id}" begins and ends, or would, is not clear',
        expected="each [[correction]] on a line of its own",
        todo="change the block by hand",
    )
