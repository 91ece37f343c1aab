"""HTTP/1.1 by hand, as little of it as the load needs, so that the load itself costs next to nothing."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

_LENGTH = re.compile(rb"\r\ncontent-length: *([0-9]+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Message:
    head: bytes
    body: bytes

    @property
    def status(self) -> int:
        """Of an answer."""
        return int(self.head[9:12])


class Reading:
    """Makes whole messages of the bytes that come. Only bodies whose length is said, as all here are."""

    def __init__(self) -> None:
        self._read = bytearray()

    def feed(self, data: bytes) -> Iterator[Message]:
        self._read += data
        while (end := self._read.find(b"\r\n\r\n")) >= 0:
            head = bytes(self._read[:end])
            length = _LENGTH.search(head)
            whole = end + 4 + (int(length[1]) if length else 0)
            if len(self._read) < whole:
                return
            body = bytes(self._read[end + 4 : whole])
            del self._read[:whole]
            yield Message(head, body)


class Line(asyncio.Protocol):
    """One connection to a bot, kept open: a request, then its answer."""

    def __init__(self) -> None:
        self._reading = Reading()
        self._answer: asyncio.Future[Message] | None = None
        self._transport: asyncio.WriteTransport | None = None

    @classmethod
    async def to(cls, port: int) -> Line:
        _, line = await asyncio.get_running_loop().create_connection(cls, "127.0.0.1", port)
        return line

    def ask(self, request: bytes) -> asyncio.Future[Message]:
        assert self._transport is not None
        self._answer = asyncio.get_running_loop().create_future()
        self._transport.write(request)
        return self._answer

    def close(self) -> None:
        assert self._transport is not None
        self._transport.close()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.WriteTransport)
        self._transport = transport

    def data_received(self, data: bytes) -> None:
        for message in self._reading.feed(data):
            assert self._answer is not None
            self._answer.set_result(message)

    def connection_lost(self, failed: Exception | None) -> None:
        if self._answer is not None and not self._answer.done():
            self._answer.set_exception(failed or ConnectionResetError())


class Sink(asyncio.Protocol):
    """One connection from a bot: whatever it sends to the connector is taken, and given an id."""

    def __init__(self, took: Callable[[Message], bytes]) -> None:
        self._took = took
        self._reading = Reading()
        self._transport: asyncio.WriteTransport | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.WriteTransport)
        self._transport = transport

    def data_received(self, data: bytes) -> None:
        assert self._transport is not None
        for message in self._reading.feed(data):
            self._transport.write(self._took(message))


def request(method: str, path: str, port: int, body: bytes = b"") -> bytes:
    head = (
        f"{method} {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nAccept: */*\r\n"
        f"Content-Type: application/json; charset=utf-8\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body


def answer(status: int, body: bytes) -> bytes:
    head = (
        f"HTTP/1.1 {status} OK\r\nContent-Type: application/json; charset=utf-8\r\n"
        f"Content-Length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body
