"""Cells: a value as the text that stands for it in a file, and the text as the value that its column declares."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from security_meetings.edtf_bounds import is_valid_edtf
from security_meetings.problems import nearest_value
from security_meetings.schemas import LIST_SEPARATOR, Column

# A row of a file: the text of each cell by its column.
Cells = Mapping[str, str]
# Columns of one name, which lists of names take up elsewhere; titles may have the mark of lists in them.
_NAMES = frozenset({"city", "dateline_place", "name", "role"})
_BOOLEANS = {"true": True, "false": False}


class BadCell(ValueError):
    """Raised for a text that is no value of its column; tells what was expected."""


def format_cell(cell: Any) -> str:
    """Return the text of a cell; raises TypeError for a value of a type that no published column has."""
    match cell:
        case None:
            return ""
        case bool():
            return "true" if cell else "false"
        case str():
            return cell
        case int():
            return str(cell)
        case float():
            return repr(cell)
        case datetime():
            return cell.isoformat().replace("+00:00", "Z")
        case date():
            return cell.isoformat()
        case _:
            raise TypeError(f"no text for a cell of type {type(cell).__name__}")


def parse_cell(text: str, column: Column) -> Any:
    """Return the value of a text, None for an empty one; raises BadCell where the column does not allow it."""
    if not text:
        if column.is_required:
            raise BadCell("a value: the cell may not be empty")
        return None
    value = _parse(text, column)
    if column.is_edtf and not is_valid_edtf(text):
        raise BadCell("EDTF level 1, such as 2019-09-13, 2019-09 or XXXX-05-02")
    _check_constraints(text, value, column)
    if column.is_list:
        members = sorted({member.strip() for member in text.split(LIST_SEPARATOR) if member.strip()})
        if text != LIST_SEPARATOR.join(members):
            raise BadCell(f'a sorted list: "{LIST_SEPARATOR.join(members)}"')
    return value


def _parse(text: str, column: Column) -> Any:
    try:
        match column.type:
            case "boolean":
                return _BOOLEANS[text]
            case "integer":
                return int(text)
            case "number":
                return float(text)
            case "date":
                return date.fromisoformat(text)
            case _:
                return text
    except (KeyError, ValueError) as error:
        wanted = {"boolean": "true or false", "integer": "a whole number", "number": "a number"}
        raise BadCell(wanted.get(column.type, "a day such as 2019-09-13")) from error


def _check_constraints(text: str, value: Any, column: Column) -> None:
    constraints = column.constraints
    if "enum" in constraints and text not in constraints["enum"]:
        near = nearest_value(text, constraints["enum"])
        raise BadCell(f"one of {', '.join(constraints['enum'])}" + (f'; nearest is "{near}"' if near else ""))
    if "pattern" in constraints and not re.fullmatch(constraints["pattern"], text):
        raise BadCell(f'a value such as "{column.example}"')
    if "minimum" in constraints and value < constraints["minimum"]:
        raise BadCell(f"at least {constraints['minimum']}")
    if "maximum" in constraints and value > constraints["maximum"]:
        raise BadCell(f"at most {constraints['maximum']}")
    if "maxLength" in constraints and len(text) > constraints["maxLength"]:
        raise BadCell(f"at most {constraints['maxLength']} characters")
    if text != text.strip():
        raise BadCell("no space at either end")
    if column.name in _NAMES and LIST_SEPARATOR in text:
        raise BadCell(f'one {column.name}: "{LIST_SEPARATOR}" parts the members of lists, and this column has none')
