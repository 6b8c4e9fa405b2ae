"""Meetings of several articles: what is joined to one row, what never is, and the values of the one row."""

from __future__ import annotations

from typing import Any

import pytest

from resolve_samples import Teller, days, make_person, only_meeting, resolve, tell_date

IRANIAN = make_person(0, "Karim Tavakoli", "interior_minister", "IRN")
KYRGYZ = make_person(1, "Ulan Beishenov", "interior_minister", "KGZ")
BOTH = (0, 1)


def teller(article_id: str, **fields: Any) -> Teller:
    return Teller(article_id, IRANIAN, KYRGYZ, **fields)


def test_two_reports_of_one_meeting_are_one_row() -> None:
    records = resolve(
        teller("a1").meeting(0, BOTH, day="2019-09-13", city="Bishkek", country_code="KGZ"),
        teller("a2").meeting(0, BOTH),
    )
    meeting = only_meeting(records)
    assert (meeting.article_count, meeting.city, meeting.date_edtf) == (2, "Bishkek", "2019-09-13")
    told = {link.article_id: (link.date_edtf, link.city) for link in records.meeting_articles}
    assert told == {"a1": ("2019-09-13", "Bishkek"), "a2": (None, None)}
    assert len(records.participants) == 2
    (merge,) = records.merges
    assert (merge.table_name, merge.row_id) == ("meetings", meeting.meeting_id)
    assert merge.score > 0 and merge.reasons


def test_days_that_differ_give_the_interval_and_a_conflict() -> None:
    records = resolve(teller("a1").meeting(0, BOTH, day="2019-09-12"), teller("a2").meeting(0, BOTH, day="2019-09-13"))
    meeting = only_meeting(records)
    assert meeting.date_edtf == "2019-09-12/2019-09-13"
    assert (meeting.date_interval_type, meeting.has_date_conflict) == ("uncertain", True)
    assert {link.date_edtf for link in records.meeting_articles} == {"2019-09-12", "2019-09-13"}


def test_a_conflict_within_one_report_stays() -> None:
    doubtful = tell_date("2019-09-12/2019-09-13", interval_type="uncertain", has_conflict=True)
    records = resolve(teller("a1").meeting(0, BOTH, told=doubtful), teller("a2").meeting(0, BOTH))
    assert only_meeting(records).has_date_conflict
    assert only_meeting(records).date_edtf == "2019-09-12/2019-09-13"


def test_a_duration_stays_one() -> None:
    session = tell_date("2015-06-05/2015-06-06", interval_type="duration")
    meeting = only_meeting(resolve(teller("a1").meeting(0, BOTH, told=session)))
    assert (meeting.date_interval_type, meeting.has_date_conflict) == ("duration", False)


@pytest.mark.parametrize(
    ("mine", "theirs"),
    [
        ({"day": "2019-09-01"}, {"day": "2019-09-13"}),
        ({"meeting_type": "phone_call"}, {}),
        ({"meeting_type": "visit"}, {}),
        ({"city": "Osh", "country_code": "KGZ"}, {"city": "Bishkek", "country_code": "KGZ"}),
        ({"country_code": "KGZ"}, {"country_code": "IRN"}),
        ({"status": "cancelled"}, {}),
    ],
    ids=("days", "call", "visit", "city", "state", "cancelled"),
)
def test_what_contradicts_is_never_joined(mine: dict[str, Any], theirs: dict[str, Any]) -> None:
    dated = {"day": "2019-09-13"}
    records = resolve(
        teller("a1").meeting(0, BOTH, **{**dated, **mine}), teller("a2").meeting(0, BOTH, **{**dated, **theirs})
    )
    assert len(records.meetings) == 2
    assert not records.merges


def test_undated_reports_of_different_months_are_not_joined() -> None:
    records = resolve(
        teller("a1", published="2019-09-13").meeting(0, BOTH), teller("a2", published="2020-02-01").meeting(0, BOTH)
    )
    assert len(records.meetings) == 2


def test_two_meetings_of_one_article_are_never_joined() -> None:
    records = resolve(
        teller("a1").meeting(0, BOTH, day="2019-09-13").meeting(3, BOTH, day="2019-09-13"),
        teller("a2").meeting(0, BOTH, day="2019-09-13"),
    )
    assert sorted(meeting.article_count for meeting in records.meetings) == [1, 2]


@pytest.mark.parametrize(
    ("day", "host", "count"), [("2019-09-13", "CHN", 2), ("2019-09-12", None, 2), ("2019-09-12", "CHN", 1)]
)
def test_another_side_is_another_meeting_but_for_a_mediator(day: str, host: str | None, count: int) -> None:
    chinese = make_person(2, "Wei Zhang", "interior_minister", "CHN")
    two = teller("a1").meeting(0, BOTH, day="2019-09-12")
    three = Teller("a2", IRANIAN, KYRGYZ, chinese)
    three.meeting(0, (0, 1, 2), meeting_type="multilateral_meeting", day=day, host_country_code=host)
    assert len(resolve(two, three).meetings) == count


def test_no_chain_joins_what_contradicts() -> None:
    records = resolve(
        teller("a1").meeting(0, BOTH, day="2019-09-10"),
        teller("a2").meeting(0, BOTH, day="2019-09-11", city="Bishkek", country_code="KGZ"),
        teller("a3").meeting(0, BOTH, day="2019-09-12", city="Bishkek", country_code="KGZ"),
    )
    assert sorted(meeting.article_count for meeting in records.meetings) == [1, 2]


def test_what_fits_two_that_exclude_each_other_joins_neither() -> None:
    records = resolve(
        teller("a1").meeting(0, BOTH, day="2019-09-01"),
        teller("a2").meeting(0, BOTH, day="2019-09"),
        teller("a3").meeting(0, BOTH, day="2019-09-10"),
    )
    assert [meeting.article_count for meeting in records.meetings] == [1, 1, 1]


def test_another_counterpart_is_another_meeting() -> None:
    president = make_person(1, "Askar Jeenbaev", "head_of_state", "KGZ")
    records = resolve(
        teller("a1").meeting(0, BOTH, day="2019-09-13"),
        Teller("a2", IRANIAN, president).meeting(0, BOTH, day="2019-09-13"),
    )
    assert len(records.meetings) == 2


def test_other_holders_of_the_same_offices_hold_another_meeting() -> None:
    successor = make_person(0, "Reza Ahangar", "interior_minister", "IRN")
    records = resolve(
        teller("a1", published=None).meeting(0, BOTH), Teller("a2", successor, KYRGYZ, published=None).meeting(0, BOTH)
    )
    assert len(records.meetings) == 2


def test_a_planned_and_a_held_report_of_one_day_are_one_held_meeting() -> None:
    records = resolve(
        teller("a1", published="2019-09-10").meeting(0, BOTH, day="2019-09-13", status="planned"),
        teller("a2").meeting(0, BOTH, day="2019-09-13"),
    )
    assert only_meeting(records).status == "held"
    assert {link.status for link in records.meeting_articles} == {"planned", "held"}


def test_talks_stand_above_a_signing() -> None:
    records = resolve(
        teller("a1").meeting(0, BOTH, day="2019-09-13", meeting_type="signing_ceremony"),
        teller("a2").meeting(0, BOTH, day="2019-09-13"),
    )
    assert only_meeting(records).meeting_type == "bilateral_meeting"


def test_offices_without_names_join_their_holders() -> None:
    nameless = make_person(1, None, "interior_minister", "KGZ")
    records = resolve(
        teller("a1").meeting(0, BOTH, day="2019-09-13"),
        Teller("a2", IRANIAN, nameless).meeting(0, BOTH, day="2019-09-13"),
    )
    assert only_meeting(records).article_count == 2
    assert sorted(row.name or "-" for row in records.participants) == ["Karim Tavakoli", "Ulan Beishenov"]


def test_two_nameless_offices_of_one_report_stay_two() -> None:
    persons = [make_person(at, None, "foreign_minister", side) for at, side in enumerate(("SWE", "FIN"))]
    records = resolve(Teller("a1", *persons).meeting(0, BOTH, day="2019-09-13"))
    assert {row.country_code for row in records.participants} == {"SWE", "FIN"}
    assert all(row.person_id is None and row.name is None for row in records.participants)


def test_a_session_and_the_talks_on_its_margins_are_two_rows() -> None:
    records = resolve(
        teller("a1")
        .meeting(
            0,
            (),
            meeting_type="multilateral_meeting",
            organization_id="SCO",
            told=tell_date("2015-06-05/2015-06-06", interval_type="duration"),
        )
        .meeting(4, BOTH, frame=0)
    )
    session, talks = sorted(records.meetings, key=lambda row: row.organization_id is None)
    assert talks.frame_meeting_id == session.meeting_id
    assert session.frame_meeting_id is None
    assert (talks.date_edtf, session.date_edtf) == (None, "2015-06-05/2015-06-06")


def test_reports_of_one_session_are_one_row() -> None:
    session = {"meeting_type": "multilateral_meeting", "organization_id": "CIS", "city": "Baku", "country_code": "AZE"}
    records = resolve(
        Teller("a1").meeting(0, (), day="2019-09-12", **session), Teller("a2").meeting(0, (), day="2019-09", **session)
    )
    assert (only_meeting(records).article_count, only_meeting(records).date_edtf) == (2, "2019-09-12")


def test_sessions_of_different_bodies_are_two_rows() -> None:
    session = {"meeting_type": "multilateral_meeting", "city": "Baku", "country_code": "AZE", "day": "2019-09-12"}
    records = resolve(
        Teller("a1").meeting(0, (), organization_id="CIS", **session),
        Teller("a2").meeting(0, (), organization_id="SCO", **session),
    )
    assert len(records.meetings) == 2


def test_a_place_is_told_most_often_and_has_coordinates() -> None:
    place = {"city": "Bishkek", "country_code": "KGZ"}
    meeting = only_meeting(
        resolve(
            teller("a1").meeting(0, BOTH, day="2019-09-13"),
            teller("a2").meeting(0, BOTH, day="2019-09-13", **place),
            teller("a3").meeting(0, BOTH, day="2019-09-13", host_country_code="KGZ", **place),
        )
    )
    assert (meeting.city, meeting.country_code, meeting.host_country_code) == ("Bishkek", "KGZ", "KGZ")
    assert meeting.latitude is not None and 42 < meeting.latitude < 43.5
    assert (meeting.plover_event, meeting.plover_mode, meeting.cameo_code) == ("CONSULT", "visit", "042")


PRESIDENTS = (
    make_person(0, "Omar Saidov", "head_of_state", "TJK"),
    make_person(1, "Reza Hamidi", "head_of_state", "IRN"),
)


def test_a_day_without_a_year_is_bounded_by_the_offices_held() -> None:
    call = Teller("a1", *PRESIDENTS, published=None).meeting(0, BOTH, day="XXXX-05-02", meeting_type="phone_call")
    meeting = only_meeting(resolve(call))
    edtf, start, end = days(meeting)
    assert edtf == "XXXX-05-02"
    assert (str(start), str(end)) == ("2022-05-02", "2024-05-02")
    assert (meeting.date_interval_type, meeting.date_basis) == ("uncertain", "stated")


def test_only_tenures_of_the_office_told_bound_a_day() -> None:
    ministers = [
        make_person(0, "Omar Saidov", "foreign_minister", "TJK"),
        make_person(1, "Reza Hamidi", "foreign_minister", "IRN"),
    ]
    call = Teller("a1", *ministers, published=None).meeting(0, BOTH, day="XXXX-05-02", meeting_type="phone_call")
    assert days(only_meeting(resolve(call))) == ("XXXX-05-02", None, None)


def test_nothing_told_is_not_filled_from_tenures() -> None:
    meeting = only_meeting(resolve(Teller("a1", *PRESIDENTS, published=None).meeting(0, BOTH)))
    assert days(meeting) == (None, None, None)
    assert (meeting.date_basis, meeting.date_interval_type) == (None, None)


def test_yearless_days_join_only_the_same_day() -> None:
    def call(article_id: str, day: str) -> Teller:
        return Teller(article_id, *PRESIDENTS).meeting(0, BOTH, day=day, meeting_type="phone_call")

    assert len(resolve(call("a1", "XXXX-05-02"), call("a2", "XXXX-05-02")).meetings) == 1
    assert len(resolve(call("a1", "XXXX-05-02"), call("a2", "XXXX-05-03")).meetings) == 2
    assert len(resolve(call("a1", "XXXX-05-02"), call("a2", "2022-05-02")).meetings) == 1
