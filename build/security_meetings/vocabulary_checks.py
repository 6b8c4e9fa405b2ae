"""Faults of the vocabulary, all of them together: codes twice, words claimed twice, dangling codes, wrong order."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from security_meetings.edtf_bounds import is_valid_edtf
from security_meetings.problems import DataProblems, Problem, has_errors, nearest_value
from security_meetings.vocabularies import Vocabulary, find_unreadable, load_vocabulary
from security_meetings.vocabulary_codebooks import check_codebooks
from security_meetings.vocabulary_faults import fault, show
from security_meetings.vocabulary_rules import GAZETTEERS, STATUSES, GazetteerRule, Link

Row = Mapping[str, str]
BOOLEANS = ("true", "false")
BOOLEAN_BEGINNINGS = ("is_", "has_", "needs_")
LIST_MARK = ";"
WHOLE, DEGREES = re.compile(r"[0-9]{1,9}"), re.compile(r"-?[0-9]{1,3}(\.[0-9]{1,9})?")
DATES = ("start_edtf", "end_edtf")
NUMBERS = {"cow_code": WHOLE, "gw_code": WHOLE, "population": WHOLE, "latitude": DEGREES, "longitude": DEGREES}


def check_vocabulary(vocabulary: Vocabulary) -> list[Problem]:
    """Return all faults of a vocabulary in the order of their files and lines; a file that lacks is one of them."""
    problems: list[Problem] = []
    for name in sorted({*GAZETTEERS, *vocabulary.gazetteers}):
        problems += check_gazetteer(name, vocabulary)
    return problems + check_codebooks(vocabulary)


def load_sound_vocabulary() -> Vocabulary:
    """Return the project's own vocabulary; raises DataProblems where its files have faults."""
    vocabulary = load_vocabulary()
    problems = check_vocabulary(vocabulary)
    if has_errors(problems):
        raise DataProblems(problems)
    return vocabulary


def check_readable(folder: Path) -> list[Problem]:
    """Return a problem for each vocabulary file of a folder that cannot be read at all, such as a code block twice."""
    return find_unreadable(folder)


def check_gazetteer(name: str, vocabulary: Vocabulary) -> list[Problem]:
    """Return the faults of one gazetteer; of a file without a rule, only those that any list can have."""
    place = f"gazetteer/{name}.csv"
    rule = GAZETTEERS.get(name)
    rows = vocabulary.gazetteers.get(name)
    if rows is None:
        return [fault("missing-file", place, "the file is missing", "a file with this name", f"add {place}")]
    if not rows:
        return [fault("empty-file", place, "has no rows", "at least one row", f"fill {place}", severity="warning")]
    ragged = list(_find_ragged(place, rows))
    if ragged:
        return ragged
    if rule is None:
        columns = tuple(column for column in rows[0] if column.startswith(BOOLEAN_BEGINNINGS))
        return [*_find_wrong_booleans(place, rows, columns), *_find_repeated(place, rows, tuple(rows[0]))]
    missing = list(_find_missing_columns(place, rows[0], rule))
    if missing:
        return missing
    problems = [*_find_cell_faults(place, rows, rule), *_find_repeated(place, rows, rule.key)]
    problems += _find_disorder(place, rows, rule.order)
    for link in rule.links:
        problems += _find_dangling(place, rows, link, vocabulary)
    problems += [*_find_shared_names(place, rows, rule), *_find_nameless(place, rows, rule, vocabulary)]
    problems += _find_wrong_parents(place, rows) if "parent_id" in rule.columns else []
    return problems + (list(_find_plover_faults(place, rows)) if name == "plover" else [])


def _at(place: str, index: int, column: str = "") -> str:
    """Return file and line of a row, and its column; the header is line 1."""
    return f"{place}, line {index + 2}" + (f", column {column}" if column else "")


def _find_ragged(place: str, rows: Sequence[Row]) -> Iterator[Problem]:
    for index, row in enumerate(rows):
        cells: Mapping[Any, Any] = row
        if None in cells or None in cells.values():
            yield fault(
                "ragged-row", _at(place, index), "has more or fewer cells than the header", "one cell a column",
                "quote a cell that holds a comma, or add the commas of empty cells",
            )  # fmt: skip


def _find_missing_columns(place: str, row: Row, rule: GazetteerRule) -> Iterator[Problem]:
    for column in rule.columns:
        if column not in row:
            near = nearest_value(column, set(row) - set(rule.columns))
            what = f'the column "{column}" is missing' + (f', there is "{near}"' if near else "")
            yield fault(
                "missing-column", f"{place}, line 1", what, f'"{column}" in the header', f"mend the header of {place}"
            )


def _find_cell_faults(place: str, rows: Sequence[Row], rule: GazetteerRule) -> Iterator[Problem]:
    for index, row in enumerate(rows):
        for column in rule.filled:
            if not row[column]:
                yield fault("empty-cell", _at(place, index, column), "is empty", "a value", f"fill the cell in {place}")
        for column, cell in row.items():
            if cell != " ".join(cell.split()):
                yield fault(
                    "stray-space", _at(place, index, column), f'"{cell}" has stray white space',
                    show(" ".join(cell.split())), f"mend the cell in {place}",
                )  # fmt: skip
        if LIST_MARK in row.get("name", ""):
            what = f"{show(row['name'])} holds {show(LIST_MARK)}, which parts names"
            yield fault("list-mark-in-name", _at(place, index, "name"), what, "one name a row", f"part it in {place}")
        for column, valid in rule.values:
            if row[column] and row[column] not in valid:
                yield _invalid(
                    "invalid-value", _at(place, index, column), row[column], valid, f"mend the cell in {place}"
                )
    yield from _find_wrong_booleans(place, rows, rule.booleans)
    yield from _find_wrong_texts(place, rows, rule)
    for column, number in NUMBERS.items():
        for index, row in enumerate(rows if column in rule.columns else ()):
            if row[column] and number.fullmatch(row[column]) is None:
                where, what = _at(place, index, column), f'"{row[column]}" is no number'
                yield fault(
                    "wrong-number",
                    where,
                    what,
                    "digits, such as 38" if number is WHOLE else "degrees, such as 38.5",
                    f"mend the cell in {place}",
                )


def _find_wrong_texts(place: str, rows: Sequence[Row], rule: GazetteerRule) -> Iterator[Problem]:
    for index, row in enumerate(rows):
        for column in DATES:
            if row.get(column) and not is_valid_edtf(row[column]):
                where, what = _at(place, index, column), f"{show(row[column])} is no date"
                yield fault("wrong-date", where, what, "EDTF, such as 2019-09 or 2019", f"mend the cell in {place}")
        if "name" in rule.filled and row["name"] and not any(letter.isalnum() for letter in row["name"]):
            where, what = _at(place, index, "name"), f"{show(row['name'])} holds no letter"
            yield fault("wrong-name", where, what, "a name", f"mend the cell in {place}")


def _find_wrong_booleans(place: str, rows: Sequence[Row], columns: Iterable[str]) -> Iterator[Problem]:
    for column in columns:
        for index, row in enumerate(rows):
            if row[column] not in BOOLEANS:
                where = _at(place, index, column)
                yield _invalid("wrong-boolean", where, row[column], BOOLEANS, f'write "true" or "false" in {place}')


def _invalid(rule_id: str, where: str, value: str, valid: Iterable[str], todo: str) -> Problem:
    return fault(rule_id, where, f'"{value}" is no valid value', expected_value(value, valid), todo)


def expected_value(value: str, valid: Iterable[str]) -> str:
    """Return what was expected in the place of a value: the nearest valid one, else all of them where they are few."""
    values = sorted(set(valid))
    near = nearest_value(value, values)
    if near is not None:
        return show(near)
    return "one of " + ", ".join(map(show, values)) if 0 < len(values) <= 10 else "a known code"


def _cells(row: Row, columns: Iterable[str]) -> tuple[str, ...]:
    return tuple(row[column] for column in columns)


def _find_repeated(place: str, rows: Sequence[Row], key: tuple[str, ...]) -> Iterator[Problem]:
    first: dict[tuple[str, ...], int] = {}
    for index, row in enumerate(rows):
        cells = _cells(row, key)
        if cells in first:
            what = f'"{", ".join(cells)}" stands here again, first in line {first[cells] + 2}'
            yield fault(
                "code-twice", _at(place, index), what, f"each {' and '.join(key)} once", f"drop one row of {place}"
            )
        first.setdefault(cells, index)


def _find_disorder(place: str, rows: Sequence[Row], order: tuple[str, ...]) -> Iterator[Problem]:
    if not order:
        return
    for index, row in enumerate(rows[1:], start=1):
        here, before = _cells(row, order), _cells(rows[index - 1], order)
        if here < before:
            what = f'"{", ".join(here)}" stands after "{", ".join(before)}"'
            yield fault("out-of-order", _at(place, index), what, f"rows sorted by {', '.join(order)}", f"sort {place}")


def _find_dangling(place: str, rows: Sequence[Row], link: Link, vocabulary: Vocabulary) -> Iterator[Problem]:
    target, known = _known_codes(link, vocabulary)
    if known is None:
        return
    for index, row in enumerate(rows):
        cells = _cells(row, link.columns)
        if not all(cells):
            continue
        for code in [(part,) for part in cells[0].split(link.list_mark)] if link.list_mark else [cells]:
            if code not in known:
                where = _at(place, index, link.columns[0])
                what = f"{show(', '.join(code))} does not stand in {target}"
                todo = f"mend the cell in {place} or add the code to {target}"
                yield fault("dangling-code", where, what, _nearest_code(code, known), todo)


def _known_codes(link: Link, vocabulary: Vocabulary) -> tuple[str, set[tuple[str, ...]] | None]:
    """Return the file a link leads to and its codes; None where that is faulty, which is told there."""
    if link.is_codebook:
        book = vocabulary.codebooks.get(link.target)
        return f"codebook/{link.target}.toml", {(code,) for code in book} if book else None
    target = f"gazetteer/{link.target}.csv"
    rows = vocabulary.gazetteers.get(link.target) or ()
    if not rows or any(row.get(column) is None for row in rows for column in link.target_columns):
        return target, None
    return target, {_cells(row, link.target_columns) for row in rows}


def _nearest_code(code: tuple[str, ...], known: Iterable[tuple[str, ...]]) -> str:
    joined = {", ".join(cells) for cells in known}
    same_first = {", ".join(cells) for cells in known if len(cells) > 1 and cells[0] == code[0]}
    return expected_value(", ".join(code), same_first or joined)


def _find_shared_names(place: str, rows: Sequence[Row], rule: GazetteerRule) -> Iterator[Problem]:
    """Yield each name that a second code claims, unless one of the rows is marked as ambiguous."""
    if not rule.code:
        return
    holders: dict[str, list[int]] = defaultdict(list)
    for index, row in enumerate(rows):
        if row.get("is_ambiguous") != "true":
            holders[row["name"].casefold()].append(index)
    for indexes in holders.values():
        first = _cells(rows[indexes[0]], rule.code)
        for index in indexes[1:]:
            here = _cells(rows[index], rule.code)
            if here != first:
                what = f'"{rows[index]["name"]}" is claimed by "{", ".join(here)}" and, in line {indexes[0] + 2}, '
                marked = " or mark the rarer as ambiguous" if "is_ambiguous" in rule.columns else ""
                yield fault(
                    "name-claimed-twice", _at(place, index, "name"), what + f'by "{", ".join(first)}"',
                    "one code a name", f"drop one row of {place}{marked}",
                )  # fmt: skip


def _find_nameless(place: str, rows: Sequence[Row], rule: GazetteerRule, vocabulary: Vocabulary) -> Iterator[Problem]:
    named = vocabulary.gazetteers.get(rule.named_by or "") or ()
    if not named or any(row.get(column) is None for row in named for column in rule.key):
        return
    codes = {_cells(row, rule.key) for row in named}
    for index, row in enumerate(rows):
        if _cells(row, rule.key) not in codes:
            names_file = f"gazetteer/{rule.named_by}.csv"
            what = f'"{", ".join(_cells(row, rule.key))}" has no row in {names_file}'
            yield fault(
                "code-without-name", _at(place, index), what, "at least one name", f"add its names to {names_file}"
            )


def _find_wrong_parents(place: str, rows: Sequence[Row]) -> Iterator[Problem]:
    parents = {row["organization_id"]: row["parent_id"] for row in rows}
    for index, row in enumerate(rows):
        where, parent = _at(place, index, "parent_id"), row["parent_id"]
        if (row["kind"] == "body_of") != bool(parent):
            what = f'the kind "{row["kind"]}" goes with the parent "{parent}"'
            yield fault("wrong-parent", where, what, "a parent for body_of, and only for it", f"mend {place}")
        elif parents.get(parent):
            what = f'the parent "{parent}" is itself a body of "{parents[parent]}"'
            yield fault("wrong-parent", where, what, show(parents[parent]), f"name the uppermost body in {place}")


def _find_plover_faults(place: str, rows: Sequence[Row]) -> Iterator[Problem]:
    """Yield statuses that are unknown, have no row for all else, or have it before rows that it would hide."""
    for index, row in enumerate(rows):
        valid = STATUSES.get(row["table"], ())
        if valid and row["condition_status"] not in valid:
            where = _at(place, index, "condition_status")
            yield _invalid("invalid-value", where, row["condition_status"], valid, f"mend the cell in {place}")
    last = {(row["table"], row["condition_status"]): index for index, row in enumerate(rows)}
    todo = f"end the status with a row without a condition in {place}"
    for table, statuses in STATUSES.items():
        for status in statuses:
            index_of_last = last.get((table, status))
            if index_of_last is None:
                yield fault(
                    "status-left-out", place, f'"{table}, {status}" has no row', "a row without a condition", todo
                )
            elif rows[index_of_last]["condition"]:
                what = f'the last row of "{table}, {status}" has a condition'
                yield fault("status-left-out", _at(place, index_of_last), what, "none for all else", todo)
