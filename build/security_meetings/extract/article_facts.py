"""What an article tells of itself: headline, outlet, media cited, dateline place, publication day, extent."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from security_meetings.annotate.datelines import parse_dateline
from security_meetings.annotate.head_words import compile_head
from security_meetings.annotate.outlet_names import compile_outlets, match_outlet
from security_meetings.documents import Article, Evidence, Zone
from security_meetings.extract.article_citing import OutletTold, find_cited_outlets
from security_meetings.extract.article_outlets import find_outlet
from security_meetings.extract.article_published import PublishedTold, find_published
from security_meetings.problems import Problem
from security_meetings.records import ArticleMention, DateTold
from security_meetings.vocabularies import Vocabulary

QUOTE_LENGTH = 200


def find_article_facts(article: Article, zones: Sequence[Zone], vocabulary: Vocabulary) -> ArticleMention:
    """Return what the text tells of itself; spans of the body and of the evidence are of the raw text."""
    text = article.text
    outlet = find_outlet(text, zones, vocabulary)
    cited = find_cited_outlets(text, zones, None if outlet is None else outlet.outlet_id, vocabulary)
    published = find_published(text, zones, vocabulary, _find_state(article, outlet, vocabulary))
    title = next((zone for zone in zones if zone.kind == "title"), None)
    place = _find_place(text, zones, vocabulary)
    body_start, body_end = _find_body(article, zones)
    evidence: list[Evidence] = []
    if title is not None:
        evidence.append(_evidence(article, "title", "articles.title-line", title.start, title.end))
    if outlet is not None:
        evidence.append(_evidence(article, "outlet_id", outlet.rule_id, outlet.start, outlet.end))
    evidence += [_evidence(article, "cited_outlets", told.rule_id, told.start, told.end) for told in cited]
    if place is not None:
        evidence.append(_evidence(article, "dateline_place", "articles.dateline-place", place[1], place[2]))
    if published is not None:
        evidence.append(_evidence(article, "published_edtf", published.rule_id, published.start, published.end))
    return ArticleMention(
        title=None if title is None else " ".join(text[title.start : title.end].split()),
        outlet_id=None if outlet is None else outlet.outlet_id,
        cited_outlets=tuple(told.outlet_id for told in cited),
        dateline_place=None if place is None else place[0],
        published=_tell_day(published),
        body_start=body_start,
        body_end=body_end,
        evidence=tuple(evidence),
        problems=_report_unlisted(article, outlet),
    )


def _evidence(article: Article, column_name: str, rule_id: str, start: int, end: int) -> Evidence:
    raw_start, raw_end = article.raw_span(start, end)
    raw_end = min(raw_end, raw_start + QUOTE_LENGTH)
    return Evidence(
        article_id=article.article_id,
        column_name=column_name,
        rule_id=rule_id,
        quote=article.raw_text[raw_start:raw_end],
        char_start=raw_start,
        char_end=raw_end,
    )


def _tell_day(published: PublishedTold | None) -> DateTold:
    if published is None:
        return DateTold(edtf=None)
    return DateTold(edtf=published.day.isoformat(), start=published.day, end=published.day, basis="stated")


def _find_state(article: Article, outlet: OutletTold | None, vocabulary: Vocabulary) -> str | None:
    """Return the state of the outlet that the text or, where it is silent, sources.csv names."""
    outlet_id = None if outlet is None else outlet.outlet_id
    if outlet_id is None and article.source is not None and article.source.outlet is not None:
        known = match_outlet(article.source.outlet, compile_outlets(vocabulary))
        outlet_id = article.source.outlet if known is None else known.outlet_id
    rows = vocabulary.gazetteer("outlets")
    return next((row["country_code"] for row in rows if row["outlet_id"] == outlet_id), None)


def _find_body(article: Article, zones: Sequence[Zone]) -> tuple[int, int]:
    """Return the raw span from the first word of the story to its last."""
    story = [zone for zone in zones if zone.kind == "body"]
    return article.raw_span(story[0].start, story[-1].end) if story else (0, 0)


@cache
def build_city_names(vocabulary: Vocabulary) -> dict[str, str]:
    """Return the listed cities by their names in lower case."""
    rows = sorted(vocabulary.gazetteer("city_names"), key=lambda row: row["is_ambiguous"] == "true", reverse=True)
    return {row["name"].casefold(): row["city"] for row in rows}


def _find_place(text: str, zones: Sequence[Zone], vocabulary: Vocabulary) -> tuple[str, int, int] | None:
    """Return the place of the dateline, a listed city by its usual name, and where it stands."""
    words = compile_head(vocabulary).datelines
    for zone in zones:
        if zone.kind != "dateline":
            continue
        known = build_city_names(vocabulary).get(text[zone.start : zone.end].casefold())
        if known is not None:
            return known, zone.start, zone.end
        for end in (zone.end, len(text)):
            dateline = parse_dateline(text, zone.start, end, words)
            if dateline is not None and dateline.place is not None:
                start, stop = dateline.place
                name = text[start:stop]
                shown = name.title() if name.isupper() and len(name) > 3 else name
                return build_city_names(vocabulary).get(name.casefold(), shown), start, stop
    return None


def _report_unlisted(article: Article, outlet: OutletTold | None) -> tuple[Problem, ...]:
    if outlet is None or outlet.is_listed:
        return ()
    start, end = article.raw_span(outlet.start, outlet.end)
    problem = Problem(
        severity="notice",
        rule_id="articles.outlet-unlisted",
        where=f"{article.article_id}, characters {start} to {end}",
        what=f'the outlet "{article.text[outlet.start : outlet.end]}" is in no list',
        expected="a name of gazetteer/outlet_names.csv",
        todo="add it to gazetteer/outlets.csv and outlet_names.csv",
    )
    return (problem,)
