"""Tokens of the reading text: words, numbers, stops; possessives and initials stand alone."""

from __future__ import annotations

import re
from dataclasses import dataclass

TOKEN = re.compile(
    r"[^\W\d_]{2,}(?=-(?:[A-Z]\.){2})"  # the first part of Japan-U.S.
    r"|(?:[^\W\d_]\.){2,}"  # U.S., H.E.
    r"|[A-Z]\.(?=\s?[A-Z])"  # the initial of K.Junushaliev
    r"|['’ʼ`´]s(?![^\W_])"  # possessive
    r"|\d+(?:[.,:]\d+)*"
    r"|[^\W_]+(?:(?:['’ʼ`´](?!s(?![^\W_]))|-)[^\W_]+)*"
    r"|\S"
)
# The Turkish capital would lose its dot to a sign of its own.
TURKISH = str.maketrans({"İ": "I"})
APOSTROPHES = str.maketrans({"’": "'", "ʼ": "'", "`": "'", "´": "'", "‘": "'"})


@dataclass(frozen=True, slots=True)
class Token:
    """A token of the reading text with its lower-case form, apostrophes made plain."""

    start: int
    end: int
    text: str
    lower: str

    @property
    def is_capitalised(self) -> bool:
        """Return whether the first letter is a capital, after a prefix such as al- too."""
        return self.text[:1].isupper() or ("-" in self.text and self.text.rsplit("-", 1)[-1][:1].isupper())


def tokenize(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """Return the tokens of text[start:end], offsets counted from the start of the text."""
    found = []
    for match in TOKEN.finditer(text, start, len(text) if end is None else end):
        word = match.group()
        found.append(Token(match.start(), match.end(), word, word.translate(TURKISH).lower().translate(APOSTROPHES)))
    return found
