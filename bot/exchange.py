"""One HTTP exchange outwards: a request, and its answer or what is known of why there is none."""

from __future__ import annotations

import json
import re
import ssl
import time
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from functools import cached_property
from typing import Any

import aiohttp
import structlog
from aiohttp.abc import AbstractResolver
from yarl import URL

from bot.outcomes import Blocked, Failure, Gone, NotSent, Refused, Throttled, Unknown

log = structlog.get_logger(__name__)

_CODE = re.compile(r"[A-Za-z][A-Za-z0-9_.-]{0,63}", re.ASCII)
_PAUSE_SECONDS = 2.0
_LONGEST_PAUSE_SECONDS = 3600.0


@dataclass(frozen=True)
class Timeouts:
    connect_seconds: float = 3.0
    """Waiting for a free connection included."""
    total_seconds: float = 10.0

    @cached_property
    def as_client_timeout(self) -> aiohttp.ClientTimeout:
        return aiohttp.ClientTimeout(total=self.total_seconds, connect=self.connect_seconds)


TIMEOUTS = Timeouts()


@dataclass(frozen=True, slots=True)
class Answer:
    status: int
    headers: Mapping[str, str]
    body: Any
    """What the JSON says, or the bytes of a file; None where it is not JSON, is too large or broke off."""


def open_session(
    *,
    resolver: AbstractResolver | None = None,
    ssl_context: ssl.SSLContext | None = None,
    max_connections: int = 1000,
    keepalive_seconds: float = 4.0,
) -> aiohttp.ClientSession:
    """The one session for everything that goes out. Opened inside the running loop, closed by who opened it.

    aiohttp's own limit of 100 connections would let 100 hanging conversations stop all others; keepalive is
    shorter than any server's, since a POST on a connection just closed by the server is neither sent nor not.
    """
    return aiohttp.ClientSession(
        connector=aiohttp.TCPConnector(
            limit=max_connections,
            limit_per_host=0,
            keepalive_timeout=keepalive_seconds,
            resolver=resolver,
            ssl=ssl_context or True,
        ),
        cookie_jar=aiohttp.DummyCookieJar(),
        trust_env=False,
    )


async def exchange(
    session: aiohttp.ClientSession,
    method: str,
    url: URL,
    *,
    data: bytes | None = None,
    headers: Mapping[str, str],
    timeouts: Timeouts = TIMEOUTS,
    max_bytes: int = 64 * 1024,
    is_file: bool = False,
) -> Answer | NotSent | Unknown:
    """The answer, whatever its status; redirects are not followed. Never raises for what the network does."""
    if session.closed:
        return NotSent("closing")
    started = time.perf_counter()
    became: Answer | NotSent | Unknown
    try:
        async with session.request(
            method,
            url,
            data=data,
            headers=headers,
            allow_redirects=False,
            auto_decompress=not is_file,  # a small answer may unfold into a large one
            timeout=timeouts.as_client_timeout,
        ) as response:
            became = Answer(
                response.status, response.headers, await (_bytes if is_file else _json)(response, max_bytes)
            )
    except (aiohttp.ConnectionTimeoutError, aiohttp.ClientConnectorError) as failed:
        became = NotSent(_reason(failed))
    except (TimeoutError, aiohttp.ClientError, OSError) as failed:
        became = Unknown(_reason(failed))
    status = became.status if isinstance(became, Answer) else became.reason_code
    log.debug("exchange", method=method, host=url.host, status=status, ms=_ms_since(started))
    return became


def to_failure(answer: Answer) -> Failure:
    """What an answer other than 2xx means."""
    code = _code(answer.body)
    match answer.status:
        case 429 | 412:
            return Throttled(_retry_after_seconds(answer.headers))
        case status if status >= 500:
            return Unknown(f"http_{status}")
        case 403 if code == "MessageWritesBlocked":
            return Blocked()
        case 403 | 404 | 410:
            return Gone(code)
        case status if 300 <= status < 400:
            return Refused(status, "redirect")
        case status:
            return Refused(status, code)


async def _json(response: aiohttp.ClientResponse, max_bytes: int) -> Any:
    """The JSON of an answer whose status is already known: what goes wrong here does not change that."""
    try:
        read = await _bytes(response, max_bytes)
        return None if read is None or len(read) > max_bytes else json.loads(read)
    except (ValueError, RecursionError):
        return None


async def _bytes(response: aiohttp.ClientResponse, max_bytes: int) -> bytes | None:
    """More than `max_bytes` where there were more: no further ones are taken. None where it broke off."""
    content = response.content
    if content.is_eof() and content.exception() is None:
        return content.read_nowait()  # all of it is here, as is usual of the few bytes that Teams answers
    read = bytearray()
    try:
        async for chunk in content.iter_any():
            read += chunk
            if len(read) > max_bytes:
                response.close()
                break
        return bytes(read)
    except (TimeoutError, aiohttp.ClientError, OSError):
        return None


def _code(body: Any) -> str:
    """The error's code; its message may repeat what people wrote and is not looked at."""
    error = body.get("error") if isinstance(body, dict) else None
    code = error.get("code") if isinstance(error, dict) else None
    return code if isinstance(code, str) and _CODE.fullmatch(code) else "unnamed"


def _retry_after_seconds(headers: Mapping[str, str]) -> float:
    told = headers.get("Retry-After", "").strip()
    if re.fullmatch(r"[0-9]{1,9}(\.[0-9]{1,9})?", told):
        return min(float(told), _LONGEST_PAUSE_SECONDS)
    try:
        until = parsedate_to_datetime(told)
    except ValueError:
        return _PAUSE_SECONDS
    aware = until if until.tzinfo else until.replace(tzinfo=UTC)
    return min(max((aware - datetime.now(UTC)).total_seconds(), 0.0), _LONGEST_PAUSE_SECONDS)


def _reason(failed: BaseException) -> str:
    match failed:
        case aiohttp.ConnectionTimeoutError():
            return "connect_timeout"
        case aiohttp.ClientConnectorDNSError():
            return "name_lookup"
        case aiohttp.ClientConnectorCertificateError() | aiohttp.ClientSSLError():
            return "tls"
        case aiohttp.ClientConnectorError():
            return "connection_refused"
        case TimeoutError():
            return "timeout"
        case OSError() | aiohttp.ServerDisconnectedError():
            return "reset"
        case _:
            return "broken_answer"


def _ms_since(started: float) -> float:
    return round((time.perf_counter() - started) * 1000, 2)
