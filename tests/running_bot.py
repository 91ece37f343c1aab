"""The real bot in this process, behind its real door on a free port."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import aiohttp
from aiohttp import web

from bot.app import Bot, build_app, build_bot, connector_to_teams, local_door
from bot.pace import Pace, Window
from bot.settings import Settings
from bot.tokens import NoToken
from storage.store import Store


FAST = Window(sends=100_000, seconds=1.0)


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


@asynccontextmanager
async def running_bot(
    store: Store, data: Path, *, raise_faults: bool = True, unhurried: bool = False
) -> AsyncIterator[tuple[Bot, str]]:
    """The bot, and the address that Teams posts to. Only an unhurried one keeps Teams' pace."""
    port = free_port()
    pace = Pace() if unhurried else Pace(per_conversation=(FAST,), per_tenant=(FAST,))
    settings = Settings(port=port, data=data, local=True)
    async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=0)) as session:
        connector = connector_to_teams(settings, session, NoToken())
        bot = build_bot(settings, store, connector, pace=pace, raise_faults=raise_faults)
        await bot.connected.refresh()
        runner = web.AppRunner(build_app(bot, local_door(port)), access_log=None, shutdown_timeout=1)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", port).start()
        bot.worker.start()
        try:
            yield bot, f"http://127.0.0.1:{port}/api/messages"
        finally:
            await runner.cleanup()
            await bot.worker.stop()
            await asyncio.sleep(0)
