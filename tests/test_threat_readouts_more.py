"""More invented readouts of many states, told less plainly: the threats that each names."""

from __future__ import annotations

import pytest

from threat_documents import groups_of, types_of

READOUTS: list[tuple[str, str, str]] = [
    (
        "Deputy Secretary Landau spoke with Trinidad and Tobago's Foreign Minister. The Deputy Secretary "
        "welcomed the country's resolve against narco-traffickers and thanked it for supporting U.S. military"
        " operations in the Caribbean.",
        "drug_trafficking",
        "",
    ),
    (
        "Special Envoy Witkoff and Foreign Minister Lavrov discussed steps toward ending the bloody conflict "
        "in Ukraine and the exchange of prisoners.",
        "armed_conflict",
        "",
    ),
    (
        "The Attorney General and her Colombian counterpart agreed to extradite three capos and share "
        "evidence of bribes paid to customs officials.",
        "financial_crime",
        "",
    ),
    (
        "General Langley and the Ghanaian chief of staff discussed violent extremist organizations pushing "
        "south towards coastal states.",
        "extremism",
        "",
    ),
    (
        "The Secretary commended Panama's closing of the Darién to illegal immigration, its exit from the "
        "Belt and Road, and the upcoming drill at the Canal.",
        "irregular_migration",
        "",
    ),
    (
        "The Prime Minister set out to President Macron that the one in, one out pilot must break the "
        "business model of the smuggling gangs.",
        "irregular_migration organized_crime",
        "",
    ),
    (
        "The Minister for the Indo-Pacific raised with Bangladesh the plight of the Rohingya, the violence in"
        " Rakhine State and visa fraud.",
        "armed_conflict financial_crime",
        "",
    ),
    (
        "The National Security Adviser and Ajit Doval met for the Strategic Dialogue and discussed violent "
        "extremism and radicalisation in democratic societies.",
        "extremism radicalization",
        "",
    ),
    (
        "The Security Minister said that Iran-backed plots on British soil, twenty of them in a year, would "
        "meet with a firm answer, and proscribed the group The Base.",
        "extremism foreign_interference",
        "the_base",
    ),
    (
        "Leaders reiterated the EU's condemnation of North Korean troop deployments in support of Russia's "
        "war of aggression, and welcomed the 19th sanctions package.",
        "armed_conflict",
        "",
    ),
    (
        "Commissioner Brunner and Mauritanian ministers took note that arrivals in the Canary Islands by "
        "irregular routes had fallen by half and that forty networks had been dismantled.",
        "irregular_migration",
        "",
    ),
    (
        "Justice ministers discussed Eurojust's role in the recovery of criminal assets, the confiscation of "
        "proceeds and the European Arrest Warrant.",
        "financial_crime",
        "",
    ),
    (
        "The EU Special Coordinator met Western Balkan interior ministers in Tirana on firearms, drugs and "
        "the infiltration of institutions by organised crime.",
        "arms_trafficking drug_trafficking organized_crime",
        "",
    ),
    (
        "The Deputy Secretary General addressed cadets in Rabat and paid tribute to Morocco's part in the "
        "Global Coalition against Daesh.",
        "",
        "",
    ),
    (
        "Allies reject Russia's irresponsible nuclear rhetoric and its deployment of nuclear weapons to Belarus.",
        "wmd",
        "",
    ),
    (
        "The Russian leader stressed that the root causes of the crisis must be removed. The sides also "
        "discussed the shelling of the Zaporozhye plant by Ukrainian armed formations.",
        "armed_conflict",
        "",
    ),
    (
        "The Presidents exchanged views on Transcaucasia and confirmed readiness to assist in the unblocking "
        "of transport links, the delimitation of the border and a peace treaty.",
        "",
        "",
    ),
    (
        "Kolokoltsev and his Serbian colleague noted the growth of IT crimes and of remote thefts, and agreed"
        " to act against ethnic criminal groups.",
        "cybercrime organized_crime",
        "",
    ),
    (
        "Bortnikov told the council of heads of special services that emissaries of international terrorist "
        "organisations recruit young people over messengers and prepare raids from the Afghan direction.",
        "border_insecurity radicalization terrorism",
        "",
    ),
    (
        "Volfovich said that the Polish side provokes, and that bands of militants are trained at ranges near"
        " Bialystok to seize power in Belarus.",
        "terrorism",
        "",
    ),
    (
        "The two ministers condemned North Korea's launch of an ICBM-class missile, reaffirmed the complete "
        "dismantlement of all its weapons of mass destruction, and welcomed the MSMT report on its IT "
        "workers.",
        "cybercrime wmd",
        "",
    ),
    (
        "Prime Minister Kishida expressed his condolences for the victims of the mudslide, and pledged "
        "emergency relief goods through JICA.",
        "",
        "",
    ),
    (
        "President Lee asked Prime Minister Hun Manet for cooperation in rescuing Korean nationals lured and "
        "confined in scam compounds; both agreed to set up a Korea desk in the police.",
        "cybercrime",
        "",
    ),
    (
        "Jaishankar told Wang Yi that peace on the border is the basis of ties, and flagged the need for the "
        "fight against terrorism in all its manifestations to remain a priority.",
        "terrorism",
        "",
    ),
    (
        "The Home Secretaries agreed to repair pillars, curb the movement of third country nationals through "
        "the open border, and act on narcotics, arms and FICN smuggling.",
        "arms_trafficking crime drug_trafficking",
        "",
    ),
    (
        "The Prime Minister thanked Beijing for the visas and textbooks. There was no talk of Tibetans.",
        "",
        "",
    ),
    (
        "Islamabad's envoy shared evidence of Indian-sponsored proxies, BLA and TTP among them, and demanded "
        "that Kabul dismantle their sanctuaries.",
        "terrorism",
        "bla ttp",
    ),
    (
        "Dong Jun urged all sides to oppose acts that stir up camp confrontation, and said the PLA will crush"
        " any attempt to separate Taiwan from the motherland.",
        "separatism",
        "",
    ),
    (
        "Both sides pledged to safeguard Belt and Road projects and personnel. Premier Li noted that Beijing "
        "will import more mangoes.",
        "",
        "",
    ),
    (
        "The two ministries held that cross-border gambling, drug offences and kidnappings for ransom should "
        "be dealt with at the source.",
        "crime drug_trafficking",
        "",
    ),
    (
        "General Luong Tam Quang and his Lao colleague agreed that hostile forces' plots of peaceful "
        "evolution must be foiled, and to pursue drug lords.",
        "drug_trafficking foreign_interference",
        "",
    ),
    (
        "The ministers stressed freedom from nuclear weapons in Southeast Asia through the SEANWFZ Treaty and"
        " expressed readiness to sign its Protocol.",
        "wmd",
        "",
    ),
    (
        "Prabowo and Albanese talked about a two-state solution, nickel, lamb exports and a defence treaty.",
        "",
        "",
    ),
    (
        "The Regional Border Committee agreed to restrain troops, pull back heavy weapons and clear land "
        "mines one of which had maimed a soldier at Chong Bok; each side accused the other of opening fire.",
        "border_insecurity",
        "",
    ),
    (
        "The Pacific ministers of police discussed methamphetamine shipments, deportees with gang links and "
        "the rise of HIV.",
        "drug_trafficking organized_crime",
        "",
    ),
    (
        "The Council expressed grave concern over the siege and bombardment of El Fasher by the Rapid Support"
        " Forces and called for an immediate halt.",
        "armed_conflict",
        "rsf_sudan",
    ),
    (
        "The Troika noted with concern the post-election unrest in Mozambique and extended the mandate of the"
        " mission against terrorists in Cabo Delgado.",
        "armed_conflict terrorism",
        "",
    ),
    (
        "The Alliance of Sahel States denounced Ukraine's support for terrorist groups and announced a "
        "unified force of 5,000.",
        "terrorism",
        "",
    ),
    (
        "N'Djamena closed the frontier at Adré after Sudanese fighters pursued each other onto its territory "
        "and killed five soldiers.",
        "border_insecurity",
        "",
    ),
    (
        "The chief of staff spoke of a belt of fire around the country, of weapons that spread from the south"
        " and of the poison of psychotropic pills that the Makhzen sends.",
        "arms_trafficking drug_trafficking",
        "",
    ),
    (
        "The 5+5 commission restated that all mercenaries and foreign forces must leave, and that the October"
        " ceasefire agreement holds.",
        "armed_conflict foreign_fighters",
        "",
    ),
    (
        "Abdelatty rejected unilateral measures on the Nile and discussed securing the Red Sea with its "
        "littoral states alone.",
        "",
        "",
    ),
    (
        "The Crown Prince welcomed the agreement between Pakistan and Afghanistan on a ceasefire and thanked "
        "Qatar and Türkiye, hoping it would end tensions on the border.",
        "armed_conflict",
        "",
    ),
    (
        "The ministers affirmed support for Kuwait on the Durra field and rejected Iran's continued "
        "occupation of the three Emirati islands.",
        "",
        "",
    ),
    (
        "Minister Raggi said the government had decided that weapons be in the hands of the state alone and "
        "asked Paris to press Israel over its daily raids and violations.",
        "armed_conflict",
        "",
    ),
    (
        "Abu Qasra and the commander of the SDF agreed on a comprehensive halt to fire on all fronts in the "
        "north after clashes in Aleppo's Sheikh Maqsoud.",
        "armed_conflict",
        "",
    ),
    (
        "The National Security Adviser handed over to Tehran a list of the headquarters of separatist "
        "opposition parties that had been emptied near the border, and praised the security accord.",
        "separatism",
        "",
    ),
    (
        "Larijani warned in Islamabad that the adversary which could not win in twelve days now seeks to sow "
        "discord and riots inside the countries of the region.",
        "armed_conflict foreign_interference",
        "",
    ),
    (
        "The participants of the meeting underlined their commitment to permanent neutrality, preventive "
        "diplomacy and a Year of Peace and Trust.",
        "",
        "",
    ),
    (
        "The head of the drug agency told OSCE guests that 3.5 tonnes had been intercepted, mainly hashish "
        "and poppy straw, and that dealers use Telegram shops.",
        "drug_trafficking",
        "",
    ),
    (
        "Baku believes that revanchist circles abroad arm Yerevan for a new aggression, and demanded an end "
        "to territorial claims in its constitution.",
        "armed_conflict",
        "",
    ),
    (
        "President Sandu told Chancellor Merz that Moscow buys votes, pays for riots and floods social "
        "networks with falsehoods.",
        "armed_conflict foreign_interference",
        "",
    ),
    (
        "The presidents of the Northern Triangle pledged a frontal assault on maras, extortion rings and femicide.",
        "crime organized_crime",
        "",
    ),
    (
        "Minister Lewandowski proposed an Amazon command against gold prospectors who poison rivers, loggers "
        "and the factions that launder the gold.",
        "financial_crime",
        "",
    ),
    (
        "The two police forces will patrol Lake Titicaca to check contraband and the entry of stolen minerals"
        " and vehicles.",
        "crime smuggling",
        "",
    ),
    (
        "Officials of the Counter-Terrorism Centre in Tashkent and of the Office for Combating Human "
        "Trafficking took part in a seminar on statistics.",
        "",
        "",
    ),
    (
        "The Secretary and Foreign Minister Park discussed the importance of U.S.-ROK-Japan cooperation and "
        "expressed concern about the DPRK's growing nuclear arsenal and its support for Russia's war against "
        "Ukraine. They reaffirmed extended deterrence.",
        "armed_conflict wmd",
        "",
    ),
    (
        "Secretary Blinken condemned the September 7 drone attack on a mosque in El Fasher, discussed the "
        "need to end the famine, and called on outside actors to stop arming the belligerents.",
        "armed_conflict",
        "",
    ),
    (
        "Deputy Assistant Secretary Lu and Uzbek officials discussed repatriation of families from northeast "
        "Syria, counterterrorism and respect for human rights in the fight against violent extremism.",
        "extremism foreign_fighters terrorism",
        "",
    ),
    (
        "The leaders discussed the scourge of xylazine and nitazenes, lamented overdose deaths and launched a"
        " coalition to address synthetic drug threats.",
        "drug_trafficking",
        "",
    ),
    (
        "President Abinader and Secretary Noem agreed to fast track containers, and discussed repatriations "
        "to Haiti, where gangs control most of the capital.",
        "organized_crime",
        "",
    ),
    (
        "The U.S. Ambassador and Vice-President Delgado attended the destruction of seized assault rifles "
        "destined for Mexico and of 300 kilos of cocaine.",
        "arms_trafficking drug_trafficking",
        "",
    ),
    (
        "The Foreign Secretary, in Kyiv, announced support against Russian drones. She said Putin's brutal "
        "assault on Ukraine's power grid would not break its people.",
        "armed_conflict",
        "",
    ),
    (
        "The Home Secretary and Minister Retailleau reviewed the patrols on the beaches near Calais and "
        "agreed to seize engines and dinghies from the people smugglers.",
        "irregular_migration",
        "",
    ),
    (
        "The EU and Central Asian countries voiced deep concern over the situation in Afghanistan and agreed "
        "to strengthen cooperation on sanctions circumvention, drug trafficking and terrorism.",
        "drug_trafficking terrorism",
        "",
    ),
    (
        "President von der Leyen told President Ramaphosa that Europe wants critical raw materials and clean "
        "trade. Russia's war also came up.",
        "armed_conflict",
        "",
    ),
    (
        "Interior ministers of the Salzburg Forum discussed secondary movements, asylum shopping and a "
        "stronger Frontex on the Western Balkan route.",
        "irregular_migration",
        "",
    ),
    (
        "The Secretary General offered condolences on the terrorist attack at Bondi beach and thanked "
        "Australia, a partner for the alliance.",
        "terrorism",
        "",
    ),
    (
        "Mr Stoltenberg and King Abdullah II discussed instability from the south, the terrorist threat, and "
        "the liaison office in Amman.",
        "armed_conflict terrorism",
        "",
    ),
    (
        "The parties noted that NATO's eastward expansion and the deployment of missiles in Europe undermine "
        "strategic stability. They praised the growth of trade in roubles.",
        "",
        "",
    ),
    (
        "Sergey Lavrov and Badr Abdelatty stressed the unacceptability of the forced displacement of "
        "Palestinians and spoke in favour of ending the bloodshed in Sudan and Libya's crisis.",
        "armed_conflict",
        "",
    ),
    (
        "Sergei Shoigu told the emir that terrorists in Syria are being used by Ukrainian special services, "
        "and handed over a message.",
        "terrorism",
        "",
    ),
    (
        "The Investigative Committee and the Prosecutor General of Kyrgyzstan agreed to search for persons "
        "put on the wanted list and for stolen budget funds.",
        "crime financial_crime",
        "",
    ),
    (
        "The two prime ministers discussed Gaza, the plight of hostages and Japan's aid; Prime Minister "
        "Kishida condemned the terror attacks by Hamas and others.",
        "terrorism",
        "hamas",
    ),
    (
        "Both ministers expressed serious concern about the increasing activities of Chinese vessels around "
        "the Senkaku Islands, including intrusions into Japan's territorial waters.",
        "border_insecurity",
        "",
    ),
    (
        "The Japanese side announced a grant for X-ray scanners at the port of Maputo and vehicles for the "
        "police to help deal with the displaced in the north.",
        "",
        "",
    ),
    (
        "The two leaders took note of the U.S. strikes on Iran's nuclear sites and hoped that the ceasefire "
        "between Israel and Iran would hold.",
        "armed_conflict",
        "",
    ),
    (
        "PM Modi reiterated India's position on an early end to the conflict through dialogue and diplomacy. "
        "President Zelenskyy shared his perspective.",
        "armed_conflict",
        "",
    ),
    (
        "The Ministers called for perpetrators of the 26/11 Mumbai and Pathankot attacks to be brought to "
        "justice and for FATF to act against terror financing.",
        "terrorism terrorism_financing",
        "",
    ),
    (
        "Both sides discussed the operationalisation of the border haats, the killing of Bangladeshi "
        "nationals on the border and the push-in of Rohingya.",
        "border_insecurity irregular_migration",
        "",
    ),
    (
        "India and Oman reviewed the Duqm logistics facility, joint exercises and anti-piracy patrols.",
        "crime",
        "",
    ),
    (
        "Wang Yi said China opposes the flames of war spilling over to the region, and that the strait must "
        "not be closed.",
        "armed_conflict border_insecurity",
        "",
    ),
    (
        "Foreign Minister Wang said the East Turkistan forces still gather on Afghan soil and that Kabul "
        "should resolutely combat ETIM.",
        "terrorism",
        "etim",
    ),
    (
        "State Councilor Wang and the Lao minister launched a joint operation against telecom fraud dens in "
        "the Golden Triangle and repatriated 462 suspects.",
        "cybercrime",
        "",
    ),
    (
        "China opposes the politicisation of origins tracing, the weaponisation of trade and small circles. "
        "Both agreed to open more flights.",
        "",
        "",
    ),
    (
        "The foreign ministers of ASEAN and Russia adopted a statement on security of and in the use of ICTs,"
        " and agreed to act jointly against the use of ICTs for criminal purposes.",
        "cybercrime",
        "",
    ),
    (
        "The Philippine and Malaysian coast guards will exchange information on smuggling of cigarettes, "
        "abduction of crews and undocumented crossings in the Sulu Sea.",
        "crime irregular_migration smuggling",
        "",
    ),
    (
        "The Chairman of the Commission strongly condemned the abduction of schoolgirls in Kebbi and called "
        "for their release.",
        "crime",
        "",
    ),
    (
        "The Malian minister claimed that Algiers shelters armed terrorist groups and shot down a drone over "
        "Tinzaouaten.",
        "terrorism",
        "",
    ),
    (
        "The Kenyan CS told the US official that Haiti's mission had pushed the gangs from the airport, and "
        "asked for funding.",
        "organized_crime",
        "",
    ),
    (
        "The Ugandan and South Sudanese chiefs of defence forces regretted the exchange of fire between their"
        " soldiers at Kajo Keji and agreed to demarcate.",
        "border_insecurity",
        "",
    ),
    (
        "The Somali president thanked the UAE for its help in the offensive against the Kharijites in Middle Shabelle.",
        "armed_conflict terrorism",
        "",
    ),
    (
        "The two ministers agreed that the GERD issue be solved by negotiation and that human traffickers in "
        "Kufra be pursued.",
        "human_trafficking",
        "",
    ),
    (
        "His Majesty stressed the need to halt violence by settlers in the West Bank and the Israeli "
        "violations at Al-Aqsa.",
        "armed_conflict",
        "",
    ),
    (
        "The Amir and President Aoun reviewed Lebanon's recovery; the President welcomed gas, doctors and an "
        "army salary grant.",
        "",
        "",
    ),
    (
        "The Iraqi and Syrian interior ministers agreed on a joint cell against narcotics gangs, and to "
        "prevent the infiltration of terrorists through the desert.",
        "border_insecurity drug_trafficking organized_crime terrorism",
        "",
    ),
    (
        "Minister Fidan underlined that Türkiye would not allow a terror corridor on its border and that SDF "
        "elements must join the army.",
        "terrorism",
        "",
    ),
    (
        "Araghchi condemned the terrorist act at the Kerman bazaar and thanked Riyadh for its condolences. He"
        " called Israel's attack on the consulate a crime.",
        "armed_conflict terrorism",
        "",
    ),
    (
        "The Iranian and Afghan border commanders met at Islam Qala and settled the issue of Taliban guards "
        "who had fired at a post by mistake.",
        "border_insecurity",
        "",
    ),
    (
        "The sides discussed prevention of threats emanating from the territory of Afghanistan: terrorism, "
        "production and trafficking of drugs, and cross-border crime.",
        "drug_trafficking organized_crime terrorism",
        "",
    ),
    (
        "The Uzbek State Security Service and the Turkish MIT exchanged lists of suspects who had joined "
        "Katibat al-Tawhid wal-Jihad in Syria.",
        "foreign_fighters radicalization terrorism",
        "katibat_al_tawhid_wal_jihad",
    ),
    (
        "The Kyrgyz president congratulated his counterpart on Nooruz and invited him to the World Nomad Games.",
        "",
        "",
    ),
    (
        "The Armenian prime minister said that the logic of conflict had ended; the Azerbaijani side spoke of"
        " mine victims and of the return of displaced persons.",
        "armed_conflict",
        "",
    ),
    (
        "Prime Minister Sunak and Prime Minister Meloni agreed on funding voluntary returns of migrants from "
        "Tunisia and going after the criminals who profit.",
        "crime",
        "",
    ),
    (
        "The ministers of Poland, Lithuania and Latvia denounced smugglers' balloons, arson at a shopping "
        "centre ordered from Moscow and GPS jamming.",
        "foreign_interference smuggling",
        "",
    ),
    (
        "The Moldovan and Romanian police chiefs arrested nine people over stolen tractors and untaxed cigarettes.",
        "crime smuggling",
        "",
    ),
    (
        "President Petro said that bombs dropped on boats in the Caribbean are murder, and that the mafias "
        "live in Miami and Dubai.",
        "organized_crime",
        "",
    ),
    (
        "The Chilean and Peruvian ministers agreed on biometric control at Chacalluta, joint patrols against "
        "coyotes and the expulsion of foreigners with records.",
        "irregular_migration",
        "",
    ),
    (
        "The Trinidadian and Venezuelan navies have had no talks about kidnapped fishermen since August, the "
        "minister said.",
        "crime",
        "",
    ),
    (
        "The Director General of the OPCW and the Foreign Minister marked the destruction of the last "
        "declared stockpiles. Use of riot control agents in Ukraine was raised.",
        "wmd",
        "",
    ),
    (
        "Australia and Solomon Islands signed a policing treaty. It covers training, vehicles and a new academy.",
        "",
        "",
    ),
    (
        "Ministers condemned antisemitic attacks directed by the IRGC on Australian soil and agreed to share "
        "intelligence on foreign interference.",
        "foreign_interference",
        "",
    ),
    (
        "The Interpol delegation and the Emirati police discussed Red Notices, the Global Academy and a "
        "sports integrity programme against match-fixing.",
        "crime",
        "",
    ),
    (
        "The Secretary met with Kazakh Deputy Foreign Minister Vassilenko. They discussed the C5+1 process, "
        "critical minerals, and repeal of Jackson-Vanik.",
        "",
        "",
    ),
    (
        "The leaders welcomed progress in countering Tren de Aragua and MS-13, and agreed to stop the flow of"
        " illicit fentanyl and of the chemicals it is made from.",
        "drug_trafficking organized_crime",
        "tren_de_aragua ms_13",
    ),
    (
        "The ministers underlined the need to prevent Afghanistan from again becoming a safe haven for "
        "terrorists who threaten other nations.",
        "terrorism",
        "",
    ),
    (
        "The ministers deplored the military coup in Myanmar and the indiscriminate airstrikes by the regime "
        "against villages.",
        "armed_conflict",
        "",
    ),
    (
        "The two chiefs of defence agreed on joint jungle training and visited the shipyard.",
        "",
        "",
    ),
    (
        "The Prime Minister underlined his iron-clad support for Ukraine, and both agreed that a ceasefire "
        "must be followed by a just peace.",
        "armed_conflict",
        "",
    ),
    (
        "The High Representative discussed with Minister Shoukry the risk of regional spillover and the "
        "attacks by the Houthis on shipping.",
        "armed_conflict border_insecurity",
        "houthis",
    ),
    (
        "The parties discussed sanctions, gas transit, grain exports and nuclear fuel for the Paks plant.",
        "",
        "",
    ),
    (
        "They expressed concern about the expansion of Daesh affiliates in the Sahel and the deteriorating "
        "security situation there.",
        "terrorism",
        "islamic_state",
    ),
    (
        "The ministers agreed to expedite extradition requests and share intelligence about economic "
        "offenders and fugitives such as diamond trader Nirav Modi.",
        "crime financial_crime",
        "",
    ),
    (
        "Both sides called for an immediate end to hostilities in West Asia, and for the protection of "
        "seafarers from attacks.",
        "armed_conflict",
        "",
    ),
    (
        "The two ministers reaffirmed that they would cooperate on cyber security, economic security and "
        "supply chains.",
        "",
        "",
    ),
    (
        "The Minister raised concerns about foreign agents harassing dissidents and called transnational "
        "repression unacceptable.",
        "foreign_interference",
        "",
    ),
    (
        "The Presidents agreed to strengthen information exchange on the movement of foreign terrorist "
        "fighters and the financing of their networks.",
        "foreign_fighters terrorism terrorism_financing",
        "",
    ),
    (
        "The two sides stressed rejection of attempts to change borders by force and of unilateral "
        "recognition of the breakaway region.",
        "",
        "",
    ),
    (
        "The Emir received a written message on bilateral relations and ways to support them.",
        "",
        "",
    ),
    (
        "The ministers reviewed the negotiations on a comprehensive settlement of the Transnistrian conflict.",
        "armed_conflict",
        "",
    ),
    (
        "Both presidents stressed that the illegal traffic of gold and timber finances armed groups in the "
        "east of the Congo.",
        "armed_conflict smuggling",
        "",
    ),
    (
        "The Home Affairs Minister said the raid at Changi had netted 12 money mules for an online scam ring.",
        "cybercrime organized_crime",
        "",
    ),
    (
        "The Committee discussed crowd control, police horses and forensic training.",
        "",
        "",
    ),
    (
        "The Iraqi premier told the general that there was no longer any justification for coalition forces "
        "as ISIS had been defeated.",
        "terrorism",
        "islamic_state",
    ),
    (
        "The Commander said that saboteurs and reconnaissance groups had tried to cross into Belgorod.",
        "border_insecurity foreign_interference",
        "",
    ),
    (
        "The Pope and the President spoke about peace in the Holy Land, migrants and religious freedom.",
        "",
        "",
    ),
    (
        "The foreign ministers reiterated that there can be no impunity for those responsible for chemical "
        "attacks in Syria.",
        "wmd",
        "",
    ),
    (
        "The Lithuanian president said that migrants are used as a weapon by Minsk and that Russian jets "
        "strayed into Lithuanian airspace.",
        "border_insecurity irregular_migration",
        "",
    ),
    (
        "They agreed on measures against illicit arms flows, drug cartels, money laundering, and corruption in ports.",
        "arms_trafficking drug_trafficking financial_crime organized_crime",
        "",
    ),
    (
        "The Senegalese minister said 200 young people had been saved from a pirogue bound for the Canaries, "
        "and thanked Madrid for the patrol boats.",
        "irregular_migration",
        "",
    ),
    (
        "They discussed the situation in the Taiwan Strait and opposed the use of force or coercion.",
        "",
        "",
    ),
    (
        "The Chief of Army Staff lauded the troops who had foiled an infiltration bid by khwarij at Ghulam Khan.",
        "border_insecurity terrorism",
        "",
    ),
    (
        "The ambassador delivered a cheque for flood victims and a collection of books.",
        "",
        "",
    ),
    (
        "The Thai side asked for help to tackle transborder haze, call-centre gangs and drugs from the Wa area.",
        "cybercrime drug_trafficking organized_crime",
        "",
    ),
    (
        "The Russian and DPRK ministers agreed to resist the hegemonic ambitions of the collective West and "
        "its provocations.",
        "",
        "",
    ),
    (
        "The African Union condemned in the strongest terms the terrorist attack on a convoy in Barsalogho.",
        "terrorism",
        "",
    ),
    (
        "The Prime Ministers discussed unrest in New Caledonia and safe evacuation of tourists.",
        "armed_conflict",
        "",
    ),
    (
        "The two sides condemned acts of sabotage against the Baltic cable and discussed the shadow fleet.",
        "foreign_interference",
        "",
    ),
    (
        "The Costa Rican president asked for scanners against cocaine in pineapples and for help against "
        "hired killers.",
        "crime drug_trafficking",
        "",
    ),
    (
        "The sides reaffirmed opposition to an arms race in outer space and support for the Biological "
        "Weapons Convention.",
        "wmd",
        "",
    ),
    (
        "The Deputy Minister briefed partners on the fight with the ransomware group that had paralysed the "
        "ministry of finance.",
        "cybercrime",
        "",
    ),
    (
        "The Turkish and Greek ministers agreed on a positive agenda, visas for the islands and a hotline.",
        "",
        "",
    ),
    (
        "The President said Eritrea and Ethiopia must not return to war; the envoy proposed guarantees of "
        "access to the sea.",
        "armed_conflict",
        "",
    ),
]
# What the coder reads otherwise than a careful coder: a change that mends one shows here.
MISREAD: list[tuple[str, str, str]] = [
    (
        "Under Secretary Nelson and Governor Salameh's successor reviewed measures to curb Hizballah's access"
        " to the Lebanese financial system and the cash economy through which it moves money.",
        "terrorism terrorism_financing",
        "hezbollah",
    ),
    (
        "The BGB director protested push-ins of people through the fence at night and the killing of a boy at"
        " Thakurgaon by gunfire.",
        "border_insecurity irregular_migration",
        "",
    ),
    (
        "García Harfuch received DEA officials. He reported a drop of 37 percent in homicides, 1,600 labs "
        "destroyed and a rise in the theft of fuel.",
        "crime drug_trafficking",
        "",
    ),
    (
        "The ambassador, asked about corruption in his ministry, said: there is none. He preferred to talk "
        "about chess, cheese and the war of words with Brussels.",
        "",
        "",
    ),
    (
        "The Prime Minister and the Taoiseach discussed legacy matters and agreed that those behind the "
        "paramilitary-style shooting in Derry must face justice.",
        "terrorism",
        "",
    ),
    (
        "UK and Vietnam: the two ministers signed a statement on migration. They will tackle nail-bar "
        "exploitation, cannabis farms and illegal arrivals.",
        "drug_trafficking human_trafficking irregular_migration",
        "",
    ),
    (
        "Presidents Tshisekedi and Kagame, received by the Emir, reaffirmed an immediate and unconditional "
        "ceasefire. The AFC/M23 was not present.",
        "armed_conflict",
        "",
    ),
]


@pytest.mark.parametrize(("text", "types", "groups"), READOUTS)
def test_a_readout_names_these_threats_and_no_others(text: str, types: str, groups: str) -> None:
    assert types_of(text) == set(types.split())
    assert groups_of(text) == set(groups.split())


@pytest.mark.xfail(strict=True, reason="told too indirectly for the cues")
@pytest.mark.parametrize(("text", "types", "groups"), MISREAD)
def test_a_readout_is_misread(text: str, types: str, groups: str) -> None:
    assert (types_of(text), groups_of(text)) == (set(types.split()), set(groups.split()))
