"""The outbox worker: claims due rows, gives each to its target, and records what became of it."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Protocol

import structlog

from bot.delivery.backlog import Backlog
from bot.logs import told
from storage.store import OutboxRow, OutboxState, Settled, Store, StoreUnavailable

log = structlog.get_logger(__name__)

LEASE_SECONDS = 60.0
IDLE_SECONDS = 1.0
LATER_SECONDS = 30.0
FLUSH_SECONDS = 0.25
AT_ONCE = 64
ALL_LEASES = 1e12
"""A time after every lease's end."""
MOST_WAITING = 100_000


class Target(Protocol):
    def follows(self, row: OutboxRow, became: OutboxState, now: float) -> Sequence[OutboxRow]:
        """Rows to write once this one is delivered or has failed; with fixed ids, so that they are written once."""

    async def deliver(self, row: OutboxRow) -> Settled:
        """One attempt. May raise StoreUnavailable; anything else it raises is a bug and the row is tried later."""


class Worker:
    """Runs until `stop`. One slow row delays no row of another queue."""

    def __init__(self, store: Store, targets: Mapping[str, Target], backlog: Backlog) -> None:
        self._store = store
        self._targets = targets
        self._backlog = backlog
        self._wake = asyncio.Event()
        self._settled: list[Settled] = []
        self._under_way: set[asyncio.Task[None]] = set()
        self._loops: list[asyncio.Task[None]] = []

    def start(self, *, alone: bool = False) -> None:
        """`alone`: no other process delivers from this store, so what was under way is nobody's any more."""
        self._loops = [asyncio.create_task(self._claiming(alone)), asyncio.create_task(self._flushing())]

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
        """Recorded with the next flush: a reply that is there needs no write of its own, one that is not is work."""
        self._settled.append(settled)
        if settled.state not in ("delivered", "failed"):
            self.wake()

    async def flush(self) -> None:
        settled, self._settled = self._settled, []
        if not settled:
            return
        try:
            await self._store.settle(settled)
        except StoreUnavailable:
            self._settled = settled + self._settled
            log.warning("outbox.not_settled", rows=len(settled))

    async def deliver_here(self, row: OutboxRow) -> None:
        """One row, now and claimed by nobody: for a process that delivers only what is its own."""
        await self._deliver(row)

    async def _flushing(self) -> None:
        while True:
            await asyncio.sleep(FLUSH_SECONDS)
            await self.flush()

    async def _claiming(self, alone: bool) -> None:
        if alone:
            await self._recover()
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

    async def _recover(self) -> None:
        """Takes back what an earlier process had under way: not known to be there, so sent again as a repeat."""
        while True:
            try:
                await self._store.settle(await self._left_behind())
                return
            except StoreUnavailable:
                log.warning("outbox.not_recovered")
                await asyncio.sleep(IDLE_SECONDS)

    async def _left_behind(self) -> list[Settled]:
        rows = await self._store.outbox(states=["waiting", "uncertain"], limit=MOST_WAITING)
        claimed = await self._store.claim(ALL_LEASES, lease_seconds=0, limit=MOST_WAITING)
        now, states = time.time(), {row.id: row.state for row in claimed}
        settled = []
        for row in rows:
            self._backlog.add(row)
            was_being_answered = bool(row.body.get("at_once")) and not row.result
            if states.get(row.id, row.state) == "uncertain" or was_being_answered:
                settled.append(Settled(row.id, "uncertain", now))
            elif row.id in states:
                settled.append(Settled(row.id, "waiting", row.due_at))
        return settled

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
        if settled.state in ("delivered", "failed"):
            self._backlog.done(row)
        self.settle_later(settled)
        await self.flush()
        self.wake()

    async def _written(self, following: Sequence[OutboxRow]) -> bool:
        """Tries for as long as the row is leased: what is delivered is not to be delivered again."""
        for _ in range(int(LEASE_SECONDS / IDLE_SECONDS) - 10):
            try:
                if following:
                    await self._store.commit(expect={}, enqueue=following)
            except StoreUnavailable:
                await asyncio.sleep(IDLE_SECONDS)
            else:
                return True
        return False

    async def _attempt(self, target: Target, row: OutboxRow) -> Settled:
        try:
            settled = await target.deliver(row)
            if settled.state in ("delivered", "failed"):
                following = target.follows(row, settled.state, time.time())
                # Before the row itself is settled: after a kill between the two it is done again, and its
                # followers, which have fixed ids, are not.
                return settled if await self._written(following) else replace(settled, state="uncertain")
            return settled
        except StoreUnavailable:
            return Settled(row.id, row.state, time.time() + LATER_SECONDS, {"code": "store"})
        except Exception as fault:  # the named edge: a bug in one row must not stop the others
            log.error("outbox.fault", row=row.id, target=row.target, **told(fault))
            return Settled(row.id, row.state, time.time() + LATER_SECONDS, {"code": type(fault).__name__})
