"""The texts of a build, and where the words of an earlier text stand in one that was corrected since."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from security_meetings.documents import Article
from security_meetings.ledger import Account
from security_meetings.spans import shift


@dataclass(frozen=True, kw_only=True)
class Texts:
    """The texts of a build by hash and by id; `accounts` are those of the ledger, of these texts and of earlier ones."""

    articles: Sequence[Article]
    accounts: Iterable[Account] = ()

    @cached_property
    def by_hash(self) -> Mapping[str, Article]:
        """Return the texts by hash; of a text given twice the one that is coded."""
        return {article.text_sha256: article for article in self.articles if article.duplicate_of is None}

    @cached_property
    def by_id(self) -> Mapping[str, Article]:
        """Return the texts by id."""
        return {article.article_id: article for article in self.articles}

    @cached_property
    def votes(self) -> Mapping[str, Counter[int]]:
        """Return for the hash of each text that was corrected by how much words of it may have moved, and how often."""
        found: dict[str, Counter[int]] = defaultdict(Counter)
        for account in dict.fromkeys(replace(account, code="", parent_id="") for account in self.accounts):
            if account.anchor and account.text_sha256 not in self.by_hash:
                found[account.text_sha256].update(self._find_moves(account))
        return found

    def locate(self, account: Account) -> Account | None:
        """Return the account as it stands in a text of this build, None where there is none.

        In a text that was corrected since then, its words are looked for where most other words have moved to, too.
        """
        if account.text_sha256 in self.by_hash or not account.anchor:
            return account if account.text_sha256 in self.by_hash else None
        moves = self._find_moves(account)
        if not moves:
            return None
        votes = self.votes.get(account.text_sha256, Counter())
        by = min(moves, key=lambda move: (-votes[move], abs(move), move))
        return replace(
            account,
            text_sha256=self.by_id[account.article_id].text_sha256,
            anchor=shift(account.anchor, by),
            beside=shift(account.beside, by),
        )

    def _find_moves(self, account: Account) -> list[int]:
        """Return by how much the words of an account may have moved: one number for each place where they stand."""
        article = self.by_id.get(account.article_id)
        pattern = r"\s+".join(map(re.escape, account.quote.split()))
        if article is None or not pattern:
            return []
        return [match.start() - account.anchor[0][0] for match in re.finditer(pattern, article.raw_text)]
