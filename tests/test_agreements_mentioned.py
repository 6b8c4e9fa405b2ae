"""Invented sentences of readouts that only speak of an instrument: recalled, welcomed, discussed, worked on, in a headline."""

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

LEAD = "NAIROBI, May 3, 2022 - Kenyan Foreign Minister Joe Hart met Indian External Affairs Minister Arun Mehta in Nairobi on Monday.\n\n"


def code(text: str) -> list[AgreementMention]:
    vocabulary = load_vocabulary()
    article = Article(article_id="invented", raw_text=text, text=text, text_sha256="0" * 64)
    document = annotate_article(article, vocabulary)
    facts = find_article_facts(article, document.zones, vocabulary)
    return find_agreements(document, find_meetings(document, facts, vocabulary), facts, vocabulary)


@pytest.mark.parametrize(
    ("story", "wanted"),
    [
        ("The ministers discussed the India-Kenya Extradition Agreement.", ("in_force", "India-Kenya Extradition Agreement")),
        ("They discussed the potential of the India-Kenya Film Co-Production Agreement.", ("in_force", "India-Kenya Film Co-Production Agreement")),
        ("They welcomed a new agreement that will support the exchange of nurses.", ("in_force", "exchange of nurses")),
        ("They hailed a new agreement on the mutual recognition of diplomas.", ("in_force", "mutual recognition of diplomas")),
        ("They announced their intention for the early conclusion of the Comprehensive Economic Partnership Agreement (CEPA).", ("planned", "Comprehensive Economic Partnership Agreement")),
        ("They sought the earliest possible conclusion of the ambitious Deep Trade Agreement, which will build on the customs pact signed in 2019.", ("planned", "Deep Trade Agreement")),
        ("They reported good progress on a new Labour Mobility Arrangement.", ("planned", "Labour Mobility Arrangement")),
        ("Both sides noted negotiations, now underway, on a free trade agreement.", ("planned", "free trade agreement")),
        ("Officials have made progress in the negotiations for a Mutual Legal Assistance Treaty.", ("planned", "Mutual Legal Assistance Treaty")),
        ("They noted the talks already started on a Fisheries Data agreement.", ("planned", "Fisheries Data agreement")),
        ("The two sides are finalising an MoU on maritime security.", ("planned", "maritime security")),
        ("Mehta said that an agreement on ports was about to be signed.", ("planned", "ports")),
        ("They explored the possibility of an agreement on extradition.", ("proposed", "extradition")),
        ("The two ministers reaffirmed their commitment to the Geneva Accords.", ("in_force", "Geneva Accords")),
        ("Hart praised the Mombasa Coast Guard Arrangement with India.", ("in_force", "Mombasa Coast Guard Arrangement")),
        ("They recalled the joint statement of 5 June 2021.", ("in_force", "joint statement")),
        ("They upheld the priorities that their prime ministers set in their September 1 joint statement.", ("in_force", "joint statement")),
        ("They issued a Co-Chairs’ Statement after the talks.", ("signed", "Co-Chairs’ Statement")),
        ("Kenya had proposed to bring the EAC defence agreement up to date.", ("in_force", "EAC defence agreement")),
        ("A joint plan against piracy is being drawn up by both countries.", ("planned", "joint plan against piracy")),
        ("The Agreement on Cooperation in Combating Fraud in Public Tenders was signed.", ("signed", "Cooperation in Combating Fraud in Public Tenders")),
        ("They signed the Joint Harbour Mechanism agreement.", ("signed", "Joint Harbour Mechanism agreement")),
        ("Kenyan officials had signed the New India-Kenya Bilateral Investment Treaty.", ("signed", "India-Kenya Bilateral Investment Treaty")),
    ],
)  # fmt: skip
def test_spoken_of(story: str, wanted: tuple[str, str]) -> None:
    assert [(m.status, m.title) for m in code(LEAD + story)][:1] == [wanted]


@pytest.mark.parametrize(
    "story",
    [
        "They committed to the principles of the UN Charter.",
        "They called for respect for the Charter of the United Nations.",
        "They reiterated their support for the Kyoto Protocol.",
        "They praised the Treaty on the Non-Proliferation of Nuclear Weapons.",
        "They called for adherence to the United Nations Convention on the Law of the Sea (UNCLOS).",
        "They are forging a comprehensive global agreement on plastic waste.",
    ],
)
def test_papers_of_the_world_have_no_parties(story: str) -> None:
    assert [m.parties for m in code(LEAD + story)] == [()]


@pytest.mark.parametrize(
    "story",
    [
        "They agreed to strengthen the India-Kenya defence partnership.",
        "The Academy, whose founding papers were signed in Malta in 2019, was praised.",
        "They spoke of Kenya's development strategy and of its plans.",
        "They spoke of the Indian strategy of building a logistics corridor.",
        "They charter a ship together and made an arrangement to meet again.",
        "Hart welcomed the agreement that India has shown in the talks.",
        "They discussed an agreement.",
        "As part of the agreement, Hart will visit New Delhi.",
        "The work on a new harbour goes on under the framework of friendship.",
    ],
)
def test_near_misses(story: str) -> None:
    assert code(LEAD + story) == []


def test_the_text_itself_is_not_the_statement_that_it_recalls() -> None:
    text = "Joint Statement on the Meeting of Kenya and India in Nairobi\n\nMay 3, 2022\n\nForeign Minister Joe Hart of Kenya and External Affairs Minister Arun Mehta of India met in Nairobi on May 2. They reaffirmed the joint statement of September 2, 2020."
    assert [(m.status, m.parties) for m in code(text)] == [("signed", ("IND", "KEN")), ("in_force", ("IND", "KEN"))]


@pytest.mark.parametrize(
    ("headline", "kinds"),
    [
        ("Kenya-India Leaders’ Joint Statement", ["declaration"]),
        ("Joint Statement, Prime Minister of Kenya and Prime Minister of India", ["declaration"]),
        ("Consultations of Kenya and India: Joint Statement after the session", ["declaration"]),
        ("Kenya Rejects Joint Statement", []),
    ],
)
def test_headlines(headline: str, kinds: list[str]) -> None:
    text = (
        headline
        + "\n\nMay 3, 2022\n\nForeign Minister Joe Hart of Kenya and External Affairs Minister Arun Mehta of India met in Nairobi on Monday."
    )
    assert [m.agreement_type for m in code(text)] == kinds


def test_the_governments_that_release_a_statement_are_its_parties() -> None:
    text = "Joint Statement on the Third Meeting of the Border Mechanism\n\nMay 3, 2022\n\nThe text of the following statement was released by the Governments of Kenya, India, and the State of Qatar on the occasion of the third Border Mechanism meeting held this week in Doha, Qatar."
    assert [m.parties for m in code(text)] == [("IND", "KEN", "QAT")]


@pytest.mark.parametrize(
    ("story", "wanted"),
    [
        ("On the agenda is the carrying out of the 2016 Binational Annual Patrol Plan.", ("plan", "in_force", "2016")),
        ("They built on a Joint Action Plan agreed in January 2019.", ("plan", "signed", "2019-01")),
        ("They want work under the Lamu Ports Arrangement to go on.", ("agreement", "in_force", None)),
        ("They signed minutes of the talks.", ("other", "signed", "2022-05-02")),
    ],
)
def test_other_kinds(story: str, wanted: tuple[str, str, str | None]) -> None:
    assert [(m.agreement_type, m.status, m.date.edtf) for m in code(LEAD + story)] == [wanted]


def test_a_declaration_on_something_is_not_the_communique() -> None:
    story = "They signed a joint communique. In 2019 the two presidents signed a joint declaration on coastal trade."
    assert [m.title for m in code(LEAD + story)] == ["joint communique", "coastal trade"]


def test_factions_of_one_state_agree_among_themselves() -> None:
    story = (
        "The force is part of a landmark accord, signed on December 5 in Bonn, Germany, among rival Somali factions."
    )
    assert [m.parties for m in code("Talks went on in Nairobi, May 3, 2022.\n\n" + story)] == [("SOM",)]
