"""How right the coder was on the coded texts, as last measured, and whether that still holds.

`security-meetings evaluate --to dist/accuracy.json` writes the figures beside checksums of what they were measured
with. A build only compares the checksums, so that it is not slowed down, and no figure is typed in by hand.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from security_meetings.locations import PACKAGE, vocabularies_folder

if TYPE_CHECKING:
    from security_meetings.scoring import Evaluation

ACCURACY = "accuracy.json"
GOLD_FOLDER = "tests/gold"
# What decides how a text is coded, and how a coding is scored.
CODER_ROOMS = ("read", "annotate", "extract", "resolve")
CODER_MODULES = ("documents.py", "edtf_bounds.py", "records.py", "rows.py", "scoring.py")
SUFFIXES = frozenset([".csv", ".py", ".toml", ".txt", ".yaml"])


def record_accuracy(evaluation: Evaluation, gold: Path, model_name: str) -> dict[str, Any]:
    """Return the figures of an evaluation as plain values, with checksums of coder and coded texts."""
    return {
        "made_of": {"coder": hash_coder(), "gold": hash_files([gold]), "model": Path(model_name).name},
        "gold": evaluation.name,
        "article_count": evaluation.article_count,
        "scores": [
            {
                "name": name,
                **asdict(tally),
                "precision": round(tally.precision, 3),
                "recall": round(tally.recall, 3),
                "f1": round(tally.f1, 3),
            }
            for name, tally in evaluation.tallies.items()
        ],
        "values": [
            {"name": name, "right": right, "asked": asked, "share": round(right / asked, 3)}
            for name, (right, asked) in evaluation.fields.items()
        ],
        "confidence": [{name: round(value, 3) for name, value in asdict(held).items()} for held in evaluation.bins],
    }


def read_accuracy(path: Path, gold: Path, model_name: str) -> dict[str, Any] | None:
    """Return the recorded figures, with `differs` naming what is no longer as it was; None where there are none."""
    try:
        recorded = json.loads(path.read_text(encoding="utf-8"))
        made_of = dict(recorded.pop("made_of"))
    except (FileNotFoundError, json.JSONDecodeError, UnicodeDecodeError, KeyError, TypeError, AttributeError):
        return None
    now = {"coder": hash_coder(), "model": Path(model_name).name}
    # An installed package has no coded texts; then only the coder is compared.
    now |= {"gold": hash_files([gold])} if gold.is_dir() else {}
    return {**recorded, "differs": sorted(name for name, value in now.items() if made_of.get(name) != value)}


def hash_coder() -> str:
    """Return the sha256 of everything that decides how a text is coded."""
    rooms = [PACKAGE / name for name in (*CODER_ROOMS, *CODER_MODULES)]
    return hash_files([*rooms, vocabularies_folder()])


def hash_files(places: Iterable[Path]) -> str:
    """Return one sha256 of the names and bytes of files and of all in folders, whatever their order."""
    hashes: Mapping[str, str] = {
        f"{place.name}/{path.relative_to(place).as_posix()}": hashlib.sha256(path.read_bytes()).hexdigest()
        for place in places
        for path in (place.rglob("*") if place.is_dir() else [place])
        if path.is_file() and path.suffix in SUFFIXES
    }
    return hashlib.sha256(json.dumps(sorted(hashes.items())).encode()).hexdigest()
