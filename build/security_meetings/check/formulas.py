"""Cells that a spreadsheet would run as formulas."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from security_meetings.check.shape import row_name
from security_meetings.formulas import FORMULA_STARTS, disarm_formula
from security_meetings.problems import Problem
from security_meetings.schemas import TableSchema

if TYPE_CHECKING:
    import pyarrow as pa


def check_formulas(tables: Mapping[str, pa.Table], schemas: Mapping[str, TableSchema]) -> Iterator[Problem]:
    """Yield a notice for each text cell that a spreadsheet would run; CSV and Parquet keep it as the text has it."""
    import pyarrow.compute as pc

    for name, schema in schemas.items():
        for column in schema.columns:
            if column.type != "string":
                continue
            cells = tables[name].column(column.name)
            armed = pc.match_substring_regex(cells, rf"\A[{FORMULA_STARTS}]").fill_null(False)
            for row in tables[name].filter(armed).to_pylist():
                cell = row[column.name]
                yield Problem(
                    severity="notice",
                    rule_id="formulas.cell",
                    where=row_name(schema, row, column.name),
                    what=f'"{cell}" would run as a formula in a spreadsheet',
                    expected=f'"{disarm_formula(cell)}" in files made for spreadsheets, the cell itself as the text has it',
                    todo="import the CSV as text; the cell is as it should be",
                )
