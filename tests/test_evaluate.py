"""Evaluation: what counts as found, missed and too much, confidence against what is right, and the command."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from resolve_samples import Teller, make_person, resolve
from security_meetings.cli import app
from security_meetings.evaluate import evaluate_folder
from security_meetings.pipeline import DEFAULT_MODEL, BuildOptions, SilentWatcher, run_stages, start_build
from security_meetings.problems import DataProblems
from security_meetings.scoring import Evaluation, Tally, make_bins, pair_best, score_records

IRANIAN = make_person(0, "Karim Tavakoli", "interior_minister", "IRN")
KYRGYZ = make_person(1, "Ulan Beishenov", "interior_minister", "KGZ")
WEI = make_person(2, "Wei Zhang", "organization_head", "SCO")
KARIM = {"name": "Tavakoli", "role": "Interior Minister", "country": "IRN", "organization": None}
ULAN = {"name": None, "role": "interior minister", "country": "KGZ", "organization": None}
ROSA = {"name": "Rosa Valdés", "role": "Foreign Minister", "country": "MEX", "organization": None}
TEXT = "Kenyan Interior Minister Wanjiru Otieno met her Ugandan counterpart Moses Kato in Kampala on 3 May 2021.\n"
CODED = """\
id: t1
meetings:
  - key: t1-m1
    type: bilateral_meeting
    status: held
    date: '2021-05-03'
    city: Kampala
    country: UGA
    host: UGA
    organization: null
    participants:
      - {name: Wanjiru Otieno, role: Interior Minister, country: KEN, organization: null}
      - {name: Moses Kato, role: Interior Minister, country: UGA, organization: null}
agreements: []
threats: [terrorism]
"""


def tell_gold(*people: dict[str, Any], key: str = "m1", **fields: Any) -> dict[str, Any]:
    """Return a meeting of the gold."""
    empty: dict[str, Any] = {"date": None, "city": None, "country": None, "host": None, "organization": None}
    told = {"key": key, "type": "bilateral_meeting", "status": "held", "participants": list(people)}
    return {**empty, **told, **fields}


def compare(gold: dict[str, Any], *tellers: Teller) -> Evaluation:
    return score_records("tests", gold, resolve(*tellers))


def counts(tally: Tally) -> tuple[int, int, int]:
    return tally.gold, tally.coded, tally.hits


def test_a_meeting_is_found_by_its_people() -> None:
    found = compare(
        {"a1": {"meetings": [tell_gold(KARIM, ULAN, date="2019-09-13", city="Bishkek")]}},
        Teller("a1", IRANIAN, KYRGYZ).meeting(0, (0, 1), day="2019-09-12", city="Bishkek", country_code="KGZ"),
    )
    assert counts(found.tallies["meetings"]) == (1, 1, 1)
    assert counts(found.tallies["participants"]) == (2, 2, 2)
    assert found.fields["meeting type"] == found.fields["meeting city"] == (1, 1)
    assert found.fields["meeting date"] == found.fields["meeting country"] == (0, 1)
    assert "meeting date: m1: 2019-09-12 for 2019-09-13" in found.misses


def test_other_people_are_another_meeting() -> None:
    found = compare(
        {"a1": {"meetings": [tell_gold(ROSA, date="2019-09-13")]}},
        Teller("a1", IRANIAN, KYRGYZ).meeting(0, (0, 1), day="2019-09-13"),
    )
    assert counts(found.tallies["meetings"]) == (1, 1, 0)
    assert counts(found.tallies["participants"]) == (1, 2, 0)
    assert [line.split(":")[0] for line in found.misses] == ["meeting missed", "meeting too many"]


def test_another_article_is_another_meeting() -> None:
    found = compare({"a2": {"meetings": [tell_gold(KARIM, ULAN)]}}, Teller("a1", IRANIAN, KYRGYZ).meeting(0, (0, 1)))
    assert found.tallies["meetings"].hits == 0


def test_meetings_of_one_key_are_one() -> None:
    told = {at: {"meetings": [tell_gold(KARIM, ULAN, date=day)]} for at, day in (("a1", "any"), ("a2", "2019-09-13"))}
    tellers = [Teller(at, IRANIAN, KYRGYZ).meeting(0, (0, 1), day="2019-09-13") for at in told]
    found = compare(told, *tellers)
    assert counts(found.tallies["meetings"]) == (1, 1, 1)
    assert "meeting date" not in found.fields


def test_a_session_without_people_is_found_by_its_day() -> None:
    session = {"meeting_type": "multilateral_meeting", "organization_id": "SCO"}
    gold = {"a1": {"meetings": [tell_gold(type="multilateral_meeting", date="2020-05-04", organization="SCO")]}}
    assert compare(gold, Teller("a1").meeting(0, (), day="2020-05-04", **session)).tallies["meetings"].hits == 1
    assert compare(gold, Teller("a1").meeting(0, (), day="2020-06-04", **session)).tallies["meetings"].hits == 0


def test_agreements_are_found_by_parties_and_kind() -> None:
    def told(**fields: Any) -> dict[str, Any]:
        return {"type": "agreement", "parties": ["IRN", "KGZ"], "date": None, "title": None, **fields}

    def score(*agreements: dict[str, Any]) -> tuple[int, int, int]:
        teller = Teller("a1", IRANIAN, KYRGYZ).agreement(0, ("IRN", "KGZ"), day="2016")
        return counts(compare({"a1": {"agreements": list(agreements)}}, teller).tallies["agreements"])

    assert score(told()) == (1, 1, 1)
    assert score(told(type="treaty", date="2016")) == (1, 1, 1)
    assert score(told(type="treaty")) == (1, 1, 0)
    assert score(told(parties=["IRN", "TJK", "UZB"])) == (1, 1, 0)
    assert score(told(optional=True)) == (0, 0, 0)
    assert score(told(type="treaty", optional=True)) == (0, 1, 0)


def test_threat_types_are_counted_by_article() -> None:
    found = compare({"a1": {"threats": ["terrorism", "crime"]}}, Teller("a1"))
    assert counts(found.tallies["threat types"]) == (2, 0, 0)
    assert found.misses == ["threat missed: a1: crime", "threat missed: a1: terrorism"]


def test_the_best_pairs_come_first_and_each_once() -> None:
    table = {("a", "x"): 1.0, ("a", "y"): 3.0, ("b", "y"): 2.0}
    assert pair_best("ab", "xy", lambda one, other: table.get((one, other), 0.0)) == [(0, 1)]
    assert pair_best("ba", "xy", lambda one, other: table.get((one, other), 0.0)) == [(1, 1)]
    assert pair_best("", "xy", lambda one, other: 1.0) == []


def test_confidence_is_held_against_what_is_right() -> None:
    (low, high) = make_bins([(0.5, False), (0.95, True), (1.0, True), (0.95, False), (0.91, True)])
    assert (low.low, low.high, low.count, low.right) == (0.0, 0.6, 1, 0.0)
    assert (high.low, high.high, high.count, high.right) == (0.9, 1.0, 4, 0.75)
    assert high.confidence == pytest.approx(0.9525)


def test_scores_of_nothing_are_zero() -> None:
    assert (Tally().precision, Tally().recall, Tally().f1) == (0.0, 0.0, 0.0)
    assert Tally(gold=4, coded=2, hits=2).f1 == pytest.approx(2 / 3)


@pytest.fixture
def gold_folder(tmp_path: Path) -> Path:
    folder = tmp_path / "gold"
    for name, content in (("texts/t1.txt", TEXT), ("coded/t1.yaml", CODED)):
        (folder / name).parent.mkdir(parents=True)
        (folder / name).write_text(content, encoding="utf-8")
    return folder


def test_the_command_prints_the_scores(gold_folder: Path) -> None:
    scorer = gold_folder / "scorer.py"
    scorer.write_text("import sys, pathlib\nprint(sorted(p.name for p in pathlib.Path(sys.argv[2]).iterdir())[:2])\n")
    done = CliRunner().invoke(app, ["evaluate", "--gold", str(gold_folder), "--misses", "--scorer", str(scorer)])
    assert done.exit_code == 0, done.output
    lines = [" ".join(line.split()) for line in done.output.splitlines()]
    assert "gold: 1 texts" in lines
    assert "meetings 1 1 1 1.000 1.000 1.000" in lines
    assert "participants 2 2 2 1.000 1.000 1.000" in lines
    assert "threat missed: t1: terrorism" in lines
    assert lines[-1] == "['agreement_articles.csv', 'agreement_types.csv']"


def test_a_scorer_that_is_missing_is_told(gold_folder: Path) -> None:
    done = CliRunner().invoke(app, ["evaluate", "--gold", str(gold_folder), "--scorer", "nowhere.py"])
    assert done.exit_code == 0, done.output
    assert "nowhere.py: skipped, there is no such file" in done.output


def test_the_command_prints_what_each_part_earns(gold_folder: Path) -> None:
    done = CliRunner().invoke(app, ["evaluate", "--gold", str(gold_folder), "--ablation"])
    assert done.exit_code == 0, done.output
    lines = [" ".join(line.split()) for line in done.output.splitlines()]
    assert lines[-5:-1] == [
        "F1 all without parser without names without register",
        "meetings 1.000 0.000 (-1.000) 1.000 (+0.000) 1.000 (+0.000)",
        "participants 1.000 0.000 (-1.000) 1.000 (+0.000) 1.000 (+0.000)",
        "agreements 0.000 0.000 (+0.000) 0.000 (+0.000) 0.000 (+0.000)",
    ]


def test_only_the_register_knows_a_state_that_no_word_tells(tmp_path: Path) -> None:
    (tmp_path / "raw" / "articles").mkdir(parents=True)
    text = "Ramazon Rahimzoda met Kyrgyz Interior Minister Ulan Niyazbekov in Osh on 3 May 2021.\n"
    (tmp_path / "raw" / "articles" / "t1.txt").write_text(text)

    def sides(*without: str) -> list[str | None]:
        options = BuildOptions(raw=tmp_path / "raw", dist=tmp_path / "dist", without=frozenset(without))
        records = run_stages(start_build(options, SilentWatcher(), writes_dist=False), until="resolve").records
        return sorted((row.country_code for row in records.participants), key=str)

    assert (sides(), sides("register")) == (["KGZ", "TJK"], ["KGZ", None])


def test_a_folder_without_codings_is_a_problem(gold_folder: Path) -> None:
    (gold_folder / "coded" / "t1.yaml").unlink()
    with pytest.raises(DataProblems, match="there are no coded texts"):
        evaluate_folder(gold_folder, DEFAULT_MODEL, SilentWatcher())


def test_a_folder_that_is_missing_is_wrong_usage(tmp_path: Path) -> None:
    done = CliRunner().invoke(app, ["evaluate", "--gold", str(tmp_path / "nowhere")])
    assert done.exit_code == 2
    assert "--gold" in done.output
