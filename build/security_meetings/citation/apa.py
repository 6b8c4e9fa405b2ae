"""citation.txt: the citation in words, by the manual of the American Psychological Association, 7th edition."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from security_meetings.citation.work import Contributor, Work

FILE = "citation.txt"
NO_DATE = "n.d."
MOST_NAMES = 20
LABELS = {"released": "Released", "homepage": "Homepage", "licence": "Licence"}


def format_apa(work: Work) -> str:
    """Return the citation as one line, without its italics; without a date of release it says n.d. (no date)."""
    year = str(work.released.year) if work.released else NO_DATE
    names = join_names([apa_name(creator) for creator in work.creators])
    parts = [
        f"{names if names.endswith('.') else f'{names}.'} ({year}).",
        f"{work.title} (Version {work.version}) [Data set].",
    ]
    publishers = [one.name for one in work.publishers if one not in work.creators]
    parts += [f"{'; '.join(publishers)}."] if publishers else []
    parts += [work.doi_url or work.url] if work.url else []
    return " ".join(parts)


def format_citation_text(work: Work) -> str:
    """Return the citation as a file: the line to copy, and below it what it has no place for."""
    return f"{format_apa(work)}\n\n" + "".join(f"{line}\n" for line in _details(work))


def _details(work: Work) -> Iterator[str]:
    if work.released:
        yield f"{LABELS['released']}: {work.released.isoformat()}"
    if work.homepage:
        yield f"{LABELS['homepage']}: {work.homepage}"
    yield f"{LABELS['licence']}: {work.licence.name} ({work.licence.url})"
    yield work.rights


def apa_name(creator: Contributor) -> str:
    """Return a name as it is cited: family name and initials, an organisation in full."""
    if not creator.is_person:
        return creator.name
    initials = " ".join("-".join(f"{part[0]}." for part in name.split("-") if part) for name in creator.given.split())
    return ", ".join(part for part in (creator.family, initials) if part)


def join_names(names: Sequence[str]) -> str:
    """Return names as a list; of more than twenty the first nineteen and the last."""
    if len(names) > MOST_NAMES:
        return f"{', '.join(names[: MOST_NAMES - 1])}, . . . {names[-1]}"
    return ", & ".join((", ".join(names[:-1]), names[-1])) if len(names) > 1 else "".join(names)


PATTERN = re.compile(
    r"(?P<creators>.*?\.) \((?P<year>\d{4}|n\.d\.)\)\. (?P<title>.*) \(Version (?P<version>[^ ()]+)\) \[Data set\]\."
    r"(?P<publishers> .*?\.)?(?: (?P<url>https?://\S+))?"
)
