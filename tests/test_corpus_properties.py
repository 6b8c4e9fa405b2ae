"""What must hold of the own texts and of the coded ones: exact quotes, evidence, the same bytes twice, CSV and back."""

from __future__ import annotations

import csv
import os
import subprocess
import sys
from collections import defaultdict
from pathlib import Path

import pytest

from resolve_samples import as_sets
from security_meetings.check import check_integrity
from security_meetings.export.csv_files import format_cell, write_csv
from security_meetings.pipeline import Build
from security_meetings.resolve import resolve_codings
from security_meetings.schemas import load_schemas

ROOT = Path(__file__).parents[1]
BUILDS = ("own_build", "own_build_without_sources", "gold_build")


@pytest.fixture(params=BUILDS)
def corpus(request: pytest.FixtureRequest) -> Build:
    """Return each build of real or coded texts in turn."""
    build: Build = request.getfixturevalue(request.param)
    return build


def test_every_quote_stands_where_it_is_said_to_stand(corpus: Build) -> None:
    texts = {article.article_id: article.raw_text for article in corpus.articles}
    rows = (*corpus.records.evidence, *corpus.records.threats_mentioned)
    assert rows
    for row in rows:
        if row.char_start is None:
            assert (row.quote, row.rule_id) == (None, "supplied")
            continue
        assert row.quote == texts[row.article_id][row.char_start : row.char_end] != ""
        assert len(row.quote) <= 200


def test_everything_in_a_document_lies_within_its_text(corpus: Build) -> None:
    for coding in corpus.codings:
        document = coding.document
        spans = [
            *((sentence.start, sentence.end) for sentence in document.sentences),
            *((zone.start, zone.end) for zone in document.zones),
            *((place.start, place.end) for place in document.places),
            *((body.start, body.end) for body in document.organizations),
            *((told.start, told.end) for told in document.dates),
            *((actor.start, actor.end) for actor in document.actors),
            *((node.start, node.end) for parse in document.parses for node in parse.nodes),
        ]
        assert all(0 <= start < end <= len(document.text) for start, end in spans)
        for parse in document.parses:
            assert all(document.text[node.start : node.end] == node.text for node in parse.nodes)
            assert all(0 <= node.head < len(parse.nodes) for node in parse.nodes)
        keys = {person.key for person in document.persons}
        assert {actor.person for actor in document.actors} <= keys


def test_no_check_finds_an_error_in_the_tables(corpus: Build) -> None:
    texts = {article.article_id: article.raw_text for article in corpus.articles}
    found = check_integrity(corpus.tables, corpus.knowledge.schemas, texts)
    assert [problem.sentence() for problem in found if problem.severity == "error"] == []


def test_no_code_is_unknown(corpus: Build) -> None:
    records = corpus.records
    countries = {row.country_code for row in records.countries}
    bodies = {row.organization_id for row in records.organizations}
    for participant in records.participants:
        assert participant.country_code is None or participant.country_code in countries
        assert participant.organization_id is None or participant.organization_id in bodies
    for meeting in records.meetings:
        assert meeting.country_code is None or meeting.country_code in countries
        assert meeting.organization_id is None or meeting.organization_id in bodies
    for agreement in records.agreements:
        assert set(filter(None, (agreement.parties or "").split(";"))) <= countries | bodies


def test_values_that_are_told_have_evidence(corpus: Build) -> None:
    told: dict[str, set[str]] = defaultdict(set)
    for row in corpus.records.evidence:
        told[row.meeting_id or row.participant_id or row.agreement_id or row.article_id].add(row.column_name)
    for meeting in corpus.records.meetings:
        assert {"meeting_type", "status"} <= told[meeting.meeting_id]
        for column in ("date_edtf", "city", "organization_id", "host_country_code"):
            assert not getattr(meeting, column) or column in told[meeting.meeting_id], (meeting, column)
    for agreement in corpus.records.agreements:
        assert "agreement_type" in told[agreement.agreement_id]


def test_the_order_of_the_codings_changes_nothing(corpus: Build) -> None:
    vocabulary = corpus.knowledge.vocabulary
    before = as_sets(corpus.records)
    for codings in (corpus.codings[::-1], corpus.codings[2:] + corpus.codings[:2]):
        assert as_sets(resolve_codings(codings, vocabulary)) == before


def test_csv_gives_back_every_cell(corpus: Build, tmp_path: Path) -> None:
    for name, table in corpus.tables.items():
        path = tmp_path / f"{name}.csv"
        write_csv(table, path)
        with path.open(encoding="utf-8", newline="") as file:
            header, *rows = csv.reader(file)
        assert header == table.column_names == list(load_schemas()[name].column_names)
        columns = [column.to_pylist() for column in table.columns]
        assert rows == [[format_cell(cell) for cell in cells] for cells in zip(*columns, strict=True)]


def test_two_builds_give_the_same_bytes(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "security_meetings", "build", "--quiet", "--raw", str(ROOT / "raw"), "--dist"]
    places = {
        "here": {"PYTHONHASHSEED": "1", "TZ": "UTC", "LC_ALL": "C.UTF-8"},
        "there": {"PYTHONHASHSEED": "7", "TZ": "Asia/Kathmandu", "LC_ALL": "C"},
    }
    running = []
    for name, changed in places.items():
        (tmp_path / name).mkdir()
        running.append(subprocess.Popen([*command, "dist"], cwd=tmp_path / name, env={**os.environ, **changed}))
    assert [process.wait() for process in running] == [0, 0]
    first, second = (tmp_path / name / "dist" for name in places)
    names = {path.relative_to(first) for path in first.rglob("*") if path.is_file()}
    assert names == {path.relative_to(second) for path in second.rglob("*") if path.is_file()} != set()
    assert [name for name in sorted(names) if (first / name).read_bytes() != (second / name).read_bytes()] == []
