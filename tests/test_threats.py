"""Threats of whole texts: groups, zones, speakers, places, spans and names of bodies."""

from __future__ import annotations

import pytest

from security_meetings.extract.threat_cues import threat_vocabulary
from security_meetings.extract.threat_patterns import compile_pattern, expand_classes, fold_word, read_tokens
from security_meetings.extract.threats import find_threats
from security_meetings.vocabularies import load_vocabulary
from threat_documents import find, groups_of, make_document, types_of

OTHER_WORDS: dict[str, set[str]] = {
    "hybrid attacks at the external border": {"foreign_interference"},
    "the massacre committed by a gang": {"organized_crime"},
    "theft of virtual assets": {"cybercrime"},
}
GROUPS: list[tuple[str, set[str]]] = [
    ("They spoke of Daesh.", {"islamic_state"}),
    ("ISIS and ISIL are two names of it.", {"islamic_state"}),
    ("The so-called Islamic State has lost ground.", {"islamic_state"}),
    ("Terrorist groups such as IS were named.", {"islamic_state"}),
    ("Two members of the Islamic State’s Khorasan branch died.", {"iskp"}),
    ("ISIS-K is active in the east.", {"iskp"}),
    ("Daesh-Khorasan sent them.", {"iskp"}),
    ("The fight against Daesh and Al-Qaeda goes on.", {"islamic_state", "al_qaeda"}),
    ("Al Qaida in the Islamic Maghreb was named.", {"aqim"}),
    ("The Islamic Movement of Uzbekistan is banned.", {"imu"}),
    ("The Turkistan Islamic Party and the IMU were listed.", {"etim", "imu"}),
    ("Jaish al-Zulm attacked the post.", {"jaish_al_adl"}),
    ("Jaish ul-Adl claimed it.", {"jaish_al_adl"}),
    ("Jamaat Ansarullah trains in the mountains.", {"jamaat_ansarullah"}),
    ("Hizb-ut-Tahrir leaflets were found.", {"hizb_ut_tahrir"}),
    ("The PKK must leave.", {"pkk"}),
    ("Groups like PJAK and Komala were disarmed.", {"pjak", "komala"}),
    ("FETÖ schools were closed.", {"feto"}),
    ("Boko Haram and ISWAP raid the islands.", {"boko_haram", "iswap"}),
    ("JNIM has cut the road.", {"jnim"}),
    ("Al-Shabaab shelled the base.", {"al_shabaab"}),
    ("LeT and JeM were named in the statement.", {"lashkar_e_taiba", "jaish_e_mohammed"}),
    ("The Sinaloa Cartel and Tren de Aragua were named.", {"sinaloa_cartel", "tren_de_aragua"}),
    ("M23 took the airport.", {"m23"}),
    ("The ELN kidnapped four men.", {"eln"}),
    ("The Taliban attack killed five.", {"taliban"}),
    ("They discussed the threat posed by the Taliban.", {"taliban"}),
    ("Houthi missiles hit a ship.", {"houthis"}),
    ("Terrorist organisations like Hamas were named.", {"hamas"}),
    ("Wagner fighters hold the mine.", {"wagner_group"}),
    # a government, a party, a state, another word
    ("The Taliban's acting foreign minister took the call.", set()),
    ("The foreign minister of the Taliban discussed terrorism.", set()),
    ("Hamas and Israel agreed on a list of names.", set()),
    ("The Islamic states met in Jeddah.", set()),
    ("The Islamic state must be strong, he said.", set()),
    ("What IS the plan?", set()),
    ("IT IS TIME TO TALK", set()),
    ("The composer Wagner was played at the reception.", set()),
    ("The bla of the meeting was long.", set()),
    ("Let the ministers decide.", set()),
    ("The eta of the delegation is noon.", set()),
]

UNLISTED: list[tuple[str, set[str]]] = [
    ("A terrorist group called Harakat al-Fajr claimed it.", {"harakat_al_fajr"}),
    ("The terrorist organization Black Falcon was broken up.", {"black_falcon"}),
    ("The separatist movement Free Coast was outlawed.", {"free_coast"}),
    ("Members of the extremist cell “Northern Dawn” stood trial.", {"northern_dawn"}),
    ("A criminal gang known as Red Scarf controls the port.", {"red_scarf"}),
    ("A terrorist group Thursday attacked the town.", set()),
    ("A terrorist group in Iraq attacked the town.", set()),
    ("The working group Trade and Transit met.", set()),
]

PLACES: list[tuple[str, str, str | None]] = [
    ("Terrorism in Afghanistan was discussed.", "terrorism", "AFG"),
    ("Drug trafficking from Afghanistan was discussed.", "drug_trafficking", "AFG"),
    ("The war in Ukraine was discussed.", "armed_conflict", "UKR"),
    ("The transfer of terrorists from Iraq to Afghanistan was condemned.", "foreign_fighters", "AFG"),
    ("Terrorism in Iraq and Syria was discussed.", "terrorism", None),
    ("Terrorism was discussed.", "terrorism", None),
    ("Terrorism was discussed; the guests came from Iraq.", "terrorism", None),
    ("In Iraq the ministers discussed terrorism.", "terrorism", None),
    ("They discussed terrorism with the minister of Iraq.", "terrorism", None),
]

ACTORS = (("President Karimova", 1, "KGZ"), ("Minister Sato", 2, "JPN"))
SPEAKERS: list[tuple[str, int | None]] = [
    ("President Karimova said terrorism had no borders.", 1),
    ("Terrorism has no borders, said Minister Sato.", 2),
    ("According to Minister Sato, terrorism has no borders.", 2),
    ("In a meeting with Minister Sato, President Karimova said terrorism had no borders.", 1),
    ("President Karimova told Minister Sato that terrorism had no borders.", 1),
    ("Minister Sato, for his part, called terrorism a scourge.", 2),
    ("Minister Sato spoke about trade. He added that terrorism had no borders.", 2),
    ("“Trade comes first,” Minister Sato said. “Terrorism comes second.”", 2),
    ("Minister Sato thanked the hosts. Terrorism was discussed.", None),
    ("Terrorism was discussed by President Karimova and Minister Sato.", None),
    ("The statement said that terrorism had no borders.", None),
]


@pytest.mark.parametrize(("text", "expected"), GROUPS)
def test_groups_are_coded_where_they_are_spoken_of_as_a_threat(text: str, expected: set[str]) -> None:
    assert groups_of(text) == expected


@pytest.mark.parametrize(("text", "expected"), UNLISTED)
def test_a_group_that_no_list_knows_is_kept_by_its_name(text: str, expected: set[str]) -> None:
    assert groups_of(text) == expected


def test_each_group_of_a_sentence_has_its_row() -> None:
    found = find("They will fight terrorism and groups like Daesh and Al-Qaeda.")
    assert [(mention.threat_type, mention.threat_actor_id) for mention in found] == [
        ("terrorism", "islamic_state"),
        ("terrorism", "al_qaeda"),
    ]


def test_the_name_of_a_group_implies_its_type() -> None:
    assert types_of("Jundallah has nests in the hills.") == {"terrorism"}
    assert types_of("Hizb ut-Tahrir has followers there.") == {"extremism"}
    assert types_of("Tren de Aragua has followers there.") == {"organized_crime"}


def test_an_ambiguous_name_counts_where_the_article_has_the_full_one() -> None:
    assert groups_of("Islamic State has lost ground. In the north IS holds two villages.") == {"islamic_state"}
    assert [m.start for m in find("Islamic State has lost ground. In the north IS holds two villages.")] == [0, 44]


def test_a_type_is_coded_once_a_sentence() -> None:
    found = find("Terrorism and terrorists are a threat. Terrorism has no borders.")
    assert [mention.threat_type for mention in found] == ["terrorism", "terrorism"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("He said that illicit trafficking of drugs across the region grows.", "trafficking of drugs"),
        ("They fight terrorism.", "terrorism"),
        ("Measures against transnational organised crime were agreed.", "transnational organised crime"),
        ("Interference in internal affairs is rejected.", "Interference in internal affairs"),
    ],
)
def test_the_span_holds_the_words_of_the_threat(text: str, words: str) -> None:
    assert [text[mention.start : mention.end] for mention in find(text)] == [words]


@pytest.mark.parametrize(("text", "threat_type", "place"), PLACES)
def test_the_place_is_the_country_of_the_locative(text: str, threat_type: str, place: str | None) -> None:
    assert {m.place_country_code for m in find(text) if m.threat_type == threat_type} == {place}


@pytest.mark.parametrize(("text", "speaker"), SPEAKERS)
def test_the_speaker_is_the_one_to_whom_the_words_are_given(text: str, speaker: int | None) -> None:
    found = find_threats(make_document(text, actors=ACTORS), load_vocabulary())
    assert {mention.speaker_person for mention in found} == {speaker}
    country = {None: None, 1: "KGZ", 2: "JPN"}[speaker]
    assert {mention.speaker_country_code for mention in found} == {country}


def test_only_title_caption_and_body_are_read() -> None:
    vocabulary = load_vocabulary()
    text = "Terrorism was discussed."
    assert len(find_threats(make_document(text, zone="title"), vocabulary)) == 1
    assert len(find_threats(make_document(text, zone="caption"), vocabulary)) == 1
    assert find_threats(make_document(text, zone="furniture"), vocabulary) == []


def test_the_name_of_an_organisation_or_a_person_is_no_threat() -> None:
    vocabulary = load_vocabulary()
    body = make_document("The Alliance against Corruption met.", organizations=("Alliance against Corruption",))
    assert find_threats(body, vocabulary) == []
    person = make_document("Minister Lu Gang came.", actors=(("Lu Gang", 1, "CHN"),))
    assert find_threats(person, vocabulary) == []


def test_every_mention_names_its_rule_and_confidence() -> None:
    for mention in find(
        "Daesh recruits. Terrorism, militants and a ceasefire were discussed. A terrorist cell Red Sun hid."
    ):
        assert mention.rule_id.startswith("threats.")
        assert 0 < mention.confidence < 1


def test_the_vocabulary_is_compiled_once() -> None:
    assert threat_vocabulary(load_vocabulary()) is threat_vocabulary(load_vocabulary())


def test_every_code_block_is_complete() -> None:
    blocks = load_vocabulary().codebook("threat_types")
    assert len(blocks) == 19
    for code, block in blocks.items():
        assert {"name", "definition", "parent", "plover_context", "examples", "other_names", "cues"} <= set(block), code
        assert block["parent"] in {"", *blocks}


@pytest.mark.parametrize("code", list(load_vocabulary().codebook("threat_types")))
def test_every_example_of_a_code_is_coded_so(code: str) -> None:
    for example in load_vocabulary().codebook("threat_types")[code]["examples"]:
        assert code in types_of(f"Terrorism was named. They spoke of {example}.")


@pytest.mark.parametrize("kind", list(load_vocabulary().codebook("threat_guards")))
def test_every_example_of_a_guard_is_left_alone(kind: str) -> None:
    for example in load_vocabulary().codebook("threat_guards")[kind]["examples"]:
        expected = {"events": {"terrorism"}, "other_words": OTHER_WORDS.get(example, set())}
        assert types_of(f"They spoke of {example}.") <= expected.get(kind, set())


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("organisation", "organization"),
        ("defence", "defense"),
        ("neighbours", "neighbor"),
        ("programme", "program"),
        ("centres", "center"),
        ("countries", "country"),
        ("Iran’s", "iran"),
        ("clashes", "clash"),
        ("licence", "license"),
    ],
)
def test_spellings_of_a_word_are_one(one: str, other: str) -> None:
    assert fold_word(one) == fold_word(other)


def test_initials_are_one_word() -> None:
    assert read_tokens("the U.S. forces", 0, 15).words == ("the", "us", "force")


def test_a_pattern_that_begins_with_a_gap_is_refused() -> None:
    with pytest.raises(ValueError, match="begins with a gap"):
        compile_pattern("..3 war", {})


def test_a_pattern_of_an_unknown_class_is_refused() -> None:
    with pytest.raises(ValueError, match="no class <ghost>"):
        compile_pattern("<ghost> war", {})


def test_a_class_that_names_a_later_one_is_refused() -> None:
    with pytest.raises(ValueError, match="does not stand before it"):
        expand_classes({"one": ["<two>"], "two": ["word"]})
