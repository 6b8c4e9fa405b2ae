"""Invented texts in the manner of government offices and international bodies, with what they tell of themselves."""

# ruff: noqa: E501
# A paragraph of a text is one line here as it is there.

from __future__ import annotations

from layouts import Layout

LAYOUTS = (
    Layout(
        name="us-state-department",
        text="""Home > Office of the Spokesperson > Press Releases
Secretary Harlow’s Meeting with Uzbekistan Foreign Minister Karimov
READOUT
OFFICE OF THE SPOKESPERSON
NOVEMBER 3, 2023
The below is attributable to Spokesperson Daniel Reed:

Secretary of State Anna Harlow met today with Uzbekistan Foreign Minister Aziz Karimov in Tashkent. They discussed border security and the return of foreign fighters.

The Secretary thanked the Foreign Minister for his country’s hospitality.

TAGS
Bureau of South and Central Asian Affairs  Office of the Spokesperson  Uzbekistan
""",
        title="Secretary Harlow’s Meeting with Uzbekistan Foreign Minister Karimov",
        outlet="u_s_department_of_state",
        published="2023-11-03",
        begins="Secretary of State Anna Harlow",
        ends="country’s hospitality.",
        never=("attributable", "Bureau of South"),
    ),
    Layout(
        name="kremlin",
        text="""Events
Telephone conversation with President of Tajikistan Emomali Rahmon
March 5, 2025
13:25
The Kremlin, Moscow
The presidents discussed the protection of the Tajik-Afghan border. Vladimir Putin congratulated Emomali Rahmon on the completion of the exercise.
The two leaders agreed to continue their contacts.
Topics
Foreign policy
Persons
Rahmon Emomali
Publication status
Published in sections: News, Telephone conversations
Publication date: March 5, 2025, 13:25
Direct link: en.kremlin.ru/d/76411
""",
        title="Telephone conversation with President of Tajikistan Emomali Rahmon",
        outlet="president_of_russia",
        published="2025-03-05",
        begins="The presidents discussed",
        ends="continue their contacts.",
        never=("Publication status", "Rahmon Emomali\n"),
    ),
    Layout(
        name="japan-mofa",
        text="""Japan-Tajikistan Relations
Japan-Tajikistan Foreign Ministers’ Telephone Talk

December 3, 2024
Japanese

On December 3, commencing at 10:30 a.m. for approximately 50 minutes, Mr. TANAKA Kenji, Minister for Foreign Affairs of Japan, held a telephone talk with H.E. Mr. Sirojiddin Muhriddin, Minister of Foreign Affairs of the Republic of Tajikistan. The overview is as follows.

1. At the outset, Minister Tanaka stated that Japan would continue its support for border management.
2. In response, Minister Muhriddin expressed his gratitude.

Related Information
Japan-Tajikistan Relations
Back to Top
""",
        title="Japan-Tajikistan Foreign Ministers’ Telephone Talk",
        published="2024-12-03",
        begins="On December 3, commencing",
        ends="expressed his gratitude.",
        never=("Back to Top", "Related Information"),
    ),
    Layout(
        name="india-mea",
        text="""Media Center › Press Releases
Visit of National Security Advisor to Uzbekistan (July 1-2, 2025)
July 03, 2025

The National Security Advisor visited Tashkent and called on the Secretary of the Security Council of Uzbekistan. Both sides condemned terrorism in all its forms.

The two sides agreed to hold the next round in New Delhi.

New Delhi
July 03, 2025
""",
        title="Visit of National Security Advisor to Uzbekistan (July 1-2, 2025)",
        published="2025-07-03",
        begins="The National Security Advisor",
        ends="round in New Delhi.",
    ),
    Layout(
        name="china-mfa",
        text="""Home > Top Stories
Wang Lei Meets with Iranian Foreign Minister Seyed Karim Moradi
2024-09-03 18:20
(From: Ministry of Foreign Affairs)

On September 3, 2024, Foreign Minister Wang Lei met with Iranian Foreign Minister Seyed Karim Moradi in Beijing.
Wang Lei said that the two sides should strengthen law enforcement cooperation.
【Share】 Print
""",
        title="Wang Lei Meets with Iranian Foreign Minister Seyed Karim Moradi",
        published="2024-09-03",
        begins="On September 3, 2024,",
        ends="law enforcement cooperation.",
        never=("Print",),
    ),
    Layout(
        name="eeas",
        text="""03.09.2024
EEAS Press Team
Uzbekistan: High Representative meets Foreign Minister in Samarkand

PRESS RELEASE

The High Representative met today the Foreign Minister of Uzbekistan in Samarkand. They talked about counter-terrorism and the situation in Afghanistan.

The two sides will hold their next security dialogue in Brussels.

Contacts
Lena Novak
Press Officer for Central Asia
+32 2 555 01 02
""",
        outlet="european_external_action_service",
        title="Uzbekistan: High Representative meets Foreign Minister in Samarkand",
        published="2024-09-03",
        begins="The High Representative met",
        ends="dialogue in Brussels.",
        never=("Press Officer", "+32"),
    ),
    Layout(
        name="uk-gov",
        text="""News story
Foreign Secretary hosts Kazakhstan counterpart for strategic dialogue

The Foreign Secretary and his Kazakh counterpart agreed a new security partnership.

From:
Foreign, Commonwealth & Development Office
Published 26 February 2024
Last updated 27 February 2024

The Foreign Secretary met the Deputy Prime Minister of Kazakhstan in London today. They signed a memorandum of understanding on migration.

Share this page
Share on Facebook (opens in new tab)
Share on Twitter (opens in new tab)
Updates to this page
Published 26 February 2024
""",
        title="Foreign Secretary hosts Kazakhstan counterpart for strategic dialogue",
        published="2024-02-26",
        begins="The Foreign Secretary and his",
        ends="understanding on migration.",
        never=("opens in new tab", "Updates to this page"),
    ),
    Layout(
        name="nato",
        text="""NATO
News
NATO Deputy Secretary General meets the Minister of Defence of Uzbekistan
03 Sep. 2024 -
Last updated: 04 Sep. 2024 10:15

The NATO Deputy Secretary General met the Minister of Defence of Uzbekistan at Headquarters on Tuesday.
They discussed practical cooperation against terrorism.
""",
        title="NATO Deputy Secretary General meets the Minister of Defence of Uzbekistan",
        outlet="nato_site",
        published="2024-09-03",
        begins="The NATO Deputy",
        ends="cooperation against terrorism.",
    ),
    Layout(
        name="akorda",
        text="""Akorda.kz
12 May 2025
Kassym-Jomart Tokayev held talks with the Secretary of Iran’s Security Council

The President of Kazakhstan received the Secretary of the Supreme National Security Council of Iran.

During the conversation, prospects for cooperation against drug trafficking were discussed.
Photo: Akorda
""",
        title="Kassym-Jomart Tokayev held talks with the Secretary of Iran’s Security Council",
        outlet="akorda",
        published="2025-05-12",
        begins="The President of Kazakhstan",
        ends="trafficking were discussed.",
        never=("Photo",),
    ),
    Layout(
        name="ispr",
        text="""PRESS RELEASE
No PR-125/2024-ISPR
Rawalpindi, 3 Sep 2024:
Commander of the Iranian Border Guards, Brigadier General Reza Sohrabi, called on Chief of Army Staff at GHQ today. Matters of mutual interest were discussed.
The COAS said that terrorism is a common enemy.
-ISPR-
""",
        outlet="inter_services_public_relations",
        published="2024-09-03",
        place="Rawalpindi",
        begins="Commander of the Iranian",
        ends="is a common enemy.",
    ),
    Layout(
        name="un",
        text="""19 September 2023
Readout of the Secretary-General’s meeting with H.E. Mr. Ebrahim Raisi, President of the Islamic Republic of Iran

The Secretary-General met with H.E. Mr. Ebrahim Raisi, President of the Islamic Republic of Iran. They exchanged views on regional stability.
New York, 19 September 2023
""",
        title="Readout of the Secretary-General’s meeting with H.E. Mr. Ebrahim Raisi, President of the Islamic Republic of Iran",
        published="2023-09-19",
        begins="The Secretary-General met wi",
        ends="ws on regional stability.",
        never=("New York",),
    ),
    Layout(
        name="whitehouse",
        text="""THE WHITE HOUSE
Office of the Press Secretary
FOR IMMEDIATE RELEASE
September 21, 2023

READOUT OF PRESIDENT’S C5+1 MEETING

The President met today with the presidents of Kazakhstan, the Kyrgyz Republic, Tajikistan, Turkmenistan, and Uzbekistan in New York City.

They agreed to step up counterterrorism cooperation.

###
""",
        title="READOUT OF PRESIDENT’S C5+1 MEETING",
        outlet="white_house",
        published="2023-09-21",
        begins="The President met today with",
        ends="terterrorism cooperation.",
        never=("###",),
    ),
)
