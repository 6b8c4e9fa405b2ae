"""Invented readouts of all continents: the threats and groups that each names, with near misses beside them."""

from __future__ import annotations

import pytest

from threat_documents import groups_of, types_of

READOUTS: list[tuple[str, str, str]] = [
    (
        ("The two ministers reviewed joint operations against the dissident fronts of the ELN along the Arauca river."),
        "terrorism",
        "eln",
    ),
    (
        ("President Museveni thanked his Kenyan guest for support in the pursuit of ADF rebels in Ituri."),
        "armed_conflict terrorism",
        "adf",
    ),
    (
        ("The sides expressed concern at the growing number of cattle rustlers crossing the frontier at night."),
        "crime",
        "",
    ),
    (
        (
            "Customs officers of the two countries will exchange data on the illicit movement of small "
            "arms and light weapons."
        ),
        "arms_trafficking",
        "",
    ),
    (
        (
            "Lieutenant General Haddad said that three crates of mortar shells and detonators hidden in a "
            "cattle truck had been stopped at the crossing."
        ),
        "arms_trafficking",
        "",
    ),
    (
        (
            "The Minister noted with satisfaction that no Salvadoran national had been victim of "
            "trafficking in persons at the new bridge this year."
        ),
        "human_trafficking",
        "",
    ),
    (
        ("The Commissioner underlined the importance of dismantling people-smuggling rings operating out of Zuwara."),
        "irregular_migration organized_crime",
        "",
    ),
    (
        "Both delegations deplored the rocket fire on villages close to the demarcation line.",
        "armed_conflict border_insecurity",
        "",
    ),
    (
        ("The Chief of Army Staff raised the repeated ceasefire violations by troops along the Line of Control."),
        "border_insecurity",
        "",
    ),
    (
        (
            "Prime Minister Rama and the NATO Secretary General discussed hybrid attacks and the hacking "
            "of government servers last summer."
        ),
        "cybercrime foreign_interference",
        "",
    ),
    (
        "Ransomware gangs that hit hospitals in both states were on the agenda of the consultations.",
        "cybercrime organized_crime",
        "",
    ),
    (
        ("The parties agreed to step up work against the laundering of proceeds through shell companies."),
        "financial_crime",
        "",
    ),
    (
        "The Attorneys General discussed bribery of public officials and the return of stolen assets.",
        "financial_crime",
        "",
    ),
    (
        ("The ministers shared an assessment of Pyongyang's ballistic missile launches and its uranium enrichment."),
        "wmd",
        "",
    ),
    (
        (
            "The Sri Lankan Navy commander described how fishermen are used to run heroin and crystal "
            "meth from the Makran coast."
        ),
        "drug_trafficking",
        "",
    ),
    (
        ("Ambassador Okonkwo briefed the delegation on the seizure of 400 kilos of cocaine in the port of Bissau."),
        "drug_trafficking",
        "",
    ),
    ("The Secretary thanked Guatemala for its efforts to stem the flow of fentanyl.", "drug_trafficking", ""),
    (
        "The Council noted the danger posed by returnees who had fought in Syria with armed factions.",
        "foreign_fighters",
        "",
    ),
    (
        (
            "The two heads of service discussed the repatriation of nationals held in the al-Hol camp who "
            "had joined ISIS."
        ),
        "foreign_fighters terrorism",
        "islamic_state",
    ),
    (
        "Preventing young people from being drawn into radical circles online was among the topics.",
        "radicalization",
        "",
    ),
    (
        (
            "The mufti and the minister agreed that imams should be trained to counter the spread of hate "
            "ideology by Salafi preachers."
        ),
        "extremism radicalization",
        "",
    ),
    (
        "Beijing thanked Dushanbe for its support on the fight against the three evil forces.",
        "extremism separatism terrorism",
        "",
    ),
    ("Vučić reiterated that Serbia would never accept the unilateral secession of Kosovo.", "separatism", ""),
    (
        "The Indian side asked Canada to act against Khalistani separatist elements on its soil.",
        "separatism",
        "khalistan",
    ),
    (
        ("The ministers voiced deep concern about foreign meddling in the electoral process of Moldova."),
        "foreign_interference",
        "",
    ),
    (
        ("Minister Tajani reaffirmed Italy's rejection of any outside interference in Lebanese affairs."),
        "foreign_interference",
        "",
    ),
    (
        ("Contraband cigarettes and fuel cost both treasuries millions of euros a year, the ministers noted."),
        "smuggling",
        "",
    ),
    ("The parties will set up joint customs posts to curb contraband.", "smuggling", ""),
    ("The police chiefs agreed on the surrender of fugitives from justice.", "crime", ""),
    ("Violent crime and car theft in the border towns were discussed in the afternoon session.", "crime", ""),
    ("The ministers condemned Russia's full-scale invasion of Ukraine in the strongest terms.", "armed_conflict", ""),
    ("They exchanged views on the fighting in Sudan and the displacement it has caused.", "armed_conflict", ""),
    (
        ("The special envoy warned that the political crisis could plunge the country into chaos and bloodshed."),
        "armed_conflict",
        "",
    ),
    ("Operation Inherent Resolve commanders visited the air base.", "", ""),
    ("The Financial Action Task Force delegation was received at the Ministry of Finance.", "", ""),
    ("The meeting was held at the Counter-Terrorism Centre in Astana.", "", ""),
    ("The sides discussed cooperation in cybersecurity, customs and civil protection.", "", ""),
    ("There is no separatism in our country, the governor told the visiting ambassador.", "", ""),
    ("The Minister laid a wreath at the memorial to the victims of the Second World War.", "", ""),
    ("The Prime Minister said that war of words between the parties helped no one.", "", ""),
    (
        ("Boko Haram and its splinter groups remain the main danger in the Lake Chad Basin, said General Irabor."),
        "terrorism",
        "boko_haram",
    ),
    ("The delegations spoke of the M23 advance on Goma and the presence of the FDLR.", "armed_conflict", "fdlr m23"),
    (
        "President Castro called the maras a scourge for the three northern countries of the isthmus.",
        "organized_crime",
        "",
    ),
    (
        ("The Interior Minister pledged to break up the drug cartels that recruit minors in the Darién."),
        "drug_trafficking organized_crime",
        "",
    ),
    ("Illegal crossings over the Evros river fell by a third, the ministers were told.", "irregular_migration", ""),
    ("The two presidents discussed illegal fishing and piracy in the Gulf of Guinea.", "crime", ""),
    (
        "Jemaah Islamiyah cells and the Abu Sayyaf Group were mentioned by the Philippine side.",
        "terrorism",
        "abu_sayyaf jemaah_islamiyah",
    ),
    (
        "Ankara expects concrete steps against FETO and the PKK, the Foreign Minister told his host.",
        "terrorism",
        "feto pkk",
    ),
    (
        ("The Deputy Minister stressed the need to block channels through which terrorists obtain money."),
        "terrorism terrorism_financing",
        "",
    ),
    (
        "Funding of terror networks via hawala dealers was the subject of the third session.",
        "terrorism terrorism_financing",
        "",
    ),
    (
        (
            "The Joint Commission reviewed cases of forced labour and sexual exploitation of women "
            "brought across the border."
        ),
        "human_trafficking",
        "",
    ),
    (
        (
            "Armed bandits who raid villages on both sides of the frontier must find no refuge, the two "
            "governors agreed."
        ),
        "crime",
        "",
    ),
    (
        ("The Armenian side drew attention to the build-up of Azerbaijani troops and the shelling of Jermuk."),
        "armed_conflict",
        "",
    ),
    (
        "Houthi attacks on merchant shipping in the Red Sea were strongly condemned by the ministers.",
        "armed_conflict",
        "houthis",
    ),
    (
        "The Home Secretary spoke of the small boats crisis in the Channel with her French colleague.",
        "irregular_migration",
        "",
    ),
    ("They discussed how to address the root causes of instability in the Sahel.", "armed_conflict", ""),
    ("The ministers agreed to exchange information on stolen vehicles and forged passports.", "crime", ""),
    (
        ("Colonel Ndlovu reported 26 cattle thieves and two murderers handed over by Mozambique since June."),
        "crime",
        "",
    ),
    (
        ("The dialogue covered disinformation, the militarisation of space and the protection of undersea cables."),
        "",
        "",
    ),
    (
        ("The patrol found four rifles and a box of cartridges which the men were bringing in under bags of rice."),
        "arms_trafficking",
        "",
    ),
    ("Mercenaries slipped over the pass and brought ammunition with them.", "arms_trafficking foreign_fighters", ""),
    (
        "Two thousand detonators were intercepted on the Mano river bridge, the ministers were told.",
        "arms_trafficking",
        "",
    ),
    ("The delegations went into trafficking in children and smuggling of timber.", "human_trafficking smuggling", ""),
    (
        "Human trafficking and smuggling of pistols have grown, said the commissioner.",
        "arms_trafficking human_trafficking",
        "",
    ),
    (
        ("They discussed narcotics. The traffickers, the minister said, change their routes every month."),
        "drug_trafficking",
        "",
    ),
    ("The minister said that the traffickers change their routes every month.", "smuggling", ""),
    ("Judges were trained to deal with anti-trafficking cases.", "human_trafficking", ""),
    (
        "Several students left by way of the northern road in order to join Al-Shabaab.",
        "foreign_fighters terrorism",
        "al_shabaab",
    ),
    (
        "Two cousins from the village joined Al-Shabaab, the elders told the commissioner.",
        "radicalization terrorism",
        "al_shabaab",
    ),
    (
        ("Members of extremist networks cannot cross into the territory of either state, the secretaries agreed."),
        "extremism foreign_fighters",
        "",
    ),
    ("The ambassador protested against the provocation by Eritrean troops near Badme.", "border_insecurity", ""),
    ("The party called the poster a provocation of voters.", "", ""),
    ("The two presidents spoke about the Iranian nuclear dossier.", "wmd", ""),
    ("The two presidents spoke about Ghana's nuclear power plant.", "", ""),
    ("The rockets threaten the inhabitants of three towns, he said.", "armed_conflict", ""),
    ("The rockets carried three satellites into orbit, he said.", "", ""),
    ("An unstable Libya is a danger to all its neighbours, said the minister.", "armed_conflict", ""),
    ("The unstable weather delayed the minister's flight.", "", ""),
    ("The courses of the CBRN School were praised.", "", ""),
    ("A CBRN incident at the port would concern both states.", "wmd", ""),
    ("Former ETA prisoners met the mediator.", "", ""),
    ("Piracy off Somalia was on the agenda of the navies.", "crime", ""),
    ("Piracy and the attacks of JNIM were on the agenda.", "terrorism", "jnim"),
    (
        "Remnants of Daesh draw their income from the sale of captagon.",
        "drug_trafficking terrorism terrorism_financing",
        "islamic_state",
    ),
    ("The families come back from theatres of conflict.", "", ""),
    ("The Oliver Sinisterra Front moves along the San Juan river.", "terrorism", "oliver_sinisterra_front"),
    (
        "The Karen National Liberation Army holds the road to the border market.",
        "armed_conflict",
        "karen_national_liberation_army",
    ),
    ("Digital evidence in criminal matters was a topic of the prosecutors.", "", ""),
    ("The ministers discussed threats to digital networks.", "cybercrime", ""),
    ("The ministers discussed challenges of the region, fisheries, cyber security and trade.", "", ""),
]


@pytest.mark.parametrize(("text", "types", "groups"), READOUTS)
def test_a_readout_names_these_threats_and_no_others(text: str, types: str, groups: str) -> None:
    assert types_of(text) == set(types.split())
    assert groups_of(text) == set(groups.split())
