"""Meaning of the tables: whether what must hold of meetings and agreements does, through Great Expectations."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from security_meetings.check.expectations import Expectation
from security_meetings.check.facts import Facts, Places, Row
from security_meetings.check.shape import read_rows
from security_meetings.check.views import VIEWS
from security_meetings.problems import Problem, nearest_value

if TYPE_CHECKING:
    import pyarrow as pa


def check_meaning(
    tables: Mapping[str, pa.Table],
    expectations: Sequence[Expectation],
    places: Places,
) -> list[Problem]:
    """Return one warning for each row of which an expectation does not hold, and an error where one cannot be tried.

    The tables must have passed the checks of their integrity.
    """
    facts = Facts(rows=read_rows(tables), places=places)
    views = {name: list(VIEWS[name](facts)) for name in sorted({entry.view for entry in expectations})}
    chosen = [(entry, rows) for entry in expectations if (rows := _select(views[entry.view], entry.where))]
    if not chosen:
        return []
    data_source = _open_data_source()
    return [problem for entry, rows in chosen for problem in _try_expectation(data_source, entry, rows)]


def _select(rows: Sequence[Row], where: Mapping[str, tuple[Any, ...]]) -> list[Row]:
    return [row for row in rows if all(row.get(column) in values for column, values in where.items())]


def _open_data_source() -> Any:
    # Read when great_expectations is imported; without it every validation sends an event over the net.
    os.environ["GX_ANALYTICS_ENABLED"] = "false"
    import great_expectations as gx

    context: Any = gx.get_context(mode="ephemeral")
    context.variables.progress_bars = {"globally": False, "metric_calculations": False}
    return context.data_sources.add_pandas("views")


def _try_expectation(data_source: Any, entry: Expectation, rows: Sequence[Row]) -> Iterator[Problem]:
    import great_expectations.expectations as known
    import pandas as pd

    kind = getattr(known, entry.type, None)
    if kind is None:
        near = nearest_value(entry.type, dir(known))
        yield _unusable(entry, f'"{entry.type}" is no expectation', f'"{near}"' if near else "")
        return
    try:
        expectation = kind(**entry.arguments)
    except ValueError as error:
        yield _unusable(entry, f"the arguments do not fit: {error}", f"those of {entry.type}")
        return
    frame = pd.DataFrame([{name: _plain(value) for name, value in row.items()} for row in rows])
    asset = data_source.add_dataframe_asset(entry.id)
    batch = asset.add_batch_definition_whole_dataframe(entry.id).get_batch({"dataframe": frame})
    result_format = {
        "result_format": "COMPLETE",
        "unexpected_index_column_names": [*entry.row_id, *entry.shows],
        "return_unexpected_index_query": False,
    }
    yield from _read_result(entry, batch.validate(expectation, result_format=result_format))


def _plain(value: Any) -> Any:
    # Days are compared as ISO text, which needs no conversion where a column is empty.
    return value.isoformat() if isinstance(value, date) else value


def _read_result(entry: Expectation, result: Any) -> Iterator[Problem]:
    failures = _failures(result.exception_info)
    for message in failures:
        yield _unusable(entry, message, "arguments that fit the view")
    if result.success or failures:
        return
    for row in result.result["unexpected_index_list"]:
        key = ", ".join(str(row[name]) for name in entry.row_id)
        told = ", ".join(f'{name} "{value}"' for name, value in sorted(row.items()) if name not in entry.row_id)
        yield Problem(
            severity=entry.severity,
            rule_id=f"expectations.{entry.id}",
            where=f"{entry.view} {key}",
            what=told or f'"{key}" does not fit',
            expected=entry.says,
            todo=entry.todo,
        )


def _failures(exception_info: Mapping[str, Any] | None) -> list[str]:
    # One metric gives its failure at the top, several give theirs by the metric's name.
    info = exception_info or {}
    parts = [info] if "raised_exception" in info else list(info.values())
    return sorted({str(part["exception_message"]) for part in parts if part["raised_exception"]})


def _unusable(entry: Expectation, what: str, expected: str) -> Problem:
    return Problem(
        severity="error",
        rule_id="expectations.unusable",
        where=f"expectation {entry.id}",
        what=what,
        expected=expected,
        todo="correct it in build/expectations",
    )
