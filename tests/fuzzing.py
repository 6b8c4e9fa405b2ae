"""Spoilt input, always the same for the same seed: what a file of the project becomes, and what is run on it.

Nothing may end in a traceback, a hang or a changed `dist`; `fuzz.py` runs many seeds, `test_fuzz.py` some.
"""

from __future__ import annotations

import hashlib
import json
import signal
import tomllib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

from typer.testing import CliRunner

from security_meetings.cli import app
from security_meetings.export.journal import staging_folder

ROOT = Path(__file__).parents[1]
SECONDS = 60
ODD_TEXTS = (
    *("", " ", "\u00a0", "\u200b", "\u0301", "\u2028", "\r", "\r\n", "\n\n", "\t", "\x0b", "\x1b", "\ufeff", "\u202e"),
    *('"', "'", "“", "”", "‘", "’", "«", "»", "(", ")", "[", "]", "{", "}", "<", ">", "|", "\\", "/", "//", "^", "$"),
    *("-", "–", "—", "…", "...", ";", ":", ",", ".", "!", "?", "&", "@", "#", "%", "+", "=", "*", "~", "`", "°", "№"),
    *("0", "1", "-1", "²", "٣", "1e999", "nan", "99999999999999999999", "0000-00-00", "9999-12-31", "2019-02-29"),
    *("NA", "null", "None", "true", "=1+1", "=cmd|' /C calc'!A0", "{{ 7 }}", "%s", "<script>alert(1)</script>"),
    *(
        "../../x",
        "/dev/zero",
        "ß",
        "İ",
        "ﬁ",
        "ǅ",
        "\u1e9e",
        "سلام",
        "مذاکرات",
        "Переговоры",
        "会谈",
        "👩‍👩‍👧",
        "\ud7ff",
        "\U0010ffff",
    ),
    *("Iran", "Tajikistan and ", "on Friday ", "May 5, 2019", "of the ", "MoU", "it said", "Mr. ", "“we agreed” "),
)
ODD_VALUES: tuple[Any, ...] = (None, True, 0, -1, 2**70, 1.5, float("inf"), "", "x", [], [[]], [None], {}, {"x": {}})


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What went wrong with one input."""

    target: str
    seed: int
    told: str


class TookTooLong(Exception):
    """Raised where a command does not end."""


@contextmanager
def time_limit(seconds: int = SECONDS) -> Iterator[None]:
    """Raise TookTooLong within the block when it takes longer."""

    def stop(*signalled: object) -> None:
        raise TookTooLong(f"more than {seconds} s")

    before = signal.signal(signal.SIGALRM, stop)
    signal.alarm(seconds)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


def spoil_text(text: str, random: Random, others: tuple[str, ...] = ()) -> str:
    """Return a text with some of its stretches left out, doubled, moved, turned round, put in other letters or filled."""
    for _ in range(random.choice((1, 1, 2, 3, 6, 12))):
        start = random.randrange(len(text) + 1)
        end = min(len(text), start + random.choice((1, 3, 20, 100, 500)))
        piece = text[start:end]
        odd = random.choice(ODD_TEXTS)
        other = random.choice(others) if others else text
        at = random.randrange(len(other) + 1)
        words = piece.split(" ")
        random.shuffle(words)
        changed = random.choice(
            (
                "",
                piece * random.choice((2, 3, 40)),
                piece.upper(),
                piece.lower(),
                piece[::-1],
                " ".join(words),
                " ".join(piece.split()),
                odd,
                odd * random.choice((2, 9, 300)) + piece,
                odd + piece + odd,
                piece + other[at : at + random.choice((10, 100, 800))],
                odd.join(piece),
                odd.join(piece.split(" ")),
            )
        )
        text = text[:start] + changed + text[end:]
        if random.random() < 0.1:
            text = text[end:] + text[:start]
        text = text[:30_000]
    return text


def spoil_bytes(content: bytes, random: Random) -> bytes:
    """Return bytes with some changed, left out, doubled or cut off."""
    changed = bytearray(content)
    for _ in range(random.choice((1, 2, 5, 30))):
        at = random.randrange(len(changed) + 1)
        kind = random.randrange(4)
        if kind == 0:
            changed[at : at + 1] = bytes([random.randrange(256)])
        elif kind == 1:
            del changed[at : at + random.choice((1, 2, 50))]
        elif kind == 2:
            changed[at:at] = changed[at : at + random.choice((1, 10, 200))]
        else:
            changed[at:at] = random.choice(
                (b"\x00", b"\xff\xfe", b"\xef\xbb\xbf", b"\xed\xa0\x80", b"\x1a", b'"', b"\r")
            )
    return bytes(changed[: random.randrange(len(changed) + 1)] if random.random() < 0.1 else changed)


def spoil_rows(text: str, random: Random) -> str:
    """Return the lines of a CSV file with cells changed, rows doubled, left out, moved, or of another length."""
    lines = text.split("\n")
    for _ in range(random.choice((1, 1, 2, 4))):
        at = random.randrange(len(lines))
        cells = lines[at].split(",")
        cell = random.randrange(len(cells))
        kind = random.randrange(7)
        if kind <= 2:
            cells[cell] = random.choice((*ODD_TEXTS, cells[cell][::-1], cells[cell] * 2, random.choice(cells)))
            lines[at] = ",".join(cells)
        elif kind == 3:
            lines.insert(random.randrange(len(lines)), lines[at])
        elif kind == 4:
            del lines[at]
            lines = lines or [""]
        elif kind == 5:
            lines[at] = ",".join(cells[:cell] if random.random() < 0.5 else [*cells, random.choice(ODD_TEXTS)])
        else:
            other = random.randrange(len(lines))
            lines[at], lines[other] = lines[other], lines[at]
    return "\n".join(lines)


def spoil_value(value: Any, random: Random) -> Any:
    """Return a value of JSON or TOML with one part of it exchanged, left out or renamed."""
    places = list(_list_places(value))
    if not places:
        return random.choice(ODD_VALUES)
    holder, key = random.choice(places)
    kind = random.randrange(5)
    if kind == 0:
        del holder[key]
    elif kind == 1 and isinstance(holder, dict):
        holder[random.choice((*ODD_TEXTS, f"{key}s"))] = holder.pop(key)
    elif kind == 2:
        holder[key] = random.choice(ODD_TEXTS)
    elif kind == 3:
        holder[key] = random.choice((holder[key], [holder[key]], {"x": holder[key]}, str(holder[key]) * 2))
    else:
        holder[key] = random.choice(ODD_VALUES)
    return value


def _list_places(value: Any) -> Iterator[tuple[Any, Any]]:
    entries = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, inner in entries:
        yield value, key
        yield from _list_places(inner)


def format_toml(content: Any) -> str:
    """Return a value as TOML, every table in line; what TOML cannot hold is left to be found wrong by its reader."""
    if not isinstance(content, dict):
        return _toml_value(content)
    return "".join(f"{json.dumps(str(key))} = {_toml_value(value)}\n" for key, value in content.items())


def _toml_value(value: Any) -> str:
    match value:
        case bool():
            return str(value).lower()
        case None:
            return ""
        case dict():
            return (
                "{" + ", ".join(f"{json.dumps(str(key))} = {_toml_value(inner)}" for key, inner in value.items()) + "}"
            )
        case list():
            return "[" + ", ".join(map(_toml_value, value)) + "]"
        case str():
            return json.dumps(value, ensure_ascii=False)
        case _:
            return str(value)


def spoil_file(path: Path, random: Random) -> None:
    """Spoil a file in a way that fits its kind, or its bytes."""
    content = path.read_bytes()
    if random.random() < 0.25 or path.suffix == ".parquet":
        path.write_bytes(spoil_bytes(content, random))
        return
    text = content.decode("utf-8")
    if path.suffix == ".csv" and random.random() < 0.8:
        text = spoil_rows(text, random)
    elif path.suffix == ".json" and random.random() < 0.8:
        text = json.dumps(spoil_value(json.loads(text), random))
    elif path.suffix == ".toml" and random.random() < 0.8:
        text = format_toml(spoil_value(tomllib.loads(text), random))
    else:
        text = spoil_text(text, random)
    path.write_bytes(text.encode("utf-8", "surrogatepass"))


def hash_tree(folder: Path) -> str:
    """Return one sha256 of the names and bytes of all files in a folder."""
    digest = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        digest.update(str(path.relative_to(folder)).encode("utf-8", "surrogateescape"))
        digest.update(path.read_bytes() if path.is_file() else b"")
    return digest.hexdigest()


def run_command(*arguments: str | Path) -> tuple[int, str]:
    """Return the exit code of a command and all that it said; raises what it did not expect itself."""
    result = CliRunner().invoke(app, [str(argument) for argument in arguments])
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result.exit_code, result.output


def judge_run(arguments: tuple[str | Path, ...], dist: Path) -> str | None:
    """Return what is wrong with how a command takes its input, None where nothing is."""
    before = hash_tree(dist)
    with time_limit():
        code, said = run_command(*arguments)
    if code not in (0, 1, 2):
        return f"exit code {code}"
    if "Traceback" in said:
        return "a traceback"
    if code and not said.strip():
        return "fails without a word"
    if code and hash_tree(dist) != before:
        return "dist changed"
    return "staging is left behind" if staging_folder(dist).exists() else None


def try_input(target: str, seed: int, run: Callable[[], str | None]) -> Finding | None:
    """Return what is found with one input: what a run says of itself, or what it raises."""
    try:
        told = run()
    except Exception as fault:  # whatever it is, it is a finding
        last = fault.__traceback__
        while last is not None and last.tb_next is not None:
            last = last.tb_next
        place = f"{Path(last.tb_frame.f_code.co_filename).name}:{last.tb_lineno}" if last is not None else ""
        told = f"{type(fault).__name__} at {place}: {str(fault)[:200]}"
    return None if told is None else Finding(target=target, seed=seed, told=told)
