"""Invented texts in the manner of embassies, commands and bodies of states, with what they tell of themselves."""

# ruff: noqa: E501
# A paragraph of a text is one line here as it is there.

from __future__ import annotations

from layouts import Layout

LAYOUTS = (
    Layout(
        name="us-embassy",
        text="""U.S. Embassy in Tajikistan
Toggle Navigation
Home | News & Events | Ambassador Delivers Border Equipment to Tajik Partners
Ambassador Delivers Border Equipment to Tajik Partners
By U.S. Mission Tajikistan
3 MINUTE READ
APRIL 8, 2024
Dushanbe, Tajikistan, April 8, 2024 – U.S. Ambassador Peter Lang met Chief of the Border Troops Rajabali Rahmonov today and handed over 20 vehicles.

The vehicles will be used against drug smugglers in Khatlon.

By U.S. Mission Tajikistan | 8 April, 2024 | Topics: News, Press Releases
Related Articles
Chargé Visits Khorog
""",
        title="Ambassador Delivers Border Equipment to Tajik Partners",
        outlet="usembassy_gov",
        published="2024-04-08",
        place="Dushanbe",
        begins="U.S. Ambassador Peter Lang",
        ends="drug smugglers in Khatlon.",
        never=("Khorog", "Topics"),
    ),
    Layout(
        name="centcom",
        text="""U.S. Central Command
PRESS RELEASE | April 7, 2025
CENTCOM Commander visits Uzbekistan and Kyrgyzstan
By Public Affairs, U.S. Central Command
TAMPA, Fla. – Gen. Miles Carter, commander of U.S. Central Command, met with the defense ministers of Uzbekistan and Kyrgyzstan from April 3 to 6.

In Tashkent they spoke about ISIS-Khorasan.

-30-
USCENTCOM Media Desk
""",
        title="CENTCOM Commander visits Uzbekistan and Kyrgyzstan",
        outlet="u_s_central_command",
        published="2025-04-07",
        begins="Gen. Miles Carter, commander",
        ends="spoke about ISIS-Khorasan.",
        never=("Media Desk",),
        place="Tampa",
    ),
    Layout(
        name="homeland-security",
        text="""Homeland Security
Breadcrumb
Home
News
Press Releases
Readout of Secretary Doyle’s Visit to Panama
Release Date: June 24, 2025
WASHINGTON – Secretary of Homeland Security Karen Doyle traveled to Panama City on June 23 and met with Panamanian Minister of Public Security Frank Alvarado.
They signed an arrangement on biometric data.
###
Topics
Border Security
Keywords
Secretary of Homeland Security
Last Updated: 06/25/2025
""",
        title="Readout of Secretary Doyle’s Visit to Panama",
        outlet="u_s_department_of_homeland_security",
        published="2025-06-24",
        place="Washington",
        begins="Secretary of Homeland Security",
        ends="on biometric data.",
        never=("Keywords",),
    ),
    Layout(
        name="netherlands",
        text="""Government of the Netherlands
Home > Latest > News
Dutch and Iraqi ministers discuss return of Daesh fighters
News item | 14-05-2025 | 16:20
The Dutch Minister of Foreign Affairs, Pieter Vos, and his Iraqi counterpart Fouad Salim met in Baghdad today.

They discussed the trial of Daesh fighters held in Syria.

Ministry responsible
Ministry of Foreign Affairs
""",
        title="Dutch and Iraqi ministers discuss return of Daesh fighters",
        outlet="government_of_the_netherlands",
        published="2025-05-14",
        begins="The Dutch Minister of",
        ends="held in Syria.",
        never=("Ministry responsible",),
    ),
    Layout(
        name="la-moncloa",
        text="""La Moncloa
Portada > President > News
The President of the Government of Spain meets with the Prime Minister of Mauritania
Nouakchott, 8.2.2024
The President of the Government of Spain, Manuel Ferrer, has held a meeting with the Prime Minister of Mauritania, Mokhtar Ould Salem, in Nouakchott.
Both leaders agreed to strengthen police cooperation against migrant smuggling networks.
Non official translation
""",
        title="The President of the Government of Spain meets with the Prime Minister of Mauritania",
        outlet="la_moncloa",
        published="2024-02-08",
        place="Nouakchott",
        begins="The President of the Government of Spain, Manuel",
        ends="migrant smuggling networks.",
    ),
    Layout(
        name="norway",
        text="""regjeringen.no
Press release | No: 45/24 | Date: 12/06/2024
Foreign Minister meets Central Asian colleagues
Ministry of Foreign Affairs
The Minister of Foreign Affairs, Knut Berg, met the foreign ministers of Kazakhstan and Kyrgyzstan in Oslo on Wednesday.
– We share an interest in stable neighbours, says Berg.
Contact
Ministry of Foreign Affairs
Press phone: +47 23 95 00 02
""",
        title="Foreign Minister meets Central Asian colleagues",
        outlet="government_of_norway",
        published="2024-06-12",
        begins="The Minister of Foreign Affairs, Knut",
        ends="stable neighbours, says Berg.",
        never=("Press phone",),
    ),
    Layout(
        name="uzbek-foreign-ministry",
        text="""MINISTRY OF FOREIGN AFFAIRS
OF THE REPUBLIC OF UZBEKISTAN
Press center | News
A meeting with the National Security Advisor of Afghanistan
2024 | 26 February

On February 26, the Minister of Foreign Affairs of Uzbekistan received the acting deputy prime minister of Afghanistan, Abdul Wali Noori.

The sides agreed to exchange information on the movement of narcotics.

82
Print version
All news
27.02.2024 Meeting with the Ambassador of Egypt
""",
        title="A meeting with the National Security Advisor of Afghanistan",
        outlet="ministry_of_foreign_affairs_of_uzbekistan",
        published="2024-02-26",
        begins="On February 26, the Minister",
        ends="movement of narcotics.",
        never=("Egypt", "Print version"),
    ),
    Layout(
        name="turkmen-foreign-ministry",
        text="""Ministry of Foreign Affairs of Turkmenistan
Articles
The Head of the MFA of Turkmenistan met with the Executive Director of UNODC
04.11.2024

On November 4, 2024, Deputy Chairman of the Cabinet of Ministers, Minister of Foreign Affairs of Turkmenistan R.Meredow met with the Executive Director of the UN Office on Drugs and Crime G.Walsh, who arrived in Ashgabat to take part in a conference.

The parties talked about the new road map against illicit drugs.

Other news
The credentials of the Ambassador of Japan were accepted
""",
        title="The Head of the MFA of Turkmenistan met with the Executive Director of UNODC",
        outlet="ministry_of_foreign_affairs_of_turkmenistan",
        published="2024-11-04",
        begins="On November 4, 2024, Deputy",
        ends="against illicit drugs.",
        never=("Japan",),
    ),
    Layout(
        name="sco-secretariat",
        text="""Shanghai Cooperation Organisation
Secretariat
News
25.06.2024
SCO Secretary-General meets with Director of the RATS Executive Committee
On June 25, 2024, SCO Secretary-General Chen Hao met with Director of the Executive Committee of the SCO Regional Anti-Terrorist Structure Ulan Mirzaev in Beijing.

They discussed the draft programme against extremism for 2025–2027.

Tags: RATS
""",
        title="SCO Secretary-General meets with Director of the RATS Executive Committee",
        outlet="sco_secretariat",
        published="2024-06-25",
        begins="On June 25, 2024, SCO",
        ends="extremism for 2025–2027.",
        never=("Tags",),
    ),
    Layout(
        name="osce",
        text="""OSCE
Organization for Security and Co-operation in Europe
News and press releases
OSCE Secretary General discusses border security with Tajik Foreign Minister in Dushanbe
DUSHANBE, 22 May 2025 – OSCE Secretary General Fatma Yıldız met with Foreign Minister Sirojiddin Nabiev and discussed the Border Management Staff College.

She will travel on to Tashkent tomorrow.

Contacts
Press Office
Phone: + 43 1 514 36 6000
""",
        title="OSCE Secretary General discusses border security with Tajik Foreign Minister in Dushanbe",
        outlet="osce_press_service",
        published="2025-05-22",
        place="Dushanbe",
        begins="OSCE Secretary General Fatma",
        ends="on to Tashkent tomorrow.",
        never=("Phone",),
    ),
    Layout(
        name="gcc",
        text="""The Cooperation Council for the Arab States of the Gulf
Secretariat General
Media center » News
H.E. the GCC Secretary General meets the Minister of Interior of Uzbekistan
Riyadh - 11/02/2025
His Excellency Mr. Salem Al-Khatib, Secretary General of the Gulf Cooperation Council, met today with the Minister of Internal Affairs of the Republic of Uzbekistan, Pulat Aminov, in Riyadh.
They reviewed the joint action plan 2023-2027 and the fight against drugs.
All rights reserved to GCC © 2025
""",
        title="H.E. the GCC Secretary General meets the Minister of Interior of Uzbekistan",
        outlet="gcc_general_secretariat",
        published="2025-02-11",
        place="Riyadh",
        begins="His Excellency Mr. Salem",
        ends="fight against drugs.",
        never=("All rights",),
    ),
)
