"""Offices as written, of invented persons: brackets, bodies, several offices of one, branches and ranks; near misses."""

from __future__ import annotations

import pytest

from coder_cases import annotate

# A sentence and, for each person in it, name, role and side, a dash for what is not told.
ROLES: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "Namibian Trade Minister Ambassador Simon Nuyoma met Defence Minister Senator Paul Stone of Kenya on Monday.",
        ("Simon Nuyoma | Trade Minister | NAM", "Paul Stone | Defence Minister | KEN"),
    ),
    (
        "After the attacks on Fotor, the President of the Republic called Mr. Paul Biyong, President of Cameroon, on Monday.",
        ("- | President of the Republic | -", "Paul Biyong | President | CMR"),
    ),
    (
        "The joint centre in Bashira was opened by Iraqi Interior Minister Ali Hassan on Monday.",
        ("Ali Hassan | Interior Minister | IRQ",),
    ),
    (
        "General Laura Hayes, who commands U.S. Southern Command, met Defence Minister Jorge Lima of Brazil on Monday.",
        ("Laura Hayes | commander of U.S. Southern Command | USA", "Jorge Lima | Defence Minister | BRA"),
    ),
    (
        "Colonel Petr Novak, who heads the border police of Czechia, met Polish Interior Minister Jan Kowal in Ostrava.",
        ("Petr Novak | head of the border police | CZE", "Jan Kowal | Interior Minister | POL"),
    ),
    (
        "General Musa Bello, who commands the Nigerian army, met Ghanaian Defence Minister Kofi Mensah on Monday.",
        ("Musa Bello | commander of the army | NGA", "Kofi Mensah | Defence Minister | GHA"),
    ),
    (
        "Ana Silva, who directs the National Intelligence Agency, met Chilean Interior Minister Jorge Lima on Monday.",
        ("Ana Silva | director of the National Intelligence Agency | -", "Jorge Lima | Interior Minister | CHL"),
    ),
    (
        "Karim Haque, who heads Border Guard Bangladesh, met Indian Home Minister Arun Mehta in Dhaka on Monday.",
        ("Karim Haque | head of Border Guard Bangladesh | BGD", "Arun Mehta | Home Minister | IND"),
    ),
    # Near miss: a delegation is led for a day.
    (
        "Deputy Minister Ana Silva, who heads the Brazilian delegation, met Chilean Interior Minister Jorge Lima on Monday.",
        ("Ana Silva | Deputy Minister | BRA", "Jorge Lima | Interior Minister | CHL"),
    ),
    (
        "On Monday Lebanese Interior Minister Rami Haddad met his Syrian counterpart, Judge Bassam Mawlawi.",
        ("Rami Haddad | Interior Minister | LBN", "Bassam Mawlawi | Interior Minister | SYR"),
    ),
    (
        "Asha Menon, Joint Secretary (Counter-Terrorism) in the Ministry of External Affairs, met Kazakh Foreign "
        "Minister Daniyar Omarov in Astana.",
        (
            "Asha Menon | Joint Secretary (Counter-Terrorism) in the Ministry of External Affairs | IND",
            "Daniyar Omarov | Foreign Minister | KAZ",
        ),
    ),
    (
        "In Lima, Peru's Secretary (Defence Production) Luis Paredes met Chilean Defence Minister Ana Soto.",
        ("Luis Paredes | Secretary (Defence Production) | PER", "Ana Soto | Defence Minister | CHL"),
    ),
    (
        "On Monday Chief of Army Staff (COAS) General Bello of Nigeria met Ghanaian Defence Minister Kofi Mensah.",
        ("Bello | Chief of Army Staff | NGA", "Kofi Mensah | Defence Minister | GHA"),
    ),
    (
        "Minister of Interior and Commander of the Coastal Force (Sahil) HE Sheikh Nasser bin Hamad of Qatar received "
        "Minister of Interior of the sisterly State of Kuwait Sheikh Talal Al Jarrah Al Sabah in Doha.",
        (
            "Nasser bin Hamad | Minister of Interior and Commander of the Coastal Force | QAT",
            "Talal Al Jarrah Al Sabah | Minister of Interior | KWT",
        ),
    ),
    (
        "Saudi Crown Prince Fahd bin Turki, Deputy Premier and Minister of Defense, received British Defence Secretary "
        "Paul Hartley in Jeddah.",
        (
            "Fahd bin Turki | Crown Prince, Deputy Premier and Minister of Defense | SAU",
            "Paul Hartley | Defence Secretary | GBR",
        ),
    ),
    (
        "Amina Nur Farah, Deputy Prime Minister/Minister for Foreign Affairs of Somalia, met Kenyan President Joel "
        "Karanja in Mombasa.",
        (
            "Amina Nur Farah | Deputy Prime Minister/Minister for Foreign Affairs | SOM",
            "Joel Karanja | President | KEN",
        ),
    ),
    (
        "Navy Adm. Walter Pryce, commander of U.S. Southern Command, met Marine Sgt. Maj. Rick Dolan in Bogotá.",
        ("Walter Pryce | commander of U.S. Southern Command | USA", "Rick Dolan | - | -"),
    ),
    (
        "The Georgian minister met Els de Groot, Permanent Representative of the Netherlands to NATO, and Jean Marchal, "
        "Ambassador of France to NATO, in Brussels.",
        (
            "- | minister | GEO",
            "Els de Groot | Permanent Representative to NATO | NLD",
            "Jean Marchal | Ambassador to NATO | FRA",
        ),
    ),
    (
        "President of the ECOWAS Commission Modou Ceesay met Nigerian Foreign Minister Ngozi Bello in Abuja.",
        ("Modou Ceesay | President of the Commission | ECOWAS", "Ngozi Bello | Foreign Minister | NGA"),
    ),
    (
        "ECOWAS Commissioner for Political Affairs, Peace, and Security Kwame Addo met Togolese President Yao Koffi.",
        (
            "Kwame Addo | Commissioner for Political Affairs, Peace, and Security | ECOWAS",
            "Yao Koffi | President | TGO",
        ),
    ),
    (
        "The state secretaries in the ministries of defence of Serbia and Slovenia, Bojan Ilić and Matej Zupan, met.",
        (
            "Bojan Ilić | state secretary in the ministry of defence | SRB",
            "Matej Zupan | state secretary in the ministry of defence | SVN",
        ),
    ),
    (
        "Turkish and Iraqi defence ministers Emre Aksoy and Hadi al-Jabiri met in Ankara.",
        ("Emre Aksoy | defence minister | TUR", "Hadi al-Jabiri | defence minister | IRQ"),
    ),
    (
        "President Hassan Sh. Warsame of Somalia met Kenyan President Joel Karanja in Nairobi.",
        ("Hassan Sh. Warsame | President | SOM", "Joel Karanja | President | KEN"),
    ),
    (
        "Caretaker Minister of Interior and Municipalities of Lebanon HE Judge Sami Mawlawi met Jordanian Interior "
        "Minister Ziad Hneiti in Amman.",
        (
            "Sami Mawlawi | Caretaker Minister of Interior and Municipalities | LBN",
            "Ziad Hneiti | Interior Minister | JOR",
        ),
    ),
    (
        "Indonesian Defence Minister Budi Santoso hosted his Malaysian and Thai colleagues, Ahmad Faizal and Somsak Rattana.",
        (
            "Budi Santoso | Defence Minister | IDN",
            "Ahmad Faizal | Defence Minister | MYS",
            "Somsak Rattana | Defence Minister | THA",
        ),
    ),
    # Near misses: two persons, another's field, a house of talks, a body that is nobody.
    (
        "Omani Foreign Minister Badr Al-Harthy met the President and the Foreign Minister of Malta, Ian Vella, in Valletta.",
        ("Badr Al-Harthy | Foreign Minister | OMN", "- | President | -", "Ian Vella | Foreign Minister | MLT"),
    ),
    (
        "Serbian Defence Minister Goran Pavić met the Russian ambassador at the Ministry of Defence in Belgrade.",
        ("Goran Pavić | Defence Minister | SRB", "- | ambassador | RUS"),
    ),
    (
        "It is the wish of the Serbian Ministry of Defence, State Secretary Bojan Ilić told Greek Defence Minister "
        "Nikos Pappas.",
        ("Bojan Ilić | State Secretary | -", "Nikos Pappas | Defence Minister | GRC"),
    ),
    (
        "Nigerian Chief of Defence Staff General Musa Danjuma, chairman of the CCDS, met Togolese General Yao Koffi in Lomé.",
        ("Musa Danjuma | Chief of Defence Staff | NGA", "Yao Koffi | - | TGO"),
    ),
    (
        "Chief of the Royal Navy Admiral Piers Holt met Norwegian Defence Minister Tor Lunde in Oslo.",
        ("Piers Holt | Chief of the Royal Navy | -", "Tor Lunde | Defence Minister | NOR"),
    ),
    (
        "Director-General Ana Silva of Brazil met Acting Director of the Department for New Threats of the Ministry of "
        "Foreign Affairs of Chile Jorge Lima in Lima.",
        (
            "Ana Silva | Director-General | BRA",
            "Jorge Lima | Acting Director of the Department for New Threats of the Ministry of Foreign Affairs | CHL",
        ),
    ),
    (
        "Omid Karimi, Assistant to the Foreign Minister and Director General of South Asia, Ministry of Foreign Affairs "
        "of Iran, met Assistant Foreign Minister of Kenya Joe Hart in Nairobi.",
        (
            "Omid Karimi | Assistant to the Foreign Minister and Director General of South Asia, Ministry of Foreign "
            "Affairs | IRN",
            "Joe Hart | Assistant Foreign Minister | KEN",
        ),
    ),
    (
        "Chairman of the Council of Ministers Denis Hadžić and Defence Minister Marina Perić of Croatia were there.",
        ("Denis Hadžić | Chairman of the Council of Ministers | -", "Marina Perić | Defence Minister | HRV"),
    ),
    (
        "Indian External Affairs Minister (EAM) Dr A. Mehta met Lt Gen (Retd) Omar Hale, Secretary Defence of Kenya.",
        ("A. Mehta | External Affairs Minister | IND", "Omar Hale | Secretary Defence | KEN"),
    ),
    (
        "Minister of Transport, Highways, Ports and Civil Aviation Nimal Rathna of Sri Lanka met Wang Lei, Chairman of the "
        "People’s Assembly of Laos.",
        (
            "Nimal Rathna | Minister of Transport, Highways, Ports and Civil Aviation | LKA",
            "Wang Lei | Chairman of the People’s Assembly | LAO",
        ),
    ),
    (
        "U.S. Army Gen. Laura Hayes, commander of U.S. Southern Command, met Deputy Attorney General Lisa Monaco and Julian "
        "King, the Security Commissioner of the EU.",
        (
            "Laura Hayes | commander of U.S. Southern Command | USA",
            "Lisa Monaco | Deputy Attorney General | -",
            "Julian King | Security Commissioner | EU",
        ),
    ),
    (
        "Pakistan’s Ministry of Foreign Affairs Special Secretary Ambassador Nabeel Khan told the Prime Minister trade grew.",
        ("Nabeel Khan | Ministry of Foreign Affairs Special Secretary | PAK", "- | Prime Minister | -"),
    ),
    (
        "The meeting was attended by Mr. Aoki Ren, Senior Deputy Minister for Foreign Affairs, Japan; and Mr. Omar Hale, "
        "Special Envoy, Kenya.",
        ("Aoki Ren | Senior Deputy Minister for Foreign Affairs | JPN", "Omar Hale | Special Envoy | KEN"),
    ),
    (
        "Permanent Representatives of Chile and Ghana to the UN Jorge Lima and Kofi Mensah met President von der Berg of the "
        "European Commission and Raksha Mantri Shri Arun Mehta.",
        (
            "Jorge Lima | Permanent Representative | CHL",
            "Kofi Mensah | Permanent Representative | GHA",
            "von der Berg | President | EU",
            "Arun Mehta | Raksha Mantri | IND",
        ),
    ),
    (
        "General Paul Banda, the Commander, Malawi Defence Force, met Young Kim, a senator. Minister Gan Kim Yong of Singapore "
        "was there.",
        (
            "Paul Banda | Commander, Defence Force | MWI",
            "Young Kim | senator | -",
            "Gan Kim Yong | Minister | SGP",
        ),
    ),
    (
        "China’s Director of the Office of the Central Foreign Affairs Commission and Foreign Minister Wang Lei met Alex "
        "Hale, Minister for International Development and the Pacific of Australia.",
        (
            "Wang Lei | Director of the Office of the Central Foreign Affairs Commission and Foreign Minister | CHN",
            "Alex Hale | Minister for International Development and the Pacific | AUS",
        ),
    ),
)


def roles_of(text: str) -> set[str]:
    """Return the persons of a text as "name | role | side"."""
    return {
        f"{person.name or '-'} | {person.role or '-'} | {person.country_code or person.organization_id or '-'}"
        for person in annotate(text).persons
    }


@pytest.mark.parametrize(("text", "persons"), ROLES, ids=lambda value: value[:40] if isinstance(value, str) else "")
def test_roles(text: str, persons: tuple[str, ...]) -> None:
    assert roles_of(text) == set(persons)
