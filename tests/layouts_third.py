"""Invented texts in the manner of pages that bear several names, tags and notes, with what they tell of themselves."""

# ruff: noqa: E501
# A paragraph of a text is one line here as it is there.

from __future__ import annotations

from layouts import Layout

LAYOUTS = (
    Layout(
        name="poland-defence",
        text="""Gov.pl
Ministry of National Defence
News
Deputy Prime Minister meets the Minister of Defence of Georgia
05.09.2024
Deputy Prime Minister Adam Nowak met today in Kielce with Georgian Minister of Defence Irakli Lomidze. The ministers spoke about hybrid threats.
Photos (8)
Logo of Gov.pl
""",
        title="Deputy Prime Minister meets the Minister of Defence of Georgia",
        outlet="gov_pl",
        published="2024-09-05",
        begins="Deputy Prime Minister Adam",
        ends="spoke about hybrid threats.",
        never=("Logo",),
    ),
    Layout(
        name="pakistan-foreign-ministry",
        text="""Government of Pakistan
Ministry of Foreign Affairs
PR. NO. 141/2025
Press Release
Readout of the 3rd Round of Pakistan-Tajikistan Bilateral Political Consultations
The third round of Pakistan-Tajikistan Bilateral Political Consultations was held in Dushanbe today. The Pakistan side was led by Additional Foreign Secretary Imran Aslam.
Both sides condemned terrorism in all its forms.
Islamabad
17 May 2025
""",
        title="Readout of the 3rd Round of Pakistan-Tajikistan Bilateral Political Consultations",
        outlet="ministry_of_foreign_affairs_of_pakistan",
        published="2025-05-17",
        begins="The third round of",
        ends="terrorism in all its forms.",
    ),
    Layout(
        name="afghan-arg",
        text="""Islamic Emirate of Afghanistan
Ministry of Foreign Affairs
Home » News
Foreign Minister Meets Ambassador of Uzbekistan
June 11, 2024
Kabul; (June 11, 2024): Minister of Foreign Affairs Mawlawi Abdul Hai met with the Ambassador of Uzbekistan in Kabul, Odil Rahimov.
The talks turned on the Trans-Afghan railway and the fight against narcotics.
Share:
Previous Article Next Article
""",
        title="Foreign Minister Meets Ambassador of Uzbekistan",
        outlet="ministry_of_foreign_affairs_of_afghanistan",
        published="2024-06-11",
        place="Kabul",
        begins="Minister of Foreign Affairs Mawlawi",
        ends="fight against narcotics.",
        never=("Previous",),
    ),
    Layout(
        name="iran-foreign-ministry",
        text="""Islamic Republic of Iran
Ministry of Foreign Affairs
News ID: 766012
2025/5/7 - 18:30
Foreign ministers of Iran and Turkmenistan talk by phone
Dr. Seyed Abbas Karimi, the Minister of Foreign Affairs of the Islamic Republic of Iran, and Rashid Orazov, the Foreign Minister of Turkmenistan, talked by phone this evening.
They reviewed gas swaps and border security.
tags :
phone talks
comment section
""",
        title="Foreign ministers of Iran and Turkmenistan talk by phone",
        outlet="ministry_of_foreign_affairs_of_iran",
        published="2025-05-07",
        begins="Dr. Seyed Abbas Karimi",
        ends="swaps and border security.",
        never=("comment section",),
    ),
    Layout(
        name="swedish-government",
        text="""Government Offices of Sweden
Government.se
Press release from Ministry of Justice
Minister for Justice meets Iraq’s Minister of Interior
Published 21 March 2024
Minister for Justice Erik Lund received Iraq’s Minister of Interior Abdul Karim Mohsen in Stockholm on Thursday.
The ministers discussed the Foxtrot network and the return of convicted gang criminals.
Press contact
Sara Holm
Press Secretary to the Minister
Phone (switchboard) +46 8 405 10 00
""",
        title="Minister for Justice meets Iraq’s Minister of Interior",
        outlet="government_offices_of_sweden",
        published="2024-03-21",
        begins="Minister for Justice Erik",
        ends="convicted gang criminals.",
        never=("Press Secretary",),
    ),
    Layout(
        name="singapore-mfa",
        text="""Ministry of Foreign Affairs
Singapore
A Singapore Government Agency Website
Newsroom > Press Statements, Transcripts & Photos
MFA Press Statement: Official Visit by Minister for Foreign Affairs to Kazakhstan and Uzbekistan, 21 to 26 May 2024
26 May 2024
Minister for Foreign Affairs Dr Victor Lim made official visits to Kazakhstan and Uzbekistan from 21 to 26 May 2024.
In Tashkent he called on President Shavkat Mirziyoyev.
. . . . .
MINISTRY OF FOREIGN AFFAIRS
SINGAPORE
26 MAY 2024
Travel Page
""",
        title="MFA Press Statement: Official Visit by Minister for Foreign Affairs to Kazakhstan and Uzbekistan, 21 to 26 May 2024",
        outlet="ministry_of_foreign_affairs_of_singapore",
        published="2024-05-26",
        begins="Minister for Foreign Affairs Dr",
        ends="President Shavkat Mirziyoyev.",
        never=("Travel",),
    ),
    Layout(
        name="justice-department",
        text="""Department of Justice
Office of Public Affairs
FOR IMMEDIATE RELEASE
Tuesday, March 4, 2025
Attorney General and Panama’s Attorney General Sign Memorandum on Cartels
The Attorney General and her counterpart from Panama, Luis Ortega, signed a memorandum in Washington today against Tren de Aragua.
Updated March 5, 2025
Topic
VIOLENT CRIME
Component
Office of the Attorney General
Press Release Number: 25-231
""",
        title="Attorney General and Panama’s Attorney General Sign Memorandum on Cartels",
        outlet="u_s_department_of_justice",
        published="2025-03-04",
        begins="The Attorney General and her",
        ends="against Tren de Aragua.",
        never=("Component", "Updated"),
    ),
    Layout(
        name="belta-page",
        text="""BelTA – News from Belarus
President Economy Society Politics
06 May 2025, 18:44
Belarus, Tajikistan sign roadmap on security cooperation
MINSK, 6 May (BelTA) – Belarus and Tajikistan have signed a roadmap on security cooperation until 2028, BelTA learned from the Security Council.
It was signed by State Secretary Aleksandr Petrov and Secretary Nasrullo Rahmat in Dushanbe.
Subscribe to us on Twitter Print version
Recent news in Politics
Lukashenko meets with governor of Omsk Oblast
""",
        title="Belarus, Tajikistan sign roadmap on security cooperation",
        outlet="belta",
        published="2025-05-06",
        place="Minsk",
        begins="Belarus and Tajikistan have",
        ends="Rahmat in Dushanbe.",
        never=("Omsk", "Twitter"),
    ),
    Layout(
        name="khovar-page",
        text="""NIAT Khovar
Home / Foreign Policy / Secretary of the Security Council Meets Chinese Minister of Public Security
Secretary of the Security Council Meets Chinese Minister of Public Security
September 24, 2024 16:02
DUSHANBE, 24.09.2024 (NIAT Khovar) – Secretary of the Security Council Nasrullo Rahmat met the Minister of Public Security of China Wang Lei in Beijing.
The sides agreed on the training of special forces.
photo: Security Council
September 24, 2024 16:02
You also may like
Ambassador Presents Credentials
""",
        title="Secretary of the Security Council Meets Chinese Minister of Public Security",
        outlet="khovar",
        published="2024-09-24",
        place="Dushanbe",
        begins="Secretary of the Security Council Nasrullo",
        ends="training of special forces.",
        never=("Credentials", "photo:"),
    ),
    Layout(
        name="arab-news-page",
        text="""ARAB NEWS
SAUDI ARABIA
Saudi, Omani interior ministers sign agreement on extradition
SPA
May 14, 2025
22:10
Follow
RIYADH: Saudi Interior Minister Prince Faisal bin Khalid and his Omani counterpart Hamoud Al-Busaidi signed an extradition agreement in Riyadh on Wednesday, the Saudi Press Agency reported.
The ministers also spoke about drug smuggling.
Topics: Saudi Arabia Oman
RELATED
Saudi crown prince calls emir of Kuwait
""",
        title="Saudi, Omani interior ministers sign agreement on extradition",
        outlet="arab_news",
        cites=("saudi_press_agency",),
        published="2025-05-14",
        place="Riyadh",
        begins="Saudi Interior Minister Prince",
        ends="spoke about drug smuggling.",
        never=("emir of Kuwait", "Topics"),
    ),
    Layout(
        name="un-geneva",
        text="""UNODC
United Nations Office on Drugs and Crime
Regional Office for Central Asia
UNODC and Kyrgyzstan sign action plan against trafficking
Bishkek, Kyrgyzstan – 15 October 2024 – UNODC Regional Representative Oliver Kern and the Minister of Internal Affairs of the Kyrgyz Republic, Ulan Niyazbekov, signed an action plan for 2025-2026.
It deals with synthetic drugs and trafficking in persons.
For further information, please contact:
Public Information Officer
unodc-rocabishkek@un.org
""",
        title="UNODC and Kyrgyzstan sign action plan against trafficking",
        outlet="unodc_press_service",
        published="2024-10-15",
        place="Bishkek",
        begins="UNODC Regional Representative",
        ends="trafficking in persons.",
        never=("Public Information",),
    ),
    Layout(
        name="georgian-mfa",
        text="""MINISTRY OF FOREIGN AFFAIRS OF GEORGIA
Home - News
Georgian and Azerbaijani Foreign Ministers Meet in Antalya
11 April, 2025
The Minister of Foreign Affairs of Georgia, Levan Gelashvili, held a meeting with the Minister of Foreign Affairs of Azerbaijan, Elchin Rzayev, as part of the Antalya Diplomacy Forum.
The sides discussed the security of the Middle Corridor.
4 Chitadze St, Tbilisi, 0118, Georgia
Hotline: +995 322 945 000
""",
        title="Georgian and Azerbaijani Foreign Ministers Meet in Antalya",
        outlet="ministry_of_foreign_affairs_of_georgia",
        published="2025-04-11",
        begins="The Minister of Foreign Affairs of Georgia",
        ends="of the Middle Corridor.",
        never=("Hotline", "Chitadze"),
    ),
)
