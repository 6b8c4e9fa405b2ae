"""Names as they are written down: spaces folded, capitals only where a name has them."""

from __future__ import annotations

import re


def clean_name(name: str) -> str:
    """Return a name with white space folded, a space after glued initials, and capitals only where a name has them."""
    plain = re.sub(r" ?- ?", "-", re.sub(r"(?<=\.)(?=[^\W\d_])", " ", " ".join(name.split())))
    words = plain.split()
    shouted = [is_shouted(word) for word in words]
    if not any(shouted) or all(shouted):
        return plain
    return " ".join(lower_shouted(word) if shout else word for word, shout in zip(words, shouted, strict=True))


def is_shouted(word: str) -> bool:
    """Return whether a part of a name is a surname in capitals ("MORITA", "DE LA CRUZ"), no initial and no number."""
    letters = [letter for letter in word if letter.isalpha()]
    return word.isupper() and len(letters) > 2 and not set(letters) <= set("IVX")


def lower_shouted(word: str) -> str:
    """Return a surname in capitals with a capital at the head of each of its parts."""
    return re.sub(r"[^\W\d_]+", lambda part: part.group().capitalize(), word)
