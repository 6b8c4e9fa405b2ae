from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from layouts import Layout
from security_meetings.annotate.zones import split_zones
from security_meetings.vocabularies import load_vocabulary
from test_article_facts import LAYOUTS

VOCABULARY = load_vocabulary()
PARAGRAPHS = (
    "The interior ministers of Iran and Tajikistan met in Dushanbe on Tuesday and spoke about the border.",
    "“Whoever makes one of us unsafe makes both unsafe,” the guest said.",
    "Rahimzoda did not take questions.",
    "Published in 2014, the strategy names drugs as the first danger for the region.",
    "Related offences were discussed, too, and the two sides agreed to exchange lists of wanted persons.",
    "Share prices in Tehran fell after the attack, a trader said.",
    "Latest figures show that smuggling has gone down by 5.6 percent since Jan. 2024.",
    "What is in the paper? Neither side has made it public.",
    "Comments by the two delegations were few, and the press was asked to leave.",
    "Editing by hand is slow, the head of the archive told the guests during the visit.",
    "Most read the agreement as a warning to the smugglers of the valley.",
    "See also means to look further, the interpreter explained to the amused ministers.",
)
HEADS = ("", "Politics\n", "5 May 2025 - 10:21\n", "IRNA\nHome | Politics | Economy | World\n", "News ID: 258633\n")
TITLES = ("", "Iranian, Tajik ministers talk about border\n", "‘No limit’ for ties, says Tajik minister\n")
TAILS = (
    "",
    "Follow us on Telegram @border_news\n",
    "Read more:\nOman, Qatar sign pact on drugs\nKuwaiti envoy in Baku\n",
    "MNA/6353312\nTAGS: Iran  Oman\nYour Comment\nName | Email | 3 + 4 =\n",
    "READ ALSO\n- Oman, Qatar sign pact on drugs\n- Kuwaiti envoy in Baku\n",
)


def zone_texts(text: str, *kinds: str) -> list[str]:
    return [text[zone.start : zone.end] for zone in split_zones(text, VOCABULARY) if zone.kind in kinds]


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.name)
def test_furniture_stays_out_of_the_story(layout: Layout) -> None:
    story = "\n".join(zone_texts(layout.text, "body", "title")) + "\n"
    assert [words for words in layout.never if words in story] == []


@given(text=st.text(alphabet='aAb .,:–-|/()\n"“”1290#@', max_size=300))
@settings(max_examples=150, deadline=None)
def test_zones_of_any_text_leave_only_white_space_out(text: str) -> None:
    check_cover(text)


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.name)
def test_zones_of_layouts_leave_only_white_space_out(layout: Layout) -> None:
    check_cover(layout.text)


def check_cover(text: str) -> None:
    position = 0
    for zone in split_zones(text, VOCABULARY):
        assert position <= zone.start < zone.end
        assert not text[position : zone.start].strip()
        assert text[zone.start : zone.end] == text[zone.start : zone.end].strip()
        position = zone.end
    assert not text[position:].strip()


@given(
    head=st.sampled_from(HEADS),
    title=st.sampled_from(TITLES),
    paragraphs=st.lists(st.sampled_from(PARAGRAPHS), min_size=2, max_size=7, unique=True),
    inside=st.sampled_from(TAILS),
    tail=st.sampled_from(TAILS),
    gap=st.sampled_from(["\n", "\n\n"]),
)
@settings(max_examples=300, deadline=None)
def test_no_sentence_of_the_story_is_lost(
    head: str, title: str, paragraphs: list[str], inside: str, tail: str, gap: str
) -> None:
    first, *others = paragraphs
    is_open = "Comment" not in inside
    text = head + title + gap.join([first, (inside if is_open else "") + others[0], *others[1:]]) + "\n" + tail
    story = "\n".join(zone_texts(text, "body"))
    assert [paragraph for paragraph in paragraphs if paragraph not in story] == []
    assert "Oman" not in story
    assert "Kuwaiti" not in story
    assert zone_texts(text, "title") == ([title.strip()] if title else [])


@pytest.mark.parametrize("gap", ["\n", "\n\n", "\n\n\n"])
def test_blank_lines_make_no_difference(gap: str) -> None:
    for layout in LAYOUTS:
        if layout.name != "hard-wrapped":
            lines = [line for line in layout.text.split("\n") if line.strip()]
            spread = zone_texts(gap.join(lines), "body")
            assert " ".join(" ".join(spread).split()) == " ".join(" ".join(zone_texts(layout.text, "body")).split())


@pytest.mark.parametrize(
    ("dateline", "kind"),
    [
        ("Tehran, Sept 13, IRNA –", "dateline"),
        ("TEHRAN, May 17 (MNA) –", "dateline"),
        ("Dushanbe(IP) -", "dateline"),
        ("BISHKEK, September 13, 2019 /Kabar/.", "dateline"),
        ("Ashgabat, 30 October 2025:", "dateline"),
        ("ISLAMABAD:", "dateline"),
        ("BAKU, Azerbaijan, October 28.", "dateline"),
        ("PanARMENIAN.Net -", "dateline"),
        ("WASHINGTON (AP) —", "dateline"),
        ("(Reuters) -", "dateline"),
        ("[Beijing, Xinhua]", "dateline"),
        ("NEW DELHI, 5 March (PTI):", "dateline"),
        ("TEHRAN, December 1, 2025 (TASS correspondent) –", "dateline"),
        ("MOSCOW, July 3. /TASS/.", "dateline"),
        ("Caracas, 3 Mar (EFE).-", "dateline"),
        ("ISLAMABAD/TEHRAN:", "dateline"),
        ("YEREVAN. –", "dateline"),
        ("MNA", "dateline"),
        ("Goudarzi:", "body"),
        ("A spokesman said:", "body"),
        ("In Tehran, on May 3,", "body"),
        ("Tehran, Dushanbe and", "body"),
    ],
)
def test_dateline_before_the_story(dateline: str, kind: str) -> None:
    text = f"{dateline} The interior ministers of both countries met and spoke about the border."
    zones = split_zones(text, VOCABULARY)
    assert zones[0].kind == kind
    if kind == "dateline":
        assert text[zones[0].start : zones[0].end] == dateline
        assert text[zones[1].start :].startswith("The interior ministers")


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Photo: IRNA", "furniture"),
        ("Photo: The ministers of Iran and Tajikistan in Dushanbe (by Mehr)", "furniture"),
        ("Photo: The ministers of Iran and Tajikistan in Dushanbe, April 22, 2025", "caption"),
        ("9417**2050", "furniture"),
        ("MNA/6353312", "furniture"),
        ("ADVERTISEMENT", "furniture"),
        ("1 + 1 =", "furniture"),
        ("#Iran, #Oman, #security", "furniture"),
        ("Facebook  X  Telegram  WhatsApp", "furniture"),
        ("Related: Shoigu, Ashtiani hold video talks", "furniture"),
        ("Subscribe to our newsletter to get the news of the day.", "furniture"),
        ("Fight against drugs", "body"),
        ("He left.", "body"),
    ],
)
def test_line_between_paragraphs(line: str, kind: str) -> None:
    text = f"{PARAGRAPHS[0]}\n{line}\n{PARAGRAPHS[4]}"
    found = next(zone for zone in split_zones(text, VOCABULARY) if zone.start <= text.index(line) < zone.end)
    assert found.kind == kind


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        (PARAGRAPHS[0], []),
        (f"Who gains from the border pact?\n{PARAGRAPHS[0]}\n{PARAGRAPHS[1]}", ["Who gains from the border pact?"]),
        (f"“A wall is no insult”\n5 May 2025\n{PARAGRAPHS[0]}", ["“A wall is no insult”"]),
        (f"Ministers sign a border pact.\nBy Staff Writer\n{PARAGRAPHS[0]}", ["Ministers sign a border pact."]),
        (f"Rahimzoda did not take questions.\n{PARAGRAPHS[0]}", []),
        ("Iran, Tajikistan sign security deal", ["Iran, Tajikistan sign security deal"]),
        ("", []),
    ],
)
def test_title_only_where_a_headline_stands_first(text: str, titles: list[str]) -> None:
    assert zone_texts(text, "title") == titles


def test_text_on_one_line() -> None:
    text = (
        "Sep 13, 2024, 9:57 AM News Code: 83473451 Iran seeks peace for region Tehran, Sept 13, IRNA – "
        f"{PARAGRAPHS[0]} {PARAGRAPHS[1]} 9417**2050 Follow us on X @IrnaEnglish Your Comment 1 + 1 ="
    )
    assert zone_texts(text, "title") == ["Iran seeks peace for region"]
    assert zone_texts(text, "body") == [f"{PARAGRAPHS[0]} {PARAGRAPHS[1]}"]
