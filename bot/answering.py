"""Asks the knowledge base off the event loop, within a bound of time, and takes a changed base into use."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Protocol

import structlog

from bot.interpret import fold
from bot.logs import told
from dialogs.findings import Finding
from knowledge.by_letters import lexical_finder
from knowledge.entry import LANGUAGES
from knowledge.finding import Asked, Finder
from knowledge.library import EMPTY, Library

log = structlog.get_logger(__name__)

PATIENCE_SECONDS = 3.0
"""How long a person waits to be told that nothing could be looked up."""


LONGEST_TITLE = 700


class AsyncFinder(Protocol):
    async def find(self, asked: Asked) -> Finding:
        """Never on the event loop itself. May raise anything: whoever asks says that it could not be looked up."""

    async def ready(self) -> None:
        """Returns when a question need not wait. Raises where it never will be."""

    async def close(self) -> None: ...


OpenFinder = Callable[[Library], AsyncFinder]


class InThread:
    """A finder that is made and asked in threads of this process."""

    def __init__(self, make: Callable[[], Finder]) -> None:
        self._made: asyncio.Task[Finder] = asyncio.create_task(asyncio.to_thread(make))

    async def find(self, asked: Asked) -> Finding:
        finder = await asyncio.shield(self._made)
        return await asyncio.to_thread(finder.find, asked)

    async def ready(self) -> None:
        await asyncio.shield(self._made)

    async def close(self) -> None:
        self._made.cancel()
        await asyncio.gather(self._made, return_exceptions=True)


def lexical(library: Library) -> InThread:
    return InThread(lambda: lexical_finder(library))


@dataclass(frozen=True, slots=True)
class Shelf:
    """A library with what finds in it: they are changed together."""

    library: Library
    finder: AsyncFinder
    titles: Mapping[str, str]
    """What a button says can be typed: each entry's id by its title, in every language, folded."""


class Answering:
    """`load` is called once, in a thread, when the first question is asked or the bot starts."""

    def __init__(
        self,
        load: Callable[[], Library],
        open_finder: OpenFinder = lexical,
        *,
        patience_seconds: float = PATIENCE_SECONDS,
    ) -> None:
        self._load = load
        self._open_finder = open_finder
        self._patience_seconds = patience_seconds
        self._loading: asyncio.Future[Shelf] | None = None
        self._library = EMPTY

    @property
    def library(self) -> Library:
        """As it is now; empty before anything is loaded."""
        return self._library

    def start(self) -> None:
        if self._loading is None:
            self._loading = asyncio.create_task(self._first())

    async def stop(self) -> None:
        if self._loading is None:
            return
        self._loading.cancel()
        (shelf,) = await asyncio.gather(self._loading, return_exceptions=True)
        if isinstance(shelf, Shelf):
            await shelf.finder.close()

    async def shelf(self) -> Shelf | None:
        """None where it cannot be had now."""
        self.start()
        assert self._loading is not None
        try:
            async with asyncio.timeout(self._patience_seconds):
                return await asyncio.shield(self._loading)
        except TimeoutError:
            log.warning("answering.not_loaded")
        except Exception as fault:  # the named edge: the form goes on without answers
            log.error("answering.fault", **told(fault))
            self._loading = None
        return None

    async def find(self, shelf: Shelf, asked: Asked) -> Finding | None:
        """None where it takes too long, or breaks."""
        try:
            async with asyncio.timeout(self._patience_seconds):
                return await shelf.finder.find(asked)
        except TimeoutError:
            log.warning("answering.too_slow")
        except Exception as fault:  # the named edge: what finds must not stop a turn
            log.error("answering.fault", **told(fault))
        return None

    async def replace(self, library: Library) -> None:
        """Takes another library into use once what finds in it is ready; until then the old one answers.

        Raises what opening it raises: then the old one stays.
        """
        opened = await self._opened(library)
        try:
            await opened.finder.ready()
        except BaseException:
            await opened.finder.close()
            raise
        old, self._loading = self._loading, asyncio.get_running_loop().create_future()
        self._loading.set_result(opened)
        self._library = library
        if old is not None:
            (shelf,) = await asyncio.gather(old, return_exceptions=True)
            if isinstance(shelf, Shelf):
                await shelf.finder.close()

    async def _first(self) -> Shelf:
        shelf = await self._opened(await asyncio.to_thread(self._load))
        self._library = shelf.library
        return shelf

    async def _opened(self, library: Library) -> Shelf:
        titles = await asyncio.to_thread(titles_of, library)
        return Shelf(library, self._open_finder(library), titles)


def titles_of(library: Library) -> dict[str, str]:
    return {
        title_key(entry.question.in_language(language)): entry.id
        for entry in library.entries.values()
        for language in LANGUAGES
    }


def title_key(text: str) -> str:
    return fold(text[:LONGEST_TITLE]).rstrip("? ")
