"""Invented texts in the manner of agencies of all continents, with what they tell of themselves."""

# ruff: noqa: E501
# A paragraph of a text is one line here as it is there.

from __future__ import annotations

from layouts import Layout

LAYOUTS = (
    Layout(
        name="kenya-nation-agency",
        text="""NAIROBI, Kenya, Mar 3 – Kenya and Iran have agreed to fight the drug trade together, the Interior Cabinet Secretary said on Monday.
He spoke after a meeting with the Iranian ambassador in Nairobi.
About The Author
OMONDI WERE
See author's posts
""",
        place="Nairobi",
        begins="Kenya and Iran have agreed",
        ends="ambassador in Nairobi.",
        never=("OMONDI", "See author"),
    ),
    Layout(
        name="nigeria-nan",
        text="""Nigeria, Iran sign pact on drug control

Abuja, March 3, 2025 (NAN) The Federal Government and Iran have signed a memorandum of understanding on drug control in Abuja.

The Minister of Interior, Mr Tunde Bakare, said this after talks with his Iranian counterpart. (NAN) (www.nannews.ng)

Edited by Sadiya Musa
""",
        title="Nigeria, Iran sign pact on drug control",
        outlet="news_agency_of_nigeria",
        published="2025-03-03",
        place="Abuja",
        begins="The Federal Government and Iran",
        ends="(www.nannews.ng)",
        never=("Edited by",),
    ),
    Layout(
        name="south-africa-sanews",
        text="""SAnews.gov.za
Friday, March 7, 2025

Pretoria – South Africa and Iran have held the 15th session of their joint commission in Pretoria.

"We will fight transnational crime together," the Minister of International Relations said. – SAnews.gov.za

Share this post:
Facebook icon  Twitter icon  LinkedIn icon
""",
        outlet="south_african_government_news_agency",
        published="2025-03-07",
        place="Pretoria",
        begins="South Africa and Iran have",
        ends="SAnews.gov.za",
        never=("icon",),
    ),
    Layout(
        name="algeria-aps",
        text="""ALGIERS- The Minister of the Interior, Brahim Merad, received on Sunday in Algiers the ambassador of Iran, a statement said.
The two sides reviewed security cooperation.
""",
        place="Algiers",
        begins="The Minister of the Interior",
        ends="reviewed security cooperation.",
    ),
    Layout(
        name="prensa-latina",
        text="""Cuba and Iran strengthen cooperation against drugs

Havana, Mar 3 (Prensa Latina) The interior ministers of Cuba and Iran signed today in Havana a protocol on the fight against drugs.

The document was signed at the end of official talks.

jrr/llp/mem/abc
""",
        title="Cuba and Iran strengthen cooperation against drugs",
        outlet="prensa_latina",
        place="Havana",
        begins="The interior ministers",
        ends="end of official talks.",
        never=("jrr/llp",),
    ),
    Layout(
        name="efe",
        text="""Caracas, 3 Mar 2025 (EFE).- The defense ministers of Venezuela and Iran met on Monday in Caracas to review a plan of military cooperation. EFE
sc/jlp/fp
""",
        outlet="efe",
        published="2025-03-03",
        place="Caracas",
        begins="The defense ministers",
        ends="military cooperation. EFE",
    ),
    Layout(
        name="brazil-planalto",
        text="""BRICS
Brazil and Iran discuss security at BRICS meeting
Published on 04/30/2025 06:12 PM
Modified on 05/02/2025 09:00 AM

The Minister of Foreign Affairs held a bilateral meeting with his Iranian counterpart in Rio de Janeiro. The two ministers condemned terrorism.

Categories: Foreign Affairs and Diplomacy
Share:  Facebook  Twitter  LinkedIn  Whatsapp
""",
        title="Brazil and Iran discuss security at BRICS meeting",
        published="2025-04-30",
        begins="The Minister of Foreign",
        ends="ministers condemned terrorism.",
        never=("Categories", "Whatsapp"),
    ),
    Layout(
        name="reuters-on-a-page",
        text="""WORLD NEWS
Iran, Pakistan agree to secure border after clashes
By Reuters
January 22, 2024 3:14 PM GMT+5  Updated 10 months ago

ISLAMABAD, Jan 22 (Reuters) - Pakistan and Iran agreed on Monday to work together against militants on their border, the Pakistani foreign ministry said.

The foreign ministers spoke by telephone on Friday, Al Jazeera reported.

ADVERTISEMENT · SCROLL TO CONTINUE

"We have one enemy," the minister said.

Reporting by Asif Shah in Islamabad; Editing by Jo Lane
Our Standards: The Thomson Reuters Trust Principles.
""",
        title="Iran, Pakistan agree to secure border after clashes",
        outlet="reuters",
        cites=("al_jazeera",),
        published="2024-01-22",
        place="Islamabad",
        begins="Pakistan and Iran agreed",
        ends="the minister said.",
        never=("SCROLL", "Reporting by"),
    ),
    Layout(
        name="ap",
        text="""Iran and Russia sign security deal
By NASSER KARIMI
Updated 9:40 PM GMT+3, April 18, 2025

TEHRAN, Iran (AP) — Iran and Russia signed a security agreement on Friday, state media reported.

The deal was signed by the secretaries of the two security councils.
""",
        title="Iran and Russia sign security deal",
        outlet="associated_press",
        published="2025-04-18",
        place="Tehran",
        begins="Iran and Russia signed a",
        ends="two security councils.",
    ),
    Layout(
        name="xinhua",
        text="""Chinese, Iranian defense chiefs hold talks in Qingdao

Source: Xinhua | 2025-06-26 20:15:30 | Editor: huaxia

QINGDAO, June 26 (Xinhua) -- Chinese Defense Minister Dong Jun held talks with his Iranian counterpart here on Thursday.

Dong said China stands ready to deepen military cooperation. Enditem
""",
        title="Chinese, Iranian defense chiefs hold talks in Qingdao",
        outlet="xinhua",
        published="2025-06-26",
        place="Qingdao",
        begins="Chinese Defense Minister",
        ends="military cooperation.",
    ),
    Layout(
        name="tass",
        text="""3 Jul 2025, 14:08
Shoigu, Ahmadian discuss security in Caspian region

MOSCOW, July 3. /TASS/. Secretary of the Russian Security Council Sergey Shoigu has held a telephone conversation with his Iranian counterpart Ali Akbar Ahmadian.

"The sides exchanged opinions on the Caspian region," the press service said.
Tags
Iran
Sergey Shoigu
""",
        title="Shoigu, Ahmadian discuss security in Caspian region",
        outlet="tass",
        published="2025-07-03",
        place="Moscow",
        begins="Secretary of the Russian",
        ends="the press service said.",
        never=("Sergey Shoigu\n",),
    ),
    Layout(
        name="pti-in-a-newspaper",
        text="""The Hindu
India, Iran NSAs discuss terror
PTI
Published - March 05, 2024 10:41 pm IST - NEW DELHI

NEW DELHI, 5 March (PTI): The national security advisers of India and Iran met here on Tuesday and discussed terrorism.

They also spoke of the Chabahar port.

Published - March 05, 2024 10:41 pm IST
Read Comments
Copy link  Email  Facebook  Twitter
Related Topics
India / Iran
""",
        title="India, Iran NSAs discuss terror",
        outlet="hindu",
        cites=("press_trust_of_india",),
        published="2024-03-05",
        place="New Delhi",
        begins="The national security",
        ends="the Chabahar port.",
        never=("Copy link", "India / Iran"),
    ),
    Layout(
        name="anadolu",
        text="""Turkish, Iranian interior ministers meet in Ankara

Ministers discuss border security, fight against PKK

Merve Aydogan   | 11.09.2024 - Update : 12.09.2024

ANKARA

Turkish Interior Minister Ali Yerlikaya met with his Iranian counterpart in Ankara on Wednesday.

They discussed the fight against the PKK terror group, Anadolu has learned.

Anadolu Agency website contains only a portion of the news stories offered to subscribers in the AA News Broadcasting System (HAS), and in summarized form. Please contact us for subscription options.
""",
        title="Turkish, Iranian interior ministers meet in Ankara",
        outlet="anadolu_agency",
        published="2024-09-11",
        place="Ankara",
        begins="Turkish Interior Minister",
        ends="Anadolu has learned.",
        never=("subscribers",),
    ),
)
