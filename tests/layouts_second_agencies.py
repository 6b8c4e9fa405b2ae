"""Invented texts in the manner of agencies' pages of many states, with what they tell of themselves."""

# ruff: noqa: E501
# A paragraph of a text is one line here as it is there.

from __future__ import annotations

from layouts import Layout

LAYOUTS = (
    Layout(
        name="tass-page",
        text="""TASS
Russian Politics & Diplomacy
14 May, 11:32
Shoigu meets Iranian security chief in Tehran
The sides discussed terrorism in the region
© Sergey Ivanov/TASS
TEHRAN, May 14. /TASS/. Secretary of the Russian Security Council Sergey Shoigu met with Secretary of Iran’s Supreme National Security Council Ali Ahmadian, a TASS correspondent reported.

"We exchanged views on terrorist groups in Afghanistan," Shoigu told reporters.

Tags
Foreign policy
14 May, 10:05
Lavrov to hold talks with Egyptian counterpart
""",
        title="Shoigu meets Iranian security chief in Tehran",
        outlet="tass",
        place="Tehran",
        begins="Secretary of the Russian",
        ends="Shoigu told reporters.",
        never=("Egyptian", "© Sergey"),
    ),
    Layout(
        name="anadolu-page",
        text="""ANADOLU AGENCY
Politics, World, Asia - Pacific
Turkish, Kyrgyz interior ministers sign security pact
‘We will not let terror groups use our countries,’ says Ali Demir
Burak Yilmaz |
12.03.2025 - Update : 13.03.2025
ANKARA
Turkish Interior Minister Ali Demir and his Kyrgyz counterpart Ulan Niyazbekov signed an agreement on fighting crime on Wednesday.

Demir also thanked Kyrgyzstan for the extradition of two members of the Fetullah Terrorist Organization (FETO).

*Writing by Merve Kaya in Ankara
Anadolu Agency website contains only a portion of the news stories offered to subscribers in the AA News Broadcasting System (HAS), and in summarized form. Please contact us for subscription options.
Related topics
Kyrgyzstan
Türkiye
""",
        title="Turkish, Kyrgyz interior ministers sign security pact",
        outlet="anadolu_agency",
        published="2025-03-12",
        place="Ankara",
        begins="Turkish Interior Minister",
        ends="Terrorist Organization (FETO).",
        never=("Merve", "portion of the news"),
    ),
    Layout(
        name="azertac-page",
        text="""AZERTAC
The State News Agency of Azerbaijan
POLITICS
Azerbaijani, Uzbek interior ministers hold meeting in Baku
18.04.2025 [15:41]
Baku, April 18, AZERTAC
Minister of Internal Affairs Colonel General Vugar Eyvazov has met with his Uzbek counterpart Pulat Aminov.

They discussed the fight against cybercrime.

AZERTAG.AZ : Azerbaijani, Uzbek interior ministers hold meeting in Baku
2025, April 18 15:41
© Content from this site must be hyperlinked when used.
Report a mistake by marking it and pressing ctrl + enter
""",
        title="Azerbaijani, Uzbek interior ministers hold meeting in Baku",
        outlet="azertac",
        published="2025-04-18",
        place="Baku",
        begins="Minister of Internal Affairs",
        ends="fight against cybercrime.",
        never=("hyperlinked", "Report a mistake"),
    ),
    Layout(
        name="kazinform-page",
        text="""Qazinform International News Agency
16:05, 22 May 2025 | GMT +5
Kazakhstan, Tajikistan discuss border cooperation
Deputy Prime Minister – Foreign Minister of Kazakhstan Murat Omarov held talks with Tajik Foreign Minister Sirojiddin Nabiev, Qazinform News Agency cites the Kazakh MFA’s press service.
Photo credit: Kazakh MFA
The parties paid attention to the fight against the drug trade.
To note, the President of Tajikistan is expected in Astana next week.
Tags:
Foreign policy Tajikistan
Author
Aida Sarsenova
""",
        title="Kazakhstan, Tajikistan discuss border cooperation",
        outlet="kazinform",
        published="2025-05-22",
        begins="Deputy Prime Minister –",
        ends="in Astana next week.",
        never=("Photo credit", "Aida"),
    ),
    Layout(
        name="24kg-page",
        text="""24.KG
11:20, 3 June 2025, Bishkek - 24.kg news agency , Aibek Saparov
Kyrgyzstan and Tajikistan agree on joint border patrols
The heads of the border services of Kyrgyzstan and Tajikistan met in Batken. The press service of the border service reported.
According to it, the sides agreed on joint patrols.
link: https://24.kg/english/331111/
views: 302
Print Copied
""",
        title="Kyrgyzstan and Tajikistan agree on joint border patrols",
        outlet="24_kg",
        published="2025-06-03",
        begins="The heads of the border",
        ends="agreed on joint patrols.",
        never=("views", "Copied"),
    ),
    Layout(
        name="yonhap-page",
        text="""Yonhap News Agency
National
Diplomacy
S. Korea, Uzbekistan agree to deepen cooperation against cyberattacks
By Kim Min-ho
All News 16:12 October 21, 2024
SEOUL, Oct. 21 (Yonhap) -- The vice foreign ministers of South Korea and Uzbekistan met in Seoul on Monday and agreed to cooperate against North Korean hackers, the foreign ministry said.

The two sides will sign a protocol next year, it added.

minho@yna.co.kr
(END)
Most Viewed
N. Korean leader visits arms plant
""",
        title="S. Korea, Uzbekistan agree to deepen cooperation against cyberattacks",
        outlet="yonhap_news_agency",
        published="2024-10-21",
        place="Seoul",
        begins="The vice foreign ministers",
        ends="next year, it added.",
        never=("arms plant", "minho"),
    ),
    Layout(
        name="pna-page",
        text="""Republic of the Philippines
Philippine News Agency
PH, Vietnam coast guards hold hotline talks
By Joyce Cruz
May 9, 2025, 5:36 pm
MANILA – The coast guard chiefs of the Philippines and Vietnam met here on Friday and opened a hotline against piracy.
Admiral Ramon Gil said smuggling was discussed, too. (PNA)
Comments
About the Philippine News Agency
""",
        title="PH, Vietnam coast guards hold hotline talks",
        outlet="philippine_news_agency",
        published="2025-05-09",
        place="Manila",
        begins="The coast guard chiefs",
        ends="was discussed, too. (PNA)",
        never=("About the",),
    ),
    Layout(
        name="irna-page",
        text="""IRNA English
Politics
May 21, 2025, 3:14 PM
Journalist ID: 5488
News ID: 85840112
T T
Iran’s interior minister meets Turkmen counterpart in Ashgabat
Tehran, IRNA – Iran’s Interior Minister Hamid Moradi has met Turkmen Interior Minister Muhammet Hydyrow in Ashgabat and discussed drug trafficking.
They will sign an agreement in autumn, Moradi said.
4353**9417
Politics
Iran
Turkmenistan
0 Persons
Most Viewed
Araghchi speaks with Norwegian FM by phone
""",
        title="Iran’s interior minister meets Turkmen counterpart in Ashgabat",
        outlet="irna",
        published="2025-05-21",
        place="Tehran",
        begins="Iran’s Interior Minister Hamid",
        ends="autumn, Moradi said.",
        never=("Norwegian", "Persons"),
    ),
    Layout(
        name="bernama-page",
        text="""BERNAMA.com
Malaysian National News Agency
GENERAL
Malaysia, Thailand To Step Up Fight Against Human Trafficking
06/05/2025 09:41 PM
KUALA LUMPUR, May 6 (Bernama) -- Home Minister Datuk Seri Azlan Yusof and his Thai counterpart Somchai Rattana agreed on Tuesday to set up a joint task force.
They met at the ministry in Putrajaya.
-- BERNAMA
BERNAMA provides up-to-date authentic and comprehensive news and information which are disseminated via BERNAMA Wires.
""",
        title="Malaysia, Thailand To Step Up Fight Against Human Trafficking",
        outlet="bernama",
        published="2025-05-06",
        place="Kuala Lumpur",
        begins="Home Minister Datuk Seri",
        ends="ministry in Putrajaya.",
        never=("authentic",),
    ),
    Layout(
        name="app-page",
        text="""Associated Press of Pakistan
Pakistan's National News Agency
Home National Pakistan, Tajikistan agree to boost counterterrorism cooperation
Pakistan, Tajikistan agree to boost counterterrorism cooperation
Thu, 13 Mar 2025, 9:10 PM
ISLAMABAD, Mar 13 (APP): Interior Minister Mohsin Qadir met Tajik Ambassador Sharif Saidov here on Thursday and spoke about the fight against terrorism.
The ambassador invited him to Dushanbe.
APP Services
© 2025 Associated Press of Pakistan
""",
        title="Pakistan, Tajikistan agree to boost counterterrorism cooperation",
        outlet="associated_press_of_pakistan",
        published="2025-03-13",
        place="Islamabad",
        begins="Interior Minister Mohsin",
        ends="invited him to Dushanbe.",
        never=("APP Services",),
    ),
    Layout(
        name="reuters-page-us-numeric",
        text="""UPI
World News
Sept. 3, 2024 / 4:15 PM
U.S., Iraq defense chiefs meet on end of coalition mission
By Dana Pierce
Sept. 3 (UPI) -- U.S. Defense Secretary James Colby met Iraqi Defense Minister Thabit Hamdani at the Pentagon on Tuesday to discuss the fight against the Islamic State.
The coalition will end by 2026, both said.
Read More
Israel, Hamas resume talks in Cairo
""",
        title="U.S., Iraq defense chiefs meet on end of coalition mission",
        outlet="united_press_international",
        published="2024-09-03",
        begins="U.S. Defense Secretary James",
        ends="by 2026, both said.",
        never=("Hamas",),
    ),
)
