"""The archive of a release: the same bytes again for the same files, with checksums inside and beside it."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

from security_meetings.archives import SUMS, find_releases
from security_meetings.export.package import hash_file
from security_meetings.problems import Problem

_MODE = 0o100644 << 16
_UNIX = 3
_LINE = re.compile(r"([0-9a-f]{64}) [ *](.+)")
_FIRST_DAY = date(1980, 1, 1)


def write_sums(folder: Path) -> None:
    """Write SHA256SUMS of all other files of a folder, in the form that `sha256sum -c` reads."""
    lines = [f"{hash_file(folder / name)}  {name}\n" for name in list_names(folder) if name != SUMS]
    (folder / SUMS).write_text("".join(lines), encoding="utf-8", newline="\n")


def list_names(folder: Path) -> list[str]:
    """Return the paths of all files below a folder, in order."""
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def pack_folder(folder: Path, archive: Path, day: date) -> None:
    """Write a zip of a folder, which becomes the one at its top: files in order, all of one day, the same mode."""
    stamp = max(day, _FIRST_DAY)
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as packed:
        for name in list_names(folder):
            entry = zipfile.ZipInfo(f"{folder.name}/{name}", (stamp.year, stamp.month, stamp.day, 0, 0, 0))
            entry.compress_type, entry.external_attr, entry.create_system = zipfile.ZIP_DEFLATED, _MODE, _UNIX
            packed.writestr(entry, (folder / name).read_bytes(), compresslevel=9)


def read_sums(path: Path) -> dict[str, str]:
    """Return the checksum of each file by its name, none where there is no such file."""
    if not path.is_file():
        return {}
    lines = path.read_text(encoding="utf-8", errors="replace").splitlines()
    found = (_LINE.fullmatch(line) for line in lines)
    return {match[2]: match[1] for match in found if match}


def write_release_sums(releases: Path, new: Path) -> str:
    """Return the SHA256SUMS of a folder of releases with a new archive, one line an archive."""
    known = {path.name: path for path in find_releases(releases).values()} | {new.name: new}
    sums = read_sums(releases / SUMS)
    return "".join(f"{sums.get(name) or hash_file(path)}  {name}\n" for name, path in known.items())


def check_releases(releases: Path) -> Iterator[Problem]:
    """Yield an error for each archive in a folder of releases that is not as it was released."""
    sums = read_sums(releases / SUMS)
    found: Mapping[str, Path] = {path.name: path for path in find_releases(releases).values()}
    for name in sorted(sums.keys() | found.keys()):
        if name not in found:
            yield _damaged(name, "is gone", "the archive as it was released")
        elif name not in sums:
            yield _damaged(name, f"is not in {SUMS}", f"a line of {SUMS}")
        elif (digest := hash_file(found[name])) != sums[name]:
            yield _damaged(name, f'has the checksum "{digest}"', f'"{sums[name]}"')


def _damaged(name: str, what: str, expected: str) -> Problem:
    return Problem(
        severity="error",
        rule_id="release.damaged",
        where=f"dist/releases/{name}",
        what=what,
        expected=expected,
        todo="take dist/releases/ back to its last committed state; a release is never changed",
    )
