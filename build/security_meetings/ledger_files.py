"""The ledger as files: `ids.csv`, one line an id, the oldest first; `accounts.csv`, where each id stands now."""

from __future__ import annotations

import csv
import io
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import cast, get_args

from security_meetings.cells import Cells
from security_meetings.ledger import LEDGER_TABLES, Account, Change, Entry, Key, Ledger
from security_meetings.problems import DataProblems, Problem, nearest_value
from security_meetings.spans import Span

IDS, ACCOUNTS = "ids.csv", "accounts.csv"
ID_COLUMNS = (
    *("table_name", "row_id", "version", "split_from", "article_id", "text_sha256", "span", "quote"),
    *("change", "new_id", "change_version", "reason"),
)
ACCOUNT_COLUMNS = (
    *("table_name", "row_id", "article_id", "text_sha256", "anchor", "beside", "code", "parent_id", "quote"),
)
CHANGES = get_args(Change)
_SPANS = re.compile(r"(?:\d+-\d+(?:;\d+-\d+)*)?")
_TODO = "take the file back to its last committed state; it is written by the build alone"


def write_ledger(ledger: Ledger) -> dict[str, str]:
    """Return the text of each file of the ledger by its name."""
    return {
        IDS: _format(ID_COLUMNS, map(_id_cells, ledger.entries)),
        ACCOUNTS: _format(
            ACCOUNT_COLUMNS,
            (
                _account_cells(key, account)
                for key in sorted(ledger.accounts)
                for account in sorted(ledger.accounts[key], key=lambda told: (told.article_id, told.anchor))
            ),
        ),
    }


def read_ledger(folder: Path) -> Ledger | None:
    """Return the ledger of a folder, None where it has none; raises DataProblems with all faults of its files."""
    if not any((folder / name).exists() for name in (IDS, ACCOUNTS)):
        return None
    problems: list[Problem] = []
    entries: dict[Key, Entry] = {}
    for line, cells in _read_rows(folder / IDS, ID_COLUMNS, problems):
        entry = _read_entry(cells)
        if entry.key in entries:
            problems.append(_fault(IDS, f'"{entry.row_id}" of {entry.table_name} stands twice', "each id once", line))
        entries[entry.key] = entry
    accounts: dict[Key, list[Account]] = defaultdict(list)
    for line, cells in _read_rows(folder / ACCOUNTS, ACCOUNT_COLUMNS, problems):
        key = (cells["table_name"], cells["row_id"])
        if key not in entries:
            problems.append(_fault(ACCOUNTS, f'"{key[1]}" of {key[0]} is not in {IDS}', f"an id of {IDS}", line))
        accounts[key].append(_read_account(cells, cells["anchor"]))
    if problems:
        raise DataProblems(problems)
    return Ledger(entries=tuple(entries.values()), accounts={key: tuple(accounts[key]) for key in sorted(accounts)})


def ledger_changed() -> Problem:
    """Return the problem of a ledger that another build wrote meanwhile."""
    problem = _fault(IDS, "the ledger was changed while the build ran", "the ledger as the build found it")
    return replace(problem, rule_id="ledger.changed", todo="build again")


def _format(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows(rows)
    return text.getvalue()


def _id_cells(entry: Entry) -> tuple[str, ...]:
    first = entry.first or Account(article_id="", text_sha256="")
    return (
        *(entry.table_name, entry.row_id, entry.version, entry.split_from or ""),
        *(first.article_id, first.text_sha256, format_spans(first.anchor), first.quote),
        *(entry.change or "", entry.new_id or "", entry.change_version or "", entry.reason or ""),
    )


def _account_cells(key: Key, account: Account) -> tuple[str, ...]:
    return (
        *(*key, account.article_id, account.text_sha256, format_spans(account.anchor), format_spans(account.beside)),
        *(account.code, account.parent_id, account.quote),
    )


def format_spans(spans: Iterable[Span]) -> str:
    """Return spans as the text of one cell."""
    return ";".join(f"{start}-{end}" for start, end in spans)


def parse_spans(cell: str) -> tuple[Span, ...]:
    """Return the spans of a cell."""
    parts = (part.partition("-") for part in cell.split(";") if part)
    return tuple((int(start), int(end)) for start, _, end in parts)


def _read_entry(cells: Cells) -> Entry:
    return Entry(
        table_name=cells["table_name"],
        row_id=cells["row_id"],
        version=cells["version"],
        first=_read_account(cells, cells["span"]) if cells["article_id"] else None,
        split_from=cells["split_from"] or None,
        change=cast(Change, cells["change"]) if cells["change"] else None,
        new_id=cells["new_id"] or None,
        change_version=cells["change_version"] or None,
        reason=cells["reason"] or None,
    )


def _read_account(cells: Cells, anchor: str) -> Account:
    return Account(
        article_id=cells["article_id"],
        text_sha256=cells["text_sha256"],
        anchor=parse_spans(anchor),
        beside=parse_spans(cells.get("beside", "")),
        code=cells.get("code", ""),
        parent_id=cells.get("parent_id", ""),
        quote=cells["quote"],
    )


def _read_rows(path: Path, columns: Sequence[str], problems: list[Problem]) -> Iterator[tuple[int, Cells]]:
    try:
        text = path.read_text(encoding="utf-8")
        rows = csv.reader(io.StringIO(text, newline=""), strict=True)
        if tuple(next(rows, ())) != tuple(columns):
            problems.append(_fault(path.name, "the header is not that of the ledger", ",".join(columns), 1))
            return
        for cells in rows:
            faults = list(_find_faults(path.name, rows.line_num, columns, cells))
            problems.extend(faults)
            if not faults:
                yield rows.line_num, dict(zip(columns, cells, strict=True))
    except FileNotFoundError:
        problems.append(_fault(path.name, "the file is missing", f"{IDS} and {ACCOUNTS}"))
    except (csv.Error, UnicodeDecodeError) as error:
        problems.append(_fault(path.name, f"cannot be read ({error})", "CSV in UTF-8"))


def _find_faults(name: str, line: int, columns: Sequence[str], cells: Sequence[str]) -> Iterator[Problem]:
    if len(cells) != len(columns):
        yield _fault(name, f"the row has {len(cells)} cells", f"{len(columns)}", line)
        return
    row = dict(zip(columns, cells, strict=True))
    if row["table_name"] not in LEDGER_TABLES:
        near = nearest_value(row["table_name"], LEDGER_TABLES)
        yield _fault(name, f'"{row["table_name"]}" is no table', f'"{near}"' if near else "a table", line)
    if not row["row_id"]:
        yield _fault(name, "row_id is empty", "an id", line)
    for column in ("span", "anchor", "beside"):
        if not _SPANS.fullmatch(row.get(column, "")):
            yield _fault(name, f'"{row[column]}" in "{column}" is no span', "such as 454-461;500-512", line)
    if row.get("change", "") not in ("", *CHANGES):
        yield _fault(name, f'"{row["change"]}" in "change" is not known', ", ".join(CHANGES), line)


def _fault(name: str, what: str, expected: str, line: int = 0) -> Problem:
    return Problem(
        severity="error",
        rule_id="ledger.unreadable",
        where=f"build/ledger/{name}" + (f", line {line}" if line else ""),
        what=what,
        expected=expected,
        todo=_TODO,
    )
