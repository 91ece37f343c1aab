"""A connection that does not finish its request is closed, and one that does is kept, over real sockets."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from aiohttp import web

from bot.body import Limits
from bot.connections import Patience, answering
from bot.door import Refusal, read_request, to_response

SHORT = Patience(header_seconds=0.15, rest_seconds=0.05)
HANGS_SECONDS = 30.0
"""After which a test that waits for nothing gives up; nothing is asserted of how long anything takes."""
WHOLE = b"POST / HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}"
PARTS = (b"", b"P", b"POST / HTTP/1.1", b"POST / HTTP/1.1\r\nHost: x\r\nA: b\r\n")


@asynccontextmanager
async def listening() -> AsyncIterator[int]:
    """Answers «200» to what it could read, else as the door does. Yields the port."""

    async def handle(request: web.Request) -> web.StreamResponse:
        body = await read_request(request, Limits(read_seconds=0.15))
        if isinstance(body, Refusal) and body.status == 408:
            return to_response(body)
        return web.Response()

    app = web.Application()
    app.router.add_post("/", handle)
    opened = socket.create_server(("127.0.0.1", 0))
    opened.setblocking(False)
    async with asyncio.timeout(HANGS_SECONDS), answering(app, opened, shutdown_seconds=0.1, patience=SHORT):
        yield int(opened.getsockname()[1])


class Client:
    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._reader = reader
        self._writer = writer

    async def send(self, data: bytes) -> None:
        self._writer.write(data)
        await self._writer.drain()

    async def answer(self) -> bytes:
        return await self._reader.readuntil(b"\r\n\r\n")

    async def until_closed(self) -> bytes:
        """What comes before the other side closes."""
        try:
            return await self._reader.read()
        except ConnectionError:
            return b""

    async def trickle(self, data: bytes) -> None:
        """A byte at a time, for as long as anybody listens."""
        while not self._reader.at_eof():
            await self.send(data)
            await asyncio.sleep(0.01)

    def close(self) -> None:
        self._writer.close()


@asynccontextmanager
async def connected(port: int) -> AsyncIterator[Client]:
    client = Client(*await asyncio.open_connection("127.0.0.1", port))
    try:
        yield client
    finally:
        client.close()


async def test_a_connection_that_never_finishes_its_header_is_closed() -> None:
    async with listening() as port:
        for part in PARTS:
            async with connected(port) as client:
                await client.send(part)
                assert await client.until_closed() == b"", part


async def test_a_header_that_comes_a_byte_at_a_time_for_ever_is_not_waited_for() -> None:
    async with listening() as port, connected(port) as client:
        await client.send(b"POST / HTTP/1.1\r\nA: ")
        trickling = asyncio.create_task(client.trickle(b"a"))
        assert await client.until_closed() == b""
        trickling.cancel()
        await asyncio.gather(trickling, return_exceptions=True)


async def test_a_second_header_that_is_never_finished_is_not_waited_for_either() -> None:
    async with listening() as port:
        for part in PARTS[1:]:
            async with connected(port) as client:
                await client.send(WHOLE)
                assert b"200" in await client.answer()
                await client.send(part)
                assert await client.until_closed() == b""


async def test_a_body_that_is_never_finished_is_answered_and_the_connection_closed() -> None:
    async with listening() as port, connected(port) as client:
        await client.send(WHOLE.replace(b"Content-Length: 2", b"Content-Length: 1000"))
        said = await client.until_closed()
    assert b" 408 " in said


async def test_a_connection_between_two_requests_is_kept() -> None:
    """The other connection is closed for its header meanwhile, so that much time has passed."""
    async with listening() as port, connected(port) as kept:
        await kept.send(WHOLE)
        assert b"200" in await kept.answer()
        async with connected(port) as other:
            await other.until_closed()
        async with connected(port) as other:
            await other.until_closed()
        await kept.send(WHOLE)
        assert b"200" in await kept.answer()


async def test_what_is_being_answered_for_long_is_not_closed() -> None:
    async def handle(request: web.Request) -> web.StreamResponse:
        await until.wait()
        return web.Response()

    until = asyncio.Event()
    app = web.Application()
    app.router.add_post("/", handle)
    opened = socket.create_server(("127.0.0.1", 0))
    opened.setblocking(False)
    port = int(opened.getsockname()[1])
    async with (
        asyncio.timeout(HANGS_SECONDS),
        answering(app, opened, shutdown_seconds=0.1, patience=SHORT),
        connected(port) as slow,
    ):
        await slow.send(WHOLE)
        async with connected(port) as other:
            await other.until_closed()
        until.set()
        assert b"200" in await slow.answer()


async def test_a_connection_that_is_refused_for_its_first_line_is_closed() -> None:
    async with listening() as port, connected(port) as client:
        await client.send(b"nonsense\r\n\r\n")
        assert b" 400 " in await client.until_closed()
