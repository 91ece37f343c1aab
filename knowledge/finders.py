"""Makes the finders of a library: the one by letters at once, the learned one when it has been learnt."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from knowledge.embedding import embedder_here
from knowledge.entry import Entry
from knowledge.learned import LearnedFinder
from knowledge.learning import default_folder, learnt, wordings
from knowledge.lexical import LexicalFinder
from knowledge.library import Library
from knowledge.municipalities import load_municipalities
from knowledge.strangers import load_strangers
from knowledge.whereabouts import Gazetteer, load_place_names


def gazetteer_of(library: Library) -> Gazetteer:
    return Gazetteer(load_place_names(), library.communities, load_municipalities())


def learned_finder(
    library: Library, folder: Path | None = None, progress: Callable[[str], None] = lambda _: None
) -> LearnedFinder:
    """Reads what was learnt, or learns it now, which takes minutes. Raises ValueError for too large a library."""
    gazetteer, embedder = gazetteer_of(library), embedder_here()
    texts = wordings(library, load_strangers(), gazetteer)
    return LearnedFinder(
        library, gazetteer, learnt(texts, embedder, folder or default_folder(), progress), embedder
    )


def lexical_finder(library: Library) -> LexicalFinder:
    return lexical_maker(library)(library.entries)


def lexical_maker(library: Library) -> Callable[[Mapping[str, Entry]], LexicalFinder]:
    """Makes finders of other entries about the same places."""
    gazetteer = gazetteer_of(library)
    return lambda entries: LexicalFinder(entries, gazetteer)
