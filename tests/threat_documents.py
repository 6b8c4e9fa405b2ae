"""Documents built by hand for the tests of threats."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Literal

from security_meetings.documents import (
    ActorMention,
    Article,
    Document,
    OfficeTold,
    OrganizationMention,
    PlaceMention,
    Sentence,
    Zone,
    ZoneKind,
)
from security_meetings.extract.threats import find_threats
from security_meetings.records import ThreatMention
from security_meetings.vocabularies import load_vocabulary

OTHER_PLACES = {"Gaza": "PSE", "Kashmir": "IND", "Nagorno-Karabakh": "AZE", "Syrian": "SYR", "U.S.": "USA"}
SENTENCE = re.compile(r"\S.*?(?:[.!?][”\"]?(?=\s+[A-Z“\"])|$)")


def make_document(
    text: str,
    *,
    zone: ZoneKind = "body",
    actors: tuple[tuple[str, int, str], ...] = (),
    organizations: tuple[str, ...] = (),
) -> Document:
    """Return a document of one zone; `actors` are words, number and country of the people in it."""
    sentences = tuple(
        Sentence(index=index, start=start, end=end, paragraph=paragraph, zone=zone)
        for index, (paragraph, start, end) in enumerate(
            (paragraph, line.start() + found.start(), line.start() + found.end())
            for paragraph, line in enumerate(re.finditer(r"[^\n]+", text))
            for found in SENTENCE.finditer(line.group())
        )
    )
    places = tuple(_places(text))
    return Document(
        article=Article(article_id="invented", raw_text=text, text=text, text_sha256="0" * 64),
        language="en",
        zones=(Zone(kind=zone, start=0, end=len(text)),),
        sentences=sentences,
        places=places,
        organizations=tuple(
            OrganizationMention(start=found.start(), end=found.end(), organization_id="BODY")
            for words in organizations
            for found in re.finditer(re.escape(words), text)
        ),
        actors=tuple(
            sorted(
                (
                    _actor(found.start(), words, number, country)
                    for words, number, country in actors
                    for found in re.finditer(re.escape(words), text)
                ),
                key=lambda actor: actor.start,
            )
        ),
    )


@cache
def _countries() -> tuple[dict[str, tuple[str, Literal["country", "demonym"]]], re.Pattern[str]]:
    names: dict[str, tuple[str, Literal["country", "demonym"]]] = {
        name: (code, "country") for name, code in OTHER_PLACES.items()
    }
    for row in load_vocabulary().gazetteer("country_names"):
        if row["is_ambiguous"] == "false":
            names[row["name"]] = (row["country_code"], "demonym" if row["kind"] == "demonym" else "country")
    listed = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    return names, re.compile(rf"(?<!\w)(?:{listed})(?!\w)")


def _places(text: str) -> Iterator[PlaceMention]:
    names, pattern = _countries()
    for found in pattern.finditer(text):
        code, kind = names[found.group()]
        yield PlaceMention(start=found.start(), end=found.end(), kind=kind, country_code=code)


def _actor(start: int, words: str, number: int, country: str) -> ActorMention:
    end = start + len(words)
    return ActorMention(
        start=start,
        end=end,
        person=number,
        name=words,
        name_start=start,
        name_end=end,
        office=OfficeTold(start=start, end=end, role="Minister", office_type="other_minister"),
        country_code=country,
    )


def find(text: str) -> list[ThreatMention]:
    """Return the threats of an invented text."""
    return find_threats(make_document(text), load_vocabulary())


def types_of(text: str) -> set[str]:
    """Return the types of threats in an invented text."""
    return {mention.threat_type for mention in find(text)}


def groups_of(text: str) -> set[str]:
    """Return the groups named as a threat in an invented text."""
    return {mention.threat_actor_id for mention in find(text) if mention.threat_actor_id}
