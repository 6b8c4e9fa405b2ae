"""Meetings one after the other, hosts and guests, heads of delegations, who chaired and who attended; and near misses."""

from __future__ import annotations

import pytest

from test_meetings_told_otherwise import BILATERAL, DAY, SEVERAL, VISIT, Told, described

CASES: tuple[tuple[str, tuple[Told, ...]], ...] = (
    # one after the other
    (
        "On Wednesday the Omani foreign minister, Salim al-Harthy, met first with Lebanese President Joseph Haddad, then "
        "with Prime Minister Karim Saad and finally with army chief General Elias Khoury.",
        (
            (BILATERAL, "held", "2024-11-20", None, ("Salim al-Harthy, OMN", "Joseph Haddad, LBN")),
            (BILATERAL, "held", "2024-11-20", None, ("Salim al-Harthy, OMN", "Karim Saad, LBN")),
            (BILATERAL, "held", "2024-11-20", None, ("Salim al-Harthy, OMN", "Elias Khoury, LBN")),
        ),
    ),
    (
        "Omani Foreign Minister Salim al-Harthy is to see President Joseph Haddad and, separately, Parliament Speaker "
        "Nabil Saad in Beirut on Wednesday.",
        (
            (BILATERAL, "planned", "2024-11-27", "Beirut", ("Salim al-Harthy, OMN", "Joseph Haddad, LBN")),
            (BILATERAL, "planned", "2024-11-27", "Beirut", ("Salim al-Harthy, OMN", "Nabil Saad, LBN")),
        ),
    ),
    (
        "Uruguayan Defence Minister Elena Pardo held talks on Monday with Ghanaian Defence Minister Kojo Mensah and later "
        "with Nigerian Defence Minister Musa Bello.",
        (
            (BILATERAL, "held", "2024-11-18", None, ("Elena Pardo, URY", "Kojo Mensah, GHA")),
            (BILATERAL, "held", "2024-11-18", None, ("Elena Pardo, URY", "Musa Bello, NGA")),
        ),
    ),
    # hosts and guests
    (
        "Kenyan Foreign Minister Amina Odhiambo had her Rwandan counterpart Jean Habimana over for talks in Nairobi on Friday.",
        ((BILATERAL, "held", DAY, "Nairobi", ("Amina Odhiambo, KEN", "Jean Habimana, RWA")),),
    ),
    (
        "In May the foreign ministers of Kenya and Uganda, Amina Odhiambo and Moses Kato, had their Rwandan counterpart "
        "Jean Habimana as a guest in Nairobi for the third round of the trilateral dialogue.",
        ((SEVERAL, "held", "2024-05", "Nairobi", ("Amina Odhiambo, KEN", "Moses Kato, UGA", "Jean Habimana, RWA")),),
    ),
    (
        "Bangladeshi Home Minister Abul Hossain played host to his Nepalese counterpart Ram Thapa in Dhaka on Tuesday.",
        ((BILATERAL, "held", "2024-11-19", "Dhaka", ("Abul Hossain, BGD", "Ram Thapa, NPL")),),
    ),
    (
        "Kenyan Interior Minister Wanjiru Otieno flew to Kampala on Monday at the invitation of Ugandan Interior Minister "
        "Moses Kato. On Tuesday the minister and her host held talks on border crime.",
        ((BILATERAL, "held", "2024-11-19", "Kampala", ("Wanjiru Otieno, KEN", "Moses Kato, UGA")),),
    ),
    (
        "On Tuesday, a few hours after she had been met at the airport by Ugandan Interior Minister Moses Kato and First "
        "Deputy Minister Joseph Okello, Kenyan Interior Minister Wanjiru Otieno and her colleague sat down for talks.",
        ((BILATERAL, "held", "2024-11-19", None, ("Wanjiru Otieno, KEN", "Moses Kato, UGA")),),
    ),
    # heads of delegations
    (
        "The Indian side was led by Rajiv Menon, Joint Secretary (Counter Terrorism), and the Kazakh side by Daniyar "
        "Omarov, Deputy Foreign Minister. The talks took place in Astana on 4 March 2023.",
        ((BILATERAL, "held", "2023-03-04", "Astana", ("Rajiv Menon, IND", "Daniyar Omarov, KAZ")),),
    ),
    (
        "Nepal's delegation at the talks was headed by Ram Thapa, Joint Secretary at the Home Ministry, Bangladesh's by "
        "Abul Hossain, Additional Secretary.",
        ((BILATERAL, "held", None, None, ("Ram Thapa, NPL", "Abul Hossain, BGD")),),
    ),
    # who chaired, who attended
    (
        "Norwegian Defence Minister Kari Lund is taking part in Riga in the fourth meeting of the defence ministers of the "
        "Baltic Sea countries, which opened on Friday under the chairmanship of Latvian Defence Minister Janis Berzins.",
        ((SEVERAL, "held", "2024-11-22", "Riga", ("Kari Lund, NOR", "Janis Berzins, LVA")),),
    ),
    (
        "The fourth meeting of defence ministers of the Baltic Sea states, chaired by Latvian Defence Minister Janis "
        "Berzins, was held in Riga on Friday. Norwegian Defence Minister Kari Lund and Swedish Defence Minister Eva Dahl "
        "attended.",
        ((SEVERAL, "held", "2024-11-22", "Riga", ("Kari Lund, NOR", "Janis Berzins, LVA", "Eva Dahl, SWE")),),
    ),
    # an office told by the kind of its body
    (
        "Ana Petrova, secretary of the Security Council of Bulgaria, arrived in Skopje on Tuesday. On Wednesday the "
        "secretary of the council met North Macedonian President Goran Iliev.",
        ((BILATERAL, "held", "2024-11-20", "Skopje", ("Ana Petrova, BGR", "Goran Iliev, MKD")),),
    ),
    # calls of courtesy are paid in person
    (
        "On Monday Minister for Foreign Affairs of Japan Kamikawa Yoko received a courtesy call from Secretary-General Rebecca "
        "Grynspan of UNCTAD.",
        ((BILATERAL, "held", "2024-11-18", None, ("Kamikawa Yoko, JPN", "Rebecca Grynspan, UNCTAD")),),
    ),
    (
        "Lithuanian Foreign Minister Ona Kalnina received a farewell visit by Ambassador of Georgia Ilia Lomidze on Monday.",
        ((BILATERAL, "held", "2024-11-18", None, ("Ona Kalnina, LTU", "Ilia Lomidze, GEO")),),
    ),
    (
        "President of Mongolia Bat Ganbold received a phone call from President of Kazakhstan Daniyar Omarov on Monday.",
        (("phone_call", "held", "2024-11-18", None, ("Bat Ganbold, MNG", "Daniyar Omarov, KAZ")),),
    ),
    # who met is told in the sentence
    (
        "South Korean Defense Minister Lee Min-ho, U.S. Defense Secretary Paul Hayes and Japanese Defense Minister Kenji Mori "
        "made the agreement when they met in Singapore, three days after the launch.",
        ((SEVERAL, "held", None, "Singapore", ("Lee Min-ho, KOR", "Paul Hayes, USA", "Kenji Mori, JPN")),),
    ),
    (
        "The plan was first promised by Chilean President Rosa Valdés and Peruvian President Luis Paredes at their talks in "
        "Arica in May 2023.",
        ((BILATERAL, "held", "2023-05", "Arica", ("Rosa Valdés, CHL", "Luis Paredes, PER")),),
    ),
    # an invitation names the host, an apposition the guest
    (
        "At the invitation of the President of India, Smt. Meera Rao, the President of the United Republic of Tanzania, H.E. "
        "Dr. Amina Juma, is paying a State Visit to India from 8 to 10 October 2023.",
        ((VISIT, "held", "2023-10-08/2023-10-10", None, ("Amina Juma, TZA",)),),
    ),
    # sessions opened, co-chaired, of several or of two states
    (
        "High Representative Ana Kask and the Secretary of Foreign Affairs of the Philippines, Ma. Teresa Luna, opened the "
        "first EU-Philippines Security and Defence Dialogue in Brussels on 11 February 2024.",
        ((BILATERAL, "held", "2024-02-11", "Brussels", ("Ana Kask, EU", "Ma. Teresa Luna, PHL")),),
    ),
    (
        "Diplomats said defence ministers of the six countries would meet in Lusaka on Thursday to work out a ceasefire.",
        ((SEVERAL, "planned", "2024-11-28", "Lusaka", ()),),
    ),
    (
        "Today in the city of Batken the regular meeting of the heads of the governmental delegations of the Republic of "
        "Tajikistan and the Kyrgyz Republic took place. The delegation of Tajikistan was headed by General Karim Nazarov, the "
        "delegation of Kyrgyzstan by General Ulan Beishenov. Following the meeting, the sides signed a protocol.",
        ((BILATERAL, "held", "2024-11-22", "Batken", ("Karim Nazarov, TJK", "Ulan Beishenov, KGZ")),),
    ),
    (
        "The Argentine, Paraguayan and Chilean delegations were led, respectively, by Ambassador Héctor Larrea; by Deputy "
        "Minister of the Interior Mario Sosa; and by Ambassador William Paz.",
        ((SEVERAL, "held", None, None, ("Héctor Larrea, ARG", "Mario Sosa, PRY", "William Paz, CHL")),),
    ),
    (
        "Chief of Army Staff General Syed Anwar of Pakistan, on a visit to Türkiye, called on President Kemal Aydin and held "
        "separate meetings with the Minister of National Defence and the Commander of Turkish Land Forces.",
        (
            (BILATERAL, "held", None, None, ("Syed Anwar, PAK", "Kemal Aydin, TUR")),
            (BILATERAL, "held", None, None, ("Syed Anwar, PAK", "Minister of National Defence, TUR")),
            (BILATERAL, "held", None, None, ("Syed Anwar, PAK", "Commander of Land Forces, TUR")),
        ),
    ),
    # sessions told by what they did, by who is to hold them, by who was there
    (
        "The 11th ASEAN Ministerial Meeting on Transnational Crime adopted the Declaration in Manila on Wednesday.",
        ((SEVERAL, "held", "2024-11-20", "Manila", ()),),
    ),
    (
        "The envoy spoke ahead of the session on Somalia which the Peace and Security Council of the African Union is to "
        "hold by videoconference on 27 January 2025.",
        ((SEVERAL, "planned", "2025-01-27", None, ()),),
    ),
    (
        "The ECOWAS summit opened in Abuja on Thursday. Among the participants were President Aminata Kone of Côte d'Ivoire "
        "and Senegal's President Ousmane Fall.",
        ((SEVERAL, "held", "2024-11-21", "Abuja", ("Aminata Kone, CIV", "Ousmane Fall, SEN")),),
    ),
    (
        "Six African presidents ended two days of talks in the resort town of Victoria Falls on Tuesday.",
        ((SEVERAL, "held", "2024-11-19", "Victoria Falls", ()),),
    ),
    # given for a guest; who was there; at the close of a session; who is expected
    (
        "On the morning of November 14, in Hanoi, General Van Minh, Minister of Public Security of Vietnam, hosted a reception "
        "for General Kham Souk, Minister of Public Security of Laos, who is leading a delegation on a working visit.",
        ((BILATERAL, "held", "2024-11-14", "Hanoi", ("Van Minh, VNM", "Kham Souk, LAO")),),
    ),
    (
        "Jordanian Foreign Minister Rana Saad gave a dinner in honour of her Omani counterpart Salim al-Harthy in Amman on "
        "Monday.",
        ((BILATERAL, "held", "2024-11-18", "Amman", ("Rana Saad, JOR", "Salim al-Harthy, OMN")),),
    ),
    (
        "Canadian Defence Minister Anna Roy spoke by telephone with Defence Minister Marek Nowak of Poland. Minister Roy and "
        "Minister Nowak will both be at the meeting of NATO Defence Ministers in Brussels on March 16.",
        (
            ("phone_call", "held", None, None, ("Anna Roy, CAN", "Marek Nowak, POL")),
            (SEVERAL, "planned", "2025-03-16", "Brussels", ("Anna Roy, CAN", "Marek Nowak, POL")),
        ),
    ),
    (
        "President Uhuru Karanja of Kenya today held talks with the Prime Minister of Somalia, Hassan Ali, at State House, "
        "Nairobi. Present at the meeting were Deputy President William Kipto and Somalia's Minister for Internal Security, "
        "Mohamed Islow.",
        (
            (
                BILATERAL,
                "held",
                "2024-11-22",
                "Nairobi",
                ("Uhuru Karanja, KEN", "Hassan Ali, SOM", "William Kipto, KEN", "Mohamed Islow, SOM"),
            ),
        ),
    ),
    (
        "Chilean Defence Minister Rodrigo Prats and his Argentine counterpart Arturo Puig made the announcement at the close "
        "of a working session which lasted almost four hours.",
        ((BILATERAL, "held", None, None, ("Rodrigo Prats, CHL", "Arturo Puig, ARG")),),
    ),
    (
        "The second regional ministerial conference on border security will be held Thursday in Rabat with the participation "
        "of Algeria, Libya, Mali, Morocco and Niger.",
        ((SEVERAL, "planned", "2024-11-28", "Rabat", ()),),
    ),
    # another of the body is another person
    (
        "The secretary of the Security Council of Bulgaria, Ana Petrova, arrived in Skopje on Tuesday. The deputy head of "
        "the council stayed in Sofia.",
        ((VISIT, "held", "2024-11-19", "Skopje", ("Ana Petrova, BGR",)),),
    ),
)

NONE: tuple[str, ...] = (
    "Jordanian Foreign Minister Rana Saad gave a dinner for orphans in Amman on Monday.",
    "Algerian Minister Karim Bouzid expected rain in N'Djamena on Thursday.",
    "The bridge was built with the participation of Algeria, Libya and Mali.",
    "Among the winners in Abuja on Thursday were President Aminata Kone of Côte d'Ivoire and Senegal's President Ousmane Fall.",
    "Six African songs ended two days of concerts in Victoria Falls on Tuesday.",
    "Minister for Foreign Affairs of Japan Kamikawa Yoko received a call for help from Georgian fishermen.",
    "Defence ministers of the country would meet in Lusaka on Thursday.",
    "South Korean Defense Minister Lee Min-ho said they met expectations in Singapore.",
    "Polish Interior Minister Ewa Nowak had Czech Interior Minister Jan Dvorak to thank for the result.",
    "Under the leadership of President Goran Iliev, North Macedonia has opened its border to Bulgarian trade.",
    "Peruvian Defence Minister Luis Paredes attended. Nobody spoke.",
    "The Indian side was led by Rajiv Menon, Joint Secretary, and the second car by his driver.",
)


@pytest.mark.parametrize(("text", "meetings"), CASES, ids=[text[:50] for text, _ in CASES])
def test_meetings_are_coded_one_by_one(text: str, meetings: tuple[Told, ...]) -> None:
    assert described(text) == {(*told[:4], tuple(sorted(told[4]))) for told in meetings}


@pytest.mark.parametrize("text", NONE)
def test_near_misses_are_no_meetings(text: str) -> None:
    assert described(text) == set()
