"""Whether what a hand-kept file of TOML or JSON holds is of the kinds that its readers count on."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

# A kind; a list of one shape; or a table of shapes by key, "*" for all other keys, "key?" for one that may be missing.
# None stands for anything.
Shape = type | list[Any] | Mapping[str, Any] | None
ANY_KEY, OPTIONAL = "*", "?"


class Word(str):
    """A kind of text: one that holds more than spaces. A list of words holds at least one."""


_NAMES = {
    str: "a text",
    Word: "a word",
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
            yield from find_wrong_shapes(inner, _shape_of(key, shape), _place_of(key, place))
    elif isinstance(shape, list):
        if not isinstance(value, list):
            yield _wrong(place, value, list)
            return
        if not value and shape[0] is Word:
            yield WrongShape(place=place or "the file", value=value, expected="at least one word")
        for number, inner in enumerate(value, start=1):
            yield from find_wrong_shapes(inner, shape[0], f"{place}[{number}]")
    elif shape is not None and not _is_of(value, shape):
        yield _wrong(place, value, shape)


def find_missing_keys(value: Any, shape: Shape, place: str = "") -> Iterator[tuple[str, str, Mapping[str, Any]]]:
    """Yield the place of each table, a key that its shape names and that is not there, and the table."""
    if isinstance(shape, Mapping) and isinstance(value, dict):
        for key in shape:
            if key != ANY_KEY and not key.endswith(OPTIONAL) and key not in value:
                yield place, key, value
        for key, inner in value.items():
            yield from find_missing_keys(inner, _shape_of(key, shape), _place_of(key, place))
    elif isinstance(shape, list) and isinstance(value, list):
        for number, inner in enumerate(value, start=1):
            yield from find_missing_keys(inner, shape[0], f"{place}[{number}]")


def _shape_of(key: str, shape: Mapping[str, Any]) -> Shape:
    found: Shape = shape.get(key, shape.get(f"{key}{OPTIONAL}", shape.get(ANY_KEY)))
    return found


def _place_of(key: str, place: str) -> str:
    return f"{place}.{key}" if place else str(key)


def _is_of(value: Any, kind: type) -> bool:
    if kind is Word:
        return isinstance(value, str) and bool(value.strip())
    if kind is float:
        return type(value) in (int, float) and math.isfinite(value)
    # True is an integer for Python, not for a reader.
    return isinstance(value, kind) and (kind is bool or not isinstance(value, bool))


def _wrong(place: str, value: Any, kind: type) -> WrongShape:
    return WrongShape(place=place or "the file", value=value, expected=_NAMES[kind])
