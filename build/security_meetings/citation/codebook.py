"""The codebook: every table, column and code in words, as Markdown and as a page that needs no network."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from security_meetings.citation.apa import format_apa
from security_meetings.citation.files import DataFile
from security_meetings.citation.work import Work, one_line
from security_meetings.problems import DataProblems, Problem
from security_meetings.schemas import LIST_SEPARATOR, Column, TableSchema

TITLE_SUFFIX = ": codebook"
DEFINITION = "definition"
# Whether a code stands in the project's own lists says nothing of its meaning.
_LEFT_OUT = frozenset(("is_listed",))
_TYPES = {
    "string": "text",
    "integer": "whole number",
    "number": "number",
    "boolean": "true or false",
    "date": "date (YYYY-MM-DD)",
    "datetime": "moment (UTC)",
}
_LIMITS = {
    "minimum": "at least",
    "maximum": "at most",
    "minLength": "characters, at least",
    "maxLength": "characters, at most",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One line of the title page; `url` is where it leads, empty where nowhere."""

    label: str
    value: str
    url: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """What must hold of a column: words, and after them codes; `table` is the table that it refers to."""

    words: str
    codes: tuple[str, ...] = ()
    table: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnEntry:
    """One column as the codebook tells it."""

    name: str
    title: str
    type: str
    rules: tuple[Rule, ...]
    meaning: str
    example: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeList:
    """The codes of a code table: the columns told, and a row of cells a code."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TableEntry:
    """One table as the codebook tells it; `codes` is None where it is no code table."""

    name: str
    title: str
    description: str
    keys: tuple[Rule, ...]
    columns: tuple[ColumnEntry, ...]
    files: tuple[str, ...]
    codes: CodeList | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Codebook:
    """All that the codebook tells, in the order in which it tells it."""

    title: str
    paragraphs: tuple[str, ...]
    facts: tuple[Fact, ...]
    citation: str
    tables: tuple[TableEntry, ...]


def compile_codebook(
    work: Work, files: tuple[DataFile, ...], schemas: Mapping[str, TableSchema], folder: Path
) -> Codebook:
    """Return the codebook; the codes are those of the code tables that lie in the folder.

    A code table is one that defines what it lists. Raises DataProblems where such a table cannot be read.
    """
    problems: list[Problem] = []
    tables = tuple(_tell_table(schema, files, folder, problems) for schema in schemas.values())
    if problems:
        raise DataProblems(problems)
    return Codebook(
        title=f"{work.title}{TITLE_SUFFIX}",
        paragraphs=work.paragraphs,
        facts=tuple(list_facts(work)),
        citation=format_apa(work),
        tables=tables,
    )


def list_facts(work: Work) -> Iterator[Fact]:
    """Yield what the title page says of the work; what is not known is left out."""
    yield Fact(label="Version", value=work.version)
    if work.released:
        yield Fact(label="Released", value=work.released.isoformat())
    yield Fact(label="Creators", value="; ".join(creator.name for creator in work.creators))
    if work.doi:
        yield Fact(label="DOI", value=work.doi, url=work.doi_url)
    if work.homepage:
        yield Fact(label="Homepage", value=work.homepage, url=work.homepage)
    yield Fact(label="Licence", value=work.licence.name, url=work.licence.url)
    yield Fact(label="Rights", value=work.rights)


def _tell_table(schema: TableSchema, files: tuple[DataFile, ...], folder: Path, problems: list[Problem]) -> TableEntry:
    own = [file for file in files if file.table == schema.name]
    return TableEntry(
        name=schema.name,
        title=one_line(schema.title),
        description=one_line(schema.description),
        keys=tuple(_tell_keys(schema)),
        columns=tuple(_tell_column(column, schema) for column in schema.columns),
        files=tuple(file.path for file in own),
        codes=_read_codes(schema, own, folder, problems) if DEFINITION in schema.column_names else None,
    )


def _tell_keys(schema: TableSchema) -> Iterator[Rule]:
    yield Rule(words="Key", codes=schema.primary_key)
    yield from (Rule(words="Unique together", codes=key) for key in schema.unique_keys)


def _tell_column(column: Column, schema: TableSchema) -> ColumnEntry:
    kind = _TYPES[column.type]
    return ColumnEntry(
        name=column.name,
        title=one_line(column.title),
        type=f"{kind}, several joined with {LIST_SEPARATOR}" if column.is_list else kind,
        rules=tuple(_tell_rules(column, schema)),
        meaning=one_line(column.description),
        example=_tell_example(column.example),
    )


def _tell_rules(column: Column, schema: TableSchema) -> Iterator[Rule]:
    if column.is_required:
        yield Rule(words="never empty")
    if column.constraints.get("unique"):
        yield Rule(words="unique")
    if enum := column.constraints.get("enum"):
        yield Rule(words="one of", codes=tuple(one_line(value) for value in enum))
    if pattern := column.constraints.get("pattern"):
        yield Rule(words="matches", codes=(one_line(pattern),))
    for name, words in _LIMITS.items():
        if name in column.constraints:
            yield Rule(words=f"{words} {column.constraints[name]}")
    for key in schema.foreign_keys:
        if column.name in key.columns:
            target = key.table_columns[key.columns.index(column.name)]
            yield Rule(words="refers to", codes=(f"{key.table}.{target}",), table=key.table)
    if column.is_derived:
        yield Rule(words="computed from other columns")


def _tell_example(example: Any) -> str:
    return str(example).lower() if isinstance(example, bool) else one_line(example)


def _read_codes(schema: TableSchema, own: list[DataFile], folder: Path, problems: list[Problem]) -> CodeList | None:
    path = next((file.path for file in own if file.format == "csv"), f"csv/{schema.name}.csv")
    try:
        with (folder / path).open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file, strict=True))
    except (OSError, csv.Error, UnicodeDecodeError) as error:
        problems.append(_unreadable(path, str(error) if not isinstance(error, OSError) else str(error.strerror)))
        return None
    kept = [column for column in schema.columns if column.name not in _LEFT_OUT]
    cells = tuple(tuple(_tell_cell(row.get(column.name) or "", column) for column in kept) for row in rows)
    filled = [index for index in range(len(kept)) if any(row[index] for row in cells)]
    return CodeList(
        columns=tuple(one_line(kept[index].title) for index in filled),
        rows=tuple(tuple(row[index] for index in filled) for row in cells),
    )


def _tell_cell(cell: str, column: Column) -> str:
    return one_line(cell.replace(LIST_SEPARATOR, f"{LIST_SEPARATOR} ") if column.is_list else cell)


def _unreadable(path: str, told: str) -> Problem:
    return Problem(
        severity="error",
        rule_id="citation.codes",
        where=path,
        what=f"cannot be read ({told})",
        expected="the code table in CSV, whose definitions the codebook tells",
        todo="name the folder that holds the tables",
    )
