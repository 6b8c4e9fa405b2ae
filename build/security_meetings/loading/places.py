"""Where the data to load stand: a built folder, an unpacked release, a release zip, a checkout, or an address."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from security_meetings.loading.faults import loading_fault
from security_meetings.locations import PACKAGE

DATA_SET = "security-meetings"
DESCRIPTOR = "datapackage.json"
_RELEASE = re.compile(rf"{DATA_SET}-(\d+\.\d+\.\d+)(?:\.zip)?")
_VERSION = re.compile(r"\d+\.\d+\.\d+(?:-dev)?")


def find_place(version: str | None, path: str | Path | None) -> Path:
    """Return the folder or zip to load; an address is fetched first. Raises DataProblems where there is none."""
    if version is not None and not _VERSION.fullmatch(version):
        raise loading_fault(
            "version",
            f'version "{version}"',
            "is no version",
            "one such as 1.0.0",
            'name a folder, a zip or an address as path="…"',
        )
    if path is None:
        return _find_in_checkouts(version)
    if "://" in str(path):
        from security_meetings.loading.fetch import fetch_archive, local_path

        local = local_path(str(path))
        return fetch_archive(str(path), version) if local is None else _find_at(local, version)
    return _find_at(Path(path).expanduser(), version)


def release_name(version: str) -> str:
    """Return the name of the zip of a release."""
    return f"{DATA_SET}-{version}.zip"


def _find_at(place: Path, version: str | None) -> Path:
    if place.is_file():
        return place
    if not place.is_dir():
        raise loading_fault(
            "nothing", place, "is neither a file nor a folder", "a release zip, an unpacked release or a built folder"
        )
    is_checkout = _is_checkout(place)
    return _find_in_folder(place / "dist" if is_checkout else place, version, prefers_releases=is_checkout)


def _find_in_folder(folder: Path, version: str | None, prefers_releases: bool) -> Path:
    releases = _find_releases(folder)
    own = _read_descriptor(folder)
    if version is not None:
        if version in releases:
            return releases[version]
        if own.get("version") == version:
            return folder
        there = [*releases, *([str(own["version"])] if "version" in own else [])]
        raise loading_fault(
            "version",
            folder,
            f'holds no version "{version}"',
            f"one of: {', '.join(there)}" if there else f"{release_name(version)}, here or in releases/",
        )
    if releases and (prefers_releases or not own):
        return releases[max(releases, key=_in_order)]
    if not (folder / DESCRIPTOR).is_file():
        raise loading_fault(
            "nothing",
            folder,
            f"holds neither {DESCRIPTOR} nor a release",
            f"a built folder, an unpacked release, or {release_name('VERSION')}",
            'name another place as path="…"',
        )
    return folder


def _find_in_checkouts(version: str | None) -> Path:
    here = Path.cwd()
    for folder in (here, *here.parents, PACKAGE.parents[1]):
        if _is_checkout(folder):
            return _find_in_folder(folder / "dist", version, prefers_releases=True)
    raise loading_fault(
        "nothing",
        here,
        "is in no checkout of the data set, and no path was given",
        "a release zip, an unpacked release, a built folder, or the address of a zip",
        'name it: load(path="…")',
    )


def _is_checkout(folder: Path) -> bool:
    return (folder / "dist").is_dir() and _read_descriptor(folder).get("name") == DATA_SET


def _find_releases(folder: Path) -> dict[str, Path]:
    """Return the releases in a folder and in its releases/, by version; a zip comes before the same one unpacked."""
    found: dict[str, Path] = {}
    for place in _candidates(folder):
        told = _RELEASE.fullmatch(place.name)
        if told is not None and (place.is_file() or (place / DESCRIPTOR).is_file()):
            found[told[1]] = place
    return dict(sorted(found.items(), key=lambda item: _in_order(item[0])))


def _candidates(folder: Path) -> Iterator[Path]:
    for parent in (folder, folder / "releases"):
        if parent.is_dir():
            yield from sorted(parent.iterdir(), key=lambda place: (place.is_file(), place.name))


def _in_order(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in version.split("."))


def _read_descriptor(folder: Path) -> dict[str, Any]:
    try:
        descriptor = json.loads((folder / DESCRIPTOR).read_text(encoding="utf-8"))
    except (OSError, json.JSONDecodeError, UnicodeDecodeError):
        return {}
    return descriptor if isinstance(descriptor, dict) else {}
