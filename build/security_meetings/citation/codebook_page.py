"""codebook.html: the codebook as one page, for a browser without a network, and for paper."""

from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path

from security_meetings.citation.codebook import Codebook

FILE = "codebook.html"
TEMPLATE = "codebook.html.jinja"


def format_page(codebook: Codebook) -> str:
    """Return the codebook as a page of HTML that needs nothing besides itself."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    return environment.get_template(TEMPLATE).render(codebook=codebook)


def read_title_page(text: str) -> tuple[str, dict[str, str]]:
    """Return heading and facts of a page; raises ValueError where it has no heading."""
    reader = _PageReader()
    reader.feed(text)
    reader.close()
    title = "".join(words for tag, words in reader.told if tag == "h1")
    if not title:
        raise ValueError("no heading")
    pairs = zip(reader.told, reader.told[1:], strict=False)
    facts: dict[str, str] = {}
    for (tag, label), (_, value) in pairs:
        if tag == "dt":
            facts.setdefault(label, value)
    return title, facts


class _PageReader(HTMLParser):
    """Collects the text of headings and of the terms and values of lists, in their order."""

    TAGS = ("h1", "dt", "dd")

    def __init__(self) -> None:
        super().__init__()
        self.told: list[tuple[str, str]] = []
        self._is_within = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a text at each of the tags."""
        if tag in self.TAGS:
            self.told.append((tag, ""))
            self._is_within = True

    def handle_endtag(self, tag: str) -> None:
        """End the text at its tag."""
        self._is_within = self._is_within and tag not in self.TAGS

    def handle_data(self, data: str) -> None:
        """Add to the text that is open."""
        if self._is_within:
            tag, words = self.told[-1]
            self.told[-1] = (tag, words + data)
