"""What an engine finds wrong with one file of a package, in the words of Frictionless, and how much of it is told."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from frictionless import errors

# Frictionless stops reading a file here; whoever finds more tells no more.
LARGEST_COUNT = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """The faults of one file: its path in the package, its resource, and the descriptors of its errors."""

    place: str
    resource_name: str
    errors: tuple[Mapping[str, Any], ...] = ()
    warnings: tuple[str, ...] = ()


class UniqueKeyError(errors.RowError):
    """A row with the same unique key as one before it."""

    type = "unique-key"
    title = "UniqueKey Error"
    description = "Values of a unique key should be unique for every row"
    template = 'Row at position "{rowNumber}" violates the unique key: {note}'


def note_unique_key(key: tuple[str, ...], earlier: int) -> str:
    """Return what is told of a unique key that stands in an earlier row too."""
    return f'for "{", ".join(key)}": the same as in the row at position {earlier}'
