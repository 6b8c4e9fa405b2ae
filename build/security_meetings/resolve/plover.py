"""The PLOVER and CAMEO codes of a row, derived from its own codes by the checked bridge table."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from security_meetings.vocabularies import Vocabulary

Codes = tuple[str | None, str | None, str | None]


@dataclass(frozen=True, slots=True, eq=False)
class Plover:
    """The bridge: event, mode and CAMEO code by table, status and condition."""

    codes: dict[tuple[str, str, str], Codes]

    def meeting_codes(self, meeting_type: str, status: str, host_is_side: bool, third_place: bool) -> Codes:
        """Return event, mode and CAMEO code of a meeting."""
        condition = ""
        if meeting_type == "phone_call":
            condition = "phone"
        elif meeting_type == "multilateral_meeting":
            condition = "multilateral"
        elif host_is_side:
            condition = "host_is_side"
        elif third_place:
            condition = "third_place"
        return (
            self.codes.get(("meetings", status, condition))
            or self.codes.get(("meetings", status, ""))
            or (None, None, None)
        )

    def agreement_codes(self, status: str) -> tuple[str | None, str | None]:
        """Return event and CAMEO code of an agreement."""
        event, _, cameo = self.codes.get(("agreements", status, "")) or (None, None, None)
        return event, cameo


@cache
def build_plover(vocabulary: Vocabulary) -> Plover:
    """Return the bridge of a vocabulary, built once."""
    return Plover(
        {
            (row["table"], row["condition_status"], row["condition"]): (
                row["plover_event"] or None,
                row["plover_mode"] or None,
                row["cameo_code"] or None,
            )
            for row in vocabulary.gazetteer("plover")
        }
    )
