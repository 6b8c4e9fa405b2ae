"""Measure the coder: speed against a plain pass of its own language model, stages, help, memory.

Run with `make bench`. All is measured in one run on the same texts; nothing is asserted, since machines differ.
"""

from __future__ import annotations

import hashlib
import os
import statistics
import subprocess
import sys
import time
import warnings
from collections.abc import Callable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import spacy

from security_meetings.annotate import annotate_article
from security_meetings.documents import Article
from security_meetings.extract import extract_document
from security_meetings.pipeline import DEFAULT_MODEL, STAGES, BuildOptions, SilentWatcher, start_build
from security_meetings.read import read_raw_folder
from security_meetings.vocabularies import load_vocabulary

ROOT = Path(__file__).parents[1]
REPEATS = 3
HELP_RUNS = 5

# Texts of other subjects: nobody confers with anybody in them.
OPENINGS = (
    "Rain will spread from the west on {day}, with gusts of up to {number} kilometres an hour along the coast.",
    "{team} beat {rival} {number} to 2 on {day} after a slow first half, and the crowd stayed to sing.",
    "Shares of {firm} rose by {number} per cent on {day} as oil prices steadied and the dollar fell.",
    "The city museum opens a show of {number} old maps on {day}; children pay nothing.",
)
BODY = (
    "Forecasters expect {number} millimetres by the weekend and a milder spell after {day}.",
    "The coach, {name}, said the back four had played well, though {rival} had the better chances.",
    "Analysts at {firm} put the price of wheat at {number} dollars a tonne, a little above last year's.",
    "{name}, who has followed the club since childhood, called it the best evening of the season.",
    "Farmers in the valley hope for a dry {day}, since {number} fields still stand uncut.",
    "The new tram line to {town} carried {number} thousand passengers in its first week.",
    "A spokesman for {firm} said the factory in {town} would hire {number} workers in spring.",
    "Snow fell above {number} hundred metres, and the road to {town} was closed until {day}.",
)
WORDS = {
    "day": ("Monday", "Tuesday", "Thursday", "Saturday"),
    "team": ("Rovers", "United", "Athletic"),
    "rival": ("Wanderers", "City", "Rangers"),
    "firm": ("Northern Mills", "Blue Harbour", "Alpine Foods"),
    "name": ("Laura Whitfield", "Peter Novak", "Ana Costa"),
    "town": ("Ghent", "Salerno", "Aarhus", "Cork"),
}


def make_other_texts(count: int = 20) -> list[str]:
    """Return texts on weather, sport, markets and museums, the same in every run."""
    texts = []
    for at in range(count):
        lines = [OPENINGS[at % len(OPENINGS)], *(BODY[(at + step) % len(BODY)] for step in range(10))]
        words = {kind: choices[at % len(choices)] for kind, choices in WORDS.items()}
        texts.append("\n\n".join(line.format(number=3 + at, **words) for line in lines))
    return texts


def make_article(at: int, text: str) -> Article:
    """Return a text as an article."""
    return Article(article_id=f"t{at}", raw_text=text, text=text, text_sha256=hashlib.sha256(text.encode()).hexdigest())


def best_time(run: Callable[[], object]) -> float:
    """Return the seconds of the fastest of some runs."""
    seconds = []
    for _ in range(REPEATS):
        begin = time.perf_counter()
        run()
        seconds.append(time.perf_counter() - begin)
    return min(seconds)


def measure_speed(name: str, texts: Sequence[str]) -> None:
    """Print how many articles a second coder and plain pass manage."""
    vocabulary, nlp = load_vocabulary(), spacy.load(DEFAULT_MODEL)
    articles = [make_article(at, text) for at, text in enumerate(texts)]

    def code() -> None:
        for article in articles:
            extract_document(annotate_article(article, vocabulary, DEFAULT_MODEL), vocabulary)

    def read_plainly() -> None:
        for _ in nlp.pipe(texts):
            pass

    # Lists, patterns and models are made on first use, which is no part of the speed.
    extract_document(annotate_article(articles[0], vocabulary, DEFAULT_MODEL), vocabulary)
    coder, plain = best_time(code), best_time(read_plainly)
    print(f"{name}: {len(texts)} texts, {sum(map(len, texts)) // 1000} thousand characters")
    print(f"  coder       {len(texts) / coder:8.1f} articles/s")
    print(f"  plain pass  {len(texts) / plain:8.1f} articles/s")
    print(f"  the coder is {plain / coder:.2f} times as fast")


def measure_stages() -> None:
    """Print the seconds of each stage of a build of the project's own texts, first use included."""
    print("stages of a build of the own texts, in seconds")
    with TemporaryDirectory(prefix="security-meetings-") as place:
        begin = time.perf_counter()
        build = start_build(BuildOptions(raw=ROOT / "raw", dist=Path(place) / "dist"), SilentWatcher())
        print(f"  {'start':10}{time.perf_counter() - begin:7.2f}")
        for stage in STAGES:
            begin = time.perf_counter()
            build = stage.run(build)
            # Documents are made when they are asked for, so the time of annotating is that of extracting.
            print(f"  {stage.name:10}{time.perf_counter() - begin:7.2f}")


def measure_help() -> None:
    """Print how long the command line takes to show its help."""
    seconds = []
    for _ in range(HELP_RUNS):
        begin = time.perf_counter()
        subprocess.run([sys.executable, "-m", "security_meetings", "--help"], check=True, stdout=subprocess.DEVNULL)
        seconds.append(time.perf_counter() - begin)
    print(f"help: {statistics.median(seconds):.2f} s (median of {HELP_RUNS})")


def run_measured(*arguments: str) -> tuple[int, float, float]:
    """Return how a command ended in a process of its own, its peak memory in MiB, and the seconds of work it took."""
    process = subprocess.Popen([sys.executable, "-m", "security_meetings", *arguments], stderr=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    # Linux counts in kibibytes.
    return process.returncode, used.ru_maxrss / 1024, used.ru_utime


def measure_memory() -> None:
    """Print the peak memory of a build of the project's own texts in a process of its own."""
    with TemporaryDirectory(prefix="security-meetings-") as place:
        code, peak, _ = run_measured("build", "--quiet", "--raw", str(ROOT / "raw"), "--dist", f"{place}/dist")
    print(f"memory: at most {peak:.0f} MiB{'' if code == 0 else ' (the build failed)'}")


def measure_large(texts: Sequence[str]) -> None:
    """Print the peak memory and the growth of time for articles as long as books, and for one too large to be one."""
    plain = " ".join("\n\n".join(texts).split(" "))
    print("large texts, up to their tables")
    seconds = {}
    with TemporaryDirectory(prefix="security-meetings-") as place:
        folder = Path(place) / "raw" / "articles"
        folder.mkdir(parents=True)
        line = " ".join(plain.split())
        for name, text in {
            "20,000 words": make_long(plain, 20_000),
            "200,000 words": make_long(plain, 200_000),
            "20,000 words in one line": " ".join(make_long(plain, 20_000).split()),
            "50 MB in one line": line * (50_000_000 // len(line.encode()) + 1),
        }.items():
            (folder / "long.txt").write_text(text, encoding="utf-8")
            options = ("--raw", str(folder.parent), "--stop-after", "tabulate", "--to", f"{place}/seen", "--quiet")
            code, peak, seconds[name] = run_measured("build", *options)
            told = "built" if code == 0 else "refused: too large for an article" if code == 1 else f"exit code {code}"
            print(f"  {name:26} {peak:6.0f} MiB {seconds[name]:7.1f} s of work, {told}")
    print(f"  ten times the words take {seconds['200,000 words'] / seconds['20,000 words']:.1f} times the work")


def make_long(text: str, count: int) -> str:
    """Return a text again and again until it has a number of words."""
    words = text.split(" ")
    return " ".join((words * (count // len(words) + 1))[:count])


def main() -> None:
    """Print all measures."""
    warnings.filterwarnings("ignore", message=r".*W095.*")
    gold = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "tests" / "gold" / "texts").glob("*.txt"))]
    own = [article.text for article in read_raw_folder(ROOT / "raw", False).articles]
    measure_help()
    measure_speed("own and coded texts", [*own, *gold])
    measure_speed("texts of other subjects", make_other_texts())
    measure_stages()
    measure_memory()
    measure_large(gold)


if __name__ == "__main__":
    main()
