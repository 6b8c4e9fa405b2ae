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
            text = DATELINE + story
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
