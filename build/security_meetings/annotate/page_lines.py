"""Lines above a story that look like headlines and are none: page names said twice, menus run together, cut headlines."""

from __future__ import annotations

import re
from collections.abc import Sequence

from security_meetings.annotate.lines import Line, bare_line, find_words

# The mark of a heading in Markdown: "## Minister meets envoy".
HEADING_MARK = r"#{1,6}\s+(?=\S)|\*\*(?=\S)"
CUT = re.compile(r"(?:…|\.{3}|\[(?:…|\.{3})\])$")
GLUED = re.compile(r"[a-z]{2}[A-Z][a-z]")
ADDRESS = re.compile(r"(?:https?://|www\.)\S+")
GLUED_POINTS = 3
CUT_WORDS = 3
NAME_WORDS = 4


def is_page_line(line: str) -> bool:
    """Return whether a line is a page's name said twice, a menu whose entries run together, or an address."""
    return is_said_twice(line) or is_glued_menu(line) or is_bare_address(line)


def is_said_twice(line: str) -> bool:
    """Return whether a line is the same few words twice: "Embassy Archives Embassy Archives"."""
    told = [word.casefold() for word in find_words(line)]
    half = len(told) // 2
    return 1 <= half <= NAME_WORDS and len(told) == 2 * half and told[:half] == told[half:]


def is_glued_menu(line: str) -> bool:
    """Return whether the entries of a menu run together in a line: "HomeNewsNews ReleasesContact"."""
    points, told = len(GLUED.findall(line)), len(find_words(line))
    return points >= GLUED_POINTS and points * 3 >= told


def is_bare_address(line: str) -> bool:
    """Return whether a line is the address of a page and hardly more."""
    return ADDRESS.search(line) is not None and len(find_words(ADDRESS.sub(" ", line))) <= 1


def is_cut_headline(lines: Sequence[Line], index: int) -> bool:
    """Return whether a line is the headline cut short that stands in full on the next one."""
    cut = CUT.search(lines[index].text)
    if cut is None or index + 1 >= len(lines):
        return False
    told = bare_line(lines[index].text[: cut.start()])
    return len(told.split()) >= CUT_WORDS and bare_line(lines[index + 1].text).startswith(told)
