"""What each file of citation and metadata tells, read back from the file itself, whoever wrote it."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from security_meetings.citation import (
    apa,
    bibtex,
    cff,
    codebook_markdown,
    codebook_page,
    croissant,
    ris,
    schema_org,
    zenodo,
)
from security_meetings.citation.codebook import TITLE_SUFFIX
from security_meetings.citation.work import DOI_RESOLVER

# Field of the work → what a file tells of it as text, empty or absent where it tells nothing.
Told = Mapping[str, str]
NAMES_JOINED = "; "
_RIS_LINE = re.compile(r"([A-Z][A-Z0-9])  - ?(.*)")
_MARKDOWN_FACT = re.compile(r"- \*\*(\w+):\*\* (.*?)(?: \(http[^()]*\))?")


def read_cff(text: str) -> Told:
    """Return what CITATION.cff tells; raises ValueError where it is no mapping in YAML."""
    import yaml

    try:
        document = yaml.safe_load(text)
    except yaml.YAMLError as error:
        raise ValueError(" ".join(str(error).split())) from error
    if not isinstance(document, dict):
        raise ValueError("no mapping")
    authors = [
        one.get("name") or ", ".join(_filled(one.get(key) for key in ("family-names", "given-names")))
        for one in _mappings(document.get("authors"))
    ]
    return {
        "title": _text(document.get("title")),
        "version": _text(document.get("version")),
        "licence": _text(document.get("license")),
        "creators": NAMES_JOINED.join(map(str, authors)),
        "released": _text(document.get("date-released")),
        "doi": _text(document.get("doi")),
        "homepage": _text(document.get("url")),
        "rights": _text(document.get("abstract")),
    }


def read_bibtex(text: str) -> Told:
    """Return what citation.bib tells; raises ValueError where it has no entry with a field a line."""
    fields = bibtex.read_fields(text)
    month, day = fields.get("month", "").lower(), fields.get("day", "")
    number = bibtex.MONTHS.index(month) + 1 if month in bibtex.MONTHS else 0
    date = f"{fields.get('year', '')}-{number:02}-{day:0>2}"
    return {
        "title": fields.get("title", ""),
        "version": fields.get("version", ""),
        "licence": fields.get("license", ""),
        "creators": NAMES_JOINED.join(bibtex.read_names(text)),
        "released": date if any((fields.get("year"), month, day)) else "",
        "doi": fields.get("doi", ""),
        "homepage": fields.get("url", ""),
        "rights": fields.get("copyright", ""),
    }


def read_ris(text: str) -> Told:
    """Return what citation.ris tells."""
    tags: dict[str, list[str]] = {}
    for line in text.splitlines():
        if match := _RIS_LINE.fullmatch(line):
            tags.setdefault(match.group(1), []).append(match.group(2))
    if "TY" not in tags:
        raise ValueError("no record")
    first = {tag: values[0] for tag, values in tags.items()}
    notes = tags.get("N1", [])
    licences = [note.removeprefix(ris.LICENCE_NOTE) for note in notes if note.startswith(ris.LICENCE_NOTE)]
    date = first.get("DA", "").rstrip("/").replace("/", "-")
    return {
        "title": first.get("TI", ""),
        "version": first.get("ET", ""),
        "licence": "".join(licences[:1]),
        "creators": NAMES_JOINED.join(tags.get("AU", [])),
        "released": date if date[:4] == first.get("PY", "") else f"{date} and {first.get('PY', '')}",
        "doi": first.get("DO", ""),
        "homepage": _homepage(first.get("UR", "")),
        "rights": NAMES_JOINED.join(note for note in notes if not note.startswith(ris.LICENCE_NOTE)),
    }


def read_citation_text(text: str) -> Told:
    """Return what citation.txt tells; the creators are as they are cited, in one text."""
    lines = text.splitlines()
    match = apa.PATTERN.fullmatch(lines[0]) if lines else None
    if match is None:
        raise ValueError("no citation in its first line")
    details = dict(line.split(": ", 1) for line in lines[1:] if line.split(": ")[0] in apa.LABELS.values())
    released = details.get(apa.LABELS["released"], "")
    year = match.group("year")
    url = match.group("url") or ""
    return {
        "title": match.group("title"),
        "version": match.group("version"),
        "licence": details.get(apa.LABELS["licence"], "").partition(" (")[0],
        "creators": match.group("creators"),
        "released": released if year == (released[:4] or apa.NO_DATE) else f"{released} and {year}",
        "doi": url.removeprefix(DOI_RESOLVER) if url.startswith(DOI_RESOLVER) else "",
        "homepage": details.get(apa.LABELS["homepage"], ""),
        "rights": lines[-1],
    }


def read_deposit(text: str) -> Told:
    """Return what .zenodo.json tells; the licence in the lower case in which the archive names it."""
    document = parse_json(text)
    related = [
        _text(one.get("identifier"))
        for one in _mappings(document.get("related_identifiers"))
        if one.get("relation") == zenodo.HOMEPAGE_RELATION
    ]
    return {
        "title": _text(document.get("title")),
        "version": _text(document.get("version")),
        "licence": _text(document.get("license")),
        "creators": NAMES_JOINED.join(_text(one.get("name")) for one in _mappings(document.get("creators"))),
        "released": _text(document.get("publication_date")),
        "doi": _text(document.get("doi")),
        "homepage": "".join(related[:1]),
        "rights": html.unescape(re.sub(r"</?p>", "", _text(document.get("notes")))),
    }


def read_json_ld(text: str) -> Told:
    """Return what schema-org.json or croissant.json tells; the licence by its address."""
    document = parse_json(text)
    creators = [
        ", ".join(_filled((one.get("familyName"), one.get("givenName")))) or _text(one.get("name"))
        for one in _mappings(document.get("creator"))
    ]
    return {
        "title": _text(document.get("name")),
        "version": _text(document.get("version")),
        "licence": _text(document.get("license")),
        "creators": NAMES_JOINED.join(creators),
        "released": _text(document.get("datePublished")),
        "doi": _text(document.get("identifier")).removeprefix(DOI_RESOLVER),
        "homepage": _homepage(_text(document.get("url"))),
        "rights": _text(document.get("copyrightNotice")),
    }


def read_codebook_text(text: str) -> Told:
    """Return what the title page of codebook.md tells."""
    lines = text.splitlines()
    if not lines or not lines[0].startswith("# "):
        raise ValueError("no heading in its first line")
    matches = (_MARKDOWN_FACT.fullmatch(line) for line in lines)
    facts = {match.group(1): codebook_markdown.read_markdown(match.group(2)) for match in matches if match}
    return _from_facts(codebook_markdown.read_markdown(lines[0].removeprefix("# ")), facts)


def read_codebook_page(text: str) -> Told:
    """Return what the title page of codebook.html tells."""
    return _from_facts(*codebook_page.read_title_page(text))


READERS: Mapping[str, Callable[[str], Told]] = {
    cff.FILE: read_cff,
    bibtex.FILE: read_bibtex,
    ris.FILE: read_ris,
    apa.FILE: read_citation_text,
    zenodo.FILE: read_deposit,
    schema_org.FILE: read_json_ld,
    croissant.FILE: read_json_ld,
    codebook_markdown.FILE: read_codebook_text,
    codebook_page.FILE: read_codebook_page,
}


def parse_json(text: str) -> dict[str, Any]:
    """Return a JSON object; raises ValueError where the text is none."""
    document = json.loads(text)
    if not isinstance(document, dict):
        raise ValueError("no JSON object")
    return document


def _from_facts(title: str, facts: Mapping[str, str]) -> Told:
    labels = {
        "version": "Version",
        "licence": "Licence",
        "creators": "Creators",
        "released": "Released",
        "doi": "DOI",
        "homepage": "Homepage",
        "rights": "Rights",
    }
    return {"title": title.removesuffix(TITLE_SUFFIX), **{name: facts.get(label, "") for name, label in labels.items()}}


def _text(value: Any) -> str:
    return "" if value is None else str(value)


def _filled(values: Iterable[Any]) -> Iterator[str]:
    return (str(value) for value in values if value)


def _mappings(value: Any) -> list[Mapping[str, Any]]:
    entries = value if isinstance(value, list) else [value]
    return [entry for entry in entries if isinstance(entry, Mapping)]


def _homepage(url: str) -> str:
    return "" if url.startswith(DOI_RESOLVER) else url
