"""Reads a curator's folder of entries, at start and when it changes; one that is wrong is never taken into use."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from pathlib import Path

import structlog

from bot.answering import Answering
from bot.logs import told
from knowledge.checking import faults
from knowledge.library import Library, load_library
from knowledge.yaml_files import FileWrong

log = structlog.get_logger(__name__)

LOOK_SECONDS = 5.0
Stamp = frozenset[tuple[str, int, int]]
"""Each file's name, time and size."""


class KnowledgeFolder:
    """For one thread at a time."""

    def __init__(self, directory: Path | None, communities: Path | None) -> None:
        self._directory = directory
        self._communities = communities
        self._read: Stamp | None = None
        self._seen: Stamp | None = None

    @property
    def may_change(self) -> bool:
        return self._directory is not None

    def load(self) -> Library:
        """The folder's library; the packaged one where there is no folder, or while it is wrong."""
        return self._checked() or load_library(None, self._communities)

    def look(self) -> Library | None:
        """The library as it has become; None where nothing has changed, is being changed, or is wrong."""
        stamp = self._stamp()
        is_at_rest, self._seen = stamp == self._seen, stamp
        return self._checked() if is_at_rest and stamp != self._read else None

    def _checked(self) -> Library | None:
        if self._directory is None:
            return None
        self._read = self._seen = self._stamp()
        try:
            library = load_library(self._directory, self._communities)
        except FileWrong as wrong:
            log.error("knowledge.file_wrong", file=wrong.file, place=wrong.place)
            return None
        found = list(faults(library))
        if found:
            log.error("knowledge.faults", count=len(found), first=found[0].entry)
            return None
        log.info("knowledge.read", entries=len(library.entries))
        return library

    def _stamp(self) -> Stamp:
        return frozenset(self._files())

    def _files(self) -> Iterator[tuple[str, int, int]]:
        assert self._directory is not None
        for pattern in ("entries/*.y*ml", "sources/*.json"):
            for file in self._directory.glob(pattern):
                try:
                    stat = file.stat()
                except OSError:
                    continue  # gone between the two
                yield str(file.relative_to(self._directory)), stat.st_mtime_ns, stat.st_size


class Rereading:
    """Takes a changed folder into use, without a restart, until `stop`."""

    def __init__(
        self, folder: KnowledgeFolder, answering: Answering, *, every_seconds: float = LOOK_SECONDS
    ) -> None:
        self._folder = folder
        self._answering = answering
        self._every_seconds = every_seconds
        self._loop: asyncio.Task[None] | None = None

    def start(self) -> None:
        if self._folder.may_change:
            self._loop = asyncio.create_task(self._run())

    async def stop(self) -> None:
        if self._loop is not None:
            self._loop.cancel()
            await asyncio.gather(self._loop, return_exceptions=True)

    async def _run(self) -> None:
        await self._answering.shelf()
        while True:
            await asyncio.sleep(self._every_seconds)
            try:
                library = await asyncio.to_thread(self._folder.look)
                if library is not None:
                    await self._answering.replace(library)
            except Exception as fault:  # the named edge: what is in use stays, and the next look tries again
                log.error("knowledge.fault", **told(fault))
