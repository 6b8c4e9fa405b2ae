"""Everything that gazetteers and word lists know of single words and phrases, as one table of unit kinds.

A unit is a stretch of tokens with a kind of one letter, so that grammars are regular expressions over kinds:
C country or authority, D demonym, Z region, T city, G organisation, L outlet, h office head, k heads in the plural,
m kept and M dropped modifier, F former, f portfolio, b body, R rank, n name particle, q counterpart, Q counterparts,
o of/for/to/at/on, I in, a article, y possessive pronoun, & and, P possessive, N capitalised word that may be a name,
i initial, / slash, s letters after a name, g capitalised word that is no name, c and v a country or city that may be a name,
H words that make one the head of what follows ("who commands"), w other word, # number.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from security_meetings.annotate.phrases import PhraseTable
from security_meetings.vocabularies import Vocabulary


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a listed phrase stands for: its kind and what hangs on it."""

    kind: str
    value: str = ""
    country_code: str | None = None
    organization_id: str | None = None
    city: str | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """Phrase tables in order of precedence, and the word sets of the actor grammar."""

    names: PhraseTable[Meaning]
    words: PhraseTable[Meaning]
    not_names: frozenset[str]
    date_names: frozenset[str]
    things: frozenset[str]
    also_surnames: frozenset[str]
    things_before: frozenset[str]
    full_name_ranks: frozenset[str]
    titles: frozenset[str]
    head_names: frozenset[str]
    ruler_titles: frozenset[str]
    holding: tuple[str, ...]
    verb_signs: frozenset[str]
    prefixes: frozenset[str]
    double_offices: tuple[str, ...]
    outside_heads: frozenset[str]
    venue_links: frozenset[str]
    chairs: frozenset[str]
    name_abbreviations: frozenset[str]
    name_suffixes: frozenset[str]
    retired: frozenset[str]
    services: frozenset[str]
    particles: frozenset[str]
    head_types: dict[str, str]
    head_modifiers: frozenset[str]
    singular_heads: dict[str, str]
    joined_forms: dict[str, str]
    singular_bodies: dict[str, str]
    joint_fields: tuple[str, ...]
    passing_groups: frozenset[str]


COUNTRY_KINDS = {"name": "C", "authority": "C", "seat": "C", "demonym": "D", "region": "Z"}


def is_marked(row: dict[str, str]) -> bool:
    """Return whether a gazetteer row is marked as ambiguous."""
    return row.get("is_ambiguous", "") == "true"


def name_entries(vocabulary: Vocabulary) -> list[tuple[str, Meaning]]:
    """Return every listed proper name with its meaning."""
    entries: list[tuple[str, Meaning]] = []
    buildings = {(row["name"], row["country_code"]): row["city"] for row in vocabulary.gazetteer("buildings")}
    city_states = {(row["city"], row["country_code"]) for row in vocabulary.gazetteer("cities")}
    for row in vocabulary.gazetteer("country_names"):
        kind = COUNTRY_KINDS.get(row["kind"], "C")
        kind = "c" if kind == "C" and is_marked(row) else kind
        city = buildings.get((row["name"], row["country_code"])) if row["kind"] == "seat" else None
        city = row["name"] if kind in "Cc" and (row["name"], row["country_code"]) in city_states else city
        entries.append((row["name"], Meaning(kind, row["kind"], row["country_code"], city=city)))
    parents = {
        row["organization_id"]: row["parent_id"] or row["organization_id"]
        for row in vocabulary.gazetteer("organizations")
    }
    generic = set(vocabulary.codebook("actor_words")["not_names"]["phrases"])
    for row in vocabulary.gazetteer("organization_names"):
        if not is_marked(row) and row["name"].lower() not in generic:
            code = row["organization_id"]
            entries.append((row["name"], Meaning("G", code, organization_id=parents.get(code, code))))
    for row in vocabulary.gazetteer("city_names"):
        meaning = Meaning("v" if is_marked(row) else "T", country_code=row["country_code"], city=row["city"])
        entries.append((row["name"], meaning))
    entries += capital_entries(vocabulary)
    for code, kinds in vocabulary.codebook("actor_words")["agencies"].items():
        entries += [(text, Meaning("b", kind, code)) for kind, texts in kinds.items() for text in texts]
    entries += [(text, Meaning("R", text)) for text in vocabulary.codebook("actor_words")["ranks"]["acronyms"]]
    for row in vocabulary.gazetteer("buildings"):
        entries.append((row["name"], Meaning("T", "building", row["country_code"], None, row["city"])))
    for row in vocabulary.gazetteers.get("threat_actor_names", ()):
        if not is_marked(row):
            entries.append((row["name"], Meaning("X", row["threat_actor_id"])))
    official = {row["outlet_id"] for row in vocabulary.gazetteer("outlets") if row["kind"] == "government"}
    for row in vocabulary.gazetteer("outlet_names"):
        if row["kind"] in ("name", "abbreviation") and row["outlet_id"] not in official:
            entries.append((row["name"], Meaning("L", row["outlet_id"])))
    return entries


def capital_entries(vocabulary: Vocabulary) -> list[tuple[str, Meaning]]:
    """Return "Tajik capital" and "capital of Tajikistan" for every state, meaning its capital."""
    capitals = {row["country_code"]: row["capital"] for row in vocabulary.gazetteer("countries") if row["capital"]}
    entries = []
    for row in vocabulary.gazetteer("country_names"):
        capital = capitals.get(row["country_code"])
        if capital is None or row["kind"] not in ("name", "demonym"):
            continue
        meaning = Meaning("T", "capital", row["country_code"], None, capital)
        forms = ["{} capital"] if row["kind"] == "demonym" else ["capital of {}", "capital city of {}", "{}'s capital"]
        entries += [(form.format(row["name"]), meaning) for form in forms]
    return entries


def word_entries(vocabulary: Vocabulary) -> list[tuple[str, Meaning]]:
    """Return the words of the actor grammar, each with its kind."""
    words = vocabulary.codebook("actor_words")
    modifiers, little = words["modifiers"], words["little_words"]
    entries = [(text, Meaning("h", text)) for text in words["heads"]]
    entries += [(text, Meaning("k", singular)) for text, singular in words["plural_heads"].items()]
    for kind, phrases in (
        ("m", modifiers["kept"]),
        ("M", modifiers["dropped"]),
        ("F", modifiers["former"]),
        ("f", words["portfolios"]["words"]),
        ("b", words["bodies"]["words"]),
        ("R", words["ranks"]["words"]),
        ("n", words["names"]["particles"]),
        ("q", words["counterparts"]["same_office"]),
        ("Q", words["counterparts"]["same_office_plural"]),
        ("o", little["links"]),
        ("a", little["articles"]),
        ("&", little["conjunctions"]),
        ("y", little["possessives"]),
        ("g", words["not_names"]["phrases"]),
        ("s", words["names"]["postnominals"]),
    ):
        entries += [(text, Meaning(kind, text)) for text in phrases]
    entries.append(("in", Meaning("I", "in")))
    entries += [(text, Meaning("H", head)) for text, head in words["verbal_offices"]["verbs"].items()]
    return entries


@cache
def build_lexicon(vocabulary: Vocabulary) -> Lexicon:
    """Return the lexicon of a vocabulary, built once."""
    words = vocabulary.codebook("actor_words")
    return Lexicon(
        names=PhraseTable(name_entries(vocabulary), is_name=True),
        words=PhraseTable(word_entries(vocabulary), is_name=False),
        not_names=frozenset(words["not_names"]["words"]),
        date_names=frozenset(words["not_names"]["dates"]),
        things=frozenset(words["not_names"]["things"]),
        also_surnames=frozenset(words["not_names"]["also_surnames"]),
        things_before=frozenset(words["not_names"]["things_before"]),
        ruler_titles=frozenset(words["ranks"]["of_rulers"]),
        head_names=frozenset(words["names"]["also_offices"]),
        titles=frozenset(words["ranks"]["titles"]),
        full_name_ranks=frozenset(words["ranks"]["before_full_names"]),
        verb_signs=frozenset(words["roles_in_talks"]["verbs"]),
        holding=tuple(words["holding"]["phrases"]),
        prefixes=frozenset(words["names"]["prefixes"]),
        double_offices=tuple(words["double_offices"]["first"]),
        outside_heads=frozenset(words["leading_heads"]["outside"]),
        venue_links=frozenset(words["little_words"]["venues"]),
        chairs=frozenset(words["leading_heads"]["chairs"]),
        name_abbreviations=frozenset(words["names"]["abbreviations"]),
        name_suffixes=frozenset(words["names"]["suffixes"]),
        retired=frozenset(words["ranks"]["retired"]),
        services=frozenset(words["ranks"]["services"]),
        particles=frozenset(words["names"]["particles"]),
        head_types=dict(words["heads"]),
        head_modifiers=frozenset(words["heads"]) & frozenset(words["modifiers"]["kept"]),
        singular_heads=dict(words["plural_heads"]),
        joined_forms=dict(words["joined_forms"]),
        singular_bodies=dict(words["plural_bodies"]),
        joint_fields=tuple(words["joint_fields"]["phrases"]),
        passing_groups=frozenset(words["verbal_offices"]["passing"]),
    )
