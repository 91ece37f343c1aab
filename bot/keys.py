"""The keys that tokens to the bot are signed with: fetched, kept, and renewed without anyone waiting."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import aiohttp
import jwt
import structlog
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey
from yarl import URL

from bot.body import LIMITS, Json, Unreadable, parse_json

log = structlog.get_logger(__name__)


class KeysUnavailable(Exception):
    """No key has been fetched and the endpoint does not answer. The door answers 503: try again."""


class _BadKeys(Exception):
    """The endpoint answered, but not with keys. Kept inside this module."""


@dataclass(frozen=True, slots=True)
class SigningKey:
    public_key: RSAPublicKey
    endorsements: frozenset[str]
    """The channels this key may speak for."""


@dataclass(frozen=True, slots=True)
class KeyTimes:
    fresh_seconds: float = 12 * 3600
    """Older keys are renewed in the background and serve meanwhile."""
    usable_seconds: float = 5 * 24 * 3600
    """Keys that could not be renewed for so long are not believed any more."""
    unknown_kid_seconds: float = 60
    """A key id nobody knows causes at most one fetch in so long."""
    retry_seconds: float = 5
    """After a failed fetch the next one waits so long."""
    fetch_seconds: float = 5


class KeyCache:
    def __init__(
        self,
        session: aiohttp.ClientSession,
        metadata_url: str,
        *,
        issuer: str,
        times: KeyTimes = KeyTimes(),
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._session = session
        self._metadata_url = URL(metadata_url)
        self._issuer = issuer
        self._times = times
        self._clock = clock
        self._keys: Mapping[str, SigningKey] = {}
        self._fetched_at = float("-inf")
        self._tried_at = float("-inf")
        self._fetching: asyncio.Task[None] | None = None

    async def key(self, kid: str) -> SigningKey | None:
        """The key with this id, None if the issuer has none. Raises KeysUnavailable; the door catches it."""
        age = self._clock() - self._fetched_at
        if age > self._times.usable_seconds:
            if self._may_try(self._times.retry_seconds):
                await self._fetch()
            if self._clock() - self._fetched_at > self._times.usable_seconds:
                raise KeysUnavailable
            return self._keys.get(kid)
        if kid not in self._keys:
            if self._may_try(self._times.unknown_kid_seconds):
                await self._fetch()
        elif age > self._times.fresh_seconds and self._may_try(self._times.retry_seconds):
            self._start_fetching()
        return self._keys.get(kid)

    def age_seconds(self) -> float:
        """How long ago keys were last fetched; infinite if never."""
        return self._clock() - self._fetched_at

    async def close(self) -> None:
        if self._fetching is not None:
            self._fetching.cancel()
            await asyncio.wait({self._fetching})

    def _may_try(self, pause_seconds: float) -> bool:
        under_way = self._fetching is not None and not self._fetching.done()
        return under_way or self._clock() - self._tried_at >= pause_seconds

    async def _fetch(self) -> None:
        # Shielded, so that a caller who hangs up does not take the fetch from the others who wait for it.
        await asyncio.shield(self._start_fetching())

    def _start_fetching(self) -> asyncio.Task[None]:
        if self._fetching is None or self._fetching.done():
            self._tried_at = self._clock()
            self._fetching = asyncio.create_task(self._renew())
        return self._fetching

    async def _renew(self) -> None:
        try:
            async with asyncio.timeout(self._times.fetch_seconds):
                metadata = await self._get(self._metadata_url)
                self._keys = _read_keys(await self._get(self._keys_url(metadata)))
        except (aiohttp.ClientError, OSError, TimeoutError, _BadKeys) as failed:
            log.warning("keys.not_renewed", reason=type(failed).__name__, known=len(self._keys))
        else:
            self._fetched_at = self._clock()
            log.info("keys.renewed", known=len(self._keys))

    def _keys_url(self, metadata: Json) -> URL:
        try:
            url = URL(metadata["jwks_uri"])
            same_origin = url.origin() == self._metadata_url.origin()
        except (KeyError, TypeError, ValueError):
            raise _BadKeys from None
        if not same_origin or metadata.get("issuer") != self._issuer:
            raise _BadKeys
        return url

    async def _get(self, url: URL) -> Json:
        async with self._session.get(url, allow_redirects=False) as answer:
            if answer.status != 200:
                raise _BadKeys
            read = bytearray()
            async for chunk in answer.content.iter_any():
                read += chunk
                if len(read) > LIMITS.body_bytes:
                    raise _BadKeys
        parsed = parse_json(bytes(read), LIMITS)
        if isinstance(parsed, Unreadable):
            raise _BadKeys
        return parsed


def _read_keys(document: Json) -> Mapping[str, SigningKey]:
    listed = document.get("keys")
    keys = {
        kid: signing
        for each in (listed if isinstance(listed, list) else ())
        if isinstance(each, dict) and isinstance(kid := each.get("kid"), str)
        if (signing := _read_key(each)) is not None
    }
    if not keys:
        raise _BadKeys
    return keys


def _read_key(each: dict[str, Any]) -> SigningKey | None:
    """One RSA key of the document, None for a key of another kind: the issuer may have such too."""
    try:
        public_key = jwt.PyJWK(each, algorithm="RS256").key
    except (jwt.PyJWTError, ValueError, TypeError):
        return None
    endorsements = each.get("endorsements")
    if not isinstance(public_key, RSAPublicKey) or public_key.key_size < 2048:
        return None
    return SigningKey(
        public_key,
        frozenset(name for name in endorsements if isinstance(name, str))
        if isinstance(endorsements, list)
        else frozenset(),
    )
