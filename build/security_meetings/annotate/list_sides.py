"""Sides told by the surroundings of a person: "for the Russian side:", "the Kazakh side by", "its minister", a list."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from security_meetings.annotate.drafts import BROAD_TYPES, Draft
from security_meetings.documents import ActorMention, OrganizationMention, PlaceMention, Sentence
from security_meetings.vocabularies import Vocabulary

JOINT = re.compile(
    r"(?:\s*+\([^()]{1,40}\))?\s*+[,;]?\s*+"
    r"(?:(?:who (?:was|were) )?accompanied by|including|and|as well as|along with|together with|with)?"
    r"\s*+(?:the|its|his|her)?\s*",
    re.IGNORECASE,
)
BULLET = re.compile(r"\s*(?:[•·*–—▪‣●-]|\(?\d{1,2}[.)])\s*")
OWNER_REACH = 160
CUE_REACH = 160
BODY_LIST_TYPES = frozenset(["other_official", "organization_official", "organization_head", "special_envoy"])


@dataclass(frozen=True, slots=True, eq=False)
class SideCues:
    """Patterns of the words before and after a state that make those named beside it its side."""

    before: re.Pattern[str]
    opening: re.Pattern[str]
    after: re.Pattern[str]
    delegation: re.Pattern[str]
    delegation_to: re.Pattern[str]
    repeated: re.Pattern[str]
    leading: re.Pattern[str]
    represented: re.Pattern[str]
    led: re.Pattern[str]
    again: re.Pattern[str]
    passed: re.Pattern[str]
    of_delegation: re.Pattern[str]
    styles: re.Pattern[str]
    opposing: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Side:
    """A state or body told beside a person, and the words that tell it."""

    start: int
    end: int
    country_code: str | None
    organization_id: str | None = None


@cache
def build_side_cues(vocabulary: Vocabulary) -> SideCues:
    """Return the cues of codebook/actor_words.toml."""
    words = vocabulary.codebook("actor_words")["side_cues"]
    groups = words["groups"]
    return SideCues(
        before=re.compile(rf"\b(?:{any_of(words['before'])})(?: the)?\s*$", re.IGNORECASE),
        opening=re.compile(
            rf"(?:^|[,:;.—–]|(?<!\s)(?=\s*\n))\s*+(?:{any_of(words['opening'])})(?: the)?\s*$", re.IGNORECASE
        ),
        after=re.compile(r"^\s*(?:[,:]|(?:was|were|is|are)\b)"),
        delegation=re.compile(
            rf"^(?:['’]s?)?\s+(?:{any_of(groups)})\s*+(?::|,?\s*+(?:was|is|were|are|will be)?\s*+(?:{any_of(words['members'])})\b)"
        ),
        delegation_to=re.compile(
            rf"^(?:['’]s?)?\s+(?:{any_of(groups)})\s+(?:at|to|in|for)\s[^.;:]{{3,90}}?"
            rf"\s(?:was|is|were|are|will be)\s+(?:{any_of(words['represented'])})\s+by\b"
        ),
        repeated=re.compile(rf"^(?:['’]s?)?(?:\s+(?:{any_of(groups)}))?,?\s+by\s"),
        leading=re.compile(rf"\b(?:{any_of(words['leading'])})\s+(?:the\s+)?$", re.IGNORECASE),
        represented=re.compile(rf"^,?\s+(?:was|were|is|are|will be)\s+(?:{any_of(words['represented'])})\s+by\b"),
        opposing=re.compile(rf"\b(?:{any_of(words['opposing'])})(?: the| his| her)?\s*$", re.IGNORECASE),
        styles=re.compile(rf"(?<!\w)(?:{any_of(words['foreign_styles'])})(?!\w)", re.IGNORECASE),
        led=re.compile(rf"^\s+(?:{any_of(groups)})\b"),
        again=re.compile(
            rf"^The (?:{any_of(groups)})\s+(?:was|is|were|are|will be)?\s*+(?:{any_of(words['members'])})\b",
            re.IGNORECASE,
        ),
        passed=re.compile(rf"\b(?:{any_of(words['passed'])})\b", re.IGNORECASE),
        of_delegation=re.compile(rf"^(?:\s+[\w-]+){{0,2}}\s+(?:{any_of(groups)})\b", re.IGNORECASE),
    )


def any_of(words: Sequence[str]) -> str:
    """Return an alternation of phrases, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))


class ListSides:
    """Finds, for the mentions of an article, the side that the words around them tell."""

    def __init__(
        self,
        text: str,
        sentences: Sequence[Sentence],
        places: Sequence[PlaceMention],
        organizations: Sequence[OrganizationMention],
        cues: SideCues,
    ) -> None:
        self.text = text
        self.sentences = sentences
        self.cues = cues
        self.states = {place.country_code for place in places}
        states = [Side(p.start, p.end, p.country_code) for p in places if p.kind in ("country", "demonym")]
        bodies = [Side(o.start, o.end, None, o.organization_id) for o in organizations]
        self.sides = sorted([*states, *bodies], key=lambda side: side.start)
        self.openings: list[tuple[Side, tuple[int, int]]] = []
        for side in self.sides:
            if self.opens(side) or self.repeats(side):
                self.openings.append((side, self.reach_of(side)))
        self.openings += [opening for sentence in sentences for opening in self.taken_up(sentence)]
        self.openings.sort(key=lambda opening: opening[1])

    def sentence_at(self, at: int) -> Sentence | None:
        """Return the sentence around an offset."""
        return next((s for s in self.sentences if s.start <= at < s.end), None)

    def opens(self, side: Side) -> bool:
        """Return whether a state or body is told as the side of those named after it."""
        before, after = self.text[max(0, side.start - 40) : side.start], self.text[side.end : side.end + CUE_REACH]
        if self.cues.before.search(before) and self.cues.led.search(after):
            return True
        if self.cues.opening.search(before) and self.cues.after.search(after):
            return True
        patterns = (self.cues.delegation, self.cues.represented, self.cues.delegation_to)
        return any(pattern.search(after) for pattern in patterns)

    def taken_up(self, sentence: Sentence) -> list[tuple[Side, tuple[int, int]]]:
        """Return the side of "the delegation is led by" at the start of a sentence: that of the one told right before."""
        opening = self.cues.again.match(self.text[sentence.start : sentence.end])
        if opening is None:
            return []
        before = [s for s in self.sides if sentence.start - CUE_REACH < s.start and s.end <= sentence.start]
        told = [s for s in before if self.cues.of_delegation.search(self.text[s.end : s.end + 60])]
        return [(told[-1], (sentence.start + opening.end(), sentence.end))] if told else []

    def repeats(self, side: Side) -> bool:
        """Return whether a side shares the verb of the one opened before it in its sentence ("…, and Nepal's by Y")."""
        if not self.openings or not self.cues.repeated.search(self.text[side.end : side.end + CUE_REACH]):
            return False
        before, (_start, end) = self.openings[-1]
        return side.start < end and side.country_code != before.country_code

    def reach_of(self, side: Side) -> tuple[int, int]:
        """Return the stretch in which persons stand on a side: the rest of its sentence, and a list below it."""
        here = self.sentence_at(side.start)
        if here is None:
            return side.end, side.end
        end = here.end
        is_open = self.text[here.start : here.end].rstrip().endswith(":")
        for after in self.sentences[here.index + 1 :] if is_open else ():
            if not BULLET.match(self.text[after.start : after.end]):
                break
            end = after.end
        return side.end, end

    def tells(self, country_code: str) -> bool:
        """Return whether the text names a state, a place in it, or comes from there."""
        return country_code in self.states

    def is_foreign(self, mention: ActorMention) -> bool:
        """Return whether a mention has the style that own officials have only where all have it ("H.E.")."""
        return self.cues.styles.search(self.text[max(0, mention.start - 5) : mention.end]) is not None

    def is_owned(self, mention: ActorMention) -> bool:
        """Return whether an office is that of a plural, or of somebody told before it ("the junta's chief of defence")."""
        is_plural = mention.office is not None and mention.office.is_plural
        return (
            is_plural
            or re.search(r"[^\W\d_]['’]s?\s+$", self.text[max(0, mention.start - 8) : mention.start]) is not None
        )

    def follows_encounter(self, mention: ActorMention) -> bool:
        """Return whether a word of meeting stands right before a mention ("with", "received")."""
        return self.cues.opposing.search(self.text[max(0, mention.start - 40) : mention.start]) is not None

    def told_before(self, mention: ActorMention) -> Side | None:
        """Return the side told last before a mention by a cue that reaches it."""
        reached = [side for side, (start, end) in self.openings if start <= mention.start < end]
        if reached and self.has_passed(reached[-1], mention):
            return None
        return reached[-1] if reached else self.told_of_leader(mention)

    def has_passed(self, side: Side, mention: ActorMention) -> bool:
        """Return whether the clause of a delegation has come to whom it met ("with X at its head was received by Y")."""
        return self.cues.passed.search(self.text[side.end : mention.start]) is not None

    def told_of_leader(self, mention: ActorMention) -> Side | None:
        """Return the side whose delegation a person, named before it in the sentence, is said to lead."""
        here = self.sentence_at(mention.start)
        for side in self.sides if here is not None else ():
            if here is None or not mention.end <= side.start < min(here.end, mention.end + OWNER_REACH):
                continue
            is_led = self.cues.leading.search(self.text[mention.end : side.start])
            if is_led and self.cues.led.search(self.text[side.end : side.end + 40]):
                return side
        return None

    def told_of_owner(self, mention: ActorMention) -> Side | None:
        """Return the state or body that "its" means right before a mention."""
        if not re.search(r"\bits\s+$", self.text[max(0, mention.start - 6) : mention.start], re.IGNORECASE):
            return None
        here = self.sentence_at(mention.start)
        told = [s for s in self.sides if here is not None and here.start <= s.start and s.end <= mention.start]
        return told[-1] if told else None

    def told_in_list(
        self, mention: ActorMention, before: ActorMention | None, drafts: Sequence[Draft], given: dict[int, Side]
    ) -> Side | None:
        """Return the side of the person right before in a list, where the two hold different offices."""
        if before is None or mention.office is None or not JOINT.fullmatch(self.text[before.end : mention.start]):
            return None
        first, second = drafts[before.person], drafts[mention.person]
        if first.key == second.key or mention.office.is_plural or (set(first.types) & set(second.types)) - BROAD_TYPES:
            return None
        if before.person in given:
            return given[before.person]
        side = first.side
        if side is not None and side.rule != "list":
            return Side(side.start, side.end, side.country_code, side.organization_id)
        if before.country_code is None and (before.organization_id is None or not set(second.types) <= BODY_LIST_TYPES):
            return None
        if self.sentence_at(before.start) != self.sentence_at(mention.start):
            return None
        return Side(
            before.start, before.end, before.country_code, None if before.country_code else before.organization_id
        )
