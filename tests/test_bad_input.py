"""Bad input: each kind gives a problem that says where, what, what was expected and what to do."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from conftest import SOURCE_HEADER, MakeRaw
from security_meetings.problems import Problem, has_errors
from security_meetings.read import read_raw_folder

RUSSIAN = "Министры внутренних дел встретились в Душанбе."


def only_problem(problems: tuple[Problem, ...]) -> Problem:
    assert len(problems) == 1, problems
    problem = problems[0]
    assert problem.severity == "error"
    assert problem.where and problem.what and problem.expected and problem.todo
    return problem


@pytest.mark.parametrize(
    ("content", "rule_id", "words"),
    [
        (b"", "read.empty-text", "empty"),
        (" \u200b\n".encode(), "read.empty-text", "empty"),
        (b"The minister\x00 met", "read.binary-file", "binary"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "read.binary-file", "binary"),
        (b"GIF89a\x01\x02\x03\x04\x05", "read.binary-file", "binary"),
        (RUSSIAN.encode("cp1251"), "read.not-utf-8", "byte 0 (0xCC) is not UTF-8, likely WINDOWS-1251"),
        (RUSSIAN.encode("koi8-r"), "read.not-utf-8", "KOI8-R"),
        ("The minister’s café".encode("cp1252"), "read.not-utf-8", "byte 12 (0x92) is not UTF-8, likely WINDOWS-1252"),
        (RUSSIAN.encode("utf-16"), "read.not-utf-8", "UTF-16LE"),
        ("The ministers met".encode("utf-16-be"), "read.not-utf-8", "byte 0 (0x00) is not UTF-8, likely UTF-16BE"),
    ],
)
def test_a_bad_text_is_told(make_raw: MakeRaw, content: bytes, rule_id: str, words: str) -> None:
    raw = make_raw({"good": "The ministers met.", "bad": content})
    problem = only_problem(read_raw_folder(raw).problems)
    assert (problem.rule_id, problem.where) == (rule_id, "articles/bad.txt")
    assert words in problem.what


def test_bad_texts_are_left_out_on_demand(make_raw: MakeRaw) -> None:
    raw = make_raw(
        {"bad": b"\xff", "empty": "", "good": "Talks."}, sources=f"{SOURCE_HEADER}\nbad,,,,,,,\ngood,,,,,,,\n"
    )
    reading = read_raw_folder(raw, skip_bad=True)
    assert [article.article_id for article in reading.articles] == ["good"]
    assert [problem.severity for problem in reading.problems] == ["warning", "warning"]
    assert all(problem.what.endswith("left out") for problem in reading.problems)


def test_nothing_left_after_leaving_out_is_an_error(make_raw: MakeRaw) -> None:
    problems = read_raw_folder(make_raw({"bad": b"\xff"}), skip_bad=True).problems
    assert [problem.rule_id for problem in problems] == ["read.not-utf-8", "read.no-texts"]
    assert has_errors(problems)


def test_two_names_that_are_one_are_told(make_raw: MakeRaw) -> None:
    raw = make_raw({"re\u0301union": "One.", "réunion": "Two."})
    assert only_problem(read_raw_folder(raw).problems).rule_id == "read.same-name"


@pytest.mark.parametrize("name", ["a\nb", "a;b", " a", os.fsdecode(b"\xe4")])
def test_a_name_that_no_table_carries_is_told(make_raw: MakeRaw, name: str) -> None:
    raw = make_raw({})
    (raw / "articles" / f"{name}.txt").write_text("Text.", encoding="utf-8")
    problem = only_problem(read_raw_folder(raw).problems)
    assert problem.rule_id == "read.bad-name"
    assert problem.sentence().isprintable()


def test_links_out_of_the_folder_and_folders_are_refused(make_raw: MakeRaw, tmp_path: Path) -> None:
    raw = make_raw({"good": "Text."})
    (tmp_path / "secret").write_text("secret", encoding="utf-8")
    (raw / "articles" / "link.txt").symlink_to(tmp_path / "secret")
    (raw / "articles" / "loose.txt").symlink_to("nowhere")
    (raw / "articles" / "folder.txt").mkdir()
    os.mkfifo(raw / "articles" / "pipe.txt")
    problems = read_raw_folder(raw).problems
    assert [(problem.rule_id, problem.where) for problem in problems] == [
        ("read.not-a-file", "articles/folder.txt"),
        ("read.outside-link", "articles/link.txt"),
        ("read.not-a-file", "articles/loose.txt"),
        ("read.not-a-file", "articles/pipe.txt"),
    ]


def test_a_missing_folder_names_the_nearest(make_raw: MakeRaw) -> None:
    raw = make_raw({"a": "Text."})
    assert '"raw"' in only_problem(read_raw_folder(raw.parent / "rwa").problems).expected
    assert "articles/" in only_problem(read_raw_folder(raw / "articles").problems).what


def test_a_folder_without_texts_is_told(make_raw: MakeRaw) -> None:
    assert only_problem(read_raw_folder(make_raw({})).problems).rule_id == "read.no-texts"


@pytest.mark.parametrize(
    ("sources", "rule_id", "where", "words"),
    [
        (f"{SOURCE_HEADER}\na,,,,,,,\na,,,,,,,\n", "duplicate-article", "line 3, column article_id", "line 2"),
        (f"{SOURCE_HEADER}\nminster,,,,,,,\n", "unknown-article", "line 2, column article_id", '"minister"'),
        (f"{SOURCE_HEADER}\n,x,,,,,,\n", "missing-article", "line 2, column article_id", "empty"),
        (f"{SOURCE_HEADER}\na,,,,13 Sep 2019,,,\n", "bad-date", "line 2, column published", '"13 Sep 2019"'),
        (f"{SOURCE_HEADER}\na,,,,2019-02-30,,,\n", "bad-date", "line 2, column published", "EDTF"),
        (f"{SOURCE_HEADER}\na,,,,2019-09-14/2019-09-13,,,\n", "bad-date", "line 2, column published", "EDTF"),
        (f"{SOURCE_HEADER}\na,,,,,soon,,\n", "bad-date", "line 2, column retrieved", '"soon"'),
        (f"{SOURCE_HEADER}\na,,,example.org,,,,\n", "bad-url", "line 2, column url", "example.org"),
        (f"{SOURCE_HEADER}\na,b\n", "cell-count", "line 2", "2 cells"),
        (f'{SOURCE_HEADER}\na,"b,,,,,,\n', "bad-csv", "line", "CSV"),
        (SOURCE_HEADER.replace(",note", ""), "missing-column", "line 1", '"note"'),
        (f"{SOURCE_HEADER},pubished", "unknown-column", "line 1, column 9", '"published"'),
        (f"{SOURCE_HEADER},note", "repeated-column", "line 1, column 9", "twice"),
        (SOURCE_HEADER.replace(",", ";"), "bad-separator", "line 1", "commas"),
    ],
)
def test_a_bad_source_row_is_told(make_raw: MakeRaw, sources: str, rule_id: str, where: str, words: str) -> None:
    raw = make_raw({"a": "Text.", "minister": "Another."}, sources=sources)
    errors = tuple(problem for problem in read_raw_folder(raw).problems if problem.severity == "error")
    problem = only_problem(errors)
    assert problem.rule_id == f"sources.{rule_id}"
    assert problem.where.startswith(f"sources.csv, {where}")
    assert words in problem.sentence()


def test_sources_in_another_encoding_are_told(make_raw: MakeRaw) -> None:
    raw = make_raw({"a": "Text."})
    (raw / "sources.csv").write_bytes(f"{SOURCE_HEADER}\na,Азия,,,,,,\n".encode("cp1251"))
    problem = only_problem(read_raw_folder(raw).problems)
    assert (problem.rule_id, problem.where) == ("sources.not-utf-8", "sources.csv")


def test_all_faults_of_the_sources_come_together(make_raw: MakeRaw) -> None:
    raw = make_raw({"a": "Text."}, sources=f"{SOURCE_HEADER}\nz,,,nowhere,never,,,\na,,,,x,,,\n")
    assert len(read_raw_folder(raw).problems) == 4


@pytest.mark.parametrize("sources", ["", f"{SOURCE_HEADER}\n"])
def test_an_empty_file_of_sources_is_fine(make_raw: MakeRaw, sources: str) -> None:
    assert not has_errors(read_raw_folder(make_raw({"a": "Text."}, sources=sources)).problems)
