"""`serve`: the bot as a web server, alone on its data folder."""

from __future__ import annotations

import asyncio
import signal

import aiohttp
from aiohttp import web

from bot.app import build_app, build_bot, local_door
from bot.settings import Settings
from storage.data_folder import DataFolder
from storage.filing.folder import clean_unfinished
from storage.tinydb_store import open_store


async def serve(settings: Settings) -> None:
    """Until a signal. Raises DataFolderInUse and DataFolderOfOtherMode before anything is listened to."""
    folder = DataFolder(settings.data)
    with folder.serving("local" if settings.local else "credentials"):
        clean_unfinished(settings.data / "filed")
        store = open_store(folder.store_file)
        connector = aiohttp.TCPConnector(limit=0, limit_per_host=0)
        async with aiohttp.ClientSession(connector=connector, auto_decompress=True) as session:
            bot = build_bot(settings, store, session)
            await bot.connected.refresh()
            runner = web.AppRunner(build_app(bot, local_door(settings.port)), access_log=None)
            await runner.setup()
            site = web.TCPSite(runner, "127.0.0.1" if settings.local else settings.host, settings.port)
            await site.start()
            bot.worker.start()
            try:
                await _until_signal()
            finally:
                await runner.cleanup()
                await bot.worker.stop()
        await store.close()


async def _until_signal() -> None:
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, stop.set)
    await stop.wait()
