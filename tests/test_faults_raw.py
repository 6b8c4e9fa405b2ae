"""Raw folders as the world makes them: odd names, links, devices, files that change while they are read, markup in texts."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest

from conftest import SOURCE_HEADER, MakeRaw
from fuzzing import hash_tree, run_command, time_limit
from security_meetings.pipeline import STAGES, BuildOptions, SilentWatcher, export_stage, start_build
from security_meetings.problems import Problem
from security_meetings.read import articles, read_raw_folder
from security_meetings.read.articles import LARGEST_TEXT
from security_meetings.read.files import read_plain_file
from security_meetings.read.normalise import LONGEST_LETTER, normalise_text
from standins import SENTENCE

PERSIAN = "دیدار وزیران"
EVIL = '<img src=x onerror="alert(1)">'


def read(raw: Path) -> dict[str, str]:
    """Return the problems of a raw folder: kind by place."""
    with time_limit(20):
        return {problem.where: problem.rule_id for problem in read_raw_folder(raw).problems}


def test_names_of_any_script_and_length_are_read(make_raw: MakeRaw) -> None:
    names = [PERSIAN, "встреча", "会谈", "a" * 251, "..", "...x", "-rf", "CON", "a b", "$(reboot)", "=1+1", "%00", "~"]
    raw = make_raw({name: f"Text of {number}." for number, name in enumerate(names) if not name.startswith(".")})
    reading = read_raw_folder(raw)
    assert reading.problems == ()
    assert {article.article_id for article in reading.articles} == {name for name in names if not name.startswith(".")}


@pytest.mark.parametrize("name", ["../../x", "../raw/a", "/etc/passwd", "a/../a", "a\x00", "articles/a", "a.txt"])
def test_a_name_in_the_sources_is_no_path(make_raw: MakeRaw, name: str) -> None:
    raw = make_raw({"a": "Text."}, sources=f"{SOURCE_HEADER}\n{name},,,,,,,\n")
    (raw.parent.parent / "x.txt").write_text("secret", encoding="utf-8")
    reading = read_raw_folder(raw)
    assert [problem.severity for problem in reading.problems] == ["error"]
    assert [article.raw_text for article in reading.articles] == ["Text."]


def link_circle(place: Path, outside: Path) -> None:
    place.symlink_to(place.name)


def link_file(place: Path, outside: Path) -> None:
    (outside / "x").write_text(f"{SOURCE_HEADER}\na,secret,,,,,,\n", encoding="utf-8")
    place.symlink_to(outside / "x")


def link_device(place: Path, outside: Path) -> None:
    place.symlink_to("/dev/zero")


def make_pipe(place: Path, outside: Path) -> None:
    os.mkfifo(place)


def make_folder(place: Path, outside: Path) -> None:
    place.mkdir()


def make_device(place: Path, outside: Path) -> None:
    try:
        os.mknod(place, 0o20666, os.makedev(1, 5))  # that of /dev/zero
    except PermissionError:
        pytest.skip("only root can make a device")


@pytest.mark.parametrize(
    ("make", "kinds"),
    [
        (link_circle, ("not-a-file", "unreadable")),
        (link_file, ("outside-link", "outside-link")),
        (link_device, ("outside-link", "outside-link")),
        (make_pipe, ("not-a-file", "not-a-file")),
        (make_folder, ("not-a-file", "not-a-file")),
        (make_device, ("not-a-file", "not-a-file")),
    ],
)
def test_what_is_no_file_of_the_folder_is_never_read(
    make_raw: MakeRaw, tmp_path: Path, make: Callable[[Path, Path], None], kinds: tuple[str, str]
) -> None:
    raw, outside = make_raw({"a": "Text."}), tmp_path / "outside"
    outside.mkdir()
    make(raw / "articles" / "b.txt", outside)
    assert read(raw) == {"articles/b.txt": f"read.{kinds[0]}"}
    (raw / "articles" / "b.txt").rmdir() if make is make_folder else (raw / "articles" / "b.txt").unlink()
    make(raw / "sources.csv", outside)
    assert read(raw) == {"sources.csv": f"sources.{kinds[1]}"}


def test_a_folder_of_texts_elsewhere_is_not_followed(make_raw: MakeRaw, tmp_path: Path) -> None:
    elsewhere = make_raw({"a": "Secret."}, name="elsewhere")
    (tmp_path / "raw").mkdir()
    (tmp_path / "raw" / "articles").symlink_to(elsewhere / "articles")
    assert read(tmp_path / "raw") == {"articles/": "read.outside-link"}


def test_a_link_within_the_folder_is_followed(make_raw: MakeRaw) -> None:
    raw = make_raw({"a": "Text."})
    (raw / "kept.txt").write_text("Another.", encoding="utf-8")
    (raw / "articles" / "b.txt").symlink_to("../kept.txt")
    assert [article.raw_text for article in read_raw_folder(raw).articles] == ["Text.", "Another."]


def test_a_text_that_is_too_large_is_not_read(make_raw: MakeRaw) -> None:
    raw = make_raw({"a": "Text.", "b": "x" * LARGEST_TEXT})
    with (raw / "articles" / "c.txt").open("wb") as file:
        file.truncate(LARGEST_TEXT + 1)  # takes no room on the disk
    reading = read_raw_folder(raw)
    assert [article.article_id for article in reading.articles] == ["a", "b"]
    assert [(problem.where, problem.rule_id) for problem in reading.problems] == [("articles/c.txt", "read.too-large")]
    assert "4,000,001 bytes" in reading.problems[0].what
    assert [problem.severity for problem in read_raw_folder(raw, skip_bad=True).problems] == ["warning"]


def change_while_read(monkeypatch: pytest.MonkeyPatch, change: Callable[[Path], object]) -> None:
    """Let the world change each file between its being listed and its being read."""

    def read_changed(path: Path, most: int | None = None) -> bytes:
        if path.stem == "b":
            change(path)
        return read_plain_file(path, most)

    monkeypatch.setattr(articles, "read_plain_file", read_changed)


@pytest.mark.parametrize(
    ("change", "rule"),
    [
        (Path.unlink, "read.unreadable"),
        (lambda path: path.write_bytes(b""), "read.empty-text"),
        (lambda path: (path.unlink(), os.mkfifo(path)), "read.not-a-file"),
        (lambda path: (path.unlink(), path.mkdir()), "read.not-a-file"),
        (lambda path: path.write_bytes(b"\xd0"), "read.not-utf-8"),
    ],
)
def test_a_text_that_changes_meanwhile_stops_the_build(
    built: Path, monkeypatch: pytest.MonkeyPatch, change: Callable[[Path], object], rule: str
) -> None:
    before = hash_tree(built / "dist"), hash_tree(built / "build")
    change_while_read(monkeypatch, change)
    code, said = run_command("build")
    assert code == 1
    assert f"error {rule} (1)" in said
    assert (hash_tree(built / "dist"), hash_tree(built / "build")) == before


def test_a_text_that_grows_before_it_is_read_is_read_as_it_is(
    make_raw: MakeRaw, monkeypatch: pytest.MonkeyPatch
) -> None:
    raw = make_raw({"a": "Text."})
    fdopen = os.fdopen

    def grow(descriptor: int, mode: str) -> object:
        (raw / "articles" / "a.txt").write_text("Text. And more.", encoding="utf-8")
        return fdopen(descriptor, mode)

    monkeypatch.setattr("security_meetings.read.files.os.fdopen", grow)
    reading = read_raw_folder(raw)
    article = reading.articles[0]
    assert (article.raw_text, reading.problems) == ("Text. And more.", ())


def test_sources_that_come_and_go_are_told_or_fine(make_raw: MakeRaw, monkeypatch: pytest.MonkeyPatch) -> None:
    raw = make_raw({"a": "Text."}, sources=f"{SOURCE_HEADER}\na,,,,,,,\n")
    change_while_read(monkeypatch, lambda path: None)
    (raw / "sources.csv").unlink()
    assert read(raw) == {}
    (raw / "sources.csv").write_text(f"{SOURCE_HEADER}\na,,,", encoding="utf-8")  # half written
    assert read(raw) == {"sources.csv, line 2": "sources.cell-count"}


def test_many_marks_on_one_letter_are_one_piece() -> None:
    marks = "\u0301\u0316" * LONGEST_LETTER
    reading = normalise_text(f"a{marks}b")
    assert reading.starts is not None and reading.ends is not None
    assert (reading.starts[0], reading.ends[0]) == (0, 1 + len(marks))
    assert reading.text.endswith("b") and reading.starts[len(reading.text) - 1] == 1 + len(marks)


class Tags(HTMLParser):
    """Collects the tags and attributes of a page, and its text."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[tuple[str, tuple[str, ...]]] = set()
        self.words: list[str] = []

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.tags.add((tag, tuple(sorted(name for name, _ in attributes))))

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def make_pages(raw: Path, dist: Path, words: str) -> dict[str, Tags]:
    """Return the pages that a build writes, by name; its checks are left out, what they would say is made up."""
    build = start_build(BuildOptions(raw=raw, dist=dist), SilentWatcher())
    for stage in STAGES[: [stage.name for stage in STAGES].index("check")]:
        build = stage.run(build)
    problem = Problem(severity="warning", rule_id="meaning.sample", where=words, what=words, expected=words, todo=words)
    export_stage(replace(build, problems=(*build.problems, problem)))
    pages = {}
    for path in sorted(dist.rglob("*.html")):
        pages[path.name] = Tags()
        pages[path.name].feed(path.read_text(encoding="utf-8"))
    return pages


def test_markup_in_names_and_texts_comes_out_as_text(make_raw: MakeRaw, tmp_path: Path, stand_in_coder: None) -> None:
    plain = make_raw({"a": SENTENCE, "b": SENTENCE}, sources=f"{SOURCE_HEADER}\na,,,,,,,\n", name="plain")
    (plain / "articles" / "note.md").write_text("", encoding="utf-8")
    evil = make_raw(
        {EVIL: f"<script>alert(1)</script> {SENTENCE}", f"{EVIL}b": f"<script>alert(1)</script> {SENTENCE}"},
        sources=f'{SOURCE_HEADER}\n"{EVIL.replace(chr(34), chr(34) * 2)}","<b>x</b>","<i>y</i>",,,,,\n',
        name="evil",
    )
    (evil / "articles" / f"{EVIL}.md").write_text("", encoding="utf-8")
    expected, found = make_pages(plain, tmp_path / "one", "words"), make_pages(evil, tmp_path / "two", EVIL)
    assert expected.keys() == found.keys() and found
    for name, page in found.items():
        assert page.tags <= expected[name].tags | {("a", ("href",))}, name
        assert not {tag for tag, attributes in page.tags if any(one.startswith("on") for one in attributes)}
    assert any(EVIL in "".join(page.words) for page in found.values())
