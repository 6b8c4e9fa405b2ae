"""Persons told together, of invented persons: offices of two countries, of two fields, with names and states; near misses."""

from __future__ import annotations

import pytest

from coder_cases import annotate

# A text and all persons in it with name, role and side, a dash for what is not told.
TEXTS: dict[str, tuple[str, tuple[str, ...]]] = {
    "of the two countries": (
        "Chile and Peru agreed on joint patrols in Lima. The foreign ministers of the two countries met on Monday.",
        ("- | foreign minister | CHL", "- | foreign minister | PER"),
    ),
    "the two countries'": (
        "Ghana's and Togo's delegations held talks in Accra. The two countries' interior ministers signed a protocol on "
        "Friday.",
        ("- | interior minister | GHA", "- | interior minister | TGO"),
    ),
    "deputies of both sides": (
        "Talks between Kenya and Uganda were held in Busia. The deputy ministers of interior of both sides attended the "
        "meeting on Monday.",
        ("- | deputy minister of interior | KEN", "- | deputy minister of interior | UGA"),
    ),
    "named right after": (
        "The home secretaries of the two neighbours, India and Nepal, met in Delhi on Monday.",
        ("- | home secretary | IND", "- | home secretary | NPL"),
    ),
    "joined by a hyphen": (
        "ROK-U.S. defence talks were held in Seoul on Monday. The defence ministers of the two nations attended.",
        ("- | defence minister | KOR", "- | defence minister | USA"),
    ),
    "of the headline": (
        "Laos, Vietnam hold border talks\n\nHanoi, 4 May 2021\n\nTalks on the border were held on Monday. The police chiefs "
        "of both countries met before them.",
        ("- | police chief | LAO", "- | police chief | VNM"),
    ),
    "of three countries": (
        "Mali, Niger and Chad formed a force. The defence ministers of the three countries met in Niamey on Monday.",
        ("- | defence minister | MLI", "- | defence minister | NER", "- | defence minister | TCD"),
    ),
    "one told, one not": (
        "Serbian Interior Minister Ivan Pavić praised Hungary on Monday. The interior ministers of the two countries met in "
        "Szeged.",
        ("Ivan Pavić | Interior Minister | SRB", "- | interior minister | HUN"),
    ),
    "secretaries are not the ministers": (
        "Indian Home Minister Arun Mehta met Nepalese Home Minister Hari Thapa in Delhi on Monday. The home secretaries of "
        "the two countries met before them.",
        (
            "Arun Mehta | Home Minister | IND",
            "Hari Thapa | Home Minister | NPL",
            "- | home secretary | IND",
            "- | home secretary | NPL",
        ),
    ),
    "sent deputies": (
        "Ecuador and Peru sent vice ministers to the talks in Lima on Monday.",
        ("- | vice minister | ECU", "- | vice minister | PER"),
    ),
    "represented by deputies": (
        "Kenya, Uganda and Rwanda were represented by their deputy defence ministers at the talks in Arusha on Monday.",
        ("- | deputy defence minister | KEN", "- | deputy defence minister | UGA", "- | deputy defence minister | RWA"),
    ),
    "two offices of two states": (
        "The Foreign and Defense Ministers of Brazil and Chile met in Santiago on Monday.",
        (
            "- | Foreign Minister | BRA",
            "- | Defense Minister | BRA",
            "- | Foreign Minister | CHL",
            "- | Defense Minister | CHL",
        ),
    ),
    "two offices after of": (
        "The ministers of foreign affairs and defence of Peru travel to Lima on Monday.",
        ("- | minister of foreign affairs | PER", "- | minister of defence | PER"),
    ),
    "three offices": (
        "Estonia's foreign, defence and interior ministers met the president of Latvia in Riga on Monday.",
        (
            "- | foreign minister | EST",
            "- | defence minister | EST",
            "- | interior minister | EST",
            "- | president | LVA",
        ),
    ),
    "two offices and counterparts": (
        "Brazil's foreign and defence ministers met on Monday with their Chilean counterparts.",
        (
            "- | foreign minister | BRA",
            "- | defence minister | BRA",
            "- | foreign minister | CHL",
            "- | defence minister | CHL",
        ),
    ),
    "names in brackets under an office told before": (
        "The ministers of interior of Syria, Iraq and Oman met in Amman on Monday. Ministers Salim Rahim (Syria), Abdul Latif "
        "(Iraq) and Bassam Murad (Oman) praised the talks.",
        (
            "Salim Rahim | minister of interior | SYR",
            "Abdul Latif | minister of interior | IRQ",
            "Bassam Murad | minister of interior | OMN",
        ),
    ),
    "expected are": (
        "The defence ministers will meet in Tartu on Monday. Expected are Espen Dahl (Norway), Mikael Berg (Sweden) and Jari "
        "Salo (Finland).",
        (
            "Espen Dahl | defence minister | NOR",
            "Mikael Berg | defence minister | SWE",
            "Jari Salo | defence minister | FIN",
        ),
    ),
    "counterparts after their names": (
        "Danish Foreign Minister Lars Holm met Erik Berg of Sweden and Jari Salo of Finland, his Nordic counterparts, on "
        "Monday.",
        (
            "Lars Holm | Foreign Minister | DNK",
            "Erik Berg | Foreign Minister | SWE",
            "Jari Salo | Foreign Minister | FIN",
        ),
    ),
    "names after a dash": (
        "The interior ministers of Ghana, Togo and Benin – Kofi Mensah, Yao Lawson and Paul Houngbe – met in Lomé on Monday.",
        (
            "Kofi Mensah | interior minister | GHA",
            "Yao Lawson | interior minister | TGO",
            "Paul Houngbe | interior minister | BEN",
        ),
    ),
    "counterparts of two states": (
        "Uzbek Defence Minister Bakhodir Karimov met his Kazakh and Tajik counterparts in Tashkent on Monday.",
        (
            "Bakhodir Karimov | Defence Minister | UZB",
            "- | Defence Minister | KAZ",
            "- | Defence Minister | TJK",
        ),
    ),
    "each with a field": (
        "Two Portuguese Ministers: Ana Reis for Home Affairs and Paulo Costa for Justice, met French Interior Minister Luc "
        "Martin in Lisbon on Monday.",
        (
            "Ana Reis | Minister for Home Affairs | PRT",
            "Paulo Costa | Minister for Justice | PRT",
            "Luc Martin | Interior Minister | FRA",
        ),
    ),
    "the three, by name": (
        "The presidents of Honduras, El Salvador and Guatemala met on Tuesday. The three attorneys general - Óscar Funes, "
        "Diego Melara and Telma Arana - signed a protocol.",
        (
            "- | president | HND",
            "- | president | SLV",
            "- | president | GTM",
            "Óscar Funes | attorney general | HND",
            "Diego Melara | attorney general | SLV",
            "Telma Arana | attorney general | GTM",
        ),
    ),
    "names in the next sentence": (
        "The foreign ministers of Ghana, Togo and Benin met in Lomé on Monday. Kofi Mensah, Yao Lawson and Paul Houngbe "
        "signed a declaration.",
        (
            "Kofi Mensah | foreign minister | GHA",
            "Yao Lawson | foreign minister | TGO",
            "Paul Houngbe | foreign minister | BEN",
        ),
    ),
    "South and North": (
        "The defence ministers of South and North Korea met on Monday in Panmunjom.",
        ("- | defence minister | KOR", "- | defence minister | PRK"),
    ),
    # Near misses.
    "of the member states": ("The foreign ministers of the member states met in Vienna on Friday.", ()),
    "three states, two countries": (
        "Kenya, Uganda and Rwanda are neighbours. The foreign ministers of the two countries met on Friday.",
        (),
    ),
    "officials of the two countries": (
        "Chile and Peru agreed on joint patrols. Officials of the two countries met in Lima on Monday.",
        (),
    ),
    "one ministry with two fields": (
        "The Justice and Home Affairs Ministers of Brazil and Chile met in Santiago on Monday.",
        ("- | Justice and Home Affairs Minister | BRA", "- | Justice and Home Affairs Minister | CHL"),
    ),
    "two names for three states": (
        "The foreign ministers of Ghana, Togo and Benin met in Lomé on Monday. Kofi Mensah and Yao Lawson signed a letter.",
        (
            "- | foreign minister | GHA",
            "- | foreign minister | TGO",
            "- | foreign minister | BEN",
            "Kofi Mensah | - | -",
            "Yao Lawson | - | -",
        ),
    ),
    "names of another office": (
        "The foreign ministers of Ghana and Togo met in Lomé on Monday. Police chief Kofi Mensah and police chief Yao Lawson "
        "signed a protocol.",
        (
            "- | foreign minister | GHA",
            "- | foreign minister | TGO",
            "Kofi Mensah | Police chief | -",
            "Yao Lawson | police chief | -",
        ),
    ),
}


def persons_of(text: str) -> list[str]:
    """Return each person of a text as "name | role | side", in order of the mentions."""
    return [
        f"{person.name or '-'} | {person.role or '-'} | {person.country_code or person.organization_id or '-'}"
        for person in annotate(text).persons
    ]


@pytest.mark.parametrize("key", TEXTS)
def test_plurals(key: str) -> None:
    text, persons = TEXTS[key]
    assert sorted(persons_of(text)) == sorted(persons)


def test_a_state_told_before_the_office_has_its_words() -> None:
    document = annotate(TEXTS["of the two countries"][0])
    told = [(p.side_rule, document.text[p.side_start : p.side_end]) for p in document.persons]
    assert told == [("pair", "Chile"), ("pair", "Peru")]


def test_a_visitor_does_not_take_the_goal_into_the_name() -> None:
    document = annotate("The visit of Omani President Salim Rahim to North Macedonia begins on Monday.")
    (actor,) = document.actors
    assert document.text[actor.start : actor.end] == "Omani President Salim Rahim"


def test_an_ambassador_keeps_the_state_of_the_post() -> None:
    document = annotate("Ambassador Paul Stone to Kenya met President Joel Karanja on Monday.")
    assert document.text[document.actors[0].start : document.actors[0].end] == "Ambassador Paul Stone to Kenya"


def test_the_dotless_i_of_turkish_makes_no_number() -> None:
    """A pattern that minds no case takes it for an i; the list of numbers does not know it."""
    document = annotate("The foreign ministers of the fıve countries met in Tehran on 5 May 2019.")
    assert all(person.country_code is None for person in document.persons)
