"""Invented texts in the manner of offices of Europe, with what they tell of themselves."""

# ruff: noqa: E501
# A paragraph of a text is one line here as it is there.

from __future__ import annotations

from layouts import Layout

LAYOUTS = (
    Layout(
        name="gov-uk-call",
        text="""Cookies on GOV.UK
We use some essential cookies to make this website work.
Accept additional cookies
GOV.UK
Home
Regional security
UK and Turkey
Press release
PM call with President Yalçın of Türkiye: 4 May 2025
The Prime Minister spoke to President Yalçın of Türkiye this afternoon.
From:
Prime Minister's Office, 10 Downing Street and The Rt Hon Simon Clarke MP
Published
4 May 2025

The Prime Minister spoke to President Kemal Yalçın of Türkiye this afternoon.
The leaders discussed people smuggling through the Aegean.
They agreed to meet at the NATO Summit in June.

Is this page useful?
Yes this page is useful
No this page is not useful
Report a problem with this page
Related content
PM call with the Amir of Qatar: 2 May 2025
""",
        title="PM call with President Yalçın of Türkiye: 4 May 2025",
        outlet="gov_uk",
        published="2025-05-04",
        begins="The Prime Minister spoke",
        ends="NATO Summit in June.",
        never=("Amir of Qatar", "page is useful", "cookies"),
    ),
    Layout(
        name="german-foreign-office",
        text="""Federal Foreign Office
You are here: Homepage / Newsroom / Press releases
Federal Foreign Office on the talks of the Foreign Minister with the foreign ministers of Central Asia
17.09.2024 - Press release
A Federal Foreign Office Spokesperson issued the following statement today (17 September):

Foreign Minister Jutta Brandt met the foreign ministers of Kazakhstan, Kyrgyzstan, Tajikistan, Turkmenistan and Uzbekistan in Astana today.

The talks centred on the threat of Islamist terrorism from Afghanistan.

Keywords
Central Asia
Top of page
""",
        title="Federal Foreign Office on the talks of the Foreign Minister with the foreign ministers of Central Asia",
        outlet="auswartiges_amt",
        published="2024-09-17",
        begins="Foreign Minister Jutta Brandt",
        ends="terrorism from Afghanistan.",
        never=("Keywords", "Top of page"),
    ),
    Layout(
        name="elysee",
        text="""ÉLYSÉE
Home > News
Telephone conversation with the President of Iran
Published on 10 September 2025
The President of the French Republic spoke today with the President of the Islamic Republic of Iran, Mr Hossein Rastgar.

The two Presidents discussed the nuclear programme and the fate of French nationals held in Iran.

Share on X
Consult all news
Joint statement on Lebanon
""",
        title="Telephone conversation with the President of Iran",
        outlet="elysee",
        published="2025-09-10",
        begins="The President of the French",
        ends="held in Iran.",
        never=("Lebanon", "Consult all"),
    ),
    Layout(
        name="eeas-statement",
        text="""EEAS
European Union External Action
HOME / NEWSROOM
Tajikistan: EU Special Representative visits Dushanbe
23.04.2025 Dushanbe
EEAS Press Team
EU Special Representative for Central Asia Paolo Ferri visited Dushanbe on 22 and 23 April and met Foreign Minister Sirojiddin Nabiev.
They discussed border management and counter-terrorism.
Background
The EU funds the BOMCA programme since 2003.
See also
EU-Tajikistan relations
CONTACTS
Pierre Olsen
Lead Spokesperson for Foreign Affairs and Security Policy
""",
        title="Tajikistan: EU Special Representative visits Dushanbe",
        outlet="european_external_action_service",
        published="2025-04-23",
        begins="EU Special Representative",
        ends="programme since 2003.",
        never=("EU-Tajikistan relations", "Lead Spokesperson"),
        place="Dushanbe",
    ),
    Layout(
        name="eu-council",
        text="""European Council
Council of the European Union
Home > Press > Press releases
Council of the EU
Press release
2 December 2024 16:30
EU and Kazakhstan hold 21st Cooperation Council
The Cooperation Council between the European Union and Kazakhstan held its 21st meeting in Brussels on Monday 2 December 2024.
Deputy Prime Minister Arman Sadykov headed the delegation of Kazakhstan. Both sides condemned sanctions circumvention.
Press contacts
Nora Lindqvist
Press officer
+32 470 00 00 00
If you are not a journalist, please send your request to the public information service.
Last review: 3 December 2024
""",
        title="EU and Kazakhstan hold 21st Cooperation Council",
        outlet="european_council_site",
        published="2024-12-02",
        begins="The Cooperation Council",
        ends="sanctions circumvention.",
        never=("Press officer", "not a journalist"),
    ),
    Layout(
        name="nato-page",
        text="""NATO HOME
North Atlantic Treaty Organization
E-Library > News > Press releases
Secretary General welcomes the President of Armenia to NATO Headquarters
24 Apr. 2024 - | Last updated: 25 Apr. 2024 09:10
English French
NATO Secretary General Lars Holt met with the President of Armenia, Mr Tigran Avagyan, at NATO Headquarters on Wednesday (24 April 2024).
They addressed cyber threats and disinformation.
Related photos
Related events
NATO Deputy Secretary General visits Georgia
""",
        title="Secretary General welcomes the President of Armenia to NATO Headquarters",
        outlet="nato_site",
        published="2024-04-24",
        begins="NATO Secretary General Lars",
        ends="threats and disinformation.",
        never=("Georgia", "Related"),
    ),
    Layout(
        name="italian-foreign-ministry",
        text="""Ministero degli Affari Esteri e della Cooperazione Internazionale
Farnesina
The Deputy Prime Minister and Minister of Foreign Affairs meets the Foreign Minister of Uzbekistan
Date: 12 March 2025
Typology: Press release
Deputy Prime Minister and Minister of Foreign Affairs Carlo Bassi met the Uzbek Foreign Minister, Timur Saidov, at the Farnesina today.
They signed a memorandum on legal migration.
""",
        title="The Deputy Prime Minister and Minister of Foreign Affairs meets the Foreign Minister of Uzbekistan",
        outlet="ministry_of_foreign_affairs_of_italy",
        published="2025-03-12",
        begins="Deputy Prime Minister and Minister",
        ends="on legal migration.",
    ),
)
