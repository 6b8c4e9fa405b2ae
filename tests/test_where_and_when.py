"""Where and when: places by guests, stays, headlines, datelines and relative clauses; days of several; and near misses."""

from __future__ import annotations

import pytest

from coder_cases import code_meetings

# Date, city, country and host of the last meeting of a text, published on a Thursday.
Told = tuple[str | None, str | None, str | None, str | None]
DAY = "2024-05-16"
HORAK = "Foreign Minister Pavel Horak of Czechia"
PETKOV = "Foreign Minister Ivan Petkov of Bulgaria"

PLACES: tuple[tuple[str, Told], ...] = (
    # guests
    (
        f"{HORAK} met with visiting Iraqi Interior Minister Karim Jassem on Tuesday.",
        ("2024-05-14", None, "CZE", "CZE"),
    ),
    (
        f"{HORAK} met on Tuesday with Iraqi Interior Minister Karim Jassem, who is on an official visit to the country.",
        ("2024-05-14", None, "CZE", "CZE"),
    ),
    (
        f"{HORAK} met today with Special Envoy of the UN Secretary-General Erik Lund, who is currently visiting the country.",
        ("2024-05-16", None, "CZE", "CZE"),
    ),
    (
        "The meeting between Ukrainian Defence Minister Taras Bondar and his Lithuanian guest Jonas Petrauskas was on Tuesday.",
        ("2024-05-14", None, "UKR", "UKR"),
    ),
    (f"{HORAK} met {PETKOV} on Tuesday after visiting the wounded in a hospital.", ("2024-05-14", None, None, None)),
    (f"{HORAK} met on Tuesday with {PETKOV}, who is visiting several countries.", ("2024-05-14", None, None, None)),
    # stays
    (
        "Omani Minister of Interior Said Al Harthy received Minister of Interior of Kuwait Fahd Al Azmi on Tuesday. The "
        "Kuwaiti minister is in Muscat for the graduation of officers.",
        ("2024-05-14", "Muscat", "OMN", "OMN"),
    ),
    (
        f"{HORAK} held talks with {PETKOV} on Tuesday. The visit to Sofia was the first of a Czech minister.",
        ("2024-05-14", "Sofia", "BGR", "BGR"),
    ),
    (
        f"{HORAK} held talks with {PETKOV} on Tuesday. Next month he will see the fair in Sofia.",
        ("2024-05-14", None, None, None),
    ),
    (
        "Omani Minister of Interior Said Al Harthy received Minister of Interior of Kuwait Fahd Al Azmi on Tuesday. He "
        "praised the museums of Muscat and Salalah.",
        ("2024-05-14", None, "OMN", "OMN"),
    ),
    # headlines
    (
        "Readout of Deputy Secretary Mark Ellery's Meetings in Tbilisi\n\nDeputy Secretary of State Mark Ellery met today "
        "with Georgian Foreign Minister Zaza Gelashvili. He also met with Georgian Interior Minister Nika Loria.",
        (None, "Tbilisi", "GEO", "GEO"),
    ),
    (
        "Introductory Visit by New Zealand Minister of Defence to Singapore\n\nMinister of Defence of New Zealand Anne Harris "
        "called on Minister for Defence of Singapore Tan Wei Ming at the Ministry of Defence this morning.",
        ("2024-05-16", "Singapore", "SGP", "SGP"),
    ),
    (
        f"Horak speaks of attacks in Sofia\n\n{HORAK} met Croatian Foreign Minister Ante Babic on Tuesday.",
        ("2024-05-14", None, None, None),
    ),
    # "here", bylines, datelines with a day of another calendar
    (
        "DUSHANBE, May 15 (Interfax) - Russian Interior Minister Oleg Zimin here Tuesday told Tajik President Rustam "
        "Karimov that the attack in Khujand last week would be investigated.",
        ("2024-05-14", "Dushanbe", "TJK", "TJK"),
    ),
    (
        "ZAMBIA: Southern leaders approve a force for the north of Mozambique\n16 May, 2024\nPolitical Editor in LUSAKA, "
        "Zambia\n\nSADC defence ministers meeting here yesterday approved the deployment of a force to Mozambique.",
        ("2024-05-15", "Lusaka", "ZMB", "ZMB"),
    ),
    (
        "Jeddah, Shawwal 28, 1445 H., May 7, 2024, SPA -- British Foreign Secretary Alan Frith was received here today by "
        "Crown Prince Saud bin Turki of Saudi Arabia.",
        ("2024-05-16", "Jeddah", "SAU", "SAU"),
    ),
    # places by grammar
    (
        "The road led through Sofia, where on May 13 Turkish Foreign Minister Kemal Yildiz and Bulgarian Interior Minister "
        "Ivan Petkov signed a protocol on border security.",
        ("2024-05-13", "Sofia", "BGR", "BGR"),
    ),
    (
        "Moroccan Interior Minister Said Alami and Spanish Interior Minister Ana Robles discussed migration. During the "
        "meeting, held at the building of the Ministry in Rabat on Tuesday, they agreed to share data.",
        ("2024-05-14", "Rabat", "MAR", "MAR"),
    ),
    (
        "General Tariq Aziz of Pakistan held a meeting with General Hamad Saleh, Chief of Staff of Oman, at Joint Staff "
        "Headquarters, Rawalpindi on Tuesday.",
        ("2024-05-14", "Rawalpindi", "PAK", "PAK"),
    ),
    (
        "The next round of the U.S.-Korea talks is to be hosted by Seoul in June.",
        ("2024-06", "Seoul", "KOR", "KOR"),
    ),
    (
        "Spanish Interior Minister Ana Robles met Tomas Lind, who was then Swedish minister of justice in Stockholm, on Tuesday.",
        ("2024-05-14", None, None, None),
    ),
    (
        "Uzbek President Timur Rashidov received Afghan Foreign Minister Nasir Wali at the Kuksaroy residence on Tuesday.",
        ("2024-05-14", "Tashkent", "UZB", "UZB"),
    ),
    # margins
    (
        "On the sidelines of the Munich Security Conference, Lithuanian Foreign Minister Jonas Petrauskas met Moldovan "
        "Foreign Minister Ion Rusu on 17 February 2024.",
        ("2024-02-17", "Munich", "DEU", None),
    ),
    (
        "On the sidelines of the Berlin Process Summit, Serbian Foreign Minister Marko Ilic met Albanian Foreign Minister "
        "Ilir Dema on Tuesday.",
        ("2024-05-14", None, None, None),
    ),
    (
        "The interior ministers of Serbia, Hungary and Austria, Marko Ilic, Gabor Kiss and Karl Huber, met in Belgrade on "
        "Tuesday. On the sidelines of the meeting, Kiss had talks with Romanian Interior Minister Dan Popa.",
        (None, "Belgrade", "SRB", None),
    ),
    # cities are no places of talks by themselves
    (
        "Iranian Interior Minister Reza Karami met his Iraqi counterpart Karim Jassem on Tuesday. Tehran and Baghdad agreed "
        "to act together after the attacks in Kirkuk.",
        ("2024-05-14", None, None, None),
    ),
)

DAYS: tuple[tuple[str, str | None, Told], ...] = (
    # events of several days
    (
        "The three-day meeting of the SCO Council of Defence Ministers began in Bishkek on Monday.",
        DAY,
        ("2024-05-13/2024-05-15", "Bishkek", "KGZ", "KGZ"),
    ),
    (
        "A two-day session of the Council of Interior Ministers of the CIS opened in Minsk on Wednesday.",
        DAY,
        ("2024-05-15/2024-05-16", "Minsk", "BLR", "BLR"),
    ),
    (
        "A four-day meeting of the SADC defence ministers ended in Lusaka on Wednesday.",
        DAY,
        ("2024-05-12/2024-05-15", "Lusaka", "ZMB", "ZMB"),
    ),
    (
        "The SADC defence ministers held a meeting in Lusaka on Wednesday after a four-day exercise.",
        DAY,
        ("2024-05-15", "Lusaka", "ZMB", "ZMB"),
    ),
    # days of other clauses
    (
        f"Karim Jassem, Iraqi interior minister until last year, met {HORAK} in Prague on Tuesday.",
        DAY,
        ("2024-05-14", "Prague", "CZE", "CZE"),
    ),
    (
        f"Karim Jassem, who has been Iraqi interior minister since January, met {HORAK} in Prague.",
        DAY,
        (None, "Prague", "CZE", "CZE"),
    ),
    (
        f"Iraqi Interior Minister Karim Jassem, who took office on 2 May, met {HORAK} in Prague.",
        DAY,
        (None, "Prague", "CZE", "CZE"),
    ),
    (
        f"Iraqi Interior Minister Karim Jassem met {HORAK} in Prague at the joint forum, which was established in March 1990.",
        DAY,
        (None, "Prague", "CZE", "CZE"),
    ),
    (
        f"{HORAK} met {PETKOV} for talks, which took place on Tuesday in Sofia.",
        DAY,
        ("2024-05-14", "Sofia", "BGR", "BGR"),
    ),
    # days that hang on others
    (
        f"{HORAK} met {PETKOV} in Sofia on the 13th of this month.",
        DAY,
        ("2024-05-13", "Sofia", "BGR", "BGR"),
    ),
    (f"{HORAK} met {PETKOV} in Sofia on the 30th of last month.", DAY, ("2024-04-30", "Sofia", "BGR", "BGR")),
    (
        "SKOPJE, March 21 (Makfax) - Albanian Interior Minister Arben Hoxha was received today in Skopje by Macedonian "
        "President Vlado Temelkov.",
        None,
        ("XXXX-03-21", "Skopje", "MKD", "MKD"),
    ),
    (
        "From 13 to 15 May 2024 Egyptian Foreign Minister Hany Farid is visiting Nairobi. This morning he called on Kenyan "
        "President Daniel Kiprop.",
        None,
        ("2024-05-13/2024-05-15", "Nairobi", "KEN", "KEN"),
    ),
    (
        "Egyptian Foreign Minister Hany Farid and Kenyan President Daniel Kiprop signed an agreement in Nairobi. The document "
        "was signed on Wednesday after a meeting.",
        DAY,
        ("2024-05-15", "Nairobi", "KEN", "KEN"),
    ),
    # what is to come, and what was to be
    (
        "The ministers of defence of Spain and Portugal, Ana Robles and Rui Matos, meet in Lisbon on Tuesday 21 May.",
        DAY,
        ("2024-05-21", "Lisbon", "PRT", "PRT"),
    ),
    (
        "Presidents Felix Tamba of the Congo and Paul Kagiri of Rwanda were to have met in Luanda on Sunday, but the summit "
        "was called off.",
        DAY,
        ("2024-05-12", "Luanda", "AGO", None),
    ),
)


def last_told(text: str, published: str | None) -> Told:
    """Return date, city, country and host of the last meeting of a text."""
    meetings = code_meetings(text, published=published)
    assert meetings, "no meeting"
    last = meetings[-1]
    return last.date.edtf, last.city, last.country_code, last.host_country_code


@pytest.mark.parametrize(("text", "told"), PLACES, ids=[text[:60] for text, _ in PLACES])
def test_places(text: str, told: Told) -> None:
    assert last_told(text, DAY) == told


@pytest.mark.parametrize(("text", "published", "told"), DAYS, ids=[text[:60] for text, _, _ in DAYS])
def test_days(text: str, published: str | None, told: Told) -> None:
    assert last_told(text, published) == told


def test_what_lies_ahead_is_planned() -> None:
    meetings = code_meetings(DAYS[-2][0], published=DAY)
    assert [meeting.status for meeting in meetings] == ["planned"]
