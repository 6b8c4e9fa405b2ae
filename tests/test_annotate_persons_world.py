"""Offices, ranks and names in the manner of readouts and agency reports worldwide, by the grammar alone."""

from __future__ import annotations

import pytest

from coder_cases import make_article
from security_meetings.annotate.chunks import chunk_sentence
from security_meetings.annotate.drafts import finish_persons
from security_meetings.annotate.lexicon import build_lexicon
from security_meetings.annotate.names import confirm_names
from security_meetings.annotate.office_types import build_office_types
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
     ("Morita Keiko, foreign_minister, JPN", "Elena Santos, foreign_minister, PHL")),
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
    ("Indonesian Coordinating Minister for Political, Legal and Security Affairs Dr. Bambang Susanto met "
     "Australian Home Affairs Minister Megan Doyle in Bali.",
     ("Bambang Susanto, other_minister, IDN", "Megan Doyle, interior_minister, AUS")),
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
    ("Ecuador's Interior Minister, Engineer Patricia Vela, met Peruvian Interior Minister Don Alberto Quispe in Lima.",
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
     ("Nikos Stavrou, head_of_government, GRC", "Anja Keller, organization_head, CoE")),
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


# Reports written after the first were mended.
REPORTS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("Deputy Chairman of the Security Council of Russia Dmitri Larin met Laotian Prime Minister Bounmy Keo in Vientiane.",
     ("Dmitri Larin, security_council_secretary, RUS", "Bounmy Keo, head_of_government, LAO")),
    ("Somalia's NISA director, Mahad Warsame, met the director of Ethiopia's intelligence service, Getachew Mulu.",
     ("Mahad Warsame, intelligence_chief, SOM", "Getachew Mulu, intelligence_chief, ETH")),
    ("The Director-General of the IAEA, Paolo Ricci, held talks with Argentine Foreign Minister Inés Duarte in Vienna.",
     ("Paolo Ricci, organization_head, IAEA", "Inés Duarte, foreign_minister, ARG")),
    ("UN Under-Secretary-General Rosa Lindgren met Afghan Acting Interior Minister Khalifa Haqyar in Kabul.",
     ("Rosa Lindgren, organization_official, UN", "Khalifa Haqyar, interior_minister, AFG")),
    ("UN Secretary-General's Special Representative Hanna Wirth met Libyan Prime Minister Abdul Zlitni in Tripoli.",
     ("Hanna Wirth, special_envoy, UN", "Abdul Zlitni, head_of_government, LBY")),
    ("EU Commissioner for Home Affairs Magnus Berg met Tunisian Interior Minister Kamel Trabelsi in Tunis.",
     ("Magnus Berg, organization_official, EU", "Kamel Trabelsi, interior_minister, TUN")),
    ("The Polish and Lithuanian defence ministers met in Suwałki.",
     ("-, defence_minister, POL", "-, defence_minister, LTU")),
    ("Defence ministers Olga Ruse (Latvia), Karel Poom (Estonia) and Jonas Vaitkus (Lithuania) met in Riga.",
     ("Olga Ruse, defence_minister, LVA", "Karel Poom, defence_minister, EST", "Jonas Vaitkus, defence_minister, LTU")),
    ("The foreign ministers of Mali, Oumar Diallo, Niger, Moussa Garba, and Burkina Faso, Jean Ouédraogo, met in Bamako.",
     ("Oumar Diallo, foreign_minister, MLI", "Moussa Garba, foreign_minister, NER",
      "Jean Ouédraogo, foreign_minister, BFA")),
    ("Commander of the Royal Saudi Navy Vice Admiral Fahd Al-Ghamdi received Pakistan's naval chief Admiral Naveed Shah.",
     ("Fahd Al-Ghamdi, military_commander, SAU", "Naveed Shah, military_commander, PAK")),
    ("Royal Thai Police chief Pol. Gen. Chai Suksan met Cambodian National Police chief General Neth Vuthy in Poipet.",
     ("Chai Suksan, police_chief, THA", "Neth Vuthy, police_chief, KHM")),
    ("Indonesian National Police Chief General Arif Prabowo met Singapore's Commissioner of Police Tan Wei Ming.",
     ("Arif Prabowo, police_chief, IDN", "Tan Wei Ming, police_chief, SGP")),
    ("Vietnam's Party chief General Secretary To Quang met Chinese President Lin Haoran in Beijing.",
     ("To Quang, other_official, VNM", "Lin Haoran, head_of_state, CHN")),
    ("Army General Phan Van Khai, Minister of National Defence of Vietnam, welcomed Japanese Defense Minister SATO Ren.",
     ("Phan Van Khai, defence_minister, VNM", "Sato Ren, defence_minister, JPN")),
    ("Iraq's Popular Mobilization chairman Faleh al-Jabouri met Iranian Defence Minister Brig. Gen. Aziz Karami.",
     ("Faleh al-Jabouri, military_commander, IRQ", "Aziz Karami, defence_minister, IRN")),
    ("IRGC Commander Major General Hossein Rahmani met Iraqi Interior Minister Kamil al-Shammari in Baghdad.",
     ("Hossein Rahmani, military_commander, IRN", "Kamil al-Shammari, interior_minister, IRQ")),
    ("Kuwait's First Deputy Prime Minister, Minister of Defence and Minister of Interior Sheikh Talal Al-Rashidi met "
     "Qatar's Minister of Interior Sheikh Hamad bin Khalid Al Thani.",
     ("Talal Al-Rashidi, interior_minister, KWT", "Hamad bin Khalid Al Thani, interior_minister, QAT")),
    ("HRH Prince Turki bin Nayef bin Saud, Minister of Interior of Saudi Arabia, received the Djiboutian interior "
     "minister, Said Guelleh.",
     ("Turki bin Nayef bin Saud, interior_minister, SAU", "Said Guelleh, interior_minister, DJI")),
    ("The president visited the King Hussein Mosque and laid a wreath at the Patriotic War Memorial before he met "
     "Foreign Minister Nadia Haddad of Jordan.",
     ("-, head_of_state, -", "Nadia Haddad, foreign_minister, JOR")),
    ("On Victory Day Kazakh Defence Minister Lt. Gen. Ruslan Zhaksybekov met Uzbek Defence Minister Bakhodir Nazarov.",
     ("Ruslan Zhaksybekov, defence_minister, KAZ", "Bakhodir Nazarov, defence_minister, UZB")),
    ("Colombia's Vice President and Foreign Minister Marta Restrepo met Panamanian President José Ángel Cortés.",
     ("Marta Restrepo, foreign_minister, COL", "José Ángel Cortés, head_of_state, PAN")),
    ("French Minister for Europe and Foreign Affairs Jean-Luc Morel met German Foreign Minister Anke Brandt in Paris.",
     ("Jean-Luc Morel, foreign_minister, FRA", "Anke Brandt, foreign_minister, DEU")),
    ("Spain's Minister of Foreign Affairs, European Union and Cooperation, José Luis Vidal, met Moroccan Foreign "
     "Minister Nabil Bennani in Rabat.",
     ("José Luis Vidal, foreign_minister, ESP", "Nabil Bennani, foreign_minister, MAR")),
    ("Canada's Minister of Foreign Affairs, the Honourable Claire Fortin, spoke with Haitian Prime Minister Jean Baptiste.",
     ("Claire Fortin, foreign_minister, CAN", "Jean Baptiste, head_of_government, HTI")),
    ("Ukraine's security service chief Lt. Gen. Vasyl Horban met Romanian Intelligence Service director Dan Munteanu.",
     ("Vasyl Horban, intelligence_chief, UKR", "Dan Munteanu, intelligence_chief, ROU")),
    ("Head of the Armenian National Security Service Armen Hakobyan met Russian SVR Director Sergei Golubev.",
     ("Armen Hakobyan, intelligence_chief, ARM", "Sergei Golubev, intelligence_chief, RUS")),
    ("South African Minister of International Relations and Cooperation Lindiwe Khumalo met Botswana's Minister for "
     "International Relations Kabo Seretse.",
     ("Lindiwe Khumalo, foreign_minister, ZAF", "Kabo Seretse, foreign_minister, BWA")),
    ("Kenya's Chief of the Defence Forces General Peter Kariuki met Uganda's Chief of Defence Forces General Moses Okello.",
     ("Peter Kariuki, chief_of_general_staff, KEN", "Moses Okello, chief_of_general_staff, UGA")),
    ("The Prime Minister of Pakistan, Salman Tariq, received the Commander of U.S. Central Command, General Frank Doyle.",
     ("Salman Tariq, head_of_government, PAK", "Frank Doyle, military_commander, USA")),
    ("Bangladesh Foreign Adviser Md Nurul Haque met Myanmar's Deputy Prime Minister U Than Lwin in Bangkok.",
     ("Nurul Haque, other_official, BGD", "Than Lwin, other_minister, MMR")),
    ("The Malaysian Inspector-General of Police, Tan Sri Dato' Sri Azman bin Yusof, met the Thai police chief.",
     ("Azman bin Yusof, police_chief, MYS", "-, police_chief, THA")),
    ("Russian Foreign Minister Pavel Gusev met with Secretary General of the Arab League Ahmed Fathi in Moscow.",
     ("Pavel Gusev, foreign_minister, RUS", "Ahmed Fathi, organization_head, LAS")),
    ("Mexico's Secretary of Security Óscar Fuentes met with FBI Deputy Director Paul Keane in Washington.",
     ("Óscar Fuentes, interior_minister, MEX", "Paul Keane, police_chief, USA")),
    ("Georgia's State Security Service head Irakli Lomidze met Azerbaijan's State Security Service chief Rauf Guliyev.",
     ("Irakli Lomidze, intelligence_chief, GEO", "Rauf Guliyev, intelligence_chief, AZE")),
    ("Chief of Naval Staff Vice Admiral Ibrahim Musa of Nigeria met the French navy chief, Admiral Yves Le Goff.",
     ("Ibrahim Musa, military_commander, NGA", "Yves Le Goff, military_commander, FRA")),
    ("Rwanda's Minister of Interior, Dr. Vincent Biruta, met Interpol Secretary General Valdecy Prado in Kigali.",
     ("Vincent Biruta, interior_minister, RWA", "Valdecy Prado, organization_head, INTERPOL")),
    ("OSCE Chairperson-in-Office Eva Niemi met Kyrgyz Foreign Minister Aibek Toktosunov in Bishkek.",
     ("Eva Niemi, organization_head, OSCE", "Aibek Toktosunov, foreign_minister, KGZ")),
    ("U.S. Gen. Thomas Reed met Iraqi Army Chief of Staff Lt. Gen. Qais al-Lami in Erbil.",
     ("Thomas Reed, -, USA", "Qais al-Lami, military_commander, IRQ")),
    ("Tajik State Committee for National Security Chairman Saimumin Yatim met Chinese Public Security Vice Minister "
     "Xu Dawei.",
     ("Saimumin Yatim, intelligence_chief, TJK", "Xu Dawei, deputy_minister, CHN")),
    ("General Mamadou Keïta, the junta's chief of defence, met Guinean Defence Minister General Aboubacar Camara.",
     ("Mamadou Keïta, chief_of_general_staff, -", "Aboubacar Camara, defence_minister, GIN")),
)  # fmt: skip


# Shapes that came up while the reports were being mended.
SHAPES: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("UAE Minister of Industry Sultan Al Badri met the Sultan of Oman and the Amir of Kuwait in Muscat.",
     ("Sultan Al Badri, other_minister, ARE", "-, head_of_state, OMN", "-, head_of_state, KWT")),
    ("The head of the Philippine armed forces, Gen. Eduardo Cruz, met Brig. Gen. Amir Hatami.",
     ("Eduardo Cruz, chief_of_general_staff, PHL", "Amir Hatami, -, -")),
    ("In Jakarta, Indonesian Military (TNI) commander Gen. Agus Sub met the Chief of Staff of the Pakistan Air Force, "
     "Air Chief Marshal Zahid Anwar.",
     ("Agus Sub, military_commander, IDN", "Zahid Anwar, military_commander, PAK")),
    ("Ministers of Foreign Affairs of Armenia Ararat Minasyan and Azerbaijan Jeyhun Aliyev met in Washington.",
     ("Ararat Minasyan, foreign_minister, ARM", "Jeyhun Aliyev, foreign_minister, AZE")),
    ("Ambassador Extraordinary and Plenipotentiary of Tajikistan to Iran Nizom Zohid met Iran's Deputy Interior "
     "Minister Majid Mirahmad.",
     ("Nizom Zohid, ambassador, TJK", "Majid Mirahmad, deputy_minister, IRN")),
    ("Vice Marshal Kim Il Su, Minister of the People's Armed Forces, met in Seoul. Kim then called on President Kim "
     "Jae Min of South Korea.",
     ("Kim Il Su, defence_minister, PRK", "Kim Jae Min, head_of_state, KOR")),
    ("The Commissioner for Peace and Security of the African Union, Ambassador Hawa Diop, met the Kenyan president.",
     ("Hawa Diop, organization_official, AU", "-, head_of_state, KEN")),
    ("Moldova's Secretary of State at the Ministry of Defence Valeriu Pop met BSF Director General U K Bansal.",
     ("Valeriu Pop, deputy_minister, MDA", "U K Bansal, border_guard_chief, IND")),
    ("Prime Minister of the Kurdistan Region Masrour Salih met Sudan's General Abdel Fattah Osman in Erbil.",
     ("Masrour Salih, governor, IRQ", "Abdel Fattah Osman, -, SDN")),
    ("Czech Defence Minister Jan Dvorak met U.S. Secretary of State Paul West and General Charles Hall in Prague.",
     ("Jan Dvorak, defence_minister, CZE", "Paul West, foreign_minister, USA", "Charles Hall, -, -")),
    ("The British ambassador flew West in Jan, a month after the president's official website had said so.",
     ("-, ambassador, GBR", "-, head_of_state, -")),
    ("The Foreign Secretary met Iraqi Foreign Minister Hassan Jabbar in London on Wednesday.",
     ("-, foreign_minister, -", "Hassan Jabbar, foreign_minister, IRQ")),
    ("On Lake Victoria, after Operation Desert Rose and the Peace Summit, a general election was held.", ()),
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


@pytest.mark.parametrize(
    ("text", "persons"), READOUTS + REPORTS + SHAPES, ids=lambda value: value[:40] if isinstance(value, str) else ""
)
def test_persons_of_readouts(text: str, persons: tuple[str, ...]) -> None:
    assert persons_of(text) == set(persons)
