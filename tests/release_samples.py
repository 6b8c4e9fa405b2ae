"""A release as it is published, packed from a small sound package: for all that loads or reads one."""

from __future__ import annotations

import hashlib
import json
import shutil
import zipfile
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from check_samples import SCHEMAS, AllCells, sample_cells, write_package
from security_meetings.forms import read_tables, write_forms

ROOT = Path(__file__).parents[1]
VERSION = "1.0.0"
FIRST_MOMENT = (1980, 1, 1, 0, 0, 0)


def tricky_cells() -> AllCells:
    """Return the sample with the cells that careless readers get wrong."""
    cells = sample_cells()
    cells["countries"].insert(1, {"country_code": "NAM", "name": "Namibia", "iso2": "NA", "is_listed": True})
    cells["countries"][0]["cow_code"] = 630
    cells["people"][0]["name"] = "NA"
    cells["people"][1]["other_names"] = 'Farrukh "the Judge" Qodirov;Qodirov, F.;Фаррух Қодиров'
    cells["articles"][0]["title"] = 'Two lines,\nof which the second says "NULL"'
    cells["articles"][1]["title"] = "  spaces at both ends  "
    cells["meetings"].append(
        {
            "meeting_id": "m0000000002",
            "meeting_type": "phone_call",
            "status": "planned",
            "date_edtf": "1677/1678",
            # Days before the first nanosecond that pandas can tell.
            "date_start": date(1677, 1, 1),
            "date_end": date(1678, 12, 31),
            "has_date_conflict": False,
            "article_count": 1,
            "confidence": 0.1 + 0.2,
            "coding_status": "machine",
        }
    )
    return cells


def write_built(folder: Path, cells: Mapping[str, list[dict[str, Any]]], version: str = VERSION) -> Path:
    """Write a built folder of rows with checksums in its descriptor, and return it."""
    write_package(folder, cells)
    descriptor = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    descriptor["version"] = version
    for resource in descriptor["resources"]:
        content = (folder / resource["path"]).read_bytes()
        resource.update(bytes=len(content), hash=f"sha256:{hashlib.sha256(content).hexdigest()}")
    (folder / "datapackage.json").write_text(json.dumps(descriptor, indent=2), encoding="utf-8")
    return folder


def unpacked_release(folder: Path, cells: Mapping[str, list[dict[str, Any]]], version: str = VERSION) -> Path:
    """Write a release as it is after unpacking, below a folder, and return where it stands."""
    top = write_built(folder / f"security-meetings-{version}", cells, version)
    tables = read_tables(top)
    write_forms(tables, SCHEMAS, {"title": "Security Meetings"}, top, None, forms=("sqlite",))
    for name in ("r/security_meetings.R", "README.md", "CHANGELOG.md", "LICENSE", "LICENSE-DATA"):
        shutil.copy(ROOT / name, top)
    paths = sorted(path for path in top.rglob("*") if path.is_file())
    write_sums(top / "SHA256SUMS", {path.relative_to(top).as_posix(): path.read_bytes() for path in paths})
    return top


def pack_release(folder: Path, cells: Mapping[str, list[dict[str, Any]]], version: str = VERSION) -> Path:
    """Write the zip of a release and SHA256SUMS into a folder, and return the zip."""
    folder.mkdir(parents=True, exist_ok=True)
    top = unpacked_release(folder / "unpacked", cells, version)
    path = folder / f"{top.name}.zip"
    pack_folder(top, path)
    shutil.rmtree(folder / "unpacked")
    zips = sorted(folder.glob("*.zip"))
    write_sums(folder / "SHA256SUMS", {found.name: found.read_bytes() for found in zips})
    return path


def pack_folder(top: Path, path: Path) -> None:
    """Pack a folder, as the one that stands at the top of the zip."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for file in sorted(found for found in top.rglob("*") if found.is_file()):
            name = f"{top.name}/{file.relative_to(top).as_posix()}"
            archive.writestr(zipfile.ZipInfo(name, FIRST_MOMENT), file.read_bytes())


def write_sums(path: Path, contents: Mapping[str, bytes]) -> None:
    """Write checksums as sha256sum does."""
    lines = (f"{hashlib.sha256(content).hexdigest()}  {name}\n" for name, content in contents.items())
    path.write_text("".join(lines), encoding="utf-8")
