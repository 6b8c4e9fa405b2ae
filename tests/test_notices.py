"""What a text names and no list knows: a row all the same, and a notice."""

from __future__ import annotations

from coder_cases import annotate, make_article
from security_meetings.annotate import annotate_article
from security_meetings.extract import extract_document
from security_meetings.vocabularies import load_vocabulary

TEXT = (
    "Ruritanian rebels aside, Kenyan Interior Minister Wanjiru Otienova met Ugandan Interior Minister Moses Katolo in"
    " Zembulwe on Friday. They discussed the terrorist group called Brothers of the Ridge."
)


def rules_of(text: str) -> dict[str, str]:
    coding = extract_document(annotate(text), load_vocabulary())
    return {problem.rule_id: problem.what for problem in coding.problems}


def test_unlisted_people_and_places_are_notices_and_still_coded() -> None:
    coding = extract_document(annotate(TEXT), load_vocabulary())
    (meeting,) = coding.meetings
    assert meeting.city == "Zembulwe"
    told = rules_of(TEXT)
    assert '"Zembulwe"' in told["vocabulary.unlisted-place"]
    assert any('"Wanjiru Otienova"' in problem.what for problem in coding.problems)


def test_listed_people_and_places_are_none() -> None:
    told = rules_of("Iranian President Hassan Rouhani met Tajik President Emomali Rahmon in Dushanbe on Friday.")
    assert not [rule for rule in told if rule.startswith("vocabulary.")]


def test_a_text_in_another_language_is_a_notice_and_not_coded() -> None:
    article = make_article("Президент встретился с министром в Душанбе в пятницу, сообщает агентство.")
    coding = extract_document(annotate_article(article, load_vocabulary()), load_vocabulary())
    assert [problem.rule_id for problem in coding.problems] == ["articles.foreign-language"]
    assert (coding.meetings, coding.agreements, coding.threats) == ((), (), ())
