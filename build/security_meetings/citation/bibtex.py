"""citation.bib: one BibTeX entry, for BibLaTeX and for older styles alike."""

from __future__ import annotations

import re
from collections.abc import Iterator

from security_meetings.citation.work import Contributor, Work

FILE = "citation.bib"
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
# A lone brace would end or open the value whatever stands before it, so braces are commands too.
TEX = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    # In the old encoding of TeX's fonts these print as other signs.
    "<": r"\textless{}",
    ">": r"\textgreater{}",
    "|": r"\textbar{}",
    **{letter: f"\\{letter}" for letter in "&%$#_"},
}
_UNSAFE = re.compile("[" + re.escape("".join(TEX)) + "]")
_COMMANDS = {"{}": "", **{command: letter for letter, command in TEX.items()}}
_LIGATURE = re.compile(r"(?<=-)(?=-)|(?<=`)(?=`)|(?<=')(?=')")
_COMMAND = re.compile("|".join(re.escape(command) for command in sorted(_COMMANDS, key=len, reverse=True)))
_SIMPLE_NAME = re.compile(r"[^\W\d_]+(?:[ '’.-]+[^\W\d_]+)*\.?")


def format_bibtex(work: Work) -> str:
    """Return the citation as a BibTeX entry; its key is made of the name and the version of the dataset.

    Styles that know no `version` print `howpublished`, those that do leave it out for this type.
    """
    date = work.released
    values = {
        "author": f"{{{' and '.join(_format_name(creator) for creator in work.creators)}}}",
        "title": f"{{{{{escape_tex(work.title)}}}}}",
        "version": f"{{{work.version}}}",
        "howpublished": f"{{Data set, version {work.version}}}",
        "year": date and f"{{{date.year}}}",
        "month": date and MONTHS[date.month - 1],
        "day": date and f"{{{date.day}}}",
        "publisher": work.publishers and f"{{{{{escape_tex('; '.join(one.name for one in work.publishers))}}}}}",
        "doi": work.doi and f"{{{work.doi}}}",
        "url": work.homepage and f"{{{work.homepage}}}",
        "license": f"{{{work.licence.name}}}",
        "copyright": f"{{{escape_tex(work.rights)}}}",
        "keywords": work.keywords and f"{{{escape_tex(', '.join(work.keywords))}}}",
    }
    fields = ",\n".join(f"  {name} = {value}" for name, value in values.items() if value)
    return f"@dataset{{{entry_key(work)},\n{fields}\n}}\n"


def entry_key(work: Work) -> str:
    """Return the key of the entry: name and version, without what a key may not hold."""
    return re.sub(r"[^0-9A-Za-z.-]+", "-", f"{work.name}-{work.version}")


def escape_tex(text: str) -> str:
    """Return a text in which TeX finds nothing to run and no ligature, and whose braces are balanced."""
    return _LIGATURE.sub("{}", _UNSAFE.sub(lambda found: TEX[found.group()], text))


def _format_name(creator: Contributor) -> str:
    if not creator.is_person:
        return f"{{{escape_tex(creator.name)}}}"
    return ", ".join(_protect(part) for part in (creator.family, creator.given) if part)


def _protect(part: str) -> str:
    """Return a part of a name, in braces where BibTeX would take it apart."""
    is_simple = _SIMPLE_NAME.fullmatch(part) and "and" not in part.lower().split()
    return part if is_simple else f"{{{escape_tex(part)}}}"


def read_fields(text: str) -> dict[str, str]:
    """Return the fields of an entry as plain text; raises ValueError where there is none with a field a line."""
    fields = {name: _untex(_unbrace(_unbrace(value))) for name, value in _raw_fields(text).items()}
    if not fields:
        raise ValueError("no entry with fields")
    return fields


def read_names(text: str) -> list[str]:
    """Return the authors of an entry, persons with the family name first."""
    author = _unbrace(_raw_fields(text).get("author", ""))
    return [
        ", ".join(_untex(_unbrace(part)) for part in _split_outside(name, ", "))
        for name in _split_outside(author, " and ")
    ]


def _raw_fields(text: str) -> dict[str, str]:
    told = (line.strip().removesuffix(",").partition(" = ") for line in text.splitlines())
    return {name.lower(): value for name, mark, value in told if mark and name.isidentifier()}


def _unbrace(value: str) -> str:
    """Return a value without the pair of braces around all of it."""
    if not (value.startswith("{") and value.endswith("}")):
        return value
    depth = 0
    for index, letter in enumerate(value):
        depth += (letter == "{") - (letter == "}")
        if depth == 0 and index < len(value) - 1:
            return value
    return value[1:-1]


def _untex(text: str) -> str:
    return _COMMAND.sub(lambda found: _COMMANDS[found.group()], text)


def _split_outside(text: str, separator: str) -> Iterator[str]:
    """Yield the parts of a text between separators that stand outside of braces."""
    depth = start = 0
    for index, letter in enumerate(text):
        depth += (letter == "{") - (letter == "}")
        if depth == 0 and text.startswith(separator, index):
            yield text[start:index]
            start = index + len(separator)
    yield text[start:]
