"""What is known about a text from outside it, joined to what it tells of itself."""

from __future__ import annotations

from dataclasses import replace

from security_meetings.annotate.outlet_names import compile_outlets, match_outlet
from security_meetings.documents import Evidence, Source
from security_meetings.edtf_bounds import edtf_bounds
from security_meetings.extract.article_outlets import make_outlet_id
from security_meetings.problems import Problem
from security_meetings.records import ArticleMention, DateTold
from security_meetings.vocabularies import Vocabulary

SUPPLIED = "supplied"


def merge_source(mention: ArticleMention, source: Source, vocabulary: Vocabulary) -> ArticleMention:
    """Return an article's facts with those of its row in sources.csv where the text tells none.

    Where both speak and differ the text's word stays and a warning tells both values; of two publication dates of
    which one holds the other the narrower stays. A supplied date that is no EDTF is a warning and changes nothing.
    """
    mention = _merge_title(mention, source)
    mention = _merge_outlet(mention, source, vocabulary)
    mention = _merge_published(mention, source)
    return mention if source.url is None else _supply(mention, source, "url")


def _supply(mention: ArticleMention, source: Source, column_name: str) -> ArticleMention:
    told = Evidence(article_id=source.article_id, column_name=column_name, rule_id=SUPPLIED)
    return replace(mention, evidence=(*mention.evidence, told))


def _warn(mention: ArticleMention, source: Source, column: str, stated: str, supplied: str) -> ArticleMention:
    problem = Problem(
        severity="warning",
        rule_id=f"articles.source-disagrees-{column}",
        where=source.article_id,
        what=f'{column} is "{stated}" in the text and "{supplied}" in sources.csv',
        expected="one value; the text's stays",
        todo="correct raw/sources.csv, or correct the value in corrections/",
    )
    return replace(mention, problems=(*mention.problems, problem))


def _merge_title(mention: ArticleMention, source: Source) -> ArticleMention:
    if source.title is None:
        return mention
    if mention.title is None:
        return _supply(replace(mention, title=source.title), source, "title")
    same = " ".join(source.title.casefold().split()) == mention.title.casefold()
    return mention if same else _warn(mention, source, "title", mention.title, source.title)


def _merge_outlet(mention: ArticleMention, source: Source, vocabulary: Vocabulary) -> ArticleMention:
    if source.outlet is None:
        return mention
    ids = {row["outlet_id"] for row in vocabulary.gazetteer("outlets")}
    known = match_outlet(source.outlet, compile_outlets(vocabulary))
    is_listed = source.outlet in ids or known is not None
    outlet_id = source.outlet if source.outlet in ids else known.outlet_id if known else make_outlet_id(source.outlet)
    if mention.outlet_id is not None:
        same = mention.outlet_id == outlet_id
        return mention if same else _warn(mention, source, "outlet", mention.outlet_id, source.outlet)
    cited = tuple(cited_id for cited_id in mention.cited_outlets if cited_id != outlet_id)
    mention = replace(
        mention,
        outlet_id=outlet_id,
        cited_outlets=cited,
        evidence=tuple(e for e in mention.evidence if e.column_name != "cited_outlets" or cited),
    )
    mention = _supply(mention, source, "outlet_id")
    if is_listed:
        return mention
    notice = Problem(
        severity="notice",
        rule_id="articles.outlet-unlisted",
        where=source.article_id,
        what=f'the outlet "{source.outlet}" of sources.csv is in no list',
        expected="a name of gazetteer/outlet_names.csv",
        todo="add it to gazetteer/outlets.csv and outlet_names.csv",
    )
    return replace(mention, problems=(*mention.problems, notice))


def _merge_published(mention: ArticleMention, source: Source) -> ArticleMention:
    if source.published is None:
        return mention
    try:
        start, end = edtf_bounds(source.published)
    except ValueError:
        return _warn_date(mention, source)
    supplied = DateTold(
        edtf=source.published,
        start=start,
        end=end,
        interval_type=None if start == end else "uncertain",
        basis="supplied",
    )
    stated = mention.published
    if stated.edtf is None or stated.start is None or stated.end is None:
        return _supply(replace(mention, published=supplied), source, "published_edtf")
    if (start is None or start <= stated.start) and (end is None or stated.end <= end):
        return mention
    if start is not None and end is not None and stated.start <= start and end <= stated.end:
        return _supply(replace(mention, published=supplied), source, "published_edtf")
    return _warn(mention, source, "published", stated.edtf, source.published)


def _warn_date(mention: ArticleMention, source: Source) -> ArticleMention:
    problem = Problem(
        severity="warning",
        rule_id="articles.source-date",
        where=source.article_id,
        what=f'published "{source.published}" of sources.csv is no date',
        expected="EDTF, such as 2019-09-13, 2019-09 or 2019-09-12/2019-09-13",
        todo="correct it in raw/sources.csv",
    )
    return replace(mention, problems=(*mention.problems, problem))
