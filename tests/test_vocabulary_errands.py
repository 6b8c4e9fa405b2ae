"""What build/vocabularies/README.md tells a newcomer to do is done here on a copy, just as told, and then tried."""

from __future__ import annotations

import csv
import re
import shutil
from bisect import bisect, insort
from pathlib import Path

import pytest

from coder_cases import make_article
from security_meetings.annotate import annotate_article
from security_meetings.extract import extract_document
from security_meetings.records import Coding
from security_meetings.vocabularies import Vocabulary, load_vocabulary, read_codebook
from security_meetings.vocabulary_checks import check_vocabulary

VOCABULARIES = Path(__file__).parents[1] / "build" / "vocabularies"
README = VOCABULARIES / "README.md"
OFFICE_FILE, OFFICE_TYPE = "codebook/office_types.toml", "interior_minister"
THREAT = "The ministers of Peru and Brazil met in Lima. They spoke of the jamming of GPS signals over the sea."
OFFICE = "Togolese Minister of Civil Order Yao Mensah met Ghanaian President Kojo Asare in Lomé."
COUNTRY = "Ivorien Foreign Minister Awa Koné met Ghanaian President Kojo Asare in Accra."
OUTLET = "LOMÉ, May 5, 2024 (RWF) - Togolese President Yao Mensah met Ghanaian President Kojo Asare."


def errands() -> list[tuple[str, str]]:
    """Return the files that the steps name, each with what is to be added to it."""
    text = README.read_text(encoding="utf-8").partition("## Four errands")[2].partition("\n## ")[0]
    steps = re.findall(r"`((?:codebook|gazetteer)/[\w.]+)`[^`]*(?:`[^`/]+`[^`]*)*```(?:toml|csv)\n(.*?)```", text, re.S)
    return [(name, added.strip("\n")) for name, added in steps]


def code_and_name(row: str) -> list[str]:
    return next(csv.reader([row]))[:2]


def add_rows(path: Path, rows: list[str]) -> None:
    header, *known = path.read_text(encoding="utf-8").splitlines()
    for row in rows:
        insort(known, row, key=code_and_name)
    path.write_text("\n".join([header, *known, ""]), encoding="utf-8")


def add_pattern(path: Path, pattern: str) -> None:
    """Write a phrase before the one that follows it in the alphabet, within the block of its type."""
    known = read_codebook(path)[OFFICE_TYPE]["patterns"]
    after = known[bisect(known, pattern.strip('"'))]
    before, block, rest = path.read_text(encoding="utf-8").partition(f"[{OFFICE_TYPE}]")
    assert f'"{after}"' in rest
    path.write_text(before + block + rest.replace(f'"{after}"', f'{pattern}, "{after}"', 1), encoding="utf-8")


@pytest.fixture(scope="module")
def extended(tmp_path_factory: pytest.TempPathFactory) -> Vocabulary:
    """Return the vocabulary after all steps of the README."""
    folder = tmp_path_factory.mktemp("errands") / "vocabularies"
    shutil.copytree(VOCABULARIES, folder)
    for name, added in errands():
        path = folder / name
        if path.suffix == ".csv":
            add_rows(path, added.splitlines())
        elif name == OFFICE_FILE:
            add_pattern(path, added)
        else:
            path.write_text(f"{path.read_text(encoding='utf-8')}\n{added}\n", encoding="utf-8")
    return load_vocabulary(folder)


def code(text: str, vocabulary: Vocabulary) -> Coding:
    return extract_document(annotate_article(make_article(text), vocabulary), vocabulary)


def what_is_told(coding: Coding) -> set[str | None]:
    """Return threats, offices, states and the outlet of a coding."""
    persons = [person for meeting in coding.meetings for person in meeting.participants]
    told = {coding.article.outlet_id, *(threat.threat_type for threat in coding.threats)}
    return told | {person.office_type for person in persons} | {person.country_code for person in persons}


def test_the_readme_tells_four_errands() -> None:
    assert [name for name, _ in errands()] == [
        "codebook/threat_types.toml",
        OFFICE_FILE,
        "gazetteer/country_names.csv",
        "gazetteer/outlets.csv",
        "gazetteer/outlet_names.csv",
    ]


def test_the_steps_leave_a_sound_vocabulary(extended: Vocabulary) -> None:
    assert [problem for problem in check_vocabulary(extended) if problem.severity == "error"] == []


@pytest.mark.parametrize(
    ("text", "value"),
    [(THREAT, "gps_jamming"), (OFFICE, OFFICE_TYPE), (COUNTRY, "CIV"), (OUTLET, "reef_wire")],
    ids=["threat", "office", "country", "outlet"],
)
def test_what_was_added_is_coded_and_was_not_before(extended: Vocabulary, text: str, value: str) -> None:
    assert value not in what_is_told(code(text, load_vocabulary()))
    assert value in what_is_told(code(text, extended))
