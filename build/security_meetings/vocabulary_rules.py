"""What the files of the vocabulary look like: columns, keys, links and the lists that must not share a word."""

from __future__ import annotations

from dataclasses import dataclass
from typing import get_args

from security_meetings.records import Status


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """Columns of a gazetteer whose values must stand in columns of another file.

    `list_mark` splits a cell with several codes; a target that is a codebook is named with `is_codebook`.
    """

    columns: tuple[str, ...]
    target: str
    target_columns: tuple[str, ...] = ()
    list_mark: str | None = None
    is_codebook: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class GazetteerRule:
    """The shape of one gazetteer: `key` is unique, rows stand in the order of `order` (none: in order of precedence).

    `code` are the columns of what a names file names; two codes may share a name only where a row of them is
    marked in `is_ambiguous`. `values` lists the valid values of a column, `named_by` the file that must name each code.
    """

    columns: tuple[str, ...]
    key: tuple[str, ...]
    order: tuple[str, ...] = ()
    filled: tuple[str, ...] = ()
    booleans: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()
    code: tuple[str, ...] = ()
    named_by: str | None = None
    values: tuple[tuple[str, tuple[str, ...]], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CodebookRule:
    """The shape of a taxonomy: keys of each block, and the lists in which no two codes may claim the same words.

    `may_share` where a phrase may name several codes at once ("the three evils"): then a shared cue is a notice.
    """

    keys: tuple[str, ...]
    claimed: tuple[str, ...] = ()
    ordered: tuple[str, ...] = ()
    has_parents: bool = False
    may_share: bool = False


COUNTRY = Link(columns=("country_code",), target="countries", target_columns=("country_code",))
CITY = Link(columns=("city", "country_code"), target="cities", target_columns=("city", "country_code"))


def _own(code: str, target: str) -> Link:
    return Link(columns=(code,), target=target, target_columns=(code,))


GAZETTEERS: dict[str, GazetteerRule] = {
    "countries": GazetteerRule(
        columns=("country_code", "iso2", "name", "capital", "cow_code", "cow_abbreviation", "gw_code", "region"),
        key=("country_code",),
        order=("country_code",),
        filled=("country_code", "name"),
        named_by="country_names",
    ),
    "country_names": GazetteerRule(
        columns=("country_code", "name", "kind", "is_ambiguous"),
        key=("country_code", "name", "kind"),
        order=("country_code", "name"),
        filled=("country_code", "name", "kind"),
        booleans=("is_ambiguous",),
        links=(COUNTRY,),
        code=("country_code",),
        values=(("kind", ("authority", "demonym", "name", "region", "seat")),),
    ),
    "cities": GazetteerRule(
        columns=("city", "country_code", "latitude", "longitude", "is_capital"),
        key=("city", "country_code"),
        order=("city", "country_code"),
        filled=("city", "country_code", "latitude", "longitude"),
        booleans=("is_capital",),
        links=(COUNTRY,),
        named_by="city_names",
    ),
    "city_names": GazetteerRule(
        columns=("city", "country_code", "name", "is_ambiguous"),
        key=("city", "country_code", "name"),
        order=("city", "country_code", "name"),
        filled=("city", "country_code", "name"),
        booleans=("is_ambiguous",),
        links=(CITY,),
        code=("city", "country_code"),
    ),
    "towns": GazetteerRule(
        columns=("town", "country_code", "latitude", "longitude", "population"),
        key=("town", "country_code"),
        order=("town", "country_code"),
        filled=("town", "country_code", "latitude", "longitude", "population"),
        links=(COUNTRY,),
    ),
    "buildings": GazetteerRule(
        columns=("name", "city", "country_code"),
        key=("name",),
        order=("name",),
        filled=("name", "city", "country_code"),
        links=(CITY,),
    ),
    "organizations": GazetteerRule(
        columns=("organization_id", "name", "kind", "parent_id", "seat_city", "seat_country"),
        key=("organization_id",),
        order=("organization_id",),
        filled=("organization_id", "name", "kind"),
        links=(
            Link(columns=("parent_id",), target="organizations", target_columns=("organization_id",)),
            Link(columns=("seat_country",), target="countries", target_columns=("country_code",)),
            Link(columns=("seat_city", "seat_country"), target="cities", target_columns=("city", "country_code")),
        ),
        named_by="organization_names",
        values=(("kind", ("body_of", "format", "organization")),),
    ),
    "organization_names": GazetteerRule(
        columns=("organization_id", "name", "is_ambiguous"),
        key=("organization_id", "name"),
        order=("organization_id", "name"),
        filled=("organization_id", "name"),
        booleans=("is_ambiguous",),
        links=(_own("organization_id", "organizations"),),
        code=("organization_id",),
    ),
    "outlets": GazetteerRule(
        columns=("outlet_id", "name", "country_code", "city", "kind"),
        key=("outlet_id",),
        order=("outlet_id",),
        filled=("outlet_id", "name", "country_code", "kind"),
        links=(COUNTRY, CITY),
        named_by="outlet_names",
        values=(("kind", ("agency", "broadcaster", "government", "newspaper", "site")),),
    ),
    "outlet_names": GazetteerRule(
        columns=("outlet_id", "name", "kind", "is_ambiguous"),
        key=("outlet_id", "name"),
        order=("outlet_id", "name"),
        filled=("outlet_id", "name", "kind"),
        booleans=("is_ambiguous",),
        links=(_own("outlet_id", "outlets"),),
        code=("outlet_id",),
        values=(("kind", ("abbreviation", "domain", "name", "self_reference")),),
    ),
    "people": GazetteerRule(
        columns=("person_id", "name", "country_code"),
        key=("person_id",),
        order=("person_id",),
        filled=("person_id", "name"),
        links=(COUNTRY,),
        named_by="people_names",
    ),
    "people_names": GazetteerRule(
        columns=("person_id", "name"),
        key=("person_id", "name"),
        order=("person_id", "name"),
        filled=("person_id", "name"),
        links=(_own("person_id", "people"),),
        code=("person_id",),
    ),
    "office_tenures": GazetteerRule(
        columns=(
            "office_tenure_id",
            "person_id",
            "office_type",
            "country_code",
            "organization_id",
            "role",
            "start_edtf",
            "end_edtf",
            "source_url",
        ),
        key=("office_tenure_id",),
        order=("person_id", "start_edtf", "role", "office_tenure_id"),
        filled=("office_tenure_id", "person_id", "office_type", "role", "source_url"),
        links=(
            _own("person_id", "people"),
            COUNTRY,
            _own("organization_id", "organizations"),
            Link(columns=("office_type",), target="office_types", is_codebook=True),
        ),
    ),
    "threat_actors": GazetteerRule(
        columns=("threat_actor_id", "name", "threat_types", "needs_threat_context"),
        key=("threat_actor_id",),
        order=("threat_actor_id",),
        filled=("threat_actor_id", "name"),
        booleans=("needs_threat_context",),
        links=(Link(columns=("threat_types",), target="threat_types", list_mark=";", is_codebook=True),),
        named_by="threat_actor_names",
    ),
    "threat_actor_names": GazetteerRule(
        columns=("threat_actor_id", "name", "is_ambiguous"),
        key=("threat_actor_id", "name"),
        order=("threat_actor_id", "name"),
        filled=("threat_actor_id", "name"),
        booleans=("is_ambiguous",),
        links=(_own("threat_actor_id", "threat_actors"),),
        code=("threat_actor_id",),
    ),
    "plover": GazetteerRule(
        columns=("table", "condition_status", "condition", "plover_event", "plover_mode", "cameo_code"),
        key=("table", "condition_status", "condition"),
        filled=("table", "condition_status"),
        values=(("table", ("agreements", "meetings")),),
    ),
}

TAXONOMY = ("name", "definition", "examples", "other_names")
CODEBOOKS: dict[str, CodebookRule] = {
    "meeting_types": CodebookRule(keys=(*TAXONOMY, "nouns"), claimed=("nouns",), ordered=("nouns",)),
    "agreement_types": CodebookRule(
        keys=(*TAXONOMY, "nouns", "weak_nouns"), claimed=("nouns", "weak_nouns"), ordered=("nouns", "weak_nouns")
    ),
    "office_types": CodebookRule(keys=(*TAXONOMY, "patterns"), claimed=("patterns",), ordered=("patterns",)),
    "threat_types": CodebookRule(
        keys=(*TAXONOMY, "parent", "plover_context", "cues"),
        claimed=("cues", "weak_cues", "dependent_cues"),
        has_parents=True,
        may_share=True,
    ),
}

STATUSES: dict[str, tuple[str, ...]] = {
    "meetings": get_args(Status),
    "agreements": ("signed", "in_force", "planned", "proposed", "terminated"),
}
