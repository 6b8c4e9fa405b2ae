"""Titles as written: between quotation marks, and the words before the noun that are a name with it."""

from __future__ import annotations

from collections.abc import Sequence

from security_meetings.documents import Node
from security_meetings.extract.agreement_tellings import Telling
from security_meetings.extract.agreement_words import AgreementWords

Span = tuple[int, int]
QUOTES = '"“”«»'
ARTICLES = ("a", "an", "the")
FRESH = ("new", "draft", "proposed", "signed")
SMALL = ("of", "in", "on", "for", "to", "and", "the", "against", "&")


def quoted_title(telling: Telling, text: str, words: AgreementWords) -> Span | None:
    """Return the title in quotation marks around or right after the noun."""
    sentence = telling.graph.sentence
    after = text[telling.end : sentence.end]
    lead = after.lstrip()
    for word in sorted(words.of("subject", "quoting")):
        lead = lead.removeprefix(word).lstrip()
    if lead[:1] in QUOTES and lead[:1]:
        start = sentence.end - len(lead) + 1
        close = next((at for at in range(start, sentence.end) if text[at] in QUOTES), None)
        if close is not None and close - start > 3:
            return start, close
    opening = max((text.rfind(mark, sentence.start, telling.start) for mark in QUOTES), default=-1)
    if telling.is_definite or opening < 0 or not text[opening + 1 : opening + 2].isupper():
        return None
    close = next((at for at in range(telling.end, sentence.end) if text[at] in QUOTES), None)
    is_title = close is not None and close - opening < 150 and "." not in text[opening:close]
    is_short = opening + 1 == telling.start or text[opening + 1 : telling.start].istitle()
    return (opening + 1, close) if is_title and is_short and close is not None else None


def trim_left(telling: Telling, before: list[Node], words: AgreementWords) -> list[Node]:
    """Return the modifiers that tell the subject, from the first that does."""
    plain = words.of("plain", "words")
    if telling.noun.agreement_type == "plan":
        plain = plain - words.of("plain", "kept_before_plans")
    is_name = telling.graph.nodes[telling.match.last].text[:1].isupper()
    kept = list(before)
    for at in range(len(before) - 1, -1, -1):
        node = before[at]
        is_state = node.place is not None and not (is_name and node.place.kind in ("city", "region"))
        is_joint_state = is_state or is_pair_of_states(node, words)
        if (
            node.relation in ("det", "poss", "case", "predet")
            or node.text.lower() in ARTICLES
            or node.date is not None
            or is_joint_state
            or node is telling.count_node
        ):
            kept = before[at + 1 :]
            break
    named = name_from(telling, before, kept, words)
    if named is not None:
        return named
    while kept and (
        kept[0].text.lower() in plain
        or kept[0].relation in ("punct", "cc", "advmod", "quantmod")
        or kept[0].persons
        or kept[0].lemma in words.of("verbs", "signing")
    ):
        kept = kept[1:]
    return kept


def name_from(
    telling: Telling, before: Sequence[Node], kept: Sequence[Node], words: AgreementWords
) -> list[Node] | None:
    """Return the words before the noun that are a name with it, its pair of states among them ("India-Oman Film Pact")."""
    capitals = [node for node in kept if node.text[:1].isupper() and node.index > 0]
    is_capital = telling.graph.nodes[telling.match.last].text[:1].isupper()
    if not capitals or not (is_capital or len(capitals) > 1):
        return None
    name = [node for node in kept if node.index >= capitals[0].index]
    if name[0].text.lower() in FRESH:
        name = name[1:]
    if not name or any(node.persons for node in name):
        return None
    if name[0].text.lower() in words.of("plain", "words") and len(name) == 1:
        return None
    pair = sides_before(before[: len(before) - len(kept)], words) if is_capital and name[0] is kept[0] else []
    return [*pair, *name]


def sides_before(before: Sequence[Node], words: AgreementWords) -> list[Node]:
    """Return the words before a name that are two states joined by a hyphen, or nothing."""
    if before and is_pair_of_states(before[-1], words):
        return [before[-1]]
    last = list(before[-3:])
    is_pair = len(last) == 3 and last[1].text in ("-", "–") and last[0].place is not None and last[2].place is not None
    return last if is_pair else []


def is_pair_of_states(node: Node, words: AgreementWords) -> bool:
    """Return whether a modifier is two names of states joined by a hyphen ("Iran-Kyrgyzstan")."""
    parts = [part for mark in ("-", "–") for part in node.text.split(mark) if mark in node.text]
    return len(parts) == 2 and any(part in words.states for part in parts)


def is_within_name(telling: Telling, first: int, at: int) -> bool:
    """Return whether a word goes on with a title in capitals ("Cooperation in Combating Trafficking in Human Beings")."""
    nodes = telling.graph.nodes
    if at <= first or not nodes[telling.match.last].text[:1].isupper() or not nodes[first].text[:1].isupper():
        return False
    if nodes[at].text[:1].isupper():
        return is_plain_capital(nodes[at]) and (is_plain_capital(nodes[at - 1]) or nodes[at - 1].text.lower() in SMALL)
    after = nodes[at + 1 : at + 3]
    if after and after[0].text.lower() == "the":
        after = after[1:]
    return nodes[at].text.lower() in SMALL and bool(after) and is_plain_capital(after[0])


def is_plain_capital(node: Node) -> bool:
    """Return whether a word is written with a capital and names neither state, body, person nor day."""
    is_thing = node.place is None and node.organization_id is None and not node.persons and node.date is None
    return is_thing and node.text[:1].isupper()
