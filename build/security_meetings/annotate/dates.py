"""The date expressions of a text, each as the constraint that it states."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from security_meetings.annotate.date_words import DateRule, DateWords, normal_word
from security_meetings.annotate.jalali import gregorian_date, jalali_month_length
from security_meetings.documents import DateMention
from security_meetings.edtf_bounds import month_length

Fields = dict[str, Any]

_START = re.compile(r"(?<![A-Za-z0-9_])(?:[A-Za-z]+|[0-9])")
# Enough for the longest list entry that an expression may have to stand after.
_LOOK_BACK = 40
_END_FIELDS = ("year", "month", "day", "weekday", "part", "quarter", "direction", "amount", "unit")


def find_dates(text: str, start: int, end: int, words: DateWords) -> list[DateMention]:
    """Return the date expressions within a span of a text, in order and without overlap.

    At each place the longest expression counts, then the earlier rule. One that names a day that there is not
    ("31 June 2025") counts only for what else is told ("June 2025").
    """
    mentions: list[DateMention] = []
    position = start
    while (token := _START.search(text, position, end)) is not None:
        mention = None
        if token[0].isdigit() or token[0].casefold() in words.starters:
            mention = _longest(text, token.start(), start, end, words)
        if mention is not None:
            mentions.append(mention)
        position = mention.end if mention is not None else token.end()
    return mentions


def _longest(text: str, position: int, start: int, end: int, words: DateWords) -> DateMention | None:
    before = text[max(start, position - _LOOK_BACK) : position]
    best: DateMention | None = None
    for rule in words.rules:
        match = rule.pattern.match(text, position, end)
        if match is None or (best is not None and match.end() <= best.end) or not _fits(rule, match, before):
            continue
        best = _read(rule, match, words.readings) or best
    return best


def _fits(rule: DateRule, match: re.Match[str], before: str) -> bool:
    if rule.after is not None and rule.after.search(before) is None:
        return False
    if rule.not_after is not None and rule.not_after.search(before) is not None:
        return False
    return rule.not_before is None or rule.not_before.match(match.string, match.end(), match.endpos) is None


def _read(rule: DateRule, match: re.Match[str], readings: Mapping[str, Mapping[str, Any]]) -> DateMention | None:
    groups = {name: value for name, value in match.groupdict().items() if value is not None}
    fields: Fields = {}
    for name, value in groups.items():
        second = "2" if name.endswith("2") else ""
        for field, read in _values(name.removesuffix("2"), value, readings).items():
            fields[field + second] = read
    fields |= rule.fields
    if "sign" in fields:
        fields["amount"] = fields.get("amount", 1) * fields.pop("sign")
    if "factor" in fields:
        fields["amount"] = fields.get("amount", 1) * fields.pop("factor")
    span: Fields = {"start": match.start(), "end": match.end(), "rule_id": rule.rule_id}
    if rule.kind == "interval":
        return _interval(rule, fields, groups, span)
    return _single(rule.kind, fields, span)


def _values(name: str, value: str, readings: Mapping[str, Mapping[str, Any]]) -> Fields:
    """Return the fields that the words of one group fill."""
    if name in ("year", "jalali_year", "figure_a", "figure_b", "month_figure", "day_figure", "quarter_figure"):
        return {name.removesuffix("_figure"): int(value)}
    if name == "short_year":
        return {"year": 2000 + int(value) if int(value) < 70 else 1900 + int(value)}
    if name == "day":
        return {"day": int(value.rstrip("stndrhSTNDRH"))}
    if name.startswith("unit"):
        factor, unit = readings["unit_any"][normal_word(value)]
        return {"factor": factor, "unit": unit}
    if name not in readings:
        return {}
    read = int(value) if value.isdigit() else readings[name][normal_word(value)]
    match name:
        case "month" | "month_full":
            return {"month": read}
        case "weekday" | "weekday_any":
            return {"weekday": read}
        case "ordinal_day":
            return {"day": read}
        case "number" | "offset":
            return {"amount": read}
        case "relative_day":
            return {"amount": read, "unit": "day"}
        case "sign" | "preposition_sign":
            return {"sign": read}
        case "part_adjective" | "part_prefix" | "part_phrase":
            return {"part": read}
        case _:
            return {name: read}


def _single(kind: Any, fields: Fields, span: Fields) -> DateMention | None:
    if "jalali_year" in fields or "figure_a" in fields:
        given = _from_figures(fields)
        if given is None:
            return None
        fields = given
    known = {name: fields[name] for name in _END_FIELDS if name in fields}
    if kind == "weekday" and "amount" not in known:
        known.pop("unit", None)
    if kind == "day" and known.get("unit") == "day":
        # "today (16 May)" tells the day itself.
        known = _only(known, "year", "month", "day", "weekday")
    mention = DateMention(kind=kind, **known, **span)
    return mention if _exists(mention) else None


def _from_figures(fields: Fields) -> Fields | None:
    """Return the Gregorian year, month and day behind figures in either order, or behind a Jalali date."""
    if "jalali_year" in fields:
        try:
            month = fields["jalali_month"] if "jalali_month" in fields else fields["month"]
            day = gregorian_date(fields["jalali_year"], month, fields["day"])
        except ValueError:
            return None
        return {"year": day.year, "month": day.month, "day": day.day} | _only(fields, "weekday")
    # Outside the United States the day comes first; there it can be told only where it is above twelve.
    day, month = fields["figure_a"], fields["figure_b"]
    if month > 12:
        day, month = month, day
    return {"year": fields["year"], "month": month, "day": day}


def _only(fields: Fields, *names: str) -> Fields:
    return {name: fields[name] for name in names if name in fields}


def _exists(mention: DateMention) -> bool:
    if mention.month is not None and not 1 <= mention.month <= 12:
        return False
    if mention.day is None or mention.month is None:
        return True
    # 2000 was a leap year, so that a 29 February of an untold year passes.
    return 1 <= mention.day <= month_length(mention.year or 2000, mention.month)


def _interval(rule: DateRule, fields: Fields, groups: Mapping[str, str], span: Fields) -> DateMention | None:
    first, last = _ends(rule, fields)
    if first is None or last is None:
        return None
    begin, finish = _single(rule.of, first, span), _single(last.get("kind", rule.of), last, span)
    if begin is None or finish is None:
        return None
    if begin.year is not None and begin.year == finish.year and _order(begin) > _order(finish):
        if "year" in fields and "year2" in fields:
            return None
        # "30 December to 2 January 2025" begins in the year before.
        begin = replace(begin, year=begin.year - 1)
    if "joint" in groups and not _adjacent(begin, finish):
        return None
    return DateMention(kind="interval", first=begin, last=finish, unit="day" if rule.is_duration else None, **span)


def _ends(rule: DateRule, fields: Fields) -> tuple[Fields | None, Fields | None]:
    if "jalali_year" in fields:
        length = _jalali_length(fields)
        return (None, None) if length is None else ({**fields, "day": 1}, {**fields, "day": length})
    if "season" in fields:
        first_month, last_month = fields["season"]
        return {**fields, "month": first_month}, {**fields, "month": last_month}
    if "half" in fields:
        quarter = 2 * fields["half"]
        return {**fields, "quarter": quarter - 1}, {**fields, "quarter": quarter}
    if not any(name.endswith("2") for name in fields):
        return {**fields}, {"kind": "offset", "amount": 0, "unit": "day"}
    return _both_ends(rule, fields)


def _both_ends(rule: DateRule, fields: Fields) -> tuple[Fields, Fields]:
    """Return the fields of two told ends; what is told once of year or month holds for both."""
    second = {name[:-1]: value for name, value in fields.items() if name.endswith("2")}
    first = {name: value for name, value in fields.items() if not name.endswith("2")}
    shared = _only(first, "year", "month", "amount", "unit", "direction")
    if "year" not in first:
        first |= _only(second, "year")
    return first, shared | second


def _jalali_length(fields: Fields) -> int | None:
    try:
        gregorian_date(fields["jalali_year"], fields["jalali_month"], 1)
    except ValueError:
        return None
    return jalali_month_length(fields["jalali_year"], fields["jalali_month"])


def _order(mention: DateMention) -> tuple[int, int]:
    return mention.month or 0, mention.day or mention.quarter or 0


def _adjacent(first: DateMention, last: DateMention) -> bool:
    """Return whether two days joined by "and" follow each other, as the days of one event do."""
    if first.kind == "weekday":
        return ((first.weekday or 0) + 1) % 7 == last.weekday
    if first.day is None or last.day is None or first.month is None or last.month is None:
        return False
    year = first.year or last.year or 2000
    next_day = date(year, first.month, first.day) + timedelta(days=1)
    return (next_day.month, next_day.day) == (last.month, last.day)
