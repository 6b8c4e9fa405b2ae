"""What the files of the codebook hold, table by table: the kinds of their values, and which keys each must have."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from security_meetings.shapes import Shape, Word

WORDS: Mapping[str, Any] = {"*": [Word]}
CODES: Mapping[str, Any] = {"*": str}
NUMBERS: Mapping[str, Any] = {"*": int}


def lists(*keys: str) -> dict[str, Any]:
    """Return the shape of a table of lists of words, all of which the coder reads; spaces part the keys."""
    return {key: [Word] for key in " ".join(keys).split()}


_TEXTS = "name definition parent plover_context yields_to groups_yield_to"
_LISTS = "depends_on covered_by yields_in yielding_cues kindless_cues covered_cues"
CONFIDENT = (
    "cues weak_cues dependent_cues yielding_cues covered_cues kindless_cues"
    " group group_in_context ambiguous_group unlisted_group"
)
TAXONOMY: Shape = {"*": {f"{key}?": str for key in _TEXTS.split()} | {f"{key}?": [Word] for key in _LISTS.split()}}
# All that is named here is needed, but for keys that end in "?".
CODEBOOK_SHAPES: Mapping[str, Mapping[str, Any]] = {
    "actor_words": {
        "heads": CODES,
        "plural_heads": CODES,
        "plural_bodies": CODES,
        "joint_fields": lists("phrases"),
        "modifiers": lists("kept dropped deputies former"),
        "portfolios": lists("words"),
        "bodies": lists("words"),
        "ranks": lists("words acronyms services of_rulers titles before_full_names retired"),
        "names": lists("particles prefixes abbreviations also_offices postnominals suffixes"),
        "counterparts": lists("same_office same_office_plural"),
        "pairs": {"numbers": NUMBERS, "owners": [Word], "links": [Word], "sent": [Word]},
        "roles_in_talks": lists("verbs guests hosts"),
        "not_names": lists("phrases words dates things also_surnames things_before"),
        "little_words": lists("links articles conjunctions possessives places venues"),
        "joined_forms": CODES,
        "holding": lists("phrases"),
        "verbal_offices": {"verbs": CODES, "passing": [Word]},
        "double_offices": lists("first"),
        "leading_heads": lists("words outside chairs alike types_of_bodies"),
        "agencies": {"*": WORDS},
        "own_offices": CODES,
        "own_bodies": CODES,
        "issuers": {
            **lists("headline_verbs labels offices"),
            "domains": CODES,
            **lists("shared_domains no_states"),
            "dials": CODES,
        },
        "side_cues": lists("before groups opening members leading represented foreign_styles opposing passed"),
    },
    "agreement_cues": {
        "generic": lists("singular plural loose"),
        "glued": lists("prepositions"),
        "plural": lists("words"),
        "verbs": lists(
            "signing adopting issuing exchanging producing drafting proposing reached finishing",
            "greeting discussing applying saying reading carrying_out applying_by basing amending",
            "working_on having terminating",
        ),
        "nouns": lists("signing adopting exchanging drafting proposing applying working terminating ends"),
        "applied": lists("prepositions openings effects present"),
        "planned": lists("stages towards awaited awaiting fresh going_on verge modifiers"),
        "proposed": lists("auxiliaries governors modifiers"),
        "named": lists("nouns plurals own shared gates"),
        "world": lists("names modifiers"),
        "unreal": lists("negations verbs modifiers unless_signed conditions names agreeing"),
        "plain": lists("words kept_before_plans"),
        "subject": lists("prepositions kept party_links linked fields clauses stops serving said_of quoting"),
        "occasions": lists("nouns visits sessions earlier"),
        "after": lists("pronouns auxiliaries agents links joining"),
        # A colon that nothing follows introduces a list too.
        "lists": lists("headings own leading owners session bilateral many") | {"following": [str]},
        "sides": lists("words members factions fellows people"),
        "numbers": NUMBERS,
        "labels": lists("skipped"),
        "trims": lists("leading glued nouns"),
    },
    "date_words": {
        "months": WORDS,
        "weekdays": WORDS,
        "jalali_months": WORDS,
        "foreign_months": WORDS,
        "part_adjectives": WORDS,
        "part_phrases": WORDS,
        "seasons": WORDS,
        "quarters": WORDS,
        "halves": WORDS,
        "directions": WORDS,
        "relative_days": WORDS,
        "units": lists("day week month year"),
        "compound_units": {"*": [None]},
        "signs": WORDS,
        "preposition_signs": WORDS,
        "numbers": NUMBERS,
        "ordinals": NUMBERS,
        "lists": lists(
            "joint through day_part month_preposition weak_preposition year_preposition determiner not_a_year",
            "weekday_name_after weekday_name_before not_a_day_number today_name_before today_name_after inexact",
            "apostrophe verbs_of_weekend",
        ),
        "rules": [
            {
                "id": str,
                "kind": str,
                "pattern": str,
                "fires": str,
                "misses": str,
                "set?": {"unit?": str, "weekday?": int, "weekday2?": int, "amount?": int, "sign?": int},
                "of?": str,
                "duration?": bool,
                "after?": str,
                "not_after?": str,
                "not_before?": str,
            }
        ],
    },
    "furniture": {
        **lists(
            "lines starts firm_starts firm_contains contains link_headings closing_headings signature_headings",
            "bar_words caption_starts caption_marks tails",
        ),
    },
    "header_words": {
        **lists(
            "keys published_labels updated_labels byline_starts byline_ends today issued_texts issued_verbs",
            "name_particles labels path_roots attributions brand_intros brand_words not_brands not_agencies",
            "agency_officers",
        ),
        "headline": lists("verbs kinds tickers slogans joints labels"),
        "calendar": lists("companions month_first month_first_zones"),
        "citing": lists("before after tight_after source_labels self_after self_before fillers"),
        "own": lists("marks"),
        "issuers": {
            **lists(
                "heads words phrases foreign foreign_joints seats places_between styles titles unsaid naming",
            ),
            "spellings": CODES,
        },
    },
    "languages": {
        "scripts": {key: {"ranges": [[int]], "default": str} for key in ("*", "latin", "han", "kana")},
        "languages": {"*": {"script": str, "words": [Word], "letters?": str, "code?": str}},
    },
    "meeting_cues": {
        "nouns": lists(
            "talks reception call session visit holders states instruments members named_only standing series",
            "ceremony given chairing guests hosting signatures",
        ),
        "remote": lists("words titles spoken paid phrases"),
        "light_verbs": lists("hold"),
        "verbs": lists(
            "mutual spoken receiving calling hosting visiting expecting arriving saying said remarking gathering",
            "adopting bringing signing sealing undersigning seeing discussing telling taking leading present cancelling",
            "attending calling_on",
        ),
        "planned": lists("adjectives auxiliaries words"),
        "unreal": lists("adjectives negations auxiliaries words habits"),
        "cancelled": lists("words phrases moving instead"),
        "welcome": lists("verbs places"),
        "references": lists("determiners pairs separate regional attendants many order"),
        "sequels": lists("words within"),
        "series": lists("words others"),
        "lists": lists("words"),
        "margins": lists("words only"),
        "gates": lists("encounter pronouns weak"),
        "seats": lists("bodies"),
        "mutual": lists("objects"),
        "courtesy": lists("purposes"),
        "guests": lists("before lands journeys"),
        "stays": lists("words other_times"),
        "chances": lists("nouns verbs"),
    },
    "sentences": lists("bound loose openers speech domains"),
    "threat_guards": {
        "*": {
            "rule_id": str,
            "definition": str,
            **lists("examples patterns"),
            "reach?": int,
            "needs_capital?": bool,
        }
    },
    "threat_words": {
        "confidence": dict.fromkeys(CONFIDENT.split(), float),
        "reach": dict.fromkeys(("place", "speaker_before", "speaker_after", "source", "pronoun", "group_name"), int),
        "classes": {
            **WORDS,
            **lists(
                "clause_break name_link no_name list_stop list_item list_joint after_head destination locative",
                "speech_verb speech_inverted according pronoun oblique",
            ),
        },
        "group_context": {"patterns": [Word]},
        "group_as_terrorist": {"patterns": [Word]},
        "unlisted_groups": {"patterns": [Word]},
    },
}
