"""Headlines read where the story tells no encounter, and near misses."""

from __future__ import annotations

import pytest

from coder_cases import code_meetings, describe_meeting

STORY = (
    "Welcoming the guest to Astana, {host} stressed that terrorism knows no borders.\n\n"
    "Issues of regional security were also considered at the meeting.\n"
)
HEADLINES = (
    (
        "President Kassym-Jomart Tokayev received Secretary of the Security Council of Kyrgyzstan Marat Omurov",
        "Kassym-Jomart Tokayev",
        ("Kassym-Jomart Tokayev, KAZ", "Marat Omurov, KGZ"),
        "Astana",
    ),
    (
        "Foreign Minister of Kazakhstan Daniyar Omarov Meets With Ambassador of Chile Rosa Valdés",
        "Daniyar Omarov",
        ("Daniyar Omarov, KAZ", "Rosa Valdés, CHL"),
        None,
    ),
)


@pytest.mark.parametrize(("headline", "host", "people", "city"), HEADLINES)
def test_a_headline_tells_who_met(headline: str, host: str, people: tuple[str, ...], city: str | None) -> None:
    text = f"{headline}\n\n10 November 2022\n\n{STORY.format(host=host)}"
    meetings = code_meetings(text)
    assert [describe_meeting(meeting) for meeting in meetings] == [("bilateral_meeting", "held", frozenset(people))]
    assert meetings[0].city == city
    quotes = {evidence.quote for evidence in meetings[0].evidence if evidence.column_name == "meeting_type"}
    assert quotes <= {"received", "Meets"}
    for participant in meetings[0].participants:
        assert {"name", "role"} <= {evidence.column_name for evidence in participant.evidence}


def test_a_story_with_a_meeting_needs_no_headline() -> None:
    text = (
        "President Daniyar Omarov of Kazakhstan received envoy Marat Omurov of Kyrgyzstan\n\n10 November 2022\n\n"
        "ASTANA: President Daniyar Omarov met Chilean Ambassador Rosa Valdés in Astana on Monday.\n"
    )
    found = [describe_meeting(meeting)[2] for meeting in code_meetings(text)]
    assert found == [frozenset(["Daniyar Omarov, KAZ", "Rosa Valdés, CHL"])]


@pytest.mark.parametrize(
    "headline",
    [
        "President Daniyar Omarov wants to meet Chilean Ambassador Rosa Valdés",
        "President Daniyar Omarov receives a prize in memory of Chilean Ambassador Rosa Valdés",
        "Chilean Ambassador Rosa Valdés receives diplomats",
    ],
)
def test_a_headline_that_tells_no_meeting(headline: str) -> None:
    text = (
        f"{headline}\n\n10 November 2022\n\nTerrorism knows no borders, said Daniyar Omarov on the radio this week.\n"
    )
    assert code_meetings(text) == []
