"""The command by which a human coder reads the rows that need it, and accepts, corrects or withdraws them."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TYPE_CHECKING, Annotated

import typer

from security_meetings.cli_decisions import WhenOption, WhoOption, add_words, make_correction, require_column
from security_meetings.cli_parts import DEFAULT_RAW, RawOption, report_faults, require_folder, require_known
from security_meetings.problems import DataProblems

if TYPE_CHECKING:
    from security_meetings.review_queue import Candidate
    from security_meetings.workbench import Workbench

ANSWERS = {"a": "accepted", "c": "corrected", "w": "withdrawn", "s": "skipped", "q": ""}
QUESTION = "(a)ccept, (c)orrect, (w)ithdraw, (s)kip or (q)uit"


@dataclass(slots=True, kw_only=True)
class Session:
    """A review while it goes on: the workbench as decisions change it, who decides, when, and what was done."""

    bench: Workbench
    who: str
    when: datetime
    done: Counter[str] = field(default_factory=Counter)


def review(
    table: Annotated[str | None, typer.Option("--table", metavar="TABLE", help="Only rows of this table.")] = None,
    below: Annotated[float, typer.Option("--below", help="Confidence that counts as low.", min=0, max=1)] = 0.8,
    with_all: Annotated[bool, typer.Option("--all", help="Also the rows that nothing speaks against.")] = False,
    list_only: Annotated[bool, typer.Option("--list", help="List the rows and ask nothing.")] = False,
    who: WhoOption = None,
    when: WhenOption = None,
    raw: RawOption = DEFAULT_RAW,
) -> None:
    """Go through the rows that need reading, with their words: accept, correct, withdraw or skip each.

    Rows whose reports contradict each other come first, then names that no list knows, then low confidence. A row
    that was accepted comes again only when its words or its coding changed. Without a terminal the rows are listed.

    \b
    Examples:
      security-meetings review
      security-meetings review --table participants --all
      security-meetings review --list --below 0.9
    """
    from security_meetings.console import choose_watcher
    from security_meetings.review_queue import list_candidates
    from security_meetings.reviews import OWNERS
    from security_meetings.workbench import name_coder, open_workbench

    if table is not None:
        require_known(table, tuple(OWNERS), "--table")
    require_folder(raw, "--raw", todo="name the folder that holds articles/")
    with report_faults(), choose_watcher(quiet=True) as watcher:
        bench = open_workbench(raw.resolve(), watcher)
        found = [one for one in list_candidates(bench, below, with_all) if table in (None, one.table_name)]
    coder = who or name_coder(bench.project.root)
    if not coder or not coder.strip():
        raise typer.BadParameter("say with --who who decides")
    session = Session(bench=bench, who=coder.strip(), when=when or datetime.combine(date.today(), datetime.min.time()))
    with report_faults():
        if list_only or not found or not is_terminal():
            _list(found, session)
        else:
            _go_through(found, session)


def is_terminal() -> bool:
    """Return whether somebody can be asked."""
    return sys.stdin.isatty()


def _list(found: list[Candidate], session: Session) -> None:
    for number, candidate in enumerate(found, start=1):
        typer.echo("\n".join(_show(candidate, number, len(found), session)))
    typer.echo(f"{len(found)} row{'' if len(found) == 1 else 's'} to be read")


def _show(candidate: Candidate, number: int, count: int, session: Session) -> Iterator[str]:
    from security_meetings.console import explanation_lines
    from security_meetings.explain import explain_row
    from security_meetings.review_queue import tell_surroundings

    bench = session.bench
    yield f"--- {number} of {count}: {'; '.join(candidate.needs) or 'nothing speaks against it'}"
    explanation = explain_row(bench.project.dist, bench.schemas[candidate.table_name], candidate.row_id)
    yield from explanation_lines(explanation)
    yield from (f"  {line}" for line in tell_surroundings(candidate, bench))


def _go_through(found: list[Candidate], session: Session) -> None:
    try:
        for number, candidate in enumerate(found, start=1):
            if session.bench.cells_of(session.bench.records, *candidate.key) is None:
                continue
            typer.echo("\n".join(_show(candidate, number, len(found), session)))
            answer = ""
            while not answer:
                answer = _ask(candidate, session)
            if answer == "q":
                break
            session.done[ANSWERS[answer]] += 1
    except typer.Abort:
        typer.echo()
    told = [f"{session.done[name]} {name}" for name in ANSWERS.values() if session.done[name]]
    typer.echo(f"{', '.join(told) or 'nothing decided'} of {len(found)}")
    if any(session.done[name] for name in ("accepted", "corrected", "withdrawn")):
        typer.echo("to apply it: security-meetings build")


def _ask(candidate: Candidate, session: Session) -> str:
    """Return the answer that was given and done, empty where it has to be given again."""
    answer = str(typer.prompt(QUESTION)).strip().lower()[:1]
    try:
        match answer:
            case "a":
                _accept(candidate, session)
            case "c":
                return answer if _correct(candidate, session) else ""
            case "w":
                return answer if _withdraw(candidate, session) else ""
            case "s" | "q":
                pass
            case _:
                typer.echo(f'"{answer}" is no answer; expected one of {", ".join(ANSWERS)}')
                return ""
    except typer.BadParameter as bad:
        typer.echo(bad.message)
        return ""
    except DataProblems as found:
        typer.echo("\n".join(problem.sentence() for problem in found.problems))
        return ""
    return answer


def _accept(candidate: Candidate, session: Session) -> None:
    from security_meetings.review_queue import accept_row

    accept_row(candidate, session.bench, session.who, session.when.date())


def _correct(candidate: Candidate, session: Session) -> bool:
    """Ask for column, value and reason until the coder is done with the row; returns whether anything was corrected."""
    is_corrected = False
    while column := typer.prompt("column (none: done with this row)", default="", show_default=False).strip():
        try:
            require_column(session.bench, candidate.table_name, column)
            value = typer.prompt("value (none: an empty cell)", default="", show_default=False).strip()
            is_corrected |= _decide(candidate, session, column, value)
        except typer.BadParameter as bad:
            typer.echo(bad.message)
        except DataProblems as found:
            typer.echo("\n".join(problem.sentence() for problem in found.problems))
    return is_corrected


def _withdraw(candidate: Candidate, session: Session) -> bool:
    """Ask for a reason and withdraw the row; returns whether it was withdrawn, which no reason takes back."""
    return _decide(candidate, session, None, None)


def _decide(candidate: Candidate, session: Session, column: str | None, value: str | None) -> bool:
    from security_meetings.console import decision_lines
    from security_meetings.review_queue import go_on
    from security_meetings.workbench import articles_of, decide

    bench = session.bench
    made = make_correction(bench, *candidate.key, column, value, "", session.who, session.when)
    words = article = None
    if made.adds_fact:
        told = articles_of(bench, *candidate.key)
        words = typer.prompt("the words of the text that tell it")
        article = told[0] if len(told) == 1 else typer.prompt(f"in which article ({', '.join(told)})").strip()
    reason = typer.prompt("reason (none: leave it)", default="", show_default=False).strip()
    if not reason:
        return False
    made = add_words(
        make_correction(bench, *candidate.key, column, value, reason, session.who, session.when),
        words,
        article,
        None,
        bench,
    )
    decision = decide(made, bench)
    session.bench = go_on(bench, decision)
    typer.echo("\n".join(list(decision_lines(decision))[:-1]))
    return True
