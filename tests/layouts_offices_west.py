"""Invented texts in the manner of offices of North America, with what they tell of themselves."""

# ruff: noqa: E501
# A paragraph of a text is one line here as it is there.

from __future__ import annotations

from layouts import Layout

LAYOUTS = (
    Layout(
        name="white-house-new-site",
        text="""The WHITE HOUSE
Skip to content
News
Briefings & Statements
Readout of President’s Call with President Toqtarov of Kazakhstan
The White House
November 6, 2025

Today, the President spoke by phone with President Daulet Toqtarov of Kazakhstan about the return of foreign fighters from Syria.

The President invited President Toqtarov to the C5+1 summit next week.

Related
Readout of the Vice President’s Meeting with the Prime Minister of Armenia
The White House
1600 Pennsylvania Ave NW
Washington, DC 20500
""",
        title="Readout of President’s Call with President Toqtarov of Kazakhstan",
        outlet="white_house",
        published="2025-11-06",
        begins="Today, the President spoke",
        ends="summit next week.",
        never=("Armenia", "Pennsylvania"),
    ),
    Layout(
        name="white-house-old-site",
        text="""THE WHITE HOUSE
PRESIDENT HARLOW
BRIEFING ROOM
Readout of National Security Advisor Reed’s Call with Secretary of the Security Council of Uzbekistan
FEBRUARY 3, 2024 • STATEMENTS AND RELEASES

National Security Advisor Daniel Reed spoke today with the Secretary of the Security Council of Uzbekistan, Bobur Karimov. They agreed to stay in close touch on ISIS-K.

Next Post: Readout of President Harlow’s Meeting with the King of Jordan
Opt in to send and receive text messages from the President.
GET INVOLVED
JOIN US
""",
        title="Readout of National Security Advisor Reed’s Call with Secretary of the Security Council of Uzbekistan",
        outlet="white_house",
        published="2024-02-03",
        begins="National Security Advisor Daniel",
        ends="touch on ISIS-K.",
        never=("Jordan", "text messages"),
    ),
    Layout(
        name="pentagon-release",
        text="""An official website of the United States Government
U.S. Department of Defense
Home
News
Releases
RELEASE
IMMEDIATE RELEASE
Readout of Secretary Colby's Meeting With Minister of Defense of Tajikistan
June 5, 2025

Pentagon Press Secretary Laura Finch provided the following readout:

Secretary of Defense James Colby hosted Minister of Defense of Tajikistan Colonel General Rustam Nazarov today at the Pentagon. They reviewed plans for the border-guard training centre.

The two leaders agreed that drug smuggling funds terrorism.

Subscribe to Defense Department Products
Choose which products you want delivered to your inbox
HOSTED BY DEFENSE MEDIA ACTIVITY - WEB.mil
""",
        title="Readout of Secretary Colby's Meeting With Minister of Defense of Tajikistan",
        outlet="u_s_department_of_defense",
        published="2025-06-05",
        begins="Secretary of Defense James",
        ends="funds terrorism.",
        never=("delivered to your inbox", "provided the following", "HOSTED BY"),
    ),
    Layout(
        name="us-state-new-site",
        text="""U.S. DEPARTMENT of STATE
Home
Office of the Spokesperson
Press Releases
Deputy Secretary Alvarez’s Call with Kyrgyz Foreign Minister Isakov
Readout
Office of the Spokesperson
May 6, 2025

The following is attributable to Spokesperson Carla Wynn:

Deputy Secretary of State Marta Alvarez spoke today with Kyrgyz Foreign Minister Ulan Isakov. They discussed the repatriation of families from camps in northeast Syria.

TAGS
Bureau of South and Central Asian Affairs Kyrgyzstan Office of the Spokesperson
Related Articles
Secretary’s Meeting with Uzbek Foreign Minister Saidov
MAY 2, 2025
""",
        title="Deputy Secretary Alvarez’s Call with Kyrgyz Foreign Minister Isakov",
        outlet="u_s_department_of_state",
        published="2025-05-06",
        begins="Deputy Secretary of State Marta",
        ends="northeast Syria.",
        never=("attributable", "Uzbek", "Bureau"),
    ),
    Layout(
        name="us-state-archive-numeric",
        text="""U.S. Department of State
Diplomacy in Action
Home » Under Secretary for Political Affairs » Bureau of South and Central Asian Affairs
Joint Statement on U.S.-Kazakhstan Strategic Partnership Dialogue
Media Note
Office of the Spokesperson
Washington, DC
4/9/2013

The text of the following statement was released by the governments of the United States and Kazakhstan on the occasion of their second dialogue.

Begin text:
The two sides met in Washington on April 8 and 9 and decided to fight nuclear smuggling together.

End text.
PRN: 2013/0419
Back to Top
""",
        title="Joint Statement on U.S.-Kazakhstan Strategic Partnership Dialogue",
        outlet="u_s_department_of_state",
        published="2013-04-09",
        begins="The text of the following",
        ends="smuggling together.",
        never=("Back to Top", "PRN"),
    ),
    Layout(
        name="canada-pm",
        text="""Skip to main content
Prime Minister of Canada
Home > News > Readouts
Prime Minister speaks with Prime Minister of Iraq
Main Content
March 2, 2025
Ottawa, Ontario

Today, the Prime Minister spoke with the Prime Minister of Iraq, Karim Jassim, about the NATO mission in Iraq and the fight against Daesh.

The two leaders agreed to remain in regular contact.

Associated Link
Canada–Iraq relations
Prime Minister meets with the Emir of Qatar
Contact us | Subscribe | Follow us
""",
        title="Prime Minister speaks with Prime Minister of Iraq",
        outlet="prime_minister_of_canada",
        published="2025-03-02",
        begins="Today, the Prime Minister",
        ends="in regular contact.",
        never=("Emir of Qatar", "relations"),
    ),
    Layout(
        name="canada-global-affairs",
        text="""Government of Canada
Canada.ca > Global Affairs Canada
Minister Tremblay speaks with Minister of Foreign Affairs of Armenia
From: Global Affairs Canada
Readout

January 15, 2025 - Ottawa, Ontario - Global Affairs Canada

The Honourable Luc Tremblay, Minister of Foreign Affairs, today spoke with Armen Petrosyan, Minister of Foreign Affairs of Armenia.

The ministers committed to further work against foreign interference.

Contacts
Media Relations Office
Global Affairs Canada
media@international.gc.ca
Page details
Date modified: 2025-01-15
""",
        title="Minister Tremblay speaks with Minister of Foreign Affairs of Armenia",
        outlet="government_of_canada",
        published="2025-01-15",
        begins="The Honourable Luc Tremblay",
        ends="against foreign interference.",
        never=("Media Relations", "Page details"),
    ),
)
