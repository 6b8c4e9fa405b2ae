"""Meetings in the manner of government readouts: delegations, who joined, officials named, sessions led; and near misses."""

from __future__ import annotations

import pytest

from coder_cases import annotate, code_meetings
from test_meetings_told_otherwise import BILATERAL, CALL, SEVERAL, VISIT, Told, described

SIGNING = "signing_ceremony"

CASES: tuple[tuple[str, tuple[Told, ...]], ...] = (
    (
        "This week, the Assistant to the President for Trade, Dr. Elena Moss, led a Canadian delegation to a "
        "regional conference in Tashkent, Uzbekistan. Dr. Moss had the opportunity to meet with Uzbekistan’s "
        "President Shavkat Rahim. She was joined by Canadian Special Representative for Horn of Africa Affairs "
        "Ambassador Omar Hale. The delegation met with Kenyan Foreign Minister Joe Hart in Tashkent to discuss "
        "security.",
        (
            (BILATERAL, "held", None, "Tashkent", ("Elena Moss, CAN", "Omar Hale, CAN", "Shavkat Rahim, UZB")),
            (BILATERAL, "held", None, "Tashkent", ("Elena Moss, CAN", "Joe Hart, KEN", "Omar Hale, CAN")),
        ),
    ),
    (
        "The conversation which Ghanaian President Kofi Mensah had with Togolese President Yao Koffi last "
        "Saturday was a long one.",
        ((BILATERAL, "held", "2024-11-16", None, ("Kofi Mensah, GHA", "Yao Koffi, TGO")),),
    ),
    (
        "Yesterday, Norwegian Defence Minister Tor Lunde was received, together with Ambassador to Chile Ingrid "
        "Voll, by Chilean President Jorge Lima in Santiago.",
        ((BILATERAL, "held", "2024-11-21", "Santiago", ("Ingrid Voll, NOR", "Jorge Lima, CHL", "Tor Lunde, NOR")),),
    ),
    (
        "Japan and Peru held the second Maritime Security Dialogue on 8 July. Japanese Vice Foreign Minister Aoki"
        " Ren met with Peruvian Deputy Foreign Minister Ana Quispe for an hour.",
        ((BILATERAL, "held", "2024-07-08", None, ("Ana Quispe, PER", "Aoki Ren, JPN")),),
    ),
    (
        "Defence Minister Petr Novak of Czechia co-chaired a meeting of the two ministries with Slovak Defence "
        "Minister Juraj Kmet in Brno on Monday.",
        ((BILATERAL, "held", "2024-11-18", "Brno", ("Juraj Kmet, SVK", "Petr Novak, CZE")),),
    ),
    (
        "The Deputy Prime Minister spoke to reporters after Thursday's courtesy call by Thai Interior Minister "
        "Somchai Prasert on Lao President Khamla Sisouphanh in Vientiane.",
        ((BILATERAL, "held", "2024-11-21", "Vientiane", ("Khamla Sisouphanh, LAO", "Somchai Prasert, THA")),),
    ),
    (
        "Chile and Argentina put off the high-level meeting on the border which was to be held in Mendoza on Monday.",
        ((BILATERAL, "cancelled", "2024-11-25", "Mendoza", ()),),
    ),
    (
        "Kenya and Italy convened for the third Kenya-Italy Counterterrorism Dialogue on 4 August 2024 in "
        "Nairobi, led by Coordinator for Counterterrorism Achieng Odera of Kenya and Italian Special Envoy Carlo "
        "Rinaldi.",
        ((BILATERAL, "held", "2024-08-04", "Nairobi", ("Achieng Odera, KEN", "Carlo Rinaldi, ITA")),),
    ),
    (
        "Today, the Ministry held a round of the United States-Mongolia Annual Consultations.",
        ((BILATERAL, "held", "2024-11-22", None, ()),),
    ),
    (
        "Polish Foreign Minister Ewa Wrona met today with the foreign ministers of Denmark, Finland, Iceland and "
        "Norway in Gdansk.",
        (
            (
                SEVERAL,
                "held",
                "2024-11-22",
                "Gdansk",
                (
                    "Ewa Wrona, POL",
                    "foreign minister, DNK",
                    "foreign minister, FIN",
                    "foreign minister, ISL",
                    "foreign minister, NOR",
                ),
            ),
        ),
    ),
    (
        "Brazilian Defence Minister Paulo Lima arrived in Luanda on Wednesday night to begin his official visit "
        "to the country.",
        ((VISIT, "held", "2024-11-20", "Luanda", ("Paulo Lima, BRA",)),),
    ),
    (
        "Prime Minister Arun Mehta of India and Prime Minister Paul Stone of Australia today agreed to deepen "
        "cooperation at their annual summit in Perth.",
        ((BILATERAL, "held", "2024-11-22", "Perth", ("Arun Mehta, IND", "Paul Stone, AUS")),),
    ),
    (
        "Kenyan Interior Minister Joe Hart and Ugandan Interior Minister Sarah Okello were present. The meeting "
        "took stock of cattle raids.",
        ((BILATERAL, "held", None, None, ("Joe Hart, KEN", "Sarah Okello, UGA")),),
    ),
    (
        "General Omar Hale of Jordan interacted with senior officials of the Iraqi Ministry of Defence, including"
        " Mr Ali Hassan, Deputy Minister of Defence, in Baghdad on Monday.",
        ((BILATERAL, "held", "2024-11-18", "Baghdad", ("Ali Hassan, IRQ", "Omar Hale, JOR")),),
    ),
    (
        "Omani Foreign Minister Said Al Busaidi held phone conversations with both his Peruvian counterpart, Ana "
        "Quispe, and African Union Commission Chairperson Moussa Keita on Tuesday.",
        (
            (CALL, "held", "2024-11-19", None, ("Ana Quispe, PER", "Said Al Busaidi, OMN")),
            (CALL, "held", "2024-11-19", None, ("Moussa Keita, AU", "Said Al Busaidi, OMN")),
        ),
    ),
    (
        "This week, Deputy National Security Advisor Anne Hill of Australia and Vice Admiral Paul Stone of "
        "Australia travelled to Fiji. In Suva, they met with Fijian Prime Minister Josefa Tabua. They also met "
        "with Tongan Police Minister Sione Fonua in Suva.",
        (
            (BILATERAL, "held", None, "Suva", ("Anne Hill, AUS", "Josefa Tabua, FJI", "Paul Stone, AUS")),
            (BILATERAL, "held", None, "Suva", ("Anne Hill, AUS", "Paul Stone, AUS", "Sione Fonua, TON")),
        ),
    ),
    (
        "A Turkish delegation with Deputy Defence Minister Kemal Aydin at its head was received by Defence "
        "Minister Elshan Aliyev of Azerbaijan on Tuesday.",
        ((BILATERAL, "held", "2024-11-19", None, ("Elshan Aliyev, AZE", "Kemal Aydin, TUR")),),
    ),
    (
        "Talks on cattle raids took place in Kampala on Monday. Ugandan Interior Minister Sarah Okello and Kenyan"
        " Interior Minister Joe Hart led them.",
        ((BILATERAL, "held", "2024-11-18", "Kampala", ("Joe Hart, KEN", "Sarah Okello, UGA")),),
    ),
    (
        "Ghanaian Defence Minister Kofi Mensah met Togolese Defence Minister Yao Koffi in Accra on Wednesday. The"
        " two ministers signed an agreement on patrols last year.",
        (
            (BILATERAL, "held", "2024-11-20", "Accra", ("Kofi Mensah, GHA", "Yao Koffi, TGO")),
            (SIGNING, "held", "2023", None, ("Kofi Mensah, GHA", "Yao Koffi, TGO")),
        ),
    ),
    (
        "A Kenyan parliamentary delegation is in Oslo. The delegation is led by Senator Achieng Odera. The "
        "delegation called on Norwegian Defence Minister Tor Lunde today.",
        ((BILATERAL, "held", "2024-11-22", "Oslo", ("Achieng Odera, KEN", "Tor Lunde, NOR")),),
    ),
    (
        "This week, Canadian Foreign Minister Elena Moss will lead a delegation to a regional security conference"
        " in Doha.",
        ((VISIT, "planned", "2024-11-18/2024-11-24", "Doha", ("Elena Moss, CAN",)),),
    ),
    (
        "Egyptian President Adel Hassan was told of the plan by the Jordanian Foreign Minister, Omar Hale, in a "
        "telephone conversation on Monday.",
        ((CALL, "held", "2024-11-18", None, ("Adel Hassan, EGY", "Omar Hale, JOR")),),
    ),
    (
        "The third India-Kenya Counterterrorism Dialogue was held in Nairobi on Monday. Kenyan Deputy Foreign "
        "Minister Joe Hart stressed the importance of the dialogue.",
        ((BILATERAL, "held", "2024-11-18", "Nairobi", ("Joe Hart, KEN",)),),
    ),
    (
        "The President of Chile welcomed the upcoming visit by Peruvian Foreign Minister Ana Quispe to Santiago "
        "next week.",
        ((VISIT, "planned", "2024-11-25/2024-12-01", "Santiago", ("Ana Quispe, PER",)),),
    ),
    (
        "Today, President Ama Mensah of Ghana convened a call with allies. Joining President Mensah on the call "
        "were Prime Minister Yao Koffi of Togo, President von der Berg of the European Commission and Foreign "
        "Minister Ana Silva of Brazil.",
        (
            (
                SEVERAL,
                "held",
                "2024-11-22",
                None,
                ("Ama Mensah, GHA", "Ana Silva, BRA", "Yao Koffi, TGO", "von der Berg, EU"),
            ),
        ),
    ),
    (
        "Delegations from Kenya, Uganda and the Republic of Rwanda gathered in Arusha on 5 and 6 June 2024 to "
        "coordinate responses to cattle raids.",
        ((SEVERAL, "held", "2024-06-05/2024-06-06", "Arusha", ()),),
    ),
    (
        "National Security Adviser Jon Miles led the Australian delegation's participation in a meeting of the "
        "Australia-Fiji Security Group on March 11. The Fijian delegation was led by National Security Adviser "
        "Josefa Tabua.",
        ((BILATERAL, "held", "2024-03-11", None, ("Jon Miles, AUS", "Josefa Tabua, FJI")),),
    ),
    (
        "In Suva, Deputy Minister Paul Stone of Australia will meet with Fijian President Josefa Tabua and "
        "cabinet members on Monday.",
        ((BILATERAL, "planned", "2024-11-25", "Suva", ("Josefa Tabua, FJI", "Paul Stone, AUS")),),
    ),
    (
        "During Peruvian Foreign Minister Ana Quispe's trip to Quito on Tuesday, she and Ecuadorian Foreign "
        "Minister Luis Vega signed two agreements.",
        ((SIGNING, "held", "2024-11-19", "Quito", ("Ana Quispe, PER", "Luis Vega, ECU")),),
    ),
    (
        "Kenyan Foreign Secretary Achieng Odera hosted a meeting of envoys in Nairobi on Monday. The meeting was "
        "attended by Mr. Aoki Ren, Senior Deputy Minister for Foreign Affairs, Japan; and Mr. Omar Hale, Special "
        "Envoy, Jordan.",
        ((SEVERAL, "held", "2024-11-18", None, ("Achieng Odera, KEN", "Aoki Ren, JPN", "Omar Hale, JOR")),),
    ),
    (
        "The Omani delegation included Ali Said, Ambassador to Chile, and Faisal Amri, adviser to the minister, "
        "when Foreign Minister Said Busaidi of Oman met Chilean Foreign Minister Jorge Lima in Santiago on "
        "Monday.",
        (
            (
                BILATERAL,
                "held",
                "2024-11-18",
                "Santiago",
                ("Ali Said, OMN", "Faisal Amri, OMN", "Jorge Lima, CHL", "Said Busaidi, OMN"),
            ),
        ),
    ),
    (
        "Opposition chief leader Adel Hamdan had little time. Mr Hamdan was told of the deadline by the Jordanian"
        " Foreign Minister, Omar Hale, in a telephone conversation. The Iraqi leader agreed.",
        ((CALL, "held", None, None, ("Adel Hamdan, IRQ", "Omar Hale, JOR")),),
    ),
)

NONE = (
    "The Kremlin-like palace blamed others for the lack of a meeting between Ghanaian President Kofi Mensah "
    "and Togolese President Yao Koffi on Sunday.",
    "Delegations from Kenya, Uganda and Rwanda trained in Arusha.",
    "President Ama Mensah of Ghana took a call from farmers. Joining President Mensah on the farm were "
    "Togolese singers.",
    "Kenyan Foreign Secretary Achieng Odera hosted a meeting of farmers in Nairobi on Monday.",
    "The Council of Elders has met in Suva. A Fijian scholar, joined by colleagues, led the work.",
    "The minister praised the delegation with its many young people.",
    "Talks on cattle raids took place in Kampala on Monday. Ugandan Interior Minister Sarah Okello led them.",
    "Dr. Elena Moss of Canada never had the opportunity to meet with Uzbekistan's President Shavkat Rahim.",
    "Prime Minister Arun Mehta of India agreed to meet Prime Minister Paul Stone of Australia one day.",
    "The delegation met with schoolchildren in Tashkent.",
    "Kenyan Interior Minister Joe Hart was present. The meeting took stock of cattle raids.",
    "Brazilian Defence Minister Paulo Lima arrived in Luanda to begin his studies.",
    "A taskforce was set up to advise both governments, led by Professor Renate Egg and Professor Anil Kot.",
)


WRAPPED = """August 27, 2024
Readout of the National Security Advisor's Meeting with Foreign Minister Adel Karim of the Republic of Iraq on Security

Statements and Releases

National Security Advisor Jon Miles of the United States met today with Foreign
Minister Adel Karim of Iraq in Baghdad. He expressed appreciation for the way the
ministry has helped families who came back from the camps over the last years, and
they discussed the important role of the country in the region, and the efforts by
the Government to bring neighbours together and calm tensions wherever possible.
"""


@pytest.mark.parametrize(("text", "meetings"), CASES, ids=[text[:50] for text, _ in CASES])
def test_meetings_of_readouts(text: str, meetings: tuple[Told, ...]) -> None:
    assert described(text) == {(*told[:4], tuple(sorted(told[4]))) for told in meetings}


@pytest.mark.parametrize("text", NONE)
def test_near_misses_are_no_meetings(text: str) -> None:
    assert described(text) == set()


def test_sentences_run_on_over_wrapped_rows_below_a_long_headline() -> None:
    sentences = [annotate(WRAPPED).text[s.start : s.end] for s in annotate(WRAPPED).sentences if s.zone == "body"]
    assert len(sentences) == 2
    (meeting,) = code_meetings(WRAPPED, published="2024-08-27")
    assert {p.name for p in meeting.participants} == {"Jon Miles", "Adel Karim"}
    assert meeting.city == "Baghdad"
