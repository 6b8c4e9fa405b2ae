"""Archives: the same bytes again, refused where hostile, and a gate that lets no text of somebody else through."""

from __future__ import annotations

import io
import json
import sqlite3
import stat
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from security_meetings.archives import SUMS, read_file, read_version
from security_meetings.problems import DataProblems
from security_meetings.release import unpacking
from security_meetings.release.archive import check_releases, pack_folder, read_sums, write_release_sums, write_sums
from security_meetings.release.gate import allowed_names, check_names, check_stretches
from security_meetings.release.stretches import StretchFinder, make_plain
from security_meetings.release.unpacking import open_place, unpack

DAY = date(2026, 11, 22)
WORDS = [f"word{number * number % 977}{'é' if number % 7 == 0 else ''}" for number in range(400)]
RAW = (
    "Headline\n\n" + " ".join(WORDS[:200]) + "  \r\n\t" + ' said "' + '," he added & went on <here>. '.join(WORDS[200:])
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    top = tmp_path / "security-meetings-1.0.0"
    (top / "csv").mkdir(parents=True)
    (top / "csv" / "a.csv").write_text("a\n1\n", encoding="utf-8")
    (top / "datapackage.json").write_text('{"version": "1.0.0"}', encoding="utf-8")
    return top


# ---- packing


def test_an_archive_has_the_same_bytes_again(folder: Path, tmp_path: Path) -> None:
    write_sums(folder)
    pack_folder(folder, tmp_path / "one.zip", DAY)
    (folder / "csv" / "a.csv").touch()
    (folder / "csv" / "a.csv").chmod(0o600)
    pack_folder(folder, tmp_path / "two.zip", DAY)
    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "two.zip").read_bytes()
    with zipfile.ZipFile(tmp_path / "one.zip") as archive:
        entries = archive.infolist()
    assert [entry.filename for entry in entries] == [
        f"{folder.name}/{n}" for n in (SUMS, "csv/a.csv", "datapackage.json")
    ]
    assert {entry.date_time for entry in entries} == {(2026, 11, 22, 0, 0, 0)}
    assert {entry.external_attr >> 16 for entry in entries} == {stat.S_IFREG | 0o644}


def test_checksums_are_those_of_all_other_files(folder: Path) -> None:
    write_sums(folder)
    first = (folder / SUMS).read_bytes()
    write_sums(folder)
    assert (folder / SUMS).read_bytes() == first
    assert sorted(read_sums(folder / SUMS)) == ["csv/a.csv", "datapackage.json"]
    assert read_sums(folder / "nowhere") == {}


def test_a_file_is_read_from_a_folder_and_from_its_archive(folder: Path, tmp_path: Path) -> None:
    pack_folder(folder, tmp_path / "one.zip", DAY)
    for place in (folder, tmp_path / "one.zip"):
        assert read_file(place, "csv/a.csv") == b"a\n1\n"
        assert read_file(place, "csv/b.csv") is None
    assert read_file(tmp_path / "none.zip", "csv/a.csv") is None


@pytest.mark.parametrize("text", ["1.0", "1.0.0-dev", "v1.0.0", "01.0.0", "1.0.0 ", "1.0.0+x", "١.0.0", ""])
def test_what_is_no_version_is_none(text: str) -> None:
    assert read_version(text) is None


def test_releases_that_changed_are_told(tmp_path: Path) -> None:
    assert list(check_releases(tmp_path)) == []
    first, second = (tmp_path / f"security-meetings-{version}.zip" for version in ("1.0.0", "1.0.1"))
    first.write_bytes(b"first")
    (tmp_path / SUMS).write_text(write_release_sums(tmp_path, first), encoding="utf-8")
    second.write_bytes(b"second")
    assert [problem.what for problem in check_releases(tmp_path)] == [f"is not in {SUMS}"]
    (tmp_path / SUMS).write_text(write_release_sums(tmp_path, second), encoding="utf-8")
    assert list(check_releases(tmp_path)) == []
    second.write_bytes(b"other")
    assert "has the checksum" in next(check_releases(tmp_path)).what
    second.unlink()
    (problem,) = check_releases(tmp_path)
    assert (problem.where, problem.what) == ("dist/releases/security-meetings-1.0.1.zip", "is gone")


# ---- hostile archives


def make_zip(path: Path, entries: dict[str, bytes], **told: int) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries.items():
            entry = zipfile.ZipInfo(name)
            entry.compress_type = zipfile.ZIP_DEFLATED
            for key, value in told.items():
                setattr(entry, key, value)
            archive.writestr(entry, content)
    return path


@pytest.mark.parametrize(
    ("entries", "told", "rule"),
    [
        ({"top/../../evil": b""}, {}, "archive.path"),
        ({"../evil": b""}, {}, "archive.path"),
        ({"/etc/evil": b""}, {}, "archive.path"),
        ({"C:/evil": b""}, {}, "archive.path"),
        ({"top\\..\\evil": b""}, {}, "archive.path"),
        ({"top//evil": b""}, {}, "archive.path"),
        ({"top/./evil": b""}, {}, "archive.path"),
        ({"top/link": b"/etc/passwd"}, {"external_attr": (stat.S_IFLNK | 0o777) << 16}, "archive.link"),
        ({"top/pipe": b""}, {"external_attr": (stat.S_IFIFO | 0o644) << 16}, "archive.link"),
        ({"top/bomb": bytes(1 << 24)}, {}, "archive.bomb"),
        ({"top/a": b"", "top/A": b""}, {}, "archive.twice"),
        ({"top/a": b"", "other/a": b""}, {}, "archive.tops"),
        ({"a": b""}, {}, "archive.tops"),
        ({}, {}, "archive.empty"),
    ],
)
def test_hostile_archives_are_refused_before_anything_is_written(
    tmp_path: Path, entries: dict[str, bytes], told: dict[str, int], rule: str
) -> None:
    path = make_zip(tmp_path / "x.zip", entries, **told)
    with pytest.raises(DataProblems) as caught, open_place(path):
        raise AssertionError("it was opened")
    assert rule in {problem.rule_id for problem in caught.value.problems}
    (tmp_path / "to").mkdir()
    with pytest.raises(DataProblems):
        unpack(path, tmp_path / "to")
    assert list((tmp_path / "to").iterdir()) == []


def test_an_archive_that_says_less_than_it_holds_is_refused(tmp_path: Path) -> None:
    content = bytes(range(256)) * 64
    path = make_zip(tmp_path / "x.zip", {"top/a": content})
    # The size of the file as the list at the end of the archive tells it.
    path.write_bytes(path.read_bytes().replace(len(content).to_bytes(4, "little"), (100).to_bytes(4, "little")))
    with pytest.raises(DataProblems, match=r"larger than it says|no sound zip"):
        unpack(path, tmp_path / "to")


@pytest.mark.parametrize("spoil", [lambda told: told[:-30], lambda told: b"no zip", lambda told: b""])
def test_what_is_no_zip_is_told(tmp_path: Path, spoil: Callable[[bytes], bytes]) -> None:
    path = make_zip(tmp_path / "x.zip", {"top/a": b"a"})
    path.write_bytes(spoil(path.read_bytes()))
    with pytest.raises(DataProblems, match="is no sound zip"), open_place(path):
        pass


def test_too_many_files_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unpacking, "MOST_FILES", 2)
    path = make_zip(tmp_path / "x.zip", {f"top/{number}": b"" for number in range(3)})
    with pytest.raises(DataProblems, match="holds 3 files"), open_place(path):
        pass


def test_a_workbook_that_is_a_bomb_is_refused(tmp_path: Path) -> None:
    inner = make_zip(tmp_path / "inner.xlsx", {"xl/sheet.xml": bytes(1 << 24)}).read_bytes()
    with (
        pytest.raises(DataProblems, match=r"16777216 bytes are packed into"),
        open_place(make_zip(tmp_path / "x.zip", {"top/a.xlsx": inner})),
    ):
        pass


def test_a_sound_archive_is_unpacked_and_taken_away(folder: Path, tmp_path: Path) -> None:
    pack_folder(folder, tmp_path / "one.zip", DAY)
    with open_place(tmp_path / "one.zip") as top:
        assert top.name == folder.name
        assert (top / "csv" / "a.csv").read_bytes() == b"a\n1\n"
    assert not top.exists()
    with open_place(folder) as same:
        assert same == folder


# ---- the gate: names


def test_an_archive_holds_what_it_should_and_nothing_else(tmp_path: Path) -> None:
    for name in allowed_names(["meetings"]):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    assert list(check_names(tmp_path, ["meetings"])) == []
    (tmp_path / "raw").mkdir()
    (tmp_path / "raw" / "a.txt").touch()
    (tmp_path / "csv" / "meeting.csv").touch()
    (tmp_path / "LICENSE").unlink()
    told = {problem.where: (problem.rule_id, problem.expected) for problem in check_names(tmp_path, ["meetings"])}
    assert told["csv/meeting.csv"] == ("gate.unexpected-file", '"csv/meetings.csv"')
    assert told["raw/a.txt"][0] == "gate.unexpected-file"
    assert told["LICENSE"][0] == "gate.missing-file"
    assert len(told) == 3


# ---- the gate: stretches of texts


def write_json(path: Path, text: str) -> None:
    path.write_text(json.dumps({"x": ["before", f"a {text} b"]}), encoding="utf-8")


def write_plain(path: Path, text: str) -> None:
    path.write_text(f"before {' '.join(text.split())} after", encoding="utf-8")


def write_html(path: Path, text: str) -> None:
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace(" ", " <b>", 9)
    path.write_text(f"<p>{escaped}</p>", encoding="utf-8")


def write_csv(path: Path, text: str) -> None:
    path.write_text('a,b\n1,"' + text.replace('"', '""') + '"\n', encoding="utf-8")


def write_parquet(path: Path, text: str) -> None:
    pq.write_table(pa.table({"a": ["x", text]}), path, compression="zstd")


def write_parquet_metadata(path: Path, text: str) -> None:
    pq.write_table(pa.table({"a": ["x"]}).replace_schema_metadata({"note": " ".join(text.split())}), path)


def write_sqlite(path: Path, text: str) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute('CREATE TABLE "odd ""name" (a TEXT, b BLOB)')
        connection.execute('INSERT INTO "odd ""name" VALUES (?, ?)', ("x" * 9000, text.encode()))
    connection.close()


def write_xlsx(path: Path, text: str) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        escaped = text.replace("&", "&amp;").replace("<", "&lt;")
        archive.writestr("xl/sharedStrings.xml", f"<sst><si><t>{escaped}</t></si></sst>")


def write_nested(path: Path, text: str) -> None:
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.txt", text)
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("b.zip", inner.getvalue())


def write_stata(path: Path, text: str) -> None:
    import pandas as pd

    pd.DataFrame({"a": ["x", text]}).to_stata(path, version=118, write_index=False, convert_strl=["a"])


WRITERS: dict[str, Callable[[Path, str], None]] = {
    "a.json": write_json,
    "a.md": write_plain,
    "a.html": write_html,
    "a.csv": write_csv,
    "a.parquet": write_parquet,
    "b.parquet": write_parquet_metadata,
    "a.sqlite": write_sqlite,
    "a.xlsx": write_xlsx,
    "b.xlsx": write_nested,
    "a.dta": write_stata,
}
QUOTED = RAW[1500:1790]
TOO_LONG = RAW[1500:1802]


@pytest.mark.parametrize("name", WRITERS)
def test_no_form_hides_a_long_stretch_of_a_text(tmp_path: Path, name: str) -> None:
    WRITERS[name](tmp_path / name, QUOTED)
    assert list(check_stretches(tmp_path, {"one": RAW})) == []
    (tmp_path / name).unlink()
    WRITERS[name](tmp_path / name, TOO_LONG)
    (problem,) = check_stretches(tmp_path, {"other": "nothing", "one": RAW})
    assert (problem.rule_id, problem.where, problem.severity) == ("gate.whole-text", name, "error")
    assert "characters of the text one (" in problem.what and "expected at most 300" in problem.sentence()


def test_quotes_that_make_a_long_stretch_together_are_found(tmp_path: Path) -> None:
    (tmp_path / "csv").mkdir()
    rows = [f"e{start},one,{start},{start + 150}" for start in (0, 151, 302)]
    (tmp_path / "csv" / "quotes.csv").write_text("\n".join(["id,article_id,char_start,char_end", *rows[:1], *rows[2:]]))
    assert list(check_stretches(tmp_path, {})) == []
    (tmp_path / "csv" / "quotes.csv").write_text("\n".join(["id,article_id,char_start,char_end", *rows, "e,two,,"]))
    (problem,) = check_stretches(tmp_path, {})
    assert "452 characters of the text one (0 to 452) can be put together from quotes" in problem.what


@given(st.data())
@settings(max_examples=80, deadline=None)
def test_a_stretch_is_found_wherever_it_stands_and_whatever_space_it_has(data: st.DataObject) -> None:
    words = data.draw(st.lists(st.text("abcdefgh", min_size=1, max_size=9), min_size=60, max_size=90))
    spaces = data.draw(st.lists(st.sampled_from([" ", "\n", "  ", "\u00a0"]), min_size=len(words), max_size=len(words)))
    raw = "".join(space + word for space, word in zip(spaces, words, strict=True))
    start = data.draw(st.integers(0, max(0, len(raw) - 301)))
    end = data.draw(st.integers(start, len(raw)))
    part = raw[start:end].strip()
    text = data.draw(st.text("XYZ ", max_size=200)) + "X " + " ".join(part.split()) + " X"
    found = set(StretchFinder({"one": raw}, 300).find(text))
    if len(part) > 300:
        assert any(raw[stretch.start : stretch.end].split()[0] in part for stretch in found)
    assert all(stretch.end - stretch.start > 300 for stretch in found)
    assert all(" ".join(raw[stretch.start : stretch.end].split()) in text for stretch in found)


def test_many_texts_are_searched_with_fewer_pieces(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("security_meetings.release.stretches._MANY", 100)
    finder = StretchFinder({"one": RAW}, 300)
    assert list(finder.find(f"x {TOO_LONG} y")) == list(StretchFinder({"one": RAW}, 300).find(f"zz {TOO_LONG} y")) != []
    assert list(finder.find(f"x {QUOTED} y")) == []
    assert len(list(finder.find(RAW * 2))) == 1


def test_a_plain_text_leads_back_to_the_raw_one() -> None:
    plain = make_plain(" a \n\n bc  d")
    assert plain.text == "a bc d"
    assert [plain.place(at) for at in (0, 2, 3, 5)] == [1, 6, 7, 10]
