"""What the tables hold in figures: how many by year, country and type, and how many cells are filled."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from security_meetings.check.bounds import TableBounds, measure_fill
from security_meetings.schemas import TableSchema

if TYPE_CHECKING:
    import pyarrow as pa

NOT_TOLD = "not told"
# What is counted: title, table, columns; days are counted by year.
BY_YEAR = (
    ("Articles by year of publication", "articles", ("published_start", "published_end")),
    ("Meetings by year", "meetings", ("date_start", "date_end")),
    ("Agreements by year", "agreements", ("date_start", "date_end")),
)
BY_VALUE = (
    ("Meetings by place", "meetings", "country_code", "countries"),
    ("Meetings by host", "meetings", "host_country_code", "countries"),
    ("Meetings by type", "meetings", "meeting_type", "meeting_types"),
    ("Meetings by status", "meetings", "status", None),
    ("Participants by office", "participants", "office_type", "office_types"),
    ("Agreements by type", "agreements", "agreement_type", "agreement_types"),
    ("Agreements by status", "agreements", "status", None),
    ("Threats by type", "threats_mentioned", "threat_type", "threat_types"),
    ("Threats by group", "threats_mentioned", "threat_actor_id", "threat_actors"),
    ("Articles by outlet", "articles", "outlet_id", "outlets"),
    ("Articles by language", "articles", "language", None),
)
BARS_SHOWN = 25

Tables = Mapping[str, "pa.Table"]


def count_distributions(tables: Tables) -> list[dict[str, Any]]:
    """Return one distribution a question: its title, what is counted, and the counts, the years in order."""
    found = [_count_years(title, tables[name], name, columns) for title, name, columns in BY_YEAR if name in tables]
    if "meetings" in tables and "participants" in tables:
        found.append(_count_countries(tables))
    for title, name, column, codes in BY_VALUE:
        if name in tables:
            names = _names(tables, codes)
            values = (names.get(value, value) for value in tables[name].column(column).to_pylist())
            found.append(_distribution(title, name, Counter(values)))
    return found


def _names(tables: Tables, codes: str | None) -> dict[str | None, str]:
    if codes is None or codes not in tables:
        return {}
    table = tables[codes]
    return dict(zip(table.column(0).to_pylist(), table.column("name").to_pylist(), strict=True))


def _count_years(title: str, table: pa.Table, name: str, columns: tuple[str, str]) -> dict[str, Any]:
    days = zip(*(table.column(column).to_pylist() for column in columns), strict=True)
    years = Counter(
        str(first.year) if first is not None and last is not None and first.year == last.year else None
        for first, last in days
    )
    return _distribution(title, name, years, is_ordered=True)


def _count_countries(tables: Tables) -> dict[str, Any]:
    names = _names(tables, "countries")
    participants = tables["participants"]
    taking_part = set(
        zip(participants.column("meeting_id").to_pylist(), participants.column("country_code").to_pylist(), strict=True)
    )
    counts = Counter(names.get(country, country) for _, country in taking_part if country is not None)
    return _distribution("Meetings by country taking part", "meetings", counts)


def _distribution(title: str, counted: str, counts: Counter[Any], is_ordered: bool = False) -> dict[str, Any]:
    known = {value: count for value, count in counts.items() if value is not None}
    order = sorted(known) if is_ordered else sorted(known, key=lambda value: (-known[value], value))
    bars = [{"value": value, "count": known[value]} for value in order]
    return {
        "title": title,
        "counted": counted,
        "bars": bars if is_ordered else bars[:BARS_SHOWN],
        "others": 0 if is_ordered else sum(bar["count"] for bar in bars[BARS_SHOWN:]),
        NOT_TOLD.replace(" ", "_"): counts[None],
    }


def measure_coverage(
    tables: Tables, schemas: Mapping[str, TableSchema], bounds: Mapping[str, TableBounds]
) -> list[dict[str, Any]]:
    """Return for each table how many cells of each column that may be empty are filled, beside the bounds."""
    coverage = []
    for name, schema in schemas.items():
        fill = measure_fill(tables[name])
        limits = bounds[name].filled if name in bounds else {}
        columns = [
            {"name": column.name, "filled": fill.filled[column.name], "bounds": list(limits.get(column.name, ()))}
            for column in schema.columns
            if not column.is_required
        ]
        rows = {"rows": fill.rows, "bounds": list(bounds[name].rows) if name in bounds else []}
        coverage.append({"table": name, **rows, "columns": columns})
    return coverage


def count_articles(tables: Tables) -> dict[str, int]:
    """Return how many articles there are, and how many give a meeting, an agreement, a threat, or nothing."""
    articles = _values(tables, "articles", "article_id")
    given = {
        "meetings": _values(tables, "meeting_articles", "article_id"),
        "agreements": _values(tables, "agreement_articles", "article_id"),
        "threats": _values(tables, "threats_mentioned", "article_id"),
    }
    counts = {name: len(articles & found) for name, found in given.items()}
    return {"articles": len(articles), **counts, "nothing": len(articles - set().union(*given.values()))}


def count_quotes(tables: Tables) -> int:
    """Return how many quotes stand in the tables."""
    return sum(
        len(tables[name]) - tables[name].column("quote").null_count
        for name in ("evidence", "threats_mentioned")
        if name in tables
    )


def _values(tables: Tables, name: str, column: str) -> set[Any]:
    found: Iterable[Any] = tables[name].column(column).to_pylist() if name in tables else ()
    return set(found)
