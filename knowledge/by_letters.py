"""Makes the finders by letters: ready at once, and nothing that takes long to load stands behind them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping

from knowledge.entry import LANGUAGES, Entry, passages
from knowledge.lexical import LexicalFinder
from knowledge.library import Library
from knowledge.municipalities import load_municipalities
from knowledge.place_names import load_place_names
from knowledge.whereabouts import Gazetteer

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_ADDRESS = re.compile(r"\S+\.no\b\S*")
"""Names stand in it without the letters that an address lacks: no words."""


def gazetteer_of(library: Library) -> Gazetteer:
    ordinary = frozenset(_ordinary_words(library.entries))
    return Gazetteer(load_place_names(), library.communities, load_municipalities(), ordinary)


def lexical_finder(library: Library) -> LexicalFinder:
    return lexical_maker(library)(library.entries)


def lexical_maker(library: Library) -> Callable[[Mapping[str, Entry]], LexicalFinder]:
    """Makes finders of other entries about the same places."""
    gazetteer = gazetteer_of(library)
    return lambda entries: LexicalFinder(entries, gazetteer)


def _ordinary_words(entries: Mapping[str, Entry]) -> Iterator[str]:
    """Of the answers all, names too: what they tell of is nowhere else. Of the phrasings only what two entries have in
    small letters, since they hold slips of the finger on purpose."""
    entries_with: Counter[str] = Counter()
    for entry in entries.values():
        said = " ".join(
            text
            for language in LANGUAGES
            for text in (entry.question.in_language(language), *passages(entry, language))
        )
        yield from (word.casefold() for word in _WORD.findall(_ADDRESS.sub(" ", said)))
        asked = " ".join(text for language in LANGUAGES for text in entry.phrasings.in_language(language))
        entries_with.update({word for word in _WORD.findall(asked) if word.islower()})
    yield from (word for word, count in entries_with.items() if count > 1)
