"""The records of one stage as JSON lines, for whoever wants to look between the stages."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, fields, is_dataclass
from datetime import date
from pathlib import Path
from typing import Any

from security_meetings.pipeline import Build


def dump_stage(build: Build, stage: str, folder: Path) -> tuple[Path, ...]:
    """Write what a stage made into a folder, one JSON line a record, and return the files written."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for name, records in _stage_records(build, stage).items():
        path = folder / f"{name}.jsonl"
        with path.open("w", encoding="utf-8", newline="\n") as file:
            file.writelines(json.dumps(record, ensure_ascii=False) + "\n" for record in map(to_plain, records))
        paths.append(path)
    return tuple(paths)


def _stage_records(build: Build, stage: str) -> Mapping[str, Iterable[Any]]:
    match stage:
        case "read":
            return {"articles": build.articles, "problems": build.problems}
        case "annotate":
            return {"documents": build.documents}
        case "extract":
            return {"codings": build.codings, "problems": build.problems}
        case "resolve" | "identify" | "correct":
            return {field.name: getattr(build.records, field.name) for field in fields(build.records)}
        case "tabulate":
            return {name: table.to_pylist() for name, table in build.tables.items()}
        case "check":
            return {"problems": build.problems}
        case _:
            raise ValueError(f"no stage that makes records: {stage}")


def to_plain(record: Any) -> Any:
    """Return a record as values that JSON has: days in ISO form, tuples as lists."""
    return _plain(asdict(record) if is_dataclass(record) and not isinstance(record, type) else record)


def _plain(value: Any) -> Any:
    match value:
        case date():
            return value.isoformat()
        case dict():
            return dict(_plain_items(value))
        case list() | tuple():
            return [_plain(item) for item in value]
        case _:
            return value


def _plain_items(values: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    return ((key, _plain(value)) for key, value in values.items())
