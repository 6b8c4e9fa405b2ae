"""No regular expression of the package or of its vocabularies can blow up: the form of each is looked at."""

from __future__ import annotations

import pytest

from patterns import UsedPattern, collect_patterns, find_ambiguities


def judge(text: str, method: str = "search") -> list[str]:
    return find_ambiguities(UsedPattern(text=text, flags=0, place="", methods=(method,)))


def test_time_grows_with_the_text_alone() -> None:
    patterns = collect_patterns()
    # Those of the vocabularies are among them, and how most are used was seen.
    assert len(patterns) > 250
    assert {"annotate/sentences.py", "extract/cues.py"} <= {pattern.place.split(":")[0] for pattern in patterns}
    assert sum(bool(pattern.methods) for pattern in patterns) > 0.75 * len(patterns)
    found = {f"{pattern.place} {pattern.text[:80]}": find_ambiguities(pattern) for pattern in patterns}
    assert {place: told for place, told in found.items() if told} == {}


@pytest.mark.parametrize(
    ("text", "method"),
    [
        (r"(?:a+)+b", "match"),
        (r"(a*)*b", "match"),
        (r"(?:\w+[-']?)*!", "fullmatch"),
        (r"\s*,?\s*x", "match"),
        (r"x\s*(?:and)?\s*(?:the)?y", "match"),
        (r"[a-z]+[\w.]*!", "fullmatch"),
        (r"\s+-\s+", "split"),
        (r"(?:\d+)-\d+", "search"),
        (r"x|\s*y", "finditer"),
    ],
)
def test_what_can_blow_up_is_found(text: str, method: str) -> None:
    assert judge(text, method)


@pytest.mark.parametrize(
    ("text", "method"),
    [
        (r"(?:a+b)+", "match"),
        (r"\s*+,?\s*+x", "match"),
        (r"\s*,\s*x", "match"),
        (r"(?<!\s)\s+-\s+", "split"),
        (r"\s+", "sub"),
        (r"\d+-\d+", "fullmatch"),
        (r"\b(?:one|two)\s+x", "search"),
        (r"[a-z]{1,9}[a-z]{1,9}!", "match"),
    ],
)
def test_what_cannot_is_left_alone(text: str, method: str) -> None:
    assert not judge(text, method)
