from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest

import layouts_agencies
import layouts_asia
import layouts_offices_asia
import layouts_offices_east
import layouts_offices_europe
import layouts_offices_south
import layouts_offices_west
import layouts_pages
import layouts_readouts
import layouts_region
import layouts_second_agencies
import layouts_second_offices
import layouts_third
from layouts import Layout
from security_meetings.annotate.zones import split_zones
from security_meetings.documents import Article, Source
from security_meetings.extract.article_facts import find_article_facts
from security_meetings.extract.article_sources import merge_source
from security_meetings.records import ArticleMention
from security_meetings.vocabularies import Vocabulary, load_vocabulary

VOCABULARY = load_vocabulary()
LAYOUTS = (
    *layouts_agencies.LAYOUTS,
    *layouts_asia.LAYOUTS,
    *layouts_offices_asia.LAYOUTS,
    *layouts_offices_east.LAYOUTS,
    *layouts_offices_europe.LAYOUTS,
    *layouts_offices_south.LAYOUTS,
    *layouts_offices_west.LAYOUTS,
    *layouts_pages.LAYOUTS,
    *layouts_readouts.LAYOUTS,
    *layouts_region.LAYOUTS,
    *layouts_second_agencies.LAYOUTS,
    *layouts_second_offices.LAYOUTS,
    *layouts_third.LAYOUTS,
)
STORY = "The interior ministers of Iran and Oman met in Muscat and agreed to fight smugglers together.\n"
SECOND = "They will meet again in Tehran before the end of the year.\n"


def make_article(text: str) -> Article:
    return Article(article_id="a", raw_text=text, text=text, text_sha256="")


def read_facts(text: str, vocabulary: Vocabulary = VOCABULARY) -> ArticleMention:
    return find_article_facts(make_article(text), split_zones(text, vocabulary), vocabulary)


def with_outlet_name(row: Mapping[str, str]) -> Vocabulary:
    names = (*VOCABULARY.gazetteer("outlet_names"), dict(row))
    return replace(VOCABULARY, gazetteers={**VOCABULARY.gazetteers, "outlet_names": names})


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


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.name)
def test_every_fact_has_its_words(layout: Layout) -> None:
    mention = read_facts(layout.text)
    told = {
        "title": mention.title,
        "outlet_id": mention.outlet_id,
        "cited_outlets": mention.cited_outlets,
        "dateline_place": mention.dateline_place,
        "published_edtf": mention.published.edtf,
    }
    assert {evidence.column_name for evidence in mention.evidence} == {name for name, value in told.items() if value}
    for evidence in mention.evidence:
        assert evidence.rule_id.startswith("articles.")
        assert evidence.quote == layout.text[evidence.char_start : evidence.char_end]


@pytest.mark.parametrize(
    ("text", "published", "rule_id"),
    [
        (f"Published: May 5, 2025\n{STORY}", "2025-05-05", "articles.published-label"),
        (f"5 May 2025 14:20\n{STORY}", "2025-05-05", "articles.published-header"),
        (f"MUSCAT, May 5, 2025 – {STORY}", "2025-05-05", "articles.published-dateline"),
        (f"May 5, 2025 – {STORY}", "2025-05-05", "articles.published-prefix"),
        (f"May 2025\nMUSCAT, May 5 – {STORY}", "2025-05-05", "articles.published-dateline-year"),
        (f"{STORY}{SECOND}Published 5 May 2025 - 12:15\n", "2025-05-05", "articles.published-end-label"),
        (f"{STORY}{SECOND}05-05-2025 | 20:14\n", "2025-05-05", "articles.published-end-note"),
        (f"Last updated: May 5, 2025\n{STORY}", "2025-05-05", "articles.published-updated"),
    ],
)
def test_publication_day_is_stated(text: str, published: str, rule_id: str) -> None:
    mention = read_facts(text)
    assert mention.published.edtf == published
    assert mention.published.basis == "stated"
    assert [e.rule_id for e in mention.evidence if e.column_name == "published_edtf"] == [rule_id]


@pytest.mark.parametrize(
    "text",
    [
        f"MUSCAT, May 5 – {STORY}",
        f"On May 5, 2025 the ministers of Iran and Oman met in Muscat.\n{SECOND}",
        f"Ministers to meet on 5 May 2025 in the city of Muscat\n{STORY}",
        f"{STORY}{SECOND}Related News\nIran, Qatar sign pact\n5 May 2025\n",
        f"{STORY}They had met on 3 May 2025 in Doha.\n",
        f"{STORY}{SECOND}© 2025 All rights reserved\n",
    ],
)
def test_publication_day_is_not_stated(text: str) -> None:
    assert read_facts(text).published.edtf is None


def test_of_two_days_in_the_header_the_published_one_counts() -> None:
    head = "January 9, 2025 | Today's Paper\nMinisters meet in Muscat over smugglers\n"
    text = f"{head}Updated 7 May 2025  Posted 5 May 2025\n{STORY}"
    assert read_facts(text).published.edtf == "2025-05-05"


def test_month_first_only_where_no_month_comes_second() -> None:
    assert read_facts(f"05/06/2025 10:20\n{STORY}").published.edtf == "2025-06-05"
    assert read_facts(f"05/26/2025 10:20\n{STORY}").published.edtf == "2025-05-26"


@pytest.mark.parametrize(
    ("text", "outlet", "cites"),
    [
        (f"{STORY}{SECOND}The talks were useful, IRNA reported.\n", None, ("irna",)),
        (f"TEHRAN (ISNA) – {STORY}The talks were useful, IRNA reported on Sunday.\n", "isna", ("irna",)),
        (f"{STORY}The official told Shafaq News that the talks were useful.\n", "shafaq_news", ()),
        (f"DAWN.COM | Today's Paper\n{STORY}The official told IRNA that the talks were useful.\n", "dawn", ("irna",)),
        (
            "The ministers of Iran and Oman met in Muscat, The Caspian Post reports, citing IRNA.\n",
            "caspian_post",
            ("irna",),
        ),
        (f"{STORY}{SECOND}Source: IRNA\n", None, ("irna",)),
        (f"{STORY}{SECOND}///nCa, 5 May 2025\n", "nca", ()),
        (f"{STORY}{SECOND}MNA/6353312\n", "mehr_news_agency", ()),
        (f"{STORY}{SECOND}Try presstv.co.uk\n", "press_tv", ()),
        (f"{STORY}{SECOND}Follow us on X @IrnaEnglish\n", "irna", ()),
        (f"{STORY}It was quoted as saying by the semi-official ILNA news agency.\n", None, ("ilna",)),
        (f"{STORY}At dawn the trend was clear, and the nation said so.\n", None, ()),
        (f"{STORY}The press service of the ministry said so.\n", None, ()),
        (f"{STORY}{SECOND}Related: Tasnim opens office in Muscat\n", None, ()),
        (f"Photo: IRNA\n{STORY}", None, ()),
        (f"MNA {STORY}", "mehr_news_agency", ()),
        (f"TASS Director General {STORY[4:]}", None, ()),
    ],
)
def test_outlet_and_cited_media(text: str, outlet: str | None, cites: tuple[str, ...]) -> None:
    mention = read_facts(text)
    assert (mention.outlet_id, mention.cited_outlets) == (outlet, cites)


def test_byline_with_an_outlet_s_initials() -> None:
    row = {"outlet_id": "global_times", "name": "GT", "kind": "abbreviation", "is_ambiguous": "true"}
    text = f"Home / CHINA / DIPLOMACY\nMinisters meet in Muscat over smugglers\nBy GT staff reporters\n{STORY}"
    assert read_facts(text, with_outlet_name(row)).outlet_id == "global_times"


def test_unlisted_outlet_has_an_id_and_a_notice() -> None:
    mention = read_facts(f"Khorog, May 5 (Pamir News Agency) – {STORY}")
    assert mention.outlet_id == "pamir_news_agency"
    assert [(problem.severity, problem.rule_id) for problem in mention.problems] == [
        ("notice", "articles.outlet-unlisted")
    ]
    assert '"Pamir News Agency"' in mention.problems[0].what


def test_spans_are_those_of_the_raw_text() -> None:
    raw = f"\ufeff{STORY}"
    article = Article(
        article_id="a",
        raw_text=raw,
        text=STORY,
        text_sha256="",
        raw_starts=tuple(range(1, len(raw) + 1)),
        raw_ends=tuple(range(2, len(raw) + 1)),
    )
    mention = find_article_facts(article, split_zones(STORY, VOCABULARY), VOCABULARY)
    assert raw[mention.body_start : mention.body_end] == STORY.strip()


STATED = f"Ministers meet in Muscat over smugglers\n5 May 2025\nMUSCAT (IRNA) – {STORY}"


def merge(text: str, **told: str) -> ArticleMention:
    return merge_source(read_facts(text), Source(article_id="a", **told), VOCABULARY)


def test_supplied_values_fill_what_the_text_leaves_open() -> None:
    mention = merge(STORY, title="Talks", outlet="Tasnim News Agency", published="2025-05", url="https://example.org/1")
    assert (mention.title, mention.outlet_id) == ("Talks", "tasnim_news_agency")
    assert (mention.published.edtf, mention.published.basis) == ("2025-05", "supplied")
    assert mention.published.interval_type == "uncertain"
    supplied = [evidence for evidence in mention.evidence if evidence.rule_id == "supplied"]
    assert {evidence.column_name for evidence in supplied} == {"title", "outlet_id", "published_edtf", "url"}
    assert all(evidence.char_start is None and not evidence.quote for evidence in supplied)
    assert mention.problems == ()


def test_text_s_word_stays_and_the_difference_is_told() -> None:
    mention = merge(STATED, title="Other", outlet="Tasnim", published="2025-05-07")
    assert (mention.title, mention.outlet_id) == ("Ministers meet in Muscat over smugglers", "irna")
    assert mention.published.edtf == "2025-05-05"
    assert [problem.severity for problem in mention.problems] == ["warning"] * 3
    assert '"2025-05-05"' in mention.problems[2].what
    assert '"2025-05-07"' in mention.problems[2].what


@pytest.mark.parametrize("published", ["2025", "2025-05", "2025-05-05", "2025-05-01/2025-05-31"])
def test_narrower_publication_date_stays(published: str) -> None:
    mention = merge(STATED, published=published)
    assert (mention.published.edtf, mention.published.basis) == ("2025-05-05", "stated")
    assert mention.problems == ()


def test_supplied_date_that_is_none_is_a_warning() -> None:
    mention = merge(STORY, published="5 May")
    assert mention.published.edtf is None
    assert [problem.rule_id for problem in mention.problems] == ["articles.source-date"]


def test_supplied_outlet_that_no_list_knows() -> None:
    mention = merge(STORY, outlet="Pamir Wire")
    assert mention.outlet_id == "pamir_wire"
    assert [problem.rule_id for problem in mention.problems] == ["articles.outlet-unlisted"]


def test_supplied_outlet_is_not_cited_by_itself() -> None:
    mention = merge(f"{STORY}The talks were useful, IRNA reported.\n", outlet="IRNA")
    assert (mention.outlet_id, mention.cited_outlets) == ("irna", ())
    assert not [evidence for evidence in mention.evidence if evidence.column_name == "cited_outlets"]


@pytest.mark.parametrize(
    ("head", "published"),
    [
        ("The White House\nMinisters sign a pact on the border\n5/6/2025\n", "2025-05-06"),
        ("The White House\nMinisters sign a pact on the border\n25/6/2025\n", "2025-06-25"),
        ("GOV.UK\nMinisters sign a pact on the border\n5/6/2025\n", "2025-06-05"),
        ("Ministers sign a pact on the border\n5/6/2025\n", "2025-06-05"),
        ("The White House\nMinisters sign a pact on the border\n5.6.2025\n", "2025-06-05"),
    ],
)
def test_day_in_figures_is_read_as_the_outlets_state_writes_it(head: str, published: str) -> None:
    assert read_facts(head + STORY + SECOND).published.edtf == published


def test_supplied_outlet_tells_how_figures_are_read() -> None:
    text = f"Ministers sign a pact on the border\n5/6/2025\n{STORY}{SECOND}"
    article = replace(make_article(text), source=Source(article_id="a", outlet="Associated Press"))
    mention = find_article_facts(article, split_zones(text, VOCABULARY), VOCABULARY)
    assert mention.published.edtf == "2025-05-06"


@pytest.mark.parametrize(
    ("head", "outlet", "title"),
    [
        ("Republic of Türkiye\nMinistry of Foreign Affairs\n", "ministry_of_foreign_affairs_of_turkiye", None),
        ("Ministry of Foreign Affairs\nGhana\n", "ministry_of_foreign_affairs_of_ghana", None),
        ("Ministry of Foreign Affairs\n", None, None),
        ("Anna Harlow, Minister of Foreign Affairs of Estonia\n", None, None),
        ("President of Iran in Dushanbe\n", None, "President of Iran in Dushanbe"),
        ("Statement of the Foreign Ministry of Oman\n", None, "Statement of the Foreign Ministry of Oman"),
        ("By GT staff reporters Published: Nov 03, 2025 11:27 PM\n", "global_times", None),
        ("GT 500 race cancelled over storm warning\n", None, "GT 500 race cancelled over storm warning"),
        ("SG Saudi Gazette\n", "saudi_gazette", None),
        ("Bangladesh Sangbad Sangstha (BSS)\n", "bangladesh_sangbad_sangstha", None),
        ("Ministers sign a pact [UPDATED]\n", None, "Ministers sign a pact"),
    ],
)
def test_name_of_an_office_is_no_headline(head: str, outlet: str | None, title: str | None) -> None:
    mention = read_facts(head + STORY + SECOND)
    assert (mention.outlet_id, mention.title) == (outlet, title)


def test_agency_on_a_newspapers_page_is_cited() -> None:
    mention = read_facts(f"The Hindu\nMinisters sign a pact on the border\nPTI\n{STORY}{SECOND}")
    assert (mention.outlet_id, mention.cited_outlets) == ("hindu", ("press_trust_of_india",))
