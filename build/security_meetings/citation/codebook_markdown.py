"""codebook.md: the codebook as Markdown, in which no value is taken for markup."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from security_meetings.citation.codebook import Codebook, CodeList, ColumnEntry, Rule, TableEntry

FILE = "codebook.md"
# An underscore within a word is a letter to Markdown, and names of columns stay readable.
_MARKUP = re.compile(r"[\\`*\[\]<>|~$&]|(?<![^\W_])_|_(?![^\W_])")
_LEADING = re.compile(r"^(?:[-+=#]|\d+(?=[.)](?:\s|$)))")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_BACKTICKS = re.compile(r"`+")
COLUMN_HEADS = ("Column", "Title", "Meaning", "Type", "Rules", "Example")


def format_markdown(codebook: Codebook) -> str:
    """Return the codebook as Markdown with tables."""
    return "".join(f"{line}\n" for line in _lines(codebook))


def escape_markdown(text: str) -> str:
    """Return a one-line text that Markdown shows as it is, at the start of a line or within."""
    escaped = _MARKUP.sub(lambda found: f"\\{found.group()}", text)
    leading = _LEADING.match(escaped)
    if leading is None:
        return escaped
    end = leading.end()
    # A number starts a list by the sign behind it, any other sign by itself.
    return f"{escaped[:end]}\\{escaped[end:]}" if escaped[0].isdigit() else f"\\{escaped}"


def read_markdown(escaped: str) -> str:
    """Return the text that `escape_markdown` was given."""
    return _ESCAPED.sub(r"\1", escaped)


def format_code(text: str) -> str:
    """Return a text as code within a cell of a table."""
    if not text:
        return ""
    fence = "`" * (1 + max((len(run) for run in _BACKTICKS.findall(text)), default=0))
    padding = " " if text.startswith(("`", " ")) or text.endswith(("`", " ")) else ""
    return f"{fence}{padding}{text}{padding}{fence}".replace("|", "\\|")


def _lines(codebook: Codebook) -> Iterator[str]:
    yield from (f"# {escape_markdown(codebook.title)}", "")
    for paragraph in codebook.paragraphs:
        yield from (escape_markdown(paragraph), "")
    for fact in codebook.facts:
        link = f" ({escape_markdown(fact.url)})" if fact.url not in ("", fact.value) else ""
        yield f"- **{fact.label}:** {escape_markdown(fact.value)}{link}"
    yield from ("", f"Cite as: {escape_markdown(codebook.citation)}", "")
    yield from ("An empty cell means that nothing is told or known.", "", "## Tables", "")
    yield from _table(
        ("Table", "Title", "What it holds"),
        (
            (format_code(table.name), escape_markdown(table.title), escape_markdown(table.description))
            for table in codebook.tables
        ),
    )
    for table in codebook.tables:
        yield from _tell_table(table)


def _tell_table(table: TableEntry) -> Iterator[str]:
    yield from ("", f"## {escape_markdown(table.name)}", "")
    yield from (f"{escape_markdown(table.title)}. {escape_markdown(table.description)}", "")
    yield from (f"- {key.words}: {_join_codes(key.codes)}" for key in table.keys)
    yield from (f"- Files: {_join_codes(table.files)}", "") if table.files else ("",)
    yield from _table(COLUMN_HEADS, (_tell_column(column) for column in table.columns))
    if table.codes is not None:
        yield from ("", f"### Codes of {escape_markdown(table.name)}", "")
        yield from _tell_codes(table.codes)


def _tell_column(column: ColumnEntry) -> tuple[str, ...]:
    return (
        format_code(column.name),
        escape_markdown(column.title),
        escape_markdown(column.meaning),
        escape_markdown(column.type),
        "; ".join(_tell_rule(rule) for rule in column.rules),
        format_code(column.example),
    )


def _tell_rule(rule: Rule) -> str:
    return f"{rule.words} {_join_codes(rule.codes)}" if rule.codes else rule.words


def _tell_codes(codes: CodeList) -> Iterator[str]:
    rows = ((format_code(row[0]), *(escape_markdown(cell) for cell in row[1:])) for row in codes.rows)
    yield from _table(tuple(escape_markdown(name) for name in codes.columns), rows)


def _join_codes(codes: Iterable[str]) -> str:
    return ", ".join(format_code(code) for code in codes)


def _table(heads: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> Iterator[str]:
    yield f"| {' | '.join(heads)} |"
    yield f"|{' --- |' * len(heads)}"
    yield from (f"| {' | '.join(row)} |" for row in rows)
