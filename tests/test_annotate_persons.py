"""Persons, offices and states of invented sentences from many regions, and near misses that name nobody."""

from __future__ import annotations

import pytest

from coder_cases import annotate, describe_persons

# A sentence and, for each person in it, name, office type and side, a dash for what is not told.
NAMED: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "Kenyan Interior Minister Wanjiru Otieno met her Ugandan counterpart Moses Kato in Kampala.",
        ("Wanjiru Otieno, interior_minister, KEN", "Moses Kato, interior_minister, UGA"),
    ),
    (
        "The president of Chile, Andrea Salinas, received the foreign minister of Peru, Luis Paredes.",
        ("Andrea Salinas, head_of_state, CHL", "Luis Paredes, foreign_minister, PER"),
    ),
    (
        "Norway's Prime Minister Ingrid Solberg held talks with Estonia's Defence Minister Jaan Tamm.",
        ("Ingrid Solberg, head_of_government, NOR", "Jaan Tamm, defence_minister, EST"),
    ),
    (
        "Lieutenant General Arif Siddiqui, Chief of Army Staff of Pakistan, met with General Li Wen in Beijing.",
        ("Arif Siddiqui, military_commander, PAK", "Li Wen, -, -"),
    ),
    (
        "Vietnamese Minister of Public Security Tran Van Duc met Lao Minister of Public Security Bounthavy Sisouk.",
        ("Tran Van Duc, interior_minister, VNM", "Bounthavy Sisouk, interior_minister, LAO"),
    ),
    (
        "U.S. Secretary of State Laura Whitfield spoke by phone with Jordanian Foreign Minister Sami Haddad.",
        ("Laura Whitfield, foreign_minister, USA", "Sami Haddad, foreign_minister, JOR"),
    ),
    (
        "UK Home Secretary James Hartley met Albanian Interior Minister Besnik Hoxha in Tirana.",
        ("James Hartley, interior_minister, GBR", "Besnik Hoxha, interior_minister, ALB"),
    ),
    (
        "Secretary of the Security Council of Armenia Davit Sargsyan met with NATO Secretary General Erik Dahl.",
        ("Davit Sargsyan, security_council_secretary, ARM", "Erik Dahl, organization_head, NATO"),
    ),
    (
        "Iraqi National Security Adviser Hamid al-Rubaie received the Iranian ambassador in Baghdad.",
        ("Hamid al-Rubaie, security_council_secretary, IRQ", "-, ambassador, IRN"),
    ),
    (
        "The Attorney General of Mexico, Rosa Valdés, met with the Attorney General of Guatemala, Pedro Lux.",
        ("Rosa Valdés, prosecutor_general, MEX", "Pedro Lux, prosecutor_general, GTM"),
    ),
    (
        "Egyptian Foreign Minister Tarek Mansour met the foreign ministers of Jordan and Iraq in Cairo.",
        ("Tarek Mansour, foreign_minister, EGY", "-, foreign_minister, JOR", "-, foreign_minister, IRQ"),
    ),
    (
        "King Rashid of Bahrain received the Emir of Qatar in Manama.",
        ("Rashid, head_of_state, BHR", "-, head_of_state, QAT"),
    ),
    (
        "Deputy Foreign Minister of Kazakhstan Aidar Nurlanov met Mongolia's ambassador Batbold Ganzorig in Astana.",
        ("Aidar Nurlanov, deputy_minister, KAZ", "Batbold Ganzorig, ambassador, MNG"),
    ),
    (
        "Ghana's Minister for the Interior, Kwame Boateng, met Togo's Minister of Security, Yawo Mensah, in Lomé.",
        ("Kwame Boateng, interior_minister, GHA", "Yawo Mensah, interior_minister, TGO"),
    ),
    (
        "Indonesian police chief General Budi Hartono met his Malaysian counterpart Tan Sri Razak Ismail in Jakarta.",
        ("Budi Hartono, police_chief, IDN", "Razak Ismail, police_chief, MYS"),
    ),
    (
        "Argentine Security Minister Lucía Ferrari met Paraguayan Interior Minister Ramón Benítez in Asunción.",
        ("Lucía Ferrari, interior_minister, ARG", "Ramón Benítez, interior_minister, PRY"),
    ),
    (
        "The speaker of the Uzbek parliament, Dilshod Karimov, met the speaker of the Turkish parliament.",
        ("Dilshod Karimov, speaker_of_parliament, UZB", "-, speaker_of_parliament, TUR"),
    ),
    (
        "Ethiopian Prime Minister Dawit Bekele held talks with UN Special Envoy Helene Marchand in Addis Ababa.",
        ("Dawit Bekele, head_of_government, ETH", "Helene Marchand, special_envoy, UN"),
    ),
    (
        "Colonel Nurlan Abenov, commander of the Kazakh border guard, met with Uzbek officers in Shymkent.",
        ("Nurlan Abenov, border_guard_chief, KAZ",),
    ),
    (
        "Nigeria's Chief of Defence Staff, General Musa Danladi, met Niger's army chief, General Issoufou Maïga.",
        ("Musa Danladi, chief_of_general_staff, NGA", "Issoufou Maïga, military_commander, NER"),
    ),
    (
        "The justice ministers of Portugal and Angola met in Lisbon.",
        ("-, justice_minister, PRT", "-, justice_minister, AGO"),
    ),
    (
        "German Chancellor Martin Vogt met Polish Prime Minister Zofia Nowak in Warsaw.",
        ("Martin Vogt, head_of_government, DEU", "Zofia Nowak, head_of_government, POL"),
    ),
    (
        "Saudi Interior Minister Prince Khalid bin Turki received the Yemeni interior minister, Ahmed al-Awlaki.",
        ("Khalid bin Turki, interior_minister, SAU", "Ahmed al-Awlaki, interior_minister, YEM"),
    ),
    (
        "Foreign Minister Maria Sjöberg of Sweden met Foreign Minister Antti Laine of Finland in Stockholm.",
        ("Maria Sjöberg, foreign_minister, SWE", "Antti Laine, foreign_minister, FIN"),
    ),
    (
        "Drug Control Agency director Akmal Saidov of Tajikistan met the Afghan deputy interior minister.",
        ("Akmal Saidov, drug_control_chief, TJK", "-, deputy_minister, AFG"),
    ),
    (
        "SCO Secretary-General Wei Zhang met with the president of Uzbekistan in Tashkent.",
        ("Wei Zhang, organization_head, SCO", "-, head_of_state, UZB"),
    ),
    (
        "Malian Foreign Minister Oumar Diallo met his counterparts from Niger and Burkina Faso in Bamako.",
        ("Oumar Diallo, foreign_minister, MLI",),
    ),
    (
        "Cuban Interior Minister Raúl Estévez met with Vietnam's ambassador to Cuba, Nguyen Thi Lan, in Havana.",
        ("Raúl Estévez, interior_minister, CUB", "Nguyen Thi Lan, ambassador, VNM"),
    ),
    (
        "Sri Lankan Foreign Minister Nimal Perera met Indian External Affairs Minister Rajesh Menon in Colombo.",
        ("Nimal Perera, foreign_minister, LKA", "Rajesh Menon, foreign_minister, IND"),
    ),
    (
        "Congolese President Jean Mukendi met with Rwanda's president, Eric Habimana, in Luanda.",
        ("Jean Mukendi, head_of_state, COD", "Eric Habimana, head_of_state, RWA"),
    ),
    (
        "Fiji's Minister for Home Affairs Sela Tuivaga met the New Zealand Minister of Police, Hannah Reid.",
        ("Sela Tuivaga, interior_minister, FJI", "Hannah Reid, interior_minister, NZL"),
    ),
    (
        "Lebanese army commander General Fadi Khoury met with the French chief of staff in Beirut.",
        ("Fadi Khoury, military_commander, LBN", "-, chief_of_general_staff, FRA"),
    ),
    (
        "The Somali president met the Turkish foreign minister in Mogadishu.",
        ("-, head_of_state, SOM", "-, foreign_minister, TUR"),
    ),
    (
        "Canadian Public Safety Minister Claire Dubois met U.S. Homeland Security Secretary Tom Reyes in Ottawa.",
        ("Claire Dubois, interior_minister, CAN", "Tom Reyes, interior_minister, USA"),
    ),
    (
        "Serbian Interior Minister Goran Petrović met Frontex Executive Director Hans de Vries in Belgrade.",
        ("Goran Petrović, interior_minister, SRB", "Hans de Vries, organization_head, EU"),
    ),
    (
        "President Alejandro Rivas of Colombia spoke by phone with President Carmen Ledezma of Panama.",
        ("Alejandro Rivas, head_of_state, COL", "Carmen Ledezma, head_of_state, PAN"),
    ),
    (
        "The Sultan of Oman received Algerian Foreign Minister Karim Bensalem in Muscat.",
        ("-, head_of_state, OMN", "Karim Bensalem, foreign_minister, DZA"),
    ),
    (
        "South Sudan's national security minister, Peter Lual, met his Sudanese counterpart in Juba.",
        ("Peter Lual, interior_minister, SSD", "-, interior_minister, SDN"),
    ),
    (
        "Zambia's defence minister, Joseph Mwale, met Botswana's defence minister, Kagiso Molefe, in Lusaka.",
        ("Joseph Mwale, defence_minister, ZMB", "Kagiso Molefe, defence_minister, BWA"),
    ),
    (
        "Iran's Foreign Minister Reza Tavakoli met Russia's Foreign Minister Igor Malinin in Tehran.",
        ("Reza Tavakoli, foreign_minister, IRN", "Igor Malinin, foreign_minister, RUS"),
    ),
    (
        "Spanish Interior Minister Pablo Herrero and Moroccan Interior Minister Youssef Alami met in Rabat.",
        ("Pablo Herrero, interior_minister, ESP", "Youssef Alami, interior_minister, MAR"),
    ),
    (
        "The Philippine Secretary of National Defense, Ramon Cruz, met the Vietnamese defense minister in Manila.",
        ("Ramon Cruz, defence_minister, PHL", "-, defence_minister, VNM"),
    ),
    (
        "Israeli Defense Minister Yael Barak met Cypriot Defence Minister Andreas Georgiou in Nicosia.",
        ("Yael Barak, defence_minister, ISR", "Andreas Georgiou, defence_minister, CYP"),
    ),
    (
        "Tunisian President Slim Gharbi received Libya's interior minister, Omar Fathi, in Tunis.",
        ("Slim Gharbi, head_of_state, TUN", "Omar Fathi, interior_minister, LBY"),
    ),
    (
        "Ecuador's police commander General Iván Torres met Colombia's police director General Hugo Mejía in Quito.",
        ("Iván Torres, police_chief, ECU", "Hugo Mejía, police_chief, COL"),
    ),
    (
        "The Georgian foreign minister, Nino Beridze, met with the Romanian foreign minister, Mihai Popa.",
        ("Nino Beridze, foreign_minister, GEO", "Mihai Popa, foreign_minister, ROU"),
    ),
    (
        "Interpol Secretary General Jonas Keller met Senegalese Interior Minister Aminata Sow in Dakar.",
        ("Jonas Keller, organization_head, INTERPOL", "Aminata Sow, interior_minister, SEN"),
    ),
    (
        "Papua New Guinea's Prime Minister John Kila met Solomon Islands Prime Minister Samuel Hou in Honiara.",
        ("John Kila, head_of_government, PNG", "Samuel Hou, head_of_government, SLB"),
    ),
    (
        "Bulgarian prosecutor general Stefan Iliev met with his North Macedonian counterpart Vesna Trajkova.",
        ("Stefan Iliev, prosecutor_general, BGR", "Vesna Trajkova, prosecutor_general, MKD"),
    ),
    (
        "Kuwaiti Interior Minister Sheikh Nasser Al-Mutairi met Iraqi Interior Minister Salam Jabbar in Basra.",
        ("Nasser Al-Mutairi, interior_minister, KWT", "Salam Jabbar, interior_minister, IRQ"),
    ),
    (
        "Eswatini's King Dumisani met with South African President Thabo Nkosi in Pretoria.",
        ("Dumisani, head_of_state, SWZ", "Thabo Nkosi, head_of_state, ZAF"),
    ),
    (
        "Afghan Acting Foreign Minister Mullah Abdul Karim met Uzbekistan's special representative Bekzod Yusupov.",
        ("Abdul Karim, foreign_minister, AFG", "Bekzod Yusupov, special_envoy, UZB"),
    ),
    (
        "The Chief of the General Staff of the Armed Forces of Belarus, Major General Viktar Hulik, met in Minsk "
        "with the Chief of the General Staff of the Armed Forces of Serbia, General Milan Mojić.",
        ("Viktar Hulik, chief_of_general_staff, BLR", "Milan Mojić, chief_of_general_staff, SRB"),
    ),
    (
        "Bangladesh Home Minister Farhana Rahman met with Myanmar's home affairs minister in Dhaka.",
        ("Farhana Rahman, interior_minister, BGD", "-, interior_minister, MMR"),
    ),
    (
        "Honduran Security Minister Óscar Pineda met Salvadoran counterpart Marta Quijano in Tegucigalpa.",
        ("Óscar Pineda, interior_minister, HND", "Marta Quijano, interior_minister, SLV"),
    ),
    (
        "Nepali Foreign Minister Bishnu Gurung held talks with Chinese Foreign Minister Sun Haoran in Kathmandu.",
        ("Bishnu Gurung, foreign_minister, NPL", "Sun Haoran, foreign_minister, CHN"),
    ),
    (
        "CSTO Secretary General Anvar Tashev met with the Kyrgyz defense minister, Major General Ulan Beishenov.",
        ("Anvar Tashev, organization_head, CSTO", "Ulan Beishenov, defence_minister, KGZ"),
    ),
    (
        "Chadian President General Ali Seïd met the head of Sudan's Sovereign Council in N'Djamena.",
        ("Ali Seïd, head_of_state, TCD", "-, head_of_state, SDN"),
    ),
)

# Sentences with nobody in whom the coder is interested: places, bodies, days, things named like people.
NAMELESS: tuple[str, ...] = (
    "Heavy rain met a cold front over the Panj valley on Sunday.",
    "The meeting hall of the old town was repainted in May.",
    "Kabul and Tehran hope for a meeting of experts.",
    "The Shanghai Cooperation Organization met its target in Bishkek.",
    "Asia-Plus reports that talks were held in Dushanbe.",
    "Three ministries met their deadlines in April.",
    "The Ministry of Foreign Affairs of Kazakhstan met with criticism on Monday.",
    "Talks between Armenia and Azerbaijan were held in Geneva.",
    "The Interior Ministry said the meeting in Osh had ended.",
    "Lake Victoria and Mount Kenya meet every definition of a park.",
)


@pytest.mark.parametrize(("text", "persons"), NAMED, ids=lambda value: value[:40] if isinstance(value, str) else "")
def test_persons_have_name_office_and_side(text: str, persons: tuple[str, ...]) -> None:
    assert describe_persons(annotate(text)) == set(persons)


@pytest.mark.parametrize("text", NAMELESS)
def test_nobody_is_found_where_nobody_is(text: str) -> None:
    assert describe_persons(annotate(text)) == set()
