"""Headlines that alone tell who met, for stories that tell no encounter themselves."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from copy import copy, deepcopy

from security_meetings.annotate.chunks import SentenceUnits
from security_meetings.annotate.gates import Gates
from security_meetings.annotate.model import LanguageModel
from security_meetings.annotate.names import confirm_names
from security_meetings.annotate.persons import PersonResolver
from security_meetings.documents import ActorMention, Sentence
from security_meetings.vocabularies import Vocabulary


def find_told_headlines(text: str, marked: Sequence[SentenceUnits], gates: Gates) -> list[SentenceUnits]:
    """Return the headlines that may tell of an encounter."""
    titles = [units for units in marked if units.sentence.zone == "title"]
    return [units for units in titles if gates.is_worth_parsing(text[units.sentence.start : units.sentence.end])]


def read_headlines(
    text: str,
    titles: Sequence[SentenceUnits],
    resolver: PersonResolver,
    vocabulary: Vocabulary,
    load: Callable[[], LanguageModel] | None,
) -> tuple[list[Sentence], PersonResolver]:
    """Return the headlines in which two persons stand, and who is who with them; the resolver given learns nothing."""
    if not titles:
        return [], resolver
    learner = copy(resolver)
    learner.drafts, learner.mentions = deepcopy(resolver.drafts), list(resolver.mentions)
    learner.read(confirm_names(titles, text, vocabulary, load))
    told = [units.sentence for units in titles]
    return [sentence for sentence in told if count_persons(sentence, learner.mentions) > 1], learner


def count_persons(sentence: Sentence, mentions: Sequence[ActorMention]) -> int:
    """Return how many persons a sentence mentions."""
    return len({mention.person for mention in mentions if sentence.start <= mention.start < sentence.end})
