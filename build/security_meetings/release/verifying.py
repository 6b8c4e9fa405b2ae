"""Whether finished files are sound and say the same in every form: each check by name, with what it found."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from security_meetings.archives import SUMS, archive_name, top_folder
from security_meetings.check import check_parity, check_structure
from security_meetings.export.logical_hash import hash_table
from security_meetings.export.package import DESCRIPTOR, PARQUET_SUFFIX, hash_file
from security_meetings.forms import FORMS, Form, compare_tables, read_form
from security_meetings.forms.naming import PLACES
from security_meetings.forms.package import read_schemas
from security_meetings.problems import DataProblems, Problem, nearest_value
from security_meetings.release.archive import list_names, read_sums
from security_meetings.release.editions import read_package
from security_meetings.release.gate import check_names
from security_meetings.schemas import TableSchema

if TYPE_CHECKING:
    import pyarrow as pa


@dataclass(frozen=True, slots=True, kw_only=True)
class Package:
    """A folder of finished files with its descriptor and schemas; `archive` is the zip that it came from, if any."""

    folder: Path
    descriptor: Mapping[str, Any]
    schemas: Mapping[str, TableSchema]
    archive: Path | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """One check: its name, what it says where nothing is wrong, and what is; `is_left_out` where it has no files."""

    name: str
    says: str
    problems: tuple[Problem, ...] = ()
    is_left_out: bool = False


def open_package(folder: Path, archive: Path | None = None) -> Package:
    """Return the package in a folder; raises DataProblems where it has no descriptor, or one with faults."""
    descriptor = read_package(folder)
    return Package(folder=folder, descriptor=descriptor, schemas=read_schemas(descriptor), archive=archive)


def verify_package(package: Package) -> Iterator[Verdict]:
    """Yield the verdict of every check, in order."""
    is_release = package.archive is not None or (package.folder / SUMS).is_file()
    yield _judge(package, "checksums", f"every file is as {SUMS} says", check_sums, is_release)
    yield _judge(package, "files", "all files of a release, and no other", _check_files, is_release)
    yield _judge(package, "structure", "types, keys and references hold", lambda own: check_structure(own.folder))
    yield _judge(package, "parquet", "CSV and Parquet hold the same cells", _check_parity)
    yield _judge(package, "logical hashes", "the cells are those that were hashed", _check_hashes)
    for form in FORMS:
        is_there = is_release or (package.folder / PLACES[form]).exists()
        yield _judge(package, form, "holds the same cells as Parquet", partial(_check_form, form), is_there)
    is_cited = is_release or (package.folder / "CITATION.cff").is_file()
    yield _judge(package, "metadata", "all metadata tell the same", _check_metadata, is_cited)


def check_sums(package: Package) -> Iterator[Problem]:
    """Yield an error for each file that is not as the checksums say, inside the package and beside it."""
    sums = read_sums(package.folder / SUMS)
    names = {name for name in list_names(package.folder) if name != SUMS}
    if not sums:
        yield _fault("checksum", SUMS, "there are no checksums", "one line a file")
    for name in sorted(sums.keys() | names) if sums else ():
        if name not in names:
            yield _fault("checksum", name, "is missing", "every file that was published")
        elif name not in sums:
            near = nearest_value(name, sums.keys() - names)
            yield _fault("checksum", name, f"is not in {SUMS}", f'"{near}"' if near else "no further file")
        elif (digest := hash_file(package.folder / name)) != sums[name]:
            yield _fault("checksum", name, f'has the checksum "{digest}"', f'"{sums[name]}"')
    if package.archive is not None:
        yield from _check_beside(package.archive)


def _check_beside(archive: Path) -> Iterator[Problem]:
    told = read_sums(archive.parent / SUMS).get(archive.name)
    if told is not None and (digest := hash_file(archive)) != told:
        yield _fault("checksum", archive.name, f'has the checksum "{digest}"', f'"{told}", as {SUMS} beside it says')


def _check_files(package: Package) -> Iterator[Problem]:
    yield from check_names(package.folder, package.schemas)
    version = str(package.descriptor.get("version", ""))
    if package.archive is not None and package.folder.name != top_folder(version):
        yield _fault("version", package.folder.name, f'the descriptor says "{version}"', f'"{top_folder(version)}"')
    if package.archive is not None and package.archive.name != archive_name(version):
        yield _fault("version", package.archive.name, f'the descriptor says "{version}"', f'"{archive_name(version)}"')


def _check_parity(package: Package) -> list[Problem]:
    return check_parity(package.folder, package.schemas)


def _check_hashes(package: Package) -> Iterator[Problem]:
    told = {resource["name"]: resource.get("logical_hash") for resource in package.descriptor["resources"]}
    for name, table in _read_tables(package).items():
        found = hash_table(table, package.schemas[name])
        for resource in (name, f"{name}{PARQUET_SUFFIX}"):
            if told.get(resource) != found:
                where = f"{DESCRIPTOR}, resource {resource}"
                yield _fault(
                    "logical-hash", where, f'logical_hash is "{told.get(resource)}"', f'"{found}", of its cells'
                )


def _check_form(form: Form, package: Package) -> Iterator[Problem]:
    tables = _read_tables(package)
    yield from compare_tables(form, read_form(form, package.folder, package.schemas), tables, package.schemas)


def _read_tables(package: Package) -> dict[str, pa.Table]:
    """Return the tables in Parquet; raises DataProblems where one cannot be read."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    tables = {}
    problems = []
    for name in package.schemas:
        place = f"parquet/{name}.parquet"
        try:
            tables[name] = pq.ParquetFile(package.folder / place).read()
        except (FileNotFoundError, pa.ArrowInvalid) as error:
            told = str(error).partition("\n")[0]
            problems.append(_fault("unreadable", place, f"cannot be read ({told})", "a Parquet file"))
    if problems:
        raise DataProblems(problems)
    return tables


def _check_metadata(package: Package) -> tuple[Problem, ...]:
    from security_meetings.citation import check_agreement

    return tuple(check_agreement(package.folder))


def _judge(package: Package, name: str, says: str, check: Callable[[Package], Any], is_there: bool = True) -> Verdict:
    if not is_there:
        return Verdict(name=name, says=says, is_left_out=True)
    try:
        return Verdict(name=name, says=says, problems=tuple(check(package)))
    except DataProblems as found:
        return Verdict(name=name, says=says, problems=found.problems)


def _fault(kind: str, where: str, what: str, expected: str) -> Problem:
    return Problem(
        severity="error",
        rule_id=f"verify.{kind}",
        where=where,
        what=what,
        expected=expected,
        todo="download it again, or take it back to what was published",
    )
