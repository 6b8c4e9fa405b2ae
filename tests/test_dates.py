"""Date expressions: what is found, how it is read, and what is left alone."""

from __future__ import annotations

import time
from collections.abc import Mapping
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from security_meetings.annotate.date_words import build_date_words
from security_meetings.annotate.dates import find_dates
from security_meetings.annotate.jalali import gregorian_date, is_jalali_leap_year, jalali_month_length
from security_meetings.documents import DateMention
from security_meetings.vocabularies import load_vocabulary

RULES: list[Mapping[str, Any]] = load_vocabulary().codebook("date_words")["rules"]
FIELDS = ("year", "month", "day", "weekday", "part", "quarter", "unit")


def find(text: str) -> list[DateMention]:
    return find_dates(text, 0, len(text), build_date_words(load_vocabulary()))


def read(mention: DateMention) -> tuple[str, dict[str, Any]]:
    """Return the kind of a mention and the fields that it does not leave open."""
    fields = {name: getattr(mention, name) for name in FIELDS if getattr(mention, name) is not None}
    if mention.amount:
        fields["amount"] = mention.amount
    if mention.direction:
        fields["direction"] = mention.direction
    if mention.first is not None and mention.last is not None:
        fields |= {"first": read(mention.first)[1], "last": read(mention.last)[1]}
    return mention.kind, fields


def test_rule_ids_are_unique() -> None:
    identifiers = [rule["id"] for rule in RULES]
    assert len(set(identifiers)) == len(identifiers)
    assert all(identifier.startswith("dates.") for identifier in identifiers)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule["id"])
def test_each_rule_fires_and_has_a_near_miss(rule: Mapping[str, Any]) -> None:
    text = rule["fires"].replace("[", "").replace("]", "")
    start, end = rule["fires"].index("["), rule["fires"].index("]") - 1
    assert (start, end, rule["id"]) in [(mention.start, mention.end, mention.rule_id) for mention in find(text)]
    assert rule["id"] not in [mention.rule_id for mention in find(rule["misses"])]


DAY = {"year": 2025, "month": 4, "day": 22}
WORDINGS = [
    ("on [Tuesday April 22]", "day", {"month": 4, "day": 22, "weekday": 1}),
    ("on [Tuesday, April 22], he", "day", {"month": 4, "day": 22, "weekday": 1}),
    ("[22 April 2025]", "day", DAY),
    ("[22nd April, 2025]", "day", DAY),
    ("[April 22nd, 2025]", "day", DAY),
    ("[April 22, 2025]. Then", "day", DAY),
    ("[APRIL 22, 2025]", "day", DAY),
    ("[Apr. 22, 2025] (Xinhua)", "day", DAY),
    ("[22-Apr-2025]", "day", DAY),
    ("[Tue, 22 Apr 2025] 10:00:00", "day", DAY | {"weekday": 1}),
    ("[Tues. April 22 2025]", "day", DAY | {"weekday": 1}),
    ("[the 22nd of April 2025]", "day", DAY),
    ("[the 22nd day of April, 2025]", "day", DAY),
    ("[the twenty-second of April, 2025]", "day", DAY),
    ("[2025-04-22]", "day", DAY),
    ("[2025/04/22] at 10", "day", DAY),
    ("[22.04.2025]", "day", DAY),
    ("[22/04/2025], 10:26", "day", DAY),
    ("[04/22/2025]", "day", DAY),
    ("[22.04.25]", "day", DAY),
    ("[1404/02/02]", "day", DAY),
    ("[2 Ordibehesht 1404]", "day", DAY),
    ("on\n[22 April\n2025]", "day", DAY),
    ("on [the 2nd of May] he", "day", {"month": 5, "day": 2}),
    ("([Jan. 22])", "day", {"month": 1, "day": 22}),
    ("BAKU, [Sept. 3] -- The", "day", {"month": 9, "day": 3}),
    (
        "on [12 and 13 September]",
        "interval",
        {"unit": "day", "first": {"month": 9, "day": 12}, "last": {"month": 9, "day": 13}},
    ),
    ("on [June 5–6]", "interval", {"unit": "day", "first": {"month": 6, "day": 5}, "last": {"month": 6, "day": 6}}),
    (
        "from [December 30 to January 2, 2025]",
        "interval",
        {"unit": "day", "first": {"year": 2024, "month": 12, "day": 30}, "last": {"year": 2025, "month": 1, "day": 2}},
    ),
    (
        "[30 June - 2 July 2025]",
        "interval",
        {"unit": "day", "first": {"year": 2025, "month": 6, "day": 30}, "last": {"year": 2025, "month": 7, "day": 2}},
    ),
    ("from [Monday to Wednesday]", "interval", {"unit": "day", "first": {"weekday": 0}, "last": {"weekday": 2}}),
    ("in [May 2023]", "month", {"year": 2023, "month": 5}),
    ("in [May, 2023]", "month", {"year": 2023, "month": 5}),
    ("in [early May 2023]", "month", {"year": 2023, "month": 5, "part": "early"}),
    ("in [late March]", "month", {"month": 3, "part": "late"}),
    ("a [June] meeting", "month", {"month": 6}),
    ("in [March]", "month", {"month": 3}),
    ("[next March]", "month", {"month": 3, "direction": 1}),
    ("[this past May]", "month", {"month": 5, "direction": -1}),
    ("in [October next year]", "month", {"month": 10, "unit": "year", "amount": 1}),
    ("in [mid-2024]", "year", {"year": 2024, "part": "mid"}),
    ("at the [end of 2024]", "year", {"year": 2024, "part": "late"}),
    ("in the [third quarter of 2024]", "year", {"year": 2024, "quarter": 3}),
    (
        "in [the second half of 2024]".replace("[the ", "the ["),
        "interval",
        {"first": {"year": 2024, "quarter": 3}, "last": {"year": 2024, "quarter": 4}},
    ),
    ("Iran’s [2019] agreement", "year", {"year": 2019}),
    ("since [2016]", "year", {"year": 2016}),
    ("the [1973] Helmand treaty", "year", {"year": 1973}),
    ("[earlier in the day] he", "shift", {"unit": "day"}),
    ("on [that day] he", "shift", {"unit": "day"}),
    ("[the same evening] he", "shift", {"unit": "day"}),
    ("[two days earlier] he", "shift", {"unit": "day", "amount": -2}),
    ("[a week later] he", "shift", {"unit": "week", "amount": 1}),
    ("[a fortnight later] he", "shift", {"unit": "week", "amount": 2}),
    ("[the day before], he", "shift", {"unit": "day", "amount": -1}),
    ("here [today] that", "offset", {"unit": "day"}),
    ("[the day after tomorrow] he", "offset", {"unit": "day", "amount": 2}),
    ("later [this year]", "offset", {"unit": "year"}),
    ("in [the current month]", "offset", {"unit": "month"}),
    ("[12 days ago]", "offset", {"unit": "day", "amount": -12}),
    ("by the [end of the year].", "offset", {"unit": "year", "part": "late"}),
    ("late [Thursday] in", "weekday", {"weekday": 3}),
    ("[Monday] morning", "weekday", {"weekday": 0}),
    ("[Thursday]'s accord", "weekday", {"weekday": 3}),
    ("on [Tuesday of last week]", "weekday", {"weekday": 1, "unit": "week", "amount": -1}),
]


@pytest.mark.parametrize(("marked", "kind", "fields"), WORDINGS, ids=[wording[0] for wording in WORDINGS])
def test_wordings(marked: str, kind: str, fields: dict[str, Any]) -> None:
    text = marked.replace("[", "").replace("]", "")
    assert [(mention.start, mention.end) for mention in find(text)] == [(marked.index("["), marked.index("]") - 1)]
    assert [read(mention) for mention in find(text)] == [(kind, fields)]


TRAPS = [
    "They may 2 hours later march again.",
    "It may be asked whether they march.",
    "The March on Rome was no march.",
    "Received by April Haines and June Carter.",
    "He sat in the sun, wed in haste. Sat down; Sun rose.",
    "the 2030 Agenda for Sustainable Development",
    "the 2025-2027 programme, a plan for 2026-27",
    "a protocol on cooperation for 2019",
    "at 22:15 and 0647 GMT",
    "Tel. +998-71-2025-11-22, fax 22-11-20251",
    "9417**2050",
    "Journalist ID: 2374",
    "News Code: 83473451",
    "1 + 1 =",
    "aged 22, he died at 45",
    "Article 7, paragraph 31",
    "the 12-day war",
    "15 MoUs",
    "the exercise Sahand-2025",
    "17,000 Iranians and 2,019 others",
    "in 2000 people came",
    "on 31 June and 2025-13-45",
    "Russia Today wrote of the needs of today",
    "the Friday prayer leader on Black Friday",
    "a few days earlier, some years ago",
    "within three months, for two weeks",
    "on Mondays and Fridays",
    "paragraph 1.2.20199",
    "$2025 and No. #2019",
    "version 3.2.2025.1",
    "10.12.14.16",
    "in 2019% of cases",
]


@pytest.mark.parametrize("text", TRAPS)
def test_what_is_no_date(text: str) -> None:
    assert [(mention.rule_id, text[mention.start : mention.end]) for mention in find(text)] == []


def test_days_that_do_not_follow_each_other_are_two_mentions() -> None:
    assert [read(mention) for mention in find("on Monday and Thursday")] == [
        ("weekday", {"weekday": 0}),
        ("weekday", {"weekday": 3}),
    ]


def test_a_day_that_there_is_not_leaves_its_month() -> None:
    assert [read(mention) for mention in find("on 31 June 2025")] == [("month", {"year": 2025, "month": 6})]


def test_only_the_span_is_read() -> None:
    text = "in May 2023 and on 22 April 2025"
    words = build_date_words(load_vocabulary())
    assert find_dates(text, 3, 6, words) == []
    assert [text[mention.start : mention.end] for mention in find_dates(text, 0, 6, words)] == ["May"]
    assert [text[mention.start : mention.end] for mention in find_dates(text, 12, len(text), words)] == [
        "22 April 2025"
    ]


MANNERS = (
    "{day} {month} {year}",
    "{month} {day}, {year}",
    "{weekday}, {day} {month} {year}",
    "{weekday} {month} {day}, {year}",
    "{day} {short} {year}",
    "{short} {day}, {year}",
    "{iso}",
    "{day}.{number}.{year}",
)


@settings(max_examples=200, deadline=None)
@given(
    st.dates(date(1950, 1, 1), date(2060, 1, 1)), st.sampled_from(MANNERS), st.sampled_from(["(", "on ", "\n", "– "])
)
def test_every_day_is_read_in_every_manner(day: date, manner: str, before: str) -> None:
    words = manner.format(
        day=day.day,
        month=f"{day:%B}",
        short=f"{day:%b}",
        number=day.month,
        year=day.year,
        weekday=f"{day:%A}",
        iso=day.isoformat(),
    )
    text = f"{before}{words}, they met"
    found = find(text)
    assert [(text[mention.start : mention.end]) for mention in found] == [words]
    assert (found[0].year, found[0].month, found[0].day) == (day.year, day.month, day.day)


PIECES = st.one_of(
    st.sampled_from(["May", "22", "April", "2025", "31", "Mehr", "1404", "Monday", "Q1", "last", "year", "day", "one"]),
    st.sampled_from(["the", "of", "and", "to", "later", "mid", "early", "in", "first", "quarter", "end"]),
    st.sampled_from([" ", "-", "/", ".", ",", "(", ")", "\n", "’s"]),
    st.just(" "),
)


@settings(max_examples=400, deadline=None)
@given(st.lists(PIECES, max_size=25).map("".join))
def test_mentions_are_in_order_within_the_text_and_apart(text: str) -> None:
    found = find(text)
    assert all(0 <= mention.start < mention.end <= len(text) for mention in found)
    assert all(first.end <= second.start for first, second in pairwise(found))
    assert all(not text[mention.start].isspace() and not text[mention.end - 1].isspace() for mention in found)
    assert all(mention.rule_id in {rule["id"] for rule in RULES} for mention in found)


@pytest.mark.parametrize("piece", ["May ", "22 ", "the same ", "2025-", "Monday and ", "   ", "early-", "a day ", "1,"])
def test_time_grows_with_the_text_alone(piece: str) -> None:
    words = build_date_words(load_vocabulary())

    def seconds(copies: int) -> float:
        text = piece * copies
        begin = time.perf_counter()
        find_dates(text, 0, len(text), words)
        return time.perf_counter() - begin

    seconds(100)
    assert seconds(8000) < 40 * max(seconds(1000), 0.002)


# --- the Iranian calendar ---


@pytest.mark.parametrize(
    ("jalali", "day"),
    [
        ((1357, 11, 22), "1979-02-11"),
        ((1403, 1, 1), "2024-03-20"),
        ((1403, 12, 30), "2025-03-20"),
        ((1404, 6, 31), "2025-09-22"),
        ((1404, 7, 1), "2025-09-23"),
    ],
)
def test_jalali_days(jalali: tuple[int, int, int], day: str) -> None:
    assert gregorian_date(*jalali) == date.fromisoformat(day)


@pytest.mark.parametrize("jalali", [(1404, 12, 30), (1404, 7, 31), (1404, 13, 1), (1700, 1, 1), (1404, 1, 0)])
def test_no_such_jalali_day(jalali: tuple[int, int, int]) -> None:
    with pytest.raises(ValueError, match="no Jalali day"):
        gregorian_date(*jalali)


def test_jalali_years_join() -> None:
    for year in range(1300, 1500):
        last = gregorian_date(year, 12, jalali_month_length(year, 12))
        assert last + timedelta(days=1) == gregorian_date(year + 1, 1, 1)
        assert (gregorian_date(year + 1, 1, 1) - gregorian_date(year, 1, 1)).days == 365 + is_jalali_leap_year(year)


@pytest.mark.parametrize("text", ["sıx months ago", "on the fıfth of May 2019", "fİve days ago", "TWENTY-FİRST of May"])
def test_the_dotless_i_of_turkish_is_no_letter_of_a_number(text: str) -> None:
    """A pattern that minds no case takes it for an i; the lists of numbers do not know it."""
    assert all(mention.kind == "month" for mention in find(text))
