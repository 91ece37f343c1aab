"""Takes every call of the bot: keeps it, holds the pace, plays the scripted fault, and answers."""

from __future__ import annotations

import asyncio
import socket
import struct
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from functools import partial
from typing import Any, Final

from aiohttp import web

from tests.fake_teams_faults import Fault, Faults, Hang, Operation, Pace, Refuse, Reset, Slow, WithoutId
from tests.fake_teams_judge import Judge
from tests.fake_teams_world import Message, World

BOT_IS_WRONG: Final = frozenset({400, 413, 415})


@dataclass(slots=True, eq=False)
class Call:
    """One request of the bot, as it came; `status` is None while unanswered, and for ever when it was cut."""

    operation: Operation
    method: str
    path: str
    conversation_id: str | None
    authorization: str | None
    content_type: str
    headers: dict[str, str] = field(repr=False)
    body: Any = None
    status: int | None = None
    message: Message | None = None
    """What was delivered by it, whether or not the bot was told."""


@dataclass(frozen=True, slots=True)
class Done:
    status: int
    body: Any
    message: Message | None = None


class Refused(Exception):
    """Teams' own refusal; the switchboard gives it the shape of Teams' errors."""

    def __init__(self, status: int, code: str, message: str) -> None:
        super().__init__(message)
        self.fault = Refuse(status, code, message)


Reading = Callable[[Call, bytes], None]
Action = Callable[[Call, web.Request], Done]
Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


def not_read(call: Call, raw: bytes) -> None:
    """The body says nothing that pace or faults depend on."""


class Switchboard:
    def __init__(self, world: World, judge: Judge, faults: Faults) -> None:
        self._world = world
        self._judge = judge
        self._faults = faults
        self.pace: Pace | None = None
        self.calls: list[Call] = []

    def handler(self, operation: Operation, action: Action, reading: Reading = not_read) -> Handler:
        return partial(self._take, operation, action, reading)

    async def _take(
        self, operation: Operation, action: Action, reading: Reading, request: web.Request
    ) -> web.StreamResponse:
        raw = await request.read()
        call = Call(
            operation,
            request.method,
            request.path,
            request.match_info.get("conversation"),
            request.headers.get("Authorization"),
            request.content_type,
            dict(request.headers),
        )
        self.calls.append(call)
        self._world.touch()
        try:
            reading(call, raw)
        except Refused as refused:
            return self._blame(call, refused.fault)
        wait_seconds = self._wait_seconds(call)
        if wait_seconds is not None:
            return self._refuse(call, Refuse(429, "Throttled", "API calls quota exceeded!", wait_seconds))
        fault = self._faults.take(operation, call.conversation_id)
        return await self._play(call, request, fault, action)

    def _wait_seconds(self, call: Call) -> int | None:
        if self.pace is None:
            return None
        conversation = self._world.find(call.conversation_id or "")
        return self.pace.wait_seconds(call.conversation_id, conversation.tenant_id if conversation else None)

    async def _play(
        self, call: Call, request: web.Request, fault: Fault | None, action: Action
    ) -> web.StreamResponse:
        if isinstance(fault, Refuse | Reset) and not fault.after_delivery:
            return self._fail(call, request, fault)
        if isinstance(fault, Hang) and not fault.after_delivery:
            await fault.released.wait()
        try:
            done = action(call, request)
        except Refused as refused:
            return self._blame(call, refused.fault)
        call.message = done.message
        match fault:
            case Refuse() | Reset():
                return self._fail(call, request, fault)
            case Hang():
                await fault.released.wait()
            case Slow():
                await asyncio.sleep(fault.seconds)
            case WithoutId() | None:
                pass
        call.status = done.status
        if isinstance(done.body, bytes):
            return web.Response(body=done.body, status=done.status)
        return web.json_response({} if isinstance(fault, WithoutId) else done.body, status=done.status)

    def _fail(self, call: Call, request: web.Request, fault: Refuse | Reset) -> web.Response:
        if isinstance(fault, Refuse):
            return self._refuse(call, fault)
        cut(request)
        return web.Response()

    def _blame(self, call: Call, fault: Refuse) -> web.Response:
        if fault.status in BOT_IS_WRONG:
            self._judge.report(f"{call.method} {call.path}: {fault.status} {fault.code}: {fault.message}")
        return self._refuse(call, fault)

    def _refuse(self, call: Call, fault: Refuse) -> web.Response:
        call.status = fault.status
        return refusal(fault)


def refusal(fault: Refuse) -> web.Response:
    """The error as Teams writes it; what stands in front of Teams (502, 503) answers with a page instead."""
    headers = {}
    if fault.retry_after_seconds is not None:
        headers["Retry-After"] = str(fault.retry_after_seconds)
    if fault.status in (502, 503):
        page = f"<html><body><h2>{fault.status} from the gateway</h2></body></html>"
        return web.Response(status=fault.status, text=page, content_type="text/html", headers=headers)
    error = {"error": {"code": fault.code, "message": fault.message}}
    return web.json_response(error, status=fault.status, headers=headers)


def cut(request: web.Request) -> None:
    """Resets the connection, so that the caller never hears."""
    transport = request.transport
    if transport is not None:
        connection: socket.socket = transport.get_extra_info("socket")
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        transport.abort()
