"""Sides and names that no mention of a person tells: letterheads, addresses, lists, cues, signatures; near misses."""

from __future__ import annotations

import pytest

from coder_cases import annotate

# A text and, for each person in it, name, role and side, a dash for what is not told.
TEXTS: dict[str, tuple[str, tuple[str, ...]]] = {
    "letterhead": (
        "Republic of Colombia\nMINISTRY OF NATIONAL DEFENCE\n\nTalks on the border\n\nDefence Minister Julio Arango met his "
        "Ecuadorian counterpart, Marco Viteri, in Ipiales on Monday to discuss the border.",
        ("Julio Arango | Defence Minister | COL", "Marco Viteri | Defence Minister | ECU"),
    ),
    "address": (
        "Ministry of the Interior\n\nMinister confers with Latvian colleague\n\nInterior Minister Jaan Tamm met Latvian "
        "Interior Minister Andris Ozols in Valga on Monday to discuss the border.\n\nAdditional information: "
        "press@interior.example.ee",
        ("Jaan Tamm | Interior Minister | EST", "Andris Ozols | Interior Minister | LVA"),
    ),
    "issuer beside a guest": (
        "Government of India\nMinistry of External Affairs\n\nConsultations\n\nWhile in Astana, Indian envoy Asha Menon also "
        "called on H.E. Mr. Marat Aliev, Deputy Chairman of the National Security Committee, on Monday.",
        ("Asha Menon | envoy | IND", "Marat Aliev | Deputy Chairman of the National Security Committee | -"),
    ),
    "issuer's minister met": (
        "Ministry of Defence of Georgia\n\nMeeting in Tbilisi\n\nThe Slovak defence minister held talks with Prime Minister "
        "Luka Beridze in Tbilisi on Monday.",
        ("- | defence minister | SVK", "Luka Beridze | Prime Minister | GEO"),
    ),
    "sides in bullets": (
        "Talks in Bishkek\n\nThe presidents met in Bishkek on Monday with their delegations.\n\nFor the Russian side these "
        "were:\n• Foreign Minister Gleb Sidorov\n• Director of the Federal Drug Control Service Ivan Zubkov\n\nThe Kyrgyz "
        "delegation included:\n• Secretary of the Defence Council Azamat Tokoev\n",
        (
            "Gleb Sidorov | Foreign Minister | RUS",
            "Ivan Zubkov | Director of the Federal Drug Control Service | RUS",
            "Azamat Tokoev | Secretary of the Defence Council | KGZ",
        ),
    ),
    "sides by for": (
        "The group met in Mexico City on Monday. Its co-chairs are, for the United States, Walter Pryce, Director of Drug "
        "Policy, and Attorney General Jane Holt; for Mexico, Foreign Secretary Rosa Valdés.",
        (
            "Walter Pryce | Director of Drug Policy | USA",
            "Jane Holt | Attorney General | USA",
            "Rosa Valdés | Foreign Secretary | MEX",
        ),
    ),
    "side led by": (
        "The two sides met on Monday. The Indian side was led by Asha Menon, Joint Secretary, and the Kazakh side by Talgat "
        "Omarov, Ambassador-at-Large.",
        ("Asha Menon | Joint Secretary | IND", "Talgat Omarov | Ambassador-at-Large | KAZ"),
    ),
    "list of one side": (
        "The general met Somali Defence Minister Yusuf Warsame, the army's Chief of Staff, Brig Gen Nur Osman, and the "
        "commander of the Coast Guard, Adm. Ahmed Guled, in Mogadishu.",
        (
            "Yusuf Warsame | Defence Minister | SOM",
            "Nur Osman | army Chief of Staff | SOM",
            "Ahmed Guled | commander of the Coast Guard | SOM",
        ),
    ),
    "its minister": (
        "Thailand sent its Minister of Justice Somsak Rattana to the talks with Lao Minister of Public Security Bounthavy "
        "Sisouk in Vientiane on Monday.",
        ("Somsak Rattana | Minister of Justice | THA", "Bounthavy Sisouk | Minister of Public Security | LAO"),
    ),
    "signature": (
        "Dakar, 3 March 2016\n\nReadout of the Secretary-General's meeting with H.E. Mr. Alioune Fall, President of the "
        "Republic of Senegal\n\nThe Secretary-General was received this morning by the President of Senegal. They discussed "
        "the Sahel and violent extremism.\n\nKwame Addo, Secretary-General",
        ("Kwame Addo | Secretary-General | UN", "Alioune Fall | President | SEN"),
    ),
    "headline names the minister": (
        "Press release from Ministry of Defence\n\nMinister for Defence Nils Berg travels to Tórshavn for a meeting\n\nOn "
        "29 April, the Danish defence minister will meet Mr Berg in Tórshavn.",
        ("Nils Berg | Minister for Defence | -", "- | defence minister | DNK"),
    ),
    "acting minister": (
        "The Iranian foreign minister spoke by phone with the Afghan acting foreign minister on Monday. Acting minister Gul "
        "Rahman said that there was little water in the dam.",
        ("- | foreign minister | IRN", "Gul Rahman | acting foreign minister | AFG"),
    ),
    "premier and chancellor": (
        "GOV.UK\nPress release\n\nPM call with Chancellor Lindner\n\nThe Prime Minister spoke to German Chancellor Petra "
        "Lindner on Monday. The Prime Minister thanked her for the support to Ukraine.",
        ("- | Prime Minister | GBR", "Petra Lindner | Chancellor | DEU"),
    ),
    # Near misses.
    "same office in a list is the other side": (
        "Iranian Foreign Minister Reza Karimi and Foreign Minister Ivan Zubkov met on Monday.",
        ("Reza Karimi | Foreign Minister | IRN", "Ivan Zubkov | Foreign Minister | -"),
    ),
    "a related headline is no letterhead": (
        "Herald\n\nTalks in Vienna\n\nForeign Minister Ivan Zubkov met Iranian Foreign Minister Reza Karimi on Monday in "
        "Vienna.\n\nRelated: Kyrgyz FM meets EU Special Representative",
        ("Ivan Zubkov | Foreign Minister | -", "Reza Karimi | Foreign Minister | IRN"),
    ),
    "a headline all in capitals gives no name": (
        "Prime Minister Receives Omani Minister\n\nThe Qatari prime minister received Omani Interior Minister Hamed "
        "Al-Harthy on Monday in Doha.",
        ("- | prime minister | QAT", "Hamed Al-Harthy | Interior Minister | OMN"),
    ),
}


@pytest.mark.parametrize("key", TEXTS)
def test_sides(key: str) -> None:
    text, persons = TEXTS[key]
    told = {
        f"{person.name or '-'} | {person.role or '-'} | {person.country_code or person.organization_id or '-'}"
        for person in annotate(text).persons
    }
    assert set(persons) <= told, told
    assert {name for name in told if name.split(" | ")[0] != "-"} == {p for p in persons if p.split(" | ")[0] != "-"}


def test_a_side_told_around_has_its_words() -> None:
    document = annotate(TEXTS["letterhead"][0])
    person = next(person for person in document.persons if person.name == "Julio Arango")
    assert person.side_rule == "issuer"
    assert document.text[person.side_start : person.side_end] == "Republic of Colombia"
