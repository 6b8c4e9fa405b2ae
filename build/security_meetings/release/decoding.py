"""Files of any form as the texts that stand in them, so that they can be searched: unpacked, decoded, unescaped."""

from __future__ import annotations

import html
import io
import re
import sqlite3
import zipfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path, PurePosixPath
from typing import Any

_TAG = re.compile(r"<[^<>]*>")
_ESCAPE = re.compile(r"\\(?:u([0-9a-fA-F]{4})|(.))", re.DOTALL)
_PLAIN = {"n": "\n", "t": "\t", "r": "\r", "b": " ", "f": " "}


def read_texts(path: Path) -> Iterator[str]:
    """Yield what stands in a file, as each way of reading its form gives it; one text may come several times."""
    match path.suffix:
        case ".parquet":
            yield from _read_parquet(path)
        case ".sqlite":
            yield from _read_sqlite(path)
            yield from _read_bytes(path.read_bytes())
        case ".xlsx":
            yield from _read_packed(path.read_bytes())
        case _:
            yield from _read_bytes(path.read_bytes())


def _read_bytes(content: bytes) -> Iterator[str]:
    """Yield bytes as text, and without the escapes of JSON, HTML and CSV where it has any."""
    text = content.decode("utf-8", errors="replace").replace("\x00", "\n")
    yield text
    if "\\" in text:
        yield _ESCAPE.sub(_unescape, text)
    if "<" in text or "&" in text:
        yield html.unescape(_TAG.sub("", text))
    if '""' in text:
        yield text.replace('""', '"')


def _unescape(match: re.Match[str]) -> str:
    return chr(int(match[1], 16)) if match[1] else _PLAIN.get(match[2], match[2])


def _read_packed(content: bytes) -> Iterator[str]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        for name in sorted(archive.namelist()):
            member = archive.read(name)
            is_packed = PurePosixPath(name).suffix in (".zip", ".xlsx")
            yield from _read_packed(member) if is_packed else _read_bytes(member)


def _read_parquet(path: Path) -> Iterator[str]:
    import pyarrow as pa
    import pyarrow.parquet as pq

    table = pq.ParquetFile(path).read()
    yield _join((table.schema.metadata or {}).values())
    for field in table.schema:
        yield _join((field.metadata or {}).values())
    for name in table.column_names:
        column = table.column(name)
        if pa.types.is_string(column.type) or pa.types.is_large_string(column.type):
            yield _join(column.to_pylist())


def _read_sqlite(path: Path) -> Iterator[str]:
    with closing(sqlite3.connect(f"file:{path}?mode=ro&immutable=1", uri=True)) as connection:
        names = connection.execute("SELECT type, name, sql FROM sqlite_master").fetchall()
        yield _join(sql for _, _, sql in names)
        for kind, name, _ in names:
            if kind == "table":
                cursor = connection.execute('SELECT * FROM "{}"'.format(name.replace('"', '""')))
                for cells in zip(*cursor.fetchall(), strict=True):
                    yield _join(cells)


def _join(cells: Any) -> str:
    return "\n".join(
        cell if isinstance(cell, str) else cell.decode("utf-8", errors="replace")
        for cell in cells
        if isinstance(cell, str | bytes)
    )
