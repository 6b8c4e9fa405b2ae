"""Agreements: each construction in several wordings of invented texts, and a near miss beside each."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from security_meetings.annotate import annotate_article
from security_meetings.documents import Article
from security_meetings.extract.agreements import find_agreements
from security_meetings.extract.article_facts import find_article_facts
from security_meetings.extract.meetings import find_meetings
from security_meetings.records import AgreementMention, MeetingMention
from security_meetings.vocabularies import load_vocabulary

Found = tuple[list[AgreementMention], list[MeetingMention], str]
Coder = Callable[[str], Found]
DATELINE = "Astana, 5 March 2024 (Kazinform) - "


@pytest.fixture(scope="session")
def code() -> Coder:
    """Return a coder of invented texts that remembers what it has coded."""
    vocabulary = load_vocabulary()
    known: dict[str, Found] = {}

    def run(story: str) -> Found:
        if story not in known:
            text = story if story.startswith("Joint") else DATELINE + story
            article = Article(article_id="invented", raw_text=text, text=text, text_sha256="0")
            document = annotate_article(article, vocabulary)
            facts = find_article_facts(article, document.zones, vocabulary)
            meetings = find_meetings(document, facts, vocabulary)
            known[story] = (find_agreements(document, meetings, facts, vocabulary), meetings, text)
        return known[story]

    return run


def told(code: Coder, story: str) -> list[tuple[str, str, str]]:
    return [(a.agreement_type, a.status, ";".join(a.parties)) for a in code(story)[0]]


@pytest.mark.parametrize(
    ("story", "kind", "parties"),
    [
        ("Ecuador and Peru have sealed an agreement against illegal mining.", "agreement", "ECU;PER"),
        (
            "A protocol on border delimitation was inked by the foreign ministers of Serbia and Hungary.",
            "protocol",
            "HUN;SRB",
        ),
        (
            "Belarus and Zimbabwe put their signatures under a programme of military cooperation for 2024-2026.",
            "plan",
            "BLR;ZWE",
        ),
        ("Ghana signed an MoU with Togo.", "memorandum_of_understanding", "GHA;TGO"),
        ("Bulgaria and Kuwait concluded a contract for the supply of patrol boats.", "contract", "BGR;KWT"),
        ("Spain and Morocco issued a joint communique on migration.", "declaration", "ESP;MAR"),
        ("In a joint statement, Spain and Morocco said they would fight smuggling.", "declaration", "ESP;MAR"),
        ("Fiji and Samoa signed the minutes of the meeting on maritime security.", "other", "FJI;WSM"),
        ("Angola's parliament approved a treaty with Namibia on extradition.", "treaty", "AGO;NAM"),
        (
            "The defence ministers of the CSTO approved the plan of joint actions for 2025.",
            "plan",
            "CSTO",
        ),
    ],
)
def test_signed(code: Coder, story: str, kind: str, parties: str) -> None:
    assert told(code, story) == [(kind, "signed", parties)]


@pytest.mark.parametrize(
    ("story", "kind", "parties"),
    [
        ("Armenia and Georgia apply the readmission agreement of 2008.", "agreement", "ARM;GEO"),
        ("A visa agreement, which took effect in June, was praised by Serbia and Egypt.", "agreement", "EGY;SRB"),
        ("Under the 2012 security agreement between Mongolia and Laos, officers are trained.", "agreement", "LAO;MNG"),
        ("Implementation of the Uzbek-Kyrgyz border treaty was discussed by the ministers.", "treaty", "KGZ;UZB"),
        (
            "Foreign troops stay there in accordance with the 2012 agreement between Ankara and Tirana.",
            "agreement",
            "ALB;TUR",
        ),
        ("Qatar and Brunei hold the view that the 2009 accord should be renewed.", "agreement", "BRN;QAT"),
        ("They welcomed the UN Convention against Corruption.", "convention", ""),
    ],
)
def test_in_force(code: Coder, story: str, kind: str, parties: str) -> None:
    assert told(code, story) == [(kind, "in_force", parties)]


@pytest.mark.parametrize(
    ("story", "status"),
    [
        ("Cambodia and Vietnam will sign an agreement on drug control next month.", "planned"),
        ("A cooperation agreement was to be signed on Tuesday by Niger and Mali.", "planned"),
        ("A draft treaty on extradition is being negotiated by Ghana and Togo.", "planned"),
        ("Jordan and Egypt agreed to sign a protocol on border security.", "planned"),
        ("An accord on coast guards is being finalised by Greece and Malta.", "planned"),
        ("Cuba and Haiti are working on an agreement on coast guards.", "planned"),
        ("The Moldovan minister proposed to sign a memorandum with Romania on police training.", "proposed"),
        ("Zambia called for a treaty on water with Angola.", "proposed"),
        ("The Kazakh minister expressed readiness to sign an agreement on migration with Malaysia.", "proposed"),
        ("The sides suggested drawing up a protocol on fishing between Ghana and Togo.", "proposed"),
        ("Pakistan withdrew from the transit agreement with Afghanistan.", "terminated"),
        ("The 1997 treaty between Russia and Ukraine on friendship was terminated in 2019.", "terminated"),
    ],
)
def test_other_status(code: Coder, story: str, status: str) -> None:
    found = code(story)[0]
    assert [a.status for a in found] == [status]
    assert len(found[0].parties) == 2
    assert status == "terminated" or found[0].date.edtf is None


@pytest.mark.parametrize(
    "story",
    [
        "No joint statement was issued after the talks between Serbia and Albania.",
        "India and Nepal failed to sign the extradition treaty.",
        "The ministers of Oman and Yemen did not sign the protocol on the border.",
        "The two ministers of Chile and Peru reached an agreement to meet again in May.",
        "Kenya and Uganda are in full agreement on security issues.",
        "The minister presented a plan to visit Norway and Sweden.",
        "The nuclear deal between Iran and the West is dead.",
        "The Joint Comprehensive Plan of Action was signed by Iran and China in 2015.",
        "The two countries, Chile and Peru, signed several agreements.",
        "The ministers of Chile and Bolivia discussed an agreement.",
        "The national strategy was adopted by the Kazakh government.",
        "Ghana and Togo have agreed on a list of joint measures.",
        "If Malta and Qatar sign an agreement, trade will grow.",
        "Malta refused to sign the memorandum proposed by Qatar.",
        "An agreement that was to be signed by Malta and Qatar has been postponed.",
        "A new strategy against smuggling was discussed by Ghana and Togo.",
    ],
)
def test_near_misses(code: Coder, story: str) -> None:
    assert told(code, story) == []


@pytest.mark.parametrize(
    ("story", "count"),
    [
        ("Twelve memoranda were signed during the visit of the Turkish president to Tashkent.", 12),
        ("A package of 14 documents was signed by Kazakhstan and Tajikistan.", 14),
        ("Mongolia has signed 20 agreements with Laos on police work.", 20),
        ("Cuba and Haiti signed a dozen agreements.", 12),
    ],
)
def test_counts(code: Coder, story: str, count: int) -> None:
    assert [a.instrument_count for a in code(story)[0]] == [count]


@pytest.mark.parametrize(
    ("story", "title"),
    [
        ("Japan and Thailand signed the “Roadmap on Countering Trafficking in Persons”.", "Roadmap on Countering"),
        ("Poland and Chad signed an agreement in the field of civil defence.", "civil defence"),
        ("Poland and Chad signed a comprehensive security agreement.", "security agreement"),
        ("The SCO interior ministers adopted the Almaty Declaration on 12 April 2023.", "Almaty Declaration"),
        ("Ecuador and Peru have sealed an agreement against illegal mining.", "against illegal mining"),
        (
            "Poland and Chad signed an accord under which the two states will have a joint border office.",
            "joint border office",
        ),
    ],
)
def test_titles(code: Coder, story: str, title: str) -> None:
    found = [a.title or "" for a in code(story)[0]]
    assert len(found) == 1 and found[0].startswith(title)


def test_members_of_a_set_stand_for_it(code: Coder) -> None:
    story = (
        "Poland and Lithuania have signed three agreements: an agreement on air defence, "
        "a protocol on cyber security and a memorandum on joint exercises."
    )
    assert [a.title for a in code(story)[0]] == ["air defence", "cyber security", "joint exercises"]


def test_short_references_are_the_same_instrument(code: Coder) -> None:
    story = (
        "Serbian Defence Minister Bratislav Gasic met his Cypriot counterpart Michalis Giorgallas on Monday. "
        "The sides signed a memorandum on defence cooperation. The document provides for joint training. "
        "Gasic said the agreement would be carried out soon."
    )
    found, meetings, _ = code(story)
    assert [(a.agreement_type, a.status, a.date.edtf) for a in found] == [
        ("memorandum_of_understanding", "signed", "2024-03-04")
    ]
    assert found[0].meeting_key == meetings[0].key


def test_an_uncounted_plural_is_only_a_report(code: Coder) -> None:
    found = code("Agreements on trade and transport were signed in 2018 between Nepal and China.")[0]
    assert [(a.is_plural, a.date.edtf) for a in found] == [(True, "2018")]


@pytest.mark.parametrize(
    ("story", "day"),
    [
        ("A protocol on fishing was inked by the ministers of Serbia and Hungary on 3 March 2024.", "2024-03-03"),
        ("Armenia and Georgia apply the readmission agreement of 2008.", "2008"),
        ("The memorandum on security signed by Kuwait and Iraq in 2021 is being implemented.", "2021"),
    ],
)
def test_dates(code: Coder, story: str, day: str) -> None:
    assert [a.date.edtf for a in code(story)[0]] == [day]


def test_every_value_has_its_words(code: Coder) -> None:
    story = (
        "A protocol on border delimitation was inked by the foreign ministers of Serbia and Hungary on 3 March 2024."
    )
    found, _, text = code(story)
    columns = {"agreement_type", "status", "title", "instrument_count", "parties", "date_edtf"}
    assert {e.column_name for e in found[0].evidence} == columns
    assert all(text[e.char_start : e.char_end] == e.quote for e in found[0].evidence)


# --- lists, headlines and papers that speak ---

TALKS = (
    "Omani Interior Minister Hamoud bin Faisal met Bahraini Interior Minister Rashid bin Abdullah in Muscat on Sunday. "
)
BETWEEN = "Smugglers were discussed. Drugs are a danger. Boats patrol the sea. Officers train together. "


@pytest.mark.parametrize(
    ("story", "kinds"),
    [
        (
            "The following documents were signed during the talks between Czechia and Kenya:\n\n"
            "1. Agreement on the exchange of classified information\n2. Memorandum on police training\n3. Joint Declaration",
            ["agreement", "memorandum_of_understanding", "declaration"],
        ),
        (
            "The president of Chile arrived in Peru.\n\nList of documents signed\n\n"
            "(a) Treaty between Chile and Peru on extradition\n(b) Protocol between Chile and Peru on border posts\n\n"
            "The visit ends on Friday.",
            ["treaty", "protocol"],
        ),
        (
            "Croatian Prime Minister Andrej Plenkovic met Latvian Prime Minister Evika Silina in Zagreb on Monday.\n\n"
            "Documents signed:\n- Agreement on mutual protection of classified data\n"
            "- Programme of cooperation in defence for 2024-2026",
            ["agreement", "plan"],
        ),
        (
            "The president of Ghana arrived in Togo.\n\nOutcomes of the visit\n\n"
            "MoU between Ghana and Togo on coast guards.\nAction Plan between Ghana and Togo against piracy.",
            ["memorandum_of_understanding", "plan"],
        ),
        (
            "The two sides exchanged the following agreements:\n• Protocol on migration between Oman and Jordan\n"
            "• Memorandum of Understanding between Oman and Jordan on counter-terrorism",
            ["protocol", "memorandum_of_understanding"],
        ),
        ("Agenda of the meeting\n\nMoU between Ghana and Togo on coast guards", []),
        (
            "The following documents were discussed by Ghana and Togo:\n1. Agreement on fishing\n2. Memorandum on ports",
            [],
        ),
    ],
)
def test_items_of_a_list_of_outcomes_are_signed(code: Coder, story: str, kinds: list[str]) -> None:
    assert [(a.agreement_type, a.status) for a in code(story)[0]] == [(kind, "signed") for kind in kinds]


@pytest.mark.parametrize(
    ("story", "parties"),
    [
        (
            "The foreign ministers of Serbia, Hungary and Austria met in Vienna on Monday. A joint communiqué was adopted.",
            "AUT;HUN;SRB",
        ),
        (
            "The foreign ministers of Serbia, Hungary and Austria met in Vienna on Monday. "
            "The final statement condemns drug smuggling.",
            "AUT;HUN;SRB",
        ),
        (
            "The leaders of the ECOWAS states ended their summit in Abuja on Sunday. "
            "The final communique, issued on Sunday, calls for calm. ECOWAS will meet again.",
            "ECOWAS",
        ),
        ("The OIC foreign ministers met in Jeddah on Sunday. A closing statement was released.", "OIC"),
        (
            "The SADC summit was held in Luanda on Sunday. Angolan President Joao Lourenco met Zambian President "
            "Hakainde Hichilema on Sunday. The final communiqué condemns piracy.",
            "SADC",
        ),
        (
            "The talks between the defence ministers of Norway and Sweden ended in Oslo on Monday with a joint press statement.",
            "NOR;SWE",
        ),
    ],
)
def test_a_statement_of_a_meeting_is_its_sides_own(code: Coder, story: str, parties: str) -> None:
    found, meetings, _ = code(story)
    assert [(a.agreement_type, a.status, ";".join(a.parties)) for a in found] == [("declaration", "signed", parties)]
    assert found[0].meeting_key == meetings[0].key and found[0].date.edtf == meetings[0].date.edtf


@pytest.mark.parametrize(
    "story",
    [
        "The ministers of Serbia and Hungary met on Monday. The statement of the minister says nothing new.",
        "A statement by the Norwegian ministry said the meeting with Sweden was useful.",
        "In his statement the Serbian minister condemned the attack in Hungary.",
        "The communique of the ministry says that terrorists were killed in Mali and Niger.",
        "Joint statement condemns attack in Mali\nBamako, 5 March 2024\n\nMali's minister met the French ambassador on Monday.",
    ],
)
def test_words_to_the_press_are_none(code: Coder, story: str) -> None:
    assert told(code, story) == []


@pytest.mark.parametrize(
    ("headline", "lead", "parties"),
    [
        (
            "Joint Statement of the Foreign Ministers of Japan and Australia",
            "Foreign Minister Yoshimasa Hayashi of Japan and Foreign Minister Penny Wong of Australia",
            "AUS;JPN",
        ),
        (
            "Joint Communiqué on the Visit of the President of Mongolia",
            "President Ukhnaagiin Khurelsukh of Mongolia and President Kassym-Jomart Tokayev of Kazakhstan",
            "KAZ;MNG",
        ),
        (
            "Joint Declaration following the talks in Oslo",
            "Foreign Minister Espen Barth Eide of Norway and Foreign Minister Tobias Billstrom of Sweden",
            "NOR;SWE",
        ),
        (
            "Joint Statement - Third Dialogue on Maritime Security",
            "Foreign Minister Jose Silva of Chile and Foreign Minister Luis Paz of Peru",
            "CHL;PER",
        ),
        ("Joint Statement", "Foreign Minister Ali Omar of Oman and Foreign Minister Said Nasser of Jordan", "JOR;OMN"),
    ],
)
def test_a_headline_can_be_itself_a_joint_statement(code: Coder, headline: str, lead: str, parties: str) -> None:
    story = f"{headline}\n5 September 2023\n\n{lead} held talks on 5 September 2023. They condemned terrorism."
    found = code(story)[0]
    assert [(a.agreement_type, a.status, a.title, ";".join(a.parties), a.date.edtf) for a in found] == [
        ("declaration", "signed", headline, parties, "2023-09-05")
    ]


# --- clauses after the noun ---


@pytest.mark.parametrize(
    ("story", "status", "parties", "day"),
    [
        ("The treaty that Estonia and Finland signed in 2015 helps the police.", "signed", "EST;FIN", "2015"),
        (
            "Laos and Vietnam have drawn up an extradition treaty, which is to be signed in May.",
            "planned",
            "LAO;VNM",
            None,
        ),
        (
            "They recalled the Protocol on Border Guards signed in 2011 by Romania and Moldova.",
            "signed",
            "MDA;ROU",
            "2011",
        ),
        (
            "The partners spoke of an agreement on visas, to be concluded by Qatar and Kenya in June.",
            "planned",
            "KEN;QAT",
            None,
        ),
        (
            "Ukraine spoke of a memorandum of understanding that Poland and Moldova inked in 2021.",
            "signed",
            "MDA;POL",
            "2021",
        ),
        ("The agreement concluded in 2003 with Chad gives Libya rights.", "signed", "LBY;TCD", "2003"),
        (
            "Both sides, Fiji and Tonga, noted progress towards a Defence Partnership, to be signed in June.",
            "planned",
            "FJI;TON",
            None,
        ),
        (
            "A road map for shipping, under negotiation between Malta and Tunisia since 2022, may be ready soon.",
            "planned",
            "MLT;TUN",
            None,
        ),
        ("A protocol on visas could be signed by Kenya and Qatar in June.", "planned", "KEN;QAT", None),
        ("A protocol on visas could be signed by Kenya and Qatar.", "proposed", "KEN;QAT", None),
        (
            "Mali lives under an accord on defence with France of 2014 which it says it has terminated.",
            "terminated",
            "FRA;MLI",
            "2014",
        ),
        ("Spain spoke of the fishing treaty from which Morocco withdrew in 2019.", "terminated", "ESP;MAR", None),
        (
            "A three-year road map for police cooperation, which Nepal and Bhutan are carrying out, was praised.",
            "in_force",
            "BTN;NPL",
            None,
        ),
        (
            "The minister welcomed the signing, in Oslo on 2 March 2024, of the protocol on fishing between Iceland and Norway.",
            "signed",
            "ISL;NOR",
            "2024-03-02",
        ),
        (
            "Armenia and Azerbaijan signed a peace treaty in Washington on 3 March 2024.",
            "signed",
            "ARM;AZE",
            "2024-03-03",
        ),
        ("A ceasefire agreement was signed by Sudan and Chad on Sunday.", "signed", "SDN;TCD", "2024-03-03"),
    ],
)
def test_clauses_after_the_noun(code: Coder, story: str, status: str, parties: str, day: str | None) -> None:
    assert [(a.status, ";".join(a.parties), a.date.edtf) for a in code(story)[0]] == [(status, parties, day)]


@pytest.mark.parametrize(
    "story",
    [
        "The minister spoke of the agreement with Kenya, which signed nothing else.",
        "The declaration concluded with a call for peace in Chad and Niger.",
        "A road map for police cooperation, which Nepal and Bhutan discussed, was praised.",
        "The strategic partnership between Kenya and Qatar is growing.",
        "The peace agreement between Armenia and Azerbaijan is far away.",
        "The memorandum, as well as the treaty, is being discussed by Mali and Niger.",
    ],
)
def test_clauses_that_tell_no_signing(code: Coder, story: str) -> None:
    assert told(code, story) == []


def test_one_more_paper_beside_another(code: Coder) -> None:
    story = "Malta and Libya signed a treaty on extradition, together with two protocols on police work."
    assert [(a.agreement_type, a.instrument_count) for a in code(story)[0]] == [("treaty", 1), ("protocol", 2)]


def test_a_paper_named_as_signed_before_is_another(code: Coder) -> None:
    story = (
        "Chad and Niger issued a joint declaration on Monday. "
        "The Bern Declaration signed in 2010 by the two states remains the basis."
    )
    found = [(a.title, ";".join(a.parties), a.date.edtf) for a in code(story)[0]]
    assert found == [("joint declaration", "NER;TCD", "2024-03-04"), ("Bern Declaration", "NER;TCD", "2010")]


# --- sides that are only taken up ---


@pytest.mark.parametrize(
    ("story", "parties"),
    [
        (
            "Latvia, Estonia and Finland guard the sea together. The three agreed to draw up a plan of action against smugglers.",
            "EST;FIN;LVA",
        ),
        (
            "Officials of Chile, Peru, Bolivia and Ecuador gathered in Quito. "
            "The four delegations adopted a road map on drug control.",
            "BOL;CHL;ECU;PER",
        ),
        (
            "Czech, Polish and Slovak officers patrol together. "
            "The patrol rests on a memorandum which the three interior ministers signed in Brno in 2019.",
            "CZE;POL;SVK",
        ),
        (
            "Kenya, Uganda and Rwanda have open borders. The three presidents intend to sign a letter of intent on joint courts.",
            "KEN;RWA;UGA",
        ),
        (
            "The foreign ministers of Serbia, Hungary and Austria met in Vienna on Monday. The talks dealt with smugglers. "
            "Weapons were found. Police are worried. The three ministers signed a declaration on migration.",
            "AUT;HUN;SRB",
        ),
        ("Three ministers left. Chile and Peru signed a protocol on trade.", "CHL;PER"),
    ],
)
def test_so_many_sides_are_those_named_before(code: Coder, story: str, parties: str) -> None:
    assert [";".join(a.parties) for a in code(story)[0]] == [parties]


@pytest.mark.parametrize(
    ("words", "kind", "title"),
    [
        ("The two ministers signed minutes of the meeting.", "other", "minutes of the meeting"),
        ("A memorandum on police training was signed.", "memorandum_of_understanding", "police training"),
        ("Both sides initialled an agreement on extradition.", "agreement", "extradition"),
        ("They also agreed to draft a road map on border security.", "plan", "road map on border security"),
        ("The ministers instructed experts to begin work on an agreement on visas.", "agreement", "visas"),
        ("The Joint Record of Discussions was signed.", "other", "Joint Record of Discussions"),
    ],
)
def test_a_paper_told_later_belongs_to_the_talks(code: Coder, words: str, kind: str, title: str) -> None:
    found, meetings, _ = code(TALKS + BETWEEN + words)
    assert [(a.agreement_type, a.title, ";".join(a.parties)) for a in found] == [(kind, title, "BHR;OMN")]
    assert found[0].meeting_key == meetings[0].key


def test_a_paper_of_others_does_not_belong_to_the_talks(code: Coder) -> None:
    found = code(TALKS + BETWEEN + "Qatar and Kuwait signed a protocol on fishing last year.")[0]
    assert [(";".join(a.parties), a.date.edtf, a.meeting_key) for a in found] == [("KWT;QAT", "2023", None)]


@pytest.mark.parametrize(
    ("story", "statuses"),
    [
        ("The sides noted the importance of the memorandum signed in 2022 between Iraq and Oman.", ["signed"]),
        ("The minister stressed the need to carry out the treaty signed by Laos and Nepal in 2022.", ["signed"]),
        ("Laos and Nepal failed to carry out the treaty signed in May 2010.", ["signed"]),
        ("They called for the implementation of the protocol signed by Mali and Chad on 2 May 2019.", ["signed"]),
        ("It is necessary to observe the agreement concluded by Peru and Cuba in 2001.", ["signed"]),
        ("They called for a treaty signed by all, the ministers of Laos and Nepal said.", []),
    ],
)
def test_a_paper_known_as_signed_stays_so_under_a_wish(code: Coder, story: str, statuses: list[str]) -> None:
    assert [a.status for a in code(story)[0]] == statuses


@pytest.mark.parametrize(
    ("story", "titles"),
    [
        (
            "Laos and Nepal signed a joint statement and the Declaration on deepening ties.",
            ["joint statement", "deepening ties"],
        ),
        ("Laos and Nepal signed a joint statement. The statement will be carried out.", ["joint statement"]),
    ],
)
def test_papers_joined_in_one_list_are_more_than_one(code: Coder, story: str, titles: list[str]) -> None:
    assert [a.title for a in code(story)[0]] == titles


def test_talks_that_ended_with_a_paper_being_signed_have_signed_it(code: Coder) -> None:
    story = (
        "Cuban Foreign Minister Bruno Rodriguez received Haitian Foreign Minister Jean Renald on Monday, "
        "and the meeting ended with a memorandum on ports being signed."
    )
    assert [(a.agreement_type, a.status) for a in code(story)[0]] == [("memorandum_of_understanding", "signed")]
