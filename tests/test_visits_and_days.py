"""Where and when by a visit under way, by who received the same guest, and by days numbered in brackets; and near misses."""

from __future__ import annotations

import pytest

from test_where_and_when import DAY, HORAK, PETKOV, Told, last_told

CASES: tuple[tuple[str, str | None, Told], ...] = (
    # days numbered in brackets
    (f"{HORAK} met {PETKOV} in Sofia today (15).", DAY, ("2024-05-15", "Sofia", "BGR", "BGR")),
    (f"{HORAK} met {PETKOV} in Sofia yesterday (14).", DAY, ("2024-05-14", "Sofia", "BGR", "BGR")),
    (f"{HORAK} met {PETKOV} in Sofia yesterday (31).", "2024-06-02", ("2024-05-31", "Sofia", "BGR", "BGR")),
    (f"{HORAK} met {PETKOV} in Sofia today (14 May).", DAY, ("2024-05-14", "Sofia", "BGR", "BGR")),
    (f"{HORAK} met {PETKOV} in Sofia yesterday (Tuesday, May 14).", DAY, ("2024-05-14", "Sofia", "BGR", "BGR")),
    (f"{HORAK} met {PETKOV} in Sofia on Wednesday (15).", DAY, ("2024-05-15", "Sofia", "BGR", "BGR")),
    (f"{HORAK} met {PETKOV} in Sofia today (15).", None, (None, "Sofia", "BGR", "BGR")),
    # the weekday chooses among the years next to one that is named
    (
        f"The treaty of 2023 is in force. {HORAK} met {PETKOV} in Sofia on Tuesday 14 May.",
        None,
        ("2024-05-14", "Sofia", "BGR", "BGR"),
    ),
    (
        f"The treaty of 2021 is in force. {HORAK} met {PETKOV} in Sofia on Tuesday 14 May.",
        None,
        ("XXXX-05-14", "Sofia", "BGR", "BGR"),
    ),
    # planned within a visit under way
    (
        f"{HORAK} is on an official visit to Bulgaria from 15 to 18 May 2024. He will hold talks with {PETKOV}.",
        DAY,
        ("2024-05-15/2024-05-18", None, "BGR", "BGR"),
    ),
    (
        f"{HORAK} arrived in Sofia on Wednesday. He is to meet {PETKOV} on Friday. The visit to Bulgaria lasts three days.",
        DAY,
        ("2024-05-17", "Sofia", "BGR", "BGR"),
    ),
    # the same guest, another official of the state that received him
    (
        f"{PETKOV} received {HORAK} on Tuesday. Bulgarian Interior Minister Rumen Kolev also met Horak.",
        DAY,
        (None, None, "BGR", "BGR"),
    ),
    (
        f"{PETKOV} received {HORAK} on Tuesday. Horak also met Croatian Foreign Minister Ante Babic.",
        DAY,
        (None, None, None, None),
    ),
    # two cities are none
    (
        f"{HORAK} held talks with {PETKOV} in Sofia and Varna on Tuesday.",
        DAY,
        ("2024-05-14", None, "BGR", "BGR"),
    ),
)


@pytest.mark.parametrize(("text", "published", "told"), CASES, ids=[text[-60:] for text, _, _ in CASES])
def test_visits_and_days(text: str, published: str | None, told: Told) -> None:
    assert last_told(text, published) == told
