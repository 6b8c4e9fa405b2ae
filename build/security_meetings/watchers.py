"""Who is told how a build goes on."""

from __future__ import annotations

from typing import Protocol


class Watcher(Protocol):
    """Is told how a build goes on."""

    def begin(self, stage: str, total: int | None) -> None:
        """Take note that a stage begins, and of how many steps it has."""

    def advance(self) -> None:
        """Take note of one step."""

    def tell(self, message: str) -> None:
        """Take note of a message for the reader."""


class SilentWatcher:
    """Says nothing."""

    def begin(self, stage: str, total: int | None) -> None:
        """Do nothing."""

    def advance(self) -> None:
        """Do nothing."""

    def tell(self, message: str) -> None:
        """Do nothing."""
