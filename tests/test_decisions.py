"""The commands of a human coder: what `correct` and `review` write, show, and refuse."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from security_meetings.cli import app


def run(*arguments: str, typed: str | None = None) -> Result:
    result = CliRunner().invoke(app, list(arguments), input=typed)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def read(folder: Path, table: str) -> list[dict[str, str]]:
    with (folder / "dist" / "csv" / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture
def meeting_id(built: Path) -> str:
    """Return the id of the one meeting of a built project."""
    return read(built, "meetings")[0]["meeting_id"]


def correct(meeting_id: str, *arguments: str) -> Result:
    return run("correct", "meetings", meeting_id, *arguments, "--when", "2026-11-05")


def test_a_value_is_corrected_shown_built_and_explained(built: Path, meeting_id: str) -> None:
    told = correct(meeting_id, "city", "Khujand", "--reason", "read again")
    assert told.exit_code == 0, told.output
    assert 'city: "Dushanbe" → "Khujand"' in told.stdout
    assert 'coding_status: "machine" → "corrected"' in told.stdout and "latitude" in told.stdout
    name = f"2026-11-05-{meeting_id}-city"
    text = (built / "build" / "corrections" / "meetings.toml").read_text(encoding="utf-8")
    assert f'id = "{name}"' in text and 'who = "A. Coder"' in text and "when = 2026-11-05" in text
    assert run("diff").exit_code == 1
    assert run("build", "-q").exit_code == 0
    (row,) = read(built, "meetings")
    assert (row["meeting_id"], row["city"], row["coding_status"]) == (meeting_id, "Khujand", "corrected")
    assert f"  city: Khujand\n    (corrected:{name}) a\n" in run("explain", "meetings", meeting_id).stdout
    assert run("diff").exit_code == 0
    assert run("check").exit_code == 0


def test_a_second_correction_of_a_cell_takes_the_place_of_the_first(built: Path, meeting_id: str) -> None:
    correct(meeting_id, "city", "Khujand", "--reason", "read again")
    run("build", "-q")
    correct(meeting_id, "city", "Osh", "--reason", "and again")
    text = (built / "build" / "corrections" / "meetings.toml").read_text(encoding="utf-8")
    assert text.count("[[correction]]") == 1 and 'expected = "Dushanbe"\nvalue = "Osh"' in text
    assert run("build", "-q").exit_code == 0
    back = correct(meeting_id, "city", "Dushanbe", "--reason", "the machine was right")
    assert "the machine's value again" in back.stdout and 'city: "Osh" → "Dushanbe"' in back.stdout
    assert run("build", "-q").exit_code == 0
    assert read(built, "meetings")[0]["coding_status"] == "machine"


def test_a_withdrawn_row_is_gone_and_its_id_told(built: Path, meeting_id: str) -> None:
    told = correct(meeting_id, "--withdraw", "--reason", "no meeting")
    assert f"meetings {meeting_id}: withdrawn" in told.stdout
    assert "1 retired" in run("build").stdout
    assert not read(built, "meetings") and not read(built, "meeting_articles")
    assert [(row["old_id"], row["change"], row["reason"]) for row in read(built, "id_changes")] == [
        (meeting_id, "withdrawn", "no meeting")
    ]
    before = (built / "build" / "ledger" / "ids.csv").read_bytes()
    assert "0 new" in run("build").stdout
    assert (built / "build" / "ledger" / "ids.csv").read_bytes() == before
    gone = run("explain", "meetings", meeting_id)
    assert (gone.exit_code, re.search("was withdrawn in version .*: no meeting", gone.stderr) is not None) == (1, True)
    again = correct(meeting_id, "city", "Osh", "--reason", "x")
    assert again.exit_code == 1 and "was withdrawn" in again.stderr


def test_a_row_added_by_hand_lasts_until_the_machine_codes_it(built: Path, meeting_id: str) -> None:
    folder = built / "build" / "corrections"
    folder.mkdir()
    (built / "raw" / "articles" / "c.txt").write_text("They also spoke in Osh, he said.", encoding="utf-8")
    (folder / "meetings.toml").write_text(
        '[[correction]]\nid = "spoke-in-osh"\naction = "add"\nrow = "m0000000001"\narticle = "c"\nwords = "spoke in Osh"\n'
        'reason = "not seen"\nwho = "A. Coder"\nwhen = 2026-11-05\n'
        '[correction.values]\nmeeting_type = "bilateral_meeting"\nstatus = "held"\ncity = "Osh"\n',
        encoding="utf-8",
    )
    assert "ids: 2 new, 3 kept" in run("build").stdout
    assert {row["meeting_id"]: row["city"] for row in read(built, "meetings")}["m0000000001"] == "Osh"
    assert "ids: 0 new, 5 kept, 0 retired" in run("build").stdout
    told = run("explain", "meetings", "m0000000001").stdout
    assert '"spoke in Osh" (corrected:spoke-in-osh) c 10–22' in told
    (folder / "meetings.toml").unlink()
    assert "1 retired" in run("build").stdout


def test_a_correction_whose_expected_value_is_gone_stops_the_build(built: Path, meeting_id: str) -> None:
    correct(meeting_id, "city", "Khujand", "--reason", "read again")
    path = built / "build" / "corrections" / "meetings.toml"
    path.write_text(path.read_text(encoding="utf-8").replace('"Dushanbe"', '"Tehran"'), encoding="utf-8")
    before = (built / "dist" / "csv" / "meetings.csv").read_bytes()
    result = run("build")
    assert result.exit_code == 1
    assert "build/corrections/meetings.toml, line 1" in result.stderr
    assert 'is "Dushanbe" now; expected "Tehran", which it corrects' in result.stderr
    assert "no file was changed" in result.stderr
    assert (built / "dist" / "csv" / "meetings.csv").read_bytes() == before
    path.write_text("[[correction]\n", encoding="utf-8")
    broken = run("build")
    assert broken.exit_code == 1 and "build/corrections/meetings.toml: is no TOML" in broken.stderr


def test_other_texts_have_no_corrections(built: Path, meeting_id: str, tmp_path: Path) -> None:
    correct(meeting_id, "city", "Khujand", "--reason", "read again")
    (built / "other").mkdir()
    (built / "raw").rename(built / "other" / "raw")
    assert run("build", "-q", "--raw", "other/raw", "--dist", "other/dist").exit_code == 0
    assert read(built / "other", "meetings")[0]["city"] == "Dushanbe"
    refused = run("correct", "meetings", meeting_id, "city", "Osh", "--reason", "x", "--raw", "other/raw")
    assert refused.exit_code == 1 and "is not the project's own raw folder" in refused.stderr


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["meeting", "ID", "city", "Osh", "--reason", "x"], 'did you mean "meetings"?'),
        (["people", "ID", "name", "Osh", "--reason", "x"], "its rows come from build/vocabularies"),
        (["meetings", "ID", "ctiy", "Osh", "--reason", "x"], 'expected "city"'),
        (["meetings", "ID", "latitude", "1", "--reason", "x"], "follows from others"),
        (["meetings", "ID", "country_code", "Tajikistan", "--reason", "x"], 'expected "TJK"'),
        (["meetings", "ID", "date_edtf", "2019-13-40", "--reason", "x"], "EDTF level 1"),
        (["meetings", "ID", "city", "Osh"], "--reason"),
        (["meetings", "ID", "city", "--reason", "x"], "give COLUMN and VALUE, or --withdraw"),
        (["meetings", "ID", "city", "Osh", "--withdraw", "--reason", "x"], "give COLUMN and VALUE, or --withdraw"),
        (["meetings", "ID", "date_edtf", "2019", "--reason", "x"], "--words"),
        (["meetings", "ID", "date_edtf", "2019", "--reason", "x", "--words", "Yes"], "say with --article"),
        (["meetings", "ID", "city", "Osh", "--reason", "x", "--when", "today"], "--when"),
        (["meetings", "ID", "city", "Osh", "--reason", "x", "--raw", "rwa"], 'did you mean "raw"?'),
    ],
)
def test_wrong_usage_ends_with_two_and_what_was_expected(meeting_id: str, arguments: list[str], words: str) -> None:
    result = run("correct", *(meeting_id if argument == "ID" else argument for argument in arguments))
    assert result.exit_code == 2
    assert words in result.output
    assert not Path("build/corrections").exists()


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["m0000000000", "city", "Osh"], "there is no row"),
        (["ID", "country_code", "TJX"], '"TJX" is no country_code; expected "TJK"'),
        (["ID", "city", "Dushanbe"], "is what stands there"),
        (["ID", "date_edtf", "2019", "--article", "a", "--words", "in 2019"], "does not stand once in a"),
    ],
)
def test_what_does_not_fit_ends_with_one_and_writes_nothing(meeting_id: str, arguments: list[str], words: str) -> None:
    result = correct(*(meeting_id if argument == "ID" else argument for argument in arguments), "--reason", "x")
    assert result.exit_code == 1
    assert words in result.stderr
    assert not Path("build/corrections").exists()


def test_a_fact_is_added_with_its_words(built: Path, meeting_id: str) -> None:
    told = correct(meeting_id, "organization_id", "SCO", "--reason", "x", "--article", "a", "--words", "The ministers")
    assert told.exit_code == 1 and '"SCO" is no organization_id' in told.stderr
    done = correct(meeting_id, "host_country_code", "TJK", "--reason", "x", "--article", "a", "--words", "in  Dushanbe")
    assert done.exit_code == 0, done.output
    assert run("build", "-q").exit_code == 0
    assert '"in Dushanbe" (corrected:' in run("explain", "meetings", meeting_id).stdout


def test_the_coder_is_named_by_option_environment_or_git(
    built: Path, meeting_id: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    correct(meeting_id, "city", "Osh", "--reason", "x", "--who", "B. Coder")
    path = built / "build" / "corrections" / "meetings.toml"
    assert 'who = "B. Coder"' in path.read_text(encoding="utf-8")
    monkeypatch.delenv("SECURITY_MEETINGS_CODER")
    monkeypatch.setenv("GIT_CONFIG_COUNT", "1")
    monkeypatch.setenv("GIT_CONFIG_KEY_0", "user.name")
    monkeypatch.setenv("GIT_CONFIG_VALUE_0", "C. Coder")
    correct(meeting_id, "city", "Osh", "--reason", "x")
    assert 'who = "C. Coder"' in path.read_text(encoding="utf-8")
    monkeypatch.setattr("security_meetings.workbench.name_coder", lambda folder: None)
    assert correct(meeting_id, "city", "Osh", "--reason", "x").exit_code == 2


def test_without_finished_files_a_build_is_asked_for(own: Path) -> None:
    result = run("correct", "meetings", "m0000000000", "city", "Osh", "--reason", "x")
    assert result.exit_code == 1
    assert "build again: security-meetings build" in result.stderr
