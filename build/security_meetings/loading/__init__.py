"""Loading: the tables of a version, typed, from a folder, a zip or an address; needs nothing of the coder."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, overload

from security_meetings.loading.backends import ArrowBackend, Backend, PandasBackend
from security_meetings.loading.data_set import open_data_set
from security_meetings.loading.faults import loading_fault
from security_meetings.loading.places import find_place
from security_meetings.loading.sources import open_source
from security_meetings.loading.tables import Tables

if TYPE_CHECKING:
    import pandas as pd
    import pyarrow as pa


@overload
def load(
    version: str | None = None,
    path: str | Path | None = None,
    *,
    backend: Literal["pandas"] = "pandas",
    categories: bool = False,
) -> Tables[pd.DataFrame]: ...


@overload
def load(
    version: str | None = None, path: str | Path | None = None, *, backend: Literal["arrow"], categories: bool = False
) -> Tables[pa.Table]: ...


def load(
    version: str | None = None,
    path: str | Path | None = None,
    *,
    backend: Literal["pandas", "arrow"] = "pandas",
    categories: bool = False,
) -> Tables[Any]:
    """Return the tables of a version: `load("1.0.0").meetings` is a data frame.

    `path` is a release zip, a release unpacked, a built folder, a folder that holds releases, or the address of a zip
    (http, https, file); an address is fetched once and kept in a folder of the user (`SECURITY_MEETINGS_CACHE`). Without
    it, the releases of the checkout that one works in are looked through, then those of the checkout that the package is
    installed from. `version` chooses among releases; without it the newest is taken, where there is none what was built.

    Types are those of the schemas: in pandas `string`, `Int64`, `Float64`, `boolean` and `datetime64[s]`; with
    `backend="arrow"` those of the Parquet files. With `categories=True`, codes of taxonomies (types of meeting, agreement,
    office, threat) and of fixed lists (status) are categories in the order of their code table or list.

    Every file is compared with its sha256 when it is read. Raises DataProblems where nothing is found, a checksum differs
    or a file is damaged, with the place, what was found and expected, and what to do.
    """
    backends: dict[str, Backend[Any]] = {"pandas": PandasBackend(), "arrow": ArrowBackend()}
    if backend not in backends:
        raise ValueError(f'backend is "{backend}"; expected "pandas" or "arrow"')
    data = open_data_set(open_source(find_place(version, path)))
    if version is not None and data.version != version:
        where = data.files.source.place
        raise loading_fault("version", where, f'holds version "{data.version}"', f'"{version}"', "name the other zip")
    return Tables(data, backends[backend], categories)
