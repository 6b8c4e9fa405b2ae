"""Instruments: the tellings of one article joined to what they tell of, short references among them."""

from __future__ import annotations

from collections.abc import Sequence

from security_meetings.extract.agreement_instrument import Instrument
from security_meetings.extract.agreement_references import refers_to
from security_meetings.extract.agreement_tellings import Telling
from security_meetings.extract.agreement_words import UNTOLD_KIND, AgreementWords

NEAR = 3


def assemble_instruments(tellings: Sequence[Telling], words: AgreementWords) -> list[Instrument]:
    """Return the instruments of an article; sets whose members are told, and uncounted plurals, are left out."""
    instruments: list[Instrument] = []
    last_kind = UNTOLD_KIND
    for telling in tellings:
        if not telling.is_pronoun and not telling.noun.is_generic:
            last_kind = telling.noun.agreement_type
        found = next((i for i in reversed(instruments) if refers_to(telling, i)), None)
        if found is not None:
            found.tellings.append(telling)
            continue
        made = Instrument([telling])
        if telling.is_pronoun:
            if telling.is_definite or not instruments:
                continue
            made.inherited_type = last_kind
        instruments.append(made)
    kept = [i for i in instruments if i.status is not None and is_kept(i, instruments)]
    return [i for i in kept if not is_told_set(i, kept)]


def is_kept(instrument: Instrument, instruments: Sequence[Instrument]) -> bool:
    """Return whether it is one: a plural only with subject and year, an untold kind only where no other is told."""
    lead = instrument.lead
    if instrument.is_plural and lead.noun.is_generic:
        return False
    if instrument.is_plural:
        return (
            lead.status == "signed"
            and lead.title_text is not None
            and any(d.kind in ("year", "day") for d in lead.dates)
        )
    if lead.rule_id == "agreements.applied" and is_bare_agreement(instrument):
        return False
    if lead.is_gerund and lead.status == "planned" and not lead.title_text:
        return False
    if instrument.kind_telling.noun.is_generic and instrument.inherited_type is None:
        others = [i for i in instruments if i is not instrument and i.status is not None and not i.is_plural]
        return instrument.count > 1 or (not others and instrument.status == "signed")
    return True


def is_bare_agreement(instrument: Instrument) -> bool:
    """Return whether nothing is told of an agreement but that it is followed ("as part of the agreement")."""
    return (
        instrument.agreement_type == UNTOLD_KIND
        and instrument.inherited_type is None
        and all(t.title_text is None and not t.own_dates and not t.parties for t in instrument.tellings)
    )


def is_told_set(instrument: Instrument, instruments: Sequence[Instrument]) -> bool:
    """Return whether the members of a counted set are told besides, near it."""
    if instrument.count < 2:
        return False
    lead = instrument.tellings[0]
    members = [
        other
        for other in instruments
        if other.count == 1
        and not other.is_plural
        and other.inherited_type is None
        and 0 <= other.tellings[0].sentence - lead.sentence <= NEAR
        and other.tellings[0].start > lead.start
    ]
    return len(members) >= instrument.count
