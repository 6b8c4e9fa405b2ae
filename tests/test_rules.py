"""The rules that `rule_id` names: each listed, described and used, none lost, each with a firing case and a near miss."""

from __future__ import annotations

import ast
import csv
import re
import tomllib
from collections.abc import Iterator
from dataclasses import replace
from difflib import SequenceMatcher
from functools import cache
from pathlib import Path
from typing import get_args

import pytest

from coder_cases import make_article
from rule_page import PAGE, read_rules, write_page
from security_meetings.annotate import annotate_article
from security_meetings.annotate.own_side import Basis
from security_meetings.documents import Evidence, Source
from security_meetings.extract import extract_document
from security_meetings.records import Coding
from security_meetings.vocabularies import load_vocabulary

ROOT = Path(__file__).parents[1]
RULES = read_rules()
LIVE = sorted(rule_id for rule_id, rule in RULES.items() if "retired" not in rule)
CASES = tomllib.loads((ROOT / "tests" / "rule_cases.toml").read_text(encoding="utf-8"))
GOLDEN = (ROOT / "tests" / "golden" / "rule_ids.txt").read_text(encoding="utf-8").split()
STAGES = ("read", "annotate", "extract", "resolve")
RULE_ID = re.compile(r"(?:meetings|articles|agreements|participants|threats)\.[a-z\-]+")
# Faults of the texts have ids of their own, in issues.csv.
FAULTS = ("Problem", "fault", "_fault")
SIDE_RULE = "participants.side-of-"
ALIKE = 0.6


def trees() -> Iterator[ast.AST]:
    for stage in STAGES:
        for path in sorted((ROOT / "build" / "security_meetings" / stage).glob("*.py")):
            yield ast.parse(path.read_text(encoding="utf-8"))


def without_faults(node: ast.AST) -> Iterator[ast.AST]:
    """Yield a node and all below it, but no fault that is told of a text."""
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in FAULTS:
        return
    yield node
    for child in ast.iter_child_nodes(node):
        yield from without_faults(child)


def nodes() -> list[ast.AST]:
    return [node for tree in trees() for node in without_faults(tree)]


def ids_composed(found: list[ast.AST]) -> set[str]:
    """Return the beginnings of the ids that are put together while the coder runs."""
    firsts = [node.values[0] for node in found if isinstance(node, ast.JoinedStr)]
    texts = [first.value for first in firsts if isinstance(first, ast.Constant) and isinstance(first.value, str)]
    return {text for text in texts if RULE_ID.match(text)}


def rules_of_sides(found: list[ast.AST]) -> set[str]:
    """Return how a side can be told that no mention of its person tells."""
    calls = [n for n in found if isinstance(n, ast.Call) and isinstance(n.func, ast.Name) and n.func.id == "SideTold"]
    told = {call.args[2].value for call in calls if isinstance(call.args[2], ast.Constant)}
    return {str(rule) for rule in told} | set(get_args(Basis))


def ids_used() -> set[str]:
    """Return all rule ids that the coder can write: those of the code, those composed, those of the date expressions."""
    found = nodes()
    composed = ids_composed(found)
    assert composed == {SIDE_RULE}, "a new composed rule id: tell here what it is composed of"
    literal = {n.value for n in found if isinstance(n, ast.Constant) and isinstance(n.value, str)}
    written = {value for value in literal if RULE_ID.fullmatch(value)} - composed
    sides = {f"{SIDE_RULE}{rule}" for rule in rules_of_sides(found)}
    dates = {rule["id"] for rule in load_vocabulary().codebook("date_words")["rules"]}
    return written | sides | dates | {"supplied"}


@cache
def code(text: str, published: str | None) -> Coding:
    source = None if published is None else Source(article_id="t1", published=published)
    article = replace(make_article(text), source=source)
    return extract_document(annotate_article(article, load_vocabulary()), load_vocabulary())


def evidence_of(coding: Coding) -> list[Evidence]:
    of_meetings = [*coding.meetings, *(person for meeting in coding.meetings for person in meeting.participants)]
    return [piece for told in (coding.article, *of_meetings, *coding.agreements) for piece in told.evidence]


def ids_of(rule_id: str, which: str) -> set[str]:
    """Return the rules that a case of a rule fires."""
    coding = code(CASES[rule_id][which], CASES[rule_id].get("published"))
    return {piece.rule_id for piece in evidence_of(coding)} | {threat.rule_id for threat in coding.threats}


def test_every_rule_that_the_coder_can_name_is_listed() -> None:
    assert sorted(ids_used() - set(LIVE)) == [], "describe them in build/vocabularies/rules.toml"


def test_every_listed_rule_is_one_that_the_coder_can_name() -> None:
    assert sorted(set(LIVE) - ids_used()) == [], "mark them as retired, with the version, in rules.toml"


def test_no_rule_was_dropped_or_added_without_a_word() -> None:
    assert sorted(set(GOLDEN) - set(RULES)) == [], "a retired rule stays in rules.toml"
    assert sorted(set(RULES) - set(GOLDEN)) == [], "add them to tests/golden/rule_ids.txt"
    assert sorted(set(GOLDEN)) == GOLDEN


def test_rules_of_the_edition_are_listed() -> None:
    found = set()
    for table in ("evidence", "threats_mentioned"):
        with (ROOT / "dist" / "csv" / f"{table}.csv").open(encoding="utf-8", newline="") as file:
            found |= {row["rule_id"] for row in csv.DictReader(file)}
    assert {rule_id for rule_id in found if not rule_id.startswith("corrected:")} <= set(RULES)


def test_every_rule_is_described_in_one_sentence_of_its_own() -> None:
    told = [rule["definition"] for rule in RULES.values()]
    assert len(set(told)) == len(told)
    assert all(re.fullmatch(r"\S.*\S\.", definition) for definition in told)
    assert {key for rule in RULES.values() for key in rule} <= {"definition", "retired"}


def test_the_page_of_rules_tells_what_the_list_has() -> None:
    assert PAGE.read_text(encoding="utf-8") == write_page(RULES), "run: python tests/rule_page.py"


def test_a_retired_rule_keeps_its_line_on_the_page() -> None:
    page = write_page({"meetings.waved-at": {"definition": "X waved at Y.", "retired": "0.9.0"}})
    assert "| `meetings.waved-at` | X waved at Y. Retired in 0.9.0. |" in page


def test_every_rule_has_a_firing_case_and_a_near_miss() -> None:
    assert sorted(CASES) == LIVE


@pytest.mark.parametrize("rule_id", LIVE)
def test_rule_fires_and_has_a_near_miss(rule_id: str) -> None:
    fired, missed = ids_of(rule_id, "fires"), ids_of(rule_id, "near_miss")
    assert rule_id in fired
    assert rule_id not in missed
    assert fired | missed <= set(LIVE)


@pytest.mark.parametrize("rule_id", LIVE)
def test_a_near_miss_differs_by_little(rule_id: str) -> None:
    fires, misses = CASES[rule_id]["fires"].split(), CASES[rule_id]["near_miss"].split()
    assert ALIKE <= SequenceMatcher(None, fires, misses).ratio() < 1
