"""The vocabulary's faults are found, all together, each with its place and the nearest valid value."""

from __future__ import annotations

import copy
from pathlib import Path
from typing import Any

import pytest

from security_meetings.problems import Problem
from security_meetings.vocabularies import Vocabulary, load_vocabulary
from security_meetings.vocabulary_checks import check_readable, check_vocabulary
from security_meetings.vocabulary_rules import CODEBOOKS, GAZETTEERS

Tables = dict[str, list[dict[str, Any]]]
Books = dict[str, dict[str, Any]]

SMALL: dict[str, list[str]] = {
    "countries": [
        "IRN,IR,Iran,Tehran,630,IRN,630,Western Asia",
        "TJK,TJ,Tajikistan,Dushanbe,702,TAJ,702,Central Asia",
        "UZB,UZ,Uzbekistan,Tashkent,704,UZB,704,Central Asia",
    ],
    "country_names": ["IRN,Iran,name,false", "TJK,Tajik,demonym,false", "UZB,Uzbekistan,name,false"],
    "cities": ["Dushanbe,TJK,38.6,68.8,true", "Tashkent,UZB,41.3,69.3,true", "Tehran,IRN,35.7,51.4,true"],
    "city_names": ["Dushanbe,TJK,Dushanbe,false", "Tashkent,UZB,Tashkent,false", "Tehran,IRN,Teheran,false"],
    "buildings": ["Palace of the Nation,Dushanbe,TJK", "Saadabad,Tehran,IRN"],
    "towns": ["Murghob,TJK,38.2,74.0,10000", "Natanz,IRN,33.5,51.9,14000"],
    "organizations": ["ECO,Economic Body,organization,,Tehran,IRN", "ECO DESK,Desk,body_of,ECO,Tehran,IRN"],
    "organization_names": ["ECO,ECO,false", "ECO,Economic Body,false", "ECO DESK,Desk of the Body,false"],
    "outlets": ["asia_post,Asia Post,TJK,Dushanbe,agency", "tehran_sun,Tehran Sun,IRN,Tehran,newspaper"],
    "outlet_names": ["asia_post,Asia Post,name,false", "tehran_sun,Sun,name,true", "tehran_sun,TS,abbreviation,false"],
    "people": ["p1,Davlat Davlatov,TJK", "p2,Reza Rezaei,IRN"],
    "people_names": ["p1,Davlat Davlatov", "p2,Reza Rezaei", "p2,Reza Rezayi"],
    "office_tenures": [
        "t1,p1,interior_minister,TJK,,Minister,2020,,https://example.org/a",
        "t2,p2,interior_minister,IRN,,Minister,2021,,https://example.org/b",
    ],
    "threat_actors": ["black_hand,Black Hand,extremism;terrorism,false", "red_hand,Red Hand,terrorism,true"],
    "threat_actor_names": ["black_hand,Black Hand,false", "red_hand,Red Hand,false"],
    "plover": [
        "meetings,held,phone,CONSULT,phone,041",
        "meetings,held,,CONSULT,,040",
        "meetings,planned,,AGREE,,036",
        "meetings,cancelled,,,,",
        *(f"agreements,{status},,,," for status in ("signed", "in_force", "planned", "proposed", "terminated")),
    ],
}


def block(**keys: Any) -> dict[str, Any]:
    return {"name": "A name", "definition": "A definition.", "examples": [], "other_names": []} | keys


def sound_books() -> Books:
    return {
        "meeting_types": {"visit": block(nouns=["trip", "visit"]), "phone_call": block(nouns=["phone call"])},
        "agreement_types": {
            "treaty": block(nouns=["treaty"], weak_nouns=["charter"]),
            "plan": block(nouns=["action plan", "road map"], weak_nouns=[]),
        },
        "office_types": {
            "interior_minister": block(patterns=["home minister", "interior minister"]),
            "governor": block(patterns=["akim"]),
        },
        "threat_types": {
            "terrorism": block(parent="", plover_context="terrorism", cues=["terror"]),
            "extremism": block(parent="terrorism", plover_context="", cues=["extremis*", "terror"]),
        },
        "other_words": {"openers": {"words": ["during", "after"]}},
    }


def sound_tables() -> Tables:
    return {
        name: [dict(zip(GAZETTEERS[name].columns, line.split(","), strict=True)) for line in lines]
        for name, lines in SMALL.items()
    }


def check(tables: Tables | None = None, books: Books | None = None) -> list[Problem]:
    tables = sound_tables() if tables is None else tables
    vocabulary = Vocabulary(
        folder=Path("nowhere"),
        gazetteers={name: tuple(rows) for name, rows in tables.items()},
        codebooks=sound_books() if books is None else books,
    )
    return check_vocabulary(vocabulary)


def serious(problems: list[Problem]) -> list[Problem]:
    return [problem for problem in problems if problem.severity != "notice"]


def test_a_sound_vocabulary_has_no_faults() -> None:
    assert serious(check()) == []


def test_the_projects_own_vocabulary_has_no_errors() -> None:
    assert [problem.sentence() for problem in check_vocabulary(load_vocabulary()) if problem.severity == "error"] == []


@pytest.mark.parametrize(
    ("name", "line", "column", "value", "rule", "nearest"),
    [
        ("country_names", 2, "country_code", "IRM", "dangling-code", '"IRN"'),
        ("country_names", 2, "kind", "demonim", "invalid-value", '"demonym"'),
        ("cities", 3, "is_capital", "True", "wrong-boolean", '"true"'),
        ("cities", 3, "latitude", "", "empty-cell", "a value"),
        ("city_names", 4, "country_code", "UZB", "dangling-code", '"Tehran, IRN"'),
        ("buildings", 3, "city", "Teheran", "dangling-code", '"Tehran, IRN"'),
        ("organizations", 3, "parent_id", "ECOO", "dangling-code", '"ECO"'),
        ("organizations", 2, "seat_city", "Tehrann", "dangling-code", '"Tehran, IRN"'),
        ("organizations", 2, "seat_country", "IRM", "dangling-code", '"IRN"'),
        ("organizations", 2, "kind", "organisation", "invalid-value", '"organization"'),
        ("organizations", 3, "parent_id", "", "wrong-parent", "a parent for body_of"),
        ("organizations", 2, "parent_id", "ECO DESK", "wrong-parent", "a parent for body_of"),
        ("organization_names", 2, "organization_id", "ECOO", "dangling-code", '"ECO"'),
        ("outlets", 3, "city", "Tehrran", "dangling-code", '"Tehran, IRN"'),
        ("outlets", 3, "kind", "papers", "invalid-value", '"newspaper"'),
        ("outlet_names", 2, "name", " Asia Post", "stray-space", '"Asia Post"'),
        ("outlet_names", 2, "name", "Asia Post;AP", "list-mark-in-name", "one name a row"),
        ("outlet_names", 3, "is_ambiguous", "yes", "wrong-boolean", '"false"'),
        ("outlet_names", 4, "outlet_id", "tehran_son", "dangling-code", '"tehran_sun"'),
        ("people", 3, "country_code", "IR", "dangling-code", '"IRN"'),
        ("people_names", 4, "person_id", "p9", "dangling-code", ""),
        ("office_tenures", 2, "person_id", "p9", "dangling-code", ""),
        ("office_tenures", 2, "office_type", "interior_ministre", "dangling-code", '"interior_minister"'),
        ("office_tenures", 2, "organization_id", "EKO", "dangling-code", '"ECO"'),
        ("threat_actors", 2, "threat_types", "terorism", "dangling-code", '"terrorism"'),
        ("threat_actors", 2, "needs_threat_context", "", "wrong-boolean", '"false"'),
        ("plover", 4, "condition_status", "plannd", "invalid-value", '"planned"'),
        ("plover", 4, "condition", "phone", "status-left-out", "none for all else"),
    ],
)
def test_a_wrong_cell_is_found_with_its_place(
    name: str, line: int, column: str, value: str, rule: str, nearest: str
) -> None:
    tables = sound_tables()
    tables[name][line - 2][column] = value
    found = [problem for problem in check(tables) if problem.rule_id == f"vocabulary.{rule}"]
    assert any(problem.where.startswith(f"gazetteer/{name}.csv, line {line}") for problem in found)
    assert any(nearest in problem.expected for problem in found)


@pytest.mark.parametrize("name", sorted(SMALL))
def test_a_code_twice_is_found(name: str) -> None:
    tables = sound_tables()
    tables[name].insert(1, copy.copy(tables[name][0]))
    problem = next(problem for problem in check(tables) if problem.rule_id == "vocabulary.code-twice")
    assert problem.where == f"gazetteer/{name}.csv, line 3" and "first in line 2" in problem.what


@pytest.mark.parametrize("name", sorted(name for name in SMALL if GAZETTEERS[name].order))
def test_rows_out_of_order_are_found(name: str) -> None:
    tables = sound_tables()
    tables[name].reverse()
    assert any(
        problem.rule_id == "vocabulary.out-of-order" and problem.where.startswith(f"gazetteer/{name}.csv")
        for problem in check(tables)
    )


@pytest.mark.parametrize("name", sorted(SMALL))
def test_a_missing_column_is_found_with_what_stands_in_its_place(name: str) -> None:
    tables = sound_tables()
    column = GAZETTEERS[name].columns[-1]
    for row in tables[name]:
        row[f"{column}s"] = row.pop(column)
    problem = next(problem for problem in check(tables) if problem.rule_id == "vocabulary.missing-column")
    assert problem.where == f"gazetteer/{name}.csv, line 1" and f'there is "{column}s"' in problem.what


@pytest.mark.parametrize("name", [*sorted(GAZETTEERS), *sorted(CODEBOOKS)])
def test_a_missing_file_is_one_problem_and_no_traceback(name: str) -> None:
    tables, books = sound_tables(), sound_books()
    tables.pop(name, None)
    books.pop(name, None)
    assert [problem.rule_id for problem in serious(check(tables, books))] == ["vocabulary.missing-file"]


def test_a_vocabulary_without_files_is_all_problems() -> None:
    problems = check({}, {})
    assert len(problems) == len(GAZETTEERS) + len(CODEBOOKS)


def test_a_file_without_rows_is_a_warning() -> None:
    tables = sound_tables()
    tables["buildings"] = []
    assert [(problem.severity, problem.rule_id) for problem in serious(check(tables))] == [
        ("warning", "vocabulary.empty-file")
    ]


@pytest.mark.parametrize(("key", "cell"), [(None, ["more"]), ("kind", None)])
def test_a_row_with_more_or_fewer_cells_is_found(key: Any, cell: Any) -> None:
    tables = sound_tables()
    tables["outlets"][1][key] = cell
    assert "vocabulary.ragged-row" in [problem.rule_id for problem in check(tables)]


def test_a_name_of_two_codes_is_found_unless_one_is_ambiguous() -> None:
    tables = sound_tables()
    tables["outlet_names"][2]["name"] = "asia post"
    problem = next(problem for problem in check(tables) if problem.rule_id == "vocabulary.name-claimed-twice")
    assert '"tehran_sun"' in problem.what and '"asia_post"' in problem.what
    tables["outlet_names"][2]["is_ambiguous"] = "true"
    assert not [problem for problem in check(tables) if problem.rule_id == "vocabulary.name-claimed-twice"]


def test_a_spelling_of_two_people_is_found() -> None:
    tables = sound_tables()
    tables["people_names"][2]["name"] = "Davlat Davlatov"
    assert "vocabulary.name-claimed-twice" in [problem.rule_id for problem in check(tables)]


def test_a_code_without_a_name_is_found() -> None:
    tables = sound_tables()
    del tables["outlet_names"][0]
    problem = next(problem for problem in serious(check(tables)))
    assert problem.rule_id == "vocabulary.code-without-name" and "asia_post" in problem.what


def test_a_body_of_a_body_is_found() -> None:
    tables = sound_tables()
    tables["organizations"].append(tables["organizations"][1] | {"organization_id": "ECO SUB", "parent_id": "ECO DESK"})
    tables["organization_names"].append({"organization_id": "ECO SUB", "name": "Sub", "is_ambiguous": "false"})
    problem = next(problem for problem in serious(check(tables)))
    assert problem.rule_id == "vocabulary.wrong-parent" and problem.expected == '"ECO"'


def test_a_status_without_a_plover_row_is_found() -> None:
    tables = sound_tables()
    tables["plover"] = [row for row in tables["plover"] if row["condition_status"] != "proposed"]
    assert any('"agreements, proposed"' in problem.what for problem in check(tables))


@pytest.mark.parametrize(
    ("name", "code", "key", "value", "rule"),
    [
        ("meeting_types", "visit", "definition", "", "empty-cell"),
        ("meeting_types", "visit", "nouns", ["visit", "trip"], "out-of-order"),
        ("meeting_types", "visit", "nouns", ["phone call"], "cue-claimed-twice"),
        ("agreement_types", "plan", "weak_nouns", ["Treaty"], "cue-claimed-twice"),
        ("agreement_types", "plan", "nouns", "action plan", "not-a-list"),
        ("office_types", "governor", "patterns", ["akim", "akim"], "cue-claimed-twice"),
        ("threat_types", "extremism", "cues", ["hate", "hate"], "cue-claimed-twice"),
        ("threat_types", "extremism", "parent", "terorism", "dangling-code"),
        ("threat_types", "extremism", "parent", "extremism", "dangling-code"),
        ("other_words", "openers", "words", ["during", "during"], "word-twice"),
        ("threat_types", "extremism", "parent", ["terrorism"], "wrong-kind"),
    ],
)
def test_a_fault_of_a_codebook_is_found(name: str, code: str, key: str, value: Any, rule: str) -> None:
    books = sound_books()
    books[name][code][key] = value
    found = [problem for problem in serious(check(books=books)) if problem.rule_id == f"vocabulary.{rule}"]
    assert found and found[0].where.startswith(f"codebook/{name}.toml")


@pytest.mark.parametrize("name", sorted(CODEBOOKS))
def test_a_missing_key_is_found(name: str) -> None:
    books = sound_books()
    code = next(iter(books[name]))
    books[name][code]["definitions"] = books[name][code].pop("definition")
    problem = next(problem for problem in check(books=books) if problem.rule_id == "vocabulary.missing-key")
    assert 'there is "definitions"' in problem.what


def test_a_taxonomy_without_blocks_is_one_problem() -> None:
    books = sound_books() | {"threat_types": {}}
    assert [problem.rule_id for problem in serious(check(books=books))] == ["vocabulary.empty-file"]


def test_a_value_in_the_place_of_a_block_is_found() -> None:
    books = sound_books()
    books["meeting_types"]["title"] = "Types"
    assert "vocabulary.not-a-block" in [problem.rule_id for problem in check(books=books)]


def test_a_cue_of_two_threats_is_only_a_notice() -> None:
    assert [(problem.severity, problem.rule_id) for problem in check()] == [("notice", "vocabulary.cue-claimed-twice")]


def test_all_faults_come_together() -> None:
    tables, books = sound_tables(), sound_books()
    tables["outlets"][0]["country_code"] = "TJQ"
    tables["people_names"][0]["person_id"] = "p0"
    books["office_types"]["governor"]["patterns"] = ["home minister"]
    rules = {problem.rule_id for problem in serious(check(tables, books))}
    assert {"vocabulary.dangling-code", "vocabulary.cue-claimed-twice"} <= rules


def test_an_unknown_gazetteer_is_checked_as_any_list() -> None:
    tables = sound_tables()
    tables["rivers"] = [{"name": "Panj", "is_border": "yes"}, {"name": "Panj", "is_border": "yes"}]
    rules = {problem.rule_id for problem in serious(check(tables))}
    assert rules == {"vocabulary.wrong-boolean", "vocabulary.code-twice"}


def test_a_block_is_found_by_its_line(tmp_path: Path) -> None:
    (tmp_path / "codebook").mkdir()
    (tmp_path / "codebook" / "meeting_types.toml").write_text('# head\n\n[visit]\nname = ""\n', encoding="utf-8")
    problems = [problem for problem in check_vocabulary(load_vocabulary(tmp_path)) if "meeting_types" in problem.where]
    assert {problem.where for problem in problems} == {"codebook/meeting_types.toml, line 3"}


def test_files_that_cannot_be_read_are_told_together(tmp_path: Path) -> None:
    (tmp_path / "codebook").mkdir()
    (tmp_path / "gazetteer").mkdir()
    (tmp_path / "codebook" / "twice.toml").write_text("[visit]\n[visit]\n", encoding="utf-8")
    (tmp_path / "gazetteer" / "bytes.csv").write_bytes(b"name\n\xff\n")
    (tmp_path / "gazetteer" / "sound.csv").write_text("name\nx\n", encoding="utf-8")
    assert [problem.where for problem in check_readable(tmp_path)] == [
        "codebook/twice.toml, line 2, column 7",
        "gazetteer/bytes.csv, line 2",
    ]


@pytest.mark.parametrize(
    ("book", "rule", "told"),
    [
        ({"openers": "during"}, "wrong-kind", '"during" in openers'),
        ({"openers": ["during", 3]}, "wrong-kind", '"3" in openers[2]'),
        ({"opener": ["during"], "openers": None}, "missing-key", 'there is "opener"'),
    ],
)
def test_words_of_another_kind_than_the_coder_reads_are_found(book: dict[str, Any], rule: str, told: str) -> None:
    sound = {key: ["word"] for key in ("bound", "loose", "openers", "speech", "domains")}
    spoilt = {key: value for key, value in (sound | book).items() if value is not None}
    problems = [p for p in check(books=sound_books() | {"sentences": spoilt}) if p.where == "codebook/sentences.toml"]
    assert [problem.rule_id for problem in problems] == [f"vocabulary.{rule}"]
    assert told in problems[0].what


@pytest.mark.parametrize(
    ("table", "column"), [("countries", "gw_code"), ("cities", "latitude"), ("towns", "population")]
)
def test_what_is_no_number_is_found(table: str, column: str) -> None:
    tables = sound_tables()
    tables[table][0] = tables[table][0] | {column: "1e5"}
    assert [(p.rule_id, p.what) for p in serious(check(tables))] == [("vocabulary.wrong-number", '"1e5" is no number')]
