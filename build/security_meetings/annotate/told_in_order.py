"""Names told in the order of the states of a plural office: "the ministers of X and Y met. A and B signed"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from security_meetings.annotate.drafts import Draft
from security_meetings.annotate.persons import PersonResolver
from security_meetings.documents import ActorMention, Sentence

SENTENCES_AHEAD = 2
BETWEEN = re.compile(r"\s*(?:,\s*(?:and\s+)?|and\s+|&\s*)(?:[^\W\d_.]+\.?\s+){0,3}?", re.IGNORECASE)


def find_in_order(resolver: PersonResolver, sentences: Sequence[Sentence], text: str) -> dict[int, Draft]:
    """Return, for the nameless holders of a plural office, the persons with whose names a later sentence begins."""
    found: dict[int, Draft] = {}
    mentions = sorted(resolver.mentions, key=lambda mention: (mention.start, mention.end))
    groups: dict[tuple[int, int], list[int]] = {}
    for mention in mentions:
        groups.setdefault((mention.start, mention.end), []).append(mention.person)
    for (start, _), keys in groups.items():
        group = [resolver.drafts[key] for key in dict.fromkeys(keys)]
        states = [draft.known_country for draft in group]
        if len(group) < 2 or any(draft.names for draft in group) or len(set(states)) < len(group) or None in states:
            continue
        here = next((s for s in sentences if s.start <= start < s.end), None)
        ahead = [s for s in sentences if here is not None and here.index < s.index <= here.index + SENTENCES_AHEAD]
        named = next((run for s in ahead if (run := opening_run(s, mentions, text))), [])
        twins = [resolver.drafts[mention.person] for mention in named]
        if len(twins) == len(group) and all(may_be(*pair) for pair in zip(group, twins, strict=True)):
            found |= {draft.key: twin for draft, twin in zip(group, twins, strict=True)}
    return found


def opening_run(sentence: Sentence, mentions: Sequence[ActorMention], text: str) -> list[ActorMention]:
    """Return the named mentions joined by commas and "and" with which a sentence begins."""
    run: list[ActorMention] = []
    for mention in (m for m in mentions if sentence.start <= m.start and m.end <= sentence.end):
        if mention.name is None:
            break
        if run and BETWEEN.fullmatch(text[run[-1].end : mention.start]) is None:
            break
        if not run and mention.start != sentence.start:
            break
        run.append(mention)
    return run if len(run) > 1 else []


def may_be(draft: Draft, twin: Draft) -> bool:
    """Return whether a person told by name alone, or with the same office or state, may be the nameless one."""
    state = twin.known_country or (twin.side.country_code if twin.side is not None else None)
    is_new = twin.first_sentence > draft.first_sentence
    is_same_state = state in (None, draft.known_country) and twin.organization_id is None
    kinds = set(twin.types)
    return is_new and is_same_state and (not kinds or bool(kinds & set(draft.types)))
