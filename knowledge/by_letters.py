"""Makes the finders by letters: ready at once, and nothing that takes long to load stands behind them."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from knowledge.entry import Entry
from knowledge.lexical import LexicalFinder
from knowledge.library import Library
from knowledge.municipalities import load_municipalities
from knowledge.whereabouts import Gazetteer, load_place_names


def gazetteer_of(library: Library) -> Gazetteer:
    return Gazetteer(load_place_names(), library.communities, load_municipalities())


def lexical_finder(library: Library) -> LexicalFinder:
    return lexical_maker(library)(library.entries)


def lexical_maker(library: Library) -> Callable[[Mapping[str, Entry]], LexicalFinder]:
    """Makes finders of other entries about the same places."""
    gazetteer = gazetteer_of(library)
    return lambda entries: LexicalFinder(entries, gazetteer)
