"""Whether what a hand-kept file of TOML or JSON holds is of the kinds that its readers count on."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

# A kind; a list of one shape; or a table of shapes by key, "*" for all other keys. None stands for anything.
Shape = type | list[Any] | Mapping[str, Any] | None
_NAMES = {
    str: "a text",
    bool: "true or false",
    int: "a whole number",
    float: "a number",
    list: "a list",
    dict: "a table",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class WrongShape:
    """A value of the wrong kind: where it stands in the file, what is there, and what was expected."""

    place: str
    value: Any
    expected: str


def find_wrong_shapes(value: Any, shape: Shape, place: str = "") -> Iterator[WrongShape]:
    """Yield each part of a value that is not of its shape; keys that the shape does not know are passed over."""
    if isinstance(shape, Mapping):
        if not isinstance(value, dict):
            yield _wrong(place, value, dict)
            return
        for key, inner in value.items():
            yield from find_wrong_shapes(inner, shape.get(key, shape.get("*")), f"{place}.{key}" if place else str(key))
    elif isinstance(shape, list):
        if not isinstance(value, list):
            yield _wrong(place, value, list)
            return
        for number, inner in enumerate(value, start=1):
            yield from find_wrong_shapes(inner, shape[0], f"{place}[{number}]")
    elif shape is not None and not _is_of(value, shape):
        yield _wrong(place, value, shape)


def _is_of(value: Any, kind: type) -> bool:
    if kind is float:
        return type(value) in (int, float) and math.isfinite(value)
    # True is an integer for Python, not for a reader.
    return isinstance(value, kind) and (kind is bool or not isinstance(value, bool))


def _wrong(place: str, value: Any, kind: type) -> WrongShape:
    return WrongShape(place=place or "the file", value=value, expected=_NAMES[kind])
