"""Lines above and below a story in many manners, with the headline and the day that they tell."""

# ruff: noqa: E501
# A line of a page is one line here as it is there.

from __future__ import annotations

import pytest

from security_meetings.annotate import split_zones
from security_meetings.documents import Article
from security_meetings.extract.article_facts import find_article_facts
from security_meetings.records import ArticleMention
from security_meetings.vocabularies import load_vocabulary

HEADLINE = "Minister Berg Meets Portuguese Counterpart in Lisbon"
STORY = (
    "The Minister of Defence of Norland, Anna Berg, met in Lisbon with her Portuguese counterpart Rui Matos on Tuesday. "
    "They discussed maritime security and training.\n"
    "The ministers also spoke about peacekeeping missions in Africa.\n"
)


def read_facts(text: str) -> ArticleMention:
    vocabulary = load_vocabulary()
    article = Article(article_id="invented", raw_text=text, text=text, text_sha256="0" * 64)
    return find_article_facts(article, split_zones(text, vocabulary), vocabulary)


@pytest.mark.parametrize(
    ("text", "title", "published"),
    [
        (
            f"MINISTRY OF DEFENCE AND VETERANS SERVICES\n\n{HEADLINE}\n\nTuesday, 17 June, 2025\n\n{STORY}",
            HEADLINE,
            "2025-06-17",
        ),
        (f"{HEADLINE}\nPublished: Tue, 06/17/2025 - 12:00\n{STORY}", HEADLINE, "2025-06-17"),
        (
            "Home  |  The Ministry of Defence  |  Policies and Activities  |  Press and Media Service  |  Fleets and Regions\n\n"
            f"{HEADLINE}\n\nJune 17, 2025\n{STORY}",
            HEADLINE,
            "2025-06-17",
        ),
        (
            f"Lisbon, PORTUGAL   P. O. Box 3243   Telephone +351 11 5517 700\n\n{HEADLINE}\n\nJune 17, 2025\n{STORY}",
            HEADLINE,
            "2025-06-17",
        ),
        (
            f"Minister Meets Envoy | Norland News Hour\n\nJune 17, 2025\n{STORY}",
            "Minister Meets Envoy | Norland News Hour",
            "2025-06-17",
        ),
        (f"{HEADLINE}\nJun.17,2025\n{STORY}", HEADLINE, "2025-06-17"),
        (f"{HEADLINE}\n17-Jun-2025\n{STORY}", HEADLINE, "2025-06-17"),
        (f"Posted On: 17 JUN 2025 5:15PM by PIB Delhi\n{HEADLINE}\n{STORY}", HEADLINE, "2025-06-17"),
        (f"2025-06-17T10:00\n{HEADLINE}\n{STORY}", HEADLINE, "2025-06-17"),
        (f"{HEADLINE}\nRelease Date: 2025/06/17\n{STORY}", HEADLINE, "2025-06-17"),
        (f"{HEADLINE}\n17. June 2025\n{STORY}", HEADLINE, "2025-06-17"),
        (f"{HEADLINE}\n17 / 06 / 2025\n{STORY}", HEADLINE, "2025-06-17"),
        (f"{HEADLINE}\nTuesday June 17th 2025\n{STORY}", HEADLINE, "2025-06-17"),
        (f"{HEADLINE}\nJune 17, 2025 | Lisbon, Portugal\n{STORY}", HEADLINE, "2025-06-17"),
        (f"{HEADLINE}\nLisbon (Portugal), 17 June 2025\n{STORY}", HEADLINE, "2025-06-17"),
        (f"{HEADLINE}\nNews article | 17 June 2025 | Oslo | Ministry of Defence\n{STORY}", HEADLINE, "2025-06-17"),
        (f"{HEADLINE}\nType: News\nDate: 17.06.2025\nTopic: Defence\n{STORY}", HEADLINE, "2025-06-17"),
        (
            f"GENERAL SECRETARIAT FOR SECURITY\nDIRECTORATE OF STRATEGIC COMMUNICATION\n\n{HEADLINE}\n\n{STORY}\nDone at Oslo on 17 June 2025\n",
            HEADLINE,
            None,
        ),
        (f"{HEADLINE}\n\n{STORY}\nOslo, 17 June 2025\n", HEADLINE, "2025-06-17"),
        (f"{HEADLINE}\n\n{STORY}\nPublished 17 June 2025\nLast updated 20 June 2025\n", HEADLINE, "2025-06-17"),
        (f"PRESS RELEASE 45/2025 – 17 June 2025\n{HEADLINE}\n{STORY}", HEADLINE, "2025-06-17"),
        (f"COMMUNIQUÉ\n\nNo. 312-25\n\n{HEADLINE}\n\nOslo, June 17, 2025.- {STORY}", HEADLINE, "2025-06-17"),
        (f"2025 – Year of Peace and Trust\n{HEADLINE}\n17.06.2025\n{STORY}", HEADLINE, "2025-06-17"),
        (f"Home / News / Defence / {HEADLINE}\n{HEADLINE}\nTue 17 Jun 2025\n{STORY}", HEADLINE, "2025-06-17"),
        (
            f"Readout of the Minister's Meeting with the Defence Minister\nof the Portuguese Republic\n17 June 2025\n{STORY}",
            "Readout of the Minister's Meeting with the Defence Minister of the Portuguese Republic",
            "2025-06-17",
        ),
        (
            f"Joint Statement of the Ministers of Defence of Norland and\nPortugal\nLisbon, 17 June 2025\n{STORY}",
            "Joint Statement of the Ministers of Defence of Norland and Portugal",
            "2025-06-17",
        ),
        (f"17 June 2025 - {HEADLINE}\n{STORY}", HEADLINE, "2025-06-17"),
        (
            f"Minister of Defence of Norland Visits Portugal\n17 Jun 2025\n{STORY}",
            "Minister of Defence of Norland Visits Portugal",
            "2025-06-17",
        ),
        (
            f"President Tallis Hosts King Olav, Queen Anna\n\n{STORY}",
            "President Tallis Hosts King Olav, Queen Anna",
            None,
        ),
        (f"Prime Minister Calls Chancellor, President\n\n{STORY}", "Prime Minister Calls Chancellor, President", None),
        (
            f"{HEADLINE}\nBy Ministry of Defence Public Affairs Office, Oslo, Norland June 17, 2025\n{STORY}",
            HEADLINE,
            "2025-06-17",
        ),
        (
            f"{HEADLINE}\n\nToday, 17 June 2025, the Minister of Defence of Norland, Anna Berg, met in Lisbon with her Portuguese counterpart.\n",
            HEADLINE,
            "2025-06-17",
        ),
        (
            f"{HEADLINE}\n\nOn 17 June 2025, the Minister of Defence of Norland, Anna Berg, met in Lisbon with her Portuguese counterpart.\n",
            HEADLINE,
            None,
        ),
        (f"LATEST: Markets open lower in Oslo on Tuesday\n{HEADLINE}\nOSLO, June 17 (NTB) - {STORY}", HEADLINE, None),
        (
            f"Trending: Why the ferries are late again this summer\n\n{HEADLINE}\n17 June 2025\n{STORY}",
            HEADLINE,
            "2025-06-17",
        ),
        (
            f"Ministry of Foreign Affairs summons Portuguese ambassador\n17 June 2025\n{STORY}",
            "Ministry of Foreign Affairs summons Portuguese ambassador",
            "2025-06-17",
        ),
        (
            f"EMBASSY OF NORLAND TO THE REPUBLIC OF PORTUGAL AND CABO VERDE\n{HEADLINE}\n17 June 2025\n{STORY}",
            HEADLINE,
            "2025-06-17",
        ),
        (f"{HEADLINE.upper()}\n\n17 June 2025\n{STORY}", HEADLINE.upper(), "2025-06-17"),
        (
            f"NATIONAL SECURITY AGENCY OF NORLAND\nPUBLIC INFORMATION DIVISION\nBulletin no. 7 of 17 June 2025\n\n{HEADLINE}\n{STORY}",
            HEADLINE,
            "2025-06-17",
        ),
        (f"Speeches & Press Releases\n\n{HEADLINE}\n\n17-06-2025\n{STORY}", HEADLINE, "2025-06-17"),
        (f"{HEADLINE}\n\n(17 June 2025)\n\n{STORY}", HEADLINE, "2025-06-17"),
        (f"{HEADLINE}\nIssued on: June 17, 2025 | Updated: June 18, 2025\n{STORY}", HEADLINE, "2025-06-17"),
        (f"Tuesday | 17.06.2025 | 14:20\n{HEADLINE}\n{STORY}", HEADLINE, "2025-06-17"),
        (f"{HEADLINE}\n17 June 2025{STORY}", HEADLINE, "2025-06-17"),
        (f"# {HEADLINE}\n17 June 2025\n{STORY}", HEADLINE, "2025-06-17"),
        (f"**{HEADLINE}\n17 June 2025\n{STORY}", HEADLINE, "2025-06-17"),
        (
            f"# Source:Oslo Daily, URL:https://oslodaily.example/rss, language:en\n\n## {HEADLINE}\n - [https://oslodaily.example/1/berg](https://oslodaily.example/1/berg)\n - date published: 2025-06-17T10:00:00+00:00\n\n{STORY}",
            HEADLINE,
            "2025-06-17",
        ),
        (f"Minister Berg Meets Portuguese…\n{HEADLINE}\n17 June 2025\n{STORY}", HEADLINE, "2025-06-17"),
        (f"Minister Berg Meets Portuguese...\n{HEADLINE}\n17 June 2025\n{STORY}", HEADLINE, "2025-06-17"),
        (
            f"2025-06-17\nMinister Berg Meets Portuguese Counterpart to […]\n{STORY}",
            "Minister Berg Meets Portuguese Counterpart to […]",
            "2025-06-17",
        ),
        (f"Press Archives Press Archives\n\n{HEADLINE}\n\n17 June 2025\n{STORY}", HEADLINE, "2025-06-17"),
        (f"HomeNewsNews ReleasesContact Us\n\n{HEADLINE}\n\n17 June 2025\n{STORY}", HEADLINE, "2025-06-17"),
        (
            f"Please update your browser\n\nThe browser you use is out of date.\n\n{HEADLINE}\n\n17 June 2025\n{STORY}",
            HEADLINE,
            "2025-06-17",
        ),
        (f"Choose your language\n\n{HEADLINE}\n\n17 June 2025\n{STORY}", HEADLINE, "2025-06-17"),
        (f"Headline: {HEADLINE}\n17 June 2025\n{STORY}", HEADLINE, "2025-06-17"),
        (
            "Ministry of Defence\nJoint patrols and training of seafarers are pivotal for the safety of all coasts from the north to the south, says Minister Berg at the academy of the Portuguese navy\n"
            f"“Our two navies are well placed to guard these waters together”\n\nPosted On: 17 JUN 2025 6:13PM by PIB Delhi\n\n{STORY}",
            "Joint patrols and training of seafarers are pivotal for the safety of all coasts from the north to the south, says Minister Berg at the academy of the Portuguese navy",
            "2025-06-17",
        ),
        (f"{HEADLINE}\n17 de junio de 2025 - 16:16\n{STORY}", HEADLINE, "2025-06-17"),
        (f"{HEADLINE}\n17 de Junho de 2025\n{STORY}", HEADLINE, "2025-06-17"),
        (f"{HEADLINE}\nLisbon, 17 juin 2025\n{STORY}", HEADLINE, "2025-06-17"),
        (f"{HEADLINE}\n13:3217/06/2025, Tuesday\n{STORY}", HEADLINE, "2025-06-17"),
        (f"{HEADLINE}\nRelease Date:\n10/03/2023\n{STORY}", HEADLINE, "2023-03-10"),
        (f"{HEADLINE}\n10/03/2023 8:05 PM EDT\n{STORY}", HEADLINE, "2023-10-03"),
        (f"{HEADLINE}\nUpdated 3:14 PM ET, 10/03/2023\n{STORY}", HEADLINE, "2023-10-03"),
        (f"{HEADLINE}\n10/03/2023 20:05 GMT\n{STORY}", HEADLINE, "2023-03-10"),
        (
            f"{HEADLINE}\n\nISLAMABAD, (UrduPoint / Pakistan Point News - 17th Jun, 2025 ) {STORY}",
            HEADLINE,
            "2025-06-17",
        ),
        (f"{HEADLINE}\n\nPARIS (AFP, 17 June 2025) {STORY}", HEADLINE, "2025-06-17"),
        (f"{HEADLINE}\n\nPARIS (AFP) {STORY}", HEADLINE, None),
        (
            f"{HEADLINE}\n\nThe delegations of Norland and Portugal sat down with their ministers at the head of the table.\n\n17 June 2025 – {STORY}",
            HEADLINE,
            "2025-06-17",
        ),
        (
            f"{HEADLINE}\n\nThe delegations of Norland and Portugal have met again and again in the last two years.\n\n17 June 2024 – {STORY}\n\n17 June 2025 – {STORY}",
            HEADLINE,
            None,
        ),
        (
            f"{HEADLINE}\n{STORY}\nThis statement was issued by the Ministry of Defence on 17 June 2025.\n",
            HEADLINE,
            "2025-06-17",
        ),
    ],
)
def test_headline_and_day(text: str, title: str | None, published: str | None) -> None:
    facts = read_facts(text)
    assert (facts.title, facts.published.edtf) == (title, published)


@pytest.mark.parametrize(
    ("story", "published"),
    [
        ("Today (Friday, 9 May 2025), the Minister received the envoy of Chad in her office.", "2025-05-09"),
        ("The envoy of Chad, who came this morning, 9 May 2025, was received by the Minister.", "2025-05-09"),
        ("Yesterday (Thursday, 8 May 2025), the Minister received the envoy of Chad.", None),
        ("The truce of 9 May 2025 holds until today, the envoy of Chad told the Minister.", None),
        ("In a statement issued by the Ministry on 9 May 2025, the attack was condemned by the Minister.", None),
    ],
)
def test_day_that_the_story_calls_its_own(story: str, published: str | None) -> None:
    assert read_facts(f"Minister receives the envoy of Chad\n\n{story}\n").published.edtf == published


@pytest.mark.parametrize(
    ("head", "title", "outlet"),
    [
        ("RFE/RL's Georgian Service\nApril 01, 2025\n", HEADLINE, "radio_free_europe_radio_liberty"),
        ("Today from Hiiraan Online:  _\n", HEADLINE, "hiiraan_online"),
        (
            "REPUBLIC OF KENYA\nMINISTRY OF INTERIOR AND COORDINATION OF COUNTIES\nOffice of the Spokesperson\n",
            HEADLINE,
            None,
        ),
        ("U.S. Department of State\nOffice of the Spokesperson\n", HEADLINE, "u_s_department_of_state"),
    ],
)
def test_outlet_that_names_itself_above_the_headline(head: str, title: str, outlet: str | None) -> None:
    facts = read_facts(f"{head}\n{HEADLINE}\n{STORY}")
    assert (facts.title, facts.outlet_id) == (title, outlet)


def test_a_body_with_its_letters_opens_no_dateline() -> None:
    facts = read_facts(f"{HEADLINE}\n{STORY}The Border Guard Academy (BGA) in Riga was the venue of the talks.\n")
    assert (facts.outlet_id, facts.dateline_place) == (None, None)


def test_outlet_and_day_in_the_last_line() -> None:
    facts = read_facts(f"{HEADLINE}\n{STORY}\nNews On AIR | May 9, 2021 2:28 PM\n")
    assert (facts.outlet_id, facts.published.edtf) == ("all_india_radio", "2021-05-09")
    facts = read_facts(f"{HEADLINE}\n{STORY}\nBorder talks in Riga | May 9, 2021 2:28 PM\n")
    assert (facts.outlet_id, facts.published.edtf) == (None, None)


def test_states_joined_by_a_hyphen_open_no_dateline() -> None:
    for lead in ("The U.S.-Kenya High Level Group", "U.S.-Kenya experts"):
        text = f"{HEADLINE}\n\n{lead} met in Nairobi on Monday.\n{STORY}"
        assert "dateline" not in [zone.kind for zone in split_zones(text, load_vocabulary())]
    text = f"{HEADLINE}\n\nNAIROBI, May 4 - The army chief met the U.S. ambassador.\n{STORY}"
    zones = split_zones(text, load_vocabulary())
    assert [text[zone.start : zone.end] for zone in zones if zone.kind == "dateline"] == ["NAIROBI, May 4 -"]


@pytest.mark.parametrize("day", ["Aprıl 5, 2019", "5 APRİL 2019"])
def test_a_month_with_a_turkish_i_is_no_month(day: str) -> None:
    assert read_facts(f"{HEADLINE}\n{day}\n{STORY}").published.edtf is None
