"""Invented readouts of many states: the threats that each names."""

from __future__ import annotations

import pytest

from threat_documents import groups_of, types_of

READOUTS: list[tuple[str, str, str]] = [
    (
        "The Secretary spoke today with Ecuadorian Foreign Minister Sommerfeld. They discussed joint efforts "
        "to dismantle transnational criminal organizations, stem the flow of fentanyl and deter illegal "
        "immigration. The Secretary thanked Ecuador for designating the Tren de Aragua.",
        "drug_trafficking irregular_migration organized_crime",
        "tren_de_aragua",
    ),
    (
        "The two leaders exchanged views on the Democratic People's Republic of Korea's nuclear and ballistic"
        " missile programs and underscored the importance of trilateral exercises.",
        "wmd",
        "",
    ),
    (
        "Secretary Austin reaffirmed that the United States will support Ukraine's fight for freedom in the "
        "face of Russia's unprovoked war of aggression.",
        "armed_conflict",
        "",
    ),
    (
        "The Foreign Secretary and his Albanian counterpart agreed to go further in smashing the gangs behind"
        " small boat crossings and to speed up the return of people with no right to be in the UK.",
        "irregular_migration organized_crime",
        "",
    ),
    (
        "The Prime Minister welcomed President Ramaphosa to Chequers. They discussed trade, the just energy "
        "transition and the G20. On illicit finance, they agreed that dirty money had no place in either "
        "economy.",
        "financial_crime",
        "",
    ),
    (
        "The High Representative called for an immediate end to all fighting in Sudan and for unhindered "
        "humanitarian access. Both sides must return to the Jeddah talks.",
        "armed_conflict",
        "",
    ),
    (
        "Ministers condemned the instrumentalisation of migrants by Belarus and hybrid attacks at the Union's"
        " external border.",
        "foreign_interference irregular_migration",
        "",
    ),
    (
        "The Secretary General thanked Finland for its contribution to Baltic Sentry. Allies are stepping up "
        "vigilance against sabotage of undersea cables.",
        "foreign_interference",
        "",
    ),
    (
        "Allies will never accept Russia's illegal annexation of Crimea, and they condemned the violation of "
        "Polish airspace by drones last week.",
        "border_insecurity",
        "",
    ),
    (
        "Vladimir Putin informed his colleague of the progress of the special military operation and the "
        "attempts of the Kiev regime to derail the settlement by terrorist methods.",
        "armed_conflict terrorism",
        "",
    ),
    (
        "The presidents talked about the payment for gas, the Power of Siberia pipeline and preparations for "
        "the summit. Warm wishes were exchanged on Victory Day in the Great Patriotic War.",
        "",
        "",
    ),
    (
        "Minister Iwaya explained Japan's position on the abductions issue and the two ministers concurred on"
        " responding to North Korea's denuclearization in close coordination.",
        "crime wmd",
        "",
    ),
    (
        "The two ministers shared serious concern over unilateral attempts to change the status quo by force "
        "in the East China Sea and the South China Sea, and concurred on promoting a Free and Open Indo-"
        "Pacific.",
        "",
        "",
    ),
    (
        "The two sides strongly condemned the dastardly attack in Pahalgam and called for zero tolerance for "
        "terrorism in all its forms, including cross-border terrorism and terror safe havens.",
        "terrorism",
        "",
    ),
    (
        "EAM called on the President and conveyed greetings of the Prime Minister. They reviewed "
        "connectivity, UPI, the line of credit and capacity building. Both sides expressed satisfaction at "
        "the state of the partnership.",
        "",
        "",
    ),
    (
        "Both leaders emphasised the need to combat piracy, armed robbery at sea, and illegal, unreported and"
        " unregulated fishing in the Gulf of Guinea.",
        "crime",
        "",
    ),
    (
        "Wang Yi said that China appreciates Myanmar's efforts to eradicate online gambling and telecom fraud"
        " along the border, and hopes that hostilities in the north will cease at an early date.",
        "armed_conflict cybercrime",
        "",
    ),
    (
        "China firmly supports Pakistan in combating terrorism with firm resolve, and hopes that Pakistan "
        "will take all effective measures to protect Chinese personnel, projects and institutions.",
        "terrorism",
        "",
    ),
    (
        "The two sides opposed hegemonism and power politics, and opposed interference in other countries' "
        "internal affairs under any pretext.",
        "foreign_interference",
        "",
    ),
    (
        "The Ministers reaffirmed their commitment to implement the ASEAN Plan of Action to Combat "
        "Transnational Crime and noted the growing scourge of scam centres, where victims are held for forced"
        " criminality.",
        "cybercrime human_trafficking organized_crime",
        "",
    ),
    (
        "We called for the cessation of violence in Myanmar and the implementation of the Five-Point Consensus.",
        "armed_conflict",
        "",
    ),
    (
        "The Chairperson of the Commission strongly condemns the unconstitutional change of government in "
        "Guinea and the continuing offensive of the M23 in North Kivu, which has displaced thousands.",
        "armed_conflict",
        "m23",
    ),
    (
        "The Peace and Security Council heard a briefing on the threat of violent extremism in the Sahel and "
        "the flow of foreign fighters from Libya.",
        "extremism foreign_fighters",
        "",
    ),
    (
        "Los cancilleres were received by President Boric. The Chancellor of Bolivia and his Chilean "
        "colleague signed a memorandum against vehicle theft and contraband on the common border.",
        "crime smuggling",
        "",
    ),
    (
        "President Noboa and President Petro spoke about illegal mining, drug trafficking and the violence of"
        " armed groups in Putumayo.",
        "armed_conflict crime drug_trafficking",
        "",
    ),
    (
        "Brazil's justice minister and the head of Europol agreed to exchange data on money laundering by the"
        " First Capital Command.",
        "financial_crime organized_crime",
        "pcc",
    ),
    (
        "His Highness received a telephone call from the Egyptian Foreign Minister. They discussed efforts to"
        " reach a ceasefire in the Gaza Strip and the release of hostages and detainees.",
        "armed_conflict",
        "",
    ),
    (
        "The Saudi foreign minister reiterated the Kingdom's condemnation of the Israeli strikes on Syrian "
        "territory as a flagrant violation of its sovereignty.",
        "armed_conflict",
        "",
    ),
    (
        "The King and President discussed the situation in the occupied West Bank and the need to stop "
        "settler attacks and unilateral measures.",
        "armed_conflict",
        "",
    ),
    (
        "Fidan said that Türkiye expected the YPG to dissolve itself and that Daesh must not be allowed to "
        "regroup in the camps of north-east Syria.",
        "terrorism",
        "islamic_state",
    ),
    (
        "The ministers reviewed steps towards a terror-free Türkiye and cooperation against FETÖ, the PKK and"
        " its extensions.",
        "terrorism",
        "feto pkk",
    ),
    (
        "The secretaries of the security councils exchanged views on the situation in Afghanistan and on "
        "measures to prevent the penetration of militants into the republics.",
        "border_insecurity terrorism",
        "",
    ),
    (
        "Kyrgyz and Tajik border officials agreed to refrain from the use of force. No incidents have been "
        "recorded on the Kyrgyz-Tajik border since the agreement.",
        "",
        "",
    ),
    (
        "The Kazakh interior minister informed his Uzbek colleague of the suppression of channels of supply "
        "of synthetic drugs and the liquidation of drug laboratories.",
        "drug_trafficking",
        "",
    ),
    (
        "Araghchi stressed that the Zionist regime's aggression against Iran had inflamed the whole region. "
        "He said foreign presence only breeds insecurity.",
        "armed_conflict",
        "",
    ),
    (
        "He rejected as baseless the claims that Iran is seeking nuclear weapons and denied sending drones to"
        " any party.",
        "",
        "",
    ),
    (
        "President Ruto and Prime Minister Abiy discussed regional peace, the fight against Al-Shabaab and "
        "cattle raids along the common border.",
        "crime terrorism",
        "al_shabaab",
    ),
    (
        "The Nigerian and Nigerien chiefs of defence staff met to restore joint patrols after bandits and "
        "kidnappers had used the frontier as a refuge.",
        "crime",
        "",
    ),
    (
        "Minister Lamola told his counterpart that the conflict in the eastern DRC has no military solution. "
        "He reaffirmed South Africa's support for the SAMIDRC mission.",
        "armed_conflict",
        "",
    ),
    (
        "The Treasurer and the Minister of Home Affairs travelled to Jakarta. They discussed people "
        "smuggling, child exploitation and ransomware.",
        "crime cybercrime irregular_migration",
        "",
    ),
    (
        "Ministers attributed malicious cyber activity against parliamentary networks to APT31 and expressed "
        "concern about foreign interference targeting diaspora communities.",
        "cybercrime foreign_interference",
        "",
    ),
    (
        "The two vice ministers agreed to respond sternly to North Korea's provocations and to its theft of "
        "virtual assets through hacking to fund illegal weapons development.",
        "cybercrime wmd",
        "",
    ),
    (
        "Prime Minister Carney and President Sheinbaum discussed border security, the integrity of supply "
        "chains and the review of CUSMA.",
        "",
        "",
    ),
    (
        "The Prime Minister raised the auto theft problem, illegal firearms crossing the border, and the "
        "fentanyl czar's plan.",
        "arms_trafficking crime drug_trafficking",
        "",
    ),
    (
        "The President of the Republic spoke with President al-Sharaa. He recalled that the fight against "
        "Daesh and against all terrorist groups must go on, and condemned the massacres on the coast.",
        "armed_conflict terrorism",
        "islamic_state",
    ),
    (
        "Chancellor Scholz called on the Russian president to withdraw troops from Ukraine. He condemned in "
        "particular the Russian air strikes against civilian infrastructure.",
        "armed_conflict",
        "",
    ),
    (
        "The ministers visited the barrier at Krynki and spoke of the artificial migration route that Minsk "
        "and Moscow have opened.",
        "irregular_migration",
        "",
    ),
    (
        "Minister Piantedosi and his Libyan counterpart took stock of the fight against traffickers of human "
        "beings and irregular departures from the Libyan coast.",
        "human_trafficking irregular_migration",
        "",
    ),
    (
        "The two coast guards will share information on migratory flows and on vessels in distress in the Aegean.",
        "",
        "",
    ),
    (
        "The delegations condemned any use of toxic chemicals as a weapon and called upon Syria to declare "
        "its remaining stockpiles.",
        "wmd",
        "",
    ),
    (
        "The Special Representative briefed the Council on spoilers, on gang violence in Port-au-Prince and "
        "on the arms embargo.",
        "organized_crime",
        "",
    ),
    (
        "The Secretary-General deplored the coup attempt and urged the restoration of constitutional order.",
        "",
        "",
    ),
    (
        "The Army Chief said that the Fitna al Khawarij and their facilitators across the border would find "
        "no refuge, and asked Kabul to act against the TTP.",
        "terrorism",
        "ttp",
    ),
    (
        "The parties expressed readiness to continue delimitation of the state border. The Armenian side "
        "reported shots fired at its positions near Khoznavar.",
        "border_insecurity",
        "",
    ),
    (
        "The head of the National Anti-Corruption Bureau, the Deputy Prosecutor General and the director of "
        "the Financial Intelligence Unit attended a seminar in Vilnius.",
        "",
        "",
    ),
    (
        "The two navies agreed to share information on narcotics shipments aboard dhows, and on human "
        "smuggling by multi-day trawlers.",
        "drug_trafficking irregular_migration",
        "",
    ),
    (
        "Secretary Manalo and his Vietnamese counterpart expressed concern over the use of water cannon and "
        "dangerous manoeuvres by coast guard vessels.",
        "",
        "",
    ),
    (
        "Ministers welcomed the peace agreement in Bougainville, recalled the end of the civil war and "
        "discussed climate resilience, rugby and scholarships.",
        "armed_conflict",
        "",
    ),
    (
        "The Special Representative urged restraint after the attack in Banjska and asked both sides to avoid"
        " any escalation of tensions in the north of Kosovo.",
        "",
        "",
    ),
    (
        "President Chapo thanked President Kagame for the deployment of Rwandan forces against the insurgency"
        " in Cabo Delgado.",
        "armed_conflict",
        "",
    ),
    (
        "Secretary Rubio met with Guatemalan President Arévalo. They discussed measures to stop mass "
        "migration, deportation flights, and joint operations against the cartels. The Secretary welcomed "
        "Guatemala's decision to raise the number of flights.",
        "irregular_migration organized_crime",
        "",
    ),
    (
        "Secretary Hegseth reaffirmed the U.S. commitment to the defense of the Philippines and to "
        "reestablishing deterrence in the face of Communist China's aggression in the region.",
        "armed_conflict",
        "",
    ),
    (
        "The two leaders underscored the importance of the complete denuclearization of the Korean Peninsula "
        "and condemned the DPRK's recent ballistic missile launches, its deepening military cooperation with "
        "Russia and its cyber activities.",
        "cybercrime wmd",
        "",
    ),
    (
        "They discussed the tragic shooting at the Washington museum and pledged to fight antisemitism. Both "
        "welcomed the hostages' return.",
        "",
        "",
    ),
    (
        "The Defence Secretary thanked crews of HMS Diamond for protecting merchant ships against Houthi "
        "drones in the Red Sea, and met his Bahraini counterpart.",
        "armed_conflict",
        "houthis",
    ),
    (
        "The Home Secretary signed a new agreement with Iraq targeting people smuggling gangs and agreed a "
        "package of up to £300,000 for training in border security.",
        "irregular_migration organized_crime",
        "",
    ),
    (
        "Lord Cameron pressed his counterpart on Hong Kong, on human rights in Xinjiang and on malign cyber "
        "activity against British MPs. He raised the need for China to use its influence over Iran.",
        "cybercrime",
        "",
    ),
    (
        "The EU and Tunisia will strengthen cooperation to tackle irregular migration, combat smuggling "
        "networks and improve search and rescue.",
        "irregular_migration",
        "",
    ),
    (
        "President Costa stressed that the Union stands firmly with Denmark and Greenland. Territorial "
        "integrity and the inviolability of borders are principles of international law.",
        "",
        "",
    ),
    (
        "High Representative Kallas said foreign information manipulation had reached an unprecedented scale "
        "in Moldova before the vote, with cash paid to voters.",
        "foreign_interference",
        "",
    ),
    (
        "The Secretary General and President Vučić discussed KFOR. Mr Rutte said that those responsible for "
        "the attacks on KFOR troops must be brought to justice.",
        "armed_conflict",
        "",
    ),
    (
        "In the face of acts of sabotage, cyber-attacks and energy blackmail by Russia, the Allies agreed to "
        "do more to protect critical infrastructure.",
        "cybercrime foreign_interference",
        "",
    ),
    (
        "The Chairperson-in-Office expressed concern over recent ceasefire violations along the line of "
        "contact and called on the sides to withdraw heavy weapons.",
        "border_insecurity",
        "",
    ),
    (
        "The leaders discussed in detail the situation around the Iranian nuclear programme and confirmed the"
        " readiness to promote a diplomatic solution.",
        "",
        "",
    ),
    (
        "Vladimir Putin expressed condolences over the numerous casualties of the plane crash. Alexander "
        "Lukashenko spoke of the harvest.",
        "",
        "",
    ),
    (
        "The ministers stated that the neo-Nazi regime in Kiev, egged on by its Western masters, does not "
        "give up plans of sabotage and assassination on Russian soil.",
        "extremism foreign_interference",
        "",
    ),
    (
        "Patrushev said that Anglo-Saxon intelligence services are trying to organise colour revolutions in "
        "the CIS and are recruiting supporters among migrants for extremist purposes.",
        "extremism foreign_interference radicalization",
        "",
    ),
    (
        "The heads of drug control departments agreed on the next stage of operation Channel aimed at "
        "blocking routes of narcotics from Afghanistan.",
        "drug_trafficking",
        "",
    ),
    (
        "The member states oppose double standards in the fight against terrorism, separatism and extremism "
        "and the use of terrorist groups for mercenary goals.",
        "extremism separatism terrorism",
        "",
    ),
    (
        "The two leaders shared the view that Russia's aggression against Ukraine shakes the very foundation "
        "of the international order, and Prime Minister Ishiba stressed that Ukraine today may be East Asia "
        "tomorrow.",
        "armed_conflict",
        "",
    ),
    (
        "The minister asked for cooperation on the safety of sea lanes, including capacity building for the "
        "coast guard of Djibouti against pirates off the coast of Somalia.",
        "crime",
        "",
    ),
    (
        "The sides discussed the situation in Bangladesh, water sharing, trade through Petrapole and the safe"
        " return of fishermen arrested at sea.",
        "",
        "",
    ),
    (
        "Rajnath Singh told his Chinese counterpart that disengagement at the friction points had been "
        "completed and that both sides should avoid a return to the clashes of Galwan on the LAC.",
        "border_insecurity",
        "",
    ),
    (
        "Prime Minister Modi and the Sri Lankan President agreed to deny space to forces of radicalisation "
        "and to crack down on the drug menace in the Palk Bay.",
        "drug_trafficking radicalization",
        "",
    ),
    (
        "Discussions covered hydrography, e-passports, fake notes, cyber fraud cases and the transfer of "
        "sentenced prisoners.",
        "crime cybercrime",
        "",
    ),
    (
        "Wang Xiaohong said that China stands ready to work with Cambodia to extradite fugitives, bust "
        "gambling dens and shut telecom fraud parks.",
        "crime cybercrime",
        "",
    ),
    (
        "President Xi stressed that the Taiwan question is the core of China's core interests. He hoped that "
        "Paraguay's neighbours would uphold the one-China principle.",
        "",
        "",
    ),
    (
        "The Chinese side stressed that the separatist activities for Taiwan independence and the connivance "
        "of external forces are the biggest danger to peace in the Taiwan Strait.",
        "separatism",
        "",
    ),
    (
        "The two sides oppose decoupling, small-yard-high-fence practices and the tariff war.",
        "",
        "",
    ),
    (
        "The Meeting exchanged views on the tensions on the Korean Peninsula and urged all parties to resume "
        "peaceful dialogue.",
        "",
        "",
    ),
    (
        "ASEAN police chiefs adopted resolutions on illicit drug trafficking, wildlife crime, arms smuggling,"
        " maritime fraud, and trafficking in persons.",
        "arms_trafficking crime drug_trafficking financial_crime human_trafficking",
        "",
    ),
    (
        "Home Minister Saifuddin said that the syndicates bring in Rohingya by boat and charge each of them "
        "RM 8,000, and asked Dhaka to act against them.",
        "irregular_migration organized_crime",
        "",
    ),
    (
        "The Chairperson expressed deep concern at the deteriorating security situation in eastern DRC, "
        "calling on the M23 to lay down its arms.",
        "armed_conflict",
        "m23",
    ),
    (
        "The ministers deplored the resurgence of coups d'état and considered the modalities for the "
        "activation of the standby force to fight terrorism.",
        "terrorism",
        "",
    ),
    (
        "The special envoy welcomed the humanitarian truce announced by the RSF and urged the Sudanese Armed "
        "Forces to reciprocate.",
        "armed_conflict",
        "rsf_sudan",
    ),
    (
        "The chief of the general staff said the Shabiya and the TPLF faction were preparing for war and "
        "destabilising the region.",
        "armed_conflict",
        "tplf",
    ),
    (
        "The cluster ministers reported that zama zamas, cable thieves and construction mafias are being "
        "pursued with Lesotho and Mozambique.",
        "crime organized_crime",
        "",
    ),
    (
        "The two governments will carry out a joint disarmament of the Turkana and Karamojong to end cattle "
        "raids and the spread of illegal guns.",
        "arms_trafficking crime",
        "",
    ),
    (
        "The joint commission discussed the activities of pro-Biafra and Ambazonia separatists and of "
        "kidnappers in the Gulf of Guinea.",
        "crime separatism",
        "ambazonia",
    ),
    (
        "Minister Abdelatty underscored Egypt's rejection of any attempt to divide Sudan, and stressed the "
        "threat to navigation in the Red Sea posed by the war on Gaza.",
        "armed_conflict",
        "",
    ),
    (
        "The two brothers reviewed fraternal relations and ways of enhancing them, as well as efforts to "
        "spare the region the repercussions of the military escalation.",
        "armed_conflict",
        "",
    ),
    (
        "The Prime Minister affirmed that the Israeli attack on Doha is state terror and a violation of "
        "international law.",
        "armed_conflict terrorism",
        "",
    ),
    (
        "Safadi discussed the shooting down of drones loaded with crystal methamphetamine on the Syrian "
        "border and clashes between the army and smugglers.",
        "border_insecurity drug_trafficking smuggling",
        "",
    ),
    (
        "Al-Araji handed over files of ISIS detainees and asked that states take back their nationals from "
        "al-Hol camp.",
        "foreign_fighters terrorism",
        "islamic_state",
    ),
    (
        "Güler said that the cleansing of mines in the Black Sea goes on, and Ankara will hit PKK caves "
        "wherever they are.",
        "terrorism",
        "pkk",
    ),
    (
        "Prime Minister Netanyahu told the chancellor that Israel would not allow Iran to obtain nuclear "
        "weapons, and that Hezbollah must be pushed beyond the Litani.",
        "terrorism wmd",
        "hezbollah",
    ),
    (
        "Pezeshkian told the Iraqi premier that the Zionist regime's crimes in Gaza and Lebanon go unpunished"
        " thanks to American support. He praised the Arbaeen logistics.",
        "",
        "",
    ),
    (
        "Both sides agreed to stem the flow of contraband fuel and to repatriate undocumented nationals with "
        "dignity, and condemned the attack on a bus in Zahedan that Jaish al-Zulm claimed.",
        "irregular_migration smuggling terrorism",
        "jaish_al_adl",
    ),
    (
        "Muttaqi assured the envoy that nobody would be permitted to threaten others from Afghan soil; he "
        "called for an end to airspace violations by American drones.",
        "border_insecurity",
        "",
    ),
    (
        "Four smugglers armed with M-16 rifles were eliminated after they crossed the Panj; 23 kg of hashish "
        "were taken.",
        "drug_trafficking smuggling",
        "",
    ),
    (
        "The prosecutors general will swap experience in recovering stolen assets, combating bribery and "
        "human trafficking.",
        "financial_crime human_trafficking",
        "",
    ),
    (
        "Ambassador Salazar recognised that guns from US shops arm the Jalisco cartel and that 70 percent of "
        "weapons recovered in Mexico can be traced north of the border.",
        "arms_trafficking drug_trafficking organized_crime",
        "cjng",
    ),
    (
        "Ministers of defence Padrino and Sánchez spoke about Catatumbo, where the ELN drove out 50,000 "
        "people in January.",
        "terrorism",
        "eln",
    ),
    (
        "Minister Bullrich presented the Güemes plan against narcos at the Bolivian frontier and agreed on a "
        "joint command in the Triple Frontier, where Hezbollah's financing has been traced.",
        "drug_trafficking terrorism terrorism_financing",
        "hezbollah",
    ),
    (
        "CARICOM heads welcomed the Gang Suppression Force for Haiti and asked Washington to stem the outflow of guns.",
        "arms_trafficking organized_crime",
        "",
    ),
    (
        "The Pukpuk treaty was initialled. The prime ministers spoke of rugby league, labour mobility and "
        "tribal fighting in Enga.",
        "armed_conflict",
        "",
    ),
    (
        "The chargé d'affaires was told that Tbilisi expects respect for its sovereignty and no lectures. The"
        " Minister denied that the law would target any civil society.",
        "",
        "",
    ),
    (
        "The prime ministers of the three countries agreed to continue the fight against corruption, and "
        "recalled the genocide in Srebrenica.",
        "armed_conflict financial_crime",
        "",
    ),
    (
        "The Director General reported the loss of two radioactive sources and discussed the safety of the "
        "Zaporizhzhya plant amid drone strikes nearby.",
        "armed_conflict wmd",
        "",
    ),
    (
        "The Secretary General of Interpol visited the Anti-Narcotics Directorate and the Financial Crimes "
        "Unit, and laid a wreath at the memorial of fallen officers.",
        "",
        "",
    ),
]


@pytest.mark.parametrize(("text", "types", "groups"), READOUTS)
def test_a_readout_names_these_threats_and_no_others(text: str, types: str, groups: str) -> None:
    assert types_of(text) == set(types.split())
    assert groups_of(text) == set(groups.split())
