"""Releases from an address: fetched once, compared, and never kept when anything is wrong."""

from __future__ import annotations

import os
import shutil
import sys
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from check_samples import sample_cells
from release_samples import VERSION, pack_folder, pack_release, unpacked_release, write_sums
from security_meetings import DataProblems, load
from security_meetings.loading.fetch import cache_folder

NAME = f"security-meetings-{VERSION}.zip"


class Handler(SimpleHTTPRequestHandler):
    """Serves files; tells the length of one that is cut off as if it were whole."""

    asked: list[str]
    cut: bool
    missing_code: int

    def log_message(self, *told: Any) -> None:
        """Tell nothing."""

    def do_GET(self) -> None:
        self.server.asked.append(self.path)  # type: ignore[attr-defined]
        path = Path(self.translate_path(self.path))
        if path.name == "endless.zip":
            self.send_response(200)
            self.send_header("Content-Length", str(path.stat().st_size))
            self.end_headers()
            self.wfile.write(path.read_bytes()[:100])
        elif not path.exists():
            self.send_error(self.server.missing_code)  # type: ignore[attr-defined]
        else:
            super().do_GET()


class Server(ThreadingHTTPServer):
    """Serves a folder to the tests, and remembers what was asked for."""

    def __init__(self, folder: Path) -> None:
        super().__init__(("127.0.0.1", 0), partial(Handler, directory=str(folder)))
        self.folder = folder
        self.asked: list[str] = []
        self.missing_code = 404

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    folder = tmp_path / "served"
    pack_release(folder, sample_cells())
    with Server(folder) as serving:
        thread = threading.Thread(target=serving.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield serving
        serving.shutdown()
        thread.join()


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SECURITY_MEETINGS_CACHE", str(tmp_path / "cache"))
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    return tmp_path / "cache"


def kept(cache: Path) -> list[str]:
    return sorted(path.name for path in cache.rglob("*") if path.is_file())


def fault_of(address: str, version: str | None = None) -> str:
    """Return what is told of an address that cannot be loaded."""
    with pytest.raises(DataProblems) as found:
        load(version, address)
    (problem,) = found.value.problems
    return problem.sentence()


def test_a_release_is_fetched_once_and_kept(server: Server, cache: Path) -> None:
    first = load(path=f"{server.address}/{NAME}")
    assert (first.version, len(first.meetings)) == (VERSION, 1)
    assert server.asked == [f"/{NAME}", "/SHA256SUMS"]
    assert kept(cache) == ["SHA256SUMS", NAME]
    again = load(VERSION, f"{server.address}/{NAME}")
    assert len(again.people) == 2 and len(server.asked) == 2


def test_a_version_is_fetched_from_the_address_of_its_folder(server: Server) -> None:
    assert load(VERSION, f"{server.address}/").version == load(VERSION, server.address).version == VERSION
    assert f"/{NAME}" in server.asked


def test_what_follows_the_name_in_an_address_is_kept_in_it(server: Server, cache: Path) -> None:
    assert load(path=f"{server.address}/{NAME}?download=1").version == VERSION
    assert server.asked[0] == f"/{NAME}?download=1" and NAME in kept(cache)


@pytest.mark.parametrize("code", [403, 404, 410])
def test_without_sums_beside_it_those_in_the_zip_are_compared(code: int, server: Server, cache: Path) -> None:
    (server.folder / "SHA256SUMS").unlink()
    server.missing_code = code
    assert load(path=f"{server.address}/{NAME}").version == VERSION


def test_sums_that_cannot_be_had_for_another_reason_are_told(server: Server, cache: Path) -> None:
    (server.folder / "SHA256SUMS").unlink()
    server.missing_code = 500
    assert "SHA256SUMS: answered 500" in fault_of(f"{server.address}/{NAME}")
    assert kept(cache) == []


def test_a_zip_that_differs_from_the_sums_beside_it_is_not_kept(server: Server, cache: Path) -> None:
    write_sums(server.folder / "SHA256SUMS", {NAME: b"other"})
    told = fault_of(f"{server.address}/{NAME}")
    assert told.startswith(f"{server.address}/{NAME}: sha256 is ") and "expected d9298a10" in told
    assert "nothing was kept" in told and kept(cache) == []
    pack_release(server.folder, sample_cells())
    assert load(path=f"{server.address}/{NAME}").version == VERSION


def test_a_zip_with_one_changed_file_is_not_kept(server: Server, cache: Path, tmp_path: Path) -> None:
    top = unpacked_release(tmp_path / "other", sample_cells())
    (top / "README.md").write_text("other words", encoding="utf-8")
    pack_folder(top, server.folder / NAME)
    (server.folder / "SHA256SUMS").unlink()
    told = fault_of(f"{server.address}/{NAME}")
    assert f"{server.address}/{NAME}, security-meetings-{VERSION}/README.md: sha256 is" in told
    assert str(tmp_path) not in told and kept(cache) == []


def test_a_download_that_breaks_off_is_not_kept(server: Server, cache: Path) -> None:
    shutil.copy(server.folder / NAME, server.folder / "endless.zip")
    size = (server.folder / NAME).stat().st_size
    assert f"ended after 100 bytes; expected {size} bytes" in fault_of(f"{server.address}/endless.zip")
    assert kept(cache) == []


def test_what_is_no_zip_is_not_kept(server: Server, cache: Path) -> None:
    (server.folder / "page.html").write_text("<html>log in</html>", encoding="utf-8")
    assert "page.html: cannot be read" in fault_of(f"{server.address}/page.html")
    assert kept(cache) == []


@pytest.mark.parametrize("version", [None, "2.0.0"])
def test_an_address_without_a_release_is_told(version: str | None, server: Server, cache: Path) -> None:
    told = fault_of(f"{server.address}/nothing", version)
    assert "answered 404" in told and "fetch the zip by hand" in told
    assert (f"security-meetings-{version}.zip" in told) == (version is not None)
    assert kept(cache) == []


def test_a_server_that_does_not_answer_is_told(server: Server, cache: Path) -> None:
    with Server(server.folder) as other:
        address = other.address
    assert "cannot be fetched" in fault_of(f"{address}/{NAME}")
    assert kept(cache) == []


def test_another_version_at_an_address_is_told(server: Server) -> None:
    assert f'holds version "{VERSION}"; expected "1.0.1"' in fault_of(f"{server.address}/{NAME}", "1.0.1")


def test_a_kept_zip_that_was_damaged_since_is_told(server: Server, cache: Path) -> None:
    load(path=f"{server.address}/{NAME}")
    (path,) = cache.rglob("*.zip")
    path.write_bytes(path.read_bytes() + b"x")
    told = fault_of(f"{server.address}/{NAME}")
    assert str(path) in told and "delete it and get it again" in told
    path.unlink()
    assert load(path=f"{server.address}/{NAME}").version == VERSION


def test_what_another_process_kept_meanwhile_is_taken(
    server: Server, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from security_meetings.loading import fetch

    fetch_into = fetch._fetch_into

    def fetch_while_another_does(folder: Path, address: str) -> Path:
        monkeypatch.setattr(fetch, "_fetch_into", fetch_into)
        assert load(path=address).version == VERSION
        return fetch_into(folder, address)

    monkeypatch.setattr(fetch, "_fetch_into", fetch_while_another_does)
    assert load(path=f"{server.address}/{NAME}").version == VERSION
    assert kept(cache) == ["SHA256SUMS", NAME]


def test_an_address_of_a_file_is_read_where_it_is(server: Server, cache: Path) -> None:
    assert load(path=(server.folder / NAME).as_uri()).version == VERSION
    assert load(VERSION, server.folder.as_uri()).version == VERSION
    assert not cache.exists() and not server.asked


@pytest.mark.parametrize(
    ("platform", "variables", "expected"),
    [
        ("linux", {"XDG_CACHE_HOME": "/x"}, "/x/security-meetings"),
        ("linux", {}, "/me/.cache/security-meetings"),
        ("darwin", {}, "/me/Library/Caches/security-meetings"),
        ("win32", {"LOCALAPPDATA": "/x"}, "/x/security-meetings/Cache"),
        ("win32", {}, "/me/AppData/Local/security-meetings/Cache"),
        ("linux", {"SECURITY_MEETINGS_CACHE": "~/own"}, "/me/own"),
    ],
)
def test_the_cache_stands_where_the_platform_keeps_such_files(
    platform: str, variables: dict[str, str], expected: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("SECURITY_MEETINGS_CACHE", "XDG_CACHE_HOME", "LOCALAPPDATA"):
        monkeypatch.delenv(name, raising=False)
    for name, value in {"HOME": "/me", **variables}.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys, "platform", platform)
    assert cache_folder() == Path(expected)
    assert os.environ["HOME"] == "/me"
