"""Damage to the project's own vocabulary, file by file: told with the file and what is wrong, and never a traceback."""

from __future__ import annotations

import copy
import hashlib
import re
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import Any

import pytest

import security_meetings.knowledge
from fuzzing import hash_tree, run_command, spoil_value
from security_meetings.annotate import annotate_article
from security_meetings.documents import Article
from security_meetings.extract import extract_document
from security_meetings.problems import Problem
from security_meetings.resolve import resolve_codings
from security_meetings.vocabularies import Vocabulary, load_vocabulary
from security_meetings.vocabulary_checks import check_gazetteer, check_vocabulary
from security_meetings.vocabulary_codebooks import check_codebook
from security_meetings.vocabulary_rules import GAZETTEERS
from security_meetings.vocabulary_shapes import CODEBOOK_SHAPES
from security_meetings.vocabulary_trial import list_trials, try_vocabulary

OWN = load_vocabulary()
BOOKS, LISTS = sorted(OWN.codebooks), sorted(OWN.gazetteers)
ROOT = Path(__file__).parents[1]
TEXT = (ROOT / "tests" / "gold" / "texts").joinpath("g001.txt")


def with_book(name: str, book: dict[str, Any]) -> Vocabulary:
    return replace(OWN, codebooks={**OWN.codebooks, name: book})


def with_rows(name: str, rows: list[dict[str, str]]) -> Vocabulary:
    return replace(OWN, gazetteers={**OWN.gazetteers, name: tuple(rows)})


def errors_of(found: list[Problem]) -> list[Problem]:
    return [problem for problem in found if problem.severity == "error"]


def assert_told(found: list[Problem], file: str, *words: str) -> None:
    """At least one error that names the file, with all that a reader needs, and the words."""
    told = [problem for problem in errors_of(found) if file in problem.where]
    assert told, found
    assert all(problem.what and problem.expected and problem.todo for problem in told)
    assert all(any(word in problem.sentence() for problem in told) for word in words), told


def needed_keys(shape: Any, value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Yield the paths of all keys that the coder needs, in the first of each kind of table."""
    if isinstance(shape, dict) and isinstance(value, dict):
        for key in value:
            inner = shape.get(key, shape.get(f"{key}?", shape.get("*")))
            if key in shape:
                yield (*path, key)
            yield from needed_keys(inner, value[key], (*path, key))
    elif isinstance(shape, list) and isinstance(value, list):
        for number, item in enumerate(value):
            yield from needed_keys(shape[0], item, (*path, number))


def reach(value: Any, path: tuple[Any, ...]) -> Any:
    for key in path:
        value = value[key]
    return value


def all_places(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Yield the paths of all tables, values and lists, and of the first word of each list."""
    entries = (
        value.items() if isinstance(value, dict) else list(enumerate(value))[:1] if isinstance(value, list) else ()
    )
    for key, inner in entries:
        yield (*path, key)
        yield from all_places(inner, (*path, key))


@pytest.mark.parametrize("name", sorted(CODEBOOK_SHAPES))
def test_every_table_and_list_is_declared(name: str) -> None:
    """A new list is declared in vocabulary_shapes.py, or a file that lacks it would not be told."""
    shape = CODEBOOK_SHAPES[name]
    for table, content in OWN.codebooks[name].items():
        inner = shape.get(table, shape.get("*"))
        assert inner is not None, f"{name}: {table}"
        for key in content if isinstance(inner, dict) and isinstance(content, dict) else ():
            assert {key, f"{key}?", "*"} & inner.keys(), f"{name}: {table}.{key}"


@pytest.mark.parametrize("name", sorted(CODEBOOK_SHAPES))
def test_every_key_that_is_needed_is_missed(name: str) -> None:
    paths = list(needed_keys(CODEBOOK_SHAPES[name], OWN.codebooks[name]))
    assert len(paths) > 1
    for path in paths:
        book = copy.deepcopy(OWN.codebooks[name])
        del reach(book, path[:-1])[path[-1]]
        assert_told(check_codebook(name, with_book(name, book)), f"codebook/{name}.toml", f'"{path[-1]}"')


@pytest.mark.parametrize("name", BOOKS)
def test_every_value_of_another_kind_is_told(name: str) -> None:
    """A number in the place of a text, a text in that of a list or number: 17 and "x" are of no kind that fits both."""
    for path in all_places(OWN.codebooks[name]):
        book = copy.deepcopy(OWN.codebooks[name])
        if len(path) > 1 and isinstance(reach(book, path[:-1]), list) and "compound_units" in path:
            continue  # see test_rules_of_dates_are_told
        holder, value = reach(book, path[:-1]), reach(book, path)
        holder[path[-1]] = {"x": []} if isinstance(value, str) else "x"
        assert_told(check_codebook(name, with_book(name, book)), f"codebook/{name}.toml")


@pytest.mark.parametrize("name", LISTS)
def test_every_column_that_is_needed_is_missed(name: str) -> None:
    for column in GAZETTEERS[name].columns:
        rows = [{key: cell for key, cell in row.items() if key != column} for row in OWN.gazetteer(name)[:50]]
        assert_told(check_gazetteer(name, with_rows(name, rows)), f"gazetteer/{name}.csv", f'"{column}"')


@pytest.mark.parametrize("name", LISTS)
def test_no_cell_of_a_list_ends_in_a_traceback(name: str) -> None:
    """A cell that fits no column: told with the file, or of no harm to what the coder makes of the list."""
    file, trials = f"gazetteer/{name}.csv", list_trials()
    told = 0
    for column in GAZETTEERS[name].columns:
        rows = [dict(row) for row in OWN.gazetteer(name)]
        rows[0][column] = "?!"
        found = errors_of(check_gazetteer(name, with_rows(name, rows)))
        if found:
            assert_told(found, file, "?!")
            told += 1
        else:
            for trial in trials:
                if file in trial.files:
                    trial.make(with_rows(name, rows))
    assert told


@pytest.mark.parametrize(
    ("name", "path", "value", "words"),
    [
        ("threat_types", ("terrorism", "cues", 0), "<no_such> bomb", '"<no_such> bomb" in terrorism.cues[1]'),
        ("threat_types", ("terrorism", "cues", 0), "<terrorst>", '"<terrorist>"'),
        ("threat_types", ("terrorism", "cues", 0), "..4 bomb", "a word that has to be there first"),
        ("threat_types", ("terrorism", "cues", 0), "bomb? bomb", "a word that has to be there first"),
        ("threat_types", ("terrorism", "cues", 0), "@grup bomb", "@group"),
        ("threat_types", ("terrorism", "cues", 0), "bomb <", '"bomb <"'),
        ("threat_types", ("terrorism", "cues", 0), "bomb ||", "words parted by |"),
        ("threat_guards", ("denials", "patterns", 0), "<no_such>", '"<no_such>" in denials.patterns[1]'),
        ("threat_words", ("group_context", "patterns", 0), "<no_such>", '"<no_such>" in group_context.patterns[1]'),
        (
            "threat_words",
            ("classes", "carrying_head"),
            ["<violent_group>"],
            '"<violent_group>" in classes.carrying_head',
        ),
        ("threat_words", ("classes", "carrying_head"), ["<smuggling_head"], '"<smuggling_head>"'),
        ("date_words", ("rules", 0, "pattern"), "<year>-(<month_figure>", "unterminated subpattern"),
        ("date_words", ("rules", 0, "pattern"), "<yeer>-<month_figure>", '"year"'),
        ("date_words", ("rules", 0, "pattern"), "~no_such_list~ <year>", '"no_such_list" in pattern'),
        ("date_words", ("rules", 0, "after"), "[", "unterminated character set"),
        ("date_words", ("rules", 0, "not_before"), "*", "nothing to repeat"),
        ("date_words", ("rules", 0, "kind"), "dai", '"day"'),
        ("date_words", ("rules", 0, "of"), "dai", '"day"'),
        ("date_words", ("rules", 0, "set"), {"unit": "yeer"}, '"year"'),
        ("date_words", ("rules", 0, "fires"), "no date at all", '"no date at all" is not read by it'),
        ("date_words", ("compound_units", "decade"), [10], '"[10]" of decade'),
        ("date_words", ("compound_units", "decade"), [10, "yeer"], "a number and a unit"),
        ("date_words", ("months",), {"13": ["Undecember"]}, '"13" in months'),
        ("date_words", ("seasons",), {"spring": ["spring"]}, '"spring" in seasons'),
        ("languages", ("scripts", "latin", "ranges", 0), [65], '"[65]" in scripts.latin.ranges[1]'),
        ("languages", ("scripts", "latin", "ranges", 0), [90, 65], '"[90, 65]"'),
        ("languages", ("scripts", "latin", "ranges", 0), [65, 2**40], "a first and a last number"),
        ("languages", ("scripts", "latin", "ranges"), [], "scripts.latin has no ranges"),
        ("languages", ("languages", "en", "script"), "lattin", '"latin"'),
        ("actor_words", ("heads", "minister"), "other_oficial", "codebook/office_types.toml"),
        ("actor_words", ("agencies",), {"ZZZ": {"police_chief": ["x"]}}, '"ZZZ" in agencies'),
        ("actor_words", ("agencies",), {"IRN": {"police_cheif": ["x"]}}, '"police_chief"'),
        ("actor_words", ("own_offices", "taoiseach"), "IRLL", '"IRL"'),
        ("actor_words", ("issuers", "domains"), {"gov": "UZA"}, "gazetteer/countries.csv"),
        ("header_words", ("calendar", "month_first"), ["UZA"], '"UZA" in calendar.month_first'),
        ("meeting_cues", ("seats", "bodies"), ["SCOO"], '"SCO"'),
        ("threat_types", ("extremism", "yields_to"), "terorism", '"terrorism"'),
        ("threat_types", ("extremism", "covered_by"), ["terorism"], '"terorism" in extremism.covered_by'),
        ("furniture", ("tails",), [], "at least one word"),
        ("furniture", ("tails",), ["  "], "a word"),
    ],
)
def test_what_does_not_fit_is_told(name: str, path: tuple[Any, ...], value: Any, words: str) -> None:
    book = copy.deepcopy(OWN.codebooks[name])
    reach(book, path[:-1])[path[-1]] = value
    vocabulary = with_book(name, book)
    found = errors_of(check_codebook(name, vocabulary)) or errors_of(try_vocabulary(vocabulary))
    assert_told(found, f"codebook/{name}.toml", words)


def test_words_with_the_marks_of_patterns_are_words() -> None:
    books = {name: copy.deepcopy(OWN.codebooks[name]) for name in ("date_words", "actor_words")}
    books["date_words"]["months"]["1"].append("J*n(")
    books["date_words"]["jalali_months"]["1"].append("Far[")
    for key in ("owners", "links", "sent"):
        books["actor_words"]["pairs"][key].append("sides (")
    books["actor_words"]["pairs"]["numbers"]["*two"] = 2
    vocabulary = replace(OWN, codebooks={**OWN.codebooks, **books})
    assert errors_of([*check_vocabulary(vocabulary), *try_vocabulary(vocabulary)]) == []


def test_what_no_check_foresees_is_told_with_the_files() -> None:
    """The trial is the last net: without the checks before it, it names the files that the thing is made of."""
    book = {**OWN.codebooks["sentences"], "bound": 3}
    (problem,) = try_vocabulary(with_book("sentences", book))
    assert (problem.severity, problem.rule_id, problem.where) == (
        "error", "vocabulary.unusable", "codebook/sentences.toml",
    )  # fmt: skip
    assert "not iterable" in problem.what and problem.expected and problem.todo


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("name", ["actor_words", "date_words", "header_words", "meeting_cues", "threat_words"])
def test_what_is_let_pass_can_be_coded_with(name: str, seed: int) -> None:
    random = Random(f"{name} {seed}")
    book = copy.deepcopy(OWN.codebooks[name])
    for _ in range(20):
        book = spoil_value(copy.deepcopy(OWN.codebooks[name]), random)
        if not isinstance(book, dict) or check_told(name, book):
            continue
        text = TEXT.read_text(encoding="utf-8")
        article = Article(article_id="t", raw_text=text, text=text, text_sha256=hashlib.sha256(b"").hexdigest())
        vocabulary = with_book(name, book)
        if not errors_of(try_vocabulary(vocabulary)):
            resolve_codings([extract_document(annotate_article(article, vocabulary), vocabulary)], vocabulary)
        return


def check_told(name: str, book: dict[str, Any]) -> bool:
    return bool(errors_of(check_codebook(name, with_book(name, book))))


DAMAGE = {
    "codebook/threat_words.toml": ("clause_break = ", "clause_brake = "),
    "codebook/threat_types.toml": ("cues = [", 'cues = ["<no_such_class>", '),
    "codebook/date_words.toml": ("pattern = '<year>", "pattern = '(<year>"),
    "codebook/languages.toml": ("ranges = [[", "ranges = [[1], ["),
    "codebook/meeting_cues.toml": ("[guests]", "[gests]"),
    "codebook/agreement_cues.toml": ("singular = [", "singular = 3 # ["),
    "codebook/actor_words.toml": ('"minister" = "', '"minister" = "no_such_'),
    "gazetteer/countries.csv": ("capital", "capitol"),
    "gazetteer/office_tenures.csv": ("2006-08-30", "2006-08-32"),
    "gazetteer/threat_actor_names.csv": (",Abdullah Azzam Brigades,", ",…,"),
}


@pytest.mark.parametrize("file", DAMAGE)
def test_a_build_with_a_damaged_file_ends_with_words(built: Path, monkeypatch: pytest.MonkeyPatch, file: str) -> None:
    folder = built / "vocabularies"
    shutil.copytree(ROOT / "build" / "vocabularies", folder)
    old, new = DAMAGE[file]
    path = folder / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    for name in ("check_readable", "check_vocabulary", "try_vocabulary", "load_vocabulary"):
        monkeypatch.setattr(security_meetings.knowledge, name, REAL[name])
    monkeypatch.setattr(security_meetings.knowledge, "vocabularies_folder", lambda: folder)
    before = hash_tree(built)
    code, said = run_command("build")
    assert code == 1, said
    assert re.search(rf"{re.escape(file)}.*expected", said.replace("\n", " ")), said
    assert "Traceback" not in said and "no file was changed" in said
    assert hash_tree(built) == before


def test_a_decision_with_a_damaged_file_ends_with_words(built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rows = [{**row, "latitude": "north"} for row in OWN.gazetteer("cities")]
    monkeypatch.setattr("security_meetings.vocabulary_checks.load_vocabulary", lambda: with_rows("cities", rows))
    row = (built / "dist" / "csv" / "meetings.csv").read_text(encoding="utf-8").splitlines()[1].split(",")[0]
    before = hash_tree(built)
    code, said = run_command("correct", "meetings", row, "city", "Osh", "--reason", "the text says Osh")
    assert (code, hash_tree(built)) == (1, before)
    assert '"north" is no number; expected degrees' in " ".join(said.split()), said


REAL = {
    name: getattr(security_meetings.knowledge, name)
    for name in ("check_readable", "check_vocabulary", "try_vocabulary", "load_vocabulary")
}
