"""How tables hang together: by the foreign keys that their schemas declare, directly or through a link table."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from security_meetings.loading.faults import loading_fault, name_nearest
from security_meetings.schemas import TableSchema

Schemas = Mapping[str, TableSchema]


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A table that is put beside those already joined: which of their columns equal which of its own.

    `key` names the foreign key as `table.column`.
    """

    table: str
    columns: tuple[str, ...]
    joined_table: str
    joined_columns: tuple[str, ...]
    key: str


def plan_join(schemas: Schemas, first: str, others: Sequence[str], on: Mapping[str, str]) -> tuple[Step, ...]:
    """Return the steps that join tables, one after another, to the first; raises DataProblems where none or several lead.

    A foreign key between two tables goes before a link table. `on` chooses among several foreign keys by the table that
    is joined: `{"countries": "host_country_code"}`, or with the table of the key, `meetings.host_country_code`.
    """
    for name in (first, *others, *on):
        require_table(schemas, name)
    joined = [first]
    steps: list[Step] = []
    for name in others:
        if name in joined:
            raise _fault(joined, name, "is joined already", "each table once", "join the second by the library's merge")
        for step in _choose_path(schemas, joined, name, on.get(name)):
            steps.append(step)
            joined.append(step.table)
    return tuple(steps)


def require_table(schemas: Schemas, name: str) -> None:
    """Raise DataProblems, with the nearest name, where there is no such table."""
    if name not in schemas:
        raise loading_fault("table", f'table "{name}"', "does not exist", name_nearest(name, schemas))


def find_links(schemas: Schemas) -> tuple[str, ...]:
    """Return the link tables: those whose key is made of references to other tables alone."""
    return tuple(
        name
        for name, schema in schemas.items()
        if len({key.table for key in schema.foreign_keys if set(key.columns) <= set(schema.primary_key)} - {name}) > 1
        and set(schema.primary_key) == {column for key in _own_part(schema) for column in key}
    )


def _own_part(schema: TableSchema) -> Iterator[tuple[str, ...]]:
    return (key.columns for key in schema.foreign_keys if set(key.columns) <= set(schema.primary_key))


def _choose_path(schemas: Schemas, joined: list[str], name: str, on: str | None) -> tuple[Step, ...]:
    direct = [step for table in joined for step in _direct_steps(schemas, table, name)]
    chosen = [step for step in direct if on is None or on in (step.key, step.key.partition(".")[2])]
    if len(chosen) == 1:
        return (chosen[0],)
    if on is not None or chosen:
        known = ", ".join(f'on={{"{name}": "{step.key}"}}' for step in direct)
        told = f'no key "{on}" leads there' if on is not None and not chosen else "several keys lead there"
        raise _fault(joined, name, told, f"one of {known}" if known else "no on=: the tables share no key")
    through = [
        (one, other)
        for link in find_links(schemas)
        if link not in joined
        for table in joined
        for one in _direct_steps(schemas, table, link)
        for other in _direct_steps(schemas, link, name)
    ]
    if len(through) == 1:
        return through[0]
    if through:
        links = ", ".join(dict.fromkeys(f'"{one.table}"' for one, _ in through))
        raise _fault(joined, name, "several link tables lead there", f"one of {links} named before it")
    between = [table for table in schemas if _touches(schemas, joined, table) and _touches(schemas, [table], name)]
    expected = f"one of {', '.join(between)} joined before it" if between else "a table that shares a key"
    raise _fault(joined, name, "no key leads there", expected)


def _direct_steps(schemas: Schemas, joined: str, name: str) -> Iterator[Step]:
    """Yield a step for each foreign key of the one table to the other, whichever has it."""
    for key in schemas[joined].foreign_keys:
        if key.table == name and name != joined:
            told = f"{joined}.{','.join(key.columns)}"
            yield Step(table=name, columns=key.table_columns, joined_table=joined, joined_columns=key.columns, key=told)
    for key in schemas[name].foreign_keys:
        if key.table == joined and name != joined:
            told = f"{name}.{','.join(key.columns)}"
            yield Step(table=name, columns=key.columns, joined_table=joined, joined_columns=key.table_columns, key=told)


def _touches(schemas: Schemas, joined: list[str], name: str) -> bool:
    return name not in joined and any(True for table in joined for _ in _direct_steps(schemas, table, name))


def _fault(joined: list[str], name: str, what: str, expected: str, todo: str = "") -> Exception:
    return loading_fault("join", f'"{name}" beside {", ".join(joined)}', what, expected, todo)
