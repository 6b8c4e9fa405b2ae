"""Changes between editions: the old one with its changes made is the new one, and each gives the smallest version."""

from __future__ import annotations

import json
from collections.abc import Callable
from copy import deepcopy
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from check_samples import MEETING, sample_cells, setter, write_package
from security_meetings.corrections import Correction
from security_meetings.problems import DataProblems
from security_meetings.release.applying import apply_changes, read_changes, write_changes
from security_meetings.release.differences import Change, compare_editions, format_key, parse_key
from security_meetings.release.editions import Edition, read_edition
from security_meetings.release.reasons import explain_by
from security_meetings.release.tombstones import check_lasting
from security_meetings.release.versioning import find_reasons, next_version, smallest_version

TEXTS = st.text(alphabet=st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=4)
NAMES = st.sampled_from(["a", "b", "c", "d"])
TYPES = st.sampled_from(["string", "integer", "date"])
CONSTRAINTS = st.dictionaries(
    st.sampled_from(["required", "enum", "pattern", "maximum"]),
    st.one_of(st.booleans(), st.integers(0, 3), st.lists(TEXTS, max_size=2), TEXTS),
    min_size=1,
    max_size=2,
)


@st.composite
def tables(draw: st.DrawFn) -> tuple[dict[str, Any], dict[tuple[str, ...], dict[str, str]]]:
    """Draw a schema and rows that fit it."""
    names = draw(st.lists(NAMES, min_size=1, max_size=4, unique=True))
    key = names[: draw(st.integers(1, len(names)))]
    columns = []
    for name in draw(st.permutations(names)):
        column: dict[str, Any] = {"name": name, "type": draw(TYPES), "description": draw(TEXTS)}
        columns.append(column | ({"constraints": draw(CONSTRAINTS)} if draw(st.booleans()) else {}))
    schema = {"title": draw(TEXTS), "fields": columns, "primaryKey": key}
    rows: dict[tuple[str, ...], dict[str, str]] = {}
    for cells in draw(st.lists(st.lists(TEXTS, min_size=4, max_size=4), max_size=4)):
        row = {column["name"]: cell for column, cell in zip(columns, cells, strict=False)}
        rows.setdefault(tuple(row[name] for name in key), row)
    return schema, {key: rows[key] for key in sorted(rows)}


@st.composite
def editions(draw: st.DrawFn) -> Edition:
    """Draw an edition of up to three tables."""
    drawn = {name: draw(tables()) for name in draw(st.lists(st.sampled_from(["x", "y", "z"]), unique=True))}
    return Edition(
        schemas={name: schema for name, (schema, _) in drawn.items()},
        rows={name: rows for name, (_, rows) in drawn.items()},
    )


@given(editions(), editions())
@settings(max_examples=150, deadline=None)
def test_the_old_edition_with_its_changes_made_is_the_new_one(old: Edition, new: Edition) -> None:
    changes = compare_editions(old, new)
    assert apply_changes(old, read_changes(write_changes(changes))) == new
    assert compare_editions(new, deepcopy(new)) == ()


@st.composite
def edits(draw: st.DrawFn) -> list[tuple[str, str, int, str, str]]:
    """Draw edits of the sample: what is done, in which table, to which row and column, with what text."""
    names = st.sampled_from(sorted(sample_cells()))
    what = st.sampled_from(["set", "drop", "copy", "drop column", "add column", "drop table"])
    return draw(st.lists(st.tuples(what, names, st.integers(0, 50), st.sampled_from(["name", "status"]), TEXTS)))


def edit(edition: Edition, edits: list[tuple[str, str, int, str, str]]) -> Edition:
    schemas, rows = deepcopy(dict(edition.schemas)), deepcopy({name: dict(told) for name, told in edition.rows.items()})
    for what, name, number, column, text in edits:
        if name not in schemas:
            continue
        keys, fields = sorted(rows[name]), schemas[name]["fields"]
        key = keys[number % len(keys)] if keys else None
        other = fields[number % len(fields)]["name"]
        is_key = other in schemas[name]["primaryKey"]
        match what:
            case "set" if key is not None and not is_key:
                rows[name][key][other] = text
            case "drop" if key is not None:
                del rows[name][key]
            case "copy" if key is not None and (text, *key[1:]) not in rows[name]:
                copied = dict(rows[name][key]) | {schemas[name]["primaryKey"][0]: text}
                rows[name][text, *key[1:]] = copied
            case "drop column" if not is_key:
                schemas[name]["fields"] = [told for told in fields if told["name"] != other]
                rows[name] = {
                    key: {k: cell for k, cell in row.items() if k != other} for key, row in rows[name].items()
                }
            case "add column" if f"new_{column}" not in edition.columns(name):
                if f"new_{column}" not in {told["name"] for told in fields}:
                    fields.insert(number % len(fields), {"name": f"new_{column}", "type": "string"})
                    for row in rows[name].values():
                        row[f"new_{column}"] = text
            case "drop table":
                del schemas[name], rows[name]
    ordered = {
        name: {
            key: {told["name"]: rows[name][key][told["name"]] for told in schema["fields"]}
            for key in sorted(rows[name])
        }
        for name, schema in schemas.items()
    }
    return Edition(schemas=schemas, rows=ordered)


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Edition:
    folder = tmp_path_factory.mktemp("sample")
    write_package(folder, sample_cells())
    return read_edition(folder)


@given(data=st.data())
@settings(max_examples=40, deadline=None)
def test_it_is_so_for_random_edits_of_real_tables(sample: Edition, data: st.DataObject) -> None:
    old = Edition(schemas=sample.schemas, rows=sample.rows)
    new = edit(old, data.draw(edits()))
    assert apply_changes(old, read_changes(write_changes(compare_editions(old, new)))) == new
    assert apply_changes(new, compare_editions(new, old)) == old


@given(st.lists(TEXTS, min_size=1, max_size=3))
def test_a_key_is_read_again_as_it_was(key: list[str]) -> None:
    assert parse_key(format_key(key)) == tuple(key)


def changed(folder: Path, change: Callable[[dict[str, list[dict[str, Any]]]], object]) -> Edition:
    cells = sample_cells()
    change(cells)
    write_package(folder, cells)
    return read_edition(folder)


def declare(edition: Edition, table: str, column: str, **told: Any) -> Edition:
    """Return an edition in which a column is declared otherwise."""
    schemas = deepcopy(dict(edition.schemas))
    schemas[table] = json.loads(json.dumps(schemas[table]))
    for field in schemas[table]["fields"]:
        if field["name"] == column:
            constraints = {**field.get("constraints", {}), **told.pop("constraints", {})}
            field.update(told)
            field["constraints"] = {name: value for name, value in constraints.items() if value is not None}
    return Edition(schemas=schemas, rows=edition.rows)


def version_after(old: Edition, new: Edition, same_meaning: bool = False) -> str:
    return smallest_version("1.2.3", find_reasons(compare_editions(old, new), old, same_meaning))


def drop(table: str, number: int = 0) -> Callable[[dict[str, list[dict[str, Any]]]], object]:
    return lambda cells: cells[table].pop(number)


def add_country(cells: dict[str, list[dict[str, Any]]]) -> None:
    cells["countries"].append({**cells["countries"][0], "country_code": "ZZZ"})


@pytest.mark.parametrize(
    ("change", "version"),
    [
        (lambda cells: None, "1.2.4"),
        (setter("meetings", city="Osh"), "1.2.4"),
        (drop("evidence"), "1.2.4"),
        (drop("meeting_articles"), "1.2.4"),
        (drop("participants"), "1.2.4"),
        (add_country, "1.3.0"),
        (drop("countries"), "2.0.0"),
        (drop("people"), "2.0.0"),
        (drop("threat_types"), "2.0.0"),
        (setter("threat_types", definition="Something else."), "2.0.0"),
    ],
)
def test_rows_and_cells_give_the_smallest_version(
    sample: Edition, tmp_path: Path, change: Callable[[dict[str, list[dict[str, Any]]]], object], version: str
) -> None:
    assert version_after(sample, changed(tmp_path, change)) == version


def test_a_name_that_no_list_knew_may_be_told_otherwise(tmp_path: Path) -> None:
    old = changed(tmp_path / "old", setter("organizations", is_listed=False))
    assert version_after(old, changed(tmp_path / "new", drop("organizations"))) == "1.2.4"


@pytest.mark.parametrize(
    ("table", "column", "told", "version"),
    [
        ("meetings", "city", {"type": "integer"}, "2.0.0"),
        ("meetings", "city", {"items": ["countries.name"]}, "2.0.0"),
        ("meetings", "city", {"title": "Town", "example": "Osh"}, "1.2.4"),
        ("meetings", "city", {"description": "Where it was."}, "2.0.0"),
        ("meetings", "city", {"constraints": {"required": True}}, "2.0.0"),
        ("meetings", "status", {"constraints": {"required": None}}, "1.3.0"),
        ("meetings", "status", {"constraints": {"enum": ["held", "planned"]}}, "2.0.0"),
        ("meetings", "status", {"constraints": {"enum": ["held", "planned", "cancelled", "x"]}}, "1.3.0"),
        ("meetings", "confidence", {"constraints": {"maximum": 2}}, "1.3.0"),
        ("meetings", "confidence", {"constraints": {"maximum": 0.5}}, "2.0.0"),
        ("meetings", "confidence", {"constraints": {"minimum": 0.5}}, "2.0.0"),
        ("meetings", "meeting_id", {"constraints": {"pattern": "^x"}}, "2.0.0"),
    ],
)
def test_declarations_give_the_smallest_version(
    sample: Edition, table: str, column: str, told: dict[str, Any], version: str
) -> None:
    assert version_after(sample, declare(sample, table, column, **told)) == version


def test_only_a_reader_can_tell_that_other_words_mean_the_same(sample: Edition, tmp_path: Path) -> None:
    new = changed(tmp_path, setter("threat_types", definition="Crimes."))
    new = declare(new, "meetings", "city", description="Where it was.")
    assert version_after(sample, new) == "2.0.0"
    assert version_after(sample, new, same_meaning=True) == "1.2.4"


def without(edition: Edition, table: str, column: str | None = None) -> Edition:
    """Return an edition without a table, or without one of its columns."""
    schemas, rows = deepcopy(dict(edition.schemas)), dict(edition.rows)
    if column is None:
        del schemas[table], rows[table]
    else:
        schemas[table] = {**schemas[table]}
        schemas[table]["fields"] = [told for told in schemas[table]["fields"] if told["name"] != column]
        rows[table] = {k: {n: c for n, c in row.items() if n != column} for k, row in rows[table].items()}
    return Edition(schemas=schemas, rows=rows)


@pytest.mark.parametrize("column", [None, "city"])
def test_what_goes_is_major_and_what_comes_is_minor(sample: Edition, column: str | None) -> None:
    less = without(sample, "meetings", column)
    assert version_after(sample, less) == "2.0.0"
    assert version_after(less, sample) == "1.3.0"


def test_columns_in_another_order_are_major(sample: Edition) -> None:
    schemas = deepcopy(dict(sample.schemas))
    schemas["meetings"] = {**schemas["meetings"], "fields": schemas["meetings"]["fields"][::-1]}
    assert version_after(sample, Edition(schemas=schemas, rows=sample.rows)) == "2.0.0"


@pytest.mark.parametrize(
    ("key", "value", "version"),
    [
        ("primaryKey", ["city"], "2.0.0"),
        ("missingValues", ["-"], "2.0.0"),
        ("uniqueKeys", [["city"]], "2.0.0"),
        ("foreignKeys", [], "1.3.0"),
        ("description", "Other words.", "2.0.0"),
        ("title", "Talks", "1.2.4"),
    ],
)
def test_what_is_declared_of_a_table_gives_the_smallest_version(
    sample: Edition, key: str, value: object, version: str
) -> None:
    schemas = {**sample.schemas, "meetings": {**sample.schemas["meetings"], key: value}}
    assert version_after(sample, Edition(schemas=schemas, rows={**sample.rows, "meetings": {}})) >= version
    if key != "primaryKey":
        assert version_after(sample, Edition(schemas=schemas, rows=sample.rows)) == version


def test_the_first_version_is_one_and_the_next_one_is_a_patch() -> None:
    assert smallest_version(None, ()) == "1.0.0"
    assert next_version("1.9.9") == "1.9.10"


def test_reasons_are_counted_the_weightiest_first(sample: Edition, tmp_path: Path) -> None:
    def change(cells: dict[str, list[dict[str, Any]]]) -> None:
        cells["countries"].pop(0)
        setter("meetings", city="Osh", status="planned")(cells)

    reasons = find_reasons(compare_editions(sample, changed(tmp_path, change)), sample)
    assert [reason.sentence() for reason in reasons] == [
        "major: rows go that id_changes does not tell of (1, first countries IRN)",
        f"patch: values are corrected (2, first meetings {MEETING} status)",
    ]


# ---- ids that last


def tombstone(**told: str) -> dict[str, str]:
    values = {
        "table_name": "meetings",
        "old_id": MEETING,
        "change": "withdrawn",
        "version": "1.0.0",
        "reason": "a wish",
    }
    return values | told


def test_an_id_that_is_gone_without_a_word_is_refused(sample: Edition, tmp_path: Path) -> None:
    gone = changed(tmp_path / "gone", drop("meetings"))
    (problem,) = check_lasting(sample, gone)
    assert (problem.where, problem.severity) == (f"meetings {MEETING}", "error")
    assert "is published, gone, and not in id_changes" in problem.what

    def withdraw(cells: dict[str, list[dict[str, Any]]]) -> None:
        cells["meetings"].pop()
        cells["id_changes"] = [tombstone()]

    assert list(check_lasting(sample, changed(tmp_path / "told", withdraw))) == []


def test_what_was_given_up_stays_so_and_stays_told(sample: Edition, tmp_path: Path) -> None:
    old = changed(tmp_path / "old", lambda cells: cells.update(id_changes=[tombstone()], meetings=[]))
    assert [problem.what for problem in check_lasting(old, sample)] == [
        "is published and gone",
        "was withdrawn in version 1.0.0, and is in use again",
    ]
    split = changed(tmp_path / "split", lambda cells: cells.update(id_changes=[tombstone(change="split")]))
    assert list(check_lasting(split, split)) == []


# ---- reasons, and files that are no edition


def test_the_reason_of_a_correction_stands_beside_what_it_changed(sample: Edition, tmp_path: Path) -> None:
    correction = Correction(
        id="c1",
        table_name="meetings",
        row_id=MEETING,
        action="set",
        reason="received in Osh",
        who="A. Coder",
        when=date(2026, 11, 5),
        column="city",
        value="Osh",
    )

    def change(cells: dict[str, list[dict[str, Any]]]) -> None:
        setter("meetings", city="Osh", status="planned")(cells)
        setter("evidence", evidence_id="e9999999999", rule_id="corrected:c1")(cells)
        cells["participants"].pop()
        key = sample_cells()["participants"][-1]["participant_id"]
        cells["id_changes"] = [tombstone(table_name="participants", old_id=key, reason="said once")]

    new = changed(tmp_path, change)
    changes = compare_editions(sample, new, explain_by([correction], new))
    told = {(change.table, change.kind, change.column): change.reason for change in changes}
    assert told["meetings", "cell_changed", "city"] == "received in Osh"
    assert told["meetings", "cell_changed", "status"] == ""
    assert told["evidence", "row_added", "quote"] == "received in Osh"
    assert told["evidence", "row_removed", "quote"] == ""
    assert told["participants", "row_removed", "name"] == "said once"


def test_changes_are_told_in_one_line_each() -> None:
    change = Change(table="meetings", key="m1", column="city", old="a", new="b", kind="cell_changed", reason="read")
    assert change.sentence() == 'meetings m1 city: cell changed; "a" → "b"; read'


@pytest.mark.parametrize(
    ("spoil", "told"),
    [
        (lambda folder: (folder / "datapackage.json").unlink(), "datapackage.json: there is no such file"),
        (lambda folder: (folder / "datapackage.json").write_text("[]"), "holds no JSON object"),
        (lambda folder: (folder / "datapackage.json").write_text("{"), "is no JSON"),
        (lambda folder: (folder / "csv" / "people.csv").unlink(), "csv/people.csv: there is no such file"),
        (lambda folder: (folder / "csv" / "people.csv").write_text("a,b\n"), "the header is not that of its schema"),
        (lambda folder: (folder / "csv" / "people.csv").write_bytes(b"\xff"), "cannot be read"),
        (lambda folder: _append(folder, "x\n"), "row 4: has 1 cells; expected"),
        (lambda folder: _append(folder, None), '"q00000001" stands twice'),
    ],
)
def test_files_that_are_no_edition_are_told(tmp_path: Path, spoil: Callable[[Path], object], told: str) -> None:
    write_package(tmp_path, sample_cells())
    spoil(tmp_path)
    with pytest.raises(DataProblems) as caught:
        read_edition(tmp_path)
    assert told in caught.value.problems[0].sentence()


def _append(folder: Path, line: str | None) -> None:
    path = folder / "csv" / "people.csv"
    text = path.read_text(encoding="utf-8")
    path.write_text(text + (line or text.splitlines(keepends=True)[1]), encoding="utf-8")
