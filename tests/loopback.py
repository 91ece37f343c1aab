"""Real HTTP on loopback: a server for a test, and a client that sends exactly the bytes it is told to."""

from __future__ import annotations

import asyncio
import socket
import ssl
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass

from aiohttp import web

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


@asynccontextmanager
async def serving(handler: Handler, *, tls: ssl.SSLContext | None = None) -> AsyncIterator[int]:
    """Every method and path goes to `handler`. Yields the port."""
    app = web.Application()
    app.router.add_route("*", "/{path:.*}", handler)
    runner = web.AppRunner(
        app, handle_signals=False, access_log=None, shutdown_timeout=0.1, lingering_time=0.1
    )
    await runner.setup()
    listening = socket.create_server(("127.0.0.1", 0))
    try:
        await web.SockSite(runner, listening, ssl_context=tls).start()
        yield int(listening.getsockname()[1])
    finally:
        await runner.cleanup()


@dataclass(frozen=True, slots=True)
class RawAnswer:
    status: int
    head: str
    body: bytes


async def raw_post(port: int, headers: Sequence[tuple[str, str]], body: bytes) -> RawAnswer:
    """Posts with these headers and no others, but the one that says the body's length."""
    lines = [f"{name}: {value}" for name, value in headers]
    if not any(name.lower() in ("content-length", "transfer-encoding") for name, _ in headers):
        lines.append(f"Content-Length: {len(body)}")
    head = "\r\n".join(["POST /api/messages HTTP/1.1", *lines, "Connection: close", "", ""])
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    try:
        writer.write(head.encode() + body)
        read = await reader.read()
    finally:
        writer.close()
    answer_head, _, answer_body = read.partition(b"\r\n\r\n")
    return RawAnswer(int(answer_head.split()[1]), answer_head.decode(), answer_body)
