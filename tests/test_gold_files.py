"""The coded texts of `tests/gold` and `tests/gold_second` keep to their form and to the codes of the coding rules."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from edtf import parse_edtf

GOLD = Path(__file__).parent / "gold"
SETS = (GOLD, Path(__file__).parent / "gold_second")
TEXTS = sorted(path for folder in SETS for path in (folder / "texts").glob("*.txt"))
CODED = sorted(path for folder in SETS for path in (folder / "coded").glob("*.yaml"))

DOCUMENT_KEYS = {"id", "based_on", "article", "meetings", "agreements", "threats", "actors", "notes"}
ARTICLE_KEYS = {"title", "outlet", "cites", "published"}
MEETING_KEYS = {"key", "type", "status", "date", "city", "country", "host", "organization", "participants"}
PARTICIPANT_KEYS = {"name", "role", "country", "organization"}
AGREEMENT_KEYS = {"type", "status", "parties", "date", "title", "count", "meeting"}

MEETING_TYPES = {"bilateral_meeting", "multilateral_meeting", "visit", "phone_call", "signing_ceremony"}
MEETING_STATUSES = {"held", "planned", "cancelled"}
AGREEMENT_TYPES = {
    "agreement",
    "treaty",
    "memorandum_of_understanding",
    "protocol",
    "declaration",
    "plan",
    "convention",
    "contract",
    "other",
}
AGREEMENT_STATUSES = {"signed", "in_force", "planned", "proposed", "terminated"}
THREAT_TYPES = {
    "terrorism",
    "terrorism_financing",
    "extremism",
    "radicalization",
    "separatism",
    "foreign_fighters",
    "drug_trafficking",
    "arms_trafficking",
    "human_trafficking",
    "irregular_migration",
    "smuggling",
    "organized_crime",
    "cybercrime",
    "financial_crime",
    "crime",
    "border_insecurity",
    "armed_conflict",
    "foreign_interference",
    "wmd",
}
COUNTRY = re.compile(r"[A-Z]{3}")
BODY = re.compile(r"[A-Z0-9][A-Za-z0-9+-]{1,15}")
DATE = re.compile(r"(?:\d{4}|\d{4}-\d\d|(?:\d{4}|XXXX)-\d\d-\d\d)")


def load(path: Path) -> dict[str, Any]:
    document: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return document


def plain(text: str) -> str:
    """The letters of a text without case and with every kind of apostrophe alike."""
    return re.sub("[’‘`ʼ]", "'", unicodedata.normalize("NFC", text)).casefold()


def is_edtf(value: Any) -> bool:
    """Whether a value is nothing, left open, or a date or interval in the form of the coding rules."""
    if value is None or value == "any":
        return True
    if not isinstance(value, str) or not 1 <= len(value.split("/")) <= 2:
        return False
    if not all(DATE.fullmatch(part) for part in value.split("/")):
        return False
    parse_edtf(value)
    ends = value.split("/")
    return ends[0] <= ends[-1]


def participants(document: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    for meeting in document["meetings"]:
        for person in meeting["participants"]:
            yield meeting["key"], person


by_file = pytest.mark.parametrize("path", CODED, ids=lambda path: path.stem)


def test_every_text_has_a_coding() -> None:
    assert TEXTS
    assert [text.stem for text in TEXTS] == [coded.stem for coded in CODED]


@by_file
def test_the_form_is_known(path: Path) -> None:
    document = load(path)
    assert set(document) == DOCUMENT_KEYS
    assert document["id"] == path.stem
    assert set(document["article"]) == ARTICLE_KEYS
    assert document["notes"]
    for meeting in document["meetings"]:
        assert set(meeting) == MEETING_KEYS, meeting["key"]
    for key, person in participants(document):
        assert set(person) == PARTICIPANT_KEYS, key
        assert person["name"] or person["role"], key
    for agreement in document["agreements"]:
        assert set(agreement) - {"optional"} == AGREEMENT_KEYS, agreement


@by_file
def test_the_codes_are_those_of_the_rules(path: Path) -> None:
    document = load(path)
    for meeting in document["meetings"]:
        assert meeting["type"] in MEETING_TYPES
        assert meeting["status"] in MEETING_STATUSES
    for agreement in document["agreements"]:
        assert agreement["type"] in AGREEMENT_TYPES
        assert agreement["status"] in AGREEMENT_STATUSES
        assert isinstance(agreement["count"], int) and agreement["count"] > 0
    assert set(document["threats"]) <= THREAT_TYPES
    assert len(document["threats"]) == len(set(document["threats"]))


@by_file
def test_states_and_bodies_are_codes(path: Path) -> None:
    document = load(path)
    for meeting in document["meetings"]:
        for field in ("country", "host"):
            assert meeting[field] is None or COUNTRY.fullmatch(meeting[field]), meeting["key"]
        assert meeting["organization"] is None or BODY.fullmatch(meeting["organization"]), meeting["key"]
    for key, person in participants(document):
        assert (person["country"] is None) != (person["organization"] is None), (key, person)
        assert person["country"] is None or COUNTRY.fullmatch(person["country"]), key
        assert person["organization"] is None or BODY.fullmatch(person["organization"]), key
    for agreement in document["agreements"]:
        assert all(BODY.fullmatch(party) for party in agreement["parties"])
        assert agreement["parties"] == sorted(set(agreement["parties"]))


@by_file
def test_dates_are_edtf(path: Path) -> None:
    document = load(path)
    assert is_edtf(document["article"]["published"])
    for row in [*document["meetings"], *document["agreements"]]:
        assert is_edtf(row["date"]), row


@by_file
def test_names_occur_in_the_text(path: Path) -> None:
    document = load(path)
    text = plain((path.parent.parent / "texts" / f"{path.stem}.txt").read_text(encoding="utf-8"))
    for key, person in participants(document):
        if person["name"]:
            assert plain(person["name"]) in text, (key, person["name"])
    title = document["article"]["title"]
    assert title is None or plain(title) in text


@by_file
def test_references_lead_somewhere(path: Path) -> None:
    document = load(path)
    keys = [meeting["key"] for meeting in document["meetings"]]
    assert len(keys) == len(set(keys))
    for agreement in document["agreements"]:
        assert agreement["meeting"] is None or agreement["meeting"] in keys, agreement


def test_some_meetings_are_told_twice() -> None:
    told = [meeting["key"] for path in CODED for meeting in load(path)["meetings"]]
    assert len(told) - len(set(told)) >= 3
