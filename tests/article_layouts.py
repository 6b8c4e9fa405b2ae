"""Invented texts in the manners of outlets and offices of all regions, with what they tell of themselves."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """A text, the facts that it states, where its story begins and ends, and what the story must not hold."""

    name: str
    text: str
    begins: str
    ends: str
    title: str | None = None
    outlet: str | None = None
    cites: tuple[str, ...] = ()
    published: str | None = None
    place: str | None = None
    never: tuple[str, ...] = ()


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
    Layout(
        name="qna",
        text="""Doha / QNA / The Minister of Interior met Sunday with the Commander of the Iranian Police on the sidelines of Milipol Qatar.
During the meeting, they discussed ways to fight drug smuggling. (QNA)
""",
        outlet="qatar_news_agency",
        place="Doha",
        begins="The Minister of Interior met",
        ends="drug smuggling. (QNA)",
    ),
    Layout(
        name="uzbek-agency-one-line",
        text="""15 May 2024 18:10 Uzbekistan, Iran discuss border security TASHKENT, May 15 (UzA) – A meeting of the heads of the border services of Uzbekistan and Iran was held in Tashkent. The sides signed a protocol. Follow us on Telegram @uza_en Related news Tashkent hosts SCO drug conference""",
        title="Uzbekistan, Iran discuss border security",
        outlet="uza",
        published="2024-05-15",
        place="Tashkent",
        begins="A meeting of the heads",
        ends="signed a protocol.",
        never=("Follow us", "SCO drug"),
    ),
    Layout(
        name="turkmen-paper-read-also-inside",
        text="""Turkmenistan and Iran agreed on joint patrols
May 4, 2025, 09:15
The border commanders of Turkmenistan and Iran met on 2 May at the Altyn Asyr post, ORIENT correspondent reports.
READ ALSO
Foreign ministers of Turkmenistan and Oman spoke by telephone
The commanders agreed on joint patrols and on the exchange of information about smugglers.
Related: Iran’s ambassador received in Ashgabat
They also visited the post of Gaudan.
Most read
Turkmen delegation attends SCO meeting in Tianjin
President of Turkmenistan receives the Minister of Defence of Belarus
""",
        title="Turkmenistan and Iran agreed on joint patrols",
        outlet="orient",
        published="2025-05-04",
        begins="The border commanders",
        ends="post of Gaudan.",
        never=("Oman", "received in Ashgabat", "Tianjin", "Belarus"),
    ),
    Layout(
        name="unlisted-agency",
        text="""Khorog, 7 August 2023 (Pamir News Agency) – The heads of the border troops of Tajikistan and of the Afghan border police met on the bridge at Tem.

They agreed to open a telephone line.
""",
        outlet="pamir_news_agency",
        published="2023-08-07",
        place="Khorog",
        begins="The heads of the border",
        ends="a telephone line.",
    ),
    Layout(
        name="undated-dateline",
        text="""MUSCAT: The police chiefs of Oman and Iran met in Muscat on Sunday and agreed to exchange data on drug smugglers.
A similar accord was signed on March 3, 2021.
""",
        place="Muscat",
        begins="The police chiefs",
        ends="March 3, 2021.",
    ),
    Layout(
        name="hard-wrapped",
        text="""FOR IMMEDIATE RELEASE
Ministers agree on a common list of wanted persons

VIENNA, 14 June 2022 - The interior ministers of Austria and Uzbekistan met on
Tuesday in Vienna and agreed that their police forces shall keep a common list
of persons wanted for drug trafficking, which each side will bring up to date
every month and share with the border posts.

The Uzbek minister invited his host to Tashkent, where the second round of the
talks is to be held in the coming year if both governments give their leave.
""",
        title="Ministers agree on a common list of wanted persons",
        published="2022-06-14",
        place="Vienna",
        begins="The interior ministers of Austria",
        ends="give their leave.",
    ),
    Layout(
        name="caption-with-a-day",
        text="""Iran, Armenia discuss border
12 October 2024
Photo: Armenian Security Council secretary Armen Grigoryan and his Iranian counterpart in Yerevan, October 11, 2024
The secretaries of the security councils of Armenia and Iran have met in Yerevan.
They spoke of roads and of the border.
""",
        title="Iran, Armenia discuss border",
        published="2024-10-12",
        begins="The secretaries of the",
        ends="of the border.",
        never=("Photo",),
    ),
    Layout(
        name="announced-list",
        text="""Tashkent and Tehran widen cooperation
18 September 2023
Following the talks the ministers signed:
- a protocol on border security
- a programme of cooperation for 2024-2025
- a memorandum on the fight against drugs
""",
        title="Tashkent and Tehran widen cooperation",
        published="2023-09-18",
        begins="Following the talks",
        ends="the fight against drugs",
    ),
)
