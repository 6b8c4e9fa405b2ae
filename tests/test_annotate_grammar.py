"""The grammar beneath names and offices: tokens, listed phrases, units, offices, chunks, and the sentence that is parsed."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coder_cases import annotate
from security_meetings.annotate.chunks import Chunk, chunk_sentence
from security_meetings.annotate.gates import build_gates
from security_meetings.annotate.lexicon import build_lexicon
from security_meetings.annotate.model import load_model
from security_meetings.annotate.office_types import build_office_types
from security_meetings.annotate.offices import OfficeUnit, find_offices
from security_meetings.annotate.phrases import PhraseTable
from security_meetings.annotate.tokens import tokenize
from security_meetings.annotate.units import split_units
from security_meetings.documents import Sentence
from security_meetings.vocabularies import load_vocabulary

VOCABULARY = load_vocabulary()
LEXICON, TYPES = build_lexicon(VOCABULARY), build_office_types(VOCABULARY)


# --- tokens and phrases ---


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("U.S. officials", ["U.S.", "officials"]),
        ("K.Junushaliev said", ["K.", "Junushaliev", "said"]),
        ("Iran’s minister", ["Iran", "’s", "minister"]),
        ("the ministers' talks", ["the", "ministers", "'", "talks"]),
        ("al-Sudani, 15 MoUs", ["al-Sudani", ",", "15", "MoUs"]),
        ("9:57 AM, 1,200 men", ["9:57", "AM", ",", "1,200", "men"]),
        ("C5+1 (Astana)", ["C5", "+", "1", "(", "Astana", ")"]),
        ("N'Djamena–Abéché", ["N'Djamena", "–", "Abéché"]),
        ("", []),
    ],
)
def test_tokens(text: str, tokens: list[str]) -> None:
    assert [token.text for token in tokenize(text)] == tokens


@given(st.text(max_size=200))
def test_tokens_stand_in_order_and_leave_only_space(text: str) -> None:
    tokens = tokenize(text)
    assert all(text[token.start : token.end] == token.text for token in tokens)
    assert all(one.end <= other.start for one, other in pairwise(tokens))
    left = set(range(len(text))) - {at for token in tokens for at in range(token.start, token.end)}
    assert all(text[at].isspace() for at in left)


def test_the_longest_phrase_wins_and_case_binds_names() -> None:
    table = PhraseTable([("Guinea", "GIN"), ("Papua New Guinea", "PNG"), ("US", "USA")], is_name=True)

    def look(text: str) -> tuple[int, str] | None:
        return table.longest_at(tokenize(text), 0)

    assert look("Papua New Guinea said") == (3, "PNG")
    assert look("Guinea said") == (1, "GIN")
    assert look("guinea pigs") is None
    assert look("US troops") == (1, "USA")
    assert look("us too") is None
    assert look("Papua") is None


# --- units and offices ---


def offices(text: str) -> list[OfficeUnit]:
    return find_offices(split_units(tokenize(text), text, LEXICON), LEXICON, TYPES)


@pytest.mark.parametrize(
    ("text", "role", "office_type", "states"),
    [
        ("the Minister of Internal Affairs of Kenya", "Minister of Internal Affairs", "interior_minister", ("KEN",)),
        ("Kenyan Interior Minister", "Interior Minister", "interior_minister", ("KEN",)),
        ("Kenya's interior minister", "interior minister", "interior_minister", ("KEN",)),
        ("Chief of the General Staff of Serbia", "Chief of the General Staff", "chief_of_general_staff", ("SRB",)),
        ("Norwegian Deputy Defence Minister", "Deputy Defence Minister", "deputy_minister", ("NOR",)),
        ("Minister of Foreign Affairs and Trade of Hungary", "Minister of Foreign Affairs and Trade",
         "foreign_minister", ("HUN",)),
        ("Ghana's Minister for the Interior", "Minister for the Interior", "interior_minister", ("GHA",)),
        ("Peruvian ambassador to Chile", "ambassador to Chile", "ambassador", ("PER",)),
        ("head of the Drug Control Agency of Tajikistan", "head of the Drug Control Agency", "drug_control_chief",
         ("TJK",)),
        ("Prosecutor General of Ukraine", "Prosecutor General", "prosecutor_general", ("UKR",)),
        ("Secretary of the National Security Council of Armenia", "Secretary of the National Security Council",
         "security_council_secretary", ("ARM",)),
        ("U.S. Secretary of State", "Secretary of State", "foreign_minister", ("USA",)),
        ("speaker of the Mongolian parliament", "speaker of the parliament", "speaker_of_parliament", ("MNG",)),
        ("Prime Minister of the Republic of Korea", "Prime Minister", "head_of_government", ("KOR",)),
        ("commander of the Kazakh border guard", "commander of the border guard", "border_guard_chief", ("KAZ",)),
    ],
)  # fmt: skip
def test_offices(text: str, role: str, office_type: str, states: tuple[str, ...]) -> None:
    (found,) = offices(text)
    assert (found.office.role, found.office.office_type, found.country_codes) == (role, office_type, states)
    assert text[found.office.start : found.office.end] in text


def test_an_office_of_a_body_has_the_body() -> None:
    (found,) = offices("the Secretary General of NATO")
    assert (found.organization_id, found.country_codes, found.office.office_type) == ("NATO", (), "organization_head")


def test_offices_in_the_plural_and_of_the_past() -> None:
    (plural,) = offices("the foreign ministers of Sweden")
    assert (plural.office.is_plural, plural.office.role) == (True, "foreign minister")
    (former,) = offices("former Swedish Foreign Minister")
    assert (former.office.is_former, former.office.role) == (True, "Foreign Minister")


@pytest.mark.parametrize(
    "text",
    ("the Ministry of the Interior of Kenya", "Kenya and Uganda", "a ministerial meeting in Osh", "Rivers rose."),
)
def test_what_is_no_office(text: str) -> None:
    assert offices(text) == []


# --- chunks ---


def chunks(text: str) -> list[Chunk]:
    sentence = Sentence(index=0, start=0, end=len(text), paragraph=0, zone="body")
    return list(chunk_sentence(sentence, text, LEXICON, TYPES).chunks)


@pytest.mark.parametrize(
    ("text", "form", "words", "name"),
    [
        ("Yesterday Kenyan Interior Minister Wanjiru Otieno spoke.", "office-name",
         "Kenyan Interior Minister Wanjiru Otieno", "Wanjiru Otieno"),
        ("The president of Chile, Andrea Salinas, spoke.", "office-comma-name", "president of Chile, Andrea Salinas",
         "Andrea Salinas"),
        ("Andrea Salinas, president of Chile, spoke.", "name-office", "Andrea Salinas, president of Chile",
         "Andrea Salinas"),
        ("He met his Ugandan counterpart Moses Kato.", "counterpart", "his Ugandan counterpart Moses Kato",
         "Moses Kato"),
        ("General Li Wen spoke.", "rank-name", "General Li Wen", "Li Wen"),
        ("The foreign ministers of Sweden and Finland met.", "plural-states", "foreign ministers of Sweden and Finland",
         None),
        ("Kenya's foreign minister spoke.", "office", "Kenya's foreign minister", None),
    ],
)  # fmt: skip
def test_chunks(text: str, form: str, words: str, name: str | None) -> None:
    found = chunks(text)[-1]
    assert (found.form, text[found.start : found.end], found.name) == (form, words, name)
    if name is not None:
        assert text[found.name_start : found.name_end] == name


def test_names_of_a_plural_office_stand_in_the_order_of_their_states() -> None:
    text = "The foreign ministers of Sweden and Finland, Maria Sjöberg and Antti Laine, met."
    (found,) = chunks(text)
    assert found.country_codes == ("SWE", "FIN")
    assert [name for name, _, _ in found.names] == ["Maria Sjöberg", "Antti Laine"]
    assert all(text[start:end] == name for name, start, end in found.names)


# --- gates, model, abstraction ---


@pytest.mark.parametrize(
    ("text", "is_worth"),
    [
        ("The ministers met in Osh.", True),
        ("They signed a memorandum.", True),
        ("Rain will fall in the north.", False),
        ("Wheat became cheaper.", False),
    ],
)
def test_gates_keep_sentences_that_can_hold_something(text: str, is_worth: bool) -> None:
    assert build_gates(VOCABULARY).is_worth_parsing(text) is is_worth


def test_the_model_finds_persons_and_parses_words() -> None:
    model = load_model()
    text = "Yesterday Laura Whitfield went home."
    (spans,) = model.find_persons([text])
    assert [text[start:end] for start, end in spans] == ["Laura Whitfield"]
    (parse,) = model.parse([["Smith", "met", "Jones", "in", "Paris", "."]])
    assert (parse.lemmas[1], parse.relations[0], parse.heads[0]) == ("meet", "nsubj", 1)
    assert parse.heads[1] == 1


ABSTRACTED = (
    "Kenyan Interior Minister Wanjiru Otieno met her Ugandan counterpart Moses Kato in Kampala on 3 May 2021.",
    "The Chief of the General Staff of the Armed Forces of Belarus, Major General Viktar Hulik, held talks in Minsk "
    "with the Chief of the General Staff of the Armed Forces of Serbia, General Milan Mojić.",
    "“The Shanghai Cooperation Organization (SCO) summit was held in Astana on 3–4 July 2024,” said Wei Zhang.",
)


@pytest.mark.parametrize("text", ABSTRACTED)
def test_nodes_are_the_words_of_the_text(text: str) -> None:
    document = annotate(text)
    (parse,) = document.parses
    for node in parse.nodes:
        assert text[node.start : node.end] == node.text
    assert all(one.end <= other.start for one, other in pairwise(parse.nodes))
    assert sum(node.head == node.index for node in parse.nodes) == 1


def test_actors_dates_and_places_are_one_node_each() -> None:
    (parse,) = annotate(ABSTRACTED[0]).parses
    whole = {node.text for node in parse.nodes if node.persons or node.place or node.date}
    assert whole == {
        "3 May 2021",
        "Kenyan Interior Minister Wanjiru Otieno",
        "her Ugandan counterpart Moses Kato",
        "Kampala",
    }
    (verb,) = (node for node in parse.nodes if node.text == "met")
    governed = {node.relation: node.text for node in parse.nodes if node.head == verb.index and node.persons}
    assert governed == {
        "nsubj": "Kenyan Interior Minister Wanjiru Otieno",
        "dobj": "her Ugandan counterpart Moses Kato",
    }


def test_an_acronym_in_brackets_is_left_out() -> None:
    (parse,) = annotate(ABSTRACTED[2]).parses
    assert "(" not in {node.text for node in parse.nodes}
    assert [node.text for node in parse.nodes if node.organization_id] == ["Shanghai Cooperation Organization"]


def test_a_text_in_another_language_has_zones_only() -> None:
    document = annotate(
        "Der Innenminister von Kenia traf am Montag seinen Amtskollegen aus Uganda. Beide sprachen über die Grenze und "
        "über die Lage im Osten des Kongo, wie das Ministerium in Nairobi mitteilte."
    )
    assert document.language == "de"
    assert (document.sentences, document.persons, document.parses) == ((), (), ())
    assert document.zones
