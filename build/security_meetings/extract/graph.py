"""A parsed sentence as a graph that can be asked for subjects, objects, complements and what stands above."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from security_meetings.documents import Node, ParsedSentence
from security_meetings.extract.repairs import mend

SUBJECTS = ("nsubj", "nsubjpass", "csubj")
JOINED = ("conj", "appos")
OBJECTS = ("dobj", "dative", "obj")
LINKS = ("prep", "agent")
NOUN_TAGS = ("NOUN", "PROPN", "PRON", "NUM")
VERB_TAGS = ("VERB", "AUX")
RELATIVES = ("who", "whom", "which", "that", "whose")
WEAK_HEADS = ("delegation", "team", "party", "side", "group", "official", "minister", "leader")


class Graph:
    """The nodes of a parsed sentence with their children."""

    def __init__(self, parse: ParsedSentence) -> None:
        self.sentence = parse.sentence
        self.nodes = mend(parse.nodes)
        self.children: list[list[int]] = [[] for _ in self.nodes]
        for node in self.nodes:
            if node.head != node.index:
                self.children[node.head].append(node.index)

    def below(self, at: int, relations: Iterable[str]) -> list[Node]:
        """Return the children of a node that hang there by one of the relations."""
        wanted = tuple(relations)
        return [self.nodes[child] for child in self.children[at] if self.nodes[child].relation in wanted]

    def above(self, at: int) -> Iterator[Node]:
        """Yield the nodes above a node, nearest first, up to the root."""
        seen = {at}
        while self.nodes[at].head not in seen:
            at = self.nodes[at].head
            seen.add(at)
            yield self.nodes[at]

    def subtree(self, at: int, stop: Iterable[str] = ()) -> list[Node]:
        """Return a node and all below it, in order of the text, not below nodes that hang by a `stop` relation."""
        barred = tuple(stop)
        found, todo = [], [at]
        while todo:
            here = todo.pop()
            found.append(here)
            todo.extend(child for child in self.children[here] if self.nodes[child].relation not in barred)
        return [self.nodes[index] for index in sorted(found)]

    def joined(self, at: int) -> list[Node]:
        """Return a node and all that are joined to it by "and" or stand in apposition."""
        found, todo = [], [at]
        while todo:
            here = todo.pop(0)
            found.append(self.nodes[here])
            todo.extend(
                child
                for child in self.children[here]
                if self.nodes[child].relation in JOINED and self.nodes[child].tag not in VERB_TAGS
            )
        return sorted(found, key=lambda node: node.index)

    def verb_above(self, at: int) -> Node | None:
        """Return the nearest verb above a node, or None."""
        return next((node for node in self.above(at) if node.tag in VERB_TAGS), None)

    def subject_heads(self, verb: int) -> list[Node]:
        """Return the heads of the subjects of a verb, its own or those of the verb that it is joined or subordinate to."""
        seen: set[int] = set()
        while verb not in seen:
            seen.add(verb)
            node = self.nodes[verb]
            own = self.below(verb, SUBJECTS)
            if own:
                return [self.antecedent(subject) for subject in own]
            is_infinitive = node.relation == "acl" and self.has_particle(verb, ("to",))
            if node.relation in ("acl", "relcl") and self.nodes[node.head].tag in NOUN_TAGS and not is_infinitive:
                return [self.nodes[node.head]] if node.relation == "acl" else []
            if is_infinitive or node.relation in ("conj", "xcomp", "advcl", "pcomp", "ccomp", "prep", "dep"):
                above = (
                    self.nodes[verb]
                    if node.relation == "root"
                    else next((n for n in self.above(verb) if n.tag in VERB_TAGS), None)
                )
                if above is None:
                    return []
                verb = above.index
                continue
            return []
        return []

    def antecedent(self, node: Node) -> Node:
        """Return what a relative pronoun stands for, else the node itself."""
        if node.text.lower() not in RELATIVES:
            return node
        for above in self.above(node.index):
            if above.relation == "relcl":
                return self.nodes[above.head]
        before = [n for n in self.nodes[max(node.index - 3, 0) : node.index] if n.tag not in ("PUNCT", "ADP")]
        return before[-1] if before and before[-1].persons else node

    def complements(self, at: int, prepositions: Iterable[str]) -> list[Node]:
        """Return the heads that hang below a node by one of the prepositions, joined ones not included."""
        wanted = tuple(prepositions)
        found = []
        for link in self.links(at):
            if link.text.lower() in wanted:
                found += self.below(link.index, ("pobj", "pcomp"))
                for clause in self.below(link.index, ("pcomp",)):
                    found += [node for node in self.below(clause.index, ("nsubj",)) if node.persons]
                for inner in self.below(link.index, ("prep",)):
                    found += self.below(inner.index, ("pobj",))
        return [self.antecedent(node) for node in found]

    def links(self, at: int) -> list[Node]:
        """Return the prepositions below a node, with those joined to them ("with Y, with Z and with W")."""
        found, todo = [], self.below(at, LINKS)
        while todo:
            link = todo.pop(0)
            found.append(link)
            todo += [
                joined
                for joined in self.below(link.index, ("conj", "prep"))
                if joined.text.lower() == link.text.lower()
            ]
        return found

    def deep_complements(self, at: int, prepositions: Iterable[str]) -> list[Node]:
        """Return complements of a verb also where the parse hangs them on its adverbs ("spoke by phone with Y")."""
        found = self.complements(at, prepositions)
        for link in self.below(at, ("prep", "npadvmod", "advmod", "dobj")):
            inner = [link, *self.below(link.index, ("pobj",))]
            for node in inner:
                if not node.persons and node.place is None:
                    found += [head for head in self.complements(node.index, prepositions) if head not in found]
            if link.text.lower() in ("with", "separately", "and"):
                found += [
                    n
                    for joined in self.below(link.index, ("conj",))
                    for n in self.below(joined.index, ("pobj",))
                    if n not in found
                ]
        return found

    def has_particle(self, verb: int, words: Iterable[str]) -> bool:
        """Return whether one of the words hangs directly below a verb."""
        wanted = tuple(words)
        return any(self.nodes[child].text.lower() in wanted for child in self.children[verb])
