"""How the command line looks: progress, problems, summary, differences, explanations, as text for `cli`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from security_meetings.problems import SEVERITIES, Problem, group_problems, nearest_value

if TYPE_CHECKING:
    import pyarrow as pa
    from rich.console import Console
    from rich.progress import Progress, TaskID

    from security_meetings.compare import Difference
    from security_meetings.explain import Explanation, ValueTold
    from security_meetings.ledger import LedgerCount
    from security_meetings.scoring import Evaluation
    from security_meetings.workbench import Decision

CHANGES_SHOWN = 200
_STYLES = {"error": "bold red", "warning": "yellow", "notice": "cyan"}


class ProgressWatcher:
    """Shows the stages of a build as progress bars on a terminal, and messages as lines."""

    def __init__(self, console: Console) -> None:
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

        columns = (TextColumn("{task.description:10}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
        self._progress: Progress = Progress(*columns, console=console, transient=True)
        self._task: TaskID | None = None

    def __enter__(self) -> ProgressWatcher:
        self._progress.start()
        return self

    def __exit__(self, *exception: object) -> None:
        self._progress.stop()

    def begin(self, stage: str, total: int | None) -> None:
        """Show a bar for a stage; one without steps is shown as busy."""
        if self._task is not None:
            self._progress.remove_task(self._task)
        self._task = self._progress.add_task(stage, total=total)

    def advance(self) -> None:
        """Move the bar by one step."""
        if self._task is not None:
            self._progress.advance(self._task)

    def tell(self, message: str) -> None:
        """Show a message above the bars."""
        self._progress.console.print(message, markup=False, highlight=False)


class LineWatcher:
    """Shows nothing but messages."""

    def __init__(self, console: Console) -> None:
        self._console = console

    def __enter__(self) -> LineWatcher:
        return self

    def __exit__(self, *exception: object) -> None:
        """Do nothing."""

    def begin(self, stage: str, total: int | None) -> None:
        """Do nothing."""

    def advance(self) -> None:
        """Do nothing."""

    def tell(self, message: str) -> None:
        """Show a message as a line."""
        self._console.print(message, markup=False, highlight=False, soft_wrap=True)


def make_console(stderr: bool = False) -> Console:
    """Return a console on one of the standard streams."""
    from rich.console import Console

    return Console(stderr=stderr)


def choose_watcher(quiet: bool) -> LineWatcher | ProgressWatcher:
    """Return a watcher with progress bars on a terminal, else, or where quiet is asked, one with lines."""
    console = make_console(stderr=True)
    return ProgressWatcher(console) if console.is_terminal and not quiet else LineWatcher(console)


def show_problems(problems: Iterable[Problem], console: Console, least: str) -> None:
    """Show the problems by kind, each kind with its count and first examples, down to the severity `least`."""
    shown = SEVERITIES[: SEVERITIES.index(least) + 1]
    for group in group_problems(problem for problem in problems if problem.severity in shown):
        console.print(f"{group.severity} {group.rule_id} ({group.count})", style=_STYLES[group.severity], markup=False)
        for problem in group.examples:
            console.print(f"  {problem.sentence()}", markup=False, highlight=False, soft_wrap=True)
        if group.count > len(group.examples):
            console.print(f"  … and {group.count - len(group.examples)} more of this kind", markup=False)


def count_problems(problems: Iterable[Problem]) -> str:
    """Return how many problems of each severity there are, in words."""
    counts = Counter(problem.severity for problem in problems)
    return ", ".join(f"{counts[severity]} {severity}{'' if counts[severity] == 1 else 's'}" for severity in SEVERITIES)


def show_summary(
    tables: Mapping[str, pa.Table],
    problems: Iterable[Problem],
    dist: Path,
    console: Console,
    count: LedgerCount | None = None,
) -> None:
    """Show the rows of each table, what became of ids, how much was noticed, and where the files are."""
    from rich.table import Table

    rows = Table(box=None, pad_edge=False)
    rows.add_column("table")
    rows.add_column("rows", justify="right")
    for name, table in tables.items():
        rows.add_row(name, str(table.num_rows))
    console.print(rows)
    ids = [f"ids: {count.new} new, {count.kept} kept, {count.retired} retired"] if count else []
    for line in (
        *ids,
        f"{count_problems(problems)}; see {dist / 'issues.csv'}",
        f"tables: {dist / 'csv'}, {dist / 'parquet'}",
    ):
        console.print(line, markup=False, highlight=False, soft_wrap=True)


def hint_nearest(value: str, known: Iterable[str], otherwise: str) -> str:
    """Return the nearest known value as a question, or what to say where none comes near."""
    nearest = nearest_value(value, known)
    return f'did you mean "{nearest}"?' if nearest else otherwise


def difference_lines(difference: Difference) -> Iterator[str]:
    """Yield the changes as lines, rows first; of a great many only the first, and how many more there are."""
    for changes in (difference.rows, difference.files):
        yield from (change.sentence() for change in changes[:CHANGES_SHOWN])
        if len(changes) > CHANGES_SHOWN:
            yield f"… and {len(changes) - CHANGES_SHOWN} more"


def decision_lines(decision: Decision) -> Iterator[str]:
    """Yield the row that a correction changes, old and new text of each cell that differs, and what to do next."""
    from security_meetings.workbench import column_changes

    correction = decision.correction
    yield f"{correction.table_name} {correction.row_id}{'' if decision.after is not None else ': withdrawn'}"
    for name, old, new in column_changes(decision):
        yield f"  {name}: {old}" if new is None or new == old else f'  {name}: "{old}" → "{new}"'
    if decision.is_taken_back:
        yield f"the machine's value again: the correction is out of {decision.path}"
    else:
        yield f"written to {decision.path} as {correction.id}, by {correction.who}"
    yield "to apply it: security-meetings build"


def explanation_lines(explanation: Explanation) -> Iterator[str]:
    """Yield the row value by value, below each the words it was coded from, at the end the merges."""
    yield f"{explanation.table_name} {explanation.row_id}"
    for told in explanation.values:
        yield f"  {told.column_name}: {told.value}{_origin(told)}"
        yield from (f"    {witness.sentence()}" for witness in told.witnesses)
    if explanation.merges:
        yield "  merges"
        yield from (f"    {merge.sentence()}" for merge in explanation.merges)


def _origin(told: ValueTold) -> str:
    return " (derived)" if told.is_derived and not told.witnesses else ""


def evaluation_lines(evaluation: Evaluation, with_misses: bool) -> Iterator[str]:
    """Yield what was compared, scores by table, values of matched meetings, and confidence against what is right."""
    yield f"{evaluation.name}: {evaluation.article_count} texts"
    yield f"{'':20}{'gold':>7}{'coded':>7}{'both':>7}{'precision':>11}{'recall':>8}{'F1':>7}"
    for name, tally in evaluation.tallies.items():
        counts = f"{tally.gold:7}{tally.coded:7}{tally.hits:7}"
        yield f"{name:20}{counts}{tally.precision:11.3f}{tally.recall:8.3f}{tally.f1:7.3f}"
    for name, (right, asked) in evaluation.fields.items():
        yield f"{name:20}{right:7} of {asked:4}{right / asked:9.3f}"
    yield f"{'confidence':20}{'coded':>7}{'mean':>7}{'right':>7}"
    for held in evaluation.bins:
        place = f"over {held.low:.1f} to {held.high:.1f}"
        yield f"{place:20}{held.count:7}{held.confidence:7.2f}{held.right:7.2f}"
    yield from evaluation.misses if with_misses else ()
    yield from evaluation.remarks


def ablation_lines(whole: Evaluation, parts: Mapping[str, Evaluation]) -> Iterator[str]:
    """Yield the F1 of each table with the whole coder, and without each of its parts what changes."""
    yield f"{'F1':20}{'all':>7}" + "".join(f"{f'without {part}':>18}" for part in parts)
    for name, tally in whole.tallies.items():
        changes = ((found.tallies[name].f1, found.tallies[name].f1 - tally.f1) for found in parts.values())
        yield f"{name:20}{tally.f1:7.3f}" + "".join(f"{f'{f1:.3f} ({change:+.3f})':>18}" for f1, change in changes)
