"""The report: the same figures as data and as a page that works offline, at every width, by keyboard and on paper."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from check_samples import IRANIAN, SCHEMAS, sample_cells, sample_tables, write_package
from pages import IN_VIEW, WIDTHS, check_accessibility, open_browser, open_page
from security_meetings.accuracy import hash_coder, read_accuracy, record_accuracy
from security_meetings.check import load_expectations
from security_meetings.check.bounds import TableBounds
from security_meetings.export.checks_told import name_engine, tell_checks
from security_meetings.export.figures import count_articles, count_distributions
from security_meetings.export.page import tell_count, tell_share, write_page
from security_meetings.export.report import Background, report_build
from security_meetings.problems import Problem
from security_meetings.scoring import Bin, Evaluation, Tally
from security_meetings.since_release import count_changes

ROOT = Path(__file__).parents[1]
VERSIONS = {"title": "Sample", "data_version": "0.1.0", "pipeline_version": "0.1.0", "model": "none"}
WHERE = f"participants {IRANIAN}, q00000001, interior_minister, 2019-05-06, 2019-05-06"
WARNINGS = (
    Problem(severity="warning", rule_id="expectations.was-in-office", where=WHERE, what='terms "2018"', todo="look"),
    Problem(
        severity="warning", rule_id="expectations.has-two-parties", where="agreements a0000000001", what="<b>one</b>"
    ),
)
NOTICES = tuple(
    Problem(
        severity="notice",
        rule_id=f"vocabulary.unlisted-{kind}",
        where=where,
        what=f'"{name}" is in no list',
        todo="add it",
    )
    for kind, where, name in (
        ("person", "one", "B"),
        ("person", "two", "B"),
        ("person", "one", "A"),
        ("place", "one", "C"),
    )
)
EVALUATION = Evaluation(
    name="gold",
    article_count=2,
    tallies={"meetings": Tally(gold=4, coded=3, hits=3)},
    fields={"meeting city": (2, 3)},
    bins=(Bin(low=0.8, high=0.9, count=3, confidence=0.85, right=2 / 3),),
    misses=(),
)


def make_report(background: Background | None = None) -> dict[str, Any]:
    accepted = {("expectations.has-two-parties", "agreements a0000000001", "<b>one</b>"): "the text names one"}
    own = Background(
        is_own=True,
        bounds={"meetings": TableBounds(rows=(1, 9), filled={"city": (0.5, 1.0)})},
        accepted=accepted,
        accuracy={**record_accuracy(EVALUATION, ROOT / "tests" / "gold", "none"), "differs": ["coder"]},
        last_release="0.0.9",
        changes={"meetings": {"added": 1, "removed": 0, "changed": 2}},
    )
    return report_build(sample_tables(), SCHEMAS, (*WARNINGS, *NOTICES), VERSIONS, background or own)


# ---- figures


def test_warnings_are_told_with_the_words_behind_the_row() -> None:
    report = make_report()
    accepted, open_warning = report["warnings"]
    assert (accepted["accepted"], open_warning["accepted"]) == ("the text names one", None)
    assert report["open_warning_count"] == 1
    words = {(told["column"], told["quote"], told["article_id"]) for told in open_warning["words"]}
    assert ("name", "Karim Daroni", "one") in words


def test_what_no_list_knows_is_told_by_kind_the_most_frequent_first() -> None:
    person, place = make_report()["unknown"]
    assert (person["kind"], person["count"], place["kind"]) == ("person", 2, "place")
    assert [(entry["what"], entry["count"], entry["example"]) for entry in person["named"]] == [
        ('"B" is in no list', 2, "one"),
        ('"A" is in no list', 1, "one"),
    ]


def test_rows_are_counted_by_year_country_and_type() -> None:
    charts = {chart["title"]: chart for chart in count_distributions(sample_tables())}
    assert charts["Meetings by year"]["bars"] == [{"value": "2019", "count": 1}]
    assert charts["Meetings by country taking part"]["bars"] == [
        {"value": "IRN", "count": 1},
        {"value": "TJK", "count": 1},
    ]
    assert charts["Meetings by type"]["bars"] == [{"value": "bilateral meeting", "count": 1}]
    assert charts["Threats by group"]["not_told"] == 1
    assert charts["Articles by outlet"] | {"others": 0} == charts["Articles by outlet"]


def test_articles_are_counted_by_what_they_give() -> None:
    given = {"articles": 2, "meetings": 2, "agreements": 1, "threats": 1, "nothing": 0}
    assert count_articles(sample_tables()) == given


def test_coverage_stands_beside_its_bounds() -> None:
    coverage = {table["table"]: table for table in make_report()["coverage"]}
    assert coverage["meetings"]["bounds"] == [1, 9]
    city = next(column for column in coverage["meetings"]["columns"] if column["name"] == "city")
    assert city == {"name": "city", "filled": 1, "bounds": [0.5, 1.0]}
    assert coverage["people"]["bounds"] == []


def test_every_check_is_told_with_what_it_found() -> None:
    told = {check["name"]: check for check in tell_checks(sample_tables(), (*WARNINGS, *NOTICES), is_own=True)}
    assert {entry.id for entry in load_expectations()} <= set(told)
    assert told["was-in-office"]["found"] == {"error": 0, "warning": 1, "notice": 0}
    assert told["Vocabulary"]["found"]["notice"] == 4
    assert "Bounds" not in {check["name"] for check in tell_checks(sample_tables(), (), is_own=False)}
    assert name_engine(sample_tables()).startswith("Frictionless")


def test_no_problem_is_left_out_of_the_checks() -> None:
    problems = [
        Problem(severity="notice", rule_id=f"{stem}.x", where="a", what="b")
        for stem in (
            "structure",
            "parity",
            "integrity",
            "formulas",
            "bounds",
            "vocabulary",
            "read",
            "sources",
            "articles",
        )
    ]
    told = tell_checks(sample_tables(), problems, is_own=True)
    assert sum(check["found"]["notice"] for check in told) == len(problems)


def test_changes_since_a_release_are_counted(tmp_path: Path) -> None:
    cells = sample_cells()
    cells["meetings"][0]["city"] = None
    cells["people"].pop()
    write_package(tmp_path, cells)
    (tmp_path / "csv/outlets.csv").unlink()
    changes = count_changes(tmp_path, sample_tables(), SCHEMAS)
    assert changes["meetings"] == {"added": 0, "removed": 0, "changed": 1}
    assert changes["people"]["added"] == changes["outlets"]["added"] == 1
    assert changes["evidence"] == {"added": 0, "removed": 0, "changed": 0}


# ---- accuracy


def test_accuracy_says_what_it_no_longer_agrees_with(tmp_path: Path) -> None:
    gold = tmp_path / "gold"
    (gold / "texts").mkdir(parents=True)
    (gold / "texts" / "a.txt").write_text("Text.", encoding="utf-8")
    recorded = record_accuracy(EVALUATION, gold, "model")
    path = tmp_path / "accuracy.json"
    path.write_text(json.dumps(recorded), encoding="utf-8")
    told = read_accuracy(path, gold, "model")
    assert told is not None and told["differs"] == []
    assert told["scores"][0] == {
        "name": "meetings",
        "gold": 4,
        "coded": 3,
        "hits": 3,
        "precision": 1.0,
        "recall": 0.75,
        "f1": 0.857,
    }
    (gold / "texts" / "a.txt").write_text("Other.", encoding="utf-8")
    path.write_text(json.dumps(recorded | {"made_of": recorded["made_of"] | {"coder": "0"}}), encoding="utf-8")
    changed = read_accuracy(path, gold, "other")
    assert changed is not None and changed["differs"] == ["coder", "gold", "model"]
    elsewhere = read_accuracy(path, tmp_path / "none", "model")
    assert elsewhere is not None and elsewhere["differs"] == ["coder"]


@pytest.mark.parametrize("content", ["", "{", "[]", "{}", '{"made_of": 1}'])
def test_accuracy_that_cannot_be_read_is_none(tmp_path: Path, content: str) -> None:
    (tmp_path / "accuracy.json").write_text(content, encoding="utf-8")
    assert read_accuracy(tmp_path / "accuracy.json", tmp_path, "model") is None
    assert read_accuracy(tmp_path / "nothing.json", tmp_path, "model") is None


def test_the_coder_has_one_checksum() -> None:
    assert hash_coder() == hash_coder()
    assert re.fullmatch("[0-9a-f]{64}", hash_coder())


# ---- the page as text


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("page") / "report.html"
    write_page(make_report(), path)
    return path


def test_the_page_needs_nothing_besides_itself(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    assert not re.search(r"<script|<link(?! rel=\"icon\" href=\"data:,\")|@import|url\(|src=", text)
    assert set(re.findall(r'href="(?!data:,)([^"]+)"', text)) == {
        *("#main", "#checks", "#found", "#distributions", "#coverage", "#unknown", "#accuracy", "#changes"),
    }
    assert all(f'id="{target}"' in text for target in re.findall(r'href="#(\w+)"', text))


def test_values_are_no_markup(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    assert "&lt;b&gt;one&lt;/b&gt;" in text
    assert "<b>" not in text


def test_the_page_is_the_same_for_the_same_report(page: Path, tmp_path: Path) -> None:
    write_page(json.loads(json.dumps(make_report())), tmp_path / "again.html")
    assert (tmp_path / "again.html").read_bytes() == page.read_bytes()


def test_the_page_says_what_there_is_not(tmp_path: Path) -> None:
    for background in (Background(), Background(is_own=True)):
        report = make_report(replace(background))
        write_page(report | {"warnings": [], "unknown": [], "problems": []}, tmp_path / "report.html")
        text = " ".join((tmp_path / "report.html").read_text(encoding="utf-8").split())
        for told in ("There is no warning.", "There is no notice.", "No accuracy was measured", "There is no release"):
            assert told in text
        assert "Every person, place, outlet and group" in text


def test_the_page_says_that_figures_are_old(page: Path, tmp_path: Path) -> None:
    assert "These figures no longer fit: since they were measured, the coder changed." in page.read_text(
        encoding="utf-8"
    )
    report = make_report()
    report["accuracy"] = {**report["accuracy"], "differs": []}
    write_page(report, tmp_path / "report.html")
    assert "Measured with the coder and on the coded texts as they are now." in (tmp_path / "report.html").read_text(
        encoding="utf-8"
    )


def test_counts_and_shares_are_told_in_words() -> None:
    assert [tell_count(1, "row"), tell_count(1234, "row"), tell_count(0, "tells", "tell")] == [
        *("1 row", "1,234 rows", "0 tell"),
    ]
    assert [tell_share(1, 3), tell_share(1, 1), tell_share(0, 0)] == ["33 %", "100 %", "–"]


def test_no_output_beside_the_tables_holds_a_long_stretch_of_a_text() -> None:
    outputs = [
        re.sub(r"\W+", " ", path.read_text(encoding="utf-8"))
        for path in (ROOT / "dist").glob("*.*")
        if path.suffix in (".html", ".json", ".csv")
    ]
    for path in (ROOT / "raw" / "articles").glob("*.txt"):
        text = re.sub(r"\W+", " ", path.read_text(encoding="utf-8"))
        # A stretch of 300 characters holds one of these whole.
        pieces = (text[start : start + 150] for start in range(0, len(text) - 150, 150))
        assert not [piece for piece in pieces for output in outputs if piece in output]


# ---- the page in a browser


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with open_browser() as opened:
        yield opened


@pytest.fixture(params=WIDTHS)
def opened(browser: Any, page: Path, request: pytest.FixtureRequest) -> Iterator[Any]:
    with open_page(browser, page, request.param) as tab:
        yield tab


def test_the_page_is_as_wide_as_the_window(opened: Any) -> None:
    assert opened.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    assert opened.evaluate("parseFloat(getComputedStyle(document.querySelector('td')).fontSize)") >= 14


def test_the_page_is_accessible(opened: Any) -> None:
    check_accessibility(opened)


def test_the_page_can_be_read_by_keyboard(opened: Any) -> None:
    count = opened.locator("a, [tabindex='0']").count()
    reached = []
    for _ in range(count):
        opened.keyboard.press("Tab")
        told, is_in_view, outline = opened.evaluate(IN_VIEW)
        assert is_in_view and outline != "none", told
        reached.append(told)
    assert len(set(reached)) > 10
    assert reached[0].startswith('<a class="skip"')
    assert reached[-1].startswith('<div class="wide"')
    opened.locator("a[href='#accuracy']").press("Enter")
    assert opened.evaluate("Math.abs(document.getElementById('accuracy').getBoundingClientRect().top)") < 900


def test_the_page_fits_on_paper(opened: Any) -> None:
    opened.emulate_media(media="print")
    opened.set_viewport_size({"width": 680, "height": 960})  # A4 without its margins
    assert not opened.locator("nav").is_visible()
    wide = "[...document.querySelectorAll('.wide')].filter(part => part.scrollWidth > part.clientWidth + 1).length"
    assert opened.evaluate(wide) == 0
    assert opened.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    assert opened.pdf(format="A4").startswith(b"%PDF")
