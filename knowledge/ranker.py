"""A learned ranking of topics: kernel ridge regression over meaning, letters and words of all known wordings."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray
from scipy.linalg import cho_factor, cho_solve
from scipy.sparse import csr_matrix
from sklearn.feature_extraction.text import TfidfVectorizer
from threadpoolctl import ThreadpoolController

from knowledge.embedding import Embedder, Vectors

Scores = NDArray[np.float32]
MEANING, LETTERS, WORDS = 2.0, 1.0, 1.0
"""How much each of the three says; chosen on the questions that are for choosing."""
RIDGE, RIDGE_AT_SIGHT = 3.0, 2.0
MOST_TEXTS = 12_000
"""The cost of learning grows with the third power: 12,000 texts take a minute and 600 MB."""
FORMAT: Final = 2
_LETTERS: Final = {"analyzer": "char_wb", "ngram_range": (3, 5)}
_WORDS: Final = {"analyzer": "word", "ngram_range": (1, 2), "token_pattern": r"\w+"}


@dataclass(frozen=True, slots=True)
class Wording:
    """A text that is known to be about a topic."""

    text: str
    topic: str


@dataclass(frozen=True, slots=True)
class AtSight:
    """What letters and words alone say of some texts: a row each."""

    likeness: Scores
    """To each wording that was learnt from."""
    scores: Scores
    """Of each topic, by weights that were learnt without the meaning."""


class RankerFileWrong(Exception):
    """What was stored cannot be used: whoever loads it learns anew."""


class Ranker:
    """Scores every topic for a text: about 1 for what is surely meant, about 0 for what is not."""

    def __init__(
        self,
        topics: Sequence[str],
        weights: NDArray[np.float32],
        weights_at_sight: NDArray[np.float32],
        vectors: Vectors,
        centre: Vectors,
        letters: TfidfVectorizer,
        letters_of: csr_matrix,
        words: TfidfVectorizer,
        words_of: csr_matrix,
    ) -> None:
        self.topics = tuple(topics)
        self._weights, self._weights_at_sight = weights, weights_at_sight
        self._vectors = vectors
        self._centre = centre
        self._letters, self._letters_of = letters, letters_of
        self._words, self._words_of = words, words_of
        self._threads = ThreadpoolController()
        # Turned once: at each question it would be most of the work.
        self._letters_by_term, self._words_by_term = letters_of.T.tocsr(), words_of.T.tocsr()

    def at_sight(self, texts: Sequence[str]) -> AtSight:
        """A tenth of the work, since no vectors are needed."""
        with self._few_rows():
            likeness = _likeness(
                (self._letters.transform(texts), self._letters_by_term),
                (self._words.transform(texts), self._words_by_term),
            )
            return AtSight(likeness, likeness @ self._weights_at_sight)

    def score(self, seen: AtSight, vectors: Vectors) -> Scores:
        """One row a text, one column a topic. `vectors` are the texts' own; without columns where none can be had."""
        with self._few_rows():
            kernel = _meaning(_centred(vectors, self._centre), self._vectors)
            kernel += seen.likeness
            scores: Scores = kernel @ self._weights
        return scores

    @contextmanager
    def _few_rows(self) -> Iterator[None]:
        """Threads that wait for each other cost more than they save."""
        with self._threads.limit(limits=1, user_api="blas"):
            yield

    def save(self, file: Path) -> None:
        """Arrays and plain text only: nothing in the file can be run."""
        header = {"format": FORMAT, "topics": self.topics}
        arrays: dict[str, Any] = {
            "header": _bytes(json.dumps(header)),
            "weights": self._weights,
            "weights_at_sight": self._weights_at_sight,
            "vectors": self._vectors.astype(np.float16),
            "centre": self._centre,
        }
        for name, vectoriser, matrix in (
            ("letters", self._letters, self._letters_of),
            ("words", self._words, self._words_of),
        ):
            terms = sorted(vectoriser.vocabulary_, key=vectoriser.vocabulary_.__getitem__)
            arrays |= {
                f"{name}_terms": _bytes("\n".join(terms)),
                f"{name}_idf": vectoriser.idf_,
                f"{name}_data": matrix.data.astype(np.float32),
                f"{name}_indices": matrix.indices,
                f"{name}_indptr": matrix.indptr,
            }
        np.savez(file, **arrays)

    @classmethod
    def load(cls, file: Path) -> Ranker:
        """Raises RankerFileWrong for anything that `save` has not written."""
        try:
            with file.open("rb") as raw, np.load(raw, allow_pickle=False) as stored:
                return cls._from(stored)
        except RankerFileWrong:
            raise
        except Exception as error:  # a damaged archive fails in as many ways as there are bytes
            raise RankerFileWrong(type(error).__name__) from None

    @classmethod
    def _from(cls, stored: Any) -> Ranker:
        header = json.loads(_text(stored["header"]))
        if header.get("format") != FORMAT:
            raise RankerFileWrong("format")
        weights, at_sight = stored["weights"], stored["weights_at_sight"]
        vectors = stored["vectors"].astype(np.float32)
        read = {}
        for name, kind in (("letters", _LETTERS), ("words", _WORDS)):
            vectoriser = _vectoriser(kind, _text(stored[f"{name}_terms"]).split("\n"))
            vectoriser.idf_ = stored[f"{name}_idf"]
            parts = (stored[f"{name}_data"], stored[f"{name}_indices"], stored[f"{name}_indptr"])
            matrix = csr_matrix(parts, shape=(len(weights), len(vectoriser.vocabulary)))
            matrix.check_format()
            read[name] = (vectoriser, matrix)
        for each in (weights, at_sight):
            if each.shape != (len(vectors), len(header["topics"])) or not np.isfinite(each).all():
                raise RankerFileWrong("shape")
        return cls(
            header["topics"], weights, at_sight, vectors, stored["centre"], *read["letters"], *read["words"]
        )


def learn(
    wordings: Sequence[Wording], vectors: Vectors, progress: Callable[[str], None] = lambda _: None
) -> Ranker:
    """`vectors` has a row for each wording. ValueError for more wordings than can be learnt from."""
    if len(wordings) > MOST_TEXTS:
        raise ValueError(f"{len(wordings)} texts are more than {MOST_TEXTS}")
    texts = [wording.text for wording in wordings]
    topics = list(dict.fromkeys(wording.topic for wording in wordings))
    centre = vectors.mean(axis=0) if vectors.shape[1] else vectors[:0].sum(axis=0)
    centred = _centred(vectors, centre)
    letters, words = _vectoriser(_LETTERS), _vectoriser(_WORDS)
    letters_of, words_of = letters.fit_transform(texts), words.fit_transform(texts)
    progress("solving")
    place = {topic: column for column, topic in enumerate(topics)}
    wanted = np.zeros((len(texts), len(topics)), dtype=np.float32)
    wanted[np.arange(len(texts)), [place[wording.topic] for wording in wordings]] = 1
    wanted -= wanted.mean(axis=0)
    likeness = _likeness((letters_of, letters_of.T), (words_of, words_of.T))
    at_sight = _solved(likeness, RIDGE_AT_SIGHT, wanted)
    likeness += _meaning(centred, centred)
    weights = _solved(likeness, RIDGE, wanted)
    return Ranker(topics, weights, at_sight, centred, centre, letters, letters_of, words, words_of)


def _solved(kernel: Scores, ridge: float, wanted: Scores) -> Scores:
    """Weights with which the kernel gives what is wanted, as nearly as the ridge lets it."""
    ridged = kernel.copy()
    ridged[np.diag_indices_from(ridged)] += ridge
    # By columns, as LAPACK has it, so that it is solved in place: it is the largest thing there is.
    factor = cho_factor(ridged.T, overwrite_a=True, check_finite=False)
    weights: Scores = cho_solve(factor, wanted, check_finite=False)
    return weights


def embedded(texts: Sequence[str], embedder: Embedder | None) -> Vectors:
    return embedder.embed(texts) if embedder is not None else np.empty((len(texts), 0), dtype=np.float32)


def _vectoriser(kind: dict[str, Any], terms: Sequence[str] | None = None) -> TfidfVectorizer:
    vocabulary = None if terms is None else {term: place for place, term in enumerate(terms)}
    return TfidfVectorizer(sublinear_tf=True, dtype=np.float32, vocabulary=vocabulary, **kind)


def _likeness(letters: tuple[csr_matrix, csr_matrix], words: tuple[csr_matrix, csr_matrix]) -> Scores:
    """How like each text of the first is to each of the second, whose letters and words come by term."""
    likeness: Scores = (letters[0] @ letters[1]).toarray()
    likeness *= LETTERS
    likeness += WORDS * (words[0] @ words[1]).toarray()
    return likeness


def _meaning(first: Vectors, second: Vectors) -> Scores:
    meaning: Scores = first @ second.T
    meaning *= MEANING
    return meaning


def _centred(vectors: Vectors, centre: Vectors) -> Vectors:
    """All sentences of such a model lie close to each other: only what tells them apart is kept."""
    moved = vectors - centre
    lengths = np.linalg.norm(moved, axis=1, keepdims=True)
    centred: Vectors = (moved / np.maximum(lengths, 1e-6)).astype(np.float32)
    return centred


def _bytes(text: str) -> NDArray[np.uint8]:
    return np.frombuffer(text.encode(), dtype=np.uint8)


def _text(array: NDArray[np.uint8]) -> str:
    return array.tobytes().decode()
