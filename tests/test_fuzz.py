"""Some of the spoilt inputs of `fuzz.py`, which `make fuzz` runs by the thousand."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from fuzz import TARGETS, World, make_world, try_seed
from fuzzing import Finding, format_toml, spoil_file, spoil_text, spoil_value, try_input

# The coder and the vocabulary take a second each, a schema some milliseconds.
COUNTS = {
    "arguments": 40,
    "decisions": 25,
    "descriptor": 6,
    "dist": 25,
    "expectations": 40,
    "raw": 12,
    "schemas": 80,
    "texts": 6,
    "vocabulary": 2,
}
# Seeds that once brought a fault to light.
KEPT = (
    ("decisions", 20076),
    ("decisions", 102274),
    ("descriptor", 20014),
    ("dist", 1740),
    ("dist", 4924),
    ("dist", 4998),
    ("dist", 9562),
    ("dist", 101525),
    ("expectations", 115),
    ("expectations", 104827),
    ("schemas", 20043),
    ("schemas", 20208),
    ("texts", 3255),
    ("texts", 5006),
    ("texts", 100503),
    ("texts", 102069),
    ("vocabulary", 3400),
)


@pytest.fixture(scope="module")
def world(built_once: Path, tmp_path_factory: pytest.TempPathFactory) -> World:
    return make_world(tmp_path_factory.mktemp("fuzz"), built_once)


@pytest.mark.parametrize("target", sorted(TARGETS))
def test_spoilt_input_gives_no_traceback_and_changes_nothing(world: World, target: str) -> None:
    findings = [try_seed(world, seed, target) for seed in range(COUNTS[target])]
    assert [finding for finding in findings if finding is not None] == []


@pytest.mark.parametrize(("target", "seed"), KEPT)
def test_what_was_found_stays_mended(world: World, target: str, seed: int) -> None:
    assert try_seed(world, seed, target) is None


def test_the_same_seed_gives_the_same_input(tmp_path: Path) -> None:
    texts = {spoil_text("One, two. Three.", Random(7), ("four",)) for _ in range(3)}
    assert len(texts) == 1
    assert len({spoil_text("One, two. Three.", Random(seed), ("four",)) for seed in range(20)}) > 15
    path = tmp_path / "a.json"
    contents = set()
    for _ in range(3):
        path.write_text('{"a": [1, {"b": "c"}]}', encoding="utf-8")
        spoil_file(path, Random(3))
        contents.add(path.read_bytes())
    assert len(contents) == 1


def test_values_are_spoilt_at_any_depth() -> None:
    spoilt = [spoil_value({"a": [{"b": "c"}]}, Random(seed)) for seed in range(60)]
    assert any(isinstance(value, dict) and value.get("a") == [{}] for value in spoilt)
    assert any("a" not in value for value in spoilt)
    assert format_toml({"a": [{"b": True}], "c": "d"}) == '"a" = [{"b" = true}]\n"c" = "d"\n'


def test_a_fault_is_found_with_its_place() -> None:
    def fail() -> str | None:
        raise KeyError("x")

    found = try_input("texts", 3, fail)
    assert found is not None and found.told.startswith("KeyError at test_fuzz.py:")
    assert try_input("texts", 3, lambda: None) is None
    assert try_input("texts", 3, lambda: "dist changed") == Finding(target="texts", seed=3, told="dist changed")
