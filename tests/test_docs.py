"""The words of the project hold: README, versions, links, examples, and nothing of the machine they were written on."""

from __future__ import annotations

import csv
import json
import re
import shlex
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import typer
import yaml

from security_meetings import __version__
from security_meetings.cli import app
from security_meetings.schemas import TABLE_ORDER

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
COMMANDS: dict[str, Any] = dict(getattr(typer.main.get_command(app), "commands", {}))
DATA_FOLDERS = (
    *("r", "raw", "schemas", "build", "build/corrections", "build/expectations", "build/ledger", "dist", "tests"),
    *("build/vocabularies", "build/vocabularies/codebook", "build/vocabularies/gazetteer"),
)
TOP_FILES = (
    *("README.md", "CHANGELOG.md", "CITATION.cff", "LICENSE", "LICENSE-DATA", "Makefile", "pyproject.toml"),
    *("requirements.lock", "datapackage.json", ".ci/run", ".gitignore"),
)
FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
LINK = re.compile(r"\]\(([^)\s]+)\)")
SENTENCE_END = re.compile(r"(?<!e\.g)(?<!i\.e)[.!?] +[A-Z]")
# Written in pieces, so that this file does not hold what it looks for.
UNWANTED = re.compile(
    rb"(?<![\w:/.*-])/(?:work|tmp|home|root|Users|mnt|var/folders)/[\w.]"
    rb"|[A-Z]:\\Users"
    rb"|py" + rb"pi\.org|python" + rb"hosted\.org|(?:extra-)?index" + rb"-url|trusted" + rb"-host|find" + rb"-links",
)


def project_files() -> Iterator[Path]:
    """Yield the files that the project publishes, without the given texts and what tools leave behind."""
    yield from (ROOT / name for name in TOP_FILES if (ROOT / name).is_file())
    for folder in ("build", "schemas", "r", "tests", "dist", "raw"):
        for path in sorted((ROOT / folder).rglob("*")):
            if path.is_file() and "__pycache__" not in path.parts and path.parent != ROOT / "raw" / "articles":
                yield path


def markdown_files() -> list[Path]:
    return [path for path in project_files() if path.suffix == ".md"]


def relative(path: Path) -> str:
    return str(path.relative_to(ROOT))


def code_blocks(text: str, language: str) -> list[str]:
    return [code for told, code in FENCE.findall(text) if told == language]


def invocations(text: str) -> Iterator[list[str]]:
    """Yield the words of each call of the command line in code blocks and code spans, from the command on."""
    shell = "\n".join(code_blocks(text, "sh"))
    spans = re.findall(r"`([^`\n]+)`", FENCE.sub("", text))
    for line in (*shell.splitlines(), *spans):
        words = shlex.split(line, comments=True) if "security-meetings " in line else []
        if words and words[0].endswith("security-meetings"):
            yield words[1:]


def anchors(text: str) -> set[str]:
    """Return the anchors that a forge gives to the headings of a Markdown text."""
    headings = re.findall(r"^#+ +(.+)$", FENCE.sub("", text), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def test_readme_lists_every_table_once_and_no_other() -> None:
    listed = re.findall(r"^\| `(\w+)` \|", README.partition("## Load it")[0], re.MULTILINE)
    assert sorted(listed) == sorted(TABLE_ORDER)


def test_readme_names_every_command() -> None:
    named = {words[0] for words in invocations(README)}
    assert named == set(COMMANDS)


@pytest.mark.parametrize("path", markdown_files(), ids=relative)
def test_every_command_told_has_the_options_told(path: Path) -> None:
    for command, *rest in invocations(path.read_text(encoding="utf-8")):
        assert command in COMMANDS or command.startswith("-"), command
        known = {option for parameter in COMMANDS[command].params for option in parameter.opts}
        told = {word for word in rest if word.startswith("-") and word != "--help"}
        assert told <= known, f"{command}: {sorted(told - known)}"


def test_readme_shows_what_it_is_and_how_to_build_it_on_its_first_screen() -> None:
    first_screen = "\n".join(README.splitlines()[:20])
    assert all(told in first_screen for told in ("make build", "make test", "Python 3.11", "python3-venv"))


@pytest.mark.parametrize("target", re.findall(r"`make (\w+)`|^make (\w+)", README, re.MULTILINE))
def test_every_make_target_told_is_there(target: tuple[str, str]) -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    assert re.search(rf"^{''.join(target)}:", makefile, re.MULTILINE)


@pytest.mark.parametrize("folder", DATA_FOLDERS)
def test_every_data_folder_says_what_it_holds(folder: str) -> None:
    readme = ROOT / folder / "README.md"
    assert readme.is_file(), f"{folder} has no README.md"
    assert len(readme.read_text(encoding="utf-8").splitlines()) > 2


def test_all_files_tell_the_same_version() -> None:
    citation = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    package = json.loads((ROOT / "datapackage.json").read_text(encoding="utf-8"))
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    told = {
        "CITATION.cff": citation["version"],
        "datapackage.json": package["version"],
        "CHANGELOG.md": re.findall(r"^## (\S+)", changelog, re.MULTILINE)[0],
        "README.md": re.findall(r"\(Version (\S+)\)", README)[0],
    }
    assert set(told.values()) == {package["version"]}, told
    assert project["project"]["version"] == __version__


def test_licences_say_what_they_cover() -> None:
    code = (ROOT / "LICENSE").read_text(encoding="utf-8")
    data = (ROOT / "LICENSE-DATA").read_text(encoding="utf-8")
    assert code.startswith("MIT License") and "Security Meetings contributors" in code
    assert "Creative Commons Attribution 4.0 International" in data and "CC-BY-4.0" in data
    assert "https://creativecommons.org/licenses/by/4.0/legalcode" in data
    assert "belong to their outlets" in data


@pytest.mark.parametrize("path", markdown_files(), ids=relative)
def test_every_relative_link_leads_somewhere(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    for link in LINK.findall(FENCE.sub("", text)):
        if re.match(r"[a-z]+:", link):
            continue
        name, _, anchor = link.partition("#")
        target = path.parent / name if name else path
        assert target.exists(), f"{link} leads nowhere"
        if anchor:
            assert anchor in anchors(target.read_text(encoding="utf-8")), f"{link}: no such heading"


@pytest.mark.parametrize("path", markdown_files(), ids=relative)
def test_markdown_has_one_sentence_a_line(path: Path) -> None:
    prose = FENCE.sub("", path.read_text(encoding="utf-8"))
    lines = (line for line in prose.splitlines() if not line.startswith(("|", "#")))
    assert not [line for line in lines if SENTENCE_END.search(re.sub(r"`[^`]*`|\*[^*]*\*", "x", line))]


def test_no_file_tells_of_the_machine_it_was_made_on() -> None:
    found = {relative(path): UNWANTED.search(path.read_bytes()) for path in project_files()}
    assert not {name: match.group() for name, match in found.items() if match is not None}


@pytest.mark.parametrize("unwanted", [b"see /home" + b"/me/x", b"--index" + b"-url https://x", b"'/tmp" + b"/a'"])
def test_words_of_the_machine_are_found(unwanted: bytes) -> None:
    assert UNWANTED.search(unwanted)


def test_the_worked_example_names_a_meeting_of_the_edition() -> None:
    text = (ROOT / "build" / "README.md").read_text(encoding="utf-8")
    named = re.findall(r"explain meetings (m[0-9a-z]{10})`", text)
    with (ROOT / "dist" / "csv" / "meetings.csv").open(encoding="utf-8", newline="") as file:
        rows = {row["meeting_id"]: row for row in csv.DictReader(file)}
    assert len(named) == 1
    row = rows[named[0]]
    assert (row["date_edtf"], row["city"], row["article_count"]) == ("2019-09-12/2019-09-13", "Bishkek", "2")
