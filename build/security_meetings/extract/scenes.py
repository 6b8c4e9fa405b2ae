"""What one sentence lends to the next: its city and day, the scene, the day of a sequel, where and when somebody spoke."""

from __future__ import annotations

import re
from collections.abc import Sequence

from security_meetings.documents import Document, Node, PlaceMention
from security_meetings.extract.asides import is_aside
from security_meetings.extract.cues import Cues
from security_meetings.extract.frames import Discourse, Frame
from security_meetings.extract.graph import VERB_TAGS, Graph
from security_meetings.extract.places import Setting
from security_meetings.extract.settings import find_setting

SEQUEL_REACH = 800
SIGNING_REACH = 3
SIGNED = ("document", "text", "paper", "mou", "deal")


def dateline_city(document: Document) -> PlaceMention | None:
    """Return the city named in the dateline or byline, which is what "here" means."""
    return document.dateline or document.byline


def add_only_setting(
    graph: Graph, found: Sequence[Frame], here: PlaceMention | None, before: PlaceMention | None
) -> None:
    """Give the only encounter of a sentence the only day and city of the sentence, where the parse hung them elsewhere."""
    if here is not None:
        add_here(graph, found, here)
    told = [f for f in found if f.is_series or (not f.is_reference and (f.persons or f.organization_id))]
    told = [
        f for f in told if f.form not in ("visit", "attendance") or f.node.relation in ("relcl", "acl", "advcl")
    ] or told
    if len(told) != 1 or told[0].form in ("visit", "attendance"):
        return
    setting = told[0].setting
    at = told[0].node.index
    cities = [
        n.place
        for n in graph.nodes
        if n.place is not None
        and n.place.kind == "city"
        and graph.nodes[n.head].text.lower() in ("in", "at")
        and not is_aside(graph, n, at)
    ]
    days = [n.date for n in graph.nodes if n.date is not None and not is_aside(graph, n, at)]
    if not setting.places and told[0].form != "call":
        if (
            not cities
            and before is not None
            and any(n.text.lower() == "there" and n.relation == "advmod" for n in graph.nodes)
        ):
            setting.places.append(before)
        if len({city.city for city in cities}) == 1:
            setting.places.append(cities[-1])
        elif not cities and before is not None and is_same_city(graph):
            setting.places.append(before)
    if not setting.dates and not setting.reported and len(days) == 1 and days[0].kind in ("day", "weekday", "offset"):
        setting.dates.append(days[0])


def add_here(graph: Graph, found: Sequence[Frame], here: PlaceMention) -> None:
    """Give the encounters of a clause with "here" the city of the dateline."""
    for word in graph.nodes:
        if word.text.lower() != "here" or word.tag != "ADV":
            continue
        clause = clause_of(graph, word)
        for frame in found:
            is_direct = word.head == frame.node.index
            is_same = clause_of(graph, frame.node) == clause or not is_aside(graph, word, frame.node.index)
            if frame.form not in ("call", "visit") and (is_direct or (is_same and not frame.setting.places)):
                frame.setting.places = [here]


def clause_of(graph: Graph, node: Node) -> int:
    """Return the index of the verb in whose clause a node stands."""
    verb = node if node.tag in VERB_TAGS else graph.verb_above(node.index)
    return -1 if verb is None else verb.index


def is_same_city(graph: Graph) -> bool:
    """Return whether something is said to be in the city told last ("in the city", "in the same town", "in the capital")."""
    for node in graph.nodes:
        words = {graph.nodes[child].text.lower() for child in graph.children[node.index]}
        is_city = node.lemma in ("city", "town", "capital") and node.place is None
        if (
            is_city
            and words & {"the", "same", "this", "that"}
            and graph.nodes[node.head].text.lower() in ("in", "to", "from")
        ):
            return not graph.below(node.index, ("prep", "amod", "compound", "poss")) or "same" in words
    return False


def add_sequel_day(graph: Graph, found: Sequence[Frame], document: Document, cues: Cues) -> None:
    """Give talks told with "Later, …" and no day the day that was told last before them."""
    opening = document.text[graph.sentence.start : graph.sentence.end].lower()
    is_sequel = any(opening.startswith((f"{word} ", f"{word},")) for word in cues.of("sequels", "words"))
    words = " ".join(re.findall(r"\w+", opening))
    if not is_sequel and not any(f" {word} " in f" {words} " for word in cues.of("sequels", "within")):
        return
    before = [
        d
        for d in document.dates
        if (d.kind in ("day", "weekday") or (d.kind in ("offset", "shift") and d.unit == "day"))
        and graph.sentence.start - SEQUEL_REACH < d.end <= graph.sentence.start
    ]
    for frame in found:
        frame.is_sequel = is_sequel
        if frame.persons and not frame.is_reference and not frame.setting.dates and before:
            frame.setting.dates = before[-1:]


def date_signing(graph: Graph, found: Sequence[Frame], frames: Sequence[Frame], cues: Cues) -> None:
    """Give a signing told before the day on which a sentence says that the instrument was signed."""
    told = [frame for frame in frames[-SIGNING_REACH:] if frame.form == "signing" and frame.realis == "held"]
    if not told or told[-1].setting.dates or any(frame.persons and not frame.is_reference for frame in found):
        return
    for node in graph.nodes:
        subjects = graph.below(node.index, ("nsubjpass",))
        is_instrument = any(s.lemma in SIGNED or s.lemma in cues.of("nouns", "instruments") for s in subjects)
        if node.lemma in cues.of("verbs", "sealing") and node.relation == "ROOT" and is_instrument:
            told[-1].setting.dates = find_setting(graph, node.index).dates


def statement_frames(graph: Graph, cues: Cues) -> list[Frame]:
    """Return where and when persons spoke ("said in Bishkek on Thursday", "according to X in Bishkek on Thursday")."""
    made = []
    for node in graph.nodes:
        if len(node.persons) != 1:
            continue
        above = graph.nodes[node.head]
        is_source = (
            node.relation == "pobj"
            and above.text.lower() == "to"
            and graph.nodes[above.head].text.lower() == "according"
        )
        is_speaker = node.relation == "nsubj" and above.lemma in cues.of("verbs", "saying")
        if not is_source and not is_speaker:
            continue
        setting = find_setting(graph, node.index)
        if setting.dates and any(place.kind == "city" for place in setting.places):
            made.append(
                Frame(
                    sentence=graph.sentence.index,
                    node=node,
                    # Its days are told by the rules of dates; by itself it is no encounter.
                    rule_id="",
                    form="statement",
                    realis="held",
                    persons=list(node.persons),
                    setting=setting,
                )
            )
    return made


def set_scene(graph: Graph, found: Sequence[Frame], discourse: Discourse, cues: Cues) -> None:
    """Give frames without a place or day those of the scene: a sentence before that only tells where and when.

    A remark "made in a meeting" takes the day and place of the statement of the sentence before.
    """
    own = [frame for frame in found if not frame.is_reference and frame.realis != "unreal"]
    told = [frame for frame in own if frame.persons or frame.organization_id]
    remarks = any(node.lemma in cues.of("verbs", "remarking") and node.relation == "dobj" for node in graph.nodes)
    for frame in told:
        scene = discourse.statement if remarks else discourse.scene
        if not remarks and discourse.scene_paragraph != graph.sentence.paragraph:
            continue
        if frame.form == "call":
            continue
        if not frame.setting.dates or not scene.dates:
            frame.setting.places = frame.setting.places or list(scene.places)
        frame.setting.dates = frame.setting.dates or list(scene.dates)
    if told:
        return
    if any(node.tag == "VERB" and node.lemma == "meet" for node in graph.nodes):
        return
    scene = Setting()
    for node in graph.nodes:
        if node.relation == "ROOT" or node.lemma in cues.encounter_nouns:
            at = find_setting(graph, node.index)
            scene.dates += [d for d in at.dates if d not in scene.dates]
            scene.places += [p for p in at.places if p not in scene.places and p.kind == "city"]
    if scene.places:
        discourse.scene, discourse.scene_paragraph = scene, graph.sentence.paragraph
