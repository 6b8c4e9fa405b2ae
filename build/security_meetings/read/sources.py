"""What is known of the texts from outside them: sources.csv, read with all its faults at once."""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from collections.abc import Collection, Iterator
from dataclasses import dataclass, fields
from pathlib import Path

from security_meetings.documents import Source
from security_meetings.edtf_bounds import is_valid_edtf
from security_meetings.problems import Problem, nearest_value
from security_meetings.read.encodings import decode_bytes
from security_meetings.read.files import NoPlainFileError, leads_outside, read_plain_file

FILE_NAME = "sources.csv"
COLUMNS = tuple(field.name for field in fields(Source))
_DAY_COLUMNS = ("published", "retrieved")
_URL = re.compile(r"https?://\S+")


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceTable:
    """The sources by article and what is wrong with the file."""

    sources: dict[str, Source]
    problems: tuple[Problem, ...] = ()
    is_present: bool = True


def read_sources(path: Path, article_ids: Collection[str], raw: Path | None = None) -> SourceTable:
    """Return the sources of a file, none where there is no file; its faults are collected.

    A link that leads out of the folder `raw`, by default that of the file, is not followed.
    """
    if leads_outside(path, raw or path.parent):
        told = "is a link that leads out of the raw folder"
        return _failed(_fault("outside-link", "", told, "a file of its own", "copy what it leads to in its place"))
    try:
        content = read_plain_file(path)
    except FileNotFoundError:
        return SourceTable(sources={}, is_present=False)
    except NoPlainFileError:
        return _failed(_fault("not-a-file", "", "is not a file", "a plain CSV file", "take it out"))
    except OSError as error:
        return _failed(_fault("unreadable", "", f"cannot be read ({error.strerror})", "a file", "make it readable"))
    text, fault = decode_bytes(content, where=FILE_NAME, rule_prefix="sources")
    if text is None:
        return _failed(*fault)
    reader = csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""), strict=True)
    try:
        rows = [(reader.line_num, row) for row in reader if any(cell.strip() for cell in row)]
    except csv.Error as error:
        return _failed(
            _fault("bad-csv", f"line {reader.line_num}", f"is not CSV ({error})", "RFC 4180", "correct the quotes")
        )
    if not rows:
        return SourceTable(sources={})
    header = [cell.strip() for cell in rows[0][1]]
    faults = [*_check_header(header)]
    if faults:
        return _failed(*faults)
    return _read_rows(header, rows[1:], article_ids)


def _failed(*problems: Problem) -> SourceTable:
    return SourceTable(sources={}, problems=problems)


def _fault(rule: str, place: str, what: str, expected: str, todo: str) -> Problem:
    where = f"{FILE_NAME}, {place}" if place else FILE_NAME
    return Problem(severity="error", rule_id=f"sources.{rule}", where=where, what=what, expected=expected, todo=todo)


def _check_header(header: list[str]) -> Iterator[Problem]:
    if len(header) == 1 and (";" in header[0] or "\t" in header[0]):
        yield _fault(
            "bad-separator", "line 1", "has one column only", "columns parted by commas", "save it as CSV with commas"
        )
        return
    for column in COLUMNS:
        if column not in header:
            expected = f"the columns {','.join(COLUMNS)}"
            yield _fault(
                "missing-column", "line 1", f'has no column "{column}"', expected, "add it, with empty cells if need be"
            )
    for number, column in enumerate(header, start=1):
        place = f"line 1, column {number}"
        if column not in COLUMNS:
            nearest = nearest_value(column, COLUMNS)
            expected = f'"{nearest}"' if nearest else f"one of {','.join(COLUMNS)}"
            yield _fault("unknown-column", place, f'the column "{column}" is unknown', expected, "rename or drop it")
        elif column in header[: number - 1]:
            yield _fault("repeated-column", place, f'the column "{column}" stands twice', "it once", "drop one")


def _read_rows(header: list[str], rows: list[tuple[int, list[str]]], article_ids: Collection[str]) -> SourceTable:
    sources: dict[str, Source] = {}
    lines: dict[str, int] = {}
    problems: list[Problem] = []
    for line, row in rows:
        if len(row) != len(header):
            problems.append(
                _fault(
                    "cell-count", f"line {line}", f"has {len(row)} cells", f"{len(header)}", "quote cells with commas"
                )
            )
            continue
        cells = {column: cell.strip() or None for column, cell in zip(header, row, strict=True)}
        article_id = unicodedata.normalize("NFC", cells.pop("article_id") or "")
        source = Source(article_id=article_id, **cells)
        faults = [*_check_article(article_id, line, lines, article_ids), *_check_cells(source, line)]
        problems.extend(faults)
        lines.setdefault(article_id, line)
        sources.setdefault(article_id, source)
    return SourceTable(sources=sources, problems=tuple(problems))


def _check_article(
    article_id: str, line: int, lines: dict[str, int], article_ids: Collection[str]
) -> Iterator[Problem]:
    place = f"line {line}, column article_id"
    if not article_id:
        yield _fault("missing-article", place, "is empty", "the name of a text without .txt", "fill it in")
    elif article_id in lines:
        told = f'the article "{article_id}" stands twice, first in line {lines[article_id]}'
        yield _fault("duplicate-article", place, told, "one row a text", "drop one of the rows")
    elif article_id not in article_ids:
        nearest = nearest_value(article_id, article_ids)
        expected = f'"{nearest}"' if nearest else "the name of a text in articles/ without .txt"
        todo = f"correct the row or add articles/{article_id}.txt"
        yield _fault("unknown-article", place, f'there is no text "{article_id}"', expected, todo)


def _check_cells(source: Source, line: int) -> Iterator[Problem]:
    for column in _DAY_COLUMNS:
        value = getattr(source, column)
        if value is not None and not is_valid_edtf(value):
            yield _fault(
                "bad-date",
                f"line {line}, column {column}",
                f'"{value}" is no date',
                "EDTF level 1, as 2019-09-13, 2019-09 or 2019-09-12/2019-09-14",
                "correct it, or leave it empty where it is not known",
            )
    if source.url is not None and not _URL.fullmatch(source.url):
        place = f"line {line}, column url"
        yield _fault("bad-url", place, f'"{source.url}" is no address', "http://… or https://…", "correct it")
