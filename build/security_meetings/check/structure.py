"""Structure of the written package: every CSV file against its schema, keys and references, by one of two engines."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from security_meetings.check.wording import Expected, error_problem, file_problem
from security_meetings.problems import Problem

if TYPE_CHECKING:
    from security_meetings.check.found import Found

Engine = Literal["frictionless", "arrow"]
ENGINES: tuple[Engine, ...] = ("frictionless", "arrow")
ROWS_BY_ROW = 200_000
UTF8_MARK = b"\xef\xbb\xbf"
_CHUNK = 1 << 20


def check_structure(folder: Path, engine: Engine | None = None) -> list[Problem]:
    """Return what is wrong with a folder of csv/ and a datapackage.json by its schemas, and with the form of its CSV.

    Every problem names the file, and the row (the header is row 1) and column where there is one. The engine is by
    default Frictionless, and above `ROWS_BY_ROW` rows the one that checks column by column and finds the same.
    """
    from frictionless import FrictionlessException, Package

    path = folder / "datapackage.json"
    try:
        package = Package(str(path))
        package.to_descriptor(validate=True)
        faults = find_faults(package.resources, engine or choose_engine(folder))
    except FrictionlessException as error:
        notes = [detail.note.replace(f"{folder}/", "") for detail in error.reasons or [error.error]]
        return [file_problem("package-error", path.name, note) for note in notes]
    except TypeError as error:
        # A constraint of no kind that values can be compared with, which the profile of schemas lets pass.
        return [file_problem("package-error", path.name, f"its schemas cannot be applied ({error})")]
    resources = _read_resources(path)
    expected = Expected(folder, resources)
    problems: list[Problem] = []
    for found in faults:
        problems.extend(file_problem("unchecked", found.place, warning) for warning in found.warnings)
        for told in found.errors:
            places = find_ill_coded(found.place, resources, folder) if told["type"] == "encoding-error" else ()
            problems += [
                error_problem(place, found.resource_name, told, expected) for place in places or (found.place,)
            ]
    named = {resource.get("path") for resource in resources}
    for file in sorted((folder / "csv").glob("*.csv")):
        if f"csv/{file.name}" not in named:
            problems.append(
                file_problem("unnamed-file", f"csv/{file.name}", "no resource of datapackage.json names it")
            )
        problems.extend(_check_form(file))
    return list(dict.fromkeys(problems))


def find_ill_coded(place: str, resources: Sequence[Mapping[str, Any]], folder: Path) -> list[str]:
    """Return those of a file and of the files to which its keys lead that are no UTF-8."""
    paths = {resource["name"]: resource["path"] for resource in resources}
    schemas = [resource["schema"] for resource in resources if resource["path"] == place]
    led = [key["reference"]["resource"] for schema in schemas for key in schema.get("foreignKeys", ())]
    return sorted({path for path in (place, *(paths.get(name, place) for name in led)) if not _is_utf8(folder / path)})


def _is_utf8(path: Path) -> bool:
    try:
        with path.open(encoding="utf-8") as file:
            while file.read(_CHUNK):
                pass
    except UnicodeDecodeError:
        return False
    except OSError:  # told by the engine
        return True
    return True


def choose_engine(folder: Path) -> Engine:
    """Return the engine for a package: by column where it has more than `ROWS_BY_ROW` rows, else by row."""
    # Lines are no fewer than rows, and counting them takes no reading of CSV.
    rows = sum(_count_lines(file) - 1 for file in (folder / "csv").glob("*.csv"))
    return "arrow" if rows > ROWS_BY_ROW else "frictionless"


def find_faults(resources: Sequence[Any], engine: Engine) -> list[Found]:
    """Return what an engine finds wrong with the resources of a package."""
    from security_meetings.check.by_column import find_by_column
    from security_meetings.check.by_row import find_by_row

    return list(find_by_column(resources)) if engine == "arrow" else [find_by_row(resource) for resource in resources]


def _read_resources(path: Path) -> list[dict[str, Any]]:
    resources: list[dict[str, Any]] = json.loads(path.read_text(encoding="utf-8"))["resources"]
    return resources


def _check_form(path: Path) -> Iterator[Problem]:
    place = f"csv/{path.name}"
    with path.open("rb") as file:
        first = file.readline()
    if first.startswith(UTF8_MARK):
        yield file_problem("byte-order-mark", place, "starts with a byte-order mark; expected UTF-8 without one")
    if first.endswith(b"\r\n"):
        yield file_problem("line-end", place, "lines end with CR LF; expected LF")


def _count_lines(path: Path) -> int:
    with path.open("rb") as file:
        return sum(chunk.count(b"\n") for chunk in iter(lambda: file.read(_CHUNK), b""))
