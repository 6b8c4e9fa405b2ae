"""From bytes to text: strict UTF-8, and for bytes that are something else what they likely are."""

from __future__ import annotations

from collections import Counter

from security_meetings.problems import Problem

_ALLOWED_CONTROLS = frozenset(b"\t\n\v\f\r\x1b")
_CONTROLS = frozenset(range(32)) - _ALLOWED_CONTROLS
_CONTROL_SHARE = 0.02
_WIDE_MARKS = ((b"\xff\xfe", "UTF-16LE"), (b"\xfe\xff", "UTF-16BE"))


def decode_bytes(content: bytes, where: str, rule_prefix: str) -> tuple[str | None, tuple[Problem, ...]]:
    """Return the text of UTF-8 bytes, or None and the problem that says which byte is not and what they may be."""
    wide = guess_wide_encoding(content)
    if wide is None and is_binary(content):
        told = "is a binary file, not a text"
        return None, (_problem(f"{rule_prefix}.binary-file", where, told, "plain text in UTF-8", "take it out"),)
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        offset = error.start
    else:
        if wide is None:
            return text, ()
        offset = content.index(0)
    likely = wide or guess_encoding(content)
    told = f"byte {offset} (0x{content[offset]:02X}) is not UTF-8, likely {likely}"
    todo = f"convert it: iconv -f {likely} -t UTF-8"
    return None, (_problem(f"{rule_prefix}.not-utf-8", where, told, "UTF-8", todo),)


def _problem(rule_id: str, where: str, what: str, expected: str, todo: str) -> Problem:
    return Problem(severity="error", rule_id=rule_id, where=where, what=what, expected=expected, todo=todo)


def is_binary(content: bytes) -> bool:
    """Return whether bytes hold a NUL or too many control characters for a text."""
    controls = sum(byte in _CONTROLS for byte in content)
    return 0 in content or controls > _CONTROL_SHARE * len(content)


def guess_wide_encoding(content: bytes) -> str | None:
    """Return the UTF-16 encoding that bytes are in by their mark or by a NUL in nearly every other place."""
    for mark, name in _WIDE_MARKS:
        if content.startswith(mark):
            return name
    half = len(content) // 2
    if half < 4:
        return None
    for first, name in ((1, "UTF-16LE"), (0, "UTF-16BE")):
        if content[first::2].count(0) > 0.7 * half and content[1 - first :: 2].count(0) == 0:
            return name
    return None


def guess_encoding(content: bytes) -> str:
    """Return the likely one-byte encoding: Cyrillic where high bytes stand in words, else the Western one."""
    high = [byte for byte in content if byte >= 0xC0]
    in_words = sum(len(run) for run in _high_runs(content) if len(run) >= 3)
    if not high or in_words < 0.6 * len(high):
        return "WINDOWS-1252"
    # In the Windows page small Cyrillic letters are the upper half, in KOI8-R the lower one.
    halves = Counter(byte >= 0xE0 for byte in high)
    return "WINDOWS-1251" if halves[True] >= halves[False] else "KOI8-R"


def _high_runs(content: bytes) -> list[bytes]:
    blanked = bytes(byte if byte >= 0xC0 else 32 for byte in content)
    return blanked.split()
