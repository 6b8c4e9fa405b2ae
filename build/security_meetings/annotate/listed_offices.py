"""Names listed with their states under a plural office: "the defence ministers meet. Expected are A (Norway), B (Sweden)"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from security_meetings.annotate.chunks import Chunk, SentenceUnits

BETWEEN = re.compile(r"\s*+(?:,|;)?\s*+(?:and|&|as well as)?\s*", re.IGNORECASE)
MANY_HOLD = frozenset(["other_official", "legislator"])


def name_listed(story: Sequence[SentenceUnits], text: str) -> list[SentenceUnits]:
    """Return the sentences of a story with the names listed by states given the plural office told last before them."""
    found: list[SentenceUnits] = []
    told: tuple[int, Chunk] | None = None
    for at, units in enumerate(story):
        chunks = list(units.chunks)
        index = 0
        while index < len(chunks):
            run = run_at(chunks, index, text)
            if len(run) > 1 and told is not None and at - told[0] <= 1:
                chunks[index : index + len(run)] = [give_office(chunk, told[1]) for chunk in run]
            elif len(run) > 1 and are_counterparts(chunks, index + len(run)):
                chunks[index : index + len(run)] = [replace(chunk, form="listed") for chunk in run]
            told = plural_told(chunks[index], at, told)
            index += max(len(run), 1)
        found.append(replace(units, chunks=tuple(chunks)))
    return found


def run_at(chunks: Sequence[Chunk], first: int, text: str) -> list[Chunk]:
    """Return the chunks from one on that are names of different states joined by commas and "and"."""
    run: list[Chunk] = []
    for chunk in chunks[first:]:
        is_name = chunk.form == "name-state" and len(chunk.country_codes) == 1 and chunk.office is None
        if not is_name or any(chunk.country_codes == other.country_codes for other in run):
            break
        if run and BETWEEN.fullmatch(text[run[-1].end : chunk.start]) is None:
            break
        run.append(chunk)
    return run


def plural_told(chunk: Chunk, at: int, told: tuple[int, Chunk] | None) -> tuple[int, Chunk] | None:
    """Return the plural office in force after a chunk: its own, none after an office of one, else that before it."""
    if chunk.office is None:
        return told
    is_plural = chunk.form == "plural" and not chunk.country_codes and not chunk.names and not chunk.offices
    return (at, chunk) if is_plural and chunk.office.office_type not in MANY_HOLD else None


def are_counterparts(chunks: Sequence[Chunk], after: int) -> bool:
    """Return whether a list of names is followed by "their Nordic counterparts"."""
    following = chunks[after : after + 2]
    return any(chunk.form == "counterparts" and not chunk.names for chunk in following)


def give_office(chunk: Chunk, plural: Chunk) -> Chunk:
    """Return a name with a plural office as its own."""
    return replace(chunk, form="listed", office=plural.office, head=plural.head)
