"""What is found in one text before anything is coded: the article, its zones, sentences, places, dates and people.

All spans of a `Document` are half-open and count the characters of its reading text (`article.text`);
`Article.raw_span` turns them into spans of the raw text, and only those leave the coder, as `Evidence`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from security_meetings.problems import Problem

ZoneKind = Literal["header", "title", "dateline", "body", "caption", "furniture"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """What a row of sources.csv tells of a text; empty cells are None."""

    article_id: str
    outlet: str | None = None
    title: str | None = None
    url: str | None = None
    published: str | None = None
    retrieved: str | None = None
    licence: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One raw text: as it was read, and the reading text in which the coder looks.

    `text` is the raw text without byte-order mark and zero-width characters, in composed letters, with
    ordinary spaces and line feeds. `raw_starts[i]`, `raw_ends[i]` bound the raw characters behind `text[i]`;
    both are None where the two texts are the same.
    """

    article_id: str
    raw_text: str
    text: str
    text_sha256: str
    raw_starts: tuple[int, ...] | None = None
    raw_ends: tuple[int, ...] | None = None
    source: Source | None = None
    duplicate_of: str | None = None

    def raw_span(self, start: int, end: int) -> tuple[int, int]:
        """Return the span of the raw text behind a span of the reading text."""
        if self.raw_starts is None or self.raw_ends is None:
            return start, end
        if start >= end:
            return self.raw_starts[start], self.raw_starts[start]
        return self.raw_starts[start], self.raw_ends[end - 1]


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """The words behind one coded value, as a span of the raw text; no span for a supplied value."""

    article_id: str
    column_name: str
    rule_id: str
    quote: str = ""
    char_start: int | None = None
    char_end: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Zone:
    """A stretch of the text of one kind; zones are in order, do not overlap and leave only white space out."""

    kind: ZoneKind
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence of the article proper (title, caption or body zone)."""

    index: int
    start: int
    end: int
    paragraph: int
    zone: ZoneKind


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceMention:
    """A country, people or city named in the text; a city has `city`, a region of a country has neither."""

    start: int
    end: int
    kind: Literal["country", "demonym", "city", "region", "seat"]
    country_code: str
    city: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganizationMention:
    """An international organisation, format or body of one; `organization_id` of the parent for a body."""

    start: int
    end: int
    organization_id: str
    is_listed: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class DateMention:
    """One date expression of the text, as the constraint that it states. Fields that it leaves open are None.

    kind `day` (year, month, day, maybe weekday), `month` (year, month, maybe part), `year` (maybe part or quarter),
    `weekday` (maybe direction: -1 last, 0 this or none told, 1 next), `offset` (n units from the publication;
    unit day, week, month, year; "today" 0 days, "yesterday" -1 day, "last week" -1 week, "three years ago" -3 years),
    `shift` (n units from the day of another event of the text: "ten days later" 10 days, "the same day" 0 days,
    "the day before" -1 day), `interval` (first, last: two expressions, `duration` by wording).
    A Jalali date is given as the Gregorian days that it covers.
    """

    start: int
    end: int
    kind: Literal["day", "month", "year", "weekday", "offset", "shift", "interval"]
    rule_id: str
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    part: Literal["early", "mid", "late"] | None = None
    quarter: int | None = None
    direction: int = 0
    amount: int = 0
    unit: Literal["day", "week", "month", "year"] | None = None
    first: DateMention | None = None
    last: DateMention | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeTold:
    """An office as written, without the state (`role`), its type, and its words in the text."""

    start: int
    end: int
    role: str
    office_type: str
    is_plural: bool = False
    is_former: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorMention:
    """A person or office-holder as mentioned at one place: the whole chunk, and what of it is told.

    `person` numbers the person or office-holder within the article (after short forms, "the minister" and
    "his counterpart" were resolved); mentions of one person share it.
    """

    start: int
    end: int
    person: int
    name: str | None = None
    name_start: int | None = None
    name_end: int | None = None
    office: OfficeTold | None = None
    country_code: str | None = None
    organization_id: str | None = None
    is_collective: bool = False
    is_full: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A person or office-holder of one article: fullest forms, each with the mention that it stands in.

    A side that no mention of the person tells has the words that do and the rule.
    """

    key: int
    name: str | None
    role: str | None
    office_type: str | None
    country_code: str | None
    organization_id: str | None
    other_names: tuple[str, ...] = ()
    side_start: int | None = None
    side_end: int | None = None
    side_rule: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """A word of a parsed sentence, or a whole actor, place, organisation or date that was parsed as one word.

    `head` is the index of the governing node (its own for the root), `relation` how it hangs there; `persons`
    numbers the persons meant where it is an actor.
    """

    index: int
    start: int
    end: int
    text: str
    lemma: str
    tag: str
    relation: str
    head: int
    persons: tuple[int, ...] = ()
    place: PlaceMention | None = None
    organization_id: str | None = None
    outlet_id: str | None = None
    date: DateMention | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ParsedSentence:
    """A sentence that can hold something to code, parsed."""

    sentence: Sentence
    nodes: tuple[Node, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """An article with its zones, sentences and everything in it that gazetteers and grammars know.

    `with_headline` is the same with the headline read before the story, for a story that tells no encounter itself.
    """

    article: Article
    language: str
    zones: tuple[Zone, ...]
    sentences: tuple[Sentence, ...]
    places: tuple[PlaceMention, ...] = ()
    organizations: tuple[OrganizationMention, ...] = ()
    dates: tuple[DateMention, ...] = ()
    actors: tuple[ActorMention, ...] = ()
    persons: tuple[Person, ...] = ()
    parses: tuple[ParsedSentence, ...] = ()
    dateline: PlaceMention | None = None
    byline: PlaceMention | None = None
    problems: tuple[Problem, ...] = ()
    with_headline: Document | None = None

    @property
    def text(self) -> str:
        """Return the reading text of the article."""
        return self.article.text

    def evidence(self, column_name: str, rule_id: str, start: int, end: int) -> Evidence:
        """Return evidence for a span of the reading text, cut to its first 200 raw characters."""
        raw_start, raw_end = self.article.raw_span(start, end)
        raw_end = min(raw_end, raw_start + 200)
        return Evidence(
            article_id=self.article.article_id,
            column_name=column_name,
            rule_id=rule_id,
            quote=self.article.raw_text[raw_start:raw_end],
            char_start=raw_start,
            char_end=raw_end,
        )
