"""The language of a text, by its script and its small words."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache

from security_meetings.vocabularies import Vocabulary, load_vocabulary

SAMPLE = 6000
WORD = re.compile(r"[^\W\d_]+(?:['’ʻ‘`][^\W\d_]+)*")
APOSTROPHES = str.maketrans({"’": "'", "ʻ": "'", "‘": "'", "`": "'", "ʼ": "'"})
LETTER_SHARE = 0.004
WORD_SHARE = 0.06
WORDS_MET = 3
DOMINANCE = 1.3


@dataclass(frozen=True, slots=True, kw_only=True)
class _Language:
    code: str
    words: frozenset[str]
    letters: frozenset[str]


@dataclass(frozen=True, slots=True, eq=False)
class _Scripts:
    letters: dict[str, re.Pattern[str]]
    defaults: dict[str, str]
    languages: dict[str, tuple[_Language, ...]]


@cache
def compile_scripts(vocabulary: Vocabulary) -> _Scripts:
    """Return the scripts and languages of codebook/languages.toml."""
    book = vocabulary.codebook("languages")
    languages: dict[str, list[_Language]] = {script: [] for script in book["scripts"]}
    for code, told in book["languages"].items():
        language = _Language(
            code=told.get("code", code), words=frozenset(told["words"]), letters=frozenset(told.get("letters", ""))
        )
        languages[told["script"]].append(language)
    classes = {
        script: "".join(f"{chr(low)}-{chr(high)}" for low, high in told["ranges"])
        for script, told in book["scripts"].items()
    }
    return _Scripts(
        letters={script: re.compile(f"[{letters}]") for script, letters in classes.items()},
        defaults={script: told["default"] for script, told in book["scripts"].items()},
        languages={script: tuple(found) for script, found in languages.items()},
    )


def detect_language(text: str, vocabulary: Vocabulary | None = None) -> str:
    """Return the ISO 639-1 code of the language of a text; English where nothing tells another one."""
    scripts = compile_scripts(vocabulary or load_vocabulary())
    sample = text[:SAMPLE]
    counts = {script: len(letters.findall(sample)) for script, letters in scripts.letters.items()}
    if counts["kana"] * 20 > counts["han"] and counts["kana"] + counts["han"] > counts["latin"]:
        counts["kana"] += counts["han"]
    script = max(counts, key=lambda name: counts[name])
    if not counts[script]:
        script = "latin"
    return _tell_apart(sample, counts[script], scripts.languages[script], scripts.defaults[script])


def _tell_apart(sample: str, letter_count: int, languages: tuple[_Language, ...], default: str) -> str:
    """Return the language whose small words and own letters are the most frequent, the default unless one leads."""
    # Small words with a capital are mostly parts of names: De La Rosa.
    words = Counter(WORD.findall(sample.translate(APOSTROPHES)))
    letters = Counter(sample.lower())
    total = max(1, words.total())
    best, best_score, default_score = default, 0.0, 0.0
    for language in languages:
        met = [words[word] for word in language.words if words[word]]
        share = sum(met) / total if len(met) >= WORDS_MET else 0.0
        own = sum(letters[letter] for letter in language.letters) / max(1, letter_count)
        score = share + (4 * own if own >= LETTER_SHARE else 0.0)
        if language.code == default:
            score = sum(met) / total
            default_score = max(default_score, score)
        if score > best_score:
            best, best_score = language.code, score
    return best if best_score >= WORD_SHARE and best_score > DOMINANCE * default_score else default
