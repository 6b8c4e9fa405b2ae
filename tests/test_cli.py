"""The command line: exit codes, words for the reader, no traceback, help that loads nothing heavy."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from conftest import SOURCE_HEADER, MakeRaw
from security_meetings import __version__
from security_meetings.cli import app
from security_meetings.export.journal import staging_folder
from security_meetings.pipeline import DEFAULT_MODEL, STAGES
from standins import SENTENCE

COMMANDS = ("build", "check", "diff", "explain", "convert", "correct", "review", "cite", "describe")
HEAVY = ("spacy", "great_expectations", "frictionless", "pandas", "pyarrow", "numpy", "rich")
TEXTS = {"a": f"Yes. {SENTENCE} Ok", "b": f"Again. {SENTENCE}"}


def run(*arguments: str | Path) -> Result:
    result = CliRunner().invoke(app, [str(argument) for argument in arguments])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    assert "Traceback" not in result.output
    return result


@pytest.fixture
def raw(make_raw: MakeRaw, stand_in_coder: None) -> Path:
    return make_raw(TEXTS)


@pytest.fixture
def dist(tmp_path: Path) -> Path:
    return tmp_path / "dist"


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_examples(command: str) -> None:
    result = run(command, "--help")
    assert result.exit_code == 0
    assert re.search(rf"Examples:\n +security-meetings {command}\b", result.output)


def test_help_names_every_command() -> None:
    result = run("--help")
    assert result.exit_code == 0
    assert all(command in result.output for command in COMMANDS)
    assert "Examples:" in result.output


@pytest.mark.parametrize("arguments", [["--help"], *([command, "--help"] for command in COMMANDS), ["--version"]])
def test_help_loads_nothing_heavy(arguments: list[str]) -> None:
    program = (
        "import sys, atexit; from security_meetings.cli import main\n"
        f"atexit.register(lambda: print('LOADED', [name for name in {HEAVY} if name in sys.modules]))\n"
        f"sys.argv = ['security-meetings', *{arguments}]; main()"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert "LOADED []" in done.stdout


def test_the_module_is_the_command_line() -> None:
    done = subprocess.run([sys.executable, "-m", "security_meetings", "--version"], capture_output=True, text=True)
    assert done.returncode == 0
    assert re.fullmatch(rf"security-meetings {re.escape(__version__)}, data [0-9].*\n", done.stdout)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["biuld"], "'build'"),
        (["build", "--rwa", "x"], "--raw"),
        (["build", "--skip-bda"], "--skip-bad"),
        (["build", "--raw"], "requires an argument"),
        (["build", "--stop-after", "extrat", "--to", "x"], '"extract"'),
        (["build", "--stop-after", "export", "--to", "x"], "not known"),
        (["build", "--stop-after", "extract"], "go together"),
        (["build", "--to", "x"], "go together"),
        (["build", "--model", "no_such_model"], DEFAULT_MODEL),
        (["build", "--model", "../x"], DEFAULT_MODEL),
        (["explain", "meeting", "x"], '"meetings"'),
        (["explain", "meetings"], "ID"),
        (["check", "dits"], 'dist"'),
        (["explain", "meetings", "x", "--dist", "nowhere-at-all/at-all"], "build first"),
    ],
)
def test_wrong_usage_ends_with_two_and_the_nearest(
    raw: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], words: str
) -> None:
    monkeypatch.chdir(raw.parent)
    Path("dist").mkdir()
    result = run(*arguments)
    assert result.exit_code == 2
    assert words in result.output


def test_a_missing_raw_folder_is_wrong_usage(raw: Path) -> None:
    result = run("build", "--raw", raw.parent / "rwa")
    assert result.exit_code == 2
    assert f'{raw}"?' in result.output


def test_build_check_diff_and_explain_work_together(raw: Path, dist: Path) -> None:
    result = run("build", "--raw", raw, "--dist", dist)
    assert result.exit_code == 0, result.output
    assert re.search(r"meetings +1\n", result.stdout)
    assert "0 errors" in result.stdout
    assert str(dist / "csv") in result.stdout

    assert run("check", dist, "--raw", raw).exit_code == 0
    same = run("diff", "--raw", raw, "--dist", dist)
    assert (same.exit_code, same.stdout) == (0, f"{dist} is what a build makes\n")

    meeting_id = json.loads((dist / "merges.json").read_text(encoding="utf-8"))[0]["row_id"]
    told = run("explain", "meetings", meeting_id, "--dist", dist)
    assert told.exit_code == 0
    assert 'city: Dushanbe\n    "Dushanbe" (meetings.stand-in) a 26–34\n' in told.stdout
    assert "b joined (0.75): same place; same sides" in told.stdout
    assert "article_count: 2 (derived)" in told.stdout

    of_link = run("explain", "meeting_articles", f"{meeting_id},a", "--dist", dist)
    assert '"Dushanbe" (meetings.stand-in) a 26–34' in of_link.stdout
    assert "merges" not in of_link.stdout
    assert run("explain", "articles", "a", "--dist", dist).exit_code == 0
    assert "Tajikistan" in run("explain", "countries", "TJK", "--dist", dist).stdout

    unknown = run("explain", "meetings", meeting_id[:-1] + "z", "--dist", dist)
    assert unknown.exit_code == 1
    assert meeting_id in unknown.stderr

    (raw / "articles" / "b.txt").write_text("Nothing was said.", encoding="utf-8")
    changed = run("diff", "--raw", raw, "--dist", dist)
    assert changed.exit_code == 1
    assert f"meeting_articles {meeting_id},b: removed" in changed.stdout
    assert "csv/meetings.csv: changed" in changed.stdout
    damaged = dist / "csv" / "meetings.csv"
    damaged.write_bytes(b"\xff" + damaged.read_bytes())
    assert run("check", dist, "--raw", raw).exit_code == 1
    broken = run("explain", "meetings", meeting_id, "--dist", dist)
    assert broken.exit_code == 1
    assert "csv/meetings.csv" in broken.stderr


def test_an_id_that_was_given_up_is_explained(dist: Path) -> None:
    (dist / "csv").mkdir(parents=True)
    (dist / "csv" / "id_changes.csv").write_text(
        "old_id,new_id,table_name,change,version,reason\n"
        "m1,m1;m3,meetings,split,0.1.0,several meetings\nm1,m2,meetings,merged,0.2.0,one meeting\n",
        encoding="utf-8",
    )
    result = run("explain", "meetings", "m1", "--dist", dist)
    assert result.exit_code == 1
    assert '"m1" was merged in version 0.2.0: one meeting; expected "m2"' in result.stderr
    assert run("explain", "people", "q1", "--dist", dist).exit_code == 1


def test_a_threat_is_its_own_evidence(dist: Path) -> None:
    (dist / "csv").mkdir(parents=True)
    (dist / "csv" / "threats_mentioned.csv").write_text(
        "threat_mention_id,article_id,threat_type,quote,char_start,char_end,rule_id,confidence\n"
        "t1,a,terrorism,fight against terrorism,10,33,threats.terrorism,0.9\n",
        encoding="utf-8",
    )
    (dist / "merges.json").write_text("{", encoding="utf-8")
    assert run("explain", "threats_mentioned", "t1", "--dist", dist).exit_code == 1
    (dist / "merges.json").unlink()
    result = run("explain", "threats_mentioned", "t1", "--dist", dist)
    assert '  threat_type: terrorism\n    "fight against terrorism" (threats.terrorism) a 10–33\n' in result.stdout


def test_quiet_says_nothing_when_all_is_well(raw: Path, dist: Path) -> None:
    assert run("build", "--raw", raw, "--dist", dist, "--quiet").output == ""
    assert run("check", dist, "--raw", raw, "--quiet").output == ""
    assert run("diff", "--raw", raw, "--dist", dist, "-q").output == ""


def test_a_stage_can_be_stopped_after(raw: Path, tmp_path: Path) -> None:
    result = run("build", "--raw", raw, "--stop-after", "extract", "--to", tmp_path / "seen")
    assert result.exit_code == 0
    assert result.stdout.splitlines() == [str(tmp_path / "seen" / name) for name in ("codings.jsonl", "problems.jsonl")]
    assert "--stop-after" in run("build", "--help").output
    assert not (tmp_path / "dist").exists()


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("articles/bad.txt", b"", "the text is empty"),
        ("articles/bad.txt", b"\xcc\xe8\xed", "byte 0 (0xCC) is not UTF-8, likely WINDOWS-1251"),
        ("articles/bad.txt", b"a\x00b", "binary"),
        ("sources.csv", f"{SOURCE_HEADER}\nz,,,,,,,\n".encode(), 'there is no text "z"'),
        ("sources.csv", f"{SOURCE_HEADER}\na,,,,,,,\na,,,,,,,\n".encode(), "stands twice"),
        ("sources.csv", f"{SOURCE_HEADER}\na,,,,May 2019,,,\n".encode(), '"May 2019" is no date'),
        ("sources.csv", b"article_id,outlet\n", 'has no column "title"'),
    ],
)
def test_bad_input_ends_with_one_and_changes_nothing(
    raw: Path, dist: Path, name: str, content: bytes, words: str
) -> None:
    (raw / name).write_bytes(content)
    result = run("build", "--raw", raw, "--dist", dist)
    assert result.exit_code == 1
    assert words in result.stderr
    assert "no file was changed" in result.stderr
    assert not dist.exists()
    assert not staging_folder(dist).exists()


def test_a_warning_does_not_fail_the_build(raw: Path, dist: Path) -> None:
    (raw / "articles" / "copy.txt").write_text(TEXTS["a"], encoding="utf-8")
    result = run("build", "--raw", raw, "--dist", dist)
    assert result.exit_code == 0
    assert 'is the text of "a" again' in result.stderr


def test_a_dist_with_files_of_somebody_else_is_refused(raw: Path, dist: Path) -> None:
    (dist / "csv").mkdir(parents=True)
    (dist / "csv" / "mine.txt").write_text("mine", encoding="utf-8")
    result = run("build", "--raw", raw, "--dist", dist)
    assert result.exit_code == 1
    assert "mine.txt" in result.stderr


@pytest.mark.parametrize(("failure", "code", "words"), [(KeyboardInterrupt, 130, "interrupted"), (OSError, 1, "error")])
def test_interruptions_and_faults_of_the_machine_are_told(
    raw: Path, dist: Path, monkeypatch: pytest.MonkeyPatch, failure: type[BaseException], code: int, words: str
) -> None:
    def fail(*arguments: object) -> None:
        raise failure

    monkeypatch.setattr("security_meetings.pipeline.read_raw_folder", fail)
    result = run("build", "--raw", raw, "--dist", dist)
    assert result.exit_code == code
    assert words in result.stderr


def test_many_changes_are_cut_short() -> None:
    from security_meetings.compare import Difference, RowChange
    from security_meetings.console import CHANGES_SHOWN, difference_lines

    rows = [RowChange(table_name="people", key=(f"q{number}",), change="added") for number in range(CHANGES_SHOWN + 3)]
    lines = list(difference_lines(Difference(rows=tuple(rows))))
    assert len(lines) == CHANGES_SHOWN + 1
    assert lines[-1] == "… and 3 more"


def test_progress_is_shown_on_a_terminal(raw: Path, dist: Path) -> None:
    import io

    from rich.console import Console

    from security_meetings.console import LineWatcher, ProgressWatcher, show_problems
    from security_meetings.pipeline import BuildOptions, run_stages, start_build
    from security_meetings.problems import Problem

    screen = io.StringIO()
    console = Console(file=screen, force_terminal=True, width=100)
    with ProgressWatcher(console) as watcher:
        run_stages(start_build(BuildOptions(raw=raw, dist=dist), watcher), until="tabulate")
        watcher.tell("waiting")
    assert "annotate" in screen.getvalue() or "tabulate" in screen.getvalue()
    assert "waiting" in screen.getvalue()
    line = io.StringIO()
    with LineWatcher(Console(file=line)) as quiet:
        quiet.begin("read", None)
        quiet.advance()
        quiet.tell("waiting")
    assert line.getvalue() == "waiting\n"
    many = [Problem(severity="notice", rule_id="names.unknown", where=str(number), what="x") for number in range(7)]
    show_problems(many, Console(file=line), least="notice")
    assert "and 2 more of this kind" in line.getvalue()


def test_every_stage_but_the_last_can_be_stopped_after() -> None:
    shown = run("build", "--stop-after", "zzzz", "--to", "x", "--raw", os.fspath(Path(__file__).parent)).output
    assert all(stage.name in shown for stage in STAGES[:-1])
