"""What `load` finds and gives: places, versions, types from Parquet and CSV, checksums, codes in order."""

from __future__ import annotations

import csv
import hashlib
import json
import shutil
import sys
import zipfile
from collections.abc import Callable, Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa
import pytest

import security_meetings
from check_samples import SCHEMAS, sample_cells
from release_samples import pack_folder, pack_release, tricky_cells, unpacked_release, write_built, write_sums
from security_meetings import DataProblems, load
from security_meetings.cells import format_cell
from security_meetings.loading import Tables
from security_meetings.schemas import TABLE_ORDER, to_arrow_schema

ROOT = Path(__file__).parents[1]
DTYPES = {"string": "string", "integer": "Int64", "number": "Float64", "boolean": "boolean", "date": "datetime64[s]"}


@pytest.fixture(scope="module")
def release(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return pack_release(tmp_path_factory.mktemp("releases"), tricky_cells())


@pytest.fixture
def without_arrow(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setitem(sys.modules, "pyarrow.parquet", None)
    yield


def only_fault(found: pytest.ExceptionInfo[DataProblems], kind: str) -> str:
    """Return the sentence of the one problem that was raised."""
    (problem,) = found.value.problems
    assert problem.rule_id == f"loading.{kind}", problem.sentence()
    return problem.sentence()


def written_cells(folder: Path, table: str) -> list[list[str]]:
    """Return the cells of a table as its CSV file has them."""
    with (folder / "csv" / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))


def frame_cells(frame: pd.DataFrame) -> list[list[str]]:
    """Return the cells of a data frame as a CSV file would have them."""
    rows = ([_python_value(value) for value in row] for row in frame.itertuples(index=False))
    return [list(frame.columns), *([format_cell(value) for value in row] for row in rows)]


def _python_value(value: Any) -> Any:
    if pd.isna(value):
        return None
    if isinstance(value, pd.Timestamp):
        return value.to_pydatetime().date()
    return value.item() if isinstance(value, np.generic) else value


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_built(tmp_path_factory.mktemp("built") / "dist", tricky_cells())


@pytest.mark.parametrize("table", TABLE_ORDER)
@pytest.mark.parametrize("source", ["folder", "release"])
def test_frames_hold_every_cell_with_its_declared_type(
    table: str, source: str, folder: Path, request: pytest.FixtureRequest
) -> None:
    frame = load(path=request.getfixturevalue(source))[table]
    assert {name: str(dtype) for name, dtype in frame.dtypes.items()} == {
        column.name: DTYPES[column.type] for column in SCHEMAS[table].columns
    }
    assert frame_cells(frame) == written_cells(folder, table)


@pytest.mark.parametrize("table", TABLE_ORDER)
def test_csv_alone_gives_the_same_frames(
    table: str, folder: Path, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    from_parquet = load(path=folder)[table]
    request.getfixturevalue("without_arrow")
    monkeypatch.setattr("security_meetings.loading.backends.read_arrow", None)
    from_csv = load(path=folder)[table]
    pd.testing.assert_frame_equal(from_csv, from_parquet)
    assert frame_cells(from_csv) == written_cells(folder, table)


def test_a_folder_with_csv_alone_is_read_with_and_without_arrow(folder: Path, tmp_path: Path) -> None:
    shutil.copytree(folder, tmp_path / "dist", ignore=shutil.ignore_patterns("parquet"))
    pd.testing.assert_frame_equal(load(path=tmp_path / "dist").people, load(path=folder).people)
    from_csv = load(path=tmp_path / "dist", backend="arrow")
    assert all(from_csv[name].equals(table) for name, table in load(path=folder, backend="arrow").items())
    assert from_csv.meetings.schema.equals(to_arrow_schema(SCHEMAS["meetings"]), check_metadata=True)


def test_texts_that_look_missing_stay_texts(release: Path) -> None:
    tables = load(path=release)
    namibia = tables.countries.set_index("country_code").loc["NAM"]
    assert (namibia["iso2"], tables.people["name"][0]) == ("NA", "NA")
    assert tables.meetings["cameo_code"][0] == "042"
    assert tables.articles["title"][1] == "  spaces at both ends  "


def test_arrow_tables_have_the_types_and_descriptions_of_the_schemas(release: Path) -> None:
    tables = load(path=release, backend="arrow")
    for name, schema in SCHEMAS.items():
        assert tables[name].schema.equals(to_arrow_schema(schema), check_metadata=True)
    assert tables.meetings["date_start"].to_pylist() == [date(2019, 5, 6), date(1677, 1, 1)]


def test_arrow_without_pyarrow_says_what_to_install(release: Path, without_arrow: None) -> None:
    with pytest.raises(DataProblems) as found:
        load(path=release, backend="arrow").meetings  # noqa: B018
    assert "pip install pyarrow" in only_fault(found, "backend")


def test_times_of_day_are_read_from_csv(tmp_path: Path, request: pytest.FixtureRequest) -> None:
    built = write_built(tmp_path / "dist", sample_cells())
    path, told = built / "datapackage.json", "2026-01-02T03:04:05Z"
    content = f"seen_id,seen\na,{told}\nb,\n".encode()
    (built / "csv" / "seen.csv").write_bytes(content)
    column = {"title": "x", "description": "x", "example": "x"}
    fields = [{"name": "seen_id", "type": "string", **column}, {"name": "seen", "type": "datetime", **column}]
    descriptor = json.loads(path.read_text(encoding="utf-8"))
    descriptor["resources"].append(
        {
            "name": "seen",
            "path": "csv/seen.csv",
            "format": "csv",
            "hash": f"sha256:{hashlib.sha256(content).hexdigest()}",
            "schema": {
                "title": "x",
                "description": "x",
                "fields": fields,
                "missingValues": [""],
                "primaryKey": ["seen_id"],
            },
        }
    )
    path.write_text(json.dumps(descriptor), encoding="utf-8")
    by_arrow = load(path=built)["seen"]
    assert by_arrow["seen"].tolist() == [pd.Timestamp(told), pd.NaT]
    request.getfixturevalue("without_arrow")
    pd.testing.assert_frame_equal(load(path=built)["seen"], by_arrow)
    assert isinstance(by_arrow["seen"][0], datetime)


@pytest.mark.parametrize("backend", ["pandas", "arrow"])
def test_codes_are_categories_in_the_order_of_their_table_or_list(backend: Any, release: Path) -> None:
    tables: Tables[Any] = load(path=release, backend=backend, categories=True)

    def order(table: str, column: str) -> list[str]:
        cells = tables[table][column]
        return list(cells.cat.categories) if backend == "pandas" else cells.chunk(0).dictionary.to_pylist()

    kinds = ["bilateral_meeting", "multilateral_meeting", "phone_call"]
    assert order("meetings", "meeting_type") == order("meeting_types", "meeting_type") == kinds
    assert order("meetings", "status") == ["held", "planned", "cancelled"]
    assert order("threat_types", "parent") == ["crime", "drug_trafficking"]
    plain: Tables[Any] = load(path=release, backend=backend)
    for name in TABLE_ORDER:
        assert cells_of(tables[name]) == cells_of(plain[name])
    kind = tables.meetings.dtypes["city"] if backend == "pandas" else tables.meetings.schema.field("city").type
    assert str(kind) == "string"


def cells_of(table: Any) -> list[list[Any]]:
    """Return the cells of a data frame or an Arrow table, row by row."""
    if isinstance(table, pa.Table):
        return [list(row.values()) for row in table.to_pylist()]
    return [[_python_value(value) for value in row] for row in table.itertuples(index=False)]


@pytest.mark.parametrize("backend", ["pandas", "arrow"])
def test_a_code_that_is_not_listed_is_no_category(backend: Any, tmp_path: Path) -> None:
    cells = sample_cells()
    cells["meetings"][0]["meeting_type"] = "stroll"
    tables: Tables[Any] = load(path=write_built(tmp_path / "dist", cells), backend=backend, categories=True)
    with pytest.raises(DataProblems) as found:
        tables.meetings  # noqa: B018
    assert 'meetings, column meeting_type: "stroll"' in only_fault(found, "code")


def test_tables_are_attributes_keys_and_told_when_asked(release: Path) -> None:
    tables = load(path=release)
    assert tables.meetings is tables["meetings"]
    assert list(tables) == list(TABLE_ORDER) and len(tables) == len(TABLE_ORDER)
    assert set(TABLE_ORDER) <= set(dir(tables))
    assert tables.version == "1.0.0" and "1.0.0" in repr(tables)
    assert tables.descriptor["licenses"][0]["name"] == "CC-BY-4.0"
    with pytest.raises(AttributeError, match='did you mean "meetings"'):
        tables.meetngs  # noqa: B018
    with pytest.raises(KeyError):
        tables["meetngs"]


def test_every_table_is_a_typed_attribute() -> None:
    source = (ROOT / "build" / "security_meetings" / "loading" / "tables.py").read_text(encoding="utf-8")
    assert [line.split(":")[0].strip() for line in source.splitlines() if line.endswith(": TableT")] == list(
        TABLE_ORDER
    )


def test_a_release_unpacked_anywhere_is_read(tmp_path: Path) -> None:
    top = unpacked_release(tmp_path, sample_cells())
    assert load(path=top).version == load(path=str(top)).version == load("1.0.0", tmp_path).version == "1.0.0"


def test_a_zip_without_a_folder_at_its_top_is_read(folder: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "flat.zip", "w") as archive:
        for file in sorted(path for path in folder.rglob("*") if path.is_file()):
            archive.write(file, file.relative_to(folder).as_posix())
    assert len(load(path=tmp_path / "flat.zip").meetings) == 2


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A checkout with three releases and a version in the making, as the folder that is worked in."""
    root = tmp_path / "checkout"
    write_built(root / "dist", sample_cells(), "1.11.0-dev")
    shutil.copy(ROOT / "datapackage.json", root)
    for version in ("1.0.0", "1.9.0", "1.10.0"):
        pack_release(root / "dist" / "releases", sample_cells(), version)
    (root / "analysis").mkdir()
    monkeypatch.chdir(root / "analysis")
    return root


def test_the_newest_release_of_the_checkout_is_taken(checkout: Path) -> None:
    assert load().version == load(path=checkout).version == "1.10.0"


@pytest.mark.parametrize("version", ["1.0.0", "1.9.0", "1.11.0-dev"])
def test_a_version_is_picked_among_releases_and_what_is_built(version: str, checkout: Path) -> None:
    assert load(version).version == version
    assert load(version, checkout).version == load(version, checkout / "dist").version == version


def test_a_folder_that_is_named_is_what_is_loaded(checkout: Path) -> None:
    assert load(path=checkout / "dist").version == "1.11.0-dev"
    assert load(path=checkout / "dist" / "releases").version == "1.10.0"


def test_without_releases_what_was_built_is_taken(checkout: Path) -> None:
    shutil.rmtree(checkout / "dist" / "releases")
    assert load().version == "1.11.0-dev"


def test_outside_of_a_checkout_that_of_the_package_is_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    described = json.loads((ROOT / "datapackage.json").read_text(encoding="utf-8"))
    assert load().descriptor["name"] == described["name"]


@pytest.mark.parametrize(
    ("arguments", "kind", "told"),
    [
        ({"version": "2.0.0"}, "version", "one of: 1.0.0, 1.9.0, 1.10.0, 1.11.0-dev"),
        ({"version": "dist.zip"}, "version", 'path="…"'),
        ({"version": "2.0.0", "path": "empty"}, "version", "security-meetings-2.0.0.zip"),
        ({"path": "nowhere"}, "nothing", "neither a file nor a folder"),
        ({"path": "empty"}, "nothing", "neither datapackage.json nor a release"),
        ({"path": "ftp://example.org/a.zip"}, "address", "http://, https:// or file://"),
        ({"path": "text.txt"}, "broken", "cannot be read"),
        ({"path": "other.zip"}, "nothing", "holds no datapackage.json"),
        ({"path": "../datapackage.json"}, "broken", "cannot be read"),
    ],
)
def test_what_is_not_there_is_told(arguments: dict[str, str], kind: str, told: str, checkout: Path) -> None:
    Path("empty").mkdir()
    Path("text.txt").write_text("no zip", encoding="utf-8")
    with zipfile.ZipFile("other.zip", "w") as archive:
        archive.writestr("readme.txt", "x")
    with pytest.raises(DataProblems) as found:
        load(**arguments)
    assert told in only_fault(found, kind)


def test_nowhere_to_look_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("security_meetings.loading.places.PACKAGE", tmp_path / "site-packages" / "security_meetings")
    with pytest.raises(DataProblems) as found:
        load()
    assert 'load(path="…")' in only_fault(found, "nothing")


def test_a_zip_of_another_version_is_told(release: Path) -> None:
    with pytest.raises(DataProblems) as found:
        load("1.0.1", release)
    assert 'holds version "1.0.0"; expected "1.0.1"' in only_fault(found, "version")


@pytest.mark.parametrize("keyword", [{"backend": "polars"}, {"backend": "PANDAS"}])
def test_an_unknown_backend_is_told(keyword: dict[str, Any], release: Path) -> None:
    with pytest.raises(ValueError, match='expected "pandas" or "arrow"'):
        load(path=release, **keyword)


def test_damage_anywhere_in_a_release_is_told_when_the_file_is_read(tmp_path: Path) -> None:
    top = unpacked_release(tmp_path, sample_cells())
    (top / "parquet" / "meetings.parquet").write_bytes((top / "parquet" / "people.parquet").read_bytes())
    tables = load(path=top)
    assert len(tables.people) == 2
    with pytest.raises(DataProblems) as found:
        tables.meetings  # noqa: B018
    told = only_fault(found, "checksum")
    published = hashlib.sha256((top / "parquet" / "people.parquet").read_bytes()).hexdigest()
    assert str(top / "parquet" / "meetings.parquet") in told and f"sha256 is {published}; expected" in told
    assert "delete it and get it again" in told


def test_damage_in_a_built_folder_is_told_by_its_descriptor(tmp_path: Path, without_arrow: None) -> None:
    built = write_built(tmp_path / "dist", sample_cells())
    with (built / "csv" / "people.csv").open("a", encoding="utf-8") as file:
        file.write("q00000003,A. Nother,,,true\n")
    with pytest.raises(DataProblems) as found:
        load(path=built).people  # noqa: B018
    only_fault(found, "checksum")


def swap_descriptor(top: Path) -> None:
    path = top / "datapackage.json"
    path.write_text(path.read_text(encoding="utf-8").replace("Security Meetings", "Other Meetings"), encoding="utf-8")


def contradict_descriptor(top: Path) -> None:
    sums = {path.relative_to(top).as_posix(): path.read_bytes() for path in top.rglob("*") if path.is_file()}
    sums["csv/people.csv"] = b"other"
    write_sums(top / "SHA256SUMS", sums)


def break_sums(top: Path) -> None:
    (top / "SHA256SUMS").write_text("<html>not found</html>\n", encoding="utf-8")


def forget_descriptor(top: Path) -> None:
    lines = (top / "SHA256SUMS").read_text(encoding="utf-8").splitlines(keepends=True)
    (top / "SHA256SUMS").write_text("".join(line for line in lines if "datapackage" not in line), encoding="utf-8")


@pytest.mark.parametrize(
    ("change", "kind"),
    [
        (swap_descriptor, "checksum"),
        (contradict_descriptor, "checksum"),
        (break_sums, "checksums"),
        (forget_descriptor, "no-checksum"),
    ],
)
def test_a_release_whose_sums_do_not_hold_is_not_loaded(
    change: Callable[[Path], None], kind: str, tmp_path: Path
) -> None:
    top = unpacked_release(tmp_path, sample_cells())
    change(top)
    with pytest.raises(DataProblems) as found:
        load(path=top)
    only_fault(found, kind)


def test_a_zip_that_differs_from_the_sums_beside_it_is_not_loaded(release: Path, tmp_path: Path) -> None:
    shutil.copy(release, tmp_path)
    write_sums(tmp_path / "SHA256SUMS", {release.name: b"other"})
    with pytest.raises(DataProblems) as found:
        load(path=tmp_path / release.name)
    assert hashlib.sha256(b"other").hexdigest() in only_fault(found, "checksum")
    shutil.copy(release, tmp_path / "renamed.zip")
    assert load(path=tmp_path / "renamed.zip").version == "1.0.0"


def test_a_zip_with_damaged_bytes_is_told(release: Path, tmp_path: Path) -> None:
    content = bytearray(release.read_bytes())
    with zipfile.ZipFile(release) as archive:
        entry = archive.getinfo("security-meetings-1.0.0/parquet/meetings.parquet")
    content[entry.header_offset + 200] ^= 0xFF
    (tmp_path / "damaged.zip").write_bytes(content)
    with pytest.raises(DataProblems) as found:
        load(path=tmp_path / "damaged.zip").meetings  # noqa: B018
    only_fault(found, "broken")


Descriptor = dict[str, Any]


def without_hash(descriptor: Descriptor) -> None:
    del descriptor["resources"][-1]["hash"]


def with_unknown_type(descriptor: Descriptor) -> None:
    descriptor["resources"][0]["schema"]["fields"][0]["type"] = "geopoint"


def with_schema_elsewhere(descriptor: Descriptor) -> None:
    descriptor["resources"][0]["schema"] = "schemas/countries.json"


def with_bare_schema(descriptor: Descriptor) -> None:
    del descriptor["resources"][0]["schema"]["fields"][0]["title"]


def with_no_resources(descriptor: Descriptor) -> None:
    del descriptor["resources"]


def with_path_outside(descriptor: Descriptor) -> None:
    descriptor["resources"][-1].update(path="../secret.parquet", hash=f"sha256:{hashlib.sha256(b'x').hexdigest()}")


@pytest.mark.parametrize(
    ("change", "kind", "told"),
    [
        (without_hash, "no-checksum", "has no checksum"),
        (with_unknown_type, "type", 'type "geopoint"'),
        (with_schema_elsewhere, "schema", '"schemas/countries.json"'),
        (with_bare_schema, "schema", "'title'"),
        (with_no_resources, "descriptor", "names no files"),
        (with_path_outside, "path", "leads out of the data set"),
    ],
)
def test_a_descriptor_that_cannot_be_used_is_told(
    change: Callable[[Descriptor], None], kind: str, told: str, tmp_path: Path
) -> None:
    built = write_built(tmp_path / "dist", sample_cells())
    (tmp_path / "secret.parquet").write_bytes(b"x")
    path = built / "datapackage.json"
    descriptor = json.loads(path.read_text(encoding="utf-8"))
    change(descriptor)
    path.write_text(json.dumps(descriptor), encoding="utf-8")
    with pytest.raises(DataProblems) as found:
        dict(load(path=built))
    assert told in only_fault(found, kind)


def test_a_descriptor_that_is_no_json_is_told(tmp_path: Path) -> None:
    built = write_built(tmp_path / "dist", sample_cells())
    (built / "datapackage.json").write_text("{", encoding="utf-8")
    with pytest.raises(DataProblems) as found:
        load(path=built)
    assert "is no JSON" in only_fault(found, "descriptor")


@pytest.mark.parametrize("has_arrow", [True, False])
def test_a_csv_that_does_not_fit_its_schema_is_told(
    has_arrow: bool, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    cells = sample_cells()
    built = write_built(tmp_path / "dist", cells)
    text = (built / "csv" / "meetings.csv").read_text(encoding="utf-8").replace("38.5358", "north")
    (built / "csv" / "meetings.csv").write_text(text, encoding="utf-8")
    shutil.rmtree(built / "parquet")
    descriptor = json.loads((built / "datapackage.json").read_text(encoding="utf-8"))
    resource = next(found for found in descriptor["resources"] if found["name"] == "meetings")
    resource["hash"] = f"sha256:{hashlib.sha256(text.encode()).hexdigest()}"
    (built / "datapackage.json").write_text(json.dumps(descriptor), encoding="utf-8")
    if not has_arrow:
        request.getfixturevalue("without_arrow")
    with pytest.raises(DataProblems) as found:
        load(path=built, backend="arrow" if has_arrow else "pandas").meetings  # noqa: B018
    assert "north" in only_fault(found, "unfit")


def test_a_table_without_a_file_is_told(tmp_path: Path) -> None:
    built = write_built(tmp_path / "dist", sample_cells())
    (built / "csv" / "people.csv").unlink()
    (built / "parquet" / "people.parquet").unlink()
    with pytest.raises(DataProblems) as found:
        load(path=built).people  # noqa: B018
    assert 'no file of the table "people"' in only_fault(found, "missing")


def test_the_finished_files_are_loaded() -> None:
    if not (ROOT / "dist" / "csv").is_dir():
        pytest.skip("dist/csv is not built yet: run make build")
    tables = load(path=ROOT / "dist", categories=True)
    for name in TABLE_ORDER:
        assert frame_cells(tables[name]) == written_cells(ROOT / "dist", name)


def test_the_package_tells_what_it_offers() -> None:
    assert set(security_meetings.__all__) == {"DataProblems", "Tables", "__version__", "load"}
    assert load.__doc__ and "SECURITY_MEETINGS_CACHE" in load.__doc__


def test_packing_the_same_folder_twice_gives_the_same_bytes(folder: Path, tmp_path: Path) -> None:
    for name in ("one.zip", "two.zip"):
        pack_folder(folder, tmp_path / name)
    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "two.zip").read_bytes()
    assert isinstance(load(path=tmp_path / "one.zip", backend="arrow").meetings, pa.Table)
