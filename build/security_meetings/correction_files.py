"""Corrections as files: `build/corrections/<table>.toml`, one block `[[correction]]` a decision."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any, cast

from security_meetings.cells import BadCell, format_cell, parse_cell
from security_meetings.corrections import (
    ACTIONS,
    CORRECTED_TABLES,
    GIVEN_TABLES,
    Action,
    Correction,
    addable_columns,
    correctable_columns,
)
from security_meetings.problems import DataProblems, Problem, nearest_value
from security_meetings.schemas import TableSchema

BLOCK = "correction"
NEEDED = ("id", "row", "reason", "who", "when")
OF_ACTION: Mapping[str, tuple[str, ...]] = {
    "set": ("column", "expected", "value"),
    "add": ("values", "article", "words"),
    "withdraw": (),
}
KEYS = ("id", "action", "row", "column", "expected", "value", "values", "article", "words", "at", *NEEDED[2:])
_HEADER = re.compile(r"^[ \t]*\[\[\s*correction\s*\]\]", re.MULTILINE)
_TABLE = {"value", "expected"}

Block = Mapping[str, Any]


def read_corrections(folder: Path, schemas: Mapping[str, TableSchema]) -> tuple[Correction, ...]:
    """Return the corrections of a folder by table and place; raises DataProblems with the faults of all its files."""
    problems: list[Problem] = []
    found: dict[str, Correction] = {}
    cells: dict[tuple[str, ...], str] = {}
    for path in sorted(folder.glob("*.toml")):
        if path.stem not in CORRECTED_TABLES:
            problems.append(_no_table(path, schemas))
            continue
        for line, block in _read_blocks(path, problems):
            place = f"build/corrections/{path.name}, line {line}"
            faults = list(_find_faults(place, block, schemas[path.stem]))
            if not faults:
                correction = _build(path.stem, block, place)
                cell = (*correction.key, correction.column)
                if correction.id in found:
                    faults.append(_fault(place, f'"{correction.id}" is the id of two corrections', "each id once"))
                elif cell in cells:
                    told = f"{correction.column or 'the row'} of {correction.row_id} is corrected twice"
                    faults.append(_fault(place, told, f'one correction; "{cells[cell]}" is the other'))
                found.setdefault(correction.id, correction)
                cells.setdefault(cell, correction.id)
            problems.extend(faults)
    if problems:
        raise DataProblems(problems)
    return tuple(found.values())


def _read_blocks(path: Path, problems: list[Problem]) -> Iterator[tuple[int, Block]]:
    place = f"build/corrections/{path.name}"
    try:
        text = path.read_text(encoding="utf-8")
        content = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        problems.append(_fault(place, f"is no TOML: {error}", f"blocks of [[{BLOCK}]]"))
        return
    blocks = content.pop(BLOCK, [])
    for key in content:
        problems.append(_fault(place, f'"{key}" is not known', f"blocks of [[{BLOCK}]]"))
    if not isinstance(blocks, list) or not all(isinstance(block, dict) for block in blocks):
        problems.append(_fault(place, f'"{BLOCK}" is no list of blocks', f"blocks of [[{BLOCK}]]"))
        return
    lines = [text.count("\n", 0, match.end()) + 1 for match in _HEADER.finditer(text)]
    for number, block in enumerate(blocks):
        yield lines[number] if number < len(lines) else 1, block


def _find_faults(place: str, block: Block, schema: TableSchema) -> Iterator[Problem]:
    action = block.get("action", "set")
    if action not in ACTIONS:
        near = nearest_value(str(action), ACTIONS)
        yield _fault(place, f'"{action}" is no action', f'"{near}"' if near else ", ".join(ACTIONS))
        return
    if schema.name in GIVEN_TABLES and action != "set":
        yield _fault(place, f"a row of {schema.name} cannot be changed by {action}", "a text put into, or out of, raw/")
    allowed = {*NEEDED, *OF_ACTION[action], "action", *(("article", "words", "at") if action == "set" else ("at",))}
    for key in sorted(set(block) - allowed):
        near = nearest_value(key, allowed)
        yield _fault(place, f'"{key}" is no key here', f'"{near}"' if near else ", ".join(sorted(allowed)))
    for key in (*NEEDED, *OF_ACTION[action]):
        if block.get(key) in (None, {}) or (block[key] == "" and key not in _TABLE):
            yield _fault(
                place, f'"{key}" is missing', f'"{key}"' + (", empty text for no value" if key in _TABLE else "")
            )
    yield from _find_wrong_types(place, block)
    yield from _find_bad_cells(place, block, action, schema)


def _find_wrong_types(place: str, block: Block) -> Iterator[Problem]:
    if re.search(r"\s", str(block.get("id", ""))):
        yield _fault(place, f'"{block["id"]}" is no id', "an id without spaces")
    if type(block.get("when", date.min)) is not date:
        yield _fault(place, f'"{block["when"]}" in "when" is no day', "a day without quotes, such as 2026-11-05")
    if not isinstance(block.get("at", 0), int):
        yield _fault(place, f'"{block["at"]}" in "at" is no number', "the offset of the first of the words")
    if not isinstance(block.get("values", {}), dict):
        yield _fault(place, '"values" is no table', "a table [correction.values], one line a column")
    if isinstance(block.get("expected", ""), dict | list):
        yield _fault(
            place, f'"{block["expected"]}" in "expected" is no single value', 'members of a list joined with ";"'
        )
    for key in ("id", "row", "column", "reason", "who", "article", "words"):
        if not isinstance(block.get(key, ""), str):
            yield _fault(place, f'"{block[key]}" in "{key}" is no text', "a text in quotes")


def _find_bad_cells(place: str, block: Block, action: Action, schema: TableSchema) -> Iterator[Problem]:
    if action == "add":
        columns, values = addable_columns(schema), block.get("values", {})
        cells = values if isinstance(values, dict) else {}
        for column in schema.columns:
            if column.is_required and column.name in columns and column.name not in cells:
                yield _fault(place, f'"values" has no "{column.name}"', f'"{column.name}", as every row needs it')
    else:
        columns = correctable_columns(schema)
        cells = {block["column"]: block.get("value", "")} if isinstance(block.get("column"), str) else {}
    for name, value in cells.items():
        if name not in columns:
            yield _fault(place, f'"{name}" cannot be given', tell_columns(name, schema, columns))
        elif isinstance(value, dict | list):
            yield _fault(place, f'"{value}" in "{name}" is no single value', 'members of a list joined with ";"')
        else:
            try:
                parse_cell(format_cell(value), schema.column(name))
            except BadCell as bad:
                yield _fault(place, f'"{format_cell(value)}" is no {name}', str(bad))


def tell_columns(name: str, schema: TableSchema, columns: tuple[str, ...]) -> str:
    """Return what was expected instead of a column that cannot be corrected."""
    near = nearest_value(name, columns)
    if name in schema.column_names:
        return f"one of {', '.join(columns)}; {name} follows from others or makes the row what it is"
    return f'"{near}"' if near else f"one of {', '.join(columns)}"


def _build(table_name: str, block: Block, place: str) -> Correction:
    return Correction(
        id=block["id"],
        table_name=table_name,
        row_id=block["row"],
        action=cast(Action, block.get("action", "set")),
        reason=" ".join(block["reason"].split()),
        who=block["who"],
        when=block["when"],
        column=block.get("column", ""),
        expected=format_cell(block.get("expected", "")),
        value=format_cell(block.get("value", "")),
        values={name: format_cell(value) for name, value in block.get("values", {}).items()},
        article_id=block.get("article"),
        words=block.get("words"),
        at=block.get("at"),
        place=place,
    )


def _no_table(path: Path, schemas: Mapping[str, TableSchema]) -> Problem:
    near = nearest_value(path.stem, CORRECTED_TABLES)
    what = f'"{path.stem}" is a table of codes' if path.stem in schemas else f'"{path.stem}" is no table'
    names = ", ".join(f"{name}.toml" for name in CORRECTED_TABLES)
    problem = _fault(f"build/corrections/{path.name}", what, f'"{near}.toml"' if near else names)
    return problem


def _fault(place: str, what: str, expected: str) -> Problem:
    return Problem(
        severity="error",
        rule_id="corrections.unusable",
        where=place,
        what=what,
        expected=expected,
        todo="correct the block",
    )
