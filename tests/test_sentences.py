from __future__ import annotations

import pytest

from security_meetings.annotate.sentences import LONGEST_SENTENCE, split_sentences
from security_meetings.annotate.zones import split_zones
from security_meetings.documents import Zone
from security_meetings.vocabularies import load_vocabulary

VOCABULARY = load_vocabulary()


def cut(text: str) -> list[str]:
    zones = (Zone(kind="body", start=0, end=len(text)),)
    return [text[sentence.start : sentence.end] for sentence in split_sentences(text, zones, VOCABULARY)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Gen. Karimov met Maj. Gen. Bagheri and Lt. Col. Aziz Rahimov.",
        "He met Dr. Amiri, Mr. Karimov and Mrs. Saidova at St. Petersburg.",
        "K.Dzhunushaliev met A. Karimov on Jan. 16 in Bishkek.",
        "The U.S. Secretary of State met H.E. Mr. Muhriddin.",
        "They met at 10:30 a.m. Tashkent time under Decree No. 5 of the President.",
        "Trade rose by 5.6 percent to $1.2 billion.",
        "The text was carried by PanARMENIAN.Net and News.am on Sunday.",
        "The firm Pars Co. Ltd. of Tehran took part.",
        "They spoke for hours... and agreed on nothing.",
        "“Who gains from it?” Rahmon asked.",
        "The talks (see Art. 7 of the treaty) went on until 5 p.m. Tuesday.",
        "Washington, D.C. Police were told.",
    ],
)
def test_stop_within_a_sentence(sentence: str) -> None:
    assert cut(sentence) == [sentence]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("The minister left at 5 p.m.", "He will return."),
        ("They met in the U.S.", "The talks were long."),
        ("Both signed it on Jan. 5, 2019.", "Fifteen memoranda followed."),
        ("They signed in 2019.", "15 memoranda followed."),
        ("“The border must be safe.”", "The minister agreed."),
        ("What is in it?", "Nobody knows."),
        ("He spoke of peace …", "Nobody listened."),
        ("(Laughs.)", "Tunnels and drones."),
        ("«We are ready.»", "So he said."),
        ("They met Gen. Munir.", "“All is well,” he said."),
        ("The visit ended!", "Both sides were content."),
        ("It is the work of Karimov and Co.", "The police said so."),
    ],
)
def test_two_sentences(first: str, second: str) -> None:
    assert cut(f"{first} {second}") == [first, second]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("It is a joint duty.", "Bagheri also welcomed the plan."),
        ("This must be faster, he said.", "Uzbekistan would help."),
        ("“We agreed.”", "The minister left."),
    ],
)
def test_sentences_glued_together(first: str, second: str) -> None:
    assert cut(first + second) == [first, second]


def test_numbered_item_is_no_sentence_of_its_own() -> None:
    assert cut("1. The sides condemned terrorism.") == ["1. The sides condemned terrorism."]


def test_sentences_cross_no_paragraph() -> None:
    text = "The ministers met in Baku\nThey signed a plan. It is long"
    assert cut(text) == ["The ministers met in Baku", "They signed a plan.", "It is long"]


def test_sentences_of_zones_carry_kind_paragraph_and_order() -> None:
    text = (
        "Ministers meet in Baku over drugs\nBAKU, May 5, 2025 (Trend) – They met. They signed.\n\n"
        "They left.\nFollow us on Telegram"
    )
    sentences = split_sentences(text, split_zones(text, VOCABULARY), VOCABULARY)
    assert [sentence.zone for sentence in sentences] == ["title", "body", "body", "body"]
    assert [sentence.paragraph for sentence in sentences] == [0, 1, 1, 2]
    assert [sentence.index for sentence in sentences] == [0, 1, 2, 3]
    assert text[sentences[1].start : sentences[1].end] == "They met."


def test_lines_of_a_wrapped_paragraph_are_one() -> None:
    text = "\n".join(
        [
            "The interior ministers of both countries met on Tuesday in the",
            "capital and agreed that their police forces shall keep a common",
            "list of persons wanted for drug trafficking, which each side will",
            "bring up to date every month and share with the posts on the",
            "border. The list is secret.",
        ]
    )
    assert [len(sentence.split()) > 10 for sentence in cut(text)] == [True, False]


def test_a_sentence_without_end_is_read_in_stretches() -> None:
    text = "The ministers met in Osh and " * 300
    sentences = split_sentences(text, [Zone(kind="body", start=0, end=len(text))])
    assert max(sentence.end - sentence.start for sentence in sentences) <= LONGEST_SENTENCE
    assert " ".join(text[sentence.start : sentence.end] for sentence in sentences).split() == text.split()
    glued = "x" * (LONGEST_SENTENCE + 1)
    assert [(s.start, s.end) for s in split_sentences(glued, [Zone(kind="body", start=0, end=len(glued))])] == [
        (0, LONGEST_SENTENCE),
        (LONGEST_SENTENCE, LONGEST_SENTENCE + 1),
    ]
