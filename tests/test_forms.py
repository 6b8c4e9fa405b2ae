"""The further forms hold the same cells and types as the tables, the same bytes again, and what they may not hold is told."""

from __future__ import annotations

import os
import re
import shutil
import sqlite3
import subprocess
import sys
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pandas as pd
import pyarrow as pa
import pytest
from hypothesis import HealthCheck, given, settings
from openpyxl import load_workbook
from pandas.io.stata import StataReader

from check_samples import SCHEMAS, sample_cells, sample_tables, setter, to_tables
from security_meetings.export.logical_hash import hash_table
from security_meetings.forms import FORMS, Form, Package, prove_forms, read_form, read_package, write_forms
from security_meetings.forms import fitting as limits
from security_meetings.forms.naming import PLACES
from security_meetings.forms.views import VIEWS
from security_meetings.problems import DataProblems, Problem
from security_meetings.schemas import TableSchema, to_arrow_schema
from table_samples import AWKWARD, INVENTED, THINGS, invented_tables, make_column

ROOT = Path(__file__).parents[1]
ABOUT = {
    "name": "invented",
    "title": "Invented",
    "version": "1.2.3",
    "licenses": [{"name": "CC-BY-4.0"}],
    "contributors": [{"title": "A. Coder"}],
}
DAY = date(2026, 11, 3)
Tables = Mapping[str, pa.Table]


@pytest.fixture(scope="module")
def own() -> Package:
    """Read the edition's own tables."""
    return read_package(ROOT / "dist")


def things(*rows: dict[str, Any], parents: tuple[str, ...] = ()) -> dict[str, pa.Table]:
    """Return invented tables with these things; each has a key of its own unless it is told."""
    cells = [{"thing_id": f"k{number}", **row} for number, row in enumerate(rows)]
    return {
        "parents": pa.Table.from_pylist(
            [{"parent_id": key} for key in parents], schema=to_arrow_schema(INVENTED["parents"])
        ),
        "things": pa.Table.from_pylist(cells, schema=to_arrow_schema(THINGS)),
    }


def write(
    tables: Tables, folder: Path, *forms: Form, schemas: Mapping[str, TableSchema] = INVENTED
) -> tuple[Problem, ...]:
    folder.mkdir(exist_ok=True)
    return write_forms(tables, schemas, ABOUT, folder, DAY, forms or FORMS)


def without_column(schema: TableSchema, name: str) -> TableSchema:
    return replace(schema, columns=tuple(column for column in schema.columns if column.name != name))


def read_bytes(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("form", FORMS)
@given(tables=invented_tables())
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_a_form_gives_back_what_was_written(
    form: Form, tables: Tables, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("forms")
    write(tables, folder, form)
    assert prove_forms(folder, tables, INVENTED, [form]) == ()
    for name, table in read_form(form, folder, INVENTED).items():
        assert table.schema.equals(tables[name].schema, check_metadata=True)
        assert table.to_pylist() == tables[name].to_pylist()
        assert hash_table(table, INVENTED[name]) == hash_table(tables[name], INVENTED[name])


@pytest.mark.parametrize("form", FORMS)
def test_awkward_texts_stay_as_they_are(form: Form, tmp_path: Path) -> None:
    texts = (
        *AWKWARD,
        "<r>a</r>",
        "<r><t>a</t></r>",
        "_x005F_x0041_",
        "a_x0041_x0042_x0043_",
        "x005F_",
        "a" * 32_767,
        "ش" * 2_000,
        "🜁" * 600,
    )
    tables = things(*({"text": text} for text in texts))
    write(tables, tmp_path, form)
    assert read_form(form, tmp_path, INVENTED)["things"].column("text").to_pylist() == list(texts)


@pytest.mark.parametrize("form", FORMS)
def test_tables_and_columns_without_a_value_keep_their_types(form: Form, tmp_path: Path) -> None:
    for name, tables in {"none": things(), "empty": things({}, {})}.items():
        write(tables, tmp_path / name, form)
        assert read_form(form, tmp_path / name, INVENTED)["things"].equals(tables["things"])


@pytest.mark.parametrize("form", FORMS)
def test_an_empty_text_is_a_missing_one(form: Form, tmp_path: Path) -> None:
    tables = things({"text": "", "share": -0.0})
    write(tables, tmp_path, form)
    assert prove_forms(tmp_path, tables, INVENTED, [form]) == ()
    assert read_form(form, tmp_path, INVENTED)["things"].column("text").to_pylist() == [None]


def test_the_edition_has_the_same_cells_in_every_form(own: Package, tmp_path: Path) -> None:
    write_forms(own.tables, own.schemas, own.descriptor, tmp_path, DAY)
    assert prove_forms(tmp_path, own.tables, own.schemas) == ()
    told = {resource["name"]: resource.get("logical_hash") for resource in own.descriptor["resources"]}
    for form in FORMS:
        for name, table in read_form(form, tmp_path, own.schemas).items():
            assert table.num_rows == own.tables[name].num_rows
            assert told[name] in (None, hash_table(table, own.schemas[name]))


WRITE = """
import sys
from datetime import date
from pathlib import Path
from security_meetings.forms import read_package, write_forms
package = read_package(Path(sys.argv[1]))
write_forms(package.tables, package.schemas, package.descriptor, Path("."), date(2026, 11, 3))
"""


def test_the_same_tables_give_the_same_bytes(own: Package, tmp_path: Path) -> None:
    (tmp_path / "one").mkdir()
    (tmp_path / "two").mkdir()
    write_forms(own.tables, own.schemas, own.descriptor, tmp_path / "one", DAY)
    environment = {**os.environ, "LC_ALL": "C", "TZ": "Asia/Dushanbe", "PYTHONHASHSEED": "7"}
    command = ["sh", "-c", 'umask 077; exec "$0" "$@"', sys.executable, "-c", WRITE, str(ROOT / "dist")]
    subprocess.run(command, cwd=tmp_path / "two", env=environment, check=True)
    assert read_bytes(tmp_path / "two") == read_bytes(tmp_path / "one")
    write_forms(own.tables, own.schemas, own.descriptor, tmp_path / "one", DAY)
    assert read_bytes(tmp_path / "two") == read_bytes(tmp_path / "one")


def test_another_cell_gives_other_bytes(tmp_path: Path) -> None:
    for name, text in (("one", "a"), ("two", "b")):
        write(things({"text": text}), tmp_path / name)
    one, two = read_bytes(tmp_path / "one"), read_bytes(tmp_path / "two")
    assert {name for name in one if one[name] != two[name]} == {
        "security-meetings.sqlite",
        "security-meetings.xlsx",
        "stata/things.dta",
    }


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(
    ("column", "cell"),
    [
        ("text", "b"),
        ("text", None),
        ("small_count", 8),
        ("share", 0.30000000000000004),
        ("is_so", False),
        ("is_so", None),
        ("day", date(2019, 9, 14)),
    ],
)
def test_a_form_with_another_cell_is_found(form: Form, column: str, cell: object, tmp_path: Path) -> None:
    row = {"text": "a", "small_count": 7, "share": 0.3, "is_so": True, "day": date(2019, 9, 13)}
    write(things({**row, column: cell}), tmp_path, form)
    (problem,) = prove_forms(tmp_path, things(row), INVENTED, [form])
    assert problem.rule_id == "forms.other-cell"
    assert problem.where.endswith(f"things k0, column {column}")
    assert (problem.what, problem.expected) == (f'"{cell}"', f'"{row[column]}"')


@pytest.mark.parametrize("form", FORMS)
def test_a_form_with_more_or_fewer_rows_is_found(form: Form, tmp_path: Path) -> None:
    write(things({}, {}), tmp_path, form)
    (problem,) = prove_forms(tmp_path, things({}), INVENTED, [form])
    assert (problem.rule_id, problem.what, problem.expected) == ("forms.row-count", "2 rows", "1 rows")


@pytest.mark.parametrize("form", FORMS)
def test_a_form_of_other_columns_or_types_is_found(form: Form, tmp_path: Path) -> None:
    write(things({"text": "a", "small_count": 7}), tmp_path, form)
    other = replace(THINGS, columns=(*THINGS.columns[:1], *THINGS.columns[2:]))
    (problem,) = prove_forms(tmp_path, things(), {"things": other}, [form])
    assert problem.rule_id == "forms.other-columns"
    columns = tuple(make_column("text", "integer") if c.name == "text" else c for c in THINGS.columns)
    (problem,) = prove_forms(tmp_path, things(), {"things": replace(THINGS, columns=columns)}, [form])
    assert problem.rule_id in ("forms.cell-type", "forms.other-columns")


@pytest.mark.parametrize("form", FORMS)
def test_a_missing_or_broken_file_is_told(form: Form, tmp_path: Path) -> None:
    (problem,) = prove_forms(tmp_path, things(), {"things": THINGS}, [form])
    assert (problem.rule_id, "there is no such file" in problem.what) == ("forms.unreadable", True)
    write(things({"text": "a"}), tmp_path, form)
    file = tmp_path / PLACES[form]
    file = file / "things.dta" if file.is_dir() else file
    for content in (b"no such form", file.read_bytes()[: file.stat().st_size // 2]):
        file.write_bytes(content)
        assert {problem.rule_id for problem in prove_forms(tmp_path, things(), INVENTED, [form])} & {
            "forms.unreadable",
            "forms.integrity",
        }


# What a form cannot hold.


def obstacle(tables: Tables, place: Path, form: Form, schemas: Mapping[str, TableSchema] = INVENTED) -> Problem:
    folder = place / "refused"
    with pytest.raises(DataProblems) as raised:
        write(tables, folder, form, schemas=schemas)
    (problem,) = raised.value.problems
    assert not read_bytes(folder)
    return problem


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("number", [float("nan"), float("inf"), float("-inf")])
def test_what_is_no_number_is_refused(form: Form, number: float, tmp_path: Path) -> None:
    problem = obstacle(things({}, {"share": number}), tmp_path, form)
    assert (problem.rule_id, problem.what) == ("forms.unfit-cell", f'"{number}" is no number')
    assert problem.where.endswith("things k1, column share")


@pytest.mark.parametrize("form", FORMS)
def test_the_null_character_is_refused(form: Form, tmp_path: Path) -> None:
    assert "U+0000" in obstacle(things({"text": "a\0b"}), tmp_path, form).what


@pytest.mark.parametrize("form", FORMS)
def test_moments_are_refused(form: Form, tmp_path: Path) -> None:
    schema = replace(THINGS, columns=(THINGS.columns[0], make_column("at", "datetime")), foreign_keys=())
    tables = {"things": pa.Table.from_pylist([], schema=to_arrow_schema(schema))}
    assert obstacle(tables, tmp_path, form, {"things": schema}).rule_id == "forms.datetime"


@pytest.mark.parametrize("form", ["stata", "excel"])
@pytest.mark.parametrize("sign", [1, -1])
def test_integers_that_lose_digits_are_refused(form: Form, sign: int, tmp_path: Path) -> None:
    write(things({"large_count": sign * (2**53 - 1)}), tmp_path / "fits", form)
    assert "lose digits" in obstacle(things({"large_count": sign * 2**53}), tmp_path, form).what


def test_sqlite_holds_every_integer(tmp_path: Path) -> None:
    tables = things({"large_count": 2**63 - 1}, {"large_count": -(2**63)})
    write(tables, tmp_path, "sqlite")
    assert prove_forms(tmp_path, tables, INVENTED, ["sqlite"]) == ()


def test_numbers_that_stata_takes_for_missing_are_refused(tmp_path: Path) -> None:
    largest = limits.STATA_NUMBER
    write(things({"share": largest}), tmp_path / "fits", "stata")
    assert "missing value in Stata" in obstacle(things({"share": largest * 1.0001}), tmp_path, "stata").what


def test_a_key_that_is_too_long_for_stata_is_refused(tmp_path: Path) -> None:
    write(things({"thing_id": "é" * 1022}), tmp_path / "fits", "stata")
    problem = obstacle(things({"thing_id": "é" * 1023}), tmp_path, "stata")
    assert (problem.what[-16:], problem.expected) == (
        "has 2,046 bytes",
        "at most 2,045",
    ) or "2,046 bytes" in problem.what


@pytest.mark.parametrize("name", ["using", "_all", "str12", "2nd", "größe", "x" * 33])
def test_a_column_that_stata_cannot_name_is_refused(name: str, tmp_path: Path) -> None:
    schema = replace(THINGS, columns=(THINGS.columns[0], make_column(name)), foreign_keys=())
    tables = {"things": pa.Table.from_pylist([], schema=to_arrow_schema(schema))}
    assert obstacle(tables, tmp_path, "stata", {"things": schema}).rule_id == "forms.column-name"


def test_texts_longer_than_a_cell_of_excel_are_refused(tmp_path: Path) -> None:
    write(things({"text": "🜁" * 16_383}), tmp_path / "fits", "excel")
    assert "has 32,768 characters" in obstacle(things({"text": "🜁" * 16_384}), tmp_path, "excel").what


def test_more_rows_than_a_sheet_has_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert limits.EXCEL_ROWS == 1_048_575
    monkeypatch.setattr(limits, "EXCEL_ROWS", 2)
    problem = obstacle(things({}, {}, {}), tmp_path, "excel")
    assert problem.where == "security-meetings.xlsx, sheet things"
    assert (problem.what, problem.expected) == ("3 rows are too many for a sheet", "at most 2")
    assert "--form" in problem.todo


# SQLite.


@pytest.fixture
def database(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    """Open a database of the sample, with its keys enforced."""
    write(sample_tables(), tmp_path, "sqlite", schemas=SCHEMAS)
    with closing(sqlite3.connect(tmp_path / PLACES["sqlite"])) as opened:
        opened.execute("PRAGMA foreign_keys = ON")
        yield opened


@pytest.mark.parametrize(
    ("statement", "told"),
    [
        ("UPDATE meetings SET country_code = 'XXX'", "FOREIGN KEY"),
        ("DELETE FROM countries WHERE country_code = 'TJK'", "FOREIGN KEY"),
        ("UPDATE meetings SET frame_meeting_id = 'm9999999999'", "FOREIGN KEY"),
        ("UPDATE meetings SET meeting_id = NULL", "NOT NULL"),
        ("UPDATE meetings SET has_date_conflict = NULL", "NOT NULL"),
        ("UPDATE meetings SET status = 'dreamt'", "CHECK"),
        ("UPDATE meetings SET has_date_conflict = 2", "CHECK"),
        ("UPDATE meetings SET has_date_conflict = 'yes'", "CHECK"),
        ("UPDATE meetings SET date_start = '2019-02-30'", "CHECK"),
        ("UPDATE meetings SET date_start = 2019", "CHECK"),
        ("UPDATE meetings SET confidence = 1.5", "CHECK"),
        ("UPDATE meetings SET confidence = 'high'", "CHECK"),
        ("UPDATE meetings SET article_count = 0", "CHECK"),
        ("UPDATE meetings SET article_count = 1.5", "CHECK"),
        ("UPDATE meetings SET city = x'00'", "CHECK"),
        ("UPDATE evidence SET quote = hex(zeroblob(200))", "CHECK"),
        ("UPDATE participants SET person_id = 'q00000001'", "UNIQUE"),
        ("INSERT INTO meeting_articles SELECT * FROM meeting_articles", "UNIQUE"),
    ],
)
def test_the_database_holds_its_keys_and_constraints(database: sqlite3.Connection, statement: str, told: str) -> None:
    with pytest.raises(sqlite3.IntegrityError, match=told):
        database.execute(statement)


def test_the_database_takes_what_is_allowed(database: sqlite3.Connection) -> None:
    database.execute("UPDATE meetings SET date_start = '2019-02-28', city = NULL, confidence = 1, article_count = 7")
    assert database.execute("SELECT typeof(confidence) FROM meetings").fetchone() == ("real",)


def test_declared_types_tell_what_a_column_holds(tmp_path: Path) -> None:
    write(sample_tables(), tmp_path, "sqlite", schemas=SCHEMAS)
    sqlite3.register_converter("BOOLEAN", lambda cell: cell == b"1")
    sqlite3.register_converter("DATE", lambda cell: date.fromisoformat(cell.decode()))
    with closing(sqlite3.connect(tmp_path / PLACES["sqlite"], detect_types=sqlite3.PARSE_DECLTYPES)) as opened:
        row = opened.execute("SELECT date_start, has_date_conflict, article_count, latitude FROM meetings").fetchone()
    assert row == (date(2019, 5, 6), False, 2, 38.5358)


def test_rows_may_refer_to_later_ones(tmp_path: Path) -> None:
    cells = sample_cells()
    later = {**cells["meetings"][0], "meeting_id": "m0000000002", "frame_meeting_id": None}
    cells["meetings"] = [{**cells["meetings"][0], "frame_meeting_id": "m0000000002"}, later]
    write(to_tables(cells), tmp_path, "sqlite", schemas=SCHEMAS)
    assert prove_forms(tmp_path, to_tables(cells), SCHEMAS, ["sqlite"]) == ()


def test_rows_that_break_a_key_are_told_all_together(tmp_path: Path) -> None:
    cells = sample_cells()
    setter("meetings", country_code="XXX", host_country_code="YYY")(cells)
    with pytest.raises(DataProblems) as raised:
        write(to_tables(cells), tmp_path, "sqlite", schemas=SCHEMAS)
    assert sorted((problem.where, problem.what) for problem in raised.value.problems) == [
        (
            f"security-meetings.sqlite, table meetings: meetings m0000000001, column {column}",
            f'"{code}" is in no row of countries',
        )
        for column, code in (("country_code", "XXX"), ("host_country_code", "YYY"))
    ]
    cells = sample_cells()
    setter("meetings", status="dreamt")(cells)
    cells["countries"].append(cells["countries"][0])
    with pytest.raises(DataProblems) as raised:
        write(to_tables(cells), tmp_path, "sqlite", schemas=SCHEMAS)
    told = sorted(problem.where.rpartition(": ")[2] for problem in raised.value.problems)
    assert told == ["countries IRN", "meetings m0000000001"]


def rows_of(database: sqlite3.Connection, statement: str) -> list[dict[str, Any]]:
    cursor = database.execute(statement)
    return [dict(zip([column[0] for column in cursor.description], row, strict=True)) for row in cursor]


def test_views_join_what_is_asked_for_first(database: sqlite3.Connection) -> None:
    views = {view.name: rows_of(database, f"SELECT * FROM {view.name}") for view in VIEWS}
    assert views["who_met_whom"][0]["who"] == "Karim Daroni (IRN); Farrukh Qodirov (TJK)"
    assert [row["country_name"] for row in views["meetings_with_participants"]] == ["IRN", "TJK"]
    assert [row["article_id"] for row in views["meetings_with_articles"]] == ["one", "two"]
    assert [row["outlet_name"] for row in views["meetings_with_articles"]] == ["irna", None]
    assert [row["meeting_city"] for row in views["agreements_with_meetings"]] == ["Dushanbe"]
    assert [(row["year"], row["threat_name"]) for row in views["threats_with_articles"]] == [(2019, "drug trafficking")]
    words = {row["evidence_id"]: row for row in views["values_with_words"]}
    assert {row["table_name"] for row in words.values()} == {"meetings", "participants", "agreements", "articles"}
    assert len(words) == len(sample_cells()["evidence"])


def test_no_view_loses_or_repeats_a_row(own: Package, tmp_path: Path) -> None:
    write_forms(own.tables, own.schemas, own.descriptor, tmp_path, DAY, ["sqlite"])
    of = {
        "who_met_whom": "meetings",
        "meetings_with_participants": "participants",
        "meetings_with_articles": "meeting_articles",
        "agreements_with_meetings": "agreements",
        "threats_with_articles": "threats_mentioned",
        "values_with_words": "evidence",
    }
    with closing(sqlite3.connect(tmp_path / PLACES["sqlite"])) as opened:
        counts = {view.name: len(rows_of(opened, f"SELECT * FROM {view.name}")) for view in VIEWS}
        names = {name for (name,) in opened.execute("SELECT table_name FROM codebook")}
    assert counts == {view: own.tables[table].num_rows for view, table in of.items()}
    assert names == set(own.schemas) | set(of)


def test_a_view_over_columns_that_are_not_there_is_left_out_and_told(tmp_path: Path) -> None:
    older = {**SCHEMAS, "articles": without_column(SCHEMAS["articles"], "url")}
    tables = {**sample_tables(), "articles": sample_tables()["articles"].drop_columns(["url"])}
    notices = write(tables, tmp_path, "sqlite", schemas=older)
    left_out = {"meetings_with_articles", "values_with_words"}
    assert {notice.where for notice in notices} == {f"security-meetings.sqlite, table {name}" for name in left_out}
    assert all(notice.severity == "notice" and "no such column: a.url" in notice.what for notice in notices)
    with closing(sqlite3.connect(tmp_path / PLACES["sqlite"])) as opened:
        made = {name for (name,) in opened.execute("SELECT name FROM sqlite_master WHERE type = 'view'")}
        told = {name for (name,) in opened.execute("SELECT table_name FROM codebook WHERE title = 'View'")}
    assert made == told == {view.name for view in VIEWS} - left_out


def test_a_year_is_told_only_where_it_is_known(tmp_path: Path) -> None:
    cells = sample_cells()
    setter("articles", published_end=date(2020, 1, 1))(cells)
    write(to_tables(cells), tmp_path, "sqlite", schemas=SCHEMAS)
    with closing(sqlite3.connect(tmp_path / PLACES["sqlite"])) as opened:
        assert rows_of(opened, "SELECT year FROM threats_with_articles") == [{"year": None}]


def test_the_database_tells_what_it_is(database: sqlite3.Connection) -> None:
    assert dict(database.execute("SELECT name, value FROM about")) == {
        "name": "invented",
        "title": "Invented",
        "version": "1.2.3",
        "licenses": "CC-BY-4.0",
    }
    (row,) = rows_of(database, "SELECT * FROM codebook WHERE table_name = 'meetings' AND column_name = 'country_code'")
    assert (row["type"], row["is_required"], row["refers_to"]) == ("string", 0, "countries.country_code")


# Stata.


def test_stata_files_are_labelled_and_typed(tmp_path: Path) -> None:
    cells = sample_cells()
    cells["meetings"].append({**cells["meetings"][0], "meeting_id": "m0000000002", "date_end": None, "latitude": None})
    write(to_tables(cells), tmp_path, "stata", schemas=SCHEMAS)
    with StataReader(tmp_path / "stata" / "meetings.dta") as reader:
        frame = reader.read()
        labels, values = reader.variable_labels(), reader.value_labels()
        assert (reader.data_label, reader.time_stamp) == ("Meetings", "03 Nov 2026 00:00")
    assert labels["date_start"] == "Earliest day"
    assert values == {"has_date_conflict": {0: "false", 1: "true"}}
    assert frame["has_date_conflict"].tolist() == ["false", "false"]
    assert frame["date_start"].tolist() == [pd.Timestamp(2019, 5, 6)] * 2
    assert frame["date_end"].isna().tolist() == [False, True]
    assert frame["latitude"].isna().tolist() == [False, True]
    assert frame["cameo_code"].tolist() == ["042", "042"]
    content = (tmp_path / "stata" / "meetings.dta").read_bytes()
    assert content.startswith(b"<stata_dta><header><release>118</release><byteorder>LSF</byteorder>")


def types_of(path: Path) -> dict[str, int]:
    """Return the type of each variable as the file tells it: 32768 is strL, up to 2045 the width of a text."""
    content = path.read_bytes()
    with StataReader(path) as reader:
        names = list(reader.variable_labels())
    start = content.index(b"<variable_types>") + len(b"<variable_types>")
    return {name: int.from_bytes(content[start + 2 * n : start + 2 * n + 2], "little") for n, name in enumerate(names)}


def test_long_texts_are_strl_and_keys_never(tmp_path: Path) -> None:
    write(things({"thing_id": "k" * 300, "text": "a" * 244, "other_text": "é" * 123}), tmp_path, "stata")
    types = types_of(tmp_path / "stata" / "things.dta")
    assert (types["thing_id"], types["text"], types["other_text"]) == (300, 244, 32768)
    byte, long, double = 65530, 65528, 65526
    assert (types["is_so"], types["small_count"], types["share"]) == (byte, long, double)


def test_a_gap_does_not_make_integers_doubles(tmp_path: Path) -> None:
    write(things({"small_count": 7, "large_count": 2**40, "is_so": True}, {}), tmp_path, "stata")
    types = types_of(tmp_path / "stata" / "things.dta")
    assert (types["is_so"], types["small_count"], types["large_count"]) == (65530, 65528, 65526)


def test_a_column_named_version_keeps_its_name(tmp_path: Path) -> None:
    write(sample_tables(), tmp_path, "stata", schemas=SCHEMAS)
    assert "version" in pd.read_stata(tmp_path / "stata" / "id_changes.dta").columns


READ_IN_R = """
suppressWarnings(library(haven))
arguments <- commandArgs(trailingOnly = TRUE)
table <- as.data.frame(haven::zap_formats(haven::zap_labels(haven::read_dta(arguments[1]))))
for (name in names(table)) {
  cells <- table[[name]]
  table[[name]] <- if (is.numeric(cells) && !inherits(cells, "Date")) sprintf("%.17g", cells) else as.character(cells)
  table[[name]][is.na(cells)] <- ""
}
write.csv(table, arguments[2], row.names = FALSE, na = "", fileEncoding = "UTF-8")
"""


def has_haven() -> bool:
    if shutil.which("Rscript") is None:
        return False
    asked = subprocess.run(["Rscript", "-e", "library(haven)"], capture_output=True, check=False)
    return asked.returncode == 0


@pytest.mark.skipif(not has_haven(), reason="R with haven is not installed")
@pytest.mark.parametrize("name", ["meetings", "articles", "threats_mentioned", "id_changes"])
def test_r_reads_the_same_cells_from_stata_files(own: Package, name: str, tmp_path: Path) -> None:
    write_forms(own.tables, own.schemas, own.descriptor, tmp_path, DAY, ["stata"])
    command = ["Rscript", "-e", READ_IN_R, str(tmp_path / "stata" / f"{name}.dta"), str(tmp_path / "told.csv")]
    subprocess.run(command, check=True, capture_output=True, env={**os.environ, "LC_ALL": "C.UTF-8"})
    told = pd.read_csv(tmp_path / "told.csv", dtype=str, keep_default_na=False).to_dict("records")
    assert len(told) == own.tables[name].num_rows
    for row, expected in zip(told, own.tables[name].to_pylist(), strict=True):
        for column, cell in expected.items():
            match cell:
                case None:
                    assert row[column] == ""
                case bool() | int() | float():
                    assert float(row[column]) == cell
                case _:
                    assert row[column] == str(cell)


# Excel.


def test_a_workbook_has_a_codebook_and_a_sheet_a_table(tmp_path: Path) -> None:
    write(sample_tables(), tmp_path, "excel", schemas=SCHEMAS)
    book = load_workbook(tmp_path / PLACES["excel"])
    assert book.sheetnames == ["codebook", *SCHEMAS]
    properties = book.properties
    assert (properties.title, properties.creator, properties.subject) == ("Invented", "A. Coder", "version 1.2.3")
    assert (properties.created.date(), properties.modified.date()) == (DAY, DAY)
    sheet = book["meetings"]
    assert [cell.value for cell in sheet[1]] == list(SCHEMAS["meetings"].column_names)
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("B2", f"A1:{sheet[1][-1].column_letter}2")
    row = dict(zip(SCHEMAS["meetings"].column_names, sheet[2], strict=True))
    assert (row["cameo_code"].value, row["cameo_code"].data_type, row["cameo_code"].number_format) == ("042", "s", "@")
    assert row["date_start"].is_date and row["date_start"].number_format == "yyyy-mm-dd"
    assert (row["has_date_conflict"].value, row["has_date_conflict"].data_type) == (False, "b")
    assert (row["article_count"].value, row["latitude"].value) == (2, 38.5358)
    told = {(r[0], r[1]) for r in book["codebook"].iter_rows(min_row=2, values_only=True)}
    assert told == {(n, None) for n in SCHEMAS} | {(n, c) for n, s in SCHEMAS.items() for c in s.column_names}


def test_nothing_in_a_workbook_runs_or_leads_away(tmp_path: Path) -> None:
    texts = [text for text in AWKWARD if text.startswith(tuple("=+-@\t\r"))]
    notices = write(things(*({"text": text} for text in AWKWARD)), tmp_path, "excel")
    assert [notice.what.split('"')[1] for notice in notices] == texts
    assert {(notice.severity, notice.rule_id) for notice in notices} == {("notice", "forms.disarmed-cell")}
    assert notices[0].where == "security-meetings.xlsx, sheet things: things k0, column text"
    sheet = load_workbook(tmp_path / PLACES["excel"])["things"]
    cells = [row[1] for row in sheet.iter_rows(min_row=2)]
    assert {cell.data_type for cell in cells} == {"s"}
    assert not [cell.value for cell in cells if str(cell.value).startswith(tuple("=+-@\t\r"))]
    assert not [cell for cell in cells if cell.hyperlink]
    with zipfile.ZipFile(tmp_path / PLACES["excel"]) as archive:
        xml = b"".join(archive.read(name) for name in archive.namelist() if "worksheets/sheet" in name)
        assert not re.search(rb"<f[ >]", xml)
        # Links within the codebook need no target outside.
        assert not [name for name in archive.namelist() if "worksheets/_rels" in name or "externalLink" in name]


def test_days_before_excel_are_text_and_told(tmp_path: Path) -> None:
    days = [date(1899, 12, 31), date(1900, 1, 1), date(1900, 2, 28), date(1900, 3, 1), date(9999, 12, 31)]
    notices = write(things(*({"day": day} for day in days)), tmp_path, "excel")
    assert [(notice.rule_id, "1899-12-31" in notice.what) for notice in notices] == [("forms.day-as-text", True)]
    sheet = load_workbook(tmp_path / PLACES["excel"])["things"]
    column = list(THINGS.column_names).index("day")
    assert [row[column].is_date for row in sheet.iter_rows(min_row=2)] == [False, True, True, True, True]
    assert read_form("excel", tmp_path, INVENTED)["things"].column("day").to_pylist() == days


def test_pandas_reads_the_workbook_as_text_and_numbers(tmp_path: Path) -> None:
    write(things({"text": "042", "small_count": 7}, {"text": "NA", "small_count": 8}), tmp_path, "excel")
    frame = pd.read_excel(tmp_path / PLACES["excel"], sheet_name="things", keep_default_na=False, na_values=[""])
    assert (frame["text"].tolist(), frame["small_count"].tolist()) == (["042", "NA"], [7, 8])
