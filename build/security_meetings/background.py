"""What belongs to our own data alone: rules for its tables, and what the report tells beside them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from security_meetings.accuracy import ACCURACY, GOLD_FOLDER, read_accuracy
from security_meetings.archives import version_of
from security_meetings.export import Background
from security_meetings.project import Project
from security_meetings.schemas import TableSchema
from security_meetings.since_release import count_changes

if TYPE_CHECKING:
    import pyarrow as pa

    from security_meetings.check import OwnRules


class Places(Protocol):
    """Where a build reads and writes, and with which language model."""

    @property
    def raw(self) -> Path:
        """Return the folder of the texts."""

    @property
    def dist(self) -> Path:
        """Return the folder of the finished files."""

    @property
    def model_name(self) -> str:
        """Return the language model."""


def read_own_rules(schemas: Mapping[str, TableSchema], project: Project) -> OwnRules:
    """Return what holds of our own data, compared with the release before the version being made; raises DataProblems."""
    from security_meetings.check import load_own_rules

    return load_own_rules(schemas, project.releases, version=project.version)


def describe_background(
    rules: OwnRules | None, places: Places, tables: Mapping[str, pa.Table], schemas: Mapping[str, TableSchema]
) -> Background:
    """Return what the report tells beside the tables; nothing where the texts are not our own."""
    if rules is None:
        return Background()
    release = rules.last_release
    return Background(
        is_own=True,
        bounds=rules.bounds,
        accepted=rules.reasons(),
        accuracy=read_accuracy(places.dist / ACCURACY, places.raw.parent / GOLD_FOLDER, places.model_name),
        last_release=None if release is None else version_of(release),
        changes=None if release is None else count_changes(release, tables, schemas),
    )
