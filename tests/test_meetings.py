"""Meetings of invented short texts from many regions, and near misses that are none, by the project's own model."""

from __future__ import annotations

import pytest

from coder_cases import code_meetings, describe_meeting

Expected = tuple[str, str, tuple[str, ...]]
BILATERAL, SESSION, VISIT, CALL = "bilateral_meeting", "multilateral_meeting", "visit", "phone_call"
SIGNING = "signing_ceremony"

# A text and, for each meeting in it, type, status and participants ("name or role, side").
TOLD: tuple[tuple[str, tuple[Expected, ...]], ...] = (
    (
        "Kenyan Interior Minister Wanjiru Otieno met her Ugandan counterpart Moses Kato in Kampala on 3 May 2021.",
        ((BILATERAL, "held", ("Wanjiru Otieno, KEN", "Moses Kato, UGA")),),
    ),
    (
        "Chile's President Andrea Salinas received Peruvian Foreign Minister Luis Paredes in Santiago.",
        ((BILATERAL, "held", ("Andrea Salinas, CHL", "Luis Paredes, PER")),),
    ),
    (
        "Norwegian Prime Minister Ingrid Solberg held talks with Estonian Defence Minister Jaan Tamm on Tuesday.",
        ((BILATERAL, "held", ("Ingrid Solberg, NOR", "Jaan Tamm, EST")),),
    ),
    (
        "U.S. Secretary of State Laura Whitfield spoke by phone with Jordanian Foreign Minister Sami Haddad on Friday.",
        ((CALL, "held", ("Laura Whitfield, USA", "Sami Haddad, JOR")),),
    ),
    (
        "Polish Foreign Minister Zofia Nowak will meet Lithuanian Foreign Minister Jonas Petrauskas in "
        "Vilnius on 12 June.",
        ((BILATERAL, "planned", ("Zofia Nowak, POL", "Jonas Petrauskas, LTU")),),
    ),
    (
        "In a telephone conversation, the presidents of Colombia and Panama, Alejandro Rivas and Carmen Ledezma, "
        "discussed migration.",
        ((CALL, "held", ("Alejandro Rivas, COL", "Carmen Ledezma, PAN")),),
    ),
    (
        "Vietnamese Minister of Public Security Tran Van Duc held separate talks with Lao Minister of Public Security "
        "Bounthavy Sisouk and Cambodian Interior Minister Sok Dara in Hanoi.",
        (
            (BILATERAL, "held", ("Tran Van Duc, VNM", "Bounthavy Sisouk, LAO")),
            (BILATERAL, "held", ("Tran Van Duc, VNM", "Sok Dara, KHM")),
        ),
    ),
    (
        "Speaking at a meeting with Iraqi Interior Minister Salam Jabbar in Baghdad on Sunday, Kuwaiti Interior "
        "Minister Nasser Al-Mutairi called for more patrols.",
        ((BILATERAL, "held", ("Salam Jabbar, IRQ", "Nasser Al-Mutairi, KWT")),),
    ),
    (
        "The interior ministers of Ghana, Togo and Benin met in Accra on Thursday.",
        (
            (
                SESSION,
                "held",
                ("interior minister, GHA", "interior minister, TGO", "interior minister, BEN"),
            ),
        ),
    ),
    (
        "The Collective Security Treaty Organization held a session of its defence ministers in Yerevan on 9 "
        "July 2023.",
        ((SESSION, "held", ()),),
    ),
    (
        "Algerian Foreign Minister Karim Bensalem arrived in Nouakchott on Wednesday for a two-day visit to "
        "Mauritania.",
        ((VISIT, "held", ("Karim Bensalem, DZA",)),),
    ),
    (
        "Serbian Interior Minister Goran Petrović will pay a visit to Hungary on 4 October.",
        ((VISIT, "planned", ("Goran Petrović, SRB",)),),
    ),
    (
        "During her visit to Jakarta, Australian Defence Minister Ruth Cole met Indonesian Defence Minister "
        "Budi Hartono.",
        ((BILATERAL, "held", ("Ruth Cole, AUS", "Budi Hartono, IDN")),),
    ),
    (
        "On the sidelines of the Munich Security Conference, Georgian Foreign Minister Nino Beridze met Romanian "
        "Foreign Minister Mihai Popa.",
        ((BILATERAL, "held", ("Nino Beridze, GEO", "Mihai Popa, ROU")),),
    ),
    (
        "Talks between Armenian Foreign Minister Davit Sargsyan and Azerbaijani Foreign Minister Elnur Hasanov were "
        "held in Geneva on Monday.",
        ((BILATERAL, "held", ("Davit Sargsyan, ARM", "Elnur Hasanov, AZE")),),
    ),
    (
        "Mexican Attorney General Rosa Valdés hosted her Guatemalan counterpart Pedro Lux in Tapachula on Tuesday.",
        ((BILATERAL, "held", ("Rosa Valdés, MEX", "Pedro Lux, GTM")),),
    ),
    (
        "Sri Lankan Foreign Minister Nimal Perera called on Indian Prime Minister Rajesh Menon in New Delhi.",
        ((BILATERAL, "held", ("Nimal Perera, LKA", "Rajesh Menon, IND")),),
    ),
    (
        "Zambian Defence Minister Joseph Mwale and Botswana's Defence Minister Kagiso Molefe agreed at talks in Lusaka "
        "to patrol the Zambezi together.",
        ((BILATERAL, "held", ("Joseph Mwale, ZMB", "Kagiso Molefe, BWA")),),
    ),
    (
        "Finnish Defence Minister Antti Laine and Swedish Defence Minister Maria Sjöberg discussed air "
        "patrols by video "
        "link on Thursday.",
        ((CALL, "held", ("Antti Laine, FIN", "Maria Sjöberg, SWE")),),
    ),
    (
        "Nigerian President Musa Danladi has held talks with Cameroonian President Paul Mbarga in Yaoundé on piracy.",
        ((BILATERAL, "held", ("Musa Danladi, NGA", "Paul Mbarga, CMR")),),
    ),
    (
        "Uzbek Foreign Minister Bekzod Yusupov met with Afghan Acting Foreign Minister Abdul Karim in Tashkent. "
        "The two ministers discussed the railway. The meeting lasted three hours.",
        ((BILATERAL, "held", ("Bekzod Yusupov, UZB", "Abdul Karim, AFG")),),
    ),
    (
        "Czech President Petr Novotný is meeting Slovak President Zuzana Horváthová in Bratislava today.",
        ((BILATERAL, "held", ("Petr Novotný, CZE", "Zuzana Horváthová, SVK")),),
    ),
    (
        "Ecuadorian Defence Minister Iván Torres was received by Colombian President Alejandro Rivas in Bogotá.",
        ((BILATERAL, "held", ("Iván Torres, ECU", "Alejandro Rivas, COL")),),
    ),
    (
        "Saudi Interior Minister Khalid bin Turki met in Riyadh on Monday with Yemeni Interior Minister "
        "Ahmed al-Awlaki.",
        ((BILATERAL, "held", ("Khalid bin Turki, SAU", "Ahmed al-Awlaki, YEM")),),
    ),
    (
        "Japanese Foreign Minister Kenji Morita is scheduled to hold talks with Philippine Foreign Minister Ramon Cruz "
        "in Manila next week.",
        ((BILATERAL, "planned", ("Kenji Morita, JPN", "Ramon Cruz, PHL")),),
    ),
    (
        "NATO Secretary General Erik Dahl met Moldovan President Elena Rusu in Brussels on 7 February 2024.",
        ((BILATERAL, "held", ("Erik Dahl, NATO", "Elena Rusu, MDA")),),
    ),
    (
        "Tunisian Interior Minister Slim Gharbi and Italian Interior Minister Marco Bianchi met in Rome. Bianchi then "
        "met Libyan Interior Minister Omar Fathi.",
        (
            (BILATERAL, "held", ("Slim Gharbi, TUN", "Marco Bianchi, ITA")),
            (BILATERAL, "held", ("Marco Bianchi, ITA", "Omar Fathi, LBY")),
        ),
    ),
    (
        "Honduran Security Minister Óscar Pineda travelled to San Salvador on Monday, where he met Salvadoran Security "
        "Minister Marta Quijano.",
        ((BILATERAL, "held", ("Óscar Pineda, HND", "Marta Quijano, SLV")),),
    ),
    (
        "Mongolian Foreign Minister Tuya Bold had a meeting with Korean Foreign Minister Kim Dong Su in Ulaanbaatar.",
        ((BILATERAL, "held", ("Tuya Bold, MNG", "Kim Dong Su, KOR")),),
    ),
    (
        "Lebanese army commander General Fadi Khoury discussed border towers with French Ambassador Luc "
        "Meyer in Beirut "
        "on Wednesday.",
        ((BILATERAL, "held", ("Fadi Khoury, LBN", "Luc Meyer, FRA")),),
    ),
    (
        "The foreign ministers of Sweden and Finland, Maria Sjöberg and Antti Laine, met in Stockholm on 1 March 2022.",
        ((BILATERAL, "held", ("Maria Sjöberg, SWE", "Antti Laine, FIN")),),
    ),
    (
        "Cuban Interior Minister Raúl Estévez concluded a three-day visit to Nicaragua on Sunday.",
        ((VISIT, "held", ("Raúl Estévez, CUB",)),),
    ),
    (
        "Namibian President Thomas Shikongo and South African President Thabo Nkosi held a phone call on Tuesday.",
        ((CALL, "held", ("Thomas Shikongo, NAM", "Thabo Nkosi, ZAF")),),
    ),
    (
        "The Sultan of Oman received the Emir of Qatar in Muscat on Thursday.",
        ((BILATERAL, "held", ("Sultan, OMN", "Emir, QAT")),),
    ),
    (
        "Chadian Foreign Minister Hissein Brahim and Sudanese Foreign Minister Amna Osman are to meet in Abéché on "
        "20 August 2023.",
        ((BILATERAL, "planned", ("Hissein Brahim, TCD", "Amna Osman, SDN")),),
    ),
    (
        "ASEAN defence ministers met in Vientiane on 20 November 2024.",
        ((SESSION, "held", ()),),
    ),
    (
        "Croatian Interior Minister Ivana Babić and Slovenian Interior Minister Matej Zupan opened a joint police post "
        "after talks in Obrežje on Monday.",
        ((BILATERAL, "held", ("Ivana Babić, HRV", "Matej Zupan, SVN")),),
    ),
    (
        "Bangladesh Home Minister Farhana Rahman telephoned Nepali Home Minister Bishnu Gurung on Sunday.",
        ((CALL, "held", ("Farhana Rahman, BGD", "Bishnu Gurung, NPL")),),
    ),
    (
        "A visit by Belarusian Defence Minister Viktar Hulik to Havana, due in May, has been postponed.",
        (),
    ),
    (
        "A meeting between Egyptian Foreign Minister Tarek Mansour and Ethiopian Foreign Minister Dawit "
        "Bekele, planned for Monday in Cairo, was cancelled.",
        (
            (
                BILATERAL,
                "cancelled",
                (
                    "Dawit Bekele, ETH",
                    "Tarek Mansour, EGY",
                ),
            ),
        ),
    ),
    (
        "The meeting of Kazakh Interior Minister Aidar Nurlanov with Chinese Minister of Public Security Sun "
        "Haoran took place in Almaty on 2 March 2020.",
        (
            (
                BILATERAL,
                "held",
                (
                    "Aidar Nurlanov, KAZ",
                    "Sun Haoran, CHN",
                ),
            ),
        ),
    ),
    (
        "Fijian Home Affairs Minister Sela Tuivaga attended the Pacific Islands Forum summit in Apia in "
        "September 2024.",
        ((SESSION, "held", ("Sela Tuivaga, FJI",)),),
    ),
    (
        "Meeting with Swiss President Anna Keller in Bern, Kazakh Foreign Minister Aidar Nurlanov thanked "
        "her for the mediation.",
        (
            (
                BILATERAL,
                "held",
                (
                    "Aidar Nurlanov, KAZ",
                    "Anna Keller, CHE",
                ),
            ),
        ),
    ),
    (
        "Peruvian Defence Minister Luis Paredes and his Bolivian counterpart, Ramón Quispe, reviewed joint "
        "patrols during talks in Puno on Thursday.",
        (
            (
                BILATERAL,
                "held",
                (
                    "Luis Paredes, PER",
                    "Ramón Quispe, BOL",
                ),
            ),
        ),
    ),
    (
        "Dutch Justice Minister Eva de Boer sat down with Surinamese Justice Minister Johan Pinas in "
        "Paramaribo on Tuesday.",
        (
            (
                BILATERAL,
                "held",
                (
                    "Eva de Boer, NLD",
                    "Johan Pinas, SUR",
                ),
            ),
        ),
    ),
    (
        "A delegation led by Iraqi Interior Minister Salam Jabbar was received in Amman by Jordanian "
        "Interior Minister Sami Haddad.",
        (
            (
                BILATERAL,
                "held",
                (
                    "Salam Jabbar, IRQ",
                    "Sami Haddad, JOR",
                ),
            ),
        ),
    ),
    (
        "Talks were held in Doha on Sunday between Qatari Foreign Minister Nasser Al-Mutairi and UN Special "
        "Envoy Helene Marchand.",
        (
            (
                BILATERAL,
                "held",
                (
                    "Helene Marchand, UN",
                    "Nasser Al-Mutairi, QAT",
                ),
            ),
        ),
    ),
    (
        "Uruguayan Interior Minister Pablo Herrero will travel to Asunción on 3 December for talks with "
        "Paraguayan Interior Minister Ramón Benítez.",
        (
            (
                BILATERAL,
                "planned",
                (
                    "Pablo Herrero, URY",
                    "Ramón Benítez, PRY",
                ),
            ),
        ),
    ),
    (
        "South African President Thabo Nkosi hosted Mozambican President Samora Chissano and Malawian "
        "President Grace Banda for a summit in Pretoria on 5 May 2024.",
        (
            (
                SESSION,
                "held",
                (
                    "Grace Banda, MWI",
                    "Samora Chissano, MOZ",
                    "Thabo Nkosi, ZAF",
                ),
            ),
        ),
    ),
    (
        "Georgian Prime Minister Nino Beridze spoke on the phone with Ukrainian President Ihor Kravets, her "
        "office said on Monday.",
        (
            (
                CALL,
                "held",
                (
                    "Ihor Kravets, UKR",
                    "Nino Beridze, GEO",
                ),
            ),
        ),
    ),
    (
        "The phone call between Spanish Foreign Minister Pablo Herrero and Moroccan Foreign Minister Youssef "
        "Alami took place on 2 May 2024.",
        (
            (
                CALL,
                "held",
                (
                    "Pablo Herrero, ESP",
                    "Youssef Alami, MAR",
                ),
            ),
        ),
    ),
    (
        "Malaysian Home Minister Razak Ismail paid a courtesy call on Brunei's Sultan in Bandar Seri Begawan.",
        (
            (
                BILATERAL,
                "held",
                (
                    "Razak Ismail, MYS",
                    "Sultan, BRN",
                ),
            ),
        ),
    ),
    (
        "Irish Foreign Minister Dara Byrne flew to Beirut on Wednesday and met Lebanese President Fadi Khoury.",
        (
            (
                BILATERAL,
                "held",
                (
                    "Dara Byrne, IRL",
                    "Fadi Khoury, LBN",
                ),
            ),
        ),
    ),
    (
        "Ivorian President Amadou Koné had a tête-à-tête with Ghanaian President Kwame Boateng in Abidjan "
        "before the delegations held talks.",
        (
            (
                BILATERAL,
                "held",
                (
                    "Amadou Koné, CIV",
                    "Kwame Boateng, GHA",
                ),
            ),
        ),
    ),
    (
        "Kyrgyz Security Council Secretary Ulan Beishenov consulted with Tajik counterpart Davlat Saidov in "
        "Batken on Saturday.",
        (
            (
                BILATERAL,
                "held",
                (
                    "Davlat Saidov, TJK",
                    "Ulan Beishenov, KGZ",
                ),
            ),
        ),
    ),
    (
        "Costa Rican Security Minister Carmen Ledezma and Panama's Security Minister Hugo Mejía exchanged "
        "views over lunch in David.",
        (
            (
                BILATERAL,
                "held",
                (
                    "Carmen Ledezma, CRI",
                    "Hugo Mejía, PAN",
                ),
            ),
        ),
    ),
    (
        "New Zealand's Foreign Minister Hannah Reid will visit Samoa from 9 to 11 December.",
        ((VISIT, "planned", ("Hannah Reid, NZL",)),),
    ),
    (
        "The interior ministers of Italy, France and Germany held a video conference on Tuesday.",
        (
            (
                SESSION,
                "held",
                (
                    "interior minister, DEU",
                    "interior minister, FRA",
                    "interior minister, ITA",
                ),
            ),
        ),
    ),
    (
        "Latvian Interior Minister Jānis Ozols told Lithuanian Interior Minister Jonas Petrauskas at their "
        "meeting in Riga that the fence was ready.",
        (
            (
                BILATERAL,
                "held",
                (
                    "Jonas Petrauskas, LTU",
                    "Jānis Ozols, LVA",
                ),
            ),
        ),
    ),
    (
        "Chinese Foreign Minister Sun Haoran is expected to meet Indian External Affairs Minister Rajesh "
        "Menon in Astana on 3 December.",
        (
            (
                BILATERAL,
                "planned",
                (
                    "Rajesh Menon, IND",
                    "Sun Haoran, CHN",
                ),
            ),
        ),
    ),
)

# Texts that tell of no meeting that the codebook counts.
UNTOLD: tuple[str, ...] = (
    # wishes and intentions
    "Chile's and Peru's foreign ministers should meet more often, the newspaper wrote.",
    "Polish Foreign Minister Zofia Nowak called for a meeting with Belarusian Foreign Minister Viktar Hulik.",
    "Norwegian Prime Minister Ingrid Solberg is ready to meet Russian President Igor Malinin.",
    "Expert meetings will be held between the interior ministries of Ghana and Togo.",
    "Both sides stressed the need to hold regular meetings of the border guards of Nepal and India.",
    # invitations without a time
    "Turkish President Kemal Demir invited Iraqi President Salam Jabbar to visit Ankara.",
    "Ethiopian Prime Minister Dawit Bekele accepted an invitation to visit Djibouti.",
    "The Emir of Qatar has been invited to Lima by Peruvian President Andrea Salinas.",
    # habits
    "The interior ministers of Spain and Morocco are in constant contact.",
    # negations and denials
    "Armenian Foreign Minister Davit Sargsyan did not meet Azerbaijani Foreign Minister Elnur Hasanov in Geneva.",
    "Serbian President Goran Petrović refused to meet Kosovo Prime Minister Arben Krasniqi.",
    "No talks between the Sudanese and Chadian defence ministers were held, the spokesman said.",
    "Cuban officials denied that Foreign Minister Raúl Estévez had met U.S. Secretary of State Laura Whitfield.",
    # conditions
    "If Pakistani Prime Minister Arif Siddiqui met Indian Prime Minister Rajesh Menon, markets would rally.",
    # welcomes at the airport
    "Kuwaiti Interior Minister Nasser Al-Mutairi was met at Baghdad airport by Iraqi Interior Minister Salam Jabbar.",
    "At the airport, Tunisian President Slim Gharbi was welcomed by Algerian Prime Minister Karim Bensalem.",
    # domestic meetings
    "Nigerian President Musa Danladi met Interior Minister Aminu Bello in Abuja on Monday.",
    "Mexican President Rosa Valdés held talks with the governors of Sonora and Chihuahua.",
    "The Thai prime minister met the army chief in Bangkok.",
    # other senses of the words
    "Japanese Foreign Minister Kenji Morita met the requirements of the Vietnamese law on visas.",
    "The rivers meet near Khartoum, said Sudanese Water Minister Amna Osman.",
    "Kenya's foreign minister received an award in Nairobi.",
    "The Lebanese army commander met with fierce criticism in the French press.",
    "Zambian Defence Minister Joseph Mwale visited a factory in Ndola.",
    # letters, congratulations, condolences
    "Namibian President Thomas Shikongo congratulated Botswana's President Kagiso Molefe on his election.",
    "Uzbek President Bekzod Yusupov sent a message of condolence to Turkish President Kemal Demir.",
    # of all sorts
    "Kenyan Interior Minister Wanjiru Otieno said that she hoped to meet her Ugandan counterpart Moses Kato.",
    "Finnish President Antti Laine regularly meets Swedish Prime Minister Maria Sjöberg.",
    "The foreign ministers of Jordan and Egypt meet every year.",
    "Bulgarian Interior Minister Stefan Iliev received a letter from Greek Interior Minister Nikos Pappas.",
    "Sudanese Foreign Minister Amna Osman left Juba without meeting South Sudanese President Peter Lual.",
    "Ukrainian President Ihor Kravets would welcome a meeting with Hungarian Prime Minister László Nagy.",
    "Belgian Prime Minister Luc Meyer, who will meet nobody in Kinshasa, toured a hospital.",
    "The Moldovan and Romanian presidents have never met, a historian said.",
    "Cambodian Prime Minister Sok Dara met voters in Siem Reap.",
    "Indian Prime Minister Rajesh Menon meets his cabinet on Monday.",
    "Danish Foreign Minister Erik Dahl and Swedish Foreign Minister Maria Sjöberg are old friends and often talk.",
    "Ghanaian President Kwame Boateng thanked Togolese President Yawo Mensah for the invitation to Lomé.",
    "Slovak Interior Minister Peter Kováč saw off Czech Interior Minister Petr Novotný at Bratislava airport.",
    "Georgian athletes will meet Armenian President Davit Sargsyan's favourite team in the final.",
    "Mali's foreign minister, Oumar Diallo, urged ECOWAS to hold talks with the junta.",
)


@pytest.mark.parametrize(("text", "meetings"), TOLD, ids=lambda value: value[:40] if isinstance(value, str) else "")
def test_meetings_that_are_told_are_coded(text: str, meetings: tuple[Expected, ...]) -> None:
    coded = [describe_meeting(meeting) for meeting in code_meetings(text, published="2024-11-22")]
    assert coded == [(kind, status, frozenset(people)) for kind, status, people in meetings]


@pytest.mark.parametrize("text", UNTOLD)
def test_what_is_no_meeting_is_not_coded(text: str) -> None:
    assert [describe_meeting(meeting) for meeting in code_meetings(text, published="2024-11-22")] == []


# A text with one meeting, and its date, city, state of the place, host and body.
SET: tuple[tuple[str, tuple[str | None, ...]], ...] = (
    (
        "Kenyan Interior Minister Wanjiru Otieno met her Ugandan counterpart Moses Kato in Kampala on 3 May 2021.",
        ("2021-05-03", "Kampala", "UGA", "UGA", None),
    ),
    (
        "Chile's President Andrea Salinas received Peruvian Foreign Minister Luis Paredes in Santiago on Monday.",
        ("2024-11-18", "Santiago", "CHL", "CHL", None),
    ),
    (
        "Swedish Foreign Minister Maria Sjöberg met Finnish Foreign Minister Antti Laine in Geneva yesterday.",
        ("2024-11-21", "Geneva", "CHE", None, None),
    ),
    (
        "Polish Foreign Minister Zofia Nowak will meet Lithuanian Foreign Minister Jonas Petrauskas on 12 June.",
        ("2025-06-12", None, None, None, None),
    ),
    (
        "Nigerian President Musa Danladi spoke by phone with Cameroonian President Paul Mbarga on Tuesday.",
        ("2024-11-19", None, None, None, None),
    ),
    (
        "Uzbek Foreign Minister Bekzod Yusupov met Afghan Acting Foreign Minister Abdul Karim in Tashkent.",
        (None, "Tashkent", "UZB", "UZB", None),
    ),
    (
        "ASEAN defence ministers met in Vientiane on 20 November 2024.",
        ("2024-11-20", "Vientiane", "LAO", "LAO", "ASEAN"),
    ),
    (
        "Czech President Petr Novotný met Slovak President Zuzana Horváthová in Bratislava in March 2023.",
        ("2023-03", "Bratislava", "SVK", "SVK", None),
    ),
    (
        "Armenian Foreign Minister Davit Sargsyan and Azerbaijani Foreign Minister Elnur Hasanov held talks on 4-5 May "
        "2023 in Arlington.",
        ("2023-05-04/2023-05-05", "Arlington", "USA", None, None),
    ),
    (
        "Serbian Interior Minister Goran Petrović will pay a visit to Hungary on 4 December.",
        ("2024-12-04", None, "HUN", "HUN", None),
    ),
)


@pytest.mark.parametrize(("text", "facts"), SET, ids=lambda value: value[:40] if isinstance(value, str) else "")
def test_a_meeting_has_date_place_and_host(text: str, facts: tuple[str | None, ...]) -> None:
    (told,) = code_meetings(text, published="2024-11-22")
    assert (told.date.edtf, told.city, told.country_code, told.host_country_code, told.organization_id) == facts


@pytest.mark.parametrize(("text", "facts"), SET, ids=lambda value: value[:40] if isinstance(value, str) else "")
def test_every_value_of_a_meeting_has_its_words(text: str, facts: tuple[str | None, ...]) -> None:
    (told,) = code_meetings(text, published="2024-11-22")
    values = {
        "meeting_type": told.meeting_type,
        "status": told.status,
        "date_edtf": told.date.edtf,
        "city": told.city,
        "country_code": told.country_code,
        "host_country_code": told.host_country_code,
        "organization_id": told.organization_id,
    }
    assert {name for name, value in values.items() if value} == {piece.column_name for piece in told.evidence}
    for piece in (*told.evidence, *(piece for person in told.participants for piece in person.evidence)):
        assert text[piece.char_start : piece.char_end] == piece.quote != ""
        assert piece.rule_id
