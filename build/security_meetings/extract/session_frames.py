"""Frames of sessions: a body or ministers of several states meet, told by a verb or a noun."""

from __future__ import annotations

from dataclasses import replace

from security_meetings.documents import Node
from security_meetings.extract.attendance_frames import hosting_alone
from security_meetings.extract.cues import Cues
from security_meetings.extract.frame_parts import LEADING, is_remote, make_frame, objects_of
from security_meetings.extract.frames import Discourse, Frame, heads_persons
from security_meetings.extract.graph import VERB_TAGS, Graph
from security_meetings.extract.realis import judge_realis
from security_meetings.extract.sided_frames import is_told, own_sides


def session_noun(graph: Graph, node: Node, cues: Cues, discourse: Discourse) -> list[Frame]:
    """Return the frame of a session or summit: a body, a format or ministers of several states around the noun."""
    word = node.text.lower().removesuffix("-plus")
    if node.lemma not in cues.of("nouns", "session") | {"meeting", "talk"} and word not in cues.of("nouns", "session"):
        return []
    if word == "events":
        return []
    above = graph.nodes[graph.nodes[node.head].head]
    if (
        node.relation == "pobj"
        and graph.nodes[node.head].text.lower() == "of"
        and above.lemma in cues.of("nouns", "series")
    ):
        return []
    body = body_of(graph, node) or body_of_subject(graph, node) or body_of_owner(graph, node, discourse)
    holder, holding = body_of_holder(graph, node) if body is None else (None, None)
    body = body or holder or named_before(graph, node, cues, discourse)
    collective = is_collective(graph, node, cues)
    if body is None and not collective:
        return []
    if body is None and node.lemma in cues.of("nouns", "named_only"):
        return []
    if node.lemma in cues.of("nouns", "standing") and node.relation in ("compound", "nmod", "poss"):
        return []
    frame = make_frame(graph, node, cues, rule_id="meetings.session", form="session", persons=[])
    frame.is_collective = collective
    named = named_until_verb(graph, node, discourse) if collective and body is None else []
    frame.sides = tuple(named) if len(named) == 2 else ()
    if body is not None:
        frame.organization_id, frame.organization_span = body.organization_id, (body.start, body.end)
    if holding is not None:
        frame.realis = judge_realis(graph, holding.index, cues)
    return [frame]


def named_until_verb(graph: Graph, node: Node, discourse: Discourse) -> list[str]:
    """Return the states and bodies named after a noun, up to the next verb."""
    verb = next((n for n in graph.nodes[node.index + 1 :] if n.tag in VERB_TAGS), graph.nodes[-1])
    return list(dict.fromkeys(discourse.sides_in(node.start, verb.start)))


def named_session(graph: Graph, node: Node, cues: Cues) -> list[Frame]:
    """Return the frame of a session that is itself a listed name ("held the ASEAN Ministerial Meeting on Drug Matters in")."""
    words = {word.lower() for word in node.text.split()}
    if not words & cues.of("nouns", "session") - {"council", "commission", "committee", "assembly"}:
        return []
    above = {n.text.lower() for n in graph.above(node.index)}
    verb = graph.nodes[node.head]
    is_next = any(graph.nodes[child].text.lower() in ("next", "forthcoming") for child in graph.children[node.index])
    is_acting = node.relation == "nsubj" and verb.lemma in cues.of("verbs", "adopting")
    if not (is_told(graph, node) or is_acting or is_next) and not above & cues.of("margins", "only"):
        return []
    frame = make_frame(graph, node, cues, rule_id="meetings.session", form="session", persons=[])
    if (is_acting or is_next) and not frame.setting.dates:
        return []
    if is_next:
        frame.realis = "planned"
    frame.organization_id, frame.organization_span = node.organization_id, (node.start, node.end)
    return [frame]


def body_of_subject(graph: Graph, node: Node) -> Node | None:
    """Return the body that is, or whose ministers are, the subject of holding a session."""
    above = graph.nodes[node.head]
    if node.relation != "dobj" or above.tag not in VERB_TAGS or above.lemma not in LEADING:
        return None
    for head in graph.subject_heads(above.index):
        if head.persons:
            return None
        found = body_of(graph, head)
        if found is not None:
            return found
    return None


def body_of_holder(graph: Graph, node: Node) -> tuple[Node | None, Node | None]:
    """Return the body that a clause says to hold a session, and the verb ("the session which the Council is to hold")."""
    for clause in graph.below(node.index, ("relcl",)):
        verbs = [verb for verb in graph.below(clause.index, ("xcomp", "ccomp")) if verb.lemma in LEADING] or [clause]
        if verbs[0].lemma not in LEADING:
            continue
        for head in graph.below(clause.index, ("nsubj",)):
            found = body_of(graph, head)
            if found is not None:
                return found, verbs[0]
    return None, None


def body_of_owner(graph: Graph, node: Node, discourse: Discourse) -> Node | None:
    """Return the body that "its regular session" or "whose ordinary session" takes up, named before in the sentence."""
    owners = [owner for owner in graph.below(node.index, ("poss",)) if owner.text.lower() in ("its", "whose", "their")]
    if not owners:
        return None
    before = [n for n in graph.nodes[: node.index] if n.organization_id is not None or n.persons]
    return before[-1] if before and before[-1].organization_id is not None else None


def named_before(graph: Graph, node: Node, cues: Cues, discourse: Discourse) -> Node | None:
    """Return the body named before in the sentence of a summit, or taken up by "in that format"."""
    if node.lemma == "summit" or is_collective(graph, node, cues):
        return next((n for n in reversed(graph.nodes[: node.index]) if n.organization_id is not None), None)
    formats = [
        n
        for n in graph.subtree(node.index, stop=("relcl", "conj"))
        if n.lemma in ("format", "platform", "framework", "organization", "organisation", "group", "bloc")
        and any(graph.nodes[child].text.lower() in ("this", "that", "same") for child in graph.children[n.index])
    ]
    if discourse.last_body is None or not formats:
        return None
    code, start, end = discourse.last_body
    return replace(formats[0], organization_id=code, start=start, end=end)


def body_of(graph: Graph, node: Node) -> Node | None:
    """Return the organisation whose session a noun names, near the noun and below it."""
    for inner in graph.subtree(node.index, stop=("relcl", "acl", "advcl", "ccomp", "conj", "appos")):
        if inner.organization_id is not None:
            return inner
    return None


def is_collective(graph: Graph, node: Node, cues: Cues) -> bool:
    """Return whether the noun is a session of office-holders of several unnamed states."""
    heads = graph.complements(node.index, ("of", "between", "among"))
    verb = graph.nodes[node.head]
    if node.lemma == "summit" and node.relation == "dobj" and verb.lemma in LEADING:
        heads += graph.subject_heads(verb.index)
    return any(
        head.text.lower().removesuffix("s").replace("secretarie", "secretary") in cues.of("nouns", "holders")
        and head.text.lower().endswith("s")
        and not any(inner.persons for inner in graph.subtree(head.index))
        for head in heads
    )


def gather_frames(graph: Graph, node: Node, cues: Cues, discourse: Discourse) -> list[Frame]:
    """Return the frames of "the interior ministers of the ECO states gathered in Tehran"."""
    if node.lemma in ("come", "spend") and not graph.has_particle(node.index, ("together",)):
        return []
    heads = graph.subject_heads(node.index)
    parties = heads_persons(graph, heads, discourse)
    others = [*graph.deep_complements(node.index, ("with",)), *(n for n in objects_of(graph, node) if n.persons)]
    if heads_persons(graph, others, discourse):
        return []
    if has_met_others(graph, node, cues):
        return []
    if len(parties) > 1:
        return [make_frame(graph, node, cues, rule_id="meetings.parties-gathered", form="talks", persons=parties)]
    sided = gathered_sides(graph, node, cues, discourse, heads) if not parties else []
    if sided:
        return sided
    body = body_among(graph, heads)
    if body is None and discourse.session_body is not None and any(is_the_members(graph, head, cues) for head in heads):
        code, span = discourse.session_body
        frame = make_frame(graph, node, cues, rule_id="meetings.members-gathered", form="session", persons=[])
        frame.organization_id, frame.organization_span = code, span
        return [frame] if frame.setting.places and frame.setting.dates else []
    if body is None and any(is_of_states(graph, head, cues) for head in heads):
        frame = make_frame(graph, node, cues, rule_id="meetings.collective-gathered", form="session", persons=[])
        frame.is_collective = True
        return [frame] if frame.setting.places and frame.setting.dates else []
    if body is None and node.lemma == "convene":
        return hosting_alone(graph, node, cues, parties)
    if body is None or not any(head.lemma in cues.of("nouns", "members") or head.persons for head in heads):
        return []
    frame = make_frame(graph, node, cues, rule_id="meetings.gathered", form="session", persons=[])
    frame.organization_id, frame.organization_span = body[0], (body[1].start, body[1].end)
    return [frame]


def body_among(graph: Graph, heads: list[Node]) -> tuple[str, Node] | None:
    """Return the first body named with those who gathered, and the words that name it."""
    named = (n for head in heads for n in graph.subtree(head.index, stop=("relcl", "acl")))
    return next(((n.organization_id, n) for n in named if n.organization_id), None)


def is_of_states(graph: Graph, head: Node, cues: Cues) -> bool:
    """Return whether a plural means the office-holders of three or more unnamed states ("defence ministers of the six states")."""
    word = head.text.lower()
    holder = word.removesuffix("s").replace("secretarie", "secretary")
    if not word.endswith("s") or holder not in cues.of("nouns", "holders"):
        return False
    owned = graph.complements(head.index, ("of", "from"))
    states = [n for n in owned if n.lemma in cues.of("nouns", "states") and n.text.lower().endswith("s")]
    counted = {graph.nodes[child].text.lower() for n in [head, *states] for child in graph.children[n.index]}
    is_many = bool(counted & cues.of("references", "many")) or any(w.isdigit() and int(w) > 2 for w in counted)
    near = graph.below(head.index, ("amod", "compound", "nmod"))
    is_regional = any(n.text.lower() in cues.of("references", "regional") for n in near)
    return is_many and (bool(states) or is_regional)


def collective_talks(graph: Graph, node: Node, cues: Cues) -> list[Frame]:
    """Return the frame of "six African presidents ended two days of talks in Nairobi", told with day and place."""
    verb = graph.verb_above(node.index)
    held = node.relation == "dobj" or (node.relation == "pobj" and graph.nodes[node.head].text.lower() == "of")
    if verb is None or not held or verb.lemma not in LEADING:
        return []
    if not any(is_of_states(graph, head, cues) for head in graph.subject_heads(verb.index)):
        return []
    frame = make_frame(graph, node, cues, rule_id="meetings.collective-gathered", form="session", persons=[])
    frame.is_collective = True
    return [frame] if frame.setting.places and frame.setting.dates else []


def has_met_others(graph: Graph, node: Node, cues: Cues) -> bool:
    """Return whether those who met did not meet each other: "the ministers met families of the missing"."""
    if node.lemma not in ("meet", "gather"):
        return False
    objects = [head for head in objects_of(graph, node) if head.tag == "NOUN"]
    return any(
        head.date is None and head.place is None and head.lemma not in cues.of("mutual", "objects") for head in objects
    )


def is_the_members(graph: Graph, head: Node, cues: Cues) -> bool:
    """Return whether a plural means those who sat in the session told before ("the ministers last met in")."""
    word = head.text.lower()
    is_plural = word.endswith("s") and word.removesuffix("s").replace("secretarie", "secretary") in cues.of(
        "nouns", "holders"
    )
    has_the = any(graph.nodes[child].text.lower() == "the" for child in graph.children[head.index])
    inside = graph.subtree(head.index)
    return is_plural and has_the and not any(n.persons or n.place is not None for n in inside)


def gathered_sides(graph: Graph, node: Node, cues: Cues, discourse: Discourse, heads: list[Node]) -> list[Frame]:
    """Return the frame of "the Indian and Thai delegations met", "the Chile-Peru commission will meet" with a day or place."""
    nouns = [head for head in heads if head.lemma in cues.of("nouns", "members") | cues.of("nouns", "series")]
    froms = [n for head in nouns for n in graph.complements(head.index, ("from",))]
    told = [side for head in nouns for side in own_sides(graph, head, discourse)]
    for n in froms:
        listed = graph.subtree(n.index, stop=("relcl", "acl"))
        told += discourse.sides_in(listed[0].start, listed[-1].end)
    sides = list(dict.fromkeys(told))
    if len(sides) < 2:
        return []
    frame = make_frame(graph, node, cues, rule_id="meetings.sides-gathered", form="talks", persons=[])
    if not (frame.setting.dates or frame.setting.places):
        return []
    frame.sides, frame.is_reference, frame.is_series = tuple(sides), True, True
    return [frame]


def bring_frames(graph: Graph, node: Node, cues: Cues, discourse: Discourse) -> list[Frame]:
    """Return the frames of "a meeting brought X together with Y", "the talks brought together X and Y"."""
    near = graph.nodes[node.index + 1 :]
    objects = objects_of(graph, node)
    if not objects or not any(n.text.lower() == "together" for n in near):
        return []
    heads = [*objects, *graph.deep_complements(node.index, ("with",))]
    heads += [n for link in graph.nodes if link.text.lower() == "with" for n in graph.below(link.index, ("pobj",))]
    persons = heads_persons(graph, heads, discourse)
    subjects = graph.subject_heads(node.index)
    hosts = heads_persons(graph, subjects, discourse)
    if len(set(persons)) < 2:
        return []
    frame = make_frame(
        graph, node, cues, rule_id="meetings.brought-together", form="talks", persons=[*hosts, *persons], hosts=hosts
    )
    if any(is_remote(graph, subject, cues) or subject.lemma in cues.of("nouns", "call") for subject in subjects):
        frame.form = "call"
    return [frame]
