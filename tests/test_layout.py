"""The house keeps its shape: import arrows, who prints, sizes, and what git ignores."""

from __future__ import annotations

import ast
import dataclasses
import inspect
import os
import re
import shutil
import subprocess
import typing
from collections.abc import Iterator
from pathlib import Path

import pytest

from security_meetings import results, rows
from security_meetings.pipeline import STAGES
from security_meetings.schemas import load_schemas

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "build" / "security_meetings"
NAME = PACKAGE.name
MODULES = sorted(PACKAGE.rglob("*.py"))

STAGE_ORDER = (
    "read",
    "annotate",
    "extract",
    "resolve",
    "identify",
    "correct",
    "tabulate",
    "check",
    "export",
    "forms",
    "citation",
    "release",
)
# Modules that put stages together or show what they made; whatever else stands at the top is known to all stages.
ABOVE_STAGES = frozenset(
    (
        "accuracy",
        "background",
        "pipeline",
        "knowledge",
        "making",
        "releasing",
        "rebuilding",
        "workbench",
        "review_queue",
        "compare",
        "dump",
        "evaluate",
        "explain",
        "recheck",
        "finished",
        "scoring",
        "since_release",
        "vocabulary_trial",
    )
)
SPEAKERS = frozenset(
    (
        *("cli", "cli_cite", "cli_convert", "cli_decisions", "cli_parts", "cli_release", "cli_review", "cli_start"),
        *("console", "__main__"),
    )
)
AT_HOME = {
    "spacy": "annotate",
    "great_expectations": "check",
    "frictionless": "check",
    "xlsxwriter": "forms",
    "openpyxl": "forms",
}
LINES_OF_MODULE = 300
LINES_OF_FUNCTION = 40


def module_name(path: Path) -> str:
    """Return the dotted name of a module below the package: `read.articles`, empty for the package itself."""
    return ".".join(path.relative_to(PACKAGE).with_suffix("").parts).removesuffix("__init__").rstrip(".")


def parse(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), filename=str(path))


def imported_names(tree: ast.AST) -> Iterator[str]:
    """Yield the dotted names of all modules imported anywhere, also within functions and for types alone."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"line {node.lineno}: relative import"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def room(name: str) -> str:
    """Return the stage or the top module to which a dotted name below the package belongs."""
    return name.split(".")[0]


def imported_rooms(tree: ast.AST) -> set[str]:
    below = (name.removeprefix(f"{NAME}.") for name in imported_names(tree) if name.startswith(f"{NAME}."))
    names = {room(name) for name in below}
    # `from security_meetings import __version__` is a name, no module.
    return {name for name in names if (PACKAGE / name).is_dir() or (PACKAGE / f"{name}.py").is_file()}


def find_wrong_arrows(importer: str, imported: set[str]) -> set[str]:
    """Return those of the imported rooms that stand later than the importing one."""
    if importer in SPEAKERS:
        return set()
    if importer in ABOVE_STAGES:
        return imported & SPEAKERS
    forbidden = ABOVE_STAGES | SPEAKERS
    later = STAGE_ORDER[STAGE_ORDER.index(importer) + 1 :] if importer in STAGE_ORDER else STAGE_ORDER
    return imported & (forbidden | set(later))


def find_speech(tree: ast.AST) -> Iterator[str]:
    """Yield each place that prints, writes to the standard streams or ends the program."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Name) and node.id in ("print", "exit", "quit", "SystemExit", "input"):
            yield f"line {node.lineno}: {node.id}"
        elif isinstance(node, ast.Attribute) and node.attr in ("print", "_exit", "stdout", "stderr", "echo", "Exit"):
            yield f"line {node.lineno}: {ast.unparse(node)}"
        elif isinstance(node, ast.Attribute) and ast.unparse(node) == "sys.exit":
            yield f"line {node.lineno}: sys.exit"


def long_functions(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            assert node.end_lineno is not None
            count = node.end_lineno - node.lineno + 1
            if count > LINES_OF_FUNCTION:
                yield f"{node.name}: {count} lines"


@pytest.mark.parametrize("path", MODULES, ids=module_name)
def test_module_imports_nothing_that_stands_later(path: Path) -> None:
    wrong = find_wrong_arrows(room(module_name(path)), imported_rooms(parse(path)))
    assert not wrong, f"{module_name(path)} imports what stands later: {sorted(wrong)}"


@pytest.mark.parametrize(
    ("importer", "imported", "wrong"),
    [
        ("extract", "from security_meetings.annotate import annotate_articles", set()),
        ("extract", "from security_meetings.extract.cues import find_cues", set()),
        ("extract", "def f():\n    from security_meetings.resolve.ids import make_id", {"resolve"}),
        ("documents", "import security_meetings.read", {"read"}),
        ("check", "from security_meetings import pipeline", {"pipeline"}),
        ("check", "from security_meetings import __version__", set()),
        ("pipeline", "import security_meetings.console", {"console"}),
        ("cli", "import security_meetings.pipeline", set()),
    ],
)
def test_wrong_arrows_are_found(importer: str, imported: str, wrong: set[str]) -> None:
    assert find_wrong_arrows(importer, imported_rooms(ast.parse(imported))) == wrong


def test_stages_run_in_the_order_of_the_house() -> None:
    names = [stage.name for stage in STAGES]
    assert names == [name for name in STAGE_ORDER if name in names]


@pytest.mark.parametrize("path", [path for path in MODULES if module_name(path) not in SPEAKERS], ids=module_name)
def test_only_the_command_line_prints_or_ends_the_program(path: Path) -> None:
    assert not list(find_speech(parse(path)))


@pytest.mark.parametrize("code", ["print(1)", "raise SystemExit", "sys.exit(1)", "console.print(1)", "typer.echo(1)"])
def test_speech_is_found(code: str) -> None:
    assert list(find_speech(ast.parse(code)))


@pytest.mark.parametrize("path", MODULES, ids=module_name)
def test_heavy_library_is_imported_in_its_own_room_alone(path: Path) -> None:
    used = {name.split(".")[0] for name in imported_names(parse(path))}
    strangers = {library for library in used & AT_HOME.keys() if AT_HOME[library] != room(module_name(path))}
    assert not strangers


@pytest.mark.parametrize("path", MODULES, ids=module_name)
def test_modules_and_functions_are_short(path: Path) -> None:
    count = len(path.read_text(encoding="utf-8").splitlines())
    assert count <= LINES_OF_MODULE
    assert not list(long_functions(parse(path)))


def test_no_module_is_a_drawer_for_everything() -> None:
    assert not {path.stem for path in MODULES} & {"utils", "util", "helpers", "misc", "common"}


def test_build_is_no_package() -> None:
    # With an __init__.py there, `python -m build` runs this folder instead of the tool.
    assert not (ROOT / "build" / "__init__.py").exists()


def test_every_row_class_has_the_columns_of_its_schema() -> None:
    hints = typing.get_type_hints(results.Records)
    schemas = load_schemas()
    declared = {
        typing.get_args(hints[name])[0]: [column.name for column in schema.columns] for name, schema in schemas.items()
    }
    written = {
        kind: [field.name for field in dataclasses.fields(kind)]
        for _, kind in inspect.getmembers(rows, dataclasses.is_dataclass)
    }
    assert written == declared


def git_environment(home: Path) -> dict[str, str]:
    """Return the environment without what the user's own git settings or a running hook would add."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    return kept | {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1", "HOME": str(home)}


def ignored_by_git(paths: list[str], home: Path) -> list[str]:
    """Return those of the paths that the project's .gitignore files exclude."""
    environment = git_environment(home)
    # An empty repository of its own, so that the test also holds in a folder that is no checkout.
    subprocess.run(["git", "init", "--quiet", str(home / "empty")], check=True, env=environment)
    command = ["git", f"--git-dir={home / 'empty' / '.git'}", f"--work-tree={ROOT}"]
    asked = subprocess.run(
        [*command, "check-ignore", "--no-index", "-z", "--stdin"],
        input="\0".join(paths),
        capture_output=True,
        text=True,
        cwd=ROOT,
        env=environment,
        check=False,
    )
    assert asked.returncode in (0, 1), asked.stderr
    return [path for path in asked.stdout.split("\0") if path]


@pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")
def test_git_ignores_nothing_of_build_and_dist(tmp_path: Path) -> None:
    there = [str(path.relative_to(ROOT)) for folder in ("build", "dist") for path in (ROOT / folder).rglob("*")]
    compiled = re.compile(r"__pycache__|\.pyc$")
    to_come = [
        *("build", "dist", "build/corrections/meetings.toml", "build/security_meetings/release/archive.py"),
        *("dist/csv/meetings.csv", "dist/parquet/meetings.parquet", "dist/datapackage.json", "dist/issues.csv"),
        *(
            "dist/report.json",
            "dist/merges.json",
            "dist/releases/security-meetings-1.0.0.zip",
            "dist/releases/SHA256SUMS",
        ),
    ]
    assert not ignored_by_git([path for path in there if not compiled.search(path)] + to_come, tmp_path)


@pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")
def test_git_ignores_what_no_one_should_commit(tmp_path: Path) -> None:
    unwanted = [".venv/bin/python", "build/security_meetings/__pycache__/cli.pyc", ".security-meetings-dist/new/a.csv"]
    assert ignored_by_git(unwanted, tmp_path) == unwanted
