"""The load, the same for every bot: people who type, and the connector that takes what is sent back to them."""

from __future__ import annotations

import asyncio
import json
import statistics
import time
from collections import Counter, deque
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from benchmarks.people import Talker
from benchmarks.wire import Line, Message, Sink, answer, request

LONGEST_TURN_SECONDS = 20.0


class NotAnswered(Exception):
    """A turn ended without its card. Then what was measured is not what is said, so the run ends."""


@dataclass(frozen=True, slots=True)
class Sample:
    """Turns of one bot in one round. A turn is over when its card has arrived and its POST is answered."""

    seconds: tuple[float, ...]
    """Of each turn."""
    took_seconds: float
    card_bytes: float
    calls: float
    """To the connector, for each turn."""

    @property
    def p50_ms(self) -> float:
        return statistics.median(self.seconds) * 1000

    @property
    def p99_ms(self) -> float:
        return statistics.quantiles(self.seconds, n=100)[98] * 1000

    @property
    def turns_per_second(self) -> float:
        return len(self.seconds) / self.took_seconds


@dataclass(slots=True)
class Connector:
    """Takes what is sent to conversations, and says when a message has come."""

    port: int = 0
    latest: bytes = b""
    arrived_bytes: list[int] = field(default_factory=list)
    calls: Counter[bytes] = field(default_factory=Counter)
    _waiting: dict[bytes, asyncio.Future[None]] = field(default_factory=dict)

    def expect(self, conversation: str) -> asyncio.Future[None]:
        arrived: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting[conversation.encode()] = arrived
        return arrived

    def take(self, message: Message) -> bytes:
        method, path, _ = message.head.split(b"\r\n", 1)[0].split(b" ")
        self.calls[method] += 1
        if method == b"PUT":
            return answer(200, b"{}")
        self.latest = message.body
        self.arrived_bytes.append(len(message.body))
        arrived = self._waiting.pop(path.split(b"/")[3], None)
        if arrived is not None and not arrived.done():
            arrived.set_result(None)
        return answer(201, b'{"id":"1:%d"}' % self.calls.total())


@asynccontextmanager
async def listening() -> AsyncIterator[Connector]:
    connector = Connector()
    server = await asyncio.get_running_loop().create_server(lambda: Sink(connector.take), "127.0.0.1", 0)
    connector.port = server.sockets[0].getsockname()[1]
    async with server:
        yield connector


class Load:
    """On one bot. People take turns, so that each is met as seldom as there are many of them."""

    def __init__(self, connector: Connector, talkers: list[Talker], port: int) -> None:
        self._connector = connector
        self._talkers = deque(talkers)
        self._port = port
        self._turns = 0

    async def one_at_a_time(self, turns: int) -> Sample:
        return await self._sample(1, turns, float("inf"))

    async def at_once(self, conversations: int, seconds: float) -> Sample:
        return await self._sample(conversations, 10_000_000, seconds)

    async def _sample(self, at_once: int, turns: int, seconds: float) -> Sample:
        lines = [await Line.to(self._port) for _ in range(at_once)]
        self._connector.arrived_bytes.clear()
        self._connector.calls.clear()
        taken: list[float] = []
        began = time.perf_counter()
        try:
            await asyncio.gather(*(self._talk(line, taken, turns, began + seconds) for line in lines))
        finally:
            for line in lines:
                line.close()
        took = time.perf_counter() - began
        connector = self._connector
        size = statistics.mean(connector.arrived_bytes)
        return Sample(tuple(taken), took, size, connector.calls.total() / len(taken))

    async def _talk(self, line: Line, taken: list[float], turns: int, until: float) -> None:
        while len(taken) < turns and time.perf_counter() < until:
            talker = self._talkers.popleft()
            asked = self._request(talker)
            card = self._connector.expect(talker.name)
            began = time.perf_counter()
            async with asyncio.timeout(LONGEST_TURN_SECONDS):
                answered = await line.ask(asked)
                if answered.status not in (200, 201):
                    raise NotAnswered(f"HTTP {answered.status}")
                await card
            taken.append(time.perf_counter() - began)
            self._talkers.append(talker)

    def _request(self, talker: Talker) -> bytes:
        self._turns += 1
        activity = activity_of(talker, self._turns, self._connector.port)
        return request("POST", "/api/messages", self._port, json.dumps(activity).encode())


def activity_of(talker: Talker, number: int, connector_port: int) -> dict[str, Any]:
    """A typed message as Teams posts it."""
    tenant = f"tenant-{talker.name}"
    return {
        "type": "message",
        "id": f"{talker.name}.{number}",
        "timestamp": "2026-09-01T08:00:00.000Z",
        "localTimestamp": "2026-09-01T10:00:00.000+02:00",
        "localTimezone": "Europe/Oslo",
        "channelId": "msteams",
        "serviceUrl": f"http://127.0.0.1:{connector_port}/",
        "from": {"id": f"29:{talker.name}", "name": "Kari Nordmann", "aadObjectId": talker.name},
        "recipient": {"id": "28:bot", "name": "Tilskuddshjelpen"},
        "conversation": {"conversationType": "personal", "tenantId": tenant, "id": talker.name},
        "channelData": {"tenant": {"id": tenant}, "source": {"name": "message"}},
        "locale": "nb-NO",
        "entities": [{"type": "clientInfo", "locale": "nb-NO", "country": "NO", "platform": "Web"}],
        "text": talker.next_text(),
        "textFormat": "plain",
    }
