"""The command line: the only place that prints or sets exit codes.

Heavy libraries are imported by the commands that need them, so that help comes at once.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from security_meetings import __version__
from security_meetings.cli_cite import cite, describe
from security_meetings.cli_convert import convert
from security_meetings.cli_decisions import correct
from security_meetings.cli_parts import (
    DATA_PROBLEM,
    DEFAULT_DIST,
    DEFAULT_GOLD,
    DEFAULT_MODEL,
    DEFAULT_RAW,
    DistOption,
    EngineOption,
    GoldOption,
    ModelOption,
    QuietOption,
    RawOption,
    RecordOption,
    ScorerOption,
    SkipOption,
    hold_own,
    read_options,
    report_faults,
    require_folder,
    require_known,
)
from security_meetings.cli_release import changes, release, verify
from security_meetings.cli_review import review

if TYPE_CHECKING:
    from security_meetings.check.structure import Engine
    from security_meetings.pipeline import BuildOptions

app = typer.Typer(
    rich_markup_mode=None,
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def show_version(wanted: bool) -> None:
    """Print the versions of the pipeline and of the data, and end."""
    if not wanted:
        return
    from security_meetings.locations import package_descriptor

    with report_faults():
        data_version = json.loads(package_descriptor().read_text(encoding="utf-8"))["version"]
        typer.echo(f"security-meetings {__version__}, data {data_version}")
    raise typer.Exit


@app.callback()
def prepare(
    version: Annotated[
        bool, typer.Option("--version", callback=show_version, is_eager=True, help="Print pipeline and data version.")
    ] = False,
) -> None:
    """From news texts on security talks between states to evidenced tables.

    \b
    Examples:
      security-meetings build
      security-meetings explain meetings MEETING_ID
    """


@app.command()
def build(
    raw: RawOption = DEFAULT_RAW,
    dist: DistOption = DEFAULT_DIST,
    model: ModelOption = DEFAULT_MODEL,
    skip_bad: SkipOption = False,
    forget_unreleased: Annotated[
        bool, typer.Option("--forget-unreleased", help="Forget the ids given and given up since the last release.")
    ] = False,
    stop_after: Annotated[
        str | None, typer.Option("--stop-after", metavar="STAGE", help="Stop after this stage; needs --to.")
    ] = None,
    to: Annotated[
        Path | None, typer.Option("--to", metavar="DIR", help="Where the records of that stage go, as JSON lines.")
    ] = None,
    quiet: QuietOption = False,
) -> None:
    """Build the tables of a raw folder into a dist folder.

    Nothing is replaced unless all checks pass. With the project's own texts and dist, the ledger of ids is written too.

    \b
    Examples:
      security-meetings build
      security-meetings build --raw corpus --dist corpus-tables --skip-bad
      security-meetings build --stop-after extract --to looked-at
    """
    from security_meetings.console import choose_watcher, make_console, show_problems, show_summary
    from security_meetings.pipeline import count_ids_of, run_stages, start_build

    options = read_options(raw, dist, model, skip_bad, forget_unreleased)
    if (stop_after is None) != (to is None):
        raise typer.BadParameter("--stop-after and --to go together")
    if stop_after is not None and to is not None:
        _build_until(_read_stage(stop_after), to, options, quiet)
        return
    with report_faults(writes=True), choose_watcher(quiet) as watcher, hold_own(options, watcher):
        finished = run_stages(start_build(options, watcher))
    show_problems(finished.problems, make_console(stderr=True), least="error" if quiet else "warning")
    if not quiet:
        show_summary(finished.tables, finished.problems, dist, make_console(), count_ids_of(finished))


def _build_until(stage: str, folder: Path, options: BuildOptions, quiet: bool) -> None:
    from security_meetings.console import choose_watcher, make_console, show_problems
    from security_meetings.dump import dump_stage
    from security_meetings.pipeline import run_stages, start_build

    with report_faults(writes=True), choose_watcher(quiet) as watcher:
        unfinished = run_stages(start_build(options, watcher, writes_dist=False), until=stage)
        paths = dump_stage(unfinished, stage, folder)
    show_problems(unfinished.problems, make_console(stderr=True), least="error" if quiet else "warning")
    for path in paths if not quiet else ():
        typer.echo(path)


@app.command()
def check(
    dist: Annotated[Path, typer.Argument(metavar="[DIST]", help="Folder of the finished files.")] = DEFAULT_DIST,
    raw: RawOption = DEFAULT_RAW,
    engine: EngineOption = None,
    quiet: QuietOption = False,
) -> None:
    """Check the finished files: structure, keys, quotes, evidence, meaning, and that CSV equals Parquet.

    Quotes are compared with the texts that the raw folder holds. Structure and keys are checked by one of two engines,
    which find the same: frictionless reads row by row, arrow column by column.

    \b
    Examples:
      security-meetings check
      security-meetings check corpus-tables --raw corpus --engine arrow
    """
    from security_meetings.console import choose_watcher, count_problems, make_console, show_problems
    from security_meetings.recheck import check_finished

    require_folder(dist, "DIST", todo="build first: security-meetings build")
    chosen = _read_engine(engine)
    with report_faults(), choose_watcher(quiet) as watcher:
        problems = check_finished(dist.resolve(), raw.resolve(), watcher, chosen)
    show_problems(problems, make_console(stderr=True), least="error" if quiet else "notice")
    if not quiet:
        typer.echo(f"{dist}: {count_problems(problems)}")
    if any(problem.severity == "error" for problem in problems):
        raise typer.Exit(DATA_PROBLEM)


@app.command()
def diff(
    raw: RawOption = DEFAULT_RAW,
    dist: DistOption = DEFAULT_DIST,
    model: ModelOption = DEFAULT_MODEL,
    skip_bad: SkipOption = False,
    quiet: QuietOption = False,
) -> None:
    """Show what a build would change, row by row; exit code 1 when it would change anything.

    \b
    Examples:
      security-meetings diff
      security-meetings diff --raw corpus --dist corpus-tables
    """
    from security_meetings.compare import compare_build
    from security_meetings.console import choose_watcher, difference_lines

    options = read_options(raw, dist, model, skip_bad)
    with report_faults(), choose_watcher(quiet) as watcher:
        difference = compare_build(options, watcher)
    for line in difference_lines(difference):
        typer.echo(line)
    if difference:
        raise typer.Exit(DATA_PROBLEM)
    if not quiet:
        typer.echo(f"{dist} is what a build makes")


@app.command()
def explain(
    table: Annotated[str, typer.Argument(metavar="TABLE", help="Name of a table.")],
    row_id: Annotated[
        str, typer.Argument(metavar="ID", help="Key of a row; the parts of a longer key joined with a comma.")
    ],
    dist: DistOption = DEFAULT_DIST,
) -> None:
    """Show a row and, for each of its values, the words it was coded from, the rule, the article and the merges.

    \b
    Examples:
      security-meetings explain meetings MEETING_ID
      security-meetings explain meeting_articles MEETING_ID,ARTICLE_ID
      security-meetings explain articles ARTICLE_ID --dist corpus-tables
    """
    from security_meetings.console import explanation_lines
    from security_meetings.explain import explain_row
    from security_meetings.export import recover_swap
    from security_meetings.schemas import load_schemas

    with report_faults():
        schemas = load_schemas()
    require_known(table, tuple(schemas), "TABLE")
    require_folder(dist, "--dist", todo="build first: security-meetings build")
    with report_faults():
        recover_swap(dist.resolve(), typer.echo)
        explanation = explain_row(dist.resolve(), schemas[table], row_id)
    for line in explanation_lines(explanation):
        typer.echo(line)


app.command()(convert)
app.command()(correct)
app.command()(review)
app.command()(cite)
app.command()(describe)
for command in (release, verify, changes):
    app.command()(command)


@app.command()
def evaluate(
    gold: GoldOption = None,
    scorer: ScorerOption = None,
    model: ModelOption = DEFAULT_MODEL,
    to: RecordOption = None,
    misses: Annotated[bool, typer.Option("--misses", help="List what was missed and what is too much.")] = False,
    ablation: Annotated[
        bool, typer.Option("--ablation", help="Also without parser, without names of the model, without register.")
    ] = False,
    quiet: QuietOption = False,
) -> None:
    """Compare what the coder makes of coded texts with the codings: precision, recall, F1, calibration.

    \b
    Examples:
      security-meetings evaluate --gold tests/gold --misses --to dist/accuracy.json
    """
    from security_meetings.console import ablation_lines, choose_watcher, evaluation_lines
    from security_meetings.evaluate import evaluate_folder, evaluate_without, record_evaluation

    for number, folder in enumerate(gold or [DEFAULT_GOLD]):
        require_folder(folder, "--gold", todo="name a folder with texts/ and coded/")
        with report_faults(), choose_watcher(quiet) as watcher:
            found = evaluate_folder(folder.resolve(), model, watcher, scorer)
            if to is not None and number == 0:
                record_evaluation(found, folder, model, to)
        typer.echo("\n".join(evaluation_lines(found, misses)))
        if ablation:
            with report_faults(), choose_watcher(quiet) as watcher:
                parts = evaluate_without(folder.resolve(), model, watcher)
            typer.echo("\n".join(ablation_lines(found, parts)))


def _read_stage(name: str) -> str:
    from security_meetings.pipeline import STAGES

    # The last stage writes the finished files themselves; to stop after it is to build.
    require_known(name, tuple(stage.name for stage in STAGES[:-1]), "--stop-after")
    return name


def _read_engine(name: str | None) -> Engine | None:
    from security_meetings.check.structure import ENGINES

    if name is not None:
        require_known(name, ENGINES, "--engine")
    return next((engine for engine in ENGINES if engine == name), None)


def main() -> None:
    """Run the command line."""
    app(prog_name="security-meetings")
