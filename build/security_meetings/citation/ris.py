"""citation.ris: one record for reference managers."""

from __future__ import annotations

from collections.abc import Iterator

from security_meetings.citation.work import Work

FILE = "citation.ris"
LICENCE_NOTE = "Licence: "


def format_ris(work: Work) -> str:
    """Return the citation as a RIS record of the type data set."""
    return "".join(f"{tag}  - {value}\n" for tag, value in _lines(work))


def _lines(work: Work) -> Iterator[tuple[str, str]]:
    yield "TY", "DATA"
    yield from (("AU", creator.inverted) for creator in work.creators)
    yield "TI", work.title
    yield "ET", work.version
    if work.released:
        yield "PY", f"{work.released:%Y}"
        yield "DA", f"{work.released:%Y/%m/%d}/"
    yield from (("PB", publisher.name) for publisher in work.publishers)
    if work.doi:
        yield "DO", work.doi
    if work.url:
        yield "UR", work.url
    yield "AB", work.description
    yield from (("KW", keyword) for keyword in work.keywords)
    yield "N1", f"{LICENCE_NOTE}{work.licence.name}"
    yield "N1", work.rights
    yield "ER", ""
