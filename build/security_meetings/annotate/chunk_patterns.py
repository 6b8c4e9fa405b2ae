"""The grammar of chunks: patterns over the kinds of units, offices merged, and when each of them holds."""

from __future__ import annotations

import re
from collections.abc import Sequence

from security_meetings.annotate.lexicon import Lexicon
from security_meetings.annotate.offices import OfficeUnit
from security_meetings.annotate.units import Unit

# Words before a single name that is more likely a place than a person.
PLACE_LEADS = frozenset(["in", "on", "at", "near", "into", "outside", "around"])
SINGLE_MINISTERS = frozenset(["foreign_minister", "interior_minister", "defence_minister", "justice_minister"])
NAME = r"(?:[Nin]*N)"
OF_STATE = r"(?:\([CcG]\)|oa?[CcG])"
NAME_AFTER_TITLE = r"(?:[cvCT]?[Nin]*N)"
STATE_AFTER = r"(?:\((?P<state>[CcG])\)|oa?(?P<lead>[CcG])(?!P))?"
TWO_NAMES = rf"(?P<names>(?:[,\-:(]?R*{NAME})(?:,R*{NAME})*,?&R*{NAME})?"
MORE_OFFICES = re.compile(rf",(?P<first>O)(?:,?&(?P<second>O))?(?=$|[,.;:)\]xw])(?!,?&?a?(?:O|R*{NAME}))")
PATTERNS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (form, re.compile(pattern))
    for form, pattern in (
        (
            "counterpart",
            rf"(?:y|[CcG]P|a)?[mMF]*+(?:(?P<state>[DCc]P?)[mMF]*+)?q(?:,?(?P<office>O)?,?R*(?P<name>{NAME_AFTER_TITLE})(?!P))?",
        ),
        (
            "double",
            rf"(?P<office>O)(?:,(?P<middle>O))?(?:&|,|/|-)(?P<second>O)(?:,a?)?R*(?P<title>O)?R*(?P<name>{NAME_AFTER_TITLE}){STATE_AFTER}",
        ),
        (
            "office-name",
            rf"(?:R+,?)?(?P<office>O)(?:oa?[Cc])?R*(?:[DCc]P?)?R*(?P<name>{NAME_AFTER_TITLE}){STATE_AFTER}",
        ),
        ("titled", rf"(?P<office>O)(?:,|R+)?(?P<title>O)R*(?P<name>{NAME_AFTER_TITLE})(?!P)"),
        ("office-comma-name", rf"(?P<office>O)(?:oa?[Cc])?,a?R*(?P<name>{NAME_AFTER_TITLE})(?![PN])"),
        (
            "name-offices",
            rf"R*(?P<name>{NAME})(?:,N\(N\))?[,\-]a?(?P<office>O)(?:,(?P<middle>O))?(?:,?&|/)a?(?P<second>O)(?!,?a?R*{NAME})",
        ),
        (
            "name-office",
            rf"(?:(?P<lead>[CcG])P|(?P<state>D|(?<![oI&])[Cc](?=R)))?R*(?P<name>{NAME})(?:,N\(N\))?(?:[,\-]|\()(?:w{{2}}|a[wN]P)?a?w?[DCc]?(?P<office>O)(?!R*{NAME})\)?",
        ),
        ("name-state", rf"R*(?P<name>{NAME})(?:\((?P<state>[CcGD])\)|oa?(?P<lead>[CcG]))"),
        ("state-name", rf"(?:(?P<lead>[CcG])P|(?P<state>D))(?:M,?)?R*(?P<name>{NAME_AFTER_TITLE})"),
        ("rank-name", rf"(?:(?<![oI&])(?P<state>[Cc]))?R+(?P<name>{NAME_AFTER_TITLE})"),
        ("bare", rf"(?P<name>{NAME})"),
        ("plural-pairs", rf"(?P<plural>U)(?P<names>,?R*{NAME}(?:,?&?,?a?[Cc],?R*{NAME})+)"),
        (
            "plural-states",
            rf"(?P<plural>U)(?P<states>(?:[,&]*a?[CcZ](?!P)(?:\(R*{NAME}\))?)+)(?:oa?G)?{TWO_NAMES}",
        ),
        ("states-before-plural", rf"(?P<states>[CDc]P?(?:,[CDc]P?)*,?&)a?(?P<plural>U){TWO_NAMES}"),
        ("states-plural", rf"(?P<states>[CDc]P?(?:,[CDc]P?)*,?&[CDc]P?)a?(?P<plural>U){TWO_NAMES}"),
        (
            "plural-fields",
            rf"(?P<plural>U)(?P<names>[,:\-(]?R*{NAME},?oa?f(?:&f)?(?:,?&?R*{NAME},?oa?f(?:&f)?)+)",
        ),
        (
            "plural",
            rf"(?P<plural>U)(?:(?:oa?w{{1,3}})?(?P<names>(?:[,\-:(]?R*{NAME}{OF_STATE}?)(?:,R*{NAME}{OF_STATE}?)*,?&R*{NAME}{OF_STATE}?))?",
        ),
        (
            "counterparts",
            rf"(?:y|a)?[mM]*(?P<states>[CDc](?:,?&?[CDc])*)?Q"
            rf"(?P<names>(?:,?R*{NAME}{OF_STATE}?)(?:,R*{NAME}{OF_STATE}?)*,?&R*{NAME}{OF_STATE}?)?",
        ),
        ("office", r"(?P<office>O)"),
        ("rank", r"aM?(?P<state>D)?R(?![NinO])"),
    )
)


def is_apposition(units: Sequence[Unit], match: re.Match[str]) -> bool:
    """Return whether only "who is", or an article and an adjective, stand between a name and the office after it."""
    lead = units[match.end("name") : match.start("office")]
    between = [unit.text.lower() for unit in lead if unit.kind == "w"]
    if any(unit.kind == "P" for unit in lead):
        return len(between) <= 1
    return not between or between[0] == "who" or (len(between) == 1 and units[match.start("office") - 2].kind == "a")


def is_place_before(units: Sequence[Unit], match: re.Match[str]) -> bool:
    """Return whether a name is that of a place before an office of somebody ("after the attacks on Fotor, the President")."""
    lead = units[match.start("name") - 1].text.lower() if match.start("name") else ""
    is_bare = match.start() == match.start("name") and match.end("name") - match.start("name") == 1
    return is_bare and lead in PLACE_LEADS


def is_title(office: OfficeUnit, lexicon: Lexicon) -> bool:
    """Return whether an office is told as a form of address for the holder of another ("Ambassador")."""
    return office.office.role.lower() in lexicon.titles and not office.country_codes


def is_double(units: Sequence[Unit], match: re.Match[str], offices: dict[int, OfficeUnit], lexicon: Lexicon) -> bool:
    """Return whether two offices told before one name are that person's: often held together, or the second without article."""
    first, second = offices[match.start("office")], offices[match.start("second")]
    if units[match.start("second") - 1].kind in "/-":
        return not (first.country_codes and second.country_codes)
    role = first.office.role.lower()
    is_bare = " " not in role
    if second.country_codes and (is_bare or (first.country_codes and first.country_codes != second.country_codes)):
        return False
    if role in lexicon.double_offices:
        return True
    is_long = " of " in second.office.role or " for " in second.office.role
    is_director = first.office.office_type == "other_official" and " of " in first.office.role
    if is_director and not second.country_codes and second.office.office_type in SINGLE_MINISTERS:
        return True
    is_ruler = first.office.office_type in ("head_of_state", "head_of_government")
    return is_long and not is_bare and not is_ruler and second.organization_id in (None, first.organization_id)


def is_same_side(first: OfficeUnit, second: OfficeUnit) -> bool:
    """Return whether a second office is told of no other state or body than the first."""
    is_other_state = bool(second.country_codes) and bool(first.country_codes or first.organization_id)
    is_other_state = is_other_state and not set(second.country_codes) & set(first.country_codes)
    is_other_body = second.organization_id is not None and first.organization_id not in (None, second.organization_id)
    return not is_other_state and not is_other_body and not second.office.is_plural


def holds(
    form: str, match: re.Match[str], units: Sequence[Unit], offices: dict[int, OfficeUnit], lexicon: Lexicon
) -> bool:
    """Return whether what a pattern cannot see does not speak against a match."""
    title = match["title"] if form in ("double", "titled") else None
    if title is not None and not is_title(offices[match.start("title")], lexicon):
        return False
    if form == "name-office" and is_place_before(units, match):
        return False
    if form == "double":
        return is_double(units, match, offices, lexicon)
    if form == "plural-pairs":
        return offices[match.start()].state_at_end
    if form == "name-offices":
        return is_same_side(offices[match.start("office")], offices[match.start("second")])
    return form != "name-office" or is_apposition(units, match)


def find_more_offices(
    kinds: str, at: int, offices: dict[int, OfficeUnit], told: OfficeUnit | None
) -> tuple[list[OfficeUnit], int]:
    """Return the further offices of a person told after office and name, and the index after them ("Prince X, Premier and Y")."""
    match = MORE_OFFICES.match(kinds, at)
    if match is None:
        return [], at
    found = [offices[match.start(group)] for group in ("first", "second") if match[group]]
    if any(more.office.is_plural or (told is not None and not is_same_side(told, more)) for more in found):
        return [], at
    return found, match.end()
