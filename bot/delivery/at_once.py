"""Sends a turn's own replies while the turn is being answered; what does not get through is the worker's."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Sequence, Set

import structlog

from bot.delivery.backlog import Backlog
from bot.delivery.teams import TeamsDelivery
from bot.logs import told
from storage.store import OutboxRow, Settled, StoreUnavailable

log = structlog.get_logger(__name__)

PATIENCE_SECONDS = 4.0
"""How long a turn waits for its replies to be there. Teams wants its answer soon, and asks again after 15 s."""
LONGEST_PACE_SECONDS = 2.0
"""How long a reply waits for Teams' pace before it is left to the worker."""
LEFT = "left"


class AtOnce:
    """Keeps the order of each queue: nothing overtakes what is left to the worker."""

    def __init__(
        self,
        teams: TeamsDelivery,
        backlog: Backlog,
        settle_later: Callable[[Settled], None],
        *,
        patience_seconds: float = PATIENCE_SECONDS,
    ) -> None:
        self._teams = teams
        self._backlog = backlog
        self._settle_later = settle_later
        self._patience_seconds = patience_seconds
        self._under_way: set[asyncio.Task[None]] = set()

    async def send(self, rows: Sequence[OutboxRow]) -> None:
        """Returns when what is said is there or left to the worker, or when patience ends.

        What is not there by then goes on by itself, and so does what replaces a card: nobody waits for that.
        """
        queues: dict[str, list[OutboxRow]] = {}
        for row in rows:
            queues.setdefault(row.queue, []).append(row)
        said = [queued for queued in queues.values() if not all(map(_replaces, queued))]
        replaced = [queued for queued in queues.values() if all(map(_replaces, queued))]
        behind = frozenset(filter(self._backlog.is_behind, queues))
        for row in rows:
            if row.body.get("at_once"):
                self._backlog.add(row)
        there = asyncio.get_running_loop().create_future()
        task = asyncio.create_task(self._send_in_order(said, replaced, behind, there))
        self._under_way.add(task)
        task.add_done_callback(self._under_way.discard)
        if said:
            patience = there.get_loop().call_later(self._patience_seconds, _end, there)
            await there
            patience.cancel()

    async def _send_in_order(
        self,
        said: Sequence[Sequence[OutboxRow]],
        replaced: Sequence[Sequence[OutboxRow]],
        behind: Set[str],
        there: asyncio.Future[None],
    ) -> None:
        """What is said first, so that who waits for it waits for nothing else."""
        try:
            if len(said) == 1:
                await self._send(said[0], is_late=said[0][0].queue in behind)
            else:
                await asyncio.gather(*(self._send(each, is_late=each[0].queue in behind) for each in said))
        finally:
            _end(there)
        if replaced:
            # The turn that waited is answered before anything is made ready to be replaced.
            await asyncio.sleep(0)
        for queued in replaced:
            await self._send(queued, is_late=queued[0].queue in behind)

    async def finish(self) -> None:
        """Lets what is under way end, before the process does."""
        if self._under_way:
            await asyncio.wait(self._under_way, timeout=5)

    async def _send(self, rows: Sequence[OutboxRow], *, is_late: bool) -> None:
        """Rows of one queue, in order."""
        for row in rows:
            if is_late:
                self._settle_later(Settled(row.id, "waiting", time.time(), {"code": LEFT}))
                continue
            settled = await self._attempt(row)
            self._settle_later(settled)
            if settled.state in ("delivered", "failed"):
                self._backlog.done(row)
            else:
                is_late = True

    async def _attempt(self, row: OutboxRow) -> Settled:
        try:
            return await self._teams.deliver(row, at_most_seconds=LONGEST_PACE_SECONDS)
        except StoreUnavailable:
            return Settled(row.id, "waiting", time.time(), {"code": LEFT})
        except Exception as fault:  # the named edge: what is written is written, so the turn has not failed
            log.error("reply.fault", row=row.id, **told(fault))
            return Settled(row.id, "waiting", time.time(), {"code": type(fault).__name__})


def _end(there: asyncio.Future[None]) -> None:
    if not there.done():
        there.set_result(None)


def _replaces(row: OutboxRow) -> bool:
    return bool(row.body.get("do") == "update")
