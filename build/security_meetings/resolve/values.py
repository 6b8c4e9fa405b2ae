"""The one value of several accounts: by rank of the codes, else the most frequent, then the earliest report's."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import TypeVar

Value = TypeVar("Value", bound=Hashable)

STATUS_RANK = ("held", "cancelled", "planned")
TYPE_RANK = ("multilateral_meeting", "bilateral_meeting", "phone_call", "signing_ceremony", "visit")
AGREEMENT_STATUS_RANK = ("terminated", "signed", "in_force", "planned", "proposed")


def by_rank(values: Sequence[str], rank: Sequence[str]) -> str:
    """Return the value that stands first in the rank."""
    return min(values, key=rank.index)


def most_frequent(values: Sequence[Value | None]) -> Value | None:
    """Return the value told most often, of equals the one told first; None where none is told."""
    told = [value for value in values if value is not None]
    return max(told, key=lambda value: (told.count(value), -told.index(value)), default=None)


def fullest(values: Sequence[str | None]) -> str | None:
    """Return the value of most words, of equals the longest, then the first."""
    told = [value for value in values if value]
    return max(
        told, key=lambda value: (len(value.replace("-", " ").split()), len(value), -told.index(value)), default=None
    )
