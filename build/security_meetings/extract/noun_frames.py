"""Frames that hang on a noun: a meeting with, talks between, during the reception of, a phone call, a summit, a visit."""

from __future__ import annotations

from security_meetings.documents import Node
from security_meetings.extract.attendance_frames import chairing_noun, participation_heads
from security_meetings.extract.cues import Cues
from security_meetings.extract.frame_parts import LEADING, is_remote, make_frame, separate_frames, told_in_turn
from security_meetings.extract.frames import Discourse, Form, Frame, agent_persons, heads_persons, subject_persons
from security_meetings.extract.graph import NOUN_TAGS, VERB_TAGS, Graph
from security_meetings.extract.noun_partners import persons_called_on, persons_honoured, with_chain
from security_meetings.extract.session_frames import collective_talks, is_collective, named_session, session_noun
from security_meetings.extract.settings import find_setting
from security_meetings.extract.sided_frames import sided_noun
from security_meetings.extract.visit_frames import visit_noun

OCCASION_LINKS = ("in", "during", "at", "over", "after", "for")
ENDS = ("end", "close", "conclusion", "start", "opening", "beginning")
OCCASIONS = ("in", "during", "at", "after", "before", "following", "on", "within", "as")


def noun_frames(graph: Graph, node: Node, cues: Cues, discourse: Discourse) -> list[Frame]:
    """Return the frames that one noun makes, mostly one or none."""
    if node.organization_id is not None:
        return named_session(graph, node, cues)
    if node.persons or node.place or node.date or node.tag not in (*NOUN_TAGS, "VERB"):
        return []
    if node.tag == "VERB" and node.relation not in ("pobj", "dobj", "nsubj", "nsubjpass", "conj", "pcomp"):
        return []
    if node.lemma in cues.of("nouns", "chairing"):
        return chairing_noun(graph, node, cues, discourse)
    word = node.text.lower().removesuffix("-plus")
    form = noun_form(node, word, cues) or form_of_one(graph, node, discourse)
    if form is None:
        return []
    if form == "visit":
        return visit_noun(graph, node, cues, discourse)
    above = graph.nodes[node.head]
    is_attended = node.relation == "dobj" and above.lemma in ("attend", "address")
    is_session = is_attended or is_collective(graph, node, cues)
    collective = session_noun(graph, node, cues, discourse) if is_session else []
    if collective and not graph.complements(node.index, ("with",)):
        return collective
    frames = talks_noun(graph, node, cues, discourse, form)
    if frames:
        return frames
    sided = sided_noun(graph, node, cues, discourse)
    session = session_noun(graph, node, cues, discourse)
    if session and (not sided or len(sided[0].sides) < 2 or node.lemma == "summit"):
        return session
    if sided:
        return sided
    return reference_noun(graph, node, cues, discourse, form)


def noun_form(node: Node, word: str, cues: Cues) -> Form | None:
    """Return what kind of encounter a noun names."""
    for form, names in (
        ("call", ("call",)),
        ("talks", ("talks", "reception")),
        ("session", ("session",)),
        ("visit", ("visit",)),
    ):
        for name in names:
            if word in cues.of("nouns", name) or node.lemma in cues.of("nouns", name):
                return form  # type: ignore[return-value]
    return None


def form_of_one(graph: Graph, node: Node, discourse: Discourse) -> Form | None:
    """Return the form of "one" in "a call with X and then one with Y"."""
    is_taken_up = node.text.lower() in ("one", "another", "others") and graph.complements(node.index, ("with",))
    return discourse.last_form if is_taken_up and discourse.last_form in ("talks", "call") else None


def party_persons(graph: Graph, node: Node, discourse: Discourse) -> tuple[list[int], list[int]]:
    """Return the parties that the noun itself names (with, between, of, by, possessive), and the receiving ones."""
    with_ = heads_persons(graph, graph.complements(node.index, ("with", "between", "among")), discourse)
    owned = graph.complements(node.index, ("of",))
    with_ += heads_persons(graph, [n for owner in owned for n in graph.complements(owner.index, ("with",))], discourse)
    of = heads_persons(graph, owned, discourse)
    by = heads_persons(graph, graph.complements(node.index, ("by",)), discourse)
    owners = [
        person for owner in graph.below(node.index, ("poss",)) for person in heads_persons(graph, [owner], discourse)
    ]
    owners += had_by(graph, node, discourse) or theirs(graph, node, discourse)
    return list(dict.fromkeys([*owners, *of, *by, *with_])), by


def had_by(graph: Graph, node: Node, discourse: Discourse) -> list[int]:
    """Return the parties of a clause about a noun that says who had it ("the talks which X held with Y")."""
    clauses = [clause for clause in graph.below(node.index, ("relcl",)) if clause.lemma in ("have", "hold", "conduct")]
    heads = [n for clause in clauses for n in graph.below(clause.index, ("nsubj",)) if n.persons]
    heads += [n for clause in clauses if heads for n in graph.complements(clause.index, ("with",))]
    return heads_persons(graph, heads, discourse)


def theirs(graph: Graph, node: Node, discourse: Discourse) -> list[int]:
    """Return who is meant by "their" where one did something to the other ("X assured Y during their talks in Rome")."""
    verb = graph.verb_above(node.index)
    is_theirs = any(owner.text.lower() == "their" for owner in graph.below(node.index, ("poss",)))
    if verb is None or not is_theirs or node.relation != "pobj":
        return []
    subjects = subject_persons(graph, verb.index, discourse)
    objects = [p for head in graph.below(verb.index, ("dobj", "dative")) for p in head.persons]
    return [*subjects, *objects] if len(subjects) == 1 and len(objects) == 1 and subjects != objects else []


def governing_persons(graph: Graph, node: Node, discourse: Discourse) -> list[int]:
    """Return the subject of the clause in which the noun stands as object or occasion ("said in a meeting with")."""
    here = node
    for above in graph.above(node.index):
        if above.persons and here.relation == "prep":
            return heads_persons(graph, [above], discourse)
        if here.relation in ("nsubj", "nsubjpass"):
            if above.tag in VERB_TAGS and above.lemma in ("take", "be", "hold"):
                return heads_persons(graph, graph.complements(above.index, ("between", "with")), discourse)
            return []
        if above.tag in VERB_TAGS:
            persons = subject_persons(graph, above.index, discourse)
            if graph.below(above.index, ("auxpass",)):
                persons += [p for p in agent_persons(graph, above.index, discourse) if p not in persons]
            if persons or above.relation != "ccomp":
                return persons
        if here.relation == "pobj" and above.text.lower() not in (*OCCASIONS, "with", "of", "to", "for"):
            return []
        here = above
    return []


def talks_noun(graph: Graph, node: Node, cues: Cues, discourse: Discourse, form: Form) -> list[Frame]:
    """Return the frames of a noun with its parties: "a meeting with Y" (X from the clause), "talks between X and Y"."""
    own, hosts = party_persons(graph, node, discourse)
    called = persons_called_on(graph, node, discourse) if node.lemma == "call" else []
    if called:
        own, hosts, form = [*own, *[p for p in called if p not in own]], called, "talks"
    withs = with_chain(graph, node, discourse)
    honoured = persons_honoured(graph, node, cues, discourse)
    if honoured:
        withs += [p for p in honoured if p not in withs]
        hosts = hosts or subject_persons(graph, node.head, discourse)
    own += [p for p in withs if p not in own]
    persons, withs = talks_parties(graph, node, cues, discourse, own, withs)
    is_open = bool(withs) and set(persons) <= set(withs) and (len(persons) == 1 or node.text.lower().endswith("s"))
    if is_open and not is_definite(graph, node) and has_empty_subject(graph, node):
        persons = [*[p for p in discourse.lead() if p not in persons], *persons]
    if node.lemma in cues.of("nouns", "visit") or len(persons) < 2:
        return []
    if node.lemma in ("council", "commission", "committee", "assembly", "congress") and not withs:
        return []
    form = "call" if not called and (form == "call" or is_remote(graph, node, cues)) else "talks"
    lead = [person for person in persons if person not in withs]
    if len(withs) > 1 and lead and is_list_of_meetings(graph, node, cues, withs):
        return separate_frames(graph, node, cues, form, lead[:1], [[other] for other in withs])
    in_turn = told_in_turn(graph, node, cues, withs) if lead and len(withs) > 1 else []
    if in_turn:
        return separate_frames(graph, node, cues, form, lead[:1], in_turn)
    rule_id = "meetings.call-with" if form == "call" else "meetings.reception-of" if hosts else "meetings.talks-with"
    return [make_frame(graph, node, cues, rule_id=rule_id, form=form, persons=persons, hosts=hosts)]


def talks_parties(
    graph: Graph, node: Node, cues: Cues, discourse: Discourse, own: list[int], withs: list[int]
) -> tuple[list[int], list[int]]:
    """Return all parties of talks, those of the clause before the noun's own, and those after "with"."""
    if own and graph.complements(node.index, ("between", "among")):
        return own, withs
    if own:
        governing = governing_persons(graph, node, discourse)
        if len(governing) > 1 and len(own) == 1 and is_definite(graph, node):
            governing = []
        return list(dict.fromkeys([*governing, *own])), withs
    above = graph.nodes[node.head]
    if node.relation == "dobj" and above.tag in VERB_TAGS:
        subjects = subject_persons(graph, above.index, discourse)
        others = heads_persons(graph, graph.complements(above.index, ("with",)), discourse)
        if above.lemma in LEADING and (others or len(subjects) > 1):
            return list(dict.fromkeys([*subjects, *others])), others
    if node.relation in ("nsubj", "nsubjpass"):
        return governing_persons(graph, node, discourse), withs
    is_end = above.text.lower() == "of" and graph.nodes[above.head].lemma in ENDS
    if node.relation == "pobj" and (above.text.lower() in OCCASION_LINKS or is_end) and not is_definite(graph, node):
        subjects = governing_persons(graph, node, discourse)
        return (subjects if len(subjects) > 1 else []), withs
    return [], withs


def has_empty_subject(graph: Graph, node: Node) -> bool:
    """Return whether the clause around a noun says nothing of who met: "this was followed by talks with Y"."""
    verb = graph.verb_above(node.index)
    if verb is None or node.relation in ("nsubj", "nsubjpass"):
        return verb is not None
    return all(
        head.text.lower()
        in (
            "this",
            "it",
            "which",
            "that",
            "there",
            "programme",
            "program",
            "agenda",
            "visit",
            "schedule",
            node.text.lower(),
        )
        or head.lemma in ("programme", "visit", "agenda", "ceremony")
        for head in graph.subject_heads(verb.index)
    )


def is_definite(graph: Graph, node: Node) -> bool:
    """Return whether a noun has a determiner that takes up something told before."""
    return any(
        graph.nodes[child].text.lower() in ("the", "this", "that", "these", "those")
        for child in graph.children[node.index]
    )


def is_list_of_meetings(graph: Graph, node: Node, cues: Cues, withs: list[int]) -> bool:
    """Return whether a noun with several counterparts means as many meetings."""
    words = {graph.nodes[child].text.lower() for child in graph.children[node.index]}
    around = {n.text.lower() for n in graph.subtree(node.head, stop=("ccomp", "relcl"))}
    is_plural = node.text.lower().endswith("s") and node.text.lower() not in ("talks",)
    separate = cues.of("references", "separate") - {"bilateral"}
    return bool(words & separate) or bool(around & separate) or is_plural or len(withs) > 2


def reference_noun(graph: Graph, node: Node, cues: Cues, discourse: Discourse, form: Form) -> list[Frame]:
    """Return the frame of a short reference ("during the meeting"), which only adds to an encounter told before."""
    collective = collective_talks(graph, node, cues) if form == "talks" else []
    if collective:
        return collective
    modifiers = {graph.nodes[child].text.lower() for child in graph.children[node.index]}
    has_determiner = bool(modifiers & cues.of("references", "determiners"))
    own, _ = party_persons(graph, node, discourse)
    persons = own or governing_persons(graph, node, discourse)
    asserted = is_asserted(graph, node) or is_set(graph, node) or node.lemma == "summit"
    present = heads_persons(graph, participation_heads(graph, graph.nodes[node.head]), discourse) if asserted else []
    if len(present) > 1:
        return [make_frame(graph, node, cues, rule_id="meetings.with-participation-of", form=form, persons=present)]
    parties = list(discourse.parties) if asserted and not persons and len(discourse.parties) == 2 else []
    if parties and not is_definite(graph, node):
        frame = make_frame(graph, node, cues, rule_id="meetings.talks-took-place", form=form, persons=parties)
        if frame.realis == "held":
            return [frame]
    if not has_determiner and not (
        node.text.lower() in ("talks", "negotiations") and node.relation in ("nsubj", "nsubjpass", "pobj", "dobj")
    ):
        return []
    frame = make_frame(graph, node, cues, rule_id="meetings.reference", form=form, persons=persons)
    frame.is_reference, frame.is_asserted, frame.parties = True, asserted, parties
    if len(own) == 1:
        frame.mate = next(
            (p for p in [*reversed(discourse.subjects), discourse.guest] if p is not None and p not in own), None
        )
    return [frame]


def is_asserted(graph: Graph, node: Node) -> bool:
    """Return whether a noun is said to have taken place or been held, with its parties left to the context."""
    verb = graph.nodes[node.head]
    return (
        node.relation in ("nsubj", "nsubjpass")
        and verb.tag in VERB_TAGS
        and verb.lemma
        in ("take", "hold", "begin", "start", "conclude", "end", "open", "convene", "kick", "run", "last")
    )


def is_set(graph: Graph, node: Node) -> bool:
    """Return whether an indefinite noun is the occasion of a clause and told with its day or place ("in a Friday meeting")."""
    is_indefinite = any(graph.nodes[child].text.lower() in ("a", "an") for child in graph.children[node.index])
    if (
        not is_indefinite
        or node.relation != "pobj"
        or graph.nodes[node.head].text.lower() not in ("in", "during", "at")
    ):
        return False
    setting = find_setting(graph, node.index)
    return bool(setting.dates or setting.places)
