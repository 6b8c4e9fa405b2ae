"""Invented texts in the manner of agencies and papers of the region, with what they tell of themselves."""

# ruff: noqa: E501
# A paragraph of a text is one line here as it is there.

from __future__ import annotations

from layouts import Layout

LAYOUTS = (
    Layout(
        name="tasnim",
        text="""Iran, Russia Hold Security Talks in Moscow
Politics news
May, 27, 2025 - 17:28
TEHRAN (Tasnim) – Secretary of Iran's Supreme National Security Council Ali Akbar Ahmadian met with his Russian counterpart in Moscow on Tuesday.
Ahmadian has traveled to Russia to attend a security meeting.
Most Visited in Politics
Iran Dismisses E3 Claims
Top Politics stories
Iranian, Omani FMs Meet in Muscat""",
        title="Iran, Russia Hold Security Talks in Moscow",
        outlet="tasnim_news_agency",
        published="2025-05-27",
        place="Tehran",
        begins="Secretary of Iran's Supreme",
        ends="ttend a security meeting.",
        never=("E3", "Muscat"),
    ),
    Layout(
        name="isna",
        text="""ISNA
Tuesday 22 April 2025 - 15:30  News Code : 1404020201422
Iran's interior minister meets Tajik president
Tehran (ISNA) - Iranian Interior Minister Eskandar Momeni met Tajik President Emomali Rahmon in Dushanbe.
End Item
Follow us on twitter
News Source : ISNA""",
        title="Iran's interior minister meets Tajik president",
        outlet="isna",
        published="2025-04-22",
        place="Tehran",
        begins="Iranian Interior Minister Es",
        ends="omali Rahmon in Dushanbe.",
        never=("End Item",),
    ),
    Layout(
        name="kazinform",
        text="""ASTANA. KAZINFORM Deputy Foreign Minister of Kazakhstan Alibek Bakayev met with Iranian Ambassador Ali Akbar Jowkar in Astana.
The diplomats talked about security, Kazinform News Agency cites the MFA's press service.""",
        outlet="kazinform",
        place="Astana",
        begins="Deputy Foreign Minister of K",
        ends="the MFA's press service.",
    ),
    Layout(
        name="inform2",
        text="""Kazakhstan, Iran boost military ties
15:40, 10 September 2024 | GMT +5
Kazakhstan's Defense Minister received his Iranian counterpart in Astana, Kazinform News Agency reports citing the Ministry's press service.
Photo credit: gov.kz
The sides signed a cooperation plan for 2025.""",
        title="Kazakhstan, Iran boost military ties",
        outlet="kazinform",
        published="2024-09-10",
        begins="Kazakhstan's Defense Ministe",
        ends="ooperation plan for 2025.",
    ),
    Layout(
        name="dailysabah",
        text="""Türkiye, Iran to boost cooperation against terrorism
BY DAILY SABAH WITH AGENCIES

ANKARA Sep 11, 2024 - 3:05 pm GMT+3
Turkish Interior Minister Ali Yerlikaya (R) shakes hands with his Iranian counterpart in Ankara, Türkiye, Sept. 11, 2024. (AA Photo)
Turkish Interior Minister Ali Yerlikaya (R) shakes hands with his Iranian counterpart in Ankara, Türkiye, Sept. 11, 2024. (AA Photo)
by  Daily Sabah with Agencies
Sep 11, 2024 3:05 pm
Turkish and Iranian ministers agreed on Wednesday to fight the PKK together.

The Daily Sabah Newsletter
Keep up to date with what’s happening in Turkey, it’s region and the world.
SIGN ME UP
You can unsubscribe at any time. By signing up you are agreeing to our Terms of Use and Privacy Policy.

They met in Ankara.""",
        title="Türkiye, Iran to boost cooperation against terrorism",
        outlet="daily_sabah",
        published="2024-09-11",
        begins="Turkish and Iranian minister",
        ends="icy.\n\nThey met in Ankara.",
        never=("shakes hands", "SIGN ME"),
    ),
    Layout(
        name="kuna",
        text="""KUWAIT, May 5 (KUNA) -- Kuwait's Interior Minister received on Monday the Iranian ambassador. (end)
fk.hb""",
        outlet="kuwait_news_agency",
        place="Kuwait",
        begins="Kuwait's Interior Minister r",
        ends="Iranian ambassador.",
    ),
    Layout(
        name="mongolia",
        text="""Ulaanbaatar, May 5, 2025 /MONTSAME/. The Secretary of the National Security Council met the ambassador of Iran.
They discussed counter-terrorism.""",
        outlet="montsame",
        published="2025-05-05",
        place="Ulaanbaatar",
        begins="The Secretary of the Nationa",
        ends="cussed counter-terrorism.",
    ),
    Layout(
        name="azertac",
        text="""Azerbaijan, Iran discuss border security
POLITICS
05.05.2025 [14:33]
Baku, May 5, AZERTAC
Chief of the State Border Service met with his Iranian counterpart in Astara.
They signed a protocol.
AZERTAG.AZ :Azerbaijan, Iran discuss border security
© Content from this site must be hyperlinked when used.""",
        title="Azerbaijan, Iran discuss border security",
        outlet="azertac",
        published="2025-05-05",
        place="Baku",
        begins="Chief of the State Border Se",
        ends=".\nThey signed a protocol.",
        never=("AZERTAG.AZ",),
    ),
    Layout(
        name="report",
        text="""Azerbaijan and Iran hold consultations
Foreign policy
6 May, 2025 12:10
Azerbaijan and Iran have held consultations in Baku, Report informs, citing the Foreign Ministry.
The sides discussed the situation in the region.""",
        title="Azerbaijan and Iran hold consultations",
        outlet="report_news_agency",
        published="2025-05-06",
        begins="Azerbaijan and Iran have hel",
        ends="situation in the region.",
    ),
    Layout(
        name="apa",
        text="""Azerbaijan, Iran ministers meet
2025-05-06 12:10
[Baku, Azerbaijan. May 6, APA] The ministers of internal affairs met in Baku.
They signed a plan.""",
        title="Azerbaijan, Iran ministers meet",
        outlet="apa",
        published="2025-05-06",
        begins="The ministers of internal af",
        ends="Baku.\nThey signed a plan.",
    ),
    Layout(
        name="pajhwok",
        text="""KABUL (Pajhwok): Acting Interior Minister Sirajuddin Haqqani met the Iranian ambassador, a statement said on Sunday.
They discussed border security.
sa/ma
Hits: 314""",
        outlet="pajhwok_afghan_news",
        place="Kabul",
        begins="Acting Interior Minister Sir",
        ends="iscussed border security.",
        never=("Hits",),
    ),
    Layout(
        name="khaama",
        text="""Afghanistan–Iran border commanders meet
By Fidel Rahmati - August 5, 2024
FILE PHOTO: Border forces.
The border commanders of Afghanistan and Iran met at Islam Qala on Sunday, Khaama Press reported.
Related
Discover more from The Khaama Press News Agency
Subscribe to get the latest posts sent to your email.""",
        title="Afghanistan–Iran border commanders meet",
        outlet="khaama_press",
        published="2024-08-05",
        begins="The border commanders of Afg",
        ends="y, Khaama Press reported.",
        never=("Discover", "Subscribe"),
    ),
    Layout(
        name="geo",
        text="""Pakistan, Iran agree to curb terrorism
By Web Desk
|
January 29, 2024
— Photo: MOFA
ISLAMABAD: The foreign ministers of Pakistan and Iran agreed on Monday to curb terrorism.
“We will fight it together,” the Iranian minister told Geo News.
Next Story >>>
More From Pakistan
PM to visit Tehran next month""",
        title="Pakistan, Iran agree to curb terrorism",
        outlet="geo_news",
        published="2024-01-29",
        place="Islamabad",
        begins="The foreign ministers of Pak",
        ends="n minister told Geo News.",
        never=("Photo", "next month"),
    ),
    Layout(
        name="afp",
        text="""Pakistan, Iran ministers meet
AFP , Monday 29 Jan 2024
The foreign ministers of Pakistan and Iran met in Islamabad on Monday.
They spoke about the border, AFP journalists saw.
Search Keywords:
Short link:""",
        title="Pakistan, Iran ministers meet",
        outlet="afp",
        published="2024-01-29",
        begins="The foreign ministers of Pak",
        ends="der, AFP journalists saw.",
    ),
)
