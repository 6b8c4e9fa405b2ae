"""The line from raw texts to published tables: its stages in order, and what stands finished after each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from security_meetings import __version__
from security_meetings.background import describe_background
from security_meetings.corrections import rows_of
from security_meetings.documents import Article, Document
from security_meetings.export import (
    Export,
    stage_files,
    write_files,
    write_tables,
)
from security_meetings.knowledge import DEFAULT_MODEL as DEFAULT_MODEL
from security_meetings.knowledge import BuildOptions as BuildOptions
from security_meetings.knowledge import Knowledge, gather_knowledge
from security_meetings.knowledge import is_installed as is_installed
from security_meetings.ledger import Ledger, LedgerCount, count_ids
from security_meetings.ledger_files import write_ledger
from security_meetings.problems import DataProblems, Problem, has_errors
from security_meetings.project import check_unchanged
from security_meetings.read import read_raw_folder
from security_meetings.records import Coding
from security_meetings.results import Records
from security_meetings.reviews import mark_reviewed
from security_meetings.since_release import check_not_released
from security_meetings.watchers import SilentWatcher, Watcher

if TYPE_CHECKING:
    import pyarrow as pa


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
    ledger: Ledger = field(default_factory=Ledger)
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
    documents = annotate_articles(
        build.articles, build.knowledge.vocabulary, build.options.model_name, build.options.without
    )
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


def identify_stage(build: Build) -> Build:
    """Return the build with lasting ids and the ledger that has them; unchanged where the texts are not the project's."""
    from security_meetings.identify import ByHand, identify_records

    project, corrections = build.knowledge.project, build.knowledge.corrections
    if project is None:
        return build
    build.watcher.begin("identify", None)
    by_hand = ByHand(added=rows_of(corrections, "add"), withdrawn=rows_of(corrections, "withdraw"))
    found = identify_records(build.records, build.articles, build.knowledge.ledger, project.version, by_hand)
    return replace(build, records=found.records, ledger=found.ledger, problems=(*build.problems, *found.problems))


def correct_stage(build: Build) -> Build:
    """Return the build with what human coders decided, and the ids that changed; unchanged like in `identify_stage`."""
    from security_meetings.correct import Grounds, correct_records
    from security_meetings.identify import describe_changes, settle_ledger

    project = build.knowledge.project
    if project is None:
        return build
    grounds = Grounds(
        schemas=build.knowledge.schemas,
        articles=build.articles,
        vocabulary=build.knowledge.vocabulary,
        ledger=build.ledger,
        version=project.version,
    )
    made = correct_records(build.records, build.knowledge.corrections, grounds)
    ledger = settle_ledger(build.ledger, made.records, build.articles, project.version, made.reasons)
    records, gone = mark_reviewed(made.records, build.knowledge.reviews, build.knowledge.schemas)
    return replace(
        build,
        records=replace(records, id_changes=describe_changes(ledger)),
        ledger=ledger,
        problems=(*build.problems, *made.problems, *gone),
    )


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
    """Return the build unchanged, its files written to `dist`, and with them the ledger."""
    build.watcher.begin("export", None)
    if build.knowledge.project and build.knowledge.project.dist == build.options.dist:
        check_not_released(build.knowledge.project, build.tables, build.knowledge.schemas)
    ledger = describe_ledger(build)
    with stage_files(build.options.dist, build.watcher.tell, ledger) as folder:
        write_files(describe_export(build), folder)
        if ledger and build.knowledge.project and not build.options.forget_unreleased:
            check_unchanged(build.knowledge.project, build.knowledge.ledger)
    return build


def describe_ledger(build: Build) -> Mapping[Path, str]:
    """Return the files of the ledger that a build writes with `dist`: none for texts or a `dist` not the project's."""
    project = build.knowledge.project
    if project is None or project.dist != build.options.dist:
        return {}
    return {project.ledger_folder / name: text for name, text in write_ledger(build.ledger).items()}


def count_ids_of(build: Build) -> LedgerCount | None:
    """Return how many ids a finished build gave, kept and gave up; None where no ledger belongs to its texts."""
    return count_ids(build.knowledge.ledger, build.ledger) if build.knowledge.project else None


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
    Stage(name="identify", run=identify_stage),
    Stage(name="correct", run=correct_stage),
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


def start_build(options: BuildOptions, watcher: Watcher, writes_dist: bool = True) -> Build:
    """Return a build about to begin; raises DataProblems with all that stands against it, in all places."""
    knowledge, problems = gather_knowledge(options, watcher, writes_dist)
    return Build(options=options, knowledge=knowledge, watcher=watcher, problems=problems)


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
