"""Threats that an article names: one mention per type, group and sentence."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from security_meetings.documents import Document, Sentence
from security_meetings.extract.threat_cues import (
    CUE_KINDS,
    YIELDING_KINDS,
    FoundCue,
    ThreatVocabulary,
    find_cues,
    find_held,
    threat_vocabulary,
)
from security_meetings.extract.threat_groups import FoundGroup, UnlistedGroup, find_groups, find_unlisted, select_groups
from security_meetings.extract.threat_matching import Matcher
from security_meetings.extract.threat_patterns import Tokens, read_tokens
from security_meetings.extract.threat_speakers import Speaker, find_place, find_speakers
from security_meetings.records import ThreatMention
from security_meetings.vocabularies import Vocabulary

CODED_ZONES = ("title", "caption", "body")
GROUP_RULE = "threats.group-named"
GROUP_IN_CONTEXT_RULE = "threats.group-in-context"
AMBIGUOUS_GROUP_RULE = "threats.ambiguous-group"
UNLISTED_GROUP_RULE = "threats.unlisted-group"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What was found in one sentence."""

    sentence: Sentence
    tokens: Tokens
    cues: tuple[FoundCue, ...]
    groups: tuple[FoundGroup, ...]
    unlisted: tuple[UnlistedGroup, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Naming:
    """One type named in a sentence: its span, the group if one is named, and the rule."""

    threat_type: str
    group: str | None
    start: int
    end: int
    rule_id: str
    confidence: float


def find_threats(document: Document, vocabulary: Vocabulary) -> list[ThreatMention]:
    """Return every threat that the article names, in the order of the text; the meetings are not yet known."""
    compiled = threat_vocabulary(vocabulary)
    readings = [
        _read_sentence(document, sentence, vocabulary, compiled)
        for sentence in document.sentences
        if sentence.zone in CODED_ZONES
    ]
    readings = _settle_article(readings, compiled)
    speakers = find_speakers(document, compiled)
    mentions = [
        _mention(document, naming, reading, speakers.get(reading.sentence.index), compiled)
        for reading in readings
        for naming in _namings(reading, compiled)
    ]
    return sorted(mentions, key=lambda mention: (mention.start, mention.threat_type, mention.threat_actor_id or ""))


def _read_sentence(
    document: Document, sentence: Sentence, vocabulary: Vocabulary, compiled: ThreatVocabulary
) -> Reading:
    tokens = read_tokens(document.text, sentence.start, sentence.end)
    groups = find_groups(tokens, vocabulary)
    tokens = replace(tokens, marks=_marks(document, tokens, groups))
    held = find_held(tokens, compiled) if groups else frozenset()
    groups = tuple(group for group in groups if group.first not in held)
    cues = tuple(cue for cue in find_cues(tokens, compiled) if not _is_in_name(document, tokens, cue))
    unlisted = find_unlisted(tokens, groups, compiled)
    return Reading(sentence=sentence, tokens=tokens, cues=cues, groups=groups, unlisted=unlisted)


def _marks(document: Document, tokens: Tokens, groups: Iterable[FoundGroup]) -> dict[str, dict[int, int]]:
    marks: dict[str, dict[int, int]] = {"group": {}, "held": {}, "place": {}, "demonym": {}}
    for group in groups:
        is_free = not group.name.group.needs_threat_context and not group.name.is_ambiguous
        marks["group" if is_free else "held"][group.first] = group.after
    around = (tokens.starts[0], tokens.starts[-1]) if tokens.starts else (0, -1)
    for place in document.places:
        # Most stand elsewhere in a long text.
        if place.end <= around[0] or place.start > around[1]:
            continue
        first, after = bisect_left(tokens.starts, place.start), bisect_left(tokens.starts, place.end)
        if first < after:
            marks["place"][first] = after
            if place.kind == "demonym":
                marks["demonym"][first] = after
    return marks


def _is_in_name(document: Document, tokens: Tokens, cue: FoundCue) -> bool:
    """Return whether a cue stands in the name of an organisation or a person."""
    names = [(body.start, body.end) for body in document.organizations]
    names += [
        (actor.name_start, actor.name_end)
        for actor in document.actors
        if actor.name_start is not None and actor.name_end is not None
    ]
    return any(all(start <= tokens.starts[position] < end for position in cue.match.taken) for start, end in names)


def _settle_article(readings: Iterable[Reading], compiled: ThreatVocabulary) -> list[Reading]:
    """Return the readings after what only the whole article decides: dependent and yielding cues, groups that count."""
    readings = list(readings)
    sure = _types_of(cue for reading in readings for cue in reading.cues if cue.cue.kind in {"cues", "weak_cues"})
    known = frozenset(
        group.name.group.threat_actor_id
        for reading in readings
        for group in reading.groups
        if not group.name.is_ambiguous and not group.name.group.needs_threat_context
    )
    implied = {
        kind
        for reading in readings
        for group in reading.groups
        for kind in group.name.group.threat_types
        if group.name.group.threat_actor_id in known
    }
    bound = {
        code for code, matcher in compiled.yields_in.items() if any(_fits(matcher, reading) for reading in readings)
    }
    settled = []
    for reading in readings:
        own = _types_of(reading.cues)
        cues = tuple(
            _settle_cue(cue, own, sure, bound, compiled)
            for cue in reading.cues
            if _holds(cue, sure | implied, compiled)
        )
        groups = select_groups(reading.groups, reading.tokens, compiled, has_cue=bool(cues), known=known)
        settled.append(replace(reading, cues=cues, groups=groups))
    return settled


def _types_of(cues: Iterable[FoundCue]) -> set[str]:
    return {cue.cue.threat_type for cue in cues}


def _holds(cue: FoundCue, types: set[str], compiled: ThreatVocabulary) -> bool:
    if cue.cue.kind == "covered_cues":
        return not compiled.covered_by[cue.cue.threat_type] & types
    return cue.cue.kind != "dependent_cues" or bool(compiled.depends_on[cue.cue.threat_type] & types)


def _fits(matcher: Matcher, reading: Reading) -> bool:
    return next(iter(matcher.find(reading.tokens)), None) is not None


def _settle_cue(
    cue: FoundCue, beside: set[str], sure: set[str], bound: set[str], compiled: ThreatVocabulary
) -> FoundCue:
    """Return a yielding cue as the other type where its sentence names that, or its article does and not its own.

    `bound` are the types that yield because of what the article deals with.
    """
    own, other = cue.cue.threat_type, compiled.yields_to.get(cue.cue.threat_type)
    is_told_elsewhere = (other in sure or own in bound) and own not in sure
    if cue.cue.kind not in YIELDING_KINDS or other is None or not (other in beside or is_told_elsewhere):
        return cue
    return replace(cue, cue=replace(cue.cue, threat_type=other))


def _namings(reading: Reading, compiled: ThreatVocabulary) -> list[Naming]:
    by_type: dict[str, list[FoundCue]] = defaultdict(list)
    for cue in reading.cues:
        by_type[cue.cue.threat_type].append(cue)
    namings = {(naming.threat_type, naming.group): naming for naming in _group_namings(reading, compiled)}
    implied = {threat_type for threat_type, _ in namings}
    for threat_type in sorted(set(by_type) - implied):
        naming = _cue_naming(reading, by_type[threat_type], compiled)
        namings[threat_type, naming.group] = naming
    return list(namings.values())


def _group_namings(reading: Reading, compiled: ThreatVocabulary) -> Iterable[Naming]:
    terrorist = _taken_by(compiled.group_yield_matcher, reading)
    for found in reversed(reading.groups):
        group = found.name.group
        kind = "group_in_context" if group.needs_threat_context else "group"
        kind = "ambiguous_group" if found.name.is_ambiguous else kind
        rules: Mapping[str, str] = {
            "group": GROUP_RULE,
            "group_in_context": GROUP_IN_CONTEXT_RULE,
            "ambiguous_group": AMBIGUOUS_GROUP_RULE,
        }
        is_called_so = bool(terrorist & set(range(found.first, found.after)))
        other = compiled.groups_yield_to if is_called_so else {}
        for threat_type in sorted({other.get(threat_type, threat_type) for threat_type in group.threat_types}):
            yield Naming(
                threat_type=threat_type,
                group=group.threat_actor_id,
                start=reading.tokens.starts[found.first],
                end=reading.tokens.ends[found.after - 1],
                rule_id=rules[kind],
                confidence=compiled.confidence[kind],
            )


def _taken_by(matcher: Matcher, reading: Reading) -> set[int]:
    if not reading.groups:
        return set()
    return {position for _, match in matcher.find(reading.tokens) for position in match.taken}


def _cue_naming(reading: Reading, cues: list[FoundCue], compiled: ThreatVocabulary) -> Naming:
    best = max(cues, key=lambda cue: (compiled.confidence[cue.cue.kind], len(cue.match.taken), -cue.match.first))
    joined = [cue.match for cue in cues if cue.match.taken & best.match.taken]
    naming = Naming(
        threat_type=best.cue.threat_type,
        group=None,
        start=reading.tokens.starts[min(match.first for match in joined)],
        end=reading.tokens.ends[max(match.last for match in joined)],
        rule_id=CUE_KINDS[best.cue.kind],
        confidence=compiled.confidence[best.cue.kind],
    )
    inside = {
        group.name.group.threat_actor_id
        for group in reading.groups
        if best.match.first <= group.first <= best.match.last
    }
    if len(inside) == 1:
        return replace(naming, group=inside.pop())
    announced = next(
        ((cue, group) for cue in cues for group in reading.unlisted if cue.match.taken <= group.heads), None
    )
    if announced is None:
        return naming
    cue, group = announced
    return replace(
        naming,
        group=group.threat_actor_id,
        start=reading.tokens.starts[min(cue.match.taken)],
        end=reading.tokens.ends[group.after - 1],
        rule_id=UNLISTED_GROUP_RULE,
        confidence=compiled.confidence["unlisted_group"],
    )


def _mention(
    document: Document, naming: Naming, reading: Reading, speaker: Speaker | None, compiled: ThreatVocabulary
) -> ThreatMention:
    return ThreatMention(
        article_id=document.article.article_id,
        threat_type=naming.threat_type,
        threat_actor_id=naming.group,
        speaker_person=None if speaker is None else speaker.person,
        speaker_country_code=None if speaker is None else speaker.country_code,
        place_country_code=find_place(document, reading.tokens, naming.start, naming.end, compiled),
        start=naming.start,
        end=naming.end,
        rule_id=naming.rule_id,
        confidence=naming.confidence,
    )
