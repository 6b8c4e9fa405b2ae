"""What the tests share: raw folders of invented texts, and schemas that stand in for the project's own."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

import standins
from security_meetings.pipeline import Build, BuildOptions, SilentWatcher, run_stages, start_build

MakeRaw = Callable[..., Path]
ROOT = Path(__file__).parents[1]
SOURCE_HEADER = "article_id,outlet,title,url,published,retrieved,licence,note"


@pytest.fixture
def make_raw(tmp_path: Path) -> MakeRaw:
    """Return a function that makes a raw folder of texts (by stem) and source rows."""

    def make(texts: Mapping[str, str | bytes], sources: str | None = None, name: str = "raw") -> Path:
        raw = tmp_path / name
        (raw / "articles").mkdir(parents=True)
        for stem, text in texts.items():
            content = text if isinstance(text, bytes) else text.encode("utf-8")
            (raw / "articles" / f"{stem}.txt").write_bytes(content)
        if sources is not None:
            (raw / "sources.csv").write_text(sources, encoding="utf-8")
        return raw

    return make


@pytest.fixture
def stand_in_coder(monkeypatch: pytest.MonkeyPatch) -> None:
    """Put a coder that knows one sentence in the place of the real one, so that no model is loaded."""
    for stage in ("annotate", "extract", "resolve"):
        monkeypatch.setitem(sys.modules, f"security_meetings.{stage}", standins)
    monkeypatch.setattr("security_meetings.pipeline.check_readable", lambda folder: [])
    monkeypatch.setattr("security_meetings.pipeline.check_vocabulary", lambda vocabulary: [])
    for user in ("pipeline", "recheck"):
        monkeypatch.setattr(f"security_meetings.{user}.load_vocabulary", standins.load_vocabulary)


@pytest.fixture(scope="session")
def own_build() -> Build:
    """Build the project's own texts with all that is known of them, once, up to their tables."""
    options = BuildOptions(raw=ROOT / "raw", dist=ROOT / "dist")
    return run_stages(start_build(options, SilentWatcher(), writes_dist=False), until="tabulate")


@pytest.fixture(scope="session")
def own_build_without_sources(tmp_path_factory: pytest.TempPathFactory) -> Build:
    """Build the project's own texts with nothing known of them, once, up to their tables."""
    raw = tmp_path_factory.mktemp("bare")
    shutil.copytree(ROOT / "raw" / "articles", raw / "articles")
    options = BuildOptions(raw=raw, dist=raw / "dist")
    return run_stages(start_build(options, SilentWatcher(), writes_dist=False), until="tabulate")


@pytest.fixture(scope="session")
def gold_build(tmp_path_factory: pytest.TempPathFactory) -> Build:
    """Build the coded texts of `tests/gold`, once, up to their tables."""
    raw = tmp_path_factory.mktemp("gold")
    shutil.copytree(ROOT / "tests" / "gold" / "texts", raw / "articles")
    options = BuildOptions(raw=raw, dist=raw / "dist")
    return run_stages(start_build(options, SilentWatcher(), writes_dist=False), until="tabulate")
