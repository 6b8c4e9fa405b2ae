"""A vocabulary tried before anything is coded with it: all that the coder makes of its files is made once."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from security_meetings.problems import Problem
from security_meetings.vocabularies import Vocabulary
from security_meetings.vocabulary_faults import fault, show

Made = tuple[Callable[[Vocabulary], Any], tuple[str, ...]]
ACTORS, HEADS, MEETINGS = (f"codebook/{name}.toml" for name in ("actor_words", "header_words", "meeting_cues"))
DATES = "codebook/date_words.toml"
NAMES = tuple(
    f"gazetteer/{name}.csv"
    for name in ("country_names", "city_names", "organization_names", "outlet_names", "people_names")
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """Something that the coder makes of a vocabulary, and the files that it reads for it."""

    make: Callable[[Vocabulary], Any]
    files: tuple[str, ...]


def try_vocabulary(vocabulary: Vocabulary) -> list[Problem]:
    """Return what keeps the coder from using a vocabulary whose files have the right shape, each fault with its file.

    What is made here is kept, so a build does not make it again.
    """
    from security_meetings.annotate.date_faults import find_bad_date_words, find_unread_cases
    from security_meetings.annotate.date_words import build_date_words
    from security_meetings.extract.threat_faults import find_bad_threat_words

    problems = [*find_bad_date_words(vocabulary), *find_bad_threat_words(vocabulary)]
    problems = problems or [problem for trial in list_trials() for problem in _try(trial, vocabulary)]
    return problems or list(find_unread_cases(vocabulary, build_date_words(vocabulary)))


def _try(trial: Trial, vocabulary: Vocabulary) -> Iterator[Problem]:
    try:
        trial.make(vocabulary)
    # What a value of an unforeseen kind can raise in what is made of it; the value itself is quoted as far as it is told.
    except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError, RecursionError, re.error) as error:
        files = " or ".join(trial.files)
        yield fault(
            "unusable",
            files,
            f"cannot be used: {show(f'{type(error).__name__}: {error}')}",
            "words, codes and tables as the README beside it describes them",
            f"mend {files}, or take it back to its last committed state",
        )


def list_trials() -> tuple[Trial, ...]:
    """Return all that the coder makes of a vocabulary."""
    made = (*_of_lines(), *_of_actors(), *_of_events(), *_of_lists())
    return tuple(Trial(make=make, files=files) for make, files in made)


def _of_lines() -> Iterator[Made]:
    from security_meetings.annotate.head_words import compile_head
    from security_meetings.annotate.language import compile_scripts
    from security_meetings.annotate.sentences import compile_sentence_words
    from security_meetings.extract.article_citing import compile_citing

    yield compile_scripts, ("codebook/languages.toml",)
    yield compile_sentence_words, ("codebook/sentences.toml",)
    yield compile_citing, (HEADS,)
    yield compile_head, (HEADS, DATES, "codebook/furniture.toml", *NAMES)


def _of_actors() -> Iterator[Made]:
    from security_meetings.annotate.lexicon import build_lexicon
    from security_meetings.annotate.list_sides import build_side_cues
    from security_meetings.annotate.office_types import build_office_types
    from security_meetings.annotate.own_side import build_own_side_words
    from security_meetings.annotate.pairs import build_pair_cues

    yield build_side_cues, (ACTORS,)
    yield build_pair_cues, (ACTORS,)
    yield build_office_types, (ACTORS, "codebook/office_types.toml")
    yield build_own_side_words, (ACTORS, "gazetteer/countries.csv", "gazetteer/outlets.csv")
    yield build_lexicon, (ACTORS, *NAMES)


def _of_events() -> Iterator[Made]:
    from security_meetings.annotate.gates import build_gates
    from security_meetings.extract.agreement_words import build_agreement_words
    from security_meetings.extract.cues import build_cues
    from security_meetings.extract.stays import build_stay_words
    from security_meetings.extract.threat_cues import threat_vocabulary
    from security_meetings.extract.threat_groups import group_names

    yield build_gates, (MEETINGS, "codebook/agreement_types.toml")
    yield build_cues, (MEETINGS,)
    yield build_stay_words, (MEETINGS,)
    yield build_agreement_words, ("codebook/agreement_cues.toml", MEETINGS, DATES, "codebook/agreement_types.toml")
    yield threat_vocabulary, tuple(f"codebook/threat_{name}.toml" for name in ("words", "types", "guards"))
    yield group_names, ("gazetteer/threat_actors.csv", "gazetteer/threat_actor_names.csv")


def _of_lists() -> Iterator[Made]:
    from security_meetings.annotate.register import build_register
    from security_meetings.annotate.towns import build_towns, list_coordinates
    from security_meetings.extract.article_facts import build_city_names
    from security_meetings.resolve import resolve_codings
    from security_meetings.resolve.plover import build_plover

    yield build_city_names, ("gazetteer/city_names.csv",)
    yield build_towns, ("gazetteer/towns.csv",)
    yield list_coordinates, ("gazetteer/cities.csv", "gazetteer/towns.csv")
    yield build_register, ("gazetteer/office_tenures.csv", "gazetteer/people.csv", "gazetteer/people_names.csv")
    yield build_plover, ("gazetteer/plover.csv",)
    # Without texts, what comes of it are the code tables.
    yield lambda vocabulary: resolve_codings((), vocabulary), ("a list of gazetteer/", "a taxonomy of codebook/")
