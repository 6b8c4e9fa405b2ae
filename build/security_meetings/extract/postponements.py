"""Encounters put off: one that did not take place on its day, and the new one where a new day or place is told."""

from __future__ import annotations

from dataclasses import replace

from security_meetings.documents import DateMention, Node
from security_meetings.extract.cues import Cues
from security_meetings.extract.frames import Frame
from security_meetings.extract.graph import VERB_TAGS, Graph
from security_meetings.extract.places import Setting, add_place

NEW_LINKS = ("to", "until", "till", "for")
TAKEN_UP = ("it", "this", "they", "that", "which", "who")
PAST_BE = ("was", "were", "been")


def put_off(graph: Graph, found: list[Frame], cues: Cues) -> list[Frame]:
    """Return the frames of a sentence, each encounter that was put off as cancelled and, with a new day, as planned too."""
    made: list[Frame] = []
    for frame in found:
        if frame.form in ("attendance", "statement", "signing"):
            made.append(frame)
            continue
        mover = verb_of_moving(graph, frame, cues)
        new = new_setting(graph, mover, frame, cues)
        is_gone = mover is not None or was_to_have_been(graph, frame) or was_to_be_but(graph, frame)
        if mover is None and new.dates and old_dates(frame, new):
            is_gone = True
        if not is_gone:
            made.append(frame)
            continue
        if frame.form == "visit" and new.dates and not new.places:
            new.places = list(frame.setting.places)
        dates = old_dates(frame, new)
        places = [p for p in frame.setting.places if p not in new.places] or frame.setting.places
        anchor = mover or next((n for n in graph.nodes if n.tag in VERB_TAGS and is_now(graph, n, cues)), frame.node)
        told_anew = replace(frame, node=anchor, realis="planned", setting=new, persons=list(frame.persons))
        frame.setting = replace(frame.setting, dates=dates, places=list(places))
        frame.realis = "cancelled"
        made += [frame, told_anew] if new.dates or new.places else [frame]
    return made


def old_dates(frame: Frame, new: Setting) -> list[DateMention]:
    """Return the days for which an encounter was set before."""
    return [date for date in frame.setting.dates if date not in new.dates]


def verb_of_moving(graph: Graph, frame: Frame, cues: Cues) -> Node | None:
    """Return the verb that puts an encounter off: "has been moved to", "postponed the talks until"."""
    for verb in graph.nodes:
        if verb.tag not in VERB_TAGS or verb.lemma not in cues.of("cancelled", "moving"):
            continue
        if verb.lemma == "put" and not graph.has_particle(verb.index, ("off", "back")):
            continue
        heads = [*graph.subject_heads(verb.index), *graph.below(verb.index, ("dobj", "nsubjpass"))]
        if any(head.index == frame.node.index for head in heads) or is_taken_up(graph, heads, frame):
            return verb
    return None


def is_taken_up(graph: Graph, heads: list[Node], frame: Frame) -> bool:
    """Return whether a verb's subject or object is a pronoun, or a repeated noun, for the encounter told before it."""
    return any(
        (head.text.lower() in TAKEN_UP or head.lemma in ("talk", "talks", "meeting", "visit", "trip"))
        and frame.node.index < head.index
        for head in heads
    )


def new_setting(graph: Graph, mover: Node | None, frame: Frame, cues: Cues) -> Setting:
    """Return the new day and place: below the verb of moving, or of "will now take place on"."""
    setting = Setting()
    verbs = [mover] if mover is not None else []
    verbs += [n for n in graph.nodes if n.tag in VERB_TAGS and is_now(graph, n, cues)]
    for verb in verbs:
        links = NEW_LINKS if verb is mover else (*NEW_LINKS, "on", "in", "at")
        for node in graph.subtree(
            verb.index, stop=("conj", "advcl", "ccomp", "relcl", "acl", "nsubj", "nsubjpass", "dobj")
        ):
            above = graph.nodes[node.head].text.lower()
            if node.date is not None and (above in links or node.relation == "npadvmod"):
                add_date(setting, node.date)
            elif node.place is not None and node.place.kind == "city" and above in links:
                add_place(node.place, setting)
            elif node.lemma in ("end", "beginning", "start", "middle") and above in links:
                for date in (n.date for n in graph.subtree(node.index) if n.date is not None):
                    add_date(setting, date)
    return setting


def add_date(setting: Setting, date: DateMention) -> None:
    """Add a date once; "from the 3rd to the 10th" is put off to its last day."""
    told = date.last if date.kind == "interval" and date.last is not None else date
    if told not in setting.dates:
        setting.dates.append(told)


def is_now(graph: Graph, verb: Node, cues: Cues) -> bool:
    """Return whether a verb tells of what will be instead ("will now take place", "will be held instead on")."""
    words = {graph.nodes[child].text.lower() for child in graph.children[verb.index]}
    return bool(words & {"will", "shall"}) and bool(words & cues.of("cancelled", "instead"))


def was_to_have_been(graph: Graph, frame: Frame) -> bool:
    """Return whether "should have taken place on", "was to have met in" tells of what did not happen."""
    if not frame.setting.dates:
        return False
    link = graph.nodes[frame.node.head]
    # "The talks were to have been the fruit of the meeting of X and Y": that meeting was held.
    is_within = frame.node.relation == "pobj" and link.text.lower() == "of"
    above = [] if is_within else list(graph.above(frame.node.index))
    for verb in [frame.node, *above, *graph.below(frame.node.index, ("relcl", "acl"))]:
        words = {graph.nodes[child].text.lower() for child in graph.children[verb.index]}
        if verb.tag in VERB_TAGS and "have" in words and words & {"should", "to"}:
            return True
    return False


def was_to_be_but(graph: Graph, frame: Frame) -> bool:
    """Return whether "were to meet on Friday, but" tells of what fell through."""
    above = [frame.node, *graph.above(frame.node.index)]
    due = any(
        node.lemma == "be"
        and node.text.lower() in PAST_BE
        and any(n.text.lower() == "to" for n in graph.nodes[node.index : node.index + 4])
        for verb in above
        for node in [verb, *graph.below(verb.index, ("auxpass", "aux"))]
    )
    return (
        due
        and frame.realis == "planned"
        and any(n.text.lower() == "but" and n.index > frame.node.index for n in graph.nodes)
    )
