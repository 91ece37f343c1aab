"""The outbox worker: claims due rows, gives each to its target, and records what became of it."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Mapping, Sequence
from typing import Protocol

import structlog

from storage.store import OutboxRow, Settled, Store, StoreUnavailable

log = structlog.get_logger(__name__)

LEASE_SECONDS = 60.0
IDLE_SECONDS = 1.0
LATER_SECONDS = 30.0
FLUSH_SECONDS = 0.25
AT_ONCE = 16


class Target(Protocol):
    def follows(self, row: OutboxRow, now: float) -> Sequence[OutboxRow]:
        """Rows to write once this one is delivered; with fixed ids, so that writing them twice writes them once."""

    async def deliver(self, row: OutboxRow) -> Settled:
        """One attempt. May raise StoreUnavailable; anything else it raises is a bug and the row is tried later."""


class Worker:
    """Runs until `stop`. One slow row delays no row of another queue."""

    def __init__(self, store: Store, targets: Mapping[str, Target]) -> None:
        self._store = store
        self._targets = targets
        self._wake = asyncio.Event()
        self._settled: list[Settled] = []
        self._under_way: set[asyncio.Task[None]] = set()
        self._loops: list[asyncio.Task[None]] = []

    def start(self) -> None:
        self._loops = [asyncio.create_task(self._claiming()), asyncio.create_task(self._flushing())]

    async def stop(self) -> None:
        """Lets what is under way end, and writes down what is known."""
        for loop in self._loops:
            loop.cancel()
        await asyncio.gather(*self._loops, return_exceptions=True)
        if self._under_way:
            await asyncio.wait(self._under_way, timeout=5)
        await self.flush()

    def wake(self) -> None:
        """There is something new to do."""
        self._wake.set()

    def settle_later(self, settled: Settled) -> None:
        """Recorded with the next flush: a reply that is there needs no write of its own."""
        self._settled.append(settled)

    async def flush(self) -> None:
        settled, self._settled = self._settled, []
        if not settled:
            return
        try:
            await self._store.settle(settled)
        except StoreUnavailable:
            self._settled = settled + self._settled
            log.warning("outbox.not_settled", rows=len(settled))

    async def _flushing(self) -> None:
        while True:
            await asyncio.sleep(FLUSH_SECONDS)
            await self.flush()

    async def _claiming(self) -> None:
        while True:
            await self.flush()
            claimed = await self._claim()
            for row in claimed:
                task = asyncio.create_task(self._deliver(row))
                self._under_way.add(task)
                task.add_done_callback(self._under_way.discard)
            if not claimed:
                self._wake.clear()
                try:
                    async with asyncio.timeout(IDLE_SECONDS):
                        await self._wake.wait()
                except TimeoutError:
                    pass

    async def _claim(self) -> list[OutboxRow]:
        room = AT_ONCE - len(self._under_way)
        if room <= 0:
            await asyncio.wait(self._under_way, return_when=asyncio.FIRST_COMPLETED)
            room = AT_ONCE - len(self._under_way)
        try:
            return list(await self._store.claim(time.time(), lease_seconds=LEASE_SECONDS, limit=max(1, room)))
        except StoreUnavailable:
            log.warning("outbox.not_claimed")
            await asyncio.sleep(IDLE_SECONDS)
            return []

    async def _deliver(self, row: OutboxRow) -> None:
        target = self._targets.get(row.target)
        began = time.perf_counter()
        if target is None:
            settled = Settled(row.id, "failed", time.time(), {"code": "no_target"})
        else:
            settled = await self._attempt(target, row)
        log.info(
            "outbox.attempt",
            row=row.id,
            target=row.target,
            state=settled.state,
            code=settled.result.get("code"),
            attempts=row.attempts,
            seconds=round(time.perf_counter() - began, 3),
        )
        self.settle_later(settled)
        await self.flush()
        self.wake()

    async def _attempt(self, target: Target, row: OutboxRow) -> Settled:
        try:
            settled = await target.deliver(row)
            following = target.follows(row, time.time()) if settled.state == "delivered" else ()
            if following:
                # Before the row itself is settled: after a kill between the two it is done again, and its
                # followers, which have fixed ids, are not.
                await self._store.commit(expect={}, enqueue=following)
            return settled
        except StoreUnavailable:
            return Settled(row.id, row.state, time.time() + LATER_SECONDS, {"code": "store"})
        except Exception as fault:  # the named edge: a bug in one row must not stop the others
            log.error("outbox.fault", row=row.id, target=row.target, fault=type(fault).__name__)
            return Settled(row.id, row.state, time.time() + LATER_SECONDS, {"code": type(fault).__name__})
