"""Listens for requests, and closes connections that do not finish theirs: holding one open costs its holder nothing."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

from aiohttp import web
from aiohttp.typedefs import Handler

BACKLOG = 1024


@dataclass(frozen=True, slots=True)
class Patience:
    """For what a connection is waited. For the body of a request its reader waits: see `Limits`."""

    header_seconds: float = 15.0
    """From the connection, or from the first byte after a request, until the next request's header is whole."""
    idle_seconds: float = 300.0
    """Between requests. Longer than the proxies that may stand before us: one that had just sent a request down
    a connection as it was closed could not tell whether it was taken."""
    rest_seconds: float = 2.0
    """For the rest of a body that is refused, so that who sends it still reads why."""


PATIENCE = Patience()


@asynccontextmanager
async def answering(
    app: web.Application,
    listening: socket.socket,
    *,
    shutdown_seconds: float,
    patience: Patience = PATIENCE,
) -> AsyncIterator[None]:
    """Answers on a bound socket until the end; then lets what is being answered end."""
    guard = _Guard(patience.header_seconds)
    app.middlewares.append(guard.began)
    runner = web.AppRunner(
        app,
        access_log=None,
        shutdown_timeout=shutdown_seconds,
        keepalive_timeout=patience.idle_seconds,
        lingering_time=patience.rest_seconds,
    )
    await runner.setup()
    try:
        taking = runner.server
        assert taking is not None
        loop = asyncio.get_running_loop()
        server = await loop.create_server(
            lambda: _Connection(taking(), guard), sock=listening, backlog=BACKLOG
        )
        try:
            yield
        finally:
            server.close()
    finally:
        await runner.cleanup()


class _Guard:
    """Knows which connections owe us a header."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._owing: dict[asyncio.BaseTransport, asyncio.TimerHandle] = {}
        self._answered: set[asyncio.BaseTransport] = set()

    def connected(self, transport: asyncio.BaseTransport) -> None:
        self._wait(transport)

    def heard(self, transport: asyncio.BaseTransport) -> None:
        """A byte while nothing is being answered begins a header, however slowly it goes on."""
        if transport not in self._owing and transport not in self._answered:
            self._wait(transport)

    def gone(self, transport: asyncio.BaseTransport) -> None:
        self._settle(transport)
        self._answered.discard(transport)

    @web.middleware
    async def began(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        """The header is whole."""
        transport = request.transport
        if transport is None:
            return await handler(request)
        self._settle(transport)
        self._answered.add(transport)
        try:
            return await handler(request)
        finally:
            self._answered.discard(transport)

    def _wait(self, transport: asyncio.BaseTransport) -> None:
        loop = asyncio.get_running_loop()
        self._owing[transport] = loop.call_later(self._seconds, transport.close)

    def _settle(self, transport: asyncio.BaseTransport) -> None:
        timer = self._owing.pop(transport, None)
        if timer is not None:
            timer.cancel()


class _Connection(asyncio.Protocol):
    """Passes everything on to aiohttp's own connection, and tells the guard."""

    def __init__(self, inner: asyncio.Protocol, guard: _Guard) -> None:
        self._inner = inner
        self._guard = guard
        self._transport: asyncio.BaseTransport | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = transport
        self._guard.connected(transport)
        self._inner.connection_made(transport)

    def data_received(self, data: bytes) -> None:
        assert self._transport is not None
        self._guard.heard(self._transport)
        self._inner.data_received(data)

    def eof_received(self) -> bool | None:
        return self._inner.eof_received()

    def connection_lost(self, exc: Exception | None) -> None:
        if self._transport is not None:
            self._guard.gone(self._transport)
        self._inner.connection_lost(exc)

    def pause_writing(self) -> None:
        self._inner.pause_writing()

    def resume_writing(self) -> None:
        self._inner.resume_writing()
