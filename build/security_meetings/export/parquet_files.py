"""Tables as Parquet: the same bytes for the same table and the same version of pyarrow."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pyarrow as pa

ROW_GROUP_SIZE = 100_000
_PANDAS_KEY = b"pandas"


def write_parquet(table: pa.Table, path: Path) -> None:
    """Write a table as Parquet (zstd), in one chunk a column, row groups of fixed size, no pandas metadata."""
    import pyarrow.parquet as pq

    metadata = {key: value for key, value in (table.schema.metadata or {}).items() if key != _PANDAS_KEY}
    pq.write_table(
        table.replace_schema_metadata(metadata or None).combine_chunks(),
        path,
        compression="zstd",
        row_group_size=ROW_GROUP_SIZE,
        version="2.6",
        data_page_version="1.0",
        store_schema=True,
    )
