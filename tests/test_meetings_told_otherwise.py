"""Meetings told without a plain verb between two persons: by sides, put off, in lists, over several sentences; and near misses."""

from __future__ import annotations

import pytest

from coder_cases import code_meetings

# A text, and of each meeting in it: type, status, date, city, participants ("name or role, side").
Told = tuple[str, str, str | None, str | None, tuple[str, ...]]
BILATERAL, SEVERAL, VISIT, CALL = "bilateral_meeting", "multilateral_meeting", "visit", "phone_call"
SIGNING = "signing_ceremony"
DAY = "2024-11-22"

CASES: tuple[tuple[str, tuple[Told, ...]], ...] = (
    # sessions told by their sides
    (
        "The fifth round of Kenya-Thailand Political Consultations was held in Bangkok on 3 May 2022. The Kenyan side was "
        "led by Achieng Odera, Director General for Asia, and the Thai side by Somchai Prasert.",
        ((BILATERAL, "held", "2022-05-03", "Bangkok", ("Achieng Odera, KEN", "Somchai Prasert, THA")),),
    ),
    (
        "Spain and Morocco will hold the next session of their Permanent Group on Migration in Rabat on 3 June.",
        ((BILATERAL, "planned", "2025-06-03", "Rabat", ()),),
    ),
    (
        "The Peruvian and Chilean delegations met in Arica on Tuesday.",
        ((BILATERAL, "held", "2024-11-19", "Arica", ()),),
    ),
    (
        "The European Union and the Republic of Moldova held the third round of their Security Dialogue in Chisinau "
        "today. The fourth Dialogue will take place in Brussels in 2025.",
        (
            (BILATERAL, "held", "2024-11-22", "Chisinau", ()),
            (BILATERAL, "planned", "2025", "Brussels", ()),
        ),
    ),
    (
        "Georgian Foreign Minister Tamar Kiknadze met Latvian Foreign Minister Juris Ozols in Riga on Monday. The previous "
        "meeting took place in Tbilisi in May 2023.",
        (
            (BILATERAL, "held", "2024-11-18", "Riga", ("Tamar Kiknadze, GEO", "Juris Ozols, LVA")),
            (BILATERAL, "held", "2023-05", "Tbilisi", ()),
        ),
    ),
    # put off
    (
        "The talks of Interior Minister Besnik Hoxha of Albania with Italian Interior Minister Carlo Rinaldi, scheduled for "
        "Monday in Rome, have been moved to the end of May at Italy's request.",
        (
            (BILATERAL, "cancelled", "2024-11-25", "Rome", ("Besnik Hoxha, ALB", "Carlo Rinaldi, ITA")),
            (BILATERAL, "planned", "2025-05", None, ("Besnik Hoxha, ALB", "Carlo Rinaldi, ITA")),
        ),
    ),
    (
        "A meeting of the army chiefs of Ghana and Togo, which should have taken place in Lomé on Monday, did not hold; it "
        "has been moved to Accra and will now take place on December 12.",
        (
            (BILATERAL, "cancelled", "2024-11-18", "Lome", ("army chief, GHA", "army chief, TGO")),
            (BILATERAL, "planned", "2024-12-12", "Accra", ("army chief, GHA", "army chief, TGO")),
        ),
    ),
    (
        "The police chiefs of Serbia and Croatia were to meet in Vukovar on November 9, but the Croatian side cried off.",
        ((BILATERAL, "cancelled", "2024-11-09", "Vukovar", ("police chief, SRB", "police chief, HRV")),),
    ),
    (
        "Nepal's Foreign Minister Sunita Thapa will meet Omani Foreign Minister Salim Al Harthy in Muscat on Friday. The "
        "meeting was later postponed to Sunday.",
        (
            (BILATERAL, "cancelled", "2024-11-22", "Muscat", ("Sunita Thapa, NPL", "Salim Al Harthy, OMN")),
            (BILATERAL, "planned", "2024-11-24", None, ("Sunita Thapa, NPL", "Salim Al Harthy, OMN")),
        ),
    ),
    # lists, several partners, what is taken up
    (
        "Turkish President Kemal Aydin had talks in Ankara today with Qatari Prime Minister Fahad Al Kuwari. The "
        "Turkish delegation included:\n• Foreign Minister Selin Demir\n• Defence Minister Orhan Kaya\n\n"
        "Regional issues were discussed.",
        (
            (
                BILATERAL,
                "held",
                "2024-11-22",
                "Ankara",
                ("Kemal Aydin, TUR", "Fahad Al Kuwari, QAT", "Selin Demir, TUR", "Orhan Kaya, TUR"),
            ),
        ),
    ),
    (
        "On Monday, Icelandic Prime Minister Sigrun Jonsdottir had telephone conversations with Danish Prime Minister Mads "
        "Holm, with Finnish Prime Minister Antti Salo and with Estonian Prime Minister Kadri Mägi.",
        (
            (CALL, "held", "2024-11-18", None, ("Sigrun Jonsdottir, ISL", "Mads Holm, DNK")),
            (CALL, "held", "2024-11-18", None, ("Sigrun Jonsdottir, ISL", "Antti Salo, FIN")),
            (CALL, "held", "2024-11-18", None, ("Sigrun Jonsdottir, ISL", "Kadri Mägi, EST")),
        ),
    ),
    (
        "Korean Foreign Minister Yoon Ji-hye had a telephone conversation with Canadian Foreign Minister Claire Tremblay on "
        "July 29, and after it one with Mexican Foreign Minister Raúl Ibarra.",
        (
            (CALL, "held", "2024-07-29", None, ("Yoon Ji-hye, KOR", "Claire Tremblay, CAN")),
            (CALL, "held", "2024-07-29", None, ("Yoon Ji-hye, KOR", "Raúl Ibarra, MEX")),
        ),
    ),
    (
        "A trilateral meeting brought Slovak Foreign Minister Pavol Kučera together with Croatian Foreign Minister Ana Babić "
        "and Slovenian Foreign Minister Matej Zupan in Bled on 2 September 2024.",
        ((SEVERAL, "held", "2024-09-02", "Bled", ("Pavol Kučera, SVK", "Ana Babić, HRV", "Matej Zupan, SVN")),),
    ),
    (
        "Earlier today, also in Vienna, Austrian Interior Minister Lukas Gruber and Hungarian Interior Minister Zsolt Farkas "
        "met.",
        ((BILATERAL, "held", "2024-11-22", "Vienna", ("Lukas Gruber, AUT", "Zsolt Farkas, HUN")),),
    ),
    (
        "The ministers of defence of Uruguay and Paraguay, Elena Sosa and Hugo Benítez, spoke on Monday by video link.",
        ((CALL, "held", "2024-11-18", None, ("Elena Sosa, URY", "Hugo Benítez, PRY")),),
    ),
    # signed by hand
    (
        "Kenyan Interior Minister Peter Otieno and his Ugandan counterpart, David Mukasa, put their signatures to a "
        "memorandum on border patrols in Nairobi on Monday.",
        ((SIGNING, "held", "2024-11-18", "Nairobi", ("Peter Otieno, KEN", "David Mukasa, UGA")),),
    ),
    (
        "Chilean Foreign Minister Ana Rojas and Peruvian Foreign Minister Luis Quispe affixed their signatures under a "
        "treaty in Arica on 4 March 2024.",
        ((SIGNING, "held", "2024-03-04", "Arica", ("Ana Rojas, CHL", "Luis Quispe, PER")),),
    ),
    (
        "The protocol, which bears the signatures of Azerbaijani Interior Minister Tural Aliyev and Georgian Interior "
        "Minister Giorgi Beridze, covers smuggling.",
        ((SIGNING, "held", None, None, ("Tural Aliyev, AZE", "Giorgi Beridze, GEO")),),
    ),
    (
        "The agreement carries the signatures of Thai Defence Minister Somchai Prasert and Lao Defence Minister Khamla "
        "Sisouphanh.",
        ((SIGNING, "held", None, None, ("Somchai Prasert, THA", "Khamla Sisouphanh, LAO")),),
    ),
    (
        "On Wednesday Polish Interior Minister Jan Kowal and Slovak Interior Minister Juraj Kmet set their names to a "
        "joint declaration in Kraków.",
        ((SIGNING, "held", "2024-11-20", "Krakow", ("Jan Kowal, POL", "Juraj Kmet, SVK")),),
    ),
)

NONE: tuple[str, ...] = (
    "India-Thailand trade has doubled in Bangkok since 2022.",
    "The US-led coalition struck positions near Raqqa on Tuesday.",
    "Regular meetings of the Brazil-Chile working group help both navies.",
    "The delegation included fourteen companies from Spain and Morocco.",
    "The exercise of Spain and Morocco, scheduled for Monday, has been moved to the end of May.",
    "Albanian Interior Minister Besnik Hoxha moved to Rome on Monday.",
    "The Peruvian and Chilean economies met expectations in 2023.",
    "The news brought Slovak Foreign Minister Pavol Kučera little joy.",
    "Sudanese Foreign Minister Amna Osman left Juba without a meeting with South Sudanese President Peter Lual.",
    "The third India-Kenya dialogue should be held more often.",
    "Kenyan Interior Minister Peter Otieno and Ugandan Interior Minister David Mukasa put their names on the list of guests.",
    "The wall bears the names of Thai Defence Minister Somchai Prasert and Lao Defence Minister Khamla Sisouphanh.",
    "Polish Interior Minister Jan Kowal and Slovak Interior Minister Juraj Kmet put their trust in the agreement.",
    "The memorandum carries the signature of Chilean Foreign Minister Ana Rojas alone.",
)


def described(text: str) -> set[tuple[str, str, str | None, str | None, tuple[str, ...]]]:
    """Return the meetings of a text as type, status, date, city and participants in alphabetical order."""
    return {
        (
            told.meeting_type,
            told.status,
            told.date.edtf,
            told.city,
            tuple(
                sorted(f"{p.name or p.role}, {p.country_code or p.organization_id or '-'}" for p in told.participants)
            ),
        )
        for told in code_meetings(text, published=DAY)
    }


@pytest.mark.parametrize(("text", "meetings"), CASES, ids=[text[:50] for text, _ in CASES])
def test_meetings_are_coded_with_day_place_and_persons(text: str, meetings: tuple[Told, ...]) -> None:
    assert described(text) == {(*told[:4], tuple(sorted(told[4]))) for told in meetings}


@pytest.mark.parametrize("text", NONE)
def test_near_misses_are_no_meetings(text: str) -> None:
    assert described(text) == set()
