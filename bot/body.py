"""Reads a request's JSON within limits that hold before anything is parsed."""

from __future__ import annotations

import asyncio
import json
import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, NoReturn

from aiohttp import ClientError, web

Json = dict[str, Any]

MAX_NUMBER_DIGITS = 40
MAX_ID_LENGTH = 1024

_STRING = re.compile(rb'"(?:[^"\\]++|\\.)*+(?:"|\\?\Z)', re.DOTALL)
"""A JSON string, also one that never ends: every quote is passed once, so the time grows with the length."""

_BRACKETS = re.compile(rb"[\[\]{}]")
_UNFIT_IN_AN_ID = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Limits:
    body_bytes: int = 256 * 1024
    depth: int = 64
    read_seconds: float = 10.0


LIMITS = Limits()


@dataclass(frozen=True, slots=True)
class Unreadable:
    """Why a body is not taken: the HTTP status to answer with, and a code for the log."""

    status: int
    reason: str


async def read_body(
    request: web.Request, limits: Limits, content_type: str = "application/json"
) -> bytes | Unreadable:
    """The bytes of a request. Headers are judged first, so a body that is too large is never read."""
    headers = request.headers
    if len(headers.getall("Content-Type", ())) != 1 or request.content_type != content_type:
        return Unreadable(415, "content_type")
    if (request.charset or "utf-8").lower() != "utf-8":
        return Unreadable(415, "charset")
    if headers.get("Content-Encoding", "identity").lower() != "identity":
        return Unreadable(415, "content_encoding")
    if request.content_length is not None and request.content_length > limits.body_bytes:
        return Unreadable(413, "body_bytes")
    content = request.content
    if content.is_eof() and content.exception() is None:
        came = content.read_nowait()  # all of it is here: there is nobody to wait for
        if content.at_eof():
            return came if len(came) <= limits.body_bytes else Unreadable(413, "body_bytes")
        return Unreadable(400, "broken_body")
    read = bytearray()
    try:
        async with asyncio.timeout(limits.read_seconds):
            async for chunk in content.iter_any():
                read += chunk
                if len(read) > limits.body_bytes:
                    return Unreadable(413, "body_bytes")
    except TimeoutError:
        return Unreadable(408, "slow_body")
    except (ClientError, ConnectionError, ValueError):
        return Unreadable(400, "broken_body")
    return bytes(read)


def parse_json(raw: bytes, limits: Limits) -> Json | Unreadable:
    """The JSON object in `raw`, with numbers that Python and every database can hold."""
    if depth_of(raw) > limits.depth:
        return Unreadable(400, "depth")
    try:
        parsed = json.loads(
            raw.decode("utf-8"), parse_int=_whole, parse_float=_finite, parse_constant=_no_constant
        )
    except ValueError:
        return Unreadable(400, "not_json")
    if not isinstance(parsed, dict) or not parsed:
        return Unreadable(400, "not_an_object")
    return parsed


def depth_of(raw: bytes) -> int:
    """How deep the JSON in `raw` is nested, or an upper bound where that is small enough to be harmless."""
    opened = raw.count(b"[") + raw.count(b"{")
    if opened <= 16:
        return opened
    deepest = depth = 0
    for bracket in _BRACKETS.findall(_STRING.sub(b"", raw)):
        if bracket in b"[{":
            depth += 1
            deepest = max(deepest, depth)
        else:
            depth -= 1
    return deepest


def fault_in_shape(body: Json) -> str | None:
    """What keeps an object from being an activity, as a code, or None.

    Only what everything behind the door relies on is asked for: the names that say who, where and what
    kind. Those are short text without control characters; what people wrote is not judged here.
    """
    for path, value in _names(body):
        if value is None:
            if path in _REQUIRED:
                return f"missing {path}"
        elif not isinstance(value, str):
            return f"not text {path}"
        elif len(value) > MAX_ID_LENGTH:
            return f"too long {path}"
        elif _UNFIT_IN_AN_ID.search(value):
            return f"unfit {path}"
        elif not value and path in _REQUIRED:
            return f"missing {path}"
    for name in ("from", "recipient", "conversation", "channelData"):
        if not isinstance(body.get(name) or {}, dict):
            return f"not an object {name}"
    text = body.get("text")
    return "not text text" if text is not None and not isinstance(text, str) else None


def tenants_named(body: Json) -> frozenset[str]:
    """Every tenant that an activity says it concerns; of one that `fault_in_shape` has passed."""
    named = (body_value(body, *path) for path in _TENANTS)
    return frozenset(value for value in named if isinstance(value, str) and value)


def tenant_of(body: Json) -> str:
    """The tenant of the person who acts, "" if none is named; of one that `fault_in_shape` has passed."""
    named = (body_value(body, *path) for path in _TENANTS)
    return next((value for value in named if isinstance(value, str) and value), "")


def body_value(body: Json, *path: str) -> Any:
    """The value at a path of keys, None where the path ends early."""
    value: Any = body
    for key in path:
        if not isinstance(value, dict):
            return None
        value = value.get(key)
    return value


_REQUIRED = frozenset({"type", "channelId", "serviceUrl", "conversation.id"})
_TENANTS = (("from", "tenantId"), ("conversation", "tenantId"), ("channelData", "tenant", "id"))
_NAMES = (
    *((name,) for name in ("type", "channelId", "serviceUrl", "id", "replyToId", "name", "action", "locale")),
    *(("from", name) for name in ("id", "aadObjectId", "objectId", "role")),
    *(("recipient", name) for name in ("id", "aadObjectId", "role")),
    *(("conversation", name) for name in ("id", "conversationType")),
    *(("channelData", name, "id") for name in ("team", "channel")),
    *(("channelData", name) for name in ("teamsTeamId", "teamsChannelId", "eventType")),
    *_TENANTS,
)
_DOTTED = tuple((".".join(path), path) for path in _NAMES)


def _names(body: Json) -> Iterator[tuple[str, Any]]:
    for dotted, path in _DOTTED:
        yield dotted, body_value(body, *path)


def _whole(digits: str) -> int:
    if len(digits) > MAX_NUMBER_DIGITS:
        raise ValueError("a number is too long")
    return int(digits)


def _finite(digits: str) -> float:
    if len(digits) > MAX_NUMBER_DIGITS:
        raise ValueError("a number is too long")
    number = float(digits)
    if not math.isfinite(number):
        raise ValueError("a number is too large")
    return number


def _no_constant(name: str) -> NoReturn:
    raise ValueError(name)
