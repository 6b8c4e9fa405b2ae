"""Tables of all types as hypothesis makes them: nulls anywhere, awkward texts, numbers at the borders, no rows."""

from __future__ import annotations

import math
from datetime import date
from typing import Any

import pyarrow as pa
from hypothesis import strategies as st

from security_meetings.schemas import Column, ColumnType, ForeignKey, TableSchema, to_arrow_schema

# What a spreadsheet runs, takes for a number, a day or a link; what readers take for missing; scripts and line ends.
AWKWARD = (
    *("=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "'quoted", "''", '"', '""', "a,b", "a\nb", "a\r\nb", "a\rb"),
    *("042", "1e5", "0x1F", "1/2", "2019-09-13", "TRUE", "false", "NA", "N/A", "NULL", "None", "nan", ".", ".a", "-"),
    *(
        "http://example.org/a b",
        "mailto:a@example.org",
        "internal:Sheet1!A1",
        "{=1}",
        "<b>&amp;</b>",
        "_x000D_",
        "_x0041_",
    ),
    *("رئیس جمهور", "تهران؛ ۱۳۹۸", "Душанбе", "a\u200cb", "é", "e\u0301", "🜁", "a\u00a0b", " a ", "\ufeffa", "\u2028"),
)
LONG = 3000
BORDERS_32 = (-(2**31), 2**31 - 1, 2147483620, 2147483621, 0, -1)
BORDERS_64 = (-(2**53) + 1, 2**53 - 1, 2**31, 0, -1)
NUMBERS = (
    0.1,
    1 / 3,
    -180.0,
    5e-324,
    -1.7976931348623157e308,
    8.988465674311579e307,
    1e-7,
    2.0,
    0.0,
)

LETTERS = st.characters(exclude_categories=["Cs", "Cc"])
TEXTS = st.one_of(
    st.sampled_from(AWKWARD),
    st.text(LETTERS, min_size=1, max_size=20),
    st.text(LETTERS, min_size=1, max_size=5).map(lambda text: text * (LONG // len(text))),
)
# Stata takes no longer ones.
KEYS = TEXTS.filter(lambda text: len(text.encode()) <= 2045)
VALUES: dict[str, st.SearchStrategy[Any]] = {
    "string": TEXTS,
    "int32": st.one_of(st.sampled_from(BORDERS_32), st.integers(-(2**31), 2**31 - 1)),
    "int64": st.one_of(st.sampled_from(BORDERS_64), st.integers(-(2**53) + 1, 2**53 - 1)),
    "number": st.one_of(
        st.sampled_from(NUMBERS),
        st.floats(max_value=8.988465674311579e307, allow_nan=False, allow_infinity=False).filter(
            lambda n: math.copysign(1, n) > 0 or n
        ),
    ),
    "boolean": st.booleans(),
    "date": st.dates(date(1, 1, 1), date(9999, 12, 31)),
}


def make_column(name: str, kind: ColumnType = "string", **constraints: Any) -> Column:
    return Column(
        name=name, type=kind, title=name.title(), description=f"What {name} is.", example="x", constraints=constraints
    )


PARENTS = TableSchema(
    name="parents",
    title="Parents",
    description="Rows to refer to.",
    columns=(make_column("parent_id", required=True, unique=True), make_column("name")),
    primary_key=("parent_id",),
)
THINGS = TableSchema(
    name="things",
    title="Things",
    description="A column of each type.",
    columns=(
        make_column("thing_id", required=True, unique=True),
        make_column("text"),
        make_column("other_text"),
        make_column("small_count", "integer", maximum=2**31 - 1),
        make_column("large_count", "integer"),
        make_column("share", "number"),
        make_column("is_so", "boolean"),
        make_column("day", "date"),
        make_column("parent_id"),
    ),
    primary_key=("thing_id",),
    foreign_keys=(ForeignKey(columns=("parent_id",), table="parents", table_columns=("parent_id",)),),
)
INVENTED = {"parents": PARENTS, "things": THINGS}
KINDS = {
    "text": "string",
    "other_text": "string",
    "small_count": "int32",
    "large_count": "int64",
    "share": "number",
    "is_so": "boolean",
    "day": "date",
}


@st.composite
def invented_tables(draw: st.DrawFn) -> dict[str, pa.Table]:
    """Return a table of parents and a table of things, some of which refer to them, in the order of their keys."""
    parents = sorted(draw(st.sets(KEYS, max_size=3)))
    keys = sorted(draw(st.sets(KEYS, max_size=4)))
    things = [
        {
            "thing_id": key,
            **{name: draw(st.none() | VALUES[kind]) for name, kind in KINDS.items()},
            "parent_id": draw(st.sampled_from([None, *parents])),
        }
        for key in keys
    ]
    return {
        "parents": pa.Table.from_pylist(
            [{"parent_id": key, "name": draw(st.none() | TEXTS)} for key in parents], schema=to_arrow_schema(PARENTS)
        ),
        "things": pa.Table.from_pylist(things, schema=to_arrow_schema(THINGS)),
    }
