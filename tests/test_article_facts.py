from __future__ import annotations

import pytest

from article_layouts import LAYOUTS, Layout
from security_meetings.annotate.zones import split_zones
from security_meetings.documents import Article
from security_meetings.extract.article_facts import find_article_facts
from security_meetings.records import ArticleMention
from security_meetings.vocabularies import Vocabulary, load_vocabulary

VOCABULARY = load_vocabulary()


def make_article(text: str) -> Article:
    return Article(article_id="a", raw_text=text, text=text, text_sha256="")


def read_facts(text: str, vocabulary: Vocabulary = VOCABULARY) -> ArticleMention:
    return find_article_facts(make_article(text), split_zones(text, vocabulary), vocabulary)


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.name)
def test_layout_tells_its_facts(layout: Layout) -> None:
    mention = read_facts(layout.text)
    told = (mention.title, mention.outlet_id, mention.cited_outlets, mention.published.edtf, mention.dateline_place)
    assert told == (layout.title, layout.outlet, layout.cites, layout.published, layout.place)


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.name)
def test_story_has_its_bounds(layout: Layout) -> None:
    mention = read_facts(layout.text)
    story = layout.text[mention.body_start : mention.body_end]
    assert story.startswith(layout.begins)
    assert story.endswith(layout.ends)
