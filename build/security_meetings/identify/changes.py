"""What became of ids: the ledger settled after the corrections, and its changes as rows for readers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from security_meetings.documents import Article
from security_meetings.identify.footprints import read_footprints
from security_meetings.ledger import Entry, Key, Ledger
from security_meetings.results import Records
from security_meetings.rows import IdChangeRow
from security_meetings.schemas import LIST_SEPARATOR

SPLIT = "its accounts were found to be of several"


def settle_ledger(
    ledger: Ledger, records: Records, articles: Sequence[Article], version: str, reasons: Mapping[Key, str]
) -> Ledger:
    """Return the ledger after the corrections: rows added by hand are in it, those withdrawn by hand are given up.

    `reasons` says for each row withdrawn by hand why.
    """
    entries, accounts = ledger.by_key(), dict(ledger.accounts)
    for key, reason in reasons.items():
        if key in entries and not entries[key].is_given_up(version):
            entries[key] = replace(entries[key], change="withdrawn", new_id=None, change_version=version, reason=reason)
    for table_name in ("meetings", "participants", "agreements", "threats_mentioned"):
        for row in read_footprints(records, articles, table_name):
            key = (table_name, row.row_id)
            if key not in entries or entries[key].change is not None:
                first = row.accounts[0] if row.accounts else None
                entry = entries.get(key) or Entry(
                    table_name=table_name, row_id=row.row_id, version=version, first=first
                )
                entries[key] = replace(entry, change=None, new_id=None, change_version=None, reason=None)
                accounts[key] = row.accounts
    return Ledger(entries=tuple(entries.values()), accounts={key: accounts[key] for key in sorted(accounts)})


def describe_changes(ledger: Ledger) -> tuple[IdChangeRow, ...]:
    """Return one row for each id and version in which it was given up or lost accounts to another id."""
    splits: dict[tuple[str, str, str], list[str]] = defaultdict(list)
    for entry in ledger.entries:
        if entry.split_from is not None:
            splits[entry.table_name, entry.split_from, entry.version].append(entry.row_id)
    rows = []
    for entry in ledger.entries:
        if entry.change is not None and entry.change_version is not None:
            parts = splits.pop((*entry.key, entry.change_version), [])
            rows.append(_row(entry, entry.change_version, [*parts, *([entry.new_id] if entry.new_id else [])], parts))
    rows += [
        IdChangeRow(
            old_id=old_id,
            new_id=LIST_SEPARATOR.join(sorted([old_id, *parts])),
            table_name=table_name,
            change="split",
            version=version,
            reason=SPLIT,
        )
        for (table_name, old_id, version), parts in splits.items()
    ]
    return tuple(rows)


def _row(entry: Entry, version: str, new_ids: Sequence[str], parts: Sequence[str]) -> IdChangeRow:
    return IdChangeRow(
        old_id=entry.row_id,
        new_id=LIST_SEPARATOR.join(sorted(set(new_ids))) or None,
        table_name=entry.table_name,
        change="split" if parts else entry.change or "withdrawn",
        version=version,
        reason=SPLIT if parts else entry.reason or "",
    )
