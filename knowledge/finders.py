"""Makes the learned finder of a library. What it learns with takes a second to load: a serving process does not."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from knowledge.by_letters import gazetteer_of
from knowledge.embedding import embedder_here
from knowledge.learned import LearnedFinder
from knowledge.learning import default_folder, learnt, wordings
from knowledge.library import Library
from knowledge.strangers import load_strangers


def learned_finder(
    library: Library, folder: Path | None = None, progress: Callable[[str], None] = lambda _: None
) -> LearnedFinder:
    """Reads what was learnt, or learns it now, which takes minutes. Raises ValueError for too large a library."""
    gazetteer, embedder = gazetteer_of(library), embedder_here()
    texts = wordings(library, load_strangers(), gazetteer)
    return LearnedFinder(
        library, gazetteer, learnt(texts, embedder, folder or default_folder(), progress), embedder
    )
