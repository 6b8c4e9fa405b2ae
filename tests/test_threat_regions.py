"""Short invented texts of many regions: what is coded from each as a whole."""

from __future__ import annotations

import pytest

from threat_documents import groups_of, types_of

TEXTS: list[tuple[str, str, str]] = [
    (
        "The foreign ministers of Mali, Niger and Burkina Faso met in Niamey on Tuesday. They "
        "condemned the attacks of JNIM and of the Islamic State in the Greater Sahara, and agreed on "
        "a joint force against armed terrorist groups. The spread of light weapons from Libya and "
        "cattle rustling in the border strip were also raised.",
        "arms_trafficking crime terrorism",
        "issp jnim",
    ),
    (
        "Secretary of State Marco Rubio told his Mexican counterpart that fentanyl and the gangs "
        "behind it remain Washington's first concern. Mexico's foreign minister asked for more to be "
        "done against guns carried south across the border. The Sinaloa Cartel was named by both. "
        "Remittances came up as well.",
        "arms_trafficking drug_trafficking organized_crime",
        "sinaloa_cartel",
    ),
    (
        "Colombian Defence Minister Pedro Sánchez and his Ecuadorian colleague discussed dissident "
        "groups of the FARC, illegal mining and extortion in the border provinces. The ELN, they "
        "said, lives off cocaine.",
        "crime drug_trafficking terrorism terrorism_financing",
        "eln farc",
    ),
    (
        "ASEAN defence ministers meeting in Kuala Lumpur voiced concern over the clashes along the "
        "Thai-Cambodian border and urged that the ceasefire be kept. They also discussed online scam "
        "centres and trafficking of people into them.",
        "border_insecurity cybercrime human_trafficking",
        "",
    ),
    (
        "Manila and Jakarta renewed their pact on joint patrols in the Sulu Sea, where Abu Sayyaf "
        "bandits once took sailors for ransom. Piracy has fallen by half since.",
        "crime terrorism",
        "abu_sayyaf",
    ),
    (
        "NATO Secretary General Mark Rutte met the president of Kosovo in Brussels. Rutte called the "
        "attack on the Ibar canal unacceptable and warned of Russian disinformation and cyber attacks "
        "aimed at the Western Balkans. Corruption and organised crime still stand in the way of EU "
        "membership, he said.",
        "cybercrime financial_crime organized_crime",
        "",
    ),
    (
        "The Emir of Kuwait received the US envoy. They reviewed the safety of ships after Houthi "
        "attacks in the Red Sea, and spoke of efforts to end the war in Gaza.",
        "armed_conflict",
        "houthis",
    ),
    (
        "Ethiopian and Somali intelligence chiefs agreed in Addis Ababa to step up operations against "
        "Al-Shabaab and to share data on foreign fighters. They noted that money from the charcoal "
        "trade ends up with the group.",
        "foreign_fighters terrorism",
        "al_shabaab",
    ),
    (
        "Sudan's army chief told the Turkish envoy that militia fighters keep coming over the "
        "frontier with arms from abroad. The Rapid Support Forces deny it.",
        "armed_conflict border_insecurity",
        "rsf_sudan",
    ),
    (
        "Police ministers of the Pacific Islands Forum met in Suva. They spoke about methamphetamine "
        "that is shipped by yacht, illegal fishing and climate change.",
        "drug_trafficking",
        "",
    ),
    (
        "Allied defence ministers reviewed support to Ukraine. \"Russia's war of aggression is the "
        'gravest threat to our security," the statement read. Ministers addressed hybrid threats, '
        "including sabotage of undersea cables.",
        "armed_conflict foreign_interference",
        "",
    ),
    (
        "Treasury officials of the United States and China talked in Geneva about precursor "
        "chemicals, money laundering by underground banks and the trade war.",
        "drug_trafficking financial_crime",
        "",
    ),
    (
        "The directors general of military operations of India and Pakistan spoke on the hotline. "
        "Both undertook to stop all firing across the Line of Control. India raised cross-border "
        "terrorism and named Lashkar-e-Taiba and Jaish-e-Mohammed.",
        "border_insecurity terrorism",
        "jaish_e_mohammed lashkar_e_taiba",
    ),
    (
        "Presidents Tshisekedi and Kagame met in Doha. They reaffirmed an immediate ceasefire in the "
        "east, where M23 rebels hold Goma. Kinshasa accuses Kigali of sending troops; Kigali points "
        "to the FDLR.",
        "armed_conflict",
        "fdlr m23",
    ),
    (
        "Kenya's interior minister visited the mission in Port-au-Prince, where gangs control most of "
        "the capital. Kidnapping for ransom is a daily matter.",
        "crime organized_crime",
        "",
    ),
    (
        "Nigeria and Niger agreed to revive joint patrols against Boko Haram and ISWAP. Smuggling of "
        "petrol was the second item.",
        "smuggling terrorism",
        "boko_haram iswap",
    ),
    (
        "Turkish Foreign Minister Hakan Fidan said in Baghdad that the PKK must leave Sinjar. The "
        "Iraqi side called the organisation banned.",
        "terrorism",
        "pkk",
    ),
    (
        "EU Commissioner Magnus Brunner met the coast guard command in Tripoli. The talks dealt with "
        "boats full of migrants that smugglers send to sea, and with the conditions in detention "
        "centres.",
        "irregular_migration",
        "",
    ),
    (
        "Spain's and Morocco's interior ministers praised the dismantling of jihadist cells and of "
        "networks which bring people over the strait for money. Hashish seizures doubled.",
        "drug_trafficking irregular_migration terrorism",
        "",
    ),
    (
        "The nuclear envoys of Seoul, Tokyo and Washington spoke by phone after the North's latest "
        "launch of a ballistic missile. They repeated the goal of denuclearisation.",
        "wmd",
        "",
    ),
    (
        "Chinese Foreign Minister Wang Yi urged Naypyidaw to protect the pipelines from the fighting "
        "between the army and the Arakan Army, and to shut down telecom fraud compounds.",
        "armed_conflict cybercrime",
        "arakan_army",
    ),
    (
        "The foreign ministers initialled a peace treaty. The document bars both from placing "
        "third-country forces on the border and from interfering in each other's internal affairs.",
        "foreign_interference",
        "",
    ),
    (
        "Japan and the Philippines signed a logistics pact. The two defence chiefs objected to "
        "attempts to change the status quo by force in the South China Sea.",
        "",
        "",
    ),
    (
        "Brazil and Paraguay set up a joint command in Foz do Iguaçu against the PCC and other "
        "factions of organised crime, cigarette smugglers and gun-runners.",
        "arms_trafficking organized_crime smuggling",
        "pcc",
    ),
    (
        "Colombo and New Delhi discussed fishermen, debt and the port. No security questions were raised.",
        "",
        "",
    ),
    (
        "Uganda and Congo extended their operation against the Allied Democratic Forces, blamed for "
        "massacres in Ituri.",
        "armed_conflict terrorism",
        "adf",
    ),
    (
        "The security council secretaries discussed the danger posed by ISIS-K, which recruits among "
        "labour migrants through social networks. They also spoke of poppy fields in Badakhshan.",
        "drug_trafficking radicalization terrorism",
        "iskp",
    ),
    (
        "The Jordanian foreign minister said that captagon smugglers with drones try to break through "
        "nightly, and that Daesh prisoners in the camps must be taken home by their states.",
        "drug_trafficking terrorism",
        "islamic_state",
    ),
    (
        "The interior ministers of Germany and Afghanistan's neighbours discussed deporting "
        "offenders, secondary movements and visa fraud.",
        "crime financial_crime irregular_migration",
        "",
    ),
    (
        "The State Security Committee chairmen of Russia and Belarus discussed attempts of Western "
        "special services to stage a colour revolution and acts of sabotage.",
        "foreign_interference",
        "",
    ),
    (
        "Oman's foreign minister carried a letter to Tehran. The nuclear talks will resume in Muscat "
        "on Sunday; sanctions relief is the main matter.",
        "",
        "",
    ),
    (
        "Peru declared an emergency along the border with Ecuador after thirteen miners were murdered "
        "by a gang that digs gold without licence.",
        "organized_crime",
        "",
    ),
    (
        "The Singaporean and Australian prime ministers upgraded their partnership in Canberra. They "
        "spoke of submarine cables, green energy and the region's trade routes, and agreed that "
        "disputes be settled under international law.",
        "",
        "",
    ),
    (
        "Kenya's president told the IGAD summit that floods, locusts and debt weigh more on the "
        "region than anything else. The ministers adopted a road map on water.",
        "",
        "",
    ),
    (
        "Interpol's secretary general and Nigeria's police chief signed a letter of intent in Lyon. "
        "It covers romance scams, sextortion and stolen vehicles. Advance-fee fraudsters will be put "
        "on a joint list.",
        "crime cybercrime financial_crime",
        "",
    ),
    (
        "Ecuador's president said in Quito that narco-gangs had put a price on the heads of judges. "
        'Washington will send two patrol aircraft. "We are at war with Los Choneros," he said.',
        "armed_conflict drug_trafficking organized_crime",
        "los_choneros",
    ),
    (
        "The EU and Serbia discussed the attack in Banjska, in which a Kosovo policeman was killed by "
        "gunmen, and the route by which Afghans and Syrians are driven north by smugglers.",
        "irregular_migration",
        "",
    ),
    (
        "Egypt and Türkiye's intelligence chiefs met in Cairo. Libya's militias, mercenaries from "
        "abroad and gas drilling were on the table.",
        "armed_conflict foreign_fighters",
        "",
    ),
    (
        "Vietnam and Laos' public security ministers reviewed the campaign on the common border: 1.2 "
        "tonnes of ketamine and 340 kilograms of crystal meth were taken from couriers. Hostile "
        "forces, they said, also try to sow discord between the two nations.",
        "drug_trafficking",
        "",
    ),
    (
        "Jordan's king warned in London that the region could slide into the abyss. Settler attacks "
        "on villages in the West Bank and the starvation in Gaza had to end, he said.",
        "armed_conflict",
        "",
    ),
    (
        "The Bangladeshi army chief flew to Ankara for talks on drones. Rohingya camps were mentioned "
        "too: armed groups recruit children there, he said.",
        "armed_conflict",
        "",
    ),
    (
        "Ministers from the Lake Chad basin met in Yaoundé. Farmers and herders fight over pasture, "
        "girls are carried off from schools, and insurgents levy taxes on fishermen.",
        "armed_conflict crime",
        "",
    ),
    (
        "The Saudi and Iraqi interior ministers opened the Arar gate for pilgrims and agreed to "
        "exchange lists of those who push Captagon pills.",
        "drug_trafficking",
        "",
    ),
    (
        "Taiwan was the main subject when the US and Chinese defence ministers met in Singapore. The "
        "American side spoke of coercion; the Chinese side said separatist activities in Taiwan were "
        "the root of all trouble and that outside forces fan the flames.",
        "foreign_interference separatism",
        "",
    ),
    (
        "Georgia's security chief said in Ankara that a consignment of 12 kilograms of RDX, hidden in "
        "batteries, had been on its way from Odesa to Russia.",
        "arms_trafficking",
        "",
    ),
    (
        "The Pakistani interior minister said Kabul must act against TTP sanctuaries. Khawarij had "
        "attacked a convoy in Bannu a day before.",
        "terrorism",
        "ttp",
    ),
    (
        "In Nairobi the chiefs of defence of the region heard that bandits in Karamoja raid herds and "
        "that guns pass freely from South Sudan.",
        "arms_trafficking crime",
        "",
    ),
    (
        "Sweden and Iraq signed an extradition deal. Stockholm wants the leaders of the Foxtrot "
        "network, who order shootings by boys they hire online.",
        "organized_crime",
        "foxtrot_network",
    ),
    (
        "Honduras and Guatemala agreed to hunt together those who tax every bus and shop. MS-13 and "
        "Barrio 18 were put on the list of terrorist organisations.",
        "organized_crime terrorism",
        "barrio_18 ms_13",
    ),
    (
        "Cyprus and Israel's foreign ministers discussed gas, fires and tourism. On Hezbollah threats "
        "against the island the minister said that Cyprus was nobody's enemy.",
        "terrorism",
        "hezbollah",
    ),
    (
        "The IAEA director general told the Japanese foreign minister that the plant was safe and "
        "that inspectors would go on working. He warned that highly enriched uranium could fall into "
        "wrong hands.",
        "wmd",
        "",
    ),
    (
        "Mongolia and China opened a customs lane. The border troops agreed to hold a volleyball match each summer.",
        "",
        "",
    ),
    (
        "Greek and Libyan coast guards will train together. Dinghies with hundreds of people from "
        "Sudan had landed on Crete after paying 5,000 euros a head.",
        "irregular_migration",
        "",
    ),
    (
        "Spain extradited a former minister to Mexico, where he is accused of taking bribes. The "
        "attorneys general agreed to trace the money.",
        "financial_crime",
        "",
    ),
    (
        "Nepal and India's border guard chiefs met in Kathmandu. Fake notes, gold hidden in tyres and "
        "girls taken to brothels were discussed, as were missing pillars.",
        "crime human_trafficking smuggling",
        "",
    ),
    (
        "Russia's Shoigu told the Security Council secretary of Myanmar that Anglo-Saxons were behind "
        "the attempts to bring down lawful governments from outside.",
        "foreign_interference",
        "",
    ),
    (
        "The Kazakh defence minister visited a tank plant in South Korea. Contracts on artillery and "
        "training of cadets were prepared.",
        "",
        "",
    ),
    (
        "NATO's deputy chief said in Tbilisi that drones had twice violated Romanian airspace and "
        "that jamming of satellite signals was on the rise.",
        "border_insecurity",
        "",
    ),
    (
        "Trinidad's minister thanked Washington for strikes on boats which, it says, carried cocaine "
        "for Tren de Aragua.",
        "drug_trafficking organized_crime",
        "tren_de_aragua",
    ),
    (
        "The Tajik and Uzbek border commanders agreed to look together for those who bring heroin "
        "over the Panj and to tell each other of armed men seen near the river.",
        "drug_trafficking",
        "",
    ),
    (
        "Qatar's prime minister and the Iranian foreign minister spoke by phone about the cessation "
        "of hostilities in Lebanon and the exchange of prisoners.",
        "armed_conflict",
        "",
    ),
    (
        "Moscow and Baku signed a plan of consultations. The ministers also noted the importance of "
        "the fight against illegal turnover of drugs, terrorism in all its forms and the use of the "
        "internet for criminal purposes.",
        "cybercrime drug_trafficking terrorism",
        "",
    ),
    (
        "The Turkmen police chief asked for help against those who counterfeit passports and lure "
        "girls abroad with promises of work.",
        "crime human_trafficking",
        "",
    ),
    (
        '"We shall not let strangers decide for us," the Iranian admiral said in Baku, adding that '
        "warships from beyond the region bring nothing good.",
        "",
        "",
    ),
    (
        "The Kyrgyz security chief said 140 citizens had gone to fight in Syria and that some of them "
        "were coming home.",
        "foreign_fighters",
        "",
    ),
    (
        "At the Istanbul meeting the ministers of interior adopted a declaration on corruption, "
        "laundering of criminal proceeds, offences committed with computers and theft of cultural "
        "heritage.",
        "cybercrime financial_crime",
        "",
    ),
    (
        "Belarus and Kazakhstan agreed to hand over suspects who hide from the courts.",
        "crime",
        "",
    ),
    (
        "Pakistan's minister said that the water treaty was a red line and tearing it up an act of war.",
        "armed_conflict",
        "",
    ),
    (
        "The Russian deputy minister called biological laboratories near the borders of the CIS a "
        "danger. He named no state. The use of chemical agents by anyone is inadmissible, he said.",
        "wmd",
        "",
    ),
    (
        "General Bagheri and his Omani colleague discussed joint naval drills, rescue at sea and the "
        "fight against piracy.",
        "crime",
        "",
    ),
    (
        "Speakers of both parliaments praised trade, the railway and cultural ties and recalled a poem.",
        "",
        "",
    ),
    (
        "The CSTO secretary general said the situation south of the organisation's frontier remained "
        "unstable: camps, new recruits, arms left behind by the coalition.",
        "",
        "",
    ),
    (
        "The Afghan side promised that its soil would not be used against any neighbour.",
        "",
        "",
    ),
    (
        "Iraq's interior minister told his Syrian colleague that Captagon comes hidden in fruit and "
        "that ISIS prisoners must not escape.",
        "drug_trafficking terrorism",
        "islamic_state",
    ),
    (
        "The ministers agreed on a single window for trucks, a hotline between duty officers and "
        "courses for dog handlers.",
        "",
        "",
    ),
    (
        "The Azerbaijani president said revanchist forces dream of a new war, and that mines still kill farmers.",
        "armed_conflict",
        "",
    ),
    (
        "The Chinese minister of public security asked for protection of Chinese workers after an "
        "attack by armed men who crossed from Badakhshan and killed three of them.",
        "border_insecurity",
        "",
    ),
    (
        "They stood for a world without nuclear arms and against putting weapons in outer space.",
        "wmd",
        "",
    ),
    (
        "He thanked Dushanbe for handing over two wanted robbers and for closing the channel by which "
        "firearms had been sent in parcels.",
        "arms_trafficking crime",
        "",
    ),
]


@pytest.mark.parametrize(("text", "types", "groups"), TEXTS)
def test_a_text_names_these_threats_and_no_others(text: str, types: str, groups: str) -> None:
    assert types_of(text) == set(types.split())
    assert groups_of(text) == set(groups.split())
