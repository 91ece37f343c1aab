"""Finders for tests: one that knows just what it is told, and the packaged library, read once."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache

from bot.answering import Answering
from dialogs.findings import Finding, Near, NotKnown
from knowledge.finding import Asked, Finder, ref, shown
from knowledge.library import Library, load_library


@lru_cache(maxsize=1)
def the_library() -> Library:
    return load_library()


@dataclass
class KnowsWhatItIsTold:
    """Finds by the words themselves, in small letters; of everything else it knows nothing."""

    library: Library = field(default_factory=the_library)
    entries: dict[tuple[str, str | None], tuple[str, ...]] = field(default_factory=dict)
    asked: list[Asked] = field(default_factory=list)
    breaks: bool = False

    def knows(self, text: str, *entries: str, community: str | None = None) -> None:
        """One entry is shown, several are offered. With a community, only for who belongs there."""
        self.entries[text.casefold(), community] = entries

    def find(self, asked: Asked) -> Finding:
        self.asked.append(asked)
        if self.breaks:
            raise KeyError(asked.text)
        known = self.entries.get((asked.text.casefold(), asked.community))
        if known is None:
            known = self.entries.get((asked.text.casefold(), None), ())
        match known:
            case ():
                return NotKnown()
            case (one,):
                return shown(self.library.entries[one])
            case several:
                return Near(tuple(ref(self.library.entries[one]) for one in several))


class AtOnce:
    """Finds without a thread: a test's finder takes no time."""

    def __init__(self, finder: Finder) -> None:
        self._finder = finder

    async def find(self, asked: Asked) -> Finding:
        return self._finder.find(asked)

    async def ready(self) -> None:
        return None

    async def close(self) -> None:
        return None


def answering(finder: Finder, library: Library | None = None) -> Answering:
    return Answering(lambda: library or the_library(), lambda _: AtOnce(finder))
