"""Offices, ranks and names in the manner of readouts and agency reports worldwide, by the grammar alone."""

from __future__ import annotations

import pytest

from coder_cases import make_article
from security_meetings.annotate.chunks import chunk_sentence
from security_meetings.annotate.drafts import finish_persons
from security_meetings.annotate.lexicon import build_lexicon
from security_meetings.annotate.names import confirm_names
from security_meetings.annotate.offices import build_office_types
from security_meetings.annotate.persons import PersonResolver
from security_meetings.annotate.sentences import split_sentences
from security_meetings.annotate.zones import split_zones
from security_meetings.vocabularies import load_vocabulary

VOCABULARY = load_vocabulary()

# A text and, for each person in it, name, office type and side, a dash for what is not told.
READOUTS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("Vice President of Vietnam Vo Thi Hoa received Lao Vice President Khamla Sisouphanh in Hanoi.",
     ("Vo Thi Hoa, other_official, VNM", "Khamla Sisouphanh, other_official, LAO")),
    ("NATO Deputy Secretary General Marek Dvorak met Montenegrin Defence Minister Luka Perović in Brussels.",
     ("Marek Dvorak, organization_official, NATO", "Luka Perović, defence_minister, MNE")),
    ("The African Union Commissioner for Political Affairs, Peace and Security, Tesfaye Alemu, met Sudanese "
     "Foreign Minister Huda Babiker in Addis Ababa.",
     ("Tesfaye Alemu, organization_official, AU", "Huda Babiker, foreign_minister, SDN")),
    ("UN special envoy for Yemen Lars Holmgren met Omani Foreign Minister Sayyid Faisal Al-Harthy in Muscat.",
     ("Lars Holmgren, special_envoy, UN", "Faisal Al-Harthy, foreign_minister, OMN")),
    ("European Commission President Sofie Lindqvist met Egyptian President Karim Fouad in Cairo.",
     ("Sofie Lindqvist, organization_head, EU", "Karim Fouad, head_of_state, EGY")),
    ("EU High Representative Pilar Soto and Armenian Foreign Minister Aram Petrosyan met in Yerevan.",
     ("Pilar Soto, organization_head, EU", "Aram Petrosyan, foreign_minister, ARM")),
    ("FSB Director Gleb Sidorov met KGB Chairman Ivan Zubkov in Minsk.",
     ("Gleb Sidorov, intelligence_chief, RUS", "Ivan Zubkov, intelligence_chief, BLR")),
    ("FBI Director Karen Whitlow met Mexican Attorney General Raúl Ochoa in Mexico City.",
     ("Karen Whitlow, police_chief, USA", "Raúl Ochoa, prosecutor_general, MEX")),
    ("ISI chief Lt. Gen. Nadeem Qureshi met the Afghan intelligence chief in Kabul.",
     ("Nadeem Qureshi, intelligence_chief, PAK", "-, intelligence_chief, AFG")),
    ("MI6 chief Edward Hale met Mossad chief Avi Peled in London.",
     ("Edward Hale, intelligence_chief, GBR", "Avi Peled, intelligence_chief, ISR")),
    ("Commander United States Central Command General Frank Doyle called on Pakistan's army chief, General Asad Mir.",
     ("Frank Doyle, military_commander, USA", "Asad Mir, military_commander, PAK")),
    ("CENTCOM commander Gen. Robert Hayes met Jordanian Chairman of the Joint Chiefs of Staff Maj. Gen. Ziad Hneiti.",
     ("Robert Hayes, military_commander, USA", "Ziad Hneiti, chief_of_general_staff, JOR")),
    ("Minister of the People's Armed Forces Ri Myong Guk met Chinese Defence Minister Liu Jianguo in Pyongyang.",
     ("Ri Myong Guk, defence_minister, PRK", "Liu Jianguo, defence_minister, CHN")),
    ("Secretary of the Security Council under the President of Uzbekistan Rustam Tursunov met Secretary of the "
     "Security Council of Tajikistan Faridun Rahimov.",
     ("Rustam Tursunov, security_council_secretary, UZB", "Faridun Rahimov, security_council_secretary, TJK")),
    ("Japanese Foreign Minister MORITA Keiko met Philippine Foreign Secretary Elena Santos in Manila.",
     ("MORITA Keiko, foreign_minister, JPN", "Elena Santos, foreign_minister, PHL")),
    ("Malaysian Home Minister Dato' Sri Ahmad Faizal bin Osman met Bruneian Minister of Home Affairs Dato Seri "
     "Setia Awang Haji Ibrahim in Bandar Seri Begawan.",
     ("Ahmad Faizal bin Osman, interior_minister, MYS", "Ibrahim, interior_minister, BRN")),
    ("Myanmar's Union Minister for Foreign Affairs U Kyaw Htun met Thai Foreign Minister Somsak Rattana in Nay Pyi Taw.",
     ("Kyaw Htun, foreign_minister, MMR", "Somsak Rattana, foreign_minister, THA")),
    ("Vice-Senior General Thein Naing, the junta's deputy commander-in-chief, met Indian Army Chief General Vikram Rao.",
     ("Thein Naing, military_commander, -", "Vikram Rao, military_commander, IND")),
    ("The presidents of Honduras, Marco Antonio Lara, El Salvador, Julio Cerén, and Guatemala, Pedro Morán, met "
     "in Tegucigalpa.",
     ("Marco Antonio Lara, head_of_state, HND", "Julio Cerén, head_of_state, SLV", "Pedro Morán, head_of_state, GTM")),
    ("Interior ministers Ana Pop (Romania) and Ivan Kolev (Bulgaria) met in Ruse.",
     ("Ana Pop, interior_minister, ROU", "Ivan Kolev, interior_minister, BGR")),
    ("Foreign ministers Dara Byrne of Ireland and Luc Meyer of Luxembourg met in Dublin.",
     ("Dara Byrne, foreign_minister, IRL", "Luc Meyer, foreign_minister, LUX")),
    ("The Kyrgyz and Tajik interior ministers met at the border on Sunday.",
     ("-, interior_minister, KGZ", "-, interior_minister, TJK")),
    ("Turkish President Kemal Aydın met Azerbaijani President Elnur Hasanov in Ankara.",
     ("Kemal Aydın, head_of_state, TUR", "Elnur Hasanov, head_of_state, AZE")),
    ("Turkish Interior Minister Ali Kaya met German Interior Minister Petra Lindner in Berlin.",
     ("Ali Kaya, interior_minister, TUR", "Petra Lindner, interior_minister, DEU")),
    ("Kim Dong Su, South Korea's unification minister, met Mongolian Foreign Minister Tuya Bold in Seoul.",
     ("Kim Dong Su, other_minister, KOR", "Tuya Bold, foreign_minister, MNG")),
    ("Saudi Arabia's Crown Prince Salman bin Fahd met Qatari Emir Sheikh Jassim bin Hamad Al Thani in Jeddah.",
     ("Salman bin Fahd, other_official, SAU", "Jassim bin Hamad Al Thani, head_of_state, QAT")),
    ("His Highness Sheikh Rashid bin Saeed Al Nuaimi, UAE Minister of Interior, received Bahrain's Minister of "
     "Interior, General Sheikh Isa bin Ali Al Khalifa, in Abu Dhabi.",
     ("Rashid bin Saeed Al Nuaimi, interior_minister, ARE", "Isa bin Ali Al Khalifa, interior_minister, BHR")),
    ("Brazilian Defence Minister José Carlos de Almeida met Portuguese Defence Minister João Pedro Sequeira in Lisbon.",
     ("José Carlos de Almeida, defence_minister, BRA", "João Pedro Sequeira, defence_minister, PRT")),
    ("The Minister of Interior of Angola, Eugénio dos Santos, met the Minister of Interior of Mozambique, "
     "Pascoal da Silva.",
     ("Eugénio dos Santos, interior_minister, AGO", "Pascoal da Silva, interior_minister, MOZ")),
    ("Indonesian Coordinating Minister for Political, Legal and Security Affairs Dr. (H.C.) Bambang Susanto met "
     "Australian Home Affairs Minister Megan Doyle in Bali.",
     ("Bambang Susanto, interior_minister, IDN", "Megan Doyle, interior_minister, AUS")),
    ("Col. Gen. Sergei Baranov, Russia's Deputy Defence Minister, met Lt Gen Htet Aung in Naypyidaw.",
     ("Sergei Baranov, deputy_minister, RUS", "Htet Aung, -, -")),
    ("Senior Lieutenant General Nguyen Van Hai, Deputy Minister of Public Security of Vietnam, received the Cuban "
     "Deputy Minister of the Interior, Brigadier General Luis Prado.",
     ("Nguyen Van Hai, deputy_minister, VNM", "Luis Prado, deputy_minister, CUB")),
    ("Inspector-General of Police Samuel Eze met the Commissioner of Police of Ghana, Kofi Mensah, in Abuja.",
     ("Samuel Eze, police_chief, -", "Kofi Mensah, police_chief, GHA")),
    ("The designated Lebanese army commander met the French ambassador in Beirut.",
     ("-, military_commander, LBN", "-, ambassador, FRA")),
    ("Russia's Deputy Prime Minister Oleg Frolov met First Deputy Prime Minister of Turkmenistan Serdar Atayev.",
     ("Oleg Frolov, other_minister, RUS", "Serdar Atayev, other_minister, TKM")),
    ("Australian Deputy Prime Minister and Minister for Defence Ruth Cole met Fiji's Minister for Home Affairs.",
     ("Ruth Cole, defence_minister, AUS", "-, interior_minister, FJI")),
    ("Air Chief Marshal Tariq Bashir, Pakistan's air chief, met Turkish Air Force Commander Gen. Hakan Demir.",
     ("Tariq Bashir, military_commander, PAK", "Hakan Demir, military_commander, TUR")),
    ("Vice Adm. Pedro Silva, commander of the Brazilian Navy, received U.S. Rear Adm. Scott Miller in Rio de Janeiro.",
     ("Pedro Silva, military_commander, BRA", "Scott Miller, -, USA")),
    ("King Abdullah toured the Prince Hamzah Hospital before he met Iraqi Prime Minister Basim al-Tamimi.",
     ("Abdullah, head_of_state, -", "Basim al-Tamimi, head_of_government, IRQ")),
    ("Speaking of the Patriotic War, the head of state thanked Belarusian Defence Minister Viktor Hrynko.",
     ("-, head_of_state, -", "Viktor Hrynko, defence_minister, BLR")),
    ("Kazakh Security Council Secretary Gizat Nurlanov met Russian Security Council Secretary Pavel Orlov.",
     ("Gizat Nurlanov, security_council_secretary, KAZ", "Pavel Orlov, security_council_secretary, RUS")),
    ("The EU's foreign policy chief, Katarina Weiss, met Moldovan President Elena Rusu in Chisinau.",
     ("Katarina Weiss, organization_head, EU", "Elena Rusu, head_of_state, MDA")),
    ("Venezuela's vice president, Delia Marcano, met with the Cuban vice president in Caracas.",
     ("Delia Marcano, other_official, VEN", "-, other_official, CUB")),
    ("Libyan Chief of Staff Field Marshal Khalifa Zintani met Chadian Defence Minister General Daoud Brahim.",
     ("Khalifa Zintani, chief_of_general_staff, LBY", "Daoud Brahim, defence_minister, TCD")),
    ("IAEA Director General Hiroto Yano met Iran's nuclear chief Behrouz Karimi in Tehran.",
     ("Hiroto Yano, organization_head, IAEA", "Behrouz Karimi, other_official, IRN")),
    ("ASEAN Secretary-General Dr. Kamal Harun met Timor-Leste's Prime Minister Domingos da Costa in Dili.",
     ("Kamal Harun, organization_head, ASEAN", "Domingos da Costa, head_of_government, TLS")),
    ("Ecuador's Interior Minister, Ing. Patricia Vela, met Peruvian Interior Minister Don Alberto Quispe in Lima.",
     ("Patricia Vela, interior_minister, ECU", "Alberto Quispe, interior_minister, PER")),
    ("Daw Khin Mar, Myanmar's deputy foreign minister, met Secretary of State for Foreign Affairs Maria Lopes of "
     "Portugal.",
     ("Khin Mar, deputy_minister, MMR", "Maria Lopes, foreign_minister, PRT")),
    ("DEA Administrator Anne Caldwell met Colombian Defence Minister Iván Rojas in Bogotá.",
     ("Anne Caldwell, drug_control_chief, USA", "Iván Rojas, defence_minister, COL")),
    ("The Director of the CIA, Mark Ellison, met Ukraine's President Danylo Kravchenko in Kyiv.",
     ("Mark Ellison, intelligence_chief, USA", "Danylo Kravchenko, head_of_state, UKR")),
    ("General Abebe Worku, Chief of Staff of the Ethiopian National Defense Force, met his Djiboutian counterpart "
     "General Zakaria Farah.",
     ("Abebe Worku, chief_of_general_staff, ETH", "Zakaria Farah, chief_of_general_staff, DJI")),
    ("Tanzania's Foreign Affairs Minister Ambassador Neema Mushi met Kenya's Cabinet Secretary for Foreign Affairs "
     "Peter Odhiambo.",
     ("Neema Mushi, foreign_minister, TZA", "Peter Odhiambo, foreign_minister, KEN")),
    ("BSF Director General Ashok Mehta met BGB Director General Major General Rafiqul Alam in Dhaka.",
     ("Ashok Mehta, border_guard_chief, IND", "Rafiqul Alam, border_guard_chief, BGD")),
    ("Chinese State Councilor and Minister of Public Security Zhao Min met Cambodian Deputy Prime Minister and "
     "Interior Minister Sok Dara in Phnom Penh.",
     ("Zhao Min, interior_minister, CHN", "Sok Dara, interior_minister, KHM")),
    ("Greek Prime Minister Nikos Stavrou met Council of Europe Secretary General Anja Keller in Strasbourg.",
     ("Nikos Stavrou, head_of_government, GRC", "Anja Keller, organization_head, COE")),
    ("The president of the European Council, Tomas Bergman, and the president of Serbia, Dragan Ilić, met in Belgrade.",
     ("Tomas Bergman, organization_head, EU", "Dragan Ilić, head_of_state, SRB")),
    ("ECOWAS Commission President Alieu Jallow met Guinea-Bissau's President Braima Sané in Bissau.",
     ("Alieu Jallow, organization_head, ECOWAS", "Braima Sané, head_of_state, GNB")),
    ("National Security Adviser to the Prime Minister of Iraq Qasim al-Saadi met Iranian SNSC Secretary Ali Rezaei.",
     ("Qasim al-Saadi, security_council_secretary, IRQ", "Ali Rezaei, security_council_secretary, IRN")),
    ("Philippine National Police chief Police General Rommel Reyes met Interpol President Ahmed Salem in Manila.",
     ("Rommel Reyes, police_chief, PHL", "Ahmed Salem, organization_head, INTERPOL")),
    ("South Korean National Security Adviser Park Ji-hoon met Japan's National Security Secretariat Secretary "
     "General Okada Shinji.",
     ("Park Ji-hoon, security_council_secretary, KOR", "Okada Shinji, security_council_secretary, JPN")),
)  # fmt: skip


def persons_of(text: str) -> set[str]:
    """Return the persons of a text by the grammar, names without a title left out."""
    lexicon, types = build_lexicon(VOCABULARY), build_office_types(VOCABULARY)
    sentences = split_sentences(text, split_zones(make_article(text).text, VOCABULARY), VOCABULARY)
    story = [chunk_sentence(sentence, text, lexicon, types) for sentence in sentences]
    resolver = PersonResolver()
    resolver.read(confirm_names(story, text, VOCABULARY, None))
    own_offices = VOCABULARY.codebook("actor_words")["own_offices"]
    return {
        f"{person.name or '-'}, {person.office_type or '-'}, {person.country_code or person.organization_id or '-'}"
        for person in finish_persons(resolver.drafts, own_offices)
    }


@pytest.mark.parametrize(("text", "persons"), READOUTS, ids=lambda value: value[:40] if isinstance(value, str) else "")
def test_persons_of_readouts(text: str, persons: tuple[str, ...]) -> None:
    assert persons_of(text) == set(persons)
