"""What the loader for R knows of the tables: columns with types, keys and codes, written into it from the schemas."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from security_meetings.schemas import TableSchema, coded_columns, load_schemas

BEGIN, END = "  # <tables>\n", "  # </tables>\n"


def renew_loader(path: Path) -> None:
    """Write the part that comes from the schemas anew into the loader."""
    text = path.read_text(encoding="utf-8")
    path.write_text(renewed_text(text, load_schemas()), encoding="utf-8", newline="\n")


def renewed_text(text: str, schemas: Mapping[str, TableSchema]) -> str:
    """Return the text of the loader with what the schemas declare between the two marks."""
    before, _, rest = text.partition(BEGIN)
    _, _, after = rest.partition(END)
    return f"{before}{BEGIN}{describe_tables(schemas)}{END}{after}"


def describe_tables(schemas: Mapping[str, TableSchema]) -> str:
    """Return the tables as R code: a list by table of key, types, codes, taxonomies and references."""
    tables = ",\n".join(
        f"    {name} = list(\n" + ",\n".join(_describe_table(schema, schemas)) + "\n    )"
        for name, schema in schemas.items()
    )
    return f"  shapes <- list(\n{tables}\n  )\n"


def _describe_table(schema: TableSchema, schemas: Mapping[str, TableSchema]) -> Iterator[str]:
    yield f"      key = {_vector(schema.primary_key)}"
    yield _named("types", "c", {column.name: _quote(column.type) for column in schema.columns})
    coded = coded_columns(schema, schemas)
    lists = {name: codes for name, codes in coded.items() if not isinstance(codes, str)}
    yield _named("codes", "list", {name: _vector(codes) for name, codes in lists.items()})
    taxonomies = {name: _quote(table) for name, table in coded.items() if isinstance(table, str)}
    yield _named("taxonomies", "c", taxonomies)
    references = {
        _quote(",".join(key.columns)): _quote(",".join(f"{key.table}.{column}" for column in key.table_columns))
        for key in schema.foreign_keys
    }
    yield _named("references", "c", references)


def _named(name: str, function: str, members: Mapping[str, str]) -> str:
    """Return a member of a table as a call of `c` or `list` with one name a line."""
    if not members:
        return f"      {name} = {function}()"
    lines = ",\n".join(f"        {member} = {code}" for member, code in members.items())
    return f"      {name} = {function}(\n{lines}\n      )"


def _vector(values: Sequence[str]) -> str:
    return f"c({', '.join(map(_quote, values))})" if len(values) > 1 else _quote(values[0])


def _quote(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
