"""Annotation: an article becomes a document, in which everything that lists and grammars know is marked."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial

from security_meetings.annotate.abstraction import Findings, parse_sentences
from security_meetings.annotate.chunks import Chunk, SentenceUnits, chunk_sentence
from security_meetings.annotate.date_words import build_date_words
from security_meetings.annotate.dates import find_dates
from security_meetings.annotate.drafts import finish_persons
from security_meetings.annotate.gates import Gates, build_gates
from security_meetings.annotate.holders import join_holders, join_shorter, join_twins, name_from_around
from security_meetings.annotate.joined_names import find_joined_names
from security_meetings.annotate.language import detect_language
from security_meetings.annotate.lexicon import Lexicon, build_lexicon
from security_meetings.annotate.list_sides import ListSides, build_side_cues
from security_meetings.annotate.listed_offices import name_listed
from security_meetings.annotate.model import DEFAULT_MODEL, load_model
from security_meetings.annotate.names import confirm_names
from security_meetings.annotate.office_types import OfficeTypes, build_office_types
from security_meetings.annotate.own_side import build_own_side_words, find_own_side
from security_meetings.annotate.pairs import PairStates, build_pair_cues
from security_meetings.annotate.persons import PersonResolver
from security_meetings.annotate.register import build_register
from security_meetings.annotate.sentences import split_sentences
from security_meetings.annotate.sides import SURE_BASES, tell_sides
from security_meetings.annotate.standpoints import PLACE_KINDS, make_place, read_byline, read_dateline
from security_meetings.annotate.told_headlines import find_told_headlines, read_headlines
from security_meetings.annotate.told_in_order import find_in_order
from security_meetings.annotate.towns import build_towns, find_towns
from security_meetings.annotate.zones import split_zones
from security_meetings.documents import (
    ActorMention,
    Article,
    Document,
    OrganizationMention,
    ParsedSentence,
    Person,
    PlaceMention,
    Sentence,
    Zone,
)
from security_meetings.vocabularies import Vocabulary

LINE_LENGTH = 160
# What the model is asked for, and can be left out to see what it earns.
MODEL_PARTS = ("parser", "names")
LETTERED_LINE = re.compile(r"^[^\n]*?[^\W\d_][^\n]*", re.MULTILINE)
STORY_ZONES = ("body", "caption")


def annotate_articles(
    articles: Iterable[Article],
    vocabulary: Vocabulary,
    model_name: str = DEFAULT_MODEL,
    without: Collection[str] = (),
) -> Iterator[Document]:
    """Return the document of each article, in order; `without` names what of the model is not asked (MODEL_PARTS)."""
    for article in articles:
        yield annotate_article(article, vocabulary, model_name, without)


def annotate_article(
    article: Article, vocabulary: Vocabulary, model_name: str = DEFAULT_MODEL, without: Collection[str] = ()
) -> Document:
    """Return the document of one article; a text in another language has its zones and nothing else."""
    language = detect_language(article.text, vocabulary)
    zones = split_zones(article.text, vocabulary)
    document = Document(
        article=article, language=language, zones=zones, sentences=split_sentences(article.text, zones, vocabulary)
    )
    if language != "en" or article.duplicate_of is not None:
        return replace(document, sentences=())
    return mark_document(document, vocabulary, model_name, without)


def mark_document(
    document: Document, vocabulary: Vocabulary, model_name: str, without: Collection[str] = ()
) -> Document:
    """Return a document with places, bodies, dates, actors and parses marked."""
    lexicon, types = build_lexicon(vocabulary), build_office_types(vocabulary)
    gates = build_gates(vocabulary)
    marked = [chunk_sentence(s, document.text, lexicon, types) for s in document.sentences]
    story = name_listed([units for units in marked if units.sentence.zone in STORY_ZONES], document.text)
    coded = any(can_hold(units, document.text, gates) for units in marked)
    places, organizations, outlets = read_units(marked)
    joined, bodies = find_joined_names(story, lexicon)
    organizations = sorted([*organizations, *bodies], key=lambda body: body.start)
    places += [*joined, *find_towns(story, places, build_towns(vocabulary))]
    places.sort(key=lambda place: place.start)
    date_words = build_date_words(vocabulary)
    dates = [d for s in document.sentences for d in find_dates(document.text, s.start, s.end, date_words)]
    document = replace(
        document,
        dateline=read_dateline(document, lexicon),
        byline=read_byline(document, lexicon),
        places=tuple(places),
        organizations=tuple(organizations),
        dates=tuple(dates),
    )
    if not story:
        return document
    asks_names = coded and "names" not in without
    load = partial(load_model, model_name)
    chunks = confirm_names(story, document.text, vocabulary, load if asks_names else None)
    resolver = resolve_persons(document, vocabulary, chunks, marked)
    document = replace(document, actors=tuple(resolver.mentions), persons=finish(resolver, vocabulary))
    if not coded or "parser" in without:
        return document
    found = Findings(actors=resolver.mentions, places=places, organizations=organizations, outlets=outlets, dates=dates)
    wanted = worth_parsing([units.sentence for units in story], document.text, gates, resolver.mentions)
    document = replace(document, parses=parse(wanted, document, found, model_name))
    titles = find_told_headlines(document.text, marked, gates)
    told, resolver = read_headlines(document.text, titles, resolver, vocabulary, load if asks_names else None)
    return add_headlines(document, told, resolver, vocabulary, found, model_name) if told else document


def add_headlines(
    document: Document,
    told: Sequence[Sentence],
    resolver: PersonResolver,
    vocabulary: Vocabulary,
    found: Findings,
    model_name: str,
) -> Document:
    """Return a document with its alternative, in which headlines are read before the story."""
    parses = parse(told, document, replace(found, actors=resolver.mentions), model_name)
    persons = finish(resolver, vocabulary)
    added = [actor for actor in resolver.mentions if tells_more(actor, persons, document.actors)]
    alternative = replace(
        document,
        actors=tuple(sorted((*document.actors, *added), key=lambda actor: actor.start)),
        persons=persons,
        parses=(*parses, *document.parses),
    )
    return replace(document, with_headline=alternative)


def tells_more(actor: ActorMention, persons: Sequence[Person], story: Sequence[ActorMention]) -> bool:
    """Return whether a mention tells of a person what none of the story does; else the words of the story are kept."""
    person = next(person for person in persons if person.key == actor.person)
    told = [other for other in story if other.person == actor.person]
    has_name = actor.name == person.name and all(other.name != person.name for other in told)
    roles = {other.office.role for other in told if other.office is not None}
    has_role = actor.office is not None and actor.office.role == person.role and person.role not in roles
    return not told or has_name or has_role


def parse(
    sentences: Sequence[Sentence], document: Document, found: Findings, model_name: str
) -> tuple[ParsedSentence, ...]:
    """Return the parses of sentences; the model is loaded where there are any."""
    return parse_sentences(sentences, document.text, found, load_model(model_name)) if sentences else ()


def finish(resolver: PersonResolver, vocabulary: Vocabulary) -> tuple[Person, ...]:
    """Return the persons of an article as they are told in it, completed by the register."""
    words = vocabulary.codebook("actor_words")
    return build_register(vocabulary).complete_persons(
        finish_persons(resolver.drafts, words["own_offices"], words["own_bodies"])
    )


def resolve_persons(
    document: Document, vocabulary: Vocabulary, chunks: Sequence[Chunk], marked: Sequence[SentenceUnits]
) -> PersonResolver:
    """Return the persons of the chunks, with the sides and names that the rest of the text tells of them."""
    lexicon, types, words = (
        build_lexicon(vocabulary),
        build_office_types(vocabulary),
        vocabulary.codebook("actor_words"),
    )
    own = find_own_side(document.text, document.zones, lexicon, build_own_side_words(vocabulary), document.dateline)
    is_issued = own is not None and own.basis in SURE_BASES
    pairs = PairStates(document.text, document.sentences, document.places, build_pair_cues(vocabulary))
    resolver = PersonResolver(
        build_register(vocabulary).beliefs_about, own.country_code if own and is_issued else None, pairs
    )
    around = read_around(document, marked, lexicon, types)
    resolver.heads_around = frozenset(chunk.head for units in around for chunk in units.chunks if chunk.name)
    resolver.read(chunks)
    join_shorter(resolver)
    lists = ListSides(
        document.text, document.sentences, document.places, document.organizations, build_side_cues(vocabulary)
    )
    tell_sides(resolver.drafts, resolver.mentions, lists, own, words["own_offices"], words["own_bodies"])
    in_order = find_in_order(resolver, document.sentences, document.text)
    join_twins(resolver, {key: twin.key for key, twin in in_order.items()})
    name_from_around(resolver, around)
    join_holders(resolver)
    return resolver


def read_around(
    document: Document, marked: Sequence[SentenceUnits], lexicon: Lexicon, types: OfficeTypes
) -> list[SentenceUnits]:
    """Return the units of headlines and of the lines of header and furniture, which tell who holds an office."""
    lines = [
        Sentence(index=len(document.sentences), start=start, end=end, paragraph=0, zone="header")
        for zone in document.zones
        if zone.kind in ("header", "furniture")
        for start, end in split_line_spans(document.text, zone)
    ]
    titles = [units for units in marked if units.sentence.zone == "title"]
    return [*titles, *(chunk_sentence(line, document.text, lexicon, types) for line in lines)]


def split_line_spans(text: str, zone: Zone) -> list[tuple[int, int]]:
    """Return the spans of the lines of a zone that are short enough to name an office and its holder."""
    spans = [match.span() for match in LETTERED_LINE.finditer(text[zone.start : zone.end])]
    return [(zone.start + start, zone.start + end) for start, end in spans if end - start <= LINE_LENGTH]


def can_hold(units: SentenceUnits, text: str, gates: Gates) -> bool:
    """Return whether a sentence may tell of an encounter or an instrument: by its words, weak ones beside an office.

    A spokesman or director of nobody knows what is no such office, or every text on business would count.
    """
    has_office = any(
        chunk.office is not None
        and (chunk.office.office_type != "other_official" or chunk.country_codes or chunk.organization_id)
        for chunk in units.chunks
    )
    return gates.is_worth_parsing(text[units.sentence.start : units.sentence.end], has_office)


def worth_parsing(
    sentences: Sequence[Sentence], text: str, gates: Gates, actors: Sequence[ActorMention]
) -> list[Sentence]:
    """Return the sentences to parse: those that can hold something, and a statement before "made the remark"."""
    worth, remark = [], []
    for sentence in sentences:
        words = text[sentence.start : sentence.end]
        has_actor = any(sentence.start <= actor.start < sentence.end for actor in actors) or gates.has_pronoun(words)
        worth.append(gates.is_worth_parsing(words, has_actor))
        remark.append(gates.is_remark(words))
    return [s for at, s in enumerate(sentences) if worth[at] or any(remark[at + 1 : at + 2])]


def read_units(
    marked: Sequence[SentenceUnits],
) -> tuple[list[PlaceMention], list[OrganizationMention], list[tuple[int, int, str]]]:
    """Return the places, bodies and outlets among the units of all sentences."""
    places, organizations, outlets = [], [], []
    for sentence in marked:
        for unit in sentence.units:
            if unit.kind in PLACE_KINDS and unit.meaning.country_code:
                places.append(make_place(unit))
            elif unit.kind == "G" and unit.meaning.organization_id:
                organizations.append(
                    OrganizationMention(start=unit.start, end=unit.end, organization_id=unit.meaning.organization_id)
                )
            elif unit.kind == "L":
                outlets.append((unit.start, unit.end, unit.meaning.value))
    return places, organizations, outlets
