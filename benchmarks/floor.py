"""The floor: what a durable turn costs when there is nothing to decide. `python -m benchmarks.floor PORT CARD FOLDER`.

Bare aiohttp takes the activity, SQLite commits 7 KB of it durably, and the card goes out to the connector.
"""

from __future__ import annotations

import json
import sqlite3
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import aiohttp
from aiohttp import web

RECORD = json.dumps({f"field_{n}": "Felles akutteam følger pasienten hjem. " * 17 for n in range(10)})


def open_database(folder: Path) -> sqlite3.Connection:
    database = sqlite3.connect(folder / "floor.db", isolation_level=None)
    database.execute("PRAGMA journal_mode = WAL")
    database.execute("PRAGMA synchronous = FULL")
    database.execute("CREATE TABLE IF NOT EXISTS record (id TEXT PRIMARY KEY, body TEXT NOT NULL)")
    return database


def floor_app(card: object, folder: Path) -> web.Application:
    database = open_database(folder)
    session: list[aiohttp.ClientSession] = []

    async def opened(app: web.Application) -> AsyncIterator[None]:
        async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=0)) as opened:
            session.append(opened)
            yield

    async def messages(request: web.Request) -> web.Response:
        activity = await request.json()
        conversation = activity["conversation"]["id"]
        database.execute("INSERT OR REPLACE INTO record VALUES (?, ?)", (conversation, RECORD))
        reply = {
            "type": "message",
            "attachments": [{"contentType": "application/vnd.microsoft.card.adaptive", "content": card}],
        }
        url = f"{activity['serviceUrl']}v3/conversations/{conversation}/activities"
        async with session[0].post(url, json=reply) as response:
            await response.read()
        return web.Response(status=200)

    app = web.Application()
    app.cleanup_ctx.append(opened)
    app.router.add_post("/api/messages", messages)
    return app


if __name__ == "__main__":
    port, card_file, folder = sys.argv[1:]
    card = json.loads(Path(card_file).read_text(encoding="utf-8"))
    web.run_app(
        floor_app(card, Path(folder)), host="127.0.0.1", port=int(port), access_log=None, print=lambda _: None
    )
