"""Sends a turn's own replies while the turn is being answered; what does not get through is the worker's."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Sequence

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
        for row in sorted(rows, key=_replaces):
            queues.setdefault(row.queue, []).append(row)
        said: set[asyncio.Task[None]] = set()
        for queue, queued in queues.items():
            task = asyncio.create_task(self._send(queued, is_late=self._backlog.is_behind(queue)))
            self._under_way.add(task)
            task.add_done_callback(self._under_way.discard)
            if not all(map(_replaces, queued)):
                said.add(task)
        for row in rows:
            if row.body.get("at_once"):
                self._backlog.add(row)
        if said:
            await asyncio.wait(said, timeout=self._patience_seconds)

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


def _replaces(row: OutboxRow) -> bool:
    return bool(row.body.get("do") == "update")
