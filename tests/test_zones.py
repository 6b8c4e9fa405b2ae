from __future__ import annotations

import pytest

from article_layouts import LAYOUTS, Layout
from security_meetings.annotate.zones import split_zones
from security_meetings.vocabularies import load_vocabulary

VOCABULARY = load_vocabulary()


def zone_texts(text: str, *kinds: str) -> list[str]:
    return [text[zone.start : zone.end] for zone in split_zones(text, VOCABULARY) if zone.kind in kinds]


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.name)
def test_furniture_stays_out_of_the_story(layout: Layout) -> None:
    story = "\n".join(zone_texts(layout.text, "body", "title")) + "\n"
    assert [words for words in layout.never if words in story] == []


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.name)
def test_zones_leave_only_white_space_out(layout: Layout) -> None:
    position = 0
    for zone in split_zones(layout.text, VOCABULARY):
        assert zone.start >= position
        assert not layout.text[position : zone.start].strip()
        assert zone.start < zone.end
        position = zone.end
    assert not layout.text[position:].strip()
