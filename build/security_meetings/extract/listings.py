"""Persons who stand in a list after "the delegation included:" or "Participants:", one to a line."""

from __future__ import annotations

import re
from collections.abc import Iterator

from security_meetings.documents import Document, Node, Sentence
from security_meetings.extract.cues import Cues
from security_meetings.extract.frames import Frame
from security_meetings.extract.places import Setting

BULLET = re.compile(r"\s*(?:[-–—•●▪*·o]\s|\(?(?:[ivx]+|[a-z]|\d{1,2})[.)]\s)")
NEAR_START = 12
WORD = re.compile(r"[^\W\d_]+")


def listing_frames(document: Document, cues: Cues) -> list[Frame]:
    """Return a frame of attendance for each list of persons that a sentence ending in a colon opens."""
    found = []
    for head, items in lists_of(document):
        words = list(WORD.finditer(document.text, head.start, head.end))
        opening = next((word for word in words if word.group().lower() in cues.of("lists", "words")), None)
        persons = [p for item in items for p in persons_of(document, item)]
        if opening is None or not persons:
            continue
        is_ahead = any(word.group().lower() in cues.of("planned", "auxiliaries") for word in words)
        frame = Frame(
            sentence=head.index,
            node=make_node(opening),
            rule_id="meetings.listed",
            form="attendance",
            realis="planned" if is_ahead else "held",
            persons=list(dict.fromkeys(persons)),
        )
        states = [p.country_code for p in document.places if head.start <= p.start < head.end and p.kind != "city"]
        frame.country_codes = tuple(states[:1]) if len(set(states)) == 1 else ()
        if any(word.group().lower() in cues.encounter_nouns for word in words):
            frame.setting = setting_of(document, head)
        found.append(frame)
    return found


def make_node(word: re.Match[str]) -> Node:
    """Return a word of a sentence that was not parsed as a node by itself."""
    text, lemma = word.group(), word.group().lower()
    return Node(
        index=0, start=word.start(), end=word.end(), text=text, lemma=lemma, tag="NOUN", relation="ROOT", head=0
    )


def setting_of(document: Document, head: Sentence) -> Setting:
    """Return the dates and cities that the sentence above a list tells of an encounter."""
    return Setting(
        dates=[date for date in document.dates if head.start <= date.start < head.end],
        places=[place for place in document.places if head.start <= place.start < head.end and place.kind == "city"],
    )


def lists_of(document: Document) -> Iterator[tuple[Sentence, list[Sentence]]]:
    """Yield each sentence that ends in a colon, with the lines of the list after it."""
    for at, head in enumerate(document.sentences):
        if not document.text[head.start : head.end].rstrip().endswith(":"):
            continue
        items: list[Sentence] = []
        for sentence in document.sentences[at + 1 :]:
            if sentence.paragraph == head.paragraph or not is_item(document, sentence):
                break
            items.append(sentence)
        if items:
            yield head, items


def is_item(document: Document, sentence: Sentence) -> bool:
    """Return whether a line is one of a list: it opens with a bullet, or with a person."""
    if BULLET.match(document.text[sentence.start : sentence.end]):
        return True
    return any(0 <= actor.start - sentence.start <= NEAR_START for actor in document.actors)


def persons_of(document: Document, sentence: Sentence) -> list[int]:
    """Return the persons whom a line of a list opens with."""
    inside = [a for a in document.actors if sentence.start <= a.start < sentence.end]
    return [inside[0].person] if inside else []
