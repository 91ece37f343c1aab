"""Signing in with the account of one's own organisation: the way there, and who comes back from it."""

from __future__ import annotations

import asyncio
import hashlib
import json
import secrets
import time
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any, Final, Literal, get_args
from urllib.parse import urlsplit

import jwt
import msal
import requests
import structlog

from bot.keys import KeyCache, KeysUnavailable
from bot.logs import told
from bot.tokens import ON_GARBAGE, Http
from storage.store import Committed, Key, Put, Store

log = structlog.get_logger(__name__)

COOKIE: Final = "__Host-signin"
KIND: Final = "websignin"
WAY_SECONDS: Final = 600
"""How long one may be on the way; and how old a proof of who one is may be where it has to be fresh."""
LEEWAY_SECONDS: Final = 120
CONSUMERS: Final = "9188040d-6c67-4c5b-b112-36a304b66dad"
"""Microsoft's tenant of private accounts. Source: Microsoft identity platform, ID token claims reference, `tid`."""
_ANY_ORGANISATION: Final = ("organizations", "common")
WAIT_SECONDS: Final = 15.0
THREADS: Final = 4
_ON_ANY_FAULT: Final = (*ON_GARBAGE, msal.exceptions.MsalError, RuntimeError, OSError, TimeoutError)
"""What msal raises for an answer that does not fit, and for a network that fails."""

Why = Literal[
    "state", "gone", "refused", "token", "issuer", "tenant", "consumer", "nonce", "old", "unavailable"
]
WHYS: Final = get_args(Why)


@dataclass(frozen=True, slots=True)
class SignedIn:
    """Who it is, by what their own organisation has signed. The name decides nothing."""

    tenant_id: str
    object_id: str
    issuer: str
    name: str
    guest: bool | None
    token_id: str
    auth_time: float
    goes_to: str
    before: str
    """What the browser held when it set out: that session ends with this one's beginning."""


@dataclass(frozen=True, slots=True)
class NotSignedIn:
    """A code for the log. People are told the same whatever it was, but where they can do something about it."""

    why: Why


@dataclass(frozen=True, slots=True)
class Begun:
    """Where the browser is sent, and what it is to hold meanwhile."""

    address: str
    held: str


@dataclass(frozen=True, slots=True)
class Registration:
    client_id: str
    client_secret: str
    authority: str
    public_url: str
    tenants: frozenset[str] = frozenset()
    """Empty for every organisation."""
    ca_file: str = ""
    """Only in tests: whom to trust beside the usual ones."""

    @property
    def returns_to(self) -> str:
        """From the setting alone: a request says nothing about where we are."""
        return f"{self.public_url}/inn/retur"

    @property
    def _origin(self) -> str:
        parts = urlsplit(self.authority)
        return f"{parts.scheme}://{parts.netloc}"

    @property
    def metadata_url(self) -> str:
        return f"{self.authority}/v2.0/.well-known/openid-configuration"

    @property
    def metadata_issuer(self) -> str:
        """As the metadata say it: for many tenants with a place for the tenant."""
        tenant = self.authority.rpartition("/")[2]
        return self.issuer_of("{tenantid}" if tenant in _ANY_ORGANISATION else tenant)

    def issuer_of(self, tenant: str) -> str:
        return f"{self._origin}/{tenant}/v2.0"


class _KeepsNothing(msal.TokenCache):  # type: ignore[misc]  # msal has no types
    """Nobody's tokens are wanted here, only who they are."""

    def add(self, event: Any, now: Any = None) -> None:
        return None


class SigningIn:
    def __init__(
        self,
        store: Store,
        registration: Registration,
        keys: KeyCache,
        *,
        clock: Callable[[], float] = time.time,
    ) -> None:
        self._store = store
        self._registration = registration
        self._keys = keys
        self._clock = clock
        # Of their own, so that an authority that hangs takes no thread from anything else.
        self._threads = ThreadPoolExecutor(max_workers=THREADS, thread_name_prefix="signin")

    def close(self) -> None:
        self._threads.shutdown(wait=False, cancel_futures=True)

    async def begin(
        self, *, goes_to: str, before: Key | None = None, is_fresh: bool = False
    ) -> Begun | NotSignedIn:
        """`is_fresh`: whoever signed in longer ago than ten minutes is asked to prove it again."""
        try:
            flow: dict[str, Any] = await self._flow(is_fresh=is_fresh)
            address = str(flow.pop("auth_uri"))
            flow.pop("max_age", None)  # judged here, so that it can be told apart
        except _ON_ANY_FAULT as fault:
            log.warning("web.signin_unavailable", **told(fault))
            return NotSignedIn("unavailable")
        held = secrets.token_urlsafe(32)
        body = {
            "schema_version": 1,
            "flow": flow,
            "goes_to": goes_to,
            "is_fresh": is_fresh,
            "before": before.id if before else "",
        }
        await self._store.commit(
            expect={_key(held): 0}, put=[Put(_key(held), body, expires_at=self._clock() + WAY_SECONDS)]
        )
        return Begun(address, held)

    async def end(self, held: str, answer: Mapping[str, str]) -> SignedIn | NotSignedIn:
        """A way is gone once: whatever comes of it, the same answer leads nowhere a second time."""
        if not held.isascii() or not 20 <= len(held) <= 100:
            return NotSignedIn("state")
        key = _key(held)
        found = (await self._store.get([key])).get(key)
        if found is None:
            return NotSignedIn("gone")
        flow = found.body["flow"]
        if not secrets.compare_digest(str(flow["state"]).encode(), answer.get("state", "").encode()):
            return NotSignedIn("state")  # another browser's, or another way's: ours stands
        taken = await self._store.commit(expect={key: found.revision}, delete=[key])
        if not isinstance(taken, Committed):
            return NotSignedIn("gone")
        if "code" not in answer:
            return NotSignedIn("refused")
        try:
            result = await self._in_thread(
                lambda client: client.acquire_token_by_auth_code_flow(flow, dict(answer))
            )
        except (requests.RequestException, msal.exceptions.MsalError, TimeoutError) as fault:
            log.warning("web.signin_unavailable", **told(fault))
            return NotSignedIn("unavailable")
        except _ON_ANY_FAULT as fault:
            log.warning("web.signin_refused", **told(fault))
            return NotSignedIn("token")
        token = result.get("id_token")
        if not isinstance(token, str):
            return NotSignedIn("token")
        claims = await self._claims(token)
        if isinstance(claims, NotSignedIn):
            return claims
        return self._judged(claims, found.body)

    async def _in_thread(self, work: Callable[[msal.ConfidentialClientApplication], Any]) -> Any:
        """msal waits for the network where it is called."""
        async with asyncio.timeout(WAIT_SECONDS):
            return await asyncio.get_running_loop().run_in_executor(self._threads, self._with_client, work)

    def _with_client(self, work: Callable[[msal.ConfidentialClientApplication], Any]) -> Any:
        known = self._registration
        http = Http(known.ca_file or True, timeout_seconds=WAIT_SECONDS / 2)
        try:
            client = msal.ConfidentialClientApplication(
                known.client_id,
                client_credential=known.client_secret,
                authority=known.authority,
                token_cache=_KeepsNothing(),
                exclude_scopes=["offline_access"],
                instance_discovery=False,  # the authority is a setting, and nobody else is asked about it
                http_client=http,
            )
            return work(client)
        finally:
            http.close()

    async def _flow(self, *, is_fresh: bool) -> dict[str, Any]:
        flow: dict[str, Any] = await self._in_thread(
            lambda client: client.initiate_auth_code_flow(
                [],
                redirect_uri=self._registration.returns_to,
                state=secrets.token_urlsafe(32),
                max_age=WAY_SECONDS if is_fresh else None,
                prompt=None if is_fresh else "select_account",
                response_mode="form_post",  # a code in an address would stand in histories and proxies' logs
            )
        )
        return flow

    async def _claims(self, token: str) -> dict[str, Any] | NotSignedIn:
        """Signed with a key of the authority, for us, and in time."""
        try:
            header = jwt.get_unverified_header(token)
            if header.get("alg") != "RS256" or not isinstance(header.get("kid"), str):
                return NotSignedIn("token")
            key = await self._keys.key(header["kid"])
            if key is None:
                return NotSignedIn("token")
            claims: dict[str, Any] = jwt.decode(
                token,
                key.public_key,
                algorithms=["RS256"],
                audience=self._registration.client_id,
                leeway=LEEWAY_SECONDS,
                options={"require": ["exp", "iat", "iss", "aud"], "strict_aud": True, "verify_iss": False},
            )
        except KeysUnavailable:
            return NotSignedIn("unavailable")
        except (jwt.PyJWTError, *_ON_ANY_FAULT) as wrong:
            log.info("web.token_refused", reason=type(wrong).__name__)
            return NotSignedIn("token")
        return claims

    def _judged(self, claims: Mapping[str, Any], way: Mapping[str, Any]) -> SignedIn | NotSignedIn:
        nonce = str(way["flow"]["nonce"])
        tenant, object_id = _named(claims, "tid"), _named(claims, "oid")
        if not tenant or not object_id:
            return NotSignedIn("token")
        if claims["iss"] != self._registration.issuer_of(tenant):
            return NotSignedIn("issuer")
        if tenant == CONSUMERS:
            return NotSignedIn("consumer")
        if self._registration.tenants and tenant not in self._registration.tenants:
            return NotSignedIn("tenant")
        if claims.get("nonce") != hashlib.sha256(nonce.encode("ascii")).hexdigest():
            return NotSignedIn("nonce")
        proved_at = claims.get("auth_time", claims["iat"])
        if not isinstance(proved_at, int) or isinstance(proved_at, bool):
            return NotSignedIn("token")
        if way["is_fresh"] and not is_fresh_now(claims.get("auth_time"), self._clock()):
            return NotSignedIn("old")
        return SignedIn(
            tenant_id=tenant,
            object_id=object_id,
            issuer=str(claims["iss"]),
            name=str(claims.get("name") or ""),
            guest=_is_guest(claims),
            token_id=_id_of(claims),
            auth_time=float(proved_at),
            goes_to=str(way["goes_to"]),
            before=str(way["before"]),
        )


def is_fresh_now(auth_time: object, now: float) -> bool:
    """Whether somebody proved who they are within ten minutes."""
    if isinstance(auth_time, bool) or not isinstance(auth_time, int | float):
        return False
    return now - WAY_SECONDS <= auth_time <= now + LEEWAY_SECONDS


def _key(held: str) -> Key:
    return Key(KIND, hashlib.sha256(held.encode()).hexdigest())


def _named(claims: Mapping[str, Any], name: str) -> str:
    """An id of the directory: letters, digits and hyphens, in small letters as Teams gives them."""
    value = claims.get(name)
    if not isinstance(value, str) or not 8 <= len(value) <= 64:
        return ""
    return value.lower() if value.isascii() and value.replace("-", "").isalnum() else ""


def _id_of(claims: Mapping[str, Any]) -> str:
    """What the authority can find the sign-in by; where it names none, a hash of all that it has said."""
    named = next((claims[name] for name in ("uti", "jti") if isinstance(claims.get(name), str)), "")
    return named[:100] or hashlib.sha256(json.dumps(dict(claims), sort_keys=True).encode()).hexdigest()


def _is_guest(claims: Mapping[str, Any]) -> bool | None:
    """By the optional claim `acct`, or where the account is at home; None where neither is told.

    Source: Microsoft identity platform, optional claims reference: `acct` is 0 for a member and 1 for a guest.
    """
    account = str(claims.get("acct", ""))
    if account in ("0", "1"):
        return account == "1"
    home = claims.get("idp")
    return True if isinstance(home, str) and home and home != claims.get("iss") else None
