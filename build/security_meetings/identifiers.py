"""Identifiers: opaque, short, made of the fewest raw facts, never of names, dates or run order."""

from __future__ import annotations

import hashlib
from collections.abc import Container

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


def make_free_id(row_id: str, taken: Container[str]) -> str:
    """Return an id like `row_id` that is not taken: itself, or one made of it."""
    made, count = row_id, 0
    while made in taken:
        count += 1
        made = make_id(row_id[0], row_id, count)
    return made


def make_evidence_id(origin: str, owner: str, column: str, rule_id: str, start: int | None, end: int | None) -> str:
    """Return the id of a row of evidence: made of its place, its rule, and the row and column that it stands for."""
    return make_id("e", origin, start or 0, f"{owner}|{column}|{rule_id}|{end}")


def origin_of_ids(text_sha256: str, article_id: str, duplicate_of: str | None) -> str:
    """Return what the ids of an article's rows are made of: the hash of its text; that of a text given twice, and its name."""
    return text_sha256 if duplicate_of is None else f"{text_sha256}|{article_id}"
