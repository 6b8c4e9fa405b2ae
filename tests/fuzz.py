"""Run the pipeline on thousands of spoilt inputs: no traceback, no hang, no changed dist.

Run with `make fuzz`, or `python tests/fuzz.py --count 500 --seed 7 --target texts`, on all processors or as many as
`--jobs` tells. Each finding is printed with target and seed, which bring it back:
`python tests/fuzz.py --target texts --seed 1234 --count 1`.
"""

from __future__ import annotations

import argparse
import faulthandler
import gc
import hashlib
import os
import shutil
import sys
import time
import warnings
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from multiprocessing import get_context
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import pytest

import standins
from conftest import put_in_stand_in
from fuzzing import (
    ODD_TEXTS,
    ROOT,
    Finding,
    judge_run,
    run_command,
    spoil_bytes,
    spoil_file,
    spoil_text,
    time_limit,
    try_input,
)
from security_meetings.annotate import annotate_article
from security_meetings.check import check_integrity, load_expectations, load_own_rules
from security_meetings.corrections import CORRECTED_TABLES
from security_meetings.documents import Article
from security_meetings.extract import extract_document
from security_meetings.pipeline import BuildOptions, SilentWatcher, run_stages, start_build
from security_meetings.problems import DataProblems, has_errors
from security_meetings.read import read_raw_folder
from security_meetings.resolve import resolve_codings
from security_meetings.schemas import load_schemas, pandas_dtypes, to_arrow_schema
from security_meetings.tabulate import tabulate_records
from security_meetings.vocabularies import Vocabulary, load_vocabulary, read_codebook, read_gazetteer
from security_meetings.vocabulary_checks import check_readable, check_vocabulary

# Seeds that one process tries, and how often it is told how far it is.
BATCH = 50
TOLD_EVERY = 500
CORRECTION = """[[correction]]
id = "2026-11-05-{row}-confidence"
row = "{row}"
column = "status"
expected = "held"
value = "planned"
reason = "sample"
who = "A. Coder"
when = 2026-11-05
"""
SOURCES = """article_id,outlet,title,url,published,retrieved,licence,note
a,IRNA,Talks,https://example.org/a,2019-05-06,2026-11-05,,
b,,"Talks, again",,2019-05,,,"a note"
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """What inputs are made from: a small built project, and a folder for what a run writes."""

    project: Path
    scratch: Path

    def copy(self) -> Path:
        """Return a fresh copy of the project, as the folder that is worked in."""
        folder = self.scratch / "project"
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(self.project, folder)
        os.chdir(folder)
        return folder


def make_world(folder: Path, built: Path | None = None) -> World:
    """Return a world in a folder: two texts built by the stand-in coder, with a cell corrected and a row accepted.

    `built` is such a project, where it is built already.
    """
    project, scratch = folder / "origin", folder / "scratch"
    scratch.mkdir()
    if built is not None:
        shutil.copytree(built, project)
    else:
        build_project(project)
    (project / "raw" / "sources.csv").write_text(SOURCES, encoding="utf-8")
    row = (project / "dist" / "csv" / "meetings.csv").read_text(encoding="utf-8").splitlines()[1].split(",")[0]
    decided = project / "build" / "corrections"
    decided.mkdir()
    (decided / "meetings.toml").write_text(CORRECTION.format(row=row), encoding="utf-8")
    accepted = f"table_name,row_id,coding_sha256,who,when\nmeetings,{row},{'0' * 64},A. Coder,2026-11-05\n"
    (decided / "reviewed.csv").write_text(accepted, encoding="utf-8")
    return World(project=project, scratch=scratch)


def build_project(project: Path) -> None:
    """Build a project of two texts in a folder."""
    (project / "raw" / "articles").mkdir(parents=True)
    for name, text in {"a": f"Yes. {standins.SENTENCE} Ok", "b": f"Again. {standins.SENTENCE}"}.items():
        (project / "raw" / "articles" / f"{name}.txt").write_text(text, encoding="utf-8")
    shutil.copy(ROOT / "datapackage.json", project)
    run_stages(start_build(BuildOptions(raw=project / "raw", dist=project / "dist"), SilentWatcher()))


def install_stand_ins(patch: pytest.MonkeyPatch) -> None:
    """Put the stand-in coder in its place; what is derived from a correction needs the real vocabulary."""
    put_in_stand_in(patch)
    patch.setattr("security_meetings.knowledge.load_vocabulary", load_vocabulary)
    for user in ("knowledge", "recheck"):
        patch.setattr(f"security_meetings.{user}.read_own_rules", lambda *places: None)
    # It is sound, and checked in the tests of the vocabulary.
    patch.setattr("security_meetings.workbench.load_sound_vocabulary", load_vocabulary)
    patch.setenv("SECURITY_MEETINGS_CODER", "A. Coder")


@cache
def sample_texts() -> tuple[str, ...]:
    """Return texts to spoil."""
    folders = (ROOT / "tests" / "gold" / "texts", ROOT / "tests" / "gold_second" / "texts")
    return tuple(path.read_text(encoding="utf-8") for folder in folders for path in sorted(folder.glob("*.txt")))


def fuzz_texts(world: World, random: Random) -> str | None:
    """Return what is wrong with how the real coder takes a spoilt text: its rows must pass the checks of rows."""
    raw = world.scratch / "raw"
    shutil.rmtree(raw, ignore_errors=True)
    (raw / "articles").mkdir(parents=True)
    text = spoil_text(random.choice(sample_texts()), random, sample_texts()).encode("utf-8", "surrogatepass")
    content = spoil_bytes(text, random) if random.random() < 0.05 else text
    (raw / "articles" / "t.txt").write_bytes(content)
    with time_limit():
        reading = read_raw_folder(raw)
        found = code_articles(reading.articles, load_vocabulary()) if reading.articles else None
    return found


def code_articles(articles: Sequence[Article], vocabulary: Vocabulary) -> str | None:
    """Return the first error in the rows that the real coder makes of articles, None where they are sound."""
    codings = [extract_document(annotate_article(article, vocabulary), vocabulary) for article in articles]
    tables = tabulate_records(resolve_codings(codings, vocabulary), load_schemas())
    texts = {article.article_id: article.raw_text for article in articles}
    errors = [problem for problem in check_integrity(tables, load_schemas(), texts) if problem.severity == "error"]
    return errors[0].sentence() if errors else None


def fuzz_raw(world: World, random: Random) -> str | None:
    """Return what is wrong with how a build takes a raw folder with a spoilt file."""
    folder = world.copy()
    spoil_file(folder / "raw" / random.choice(("sources.csv", "sources.csv", "articles/a.txt")), random)
    return judge_build(world, folder, random)


def judge_build(world: World, folder: Path, random: Random) -> str | None:
    """Return what is wrong with a build of a project; most stop before the checks, which take longest."""
    to = () if random.random() < 0.02 else ("--stop-after", "tabulate", "--to", world.scratch / "looked-at")
    return judge_run(("build", *to), folder / "dist")


def fuzz_decisions(world: World, random: Random) -> str | None:
    """Return what is wrong with how commands take spoilt corrections, reviews and ledgers."""
    folder = world.copy()
    names = ("corrections/meetings.toml", "corrections/reviewed.csv", "ledger/ids.csv", "ledger/accounts.csv")
    spoil_file(folder / "build" / random.choice(names), random)
    command = choose_command(folder, random)
    return judge_run(command, folder / "dist") if command else judge_build(world, folder, random)


def choose_command(folder: Path, random: Random) -> tuple[str, ...]:
    """Return a command that reads a finished project, with its arguments; none for a build."""
    words = (*ODD_TEXTS, "meetings", "m1", "city", "Osh", "--reason", "--withdraw", "--words", "participants")
    line = (folder / "dist" / "csv" / "meetings.csv").read_bytes().decode("utf-8", "replace").split("\n")[1:2]
    row = line[0].split(",")[0] if line else "m1"
    value = random.choice((*ODD_TEXTS, "Osh", "held", "planned"))
    return random.choice(
        (
            (),
            ("review", "--list", "--all"),
            ("explain", "meetings", row),
            ("explain", random.choice(CORRECTED_TABLES), random.choice(words)),
            ("correct", "meetings", row, random.choice(("city", "status", "date_edtf")), "--reason", "r", "--", value),
            ("correct", "meetings", row, "--withdraw", "--reason", random.choice(("r", *ODD_TEXTS))),
            (random.choice(("correct", "explain")), *random.choices(words, k=random.randrange(5))),
        )
    )


def fuzz_dist(world: World, random: Random) -> str | None:
    """Return what is wrong with how commands take a spoilt file of the finished ones."""
    folder = world.copy()
    spoil_file(random.choice(sorted(path for path in (folder / "dist").rglob("*.*") if path.is_file())), random)
    if random.random() < 0.05:
        command = ("check", "--engine", random.choice(("frictionless", "arrow")))
    else:
        command = choose_command(folder, random) or ("review", "--list")
    return judge_run(command, folder / "dist")


def fuzz_descriptor(world: World, random: Random) -> str | None:
    """Return what is wrong with how a build takes a spoilt descriptor of the package."""
    folder = world.copy()
    spoil_file(folder / "datapackage.json", random)
    return judge_build(world, folder, random)


def fuzz_schemas(world: World, random: Random) -> str | None:
    """Return what is wrong with how a spoilt schema is taken: it has faults, or all that is compiled from it works."""
    folder = world.scratch / "schemas"
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(ROOT / "schemas", folder)
    spoil_file(random.choice(sorted(folder.glob("*.json"))), random)
    try:
        schemas = load_schemas(folder)
    except DataProblems:
        return None
    for schema in schemas.values():
        to_arrow_schema(schema)
        pandas_dtypes(schema)
    return None


def fuzz_vocabulary(world: World, random: Random) -> str | None:
    """Return what is wrong with how a spoilt file of the vocabulary is taken: it has faults, or the coder works with it."""
    folder = world.scratch / "vocabularies"
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(ROOT / "build" / "vocabularies", folder)
    spoil_file(random.choice(sorted((*folder.glob("gazetteer/*.csv"), *folder.glob("codebook/*.toml")))), random)
    if has_errors(check_readable(folder)):
        return None
    vocabulary = read_afresh(folder)
    if has_errors(check_vocabulary(vocabulary)):
        return None
    raw = world.scratch / "raw"
    shutil.rmtree(raw, ignore_errors=True)
    (raw / "articles").mkdir(parents=True)
    (raw / "articles" / "t.txt").write_text(random.choice(sample_texts()), encoding="utf-8")
    with time_limit():
        return code_articles(read_raw_folder(raw).articles, vocabulary)


def read_afresh(folder: Path) -> Vocabulary:
    """Return the vocabulary of a folder as it is now: the loader keeps what it once read."""
    return Vocabulary(
        folder=folder,
        gazetteers={path.stem: read_gazetteer(path) for path in sorted(folder.glob("gazetteer/*.csv"))},
        codebooks={path.stem: read_codebook(path) for path in sorted(folder.glob("codebook/*.toml"))},
    )


def fuzz_expectations(world: World, random: Random) -> str | None:
    """Return what is wrong with how a spoilt file of expectations is taken: it has faults or can be used."""
    folder = world.scratch / "expectations"
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(ROOT / "build" / "expectations", folder)
    spoil_file(random.choice(sorted(path for path in folder.iterdir() if path.suffix in (".toml", ".csv"))), random)
    for load in (
        lambda: load_own_rules(load_schemas(), folder / "releases", folder),
        lambda: load_expectations(folder),
    ):
        try:
            load()
        except DataProblems:
            continue
    return None


def fuzz_arguments(world: World, random: Random) -> str | None:
    """Return what is wrong with how the command line takes odd words."""
    os.chdir(world.scratch)
    words = (
        *ODD_TEXTS,
        "--raw",
        "--dist",
        "--to",
        "--stop-after",
        "read",
        "meetings",
        "--below",
        "--quiet",
        "--engine",
    )
    command = random.choice(("build", "check", "diff", "explain", "correct", "review", "evaluate"))
    with time_limit():
        code, said = run_command(command, *random.choices(words, k=random.randrange(6)))
    return None if code in (0, 1, 2) and "Traceback" not in said else f"exit code {code}"


# How many of a hundred inputs go to each target; the slow ones are the ones that find most.
TARGETS: Mapping[str, tuple[Callable[[World, Random], str | None], int]] = {
    "texts": (fuzz_texts, 28),
    "raw": (fuzz_raw, 16),
    "decisions": (fuzz_decisions, 18),
    "dist": (fuzz_dist, 12),
    "descriptor": (fuzz_descriptor, 5),
    "schemas": (fuzz_schemas, 9),
    "expectations": (fuzz_expectations, 5),
    "arguments": (fuzz_arguments, 5),
    "vocabulary": (fuzz_vocabulary, 2),
}


def try_seed(world: World, seed: int, target: str | None = None) -> Finding | None:
    """Return what is found with the input of a seed, None where all is well; the seed chooses the target if none is told."""
    random = Random(seed)
    chosen = random.choices(list(TARGETS), weights=[weight for _, weight in TARGETS.values()])[0]
    run = TARGETS[target or chosen][0]
    here = Path.cwd()
    with pytest.MonkeyPatch.context() as patch:
        if (target or chosen) not in ("texts", "vocabulary"):
            install_stand_ins(patch)
        try:
            return try_input(target or chosen, seed, lambda: run(world, random))
        finally:
            os.chdir(here)


def try_batch(work: tuple[Path, range, str | None]) -> list[Finding]:
    """Return what is found with the inputs of some seeds, in a process of its own and a world of its own."""
    built, seeds, target = work
    with TemporaryDirectory(prefix="security-meetings-") as place:
        world = make_world(Path(place), built)
        findings = [try_seed(world, seed, target) for seed in seeds]
    return [finding for finding in findings if finding is not None]


def try_all(seeds: range, target: str | None, jobs: int) -> Iterator[tuple[int, list[Finding]]]:
    """Yield, batch by batch in the order of the seeds, how many inputs were tried and what was found with them.

    Each batch runs in a child of this process, which has loaded model and vocabulary and built the project: what spoilt
    vocabularies leave in memory goes with the child.
    """
    with TemporaryDirectory(prefix="security-meetings-") as place, get_context("fork").Pool(1) as builder:
        built = Path(place) / "built"
        builder.apply(build_with_stand_ins, (built,))
        vocabulary = load_vocabulary()
        # No tables are made here: the threads of pyarrow would not be in the children.
        extract_document(annotate_article(make_article(sample_texts()[0]), vocabulary), vocabulary)
        # What is there now is not looked through again each time that memory is tidied up.
        gc.freeze()
        work = [(built, seeds[at : at + BATCH], target) for at in range(0, len(seeds), BATCH)]
        with get_context("fork").Pool(jobs, maxtasksperchild=1) as pool:
            for (_, batch, _), findings in zip(work, pool.imap(try_batch, work), strict=True):
                yield len(batch), findings


def build_with_stand_ins(project: Path) -> None:
    """Build a project of two texts in a folder by the stand-in coder."""
    with pytest.MonkeyPatch.context() as patch:
        install_stand_ins(patch)
        build_project(project)


def make_article(text: str) -> Article:
    """Return a text as an article."""
    return Article(article_id="t", raw_text=text, text=text, text_sha256=hashlib.sha256(text.encode()).hexdigest())


def main() -> None:
    """Try the seeds, print what is found, and end with 1 where anything is."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--target", choices=sorted(TARGETS))
    parser.add_argument("--jobs", type=int, default=len(os.sched_getaffinity(0)))
    options = parser.parse_args()
    warnings.filterwarnings("ignore", message=r".*W095.*")
    faulthandler.enable()
    found: Counter[str] = Counter()
    begin, tried, told = time.monotonic(), 0, 0
    seeds = range(options.seed, options.seed + options.count)
    for count, findings in try_all(seeds, options.target, options.jobs):
        tried += count
        for finding in findings:
            found[f"{finding.target}: {finding.told}"] += 1
            print(f"--target {finding.target} --seed {finding.seed}: {finding.told}", flush=True)
        if tried // TOLD_EVERY > told:
            told = tried // TOLD_EVERY
            seconds = time.monotonic() - begin
            print(f"{tried} of {len(seeds)} inputs, {found.total()} findings, {seconds:.0f} s", file=sys.stderr)
    print(f"{tried} inputs, {found.total()} findings of {len(found)} kinds")
    sys.exit(1 if found else 0)


if __name__ == "__main__":
    main()
