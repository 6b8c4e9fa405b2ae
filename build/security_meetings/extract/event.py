"""One encounter of an article while it is put together of the frames that tell of it."""

from __future__ import annotations

from dataclasses import dataclass, field

from security_meetings.documents import DateMention, PlaceMention
from security_meetings.extract.frames import Frame
from security_meetings.records import Status


@dataclass(slots=True)
class Event:
    """One encounter of an article while it is put together."""

    frames: list[Frame]
    form: str
    status: Status
    persons: list[int]
    hosts: list[int] = field(default_factory=list)
    organization_id: str | None = None
    margins: Event | None = None
    sides: list[str] = field(default_factory=list)
    least_sides: int = 0

    @property
    def lead(self) -> Frame:
        """Return the frame that the event was first coded from."""
        return self.frames[0]

    @property
    def is_session(self) -> bool:
        """Return whether the event is a session, to which persons are added by attending."""
        return self.form == "session"

    def dates(self) -> list[DateMention]:
        """Return all dates told of the event, once each."""
        return list(dict.fromkeys(d for frame in self.frames for d in frame.setting.dates))

    def places(self) -> list[tuple[PlaceMention, Frame]]:
        """Return all places told of the event, with their frames, most direct first."""
        return [(place, frame) for frame in self.frames for place in frame.setting.places]
