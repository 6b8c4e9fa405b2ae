"""Faults of the codebook: keys that lack, words that two codes claim or a list holds twice, lists out of order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any

from security_meetings.problems import Problem, Severity, nearest_value
from security_meetings.shapes import find_missing_keys, find_wrong_shapes
from security_meetings.vocabularies import Vocabulary
from security_meetings.vocabulary_faults import fault, show
from security_meetings.vocabulary_links import find_wrong_languages, find_wrong_links
from security_meetings.vocabulary_rules import CODEBOOKS, CodebookRule
from security_meetings.vocabulary_shapes import CODEBOOK_SHAPES, TAXONOMY


def check_codebooks(vocabulary: Vocabulary) -> list[Problem]:
    """Return the faults of all codebook files; a taxonomy that lacks is one of them."""
    problems: list[Problem] = []
    for name in sorted({*CODEBOOKS, *vocabulary.codebooks}):
        problems += check_codebook(name, vocabulary)
    return problems


def check_codebook(name: str, vocabulary: Vocabulary) -> list[Problem]:
    """Return the faults of one codebook file; of a file without a rule, only words that stand twice in a list."""
    place = f"codebook/{name}.toml"
    book = vocabulary.codebooks.get(name)
    if book is None:
        return [fault("missing-file", place, "the file is missing", "a file with this name", f"add {place}")]
    rule = CODEBOOKS.get(name)
    wrong = list(_find_wrong_kinds(place, book, CODEBOOK_SHAPES.get(name)))
    if wrong:
        return wrong
    linked = list(find_wrong_links(name, vocabulary))
    if name == "languages":
        linked += find_wrong_languages(place, book)
    if rule is None:
        return [*linked, *_find_repeated_words(place, book)]
    if not book:
        return [fault("empty-file", place, "has no blocks", "a block a code", f"fill {place}")]
    lines = _block_lines(vocabulary, name)
    places = {code: f"{place}, line {lines[code]}" if code in lines else f"{place}, [{code}]" for code in book}
    problems: list[Problem] = []
    for code, block in book.items():
        if isinstance(block, dict):
            problems += _find_block_faults(places[code], block, rule)
        else:
            problems.append(
                fault("not-a-block", places[code], f'"{code}" is a value', "a block a code", f"mend {place}")
            )
    blocks = {code: block for code, block in book.items() if isinstance(block, dict)}
    problems += _find_claimed_words(places, blocks, rule)
    if rule.has_parents:
        problems += _find_dangling_parents(places, blocks)
    return [*problems, *linked]


def _find_wrong_kinds(place: str, book: Mapping[str, Any], shape: Mapping[str, Any] | None) -> Iterator[Problem]:
    """Yield each value of another kind than the coder reads there, and each table that it needs and does not find."""
    blocks = {code: block for code, block in book.items() if isinstance(block, dict)}
    found = find_wrong_shapes(blocks, TAXONOMY) if shape is None else find_wrong_shapes(book, shape)
    for one in found:
        yield fault(
            "wrong-kind", place, f'"{one.value}" in {one.place} is of the wrong kind', one.expected, f"mend {place}"
        )
    for inner, key, table in find_missing_keys(book, shape):
        near = nearest_value(key, map(str, table))
        what = (
            f'the key "{key}" is missing' + (f" in {inner}" if inner else "") + (f', there is "{near}"' if near else "")
        )
        yield fault("missing-key", place, what, f'"{key}"', f"add it to {place}")


def _block_lines(vocabulary: Vocabulary, name: str) -> dict[str, int]:
    """Return the line on which each block begins, as far as the file can be looked at."""
    path = vocabulary.folder / "codebook" / f"{name}.toml"
    if not path.is_file():
        return {}
    lines = path.read_text(encoding="utf-8").splitlines()
    return {line.strip()[1:-1]: number for number, line in enumerate(lines, start=1) if line.startswith("[")}


def _find_block_faults(where: str, block: Mapping[str, Any], rule: CodebookRule) -> Iterator[Problem]:
    for key in rule.keys:
        if key not in block:
            near = nearest_value(key, set(block) - set(rule.keys))
            what = f'the key "{key}" is missing' + (f', there is "{near}"' if near else "")
            yield fault("missing-key", where, what, f'"{key}" in the block', "add it to the block")
    for key in ("name", "definition"):
        if key in block and not (isinstance(block[key], str) and block[key].strip()):
            yield fault("empty-cell", where, f'"{key}" is empty', "a text", "fill it")
    for key in {*rule.claimed, *rule.ordered, "examples", "other_names"} & set(block):
        if not _is_list_of_words(block[key]):
            yield fault("not-a-list", where, f'"{key}" is no list of texts', '["...", "..."]', "make it a list")
    for key in rule.ordered:
        words = block.get(key, [])
        if _is_list_of_words(words):
            yield from _find_disorder(where, key, words)


def _is_list_of_words(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(word, str) and word.strip() == word != "" for word in value)


def _find_disorder(where: str, key: str, words: Sequence[str]) -> Iterator[Problem]:
    for before, here in pairwise(words):
        if here < before:
            what = f'in "{key}", {show(here)} stands after {show(before)}'
            yield fault("out-of-order", where, what, "words in alphabetical order", f'sort "{key}"')


def _find_claimed_words(
    places: Mapping[str, str], blocks: Mapping[str, Mapping[str, Any]], rule: CodebookRule
) -> Iterator[Problem]:
    """Yield each cue that one code lists twice or that a second code claims; where cues may be shared, as a notice."""
    owners: dict[str, str] = {}
    for code, block in blocks.items():
        for key in rule.claimed:
            words = block.get(key, [])
            for word in words if _is_list_of_words(words) else []:
                owner = owners.get(word.casefold())
                owners.setdefault(word.casefold(), code)
                if owner is None:
                    continue
                severity: Severity = "notice" if rule.may_share and owner != code else "error"
                what = f'{show(word)} in "{key}" is claimed by "{owner}" already'
                todo = "drop it from one of the lists"
                yield fault("cue-claimed-twice", places[code], what, "one code a cue", todo, severity=severity)


def _find_dangling_parents(places: Mapping[str, str], blocks: Mapping[str, Mapping[str, Any]]) -> Iterator[Problem]:
    for code, block in blocks.items():
        parent = block.get("parent", "")
        if parent and (parent not in blocks or parent == code):
            near = nearest_value(str(parent), set(blocks) - {code})
            yield fault(
                "dangling-code",
                places[code],
                f'the parent "{parent}" is no other code of the file',
                show(near) if near else "a code of the file",
                "mend the parent or add its block",
            )


def _find_repeated_words(place: str, value: object, path: str = "") -> Iterator[Problem]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _find_repeated_words(place, inner, f"{path}.{key}" if path else str(key))
    elif isinstance(value, list):
        seen: set[str] = set()
        for word in value:
            if isinstance(word, str) and word in seen:
                what = f'{show(word)} stands twice in "{path}"'
                yield fault("word-twice", place, what, "each word once", "drop one of them", severity="warning")
            elif isinstance(word, str):
                seen.add(word)
            else:
                yield from _find_repeated_words(place, word, path)
