"""Frames of sessions told with their sides and without persons ("the third India-Kenya dialogue was held")."""

from __future__ import annotations

from security_meetings.documents import Node
from security_meetings.extract.cues import Cues
from security_meetings.extract.frame_parts import LEADING, make_frame
from security_meetings.extract.frames import Discourse, Frame
from security_meetings.extract.graph import VERB_TAGS, Graph
from security_meetings.extract.realis import means

OWN_LINKS = ("of", "between", "among", "with")
OTHER_LINKS = ("in", "at", "on", "for", "to", "from", "near", "after", "before", "during", "under", "by", "about")
ARRANGING = (
    *("convene", "schedule", "plan", "meet", "gather", "assemble", "organize"),
    *("organise", "foresee", "fix", "postpone", "move", "cancel", "reschedule", "suspend", "adjourn", "defer"),
)
NOT_OWN = ("relcl", "acl", "advcl", "ccomp", "xcomp")


def sided_noun(graph: Graph, node: Node, cues: Cues, discourse: Discourse) -> list[Frame]:
    """Return the frame of a session whose sides are told by the noun or by who holds it, or one that goes on with another."""
    if node.lemma not in cues.of("nouns", "series") and node.text.lower() not in cues.of("nouns", "series"):
        return []
    above = graph.nodes[graph.nodes[node.head].head]
    if node.relation == "pobj" and above.lemma in cues.encounter_nouns and graph.nodes[node.head].text.lower() == "of":
        return []
    sides = own_sides(graph, node, discourse) or holding_sides(graph, node, cues, discourse)
    sides = sides if len(sides) > 1 else participating_sides(graph, node, discourse) or sides
    is_another = is_numbered(graph, node, cues.of("series", "others"))
    is_next = is_another or is_numbered(graph, node, cues.of("series", "words"))
    if len(sides) < 2 and not is_next:
        return []
    is_set = is_occasion(graph, node) and len(sides) > 1
    if not (is_told(graph, node) or is_set) or (len(sides) < 2 and has_own_parties(graph, node, discourse)):
        return []
    frame = make_frame(graph, node, cues, rule_id="meetings.session-of-sides", form="talks", persons=[])
    if not (frame.setting.dates or frame.setting.places):
        return []
    is_dated = bool(frame.setting.dates and frame.setting.places and own_sides(graph, node, discourse))
    if is_set and not (is_next or is_dated or is_told(graph, node)):
        return []
    frame.sides, frame.is_reference, frame.is_series = tuple(sides), True, True
    frame.is_another = is_another
    frame.persons = persons_there(graph, node)
    return [frame]


def own_sides(graph: Graph, node: Node, discourse: Discourse) -> list[str]:
    """Return the states and bodies within a noun phrase, those after other prepositions left out."""
    found: list[str] = []
    todo = [node.index]
    while todo:
        here = graph.nodes[todo.pop()]
        if here.persons:
            return []
        found += discourse.sides_in(here.start, here.end)
        for child in map(graph.nodes.__getitem__, graph.children[here.index]):
            is_other = child.relation == "prep" and child.text.lower() in OTHER_LINKS
            if child.relation not in NOT_OWN and not is_other and child.date is None:
                todo.append(child.index)
    return list(dict.fromkeys(found))


def holding_sides(graph: Graph, node: Node, cues: Cues, discourse: Discourse) -> list[str]:
    """Return the states that are the subject of holding a session ("Türkiye and Iraq held the second round")."""
    verb = graph.nodes[node.head]
    if is_occasion(graph, node):
        verb = graph.verb_above(node.index) or verb
    elif (
        node.relation != "dobj" or verb.tag not in VERB_TAGS or not (verb.lemma in LEADING or is_off(graph, verb, cues))
    ):
        return []
    found: list[str] = []
    for head in graph.subject_heads(verb.index):
        if any(joined.persons for joined in graph.joined(head.index)):
            return []
        for joined in graph.joined(head.index):
            found += own_sides(graph, joined, discourse)
    return list(dict.fromkeys(found))


def is_off(graph: Graph, verb: Node, cues: Cues) -> bool:
    """Return whether a verb says that somebody cancelled or put off what was to be held."""
    is_put = verb.lemma in ("call", "put") and graph.has_particle(verb.index, ("off",))
    return is_put or means(verb, cues.of("cancelled", "words"))


def participating_sides(graph: Graph, node: Node, discourse: Discourse) -> list[str]:
    """Return the states told after "with the participation of" behind a session, up to the end of their list."""
    for word in graph.nodes[node.index + 1 :]:
        if word.lemma == "participation" and graph.nodes[word.index - 2].text.lower() == "with":
            listed = graph.subtree(word.index, stop=("relcl", "acl", "advcl"))
            if any(n.persons for n in listed):
                return []
            return discourse.sides_in(word.start, max(n.end for n in listed))
    return []


def persons_there(graph: Graph, node: Node) -> list[int]:
    """Return who did something "at which" or "during which", for a session told by its sides."""
    found: list[int] = []
    for which in graph.nodes[node.index :]:
        clause = graph.verb_above(which.index)
        is_there = which.text.lower() in ("which", "where") and graph.nodes[which.head].text.lower() in (
            "at",
            "in",
            "during",
        )
        if clause is None or not (is_there or which.text.lower() == "where"):
            continue
        for subject in graph.below(clause.index, ("nsubj", "nsubjpass")):
            found += [p for joined in graph.joined(subject.index) for p in joined.persons]
    return list(dict.fromkeys(found))


def is_occasion(graph: Graph, node: Node) -> bool:
    """Return whether a noun is the occasion of a clause ("at the end of the fourth round", "during the second session of")."""
    link = graph.nodes[node.head]
    if node.relation != "pobj":
        return False
    if link.text.lower() == "of" and graph.nodes[link.head].lemma in ("end", "conclusion", "close", "opening", "start"):
        return True
    return link.text.lower() in ("at", "during", "in")


def is_taken_part_in(graph: Graph, link: Node) -> bool:
    """Return whether a preposition stands behind a word of meeting for, or taking part in, what follows."""
    above = graph.nodes[link.head].lemma
    is_goal = link.text.lower() in ("for", "in") and above in ("convene", "meet", "gather", "assemble")
    return is_goal or (link.text.lower() == "in" and above in ("participate", "participation", "part"))


def has_own_parties(graph: Graph, node: Node, discourse: Discourse) -> bool:
    """Return whether a noun names parties or an owner of its own, and so goes on with no other encounter."""
    below = graph.subtree(node.index, stop=NOT_OWN)
    return any(inner.persons or inner.organization_id for inner in below) or bool(own_sides(graph, node, discourse))


def is_numbered(graph: Graph, node: Node, words_of_series: frozenset[str]) -> bool:
    """Return whether a noun is one of a series: the third, the next, the previous one."""
    near = [graph.nodes[child] for child in graph.children[node.index]]
    near += [graph.nodes[inner] for child in near for inner in graph.children[child.index] if child.relation != "prep"]
    words = {n.text.lower() for n in near}
    return bool(words & words_of_series) or any(
        word[:-2].isdigit() and word[-2:] in ("st", "nd", "rd", "th") for word in words
    )


def is_told(graph: Graph, node: Node) -> bool:
    """Return whether a noun is said to be held: subject or object of holding, or described by a clause about it."""
    here, above = node, graph.nodes[node.head]
    while here.relation in ("pobj", "prep") and above.tag not in VERB_TAGS and here.head != here.index:
        if here.relation == "prep" and here.text.lower() != "of":
            break
        here, above = above, graph.nodes[above.head]
    if (
        above.tag in VERB_TAGS
        and here.relation in ("nsubj", "nsubjpass", "dobj")
        and above.lemma in (*LEADING, "occur")
    ):
        return True
    if here.relation in ("nsubj", "nsubjpass", "dobj") and above.lemma in ARRANGING:
        return True
    if here.relation == "dobj" and above.lemma in ("put", "call") and graph.has_particle(above.index, ("off",)):
        return True
    if node.relation == "pobj" and is_taken_part_in(graph, graph.nodes[node.head]):
        return True
    if here.relation == "pobj" and above.text.lower() == "to" and graph.nodes[above.head].lemma == "host":
        return True
    clauses = graph.below(node.index, ("acl", "relcl"))
    return any(clause.lemma in ("hold", "take", "convene", "schedule", "begin", "conclude") for clause in clauses)
