"""Integrity: a sound set of tables passes, and each thing that breaks is told with the row and the value."""

from __future__ import annotations

from datetime import date
from typing import Any

import pyarrow as pa
import pytest

from check_samples import (
    IRANIAN,
    MEETING,
    SCHEMAS,
    TEXTS,
    AllCells,
    Cells,
    only_fault,
    problems_after,
    sample_tables,
    setter,
)
from security_meetings.check import check_integrity


def test_sound_tables_have_no_problem() -> None:
    assert check_integrity(sample_tables(), SCHEMAS, TEXTS) == []


# ---- shape


def test_a_missing_and_an_unknown_table_are_told() -> None:
    tables = sample_tables()
    tables["meeting"] = tables.pop("meetings")
    problems = check_integrity(tables, SCHEMAS, TEXTS)
    assert [problem.rule_id for problem in problems] == ["integrity.unknown-table", "integrity.missing-table"]
    assert problems[0].expected == '"meetings"'


def test_columns_out_of_order_are_told() -> None:
    tables = sample_tables()
    tables["people"] = tables["people"].select(["name", "person_id", "other_names", "country_code", "is_listed"])
    assert '"name, person_id' in only_fault(check_integrity(tables, SCHEMAS, TEXTS), "columns").what


def test_a_column_of_another_type_is_told() -> None:
    tables = sample_tables()
    strings = tables["articles"].column("char_count").cast(pa.string())
    tables["articles"] = tables["articles"].set_column(12, "char_count", strings)
    problem = only_fault(check_integrity(tables, SCHEMAS, TEXTS), "column-type")
    assert (problem.what, problem.expected) == ('the type is "string"', '"int64"')


def test_an_empty_required_cell_is_told() -> None:
    problem = only_fault(problems_after(setter("people", name=None)), "empty-cell")
    assert problem.where == "people, column name"


# ---- keys


def test_a_key_twice_is_told() -> None:
    def repeat_person(cells: AllCells) -> None:
        cells["participants"][1]["person_id"] = cells["participants"][0]["person_id"]

    problem = only_fault(problems_after(repeat_person), "key-twice")
    assert problem.where == "participants, columns meeting_id, person_id"
    assert f'"{MEETING}, q00000001"' in problem.what


def test_empty_cells_are_not_the_same_key() -> None:
    def forget_people(cells: AllCells) -> None:
        for row in cells["participants"]:
            row["person_id"] = None

    assert problems_after(forget_people) == []


def test_rows_out_of_order_are_told() -> None:
    problem = only_fault(problems_after(lambda cells: cells["people"].reverse()), "order")
    assert problem.where == "people q00000002"


def test_an_id_of_two_tables_is_told() -> None:
    def share_id(cells: AllCells) -> None:
        cells["threats_mentioned"][0]["threat_mention_id"] = MEETING

    problem = only_fault(problems_after(share_id), "id-twice")
    assert "is also in meetings" in problem.what


# ---- cells


@pytest.mark.parametrize("cell", ["", "  "])
def test_a_blank_text_is_told(cell: str) -> None:
    problem = only_fault(problems_after(setter("participants", role=cell)), "blank")
    assert problem.where == f"participants {IRANIAN}, column role"


@pytest.mark.parametrize("cell", ["TJK;IRN", "IRN;IRN;TJK", "IRN; TJK", "IRN;TJK;"])
def test_a_list_that_is_not_sorted_and_single_is_told(cell: str) -> None:
    problem = only_fault(problems_after(setter("agreements", parties=cell)), "list")
    assert (problem.what, problem.expected) == (f'"{cell}" is no sorted list', '"IRN;TJK"')


def test_a_member_that_no_table_knows_is_told() -> None:
    problem = only_fault(problems_after(setter("agreements", parties="IRN;XYZ")), "list-member")
    assert problem.what == '"XYZ" is not known'
    assert problem.expected == "a key of countries or organizations"


def test_a_list_of_countries_and_organizations_is_allowed() -> None:
    assert problems_after(setter("agreements", parties="IRN;SCO")) == []


# ---- dates


@pytest.mark.parametrize("table", ["meetings", "agreements", "meeting_articles", "agreement_articles"])
def test_a_date_that_is_no_edtf_is_told(table: str) -> None:
    problem = only_fault(problems_after(setter(table, date_edtf="2019-02-30")), "edtf")
    assert problem.what == '"2019-02-30" is no EDTF date'


@pytest.mark.parametrize("day", ["date_start", "date_end"])
def test_a_day_that_the_date_does_not_allow_is_told(day: str) -> None:
    other = date(2019, 5, 5) if day == "date_start" else date(2019, 5, 7)
    problem = only_fault(
        problems_after(setter("meetings", date_interval_type="uncertain", **{day: other})), "date-bounds"
    )
    assert f'"{other}"' in problem.what
    assert "as 2019-05-06 allows" in problem.expected


def test_a_day_that_is_missing_is_told() -> None:
    change = setter("articles", published_start=None)
    assert 'the earliest day is ""' in only_fault(problems_after(change), "date-bounds").what


def test_narrower_days_are_allowed() -> None:
    change = setter("meetings", date_edtf="2019", date_start=date(2019, 3, 1), date_interval_type="uncertain")
    assert problems_after(change) == []


def test_days_of_a_year_not_told_are_allowed() -> None:
    assert problems_after(setter("meetings", date_edtf="XXXX-05-06", date_start=None, date_end=None)) == []


def test_an_interval_that_runs_backwards_is_told() -> None:
    change = setter("meetings", date_edtf="2019", date_start=date(2019, 6, 1), date_end=date(2019, 5, 1))
    assert '"2019-06-01" to "2019-05-01"' in only_fault(problems_after(change), "date-order").what


def test_a_kind_of_interval_beside_one_day_is_told() -> None:
    assert (
        '"duration"'
        in only_fault(problems_after(setter("meetings", date_interval_type="duration")), "interval-type").what
    )


def test_an_interval_without_its_kind_is_told() -> None:
    change = setter("agreements", date_edtf="2019-05", date_start=date(2019, 5, 1))
    assert "has no kind" in only_fault(problems_after(change), "interval-type").what


# ---- changes of ids


def change_of(**values: Any) -> Cells:
    row = {
        "old_id": "m0000000009",
        "new_id": MEETING,
        "table_name": "meetings",
        "change": "merged",
        "version": "0.2.0",
        "reason": "the same talks",
    }
    return row | values


def test_a_change_to_an_id_in_use_is_allowed() -> None:
    assert problems_after(lambda cells: cells["id_changes"].append(change_of())) == []


def test_a_change_to_an_id_that_changed_later_is_allowed() -> None:
    rows = [change_of(old_id="m0000000008", new_id="m0000000009"), change_of(new_id=None, change="withdrawn")]
    assert problems_after(lambda cells: cells["id_changes"].extend(rows)) == []


def test_a_split_may_leave_the_id_with_one_of_the_parts() -> None:
    split = change_of(old_id=MEETING, new_id=f"{MEETING};m0000000009", change="split")
    gone = change_of(new_id=None, change="withdrawn")
    assert problems_after(lambda cells: cells["id_changes"].extend([split, gone])) == []


@pytest.mark.parametrize(
    ("values", "told"),
    [
        ({"old_id": MEETING, "new_id": None}, "still in use"),
        ({"old_id": MEETING, "new_id": MEETING}, "still in use"),
        ({"new_id": "m0000000007"}, '"m0000000007" is not in meetings'),
        ({"new_id": f"{MEETING};m0000000007"}, '"m0000000007" is not in meetings'),
        ({"table_name": "summits"}, '"summits" is no table'),
    ],
)
def test_a_change_that_does_not_fit_is_told(values: Cells, told: str) -> None:
    problems = problems_after(lambda cells: cells["id_changes"].append(change_of(**values)))
    assert told in only_fault(problems, "id-change").what
