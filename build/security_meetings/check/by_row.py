"""The engine that reads row by row: Frictionless, with the unique keys that it knows of and does not enforce."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, ClassVar

from frictionless import Check, Checklist

from security_meetings.check.found import LARGEST_COUNT, Found, UniqueKeyError, note_unique_key


class UniqueKeys(Check):
    """Check that no unique key of a table stands in two rows; as in SQL, an empty cell is equal to no other."""

    type = "unique-keys"
    Errors: ClassVar[list[Any]] = [UniqueKeyError]

    def connect(self, resource: Any) -> None:
        """Connect to a resource and forget what was read of another."""
        super().connect(resource)
        declared = resource.schema.custom.get("uniqueKeys", ()) if resource.schema else ()
        self._seen: dict[tuple[str, ...], dict[tuple[Any, ...], int]] = {tuple(key): {} for key in declared}

    def validate_row(self, row: Any) -> Iterable[Any]:
        """Yield an error for each unique key that the row shares with one before it."""
        for key, seen in self._seen.items():
            if not all(name in row for name in key):
                continue
            cells = tuple(row[name] for name in key)
            if None in cells:
                continue
            earlier, seen[cells] = seen.get(cells), row.row_number
            if earlier is not None:
                yield UniqueKeyError.from_row(row, note=note_unique_key(key, earlier))


def find_by_row(resource: Any) -> Found:
    """Return what Frictionless finds wrong with a resource of a package."""
    (task,) = resource.validate(Checklist(checks=[UniqueKeys()]), limit_errors=LARGEST_COUNT).tasks
    return Found(
        place=task.place,
        resource_name=task.name,
        errors=tuple(error.to_descriptor() for error in task.errors),
        warnings=tuple(task.warnings),
    )
