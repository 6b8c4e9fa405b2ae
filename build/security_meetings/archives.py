"""What was released: the archives in `dist/releases/`, and the files of one of them, or of a folder, by name."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

from security_meetings.problems import DataProblems, Problem

Version = tuple[int, int, int]

RELEASES = "releases"
SUMS = "SHA256SUMS"
_STEM = "security-meetings-"
_NUMBER = r"(0|[1-9][0-9]*)"
_VERSION = re.compile(rf"{_NUMBER}\.{_NUMBER}\.{_NUMBER}")


def read_version(text: str) -> Version | None:
    """Return the three numbers of a version such as 1.0.0, None for anything else."""
    found = _VERSION.fullmatch(text)
    return None if found is None else (int(found[1]), int(found[2]), int(found[3]))


def top_folder(version: str) -> str:
    """Return the name of the one folder in the archive of a version."""
    return f"{_STEM}{version}"


def archive_name(version: str) -> str:
    """Return the file name of the archive of a version."""
    return f"{top_folder(version)}.zip"


def version_of(archive: Path) -> str:
    """Return the version that an archive is named by."""
    return archive.name.removeprefix(_STEM).removesuffix(".zip")


def find_releases(releases: Path) -> dict[str, Path]:
    """Return the archives in a folder of releases by their versions, the lowest first."""
    found = {version_of(path): path for path in releases.glob(f"{_STEM}*.zip")} if releases.is_dir() else {}
    known = {version: (number, path) for version, path in found.items() if (number := read_version(version))}
    return {version: path for version, (_, path) in sorted(known.items(), key=lambda item: item[1][0])}


def find_last_release(releases: Path, before: str | None = None) -> Path | None:
    """Return the archive of the highest version, below `before` where that is given; None where there is none."""
    limit = read_version(before) if before is not None else None
    found = [
        path
        for version, path in find_releases(releases).items()
        if limit is None or (read_version(version) or limit) < limit
    ]
    return found[-1] if found else None


def read_file(place: Path, name: str) -> bytes | None:
    """Return a file of a folder, or of an archive with one folder at its top; None where it has none of this name.

    Raises DataProblems where the archive cannot be read.
    """
    if place.is_dir():
        path = place / name
        return path.read_bytes() if path.is_file() else None
    try:
        with zipfile.ZipFile(place) as archive:
            tops = {told.partition("/")[0] for told in archive.namelist()}
            return archive.read(f"{tops.pop()}/{name}") if len(tops) == 1 else None
    except KeyError:
        return None
    except FileNotFoundError:
        return None
    except (zipfile.BadZipFile, OSError, NotImplementedError, EOFError) as error:
        raise DataProblems([_unreadable(place, str(error))]) from error


def _unreadable(place: Path, told: str) -> Problem:
    return Problem(
        severity="error",
        rule_id="release.unreadable",
        where=place.name,
        what=f"cannot be read ({told})",
        expected="the archive as it was released",
        todo="take it back to its last committed state",
    )
