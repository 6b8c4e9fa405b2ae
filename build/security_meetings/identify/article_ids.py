"""Ids of articles: the names of their files, given by hand and remembered, so that none comes to mean another text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from security_meetings.ledger import Account, Entry, Key, Ledger
from security_meetings.problems import Problem
from security_meetings.rows import ArticleRow

TABLE = "articles"
WITHDRAWN = "its text was taken out"
RENAMED = "its file was renamed"


@dataclass(slots=True, kw_only=True)
class ArticleIds:
    """The entries and accounts of articles as of this build, and the ids that may not be used again."""

    entries: dict[Key, Entry] = field(default_factory=dict)
    accounts: dict[Key, tuple[Account, ...]] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()


def identify_articles(rows: Sequence[ArticleRow], ledger: Ledger, version: str) -> ArticleIds:
    """Return what the ledger says of the articles once these are all there are."""
    known = ledger.by_key()
    found = ArticleIds(problems=tuple(_find_reused(rows, ledger, version)))
    by_hash = {row.text_sha256: row.article_id for row in reversed(rows) if (TABLE, row.article_id) not in known}
    for row in rows:
        key = (TABLE, row.article_id)
        account = Account(article_id=row.article_id, text_sha256=row.text_sha256)
        entry = known.get(key) or Entry(table_name=TABLE, row_id=row.article_id, version=version, first=account)
        found.entries[key] = replace(entry, change=None, new_id=None, change_version=None, reason=None)
        found.accounts[key] = (account,)
    for entry in ledger.of_table(TABLE):
        if entry.key in found.entries or entry.is_given_up(version):
            continue
        stood = ledger.accounts.get(entry.key, ())
        heir = next((by_hash[account.text_sha256] for account in stood if account.text_sha256 in by_hash), None)
        gone = replace(entry, change_version=version)
        if heir is None:
            found.entries[entry.key] = replace(gone, change="withdrawn", new_id=None, reason=WITHDRAWN)
        else:
            found.entries[entry.key] = replace(gone, change="renamed", new_id=heir, reason=RENAMED)
    return found


def _find_reused(rows: Sequence[ArticleRow], ledger: Ledger, version: str) -> Iterator[Problem]:
    known = ledger.by_key()
    for row in rows:
        entry = known.get((TABLE, row.article_id))
        if entry is not None and entry.is_given_up(version):
            yield Problem(
                severity="error",
                rule_id="ledger.id-used-again",
                where=f"articles/{row.article_id}.txt",
                what=f'the id "{row.article_id}" was {entry.change} in version {entry.change_version}',
                expected="a name that no text had before",
                todo="rename the file, and its row in sources.csv",
            )
