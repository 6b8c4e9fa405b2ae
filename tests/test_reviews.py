"""Reviews: rows accepted by a human coder stay so until their words or their coding change; the queue asks in order."""

from __future__ import annotations

import os
import pty
import select
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from check_samples import SCHEMAS
from resolve_samples import Teller, make_person, resolve
from security_meetings.cli import app
from security_meetings.corrections import Correction
from security_meetings.ledger import Ledger
from security_meetings.problems import DataProblems
from security_meetings.project import Project
from security_meetings.results import Records
from security_meetings.review_queue import (
    CHANGED,
    CONFLICT,
    DISAGREEMENT,
    LOW,
    NAMELESS,
    UNRESOLVED,
    list_candidates,
    tell_surroundings,
)
from security_meetings.reviews import (
    REVIEWED,
    Review,
    group_evidence,
    mark_coding,
    mark_reviewed,
    read_reviews,
    write_reviews,
)
from security_meetings.workbench import Workbench
from test_decisions import read, run

DAY = date(2026, 11, 5)
OMAR = make_person(0, "Omar Saidov", "head_of_state", "TJK")
REZA = make_person(1, "Reza Hamidi", "head_of_state", "IRN")
UNKNOWN = make_person(2, "Lena Marek", "foreign_minister", "CZE")
NOBODY = make_person(3, None, "interior_minister", "KGZ")
TELLERS = (
    Teller("a1", OMAR, REZA, published="2022-05-20").meeting(
        0, (0, 1), day="2022-05-19", city="Dushanbe", country_code="TJK"
    ),
    Teller("a2", OMAR, REZA, published="2022-05-21").meeting(0, (0, 1), day="2022-05-20"),
    Teller("a3", OMAR, UNKNOWN, NOBODY, published="2020-05-21").meeting(0, (0, 2), day="2020-05-20", confidence=0.5),
    Teller("a4", OMAR, NOBODY, published="2019-05-21").meeting(0, (0, 3), day="2019-05-20"),
)
RECORDS = resolve(*TELLERS)
CONFLICTING = next(row for row in RECORDS.meetings if row.has_date_conflict)


def bench_of(folder: Path, records: Records = RECORDS, *corrections: Correction) -> Workbench:
    return Workbench(
        project=Project(root=folder, version="0.1.0"),
        schemas=SCHEMAS,
        articles=[teller.document.article for teller in TELLERS],
        records=records,
        corrections=corrections,
        ledger=Ledger(),
        edition="",
        tell=pytest.fail,
    )


def accept_all(records: Records) -> list[Review]:
    evidence = group_evidence(records.evidence)
    return [
        Review(
            table_name="meetings",
            row_id=row.meeting_id,
            coding_sha256=mark_coding(row, evidence["meetings", row.meeting_id], SCHEMAS["meetings"]),
            who="A. Coder",
            when=DAY,
        )
        for row in records.meetings
    ]


def test_the_queue_begins_with_conflicts_and_ends_with_low_confidence(tmp_path: Path) -> None:
    found = list_candidates(bench_of(tmp_path))
    needs = [candidate.needs for candidate in found]
    assert found[0].row_id == CONFLICTING.meeting_id and needs[0] == (CONFLICT,)
    assert sorted(needs[1:]) == sorted([(UNRESOLVED,), (NAMELESS,), (LOW,)])
    assert needs[-1] == (LOW,)
    everything = list_candidates(bench_of(tmp_path), with_all=True)
    assert len(everything) == len(RECORDS.meetings) + len(RECORDS.participants)
    assert everything[: len(found)] == found
    assert len(list_candidates(bench_of(tmp_path), below=0.3)) == len(found) - 1


def test_reports_that_tell_another_status_are_to_be_read(tmp_path: Path) -> None:
    links = tuple(
        replace(link, status="planned") if link.article_id == "a2" else link for link in RECORDS.meeting_articles
    )
    found = list_candidates(bench_of(tmp_path, replace(RECORDS, meeting_articles=links)))
    assert found[0].needs == (CONFLICT, DISAGREEMENT)
    told = list(tell_surroundings(found[0], bench_of(tmp_path)))
    assert any("Omar Saidov" in line for line in told) and "a2 tells: held, bilateral_meeting, 2022-05-20" in told


def test_what_was_decided_is_not_asked_again_until_it_changes(tmp_path: Path) -> None:
    bench = bench_of(tmp_path)
    write_reviews(bench.project.corrections_folder, accept_all(RECORDS))
    assert {candidate.table_name for candidate in list_candidates(bench, with_all=True)} == {"participants"}
    meetings = tuple(replace(row, city="Osh") if row == CONFLICTING else row for row in RECORDS.meetings)
    again = list_candidates(bench_of(tmp_path, replace(RECORDS, meetings=meetings)))
    assert (again[0].row_id, again[0].needs) == (CONFLICTING.meeting_id, (CONFLICT, CHANGED))
    correction: Any = type("Decided", (), {"key": ("meetings", CONFLICTING.meeting_id)})()
    decided = list_candidates(bench_of(tmp_path, replace(RECORDS, meetings=meetings), correction))
    assert all(candidate.table_name == "participants" for candidate in decided)


@pytest.mark.parametrize(
    ("change", "is_reviewed"),
    [
        (lambda row, words: (row, words), True),
        (lambda row, words: (replace(row, confidence=0.1), words), True),
        (lambda row, words: (replace(row, article_count=7), words), True),
        (lambda row, words: (row, [replace(e, rule_id="other.rule", char_start=0, char_end=4) for e in words]), True),
        (lambda row, words: (replace(row, status="planned"), words), False),
        (lambda row, words: (replace(row, date_edtf=None), words), False),
        (lambda row, words: (row, [replace(e, quote="said") for e in words]), False),
        (lambda row, words: (row, words[1:]), False),
    ],
)
def test_an_accepted_row_is_reviewed_until_words_or_coding_change(
    change: Callable[..., tuple[Any, list[Any]]], is_reviewed: bool
) -> None:
    mine = [e for e in RECORDS.evidence if e.meeting_id == CONFLICTING.meeting_id]
    row, words = change(CONFLICTING, sorted(mine, key=lambda e: (e.column_name, e.evidence_id)))
    if len(words) < len(mine):
        words = [e for e in words if e.column_name != mine[0].column_name]
    others = [e for e in RECORDS.evidence if e not in mine]
    records = replace(
        RECORDS,
        meetings=tuple(row if other == CONFLICTING else other for other in RECORDS.meetings),
        evidence=(*others, *words),
    )
    made, problems = mark_reviewed(records, accept_all(RECORDS), SCHEMAS)
    status = {row.meeting_id: row.coding_status for row in made.meetings}
    assert not problems
    assert status.pop(CONFLICTING.meeting_id) == ("reviewed" if is_reviewed else "machine")
    assert set(status.values()) == {"reviewed"}


def test_a_corrected_row_stays_corrected_and_one_that_is_gone_is_noticed() -> None:
    corrected = tuple(replace(row, coding_status="corrected") for row in RECORDS.meetings)
    made, problems = mark_reviewed(replace(RECORDS, meetings=corrected), accept_all(RECORDS), SCHEMAS)
    assert made.meetings == corrected and not problems
    made, problems = mark_reviewed(replace(RECORDS, meetings=()), accept_all(RECORDS)[:1], SCHEMAS)
    assert [(problem.severity, problem.rule_id) for problem in problems] == [("notice", "reviews.row-gone")]


def test_reviews_read_as_they_were_written(tmp_path: Path) -> None:
    reviews = accept_all(RECORDS)
    write_reviews(tmp_path, [replace(reviews[0], who="Someone else"), *reviews])
    assert sorted(read_reviews(tmp_path), key=lambda r: r.key) == sorted(reviews, key=lambda r: r.key)
    assert read_reviews(tmp_path / "none") == ()


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (lambda text: text.replace("table_name", "table"), "line 1: the header is not that of reviews"),
        (lambda text: text.replace("meetings,", "meeting,", 1), '"meeting" has no reviews; expected "meetings"'),
        (lambda text: text + text.splitlines()[1] + "\n", "stands twice"),
        (lambda text: text.replace("2026-11-05", "today", 1), '"today" is no day'),
        (lambda text: text.replace("A. Coder", "", 1), "who is empty"),
        (lambda text: text + "meetings,m1\n", "the row has 2 cells; expected 5"),
        (lambda text: text + "meetings,m1,abc,x,2026-11-05\n", '"abc" is no mark of a coding'),
        (lambda text: text + '"', "cannot be read"),
    ],
)
def test_faults_of_the_reviews_are_told(tmp_path: Path, change: Callable[[str], str], told: str) -> None:
    write_reviews(tmp_path, accept_all(RECORDS))
    path = tmp_path / REVIEWED
    path.write_text(change(path.read_text(encoding="utf-8")), encoding="utf-8")
    with pytest.raises(DataProblems) as found:
        read_reviews(tmp_path)
    assert told in "\n".join(problem.sentence() for problem in found.value.problems)


# --- the command ---


def review(*arguments: str, typed: str, monkeypatch: pytest.MonkeyPatch) -> Result:
    monkeypatch.setattr("security_meetings.cli_review.is_terminal", lambda: True)
    result = CliRunner().invoke(app, ["review", "--when", "2026-11-05", *arguments], input=typed)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


@pytest.fixture
def meeting_id(built: Path) -> str:
    return read(built, "meetings")[0]["meeting_id"]


def test_without_a_terminal_the_rows_are_listed(built: Path, meeting_id: str) -> None:
    told = run("review").stdout
    assert f"--- 1 of 1: low confidence\nmeetings {meeting_id}\n" in told
    assert '"Dushanbe" (meetings.stand-in)' in told and "1 row to be read" in told
    assert "0 rows to be read" in run("review", "--below", "0.2").stdout
    assert "nothing speaks against it" in run("review", "--below", "0.2", "--all").stdout
    assert "0 rows to be read" in run("review", "--table", "participants").stdout
    assert not (built / "build" / "corrections").exists()


def test_an_accepted_row_is_reviewed_after_the_next_build(
    built: Path, meeting_id: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = review(typed="x\na\n", monkeypatch=monkeypatch)
    assert "1 accepted of 1" in told.stdout and "to apply it: security-meetings build" in told.stdout
    text = (built / "build" / "corrections" / REVIEWED).read_text(encoding="utf-8")
    assert text.splitlines()[1].startswith(f"meetings,{meeting_id},") and text.endswith(",A. Coder,2026-11-05\n")
    assert "0 rows to be read" in run("review").stdout
    assert run("build", "-q").exit_code == 0
    assert read(built, "meetings")[0]["coding_status"] == "reviewed"
    assert "0 rows to be read" in run("review", "--all").stdout
    (built / "raw" / "articles" / "b.txt").write_text("Nothing.", encoding="utf-8")
    assert run("build", "-q").exit_code == 0
    assert read(built, "meetings")[0]["coding_status"] == "reviewed"


def test_a_row_is_corrected_in_the_review(built: Path, meeting_id: str, monkeypatch: pytest.MonkeyPatch) -> None:
    typed = "c\nctiy\ncity\nOsh\n\ncity\nOsh\nread again\nhost_country_code\nTJK\nin Dushanbe\na\nit says so\n\n"
    told = review(typed=typed, monkeypatch=monkeypatch).stdout
    assert 'COLUMN "ctiy" cannot be corrected; expected "city"' in told
    assert 'city: "Dushanbe" → "Osh"' in told and "1 corrected of 1" in told
    assert run("build", "-q").exit_code == 0
    (row,) = read(built, "meetings")
    assert (row["city"], row["host_country_code"], row["coding_status"]) == ("Osh", "TJK", "corrected")
    assert "0 rows to be read" in run("review", "--all").stdout


def test_a_row_is_withdrawn_or_left_in_the_review(
    built: Path, meeting_id: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    left = review(typed="w\n\nc\ncountry_code\nTJX\nwrong\n\ns\n", monkeypatch=monkeypatch).stdout
    assert "1 skipped of 1" in left and '"TJX" is no country_code; expected "TJK"' in left
    assert not (built / "build" / "corrections").exists()
    assert "nothing decided of 1" in review(typed="q\n", monkeypatch=monkeypatch).stdout
    assert "nothing decided of 1" in review(typed="", monkeypatch=monkeypatch).stdout
    gone = review(typed="w\nno meeting\n", monkeypatch=monkeypatch).stdout
    assert f"meetings {meeting_id}: withdrawn" in gone and "1 withdrawn of 1" in gone
    assert "0 rows to be read" in run("review").stdout


@pytest.mark.parametrize(
    ("arguments", "words"),
    [(["--table", "people"], "not known"), (["--below", "7"], "--below"), (["--raw", "rwa"], 'did you mean "raw"?')],
)
def test_wrong_usage_of_review(built: Path, arguments: list[str], words: str) -> None:
    result = run("review", *arguments)
    assert result.exit_code == 2 and words in result.output


def read_until(screen: int, words: bytes) -> bytes:
    """Return what a pseudo-terminal shows until it ends with some words or says no more."""
    shown = b""
    while not shown.rstrip().endswith(words):
        if not select.select([screen], [], [], 120)[0]:
            break
        try:
            piece = os.read(screen, 4096)
        except OSError:
            break
        if not piece:
            break
        shown += piece
    return shown


def test_review_asks_at_a_terminal(built: Path, meeting_id: str) -> None:
    child, screen = pty.fork()
    if child == 0:
        os.chdir(built)
        os.execv(sys.executable, [sys.executable, "-m", "security_meetings", "review", "--who", "A. Coder"])
    assert b"low confidence" in read_until(screen, b"(q)uit:")
    os.write(screen, b"a\n")
    assert b"1 accepted of 1" in read_until(screen, b"security-meetings build")
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
    os.close(screen)
    assert (built / "build" / "corrections" / REVIEWED).is_file()
