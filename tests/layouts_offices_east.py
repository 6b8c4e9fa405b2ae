"""Invented texts in the manner of offices of Russia, Central Asia and the Caucasus, with what they tell of themselves."""

# ruff: noqa: E501
# A paragraph of a text is one line here as it is there.

from __future__ import annotations

from layouts import Layout

LAYOUTS = (
    Layout(
        name="kremlin-meeting",
        text="""President of Russia
Events
Structure
Videos and Photos
Meeting with Secretary of Iran’s Supreme National Security Council Ali Ahmadian
Vladimir Putin received in the Kremlin Secretary of the Supreme National Security Council of Iran Ali Ahmadian.
September 17, 2024
19:20
The Kremlin, Moscow
President of Russia Vladimir Putin: Mr Ahmadian, I am happy to see you.

Our security councils work together against terrorism in Afghanistan and beyond.

<…>
See also
Telephone conversation with President of Iran Masoud Pezeshkian
September 10, 2024
Publication status
Published in sections: News, Transcripts
Publication date: September 17, 2024, 19:20
Direct link: en.kremlin.ru/d/75111
""",
        title="Meeting with Secretary of Iran’s Supreme National Security Council Ali Ahmadian",
        outlet="president_of_russia",
        published="2024-09-17",
        begins="Vladimir Putin received in the",
        ends="Afghanistan and beyond.",
        never=("Pezeshkian", "Direct link"),
    ),
    Layout(
        name="russian-foreign-ministry",
        text="""Ministry of Foreign Affairs of the Russian Federation
Main page / Foreign policy / News
12 February 2025 14:07
Press release on Foreign Minister Sergey Lavrov’s telephone conversation with Minister of Foreign Affairs of Tajikistan Sirojiddin Muhriddin
220-12-02-2025

On February 12, Foreign Minister Sergey Lavrov had a telephone conversation with Minister of Foreign Affairs of Tajikistan Sirojiddin Muhriddin.

The ministers discussed the strengthening of the Tajik-Afghan border under CSTO plans.

Latest news
14 February 2025 10:00
Foreign Minister Lavrov to meet with Foreign Minister of Cuba
""",
        title="Press release on Foreign Minister Sergey Lavrov’s telephone conversation with Minister of Foreign Affairs of Tajikistan Sirojiddin Muhriddin",
        outlet="ministry_of_foreign_affairs_of_russia",
        published="2025-02-12",
        begins="On February 12, Foreign",
        ends="under CSTO plans.",
        never=("Cuba",),
    ),
    Layout(
        name="akorda-new",
        text="""Official website of the
President of the Republic of Kazakhstan
Main page
Events
The Head of State received the Secretary General of the CSTO
28 May 2025
Kassym-Jomart Tokayev discussed with Sergey Lebedev the readiness of the collective forces.

The President noted that the fight against extremism needs joint work.

Read also
28 May 2025 The Head of State spoke by phone with the President of Türkiye
27 May 2025 The Head of State received the Minister of Energy
Akorda © 2025
""",
        title="The Head of State received the Secretary General of the CSTO",
        outlet="akorda",
        published="2025-05-28",
        begins="Kassym-Jomart Tokayev discussed",
        ends="needs joint work.",
        never=("Türkiye", "Minister of Energy", "Akorda ©"),
    ),
    Layout(
        name="president-uz",
        text="""PRESS SERVICE
OF THE PRESIDENT OF THE REPUBLIC OF UZBEKISTAN
06-08-2025
President of Uzbekistan receives the Secretary of the Security Council of Russia
On August 6, President of the Republic of Uzbekistan Shavkat Mirziyoyev received a delegation led by Secretary of the Security Council of the Russian Federation Sergei Shoigu.

Issues of countering terrorism, extremism and transnational crime were considered.

President.uz
""",
        title="President of Uzbekistan receives the Secretary of the Security Council of Russia",
        outlet="president_of_uzbekistan",
        published="2025-08-06",
        begins="On August 6, President of",
        ends="crime were considered.",
    ),
    Layout(
        name="tajik-foreign-ministry",
        text="""Ministry of Foreign Affairs of the Republic of Tajikistan
Home  News
Meeting of the First Deputy Minister of Foreign Affairs with the Ambassador of Iran
15.05.2024 17:40

On May 15, 2024, the First Deputy Minister of Foreign Affairs of the Republic of Tajikistan Farrukh Sharifzoda met with the Ambassador Extraordinary and Plenipotentiary of the Islamic Republic of Iran Alireza Haghi.

During the meeting, the sides discussed cooperation in fighting drug trafficking.

‹ back
Archive
""",
        title="Meeting of the First Deputy Minister of Foreign Affairs with the Ambassador of Iran",
        outlet="ministry_of_foreign_affairs_of_tajikistan",
        published="2024-05-15",
        begins="On May 15, 2024, the First",
        ends="fighting drug trafficking.",
        never=("Archive",),
    ),
    Layout(
        name="kyrgyz-foreign-ministry",
        text="""Ministry of Foreign Affairs of the Kyrgyz Republic
Main / Press center / News
About the meeting of Minister Jeenbek Kulubaev with the EU Special Representative
17 October 2024

On October 17, 2024, Minister of Foreign Affairs of the Kyrgyz Republic Jeenbek Kulubaev received the EU Special Representative for Central Asia.

The parties exchanged views on security in Afghanistan.

Press Service of the Ministry of Foreign Affairs of the Kyrgyz Republic
720040, Bishkek, 57 Erkindik Boulevard
""",
        title="About the meeting of Minister Jeenbek Kulubaev with the EU Special Representative",
        outlet="ministry_of_foreign_affairs_of_kyrgyzstan",
        published="2024-10-17",
        begins="On October 17, 2024, Minister",
        ends="on security in Afghanistan.",
        never=("Erkindik", "Press Service"),
    ),
    Layout(
        name="president-az",
        text="""President of the Republic of Azerbaijan Ilham Aliyev
Official web-site
NEWS
Ilham Aliyev received Secretary of Security Council of Tajikistan
14 April 2025, 12:35
On April 14, President of the Republic of Azerbaijan Ilham Aliyev received Secretary of the Security Council of Tajikistan Nasrullo Rahmat.

They stressed the importance of joint work against terrorism.

Related documents
Ilham Aliyev received credentials of incoming ambassador of Nepal
© 2025 Press Service of the President
""",
        title="Ilham Aliyev received Secretary of Security Council of Tajikistan",
        outlet="president_of_azerbaijan",
        published="2025-04-14",
        begins="On April 14, President",
        ends="work against terrorism.",
        never=("Nepal", "Press Service"),
    ),
    Layout(
        name="azerbaijan-foreign-ministry",
        text="""Republic of Azerbaijan
Ministry of Foreign Affairs
No:212/25, Information of the Press Service Department on the political consultations between the Foreign Ministries of Azerbaijan and Turkmenistan
12 May 2025 18:15
On May 12, political consultations between the Ministries of Foreign Affairs of Azerbaijan and Turkmenistan were held in Ashgabat.

The Azerbaijani delegation was led by Deputy Minister Elnur Mammadli.
""",
        title="No:212/25, Information of the Press Service Department on the political consultations between the Foreign Ministries of Azerbaijan and Turkmenistan",
        outlet="ministry_of_foreign_affairs_of_azerbaijan",
        published="2025-05-12",
        begins="On May 12, political",
        ends="Minister Elnur Mammadli.",
    ),
    Layout(
        name="turkish-foreign-ministry",
        text="""Republic of Türkiye Ministry of Foreign Affairs
Homepage > Press Releases and Statements > 2025
No: 96, 20 April 2025, Press Release Regarding the Meeting with the Foreign Minister of Turkmenistan
Our Minister met with Foreign Minister of Turkmenistan Rashid Orazov in Ankara today (20 April).

An action plan against transnational crime for 2025-2027 was signed.
""",
        title="No: 96, 20 April 2025, Press Release Regarding the Meeting with the Foreign Minister of Turkmenistan",
        outlet="ministry_of_foreign_affairs_of_turkiye",
        published="2025-04-20",
        begins="Our Minister met with",
        ends="2025-2027 was signed.",
    ),
    Layout(
        name="csto-site",
        text="""Collective Security Treaty Organization
CSTO
News
The CSTO Secretary General met with the Minister of Defence of Tajikistan
03.06.2025
On June 3, in Dushanbe, CSTO Secretary General Taalatbek Masadykov met with the Minister of Defence of the Republic of Tajikistan Emomali Sobirzoda.

They spoke about the Targeted Interstate Program for strengthening the border with Afghanistan.

CSTO Press Service
odkb-csto.org
""",
        title="The CSTO Secretary General met with the Minister of Defence of Tajikistan",
        outlet="csto_press_service",
        published="2025-06-03",
        begins="On June 3, in Dushanbe,",
        ends="border with Afghanistan.",
    ),
)
