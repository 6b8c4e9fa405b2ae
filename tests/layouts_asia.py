"""Invented texts in the manner of agencies of the Gulf, Iran and Central Asia, with what they tell of themselves."""

# ruff: noqa: E501
# A paragraph of a text is one line here as it is there.

from __future__ import annotations

from layouts import Layout

LAYOUTS = (
    Layout(
        name="gulf",
        text="""Gulf News
UAE / Government
UAE, Iran interior ministers discuss combating organised crime
Published: May 12, 2025 14:20  |  Last updated: May 13, 2025 10:00
WAM
2 MIN READ

Abu Dhabi: Lieutenant General Sheikh Saif met his Iranian counterpart Eskandar Momeni in Abu Dhabi.

They discussed ways to combat organised crime, WAM reported.

Sign up for the Daily Briefing
Get the latest news and updates straight to your inbox
By clicking below to sign up, you're agreeing to our Terms of Use and Privacy Policy.

The two ministers also toured the police college.

Related Topics:
IRAN
UAE
""",
        title="UAE, Iran interior ministers discuss combating organised crime",
        outlet="gulf_news",
        cites=("emirates_news_agency",),
        published="2025-05-12",
        place="Abu Dhabi",
        begins="Lieutenant General Sheikh Sa",
        ends="oured the police college.",
        never=("Daily Briefing", "By clicking"),
    ),
    Layout(
        name="jazeera",
        text="""News|Conflict
Iran and Pakistan foreign ministers meet after strikes
Hossein Amir-Abdollahian arrives in Islamabad to discuss tensions.

Iranian foreign minister (L) with his Pakistani counterpart in Islamabad on January 29, 2024 [Aamir Qureshi/AFP]
By Al Jazeera Staff
Published On 29 Jan 2024
29 Jan 2024

Iran's foreign minister has met his Pakistani counterpart in Islamabad.

Keep reading
list of 3 items
list 1 of 3
Iran and Pakistan agree to de-escalate
list 2 of 3
Why did Iran strike Pakistan?
list 3 of 3
Photos: Aftermath of strikes
end of list

The two sides agreed to send liaison officers to the border.

Source: Al Jazeera and news agencies
""",
        title="Iran and Pakistan foreign ministers meet after strikes",
        outlet="al_jazeera",
        published="2024-01-29",
        begins="Hossein Amir-Abdollahian arr",
        ends="n officers to the border.",
        never=("de-escalate", "Aftermath", "end of list"),
    ),
    Layout(
        name="tolo",
        text="""TOLOnews
Afghanistan   Sun, 19 Oct 2025 20:10
Muttaqi Meets Iranian Ambassador
By Rohullah Tamim
The acting foreign minister, Amir Khan Muttaqi, met with the Iranian ambassador in Kabul, the ministry said.
Comment this post
""",
        title="Muttaqi Meets Iranian Ambassador",
        outlet="tolonews",
        published="2025-10-19",
        begins="The acting foreign minister,",
        ends="Kabul, the ministry said.",
        never=("Comment",),
    ),
    Layout(
        name="interfax",
        text="""ASTANA. Oct 3 (Interfax-Kazakhstan) - Kazakh Defense Minister Dauren Kosanov met with his Iranian counterpart in Astana.
The sides signed a plan of cooperation for 2026.
(Our editorial staff can be reached at eng.editors@interfax.ru)
""",
        outlet="interfax_kazakhstan",
        place="Astana",
        begins="Kazakh Defense Minister Daur",
        ends="of cooperation for 2026.",
    ),
    Layout(
        name="akipress",
        text="""AKIPRESS.COM - Kyrgyz Interior Minister Ulan Niyazbekov met with Iranian Ambassador Gholamhossein Yadegari on November 5.
The sides discussed security cooperation.
""",
        outlet="akipress",
        begins="Kyrgyz Interior Minister Ula",
        ends="sed security cooperation.",
    ),
    Layout(
        name="24kg",
        text="""24.kg
Security Council Secretary meets with Ambassador of Iran
18:20, 14 February 2024, Bishkek - 24.kg news agency , by Anastasia BENGARD
Secretary of the Security Council of Kyrgyzstan Marat Imankulov met with the ambassador.

link: https://24.kg/english/286412/
views: 5120
Print
Copy link
""",
        title="Security Council Secretary meets with Ambassador of Iran",
        outlet="24_kg",
        published="2024-02-14",
        begins="Secretary of the Security Co",
        ends="met with the ambassador.",
        never=("views", "Print"),
    ),
    Layout(
        name="avesta",
        text="""DUSHANBE, 10 March 2022, Avesta. Tajikistan and Iran signed an agreement on security cooperation, the press service of the Interior Ministry reports.
The signing took place in Tehran.
""",
        outlet="avesta",
        published="2022-03-10",
        place="Dushanbe",
        begins="Tajikistan and Iran signed a",
        ends="ing took place in Tehran.",
    ),
    Layout(
        name="asiaplus",
        text="""Tajik, Iranian interior ministers discuss cooperation in combating crime
 Author: Mehrangez Tursunzoda
 15:46, May 4, 2023
 In the news
 Security
DUSHANBE, May 4, 2023, Asia-Plus -- Tajik Interior Minister Ramazon Rahimzoda met yesterday with Iranian Ambassador Mohammad Taqi Saberi.
Topics: Iran, Tajikistan
Follow us on Telegram, Facebook, Instagram
Latest news
17:20 Tajikistan to host CSTO exercise
16:55 President Rahmon leaves for Beijing
""",
        title="Tajik, Iranian interior ministers discuss cooperation in combating crime",
        outlet="asia_plus",
        published="2023-05-04",
        place="Dushanbe",
        begins="Tajik Interior Minister Rama",
        ends="dor Mohammad Taqi Saberi.",
        never=("CSTO", "Beijing"),
    ),
    Layout(
        name="newsca",
        text="""News.am
Armenia Security Council chief travels to Iran
12:31   08.10.2023
YEREVAN. – The secretary of the Security Council of Armenia, Armen Grigoryan, has left for Tehran, Armenian News-NEWS.am reports.
!
This text available in   Հայերեն and Русский
Print
""",
        title="Armenia Security Council chief travels to Iran",
        outlet="news_am",
        published="2023-10-08",
        place="Yerevan",
        begins="The secretary of the Securit",
        ends="Armenian News-NEWS.am reports.",
        never=("This text",),
    ),
)
