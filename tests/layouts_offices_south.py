"""Invented texts in the manner of offices of Africa, Latin America and the United Nations, with what they tell of themselves."""

# ruff: noqa: E501
# A paragraph of a text is one line here as it is there.

from __future__ import annotations

from layouts import Layout

LAYOUTS = (
    Layout(
        name="un-secretary-general",
        text="""United Nations Secretary-General
Home Page
Readouts
22 October 2024
Readout of the Secretary-General’s meeting with H.E. Mr. Timur Aliyev, President of Kazakhstan
New York
The Secretary-General met with H.E. Mr. Timur Aliyev, President of Kazakhstan. They discussed the situation in Afghanistan and the threat of terrorism.
The Secretary-General thanked the President for hosting the regional centre in Almaty.
Previous
Next
Past Readouts
Readout of the Secretary-General’s meeting with the Prime Minister of Iraq
""",
        title="Readout of the Secretary-General’s meeting with H.E. Mr. Timur Aliyev, President of Kazakhstan",
        outlet="un_secretary_general",
        published="2024-10-22",
        begins="The Secretary-General met",
        ends="regional centre in Almaty.",
        never=("Prime Minister of Iraq",),
    ),
    Layout(
        name="african-union",
        text="""African Union
Peace and Security Department
Press Release
The Chairperson of the Commission meets the President of Chad
Addis Ababa, 5 March 2024: The Chairperson of the African Union Commission, H.E. Joseph Mbeki, received today the President of the Republic of Chad, H.E. Ibrahim Saleh.

They discussed Boko Haram and the return of refugees from Sudan.

For further information please contact:
Directorate of Information and Communication | African Union Commission | E-mail: press@africa-union.org
""",
        title="The Chairperson of the Commission meets the President of Chad",
        outlet="african_union_press_service",
        published="2024-03-05",
        place="Addis Ababa",
        begins="The Chairperson of the African",
        ends="refugees from Sudan.",
        never=("Directorate of", "further information"),
    ),
    Layout(
        name="ecowas",
        text="""ECOWAS COMMISSION
COMMISSION DE LA CEDEAO
PRESS RELEASE
N° 031/2024
ECOWAS PRESIDENT RECEIVES THE FOREIGN MINISTER OF TOGO
16 Apr, 2024

Abuja, 16 April 2024. The President of the ECOWAS Commission, Dr. Alieu Jallow, received in audience the Minister of Foreign Affairs of Togo, Robert Mensah, at the headquarters in Abuja.

The talks turned on the deployment of a standby force against jihadist groups.

Directorate of Communication
ECOWAS Commission
www.ecowas.int
""",
        title="ECOWAS PRESIDENT RECEIVES THE FOREIGN MINISTER OF TOGO",
        outlet="ecowas_commission",
        published="2024-04-16",
        place="Abuja",
        begins="The President of the ECOWAS",
        ends="against jihadist groups.",
        never=("Directorate",),
    ),
    Layout(
        name="kenya-state-house",
        text="""OFFICE OF THE PRESIDENT
STATE HOUSE, NAIROBI
PRESIDENTIAL COMMUNICATION SERVICE
PRESIDENT RUTEERE HOLDS TALKS WITH SOMALI COUNTERPART ON AL-SHABAAB
NAIROBI, 14th May 2024 (PCS) - President David Ruteere today held talks with Somali President Hassan Warsame at State House, Nairobi.

The two Heads of State agreed to reopen two border crossings once Al-Shabaab has been pushed back.

ENDS
""",
        title="PRESIDENT RUTEERE HOLDS TALKS WITH SOMALI COUNTERPART ON AL-SHABAAB",
        outlet="state_house_kenya",
        published="2024-05-14",
        place="Nairobi",
        begins="President David Ruteere today",
        ends="has been pushed back.",
        never=("ENDS",),
    ),
    Layout(
        name="nigeria-nsa",
        text="""FEDERAL REPUBLIC OF NIGERIA
OFFICE OF THE NATIONAL SECURITY ADVISER
PRESS STATEMENT
NIGERIA, BENIN AGREE ON JOINT PATROLS
The National Security Adviser, Mallam Sani Bello, met with the Minister of the Interior of Benin, Alassane Seidou, in Abuja on Thursday.

They agreed on joint patrols against bandits in the Kainji forest.

Signed:
Zakari Musa
Head, Strategic Communication
Office of the National Security Adviser
12th June, 2025
""",
        title="NIGERIA, BENIN AGREE ON JOINT PATROLS",
        published="2025-06-12",
        begins="The National Security Adviser",
        ends="in the Kainji forest.",
        never=("Zakari",),
    ),
    Layout(
        name="dirco",
        text="""Department of International Relations and Cooperation
REPUBLIC OF SOUTH AFRICA
Media Statement
21 August 2024
Minister Lamola hosts his Iranian counterpart for the Joint Commission of Cooperation
The Minister of International Relations and Cooperation, Mr Ronald Lamola, hosted the Foreign Minister of Iran, Mr Abbas Rastgar, for the 16th session of the Joint Commission in Pretoria.
The Ministers agreed to act together against illicit financial flows.
For more information, please contact Mr Chris Phiri, Spokesperson, +27 82 000 0000
ISSUED BY THE DEPARTMENT OF INTERNATIONAL RELATIONS AND COOPERATION
OR Tambo Building
460 Soutpansberg Road
Rietondale
Pretoria
""",
        title="Minister Lamola hosts his Iranian counterpart for the Joint Commission of Cooperation",
        outlet="department_of_international_relations_and_cooperation",
        published="2024-08-21",
        begins="The Minister of International",
        ends="illicit financial flows.",
        never=("Soutpansberg", "ISSUED BY", "Phiri"),
    ),
    Layout(
        name="itamaraty",
        text="""gov.br
Ministry of Foreign Affairs
You are here: Home > Contact Us > Press area > Press Releases
PRESS RELEASE N. 155
Visit of the Minister of Foreign Affairs of Paraguay to Brasília
Published in Apr 09, 2024 02:15 PM
Share: Facebook Twitter
The Minister of Foreign Affairs of Paraguay, Ruben Ortiz, met in Brasília today with Minister Paulo Nunes.

They discussed arms trafficking on the triple border and the PCC.

Tags: Paraguay
""",
        title="Visit of the Minister of Foreign Affairs of Paraguay to Brasília",
        outlet="ministry_of_foreign_affairs_of_brazil",
        published="2024-04-09",
        begins="The Minister of Foreign Affairs",
        ends="border and the PCC.",
        never=("Tags", "Share"),
    ),
    Layout(
        name="mexico-sre",
        text="""Secretaría de Relaciones Exteriores
Gobierno de México
Press Release 214
Foreign Secretary Ibarra meets with U.S. Secretary of Homeland Security
Mexico City, March 28, 2025.
• They reviewed joint action against fentanyl trafficking and arms smuggling
Foreign Secretary Alicia Ibarra met today at the National Palace with the U.S. Secretary of Homeland Security, Karen Doyle.

They agreed to continue the dialogue with full respect for sovereignty.

-oOo-
""",
        title="Foreign Secretary Ibarra meets with U.S. Secretary of Homeland Security",
        outlet="secretariat_of_foreign_affairs_of_mexico",
        published="2025-03-28",
        place="Mexico City",
        begins="• They reviewed joint",
        ends="respect for sovereignty.",
    ),
    Layout(
        name="colombia-chancellery",
        text="""Cancillería de Colombia
You are here
Home » Newsroom » News
Colombia and Ecuador reactivate the binational border commission
Quito (Apr. 11/25). The Minister of Foreign Affairs, Laura Sarmiento, and her Ecuadorian counterpart, Gabriela Sommer, led the meeting of the Binational Border Commission in Quito.

Both ministers agreed on measures against illegal mining and drug trafficking.

04/11/2025
""",
        title="Colombia and Ecuador reactivate the binational border commission",
        outlet="ministry_of_foreign_affairs_of_colombia",
        published="2025-04-11",
        place="Quito",
        begins="The Minister of Foreign Affairs",
        ends="mining and drug trafficking.",
    ),
)
