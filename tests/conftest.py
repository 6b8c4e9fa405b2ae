"""What the tests share: raw folders of invented texts, and schemas that stand in for the project's own."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

# The real rooms stay loaded where the stand-in takes the place of their doors: corrections derive by them.
import security_meetings.annotate.register
import security_meetings.resolve.derived  # noqa: F401
import standins
from security_meetings.pipeline import Build, BuildOptions, SilentWatcher, run_stages, start_build
from security_meetings.vocabularies import load_vocabulary
from small_project import write_descriptor

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


def put_in_stand_in(patch: pytest.MonkeyPatch) -> None:
    """Put a coder that knows one sentence in the place of the real one, so that no model is loaded."""
    for stage in ("annotate", "extract", "resolve"):
        patch.setitem(sys.modules, f"security_meetings.{stage}", standins)
    patch.setattr("security_meetings.knowledge.check_readable", lambda folder: [])
    patch.setattr("security_meetings.knowledge.check_vocabulary", lambda vocabulary: [])
    patch.setattr("security_meetings.knowledge.try_vocabulary", lambda vocabulary: [])
    for name in ("knowledge.load_vocabulary", "recheck.load_sound_vocabulary"):
        patch.setattr(f"security_meetings.{name}", standins.load_vocabulary)


@pytest.fixture
def stand_in_coder(monkeypatch: pytest.MonkeyPatch) -> None:
    """Put a coder that knows one sentence in the place of the real one."""
    put_in_stand_in(monkeypatch)


@pytest.fixture(scope="session")
def built_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build a small project of its own, once: two texts, the descriptor, the stand-in coder."""
    folder = tmp_path_factory.mktemp("own")
    (folder / "raw" / "articles").mkdir(parents=True)
    for name, text in {"a": f"Yes. {standins.SENTENCE} Ok", "b": f"Again. {standins.SENTENCE}"}.items():
        (folder / "raw" / "articles" / f"{name}.txt").write_text(text, encoding="utf-8")
    write_descriptor(folder)
    with pytest.MonkeyPatch.context() as patch:
        put_in_stand_in(patch)
        patch.setattr("security_meetings.knowledge.read_own_rules", lambda *places: None)
        run_stages(start_build(BuildOptions(raw=folder / "raw", dist=folder / "dist"), SilentWatcher()))
    return folder


@pytest.fixture
def built(built_once: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, stand_in_coder: None) -> Path:
    """Return a small built project of its own, as the folder that is worked in."""
    shutil.copytree(built_once, tmp_path, dirs_exist_ok=True)
    monkeypatch.chdir(tmp_path)
    # The rules for our own tables ask for as many rows as those have.
    for user in ("knowledge", "recheck"):
        monkeypatch.setattr(f"security_meetings.{user}.read_own_rules", lambda *places: None)
    # What is derived from a correction needs the real vocabulary.
    monkeypatch.setattr("security_meetings.knowledge.load_vocabulary", load_vocabulary)
    monkeypatch.setenv("SECURITY_MEETINGS_CODER", "A. Coder")
    return tmp_path


@pytest.fixture
def own(built: Path) -> Path:
    """Return the same project before it was built."""
    for name in ("dist", "build"):
        shutil.rmtree(built / name)
    return built


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
