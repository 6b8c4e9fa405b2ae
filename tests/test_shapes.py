"""Values of the wrong kind in hand-kept files are told with their place; what is of its kind is passed over."""

from __future__ import annotations

from typing import Any

import pytest

from security_meetings.problems import DataProblems
from security_meetings.project import find_project
from security_meetings.shapes import Shape, find_wrong_shapes

SHAPE: Shape = {
    "name": str,
    "on": bool,
    "least": float,
    "count": int,
    "rows": [{"id": str, "any": None}],
    "more": {"*": int},
}


def told(value: Any) -> list[tuple[str, str]]:
    return [(found.place, found.expected) for found in find_wrong_shapes(value, SHAPE)]


@pytest.mark.parametrize(
    ("value", "place", "expected"),
    [
        ([], "the file", "a table"),
        ({"name": 1}, "name", "a text"),
        ({"on": "true"}, "on", "true or false"),
        ({"on": 1}, "on", "true or false"),
        ({"least": float("nan")}, "least", "a number"),
        ({"least": True}, "least", "a number"),
        ({"count": True}, "count", "a whole number"),
        ({"rows": {}}, "rows", "a list"),
        ({"rows": [{"id": "x"}, "y"]}, "rows[2]", "a table"),
        ({"rows": [{"id": None}]}, "rows[1].id", "a text"),
        ({"more": {"x": "1"}}, "more.x", "a whole number"),
    ],
)
def test_a_value_of_the_wrong_kind_is_told(value: Any, place: str, expected: str) -> None:
    assert told(value) == [(place, expected)]


def test_what_is_of_its_kind_or_not_known_is_passed_over() -> None:
    value = {
        "name": "",
        "on": False,
        "least": 1,
        "count": 0,
        "rows": [{"id": "x", "any": [1]}],
        "more": {"x": 1},
        "z": [],
    }
    assert told(value) == []


@pytest.mark.parametrize(
    ("change", "where"),
    [
        ({"resources": [{"title": "x"}]}, "resources[1]"),
        ({"resources": "x"}, "resources"),
        ({"title": 3}, "title"),
    ],
)
def test_a_descriptor_of_the_wrong_shape_is_told(tmp_path: Any, change: dict[str, Any], where: str) -> None:
    with pytest.raises(DataProblems) as found:
        find_project(tmp_path / "raw", {"name": "security-meetings", "version": "0.1.0", **change})
    assert [problem.where for problem in found.value.problems] == [f"datapackage.json, {where}"]
