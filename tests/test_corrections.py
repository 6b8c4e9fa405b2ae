"""Corrections: what a human coder decides takes the place of what the machine coded, and says when it no longer fits."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from check_samples import SCHEMAS
from resolve_samples import Teller, make_person, register_vocabulary, resolve
from security_meetings.cells import BadCell, parse_cell
from security_meetings.correct import Corrected, Grounds, correct_records
from security_meetings.correction_files import read_corrections
from security_meetings.correction_writing import format_block, remove_block, write_block
from security_meetings.corrections import Correction, correctable_columns
from security_meetings.ledger import Entry, Ledger
from security_meetings.problems import DataProblems
from security_meetings.results import Records
from security_meetings.rows import MeetingRow

OMAR = make_person(0, "Omar Saidov", "head_of_state", "TJK")
REZA = make_person(1, "Reza Hamidi", "head_of_state", "IRN")
TELLERS = (
    Teller("a1", OMAR, REZA, published="2022-05-20")
    .meeting(0, (0, 1), day="2022-05-19", city="Dushanbe", country_code="TJK", host_country_code="TJK")
    .meeting(8, (0,), day="2022-06", meeting_type="visit")
    .agreement(4, ("IRN", "TJK"), day="2022-05-19", meeting=0),
    Teller("a2", OMAR, REZA, published="2022-05-21").meeting(0, (0, 1), day="2022-05-20"),
)
RECORDS = resolve(*TELLERS)
TALKS = next(row for row in RECORDS.meetings if row.city)
VISIT = next(row for row in RECORDS.meetings if not row.city)
(TREATY,) = RECORDS.agreements
GUEST = next(row for row in RECORDS.participants if row.country_code == "IRN")


def make(
    table_name: str, row_id: str, column: str = "", value: str = "", expected: str = "", **more: Any
) -> Correction:
    return Correction(
        **{
            "id": f"test-{row_id}-{column}",
            "table_name": table_name,
            "row_id": row_id,
            "action": "set" if column else "withdraw",
            "reason": "read again",
            "who": "A. Coder",
            "when": date(2026, 11, 5),
            "column": column,
            "value": value,
            "expected": expected,
            "place": f"build/corrections/{table_name}.toml, line 1",
            **more,
        }
    )


def correct(*corrections: Correction, ledger: Ledger | None = None) -> Corrected:
    grounds = Grounds(
        schemas=SCHEMAS,
        articles=[teller.document.article for teller in TELLERS],
        vocabulary=register_vocabulary(),
        ledger=ledger or Ledger(),
        version="0.1.0",
    )
    return correct_records(RECORDS, corrections, grounds)


def corrected(*corrections: Correction) -> Records:
    made = correct(*corrections)
    assert not made.problems, [problem.sentence() for problem in made.problems]
    return made.records


def only_problem(*corrections: Correction, ledger: Ledger | None = None) -> str:
    made = correct(*corrections, ledger=ledger)
    (problem,) = made.problems
    return problem.sentence()


def find(rows: tuple[Any, ...], row_id: str) -> Any:
    return next(row for row in rows if getattr(row, row.__slots__[0]) == row_id)


def test_a_corrected_city_takes_its_coordinates_along_and_has_evidence_without_words() -> None:
    made = corrected(make("meetings", TALKS.meeting_id, "city", "Khujand", "Dushanbe"))
    row = find(made.meetings, TALKS.meeting_id)
    assert (row.city, row.coding_status) == ("Khujand", "corrected")
    assert row.latitude not in (None, TALKS.latitude)
    (shown,) = (e for e in made.evidence if e.meeting_id == row.meeting_id and e.column_name == "city")
    assert (shown.rule_id, shown.quote, shown.char_start) == (f"corrected:test-{row.meeting_id}-city", None, None)
    others = [row for row in made.meetings if row.meeting_id != TALKS.meeting_id]
    assert others == [row for row in RECORDS.meetings if row.meeting_id != TALKS.meeting_id]


def test_the_words_given_are_the_evidence() -> None:
    words = make("meetings", VISIT.meeting_id, "country_code", "TJK", words="Reza Hamidi", article_id="a1")
    made = corrected(words)
    (shown,) = (e for e in made.evidence if e.meeting_id == VISIT.meeting_id and e.column_name == "country_code")
    text = TELLERS[0].document.article.raw_text
    assert text[shown.char_start : shown.char_end] == shown.quote == "Reza Hamidi"


def dated(meeting: MeetingRow, edtf: str) -> MeetingRow:
    """Return a meeting with another date."""
    correction = make("meetings", meeting.meeting_id, "date_edtf", edtf, meeting.date_edtf or "")
    row: MeetingRow = find(corrected(correction).meetings, meeting.meeting_id)
    return row


def test_a_corrected_date_is_derived_anew_and_bounded_by_the_offices_held() -> None:
    day = dated(TALKS, "2022-05-20")
    assert (day.date_start, day.date_end, day.date_interval_type) == (date(2022, 5, 20), date(2022, 5, 20), None)
    assert (day.date_basis, day.has_date_conflict) == ("supplied", False)
    year = dated(VISIT, "XXXX-05-02")
    assert year.date_edtf == "XXXX-05-02" and year.date_start is not None and year.date_start.year >= 1995
    none = dated(VISIT, "")
    assert (none.date_start, none.date_end, none.date_basis) == (None, None, None)


def test_the_kind_of_an_interval_may_be_told() -> None:
    two_days = make("meetings", VISIT.meeting_id, "date_edtf", "2022-06-01/2022-06-02", "2022-06")
    lasted = make("meetings", VISIT.meeting_id, "date_interval_type", "duration", "uncertain")
    assert find(corrected(lasted, two_days).meetings, VISIT.meeting_id).date_interval_type == "duration"
    assert find(corrected(two_days).meetings, VISIT.meeting_id).date_interval_type == "uncertain"


def test_host_and_event_codes_follow() -> None:
    made = corrected(make("meetings", TALKS.meeting_id, "host_country_code", "IRN", "TJK"))
    hosts = {row.country_code: row.is_host for row in made.participants if row.meeting_id == TALKS.meeting_id}
    assert hosts == {"TJK": False, "IRN": True}
    called = find(corrected(make("meetings", TALKS.meeting_id, "status", "planned", "held")).meetings, TALKS.meeting_id)
    assert (called.plover_event, called.cameo_code) == ("AGREE", "036")
    guest = corrected(make("participants", GUEST.participant_id, "country_code", "TJK", "IRN"))
    assert find(guest.participants, GUEST.participant_id).is_host is True
    planned = corrected(make("agreements", TREATY.agreement_id, "status", "planned", "signed"))
    assert find(planned.agreements, TREATY.agreement_id).plover_event == "AGREE"


def test_a_withdrawn_meeting_takes_with_it_what_hangs_on_it() -> None:
    made = correct(make("meetings", TALKS.meeting_id))
    gone, records = TALKS.meeting_id, made.records
    people = {row.participant_id for row in RECORDS.participants if row.meeting_id == gone}
    assert gone not in {row.meeting_id for row in (*records.meetings, *records.participants, *records.meeting_articles)}
    assert not [e for e in records.evidence if e.meeting_id == gone or e.participant_id in people]
    assert find(records.agreements, TREATY.agreement_id).meeting_id is None
    assert set(made.reasons) == {("meetings", gone), *(("participants", key) for key in people)}
    assert len(records.meetings) == len(RECORDS.meetings) - 1 and len(records.agreements) == 1


def test_withdrawn_participants_and_agreements_take_their_evidence() -> None:
    records = corrected(make("participants", GUEST.participant_id), make("agreements", TREATY.agreement_id))
    assert GUEST not in records.participants and not records.agreements and not records.agreement_articles
    assert not [e for e in records.evidence if e.participant_id == GUEST.participant_id or e.agreement_id]
    assert find(records.meetings, TALKS.meeting_id).plover_mode == "visit"


MEETING = {"meeting_type": "phone_call", "status": "held", "date_edtf": "2022-05-19"}
ADDED = make(
    "meetings", "m0000000001", action="add", values=MEETING, article_id="a1", words="told told", at=TELLERS[0].words
)


def test_an_added_meeting_has_link_evidence_and_derived_columns() -> None:
    person = make(
        "participants",
        "p0000000001",
        action="add",
        values={"meeting_id": "m0000000001", "name": "Reza Hamidi", "country_code": "IRN"},
        article_id="a1",
        words="Reza Hamidi",
    )
    records = corrected(ADDED, person)
    row = find(records.meetings, "m0000000001")
    assert (row.date_start, row.date_basis, row.plover_mode) == (date(2022, 5, 19), "stated", "phone")
    assert (row.coding_status, row.article_count, row.confidence) == ("corrected", 1, 1.0)
    assert [link.article_id for link in records.meeting_articles if link.meeting_id == row.meeting_id] == ["a1"]
    shown = {e.column_name: e.quote for e in records.evidence if e.meeting_id == row.meeting_id}
    assert shown == dict.fromkeys(MEETING, "told told")
    assert find(records.participants, "p0000000001").meeting_id == row.meeting_id


def test_the_order_of_corrections_changes_nothing() -> None:
    chosen = [
        ADDED,
        make("meetings", TALKS.meeting_id, "city", "Khujand", "Dushanbe"),
        make("agreements", TREATY.agreement_id, "meeting_id", "m0000000001", TALKS.meeting_id),
        make("participants", GUEST.participant_id),
    ]
    one, other = corrected(*chosen), corrected(*reversed(chosen))
    for name in ("meetings", "participants", "agreements", "meeting_articles", "evidence"):
        assert set(getattr(one, name)) == set(getattr(other, name))


@settings(deadline=None, max_examples=60)
@given(st.data())
def test_a_correction_changes_its_own_cell_and_row_alone(data: st.DataObject) -> None:
    row = data.draw(st.sampled_from(RECORDS.meetings))
    column, value = data.draw(
        st.sampled_from(
            [("city", "Osh"), ("status", "planned"), ("meeting_type", "visit"), ("host_country_code", "KGZ")]
        )
    )
    there = getattr(row, column)
    if not there:
        return
    made = corrected(make("meetings", row.meeting_id, column, value, there))
    assert [other for other in made.meetings if other.meeting_id != row.meeting_id] == [
        other for other in RECORDS.meetings if other.meeting_id != row.meeting_id
    ]
    back = find(made.meetings, row.meeting_id)
    assert getattr(back, column) == value
    same = {name for name in row.__slots__ if getattr(row, name) == getattr(back, name)}
    assert {"meeting_id", "date_edtf", "date_start", "date_end", "confidence", "article_count"} <= same


@pytest.mark.parametrize(
    ("correction", "told"),
    [
        (
            make("meetings", TALKS.meeting_id, "city", "Osh", "Tehran"),
            f'city of meetings {TALKS.meeting_id} is "Dushanbe" now; expected "Tehran", which it corrects',
        ),
        (
            make("meetings", TALKS.meeting_id, "city", "Dushanbe", "Tehran"),
            "take the block out: the machine says the same",
        ),
        (make("meetings", TALKS.meeting_id[:-1] + "_", "city", "Osh"), f'expected "{TALKS.meeting_id}"'),
        (make("meetings", TALKS.meeting_id, "country_code", "TJX", "TJK"), '"TJX" is no country_code; expected "TJK"'),
        (make("agreements", TREATY.agreement_id, "parties", "IRN;XXQ", "IRN;TJK"), '"XXQ" is no parties'),
        (make("meetings", VISIT.meeting_id, "city", "Osh"), "is told where the machine coded nothing"),
        (
            make("meetings", VISIT.meeting_id, "city", "Osh", words="in Osh", article_id="a1"),
            '"in Osh" does not stand once in a1; expected words as they stand in the text',
        ),
        (make("meetings", VISIT.meeting_id, "city", "Osh", words="told", article_id="a1"), "expected at = "),
        (make("meetings", VISIT.meeting_id, "city", "Osh", words="told", article_id="a9"), 'no article "a9"'),
        (make("meetings", "m0000000009"), 'there is no row "m0000000009" in meetings'),
        (replace(ADDED, row_id=TALKS.meeting_id), "the machine codes the row"),
        (replace(ADDED, row_id="m1"), '"m1" is no id of meetings; expected such as "m'),
        (replace(ADDED, values=MEETING | {"city": "x", "country_code": "XXX"}), '"XXX" is no country_code'),
    ],
)
def test_a_correction_that_does_not_fit_is_told_and_changes_nothing(correction: Correction, told: str) -> None:
    assert told in only_problem(correction)
    assert correct(correction).records == RECORDS


def test_what_became_of_an_id_is_told() -> None:
    merged = Entry(
        table_name="meetings",
        row_id="m0000000001",
        version="0.0.1",
        change="merged",
        new_id="m2",
        change_version="0.0.2",
        reason="one meeting",
    )
    ledger = Ledger(entries=(merged,))
    wrong = make("meetings", "m0000000001", "city", "Osh", "Dushanbe")
    assert '"m0000000001" was merged: one meeting; expected "m2"' in only_problem(wrong, ledger=ledger)
    assert "expected an id that no row had before" in only_problem(ADDED, ledger=ledger)


GOOD = """
# Read again in November.
[[correction]]
id = "c1"
row = "m0000000001"
column = "city"
expected = "Dushanbe"
value = "Khujand"
reason = "the text says so"
who = "A. Coder"
when = 2026-11-05
"""


def read(folder: Path, text: str, name: str = "meetings.toml") -> tuple[Correction, ...]:
    folder.mkdir(exist_ok=True)
    (folder / name).write_text(text, encoding="utf-8")
    return read_corrections(folder, SCHEMAS)


def test_corrections_are_read_with_their_place(tmp_path: Path) -> None:
    (one,) = read(tmp_path / "c", GOOD)
    assert (one.place, one.key, one.value) == (
        "build/corrections/meetings.toml, line 3",
        ("meetings", "m0000000001"),
        "Khujand",
    )
    assert read_corrections(tmp_path / "none", SCHEMAS) == ()


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (lambda text: text.replace('"city"', '"ctiy"'), 'line 3: "ctiy" cannot be given; expected "city"'),
        (lambda text: text.replace('"city"', '"latitude"'), "latitude follows from others"),
        (lambda text: text.replace("value", "vlaue"), '"vlaue" is no key here; expected "value"'),
        (lambda text: text.replace('row = "m0000000001"\n', ""), '"row" is missing'),
        (lambda text: text.replace('"the text says so"', '""'), '"reason" is missing'),
        (lambda text: text.replace("2026-11-05", '"2026-11-05"'), "expected a day without quotes, such as 2026-11-05"),
        (
            lambda text: text.replace('"city"', '"status"').replace("Khujand", "hold"),
            '"hold" is no status; expected one of held',
        ),
        (lambda text: text.replace('"city"', '"date_edtf"'), '"Khujand" is no date_edtf; expected EDTF level 1'),
        (lambda text: text + text.lstrip(), '"c1" is the id of two corrections'),
        (lambda text: text + text.replace("c1", "c2"), "city of m0000000001 is corrected twice"),
        (lambda text: text.replace("= 2026", "2026"), "is no TOML"),
        (lambda text: text.replace("[[correction]]", "[[corection]]"), '"corection" is not known'),
        (lambda text: text.replace("[[correction]]", "[correction]"), '"correction" is no list of blocks'),
        (lambda text: text.replace('"c1"', '"c 1"'), "expected an id without spaces"),
        (lambda text: text.replace("row =", 'action = "remove"\nrow ='), '"remove" is no action'),
        (lambda text: text.replace("row =", 'action = "add"\nrow ='), '"values" is missing'),
        (lambda text: text.replace('"Khujand"', "[]"), "is no single value"),
    ],
)
def test_faults_of_the_files_are_told(tmp_path: Path, change: Callable[[str], str], told: str) -> None:
    with pytest.raises(DataProblems) as found:
        read(tmp_path / "c", change(GOOD))
    assert told in "\n".join(problem.sentence() for problem in found.value.problems)
    assert all(problem.where.startswith("build/corrections/meetings.toml") for problem in found.value.problems)


@pytest.mark.parametrize(
    ("name", "told"),
    [("people.toml", "is a table of codes"), ("meeting.toml", 'expected "meetings.toml"'), ("zzz.toml", "is no table")],
)
def test_a_file_of_no_table_is_told(tmp_path: Path, name: str, told: str) -> None:
    with pytest.raises(DataProblems) as found:
        read(tmp_path / "c", GOOD, name)
    assert told in found.value.problems[0].sentence()


def test_rows_of_articles_are_not_withdrawn(tmp_path: Path) -> None:
    text = '[[correction]]\nid = "c"\naction = "withdraw"\nrow = "a"\nreason = "x"\nwho = "x"\nwhen = 2026-11-05\n'
    with pytest.raises(DataProblems) as found:
        read(tmp_path / "c", text, "articles.toml")
    assert "expected a text put into, or out of, raw/" in found.value.problems[0].sentence()
    assert read(tmp_path / "d", text)[0].action == "withdraw"


TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), min_size=1, max_size=20)


@given(TEXT, TEXT)
def test_a_block_reads_as_it_was_written(tmp_path_factory: pytest.TempPathFactory, who: str, words: str) -> None:
    folder = tmp_path_factory.mktemp("c")
    told = make("meetings", "m1", "city", "Osh", "", who=who, words=words, article_id="a", at=3)
    write_block(folder / "meetings.toml", told, None)
    assert read_corrections(folder, SCHEMAS) == (replace(told, place="build/corrections/meetings.toml, line 1"),)


def test_blocks_are_written_and_taken_out_between_others(tmp_path: Path) -> None:
    path = tmp_path / "meetings.toml"
    path.write_text(GOOD, encoding="utf-8")
    first, second = make("meetings", "m2", "city", "Osh"), make("meetings", "m3")
    write_block(path, first, None)
    write_block(path, second, None)
    write_block(path, replace(first, value="Aden"), first.id)
    text = path.read_text(encoding="utf-8")
    assert text.startswith(GOOD.rstrip()) and 'value = "Aden"' in text and "Osh" not in text
    assert [c.id for c in read_corrections(tmp_path, SCHEMAS)] == ["c1", first.id, second.id]
    remove_block(path, first.id)
    assert path.read_text(encoding="utf-8") == (GOOD + "\n" + format_block(second)).lstrip("\n")
    remove_block(path, second.id)
    assert "# Read again in November." in path.read_text(encoding="utf-8")


def test_derived_columns_and_keys_cannot_be_corrected() -> None:
    for name in ("meetings", "participants", "agreements", "articles", "threats_mentioned"):
        schema = SCHEMAS[name]
        columns = set(correctable_columns(schema))
        assert not columns & set(schema.primary_key)
        assert {c for c in columns if schema.column(c).is_derived} <= {"date_interval_type"}


@pytest.mark.parametrize(
    ("table", "column", "text", "value"),
    [
        ("agreements", "instrument_count", "15", 15),
        ("meetings", "has_date_conflict", "true", True),
        ("meetings", "date_start", "2019-09-13", date(2019, 9, 13)),
        ("meetings", "latitude", "1.5", 1.5),
        ("meetings", "city", "", None),
        ("agreements", "parties", "IRN;TJK", "IRN;TJK"),
        ("agreements", "title", "On trade; on transit", "On trade; on transit"),
    ],
)
def test_cells_are_read_by_their_columns(table: str, column: str, text: str, value: object) -> None:
    assert parse_cell(text, SCHEMAS[table].column(column)) == value


@pytest.mark.parametrize(
    ("table", "column", "text", "expected"),
    [
        ("agreements", "instrument_count", "many", "a whole number"),
        ("agreements", "instrument_count", "0", "at least 1"),
        ("meetings", "latitude", "91", "at most 90"),
        ("meetings", "has_date_conflict", "yes", "true or false"),
        ("meetings", "status", "", "may not be empty"),
        ("meetings", "city", " Osh", "no space"),
        ("meetings", "city", "Osh;Batken", 'one city: ";" parts the members of lists'),
        ("articles", "dateline_place", "Osh; Batken", "one dateline_place"),
        ("participants", "name", "Omar;Reza", "one name"),
        ("participants", "role", "minister;envoy", "one role"),
        ("agreements", "parties", "TJK;IRN", '"IRN;TJK"'),
        ("meetings", "country_code", "Tajikistan", 'a value such as "TJK"'),
        ("meetings", "date_start", "soon", "a day such as"),
        ("evidence", "quote", "x" * 201, "at most 200 characters"),
    ],
)
def test_a_cell_that_its_column_does_not_allow_is_told(table: str, column: str, text: str, expected: str) -> None:
    with pytest.raises(BadCell, match=expected):
        parse_cell(text, SCHEMAS[table].column(column))
