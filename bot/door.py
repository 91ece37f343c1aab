"""Who may come in: what is refused before anything of a request is believed, and as whom the rest is met."""

from __future__ import annotations

import ipaddress
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Protocol

import structlog
from aiohttp import web

from bot.body import LIMITS, Json, Limits, Unreadable, fault_in_shape, parse_json, read_body, tenant_of
from bot.peer_limit import PeerLimit
from bot.service_urls import ServiceUrls

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Identity:
    """As whom a request is taken. The person who acts is named by the body, which the door found credible."""

    tenant_id: str
    app_id: str
    claims: Mapping[str, Any]
    local: bool


@dataclass(frozen=True, slots=True)
class Admitted:
    body: Json
    identity: Identity


@dataclass(frozen=True, slots=True)
class Refusal:
    status: int
    reason: str
    """A code for the log; nothing of it, or of the request, is sent back."""


class Door(Protocol):
    async def admit(self, request: web.Request) -> Admitted | Refusal: ...


def to_response(refusal: Refusal) -> web.Response:
    log.info("door.refused", status=refusal.status, reason=refusal.reason)
    match refusal.status:
        case 401:
            return web.Response(status=401, headers={"WWW-Authenticate": "Bearer"})
        case 429 | 503:
            return web.Response(status=refusal.status, headers={"Retry-After": "5"})
        case status:
            return web.Response(status=status)


class LocalDoor:
    """The door of local mode: no token, but nobody except programs on this machine, and no browser page."""

    def __init__(self, *, port: int, peer_limit: PeerLimit, limits: Limits = LIMITS) -> None:
        names = ("localhost", "127.0.0.1", "[::1]")
        self._hosts = {f"{name}:{port}" for name in names} | (set(names) if port == 80 else set())
        self._peer_limit = peer_limit
        self._limits = limits
        self._allows = lru_cache(maxsize=64)(ServiceUrls.on_loopback().allows)
        self._is_loopback = lru_cache(maxsize=256)(_is_loopback)

    async def admit(self, request: web.Request) -> Admitted | Refusal:
        refused = self._refuse_by_headers(request)
        if refused is not None:
            return refused
        body = await read_request(request, self._limits)
        if isinstance(body, Refusal):
            return body
        if not self._allows(body["serviceUrl"]):
            return Refusal(403, "service_url")
        identity = Identity(tenant_id=tenant_of(body) or "local", app_id="", claims={}, local=True)
        return Admitted(body, identity)

    def _refuse_by_headers(self, request: web.Request) -> Refusal | None:
        peer = request.remote or ""
        if not self._is_loopback(peer):
            return Refusal(403, "peer")
        if not self._peer_limit.allows(peer):
            return Refusal(429, "peer_limit")
        hosts = request.headers.getall("Host", ())
        if len(hosts) != 1 or hosts[0].lower() not in self._hosts:
            return Refusal(403, "host")
        for name in request.headers:
            lowered = name.lower()
            # The Playground's server posts without any of these; a browser page cannot leave them out.
            if lowered == "origin" or lowered.startswith("sec-fetch-"):
                return Refusal(403, "browser")
            if lowered in _FORWARDING or lowered.startswith(_FORWARDING_PREFIXES):
                return Refusal(403, "forwarded")
        return None


_FORWARDING = frozenset({
    "forwarded", "via", "x-real-ip", "x-client-ip", "x-cluster-client-ip", "true-client-ip",
    "fastly-client-ip", "x-proxyuser-ip", "x-http-forwarded-for", "proxy-connection",
})  # fmt: skip
_FORWARDING_PREFIXES = ("x-forwarded", "x-original-", "x-envoy-", "x-azure-", "x-arr-", "cf-", "x-tunnel-")


async def read_request(request: web.Request, limits: Limits) -> Json | Refusal:
    """The activity in a request, of which only the outer shape is known to be right."""
    raw = await read_body(request, limits)
    body = parse_json(raw, limits) if isinstance(raw, bytes) else raw
    if isinstance(body, Unreadable):
        return Refusal(body.status, body.reason)
    fault = fault_in_shape(body)
    return body if fault is None else Refusal(400, fault)


def _is_loopback(peer: str) -> bool:
    try:
        address = ipaddress.ip_address(peer)
    except ValueError:
        return False
    if isinstance(address, ipaddress.IPv6Address) and address.ipv4_mapped is not None:
        return address.ipv4_mapped.is_loopback
    return address.is_loopback
