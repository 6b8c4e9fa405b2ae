"""Vocabulary files: read as they are, and what cannot be read is told with file and line, all files together."""

from __future__ import annotations

from pathlib import Path

import pytest

from security_meetings.problems import DataProblems
from security_meetings.vocabularies import find_unreadable, load_vocabulary, read_codebook, read_gazetteer

UNREADABLE = {
    "codebook/twice.toml": (b"[visit]\n[visit]\n", ", line 2, column 7"),
    "codebook/open.toml": (b'[visit]\nname = "a\n', ", line 2, column 10"),
    "codebook/end.toml": (b"[visit]\nnames = [", ", line 2"),
    "codebook/bytes.toml": (b'[visit]\n\nname = "\xe9t\xe9"\n', ", line 3"),
    "gazetteer/bytes.csv": (b"name,kind\nx,y\n\xff,y\n", ", line 3"),
    "gazetteer/quote.csv": (b'name,kind\n"x,y\n', ", line 2"),
    "gazetteer/quoted.csv": (b'name,kind\nx,y\n"x"z,y\n', ", line 3"),
    "gazetteer/zeros.csv": (b"name,kind\nx,y\nx\x00,y\n", ", line 3"),
}


def write(folder: Path, name: str, content: bytes) -> Path:
    path = folder / name
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(content)
    return path


@pytest.mark.parametrize("name", UNREADABLE)
def test_an_unreadable_file_is_told_with_its_line(tmp_path: Path, name: str) -> None:
    content, place = UNREADABLE[name]
    write(tmp_path, name, content)
    with pytest.raises(DataProblems) as raised:
        load_vocabulary(tmp_path)
    (problem,) = raised.value.problems
    assert problem.where == name + place
    assert (problem.severity, problem.rule_id) == ("error", "vocabulary.unreadable-file")
    assert problem.what and problem.expected and problem.todo == f"mend {name}"


def test_all_unreadable_files_are_told_together(tmp_path: Path) -> None:
    for name, (content, _) in UNREADABLE.items():
        write(tmp_path, name, content)
    write(tmp_path, "codebook/sound.toml", b"[visit]\n")
    write(tmp_path, "gazetteer/sound.csv", b"name\nx\n")
    told = [problem.where for problem in find_unreadable(tmp_path)]
    assert sorted(told) == sorted(name + place for name, (_, place) in UNREADABLE.items())
    with pytest.raises(DataProblems) as raised:
        load_vocabulary(tmp_path)
    assert [problem.where for problem in raised.value.problems] == told


def test_sound_files_are_read_as_they_are(tmp_path: Path) -> None:
    gazetteer = write(tmp_path, "gazetteer/cities.csv", 'city,note\n"Osh, south","two\nlines"\nÑeembucú,NA\n'.encode())
    codebook = write(tmp_path, "codebook/words.toml", '[names]\nwords = ["née"]\n'.encode())
    rows = ({"city": "Osh, south", "note": "two\nlines"}, {"city": "Ñeembucú", "note": "NA"})
    assert read_gazetteer(gazetteer) == rows
    assert read_codebook(codebook) == {"names": {"words": ["née"]}}
    vocabulary = load_vocabulary(tmp_path)
    assert vocabulary.gazetteer("cities") == rows
    assert vocabulary.codebook("words") == {"names": {"words": ["née"]}}
    assert load_vocabulary(tmp_path) is vocabulary


def test_the_own_vocabulary_can_be_read() -> None:
    assert load_vocabulary().gazetteer("countries")
