"""The real bot in this process, behind its real door on a free port."""

from __future__ import annotations

import asyncio
import socket
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import aiohttp
from aiohttp import web

from bot.app import Bot, build_app, build_bot, local_door, service_urls
from bot.connector import Connector
from bot.delivery.at_once import PATIENCE_SECONDS
from bot.delivery.teams import Pauses
from bot.exchange import TIMEOUTS, Timeouts
from bot.pace import Pace, Window
from bot.settings import Settings
from bot.tokens import NoToken
from dialogs.context import Context
from knowledge.finding import Finder
from storage.store import Store
from tests.finders import AtOnce, KnowsWhatItIsTold, the_library
from tests.talking import the_context

FAST = Window(sends=100_000, seconds=1.0)
IMPATIENT = Timeouts(connect_seconds=0.5, total_seconds=0.5)
"""For tests in which Teams hangs."""


class Clock:
    """The time of day in a test. Measures of years lie ahead of it, whenever the test is run."""

    def __init__(self) -> None:
        self.now = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def forward(self, **by: float) -> None:
        self.now += timedelta(**by)


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


@asynccontextmanager
async def running_bot(
    store: Store,
    data: Path,
    *,
    raise_faults: bool = True,
    unhurried: bool = False,
    timeouts: Timeouts = TIMEOUTS,
    clock: Callable[[], datetime] | None = None,
    roster_clock: Callable[[], float] = time.monotonic,
    context: Context | None = None,
    patience_seconds: float = PATIENCE_SECONDS,
    finder: Finder | None = None,
) -> AsyncIterator[tuple[Bot, str]]:
    """The bot, and the address that Teams posts to. Only an unhurried one keeps Teams' pace; none pauses long."""
    port = free_port()
    pace = Pace() if unhurried else Pace(per_conversation=(FAST,), per_tenant=(FAST,))
    settings = Settings(port=port, data=data, local=True)
    async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=0)) as session:
        connector = Connector(session, urls=service_urls(settings), tokens=NoToken(), timeouts=timeouts)
        bot = build_bot(
            settings,
            store,
            connector,
            context=context or the_context(),
            pace=pace,
            pauses=Pauses(first_seconds=0.1),
            raise_faults=raise_faults,
            clock=clock or Clock(),
            roster_clock=roster_clock,
            patience_seconds=patience_seconds,
            load=the_library,
            open_finder=lambda _: AtOnce(finder or KnowsWhatItIsTold()),
        )
        await bot.connected.refresh()
        runner = web.AppRunner(build_app(bot, local_door(port)), access_log=None, shutdown_timeout=1)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", port).start()
        bot.start(alone=True)
        try:
            yield bot, f"http://127.0.0.1:{port}/api/messages"
        finally:
            await runner.cleanup()
            await bot.stop()
            await asyncio.sleep(0)
