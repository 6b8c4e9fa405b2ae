"""Invented sentences of readouts of all continents: the instruments that each names, with near misses beside them."""

# ruff: noqa: E501
# A sentence is one line here as it is in a text.

from __future__ import annotations

import pytest

from security_meetings.annotate import annotate_article
from security_meetings.documents import Article
from security_meetings.extract.agreements import find_agreements
from security_meetings.extract.article_facts import find_article_facts
from security_meetings.extract.meetings import find_meetings
from security_meetings.records import AgreementMention
from security_meetings.vocabularies import load_vocabulary

DATELINE = "Astana, 5 March 2024 (Kazinform) - "
ANY = "any"


def code(text: str) -> list[AgreementMention]:
    vocabulary = load_vocabulary()
    article = Article(article_id="invented", raw_text=text, text=text, text_sha256="0" * 64)
    document = annotate_article(article, vocabulary)
    facts = find_article_facts(article, document.zones, vocabulary)
    return find_agreements(document, find_meetings(document, facts, vocabulary), facts, vocabulary)


def tell(mention: AgreementMention, wanted: tuple[str, str, str, str]) -> tuple[str, str, str, str]:
    """Return type, status, parties and date of a mention; what is not asked for is `ANY`."""
    parties, day = ";".join(mention.parties), mention.date.edtf or ""
    asked = [ANY if want == ANY else value for value, want in zip((parties, day), wanted[2:], strict=True)]
    return mention.agreement_type, mention.status, asked[0], asked[1]


@pytest.mark.parametrize(
    ("story", "wanted"),
    [
        (
            "A protocol supplementing the extradition treaty of 2011 was signed by Chile and Panama.",
            [("protocol", "signed", "CHL;PAN", ""), ("treaty", "in_force", "CHL;PAN", "2011")],
        ),
        (
            "The agreement of 3 June 2019 between Togo and Ghana on joint patrols is being put into practice.",
            [("agreement", "in_force", "GHA;TGO", "2019-06-03")],
        ),
        (
            "The minister put the agreement with nobody in particular into his bag.",
            [],
        ),
        (
            "Both ministers hope for the speedy signing of the readmission agreement between Nepal and Oman.",
            [("agreement", "planned", "NPL;OMN", "")],
        ),
        (
            "The OSCE Declaration on Border Security was recalled by the chair.",
            [("declaration", "in_force", "OSCE", "")],
        ),
        (
            "The envoy read the UN Convention against Corruption.",
            [("convention", "in_force", "", "")],
        ),
        (
            "Minister Nowak and the other ASEAN ministers adopted a declaration on maritime security.",
            [("declaration", "signed", "ASEAN", "")],
        ),
        (
            "The Malta-Libya action plan on irregular migration was praised by the commissioner.",
            [("plan", "in_force", "LBY;MLT", "")],
        ),
        (
            "The ministers of Benin and Niger will sign a common vision for the river border.",
            [("plan", "planned", "BEN;NER", "")],
        ),
        (
            "The ministers of Benin and Niger share a common vision for the river border.",
            [],
        ),
        (
            "During their meeting on 2 March 2024 a memorandum on police training was signed by Fiji and Tonga.",
            [("memorandum_of_understanding", "signed", "FJI;TON", "2024-03-02")],
        ),
        (
            "The Foreign Minister of Chile, Alberto Rojas, and his Peruvian counterpart, Elena Paz, signed a Memorandum of Understanding on Cyber Defence on Monday.",
            [("memorandum_of_understanding", "signed", "CHL;PER", "2024-03-04")],
        ),
        (
            "During the visit of President Ouattara to Accra on 12 February 2024 an Agreement on the Maritime Boundary was initialled.",
            [("agreement", "signed", ANY, "2024-02-12")],
        ),
        (
            "At the close of the talks the two ministers signed the Programme of Consultations between the Foreign Ministries of Belarus and Laos for 2024-2026.",
            [("plan", "signed", "BLR;LAO", ANY)],
        ),
        (
            "The text of the extradition treaty between Kenya and India was never drafted.",
            [],
        ),
        (
            "The Status of Forces Agreement between the Netherlands and Ghana has been shelved.",
            [],
        ),
        (
            "The readmission agreement with Algeria was not signed, the Belgian minister admitted.",
            [],
        ),
        (
            "Negotiations on a free trade agreement between Israel and Vietnam are nearing completion.",
            [("agreement", "planned", "ISR;VNM", "")],
        ),
        (
            "An agreement on the exchange of classified information is under negotiation between Malta and Georgia.",
            [("agreement", "planned", "GEO;MLT", "")],
        ),
        (
            "The security cooperation pact between Kiribati and Fiji came into force last summer.",
            [("agreement", "in_force", "FJI;KIR", ANY)],
        ),
        (
            "The two presidents praised the way the Treaty of Friendship of 1998 between Bulgaria and Mongolia is being carried out.",
            [("treaty", "in_force", "BGR;MNG", "1998")],
        ),
        (
            "Under the Mutual Defense Treaty between the United States and the Philippines, an attack on either is an attack on both.",
            [("treaty", "in_force", "PHL;USA", "")],
        ),
        (
            "The INTERPOL Secretary General and the OAS Secretary General signed a cooperation agreement in Washington on 4 March 2024.",
            [("agreement", "signed", "INTERPOL;OAS", "2024-03-04")],
        ),
        (
            "Qatar and Rwanda exchanged the instruments of ratification of the Agreement on the Transfer of Sentenced Persons.",
            [("agreement", "signed", "QAT;RWA", ANY)],
        ),
        (
            "The African Union Commission adopted the Continental Strategy on Small Arms at its session in Lome.",
            [("plan", "signed", "AU", ANY)],
        ),
        (
            "The heads of state of the Organization of Turkic States approved the Turkic World Vision 2040.",
            [("plan", "signed", "OTS", ANY)],
        ),
        (
            "A joint communiqué issued after the talks between Minister Diallo of Senegal and Minister Camara of Guinea welcomes the reopening of the border.",
            [("declaration", "signed", "GIN;SEN", ANY)],
        ),
        (
            "Three memoranda of understanding were exchanged in the presence of the Prime Ministers of Thailand and Cambodia.",
            [("memorandum_of_understanding", "signed", "KHM;THA", ANY)],
        ),
        (
            "Latvia and Ireland will conclude an agreement on police cooperation by the end of the year.",
            [("agreement", "planned", "IRL;LVA", "")],
        ),
        (
            "The Kuwaiti minister suggested a joint action plan against narcotics with Lebanon.",
            [("plan", "proposed", "KWT;LBN", "")],
        ),
        (
            "Burundi denounced the 2002 agreement on military transit with Tanzania.",
            [("agreement", "terminated", "BDI;TZA", ANY)],
        ),
        (
            "The parties reaffirmed their commitment to the UN Convention against Transnational Organized Crime.",
            [("convention", "in_force", "", "")],
        ),
        (
            "The Chemical Weapons Convention must be universal, the ministers of Peru and Japan said.",
            [("convention", "in_force", "", "")],
        ),
        (
            "Slovenia and Croatia finalised the text of a protocol on joint patrols, which is to be signed in May.",
            [("protocol", "planned", "HRV;SVN", "")],
        ),
        (
            "The Framework Agreement on Defence between Brazil and Angola, signed on 23 June 2010, has borne fruit.",
            [("agreement", "signed", "AGO;BRA", "2010-06-23")],
        ),
        (
            "A Letter of Intent on cooperation between the border guards was signed by Finland and Moldova.",
            [("other", "signed", "FIN;MDA", ANY)],
        ),
        (
            "The two police chiefs signed the minutes of the eighth joint committee meeting of Oman and Jordan.",
            [("other", "signed", "JOR;OMN", ANY)],
        ),
        (
            "The ministers signed a Joint Declaration of Intent on migration on behalf of Germany and Kenya.",
            [("declaration", "signed", "DEU;KEN", ANY)],
        ),
        (
            "Eritrea and Djibouti agreed to cooperate in the field of police training.",
            [],
        ),
        (
            "Uruguay and Paraguay ratified the border treaty in 2016.",
            [("treaty", "signed", "PRY;URY", "2016")],
        ),
        (
            "Following the meeting, the sides signed: an Agreement on Mutual Legal Assistance; a Protocol on Readmission; and a Memorandum of Understanding between the police academies of Turkey and Niger.",
            [
                ("agreement", "signed", ANY, ANY),
                ("protocol", "signed", ANY, ANY),
                ("memorandum_of_understanding", "signed", ANY, ANY),
            ],
        ),
        (
            "In the course of the visit 15 bilateral documents were signed by Kazakhstan and Italy.",
            [("agreement", "signed", "ITA;KAZ", ANY)],
        ),
        (
            "Nigeria and Benin inked an MoU to curb cross-border smuggling.",
            [("memorandum_of_understanding", "signed", "BEN;NGA", ANY)],
        ),
        (
            "The ministers looked forward to the early conclusion of the Reciprocal Access Agreement between Japan and the Philippines.",
            [("agreement", "planned", "JPN;PHL", "")],
        ),
        (
            "Canberra and Port Moresby have begun drafting a bilateral security treaty, the Australian minister told his Papua New Guinean host.",
            [("treaty", "planned", "AUS;PNG", "")],
        ),
        (
            "The SADC Protocol on Politics, Defence and Security Cooperation was cited by the chair.",
            [("protocol", "in_force", "SADC", "")],
        ),
        (
            "The Kampala Declaration was adopted by the ministers of IGAD.",
            [("declaration", "signed", "IGAD", ANY)],
        ),
        (
            "Hungary withdrew from the agreement on joint patrols with Serbia.",
            [("agreement", "terminated", "HUN;SRB", ANY)],
        ),
        (
            "Both governments signed the contract for the delivery of four helicopters by Poland to Morocco.",
            [("contract", "signed", "MAR;POL", ANY)],
        ),
        (
            "The Minister handed over a draft memorandum on counter-narcotics to the ambassador of Bolivia, he told the Paraguayan press.",
            [("memorandum_of_understanding", "planned", "BOL;PRY", "")],
        ),
        (
            "An executive programme for security cooperation was signed by the Saudi Interior Minister and his Yemeni counterpart.",
            [("plan", "signed", "SAU;YEM", ANY)],
        ),
        (
            "Estonia and Ukraine signed an Agreement on Long-Term Security Commitments in Kyiv on 27 February 2024.",
            [("agreement", "signed", "EST;UKR", "2024-02-27")],
        ),
        (
            "The peace accord between the government of Colombia and the ELN remains far off.",
            [],
        ),
        (
            "The joint statement adopted by the ministers of Austria, Slovakia and Czechia calls for stronger external borders.",
            [("declaration", "signed", "AUT;CZE;SVK", ANY)],
        ),
        (
            "Vanuatu and New Zealand signed a Statement of Partnership in Port Vila.",
            [("declaration", "signed", "NZL;VUT", ANY)],
        ),
        (
            "The Madagascar government plans to sign a defence cooperation agreement with the Comoros this month.",
            [("agreement", "planned", "COM;MDG", "")],
        ),
        (
            "Armenia and the European Union initialled a visa facilitation agreement.",
            [("agreement", "signed", "ARM;EU", ANY)],
        ),
        (
            "A new defence pact was signed by Togo and Portugal yesterday.",
            [("agreement", "signed", "PRT;TGO", "2024-03-04")],
        ),
        (
            "The two ministers signed an Action Plan for 2024-2025 between the Ministries of Internal Affairs of Mongolia and Uzbekistan.",
            [("plan", "signed", "MNG;UZB", ANY)],
        ),
        (
            "The Bilateral Security Agreement with Iceland expired in 2014 and was not renewed by Denmark.",
            [("agreement", "terminated", "DNK;ISL", ANY)],
        ),
        (
            "The arrangement on coast guard cooperation will be signed when the Indonesian president visits Hanoi.",
            [("agreement", "planned", ANY, "")],
        ),
        (
            "According to the agreement between Sweden and Tunisia, which entered into force on 1 January 2023, liaison officers are posted in both capitals.",
            [("agreement", "in_force", "SWE;TUN", "")],
        ),
        (
            "A technical arrangement on hydrographic surveys between the navies of France and Cuba was concluded in January 2024.",
            [("agreement", "signed", "CUB;FRA", "2024-01")],
        ),
        (
            "The Kazakh Senate ratified the Protocol amending the Agreement with Kyrgyzstan on the border regime.",
            [("protocol", "signed", "KAZ;KGZ", ANY), ("agreement", "in_force", "KAZ;KGZ", ANY)],
        ),
    ],
)
def test_an_instrument_is_told(story: str, wanted: list[tuple[str, str, str, str]]) -> None:
    found = code(DATELINE + story)
    assert len(found) == len(wanted)
    assert [tell(mention, want) for mention, want in zip(found, wanted, strict=True)] == wanted


STATEMENT = "The defence ministers of Norway, Spain and Japan met in Oslo on 4 May 2023. They agreed to stand up for a free sea."


@pytest.mark.parametrize(
    ("headline", "is_paper"),
    [
        ("Trilateral Defence Ministers' Meeting – Joint Statement", True),
        ("Joint Statement of the Defence Ministers of Norway, Spain and Japan", True),
        ("Joint Norway-Spain-Japan statement on the ministerial meeting", True),
        ("Ministers promise a joint statement on the free sea", False),
        ("Joint exercise and statement on the free sea of the north", False),
    ],
)
def test_a_headline_calls_its_text_a_statement(headline: str, is_paper: bool) -> None:
    found = code(f"{headline}\n\n4 May 2023\n\n{STATEMENT}\n")
    told = [(mention.agreement_type, ";".join(mention.parties)) for mention in found]
    assert told == ([("declaration", "ESP;JPN;NOR")] if is_paper else [])


def test_the_paper_of_a_session_is_the_bodys_own() -> None:
    text = (
        "ASEAN Ministers Meet on Transnational Crime\n\n"
        "The ministers held their 20th ASEAN meeting in Vientiane, Lao PDR, on 28 August 2024. Timor-Leste observed. "
        "ASEAN must do more, said the chair. A declaration was adopted.\n"
    )
    assert [(m.agreement_type, m.parties) for m in code(text)] == [("declaration", ("ASEAN",))]


def test_the_sides_of_the_headline_are_those_of_a_paper_without_sides() -> None:
    text = (
        "Omani and Maltese Ministries Hold Consultations\n\n"
        "Officials met on 3 May 2023 in Muscat. Afghanistan and the Gulf were discussed.\n\n"
        "The Cooperation Programme is being put into effect.\n"
    )
    assert [(m.agreement_type, m.parties) for m in code(text)] == [("plan", ("MLT", "OMN"))]
