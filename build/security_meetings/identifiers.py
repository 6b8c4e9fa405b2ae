"""Identifiers: opaque, short, made of the fewest raw facts, never of names, dates or run order."""

from __future__ import annotations

import hashlib

ALPHABET = "0123456789abcdefghijklmnopqrstuvwxyz"
LENGTHS = {"q": 8}
DEFAULT_LENGTH = 10


def make_id(prefix: str, text_sha256: str, start: int, extra: str = "") -> str:
    """Return the id of what was first coded from the word at `start` of the raw text with that hash.

    A letter for the table, then digits and lower-case letters. `extra` tells apart what is coded from one word.
    """
    digest = hashlib.sha256(f"{prefix}|{text_sha256}|{start}|{extra}".encode()).digest()
    number = int.from_bytes(digest, "big")
    letters = []
    for _ in range(LENGTHS.get(prefix, DEFAULT_LENGTH)):
        number, rest = divmod(number, len(ALPHABET))
        letters.append(ALPHABET[rest])
    return prefix + "".join(letters)
