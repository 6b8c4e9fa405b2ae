"""The regular expressions of the package and its vocabularies: which there are, and whether one can blow up.

Run as a script, it measures them on texts made to be hard for them; `make bench` does so. `find_ambiguities` looks at
the form of a pattern alone, and is what the tests use.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import time
import warnings
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from re import _constants, _parser  # type: ignore[attr-defined]
from typing import Any

TESTS = Path(__file__).parent
PACKAGE = "security_meetings"
TEXTS = 12
MANY = 50
SEARCHES = frozenset(("search", "finditer", "findall", "split", "sub", "subn"))
SAMPLE = frozenset("azAZ19_ \t\n\r-–—.,;:!?…“”\"'’‘«»()[]{}/\\|&@#%+*=<>·•éßʻʼمж")
REPEATS = (_constants.MAX_REPEAT, _constants.MIN_REPEAT, _constants.POSSESSIVE_REPEAT)
SINGLE = (_constants.IN, _constants.LITERAL, _constants.NOT_LITERAL, _constants.ANY)
LOOKS = (_constants.ASSERT, _constants.ASSERT_NOT, _constants.AT)


@dataclass(frozen=True, slots=True, kw_only=True)
class UsedPattern:
    """A pattern, where it is compiled, and the methods by which it is used; none where that was not seen."""

    text: str
    flags: int
    place: str
    methods: tuple[str, ...]


def collect_patterns() -> list[UsedPattern]:
    """Return the patterns that are compiled when all modules are loaded and some texts coded, in a process of its own."""
    command = [sys.executable, str(Path(__file__)), "--collect"]
    done = subprocess.run(command, capture_output=True, text=True, check=True, encoding="utf-8")
    return [UsedPattern(**{**entry, "methods": tuple(entry["methods"])}) for entry in json.loads(done.stdout)]


class Recorder:
    """Stands for a compiled pattern and remembers by which methods it is used."""

    def __init__(self, pattern: re.Pattern[str], used: set[str]) -> None:
        self._pattern, self._used = pattern, used

    def __getattr__(self, name: str) -> Any:
        if name in SEARCHES | {"match", "fullmatch"}:
            self._used.add(name)
        return getattr(self._pattern, name)


def record_patterns() -> list[dict[str, Any]]:
    """Return the patterns as plain values; works only where nothing of the package was imported before."""
    compile_plainly = re._compile  # type: ignore[attr-defined]
    found: dict[tuple[str, int], tuple[str, set[str]]] = {}

    def compile_recorded(pattern: Any, flags: Any) -> Any:
        compiled = compile_plainly(pattern, flags)
        frame = sys._getframe(2)
        if f"/{PACKAGE}/" not in frame.f_code.co_filename or not isinstance(compiled.pattern, str):
            return compiled
        place = f"{frame.f_code.co_filename.split(f'/{PACKAGE}/')[1]}:{frame.f_lineno}"
        _, used = found.setdefault((compiled.pattern, compiled.flags), (place, set()))
        return Recorder(compiled, used)

    re._compile = compile_recorded  # type: ignore[attr-defined]
    code_texts()
    re._compile = compile_plainly  # type: ignore[attr-defined]
    return [
        {"text": text, "flags": flags, "place": place, "methods": sorted(used)}
        for (text, flags), (place, used) in sorted(found.items(), key=lambda entry: (entry[1][0], entry[0]))
    ]


def code_texts() -> None:
    """Load every module of the package and code some texts."""
    warnings.filterwarnings("ignore", message=r".*W095.*")
    for module in walk_packages(import_module(PACKAGE).__path__, f"{PACKAGE}."):
        if not module.name.endswith("__main__"):
            import_module(module.name)
    annotate, extract = import_module(f"{PACKAGE}.annotate"), import_module(f"{PACKAGE}.extract")
    vocabulary = import_module(f"{PACKAGE}.vocabularies").load_vocabulary()
    article = import_module(f"{PACKAGE}.documents").Article
    for path in sorted((TESTS / "gold" / "texts").glob("*.txt"))[:TEXTS]:
        text = path.read_text(encoding="utf-8")
        told = article(article_id=path.stem, raw_text=text, text=text, text_sha256="")
        extract.extract_document(annotate.annotate_article(told, vocabulary), vocabulary)


def find_ambiguities(pattern: UsedPattern) -> list[str]:
    """Return what in a pattern makes its time grow faster than the text: two ways to share one stretch between repeats."""
    tree = _parser.parse(pattern.text, pattern.flags)
    found = [told for items in _walk(tree) for told in _find_in_sequence(items)]
    if SEARCHES & set(pattern.methods):
        found += _find_at_start(list(tree))
    return sorted(set(found))


def _walk(items: Any) -> Iterator[list[Any]]:
    """Yield every sequence of a parsed pattern, the outermost first."""
    items = _flatten(items)
    yield items
    for op, value in items:
        for inner in _inner(op, value):
            yield from _walk(inner)


def _flatten(items: Any) -> list[Any]:
    """Return a sequence with its groups dissolved: they change nothing in how it is matched."""
    flat: list[Any] = []
    for op, value in items:
        flat += _flatten(value[3]) if op is _constants.SUBPATTERN else [(op, value)]
    return flat


def _inner(op: Any, value: Any) -> Sequence[Any]:
    if op in REPEATS:
        return (value[2],)
    if op is _constants.ATOMIC_GROUP:
        return (value,)
    if op is _constants.BRANCH:
        return tuple(value[1])
    return (value[1],) if op in (_constants.ASSERT, _constants.ASSERT_NOT) else ()


def _repeated(item: Any) -> frozenset[str]:
    """Return the sample characters that an item repeats without a bound and can give back; none for other items."""
    op, value = item
    if op not in (_constants.MAX_REPEAT, _constants.MIN_REPEAT) or value[1] < MANY or len(value[2]) != 1:
        return frozenset()
    inner = value[2][0]
    return frozenset(char for char in SAMPLE if inner[0] in SINGLE and _takes(inner, char))


def _takes(item: Any, char: str) -> bool:
    op, value = item
    if op is _constants.ANY:
        return char != "\n"
    if op in (_constants.LITERAL, _constants.NOT_LITERAL):
        return (ord(char) == value) is (op is _constants.LITERAL)
    negated = bool(value) and value[0][0] is _constants.NEGATE
    return any(_is_in(entry, char) for entry in value) is not negated


def _is_in(entry: Any, char: str) -> bool:
    op, value = entry
    if op is _constants.LITERAL:
        return ord(char) == value
    if op is _constants.RANGE:
        return bool(value[0] <= ord(char) <= value[1])
    if op is not _constants.CATEGORY:
        return False
    kind = str(value).removeprefix("CATEGORY_")
    plain = {"DIGIT": char.isdigit(), "SPACE": char.isspace(), "WORD": char.isalnum() or char == "_"}
    return plain[kind.removeprefix("NOT_")] is not kind.startswith("NOT_")


def _is_nullable(item: Any) -> bool:
    op, value = item
    if op in REPEATS:
        return value[0] == 0 or all(map(_is_nullable, value[2]))
    if op is _constants.BRANCH:
        return any(all(map(_is_nullable, branch)) for branch in value[1])
    inner = _inner(op, value)
    return op in LOOKS or (bool(inner) and all(map(_is_nullable, inner[0])))


def _find_in_sequence(items: list[Any]) -> Iterator[str]:
    """Yield neighbours, with at most what may be missing between them, that can both take the same characters."""
    for at, item in enumerate(items):
        taken = _repeated(item)
        for other in items[at + 1 :] if taken else ():
            if shared := taken & _repeated(other):
                yield f"two repeats beside each other take {sorted(shared)[:3]}"
            if not _is_nullable(other):
                break
        op, value = item
        if op in (_constants.MAX_REPEAT, _constants.MIN_REPEAT) and value[1] >= MANY:
            inner = _flatten(value[2])
            if any(
                _repeated(one) and all(map(_is_nullable, [*inner[:k], *inner[k + 1 :]])) for k, one in enumerate(inner)
            ):
                yield "a repeat of a repeat"


def _find_at_start(items: list[Any]) -> Iterator[str]:
    """Yield a repeat at the start of a search that begins anew at each character that it has passed already."""
    items = _flatten(items)
    if not items:
        return
    op, value = items[0]
    if op is _constants.BRANCH:
        for branch in value[1]:
            yield from _find_at_start([*branch, *items[1:]])
    elif _repeated(items[0]) and not all(map(_is_nullable, items[1:])):
        yield f"a search begins with a repeat of {sorted(_repeated(items[0]))[:3]}"


def make_units(pattern: UsedPattern) -> list[str]:
    """Return short texts that are repeated to make one that is hard for a pattern: its own characters, and usual ones."""
    own = sorted(
        {chr(value) for items in _walk(_parser.parse(pattern.text, pattern.flags)) for value in _literals(items)}
    )
    own = own[:: max(1, len(own) // 12)]
    usual = ["a", "A", " ", "1", '"', "-", ".", "\n", ",", "“", "'", "(", "é", "ʻ"]
    pairs = [one + other for one in "aA1 .-\n" for other in 'aA1 .-\n",' if one != other]
    return list(dict.fromkeys([*own, *usual, *pairs, "A. ", "Aa ", "aa, "]))


def _literals(items: list[Any]) -> Iterator[int]:
    for op, value in items:
        if op is _constants.LITERAL:
            yield value
        elif op is _constants.IN:
            yield from (inner for kind, inner in value if kind is _constants.LITERAL)


def run_once(compiled: re.Pattern[str], methods: Sequence[str], text: str) -> float:
    """Return the seconds that a pattern takes on a text, by the methods that it is used by."""
    begin = time.perf_counter()
    if SEARCHES & set(methods):
        for _ in compiled.finditer(text):
            pass
    for name in {"match", "fullmatch"} & set(methods):
        getattr(compiled, name)(text)
    return time.perf_counter() - begin


def measure_growth(pattern: UsedPattern, size: int = 1000) -> tuple[float, str, float]:
    """Return the largest growth from a text to one of four times its length, the unit, and the seconds of the longer.

    A growth counts only where three tries in a row exceed 8 and some milliseconds: a machine has other work to do.
    """
    compiled, methods = re.compile(pattern.text, pattern.flags), pattern.methods or ("match", "fullmatch")
    worst = (0.0, "", 0.0)
    for unit in make_units(pattern):
        for tail in ("", "\x00", " (", "\n"):
            growths = []
            while len(growths) < 3:
                short = run_once(compiled, methods, unit * (size // len(unit)) + tail)
                long = run_once(compiled, methods, unit * (4 * size // len(unit)) + tail)
                growths.append((long / max(short, 1e-9), long))
                if long < 0.004 or long < 8 * short:
                    break
            else:
                worst = max(worst, (min(growths)[0], unit, min(growths)[1]))
    return worst


def main() -> None:
    """Print the patterns as JSON, or measure them and print those that grow faster than the text."""
    if "--collect" in sys.argv:
        print(json.dumps(record_patterns()))
        return
    patterns, bad = collect_patterns(), 0
    for pattern in patterns:
        growth, unit, seconds = measure_growth(pattern)
        if growth:
            bad += 1
            print(f"  {pattern.place}: {growth:.0f} times as long on four times {unit!r} ({1000 * seconds:.0f} ms)")
    print(f"patterns: {len(patterns)} measured on hard texts, {bad} grow faster than the text")


if __name__ == "__main__":
    main()
