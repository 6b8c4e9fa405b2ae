"""The codebook: every table, column, rule and code in words, as Markdown and as a page; text stays text."""

from __future__ import annotations

import csv
import re
import shutil
from collections.abc import Iterator, Mapping
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from check_samples import SCHEMAS
from citation_samples import (
    FULL,
    HOSTILE,
    HOSTILE_PATTERN,
    HOSTILE_TEXT,
    ROOT,
    changed,
    declare_hostile_columns,
    write_folder,
    write_tables,
)
from pages import IN_VIEW, WIDTHS, check_accessibility, open_browser, open_page
from security_meetings.citation import load_descriptor, read_schemas, write_metadata
from security_meetings.citation.codebook_markdown import escape_markdown, format_code, read_markdown
from security_meetings.citation.work import one_line
from security_meetings.problems import DataProblems

MARKDOWN = MarkdownIt("commonmark").enable(["table", "strikethrough"])
LINES = st.text(st.characters(exclude_categories=["Cs"])).map(one_line).filter(bool)
CODE_TABLES = ("meeting_types", "agreement_types", "office_types", "threat_types")
# What the page and the Markdown are made of; anything else came out of a value.
ELEMENTS = {
    *("html", "head", "meta", "link", "title", "style", "body", "a", "header", "main", "nav", "section", "div"),
    *("h1", "h2", "h3", "p", "dl", "dt", "dd", "ul", "li", "table", "thead", "tbody", "tr", "th", "td", "code", "span"),
    "strong",
}


class Reader(HTMLParser):
    """Collects the elements of a page, their attributes, and the text of each cell and paragraph."""

    def __init__(self) -> None:
        super().__init__()
        self.elements: set[str] = set()
        self.attributes: set[str] = set()
        self.texts: list[str] = [""]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.add(tag)
        self.attributes |= {name for name, _ in attrs}
        if tag not in ("code", "strong", "a", "span"):
            self.texts.append("")

    def handle_data(self, data: str) -> None:
        self.texts[-1] += data


def read_html(text: str) -> Reader:
    reader = Reader()
    reader.feed(text)
    reader.close()
    return reader


@pytest.fixture(scope="module")
def edition(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the project's own edition with its codebook, as of a release."""
    folder = tmp_path_factory.mktemp("edition") / "dist"
    shutil.copytree(ROOT / "dist", folder, ignore=shutil.ignore_patterns("releases"))
    descriptor = changed(load_descriptor(folder), created="2026-11-20T00:00:00Z", id="10.5281/zenodo.1")
    write_metadata(descriptor, read_schemas(descriptor), folder)
    return folder


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_folder(tmp_path_factory.mktemp("hostile") / "sample", HOSTILE, declare_hostile_columns)


def forms(folder: Path) -> dict[str, Reader]:
    """Return the codebook as each of its forms shows it."""
    markdown = (folder / "codebook.md").read_text(encoding="utf-8")
    page = (folder / "codebook.html").read_text(encoding="utf-8")
    return {"markdown": read_html(MARKDOWN.render(markdown)), "page": read_html(page)}


# ---- content


@pytest.mark.parametrize("form", ["markdown", "page"])
def test_every_column_is_told_with_its_meaning(edition: Path, form: str) -> None:
    shown = {text.strip() for text in forms(edition)[form].texts}
    for schema in SCHEMAS.values():
        assert any(schema.description in text for text in shown), schema.name
        for column in schema.columns:
            assert column.description in shown, f"{schema.name}.{column.name}"
            assert any(text.startswith(column.name) for text in shown), f"{schema.name}.{column.name}"


@pytest.mark.parametrize("table", CODE_TABLES)
def test_every_code_is_told_with_its_definition(edition: Path, table: str) -> None:
    with (edition / "csv" / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) > 1
    for name, reader in forms(edition).items():
        cells = [text.strip() for text in reader.texts]
        for row in rows:
            code, definition = next(iter(row.values())), row["definition"]
            assert code in cells and definition in cells, f"{name}: {code}"


def test_registers_without_definitions_are_not_listed(edition: Path) -> None:
    text = (edition / "codebook.md").read_text(encoding="utf-8")
    assert sorted(re.findall(r"^### Codes of (\w+)", text, re.MULTILINE)) == sorted(CODE_TABLES)


@pytest.mark.parametrize(
    "words",
    [
        "| `status` |",
        "never empty; one of `held`, `planned`, `cancelled`",
        "refers to `countries.country_code`",
        "matches `^[A-Z]{3}$`",
        "at least -90; at most 90",
        "computed from other columns",
        "text, several joined with ;",
        "date (YYYY-MM-DD)",
        "- Key: `meeting_id`, `article_id`",
        "- Unique together: `meeting_id`, `person_id`",
        "- Files: `csv/meetings.csv`, `parquet/meetings.parquet`",
        "- **Released:** 2026-11-20",
        "- **DOI:** 10.5281/zenodo.1 (https://doi.org/10.5281/zenodo.1)",
    ],
)
def test_rules_are_told_in_words(edition: Path, words: str) -> None:
    assert words in (edition / "codebook.md").read_text(encoding="utf-8")


def test_a_code_table_that_is_not_there_is_told_and_nothing_written(tmp_path: Path) -> None:
    folder = write_tables(tmp_path / "sample", FULL)
    for name in ("threat_types", "meeting_types"):
        (folder / "csv" / f"{name}.csv").unlink()
    before = sorted(path.name for path in folder.iterdir())
    descriptor = load_descriptor(folder)
    with pytest.raises(DataProblems) as raised:
        write_metadata(descriptor, read_schemas(descriptor), folder)
    assert [problem.where for problem in raised.value.problems] == ["csv/meeting_types.csv", "csv/threat_types.csv"]
    assert sorted(path.name for path in folder.iterdir()) == before


# ---- text as text


@pytest.mark.parametrize("form", ["markdown", "page"])
def test_values_are_no_markup(hostile: Path, form: str) -> None:
    reader = forms(hostile)[form]
    assert reader.elements <= ELEMENTS
    assert not [name for name in reader.attributes if name.startswith("on")]
    texts = [text.strip() for text in reader.texts]
    assert f"{one_line(HOSTILE_TEXT)}: codebook" in texts
    assert texts.count(one_line(HOSTILE_TEXT)) >= 3  # meaning and example of a column, definition of a code
    assert f"matches {HOSTILE_PATTERN}" in " ".join(texts).replace("; ", " ")


def test_no_value_is_a_link(hostile: Path) -> None:
    page = (hostile / "codebook.html").read_text(encoding="utf-8")
    assert "javascript:" not in "".join(re.findall(r'href="([^"]*)"', page))
    assert "<a " not in MARKDOWN.render((hostile / "codebook.md").read_text(encoding="utf-8"))


def shown(markdown: str) -> str:
    """Return the text of a paragraph of Markdown."""
    html = MARKDOWN.render(markdown)
    reader = read_html(html)
    assert reader.elements <= {"p", "table", "thead", "tbody", "tr", "th", "td", "code"}, html
    return "".join(reader.texts).strip()


@given(LINES)
def test_any_line_is_shown_as_it_is(text: str) -> None:
    assert shown(escape_markdown(text)) == text
    assert read_markdown(escape_markdown(text)) == text


@given(LINES)
def test_any_cell_is_shown_as_it_is(text: str) -> None:
    told = shown(f"| head | more |\n| --- | --- |\n| {escape_markdown(text)} | {format_code(text)} |\n")
    assert told.replace("\n", "") == f"headmore{text}{text}"


@pytest.mark.parametrize(
    "text",
    ["- a", "1. a", "12) a", "+ a", "# a", "=== ", "> a", "~~~", "--- ", "***", "`a`", "_a_", "&lt;", "a_b", "|"],
)
def test_signs_of_markdown_are_shown(text: str) -> None:
    assert shown(escape_markdown(text.strip())) == text.strip()


def test_names_of_columns_and_numbers_stay_readable() -> None:
    assert escape_markdown("meeting_types 1.2.0") == "meeting_types 1.2.0"
    assert escape_markdown("1.2.0") == "1.2.0"


# ---- the page


@pytest.fixture(scope="module")
def page(edition: Path) -> Path:
    return edition / "codebook.html"


def test_the_page_needs_nothing_besides_itself(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    assert not re.search(r"<script|<link(?! rel=\"icon\" href=\"data:,\")|@import|url\(|src=", text)
    assert all(f'id="{target}"' in text for target in re.findall(r'href="#([^"]+)"', text))
    names = re.findall(r' id="([^"]+)"', text)
    assert len(names) == len(set(names))
    assert {"meetings", "meetings.city", "threat_types"} <= set(names)


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with open_browser() as opened:
        yield opened


@pytest.fixture(params=WIDTHS)
def opened(browser: Any, page: Path, request: pytest.FixtureRequest) -> Iterator[Any]:
    with open_page(browser, page, request.param) as tab:
        yield tab


@pytest.mark.parametrize("width", WIDTHS)
def test_hostile_words_do_not_widen_the_page_nor_run(browser: Any, hostile: Path, width: int) -> None:
    with open_page(browser, hostile / "codebook.html", width) as tab:
        assert tab.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def test_the_page_is_as_wide_as_the_window(opened: Any) -> None:
    assert opened.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    assert opened.evaluate("parseFloat(getComputedStyle(document.querySelector('td')).fontSize)") >= 14


@pytest.mark.parametrize("width", WIDTHS)
def test_the_page_is_accessible(browser: Any, tmp_path: Path, width: int) -> None:
    folder = write_tables(tmp_path / "sample", FULL)
    descriptor = load_descriptor(folder)
    # Every kind of element is in these; a contrast is measured for every cell, which takes its time.
    few = {name: SCHEMAS[name] for name in ("threat_types", "countries", "outlets", "articles")}
    write_metadata(descriptor, few, folder)
    with open_page(browser, folder / "codebook.html", width) as tab:
        check_accessibility(tab)


def test_the_page_can_be_read_by_keyboard(opened: Any) -> None:
    reached = []
    for _ in range(opened.locator("a, [tabindex='0']").count()):
        opened.keyboard.press("Tab")
        told, is_in_view, outline = opened.evaluate(IN_VIEW)
        assert is_in_view and outline != "none", told
        reached.append(told)
    assert reached[0].startswith('<a class="skip"')
    assert any("Codes of threat" in told for told in reached)
    opened.locator("nav a[href='#meetings']").press("Enter")
    assert opened.evaluate("Math.abs(document.getElementById('meetings').getBoundingClientRect().top)") < 900


def test_the_page_fits_on_paper(opened: Any) -> None:
    opened.emulate_media(media="print")
    opened.set_viewport_size({"width": 680, "height": 960})  # A4 without its margins
    assert not opened.locator("nav").is_visible()
    wide = "[...document.querySelectorAll('.wide')].filter(part => part.scrollWidth > part.clientWidth + 1).length"
    assert opened.evaluate(wide) == 0
    assert opened.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    assert opened.pdf(format="A4").startswith(b"%PDF")


def test_both_forms_tell_the_same_tables(edition: Path) -> None:
    told: Mapping[str, Reader] = forms(edition)
    headings = {
        name: [text.strip() for text in reader.texts if text.strip() in SCHEMAS] for name, reader in told.items()
    }
    assert set(headings["markdown"]) == set(headings["page"]) == set(SCHEMAS)
