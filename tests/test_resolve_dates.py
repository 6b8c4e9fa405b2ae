"""One date of several accounts, and the one value of several."""

from __future__ import annotations

import pytest

from resolve_samples import tell_date
from security_meetings.records import DateTold
from security_meetings.resolve.dates import gap_between, unite_dates
from security_meetings.resolve.values import (
    AGREEMENT_STATUS_RANK,
    STATUS_RANK,
    TYPE_RANK,
    by_rank,
    fullest,
    most_frequent,
)


@pytest.mark.parametrize(
    ("told", "united", "conflict"),
    [
        ([], None, False),
        ([None, None], None, False),
        (["2019-09-13"], "2019-09-13", False),
        ([None, "2019-09-13"], "2019-09-13", False),
        (["2019", "2019-09", "2019-09-13"], "2019-09-13", False),
        (["2019-09-13", "2019-09-12"], "2019-09-12/2019-09-13", True),
        (["2015-06-05/2015-06-06", "2015-06-05"], "2015-06-05", False),
        (["XXXX-05-02"], "XXXX-05-02", False),
        (["XXXX-05-02", "2022-05-02"], "2022-05-02", False),
        (["2020-01", "2020-02"], "2020-01-01/2020-02-29", True),
    ],
)
def test_dates_are_united(told: list[str | None], united: str | None, conflict: bool) -> None:
    result = unite_dates([tell_date(edtf) for edtf in told])
    assert (result.edtf, result.has_conflict) == (united, conflict)


def test_the_most_precise_date_keeps_its_basis() -> None:
    result = unite_dates([tell_date("2019"), tell_date("2019-09-13", basis="weekday"), tell_date("2019-09")])
    assert (result.edtf, result.basis) == ("2019-09-13", "weekday")


def test_a_united_interval_is_uncertain() -> None:
    result = unite_dates([tell_date("2019-09-12"), tell_date("2019-09-14")])
    assert (result.interval_type, str(result.start), str(result.end)) == ("uncertain", "2019-09-12", "2019-09-14")


@pytest.mark.parametrize(
    ("one", "other", "gap"),
    [
        ("2019-09-12", "2019-09-13", 1),
        ("2019-09", "2019-09-13", 0),
        ("2019-09-13", "2019-10", 18),
        ("XXXX-05-02", "XXXX-05-02", 0),
        ("XXXX-05-02", "XXXX-05-03", 365),
        ("XXXX-05-02", "2022-05-02", 0),
        ("XXXX-05-02", "2022-05-03", 365),
        (None, "2019-09-13", None),
        ("XXXX-05-02", "2022-05", None),
        (None, None, None),
    ],
)
def test_the_gap_between_dates(one: str | None, other: str | None, gap: int | None) -> None:
    assert gap_between(tell_date(one), tell_date(other)) == gap
    assert gap_between(tell_date(other), tell_date(one)) == gap


def test_values_by_rank() -> None:
    assert by_rank(["planned", "held"], STATUS_RANK) == "held"
    assert by_rank(["visit", "signing_ceremony", "bilateral_meeting"], TYPE_RANK) == "bilateral_meeting"
    assert by_rank(["visit", "signing_ceremony"], TYPE_RANK) == "signing_ceremony"
    assert by_rank(["in_force", "signed"], AGREEMENT_STATUS_RANK) == "signed"
    assert by_rank(["proposed", "planned"], AGREEMENT_STATUS_RANK) == "planned"


def test_the_most_frequent_value_then_the_first() -> None:
    assert most_frequent(["Osh", "Bishkek", None, "Bishkek"]) == "Bishkek"
    assert most_frequent([None, "Osh", "Bishkek"]) == "Osh"
    assert most_frequent([None, None]) is None
    assert most_frequent([]) is None


def test_the_fullest_value() -> None:
    assert fullest(["Fazli", "Abdolreza Rahmani-Fazli", "Rahmani Fazli"]) == "Abdolreza Rahmani-Fazli"
    assert fullest(["Minister", None, "minister of interior", "Minister of Interior"]) == "minister of interior"
    assert fullest([None, ""]) is None


def test_an_empty_date_has_nothing() -> None:
    assert unite_dates([]) == DateTold(edtf=None)
