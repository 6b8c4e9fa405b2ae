"""The date solver: what expressions tell of one event, by the coding rules."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

import pytest
from edtf import parse_edtf
from hypothesis import given, settings
from hypothesis import strategies as st

from security_meetings.annotate.date_words import build_date_words
from security_meetings.annotate.dates import find_dates
from security_meetings.documents import DateMention
from security_meetings.edtf_bounds import edtf_bounds, is_valid_edtf
from security_meetings.extract.date_solver import bound_by_tenures, solve_date
from security_meetings.extract.date_spans import BASES, Days
from security_meetings.records import DateTold, Status
from security_meetings.vocabularies import load_vocabulary

STATUSES: tuple[Status, ...] = ("held", "planned", "cancelled")


def days(first: str, last: str | None = None) -> Days:
    return date.fromisoformat(first), date.fromisoformat(last or first)


def mentions(*texts: str) -> list[DateMention]:
    """Read each text with the grammar of the project, one after the other."""
    words = build_date_words(load_vocabulary())
    found: list[DateMention] = []
    for text in texts:
        found += find_dates(text, 0, len(text), words)
    assert found
    return found


def told(*texts: str, published: str | Days | None = None, status: Status = "held", **more: object) -> DateTold:
    interval = days(published) if isinstance(published, str) else published
    return solve_date(mentions(*texts), published=interval, status=status, **more)  # type: ignore[arg-type]


HELD = [
    # text, published, edtf, basis
    ("on Monday", "2025-01-21", "2025-01-20", "weekday"),
    ("on Tuesday", "2025-01-21", "2025-01-21", "weekday"),
    ("late Thursday", "2019-09-13", "2019-09-12", "weekday"),
    ("last Monday", "2025-01-20", "2025-01-13", "weekday"),
    ("on Thursday last week", "2025-01-22", "2025-01-16", "weekday"),
    ("yesterday", "2025-01-01", "2024-12-31", "relative"),
    ("today", "2025-01-01", "2025-01-01", "relative"),
    ("the day before yesterday", "2025-01-01", "2024-12-30", "relative"),
    ("met this week", "2023-05-17", "2023-05-15/2023-05-17", "relative"),
    ("met last week", "2023-05-17", "2023-05-08/2023-05-14", "relative"),
    ("two weeks ago", "2023-05-17", "2023-05-01/2023-05-07", "relative"),
    ("met last month", "2025-01-17", "2024-12", "relative"),
    ("a month ago", "2025-01-17", "2024-12", "relative"),
    ("met last year", "2025-01-17", "2024", "relative"),
    ("three years ago", "2019-09-13", "2016", "relative"),
    ("a decade ago", "2019-09-13", "2009", "relative"),
    ("ten days ago", "2025-01-05", "2024-12-26", "relative"),
    ("late last year", "2025-01-17", "2024-09/2024-12", "relative"),
    ("early last month", "2025-01-17", "2024-12-01/2024-12-10", "relative"),
    ("at beginning of this month", "2025-09-22", "2025-09", "relative"),
    ("in early 2025", None, "2025-01/2025-04", "stated"),
    ("in mid-2025", None, "2025-05/2025-08", "stated"),
    ("in late 2025", None, "2025-09/2025-12", "stated"),
    ("at the end of 2025", None, "2025-09/2025-12", "stated"),
    ("in early May 2025", None, "2025-05-01/2025-05-10", "stated"),
    ("in mid-June 2025", None, "2025-06-11/2025-06-20", "stated"),
    ("in late February 2024", None, "2024-02-21/2024-02-29", "stated"),
    ("at the end of August", "2025-09-01", "2025-08", "inferred"),
    ("in the second half of 2024", None, "2024-07/2024-12", "stated"),
    ("in the first quarter of 2024", None, "2024-01/2024-03", "stated"),
    ("in the spring of 2021", None, "2021-03/2021-05", "stated"),
    ("in 2014", None, "2014", "stated"),
    ("in May", "2019-09-13", "2019-05", "inferred"),
    ("in October", "2019-09-13", "2018-10", "inferred"),
    ("since last January", "2025-01-21", "2024-01", "inferred"),
    ("September of last year", "2025-08-12", "2024-09", "relative"),
    ("on 30 April this year", "2025-10-30", "2025-04-30", "relative"),
    ("on Jan. 16", "2019-01-17", "2019-01-16", "inferred"),
    ("on December 30", "2019-01-17", "2018-12-30", "inferred"),
    ("on Tuesday, 22 April", "2026-02-01", "2025-04-22", "inferred"),
    ("on February 29", "2023-01-17", "2020-02-29", "inferred"),
    ("31 Shahrivar 1404", None, "2025-09-22", "stated"),
    ("on 05.06.2015", None, "2015-06-05", "stated"),
    ("in May", None, None, None),
    ("on Monday", None, None, None),
    ("yesterday", None, None, None),
    ("the next day", "2025-01-17", None, None),
    ("on 22 April", None, "XXXX-04-22", "stated"),
    ("on Wednesday, 31 December", "2025-02-01", "XXXX-12-31", "stated"),
]


@pytest.mark.parametrize(("text", "published", "edtf", "basis"), HELD)
def test_what_is_told_of_a_held_meeting(text: str, published: str | None, edtf: str | None, basis: str | None) -> None:
    result = told(text, published=published)
    assert (result.edtf, result.basis, result.has_conflict) == (edtf, basis, False)


PLANNED = [
    ("on Monday", "2025-01-21", "2025-01-27"),
    ("on Tuesday", "2025-01-21", "2025-01-21"),
    ("next Tuesday", "2025-01-21", "2025-01-28"),
    ("tomorrow", "2025-01-31", "2025-02-01"),
    ("this week", "2023-05-17", "2023-05-15/2023-05-21"),
    ("next week", "2023-05-17", "2023-05-22/2023-05-28"),
    ("later this month", "2023-10-04", "2023-10"),
    ("next month", "2025-12-04", "2026-01"),
    ("the first quarter of next year", "2025-10-30", "2026-01/2026-03"),
    ("in September", "2022-03-09", "2022-09"),
    ("in January", "2025-09-22", "2026-01"),
    ("on January 5", "2025-12-22", "2026-01-05"),
    ("two weeks from now", "2023-05-17", "2023-05-29/2023-06-04"),
    ("November of this year", "2019-09-13", "2019-11"),
    ("from Thursday to Saturday", "2025-01-21", "2025-01-23/2025-01-25"),
]


@pytest.mark.parametrize(("text", "published", "edtf"), PLANNED)
def test_what_is_told_of_a_planned_meeting(text: str, published: str, edtf: str) -> None:
    assert told(text, published=published, status="planned").edtf == edtf


def test_an_attribution_gives_the_day_from_which_weekdays_are_read() -> None:
    week = days("2015-06-07", "2015-06-13")
    latest = told("reported on Sunday", published=week)
    assert latest.edtf == "2015-06-07"
    result = told("on Friday and Saturday", published=week, latest=days("2015-06-07"))
    assert result == DateTold(
        edtf="2015-06-05/2015-06-06",
        start=date(2015, 6, 5),
        end=date(2015, 6, 6),
        interval_type="duration",
        basis="weekday",
    )


def test_an_attribution_stands_in_for_the_publication() -> None:
    assert told("on Friday", latest=days("2015-06-07")).edtf == "2015-06-05"
    assert told("this week", latest=days("2015-06-06")).edtf == "2015-06-01/2015-06-06"


def test_an_attribution_after_the_publication_is_left_aside() -> None:
    assert told("on Friday", published="2015-06-07", latest=days("2015-06-09")).edtf == "2015-06-05"


def test_a_publication_known_to_the_week() -> None:
    week = days("2022-05-16", "2022-05-22")
    assert told("on Monday", published=week).edtf == "2022-05-16"
    assert told("May 2", published=week).edtf == "2022-05-02"
    assert told("last month", published=week).edtf == "2022-04"
    thursday = told("on Thursday", published=week)
    assert (thursday.edtf, thursday.interval_type) == ("2022-05-12/2022-05-19", "uncertain")


def test_days_that_contradict_each_other_give_the_interval_between_them() -> None:
    result = told("on Thursday", "on Friday", published=days("2019-09-13", "2019-09-15"))
    assert result == DateTold(
        edtf="2019-09-12/2019-09-13",
        start=date(2019, 9, 12),
        end=date(2019, 9, 13),
        interval_type="uncertain",
        basis="weekday",
        has_conflict=True,
    )


def test_months_that_contradict_each_other_stay_months() -> None:
    result = told("in May 2019", "in July 2019")
    assert (result.edtf, result.has_conflict, result.interval_type) == ("2019-05/2019-07", True, "uncertain")


def test_a_named_year_where_the_weekday_fits_it() -> None:
    result = told("On Tuesday April 22", years_named=[2025])
    assert (result.edtf, result.basis) == ("2025-04-22", "inferred")
    assert told("On Tuesday April 22", years_named=[2024]).edtf == "2025-04-22"
    assert told("On Tuesday April 22", years_named=[2019, 2025]).edtf == "2025-04-22"
    assert told("On Tuesday April 22", years_named=[2023]).edtf == "XXXX-04-22"
    assert told("On April 22", years_named=[2024]).edtf == "XXXX-04-22"
    assert told("On April 22", years_named=[2025]).edtf == "XXXX-04-22"


def test_a_year_told_elsewhere_of_the_same_event() -> None:
    assert told("on 22 April", "in 2014", published="2025-05-01").edtf == "2014-04-22"
    assert told("on 22 April", "in 2014").edtf == "2014-04-22"


def test_a_weekday_and_a_day_that_agree() -> None:
    result = told("Tuesday", "on April 22", published="2025-04-23")
    assert (result.edtf, result.basis, result.has_conflict) == ("2025-04-22", "weekday", False)


def test_a_coarse_date_is_absorbed_by_a_finer_one() -> None:
    result = told("in 2025", "on 22 April 2025", "in April 2025")
    assert (result.edtf, result.interval_type, result.basis) == ("2025-04-22", None, "stated")


def test_two_coarse_dates_share_some_days() -> None:
    shared = told("this week", "in May 2023", published="2023-05-03")
    assert (shared.edtf, shared.basis) == ("2023-05-01/2023-05-03", "relative")


def test_a_day_within_an_event_of_several_days() -> None:
    result = told("5-6 June 2015", "on Saturday", published="2015-06-07")
    assert (result.edtf, result.interval_type) == ("2015-06-05/2015-06-06", "duration")


@pytest.mark.parametrize(
    ("text", "reference", "edtf"),
    [
        ("ten days later", "2024-01-19", "2024-01-29"),
        ("one day earlier", "2025-10-18", "2025-10-17"),
        ("on the same day", "2025-10-18", "2025-10-18"),
        ("the following day", "2025-12-31", "2026-01-01"),
        ("September of the same year", "2023-03-19", "2023-09"),
        ("the following year", "2023-03-19", "2024"),
        ("a week later", "2023-05-17", "2023-05-22/2023-05-28"),
    ],
)
def test_a_shift_from_another_event(text: str, reference: str, edtf: str) -> None:
    assert told(text, published="2025-12-01", reference=days(reference)).edtf == edtf
    assert told(text, published="2025-12-01").edtf is None


def test_durations() -> None:
    assert told("from June 30 to July 2", published="2025-07-03").edtf == "2025-06-30/2025-07-02"
    assert told("30 December to 2 January", published="2025-01-03").edtf == "2024-12-30/2025-01-02"
    assert told("5-6 June").edtf == "XXXX-06-05/XXXX-06-06"
    since = told("since yesterday", published="2025-10-19")
    assert (since.edtf, since.interval_type) == ("2025-10-18/2025-10-19", "duration")


def test_a_weekend_is_one_of_two_days() -> None:
    result = told("over the weekend", published="2025-01-21")
    assert (result.edtf, result.interval_type) == ("2025-01-18/2025-01-19", "uncertain")


def test_nothing_told() -> None:
    assert solve_date([], published=days("2025-01-01"), status="held") == DateTold(edtf=None)


def test_tenures_bound_a_day_of_an_unknown_year() -> None:
    tenures = [(date(2021, 8, 3), date(2024, 5, 19)), (date(1994, 11, 16), None)]
    result = bound_by_tenures(DateTold(edtf="XXXX-05-02", basis="stated"), tenures)
    assert (result.edtf, result.start, result.end) == ("XXXX-05-02", date(2022, 5, 2), date(2024, 5, 2))


def test_tenures_bound_a_month_and_an_open_end() -> None:
    month = bound_by_tenures(DateTold(edtf="XXXX-05"), [(date(2021, 8, 3), date(2024, 5, 19))])
    assert (month.start, month.end) == (date(2022, 5, 1), date(2024, 5, 19))
    still = bound_by_tenures(DateTold(edtf="XXXX-02-29"), [(date(2021, 8, 3), None)])
    assert (still.start, still.end) == (date(2024, 2, 29), None)


def test_tenures_narrow_an_interval_and_leave_what_they_do_not_fit() -> None:
    year = DateTold(edtf="2024", start=date(2024, 1, 1), end=date(2024, 12, 31))
    narrow = bound_by_tenures(year, [(None, date(2024, 5, 19))])
    assert (narrow.edtf, narrow.start, narrow.end) == ("2024", date(2024, 1, 1), date(2024, 5, 19))
    assert bound_by_tenures(year, [(date(2030, 1, 1), None)]) == year
    assert bound_by_tenures(year, [(date(2024, 2, 1), None), (None, date(2023, 1, 1))]) == year
    assert bound_by_tenures(DateTold(edtf=None), [(date(2024, 2, 1), None)]) == DateTold(edtf=None)
    assert bound_by_tenures(DateTold(edtf="XXXX-05-02"), [(None, None)]) == DateTold(edtf="XXXX-05-02")


# --- what must hold of whatever is told ---


def _mention(kind: str, **fields: object) -> DateMention:
    return DateMention(start=0, end=1, rule_id="dates.invented", kind=kind, **fields)  # type: ignore[arg-type]


PARTS = st.sampled_from(["early", "mid", "late", None])
YEARS = st.one_of(st.none(), st.integers(1990, 2035))
SIMPLE = st.one_of(
    st.builds(
        lambda year, month, day, weekday: _mention("day", year=year, month=month, day=day, weekday=weekday),
        YEARS,
        st.integers(1, 12),
        st.integers(1, 28),
        st.one_of(st.none(), st.integers(0, 6)),
    ),
    st.builds(
        lambda year, month, part: _mention("month", year=year, month=month, part=part), YEARS, st.integers(1, 12), PARTS
    ),
    st.builds(lambda year, part: _mention("year", year=year, part=part), st.integers(1990, 2035), PARTS),
    st.builds(lambda day, way: _mention("weekday", weekday=day, direction=way), st.integers(0, 6), st.integers(-1, 1)),
    st.builds(
        lambda kind, amount, unit: _mention(kind, amount=amount, unit=unit),
        st.sampled_from(["offset", "shift"]),
        st.integers(-12, 12),
        st.sampled_from(["day", "week", "month", "year"]),
    ),
)
EXPRESSIONS = st.one_of(
    SIMPLE,
    st.builds(
        lambda first, last, unit: _mention("interval", first=first, last=last, unit=unit),
        SIMPLE,
        SIMPLE,
        st.sampled_from(["day", None]),
    ),
)
DAY = st.dates(date(2000, 1, 1), date(2030, 12, 31))
PUBLISHED = st.one_of(st.none(), st.builds(lambda day, more: (day, day + timedelta(days=more)), DAY, st.integers(0, 8)))


def allows(mention: DateMention, day: date) -> bool:
    """Return whether a day fits the fields that a mention of a day, month, year or weekday tells outright."""
    checks = {"year": day.year, "month": day.month, "day": day.day, "weekday": day.weekday()}
    if mention.year is not None:
        # A weekday that contradicts a full date is a misprint.
        checks.pop("weekday")
    return all(getattr(mention, name) in (None, value) for name, value in checks.items())


@settings(max_examples=300, deadline=None)
@given(st.lists(EXPRESSIONS, max_size=3), PUBLISHED, st.sampled_from(STATUSES), PUBLISHED, PUBLISHED, st.randoms())
def test_bounds_fit_the_edtf_and_order_is_irrelevant(
    told_here: list[DateMention],
    published: Days | None,
    status: Status,
    reference: Days | None,
    latest: Days | None,
    random: object,
) -> None:
    placed = [
        DateMention(**{**{name: getattr(item, name) for name in item.__slots__}, "start": place, "end": place + 1})
        for place, item in enumerate(told_here)
    ]
    shuffled = list(placed)
    random.shuffle(shuffled)  # type: ignore[attr-defined]

    def solve(items: Sequence[DateMention]) -> DateTold:
        return solve_date(items, published=published, status=status, reference=reference, latest=latest)

    result = solve(placed)
    assert solve(shuffled) == result
    if result.edtf is None:
        assert result == DateTold(edtf=None)
        return
    assert is_valid_edtf(result.edtf)
    assert edtf_bounds(result.edtf) == (result.start, result.end)
    assert result.basis in BASES[:4]
    assert (result.interval_type is None) == (result.start == result.end)


@settings(max_examples=300, deadline=None)
@given(SIMPLE, PUBLISHED, st.sampled_from(STATUSES))
def test_no_day_outside_what_one_expression_allows(
    mention: DateMention, published: Days | None, status: Status
) -> None:
    result = solve_date([mention], published=published, status=status)
    if result.start is None or result.end is None:
        return
    if published is None or published[0] == published[1]:
        assert allows(mention, result.start) and allows(mention, result.end)
    if status == "held" and mention.kind == "weekday" and mention.direction <= 0 and published is not None:
        assert result.end <= published[1]


@settings(max_examples=200, deadline=None)
@given(st.integers(0, 6), DAY)
def test_a_weekday_is_within_a_week_of_the_publication(weekday: int, published: date) -> None:
    mention = _mention("weekday", weekday=weekday)
    held = solve_date([mention], published=(published, published), status="held").start
    planned = solve_date([mention], published=(published, published), status="planned").start
    assert held is not None and planned is not None
    assert 0 <= (published - held).days <= 6 and 0 <= (planned - published).days <= 6
    assert held.weekday() == planned.weekday() == weekday


# --- EDTF ---


@pytest.mark.parametrize(
    ("edtf", "start", "end"),
    [
        ("2019-09-13", "2019-09-13", "2019-09-13"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2014", "2014-01-01", "2014-12-31"),
        ("2019-09-12/2019-09-13", "2019-09-12", "2019-09-13"),
        ("2025-01/2025-04", "2025-01-01", "2025-04-30"),
        ("2015-06/..", "2015-06-01", None),
        ("2015-06/", "2015-06-01", None),
        ("../2015-06", None, "2015-06-30"),
        ("XXXX-05-02", None, None),
        ("XXXX-02-29", None, None),
        ("XXXX-05", None, None),
        ("XXXX-06-05/XXXX-06-06", None, None),
        ("2014?", "2014-01-01", "2014-12-31"),
        ("2014-05~", "2014-05-01", "2014-05-31"),
        ("2014-05-03%", "2014-05-03", "2014-05-03"),
        ("2025-21", "2025-03-01", "2025-05-31"),
        ("2025-24", "2025-12-01", "2026-02-28"),
        ("2015-06-XX", "2015-06-01", "2015-06-30"),
        ("2015-XX", "2015-01-01", "2015-12-31"),
    ],
)
def test_bounds(edtf: str, start: str | None, end: str | None) -> None:
    bounds = edtf_bounds(edtf)
    assert [day and day.isoformat() for day in bounds] == [start, end]
    assert is_valid_edtf(edtf)


@pytest.mark.parametrize(
    "edtf",
    [
        "",
        "2019-13",
        "2019-02-29",
        "2019-9-1",
        "19",
        "0000",
        "XXXX",
        "XXXX-13",
        "XXXX-02-30",
        "2015-XX-04",
        "2019-09-13/2019-09-12",
        "../..",
        "/",
        "2014/2015/2016",
        "2019-09-13T10:00",
        "May 2019",
        "２０１９",
        "9999-24",
        "2019-25",
    ],
)
def test_what_is_no_edtf(edtf: str) -> None:
    assert not is_valid_edtf(edtf)
    with pytest.raises(ValueError, match=r"[:]"):
        edtf_bounds(edtf)


@settings(max_examples=100, deadline=None)
@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.integers(0, 900), st.sampled_from([4, 7, 10]))
def test_bounds_agree_with_the_edtf_library(first: date, more: int, length: int) -> None:
    edtf = f"{first.isoformat()[:length]}/{(first + timedelta(days=more)).isoformat()[:length]}"
    interval = parse_edtf(edtf)
    start, end = edtf_bounds(edtf)
    assert start is not None and end is not None
    assert tuple(interval.lower_strict())[:3] == start.timetuple()[:3]
    assert tuple(interval.upper_strict())[:3] == end.timetuple()[:3]
