"""The files of a data set in a folder or a zip, each compared with its checksum when it is read."""

from __future__ import annotations

import hashlib
import zipfile
import zlib
from abc import ABC, abstractmethod
from collections.abc import Mapping
from pathlib import Path, PurePosixPath

from security_meetings.loading.faults import loading_fault
from security_meetings.loading.places import DESCRIPTOR
from security_meetings.problems import DataProblems

CHECKSUMS = "SHA256SUMS"
_DIGEST_LENGTH = 64


class Source(ABC):
    """Files under relative names, as they are."""

    def __init__(self, place: Path) -> None:
        self.place = place

    @abstractmethod
    def has(self, name: str) -> bool:
        """Return whether there is a file of a name."""

    @abstractmethod
    def read(self, name: str) -> bytes:
        """Return the content of a file that is there."""

    @abstractmethod
    def where(self, name: str) -> str:
        """Return how to tell a reader where a file stands."""


class FolderSource(Source):
    """The files of a folder."""

    def has(self, name: str) -> bool:
        """Return whether there is a file of a name."""
        return (self.place / name).is_file()

    def read(self, name: str) -> bytes:
        """Return the content of a file that is there."""
        return (self.place / name).read_bytes()

    def where(self, name: str) -> str:
        """Return the path of a file."""
        return str(self.place / name)


class ZipSource(Source):
    """The files of a zip, or of the one folder in it; raises DataProblems for a file that is no zip of a data set."""

    def __init__(self, place: Path) -> None:
        super().__init__(place)
        try:
            with zipfile.ZipFile(place) as archive:
                self._names = frozenset(archive.namelist())
        except zipfile.BadZipFile as error:
            raise self._broken(str(place), str(error)) from error
        tops = sorted(name.removesuffix(DESCRIPTOR) for name in self._names if PurePosixPath(name).name == DESCRIPTOR)
        if not tops:
            raise loading_fault("nothing", place, f"holds no {DESCRIPTOR}", "a release of the data set")
        self._top = min(tops, key=lambda top: (top.count("/"), top))

    def has(self, name: str) -> bool:
        """Return whether there is a file of a name."""
        return self._top + name in self._names

    def read(self, name: str) -> bytes:
        """Return the content of a file that is there; raises DataProblems where the zip is damaged."""
        try:
            with zipfile.ZipFile(self.place) as archive:
                return archive.read(self._top + name)
        except (zipfile.BadZipFile, zlib.error, EOFError) as error:
            raise self._broken(self.where(name), str(error)) from error

    def where(self, name: str) -> str:
        """Return the path of the zip and the name in it."""
        return f"{self.place}, {self._top}{name}"

    @staticmethod
    def _broken(where: str, told: str) -> DataProblems:
        return loading_fault("broken", where, f"cannot be read ({told})", "a zip without damage", "download it again")


class CheckedFiles:
    """The files of a source, of which none is handed out whose sha256 is not the published one."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self._sums: dict[str, str] = {}
        if source.has(CHECKSUMS):
            self._sums = parse_checksums(source.read(CHECKSUMS), source.where(CHECKSUMS))

    def expect(self, sums: Mapping[str, str]) -> None:
        """Add checksums told elsewhere; raises DataProblems where a file already has another one."""
        for name, digest in sums.items():
            if self._sums.setdefault(name, digest) != digest:
                raise _mismatch(
                    self.source.where(DESCRIPTOR), f"for {name} {digest}", f"{CHECKSUMS} has {self._sums[name]}"
                )

    def read(self, name: str) -> bytes:
        """Return the content of a file; raises DataProblems where it is missing, unnamed by a checksum, or another."""
        where = self.source.where(name)
        if PurePosixPath(name).is_absolute() or ".." in PurePosixPath(name).parts or "\\" in name:
            raise loading_fault("path", where, f'"{name}" leads out of the data set', "a path below it")
        if not self.source.has(name):
            raise loading_fault("missing", where, "is not there", "a complete release", "download or unpack it again")
        content = self.source.read(name)
        if name in self._sums:
            found = hashlib.sha256(content).hexdigest()
            if found != self._sums[name]:
                raise _mismatch(where, found, self._sums[name])
        elif name != DESCRIPTOR:
            raise loading_fault("no-checksum", where, "has no checksum", f"one in {CHECKSUMS} or in {DESCRIPTOR}")
        elif self._sums:
            raise loading_fault("no-checksum", where, "has no checksum", f"one in {CHECKSUMS}")
        return content

    def read_all(self) -> None:
        """Read every file that has a checksum, so that each is compared with it."""
        for name in sorted(self._sums):
            self.read(name)


def open_source(place: Path) -> Source:
    """Return the files of a folder or of a zip; a zip is compared with the SHA256SUMS beside it where that names it."""
    if place.is_dir():
        return FolderSource(place)
    beside = place.parent / CHECKSUMS
    if beside.is_file():
        compare_archive(place, parse_checksums(beside.read_bytes(), str(beside)))
    return ZipSource(place)


def compare_archive(path: Path, sums: Mapping[str, str]) -> None:
    """Compare a zip with the checksum of its name, where there is one; raises DataProblems where it differs."""
    if path.name in sums:
        with path.open("rb") as file:
            found = hashlib.file_digest(file, "sha256").hexdigest()
        if found != sums[path.name]:
            raise _mismatch(str(path), found, sums[path.name])


def parse_checksums(content: bytes, where: str) -> dict[str, str]:
    """Return the checksums by file name of a text as sha256sum writes it; raises DataProblems for another text."""
    sums: dict[str, str] = {}
    for number, line in enumerate(content.decode("utf-8", errors="replace").splitlines(), start=1):
        digest, _, name = line.partition(" ")
        if len(digest) != _DIGEST_LENGTH or set(digest) - set("0123456789abcdef") or not name.strip(" *"):
            raise loading_fault(
                "checksums", f"{where}, line {number}", f'"{line[:80]}" is no checksum', "sha256, two spaces, file name"
            )
        sums[name.lstrip(" *")] = digest
    return sums


def _mismatch(where: str, found: str, expected: str) -> DataProblems:
    return loading_fault(
        "checksum",
        where,
        f"sha256 is {found}",
        expected,
        "the file was changed or damaged since it was published: delete it and get it again",
    )
