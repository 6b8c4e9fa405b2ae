"""Tellings completed with their titles, their dates and the parties that their words name."""

from __future__ import annotations

from security_meetings.documents import DateMention, Document
from security_meetings.extract.agreement_labels import find_label, resolve_pronoun
from security_meetings.extract.agreement_meetings import is_earlier
from security_meetings.extract.agreement_surroundings import Surroundings, solve
from security_meetings.extract.agreement_tellings import Telling
from security_meetings.extract.agreement_titles import find_title
from security_meetings.extract.agreement_words import AgreementWords
from security_meetings.extract.graph import VERB_TAGS
from security_meetings.extract.settings import find_setting

REACH = 12
# White space around the bracket that opens.
BRACKET_REACH = 8


def complete(telling: Telling, around: Surroundings) -> Telling:
    """Return a telling with its title, dates and the parties that it names."""
    text = around.document.text
    title = telling.title or find_title(telling, text, around.words) or resolve_pronoun(telling)
    if title is None:
        telling.label = find_label(telling, around.words)
        telling.label_text = " ".join(text[slice(*telling.label)].split()) if telling.label else None
    else:
        title = trim_title(title, text, around.words)
        telling.title, telling.title_text = title, " ".join(text[title[0] : title[1]].split())
    told = own_dates(telling) or dates_in_brackets(telling, around.document)
    telling.own_dates = [d for d in told if not is_within(d, title) or d.kind != "year"]
    if telling.status == "signed" and telling.event is not None:
        dates = find_setting(telling.graph, telling.event.index).dates or dates_aside(telling, around.words)
        telling.dates = [d for d in dates or trailing_dates(telling) if not is_within(d, title)]
        telling.is_earlier = is_earlier(telling, around.words)
    telling.dates += [d for d in telling.own_dates if d not in telling.dates]
    if telling.dates:
        telling.day = solve(telling.dates, around)
    named = around.finder.named(telling)
    telling.is_explicit = len(named) > 1
    if not telling.is_explicit:
        named = list({**dict(around.finder.signers(telling)), **dict(named)}.items())
    telling.parties, telling.spans = [code for code, _ in named], [span for _, span in named]
    return telling


def trim_title(title: tuple[int, int], text: str, words: AgreementWords) -> tuple[int, int]:
    """Return a title without a verb of signing before it and without a preposition glued to its end."""
    start, end = title
    first, _, rest = text[start:end].partition(" ")
    if rest and first.lower() in words.of("trims", "leading"):
        start = end - len(rest.lstrip())
    for ending in sorted(words.of("trims", "glued")):
        last = text[start:end].rsplit(" ", 1)[-1]
        if last.lower().endswith(ending) and last.lower().removesuffix(ending) in words.of("trims", "nouns"):
            end -= len(ending)
    return start, end


def own_dates(telling: Telling) -> list[DateMention]:
    """Return the dates that hang on the noun: "the 2014 agreement", "agreement of 2019", "Thursday's accord"."""
    graph = telling.graph
    found: list[DateMention] = []
    for at in range(telling.match.first, telling.match.last + 1):
        direct = graph.below(at, ("nummod", "amod", "compound", "nmod", "poss", "npadvmod", "appos"))
        for node in [*direct, *graph.complements(at, ("of", "from", "dated"))]:
            if node.date is not None and node.date not in found:
                found.append(node.date)
    if not found:
        found += year_after(telling)
    before = graph.nodes[telling.match.first - 1] if telling.match.first else None
    if before is not None and before.date is not None and before.date not in found:
        found.append(before.date)
    return found


def dates_in_brackets(telling: Telling, document: Document) -> list[DateMention]:
    """Return the date in brackets right after the noun, which the parser does not see ("the Tehran Accord (2014)")."""
    text = document.text
    return [
        mention
        for mention in document.dates
        if 0 < mention.start - telling.end <= BRACKET_REACH
        and text[telling.end : mention.start].strip() == "("
        and text[mention.end : mention.end + 1] == ")"
    ][:1]


def trailing_dates(telling: Telling) -> list[DateMention]:
    """Return the dates that the parser has hung into the phrase of the noun ("agreements in trade in 2016")."""
    inner = telling.graph.subtree(telling.head.index, stop=("relcl", "acl", "ccomp", "advcl"))
    return [node.date for node in inner if node.date is not None]


def is_within(mention: DateMention, span: tuple[int, int] | None) -> bool:
    """Return whether a date stands within a span."""
    return span is not None and span[0] <= mention.start and mention.end <= span[1]


def year_after(telling: Telling) -> list[DateMention]:
    """Return the year or day that "of" ties to the noun past its subject ("an agreement on trade of 1977")."""
    nodes = telling.graph.nodes
    for node in nodes[telling.match.last + 1 : telling.match.last + REACH]:
        if node.tag in VERB_TAGS or node.tag == "PUNCT":
            return []
        if node.date is not None:
            is_tied = nodes[node.index - 1].text.lower() in ("of", "from", "dated")
            return [node.date] if is_tied and node.date.kind in ("year", "day") else []
    return []


def dates_aside(telling: Telling, words: AgreementWords) -> list[DateMention]:
    """Return the dates of an occasion at which it was signed, or of words set between signing and instrument."""
    graph, event = telling.graph, telling.event
    if event is None:
        return []
    links = [link for link in graph.below(event.index, ("prep",)) if link.text.lower() in ("at", "during", "in")]
    if event.relation == "relcl" and any(
        node.text.lower() == "which" for link in links for node in graph.below(link.index, ("pobj",))
    ):
        return [n.date for n in graph.subtree(event.head, stop=("relcl",)) if n.date is not None]
    occasions = [
        n for link in links for n in graph.below(link.index, ("pobj",)) if n.lemma in words.of("occasions", "nouns")
    ]
    if occasions:
        return [n.date for node in occasions for n in graph.subtree(node.index, stop=("relcl",)) if n.date is not None]
    if event.index < telling.match.first and event.tag not in VERB_TAGS:
        return [n.date for n in graph.nodes[event.index : telling.match.first] if n.date is not None]
    return []
