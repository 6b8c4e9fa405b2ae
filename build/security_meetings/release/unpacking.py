"""Archives of anyone: looked through before anything of them is written, then unpacked into a folder."""

from __future__ import annotations

import stat
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from security_meetings.problems import DataProblems, Problem

LARGEST_FILE = 4 << 30
LARGEST_TOTAL = 16 << 30
MOST_FILES = 10_000
# Deflate reaches about 1030 to 1, and only with nothing to say; tables reach some 20.
LARGEST_RATIO = 200
SMALL = 1 << 20
_CHUNK = 1 << 20
_ENCRYPTED = 0x1


@contextmanager
def open_place(place: Path) -> Iterator[Path]:
    """Give the folder of finished files: the place itself, or what an archive holds, unpacked for as long as needed.

    Raises DataProblems for an archive that cannot be read, or that would write where it should not.
    """
    if place.is_dir():
        yield place
        return
    with TemporaryDirectory(prefix="security-meetings-") as folder:
        yield unpack(place, Path(folder))


def unpack(place: Path, folder: Path) -> Path:
    """Unpack an archive into a folder and return the one folder at its top.

    Raises DataProblems, and before anything is written where that can be known.
    """
    try:
        with zipfile.ZipFile(place) as archive:
            entries = archive.infolist()
            problems = list(_find_hostile(entries))
            if problems:
                raise DataProblems(problems)
            for entry in entries:
                if not entry.is_dir():
                    _unpack_entry(archive, entry, folder / entry.filename)
            for path in sorted(folder.rglob("*.xlsx")):
                _check_workbook(path)
    except (zipfile.BadZipFile, EOFError, NotImplementedError, RuntimeError) as error:
        raise DataProblems([_refusal("unreadable", place.name, f"is no sound zip ({error})", "a zip")]) from error
    return folder / entries[0].filename.partition("/")[0]


def _unpack_entry(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    written = 0
    with archive.open(entry) as packed, path.open("xb") as file:
        while chunk := packed.read(_CHUNK):
            written += len(chunk)
            # The size that an archive tells of a file is its own word.
            if written > entry.file_size:
                raise DataProblems([_refusal("bomb", entry.filename, "is larger than it says", f"{entry.file_size}")])
            file.write(chunk)


def _check_workbook(path: Path) -> None:
    """Raise DataProblems where a workbook, which is a zip itself, would unpack to far more than tables do."""
    with zipfile.ZipFile(path) as workbook:
        problems = [problem for entry in workbook.infolist() for problem in _judge_size(entry)]
    if problems:
        raise DataProblems(problems)


def _find_hostile(entries: list[zipfile.ZipInfo]) -> Iterator[Problem]:
    if not entries:
        yield _refusal("empty", "the zip", "holds nothing", "a folder with datapackage.json")
    if len(entries) > MOST_FILES or sum(entry.file_size for entry in entries) > LARGEST_TOTAL:
        yield _refusal("bomb", "the zip", f"holds {len(entries)} files", f"at most {MOST_FILES} of 16 GB together")
    seen: set[str] = set()
    for entry in entries:
        yield from _judge_entry(entry)
        if entry.filename.casefold() in seen:
            yield _refusal("twice", entry.filename, "stands twice", "each file once")
        seen.add(entry.filename.casefold())
    tops = sorted({entry.filename.partition("/")[0] for entry in entries})
    if len(tops) > 1 or any("/" not in entry.filename for entry in entries):
        yield _refusal("tops", "the zip", f'has "{", ".join(tops[:3])}" at its top', "one folder")


def _judge_entry(entry: zipfile.ZipInfo) -> Iterator[Problem]:
    name, mode = entry.filename, entry.external_attr >> 16
    parts = name.removesuffix("/").split("/")
    # A zip made elsewhere may tell its paths with backslashes, and some readers take them for folders.
    if name.startswith("/") or "\\" in entry.orig_filename or ":" in parts[0] or {"", ".", ".."} & set(parts):
        yield _refusal("path", name, "leads out of its folder", "a path below it, with forward slashes")
    if "\x00" in entry.orig_filename:
        yield _refusal("path", name, "has a null character in its name", "a plain name")
    if mode and stat.S_IFMT(mode) not in (0, stat.S_IFREG, stat.S_IFDIR):
        yield _refusal("link", name, "is a link or a device", "a plain file")
    if entry.flag_bits & _ENCRYPTED:
        yield _refusal("encrypted", name, "is encrypted", "a plain file")
    yield from _judge_size(entry)


def _judge_size(entry: zipfile.ZipInfo) -> Iterator[Problem]:
    if entry.file_size > LARGEST_FILE or (
        entry.file_size > SMALL and entry.file_size > LARGEST_RATIO * max(entry.compress_size, 1)
    ):
        told = f"{entry.file_size} bytes are packed into {entry.compress_size}"
        yield _refusal("bomb", entry.filename, told, f"at most {LARGEST_RATIO} to 1, and 4 GB")


def _refusal(kind: str, where: str, what: str, expected: str) -> Problem:
    return Problem(
        severity="error",
        rule_id=f"archive.{kind}",
        where=where,
        what=what,
        expected=expected,
        todo="download it again from where it was published; nothing of it was used",
    )
