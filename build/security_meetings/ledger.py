"""The ledger: every identifier ever assigned, what it was first coded from, where it stands now, what became of it."""

from __future__ import annotations

from collections.abc import Mapping, Set
from dataclasses import dataclass, field, replace
from typing import Literal

from security_meetings.spans import Span

Change = Literal["merged", "withdrawn", "renamed"]
Key = tuple[str, str]

# In the order in which ids are given: a row comes after those that it points to.
LEDGER_TABLES = ("articles", "people", "meetings", "participants", "agreements", "threats_mentioned")


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """Where a row stands in one article: the words it is coded from, and what tells it apart from others there.

    `anchor` are the words that make it a row (the word for the meeting, the name of the participant), `beside` the
    other words of its evidence, `code` what it is coded as, `parent_id` the meeting of a participant. Spans count
    characters of the raw text with that hash; `quote` are the words of the first of them.
    """

    article_id: str
    text_sha256: str
    anchor: tuple[Span, ...] = ()
    beside: tuple[Span, ...] = ()
    code: str = ""
    parent_id: str = ""
    quote: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One identifier: the version that first has it, what it was first coded from, and what became of it.

    `split_from` is the id whose accounts it took over; `change` is None as long as the id is in use.
    """

    table_name: str
    row_id: str
    version: str
    first: Account | None = None
    split_from: str | None = None
    change: Change | None = None
    new_id: str | None = None
    change_version: str | None = None
    reason: str | None = None

    @property
    def key(self) -> Key:
        """Return table and id."""
        return self.table_name, self.row_id

    def is_given_up(self, version: str) -> bool:
        """Return whether a version before this one is known to have given the id up, so that it never comes back."""
        return self.change is not None and self.change_version != version


@dataclass(frozen=True, slots=True, kw_only=True)
class Ledger:
    """All identifiers, the oldest first, and the accounts of each as of the last build."""

    entries: tuple[Entry, ...] = ()
    accounts: Mapping[Key, tuple[Account, ...]] = field(default_factory=dict)

    def of_table(self, table_name: str) -> tuple[Entry, ...]:
        """Return the entries of one table, the oldest first."""
        return tuple(entry for entry in self.entries if entry.table_name == table_name)

    def by_key(self) -> dict[Key, Entry]:
        """Return the entries by table and id."""
        return {entry.key: entry for entry in self.entries}


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerCount:
    """How many identifiers a build gave anew, kept, and gave up."""

    new: int
    kept: int
    retired: int


def count_ids(before: Ledger, after: Ledger) -> LedgerCount:
    """Return how many ids are in use anew, still, and no longer."""
    was, now = ids_in_use(before), ids_in_use(after)
    return LedgerCount(new=len(now - was), kept=len(now & was), retired=len(was - now))


def known_accounts(ledger: Ledger) -> list[Account]:
    """Return all accounts of a ledger, those of today and those that ids were first coded from."""
    first = [entry.first for entry in ledger.entries if entry.first is not None]
    return [*(account for accounts in ledger.accounts.values() for account in accounts), *first]


def ids_in_use(ledger: Ledger) -> set[Key]:
    """Return table and id of every entry that was not given up."""
    return {entry.key for entry in ledger.entries if entry.change is None}


def follow_changes(entries: Mapping[Key, Entry], table_name: str, row_id: str) -> str:
    """Return the id that stands for an id now: that into which it was merged, or itself."""
    seen = {row_id}
    while (entry := entries.get((table_name, row_id))) is not None and entry.new_id is not None:
        if entry.new_id in seen:
            break
        row_id = entry.new_id
        seen.add(row_id)
    return row_id


def forget_version(ledger: Ledger, version: str) -> Ledger:
    """Return the ledger without the ids that a version gave, and with those in use that it gave up."""
    kept = [entry for entry in ledger.entries if entry.version != version]
    entries = tuple(
        entry
        if entry.change_version != version
        else replace(entry, change=None, new_id=None, change_version=None, reason=None)
        for entry in kept
    )
    keys = {entry.key for entry in entries}
    return Ledger(entries=entries, accounts={key: told for key, told in ledger.accounts.items() if key in keys})


def relabel_versions(ledger: Ledger, versions: Set[str], version: str) -> Ledger:
    """Return the ledger with what was recorded for some versions told as recorded for another one."""
    if versions <= {version}:
        return ledger
    entries = tuple(
        replace(
            entry,
            version=version if entry.version in versions else entry.version,
            change_version=version if entry.change_version in versions else entry.change_version,
        )
        for entry in ledger.entries
    )
    return replace(ledger, entries=entries)
