"""Invented texts in the manner of offices and state agencies of Asia and the Pacific, with what they tell of themselves."""

# ruff: noqa: E501
# A paragraph of a text is one line here as it is there.

from __future__ import annotations

from layouts import Layout

LAYOUTS = (
    Layout(
        name="mofa-japan-new",
        text="""Ministry of Foreign Affairs of Japan
Home > News > Press Releases
Europe
Japan-Uzbekistan Foreign Ministers’ Meeting
August 26, 2025
Press Release
日本語 (Japanese)
[Handshake photo]
Japan-Uzbekistan Foreign Ministers’ Meeting (Photo: MOFA)

On August 26, commencing at 4:10 p.m. for approximately 25 minutes, Mr. SATO Hiroshi, Minister for Foreign Affairs of Japan, held a meeting with H.E. Mr. Bakhtiyor Saidov, Minister of Foreign Affairs of the Republic of Uzbekistan.

1 Minister Sato spoke of the CA+JAD framework.

2 The two Ministers shared concern about cyberattacks.

Related Links
Republic of Uzbekistan
Page Top
""",
        title="Japan-Uzbekistan Foreign Ministers’ Meeting",
        outlet="ministry_of_foreign_affairs_of_japan",
        published="2025-08-26",
        begins="On August 26, commencing",
        ends="concern about cyberattacks.",
        never=("Page Top", "(Photo: MOFA)"),
    ),
    Layout(
        name="mea-india",
        text="""Ministry of External Affairs
Government of India
Media Center
Press Releases
4th India-Kazakhstan Joint Working Group on Counter Terrorism
March 19, 2025

The 4th meeting of the India-Kazakhstan Joint Working Group on Counter Terrorism was held in New Delhi on 18 March 2025.

2. Shri Ravi Menon, Joint Secretary, led the Indian delegation. Mr Talgat Ospanov led the Kazakh side.

3. Both sides condemned the Pahalgam attack.

New Delhi
March 19, 2025

Write a Comment
Name *
Email *
""",
        title="4th India-Kazakhstan Joint Working Group on Counter Terrorism",
        outlet="ministry_of_external_affairs_of_india",
        published="2025-03-19",
        begins="The 4th meeting of the",
        ends="the Pahalgam attack.",
        never=("Email",),
    ),
    Layout(
        name="pib-india",
        text="""Press Information Bureau
Government of India
Ministry of Defence
Raksha Mantri holds talks with his Kyrgyz counterpart in Bishkek
Posted On: 03 JUN 2025 7:12PM by PIB Delhi

Raksha Mantri Shri Arun Verma held talks with the Minister of Defence of the Kyrgyz Republic, Lieutenant General Baktybek Asanov, in Bishkek on June 03, 2025.

Both Ministers condemned cross-border terrorism in all its forms.

*****
ABB/Savvy
(Release ID: 2133601) Visitor Counter : 512
Read this release in: Urdu , Hindi , Tamil
""",
        title="Raksha Mantri holds talks with his Kyrgyz counterpart in Bishkek",
        outlet="press_information_bureau",
        published="2025-06-03",
        begins="Raksha Mantri Shri Arun Verma",
        ends="in all its forms.",
        never=("ABB", "Release ID", "Urdu"),
    ),
    Layout(
        name="fmprc-new",
        text="""Ministry of Foreign Affairs
People's Republic of China
Home>Top Stories
Wang Lei Holds Talks with Tajik Foreign Minister Sirojiddin Nabiev
Updated: November 24, 2025 22:10

On November 24, 2025 local time, Member of the Political Bureau of the CPC Central Committee and Foreign Minister Wang Lei held talks with Tajik Foreign Minister Sirojiddin Nabiev in Dushanbe.

Wang Lei said that China is ready to fight the "three forces" with Tajikistan.

[ Suggest to a friend ]
[ Print ]
Ministry of Foreign Affairs, the People's Republic of China
Address: No. 2, Chaoyangmen Nandajie, Chaoyang District, Beijing, 100701 Tel: 86-10-65961114
""",
        title="Wang Lei Holds Talks with Tajik Foreign Minister Sirojiddin Nabiev",
        outlet="ministry_of_foreign_affairs_of_china",
        published="2025-11-24",
        begins="On November 24, 2025 local",
        ends='forces" with Tajikistan.',
        never=("Chaoyangmen", "Suggest"),
    ),
    Layout(
        name="mofa-korea",
        text="""MINISTRY OF FOREIGN AFFAIRS
REPUBLIC OF KOREA
Press Releases
Vice Minister Meets with First Deputy Foreign Minister of Tajikistan
Date 2025-06-04
Writer Press Relations Division
Hit 412

1. First Vice Minister of Foreign Affairs Park Ji-won met with First Deputy Foreign Minister of Tajikistan Sodiq Imomov in Seoul on June 4.

2. They agreed to hold the next policy consultation in Dushanbe.

*unofficial translation*
Attached file: 1. photo.jpg
List
""",
        title="Vice Minister Meets with First Deputy Foreign Minister of Tajikistan",
        outlet="ministry_of_foreign_affairs_of_the_republic_of_korea",
        published="2025-06-04",
        begins="1. First Vice Minister",
        ends="consultation in Dushanbe.",
        never=("photo.jpg", "unofficial"),
    ),
    Layout(
        name="foreign-minister-australia",
        text="""Minister for Foreign Affairs
Senator the Hon Helen Marsh
Home / Media releases
Visit to Fiji and Tonga
Media release
5 September 2024

Today I travel to Suva and Nuku’alofa for meetings with Prime Minister Rabuka and Prime Minister Tufa.

We will talk about transnational crime and the fight against methamphetamine.

Media enquiries
Minister's office: (02) 6277 7500
DFAT Media Liaison: (02) 6261 1555
""",
        title="Visit to Fiji and Tonga",
        published="2024-09-05",
        begins="Today I travel to Suva",
        ends="against methamphetamine.",
        never=("6277",),
    ),
    Layout(
        name="spa-saudi",
        text="""SPA
Saudi Press Agency
Politics
Saudi Interior Minister Meets Iraqi Counterpart in Baghdad
Sunday 1446/11/13 - 2025/05/11

Baghdad, May 11, 2025, SPA -- Minister of Interior Prince Faisal bin Khalid met in Baghdad today with Iraqi Minister of Interior Abdul Karim Mohsen.
They discussed the fight against Captagon smuggling.
-- SPA
18:20 LOCAL TIME 15:20 GMT
0010
www.spa.gov.sa/2345678
""",
        title="Saudi Interior Minister Meets Iraqi Counterpart in Baghdad",
        outlet="saudi_press_agency",
        published="2025-05-11",
        place="Baghdad",
        begins="Minister of Interior Prince",
        ends="against Captagon smuggling.",
        never=("LOCAL TIME",),
    ),
    Layout(
        name="wam-emirates",
        text="""Emirates News Agency - WAM
Saif bin Rashid receives Minister of Internal Affairs of Kazakhstan
Tue 04-02-2025 19:45 PM

ABU DHABI, 4th February, 2025 (WAM) -- H.H. Sheikh Saif bin Rashid, Minister of Interior, received Yerzhan Sadenov, Minister of Internal Affairs of Kazakhstan, in Abu Dhabi.

They reviewed cooperation against organised crime.

WAM/Amina Saleh/Khoder Nashar
Maktoum, French President discuss regional ties
""",
        title="Saif bin Rashid receives Minister of Internal Affairs of Kazakhstan",
        outlet="emirates_news_agency",
        published="2025-02-04",
        place="Abu Dhabi",
        begins="H.H. Sheikh Saif",
        ends="against organised crime.",
        never=("French President", "Khoder"),
    ),
    Layout(
        name="qna-qatar",
        text="""QNA
Minister of State for Foreign Affairs Meets Iranian Deputy Foreign Minister
Doha, October 12 (QNA) - HE Minister of State for Foreign Affairs Sultan bin Saad met Monday with HE Deputy Foreign Minister of the Islamic Republic of Iran Majid Takht, who is visiting the country.

The meeting dealt with the latest developments in Afghanistan. (QNA)

Qatar News Agency
12 October 2024
""",
        title="Minister of State for Foreign Affairs Meets Iranian Deputy Foreign Minister",
        outlet="qatar_news_agency",
        published="2024-10-12",
        place="Doha",
        begins="HE Minister of State for",
        ends="developments in Afghanistan. (QNA)",
    ),
    Layout(
        name="kuna-kuwait",
        text="""KUNA : Kuwaiti, Tajik ministers sign security MoU - Politics - 03/06/2024
Kuwaiti, Tajik ministers sign security MoU

DUSHANBE, June 3 (KUNA) -- Kuwaiti Deputy Premier and Interior Minister Sheikh Fahad Al-Yousef and his Tajik counterpart Ramazon Hamro signed Monday a memorandum of understanding on fighting drugs.
Sheikh Fahad also met President Emomali Rahmon. (end)
tm.hb
""",
        title="Kuwaiti, Tajik ministers sign security MoU",
        outlet="kuwait_news_agency",
        published="2024-06-03",
        place="Dushanbe",
        begins="Kuwaiti Deputy Premier and",
        ends="President Emomali Rahmon.",
        never=("tm.hb",),
    ),
    Layout(
        name="asean-site",
        text="""ASEAN
ABOUT US  NEWS  RESOURCES
Home > News > Secretary-General of ASEAN meets with the Minister of Foreign Affairs of Türkiye
Secretary-General of ASEAN meets with the Minister of Foreign Affairs of Türkiye
July 11, 2025
Secretary-General of ASEAN, Dr. Lim Boon Hock, met with the Minister of Foreign Affairs of Türkiye, Kemal Arslan, today, on the sidelines of the 58th ASEAN Foreign Ministers’ Meeting in Kuala Lumpur.
They exchanged views on online scams and trafficking in persons.
Download the full statement here.
ASEAN Secretariat, Jakarta
""",
        title="Secretary-General of ASEAN meets with the Minister of Foreign Affairs of Türkiye",
        outlet="asean_secretariat",
        published="2025-07-11",
        begins="Secretary-General of ASEAN, Dr. Lim",
        ends="trafficking in persons.",
        never=("Download the full",),
    ),
)
