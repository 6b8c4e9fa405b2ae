"""Sentences in the manner of official readouts: which meetings they tell, and near misses that tell none."""

from __future__ import annotations

import pytest

from coder_cases import code_meetings

PUBLISHED = "2024-11-22"

# text, then type, status, date, city, country and the participants as (name, state or body)
TOLD = [
    (
        "Deputy Secretary of State Ann Lowe met with Omani Foreign Minister Badr al-Amri yesterday in Muscat.",
        ("bilateral_meeting", "held", "2024-11-21", "Muscat", "OMN"),
        {("Ann Lowe", "USA"), ("Badr al-Amri", "OMN")},
    ),
    (
        "On November 12, commencing at 10:15 a.m. for approximately 40 minutes, Mr. TANAKA Ken, Minister for Foreign"
        " Affairs of Japan, held a meeting with H.E. Mr. Le Van Minh, Minister of Foreign Affairs of the Socialist"
        " Republic of Viet Nam, who is visiting Japan.",
        ("bilateral_meeting", "held", "2024-11-12", None, "JPN"),
        {("Tanaka Ken", "JPN"), ("Le Van Minh", "VNM")},
    ),
    (
        "Prime Minister Arun Rao had a telephone conversation today with Pedro Alves, President of Brazil.",
        ("phone_call", "held", "2024-11-22", None, None),
        {("Arun Rao", None), ("Pedro Alves", "BRA")},
    ),
    (
        "The Sultan of Oman received a telephone call from the President of Turkey, Kemal Yildiz, on Monday.",
        ("phone_call", "held", "2024-11-18", None, None),
        {(None, "OMN"), ("Kemal Yildiz", "TUR")},
    ),
    (
        "Interior Minister Klaus Weber welcomed his French counterpart Anne Dubois to Berlin on Thursday for talks.",
        ("bilateral_meeting", "held", "2024-11-21", "Berlin", "DEU"),
        {("Klaus Weber", "DEU"), ("Anne Dubois", "FRA")},
    ),
    (
        "The Commander of the Nigerian Army, Lt. Gen. Musa Bello, paid a courtesy visit to the Chief of Defence Staff"
        " of Ghana, Vice Admiral Kofi Asante, in Accra on Wednesday.",
        ("bilateral_meeting", "held", "2024-11-20", "Accra", "GHA"),
        {("Musa Bello", "NGA"), ("Kofi Asante", "GHA")},
    ),
    (
        "Defence ministers of the East African Community held a session in Kampala on 7 and 8 July 2021.",
        ("multilateral_meeting", "held", "2021-07-07/2021-07-08", "Kampala", "UGA"),
        set(),
    ),
    (
        "The planned visit of Greek Foreign Minister Nikos Pappas to Tirana on 10 December was called off.",
        ("visit", "cancelled", "2024-12-10", "Tirana", "ALB"),
        {("Nikos Pappas", "GRC")},
    ),
    (
        "Polish President Adam Nowak will travel to Vilnius on February 20 to meet with Lithuanian President Jonas Petrauskas.",
        ("bilateral_meeting", "planned", "2025-02-20", "Vilnius", "LTU"),
        {("Adam Nowak", "POL"), ("Jonas Petrauskas", "LTU")},
    ),
    (
        "The foreign ministers of Norway and Iceland meet in Bergen on 12 December.",
        ("bilateral_meeting", "planned", "2024-12-12", "Bergen", "NOR"),
        {(None, "NOR"), (None, "ISL")},
    ),
]

NOT_TOLD = [
    "Bolivian President Ramon Quispe ruled out talks with Chilean President Andrea Salinas.",
    "Bulgarian Interior Minister Stefan Iliev received a letter from Greek Interior Minister Nikos Pappas.",
    "Finnish President Antti Laine regularly meets Swedish Prime Minister Maria Berg.",
    "Kenyan Interior Minister Wanjiru Otieno said that she hoped to meet her Ugandan counterpart Moses Kato.",
    "That is for Peruvian President Luis Paredes and Chilean President Andrea Salinas to talk about.",
]


@pytest.mark.parametrize(
    ("text", "facts", "participants"), TOLD, ids=lambda value: value[:40] if isinstance(value, str) else ""
)
def test_a_readout_tells_its_meeting(
    text: str, facts: tuple[str | None, ...], participants: set[tuple[str | None, str | None]]
) -> None:
    (told,) = code_meetings(text, published=PUBLISHED)
    assert (told.meeting_type, told.status, told.date.edtf, told.city, told.country_code) == facts
    assert {(p.name, p.country_code or p.organization_id) for p in told.participants} == participants


@pytest.mark.parametrize("text", NOT_TOLD, ids=lambda value: value[:40])
def test_a_near_miss_tells_none(text: str) -> None:
    assert code_meetings(text, published=PUBLISHED) == []
