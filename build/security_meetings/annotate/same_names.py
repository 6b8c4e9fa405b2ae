"""When two names may be one person's: spelled alike, joined or apart, in any order, the shorter within the longer."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from rapidfuzz import fuzz

SAME_WORD = 80
SHORT_WORD = 4


def name_words(name: str) -> tuple[str, ...]:
    """Return the words of a name that tell people apart, in lower case."""
    words = name.lower().replace("’", "'").replace("-", " ").replace(".", " ").split()
    long = tuple(
        word for word in words if len(word) > 1 and word not in ("al", "el", "bin", "ibn", "ul", "de", "van", "von")
    )
    return long or tuple(words)


def same_words(short: Sequence[str], long: Sequence[str]) -> bool:
    """Return whether every word of the shorter name stands, spelled alike, in the longer one."""
    rest = list(enumerate(long))
    places: list[int] = []
    is_exact = True
    for word in short:
        place, twin = max(rest, key=lambda other: fuzz.ratio(word, other[1]), default=(0, ""))
        if not twin or (word != twin if len(word) < SHORT_WORD else fuzz.ratio(word, twin) < SAME_WORD):
            return False
        rest.remove((place, twin))
        places.append(place)
        is_exact = is_exact and word == twin
    # "Young Kim" is no "Kim Yong": what stands in another order must be spelled the same.
    return is_exact or places == sorted(places)


def same_name(one: Sequence[str], other: Sequence[str]) -> bool:
    """Return whether two names may be one person's: joined alike, or the shorter within the longer."""
    return bool(one) and bool(other) and _same(tuple(one), tuple(other))


# The names of an article are compared again at each mention of each person.
@lru_cache(maxsize=1 << 17)
def _same(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    if fuzz.ratio("".join(one), "".join(other)) >= 88 and min(len(one), len(other)) > 1:
        return True
    short, long = sorted((one, other), key=len)
    return same_words(short, long) or fuzz.ratio("".join(short), "".join(long)) >= 90
