"""The raw texts of a folder: read as bytes, checked, turned into articles sorted by their names."""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from security_meetings.documents import Article
from security_meetings.problems import Problem, has_errors, nearest_value
from security_meetings.read.encodings import decode_bytes
from security_meetings.read.files import NoPlainFileError, TooLargeError, leads_outside, read_plain_file
from security_meetings.read.normalise import normalise_text
from security_meetings.read.sources import FILE_NAME, SourceTable, read_sources

TEXTS_FOLDER = "articles"
_SUFFIX = ".txt"
_NOT_TEXTS = ("README.md",)
# Some 600,000 words: what is larger holds many articles, or none.
LARGEST_TEXT = 4_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """The articles of a raw folder, sorted by id, and everything that is wrong with the folder."""

    articles: tuple[Article, ...] = ()
    problems: tuple[Problem, ...] = ()


def read_raw_folder(raw: Path, skip_bad: bool = False) -> Reading:
    """Return the articles of a raw folder; with `skip_bad` a bad text is a warning and left out."""
    folder = raw / TEXTS_FOLDER
    if not folder.is_dir():
        return Reading(problems=(_missing_folder(raw, folder),))
    if leads_outside(folder, raw):
        return Reading(problems=(_outside_link(f"{TEXTS_FOLDER}/", "a folder of its own"),))
    try:
        paths, problems = _list_texts(folder)
    except OSError as error:
        return Reading(problems=(_unreadable(f"{TEXTS_FOLDER}/", error),))
    articles: dict[str, Article] = {}
    names: dict[str, str] = {}
    for path in paths:
        article, faults = _read_text(path, raw)
        article_id = unicodedata.normalize("NFC", path.stem)
        if article_id in names:
            faults = (_same_name(path, names[article_id]),)
        elif article is not None:
            articles[article_id] = article
        names.setdefault(article_id, path.name)
        problems.extend(_soften(faults) if skip_bad else faults)
    if not articles and not has_errors(problems):
        problems.append(_no_texts())
    table = read_sources(raw / FILE_NAME, names, raw)
    marked, twins = mark_duplicates(articles[article_id] for article_id in sorted(articles))
    known, unknown = _join_sources(marked, table)
    return Reading(articles=known, problems=(*problems, *table.problems, *twins, *unknown))


def _missing_folder(raw: Path, folder: Path) -> Problem:
    if not raw.exists():
        siblings = [path.name for path in raw.parent.iterdir() if path.is_dir()] if raw.parent.is_dir() else []
        nearest = nearest_value(raw.name, siblings)
        expected = f'"{nearest}"' if nearest else "a folder with articles/*.txt"
        return _error("no-folder", raw.name, "there is no such folder", expected, "name the raw folder with --raw")
    told = f"there is no folder {TEXTS_FOLDER}/ in it"
    return _error("no-folder", raw.name, told, "a folder with articles/*.txt", f"put the texts into {TEXTS_FOLDER}/")


def _error(rule: str, where: str, what: str, expected: str, todo: str) -> Problem:
    return Problem(severity="error", rule_id=f"read.{rule}", where=where, what=what, expected=expected, todo=todo)


def _outside_link(where: str, expected: str) -> Problem:
    told = "is a link that leads out of the raw folder"
    return _error("outside-link", where, told, expected, f"copy what it leads to into {TEXTS_FOLDER}/")


def _unreadable(where: str, error: OSError) -> Problem:
    if isinstance(error, FileNotFoundError):
        told, todo = "is gone since the folder was listed", "build again when nothing changes the folder any more"
    else:
        told, todo = f"cannot be read ({error.strerror})", "give this user the right to read it"
    return _error("unreadable", where, told, "a readable file", todo)


def _no_texts() -> Problem:
    where = f"{TEXTS_FOLDER}/"
    return _error("no-texts", where, "there is no text to read", "files that end in .txt", "put the texts into it")


def _list_texts(folder: Path) -> tuple[list[Path], list[Problem]]:
    """Return the text files by name, and a notice for every other entry but hidden ones and the README."""
    paths, problems = [], []
    for path in sorted(folder.iterdir(), key=lambda path: path.name):
        if path.suffix == _SUFFIX and not path.name.startswith("."):
            paths.append(path)
        elif not path.name.startswith(".") and path.name not in _NOT_TEXTS:
            problems.append(
                Problem(
                    severity="notice",
                    rule_id="read.not-a-text",
                    where=_where(path),
                    what="is not read",
                    expected="files that end in .txt, in no folder of their own",
                    todo="rename it or take it out",
                )
            )
    return paths, problems


def _where(path: Path) -> str:
    """Return how reports name a file: printable, and the same wherever the raw folder stands."""
    printable = "".join(character if character.isprintable() else "\ufffd" for character in path.name)
    return f"{TEXTS_FOLDER}/{printable}"


def _read_text(path: Path, raw: Path) -> tuple[Article | None, tuple[Problem, ...]]:
    where = _where(path)
    article_id = unicodedata.normalize("NFC", path.stem)
    if not article_id.isprintable() or article_id != article_id.strip() or ";" in article_id:
        told = "the name holds a character that no table can carry"
        return None, (_error("bad-name", where, told, "letters, digits, - and _", "rename the file"),)
    content = _read_content(path, raw)
    if isinstance(content, Problem):
        return None, (content,)
    raw_text, faults = decode_bytes(content, where, rule_prefix="read")
    if raw_text is None:
        return None, faults
    reading = normalise_text(raw_text)
    if not reading.text.strip():
        return None, (_error("empty-text", where, "the text is empty", "words", "fill the file or take it out"),)
    article = Article(
        article_id=article_id,
        raw_text=raw_text,
        text=reading.text,
        text_sha256=hashlib.sha256(content).hexdigest(),
        raw_starts=reading.starts,
        raw_ends=reading.ends,
    )
    return article, ()


def _read_content(path: Path, raw: Path) -> bytes | Problem:
    where = _where(path)
    if leads_outside(path, raw):
        return _outside_link(where, "a file of its own")
    try:
        return read_plain_file(path, LARGEST_TEXT)
    except NoPlainFileError:
        return _error("not-a-file", where, "is not a file", "a plain text file", "take it out")
    except TooLargeError as large:
        told, most = f"has {large.size:,} bytes", f"at most {LARGEST_TEXT:,}, one article a file"
        return _error("too-large", where, told, most, "part it into its articles, or leave it out with --skip-bad")
    except OSError as error:
        if path.is_symlink():
            return _error("not-a-file", where, "is a link that leads nowhere", "a plain text file", "take it out")
        return _unreadable(where, error)


def _same_name(path: Path, first: str) -> Problem:
    told = f'the name is that of "{first}" in other Unicode characters'
    return _error("same-name", _where(path), told, "a name of its own", "rename one of the two")


def _soften(problems: Iterable[Problem]) -> list[Problem]:
    return [replace(problem, severity="warning", what=f"{problem.what}; left out") for problem in problems]


def mark_duplicates(articles: Iterable[Article]) -> tuple[tuple[Article, ...], tuple[Problem, ...]]:
    """Return the articles, one with the words of an earlier one marked as its duplicate, and a warning for each."""
    first: dict[bytes, str] = {}
    marked: list[Article] = []
    problems: list[Problem] = []
    for article in articles:
        words = hashlib.sha256(" ".join(article.text.split()).encode("utf-8")).digest()
        original = first.setdefault(words, article.article_id)
        if original == article.article_id:
            marked.append(article)
            continue
        marked.append(replace(article, duplicate_of=original))
        problems.append(
            Problem(
                severity="warning",
                rule_id="read.duplicate-text",
                where=f"{TEXTS_FOLDER}/{article.article_id}{_SUFFIX}",
                what=f'is the text of "{original}" again',
                expected="each text once",
                todo="take one of the two out, or leave it: it is not coded twice",
            )
        )
    return tuple(marked), tuple(problems)


def _join_sources(articles: Iterable[Article], table: SourceTable) -> tuple[tuple[Article, ...], list[Problem]]:
    known, problems = [], []
    for article in articles:
        source = table.sources.get(article.article_id)
        known.append(article if source is None else replace(article, source=source))
        if source is None and table.is_present and not table.problems:
            problems.append(
                Problem(
                    severity="notice",
                    rule_id="sources.no-row",
                    where=f"{TEXTS_FOLDER}/{article.article_id}{_SUFFIX}",
                    what=f"{FILE_NAME} has no row for it",
                    expected="outlet, address and publication day where they are known",
                    todo=f"add a row to {FILE_NAME}",
                )
            )
    return tuple(known), problems
