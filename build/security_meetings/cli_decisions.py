"""The command by which a human coder corrects a value or withdraws a row."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Annotated

import typer

from security_meetings.cli_parts import DEFAULT_RAW, RawOption, report_faults, require_folder, require_known

if TYPE_CHECKING:
    from security_meetings.corrections import Correction
    from security_meetings.workbench import Workbench

ReasonOption = Annotated[str, typer.Option("--reason", metavar="TEXT", help="Why; it is published.")]
WhoOption = Annotated[
    str | None, typer.Option("--who", metavar="NAME", help="Who decides; by default the name that git knows.")
]
WhenOption = Annotated[
    datetime | None, typer.Option("--when", formats=["%Y-%m-%d"], metavar="DAY", help="When; by default today.")
]
WordsOption = Annotated[
    str | None, typer.Option("--words", metavar="TEXT", help="Words that tell it; needed where a cell was empty.")
]
TableArgument = Annotated[str, typer.Argument(metavar="TABLE", help="Name of a table.")]


def correct(
    table: TableArgument,
    row_id: Annotated[str, typer.Argument(metavar="ID", help="Key of a row.")],
    column: Annotated[str | None, typer.Argument(metavar="COLUMN", help="Column of the wrong value.")] = None,
    value: Annotated[str | None, typer.Argument(metavar="VALUE", help='Right value; "" for none.')] = None,
    reason: ReasonOption = "",
    withdraw: Annotated[bool, typer.Option("--withdraw", help="Take the row out, with what hangs on it.")] = False,
    words: WordsOption = None,
    article: Annotated[str | None, typer.Option("--article", metavar="ID", help="The article of the words.")] = None,
    at: Annotated[int | None, typer.Option("--at", help="Where the words begin, if they stand there twice.")] = None,
    who: WhoOption = None,
    when: WhenOption = None,
    raw: RawOption = DEFAULT_RAW,
) -> None:
    """Correct a value of a finished row, or withdraw the row, with a reason; the next build applies it.

    The value is checked like one of the machine, and written to build/corrections/TABLE.toml.

    \b
    Examples:
      security-meetings correct meetings MEETING_ID city Osh --reason "the text says Osh"
      security-meetings correct meetings MEETING_ID --withdraw --reason "a wish, no meeting"
    """
    from security_meetings.console import choose_watcher, decision_lines
    from security_meetings.workbench import decide, open_workbench

    _require_corrected(table)
    require_folder(raw, "--raw", todo="name the folder that holds articles/")
    if not reason.strip():
        raise typer.BadParameter("say why with --reason")
    if withdraw == (column is not None) or (column is None) != (value is None):
        raise typer.BadParameter("give COLUMN and VALUE, or --withdraw")
    with report_faults(writes=True), choose_watcher(quiet=True) as watcher:
        bench = open_workbench(raw.resolve(), watcher)
    made = make_correction(bench, table, row_id, column, value, reason, who, when)
    with report_faults(writes=True):
        decision = decide(add_words(made, words, article, at, bench), bench)
    typer.echo("\n".join(decision_lines(decision)))


def make_correction(
    bench: Workbench,
    table: str,
    row_id: str,
    column: str | None,
    value: str | None,
    reason: str,
    who: str | None,
    when: datetime | None,
) -> Correction:
    """Return the correction of a cell, or of a row where no column is given; ends with wrong usage where it cannot be."""
    from security_meetings.corrections import Correction
    from security_meetings.workbench import current_value, name_coder

    coder = who or name_coder(bench.project.root)
    if not coder or not coder.strip():
        raise typer.BadParameter("say with --who who decides")
    if column is not None and value is not None:
        _require_value(bench, table, column, value)
    return Correction(
        id="",
        table_name=table,
        row_id=row_id,
        action="withdraw" if column is None else "set",
        reason=" ".join(reason.split()),
        who=coder.strip(),
        when=when.date() if when is not None else date.today(),
        column=column or "",
        expected="" if column is None else current_value(bench, table, row_id, column),
        value=value or "",
        place=f"correct {table} {row_id}",
    )


def require_column(bench: Workbench, table: str, column: str) -> None:
    """End with wrong usage, and the columns that may be, where a column of a table cannot be corrected."""
    from security_meetings.correction_files import tell_columns
    from security_meetings.corrections import correctable_columns

    columns = correctable_columns(bench.schemas[table])
    if column not in columns:
        told = tell_columns(column, bench.schemas[table], columns)
        raise typer.BadParameter(f'COLUMN "{column}" cannot be corrected; expected {told}')


def _require_value(bench: Workbench, table: str, column: str, value: str) -> None:
    from security_meetings.cells import BadCell, parse_cell
    from security_meetings.correct import nearest_code, target_tables

    require_column(bench, table, column)
    schema = bench.schemas[table]
    try:
        parse_cell(value, schema.column(column))
    except BadCell as bad:
        near = nearest_code(value, target_tables(schema, column), bench.records, bench.schemas)
        expected = f'"{near}"' if near else str(bad)
        raise typer.BadParameter(f'VALUE "{value}" is no {column}; expected {expected}') from bad


def _require_corrected(table: str) -> None:
    from security_meetings.corrections import CORRECTED_TABLES
    from security_meetings.schemas import TABLE_ORDER

    if table in TABLE_ORDER and table not in CORRECTED_TABLES:
        where = "its rows come from build/vocabularies, or follow from those of other tables"
        raise typer.BadParameter(f'TABLE "{table}" is not corrected here; {where}')
    require_known(table, CORRECTED_TABLES, "TABLE")


def add_words(
    correction: Correction, words: str | None, article: str | None, at: int | None, bench: Workbench
) -> Correction:
    """Return the correction with the words that tell it; ends with wrong usage where they are needed and not given."""
    from dataclasses import replace

    from security_meetings.workbench import articles_of

    if words is None:
        if correction.adds_fact and articles_of(bench, *correction.key):
            raise typer.BadParameter(
                f"{correction.column} is empty now: give with --words the words of the text that tell the value"
            )
        return correction
    told = articles_of(bench, *correction.key)
    if article is None and len(told) != 1:
        raise typer.BadParameter(f"say with --article which has the words: {', '.join(told)}")
    return replace(correction, words=words, article_id=article or told[0], at=at)
