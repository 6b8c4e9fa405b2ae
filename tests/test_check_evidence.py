"""Evidence: every value without words, and every word that is not in its text, is told."""

from __future__ import annotations

import pytest

from check_samples import IRANIAN, SCHEMAS, TEXTS, AllCells, only_fault, problems_after, sample_cells, setter, to_tables
from security_meetings.check import check_integrity
from security_meetings.check.quotes import join_spans


@pytest.mark.parametrize(
    ("table", "number", "column", "value"),
    [
        ("meetings", 0, "organization_id", "SCO"),
        ("participants", 1, "organization_id", "SCO"),
        ("agreements", 0, "title", "On borders"),
        ("articles", 1, "url", "https://example.org/a"),
    ],
)
def test_a_value_without_evidence_is_told(table: str, number: int, column: str, value: str) -> None:
    problem = only_fault(problems_after(setter(table, number, **{column: value})), "no-evidence")
    assert problem.where.startswith(f"{table} ")
    assert problem.where.endswith(f"column {column}")
    assert problem.what == f'"{value}" has no evidence'


def test_each_value_of_the_sample_needs_its_evidence() -> None:
    count = len(sample_cells()["evidence"])
    told = 0
    for number in range(count):
        problems = problems_after(lambda cells, number=number: cells["evidence"].pop(number))
        told += bool(problems)
    # The date of the meeting alone is shown by two articles.
    assert told == count - 2


def test_evidence_of_two_rows_is_told() -> None:
    problems = problems_after(setter("evidence", participant_id=IRANIAN))
    assert "integrity.evidence-owners" in [problem.rule_id for problem in problems]


def test_evidence_of_no_row_is_told() -> None:
    problems = problems_after(setter("evidence", meeting_id="m0000000005"))
    assert {problem.rule_id for problem in problems} == {"integrity.evidence-owner", "integrity.no-evidence"}


def test_evidence_of_no_column_is_told() -> None:
    problems = problems_after(setter("evidence", column_name="citty"))
    found = next(problem for problem in problems if problem.rule_id == "integrity.evidence-column")
    assert (found.what, found.expected) == ('"citty" is no column of meetings', '"city"')


@pytest.mark.parametrize("rule_id", ["supplied", "corrected:c1"])
def test_a_value_from_outside_needs_no_words(rule_id: str) -> None:
    change = setter("evidence", -1, quote=None, char_start=None, char_end=None, rule_id=rule_id)
    assert problems_after(change) == []


def test_a_coded_value_needs_words() -> None:
    change = setter("evidence", -1, quote=None, char_start=None, char_end=None)
    assert '"meetings.sample" gives no words' in only_fault(problems_after(change), "evidence-span").what


def test_a_quote_without_its_span_is_told() -> None:
    problem = only_fault(problems_after(setter("evidence", -1, char_start=None)), "evidence-span")
    assert "char_start is empty" in problem.what


# ---- quotes


@pytest.mark.parametrize("table", ["evidence", "threats_mentioned"])
def test_a_quote_that_is_not_in_the_text_is_told(table: str) -> None:
    quote = sample_cells()[table][0]["quote"]
    problem = only_fault(problems_after(setter(table, quote=quote.upper())), "quote-differs")
    assert problem.what == f'"{quote.upper()}" is not what the text has'
    assert problem.expected.startswith(f'"{quote}" at ')


def test_a_quote_of_a_text_that_is_not_at_hand_is_not_compared() -> None:
    assert problems_after(setter("evidence", quote="MET IN DUSHANBE ON MONDAY"), {}) == []


def test_a_span_of_another_length_is_told() -> None:
    assert only_fault(problems_after(setter("evidence", char_end=1)), "quote-span")


def test_a_length_that_is_not_the_text_s_is_told() -> None:
    assert only_fault(problems_after(setter("articles", char_count=9999)), "char-count").what == 'char_count is "9999"'


def test_a_body_outside_the_text_is_told() -> None:
    assert only_fault(problems_after(setter("articles", body_end=9999)), "body-span")


def quoting_everything(cells: AllCells, gap: int, count: int = 4) -> dict[str, str]:
    text = "word " * 200
    cells["articles"][0] |= {"char_count": len(text), "body_end": len(text)}
    cells["threats_mentioned"].clear()
    template = next(row for row in cells["evidence"] if "meeting_id" in row)
    for row in cells["evidence"]:
        if row["article_id"] == "one":
            row |= {"char_start": 0, "char_end": 4, "quote": "word"}
    for number in range(count):
        start = number * (100 + gap)
        end = start + 100
        spans = {"char_start": start, "char_end": end, "quote": text[start:end]}
        cells["evidence"].append(template | spans | {"evidence_id": f"e9{number:09d}"})
    return TEXTS | {"one": text}


@pytest.mark.parametrize(("gap", "count", "length"), [(0, 4, 400), (1, 4, 403), (-20, 5, 420)])
def test_a_stretch_from_adjoining_quotes_is_told(gap: int, count: int, length: int) -> None:
    cells = sample_cells()
    texts = quoting_everything(cells, gap, count)
    problem = only_fault(check_integrity(to_tables(cells), SCHEMAS, texts), "long-stretch")
    assert problem.where == f"evidence of one, characters 0 to {length}"


@pytest.mark.parametrize(("gap", "count"), [(2, 4), (0, 3)])
def test_quotes_that_stand_apart_or_are_few_are_allowed(gap: int, count: int) -> None:
    cells = sample_cells()
    texts = quoting_everything(cells, gap, count)
    assert check_integrity(to_tables(cells), SCHEMAS, texts) == []


def test_spans_within_others_do_not_shorten_a_stretch() -> None:
    assert join_spans([(0, 100), (10, 20), (100, 150), (152, 160)]) == [(0, 150), (152, 160)]
