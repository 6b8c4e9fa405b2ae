"""Wordings beside those of rule_cases.toml that guards of the meeting rules keep apart: demands, others met, what is off."""

from __future__ import annotations

import pytest

from coder_cases import annotate, code_meetings, describe_persons
from security_meetings.extract.agreements import find_agreements
from security_meetings.extract.article_facts import find_article_facts
from security_meetings.vocabularies import load_vocabulary

KEPT = "Fijian Defence Minister Jone Vakatawa met Tongan Prime Minister Sione Vea in Suva on Monday. "
SET = "Fijian Defence Minister Jone Vakatawa is to meet Tongan Prime Minister Sione Vea in Suva on Friday. "

# A text and the status of each of its meetings.
TOLD: tuple[tuple[str, list[str]], ...] = (
    ("Kenyan President Amos Kiptoo called on Ethiopian Prime Minister Dawit Bekele to withdraw his troops.", []),
    ("Kenyan President Amos Kiptoo called on Ethiopian Prime Minister Dawit Bekele on Tuesday to stop the war.", []),
    ("Kenyan Minister Amos Kiptoo called on Ethiopian Prime Minister Dawit Bekele to discuss the border.", ["held"]),
    ("The Kenyan envoy, Amos Kiptoo, called on Ethiopian President Dawit Bekele to convey greetings.", ["held"]),
    ("Burmese General Htet Aung called on Thai Prime Minister Anan Chaiya in Bangkok to ask for fuel.", ["held"]),
    ("The foreign ministers of Chile and Peru met families of the missing in Arica on Monday.", []),
    ("The CSTO defence ministers gathered information in Minsk on Monday.", []),
    ("The foreign ministers of Chile and Peru met each other in Arica on Monday.", ["held"]),
    ("The presidents of Chile and Peru met face to face in Arica on Monday.", ["held"]),
    ("The ministers of Chile and Peru met three times in Arica in May.", ["held"]),
    ("The SADC defence ministers convened a meeting in Luanda on Monday.", ["held"]),
    (f"{SET}It has been postponed.", ["cancelled"]),
    (f"{SET}It was scrapped because of a storm.", ["cancelled"]),
    (f"{SET}The match was lost. Rain fell. It was called off at noon.", ["planned"]),
    (f"{KEPT}It was held in the old palace.", ["held"]),
    (f"{KEPT}A race was lost. It was cancelled at noon.", ["held"]),
    (
        "Present at the talks in Muscat on Monday were:\n1. Omani Interior Minister Salim Rahbi\n"
        "2. Qatari Interior Minister Fahad Kuwari",
        ["held"],
    ),
    (
        "The meeting in Vienna on 3 June 2024 will be attended by:\n- Austrian Interior Minister Karl Moser\n"
        "- Czech Interior Minister Jan Hora",
        ["planned"],
    ),
)


@pytest.mark.parametrize(("text", "expected"), TOLD)
def test_guards_of_meetings(text: str, expected: list[str]) -> None:
    assert [meeting.status for meeting in code_meetings(text, "2024-05-17")] == expected


def test_the_status_has_the_words_that_tell_it() -> None:
    (meeting,) = code_meetings(f"{SET}It has been postponed.", "2024-05-17")
    words = {piece.column_name: piece.quote for piece in meeting.evidence}
    assert (words["meeting_type"], words["status"]) == ("meet", "postponed")


def test_a_list_ahead_does_not_make_talks_held() -> None:
    text = (
        "Talks will be held in Vienna on 24 May between Austrian Interior Minister Karl Moser and Czech Interior "
        "Minister Jan Hora.\nThe delegations will include:\n- Austrian police chief Max Rot\n- Czech police chief Ota Novak"
    )
    (meeting,) = code_meetings(text, "2024-05-17")
    assert (meeting.status, len(meeting.participants)) == ("planned", len(describe_persons(annotate(text))))


@pytest.mark.parametrize(
    ("brackets", "date"), [("(1975)", "1975"), ("(3 May 2024)", "2024-05-03"), ("(see page 1975)", None), ("", None)]
)
def test_a_date_in_brackets_is_that_of_the_instrument(brackets: str, date: str | None) -> None:
    document = annotate(f"The Algiers Agreement {brackets} between Iran and Iraq on the border is being respected.")
    article = find_article_facts(document.article, document.zones, load_vocabulary())
    (agreement,) = find_agreements(document, [], article, load_vocabulary())
    assert agreement.date.edtf == date
