"""What an invented text of outlets and offices of all regions tells of itself."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """A text, the facts that it states, where its story begins and ends, and what the story must not hold."""

    name: str
    text: str
    begins: str
    ends: str
    title: str | None = None
    outlet: str | None = None
    cites: tuple[str, ...] = ()
    published: str | None = None
    place: str | None = None
    never: tuple[str, ...] = ()
