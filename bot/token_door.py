"""The door of a real tenant: who has a token of the Bot Framework for this bot."""

from __future__ import annotations

import base64
import re
from collections.abc import Iterable
from dataclasses import dataclass

import jwt
from aiohttp import web

from bot.body import LIMITS, Json, Limits, Unreadable, parse_json, tenant_of, tenants_named
from bot.door import Admitted, Identity, Refusal, read_request
from bot.keys import KeyCache, KeysUnavailable, SigningKey
from bot.peer_limit import PeerLimit
from bot.service_urls import ServiceUrls

BOT_FRAMEWORK_ISSUER = "https://api.botframework.com"

_BEARER = re.compile(r"Bearer ([A-Za-z0-9_-]+)\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+", re.ASCII | re.IGNORECASE)
_MAX_TOKEN = 4096


class TokenDoor:
    """The door of a real tenant: a token of the Bot Framework for this bot, from a known tenant and address.

    Rules: the Bot Framework's authentication reference, «Connector to Bot»; there is no emulator issuer.
    """

    def __init__(
        self,
        *,
        app_id: str,
        tenants: Iterable[str],
        urls: ServiceUrls,
        keys: KeyCache,
        peer_limit: PeerLimit,
        channels: frozenset[str] = frozenset({"msteams"}),
        limits: Limits = LIMITS,
        leeway_seconds: float = 300,
    ) -> None:
        self._app_id = app_id
        self._tenants = frozenset(tenant.lower() for tenant in tenants)
        self._urls = urls
        self._keys = keys
        self._peer_limit = peer_limit
        self._channels = channels
        self._limits = limits
        self._leeway_seconds = leeway_seconds

    async def admit(self, request: web.Request) -> Admitted | Refusal:
        if not self._peer_limit.allows(request.remote or ""):
            return Refusal(429, "peer_limit")
        token = _bearer(request)
        if token is None:
            return Refusal(401, "authorization")
        try:
            key = await self._keys.key(token.kid)
        except KeysUnavailable:
            return Refusal(503, "keys")
        if key is None:
            return Refusal(401, "unknown_kid")
        claims = self._claims(token.text, key)
        if isinstance(claims, Refusal):
            return claims
        body = await read_request(request, self._limits)
        if isinstance(body, Refusal):
            return body
        return self._judge(body, claims, key)

    def _claims(self, token: str, key: SigningKey) -> Json | Refusal:
        try:
            claims: Json = jwt.decode(
                token,
                key.public_key,
                algorithms=["RS256"],
                audience=self._app_id,
                issuer=BOT_FRAMEWORK_ISSUER,
                leeway=self._leeway_seconds,
                options={"require": ["exp", "nbf", "iss", "aud", "serviceurl"], "strict_aud": True},
            )
        except (jwt.PyJWTError, ValueError, TypeError, OverflowError) as invalid:
            return Refusal(401, type(invalid).__name__)
        return claims

    def _judge(self, body: Json, claims: Json, key: SigningKey) -> Admitted | Refusal:
        channel = body["channelId"]
        if channel not in self._channels:
            return Refusal(403, "channel")
        if channel not in key.endorsements:
            return Refusal(403, "endorsement")
        if claims["serviceurl"] != body["serviceUrl"] or not self._urls.allows(body["serviceUrl"]):
            return Refusal(403, "service_url")
        tenants = {tenant.lower() for tenant in tenants_named(body)}
        if not tenants or not tenants <= self._tenants:
            return Refusal(403, "tenant")
        identity = Identity(tenant_id=tenant_of(body), app_id=self._app_id, claims=claims, local=False)
        return Admitted(body, identity)


@dataclass(frozen=True, slots=True)
class _Bearer:
    text: str
    kid: str


def _bearer(request: web.Request) -> _Bearer | None:
    """A token that could be one of ours: well-formed, RS256, with a key id. Nothing in it is believed yet."""
    headers = request.headers.getall("Authorization", ())
    if len(headers) != 1 or len(headers[0]) > _MAX_TOKEN:
        return None
    found = _BEARER.fullmatch(headers[0])
    if found is None:
        return None
    segment = found[1]
    try:
        header = parse_json(base64.urlsafe_b64decode(segment + "=" * (-len(segment) % 4)), Limits(depth=8))
    except ValueError:
        return None
    if isinstance(header, Unreadable) or header.get("alg") != "RS256":
        return None
    kid = header.get("kid")
    return _Bearer(headers[0][len("Bearer ") :], kid) if isinstance(kid, str) and kid else None
