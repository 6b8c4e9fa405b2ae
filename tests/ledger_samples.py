"""A small world for the tests of identity: articles with places where a meeting is told, and who tells of which meeting."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from security_meetings.documents import Article
from security_meetings.identifiers import make_id
from security_meetings.identify import ByHand, Identified, describe_changes, identify_records, settle_ledger
from security_meetings.ledger import Entry, Ledger
from security_meetings.results import Records
from security_meetings.rows import (
    AgreementRow,
    ArticleRow,
    EvidenceRow,
    MeetingArticleRow,
    MeetingRow,
    ParticipantRow,
    ThreatMentionRow,
)

Place = tuple[str, int]
WIDTH = 100
NAMES = ("Saidov", "Hamidi")


@dataclass(frozen=True, slots=True)
class World:
    """What is told: for each place (article, number of the account) the meeting that it tells of, and the coder's way.

    `shift` moves the words that the coder takes by some characters; `typos` are the articles whose text was corrected.
    """

    told: Mapping[Place, str]
    shift: int = 0
    typos: frozenset[str] = frozenset()
    names: Mapping[str, str] = field(default_factory=dict)

    def articles(self) -> list[Article]:
        """Return the articles, each under its name."""
        return [self._article(name) for name in sorted({article for article, _ in self.told})]

    def _article(self, name: str) -> Article:
        accounts = "".join(
            f"{f' place {name} {at}':40}{f'held talks no {at}':20}{'Saidov':20}{'Hamidi':20}" for at in range(6)
        )
        text = f"{name}{', corrected' if name in self.typos else ''}: {accounts}"
        sha256 = hashlib.sha256(text.encode()).hexdigest()
        return Article(article_id=self.names.get(name, name), raw_text=text, text=text, text_sha256=sha256)

    def records(self, reverse: bool = False) -> Records:
        """Return the rows that a coder makes of the articles, with provisional ids made of the first place."""
        articles = {name: self._article(name) for name in {article for article, _ in self.told}}
        groups: dict[str, list[Place]] = defaultdict(list)
        for place in sorted(self.told):
            groups[self.told[place]].append(place)
        parts = [self._rows(group, articles) for group in sorted(groups.values(), reverse=reverse)]
        rows = tuple(
            ArticleRow(
                article_id=article.article_id,
                language="en",
                text_sha256=article.text_sha256,
                char_count=len(article.raw_text),
                word_count=1,
                body_start=0,
                body_end=1,
            )
            for _, article in sorted(articles.items(), reverse=reverse)
        )
        return Records(
            articles=rows,
            **{
                name: tuple(row for part in parts for row in getattr(part, name))
                for name in (
                    "meetings",
                    "participants",
                    "agreements",
                    "threats_mentioned",
                    "meeting_articles",
                    "evidence",
                )
            },
        )

    def _rows(self, group: list[Place], articles: Mapping[str, Article]) -> Records:
        name, at = group[0]
        origin, start = articles[name].text_sha256, self._start(articles[name], at, "held talks")
        meeting_id, agreement_id = make_id("m", origin, start), make_id("a", origin, start)
        people = {person: make_id("p", meeting_id, 0, person) for person in NAMES}
        evidence: list[EvidenceRow] = []
        threats = []
        for where, number in group:
            words = {
                "held talks": ({"meeting_id": meeting_id}, "meeting_type"),
                "place": ({"meeting_id": meeting_id}, "city"),
                "talks no": ({"agreement_id": agreement_id}, "agreement_type"),
                **{person: ({"participant_id": key}, "name") for person, key in people.items()},
            }
            for word, (owner, column) in words.items():
                evidence.append(self._evidence(articles[where], number, word, owner, column))
            row = evidence[-1]
            threats.append(
                ThreatMentionRow(
                    threat_mention_id=make_id("t", articles[where].text_sha256, row.char_start or 0, "terrorism"),
                    article_id=articles[where].article_id,
                    meeting_id=meeting_id,
                    threat_type="terrorism",
                    quote=row.quote or "",
                    char_start=row.char_start or 0,
                    char_end=row.char_end or 0,
                    rule_id="tests.told",
                    confidence=1.0,
                )
            )
        ids = sorted({articles[where].article_id for where, _ in group})
        return Records(
            meetings=(
                MeetingRow(
                    meeting_id=meeting_id,
                    meeting_type="visit",
                    status="held",
                    article_count=len(ids),
                    confidence=1.0,
                ),
            ),
            participants=tuple(
                ParticipantRow(participant_id=key, meeting_id=meeting_id, name=person, confidence=1.0)
                for person, key in people.items()
            ),
            agreements=(
                AgreementRow(
                    agreement_id=agreement_id,
                    agreement_type="treaty",
                    status="signed",
                    instrument_count=1,
                    meeting_id=meeting_id,
                    confidence=1.0,
                ),
            ),
            threats_mentioned=tuple(threats),
            meeting_articles=tuple(
                MeetingArticleRow(meeting_id=meeting_id, article_id=key, meeting_type="visit", status="held")
                for key in ids
            ),
            evidence=tuple(evidence),
        )

    def _start(self, article: Article, at: int, word: str) -> int:
        return article.raw_text.index(word, article.raw_text.index(f"place {article.raw_text[:2]} {at}")) + self.shift

    def _evidence(self, article: Article, at: int, word: str, owner: Mapping[str, str], column: str) -> EvidenceRow:
        start = self._start(article, at, word)
        end = start + len(word)
        key = "".join(owner.values())
        return EvidenceRow(
            evidence_id=make_id("e", article.text_sha256, start, f"{key}|{column}"),
            article_id=article.article_id,
            column_name=column,
            quote=article.raw_text[start:end],
            char_start=start,
            char_end=end,
            rule_id="tests.told",
            **owner,
        )


@dataclass(slots=True)
class History:
    """A ledger and the records of the last build."""

    ledger: Ledger = field(default_factory=Ledger)
    records: Records = field(default_factory=Records)
    version: str = "0.1.0"
    world: World | None = None

    def build(self, world: World, reverse: bool = False, by_hand: ByHand | None = None) -> Identified:
        """Build a world: records with lasting ids, and the ledger brought up to date."""
        articles = world.articles()[:: -1 if reverse else 1]
        made = identify_records(world.records(reverse), articles, self.ledger, self.version, by_hand or ByHand())
        self.ledger = settle_ledger(made.ledger, made.records, articles, self.version, {})
        self.records = replace(made.records, id_changes=describe_changes(self.ledger))
        self.world = world
        return made

    def release(self) -> None:
        """Begin the next version."""
        self.version = f"0.{int(self.version.split('.')[1]) + 1}.0"

    def ids(self) -> dict[frozenset[Place], str]:
        """Return the id of every meeting by the places that tell of it."""
        assert self.world is not None
        names = {self.world.names.get(name, name): name for name, _ in self.world.told}
        found: dict[str, set[Place]] = defaultdict(set)
        for row in self.records.evidence:
            if row.meeting_id and row.column_name == "meeting_type":
                name = names[row.article_id]
                found[row.meeting_id].add((name, self._number(name, row)))
        return {frozenset(places): meeting_id for meeting_id, places in found.items()}

    def _number(self, name: str, row: EvidenceRow) -> int:
        assert self.world is not None
        text = next(a.raw_text for a in self.world.articles() if a.article_id == row.article_id)
        return int(text[: row.char_start].rpartition(f"place {name} ")[2].split()[0])

    def entry(self, table_name: str, row_id: str) -> Entry:
        """Return what the ledger says of an id."""
        return self.ledger.by_key()[table_name, row_id]

    def changes(self) -> dict[str, tuple[str, str | None]]:
        """Return change and new id of every meeting's id that changed."""
        return {row.old_id: (row.change, row.new_id) for row in self.records.id_changes if row.table_name == "meetings"}


def tell(**groups: Iterable[Place]) -> World:
    """Return a world in which each meeting is told at these places."""
    return World({place: group for group, places in groups.items() for place in places})
