"""What is due by the clock: so far the hourly purge of what has expired."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable

import structlog

from storage.store import Store, StoreUnavailable

log = structlog.get_logger(__name__)

PURGE_SECONDS = 3600.0


class Purging:
    """Erases expired codes and old delivered rows, at start and then every hour, until `stop`."""

    def __init__(
        self, store: Store, *, every_seconds: float = PURGE_SECONDS, clock: Callable[[], float] = time.time
    ) -> None:
        self._store = store
        self._every_seconds = every_seconds
        self._clock = clock
        self._loop: asyncio.Task[None] | None = None

    def start(self) -> None:
        self._loop = asyncio.create_task(self._run())

    async def stop(self) -> None:
        if self._loop is not None:
            self._loop.cancel()
            await asyncio.gather(self._loop, return_exceptions=True)

    async def _run(self) -> None:
        while True:
            try:
                erased = await self._store.purge(self._clock())
                log.info("purge", erased=erased)
            except StoreUnavailable:
                log.warning("purge.store_unavailable")
            await asyncio.sleep(self._every_seconds)
