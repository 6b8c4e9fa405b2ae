"""Invented texts in the manner of pages with much furniture, with what they tell of themselves."""

# ruff: noqa: E501
# A paragraph of a text is one line here as it is there.

from __future__ import annotations

from layouts import Layout

LAYOUTS = (
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
    Layout(
        name="comments",
        text="""Iran and Oman sign security pact
June 3, 2025
The interior ministers of Iran and Oman signed a security pact in Muscat on Monday, state television said.
The pact covers smuggling.
Comments (2)
Ali R.
Good news for both. The ministers met last year in Tehran too and nothing came of it.
Sara
I do not believe a word of it.
""",
        title="Iran and Oman sign security pact",
        published="2025-06-03",
        begins="The interior ministers of Ir",
        ends="he pact covers smuggling.",
        never=("Good news", "Sara"),
    ),
    Layout(
        name="teasers",
        text="""Iran and Oman sign security pact
June 3, 2025
The interior ministers of Iran and Oman signed a security pact in Muscat on Monday, state television said after the ceremony in the palace.
The pact covers smuggling, drug trafficking and crimes at sea, and it will be in force for five years from the day of its ratification.
Related Articles
Iran, Qatar police chiefs meet in Doha
The police chiefs of Iran and Qatar met on Sunday to discuss crime.
Kuwait receives Iranian envoy
The foreign minister of Kuwait received the Iranian envoy on Monday.
""",
        title="Iran and Oman sign security pact",
        published="2025-06-03",
        begins="The interior ministers of Ir",
        ends="day of its ratification.",
        never=("Doha", "Kuwait"),
    ),
    Layout(
        name="interview",
        text="""‘We shall not close the border’: an interview with the commander
Interview by Sara Amiri
3 May 2025
Commander Rezaei speaks about patrols, drones and the neighbours.
Q: Do you meet your Afghan colleagues?
A: Yes. We met on 12 April at Islam Qala.
Q: And then?
A: Then nothing
""",
        title="‘We shall not close the border’: an interview with the commander",
        published="2025-05-03",
        begins="Commander Rezaei speaks abou",
        ends="And then?\nA: Then nothing",
    ),
    Layout(
        name="crossheads",
        text="""Ministers meet
Tehran (ISNA) - The ministers of Iran and Iraq met on Sunday in Tehran to speak about the border and the pilgrims.

Border
The border shall be better guarded, they agreed.

Pilgrims
The pilgrims shall be let through faster.
Share this:
""",
        title="Ministers meet",
        outlet="isna",
        place="Tehran",
        begins="The ministers of Iran and Ir",
        ends="ll be let through faster.",
    ),
)
