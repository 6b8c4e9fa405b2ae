"""Names of persons confirmed: by a title, by a list, by an earlier mention, else by the statistical model."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from security_meetings.annotate.chunk_patterns import PLACE_LEADS
from security_meetings.annotate.chunks import Chunk, SentenceUnits
from security_meetings.annotate.model import LanguageModel
from security_meetings.annotate.register import build_register
from security_meetings.annotate.same_names import name_words, same_name
from security_meetings.annotate.spelled_names import clean_name
from security_meetings.vocabularies import Vocabulary

# Characters before a name in which the word that leads it stands.
REACH = 20
UNSURE_FORMS = frozenset(["bare", "state-name", "name-state"])


def confirm_names(
    story: Sequence[SentenceUnits],
    text: str,
    vocabulary: Vocabulary,
    load: Callable[[], LanguageModel] | None,
) -> list[Chunk]:
    """Return the chunks of all sentences whose names are names of persons, in order of the text."""
    chunks = [chunk for units in story for chunk in units.chunks]
    known = {name_words(c.name) for c in chunks if c.name and not is_unsure(c)}
    known |= {name_words(name) for chunk in chunks for name, _, _ in chunk.names}
    known |= {(chunk.alias.lower(),) for chunk in chunks if chunk.alias}
    register = build_register(vocabulary)
    chunks = [c for c in chunks if not is_unknown_place(c, known, text)]
    unsure = [c for c in chunks if is_unsure(c) and not is_known(c, known) and not register.knows(c.name or "")]
    labelled = label_persons(story, unsure, text, load) if unsure and load is not None else {}
    doubtful = set(map(id, unsure))
    confirmed: list[Chunk] = []
    for chunk in chunks:
        if id(chunk) not in doubtful:
            confirmed.append(chunk)
            continue
        span = labelled.get((chunk.start, chunk.end))
        if span is not None:
            confirmed.append(trim_name(chunk, span, text))
    return keep_later_forms(confirmed, unsure, labelled)


def is_unsure(chunk: Chunk) -> bool:
    """Return whether only capitals, or a state without a rank, tell that a chunk names a person."""
    return chunk.form in UNSURE_FORMS and not chunk.has_rank


def is_unknown_place(chunk: Chunk, known: set[tuple[str, ...]], text: str) -> bool:
    """Return whether one unknown word after "in" or "near" is told, more likely a place than a person."""
    if chunk.form != "bare" or chunk.has_rank or chunk.name is None or " " in chunk.name or is_known(chunk, known):
        return False
    return "".join(text[max(0, chunk.start - REACH) : chunk.start].lower().split()[-1:]) in PLACE_LEADS


def is_known(chunk: Chunk, known: set[tuple[str, ...]]) -> bool:
    """Return whether an unsure name is a form of one that was told with a title."""
    words = name_words(chunk.name or "")
    return any(same_name(words, other) for other in known)


def label_persons(
    story: Sequence[SentenceUnits], unsure: Sequence[Chunk], text: str, load: Callable[[], LanguageModel]
) -> dict[tuple[int, int], tuple[int, int]]:
    """Return, for chunks that the model labels as persons, the labelled part of their names."""
    wanted = {chunk.sentence for chunk in unsure}
    sentences = [units.sentence for units in story if units.sentence.index in wanted]
    labels = load().find_persons([text[s.start : s.end] for s in sentences])
    spans = [(s.start + a, s.start + b) for s, found in zip(sentences, labels, strict=True) for a, b in found]
    found: dict[tuple[int, int], tuple[int, int]] = {}
    for chunk in unsure:
        for start, end in spans:
            low, high = max(start, chunk.name_start or 0), min(end, chunk.name_end or 0)
            if low < high:
                found[chunk.start, chunk.end] = (low, high)
    return found


def trim_name(chunk: Chunk, span: tuple[int, int], text: str) -> Chunk:
    """Return a chunk whose name begins where the label begins (an opening word before it is no name)."""
    start, _end = span
    if chunk.form != "bare" or chunk.name_end is None or start == chunk.name_start:
        return chunk
    return replace(chunk, start=start, name_start=start, name=clean_name(text[start : chunk.name_end]))


def keep_later_forms(
    confirmed: list[Chunk], unsure: Sequence[Chunk], labelled: dict[tuple[int, int], tuple[int, int]]
) -> list[Chunk]:
    """Return the confirmed chunks and those that are forms of a name the model confirmed elsewhere."""
    known = {name_words(c.name) for c in confirmed if c.name}
    more = [c for c in unsure if (c.start, c.end) not in labelled and is_known(c, known)]
    return sorted([*confirmed, *more], key=lambda chunk: chunk.start)
