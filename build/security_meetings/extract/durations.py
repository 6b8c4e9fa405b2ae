"""How long an encounter lasts ("a three-day meeting") and whether a day told is its first or its last."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Literal

from security_meetings.documents import Node
from security_meetings.extract.graph import VERB_TAGS, Graph
from security_meetings.extract.places import Setting
from security_meetings.records import DateTold

Edge = Literal["first", "last"]

BEGINNING = ("begin", "start", "open", "commence", "launch", "inaugurate", "kick", "convene", "gather")
ENDING = ("end", "conclude", "close", "finish", "wrap", "culminate", "finalize")
NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10}
LENGTH = re.compile(rf"({'|'.join(NUMBERS)}|[2-9]|1[0-4])[- ]days?", re.IGNORECASE | re.ASCII)
REACH = 6


def note_duration(graph: Graph, at: int, setting: Setting) -> None:
    """Note how many days the event at a noun lasts, and which of them a verb of beginning or ending dates."""
    node = graph.nodes[at]
    if node.tag in VERB_TAGS:
        return
    setting.days = days_told(graph.nodes[max(at - REACH, 0) : at])
    setting.edge = edge_told(graph, at) if setting.dates else None


def days_told(before: Sequence[Node]) -> int | None:
    """Return the number of days told right before a noun ("a three-day working meeting"), or None."""
    words = [node.text.lower() for node in before]
    for index in range(len(words) - 1, -1, -1):
        if words[index] in (",", "of", "in", "for", "the", "on", "with", "and"):
            return None
        for text in (words[index], " ".join(words[index - 1 : index + 1]), "".join(words[index - 2 : index + 1])):
            told = LENGTH.fullmatch(text)
            if told is not None:
                return NUMBERS.get(told[1]) or int(told[1])
    return None


def edge_told(graph: Graph, at: int) -> Edge | None:
    """Return whether the verb of an event tells of its beginning or its end, or None."""
    node = graph.nodes[at]
    verbs = [graph.nodes[node.head], *graph.below(at, ("acl", "relcl"))]
    for verb in verbs:
        is_own = verb.head == at or node.relation in ("nsubj", "nsubjpass", "dobj")
        if verb.tag in VERB_TAGS and is_own:
            if verb.lemma in BEGINNING:
                return "first"
            if verb.lemma in ENDING:
                return "last"
    return None


def lengthen(told: DateTold, settings: Sequence[Setting]) -> DateTold:
    """Return the date of an event of several days, of which the first or the last is told."""
    lengths = {setting.days for setting in settings if setting.days}
    edges = {setting.edge for setting in settings if setting.edge and setting.dates}
    of_edges = {day for setting in settings if setting.edge for day in setting.dates}
    is_of_other = any(day not in of_edges for setting in settings for day in setting.dates)
    if told.start is None or told.start != told.end or len(lengths) != 1 or len(edges) != 1 or is_of_other:
        return told
    further = timedelta(days=lengths.pop() - 1)
    first, last = (told.start, told.start + further) if edges == {"first"} else (told.start - further, told.start)
    edtf = f"{first.isoformat()}/{last.isoformat()}"
    return replace(told, edtf=edtf, start=first, end=last, interval_type="duration")
