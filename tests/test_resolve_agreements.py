"""Instruments of several articles: one row each, plurals joined to what they name, counted sets kept as one."""

from __future__ import annotations

from typing import Any

import pytest

from resolve_samples import Teller, make_person, resolve

IRANIAN = make_person(0, "Karim Tavakoli", "interior_minister", "IRN")
KYRGYZ = make_person(1, "Ulan Beishenov", "interior_minister", "KGZ")
PAIR = ("IRN", "KGZ")


def teller(article_id: str, **fields: Any) -> Teller:
    return Teller(article_id, IRANIAN, KYRGYZ, **fields)


def test_two_reports_of_one_instrument_are_one_row() -> None:
    records = resolve(
        teller("a1").agreement(0, PAIR, day="2016", title="fighting narcotics"),
        teller("a2").agreement(0, PAIR, day="2016", title="cooperation in fighting narcotics", status="in_force"),
    )
    (row,) = records.agreements
    assert (row.date_edtf, row.status, row.parties) == ("2016", "signed", "IRN;KGZ")
    assert row.title == "cooperation in fighting narcotics"
    assert {link.article_id: link.status for link in records.agreement_articles} == {"a1": "signed", "a2": "in_force"}
    assert [merge.table_name for merge in records.merges] == ["agreements"]


def test_a_plural_with_a_year_joins_the_instrument_of_that_year() -> None:
    records = resolve(
        teller("a1").agreement(0, PAIR, day="2016", title="fighting narcotics", status="in_force"),
        teller("a2").agreement(0, PAIR, day="2016", title="fighting narcotics", is_plural=True),
    )
    (row,) = records.agreements
    assert (row.instrument_count, row.status) == (1, "signed")
    assert len(records.agreement_articles) == 2


def test_an_uncounted_plural_alone_is_no_row() -> None:
    records = resolve(teller("a1").agreement(0, PAIR, is_plural=True))
    assert (records.agreements, records.agreement_articles) == ((), ())
    assert not [row for row in records.evidence if row.agreement_id]


def test_instruments_of_one_meeting_told_by_two_articles_are_one_row() -> None:
    records = resolve(
        teller("a1").meeting(0, (0, 1), day="2019-09-13").agreement(3, PAIR, day="2019-09-13", meeting=0),
        teller("a2").meeting(0, (0, 1), day="2019-09-13").agreement(3, PAIR, meeting=0, title="security cooperation"),
    )
    (row,) = records.agreements
    (meeting,) = records.meetings
    assert (row.meeting_id, row.title, row.date_edtf) == (meeting.meeting_id, "security cooperation", "2019-09-13")


@pytest.mark.parametrize(
    ("mine", "theirs"),
    [
        ({"instrument_count": 15}, {}),
        ({"day": "2010"}, {"day": "2016"}),
        ({"agreement_type": "declaration"}, {}),
        ({"parties": ("IRN", "TJK")}, {}),
        ({"title": "visa-free travel", "day": None}, {"title": "narcotics", "day": None}),
    ],
    ids=("counts", "years", "types", "parties", "titles"),
)
def test_different_instruments_stay_apart(mine: dict[str, Any], theirs: dict[str, Any]) -> None:
    plain = {"parties": PAIR, "day": "2016"}
    records = resolve(teller("a1").agreement(0, **{**plain, **mine}), teller("a2").agreement(0, **{**plain, **theirs}))
    assert len(records.agreements) == 2


def test_a_counted_set_told_twice_is_one_row() -> None:
    fields: dict[str, Any] = {"instrument_count": 15, "agreement_type": "memorandum_of_understanding"}
    records = resolve(teller("a1").agreement(0, PAIR, **fields), teller("a2").agreement(0, PAIR, **fields))
    (row,) = records.agreements
    assert row.instrument_count == 15


def test_two_instruments_of_one_article_are_two_rows() -> None:
    records = resolve(teller("a1").agreement(0, PAIR, day="2016").agreement(3, PAIR, day="2016"))
    assert len(records.agreements) == 2


@pytest.mark.parametrize(
    ("status", "codes"),
    [
        ("signed", ("SUPPORT", "057")),
        ("planned", ("AGREE", "030")),
        ("proposed", ("AGREE", "030")),
        ("in_force", (None, None)),
        ("terminated", (None, None)),
    ],
)
def test_codes_follow_from_the_status(status: str, codes: tuple[str | None, str | None]) -> None:
    (row,) = resolve(teller("a1").agreement(0, PAIR, status=status)).agreements
    assert (row.plover_event, row.cameo_code) == codes


def test_a_body_that_is_a_party_stands_in_organizations() -> None:
    records = resolve(teller("a1").agreement(0, ("UNKNOWNBODY", "IRN"), day="2016"))
    (row,) = (row for row in records.organizations if row.organization_id == "UNKNOWNBODY")
    assert not row.is_listed
