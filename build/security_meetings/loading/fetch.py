"""Releases from an address: fetched once into a folder of the user, and only kept when every checksum agrees."""

from __future__ import annotations

import hashlib
import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPException, HTTPResponse
from pathlib import Path, PurePosixPath
from urllib.error import HTTPError
from urllib.parse import unquote, urljoin, urlsplit, urlunsplit
from urllib.request import Request, url2pathname, urlopen

from security_meetings.loading.data_set import open_data_set
from security_meetings.loading.faults import loading_fault
from security_meetings.loading.places import DATA_SET, release_name
from security_meetings.loading.sources import CHECKSUMS, compare_archive, open_source, parse_checksums
from security_meetings.problems import DataProblems

CACHE_VARIABLE = "SECURITY_MEETINGS_CACHE"
_ANSWER_SECONDS = 60
_CHUNK = 1 << 20
_NOT_THERE = frozenset((403, 404, 410))


def cache_folder() -> Path:
    """Return where fetched releases are kept: `SECURITY_MEETINGS_CACHE`, else where the platform keeps such files."""
    told = os.environ.get(CACHE_VARIABLE)
    if told:
        return Path(told).expanduser()
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local") / DATA_SET / "Cache"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches" / DATA_SET
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / DATA_SET


def local_path(url: str) -> Path | None:
    """Return the path that a file: address names, None for an address of the web; raises DataProblems for others."""
    parts = urlsplit(url)
    if parts.scheme == "file":
        return Path(url2pathname(parts.path))
    if parts.scheme not in ("http", "https") or not parts.netloc:
        raise loading_fault("address", url, "cannot be fetched", "an address with http://, https:// or file://")
    return None


def fetch_archive(url: str, version: str | None) -> Path:
    """Return the zip of an address, fetched now or before; with a version, the address may be that of its folder.

    Raises DataProblems where it cannot be had, is broken, or differs from its checksums; nothing is kept of it then.
    """
    address = _archive_address(url, version)
    home = cache_folder() / hashlib.sha256(address.encode()).hexdigest()[:16]
    kept = home / _file_name(address)
    if not kept.is_file():
        home.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=".part-", dir=home.parent) as unfinished:
            fetched = _fetch_into(Path(unfinished), address)
            home.mkdir(exist_ok=True)
            # The zip comes last: where it stands, all is there. Another process that is faster keeps the same.
            (fetched.parent / CHECKSUMS).replace(home / CHECKSUMS)
            fetched.replace(kept)
    return kept


def _archive_address(url: str, version: str | None) -> str:
    parts = urlsplit(url)
    if version is None or ".zip" in parts.path:
        return url
    return urlunsplit(parts._replace(path=f"{parts.path.rstrip('/')}/{release_name(version)}"))


def _file_name(address: str) -> str:
    name = PurePosixPath(unquote(urlsplit(address).path)).name
    return name if name.endswith(".zip") else "download.zip"


def _fetch_into(folder: Path, address: str) -> Path:
    path = folder / _file_name(address)
    with path.open("wb") as file:
        file.writelines(_read_address(address))
    try:
        compare_archive(path, _published_checksums(address))
        open_data_set(open_source(path)).files.read_all()
    except DataProblems as found:
        first = found.problems[0]
        told = first.where.replace(str(path), address)
        todo = "nothing was kept; try again, or fetch it by hand and name the file"
        raise loading_fault(first.rule_id.removeprefix("loading."), told, first.what, first.expected, todo) from found
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    (folder / CHECKSUMS).write_text(f"{digest}  {path.name}\n", encoding="utf-8", newline="\n")
    return path


def _published_checksums(address: str) -> dict[str, str]:
    """Return the checksums that stand beside an address, none where there is no such file."""
    beside = urljoin(address, CHECKSUMS)
    try:
        content = b"".join(_read_address(beside))
    except DataProblems as fault:
        if isinstance(fault.__cause__, HTTPError) and fault.__cause__.code in _NOT_THERE:
            return {}
        raise
    return parse_checksums(content, beside)


def _read_address(address: str) -> Iterator[bytes]:
    with _open_address(address) as answer:
        told, count = answer.headers.get("Content-Length"), 0
        while chunk := answer.read(_CHUNK):
            count += len(chunk)
            yield chunk
    if told is not None and count != int(told):
        raise loading_fault(
            "cut-off", address, f"ended after {count} bytes", f"{told} bytes", "nothing was kept; try again"
        )


@contextmanager
def _open_address(address: str) -> Iterator[HTTPResponse]:
    todo = "look at the address, or fetch the zip by hand and name the file"
    try:
        with urlopen(Request(address, headers={"User-Agent": DATA_SET}), timeout=_ANSWER_SECONDS) as answer:
            yield answer
    except HTTPError as error:
        raise loading_fault("http", address, f"answered {error.code} {error.reason}", "a zip", todo) from error
    except (OSError, HTTPException) as error:
        told = getattr(error, "reason", None) or error
        raise loading_fault("network", address, f"cannot be fetched ({told})", "an answer", todo) from error
