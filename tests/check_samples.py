"""A small invented package: two articles tell of one meeting in which a memorandum was signed."""

from __future__ import annotations

import csv
import hashlib
import json
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from security_meetings.check import check_integrity
from security_meetings.locations import package_descriptor
from security_meetings.problems import Problem
from security_meetings.schemas import TableSchema, load_schemas, to_arrow_schema

SCHEMAS = load_schemas()
Cells = dict[str, Any]
Tables = dict[str, pa.Table]
AllCells = dict[str, list[Cells]]
Change = Callable[[AllCells], Any]

TEXTS = {
    "one": "DUSHANBE, May 6, 2019 (IRNA) - Interior ministers Karim Daroni of Iran and Farrukh Qodirov of Tajikistan "
    "met in Dushanbe on Monday. They signed a memorandum against drug smuggling.",
    "two": "May 7, 2019. The Iranian and Tajik ministers, Daroni and Qodirov, held talks in Dushanbe on May 6.",
}


def _evidence(number: int, article: str, column: str, quote: str, **owner: str) -> Cells:
    start = TEXTS[article].index(quote)
    return {
        "evidence_id": f"e{number:010d}",
        "article_id": article,
        **owner,
        "column_name": column,
        "quote": quote,
        "char_start": start,
        "char_end": start + len(quote),
        "rule_id": "meetings.sample",
    }


def _article(article: str, published: date) -> Cells:
    text = TEXTS[article]
    return {
        "article_id": article,
        "published_edtf": published.isoformat(),
        "published_start": published,
        "published_end": published,
        "published_basis": "stated",
        "language": "en",
        "text_sha256": hashlib.sha256(text.encode()).hexdigest(),
        "char_count": len(text),
        "word_count": len(text.split()),
        "body_start": 0,
        "body_end": len(text),
    }


MEETING, IRANIAN, TAJIK, MEMORANDUM = "m0000000001", "p0000000001", "p0000000002", "a0000000001"
DAY: Cells = {
    "date_edtf": "2019-05-06",
    "date_start": date(2019, 5, 6),
    "date_end": date(2019, 5, 6),
    "date_basis": "weekday",
}
CODED: Cells = {"confidence": 0.9, "coding_status": "machine"}


def _participant(key: str, person: str, name: str, country: str, is_host: bool) -> Cells:
    return {
        "participant_id": key,
        "meeting_id": MEETING,
        "person_id": person,
        "name": name,
        "role": "Interior minister",
        "office_type": "interior_minister",
        "country_code": country,
        "is_host": is_host,
        **CODED,
    }


def _code(key: str, value: str, **more: Any) -> Cells:
    return {key: value, "name": value.replace("_", " "), "is_listed": True, **more}


def _evidence_rows() -> list[Cells]:
    met = "met in Dushanbe on Monday"
    memo = "They signed a memorandum against drug smuggling"
    owners = [
        *(("one", column, met, {"meeting_id": MEETING}) for column in ("meeting_type", "status", "date_edtf", "city")),
        *(("one", column, met, {"meeting_id": MEETING}) for column in ("country_code", "host_country_code")),
        ("two", "date_edtf", "May 6", {"meeting_id": MEETING}),
        *(
            ("one", column, words, {"participant_id": key})
            for key, name, state in ((IRANIAN, "Karim Daroni", "Iran"), (TAJIK, "Farrukh Qodirov", "Tajikistan"))
            for column, words in (("name", name), ("country_code", state))
        ),
        *(
            ("one", column, "Interior ministers", {"participant_id": key})
            for key in (IRANIAN, TAJIK)
            for column in ("role", "office_type")
        ),
        *(
            ("one", column, memo, {"agreement_id": MEMORANDUM})
            for column in ("agreement_type", "status", "instrument_count", "parties", "date_edtf")
        ),
        ("one", "published_edtf", "May 6, 2019", {}),
        ("one", "dateline_place", "DUSHANBE", {}),
        ("one", "outlet_id", "IRNA", {}),
        ("two", "published_edtf", "May 7, 2019", {}),
    ]
    return [
        _evidence(number, article, column, quote, **owner)
        for number, (article, column, quote, owner) in enumerate(owners, start=1)
    ]


def _code_rows() -> dict[str, list[Cells]]:
    return {
        "countries": [_code("country_code", "IRN", iso2="IR"), _code("country_code", "TJK", iso2="TJ")],
        "organizations": [_code("organization_id", "SCO")],
        "outlets": [_code("outlet_id", "irna", country_code="IRN", other_names="Irna;Islamic Republic News Agency")],
        "people": [
            {"person_id": "q00000001", "name": "Karim Daroni", "country_code": "IRN", "is_listed": True},
            {"person_id": "q00000002", "name": "Farrukh Qodirov", "country_code": "TJK", "is_listed": True},
        ],
        "office_types": [_code("office_type", "interior_minister", definition="Head of the police.")],
        "office_tenures": [
            {
                "office_tenure_id": "o00000001",
                "person_id": "q00000001",
                "office_type": "interior_minister",
                "country_code": "IRN",
                "role": "Interior minister",
                "start_edtf": "2018-01",
                "end_edtf": "2020",
                "source_url": "https://example.org/ministers",
            }
        ],
        "meeting_types": [
            _code("meeting_type", kind, definition="A kind of meeting.")
            for kind in ("bilateral_meeting", "multilateral_meeting", "phone_call")
        ],
        "agreement_types": [_code("agreement_type", "memorandum_of_understanding", definition="A memorandum.")],
        "threat_types": [
            _code("threat_type", "crime", definition="Crime."),
            _code("threat_type", "drug_trafficking", definition="Drugs.", parent="crime"),
        ],
        "threat_actors": [],
    }


def _core_rows() -> dict[str, list[Cells]]:
    return {
        "articles": [
            _article("one", date(2019, 5, 6)) | {"dateline_place": "DUSHANBE", "outlet_id": "irna"},
            _article("two", date(2019, 5, 7)),
        ],
        "meetings": [
            {
                "meeting_id": MEETING,
                "meeting_type": "bilateral_meeting",
                "status": "held",
                **DAY,
                "has_date_conflict": False,
                "city": "Dushanbe",
                "country_code": "TJK",
                "latitude": 38.5358,
                "longitude": 68.7791,
                "host_country_code": "TJK",
                "article_count": 2,
                "plover_event": "CONSULT",
                "plover_mode": "visit",
                "cameo_code": "042",
                **CODED,
            }
        ],
        "participants": [
            _participant(IRANIAN, "q00000001", "Karim Daroni", "IRN", False),
            _participant(TAJIK, "q00000002", "Farrukh Qodirov", "TJK", True),
        ],
    }


def _agreement_rows() -> dict[str, list[Cells]]:
    return {
        "agreements": [
            {
                "agreement_id": MEMORANDUM,
                "agreement_type": "memorandum_of_understanding",
                "status": "signed",
                "instrument_count": 1,
                "parties": "IRN;TJK",
                **DAY,
                "meeting_id": MEETING,
                "plover_event": "SUPPORT",
                "cameo_code": "057",
                **CODED,
            }
        ],
    }


def _link_rows() -> dict[str, list[Cells]]:
    threat = _evidence(1, "one", "threat_type", "drug smuggling")
    told = {"meeting_type": "bilateral_meeting", "status": "held", "date_edtf": "2019-05-06", "city": "Dushanbe"}
    return {
        "threats_mentioned": [
            {
                "threat_mention_id": "t0000000001",
                "article_id": "one",
                "meeting_id": MEETING,
                "threat_type": "drug_trafficking",
                **{key: threat[key] for key in ("quote", "char_start", "char_end")},
                "rule_id": "threats.sample",
                "confidence": 0.9,
            }
        ],
        "meeting_articles": [{"meeting_id": MEETING, "article_id": article, **told} for article in TEXTS],
        "agreement_articles": [
            {"agreement_id": MEMORANDUM, "article_id": "one", "status": "signed", "date_edtf": "2019-05-06"}
        ],
        "evidence": _evidence_rows(),
        "id_changes": [],
    }


def sample_cells() -> dict[str, list[Cells]]:
    """Return the rows of every table of the sample, each a new list of new dictionaries."""
    return _code_rows() | _core_rows() | _agreement_rows() | _link_rows()


def to_tables(cells: Mapping[str, list[Cells]]) -> Tables:
    """Return rows as Arrow tables of the declared types."""
    return {name: pa.Table.from_pylist(rows, schema=to_arrow_schema(SCHEMAS[name])) for name, rows in cells.items()}


def sample_tables() -> Tables:
    """Return the sample as Arrow tables."""
    return to_tables(sample_cells())


def csv_cell(value: Any) -> str:
    """Return a value as the CSV files write it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)


def write_csv(path: Path, schema: TableSchema, rows: list[Cells]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(schema.column_names)
        writer.writerows([csv_cell(row.get(name)) for name in schema.column_names] for row in rows)


def write_package(folder: Path, cells: Mapping[str, list[Cells]]) -> None:
    """Write csv/, parquet/ and a datapackage.json with inlined schemas."""
    (folder / "csv").mkdir(parents=True)
    (folder / "parquet").mkdir()
    for name, table in to_tables(cells).items():
        write_csv(folder / f"csv/{name}.csv", SCHEMAS[name], cells[name])
        pq.write_table(table, folder / f"parquet/{name}.parquet", compression="zstd")
    root = package_descriptor()
    descriptor = json.loads(root.read_text(encoding="utf-8"))
    for resource in descriptor["resources"]:
        resource["path"] = resource["path"].removeprefix("dist/")
        if "schema" in resource:
            resource["schema"] = json.loads((root.parent / resource["schema"]).read_text(encoding="utf-8"))
    (folder / "datapackage.json").write_text(json.dumps(descriptor), encoding="utf-8")


def problems_after(change: Change, texts: Mapping[str, str] = TEXTS) -> list[Problem]:
    """Return the faults of integrity of the sample after a change of its rows."""
    cells = sample_cells()
    change(cells)
    return check_integrity(to_tables(cells), SCHEMAS, texts)


def only_fault(problems: list[Problem], kind: str) -> Problem:
    """Return the first of problems that are all errors of one kind."""
    assert {problem.rule_id for problem in problems} == {f"integrity.{kind}"}, [p.sentence() for p in problems]
    assert all(problem.severity == "error" for problem in problems)
    return problems[0]


def setter(table: str, number: int = 0, **values: Any) -> Change:
    """Return a change that sets cells of one row."""
    return lambda cells: cells[table][number].update(values)
